// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QToolTip>
#include <QWidget>

namespace herdbook {

bool copyText(const QString &text, QWidget *by)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(text);
    if (clipboard->text() == text)
        return true;
    if (by == nullptr)
        return false;
    QToolTip::showText(by->mapToGlobal(QPoint(0, by->height())),
                       QCoreApplication::translate("herdbook::Clipboard", "Not copied: the clipboard didn't take it"),
                       by);
    return false;
}

} // namespace herdbook
