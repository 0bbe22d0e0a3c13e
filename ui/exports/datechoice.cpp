// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/datechoice.h"

#include "core/base/language.h"
#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace herdbook::ui {

DateChoice::DateChoice(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    setFixedHeight(18);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *mark = new ElidedLabel(tr("Which?"), TextRole::Label, &ThemeTokens::error);
    mark->setIcon(Icon::Failed);
    row->addWidget(mark);
    for (size_t at = 0; at < m_buttons.size(); ++at) {
        auto *button = new QToolButton;
        button->setFont(textFont(TextRole::LabelStrong));
        button->setFixedHeight(18);
        m_buttons[at] = button;
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, at] { Q_EMIT chosen(m_days.at(static_cast<int>(at))); });
    }
    row->addStretch(1);
    hide();
}

void DateChoice::setDays(const QList<QDate> &days)
{
    m_days = days;
    const bool two = days.size() == 2;
    for (int at = 0; two && at < 2; ++at) {
        QToolButton *choice = button(at);
        choice->setText(shownDate(days.at(at), QStringLiteral("d MMMM")));
        choice->setAccessibleName(tr("%1: %2").arg(m_name, dayText(days.at(at))));
        choice->setToolTip(dayText(days.at(at)));
    }
    setVisible(two);
}

} // namespace herdbook::ui
