// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/scorecounts.h"

#include <optional>
#include <string_view>
#include <vector>

namespace herdbook::reid {

/// How well one sex's new assignments can be judged without anyone looking at them.
enum class Strength : std::uint8_t { None, Weak, Strong };

/// "none", "weak", "strong".
std::string_view name(Strength strength);

/// What there is to judge one sex's new assignments by: steps 1 to 10 of decoy competition (decoys.md). Curves are expected numbers of
/// wrong new assignments on the estimate's grid, capped at `added`; empty where a step could not be done.
struct SexEvidence
{
    std::uint64_t unassigned = 0; ///< |U_c|
    std::uint64_t mates = 0;      ///< assigned detections without founders
    int profiles = 0, groups = 0;
    int decoyBursts = 0;          ///< D
    int decoyClusters = 0;        ///< K_o
    bool searched = false;        ///< whether there were enough decoys to search
    int medianShift = 0;          ///< ticks added to a decoy's score so that all pairs have one median
    int selfShift = 0;            ///< so that second bests fit
    int mateShift = 0;            ///< for decoys of the same sex
    double strangers = 0;         ///< pi0, the share of U_c that has no profile
    double wrongInForce = 0;      ///< expected wrong among what reaches the threshold in force; only where searched
    double wrongInForceUpper = 0; ///< the same in the worst of twenty galleries of decoys
    std::vector<double> added;    ///< A_c
    std::vector<double> observed; ///< wrong for sure: in bursts (step 2) and images
    std::vector<double> decoys, decoysUpper;         ///< g, gq
    std::vector<double> decoysByMedian;              ///< d
    std::vector<double> split, splitUpper;           ///< m6, m6hi
    std::vector<double> mateDecoys, mateDecoysUpper; ///< k, kq
    std::vector<double> intruders;                   ///< of a second animal under one profile
    std::vector<double> largest; ///< of `added`, those whose best profile is the one that takes most of them
    ScoreCounts strangerScores;  ///< what strangers would score: best decoys on the self-calibrated scale

    Strength strength() const;
};

} // namespace herdbook::reid
