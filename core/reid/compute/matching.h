// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/gallery.h"
#include "core/reid/data/scorecounts.h"

namespace herdbook::reid {

/// What the mate-removed search (M1) needs of one sex: the scores of assigned detections on every profile of it.
struct MateRows
{
    std::vector<std::int32_t> profiles;  ///< of the sex, as indices into Dataset::profiles
    std::vector<std::size_t> detections; ///< ascending
    std::vector<std::int32_t> own;       ///< per detection, its profile's place in `profiles`
    std::vector<Ticks> scores;           ///< detections x profiles; kNoScore where a stored pair is missing
    std::size_t width() const { return profiles.size(); }
    std::span<const Ticks> row(std::size_t i) const { return {scores.data() + i * width(), width()}; }
};

/// Scores of detections on all profiles of their own and of the opposite sex, mates included.
struct PairCounts
{
    ScoreCounts same, cross;
};

/// Scores reduced to what the estimates need; nothing in it depends on the order or the threads of the computation.
struct MatchResult
{
    std::vector<Match> matches;      ///< one per detection
    std::vector<VectorState> states; ///< one per detection
    std::array<MateRows, kSexes> mates;
    std::array<PairCounts, kSexes> pairs; ///< of a random sample of the detections
    std::vector<float>
        cosineWithMean; ///< per profile: with the mean of its detections' vectors; NaN where there are none
};

/// What is kept of which detection.
struct MatchPlan
{
    std::uint64_t seed = 1;
    double mateShare = 1; ///< share of the assigned detections whose scores are kept for M1
    double pairShare = 1; ///< share of the detections whose pairs are counted

    /// Bounds the memory: at most ~128 million kept scores, pairs of at most ~20,000 detections.
    static MatchPlan forSize(std::uint64_t detections, std::uint64_t assigned, std::size_t profiles,
                             std::uint64_t seed);

    bool keepsMates(const Uuid &id) const { return draws(id, mateShare, 0x6d617465); }
    bool countsPairs(const Uuid &id) const { return draws(id, pairShare, 0x70616972); }
    std::uint64_t shadowHash(const Uuid &id) const { return mix(id, seed); }

private:
    bool draws(const Uuid &id, double share, std::uint64_t salt) const
    {
        return share >= 1 || static_cast<double>(mix(id, seed ^ (salt << 32)) >> 11) * 0x1p-53 < share;
    }
};

/// One detection to match.
struct Probe
{
    std::uint64_t shadowHash = 0;
    std::int32_t ownProfile = -1;
    Sex sex = Sex::Unknown;
    bool deer = false;      ///< others are only normalized
    bool keepMates = false; ///< usable, own profile of its sex, drawn
    bool countPairs = false;

    static Probe of(const Detection &detection, std::span<const Profile> profiles, const MatchPlan &plan);
};

/// Empty mate rows with the gallery's profiles.
std::array<MateRows, kSexes> emptyMateRows(const Gallery &gallery);

} // namespace herdbook::reid
