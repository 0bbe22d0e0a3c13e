// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reid/syntheticanalysis.h"

#include <cmath>
#include <random>

namespace herdbook::test {

using namespace reid;

namespace {

constexpr int kProfiles = 53;

Uuid numbered(std::uint8_t kind, std::uint32_t number)
{
    Uuid id{};
    id[0] = kind;
    for (std::size_t byte = 0; byte < 4; ++byte)
        id[15 - byte] = static_cast<std::uint8_t>(number >> (8 * byte));
    return id;
}

void fillProfiles(Analysis &analysis)
{
    for (std::uint32_t number = 0; number < kProfiles; ++number) {
        const Sex sex = number < 24 ? Sex::Buck : number < 46 ? Sex::Doe : Sex::Fawn;
        analysis.data.profiles.push_back({numbered(3, number), "Deer " + std::to_string(number + 1), sex, "1", {}});
        ++analysis.bySex[static_cast<std::size_t>(sex)].profiles;
    }
    std::mt19937 random(11);
    std::normal_distribution<double> alike(0.36, 0.05);
    analysis.profileSimilarity.resize(std::size_t{kProfiles} * kProfiles);
    const auto set = [&](std::size_t row, std::size_t column, double cosine) {
        analysis.profileSimilarity[row * kProfiles + column] = static_cast<Ticks>(cosine * kTicksPerUnit);
        analysis.profileSimilarity[column * kProfiles + row] = static_cast<Ticks>(cosine * kTicksPerUnit);
    };
    for (std::size_t row = 0; row < kProfiles; ++row) {
        for (std::size_t column = 0; column < row; ++column)
            set(row, column, alike(random));
        set(row, row, 1);
    }
    set(3, 7, 0.91);
    analysis.duplicateProfiles = {{3, 7, true, 9100}};
}

/// Detections one by one: every tenth or so assigned, the others with scores of strangers or of the same deer.
void fillDetections(Analysis &analysis, int detections)
{
    std::mt19937 random(7);
    std::normal_distribution<double> impostor(0.40, 0.03);
    std::normal_distribution<double> genuine(0.60, 0.11);
    const auto drawn = [&](auto &distribution, double from, double to) {
        double score = distribution(random);
        while (score < from || score >= to)
            score = distribution(random);
        return static_cast<Ticks>(score * kTicksPerUnit);
    };
    const int assigned = detections * 95 / 1000;
    for (int i = 0; i < detections; ++i) {
        Detection detection;
        detection.id = numbered(1, static_cast<std::uint32_t>(i));
        detection.image = numbered(2, static_cast<std::uint32_t>(i));
        detection.box = {100, 100, 200, 150};
        detection.vector = i % 40 == 39 ? VectorState::Missing : VectorState::Usable;
        const std::int32_t profile = i % kProfiles;
        const Sex sex = analysis.data.profiles[static_cast<std::size_t>(profile)].sex;
        detection.label = sex == Sex::Buck ? Label::Buck : sex == Sex::Doe ? Label::Doe : Label::Fawn;
        Match match;
        match.bestProfile = profile;
        match.secondProfile = (profile + 1) % 24;
        reid::Layers &layers = analysis.bySex[static_cast<std::size_t>(sex)].layers;
        if (i < assigned) {
            detection.vector = VectorState::Usable;
            detection.ownProfile = profile;
            detection.deer = numbered(3, static_cast<std::uint32_t>(profile));
            match.own = match.best = i < kProfiles ? Ticks(kTicksPerUnit) : drawn(genuine, 0.7, 1.0);
            const Ticks other = i % 200 == 0 ? drawn(genuine, 0, 1) : drawn(impostor, 0, 1);
            layers.assigned.add(match.own);
            layers.matches.add(i < kProfiles ? kNoScore : match.own);
            layers.closestOther.add(other);
            layers.strangers.add(other);
        } else if (isUsable(detection.vector)) {
            match.best = i % 3 == 0 ? drawn(genuine, 0.2, 0.7) : drawn(impostor, 0.2, 0.7);
            layers.unassigned.add(match.best);
        }
        analysis.data.detections.push_back(detection);
        analysis.data.matches.push_back(match);
    }
    for (const SexResult &sex : analysis.bySex) {
        analysis.layers.unassigned.add(sex.layers.unassigned);
        analysis.layers.assigned.add(sex.layers.assigned);
        analysis.layers.closestOther.add(sex.layers.closestOther);
        analysis.layers.matches.add(sex.layers.matches);
        analysis.layers.strangers.add(sex.layers.strangers);
    }
    analysis.counts.detections = static_cast<std::uint64_t>(detections);
    analysis.counts.assigned = static_cast<std::uint64_t>(assigned);
    analysis.counts.unassignedEligible = analysis.layers.unassigned.total();
    analysis.counts.eligible = analysis.counts.assigned + analysis.counts.unassignedEligible;
    analysis.counts.profiles = kProfiles;
    analysis.fingerprint.detections = analysis.counts.detections;
    analysis.fingerprint.assigned = analysis.counts.assigned;
    analysis.fingerprint.profiles = kProfiles;
    analysis.separation = separate(analysis.layers.matches, analysis.layers.closestOther);
    analysis.mislabeled = {{static_cast<std::size_t>(assigned) + 5, 4100, 6200, 30}};
    analysis.contradictions = {
        {static_cast<std::size_t>(assigned) + 1, static_cast<std::size_t>(assigned) + 2, 4, {}, 5600, 0}};
    analysis.burstConflicts = {{static_cast<std::size_t>(assigned) + 3, static_cast<std::size_t>(assigned) + 4, 5700}};
}

void fillCurves(Curves &curves, const reid::Layers &layers, std::uint64_t detections)
{
    curves.population = layers.unassigned.total();
    curves.detections = detections;
    curves.assigned = layers.assigned.total();
    curves.added = layers.unassigned.atOrAbove();
    const auto size = curves.added.size();
    for (std::vector<double> *curve : {&curves.wrong, &curves.wrongUpper, &curves.wrongStrict, &curves.decoyWrong,
                                       &curves.splitWrong, &curves.observedWrong})
        curve->assign(size, NAN);
    const std::vector<std::uint32_t> strangers = layers.strangers.atOrAbove();
    for (std::size_t tick = 0; tick < size; ++tick) {
        const double fpir = strangers[tick] / std::max(1.0, static_cast<double>(strangers[0]));
        const auto added = static_cast<double>(curves.added[tick]);
        curves.wrong[tick] = std::min(added, fpir * static_cast<double>(curves.population));
        curves.wrongUpper[tick] = std::min(added, (fpir * 1.3 + 0.002) * static_cast<double>(curves.population));
        curves.wrongStrict[tick] = curves.wrongUpper[tick];
        curves.decoyWrong[tick] = curves.wrong[tick];
        curves.splitWrong[tick] = .7 * curves.wrong[tick];
        curves.observedWrong[tick] = 0;
    }
}

} // namespace

ui::SharedAnalysis syntheticAnalysis(Status status, int detections)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->recommendation.status = status;
    analysis->madeAt = "2026-11-22T13:58:00Z";
    if (status == Status::NoData) {
        analysis->recommendation.reason = "There are no detections.";
        return analysis;
    }
    analysis->source = "vectors";
    fillProfiles(*analysis);
    fillDetections(*analysis, detections);
    fillCurves(analysis->curves, analysis->layers, analysis->counts.detections);
    analysis->curves.contradictions.assign(analysis->curves.added.size(), 0);
    for (SexResult &sex : analysis->bySex)
        fillCurves(sex.curves, sex.layers, sex.layers.unassigned.total() + sex.layers.assigned.total());
    for (int tick = 2000; tick <= kTicksPerUnit; tick += 50)
        analysis->grid.push_back(tick);
    analysis->wrongInForce = .002;
    analysis->wrongInForceUpper = .028;
    analysis->clusters.valleys = {{0.49, 0.8, 0.66}};
    analysis->integrity = {{"founder", "Founders", Check::Outcome::Pass, "All 53 founders score 1 on themselves.", {}},
                           {"duplicates",
                            "Duplicate profiles",
                            Check::Outcome::Warn,
                            "1 pair of profiles may be one animal. Merge them, then analyze again.",
                            {}},
                           {"vectors", "Vectors", Check::Outcome::Fail, "289 detections have no vector.", {}}};
    Recommendation &recommendation = analysis->recommendation;
    if (status != Status::Abstain) {
        recommendation.threshold = recommendation.candidate = 0.55;
        recommendation.whySoFew = "Of 9,307 detections that could be matched, only 1,026 score 0.70 or more.";
        recommendation.at = analysis->evaluate(0.55);
        recommendation.reason =
            "The loosest threshold whose estimated wrong share stays under 2%; at 0.50 its upper bound is 5.3%.";
        recommendation.unknown = {"Nobody has looked at these matches.",
                                  "The estimate rests on 1,100 detections of 53 animals."};
    } else {
        recommendation.reason =
            "The scores of different animals overlap with those of the same animal at every threshold.";
        recommendation.next = {"Embed profiles and detections again with one and the same model version.",
                               "Merge the profiles that are one animal."};
        recommendation.missing = {"vectors made by the same model as the profiles",
                                  "more profiles, or a trial on a sample"};
    }
    const auto verdict = [&](bool known) {
        return !known ? Verdict::Unknown : status == Status::Abstain ? Verdict::Fail : Verdict::Pass;
    };
    recommendation.goals = {
        {"gain", "At least a fifth more", verdict(true), 4.38, std::nullopt, 0.2},
        {"fdr", "Wrong share under 5%", verdict(status == Status::Recommend), 0.004, 0.015, 0.05},
        {"fpir", "False matches under 5% of the unassigned", verdict(true), 0.002, std::nullopt, 0.05}};
    return analysis;
}

} // namespace herdbook::test
