// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>

namespace herdbook::reid::steps {

namespace {

using text::atMost;
using text::count;
using text::counted;
using text::percent;
using text::score;

/// The thresholds that are looked at, loosest first: 0.20 .. 1.00 by 0.005.
constexpr int kLoosest = 2000;
constexpr int kStrictest = kTicksPerUnit;
constexpr int kStep = 50;
constexpr double kCandidateUpper = .25;
constexpr double kMeant = .05; ///< a sex with fewer of the new assignments has no say
constexpr std::uint64_t kFewestForTrial = 20;

template<class Accepts>
std::optional<Evaluation> loosest(const Analysis &analysis, Accepts accepts)
{
    for (int t = kLoosest; t <= kStrictest; t += kStep) {
        Evaluation e = analysis.evaluate(fromTicks(t));
        if (gainsEnough(analysis, e) && accepts(e))
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

/// Whether the bound holds for every sex that has a say at a threshold.
bool holdsForEach(const Analysis &analysis, const Evaluation &whole)
{
    return std::ranges::all_of(analysis.bySex, [&](const SexResult &sex) {
        const Evaluation e = sex.curves.at(whole.threshold);
        const auto added = static_cast<double>(e.added);
        return added < kMeant * static_cast<double>(whole.added) || added == 0 ||
               (e.wrongStrict && *e.wrongStrict <= 2 * analysis.options.alpha * added);
    });
}

bool isCandidate(const Analysis &analysis, const Evaluation &e)
{
    return e.wrong && e.added >= kFewestForTrial &&
           *e.wrong + .5 <= kCandidateShare * analysis.options.alpha * static_cast<double>(e.added);
}

/// Those that nobody can judge leave it open, they don't fail it.
void setVerdict(Goal &goal, std::optional<double> strict, std::optional<double> unjudged)
{
    if (strict && *strict <= goal.limit)
        goal.verdict = Verdict::Pass;
    else if (goal.value && *goal.value - unjudged.value_or(0) > goal.limit)
        goal.verdict = Verdict::Fail;
}

/// "does and bucks".
std::string unjudgedSexes(const Analysis &analysis, double threshold)
{
    std::string list;
    for (const Sex sex : {Sex::Doe, Sex::Buck, Sex::Fawn, Sex::Unknown}) {
        const SexResult &result = analysis.bySex[static_cast<std::size_t>(sex)];
        if (result.strength() == Strength::None && result.curves.at(threshold).added > 0)
            list += (list.empty() ? "" : " and ") + plural(sex);
    }
    return list;
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

/// What every sex that has a say lacks, as sentences.
std::vector<std::string> lackingOf(const Recommendation &result)
{
    std::vector<std::string> lines;
    for (const SexAdvice &sex : result.sexes) {
        if (sex.strength != Strength::Strong && sex.at && sex.at->added > 0)
            lines.push_back(sex.words);
    }
    return lines;
}

void choose(Recommendation &result, const Analysis &analysis, Status status, const Evaluation &e)
{
    result.status = status;
    result.threshold = result.candidate = e.threshold;
    result.at = e;
    result.goals = judge(analysis, e);
    result.sexes = adviseBySex(analysis, e.threshold);
}

/// No sex is judged.
void withhold(Recommendation &result, const std::string &why)
{
    for (SexAdvice &sex : result.sexes) {
        sex.strength = Strength::None;
        sex.words = why;
        sex.threshold.reset();
        sex.upperAtOwn.reset();
        sex.decides = false;
    }
}

void recommendAt(const Analysis &analysis, const Evaluation &e, Recommendation &result)
{
    choose(result, analysis, Status::Recommend, e);
    const std::string less = whatNoTrialProves(analysis);
    result.reason = "Estimated; " + (less.empty() ? "a trial may certify it" : less) + ". " + gainSentence(e) + " " +
                    wrongSentence(e);
    const auto decides = std::ranges::find(result.sexes, true, &SexAdvice::decides);
    if (decides != result.sexes.end())
        result.reason +=
            " The system has one threshold, so the stricter sex decides: the " + plural(decides->sex) + ".";
    result.unknown = {std::string(kNobodyLooked)};
}

void tryAt(const Analysis &analysis, const Evaluation &e, Recommendation &result)
{
    choose(result, analysis, Status::TrialOnly, e);
    result.reason = "A candidate, not a recommendation. " + gainSentence(e) + " " + wrongSentence(e);
    result.unknown = {std::string(kNobodyLooked),
                      "Scores alone can't rule out that " + atMost(e.fdrUpper.value_or(1)) + " are wrong."};
    result.missing = lackingOf(result);
}

/// Nothing certain can be said, but people can look: the least change that would do.
void abstainForEvidence(const Analysis &analysis, const std::optional<Evaluation> &least, Recommendation &result)
{
    result.lacking = Lacking::Evidence;
    result.missing = lackingOf(result);
    for (Goal &goal : result.goals) {
        if (goal.id == "gain")
            continue;
        goal.verdict = Verdict::Unknown;
        goal.value.reset();
        goal.upper.reset();
    }
    const std::string who = least ? unjudgedSexes(analysis, least->threshold) : std::string();
    result.reason =
        "The evidence is too thin to say how many " + (who.empty() ? who : "of the " + who + " ") + "would be wrong.";
    if (analysis.source != "vectors") {
        result.reason += " Stored scores don't tell: compute from vectors.";
        result.missing = {"vectors of the detections and profiles: compute from vectors"};
    }
    if (!least)
        return;
    result.candidate = least->threshold;
    result.unknown = {(least->fdrUpper.value_or(1) < 1 ? "Too little is known of " : "Nothing is known of ") +
                      score(least->threshold) + ", the strictest threshold that gains " +
                      percent(analysis.options.gainGoal) + std::string(kUntilLooked)};
}

void abstain(const Analysis &analysis, const std::optional<Evaluation> &least, Recommendation &result)
{
    result.lacking = Lacking::Threshold;
    if (!least) {
        result.lacking = Lacking::Unassigned;
        const std::string loosest = score(fromTicks(kLoosest));
        const std::uint64_t reaching = analysis.layers.unassigned.atOrAbove(kLoosest);
        result.reason = "No threshold gains " + percent(analysis.options.gainGoal) + ": of " +
                        counted(analysis.counts.unassignedEligible, "unassigned detection", "unassigned detections") +
                        " that could be matched, " + (reaching == 0 ? "none" : count(reaching)) +
                        (reaching < 2 ? " scores " : " score ") + loosest + " or more.";
        result.missing = {"unassigned detections that score " + loosest + " or more"};
        return;
    }
    result.reason = "No threshold is good enough.";
    const std::string strictest =
        " The strictest one that gains " + percent(analysis.options.gainGoal) + ", " + score(least->threshold) + ",";
    if (least->wrong && least->judged())
        result.reason += strictest + " would be wrong in about " + percent(*least->fdr) + " of its new assignments" +
                         ", at most " + atMost(least->fdrUpper.value_or(1)) + ".";
    else if (least->wrong)
        result.reason += strictest + " would be too often wrong even if all " +
                         unjudgedSexes(analysis, least->threshold) + " were right, whom nobody can judge.";
    result.missing = {std::string(kBetterScores)};
}

/// Whether it is for want of evidence that no threshold does: one would but for its bound, but for being of few, or but for those whom
/// nobody can judge and who count as wrong.
bool isThin(const Analysis &analysis)
{
    return loosest(analysis,
                   [&](const Evaluation &e) {
                       return e.wrong && *e.wrong - static_cast<double>(e.unjudged) <=
                                             kCandidateShare * analysis.options.alpha * static_cast<double>(e.added);
                   })
        .has_value();
}

} // namespace

bool gainsEnough(const Analysis &analysis, const Evaluation &e)
{
    return e.added > 0 && e.gain.value_or(1) >= analysis.options.gainGoal - 1e-12;
}

std::vector<Goal> judge(const Analysis &analysis, const Evaluation &e)
{
    const Options &options = analysis.options;
    Goal gain{"gain",          "At least " + percent(options.gainGoal) + " more", Verdict::Fail, e.gain, std::nullopt,
              options.gainGoal};
    if (gainsEnough(analysis, e))
        gain.verdict = Verdict::Pass;
    const auto error = [&](std::string id, std::string title, double whole, std::optional<double> value,
                           std::optional<double> upper) {
        Goal goal{std::move(id), std::move(title), Verdict::Unknown, value, upper, options.alpha};
        if (whole > 0)
            setVerdict(goal, e.wrongStrict ? std::optional(*e.wrongStrict / whole) : std::nullopt,
                       static_cast<double>(e.unjudged) / whole);
        if (!e.judged()) {
            goal.value.reset();
            goal.upper.reset();
            goal.unjudged = unjudgedSexes(analysis, e.threshold);
        }
        return goal;
    };
    return {
        std::move(gain),
        error("fdr", "Wrong share under " + percent(options.alpha), static_cast<double>(e.added), e.fdr, e.fdrUpper),
        error("fpir", "False matches under " + percent(options.alpha) + " of the unassigned",
              static_cast<double>(analysis.curves.population), e.fpir, e.fpirUpper)};
}

Recommendation recommend(const Analysis &analysis)
{
    const Options &options = analysis.options;
    if (analysis.counts.profiles == 0 || analysis.counts.eligible == 0)
        return noData(analysis);

    Recommendation result;
    result.status = Status::Abstain;
    const auto least = strictestGain(analysis);
    result.sexes = adviseBySex(analysis, least ? std::optional(least->threshold) : std::nullopt);
    if (least)
        result.goals = judge(analysis, *least);
    const auto failed = std::ranges::find(analysis.integrity, Check::Outcome::Fail, &Check::outcome);
    const auto alphaHolds = [&](const Evaluation &e) {
        return e.wrongStrict && *e.wrongStrict <= options.alpha * static_cast<double>(e.added) &&
               holdsForEach(analysis, e);
    };
    const auto candidateHolds = [&](const Evaluation &e) {
        return isCandidate(analysis, e) && *e.wrongUpper <= kCandidateUpper * static_cast<double>(e.added);
    };
    if (failed != analysis.integrity.end()) {
        result.lacking = Lacking::SoundData;
        for (Goal &goal : result.goals)
            goal = {goal.id, goal.title, Verdict::Unknown, std::nullopt, std::nullopt, goal.limit};
        withhold(result, "the data isn't sound");
        result.reason = "The data isn't sound: " + failed->detail;
        result.missing = {"a passed check (" + failed->title + ")"};
    } else if (analysis.layers.unassigned.empty()) {
        result.lacking = Lacking::Unassigned;
        result.reason = "Every detection that could be assigned is assigned already.";
    } else if (analysis.unsoundInForce) {
        result.lacking = Lacking::SoundThreshold;
        withhold(result, "the threshold in force is itself unsound");
        const std::uint64_t assigned = analysis.counts.assigned;
        const std::string at = score(options.current);
        result.reason =
            "The threshold in force is itself unsound: " +
            (assigned > 0 ? "the detections that would get the wrong deer at " + at + " are expected to come to over " +
                                percent(kUnsound) + " of the " + count(assigned) + " assigned now."
                          : "detections that would get the wrong deer at " + at +
                                " are expected, and none is assigned yet to set against them.");
        result.missing = {assigned > 0 ? "a stricter threshold in force, and the wrong assignments taken back"
                                       : "a stricter threshold in force"};
    } else if (const auto e = loosest(analysis, alphaHolds)) {
        recommendAt(analysis, *e, result);
    } else if (const auto candidate = loosest(analysis, candidateHolds)) {
        tryAt(analysis, *candidate, result);
    } else if (isThin(analysis)) {
        abstainForEvidence(analysis, least, result);
    } else {
        abstain(analysis, least, result);
    }
    if (result.candidate)
        result.trial = offerTrial(analysis, analysis.evaluate(*result.candidate), result.threshold.has_value());
    result.whySoFew = whySoFew(analysis, result.threshold);
    return result;
}

} // namespace herdbook::reid::steps
