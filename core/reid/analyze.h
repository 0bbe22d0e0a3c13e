// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/reid/compute/matching.h"
#include "core/reid/compute/panels.h"

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
    std::vector<Check> checks; ///< of the loading: schema, versions, coverage
};

/// From scores to a recommendation. Deterministic for a seed; the order of rows and the number of threads don't matter.
/// @param data detections and profiles; its matches and the detections' vector states are taken from `scores`.
/// @param read reads detections' vectors where `scores` didn't keep them; with neither nothing is known of the wrong share.
/// Nothing when cancelled or when vectors can't be read.
std::optional<Analysis> analyze(Dataset data, MatchResult scores, const Gallery &gallery, Provenance provenance,
                                const Options &options, const std::stop_token &stop = {}, const ReadVectors &read = {});

/// A density by the improved Sheather-Jones bandwidth over 512 points around the scores; empty when all scores are equal or there are under two.
DensityCurve describeDensity(const ScoreCounts &scores);

} // namespace herdbook::reid
