// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/aboutpanel.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace herdbook {

AboutPanel::AboutPanel(const Facts &facts, QWidget *window)
    : CardOverlay(tr("About Herdbook"), window),
      m_copy(new QPushButton(themeIcon(Icon::Copy, &ThemeTokens::text), tr("Copy diagnostics")))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(64, 64));
    auto *names = new QVBoxLayout;
    names->addWidget(new Label(tr("Herdbook %1").arg(facts.version), TextRole::PageTitle));
    names->addWidget(new Label(tr("Exports and re-identification for camera-trap deer monitoring."), TextRole::Body,
                               &ThemeTokens::text2));
    head->addWidget(picture);
    head->addLayout(names, 1);
    card()->body()->addLayout(head);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    for (int row = 0; row < facts.lines.size(); ++row) {
        auto *value = new Label(facts.lines.at(row).second);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(facts.lines.at(row).first);
        value->setWordWrap(true);
        value->setMinimumWidth(420);
        grid->addWidget(new Label(facts.lines.at(row).first, TextRole::Body, &ThemeTokens::text2), row, 0,
                        Qt::AlignTop);
        grid->addWidget(value, row, 1);
    }
    grid->setColumnStretch(1, 1);
    card()->body()->addLayout(grid);
    auto *note = new Label(tr("Versions, system, screen and the state of the connection; no password."),
                           TextRole::Label, &ThemeTokens::text2);
    m_copy->setObjectName(QStringLiteral("copyDiagnostics"));
    connect(m_copy, &QPushButton::clicked, this, [this, note, text = facts.diagnostics] {
        const bool copied = copyText(text, m_copy);
        note->setColor(copied ? &ThemeTokens::text2 : &ThemeTokens::error);
        note->setText(copied ? tr("Copied.") : tr("Not copied: the clipboard didn't take it."));
    });
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_copy);
    bottom->addWidget(note, 1);
    card()->body()->addLayout(bottom);
    open();
}

} // namespace herdbook
