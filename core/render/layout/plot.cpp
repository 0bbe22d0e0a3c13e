// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/plot.h"

#include <QLocale>
#include <cmath>

namespace herdbook::layout {

namespace {

QString labelOf(const Axis &axis, std::size_t tick)
{
    if (!axis.labels.isEmpty())
        return axis.labels.value(static_cast<qsizetype>(tick));
    return QLocale(QLocale::English).toString(axis.ticks[tick], 'g', 6);
}

double fraction(const Axis &axis, double value)
{
    if (axis.logarithmic)
        return std::log(value / axis.least) / std::log(axis.most / axis.least);
    return (value - axis.least) / (axis.most - axis.least);
}

} // namespace

Axis roundAxis(double least, double most, int count, double leastStep)
{
    Axis axis;
    axis.least = std::min(0.0, least);
    const double span = std::max(most - axis.least, 1e-9);
    const double raw = span / count;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= raw * 0.999) {
            step = factor * power;
            break;
        }
    }
    step = std::max(step, leastStep);
    const double first = std::floor(axis.least / step + 1e-9);
    const double last = std::ceil(most / step - 1e-9);
    axis.least = first * step;
    axis.most = std::max(last, first + 1) * step;
    for (double i = first; i * step <= axis.most + step / 1000; ++i)
        axis.ticks.push_back(i * step);
    return axis;
}

Plot::Plot(const QRectF &frame, Axis x, Axis y) : m_x(std::move(x)), m_y(std::move(y)), m_frame(frame)
{
    const QFont face = font(Role::Small);
    qreal left = 0;
    for (std::size_t tick = 0; tick < m_y.ticks.size(); ++tick)
        left = std::max(left, textWidth(face, labelOf(m_y, tick)));
    const qreal line = lineHeight(face);
    m_area = frame.adjusted(left + 6, m_y.title.isEmpty() ? 4 : line + 2, -2,
                            -(m_x.ticks.empty() ? 2 : line + 4) - (m_x.title.isEmpty() ? 0 : line));
}

qreal Plot::x(double value) const
{
    return m_area.left() + fraction(m_x, value) * m_area.width();
}

qreal Plot::y(double value) const
{
    return m_area.bottom() - fraction(m_y, value) * m_area.height();
}

QPolygonF Plot::map(const QPolygonF &points) const
{
    QPolygonF mapped;
    mapped.reserve(points.size());
    for (const QPointF &point : points)
        mapped.push_back(map(point));
    return mapped;
}

void Plot::paintGrid(QPainter &painter, bool vertical) const
{
    painter.setPen(QPen(QColor(ink::grid), 0.6));
    for (const double tick : m_y.ticks)
        painter.drawLine(QPointF(m_area.left(), y(tick)), QPointF(m_area.right(), y(tick)));
    for (const double tick : vertical ? m_x.ticks : std::vector<double>())
        painter.drawLine(QPointF(x(tick), m_area.top()), QPointF(x(tick), m_area.bottom()));
}

void Plot::paintAxes(QPainter &painter) const
{
    const QFont face = font(Role::Small);
    const QColor color(ink::text2);
    const qreal line = lineHeight(face);
    painter.setPen(QPen(QColor(ink::axis), 0.7));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    for (std::size_t tick = 0; tick < m_y.ticks.size(); ++tick) {
        const QRectF rect(m_frame.left(), y(m_y.ticks[tick]) - line / 2, m_area.left() - 5 - m_frame.left(), line);
        paintLine(painter, rect, labelOf(m_y, tick), face, color, Qt::AlignRight);
    }
    qreal free = -1e9; // labels that would touch the one before are left out
    for (std::size_t tick = 0; tick < m_x.ticks.size(); ++tick) {
        const QString label = labelOf(m_x, tick);
        const qreal width = textWidth(face, label);
        const qreal at = x(m_x.ticks[tick]);
        const qreal left = std::min(at - width / 2, m_frame.right() - width);
        if (label.isEmpty() || left < free)
            continue;
        free = left + width + 5;
        painter.setPen(QPen(QColor(ink::axis), 0.7));
        painter.drawLine(QPointF(at, m_area.bottom()), QPointF(at, m_area.bottom() + 2.5));
        paintLine(painter, QRectF(left, m_area.bottom() + 3, width + 0.1, line), label, face, color);
    }
    if (!m_y.title.isEmpty())
        paintLine(painter, QRectF(m_frame.left(), m_frame.top(), m_frame.width(), line), m_y.title, face, color);
    if (!m_x.title.isEmpty())
        paintLine(painter, QRectF(m_area.left(), m_frame.bottom() - line, m_area.width(), line), m_x.title, face, color,
                  Qt::AlignRight);
}

qreal paintLegend(QPainter &painter, const QPointF &topLeft, qreal width, const std::vector<LegendEntry> &entries)
{
    const QFont face = font(Role::Label);
    const qreal line = lineHeight(face);
    qreal x = topLeft.x();
    qreal y = topLeft.y();
    for (const LegendEntry &entry : entries) {
        const qreal text = std::min(textWidth(face, entry.name) + 0.1, width - 16);
        if (x > topLeft.x() && x + 14 + text > topLeft.x() + width) {
            x = topLeft.x();
            y += line;
        }
        if (entry.isLine) {
            painter.setPen(entry.pen);
            painter.drawLine(QPointF(x, y + line / 2), QPointF(x + 11, y + line / 2));
        } else {
            paintFill(painter, QRectF(x + 1, y + line / 2 - 3.75, 7.5, 7.5), entry.fill);
        }
        paintLine(painter, QRectF(x + 14, y, text, line), entry.name, face, QColor(ink::text2));
        x += 14 + text + 12;
    }
    return y + line - topLeft.y();
}

QRectF paintFigureHead(QPainter &painter, const QRectF &rect, const QString &title, const QString &note,
                       const std::vector<LegendEntry> &legend)
{
    qreal y = rect.top();
    if (!title.isEmpty()) {
        const qreal line = lineHeight(font(Role::Strong));
        const qreal width = std::min(textWidth(font(Role::Strong), title) + 0.1, rect.width());
        paintLine(painter, QRectF(rect.left(), y, width, line), title, font(Role::Strong), QColor(ink::text));
        const QRectF rest(rect.left() + width + 8, y, std::max(0.0, rect.width() - width - 8), line);
        const bool beside = textWidth(font(Role::Label), note) <= rest.width();
        const QRectF below(rect.left(), y + line, rect.width(), lineHeight(font(Role::Label)));
        paintLine(painter, beside ? rest : below, note, font(Role::Label), QColor(ink::text2));
        y += line + 2 + (beside ? 0 : below.height());
    }
    if (!legend.empty())
        y += paintLegend(painter, QPointF(rect.left(), y), rect.width(), legend) + 4;
    return {rect.left(), y, rect.width(), rect.bottom() - y};
}

} // namespace herdbook::layout
