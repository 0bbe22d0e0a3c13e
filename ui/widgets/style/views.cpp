// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace herdbook {

namespace {

bool ringsRow(const QTableView &table)
{
    return table.selectionBehavior() == QAbstractItemView::SelectRows && table.hasFocus() &&
           table.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace

void Style::drawHeader(const QStyleOptionHeader &option, QPainter &painter, const QWidget *widget) const
{
    const QRect &rect = option.rect;
    const bool upright = option.orientation == Qt::Vertical;
    const bool hover = option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled);
    const auto *view = qobject_cast<const QHeaderView *>(widget);
    painter.fillRect(rect, hover && view && view->sectionsClickable() ? m_tokens.hover : m_tokens.sunken);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_tokens.border);
    const bool last =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (!last && !upright)
        painter.fillRect(visualRect(option.direction, rect, QRect(rect.right(), rect.top(), 1, rect.height())),
                         m_tokens.border);
    QRect text = rect.adjusted(10, 0, -10, -1);
    const bool right = option.textAlignment.testFlag(Qt::AlignRight);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const int width = std::min(option.fontMetrics.horizontalAdvance(option.text), text.width() - 18);
        const int x = right ? text.right() - width - 18 : text.left() + width + 2;
        // Qt names the indicator by where its tip points: SortDown is ascending.
        paintIcon(
            painter,
            visualRect(option.direction, rect, QRect(std::max(x, rect.left() + 2), rect.top(), 16, rect.height() - 1)),
            option.sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown, m_tokens.text2,
            14);
        if (!right)
            text.setWidth(text.width() - 18);
    }
    text = visualRect(option.direction, rect, text);
    painter.setPen(option.state.testFlag(State_Enabled) ? m_tokens.text2 : m_tokens.disabled);
    painter.drawText(text, static_cast<int>(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)),
                     option.fontMetrics.elidedText(option.text, Qt::ElideRight, text.width()));
}

void Style::drawItemPanel(const QStyleOptionViewItem &option, QPainter &painter, const QWidget *widget) const
{
    const bool selected = option.state.testFlag(State_Selected);
    const bool hover = option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled);
    if (selected)
        painter.fillRect(option.rect, m_tokens.selected);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    else if (hover)
        painter.fillRect(option.rect, m_tokens.hover);
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (!table || table->objectName() == QLatin1String("qt_calendar_calendarview"))
        return;
    const QRect &r = option.rect;
    if (!table->showGrid())
        painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), m_tokens.border);
    // Where whole rows are chosen, the focus ring goes around the row, each cell drawing its part.
    if (!ringsRow(*table) || !option.index.isValid() || option.index.row() != table->currentIndex().row())
        return;
    const QHeaderView &header = *table->horizontalHeader();
    const int from = header.sectionPosition(option.index.column());
    painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), m_tokens.focus);
    painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), m_tokens.focus);
    if (from == 0)
        painter.fillRect(QRect(r.left(), r.top(), 2, r.height()), m_tokens.focus);
    if (from + header.sectionSize(option.index.column()) == header.length())
        painter.fillRect(QRect(r.right() - 1, r.top(), 2, r.height()), m_tokens.focus);
}

void Style::drawTab(const QStyleOptionTab &option, QPainter &painter) const
{
    const QRect &rect = option.rect;
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_tokens.border);
    const bool enabled = option.state.testFlag(State_Enabled);
    if (option.state.testFlag(State_Selected))
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), m_tokens.accent);
    else if (option.state.testFlag(State_MouseOver) && enabled)
        paintBox(painter, rect.adjusted(2, 4, -2, -4), m_tokens.hover, QColor(), 5);
}

void Style::drawTabLabel(const QStyleOptionTab &option, QPainter &painter, const QWidget *) const
{
    const bool selected = option.state.testFlag(State_Selected);
    const bool enabled = option.state.testFlag(State_Enabled);
    painter.setFont(textFont(selected ? TextRole::Strong : TextRole::Body));
    painter.setPen(!enabled ? m_tokens.disabled : selected ? m_tokens.text : m_tokens.text2);
    painter.drawText(visualRect(option.direction, option.rect, option.rect.adjusted(14, 0, -6, 0)),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange))
        paintBox(painter, option.rect.adjusted(3, 4, -3, -5), QColor(), m_tokens.focus, 4, 2);
}

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const
{
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state.testFlag(State_MouseOver) || option.activeSubControls.testFlag(SC_ScrollBarSlider);
    QRectF slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const qreal slack = active ? 2 : 3;
    slider.adjust(slack, slack, -slack, -slack);
    QColor color = m_tokens.borderStrong;
    if (!active)
        color.setAlphaF(0.6F);
    paintBox(painter, slider, color, QColor(), std::min(slider.width(), slider.height()) / 2);
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter) const
{
    const QRect &rect = option.rect;
    painter.fillRect(rect, m_tokens.surface);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), m_tokens.border);
        return;
    }
    const bool enabled = option.state.testFlag(State_Enabled);
    if (enabled && option.state.testFlag(State_Selected))
        paintBox(painter, rect.adjusted(4, 1, -4, -1), m_tokens.selected, QColor(), 4);
    const QRect mark = visualRect(option.direction, rect, QRect(rect.left() + 10, rect.top(), 16, rect.height()));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, mark, Icon::Check, enabled ? m_tokens.accent : m_tokens.disabled);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QRect text = visualRect(option.direction, rect, rect.adjusted(34, 0, -12, 0));
    painter.setFont(option.font);
    painter.setPen(enabled ? m_tokens.text : m_tokens.disabled);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, parts.constFirst());
    if (parts.size() > 1) {
        painter.setPen(enabled ? m_tokens.text2 : m_tokens.disabled);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, parts.at(1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, visualRect(option.direction, rect, QRect(rect.right() - 22, rect.top(), 16, rect.height())),
                  option.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight,
                  enabled ? m_tokens.text2 : m_tokens.disabled);
}

} // namespace herdbook
