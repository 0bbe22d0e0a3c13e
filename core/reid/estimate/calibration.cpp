// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace herdbook::reid {

namespace {

/// The least tick, counted from -20000, at which the scores reach a share of their total.
int quantileTick(const TickCounts &counts, double share)
{
    const double wanted = share * static_cast<double>(counts.total()) - 1e-9;
    std::uint64_t sum = 0;
    int t = -kTicksPerUnit;
    for (; t < kTicksPerUnit; ++t) {
        sum += counts.at(t);
        if (static_cast<double>(sum) >= wanted)
            break;
    }
    return t;
}

/// The same of a mixture of two distributions, the second with weight `share`.
int mixtureTick(const TickCounts &one, const TickCounts &other, double share, double quantile)
{
    const double first = (1 - share) / static_cast<double>(one.total());
    const double second = share / static_cast<double>(other.total());
    double whole = 0; // summed as below, so that rounding is the same
    for (int t = -kTicksPerUnit; t <= kTicksPerUnit; ++t)
        whole += first * one.at(t) + second * other.at(t);
    double sum = 0;
    int t = -kTicksPerUnit;
    for (; t < kTicksPerUnit; ++t) {
        sum += first * one.at(t) + second * other.at(t);
        if (sum >= quantile * whole - 1e-9)
            break;
    }
    return t;
}

} // namespace

void calibrate(const DecoyPlan &plan, const Searches &found, SexEvidence &evidence)
{
    constexpr std::array kAt{.5, .8, .9, .95};
    evidence.medianShift = std::max(0, quantileTick(found.pairs, .5) - quantileTick(found.decoyPairs, .5));
    const std::size_t searchers = plan.searchers.size();
    std::vector<std::uint32_t> gaps(4 * kTicksPerUnit + 1); // decoy - best, from -2 to 2
    for (std::size_t i = 0; i < found.decoyBest.size(); ++i)
        ++gaps[static_cast<std::size_t>(found.decoyBest[i] - found.best[plan.searchers[i % searchers]] +
                                        2 * kTicksPerUnit)];
    std::array<int, kAt.size()> targets{};
    std::ranges::transform(kAt, targets.begin(), [&](double p) { return quantileTick(found.second, p); });
    int shift = evidence.medianShift;
    for (int round = 0; round < 6; ++round) {
        std::uint64_t wins = 0;
        for (int gap = std::clamp(1 - shift, -2 * kTicksPerUnit, 2 * kTicksPerUnit); gap <= 2 * kTicksPerUnit; ++gap)
            wins += gaps[static_cast<std::size_t>(gap + 2 * kTicksPerUnit)];
        evidence.strangers = std::min(1.0, 2 * static_cast<double>(wins) / static_cast<double>(found.decoyBest.size()));
        double sum = 0;
        for (std::size_t i = 0; i < kAt.size(); ++i)
            sum += targets[i] - mixtureTick(found.first, found.runnerUp, evidence.strangers, kAt[i]);
        shift = static_cast<int>(std::floor(sum / static_cast<double>(kAt.size()) + .5));
    }
    evidence.selfShift = shift;
}

} // namespace herdbook::reid
