// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/reid/compute/matching.h"

#include <optional>
#include <stop_token>

namespace herdbook::reid {

/// Where the data came from and what was noticed on the way.
struct Provenance
{
    std::string source = "vectors"; ///< or "stored scores"
    std::string madeAt;
    Fingerprint fingerprint;
    std::uint64_t deer = 0;
    double crossCoverage = 1;  ///< of stored pairs with the opposite sex: under 0.95, M2 isn't used
    std::vector<Check> checks; ///< of the loading: schema, versions, coverage
};

/// From scores to a recommendation. Deterministic for a seed; the order of rows and the number of threads don't matter.
/// @param data detections and profiles; its matches and the detections' vector states are taken from `scores`.
/// Nothing when cancelled.
std::optional<Analysis> analyze(Dataset data, MatchResult scores, const Gallery &gallery, Provenance provenance,
                                const Options &options, const std::stop_token &stop = {});

/// A density by the rule of thumb over 512 points around the scores; empty when all scores are equal or there are under two.
DensityCurve describeDensity(const ScoreCounts &scores);

} // namespace herdbook::reid
