// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>

namespace herdbook::reid::steps {

namespace {

using text::count;
using text::counted;
using text::percent;
using text::score;

/// The thresholds "loosest" is sought on: 0.30 .. 0.95 by 0.005.
constexpr int kLoosest = 3000;
constexpr int kStrictest = 9500;
constexpr int kStep = 50;

template<class Accepts>
std::optional<Evaluation> loosest(const Analysis &analysis, Accepts accepts)
{
    for (int t = kLoosest; t <= kStrictest; t += kStep) {
        Evaluation e = analysis.evaluate(fromTicks(t));
        if (e.added > 0 && accepts(e))
            return e;
    }
    return std::nullopt;
}

/// The strictest threshold that reaches the gain: the least change that would do.
std::optional<Evaluation> strictestGain(const Analysis &analysis)
{
    for (int t = kStrictest; t >= kLoosest; t -= kStep) {
        Evaluation e = analysis.evaluate(fromTicks(t));
        if (gainsEnough(analysis, e))
            return e;
    }
    return std::nullopt;
}

Goal errorGoal(std::string id, std::string title, std::optional<double> value, std::optional<double> upper,
               double limit)
{
    Goal goal{std::move(id), std::move(title), Verdict::Unknown, value, upper, limit};
    if (upper && *upper <= limit)
        goal.verdict = Verdict::Pass;
    else if (value && *value > limit)
        goal.verdict = Verdict::Fail;
    return goal;
}

std::string gainText(const Evaluation &e)
{
    return "assigns " + count(e.added) + " more" + (e.gain ? " (+" + percent(*e.gain) + ")" : std::string());
}

Recommendation noData(const Analysis &analysis)
{
    Recommendation result;
    result.status = Status::NoData;
    const Counts &counts = analysis.counts;
    result.reason = counts.detections == 0 ? "There are no detections."
                    : counts.profiles == 0
                        ? "No deer has a usable profile, so there is nothing to compare detections with."
                        : "No detection can be compared: none is a valid deer with scores on a profile of its sex.";
    result.missing = {counts.detections == 0 ? "detections"
                      : counts.profiles == 0 ? "profiles with a vector"
                                             : "detections with a usable vector whose sex has profiles"};
    return result;
}

std::string evidenceText(const Analysis &analysis)
{
    return "The estimate rests on " + counted(analysis.curves.m1Trials, "assigned detection", "assigned detections") +
           " of " + counted(static_cast<std::uint64_t>(analysis.curves.m1Clusters), "profile", "profiles") +
           (analysis.curves.m2Trials > 0
                ? " and " + counted(analysis.curves.m2Trials, "search", "searches") + " among the other sex."
                : ".");
}

/// What can't be known from this data, whatever the threshold.
std::vector<std::string> unknownOf(const Analysis &analysis)
{
    std::vector<std::string> unknown{evidenceText(analysis)};
    if (analysis.curves.m1Trials > 0 && analysis.curves.m2Trials == 0)
        unknown.emplace_back(
            "Only the mate-removed estimate is available, because there are no scores with the other sex; alone it "
            "can be far too low where photos of different animals look alike.");
    return unknown;
}

void explainCertified(const Analysis &analysis, const Evaluation &e, Recommendation &result)
{
    const Options &options = analysis.options;
    result.reason = "The loosest threshold whose wrong share stays under " + percent(options.alpha) +
                    " even at its upper " + percent(options.confidence) + " bound (" + percent(*e.fdrUpper) + "); it " +
                    gainText(e) + ".";
    const Evaluation looser = analysis.evaluate(e.threshold - fromTicks(kStep));
    if (looser.fdrUpper)
        result.reason += " At " + score(looser.threshold) + " the bound is " + percent(*looser.fdrUpper) + ".";
    result.unknown = unknownOf(analysis);
    result.unknown.front().insert(0, "Nobody has looked at these matches. ");
}

void explainCandidate(const Analysis &analysis, const Evaluation &e, Recommendation &result)
{
    result.reason =
        "A candidate, not certified: it " + gainText(e) + ", of which an estimated " + percent(*e.fdr) +
        " would be wrong, but " +
        (e.fdrUpper ? "up to " + percent(*e.fdrUpper) + " can't be ruled out." : "no upper bound is known.");
    result.unknown = unknownOf(analysis);
    result.missing = {"a reviewed sample: try it on a batch first",
                      "more profiles: with " + counted(analysis.counts.profiles, "profile", "profiles") +
                          " scores alone can seldom certify " + percent(analysis.options.alpha)};
}

void explainAbstention(const Analysis &analysis, const std::optional<Evaluation> &certifiable,
                       const std::optional<Evaluation> &candidate, Recommendation &result)
{
    const Options &options = analysis.options;
    const std::string goal = percent(options.gainGoal);
    if (const auto &best = certifiable ? certifiable : candidate) {
        result.reason = "The loosest threshold with a low enough wrong share, " + score(best->threshold) +
                        ", gains only " + percent(best->gain.value_or(0)) + " of the " + goal + " asked for.";
    } else {
        result.reason = "No threshold keeps the estimated wrong share under " + percent(0.4 * options.alpha) + ".";
    }
    if (const auto least = strictestGain(analysis); least && least->fdr) {
        result.reason += " The strictest one that gains " + goal + ", " + score(least->threshold) +
                         ", would be wrong in an estimated " + percent(*least->fdr) + " of its new assignments.";
    }
    result.unknown = unknownOf(analysis);
    result.missing = {"scores that tell animals apart better, or more profiles of the animals seen"};
}

} // namespace

bool gainsEnough(const Analysis &analysis, const Evaluation &e)
{
    return e.added > 0 && e.gain.value_or(1) >= analysis.options.gainGoal;
}

std::vector<Goal> judge(const Analysis &analysis, const Evaluation &e)
{
    const Options &options = analysis.options;
    Goal gain{"gain",          "At least " + percent(options.gainGoal) + " more", Verdict::Fail, e.gain, std::nullopt,
              options.gainGoal};
    if (gainsEnough(analysis, e))
        gain.verdict = Verdict::Pass;
    return {std::move(gain),
            errorGoal("fdr", "Wrong share under " + percent(options.alpha), e.fdr, e.fdrUpper, options.alpha),
            errorGoal("fpir", "False positives (FPIR) under " + percent(options.alpha), e.fpir, e.fpirUpper,
                      options.alpha)};
}

Recommendation recommend(const Analysis &analysis)
{
    const Options &options = analysis.options;
    if (analysis.counts.profiles == 0 || analysis.counts.eligible == 0)
        return noData(analysis);

    Recommendation result;
    result.status = Status::Abstain;
    const auto under = [](std::optional<double> value, double limit) { return value && *value <= limit; };
    const auto certifiable = loosest(analysis, [&](const Evaluation &e) { return under(e.fdrUpper, options.alpha); });
    const auto candidate = loosest(analysis, [&](const Evaluation &e) { return under(e.fdr, 0.4 * options.alpha); });
    const auto least = strictestGain(analysis);
    if (certifiable)
        result.certifiable = certifiable->threshold;
    if (candidate)
        result.candidate = candidate->threshold;
    if (const auto &shown = candidate ? candidate : least)
        result.goals = judge(analysis, *shown);

    const auto failed = std::ranges::find(analysis.integrity, Check::Outcome::Fail, &Check::outcome);
    if (failed != analysis.integrity.end()) {
        result.reason = "The data isn't sound: " + failed->detail;
        result.missing = {"a passed check: " + failed->title};
        return result;
    }
    if (analysis.layers.unassigned.empty()) {
        result.reason = "Every detection that could be assigned is assigned already.";
        return result;
    }
    const double highest = fromTicks(analysis.layers.unassigned.highest());
    const bool noneReached =
        std::ranges::all_of(options.thresholds, [&](double t) { return highest < fromTicks(thresholdTicks(t)); });
    if (!options.thresholds.empty() && noneReached) {
        result.reason = "All scores lie below every tested threshold; the highest is " + score(highest) + ".";
        result.missing = {"unassigned detections that resemble a profile"};
        return result;
    }
    const auto recommendAt = [&](Status status, const Evaluation &e) {
        result.status = status;
        result.threshold = e.threshold;
        result.at = e;
        result.goals = judge(analysis, e);
    };
    if (certifiable && gainsEnough(analysis, *certifiable)) {
        recommendAt(Status::Recommend, *certifiable);
        explainCertified(analysis, *certifiable, result);
    } else if (candidate && gainsEnough(analysis, *candidate)) {
        recommendAt(Status::TrialOnly, *candidate);
        explainCandidate(analysis, *candidate, result);
    } else if (least && !least->fdr) {
        recommendAt(Status::TrialOnly, *least);
        result.reason = "Nothing tells how many would be wrong: there are no searches of animals without a profile. " +
                        score(least->threshold) + " is the strictest threshold that gains " +
                        percent(options.gainGoal) + ".";
        result.unknown = {"The wrong share."};
        result.missing = {"assigned detections of at least two profiles of a sex, or profiles of both sexes",
                          "a reviewed sample"};
    } else {
        explainAbstention(analysis, certifiable, candidate, result);
    }
    return result;
}

} // namespace herdbook::reid::steps
