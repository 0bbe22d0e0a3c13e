// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/estimate.h"

#include "core/reid/estimate/gather.h"

#include <algorithm>

namespace herdbook::reid {

std::optional<Estimate> estimate(const Herd &herd, Panels *panels, const Grid &grid,
                                 const std::array<std::vector<std::uint32_t>, kSexes> &contradicting, int threshold,
                                 std::uint64_t seed, int threads, const std::stop_token &stop)
{
    Estimate result;
    result.grid = grid.ticks();
    Draws draws(seed);
    for (const Sex sex : {Sex::Doe, Sex::Buck, Sex::Fawn, Sex::Unknown}) {
        const auto s = static_cast<std::size_t>(sex);
        const bool any = std::ranges::any_of(herd.subjects, [sex](const Subject &subject) {
            return subject.sex == sex && subject.role == Subject::Role::Unassigned;
        });
        if (!any)
            continue;
        result.sexes[s] = gatherEvidence(herd, sex, draws, panels, grid, contradicting[s], threshold, threads, stop);
        if (!result.sexes[s])
            return std::nullopt;
    }
    result.bounds = combine(result.sexes, burstEffect(herd), grid.size());
    return result;
}

} // namespace herdbook::reid
