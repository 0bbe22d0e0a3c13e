// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/bars.h"

#include <QLocale>
#include <cmath>

namespace herdbook::layout {

namespace {

constexpr qreal RankedRow = 16;
constexpr qreal WidestBar = 90; // or group of bars
constexpr qreal IntervalRow = 17;

std::vector<LegendEntry> legendOf(const std::vector<BarSeries> &series)
{
    std::vector<LegendEntry> legend;
    for (const BarSeries &layer : series)
        legend.push_back({layer.name, layer.fill, false, {}});
    return legend;
}

double sumAt(const std::vector<BarSeries> &series, std::size_t category)
{
    double sum = 0;
    for (const BarSeries &layer : series)
        sum += layer.values[category];
    return sum;
}

/// Whether the chart shows counts: its axis then has no fractions.
bool hasOnlyCounts(const BarChart &chart)
{
    return std::all_of(chart.series.begin(), chart.series.end(), [](const BarSeries &series) {
        return std::all_of(series.values.begin(), series.values.end(),
                           [](double value) { return value == std::floor(value); });
    });
}

double highest(const BarChart &chart)
{
    double most = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(chart.categories.size()); ++i) {
        if (chart.stacked)
            most = std::max(most, sumAt(chart.series, i));
        else
            for (const BarSeries &series : chart.series)
                most = std::max(most, series.values[i]);
    }
    return most;
}

/// The widest of the names, but no more than a share of the width.
qreal nameWidth(const QStringList &names, qreal width)
{
    qreal widest = 0;
    for (const QString &name : names)
        widest = std::max(widest, textWidth(font(Role::Label), name));
    return std::min(widest + 1, width * 0.36);
}

} // namespace

void paintBarChart(QPainter &painter, const QRectF &rect, const BarChart &chart)
{
    const QRectF frame = paintFigureHead(painter, rect, chart.title, chart.note, legendOf(chart.series));
    const auto count = static_cast<std::size_t>(chart.categories.size());
    Axis x{0, static_cast<double>(count), false, {}, {}, chart.xTitle};
    if (chart.labeled.empty()) {
        for (std::size_t i = 0; i < count; ++i)
            x.ticks.push_back(static_cast<double>(i) + 0.5);
        x.labels = chart.categories;
    } else {
        for (const std::size_t i : chart.labeled) {
            x.ticks.push_back(static_cast<double>(i) + 0.5);
            x.labels.push_back(chart.categories[static_cast<qsizetype>(i)]);
        }
    }
    const Axis y = roundAxis(0, std::max(highest(chart), 1.0), 5, hasOnlyCounts(chart) ? 1 : 0);
    const Plot plot(frame, x, y);
    plot.paintGrid(painter);
    const qreal slot = plot.area().width() / static_cast<qreal>(count);
    const qreal inset = std::max(slot > 12 ? slot * 0.16 : slot * 0.08, (slot - WidestBar) / 2);
    const qreal each = (slot - 2 * inset) / (chart.stacked ? 1.0 : static_cast<qreal>(chart.series.size()));
    for (std::size_t i = 0; i < count; ++i) {
        double below = 0;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const double value = chart.series[s].values[i];
            const qreal left = plot.area().left() + static_cast<qreal>(i) * slot + inset +
                               (chart.stacked ? 0 : static_cast<qreal>(s) * each);
            const qreal top = plot.y(below + value);
            paintFill(painter, QRectF(left, top, each, plot.y(below) - top), chart.series[s].fill);
            below += chart.stacked ? value : 0;
        }
    }
    plot.paintAxes(painter);
}

qreal rankedBarsHeight(std::size_t rows)
{
    return lineHeight(font(Role::Strong)) + lineHeight(font(Role::Label)) + 12 + RankedRow * static_cast<qreal>(rows);
}

void paintRankedBars(QPainter &painter, const QRectF &rect, const RankedBars &chart)
{
    const QRectF frame = paintFigureHead(painter, rect, chart.title, chart.note, legendOf(chart.series));
    const QFont face = font(Role::Label);
    const qreal names = nameWidth(chart.names, rect.width());
    double most = 1;
    qreal numbers = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(chart.names.size()); ++i) {
        most = std::max(most, sumAt(chart.series, i));
        numbers =
            std::max(numbers, textWidth(face, QLocale(QLocale::English).toString(sumAt(chart.series, i), 'f', 0)));
    }
    const qreal scale = (frame.width() - names - 8 - numbers - 8) / most;
    for (std::size_t i = 0; i < static_cast<std::size_t>(chart.names.size()); ++i) {
        const qreal y = frame.top() + static_cast<qreal>(i) * RankedRow;
        const QRectF name(frame.left(), y, names, RankedRow);
        paintLine(painter, name, chart.names[static_cast<qsizetype>(i)], face, QColor(ink::text), Qt::AlignRight);
        qreal x = frame.left() + names + 8;
        for (const BarSeries &series : chart.series) {
            const qreal width = series.values[i] * scale;
            paintFill(painter, QRectF(x, y + 2.5, width, RankedRow - 5), series.fill);
            x += width;
        }
        const QString sum = QLocale(QLocale::English).toString(sumAt(chart.series, i), 'f', 0);
        paintLine(painter, QRectF(x + 5, y, numbers + 3, RankedRow), sum, face, QColor(ink::text2));
    }
    painter.setPen(QPen(QColor(ink::axis), 0.7));
    const qreal axis = frame.left() + names + 8;
    painter.drawLine(QPointF(axis, frame.top()),
                     QPointF(axis, frame.top() + RankedRow * static_cast<qreal>(chart.names.size())));
}

qreal intervalChartHeight(std::size_t entries)
{
    return lineHeight(font(Role::Strong)) + 30 + IntervalRow * static_cast<qreal>(entries);
}

void paintIntervalChart(QPainter &painter, const QRectF &rect, const IntervalChart &chart)
{
    const QRectF frame = paintFigureHead(painter, rect, chart.title, chart.note);
    QStringList names;
    double reach = 2;
    for (const IntervalChart::Entry &entry : chart.entries) {
        names.push_back(entry.name);
        reach = std::max({reach, std::min(entry.high, 16.0), 1 / std::max(entry.low, 1 / 16.0)});
    }
    const qreal left = nameWidth(names, rect.width()) + 8;
    Axis x{1 / reach / 1.1, reach * 1.1, true, {}, {}, {}};
    for (const double tick : {1 / 16.0, 1 / 8.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0}) {
        if (tick < x.least || tick > x.most)
            continue;
        x.ticks.push_back(tick);
        x.labels.push_back(tick < 1   ? QStringLiteral("1/%1 of").arg(1 / tick)
                           : tick > 1 ? QStringLiteral("%1 times").arg(tick)
                                      : QStringLiteral("same"));
    }
    const Plot plot(frame.adjusted(left - 6, 0, -4, 0), x, Axis{0, 1, false, {}, {}, {}});
    plot.paintGrid(painter, true);
    plot.paintAxes(painter);
    const QRectF area = plot.area();
    painter.setPen(QPen(QColor(ink::text), 0.9, Qt::DashLine));
    painter.drawLine(QPointF(plot.x(1), area.top()), QPointF(plot.x(1), area.bottom()));
    const qreal row = area.height() / static_cast<qreal>(chart.entries.size());
    for (std::size_t i = 0; i < chart.entries.size(); ++i) {
        const IntervalChart::Entry &entry = chart.entries[i];
        const qreal y = area.top() + (static_cast<qreal>(i) + 0.5) * row;
        paintLine(painter, QRectF(frame.left(), y - row / 2, left - 8, row), entry.name, font(Role::Label),
                  QColor(ink::text), Qt::AlignRight);
        painter.setPen(QPen(entry.fill.color, 1.6));
        painter.drawLine(QPointF(plot.x(std::clamp(entry.low, x.least, x.most)), y),
                         QPointF(plot.x(std::clamp(entry.high, x.least, x.most)), y));
        const qreal at = plot.x(std::clamp(entry.estimate, x.least, x.most));
        paintFill(painter, QRectF(at - 3.5, y - 3.5, 7, 7), entry.fill);
    }
}

} // namespace herdbook::layout
