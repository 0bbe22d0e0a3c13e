// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/rateratio.h"
#include "core/reports/statistics.h"

namespace herdbook::reports {

/// One sentence that holds statistically.
struct Finding
{
    enum class Kind { Peak, Months, Hours, Location, Periods };
    Kind kind = Kind::Peak;
    QString text; ///< plain text with its numbers
    RateRatio estimate;
};

/// What may be claimed of the season: each class's peak, months against months, the busiest hours and location. All
/// comparisons that were looked at share one error of 5% (Bonferroni), so a season without any pattern gives a finding
/// in at most one report of twenty. Intervals are widened in the same way. Strongest first.
std::vector<Finding> findingsOf(const SeasonStatistics &season);

/// What differs between labelled periods, all pairs, under the same rule.
std::vector<Finding> findingsBetween(const std::vector<SeasonStatistics> &periods);

/// One animal's rate in a period against the first period, for tables: 95% interval, not widened.
std::optional<RateRatio> againstFirst(const SeasonStatistics &first, const SeasonStatistics &period,
                                      std::optional<Animal> animal);

/// Animals per doe with its 95% interval.
std::optional<RateRatio> perDoeWithInterval(const SeasonStatistics &season, Animal animal);

} // namespace herdbook::reports
