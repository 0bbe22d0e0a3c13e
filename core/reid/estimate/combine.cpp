// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/combine.h"

#include "core/reid/statistics/intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace herdbook::reid {

namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t kThresholds = kTicksPerUnit + 1;

Curves emptyCurves(const ScoreCounts &unassigned)
{
    Curves curves;
    curves.population = unassigned.total();
    curves.added = unassigned.atOrAbove();
    for (auto *values : {&curves.m1, &curves.m2, &curves.fpir, &curves.fpirUpper, &curves.wrong, &curves.wrongUpper,
                         &curves.effectiveTrials})
        values->assign(kThresholds, kUnknown);
    curves.method.assign(kThresholds, Method::None);
    return curves;
}

/// A share with what its uncertainty rests on.
struct Rate
{
    double population = 0; ///< the part of U it is about
    double p = 0;
    double variance = 0;
    double clusters = 0;
    double trials = 0;
};

/// Fills the bounds of a scope from the rate at each grid threshold. `certain` is what is wrong in any case (no evidence).
template<class RateAt, class Certain>
void fillBounds(Curves &curves, std::span<const int> grid, double confidence, RateAt rateAt, Certain certain)
{
    auto leastRate = std::numeric_limits<double>::infinity();
    auto leastWrong = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < grid.size(); ++g) {
        const auto from = static_cast<std::size_t>(grid[g]);
        const std::size_t to = g + 1 < grid.size() ? static_cast<std::size_t>(grid[g + 1]) : kThresholds;
        float effective = kUnknown;
        if (curves.method[from] != Method::None) {
            const Rate rate = rateAt(g);
            const double n = effectiveSampleSize(rate.p, rate.variance, rate.clusters, rate.trials);
            const double upper = clopperPearsonUpper(rate.p * n, n, confidence);
            effective = static_cast<float>(n);
            leastRate = std::min(leastRate, upper);
            leastWrong = std::min(leastWrong, rate.population * upper + certain(from));
        }
        for (std::size_t t = from; t < to; ++t) {
            curves.effectiveTrials[t] = effective;
            if (leastRate > 1)
                continue;
            curves.fpirUpper[t] = static_cast<float>(leastRate);
            curves.wrongUpper[t] = static_cast<float>(std::min(leastWrong, static_cast<double>(curves.added[t])));
        }
    }
}

/// Wrong assignments can't become more as the threshold gets stricter.
void settleWrong(Curves &curves)
{
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t t = 0; t < kThresholds; ++t) {
        if (std::isnan(curves.wrong[t]))
            continue;
        least = std::min(least, curves.wrong[t]);
        curves.wrong[t] = std::min(least, static_cast<float>(curves.added[t]));
    }
}

Curves curvesOfSex(const SexEvidence &sex, std::span<const int> grid, double confidence)
{
    Curves curves = emptyCurves(*sex.unassigned);
    curves.m1Trials = sex.mateRemoved.trials;
    curves.m2Trials = sex.crossSex.trials;
    curves.m1Clusters = sex.mateRemoved.clusters();
    curves.m2Clusters = sex.crossSex.clusters();
    const auto population = static_cast<double>(curves.population);
    for (std::size_t t = 0; t < kThresholds; ++t) {
        const int tick = static_cast<int>(t);
        if (sex.mateRemoved.definedAt(tick)) {
            curves.m1[t] = static_cast<float>(sex.mateRemoved.rate(tick));
            curves.fpir[t] = curves.m1[t];
            curves.method[t] = Method::MateRemoved;
        }
        if (sex.crossSex.definedAt(tick)) {
            curves.m2[t] = static_cast<float>(sex.crossSex.rate(tick));
            if (curves.method[t] == Method::None || curves.m2[t] > curves.m1[t]) {
                curves.fpir[t] = curves.m2[t];
                curves.method[t] = Method::CrossSex;
            }
        }
        if (curves.method[t] != Method::None)
            curves.wrong[t] =
                static_cast<float>(std::min<double>(population * static_cast<double>(curves.fpir[t]), curves.added[t]));
    }
    settleWrong(curves);
    const auto rateAt = [&](std::size_t g) {
        const auto t = static_cast<std::size_t>(grid[g]);
        const bool byMates = curves.method[t] == Method::MateRemoved;
        return Rate{population, curves.fpir[t], byMates ? sex.mateRemovedVariance[g] : sex.crossSexVariance[g],
                    static_cast<double>(byMates ? curves.m1Clusters : curves.m2Clusters),
                    static_cast<double>(byMates ? curves.m1Trials : curves.m2Trials)};
    };
    fillBounds(curves, grid, confidence, rateAt, [](std::size_t) { return 0.0; });
    return curves;
}

/// Mean of a curve over the sexes that know it, weighted by their part of U.
float weightedMean(const std::array<Curves, kSexes> &sexes, std::vector<float> Curves::*values, std::size_t t)
{
    double sum = 0;
    double weight = 0;
    for (const Curves &sex : sexes) {
        if (const float value = (sex.*values)[t]; !std::isnan(value) && sex.population > 0) {
            sum += static_cast<double>(sex.population) * static_cast<double>(value);
            weight += static_cast<double>(sex.population);
        }
    }
    return weight > 0 ? static_cast<float>(sum / weight) : kUnknown;
}

Curves curvesOfAll(const std::array<SexEvidence, kSexes> &evidence, const std::array<Curves, kSexes> &sexes,
                   std::span<const int> grid, double confidence)
{
    ScoreCounts unassigned;
    for (const SexEvidence &sex : evidence)
        unassigned.add(*sex.unassigned);
    Curves whole = emptyCurves(unassigned);
    for (const Curves &sex : sexes) {
        if (sex.population == 0)
            continue;
        whole.m1Trials += sex.m1Trials;
        whole.m2Trials += sex.m2Trials;
        whole.m1Clusters += sex.m1Clusters;
        whole.m2Clusters += sex.m2Clusters;
    }
    for (std::size_t t = 0; t < kThresholds; ++t) {
        whole.m1[t] = weightedMean(sexes, &Curves::m1, t);
        whole.m2[t] = weightedMean(sexes, &Curves::m2, t);
        whole.fpir[t] = weightedMean(sexes, &Curves::fpir, t);
        double wrong = 0;
        for (const Curves &sex : sexes) {
            if (sex.population == 0)
                continue;
            const Method method = sex.method[t];
            wrong += method == Method::None ? sex.added[t] : static_cast<double>(sex.wrong[t]);
            if (method != Method::None && whole.method[t] != method)
                whole.method[t] = whole.method[t] == Method::None ? method : Method::Mixed;
        }
        if (whole.method[t] != Method::None)
            whole.wrong[t] = static_cast<float>(wrong);
    }
    settleWrong(whole);

    const auto withoutEvidence = [&](std::size_t t) {
        double added = 0;
        for (const Curves &sex : sexes)
            added += sex.method[t] == Method::None ? sex.added[t] : 0;
        return added;
    };
    const auto rateAt = [&](std::size_t g) {
        const auto t = static_cast<std::size_t>(grid[g]);
        Rate rate;
        for (std::size_t s = 0; s < sexes.size(); ++s) {
            const Method method = sexes[s].method[t];
            if (method == Method::None || sexes[s].population == 0)
                continue;
            const bool byMates = method == Method::MateRemoved;
            const auto weight = static_cast<double>(sexes[s].population);
            rate.population += weight;
            rate.p += weight * static_cast<double>(sexes[s].fpir[t]);
            rate.variance +=
                weight * weight * (byMates ? evidence[s].mateRemovedVariance[g] : evidence[s].crossSexVariance[g]);
            rate.clusters += byMates ? sexes[s].m1Clusters : sexes[s].m2Clusters;
            rate.trials += static_cast<double>(byMates ? sexes[s].m1Trials : sexes[s].m2Trials);
        }
        rate.p /= rate.population;
        rate.variance /= rate.population * rate.population;
        return rate;
    };
    fillBounds(whole, grid, confidence, rateAt, withoutEvidence);
    return whole;
}

} // namespace

CombinedCurves combine(const std::array<SexEvidence, kSexes> &sexes, std::span<const int> grid, double confidence)
{
    CombinedCurves result;
    for (std::size_t s = 0; s < sexes.size(); ++s)
        result.bySex[s] = curvesOfSex(sexes[s], grid, confidence);
    result.whole = curvesOfAll(sexes, result.bySex, grid, confidence);
    return result;
}

} // namespace herdbook::reid
