// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/scorecounts.h"
#include "core/reid/estimate/curves.h"
#include "core/reid/estimate/evidence.h"

#include <array>

namespace herdbook::reid {

/// One sex's part in the estimate.
struct SexEvidence
{
    const ScoreCounts *unassigned = nullptr; ///< best scores of U_c
    Evidence mateRemoved, crossSex;
    std::vector<double> mateRemovedVariance, crossSexVariance; ///< per grid threshold
};

/// M3 and M4. The worse of both methods counts, sex by sex; sexes are weighted by their part of U. A sex without evidence adds
/// nothing to the FPIR, but all of its new assignments count as wrong.
/// wrong(t) <= |U| FPIR(t); it can't grow with t, so both it and its bound are the least of the values at t and looser.
struct CombinedCurves
{
    Curves whole;
    std::array<Curves, kSexes> bySex;
};

CombinedCurves combine(const std::array<SexEvidence, kSexes> &sexes, std::span<const int> grid, double confidence);

} // namespace herdbook::reid
