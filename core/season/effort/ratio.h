// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/effort/cells.h"
#include "core/season/effort/rateratio.h"

namespace herdbook::season {

/// Whether blocks of the same number are the same week of the season: both periods have at least 42 days and their lengths differ
/// by at most one.
bool isAligned(int days, int otherDays);

/// Rate of `one` over that of `other`, stratified (Mantel-Haenszel for person-time; Greenland and Robins 1985, Biometrics 41:55)
/// by camera and block where the two are aligned, else by camera. A camera without effort on one side changes nothing. The interval
/// is the widest of those from blocks, from cameras and blocks crossed, and from the Pearson sums, as they apply.
/// @param alpha chance of a wrong claim; divide by the number of comparisons looked at.
/// @return nothing without a detection in a stratum that was watched on both sides. Without an interval (RateRatio::hasInterval)
/// where there are too few blocks for one.
std::optional<RateRatio> stratifiedRatio(const Cells &one, const Cells &other, bool aligned, double alpha = 0.05);

} // namespace herdbook::season
