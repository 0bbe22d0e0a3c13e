// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/scorecounts.h"
#include "core/reid/estimate/evidence.h"
#include "core/reid/estimate/linkage.h"

namespace herdbook::reid {

/// M1, mate-removed search: each assigned detection looks among the profiles of its sex without its own group; N/(N - group size)
/// corrects to the full gallery. Undefined where a group is the whole gallery; where a group is over half of it the search counts
/// as exceeding, because too little is left to look among.
Evidence mateRemovedEvidence(const MateRows &rows, const Linkage &linkage, std::span<const int> grid);

/// The best score of another animal for each of those detections, groups as they are at one threshold: the null to draw.
ScoreCounts mateRemovedScores(const MateRows &rows, const Linkage &linkage, int atTick);

/// One detection of the cross-sex search.
struct ShadowSearch
{
    Ticks shadow = kNoScore;
    std::size_t cluster = 0; ///< the profile it is assigned to or looks most like, by place
};

/// M2: searches in a shadow gallery of the opposite sex, shifted by the difference of the medians.
/// @param ownProfiles N_c. @param otherProfiles N_o: with fewer, the exponent N_c/N_o corrects.
Evidence crossSexEvidence(std::span<const ShadowSearch> searches, int shiftTicks, std::size_t clusters, int ownProfiles,
                          int otherProfiles, std::span<const int> grid);

/// Variance of the FPIR at each grid threshold between bootstrap replicates that draw profiles, not detections (M4). Zeros
/// without evidence. Deterministic for a seed.
std::vector<double> bootstrapVariance(const Evidence &evidence, std::span<const int> grid, int replicates,
                                      std::uint64_t seed);

} // namespace herdbook::reid
