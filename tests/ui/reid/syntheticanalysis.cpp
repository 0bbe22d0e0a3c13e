// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reid/syntheticanalysis.h"

#include <cmath>
#include <random>

namespace herdbook::test {

using namespace reid;

namespace {

void fillLayers(Analysis &analysis, int detections)
{
    std::mt19937 random(7);
    std::normal_distribution<double> impostor(0.40, 0.03);
    std::normal_distribution<double> genuine(0.60, 0.11);
    const int assigned = detections * 95 / 1000;
    while (analysis.layers.assigned.total() < static_cast<std::uint64_t>(assigned)) {
        const double score = genuine(random);
        if (score >= analysis.options.current && score <= 1)
            analysis.layers.assigned.add(static_cast<int>(score * 10000));
    }
    for (int i = 0; i < detections - assigned; ++i) {
        const double score = i % 3 == 0 ? genuine(random) : impostor(random);
        analysis.layers.unassigned.add(static_cast<int>(std::min(score, 0.699) * 10000));
    }
    for (int i = 0; i < assigned; ++i) {
        analysis.layers.mateRemoved.add(static_cast<int>(impostor(random) * 10000));
        analysis.layers.crossSex.add(static_cast<int>((impostor(random) - 0.008) * 10000));
    }
    analysis.counts.detections = static_cast<std::uint64_t>(detections);
    analysis.counts.assigned = static_cast<std::uint64_t>(assigned);
    analysis.counts.unassignedEligible = static_cast<std::uint64_t>(detections - assigned);
    analysis.counts.profiles = 53;
}

void fillCurves(Analysis &analysis)
{
    Curves &curves = analysis.curves;
    curves.population = analysis.counts.unassignedEligible;
    curves.detections = analysis.counts.detections;
    curves.assigned = analysis.counts.assigned;
    curves.added = analysis.layers.unassigned.atOrAbove();
    const auto size = curves.added.size();
    for (std::vector<float> *curve : {&curves.m1, &curves.m2, &curves.fpir, &curves.fpirUpper, &curves.wrong,
                                      &curves.wrongUpper, &curves.effectiveTrials})
        curve->assign(size, NAN);
    curves.method.assign(size, Method::MateRemoved);
    curves.contradictions.assign(size, 0);
    for (std::size_t tick = 0; tick < size; ++tick) {
        const auto share = [&](const ScoreCounts &counts) {
            return static_cast<float>(counts.atOrAbove(static_cast<int>(tick))) /
                   static_cast<float>(std::max<std::uint64_t>(1, counts.total()));
        };
        curves.m1[tick] = share(analysis.layers.mateRemoved);
        curves.m2[tick] = share(analysis.layers.crossSex);
        curves.fpir[tick] = std::max(curves.m1[tick], curves.m2[tick]);
        curves.fpirUpper[tick] = std::min(1.0F, curves.fpir[tick] * 1.3F + 0.002F);
        curves.wrong[tick] = curves.fpir[tick] * static_cast<float>(curves.population);
        curves.wrongUpper[tick] = curves.fpirUpper[tick] * static_cast<float>(curves.population);
        curves.effectiveTrials[tick] = 53;
    }
}

} // namespace

dashboard::SharedAnalysis syntheticAnalysis(Status status, int detections)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->recommendation.status = status;
    analysis->madeAt = "2026-11-22T13:58:00Z";
    if (status == Status::NoData) {
        analysis->recommendation.reason = "There are no detections.";
        return analysis;
    }
    fillLayers(*analysis, detections);
    fillCurves(*analysis);
    Recommendation &recommendation = analysis->recommendation;
    if (status != Status::Abstain) {
        recommendation.threshold = 0.55;
        recommendation.at = analysis->evaluate(0.55);
        recommendation.reason =
            "The loosest threshold whose estimated wrong share stays under 2%; at 0.50 its upper bound is 5.3%.";
        recommendation.unknown = {"Nobody has looked at these matches.",
                                  "The estimate rests on 1,100 detections of 53 animals."};
    } else {
        recommendation.reason =
            "The scores of different animals overlap with those of the same animal at every threshold.";
        recommendation.missing = {"Vectors made by the same model as the profiles.",
                                  "More profiles, or a trial on a sample."};
    }
    const auto verdict = [&](bool known) {
        return !known ? Verdict::Unknown : status == Status::Abstain ? Verdict::Fail : Verdict::Pass;
    };
    recommendation.goals = {{"gain", "At least a fifth more", verdict(true), 4.38, std::nullopt, 0.2},
                            {"fdr", "Wrong share under 5%", verdict(status == Status::Recommend), 0.004, 0.015, 0.05},
                            {"fpir", "False positives (FPIR) under 5%", verdict(true), 0.002, std::nullopt, 0.05}};
    return analysis;
}

} // namespace herdbook::test
