// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace herdbook::season {

/// Chance of a wrong claim that all comparisons of one look share.
inline constexpr double FamilyError = 0.05;

/// A count of detections and how long it was watched (days, or any unit that is the same on both sides).
struct Block
{
    double count = 0;
    double exposure = 0; ///< > 0
};

/// How many times as frequent one rate is as another.
struct RateRatio
{
    double ratio = 1;
    double low = 0; ///< confidence interval
    double high = 0;
    double pValue = 1;       ///< two-sided, of ratio 1
    double dispersion = 1;   ///< variance over mean of the blocks, at least 1
    bool hasZero = false;    ///< one side had no detection: the ratio says only which one
    bool hasInterval = true; ///< else low, high and p say nothing
};

/// Compares two rates by the quasi-Poisson model: detections come in bursts and visits, so the variance is taken from
/// the blocks (weeks, usually), not from the count: phi = max(1, sum (y - e r)^2 / (e r) / (n - 2)); log ratio +- t(n -
/// 2) sqrt(phi (1/A + 1/B)), with half a detection added where a side has none (McCullagh and Nelder, Generalized
/// Linear Models, 2nd ed., ch. 4.5 and 6.2).
/// @param alpha chance of a wrong claim, 0..1; divide by the number of comparisons looked at.
/// @return nothing with fewer than four blocks, an empty side, or no detection at all.
std::optional<RateRatio> rateRatio(std::span<const Block> one, std::span<const Block> other, double alpha);

/// Daily counts summed into blocks of seven days (the rest of less than four days joins the block before it).
std::vector<Block> weeklyBlocks(std::span<const double> daily);

} // namespace herdbook::season
