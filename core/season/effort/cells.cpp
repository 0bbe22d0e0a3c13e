// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/cells.h"

#include "core/season/effort/reach.h"

#include <algorithm>

namespace herdbook::season {

Tally &Tally::operator+=(const Tally &other)
{
    count += other.count;
    days += other.days;
    return *this;
}

std::map<int, Tally> byCamera(const Cells &cells)
{
    std::map<int, Tally> sums;
    for (const auto &[key, tally] : cells)
        sums[key.camera] += tally;
    return sums;
}

std::map<int, Tally> byBlock(const Cells &cells)
{
    std::map<int, Tally> sums;
    for (const auto &[key, tally] : cells)
        sums[key.block] += tally;
    return sums;
}

Tally totalOf(const Cells &cells)
{
    Tally sum;
    for (const auto &[key, tally] : cells)
        sum += tally;
    return sum;
}

std::map<int, double> expectation(const Cells &cells)
{
    const std::map<int, Tally> cameras = byCamera(cells);
    std::map<int, double> expected;
    for (const auto &[key, tally] : cells) {
        const Tally &camera = cameras.at(key.camera);
        expected[key.block] += tally.days > 0 ? tally.days * camera.count / camera.days : 0;
    }
    return expected;
}

Pearson pearsonOf(const Cells &cells)
{
    Pearson pearson;
    const std::map<int, Tally> seen = byBlock(cells);
    for (const auto &[block, expected] : expectation(cells)) {
        if (expected <= 0)
            continue;
        const double off = seen.at(block).count - expected;
        pearson.sum += off * off / expected;
        ++pearson.blocks;
    }
    return pearson;
}

Rate rateOf(const Cells &cells, double alpha)
{
    Rate rate;
    for (const auto &[key, tally] : cells) {
        rate.count += tally.days > 0 ? tally.count : 0;
        rate.days += tally.days;
    }
    if (rate.days < LeastCameraDays)
        return rate;
    rate.value = 100 * rate.count / rate.days;
    if (rate.count <= 0)
        rate.atMost = upperLimitOfNone(rate.days, 1);
    const Pearson pearson = pearsonOf(cells);
    if (rate.count <= 0 || pearson.blocks < 2)
        return rate;
    const double freedom = pearson.blocks - 1;
    rate.dispersion = std::max(1.0, pearson.sum / freedom);
    const LogInterval interval = logInterval(*rate.value, *rate.dispersion / rate.count, freedom, alpha);
    rate.low = interval.low;
    rate.high = interval.high;
    return rate;
}

double upperLimitOfNone(double days, double dispersion)
{
    constexpr double HundredTimesPoissonLimit = 368.8879; // -100 ln 0.025
    return HundredTimesPoissonLimit * std::max(1.0, dispersion) / days;
}

std::vector<int> matchedCameras(std::span<const Cells> periods, std::span<const int> lengths)
{
    std::vector<int> matched;
    if (periods.empty())
        return matched;
    std::vector<std::map<int, Tally>> held;
    for (const Cells &cells : periods)
        held.push_back(byCamera(cells));
    const std::map<int, Tally> first = byCamera(periods.front());
    for (const auto &[camera, tally] : first) {
        bool everywhere = true;
        for (std::size_t i = 0; i < held.size() && everywhere; ++i) {
            const auto found = held[i].find(camera);
            everywhere = found != held[i].end() && found->second.days >= std::max(LeastCameraDays, lengths[i] / 2.0);
        }
        if (everywhere)
            matched.push_back(camera);
    }
    return matched;
}

Cells only(const Cells &cells, const std::vector<int> &cameras)
{
    Cells kept;
    for (const auto &[key, tally] : cells) {
        if (std::binary_search(cameras.begin(), cameras.end(), key.camera))
            kept.emplace(key, tally);
    }
    return kept;
}

} // namespace herdbook::season
