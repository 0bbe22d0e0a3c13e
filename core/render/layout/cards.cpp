// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/cards.h"

#include "core/render/layout/paragraph.h"

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

Paragraph linesOf(const QString &text, Role role, qreal width)
{
    return {text, font(role), width, 2};
}

} // namespace

void addCards(Document &document, const std::vector<Card> &cards, int perRow)
{
    constexpr qreal Gap = 8;
    constexpr qreal Padding = 9;
    const qreal label = lineHeight(font(Role::Label));
    const qreal figure = lineHeight(font(Role::Figure));
    for (std::size_t first = 0; first < cards.size(); first += static_cast<std::size_t>(perRow)) {
        const std::vector<Card> row(cards.begin() + static_cast<std::ptrdiff_t>(first),
                                    cards.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                        cards.size(), first + static_cast<std::size_t>(perRow))));
        const qreal width = (document.width() - Gap * (perRow - 1)) / perRow;
        qreal labels = label; // of the row; what doesn't fit on a line takes two
        qreal notes = label;
        for (const Card &card : row) {
            labels = std::max(labels, linesOf(card.label, Role::Label, width - 2 * Padding).height());
            notes = std::max(notes, linesOf(card.note, Role::Small, width - 2 * Padding).height());
        }
        const qreal height = 2 * Padding + labels + notes + figure - 6;
        document.figure(height, [=](QPainter &painter, const QRectF &rect) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const QRectF frame(rect.left() + static_cast<qreal>(i) * (width + Gap), rect.top(), width,
                                   rect.height());
                painter.setPen(QPen(QColor(ink::border), 0.8));
                painter.setBrush(QColor(ink::sunken));
                painter.drawRoundedRect(frame, 3, 3);
                const QRectF inner = frame.adjusted(Padding, Padding - 3, -Padding, -Padding + 3);
                linesOf(row[i].label, Role::Label, inner.width()).paint(painter, inner.topLeft(), QColor(ink::text2));
                paintLine(painter, QRectF(inner.left(), inner.top() + labels, inner.width(), figure), row[i].figure,
                          fitting(row[i].figure, inner.width()), QColor(ink::text));
                linesOf(row[i].note, Role::Small, inner.width())
                    .paint(painter, QPointF(inner.left(), inner.bottom() - notes), QColor(ink::text2));
            }
        });
    }
}

} // namespace herdbook::layout
