// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/effort/ratio.h"

namespace herdbook::season {

/// Logarithm of observed over expected (each camera at its own mean rate) of the blocks that have at least half the camera-days of
/// the fullest one.
std::map<int, double> levelsOf(const Cells &cells);

/// The block that stands highest above the others.
struct Peak
{
    int block = 0;
    RateRatio ratio; ///< against the mean of the others; p is the larger of that of the ratio and that of the levels
};

/// @param alpha of one block; divide the report's by all blocks and comparisons looked at.
/// @return nothing with fewer than five blocks of comparable effort.
std::optional<Peak> peakOf(const Cells &cells, double alpha);

/// Change from block to block as a ratio, by a least-squares line through the levels; neighboring weeks that resemble each other
/// widen the interval.
/// @return nothing with fewer than eight blocks of comparable effort.
std::optional<RateRatio> trendOf(const Cells &cells, double alpha = 0.05);

} // namespace herdbook::season
