// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace herdbook {

namespace {

/// A ring is for those who move by keyboard; a click needs none.
bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange) &&
           option.state.testFlag(QStyle::State_Enabled);
}

QIcon::Mode iconMode(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
}

void paintButtonIcon(QPainter &painter, const QRect &rect, const QIcon &icon, const QStyleOption &option)
{
    icon.paint(&painter, rect, Qt::AlignCenter, iconMode(option),
               option.state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off);
}

} // namespace

void Style::drawButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hover = enabled && option.state.testFlag(State_MouseOver);
    const bool down = enabled && option.state.testFlag(State_Sunken);
    const bool on = option.state.testFlag(State_On);
    const bool focus = showsFocus(option);
    const QRectF rect = option.rect;
    switch (buttonKind(widget)) {
    case ButtonKind::Primary:
        if (!enabled) {
            paintBox(painter, rect, m_tokens.hover, m_tokens.border, 5);
        } else if (focus) {
            paintBox(painter, rect, m_tokens.surface, m_tokens.focus, 6, 2);
            paintBox(painter, rect.adjusted(3, 3, -3, -3), hover ? m_tokens.accentHover : m_tokens.accent, QColor(), 3);
        } else {
            paintBox(painter, rect, hover || down ? m_tokens.accentHover : m_tokens.accent, QColor(), 5);
        }
        return;
    case ButtonKind::Secondary: {
        const QColor fill = !enabled        ? m_tokens.sunken
                            : on            ? m_tokens.selected
                            : hover || down ? m_tokens.hover
                                            : m_tokens.surface;
        paintBox(painter, rect, fill,
                 focus  ? m_tokens.focus
                 : down ? m_tokens.borderStrong
                        : m_tokens.border,
                 5, focus ? 2 : 1);
        return;
    }
    case ButtonKind::Flat:
        if (on || hover || down || focus)
            paintBox(painter, rect,
                     on              ? m_tokens.selected
                     : hover || down ? m_tokens.hover
                                     : QColor(),
                     focus ? m_tokens.focus : QColor(), 5, 2);
        return;
    case ButtonKind::Segment: {
        // Only the outer corners of the first and the last segment are round.
        const bool mirrored = option.direction == Qt::RightToLeft;
        const bool leftmost = widget->property(mirrored ? "herdbookLast" : "herdbookFirst").toBool();
        const bool rightmost = widget->property(mirrored ? "herdbookFirst" : "herdbookLast").toBool();
        QPainterPath shape;
        shape.addRoundedRect(rect.adjusted(leftmost ? 0 : -8, 0, rightmost ? 0 : 8, 0), 4, 4);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rect);
        if (on || hover)
            painter.fillPath(shape, on ? m_tokens.selected : m_tokens.hover);
        if (on) {
            QPainterPath line;
            line.addRect(QRectF(rect.left() - 8, rect.bottom() - 2, rect.width() + 16, 2));
            painter.fillPath(line.intersected(shape), enabled ? m_tokens.accent : m_tokens.borderStrong);
        }
        painter.restore();
        if (focus)
            paintBox(painter, rect, QColor(), m_tokens.focus, 4, 2);
        return;
    }
    case ButtonKind::Rail:
        if (on) {
            painter.fillRect(rect, m_tokens.surface);
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), m_tokens.border);
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), m_tokens.border);
            painter.fillRect(visualRect(option.direction, option.rect, {0, 0, 3, option.rect.height()}),
                             m_tokens.accent);
        } else if (hover || down) {
            painter.fillRect(visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -1, 0)),
                             m_tokens.hover);
        }
        if (focus)
            paintBox(painter, rect.adjusted(5, 3, -3, -3), QColor(), m_tokens.focus, 5, 2);
        return;
    }
}

void Style::drawPushButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const ButtonKind kind = buttonKind(widget);
    const bool primary = kind == ButtonKind::Primary;
    const bool on = option.state.testFlag(State_On);
    QFont font = widget ? widget->font() : painter.font();
    if (kind == ButtonKind::Segment && on)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth > 0 && !option.text.isEmpty() ? 7 : 0;
    QRect room = option.rect.adjusted(4, 0, menu ? -26 : -4, 0);
    const int textWidth = std::min(metrics.horizontalAdvance(option.text) + 1, room.width() - iconWidth - gap);
    const int left = room.left() + (room.width() - iconWidth - gap - textWidth) / 2;
    const auto visual = [&option](const QRect &place) { return visualRect(option.direction, option.rect, place); };
    if (iconWidth > 0)
        paintButtonIcon(painter,
                        visual({left, room.top() + (room.height() - option.iconSize.height()) / 2, iconWidth,
                                option.iconSize.height()}),
                        option.icon, option);
    painter.setPen(!enabled                             ? m_tokens.disabled
                   : primary                            ? m_tokens.onAccent
                   : kind == ButtonKind::Segment && !on ? m_tokens.text2
                                                        : m_tokens.text);
    const QRect text = visual({left + iconWidth + gap, room.top(), textWidth, room.height()});
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
                     metrics.elidedText(option.text, Qt::ElideRight, textWidth, Qt::TextShowMnemonic));
    if (menu)
        paintIcon(painter, visual({option.rect.right() - 26, option.rect.top(), 16, option.rect.height()}),
                  Icon::ChevronDown,
                  !enabled  ? m_tokens.disabled
                  : primary ? m_tokens.onAccent
                            : m_tokens.text2);
}

void Style::drawToolButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget) const
{
    drawButtonPanel(option, painter, widget);
    const ButtonKind kind = buttonKind(widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const bool menu = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    const QRect &rect = option.rect;
    QFont font = widget ? widget->font() : painter.font();
    if (on && kind == ButtonKind::Rail)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const bool quiet = !on && kind == ButtonKind::Rail;
    painter.setPen(!enabled                      ? m_tokens.disabled
                   : kind == ButtonKind::Primary ? m_tokens.onAccent
                   : quiet                       ? m_tokens.text2
                                                 : m_tokens.text);
    if (kind == ButtonKind::Rail) {
        paintButtonIcon(painter, {rect.left() + (rect.width() - 20) / 2, rect.top() + 9, 20, 20}, option.icon, option);
        painter.drawText(QRect(rect.left(), rect.top() + 31, rect.width(), 20), Qt::AlignCenter | Qt::TextShowMnemonic,
                         option.text);
        return;
    }
    const QRect room = rect.adjusted(0, 0, menu && hasText ? -18 : 0, 0);
    const int iconWidth = hasIcon ? option.iconSize.width() : 0;
    const int gap = hasIcon && hasText ? 7 : 0;
    const int textWidth =
        hasText ? std::min(metrics.horizontalAdvance(option.text) + 1, room.width() - iconWidth - gap) : 0;
    const int left = room.left() + (room.width() - iconWidth - gap - textWidth) / 2;
    const auto visual = [&](const QRect &place) { return visualRect(option.direction, rect, place); };
    if (hasIcon)
        paintButtonIcon(painter,
                        visual({left, room.top() + (room.height() - option.iconSize.height()) / 2, iconWidth,
                                option.iconSize.height()}),
                        option.icon, option);
    if (hasText)
        painter.drawText(visual({left + iconWidth + gap, room.top(), textWidth, room.height()}),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
                         metrics.elidedText(option.text, Qt::ElideRight, textWidth, Qt::TextShowMnemonic));
    if (menu && hasText)
        paintIcon(painter, visual({rect.right() - 23, rect.top(), 16, rect.height()}), Icon::ChevronDown,
                  enabled ? m_tokens.text2 : m_tokens.disabled);
}

void Style::drawCheckMark(const QStyleOption &option, QPainter &painter, bool round) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool partly = option.state.testFlag(State_NoChange);
    const bool hover = enabled && option.state.testFlag(State_MouseOver);
    const QRectF rect = option.rect;
    const qreal radius = round ? rect.width() / 2 : 3;
    if (!on && !partly) {
        paintBox(painter, rect, enabled ? m_tokens.surface : m_tokens.sunken,
                 !enabled ? m_tokens.border
                 : hover  ? m_tokens.accent
                          : m_tokens.borderStrong,
                 radius);
        return;
    }
    const QColor ink = enabled ? m_tokens.onAccent : m_tokens.surface;
    paintBox(painter, rect,
             !enabled ? m_tokens.borderStrong
             : hover  ? m_tokens.accentHover
                      : m_tokens.accent,
             QColor(), radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(rect.center(), rect.width() * 0.2, rect.width() * 0.2);
    } else {
        painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.translate(rect.topLeft());
        painter.scale(rect.width() / 16, rect.height() / 16);
        QPainterPath path;
        if (partly) {
            path.moveTo(4.5, 8);
            path.lineTo(11.5, 8);
        } else {
            path.moveTo(4.2, 8.3);
            path.lineTo(6.9, 11);
            path.lineTo(11.8, 5.3);
        }
        painter.drawPath(path);
    }
    painter.restore();
}

} // namespace herdbook
