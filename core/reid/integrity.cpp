// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace herdbook::reid::steps {

namespace {

using text::count;
using text::counted;
using text::score;

/// How many profiles are what they should be: their founding detection's vector, or the mean of their detections.
struct Founders
{
    std::uint64_t judged = 0, founded = 0, means = 0, either = 0;
    std::vector<Uuid> others;
};

Founders judgeFounders(const Analysis &analysis, const MatchResult &scores)
{
    const std::vector<Profile> &profiles = analysis.data.profiles;
    std::vector<Ticks> bestOwn(profiles.size(), kNoScore);
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i) {
        const std::int32_t own = analysis.data.detections[i].ownProfile;
        if (own >= 0)
            bestOwn[static_cast<std::size_t>(own)] =
                std::max(bestOwn[static_cast<std::size_t>(own)], analysis.data.matches[i].own);
    }
    Founders founders;
    for (std::size_t p = 0; p < profiles.size(); ++p) {
        if (bestOwn[p] == kNoScore)
            continue;
        ++founders.judged;
        const bool founded = bestOwn[p] >= kFounder;
        const bool mean = scores.cosineWithMean[p] >= 0.95F;
        founders.founded += founded ? 1 : 0;
        founders.means += mean ? 1 : 0;
        founders.either += founded || mean ? 1 : 0;
        if (!founded && !mean && founders.others.size() < Check::kMostRows)
            founders.others.push_back(profiles[p].id);
    }
    return founders;
}

Check checkFounders(const Analysis &analysis, const MatchResult &scores)
{
    Check check{"founder", "Do profiles and detections come from one model?", Check::Outcome::Pass, {}, {}};
    Founders founders = judgeFounders(analysis, scores);
    if (founders.judged == 0) {
        check.outcome = Check::Outcome::NotApplicable;
        check.detail = "No profile has a detection with scores, so this can't be checked.";
        return check;
    }
    const bool stored = analysis.source != "vectors";
    check.detail = "Of " + counted(founders.judged, "profile", "profiles") + " with a detection, " +
                   count(founders.founded) + " equal one (score 0.99 or more)" +
                   (stored ? "; whether others are the mean of theirs isn't looked at with stored scores."
                           : " and " + count(founders.means) + " the mean of theirs.");
    if (founders.either * 10 >= founders.judged * 9)
        return check;
    if (stored) {
        check.outcome = Check::Outcome::NotApplicable;
        return check;
    }
    check.rows = std::move(founders.others);
    check.outcome = Check::Outcome::Warn;
    const auto &separation = analysis.separation;
    if (!separation) {
        check.detail += " There are no other animals' scores to compare with.";
        return check;
    }
    const double own = analysis.layers.matches.median();
    const double high = analysis.layers.closestOther.quantile(.95);
    if (separation->auc < 0.8 || own < high) {
        check.outcome = Check::Outcome::Fail;
        check.detail += " The vectors were not made by the same model as the profiles: assigned detections score " +
                        score(own) + " on their own profile (median), another animal's best is " + score(high) +
                        " in one of twenty; AUC " + score(separation->auc) + ".";
    } else {
        check.detail += " Own and other animals' scores are still well apart (AUC " + score(separation->auc) + ").";
    }
    return check;
}

/// All pairs that were counted but those of a founder and its copy: a score of 1 whatever the vectors are.
ScoreCounts pairsOfOthers(const Analysis &analysis, const ScoreCounts &pairs)
{
    ScoreCounts copies;
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i) {
        if (analysis.data.detections[i].ownProfile >= 0 && analysis.data.matches[i].own >= kFounder)
            copies.add(analysis.data.matches[i].own);
    }
    ScoreCounts others;
    for (int t = ScoreCounts::kLowest; t <= kTicksPerUnit; ++t) {
        if (const std::uint32_t all = pairs.count(t); all > 0)
            others.add(t, all - std::min(all, copies.count(t)));
    }
    return others;
}

/// Random vectors behind a ReLU have a cosine of about 1/pi with a standard deviation of .032: no identity in them.
Check checkNoise(const Analysis &analysis, const MatchResult &scores)
{
    Check check{"noise", "Do the scores carry identity?", Check::Outcome::Pass, {}, {}};
    const ScoreCounts pairs = pairsOfOthers(analysis, scores.pairs);
    if (pairs.total() < 100) {
        check.outcome = Check::Outcome::NotApplicable;
        check.detail = "Too few pairs to judge the shape of the scores.";
        return check;
    }
    int highest = pairs.highest();
    const Layers &layers = analysis.layers;
    for (const ScoreCounts *layer : {&layers.unassigned, &layers.closestOther})
        highest = std::max(highest, layer->highest());
    int own = kFounder - 1;
    while (own > highest && layers.assigned.count(own) == 0)
        --own;
    highest = std::max(highest, own);
    const double mean = pairs.mean();
    const double sd = pairs.standardDeviation();
    check.detail = "All pairs but founders with their own profile: mean " + score(mean) + ", standard deviation " +
                   score(sd) + ", maximum " + score(fromTicks(highest)) + ".";
    if (mean < .29 || mean > .33 || sd >= .04 || highest >= 5000)
        return check;
    const ScoreCounts::Weighted sample = pairs.weighted(10);
    const double bandwidth =
        ruleOfThumbBandwidth(sd, pairs.quantile(.75) - pairs.quantile(.25), static_cast<double>(pairs.total()));
    std::vector<double> at;
    for (int i = 0; i <= 500; ++i)
        at.push_back(i / 1000.0);
    if (!(bandwidth > 0) || !valleys(at, kernelDensity({sample.values, sample.weights}, bandwidth, at)).empty())
        return check;
    check.outcome = Check::Outcome::Fail;
    check.detail +=
        " That is how random vectors look (mean .318, standard deviation .032): these scores tell no animals apart.";
    return check;
}

Check checkVectors(const Analysis &analysis)
{
    const Counts &counts = analysis.counts;
    Check check{"vectors", "Are the vectors usable as they are?", Check::Outcome::Pass, {}, {}};
    const std::uint64_t unusable = counts.notFinite + counts.zero;
    if (analysis.data.dimension == 0) {
        check.outcome = Check::Outcome::NotApplicable;
        check.detail = "No deer has a vector to compare with, so those of the detections weren't read.";
        return check;
    }
    if (unusable + counts.rescaled == 0) {
        const std::uint64_t vectors = counts.detections - counts.withoutVector;
        check.outcome = vectors > 0 ? Check::Outcome::Pass : Check::Outcome::NotApplicable;
        check.detail = (vectors > 0 ? counted(vectors, "vector", "vectors") + " of length 1" : "There are no vectors") +
                       (counts.withoutVector > 0
                            ? "; " + counted(counts.withoutVector, "detection has", "detections have") + " none."
                            : ".");
        return check;
    }
    check.outcome = Check::Outcome::Warn;
    const auto add = [&check](std::uint64_t number, const std::string &words) {
        if (number > 0)
            check.detail += (check.detail.empty() ? "" : " ") + words;
    };
    add(counts.notFinite, counted(counts.notFinite, "vector has", "vectors have") +
                              " NaN or infinite values or another length; left out.");
    add(counts.zero, counted(counts.zero, "vector is", "vectors are") + " all zeros; left out.");
    add(counts.rescaled,
        counted(counts.rescaled, "vector was not of length 1", "vectors were not of length 1") + "; normalized.");
    for (const Detection &d : analysis.data.detections) {
        if ((d.vector == VectorState::NotFinite || d.vector == VectorState::Zero) &&
            check.rows.size() < Check::kMostRows)
            check.rows.push_back(d.id);
    }
    return check;
}

Check checkSexes(const Analysis &analysis)
{
    Check check{"assigned_sex", "Do assigned detections have their deer's sex?", Check::Outcome::Pass, {}, {}};
    std::uint64_t across = 0;
    std::uint64_t assigned = 0;
    for (const Detection &d : analysis.data.detections) {
        if (d.ownProfile < 0 || !d.deerClass())
            continue;
        ++assigned;
        if (!analysis.data.isOfOtherSex(d))
            continue;
        ++across;
        if (check.rows.size() < Check::kMostRows)
            check.rows.push_back(d.id);
    }
    if (assigned == 0) {
        check.outcome = Check::Outcome::NotApplicable;
        check.detail = "No deer is assigned, so this can't be checked.";
        return check;
    }
    check.detail = count(across) + " of " + counted(assigned, "assigned detection", "assigned detections") +
                   " have a class their deer's sex doesn't allow" +
                   (across > 0 ? "; the estimate leaves them out." : ".");
    if (across > 0)
        check.outcome = Check::Outcome::Warn;
    return check;
}

/// Trials and people assign what scores less than the threshold in force, too: only where most of the assigned score less is another
/// threshold likely to have assigned them.
std::optional<Check> checkThreshold(const Analysis &analysis)
{
    const auto [assigned, less] = analysis.lessThanInForce();
    if (2 * less <= assigned)
        return std::nullopt;
    return Check{"threshold_in_force",
                 "Is the threshold in force the one that assigned?",
                 Check::Outcome::Warn,
                 count(less) + " of " + counted(assigned, "assigned detection", "assigned detections") +
                     (less == 1 ? " scores less than " : " score less than ") + score(analysis.options.current) +
                     ": assigned by hand, by a trial, or at another threshold.",
                 {}};
}

} // namespace

/// What images and bursts show: one deer twice in an image, one animal's burst with several deer.
void checkConflicts(Analysis &analysis)
{
    const double at = analysis.recommendation.threshold.value_or(analysis.options.current);
    const Evaluation e = analysis.evaluate(at);
    const auto now = [](const auto &conflicts) {
        return static_cast<std::uint64_t>(std::ranges::count_if(
            conflicts, [](int level) { return level > kTicksPerUnit; }, [](const auto &c) { return c.level; }));
    };
    const auto outcome = [](std::uint64_t conflicts) {
        return conflicts > 0 ? Check::Outcome::Warn : Check::Outcome::Pass;
    };
    const std::uint64_t images = now(analysis.contradictions);
    const std::uint64_t bursts = now(analysis.burstConflicts);
    const LookedFor looked = analysis.lookedFor();
    if (!looked.contradictions)
        analysis.integrity.push_back({"same_image",
                                      "Is every deer only once in an image?",
                                      Check::Outcome::NotApplicable,
                                      "No image has several detections with a box, so this can't be checked.",
                                      {}});
    else
        analysis.integrity.push_back({"same_image",
                                      "Is every deer only once in an image?",
                                      outcome(images),
                                      counted(images, "pair", "pairs") + " of one image with one deer now; " +
                                          count(e.contradictions.value_or(0)) + " would at " + score(at) + ".",
                                      {}});
    if (!looked.burstConflicts)
        return;
    analysis.integrity.push_back({"same_burst",
                                  "Is there only one deer in a burst of one animal?",
                                  outcome(bursts),
                                  counted(bursts, "burst", "bursts") + " of one animal with several deer now; " +
                                      count(e.burstConflicts.value_or(0)) + " would at " + score(at) + ".",
                                  {}});
}

void checkIntegrity(Analysis &analysis, const MatchResult &scores)
{
    if (analysis.source == "vectors")
        analysis.integrity.push_back(checkVectors(analysis));
    analysis.integrity.push_back(checkFounders(analysis, scores));
    analysis.integrity.push_back(checkNoise(analysis, scores));
    analysis.integrity.push_back(checkSexes(analysis));
    if (std::optional<Check> check = checkThreshold(analysis))
        analysis.integrity.push_back(std::move(*check));
}

} // namespace herdbook::reid::steps
