// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <utility>

namespace herdbook::reid::steps {

namespace {

using text::count;
using text::counted;
using text::score;

constexpr std::size_t kMostRows = 100;
constexpr std::size_t kMostPairs = 10000;

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
        if (!founded && !mean && founders.others.size() < kMostRows)
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
    check.detail = "Of " + counted(founders.judged, "profile", "profiles") + " with a detection, " +
                   count(founders.founded) + " equal one (score 0.99 or more) and " + count(founders.means) +
                   " the mean of theirs.";
    if (founders.either * 10 >= founders.judged * 9)
        return check;
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
        if ((d.vector == VectorState::NotFinite || d.vector == VectorState::Zero) && check.rows.size() < kMostRows)
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
        if (analysis.data.profiles[static_cast<std::size_t>(d.ownProfile)].sex == d.sex())
            continue;
        ++across;
        if (check.rows.size() < kMostRows)
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
                                          count(e.contradictions) + " would at " + score(at) + ".",
                                      {}});
    if (!looked.burstConflicts)
        return;
    analysis.integrity.push_back({"same_burst",
                                  "Is there only one deer in a burst of one animal?",
                                  outcome(bursts),
                                  counted(bursts, "burst", "bursts") + " of one animal with several deer now; " +
                                      count(e.burstConflicts) + " would at " + score(at) + ".",
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

namespace {

/// How many profiles of a sex look like one animal, where that is no sign of duplicates; else 0.
struct Alike
{
    std::size_t most = 0;
    std::size_t profiles = 0; ///< of the sex
};

/// What most of a sex's profiles have in common by their links, or all of them by their pairs.
Alike alikeOf(std::span<const int> groups, std::size_t pairs)
{
    Alike alike{0, groups.size()};
    std::vector<std::size_t> members(groups.size());
    for (const int group : groups)
        ++members[static_cast<std::size_t>(group)];
    for (const std::size_t size : members) {
        const std::size_t few = size == groups.size() ? 2 : 3; // a pair of them may be one animal
        if (size > alike.most && 2 * size > groups.size() && groups.size() > few)
            alike.most = size;
    }
    const std::size_t all = groups.size();
    if (all > 2 && 2 * pairs == all * (all - 1)) // linked or not
        alike.most = all;
    return alike;
}

} // namespace

void checkDuplicates(Analysis &analysis, const Herd &herd, const Gallery &gallery)
{
    const int threshold = thresholdTicks(analysis.options.current);
    std::set<std::pair<std::int32_t, std::int32_t>>
        linked; // directly: two that merely resemble a third are no suspects
    for (std::size_t s = 0; s < kSexes; ++s) {
        const std::vector<std::int32_t> &profiles = herd.profiles[s];
        for (const auto &[a, b] : herd.linked[s]) {
            const auto pair = std::minmax(profiles[static_cast<std::size_t>(a)], profiles[static_cast<std::size_t>(b)]);
            linked.insert(pair);
            if (analysis.duplicateProfiles.size() < kMostPairs)
                analysis.duplicateProfiles.push_back(
                    {pair.first, pair.second, true, gallery.likeness(pair.first, pair.second)});
        }
    }
    for (const Gallery::Alike &pair : gallery.alike(threshold, kMostPairs)) {
        if (!linked.contains(std::minmax(pair.first, pair.second)))
            analysis.duplicateProfiles.push_back({pair.first, pair.second, false, pair.cosine});
    }
    const auto sexOf = [&](const DuplicatePair &pair) {
        return static_cast<std::size_t>(analysis.data.profiles[static_cast<std::size_t>(pair.first)].sex);
    };
    std::array<std::size_t, kSexes> pairs{};
    for (const DuplicatePair &pair : analysis.duplicateProfiles)
        ++pairs[sexOf(pair)];
    const std::size_t profiles = analysis.data.profiles.size();
    const bool tooMany = profiles > 3 && analysis.duplicateProfiles.size() > profiles;
    Alike worst;
    std::array<bool, kSexes> none{}; // of these sexes no pair is a suspect
    std::size_t dropped = 0;
    for (std::size_t s = 0; s < kSexes; ++s) {
        const Alike alike = alikeOf(herd.groups[s], pairs[s]);
        none[s] = alike.most > 0 || (tooMany && pairs[s] > alike.profiles);
        dropped += none[s] ? pairs[s] : 0;
        if (alike.most > worst.most)
            worst = alike;
    }
    std::erase_if(analysis.duplicateProfiles, [&](const DuplicatePair &pair) { return none[sexOf(pair)]; });
    std::ranges::sort(analysis.duplicateProfiles, [](const DuplicatePair &a, const DuplicatePair &b) {
        return std::tuple(b.linked, b.cosine, a.first, a.second) < std::tuple(a.linked, a.cosine, b.first, b.second);
    });
    const auto alikeAsAMatch = [&](std::size_t number) {
        return counted(number, "pair", "pairs") + " of profiles as alike as a match at " +
               score(analysis.options.current) + ".";
    };
    const bool anyAlike = std::ranges::find(none, true) != none.end();
    if (!analysis.duplicateProfiles.empty() || !anyAlike) {
        Check check{"duplicate_profiles", "Are the profiles different animals?", Check::Outcome::Pass, {}, {}};
        check.detail = alikeAsAMatch(analysis.duplicateProfiles.size());
        if (!analysis.duplicateProfiles.empty()) {
            check.outcome = Check::Outcome::Warn;
        } else if (!analysis.lookedFor().duplicates) {
            check.outcome = Check::Outcome::NotApplicable;
            check.detail = profiles < 2 ? "There are no two profiles to compare."
                                        : "Stored scores don't tell how alike profiles are.";
        }
        for (const DuplicatePair &pair : analysis.duplicateProfiles) {
            if (check.rows.size() + 2 <= kMostRows) {
                check.rows.push_back(analysis.data.profiles[static_cast<std::size_t>(pair.first)].id);
                check.rows.push_back(analysis.data.profiles[static_cast<std::size_t>(pair.second)].id);
            }
        }
        analysis.integrity.push_back(std::move(check));
    }
    if (anyAlike) {
        Check check{"alike_profiles", "Do the scores tell the profiles apart?", Check::Outcome::Warn, {}, {}};
        check.detail = worst.most > 0
                           ? count(worst.most) + " of " + count(worst.profiles) +
                                 " profiles of one sex look like one animal at " + score(analysis.options.current) + "."
                           : alikeAsAMatch(dropped);
        check.detail += " That is no sign of duplicates, but of scores that don't tell animals apart.";
        const double low = analysis.layers.unassigned.empty() ? 1 : analysis.layers.unassigned.quantile(.05);
        if (worst.most == worst.profiles && thresholdTicks(low) >= threshold - 100)
            check.outcome = Check::Outcome::Fail;
        analysis.integrity.push_back(std::move(check));
    }
}

} // namespace herdbook::reid::steps
