// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/description.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace herdbook::reid {

double ruleOfThumbBandwidth(double standardDeviation, double interquartileRange, double n)
{
    if (n < 2 || !(standardDeviation > 0))
        return 0;
    const double spread =
        interquartileRange > 0 ? std::min(standardDeviation, interquartileRange / 1.34) : standardDeviation;
    return 0.9 * spread * std::pow(n, -0.2);
}

std::vector<double> kernelDensity(WeightedSample sample, double bandwidth, std::span<const double> at)
{
    const double total = std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0);
    const double scale = 1 / (total * bandwidth * std::sqrt(2 * std::numbers::pi));
    const double reach = 8.5 * bandwidth; // beyond it a kernel is under 1e-15 of its peak
    std::vector<double> density;
    density.reserve(at.size());
    for (const double x : at) {
        auto i = static_cast<std::size_t>(std::ranges::lower_bound(sample.values, x - reach) - sample.values.begin());
        double sum = 0;
        for (; i < sample.values.size() && sample.values[i] <= x + reach; ++i) {
            const double z = (sample.values[i] - x) / bandwidth;
            sum += sample.weights[i] * std::exp(-0.5 * z * z);
        }
        density.push_back(sum * scale);
    }
    return density;
}

namespace {

/// Share of the area under the density left of each point (trapezoids).
std::vector<double> areaBelow(std::span<const double> at, std::span<const double> density)
{
    std::vector<double> area(at.size());
    for (std::size_t i = 1; i < at.size(); ++i)
        area[i] = area[i - 1] + (at[i] - at[i - 1]) * (density[i] + density[i - 1]) / 2;
    const double whole = area.empty() ? 0 : area.back();
    for (double &a : area)
        a = whole > 0 ? a / whole : 0;
    return area;
}

/// The points lower than both sides; of a flat bottom its middle.
std::vector<std::size_t> localMinima(std::span<const double> density)
{
    std::vector<std::size_t> minima;
    for (std::size_t i = 1; i + 1 < density.size(); ++i) {
        if (density[i] >= density[i - 1])
            continue;
        std::size_t end = i;
        while (end + 1 < density.size() && density[end + 1] == density[i])
            ++end;
        if (end + 1 < density.size() && density[end + 1] > density[i])
            minima.push_back((i + end) / 2);
        i = end;
    }
    return minima;
}

} // namespace

std::vector<Valley> valleys(std::span<const double> at, std::span<const double> density, double leastDepth,
                            double leastShare)
{
    const std::vector<double> below = areaBelow(at, density);
    const auto peakBetween = [&](std::size_t from, std::size_t to) {
        return *std::max_element(density.begin() + static_cast<std::ptrdiff_t>(from),
                                 density.begin() + static_cast<std::ptrdiff_t>(to) + 1);
    };
    std::vector<std::size_t> kept;
    const auto depthOf = [&](std::size_t i) {
        return 1 - density[i] / std::min(peakBetween(0, i), peakBetween(i, density.size() - 1));
    };
    for (const std::size_t i : localMinima(density)) {
        if (depthOf(i) < leastDepth || below[i] < leastShare || below[i] > 1 - leastShare)
            continue;
        // Ripples at the bottom of one valley are one valley: its deepest point.
        if (!kept.empty() &&
            std::max(density[i], density[kept.back()]) > (1 - leastDepth) * peakBetween(kept.back(), i)) {
            if (density[i] < density[kept.back()])
                kept.back() = i;
            continue;
        }
        kept.push_back(i);
    }
    std::vector<Valley> result;
    result.reserve(kept.size());
    for (const std::size_t i : kept)
        result.push_back({at[i], depthOf(i), below[i]});
    return result;
}

std::optional<OtsuSplit> otsuSplit(WeightedSample sample)
{
    const double total = std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0);
    const double sum = std::inner_product(sample.values.begin(), sample.values.end(), sample.weights.begin(), 0.0);
    const double mean = sum / total;
    double variance = 0;
    for (std::size_t i = 0; i < sample.values.size(); ++i)
        variance += sample.weights[i] * (sample.values[i] - mean) * (sample.values[i] - mean);
    if (sample.values.size() < 2 || !(variance > 0))
        return std::nullopt;

    OtsuSplit split;
    double best = -1;
    double below = 0;
    double sumBelow = 0;
    for (std::size_t i = 0; i + 1 < sample.values.size(); ++i) {
        below += sample.weights[i];
        sumBelow += sample.weights[i] * sample.values[i];
        const double difference = sumBelow / below - (sum - sumBelow) / (total - below);
        const double between = below * (total - below) / total * difference * difference;
        if (between > best) {
            best = between;
            split = {(sample.values[i] + sample.values[i + 1]) / 2, below, total - below, between / variance};
        }
    }
    return split;
}

} // namespace herdbook::reid
