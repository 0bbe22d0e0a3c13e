// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/statistics.h"

#include <random>

namespace herdbook::test {

/// A made-up ranch whose rates are known: cameras with rates of their own, weeks that all cameras share, days that vary, bursts,
/// cameras that fail, and perhaps one that is added in the second year.
struct RanchPlan
{
    int cameras = 6;
    double deerPerDay = 1.2; ///< at an average camera
    double secondYear = 1;   ///< true ratio of the second year to the first
    bool addedCamera = false;
    double failing = 0.15; ///< chance that a camera fails for one to three weeks of a period
    int days = 59;
    double peak = 1; ///< of the bucks in the fifth week, times the rest
};

/// Both years of a ranch; the effort is that which the photo-days give.
std::vector<season::SeasonStatistics> twoYears(const RanchPlan &plan, std::mt19937 &random);

} // namespace herdbook::test
