// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/plot.h"

namespace herdbook::layout {

/// One layer or group of bars.
struct BarSeries
{
    QString name;
    Fill fill;
    std::vector<double> values; ///< one for each category
};

/// Upright bars over categories in order, such as months or hours.
struct BarChart
{
    QString title;
    QString note; ///< what is counted
    QStringList categories;
    std::vector<std::size_t> labeled; ///< the categories that get a label; empty: all that fit
    std::vector<BarSeries> series;
    bool stacked = true;
    QString xTitle;
};
void paintBarChart(QPainter &painter, const QRectF &rect, const BarChart &chart);

/// Lying bars with names at the left and the sum at the end.
struct RankedBars
{
    QString title;
    QString note;
    QStringList names;
    std::vector<BarSeries> series; ///< stacked
};
/// The height that `rows` bars need, head and legend included.
qreal rankedBarsHeight(std::size_t rows);
void paintRankedBars(QPainter &painter, const QRectF &rect, const RankedBars &chart);

/// Estimates with intervals on a logarithmic axis around 1.
struct IntervalChart
{
    struct Entry
    {
        QString name;
        double estimate = 1;
        double low = 1;
        double high = 1;
        Fill fill;
    };
    QString title;
    QString note;
    std::vector<Entry> entries;
};
qreal intervalChartHeight(std::size_t entries);
void paintIntervalChart(QPainter &painter, const QRectF &rect, const IntervalChart &chart);

} // namespace herdbook::layout
