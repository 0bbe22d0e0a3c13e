// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/style.h"

#include <QPolygonF>
#include <functional>
#include <vector>

namespace herdbook::layout {

/// One axis of a plot, in the data's units.
struct Axis
{
    double least = 0;
    double most = 1;
    bool logarithmic = false;  ///< both ends > 0
    std::vector<double> ticks; ///< where numbers stand
    QStringList labels;        ///< as many as ticks; empty: the ticks as numbers
    QString title;
};

/// An axis from 0 (or below) to a round number at or above `most`, with about `count` ticks at round numbers, no closer
/// than `leastStep` (1 for what is counted).
Axis roundAxis(double least, double most, int count = 5, double leastStep = 0);

/// The frame of a chart painted directly: grid, axes, numbers, titles, and the mapping from data to points. What lies
/// within is painted with QPainter between the two:
///
///     const Plot plot(rect, xAxis, yAxis);
///     plot.paintGrid(painter);
///     painter.drawPolyline(plot.map(curve));
///     plot.paintAxes(painter);
class Plot
{
public:
    Plot(const QRectF &frame, Axis x, Axis y);

    /// The area of the data.
    QRectF area() const { return m_area; }
    qreal x(double value) const;
    qreal y(double value) const;
    QPointF map(const QPointF &point) const { return {x(point.x()), y(point.y())}; }
    QPolygonF map(const QPolygonF &points) const;

    /// Horizontal grid lines; vertical ones too where asked for.
    void paintGrid(QPainter &painter, bool vertical = false) const;
    /// The axes with their numbers and titles.
    void paintAxes(QPainter &painter) const;

private:
    Axis m_x;
    Axis m_y;
    QRectF m_frame;
    QRectF m_area;
};

/// An entry of a legend: an area, or a line of this pen.
struct LegendEntry
{
    QString name;
    Fill fill;
    bool isLine = false;
    QPen pen;
};

/// Paints entries from left to right; as many as fit on one line. Returns the height used.
qreal paintLegend(QPainter &painter, const QPointF &topLeft, qreal width, const std::vector<LegendEntry> &entries);

/// A figure's own title over its legend. Returns the rectangle left for the plot.
QRectF paintFigureHead(QPainter &painter, const QRectF &rect, const QString &title, const QString &note,
                       const std::vector<LegendEntry> &legend = {});

} // namespace herdbook::layout
