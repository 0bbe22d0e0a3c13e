// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/figures.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numeric>

namespace herdbook::reid {

namespace {

constexpr double kLeastRate = 1e-4, kMostRate = .6;

double normalDeviate(double rate)
{
    return -std::sqrt(2.0) * boost::math::erfc_inv(2 * std::clamp(rate, kLeastRate, kMostRate));
}

} // namespace

std::optional<ThresholdMark> recommendedMark(const Analysis &analysis, std::optional<Sex> shown)
{
    using Kind = ThresholdMark::Kind;
    const Recommendation &r = analysis.recommendation;
    if (!r.threshold)
        return std::nullopt;
    ThresholdMark mark{Kind::Recommended, *r.threshold};
    if (r.certified()) {
        mark.kind = Kind::Certified;
    } else if (r.status != Status::Recommend) {
        mark.kind = Kind::ToBeTried;
    } else if (!shown) {
        if (const auto decides = std::ranges::find(r.sexes, true, &SexAdvice::decides); decides != r.sexes.end())
            mark.sex = decides->sex;
    }
    return mark;
}

std::vector<ThresholdMark> thresholdMarks(const Analysis &analysis, std::optional<Sex> shown)
{
    using Kind = ThresholdMark::Kind;
    std::vector<ThresholdMark> marks;
    for (const double tested : analysis.options.thresholds)
        marks.push_back({Kind::Tested, tested});
    const Recommendation &r = analysis.recommendation;
    for (const SexAdvice &sex : r.sexes) {
        if (r.threshold && !r.certified() && sex.threshold && (!shown || *shown == sex.sex))
            marks.push_back({Kind::OwnSex, *sex.threshold, sex.sex});
    }
    if (const auto mark = recommendedMark(analysis, shown))
        marks.push_back(*mark);
    marks.push_back({Kind::InForce, analysis.options.current});
    return marks;
}

std::optional<double> rateGoal(const Analysis &analysis)
{
    if (analysis.counts.assigned == 0)
        return std::nullopt;
    const double goal = static_cast<double>(analysis.counts.assigned) /
                        static_cast<double>(analysis.counts.detections) * (1 + analysis.options.gainGoal);
    return goal <= 1 ? std::optional(goal) : std::nullopt;
}

std::string noBreakText(const Clusters &clusters)
{
    return clusters.density.bandwidth > 0 ? "No natural break at least 10% deep"
                                          : "Too few different scores to look for natural breaks";
}

NotTold whyNotTold(const Analysis &analysis)
{
    return analysis.estimated.lacking == Lacking::SoundData ? NotTold::UnsoundData
           : analysis.unsoundInForce                        ? NotTold::UnsoundThreshold
                                                            : NotTold::Unknown;
}

double detPlace(double rate)
{
    static const double first = normalDeviate(kLeastRate);
    static const double last = normalDeviate(kMostRate);
    return (normalDeviate(rate) - first) / (last - first);
}

LikenessOrder likenessOrder(const std::vector<Profile> &profiles)
{
    LikenessOrder result;
    result.profiles.resize(profiles.size());
    std::iota(result.profiles.begin(), result.profiles.end(), 0);
    const auto sexOf = [&](std::int32_t profile) { return profiles[static_cast<std::size_t>(profile)].sex; };
    std::ranges::stable_sort(result.profiles, {}, sexOf);
    result.placeOf.resize(profiles.size());
    for (int place = 0; const std::int32_t profile : result.profiles) {
        result.placeOf[static_cast<std::size_t>(profile)] = place;
        if (result.blocks.empty() || result.blocks.back().sex != sexOf(profile))
            result.blocks.push_back({sexOf(profile), place, place});
        result.blocks.back().to = ++place;
    }
    return result;
}

} // namespace herdbook::reid
