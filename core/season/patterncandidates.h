// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/comparisons.h"

namespace herdbook::season {

/// The animals of which there are enough to speak, on days with effort.
std::vector<Animal> frequent(const SeasonStatistics &season);

/// What a season may show: each animal's peak and trend, months against months, the busiest hours and location.
/// @return how many comparisons were looked at.
std::size_t addPatterns(const SeasonStatistics &season, std::vector<Candidate> &candidates);

} // namespace herdbook::season
