// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure of an analysis shows, whatever draws it: screen and paper take it from here.
#pragma once

#include "core/reid/analysis.h"

namespace herdbook::reid {

/// A threshold that is marked in a figure.
struct ThresholdMark
{
    enum class Kind : std::uint8_t {
        Tested,
        InForce,
        Recommended,
        ToBeTried, ///< a candidate
        Certified,
        OwnSex ///< where one sex alone could go
    };
    Kind kind = Kind::Tested;
    double at = 0;
    std::optional<Sex> sex = {}; ///< OwnSex: whose; Recommended: the stricter one, which decides
};

/// The threshold of the recommendation, where there is one.
std::optional<ThresholdMark> recommendedMark(const Analysis &analysis, std::optional<Sex> shown = std::nullopt);

/// All of them: tested ones first, the threshold in force last.
/// @param shown the sex that the figure is about; nothing: all.
std::vector<ThresholdMark> thresholdMarks(const Analysis &analysis, std::optional<Sex> shown = std::nullopt);

/// The rate that the gain asked for leads to; nothing where no rate is known or it is over 1.
std::optional<double> rateGoal(const Analysis &analysis);

/// What is said of natural breaks where there is no valley, without its point: there is none, or no density lets look for one.
std::string noBreakText(const Clusters &clusters);

/// Why a figure shows no error at any threshold.
enum class NotTold : std::uint8_t { UnsoundData, UnsoundThreshold, Unknown };
NotTold whyNotTold(const Analysis &analysis);

/// An error rate's place on a DET axis, which is linear in normal deviates: 0 at 0.01% and under, 1 at 60% and over.
double detPlace(double rate);
inline constexpr std::array kDetTicks{0.0001, 0.001, 0.01, 0.05, 0.2, 0.5};

/// The profiles by sex, as rows and columns of a map of their likeness.
struct LikenessOrder
{
    struct Block
    {
        Sex sex = Sex::Unknown;
        int from = 0, to = 0; ///< places, without `to`
    };
    std::vector<std::int32_t> profiles; ///< by place
    std::vector<int> placeOf;           ///< by profile
    std::vector<Block> blocks;
};
LikenessOrder likenessOrder(const std::vector<Profile> &profiles);

} // namespace herdbook::reid
