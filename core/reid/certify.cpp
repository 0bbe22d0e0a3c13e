// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/intervals.h"
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>

namespace herdbook::reid {

namespace {

using text::counted;

std::string sentence(const TrialSeen &trial)
{
    const std::string start = "A trial of " + trial.date.substr(0, 10);
    if (!trial.withheld.empty())
        return start + " was withheld: " + trial.withheld + ". It is no evidence either way.";
    return start + " looked at " + counted(trial.looked, "pair", "pairs") + " and certified " +
           (trial.certified ? "only " + text::score(*trial.certified) : "nothing") + " (" +
           (trial.notSame == 0
                ? "all were called the same"
                : text::count(trial.notSame) + (trial.notSame == 1 ? " was" : " were") + " not called the same") +
           ").";
}

/// A trial that was relied on has found it wrong: no number, whatever the estimate says.
void refuse(Analysis &analysis, const TrialSeen &trial)
{
    Recommendation &result = analysis.recommendation;
    const double alpha = analysis.options.alpha;
    const auto wrong = static_cast<double>(trial.notSame);
    const auto looked = static_cast<double>(trial.looked);
    result.status = Status::Abstain;
    result.lacking = Lacking::Threshold;
    result.reason = sentence(trial) + " So " +
                    (result.candidate ? text::score(*result.candidate) : std::string("a looser threshold")) +
                    " is not recommended, whatever the scores say.";
    for (Goal &goal : result.goals) {
        if (goal.id == "gain")
            continue;
        const bool surely = goal.id == "fdr" && clopperPearson(wrong, looked, kConfidence).lower > alpha;
        goal.verdict = surely ? Verdict::Fail : Verdict::Unknown;
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

/// There is no certificate that decides: what trials say all the same.
void tellTrials(Analysis &analysis)
{
    Recommendation &result = analysis.recommendation;
    const Certification &found = result.certification;
    if (found.seen.empty() && found.voided.empty())
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
    if (!found.voided.empty())
        lines.push_back("No certificate counts: " + found.voided + ".");
    const auto against = std::ranges::find_if(found.seen, [&](const TrialSeen &trial) {
        return trial.withheld.empty() &&
               !(trial.certified && result.candidate && *trial.certified <= *result.candidate) &&
               static_cast<double>(trial.notSame) > analysis.options.alpha * static_cast<double>(trial.looked);
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

} // namespace

void certify(Analysis &analysis, Certification certification)
{
    Recommendation &result = analysis.recommendation = analysis.estimated;
    result.certification = std::move(certification);
    if (result.status == Status::NoData)
        return;
    if (!result.certification.certificate)
        return tellTrials(analysis);
    const Certificate &certificate = *result.certification.certificate;
    const Evaluation at = analysis.evaluate(certificate.threshold);
    if (!steps::gainsEnough(analysis, at))
        return tellTrials(analysis);
    result.status = Status::Recommend;
    result.lacking = Lacking::Nothing;
    result.threshold = result.candidate = certificate.threshold;
    result.at = at;
    result.goals = steps::judge(analysis, at);
    result.sexes = steps::adviseBySex(analysis, certificate.threshold);
    result.whySoFew = steps::whySoFew(analysis, certificate.threshold);
    result.reason = "Certified by the trial of " + certificate.date.substr(0, 10) + ", " +
                    text::counted(certificate.looks, "look", "looks") + " by " + certificate.reviewer + ". " +
                    gainSentence(at) +
                    " By the sample that people looked at, at most 5% of them are wrong, with 95% confidence.";
    if (certificate.newer > 0)
        result.reason += " " + text::counted(certificate.newer, "detection", "detections") +
                         " came later; the certificate doesn't cover them.";
    result.trial.reset();
    result.unknown.clear();
    result.missing.clear();
    steps::advise(analysis);
}

} // namespace herdbook::reid
