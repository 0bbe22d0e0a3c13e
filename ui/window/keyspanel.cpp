// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keyspanel.h"

#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/pill.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace herdbook {

namespace {

QLayout *keysColumn(const QString &title, const QList<KeyHelp> &keys)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(new Label(title, TextRole::LabelStrong, &ThemeTokens::text2), 0, 0, 1, 2);
    int row = 1;
    for (const KeyHelp &help : keys) {
        auto *caps = new QHBoxLayout;
        caps->setSpacing(4);
        const QStringList alternatives = help.keys.split(QStringLiteral(" / "));
        for (const QString &alternative : alternatives)
            caps->addWidget(new KeyCap(alternative));
        caps->addStretch(1);
        grid->addLayout(caps, row, 0);
        grid->addWidget(new Label(help.what), row++, 1);
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

KeysPanel::KeysPanel(const QString &screenName, const QList<KeyHelp> &screenKeys, const QList<KeyHelp> &generalKeys,
                     QWidget *window)
    : CardOverlay(tr("Keys"), window)
{
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    if (!screenKeys.isEmpty())
        columns->addLayout(keysColumn(screenName, screenKeys), 1);
    columns->addLayout(keysColumn(tr("Everywhere"), generalKeys), 1);
    card()->body()->addLayout(columns);
    open();
}

void KeysPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1)
        leave();
    else
        CardOverlay::keyPressEvent(event);
}

} // namespace herdbook
