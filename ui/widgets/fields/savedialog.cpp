// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/savedialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace herdbook {

void askWhereToSave(QWidget *parent, const QString &title, const QString &name,
                    const std::function<void(const QString &path)> &then)
{
    static QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString suffix = QFileInfo(name).suffix();
    auto *dialog = new QFileDialog(parent, title, folder, QStringLiteral("*.") + suffix);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [then](const QString &path) {
        folder = QFileInfo(path).path();
        then(path);
    });
    dialog->open();
}

} // namespace herdbook
