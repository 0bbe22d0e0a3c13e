// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/impostors.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace herdbook::reid {

namespace {

/// The other profiles in the order in which they join p's group as the threshold gets looser.
std::vector<std::size_t> joiningOrder(const Linkage &linkage, std::size_t p)
{
    std::vector<std::size_t> order;
    for (std::size_t q = 0; q < linkage.size; ++q) {
        if (q != p)
            order.push_back(q);
    }
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t q) { return linkage.groupOf(p, q); });
    return order;
}

std::vector<std::vector<std::size_t>> joiningOrders(const Linkage &linkage)
{
    std::vector<std::vector<std::size_t>> orders;
    for (std::size_t p = 0; p < linkage.size; ++p)
        orders.push_back(joiningOrder(linkage, p));
    return orders;
}

/// best[k]: the best score among all but the first k that join.
void bestOfRest(std::span<const Ticks> scores, const std::vector<std::size_t> &order, std::vector<Ticks> &best)
{
    best.assign(order.size() + 1, kNoScore);
    for (std::size_t k = order.size(); k-- > 0;)
        best[k] = std::max(best[k + 1], scores[order[k]]);
}

} // namespace

Evidence mateRemovedEvidence(const MateRows &rows, const Linkage &linkage, std::span<const int> grid)
{
    const std::size_t n = linkage.size;
    EvidenceBuilder builder(n, grid);
    const std::vector<std::vector<std::size_t>> orders = joiningOrders(linkage);
    std::vector<Ticks> best;
    for (std::size_t i = 0; i < rows.own.size() && n > 1; ++i) {
        const auto p = static_cast<std::size_t>(rows.own[i]);
        const std::vector<std::size_t> &order = orders[p];
        bestOfRest(rows.row(i), order, best);
        builder.addTrial(p);
        int high = kTicksPerUnit;
        for (std::size_t joined = 0; joined < order.size() && high >= 0;) {
            // The group is p and the first `joined`; it stays so down to the level at which the next one joins.
            const int low = std::max<int>(linkage.groupOf(p, order[joined]), -1);
            const std::size_t size = joined + 1;
            if (2 * size > n)
                builder.addExceeding(p, low, high, 1);
            else
                builder.addExceeding(p, low, std::min<int>(high, best[joined]),
                                     static_cast<double>(n) / static_cast<double>(n - size));
            high = std::min(high, low);
            while (joined < order.size() && linkage.groupOf(p, order[joined]) >= low && low >= 0)
                ++joined;
            if (low < 0)
                break;
        }
    }
    return builder.build(linkage.wholeUpTo, n > 1 ? static_cast<double>(n) / static_cast<double>(n - 1) : 1);
}

ScoreCounts mateRemovedScores(const MateRows &rows, const Linkage &linkage, int atTick)
{
    ScoreCounts counts;
    for (std::size_t i = 0; i < rows.own.size(); ++i) {
        const auto p = static_cast<std::size_t>(rows.own[i]);
        const std::span<const Ticks> scores = rows.row(i);
        Ticks best = kNoScore;
        for (std::size_t q = 0; q < linkage.size; ++q) {
            if (q != p && linkage.groupOf(p, q) < atTick)
                best = std::max(best, scores[q]);
        }
        counts.add(best);
    }
    return counts;
}

Evidence crossSexEvidence(std::span<const ShadowSearch> searches, int shiftTicks, std::size_t clusters, int ownProfiles,
                          int otherProfiles, std::span<const int> grid)
{
    const double exponent =
        otherProfiles > 0 ? std::max(1.0, static_cast<double>(ownProfiles) / static_cast<double>(otherProfiles)) : 1;
    EvidenceBuilder builder(clusters, grid);
    for (const ShadowSearch &search : searches) {
        builder.addTrial(search.cluster);
        builder.addExceeding(search.cluster, -1, search.shadow + shiftTicks, exponent);
    }
    return builder.build(-1, exponent);
}

} // namespace herdbook::reid
