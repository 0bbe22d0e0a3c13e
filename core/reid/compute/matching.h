// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/gallery.h"
#include "core/reid/data/scorecounts.h"

#include <memory>

namespace herdbook::reid {

/// How many of the detections assigned to one profile, its founder among them, reach the threshold in force on another of its sex.
/// Profiles are indices into Dataset::profiles.
struct Link
{
    std::int32_t from = -1, to = -1;
    std::uint32_t reaching = 0;
};

/// The vectors of the detections that count, of length 1.
struct KeptVectors
{
    std::vector<std::vector<float>> parts; ///< row by row
    std::vector<const float *> rows;       ///< per detection into `parts`; null where it doesn't count or has none
};

/// Scores reduced to what the estimates need; nothing in it depends on the order or the threads of the computation.
struct MatchResult
{
    std::vector<Match> matches;      ///< one per detection
    std::vector<VectorState> states; ///< one per detection
    std::vector<Link> links;         ///< those that reach anything, by profiles
    ScoreCounts pairs;               ///< scores of a random sample of the detections on all profiles
    std::vector<float>
        cosineWithMean; ///< per profile: with the mean of its detections' vectors; NaN where there are none
    std::shared_ptr<KeptVectors> vectors; ///< null: not kept
};

/// What is kept of which detection.
struct MatchPlan
{
    std::uint64_t seed = 1;
    int threshold = kTicksPerUnit; ///< in force, in ticks
    double pairShare = 1;          ///< share of the detections whose pairs are counted
    bool keepVectors = false;      ///< for the estimate; where there are too many, it reads some of them again

    /// Bounds the memory: pairs of at most ~20,000 detections, vectors of up to 48 MiB.
    static MatchPlan forSize(std::uint64_t detections, int dimension, double threshold, std::uint64_t seed);

    bool countsPairs(const Uuid &id) const
    {
        return pairShare >= 1 || static_cast<double>(mix(id, seed ^ (0x70616972ULL << 32)) >> 11) * 0x1p-53 < pairShare;
    }
};

/// One detection to match.
struct Probe
{
    std::int32_t ownProfile = -1;
    Sex sex = Sex::Unknown;
    bool deer = false;   ///< others are only normalized
    bool counts = false; ///< a valid deer, no duplicate
    bool links = false;  ///< counts, and is assigned to a profile of its sex
    bool countPairs = false;

    static Probe of(const Detection &detection, std::span<const Profile> profiles, const MatchPlan &plan);
};

} // namespace herdbook::reid
