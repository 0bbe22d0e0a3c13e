// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"
#include "core/reid/data/scorecounts.h"
#include "core/reid/estimate/curves.h"
#include "core/reid/estimate/evidence.h"
#include "core/reid/findings.h"
#include "core/reid/recommendation.h"
#include "core/reid/statistics/description.h"
#include "core/reid/statistics/separation.h"

#include <array>
#include <string>
#include <vector>

namespace herdbook::reid {

/// What an analysis was asked to do.
struct Options
{
    std::vector<double> thresholds{0.70, 0.65, 0.60, 0.55}; ///< rows of the sweep, 0..1
    double current = 0.70;                                  ///< the threshold in force
    double alpha = 0.05;                                    ///< the wrong share (and FPIR) to stay under
    double gainGoal = 0.20;                                 ///< relative
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: as many as there are cores; never changes a result
    bool operator==(const Options &) const = default;
};

/// Over this expected wrong share of what is assigned, the threshold in force is itself unsound.
inline constexpr double kUnsound = 0.2;

/// Of alpha: what the estimate of a candidate must stay under.
inline constexpr double kCandidateShare = .4;

/// The upper bounds are meant to hold in this share of the cases (the estimate's quantiles).
inline constexpr double kConfidence = 0.95;

/// Score distributions, exact to 0.0001.
struct Layers
{
    ScoreCounts unassigned; ///< best scores of U
    ScoreCounts
        assigned; ///< own-profile scores of assigned detections: selected at the threshold in force, so censored
    ScoreCounts closestOther; ///< of the assigned: the best score of another deer
    ScoreCounts matches;      ///< `assigned` without founders, whose score on their own copy says nothing
    ScoreCounts strangers;    ///< what animals without a profile would score: the best decoys of the estimate
};

/// A density to draw over a histogram; integrates to 1.
struct DensityCurve
{
    double bandwidth = 0;
    std::vector<double> at;
    std::vector<double> density;
};

/// Natural clusters of the best scores of all eligible detections. Description only, never a gate.
struct Clusters
{
    DensityCurve density;
    std::vector<Valley> valleys;     ///< empty: no natural break, or without a density none looked for
    std::vector<Mixture> mixtures;   ///< k = 1, 2, 3 as far as they could be fitted
    int bestK = 0;                   ///< the k with the least BIC; 0: none fitted
    std::optional<double> halfPoint; ///< where the mixture of two is half impostor (local fdr .5)
    std::optional<OtsuSplit> otsu;
};

/// What one sex contributes; index by static_cast<int>(Sex).
struct SexResult
{
    int profiles = 0;
    Layers layers;
    Curves curves;
    std::optional<SexEvidence> evidence; ///< nothing where the sex has no part of U
    Strength strength() const { return evidence ? evidence->strength() : Strength::None; }
};

/// One class or one location.
struct Group
{
    std::string name;
    std::uint64_t detections = 0, eligible = 0, assigned = 0;
    std::vector<Ticks> unassignedBest; ///< ascending best scores of its part of U
    /// How many of its unassigned would be assigned at a threshold, in ticks.
    std::uint64_t added(int ticks) const;
};

/// Which suspects the data let anybody look for: where false, that there are none says nothing.
struct LookedFor
{
    bool duplicates = false;     ///< vectors of profiles that differ enough to compare
    bool wrongSexes = false;     ///< scores with profiles of another sex
    bool contradictions = false; ///< boxes of several detections of an image
    bool burstConflicts = false; ///< bursts
};

/// What identifies the data an analysis saw.
struct Fingerprint
{
    std::uint64_t detections = 0, assigned = 0, profiles = 0, scoreRows = 0;
    std::string newestDetection;    ///< ISO 8601 UTC; empty: none
    std::string newestCalculatedAt; ///< of the stored scores
    std::string embeddingVersions;  ///< distinct, comma-separated
    /// What the server's row versions and the tables' columns add up to: another one after any change of any row or column that was read.
    /// Empty where that can't be known (views, rights to some columns only).
    std::string rowVersions;
    bool operator==(const Fingerprint &) const = default;
    /// Whether it is certain that nothing differs.
    bool sameData(const Fingerprint &other) const { return !rowVersions.empty() && *this == other; }
};

/// The whole result, immutable: share it as std::shared_ptr<const Analysis>. Any threshold is answered in microseconds.
struct Analysis
{
    Options options;
    Dataset data; ///< detections with their matches, profiles, locations
    Fingerprint fingerprint;
    std::string source; ///< "vectors" or "stored scores"
    std::string madeAt; ///< ISO 8601 UTC
    double seconds = 0; ///< wall time, loading included
    Counts counts;
    Layers layers;
    std::optional<Separation> separation; ///< optimistic (censored)
    Clusters clusters;
    Curves curves; ///< the whole of U
    std::array<SexResult, kSexes> bySex;
    std::vector<Group> byClass, byLocation;
    std::vector<Check> integrity;
    std::vector<DuplicatePair> duplicateProfiles; ///< most alike first; none of a sex that is mostly alike
    std::vector<MislabelSuspect> mislabeled;      ///< largest difference first
    std::vector<Contradiction> contradictions;    ///< highest level first
    std::vector<BurstConflict> burstConflicts;    ///< highest level first
    std::vector<Ticks>
        profileSimilarity; ///< N x N cosines by profile index; empty for stored scores or over 2,000 profiles
    Recommendation recommendation;
    Recommendation estimated;    ///< the recommendation as it is without any certificate
    std::vector<int> grid;       ///< thresholds the estimate was made at, ascending ticks
    double burstEffect = 1;      ///< how many detections of U count as one, because they come in bursts
    bool unsoundInForce = false; ///< over a fifth of what is assigned is expected to be wrong: nothing else can be told
    std::optional<double> wrongInForce; ///< expected wrong share of what is assigned, by the sexes that can be judged
    std::optional<double> wrongInForceUpper; ///< its bound
    std::uint64_t judgedAssigned =
        0; ///< of how many assigned these are shares: of all, or of those that reach the threshold in force

    Evaluation evaluate(double threshold) const { return curves.at(threshold); }
    /// The rows of the sweep: one per tested threshold, in the order asked for.
    std::vector<Evaluation> sweep() const;
    /// The funnel at a threshold: why are only so few assigned?
    std::vector<FunnelStep> funnel(double threshold) const;
    /// What was assigned so far at the threshold in force: `added` is the assigned that the estimate is of (see judgesAll()), `wrong` and
    /// `fdr` what of these is expected to be wrong, where that is known, with their bounds.
    Evaluation inForce() const;
    LookedFor lookedFor() const;
    /// False where the estimate in force is only of those assigned that reach the threshold: people or a trial assigned the others.
    bool judgesAll() const { return judgedAssigned == 0 || judgedAssigned == counts.assigned; }
    /// Assigned to a deer by the burst they are of: their own score is under the threshold in force.
    std::uint64_t cameWithBurst() const;
    /// Of the eligible that are assigned, how many score less than the threshold in force and didn't come with a burst either.
    struct Less
    {
        std::uint64_t assigned = 0, less = 0;
    };
    Less lessThanInForce() const;
    /// In ticks: the loosest threshold anyone asks about, tested, in force or recommended. What contradicts only below it is
    /// of no interest.
    int loosestAsked() const;
    /// Images and bursts whose assignments of today contradict each other: each has a wrong one at least.
    std::uint64_t observedInForce() const;
    /// Indices of U's detections whose best score lies in [from, to), best first: the gallery under a brushed range.
    std::vector<std::size_t> unassignedBetween(double from, double to) const;
    /// Whether a detection may be assigned: valid, not duplicate, deer class, scored, its sex has profiles.
    bool eligible(std::size_t detection) const;
    /// How well a sex can be judged, as the recommendation tells it; by its evidence where that says nothing of the sex.
    Strength strength(Sex sex) const;
    /// How many steps of the funnel a detection passes in a row, the first included.
    std::size_t stepsPassed(std::size_t detection, int ticks) const;
};

} // namespace herdbook::reid
