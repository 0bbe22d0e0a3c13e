// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/combine.h"
#include "core/reid/estimate/searches.h"

namespace herdbook::reid {

/// How wrong the new assignments would be, at the thresholds of a grid.
struct Estimate
{
    std::vector<int> grid; ///< ascending ticks
    std::array<std::optional<SexEvidence>, kSexes> sexes;
    Combined bounds;
};

/// Decoy competition (decoys.md), all steps. Deterministic for a seed on any number of threads. Nothing when stopped or when vectors
/// can't be had.
/// @param panels null where there are no vectors. @param contradicting per sex as in gatherEvidence(); empty: none.
/// @param threshold in force, in ticks.
std::optional<Estimate> estimate(const Herd &herd, Panels *panels, const Grid &grid,
                                 const std::array<std::vector<std::uint32_t>, kSexes> &contradicting, int threshold,
                                 std::uint64_t seed, int threads, const std::stop_token &stop);

} // namespace herdbook::reid
