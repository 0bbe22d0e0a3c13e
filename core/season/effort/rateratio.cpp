// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/rateratio.h"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace herdbook::season {

namespace {

struct Side
{
    double count = 0;
    double exposure = 0;
    double pearson = 0;
};

Side sumUp(std::span<const Block> blocks)
{
    Side side;
    for (const Block &block : blocks) {
        side.count += block.count;
        side.exposure += block.exposure;
    }
    const double rate = side.count / side.exposure;
    for (const Block &block : blocks) {
        const double expected = block.exposure * rate;
        if (expected > 0)
            side.pearson += (block.count - expected) * (block.count - expected) / expected;
    }
    return side;
}

} // namespace

std::optional<RateRatio> rateRatio(std::span<const Block> one, std::span<const Block> other, double alpha)
{
    if (one.empty() || other.empty() || one.size() + other.size() < 4)
        return std::nullopt;
    const Side a = sumUp(one);
    const Side b = sumUp(other);
    if (a.count + b.count <= 0)
        return std::nullopt;
    const double freedom = static_cast<double>(one.size() + other.size()) - 2;
    const double add = a.count > 0 && b.count > 0 ? 0 : 0.5;
    RateRatio result;
    result.hasZero = add > 0;
    result.dispersion = std::max(1.0, (a.pearson + b.pearson) / freedom);
    result.ratio = ((a.count + add) / a.exposure) / ((b.count + add) / b.exposure);
    const double error = std::sqrt(result.dispersion * (1 / (a.count + add) + 1 / (b.count + add)));
    const boost::math::students_t distribution(freedom);
    const double reach = boost::math::quantile(boost::math::complement(distribution, alpha / 2)) * error;
    result.low = result.ratio * std::exp(-reach);
    result.high = result.ratio * std::exp(reach);
    const double t = std::abs(std::log(result.ratio)) / error;
    result.pValue = 2 * boost::math::cdf(boost::math::complement(distribution, t));
    return result;
}

std::vector<Block> weeklyBlocks(std::span<const double> daily)
{
    std::vector<Block> blocks;
    for (std::size_t day = 0; day < daily.size(); ++day) {
        const bool begins = day % 7 == 0 && (daily.size() - day >= 4 || blocks.empty());
        if (begins)
            blocks.emplace_back();
        blocks.back().count += daily[day];
        blocks.back().exposure += 1;
    }
    return blocks;
}

} // namespace herdbook::season
