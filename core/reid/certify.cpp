// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/intervals.h"
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace herdbook::reid {

namespace {

using text::counted;

std::string sentence(const TrialSeen &trial)
{
    const std::string start = "A trial of " + trial.day;
    if (!trial.withheld.empty())
        return start + " was withheld: " + trial.withheld + ". It is no evidence either way.";
    return start + " looked at " + counted(trial.looked, "pair", "pairs") + " and certified " +
           (trial.certified ? "only " + text::score(*trial.certified) : "nothing") + " (" +
           (trial.notSame == 0 ? "all were called the same"
                               : text::count(trial.notSame) +
                                     (trial.notSame == 1 ? " was not called the same" : " were not called the same")) +
           ").";
}

/// Whether a trial shows that more are wrong than is allowed, not merely that a few were among those it looked at.
bool isAgainst(const Analysis &analysis, const TrialSeen &trial)
{
    return trial.withheld.empty() &&
           clopperPearson(static_cast<double>(trial.notSame), static_cast<double>(trial.looked), kConfidence).lower >
               analysis.options.alpha;
}

/// A trial that was relied on has found it wrong: no number, whatever the estimate says.
void refuse(Analysis &analysis, const TrialSeen &trial)
{
    Recommendation &result = analysis.recommendation;
    result.status = Status::Abstain;
    result.lacking = Lacking::Threshold;
    result.reason = sentence(trial) + " So " +
                    (result.candidate ? text::score(*result.candidate) : std::string("a looser threshold")) +
                    " is not recommended, whatever the scores say.";
    for (Goal &goal : result.goals) {
        if (goal.id == "gain")
            continue;
        goal.verdict = goal.id == "fdr" ? Verdict::Fail : Verdict::Unknown;
        goal.value.reset();
        goal.upper.reset();
    }
    result.threshold.reset();
    result.candidate.reset();
    result.at.reset();
    result.trial.reset();
    result.sexes.clear();
    result.whySoFew = steps::whySoFew(analysis, std::nullopt);
    result.missing = {std::string(steps::kBetterScores)};
}

/// How many of a threshold's new assignments are wrong for sure. In an image that has one deer twice, one assigned already may be the wrong
/// one; what is unknown refutes nothing.
double surelyWrong(const Analysis &analysis, double threshold)
{
    // Between two thresholds of the estimate the curve tells what the looser one has.
    const auto stricter = std::ranges::lower_bound(analysis.grid, thresholdTicks(threshold));
    if (stricter == analysis.grid.end())
        return 0;
    std::map<std::pair<Uuid, Sex>, bool> bothNew; // by image
    for (const Contradiction &pair : analysis.contradictions) {
        if (pair.level < *stricter || pair.level > kTicksPerUnit || pair.profile < 0)
            continue;
        const Detection &first = analysis.data.detections[pair.first];
        bool &isNew = bothNew[{first.image, first.sex()}];
        isNew = isNew || (!first.assigned() && !analysis.data.detections[pair.second].assigned());
    }
    const auto others = std::ranges::count_if(bothNew, [](const auto &image) { return !image.second; });
    return analysis.evaluate(fromTicks(*stricter)).observedWrong.value_or(0) - static_cast<double>(others);
}

/// Of a threshold's new assignments, those that a certificate isn't about.
std::uint64_t uncovered(const Certificate &certificate, const Evaluation &at)
{
    return at.added - std::min(at.added, certificate.open);
}

/// Bursts and images may hold more wrong ones than a certificate allows, even if all that it doesn't cover is wrong: in plain words, else
/// empty.
std::string refuted(const Analysis &analysis, const Certificate &certificate, const Evaluation &at)
{
    const double least = surelyWrong(analysis, certificate.threshold) - static_cast<double>(uncovered(certificate, at));
    if (least <= certificate.alpha * static_cast<double>(certificate.items))
        return {};
    return "the trial of " + certificate.day + ": bursts and images show at least " +
           text::count(static_cast<std::uint64_t>(std::ceil(least))) + " wrong among its " +
           counted(certificate.items, "detection", "detections");
}

/// There is no certificate that decides: what trials say all the same. @param voided why the one that was there doesn't count.
void tellTrials(Analysis &analysis, const std::string &voided)
{
    Recommendation &result = analysis.recommendation;
    const Certification &found = result.certification;
    if (found.seen.empty() && voided.empty())
        return;
    std::erase_if(result.unknown, [](const std::string &line) {
        return line == steps::kNobodyLooked || line.ends_with(steps::kUntilLooked);
    });
    std::vector<std::string> lines;
    for (const TrialSeen &trial : found.seen) {
        // Two of one day that came to the same are told once.
        if (std::string line = sentence(trial); std::ranges::find(lines, line) == lines.end())
            lines.push_back(std::move(line));
    }
    if (!voided.empty())
        lines.push_back("No certificate counts: " + voided + ".");
    const auto against = std::ranges::find_if(found.seen, [&](const TrialSeen &trial) {
        return isAgainst(analysis, trial) &&
               !(trial.certified && result.candidate && *trial.certified <= *result.candidate);
    });
    if (against != found.seen.end() && result.lacking != Lacking::SoundData &&
        result.lacking != Lacking::SoundThreshold && result.lacking != Lacking::Unassigned) {
        std::erase(lines, sentence(*against));
        result.unknown.clear();
        refuse(analysis, *against);
    }
    result.unknown.insert(result.unknown.begin(), lines.begin(), lines.end());
    if (result.trial && std::ranges::any_of(found.seen, &TrialSeen::samePool))
        steps::offerAnother(*result.trial);
    steps::advise(analysis);
}

/// "At most 5% of the 1,179 detections it is about are wrong; ..."
std::string coverSentence(const Certificate &certificate)
{
    const auto percent = static_cast<std::uint64_t>(std::llround(certificate.risk * 100));
    std::string words = "At most " + text::atMost(certificate.alpha) + " of the " +
                        counted(certificate.items, "detection", "detections") +
                        " that the trial is about are wrong; such a statement is false in at most " +
                        text::count(percent) + " of 100 trials.";
    if (certificate.open < certificate.items)
        words += " Of these, " + text::count(certificate.open) +
                 (certificate.open == 1 ? " is not assigned yet." : " are not assigned yet.") +
                 " All the wrong ones may be among what is left, of which at most " +
                 text::atMost(wrongOfOpen(certificate)) + " is wrong.";
    if (certificate.openNotSame > 0)
        words += " Of those not assigned yet, " + text::count(certificate.openNotSame) +
                 (certificate.openNotSame == 1 ? " was not called the same; the threshold would assign it too."
                                               : " were not called the same; the threshold would assign them too.");
    return words;
}

/// What trials say that ended after a certificate.
std::vector<std::string> laterTrials(const Certification &found)
{
    std::vector<std::string> lines;
    for (const TrialSeen &trial : found.seen) {
        if (trial.date > found.certificate->date)
            lines.push_back(sentence(trial));
    }
    return lines;
}

} // namespace

double wrongOfOpen(const Certificate &certificate)
{
    const double wrong = certificate.alpha * static_cast<double>(certificate.items);
    const auto open = static_cast<double>(certificate.open);
    return wrong < open ? wrong / open : 1;
}

bool isEnough(const Analysis &analysis, const Certificate &certificate)
{
    const auto open = static_cast<double>(certificate.open);
    const auto assigned = static_cast<double>(analysis.curves.assigned);
    return certificate.alpha <= analysis.options.alpha + 1e-12 && certificate.open > 0 &&
           open >= (analysis.options.gainGoal - 1e-12) * assigned;
}

void certify(Analysis &analysis, Certification certification)
{
    Recommendation &result = analysis.recommendation = analysis.estimated;
    result.certification = std::move(certification);
    if (result.status == Status::NoData)
        return;
    if (!result.certification.certificate)
        return tellTrials(analysis, result.certification.voided);
    const Certificate &certificate = *result.certification.certificate;
    const bool outdated = std::ranges::any_of(result.certification.seen, [&](const TrialSeen &trial) {
        return trial.date > certificate.date && isAgainst(analysis, trial);
    });
    const Evaluation at = analysis.evaluate(certificate.threshold);
    std::string voided = refuted(analysis, certificate, at);
    if (voided.empty() && outdated)
        voided = "the trial of " + certificate.day + ": a later one found more wrong than it allows";
    result.refuted = !voided.empty();
    if (result.refuted || !isEnough(analysis, certificate))
        return tellTrials(analysis, voided);
    result.status = Status::Recommend;
    result.lacking = Lacking::Nothing;
    result.vouched = true;
    result.threshold = result.candidate = certificate.threshold;
    result.at = at;
    const std::string odds = doubt(result);
    result.goals = steps::judge(analysis, at);
    for (Goal &goal : result.goals) {
        if (goal.id == "gain") {
            goal.verdict = Verdict::Pass;
            if (at.gain)
                goal.value = static_cast<double>(certificate.open) / static_cast<double>(analysis.curves.assigned);
            if (certificate.open < at.added)
                goal.title += ", certified";
            continue;
        }
        // People looked, the scores are overruled. Of the unassigned all that isn't covered may be wrong as well.
        double upper = wrongOfOpen(certificate);
        if (goal.id == "fpir")
            upper = std::min(1.0, (certificate.alpha * static_cast<double>(certificate.items) +
                                   static_cast<double>(uncovered(certificate, at))) /
                                      static_cast<double>(analysis.curves.population));
        const bool within = upper <= goal.limit + 1e-12;
        const bool pass = within && odds.empty();
        const bool besides = goal.id == "fpir" && uncovered(certificate, at) > 0;
        const char *const by = pass                 ? ", certified"
                               : !within && besides ? ", counting what isn't certified as wrong"
                                                    : ", by the certificate";
        goal = {goal.id, goal.title + by, pass ? Verdict::Pass : Verdict::Unknown, {}, upper, goal.limit};
    }
    if (analysis.estimated.lacking != Lacking::SoundData && analysis.estimated.lacking != Lacking::SoundThreshold)
        result.sexes = steps::adviseBySex(analysis, certificate.threshold);
    result.whySoFew = steps::whySoFew(analysis, certificate.threshold);
    result.reason = (odds.empty() ? odds : odds + " ") + "Certified by the trial of " + certificate.day + ", " +
                    text::counted(certificate.looks, "look", "looks") + " by " + certificate.reviewer + ". " +
                    gainSentence(result) + " " + coverSentence(certificate);
    result.trial.reset();
    result.unknown = laterTrials(result.certification);
    result.missing.clear();
    steps::advise(analysis);
}

} // namespace herdbook::reid
