// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/patterns.h"

#include "core/season/effort/reach.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace herdbook::season {

namespace {

bool areEqual(const std::map<int, double> &levels)
{
    return std::all_of(levels.begin(), levels.end(),
                       [&](const auto &level) { return level.second == levels.begin()->second; });
}

} // namespace

std::map<int, double> levelsOf(const Cells &cells)
{
    std::map<int, double> levels;
    const std::map<int, Tally> seen = byBlock(cells);
    const std::map<int, double> expected = expectation(cells);
    double most = 0;
    for (const auto &[block, tally] : seen)
        most = std::max(most, tally.days);
    for (const auto &[block, tally] : seen) {
        if (most > 0 && tally.days >= most / 2)
            levels.emplace(block, std::log((tally.count + 0.5) / (expected.at(block) + 0.5)));
    }
    return levels;
}

std::optional<Peak> peakOf(const Cells &cells, double alpha)
{
    constexpr std::size_t LeastBlocks = 5;
    const std::map<int, double> levels = levelsOf(cells);
    if (levels.size() < LeastBlocks || areEqual(levels))
        return std::nullopt;
    const auto best = std::max_element(levels.begin(), levels.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    const double n = static_cast<double>(levels.size()) - 1;
    double mean = 0;
    for (const auto &[block, level] : levels)
        mean += block == best->first ? 0 : level / n;
    double squares = 0;
    for (const auto &[block, level] : levels)
        squares += block == best->first ? 0 : (level - mean) * (level - mean);
    const double spread = std::sqrt(squares / (n - 1) * (1 + 1 / n));
    const double p = spread > 0 ? studentP((best->second - mean) / spread, n - 1) : 1;
    Cells peak;
    Cells rest;
    for (const auto &[key, tally] : cells) {
        if (levels.contains(key.block))
            (key.block == best->first ? peak : rest).emplace(key, tally);
    }
    std::optional<RateRatio> ratio = stratifiedRatio(peak, rest, false, alpha);
    if (!ratio || !ratio->hasInterval)
        return std::nullopt;
    ratio->pValue = std::max(ratio->pValue, p);
    return Peak{best->first, *ratio};
}

std::optional<RateRatio> trendOf(const Cells &cells, double alpha)
{
    constexpr std::size_t LeastBlocks = 8;
    constexpr double MostCorrelation = 0.8;
    const std::map<int, double> levels = levelsOf(cells);
    if (levels.size() < LeastBlocks || areEqual(levels))
        return std::nullopt;
    const auto n = static_cast<double>(levels.size());
    double meanX = 0;
    double meanY = 0;
    for (const auto &[x, y] : levels) {
        meanX += x / n;
        meanY += y / n;
    }
    double xx = 0;
    double xy = 0;
    for (const auto &[x, y] : levels) {
        xx += (x - meanX) * (x - meanX);
        xy += (x - meanX) * (y - meanY);
    }
    const double slope = xy / xx;
    double squares = 0;
    double neighbors = 0;
    std::optional<double> before;
    for (const auto &[x, y] : levels) {
        const double rest = y - meanY - slope * (x - meanX);
        squares += rest * rest;
        neighbors += before ? *before * rest : 0;
        before = rest;
    }
    if (squares <= 0)
        return std::nullopt;
    double lag = std::max(0.0, neighbors / squares);
    lag = std::min(MostCorrelation, lag + (1 + 3 * lag) / n); // residuals of a line hide about so much of it
    const double variance = squares / (n - 2) / xx * (1 + lag) / (1 - lag);
    const LogInterval interval = logInterval(std::exp(slope), variance, n - 2, alpha);
    RateRatio trend;
    trend.ratio = std::exp(slope);
    trend.low = interval.low;
    trend.high = interval.high;
    trend.pValue = interval.pValue;
    return trend;
}

} // namespace herdbook::season
