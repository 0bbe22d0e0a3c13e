// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/evidence.h"
#include "core/reid/estimate/herd.h"

namespace herdbook::reid {

/// Expected wrong new assignments and their upper bounds at the thresholds of a grid.
struct Bounds
{
    std::vector<double> added;  ///< A
    std::vector<double> wrong;  ///< E
    std::vector<double> upper;  ///< what is shown
    std::vector<double> strict; ///< what a recommendation must stay under: weak evidence counts as none
};

/// Steps 11 to 13 of decoy competition (decoys.md).
struct Combined
{
    Bounds whole;
    std::array<Bounds, kSexes> bySex; ///< a sex's upper bound is its strict one
    double burstEffect = 1;           ///< deff
    double wrongInForce = 0;          ///< of strong sexes, at the threshold in force
    double wrongInForceUpper = 0;     ///< its bound, by the same factors
};

/// @param sexes nothing where a sex has no profiles or no part of U.
Combined combine(const std::array<std::optional<SexEvidence>, kSexes> &sexes, double burstEffect, std::size_t gridSize);

/// How much detections of one burst count as one: sum n^2 / sum n over the bursts of U; 1 without any.
double burstEffect(const Herd &herd);

} // namespace herdbook::reid
