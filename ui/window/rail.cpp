// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QButtonGroup>
#include <QMenu>
#include <QPainter>
#include <QStyle>
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

QToolButton *Rail::makeButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
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
    return button;
}

void Rail::addPage(const QString &text, Icon icon, const QString &toolTip, bool atBottom)
{
    QToolButton *button = makeButton(text, toolTip);
    button->setIcon(themeIcon(icon, &ThemeTokens::text2, &ThemeTokens::accent));
    button->setCheckable(true);
    m_group->addButton(button, static_cast<int>(m_group->buttons().size()));
    if (atBottom)
        m_column->addWidget(button);
    else
        m_column->insertWidget(m_above++, button);
}

void Rail::addMenu(const QString &text, Icon icon, const QString &toolTip, QMenu *menu)
{
    m_menu = makeButton(text, toolTip);
    m_menu->setIcon(themeIcon(icon, &ThemeTokens::text2));
    m_menu->setAccessibleName(text);
    m_column->addWidget(m_menu);
    const auto open = [this, menu] {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const QSize size = menu->sizeHint();
        const QPoint corner =
            m_menu->mapToGlobal(QPoint(mirrored ? 4 - size.width() : m_menu->width() - 4, m_menu->height()));
        menu->popup(corner - QPoint(0, size.height()));
    };
    connect(m_menu, &QToolButton::clicked, menu, open);
}

void Rail::setCurrent(int index)
{
    m_group->setExclusive(index >= 0);
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *each : buttons)
        each->setChecked(m_group->id(each) == index);
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
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), {width() - 1, 0, 1, height()}), tokens.border);
}

} // namespace herdbook
