// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/forest.h"

#include <cmath>

namespace herdbook::render {

using layout::Role;

Forest::Forest(const std::vector<std::optional<season::RateRatio>> &ratios)
{
    for (const std::optional<season::RateRatio> &ratio : ratios) {
        if (ratio && !ratio->hasZero && ratio->hasInterval)
            m_reach = std::max({m_reach, std::min(ratio->high, 4.0), std::min(1 / ratio->low, 4.0)});
    }
    m_reach *= 1.06;
}

qreal Forest::x(const QRectF &rect, double ratio) const
{
    const double at = std::log(std::clamp(ratio, 1 / m_reach, m_reach)) / std::log(m_reach);
    return rect.center().x() + at * rect.width() / 2;
}

layout::Column Forest::column(qreal width) const
{
    layout::Column column{QString(), Qt::AlignLeft, false, {}};
    column.width = width;
    column.drawTitle = [forest = *this](QPainter &painter, const QRectF &rect) {
        const auto write = [&](double ratio, const QString &text) {
            // Under its tick, but not out of the column, where the tick is near its end.
            const QFont font = layout::font(Role::Small);
            const qreal room = std::min(layout::textWidth(font, text) + 1, rect.width());
            const qreal left = std::clamp(forest.x(rect, ratio) - room / 2, rect.left(), rect.right() - room);
            layout::paintLine(painter, QRectF(left, rect.top(), room, rect.height()), text, font,
                              QColor(layout::ink::text2), Qt::AlignHCenter);
        };
        const bool wide = forest.m_reach > 3; // half and twice would stand too close
        write(1, QStringLiteral("same"));
        write(wide ? 0.3 : 0.5, wide ? QStringLiteral("0.3") : QStringLiteral("half"));
        write(wide ? 3 : 2, wide ? QStringLiteral("3") : QStringLiteral("twice"));
    };
    return column;
}

layout::DrawCell Forest::cell(const std::optional<season::RateRatio> &ratio, bool strong) const
{
    return [forest = *this, ratio, strong](QPainter &painter, const QRectF &rect) {
        painter.setPen(QPen(QColor(layout::ink::axis), 0.7, Qt::DotLine));
        painter.drawLine(QPointF(forest.x(rect, 1), rect.top()), QPointF(forest.x(rect, 1), rect.bottom()));
        const qreal y = rect.center().y();
        if (!ratio || ratio->hasZero)
            return;
        const QColor ink(layout::ink::text);
        if (ratio->hasInterval) {
            painter.setPen(QPen(ink, strong ? 1.6 : 1.1));
            painter.drawLine(QPointF(forest.x(rect, ratio->low), y), QPointF(forest.x(rect, ratio->high), y));
            const auto end = [&](double value, double direction) {
                const qreal at = forest.x(rect, value);
                const bool cut = value > forest.m_reach || value < 1 / forest.m_reach;
                if (cut) // goes on beyond the axis
                    painter.drawPolyline(
                        QPolygonF({{at - 3 * direction, y - 2.5}, {at, y}, {at - 3 * direction, y + 2.5}}));
                else
                    painter.drawLine(QPointF(at, y - 2.5), QPointF(at, y + 2.5));
            };
            end(ratio->low, -1);
            end(ratio->high, 1);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(forest.x(rect, ratio->ratio), y), strong ? 3 : 2.3, strong ? 3 : 2.3);
    };
}

} // namespace herdbook::render
