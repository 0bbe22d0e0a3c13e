// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>
#include <cmath>

namespace herdbook::reid::steps {

namespace {

using text::count;
using text::counted;
using text::score;

/// The least looks that certify a sample of n without a wrong pair, and with two: from the trial's tables.
struct Looks
{
    double n;
    double none;
    double two; ///< 0: can't be
};
constexpr Looks kLooks[] = {{20, 17, 0},    {40, 27, 0},    {60, 34, 0},     {100, 44, 91},   {200, 55, 119},
                            {300, 61, 134}, {500, 65, 148}, {1000, 69, 161}, {2000, 72, 167}, {5000, 73, 171}};

int between(std::uint64_t n, double Looks::*value)
{
    const double at = std::clamp(static_cast<double>(n), kLooks[0].n, std::end(kLooks)[-1].n);
    const auto *above = std::ranges::lower_bound(kLooks, at, {}, &Looks::n);
    if (above == std::begin(kLooks) || above->n == at)
        return static_cast<int>(above->*value);
    const auto *below = above - 1;
    if (below->*value == 0)
        return 0;
    const double part = (at - below->n) / (above->n - below->n);
    return static_cast<int>(std::lround(below->*value + part * (above->*value - below->*value)));
}

/// Who judges a sex: the other sexes' animals.
std::string others(const Analysis &analysis, Sex sex)
{
    std::vector<Sex> judges;
    for (const Sex other : kAllSexes) {
        if (other != sex && analysis.counts.profilesBySex[static_cast<std::size_t>(other)] > 0)
            judges.push_back(other);
    }
    return judges.size() == 1 && judges.front() != Sex::Unknown ? plural(judges.front()) : "deer of another sex";
}

/// What is lacking, or what a sex is judged by.
std::string strengthWords(const Analysis &analysis, Sex sex, const SexResult &result)
{
    const std::string of = plural(sex);
    const std::string by = others(analysis, sex);
    const auto judge = " to judge the " + of + " by";
    if (analysis.source != "vectors")
        return "stored scores can't judge the " + of + ": compute from vectors";
    if (!result.evidence || result.evidence->unassigned < decoys::kFewest)
        return "too few unassigned " + of + " to say anything";
    const SexEvidence &e = *result.evidence;
    if (e.strength() == Strength::Strong)
        return "judged by " + by + ": " + counted(static_cast<std::uint64_t>(e.decoyBursts), "burst", "bursts") +
               " that resemble " + counted(static_cast<std::uint64_t>(e.decoyClusters), "profile", "profiles");
    std::string why;
    if (e.profiles < 3)
        why = "too few " + of + " have a profile (" + count(static_cast<std::uint64_t>(e.profiles)) + ", 3 needed)";
    else if (e.decoyClusters < 6)
        why = "too few " + by + judge + " (" + count(static_cast<std::uint64_t>(e.decoyClusters)) + ", 6 needed)";
    else if (e.decoyBursts < 30)
        why = "too few bursts of " + by + judge + " (" + count(static_cast<std::uint64_t>(e.decoyBursts)) +
              ", 30 needed)";
    else
        why = "too few unassigned " + of + " that can be judged";
    if (e.strength() == Strength::Weak)
        return why + "; only " + of + " assigned already are left to compare with";
    if (e.mateDecoys.empty())
        why += ", and too few " + of + " assigned already to compare with";
    return why;
}

struct Reached
{
    std::uint64_t eligible = 0, reaching = 0;
};

Reached reachedInForce(const Analysis &analysis)
{
    Reached reached;
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i) {
        if (!analysis.eligible(i))
            continue;
        ++reached.eligible;
        reached.reaching += analysis.data.matches[i].best >= thresholdTicks(analysis.options.current) ? 1 : 0;
    }
    return reached;
}

} // namespace

std::vector<SexAdvice> adviseBySex(const Analysis &analysis, std::optional<double> threshold)
{
    std::vector<SexAdvice> advice;
    for (const Sex sex : {Sex::Doe, Sex::Buck, Sex::Fawn, Sex::Unknown}) {
        const SexResult &result = analysis.bySex[static_cast<std::size_t>(sex)];
        if (result.profiles == 0 || result.layers.unassigned.empty())
            continue;
        SexAdvice one{sex, result.strength(), strengthWords(analysis, sex, result), {}, {}, {}, false};
        for (int t = 2000; t <= kTicksPerUnit && !one.threshold; t += 50) {
            const Evaluation e = result.curves.at(fromTicks(t));
            if (e.added > 0 && e.fdrStrict && *e.fdrStrict <= 2 * analysis.options.alpha) {
                one.threshold = e.threshold;
                one.upperAtOwn = e.fdrStrict;
            }
        }
        if (threshold)
            one.at = result.curves.at(*threshold);
        advice.push_back(std::move(one));
    }
    // The sex with the strictest threshold of its own decides, if that is the one that was chosen.
    if (threshold && advice.size() > 1) {
        const auto strictest =
            std::ranges::max_element(advice, {}, [](const SexAdvice &one) { return one.threshold.value_or(0); });
        const auto same = [](double a, double b) { return thresholdTicks(a) == thresholdTicks(b); };
        strictest->decides = strictest->threshold && same(*strictest->threshold, *threshold);
    }
    return advice;
}

std::string whySoFew(const Analysis &analysis, std::optional<double> threshold)
{
    const std::vector<FunnelStep> steps = analysis.funnel(analysis.options.current);
    const auto most = std::ranges::max_element(steps, {}, &FunnelStep::lost);
    if (analysis.counts.detections == 0)
        return {};
    if (most->id != "at_threshold") {
        const std::string of =
            "Of " + counted(analysis.counts.detections, "detection", "detections") + ", " + count(most->lost) + " ";
        if (most->id == "valid")
            return of + "were marked as not valid.";
        if (most->id == "not_duplicate")
            return of + "are duplicates.";
        if (most->id == "deer_class")
            return of + "are no deer.";
        if (most->id == "has_vector")
            return of + (analysis.source == "vectors" ? "have no usable vector, so nothing can be matched with them."
                                                      : "have no stored scores with a profile of their sex.");
        if (most->id == "profile_of_sex")
            return of + "are of a sex that has no profile.";
        if (most->lost > 0)
            return of + "could be assigned at the threshold in force but aren't yet.";
    }
    const Reached reached = reachedInForce(analysis);
    if (reached.eligible > 0 && analysis.layers.unassigned.empty())
        return "Every detection that could be matched is assigned.";
    std::string why = "Of " + counted(reached.eligible, "detection", "detections") + " that could be matched, " +
                      (reached.reaching == 0                      ? "none"
                       : 2 * reached.reaching >= reached.eligible ? count(reached.reaching)
                                                                  : "only " + count(reached.reaching)) +
                      (reached.reaching < 2 ? " scores " : " score ") + score(analysis.options.current) + " or more";
    if (const std::uint64_t carried = analysis.cameWithBurst(); carried > 0)
        why += " (" + count(carried) + " assigned ones score less; they came with their burst)";
    if (threshold) {
        const std::uint64_t more =
            analysis.evaluate(*threshold).added - analysis.evaluate(analysis.options.current).added;
        if (*threshold < analysis.options.current && more > 0)
            why += "; " + count(more) + " more lie between " + score(*threshold) + " and " +
                   score(analysis.options.current);
    }
    return why + ".";
}

std::string whatNoTrialProves(const Analysis &analysis)
{
    if (analysis.options.alpha >= kCertifiedShare - 1e-12)
        return {};
    return "a trial proves at most " + text::percent(kCertifiedShare) + ", not " +
           text::percent(analysis.options.alpha);
}

TrialOffer offerTrial(const Analysis &analysis, const Evaluation &at, bool judged)
{
    TrialOffer offer;
    offer.threshold = at.threshold;
    offer.detections = at.added;
    offer.judged = judged;
    if (at.added < static_cast<std::uint64_t>(kLooks[0].n)) {
        offer.words = at.added == 1 ? "There is one only: a trial looks at it."
                                    : "There are so few that a trial looks at all " + count(at.added) + ".";
        return offer;
    }
    if (!whatNoTrialProves(analysis).empty()) {
        offer.words = "A trial proves at most " + text::percent(kCertifiedShare) + ", not " +
                      text::percent(analysis.options.alpha) + '.';
        return offer;
    }
    offer.looks = between(at.added, &Looks::none);
    offer.words = "A trial may certify " + score(at.threshold) + " after " +
                  count(static_cast<std::uint64_t>(*offer.looks)) + " pairs of photos at best";
    if (const int two = between(at.added, &Looks::two); two > 0) {
        offer.looksWithErrors = two;
        offer.words += ", after about " + count(static_cast<std::uint64_t>(two)) + " where two of them are wrong";
    }
    offer.words +=
        "; some known pairs come on top. The trial's first page says how many looks it takes on average from a "
        "stricter threshold on, known pairs among them.";
    return offer;
}

void offerAnother(TrialOffer &offer)
{
    if (!offer.looks)
        return; // so few that all are looked at, or it would certify nothing
    offer.looks.reset();
    offer.looksWithErrors.reset();
    offer.words = "There was a trial of these very detections; another one takes more pairs of photos than the first. "
                  "The trial's first page says how many.";
}

} // namespace herdbook::reid::steps
