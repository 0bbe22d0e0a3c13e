// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "ui/widgets/style/style.h"
#include "ui/widgets/typeface.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace herdbook {

Rail::Rail(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setFixedWidth(68);
    setAccessibleName(tr("Screens"));
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::addPage(const QString &text, Icon icon, const QString &toolTip, bool atBottom)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setIcon(themeIcon(icon, &ThemeTokens::text2, &ThemeTokens::accent));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFixedSize(68, 58);
    setButtonKind(button, ButtonKind::Rail);
    // The longest word has to fit the button also when it is bold.
    QFont font = textFont(TextRole::Label);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    while (QFontMetrics(bold).horizontalAdvance(text) > 64 && font.pointSizeF() > 8) {
        font.setPointSizeF(font.pointSizeF() - 0.25);
        bold.setPointSizeF(font.pointSizeF());
    }
    button->setFont(font);
    m_group->addButton(button, static_cast<int>(m_group->buttons().size()));
    if (atBottom)
        m_column->addWidget(button);
    else
        m_column->insertWidget(m_above++, button);
}

void Rail::setCurrent(int index)
{
    button(index)->setChecked(true);
}

QToolButton *Rail::button(int index) const
{
    return static_cast<QToolButton *>(m_group->button(index));
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    painter.fillRect(rect(), tokens.rail);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.border);
}

} // namespace herdbook
