// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/cards.h"

namespace herdbook::layout {

namespace {

/// The largest type that fits the width.
QFont fitting(const QString &text, qreal width)
{
    for (const Role role : {Role::Figure, Role::Title, Role::Heading}) {
        if (textWidth(font(role), text) <= width)
            return font(role);
    }
    return font(Role::Strong);
}

} // namespace

void addCards(Document &document, const std::vector<Card> &cards, int perRow)
{
    constexpr qreal Gap = 8;
    constexpr qreal Padding = 9;
    const qreal label = lineHeight(font(Role::Label));
    const qreal figure = lineHeight(font(Role::Figure));
    const qreal height = 2 * Padding + 2 * label + figure - 6;
    for (std::size_t first = 0; first < cards.size(); first += static_cast<std::size_t>(perRow)) {
        const std::vector<Card> row(cards.begin() + static_cast<std::ptrdiff_t>(first),
                                    cards.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                        cards.size(), first + static_cast<std::size_t>(perRow))));
        document.figure(height, [=](QPainter &painter, const QRectF &rect) {
            const qreal width = (rect.width() - Gap * (perRow - 1)) / perRow;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const QRectF frame(rect.left() + static_cast<qreal>(i) * (width + Gap), rect.top(), width,
                                   rect.height());
                painter.setPen(QPen(QColor(ink::border), 0.8));
                painter.setBrush(QColor(ink::sunken));
                painter.drawRoundedRect(frame, 3, 3);
                const QRectF inner = frame.adjusted(Padding, Padding - 3, -Padding, -Padding + 3);
                const QRectF top(inner.left(), inner.top(), inner.width(), label);
                paintLine(painter, top, row[i].label, font(Role::Label), QColor(ink::text2));
                paintLine(painter, QRectF(inner.left(), top.bottom(), inner.width(), figure), row[i].figure,
                          fitting(row[i].figure, inner.width()), QColor(ink::text));
                paintLine(painter, QRectF(inner.left(), inner.bottom() - label, inner.width(), label), row[i].note,
                          font(Role::Small), QColor(ink::text2));
            }
        });
    }
}

} // namespace herdbook::layout
