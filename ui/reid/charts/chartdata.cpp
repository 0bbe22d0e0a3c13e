// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartdata.h"

#include <algorithm>
#include <cmath>

namespace herdbook::dashboard {

double automaticBinWidth(const reid::ScoreCounts &scores)
{
    if (scores.total() < 2)
        return 0.01;
    const double iqr = scores.quantile(0.75) - scores.quantile(0.25);
    const double width = 2 * iqr * std::pow(static_cast<double>(scores.total()), -1.0 / 3);
    return std::clamp(std::round(width * 400) / 400, 0.0025, 0.05);
}

LayerBins binLayer(const reid::ScoreCounts &scores, double from, double to, double width)
{
    LayerBins bins{from, width, {}, scores.histogram(from, to, width)};
    const double factor = scores.empty() ? 0 : 100.0 / static_cast<double>(scores.total()) * (0.01 / width);
    bins.percent.reserve(bins.counts.size());
    for (const std::uint32_t count : bins.counts)
        bins.percent.push_back(count * factor);
    return bins;
}

double lowestShown(const reid::Analysis &analysis)
{
    double lowest = analysis.layers.unassigned.empty() ? 0.2 : analysis.layers.unassigned.quantile(0.001);
    if (!analysis.layers.mateRemoved.empty())
        lowest = std::min(lowest, analysis.layers.mateRemoved.quantile(0.01));
    return std::clamp(std::floor(lowest * 20) / 20, -0.2, 0.6);
}

QList<QPointF> stepOutline(const LayerBins &bins)
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(bins.percent.size()) * 2 + 2);
    points.append({bins.from, 0});
    double x = bins.from;
    for (const double height : bins.percent) {
        points.append({x, height});
        x += bins.width;
        points.append({x, height});
    }
    points.append({x, 0});
    return points;
}

QList<QPointF> densityLine(const reid::ScoreCounts &scores, double from, double to, int points)
{
    if (scores.total() < 2)
        return {};
    const double bandwidth = reid::ruleOfThumbBandwidth(
        scores.standardDeviation(), scores.quantile(0.75) - scores.quantile(0.25), static_cast<double>(scores.total()));
    if (!(bandwidth > 0))
        return {};
    const reid::ScoreCounts::Weighted sample = scores.weighted(10);
    std::vector<double> at(static_cast<std::size_t>(points));
    for (int i = 0; i < points; ++i)
        at[static_cast<std::size_t>(i)] = from + (to - from) * i / (points - 1);
    const std::vector<double> density = reid::kernelDensity({sample.values, sample.weights}, bandwidth, at);
    QList<QPointF> line;
    line.reserve(points);
    for (std::size_t i = 0; i < at.size(); ++i)
        line.append({at[i], density[i]}); // a density of 1 per unit of score is 1% per 0.01
    return line;
}

QList<QList<QPointF>> curveLines(const std::vector<float> &curve, double from, double to, int points, double factor)
{
    QList<QList<QPointF>> lines(1);
    const int first = std::clamp(static_cast<int>(std::floor(from * reid::kTicksPerUnit)), 0, reid::kTicksPerUnit);
    const int last = std::clamp(static_cast<int>(std::ceil(to * reid::kTicksPerUnit)), 0, reid::kTicksPerUnit);
    const int step = std::max(1, (last - first) / std::max(1, points));
    for (int tick = first; tick <= last && tick < static_cast<int>(curve.size()); tick += step) {
        const float value = curve[static_cast<std::size_t>(tick)];
        if (!std::isnan(value))
            lines.back().append({reid::fromTicks(tick), static_cast<double>(value) * factor});
        else if (!lines.back().isEmpty())
            lines.append(QList<QPointF>());
    }
    if (lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace herdbook::dashboard
