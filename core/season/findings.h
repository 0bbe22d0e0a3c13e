// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/effort/rateratio.h"
#include "core/season/statistics.h"

namespace herdbook::season {

/// One sentence that holds statistically.
struct Finding
{
    enum class Kind { Peak, Months, Hours, Location, Trend, Periods };
    Kind kind = Kind::Peak;
    QString text; ///< plain text with its numbers
    RateRatio estimate;
};

/// What may be claimed of the season, per camera-day: each animal's peak and trend, months against months, the busiest hours and
/// location. All comparisons that were looked at share one error of 5% (Bonferroni), so a season without any pattern gives a
/// finding in at most one report of twenty. Intervals are widened in the same way. Strongest first.
std::vector<Finding> findingsOf(const SeasonStatistics &season);

/// What differs between labelled periods on cameras that worked in both, all pairs that don't overlap, under the same rule.
std::vector<Finding> findingsBetween(const std::vector<SeasonStatistics> &periods);

/// What to say where there is no finding: what was compared without one, or that there was too little to tell.
QString nothingFound(const SeasonStatistics &season);
QString nothingFound(const std::vector<SeasonStatistics> &periods);

/// Animals per doe with its 95% interval.
std::optional<RateRatio> perDoeWithInterval(const SeasonStatistics &season, Animal animal);

} // namespace herdbook::season
