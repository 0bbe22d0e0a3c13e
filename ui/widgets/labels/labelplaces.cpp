// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/labelplaces.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace herdbook {

std::vector<QRectF> placeLabels(const QRectF &bounds, const std::vector<std::vector<QRectF>> &wishes)
{
    std::vector<QRectF> placed;
    for (const std::vector<QRectF> &places : wishes) {
        const auto free = std::find_if(places.begin(), places.end(), [&](const QRectF &place) {
            return bounds.contains(place) && std::none_of(placed.begin(), placed.end(),
                                                          [&](const QRectF &other) { return other.intersects(place); });
        });
        placed.push_back(free == places.end() ? QRectF() : *free);
    }
    return placed;
}

QSizeF labelSize(const QString &text, TextRole role)
{
    const QFontMetricsF metrics(textFont(role));
    return {std::ceil(metrics.horizontalAdvance(text)) + 2, std::ceil(metrics.height())};
}

void paintChartLabels(QPainter &painter, const ThemeTokens &tokens, const QRectF &bounds,
                      const std::vector<ChartLabel> &labels)
{
    std::vector<std::vector<QRectF>> wishes;
    for (const ChartLabel &label : labels)
        wishes.push_back(label.places);
    const std::vector<QRectF> places = placeLabels(bounds, wishes);
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const ChartLabel &label = labels[at];
        if (places[at].isNull())
            continue;
        if (label.frame != nullptr) {
            painter.setPen(QPen(tokens.*label.frame, 1.4));
            painter.setBrush(tokens.surface);
            painter.drawRoundedRect(places[at], 4, 4);
        }
        painter.setFont(textFont(label.role));
        painter.setPen(tokens.*label.color);
        painter.drawText(places[at], Qt::AlignCenter | Qt::TextWordWrap, label.text);
    }
}

} // namespace herdbook
