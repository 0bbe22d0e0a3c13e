// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/analysis.h"

#include <algorithm>
#include <set>

namespace herdbook::reid {

std::uint64_t Group::added(int ticks) const
{
    return static_cast<std::uint64_t>(unassignedBest.end() - std::ranges::lower_bound(unassignedBest, ticks));
}

std::vector<Evaluation> Analysis::sweep() const
{
    std::vector<Evaluation> rows;
    for (const double threshold : options.thresholds)
        rows.push_back(evaluate(threshold));
    return rows;
}

bool Analysis::eligible(std::size_t detection) const
{
    const Detection &d = data.detections[detection];
    return d.valid && !d.duplicate && d.deerClass() && data.matches[detection].best != kNoScore;
}

Strength Analysis::strength(Sex sex) const
{
    const auto told = std::ranges::find(recommendation.sexes, sex, &SexAdvice::sex);
    return told != recommendation.sexes.end() ? told->strength : bySex[static_cast<std::size_t>(sex)].strength();
}

std::size_t Analysis::stepsPassed(std::size_t detection, int ticks) const
{
    const Detection &d = data.detections[detection];
    const Match &m = data.matches[detection];
    // Stored scores may be with profiles of another sex only, where somebody corrected it since.
    const bool noProfiles = bySex[static_cast<std::size_t>(d.sex())].profiles == 0;
    const bool passes[] = {true,
                           d.valid,
                           !d.duplicate,
                           d.deerClass(),
                           isUsable(d.vector) && (m.best != kNoScore || noProfiles),
                           m.best != kNoScore,
                           m.best >= ticks,
                           d.assigned()};
    return static_cast<std::size_t>(std::find(std::begin(passes), std::end(passes), false) - std::begin(passes));
}

std::vector<FunnelStep> Analysis::funnel(double threshold) const
{
    const int ticks = thresholdTicks(threshold);
    std::vector<FunnelStep> steps{
        {"all", "all detections", 0, 0},
        {"valid", "valid", 0, 0},
        {"not_duplicate", "not a duplicate", 0, 0},
        {"deer_class", "a deer", 0, 0},
        {"has_vector", source == "vectors" ? "usable vector" : "stored scores with its sex", 0, 0},
        {"profile_of_sex", "a profile of its sex exists", 0, 0},
        {"at_threshold", "best score reaches the threshold", 0, 0},
        {"assigned", "assigned", 0, 0}};
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const std::size_t passed = stepsPassed(i, ticks);
        for (std::size_t s = 0; s < passed; ++s)
            ++steps[s].remaining;
    }
    for (std::size_t s = 1; s < steps.size(); ++s)
        steps[s].lost = steps[s - 1].remaining - steps[s].remaining;
    return steps;
}

Evaluation Analysis::inForce() const
{
    const Evaluation at = evaluate(options.current);
    Evaluation e;
    e.threshold = at.threshold;
    e.rate = counts.detections > 0
                 ? std::optional(static_cast<double>(counts.assigned) / static_cast<double>(counts.detections))
                 : std::nullopt;
    e.assigned = counts.assigned;
    e.added = judgesAll() ? counts.assigned : judgedAssigned;
    e.contradictions = at.contradictions;
    e.burstConflicts = at.burstConflicts;
    const auto observed = static_cast<double>(observedInForce());
    e.observedWrong = observed;
    if (wrongInForce && e.added > 0) {
        const auto assigned = static_cast<double>(e.added);
        e.wrong = std::clamp(*wrongInForce * assigned, std::min(observed, assigned), assigned);
        e.wrongUpper = std::max(*e.wrong, wrongInForceUpper.value_or(1) * assigned);
        e.fdr = *e.wrong / assigned;
        e.fdrUpper = *e.wrongUpper / assigned;
    }
    return e;
}

LookedFor Analysis::lookedFor() const
{
    LookedFor looked;
    looked.duplicates = source == "vectors" && data.profiles.size() > 1 &&
                        std::ranges::find(integrity, "alike_profiles", &Check::id) == integrity.end();
    std::set<Uuid> images;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const Detection &d = data.detections[i];
        looked.wrongSexes = looked.wrongSexes || data.matches[i].cross != kNoScore;
        looked.burstConflicts = looked.burstConflicts || d.burst != Uuid{};
        if (!looked.contradictions && d.box.width > 0 && d.box.height > 0)
            looked.contradictions = !images.insert(d.image).second;
        if (looked.wrongSexes && looked.burstConflicts && looked.contradictions)
            break;
    }
    return looked;
}

std::uint64_t Analysis::cameWithBurst() const
{
    const int threshold = thresholdTicks(options.current);
    std::set<std::pair<Uuid, Uuid>> reached; // burst and deer
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const Detection &d = data.detections[i];
        if (d.assigned() && d.burst != Uuid{} && data.matches[i].best >= threshold)
            reached.emplace(d.burst, d.deer);
    }
    std::uint64_t carried = 0;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const Detection &d = data.detections[i];
        carried +=
            d.assigned() && eligible(i) && data.matches[i].best < threshold && reached.contains({d.burst, d.deer});
    }
    return carried;
}

Analysis::Less Analysis::lessThanInForce() const
{
    const int threshold = thresholdTicks(options.current);
    Less found;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (!data.detections[i].assigned() || !eligible(i))
            continue;
        ++found.assigned;
        found.less += data.matches[i].best < threshold ? 1 : 0;
    }
    found.less -= cameWithBurst();
    return found;
}

int Analysis::loosestAsked() const
{
    double loosest = std::min(options.current, recommendation.threshold.value_or(1));
    for (const double tested : options.thresholds)
        loosest = std::min(loosest, tested);
    return thresholdTicks(loosest);
}

std::uint64_t Analysis::observedInForce() const
{
    const auto already = [](const auto &conflict) { return conflict.level > kTicksPerUnit; };
    auto observed = static_cast<std::uint64_t>(std::ranges::count_if(burstConflicts, already));
    Uuid image{}; // pairs of one image stand together
    for (const Contradiction &pair : contradictions) {
        const Uuid &of = data.detections[pair.first].image;
        observed += already(pair) && of != image ? 1 : 0;
        image = of;
    }
    return observed;
}

std::vector<std::size_t> Analysis::unassignedBetween(double from, double to) const
{
    const int low = thresholdTicks(from);
    const int high = thresholdTicks(to);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const int best = data.matches[i].best;
        if (best >= low && best < high && !data.detections[i].assigned() && eligible(i))
            found.push_back(i);
    }
    std::ranges::stable_sort(found, std::greater(), [&](std::size_t i) { return data.matches[i].best; });
    return found;
}

} // namespace herdbook::reid
