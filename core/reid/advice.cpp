// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>

namespace herdbook::reid::steps {

namespace {

struct Fix
{
    std::string_view check;
    std::string_view words;
};

constexpr std::string_view kCheckThreshold =
    "Check REID_THRESHOLD: what is told of the assigned takes for granted that it assigned them.";
constexpr std::string_view kCheckUnlessAssigned = "Check REID_THRESHOLD, unless people or a trial assigned them.";

constexpr Fix kFixes[] = {
    {"schema", "Nothing to do where the deployment has no such column; otherwise run its migrations."},
    {"profiles", "Embed these deer's founding detections again; without a usable vector nothing can match them."},
    {"versions", "Embed all profiles with one model version."},
    {"thresholds",
     "Store the scores anew with one threshold (herdbook-analyze --backfill into an emptied table; it needs "
     "vectors), or analyze from vectors."},
    {"coverage",
     "Store the missing pairs: herdbook-analyze --backfill, once the detections and profiles have vectors."},
    {"vectors", "Run the embedding for these detections again; until then they can't be matched."},
    {"threshold_in_force", kCheckUnlessAssigned},
    {"founder", "Embed profiles and detections again with one and the same model version."},
    {"noise", "Check which model and which column the vectors come from, then embed again."},
    {"assigned_sex", "Look at these detections: correct their class, or take the deer off them."},
    {"duplicate_profiles", "Look at the pairs (Diagnosis, Look-alikes) and merge the profiles that are one animal."},
    {"alike_profiles", "Have the detections embedded by a model that tells animals apart; merge nothing for this."},
    {"same_image", "Look at the pairs (Diagnosis, Contradictions) and take the wrong deer off."},
    {"same_burst", "Look at the bursts (Diagnosis, Bursts) and give each the one deer it shows."},
};

constexpr std::string_view kRescaled = "They are matched all the same; have the embedding store vectors of length 1.";

/// Whether vectors had another length than 1, and nothing else is the matter with them.
bool onlyRescaled(const Counts &counts, std::string_view check)
{
    return check == "vectors" && counts.notFinite + counts.zero == 0;
}

bool isFound(const Analysis &analysis, std::string_view id)
{
    return std::ranges::any_of(analysis.integrity, [&](const Check &check) {
        return check.id == id && (check.outcome == Check::Outcome::Warn || check.outcome == Check::Outcome::Fail);
    });
}

/// What to do where no detection can be compared: what most are lost by in the funnel.
std::string nothingMatches(const Analysis &analysis)
{
    const std::vector<FunnelStep> steps = analysis.funnel(analysis.options.current);
    const auto most = std::ranges::max_element(steps, {}, &FunnelStep::lost);
    if (most->id == "has_vector")
        return "Embed the detections, then analyze again.";
    if (most->id == "profile_of_sex")
        return "Give deer of the sexes that are seen a profile.";
    return "Look at the funnel (Diagnosis): it says where the detections are lost.";
}

/// What would let the estimate judge the sexes that it can't.
void adviseEvidence(const Analysis &analysis, std::vector<std::string> &next)
{
    if (analysis.source != "vectors") {
        next.emplace_back("Analyze from vectors; embed the detections and profiles that have none.");
        return;
    }
    bool profiles = false;
    bool detections = false;
    bool sexes = false;
    for (const SexAdvice &sex : analysis.recommendation.sexes) {
        if (sex.strength == Strength::Strong)
            continue;
        const auto &evidence = analysis.bySex[static_cast<std::size_t>(sex.sex)].evidence;
        sexes = sexes || sex.sex == Sex::Unknown;
        const bool few = !evidence || evidence->unassigned < decoys::kFewest;
        detections = detections || few || (evidence->decoyClusters >= 6 && evidence->decoyBursts < 30);
        profiles = profiles || (!few && (evidence->profiles < 3 || evidence->decoyClusters < 6));
    }
    if (sexes)
        next.emplace_back("Give the deer and their detections a sex: one sex is judged by the other.");
    else if (profiles)
        next.emplace_back("Give more animals a profile, of both sexes: one sex is judged by the other.");
    if (detections)
        next.emplace_back("Analyze again when there are more detections, of both sexes.");
}

std::vector<std::string> nextSteps(const Analysis &analysis)
{
    const Recommendation &r = analysis.recommendation;
    std::vector<std::string> next;
    for (const Check &check : analysis.integrity) {
        if (check.outcome == Check::Outcome::Fail && !check.fix.empty())
            next.push_back(check.fix);
    }
    const bool sound = next.empty();
    if (r.status == Status::NoData)
        next.emplace_back(
            analysis.counts.detections == 0 ? "Check that this is the right database: it has no detections."
            : analysis.counts.profiles == 0 ? "Give the deer profiles: a founding detection's vector each."
                                            : nothingMatches(analysis));
    const std::string less = whatNoTrialProves(analysis);
    const std::string handOver =
        r.threshold ? "Hand REID_THRESHOLD=" + text::score(*r.threshold) + " to operations." : std::string();
    if (r.certified() && !doubt(r).empty())
        next.insert(next.end(),
                    {"Let a second person try " + text::score(*r.threshold) +
                         " in a trial of the same detections, which takes more proof (an E of 100), and look at the "
                         "answers of the first.",
                     "Only if that trial certifies it too: hand REID_THRESHOLD=" + text::score(*r.threshold) +
                         " to operations."});
    else if (r.certified())
        next.push_back(handOver);
    else if (r.status == Status::Recommend)
        next.push_back("Try " + text::score(*r.threshold) +
                       " on a sample: " + (less.empty() ? "a reviewed trial may certify it" : less) + ". " + handOver);
    else if (r.status == Status::TrialOnly)
        next.push_back("Try " + text::score(*r.threshold) +
                       " on a sample: " + (less.empty() ? "only a reviewed trial can certify it" : less) + ".");
    else if (r.candidate)
        next.push_back("Try " + text::score(*r.candidate) + " on a sample: only people who look can tell.");
    if (r.lacking == Lacking::SoundThreshold)
        next.emplace_back(analysis.counts.assigned > 0 ? "Raise the threshold in force, and look at what it assigned."
                                                       : "Raise the threshold in force.");
    if (isFound(analysis, "same_image") || isFound(analysis, "same_burst"))
        next.emplace_back("Look at the assignments that contradict each other (Diagnosis).");
    if (isFound(analysis, "duplicate_profiles"))
        next.emplace_back("Merge the profiles that are one animal: a stranger finds each of them twice.");
    if (r.status == Status::Abstain && sound) {
        if (!analysis.mislabeled.empty())
            next.push_back("Look at the " +
                           text::counted(analysis.mislabeled.size(), "detection that looks", "detections that look") +
                           " more like the other sex: they may be of the other sex.");
        if (r.lacking == Lacking::Evidence)
            adviseEvidence(analysis, next);
        else if (r.lacking == Lacking::Threshold)
            next.insert(next.end(),
                        {"Give the animals that are seen but have none a profile: a stranger gets another's.",
                         "Have the detections embedded by a model that tells animals apart better, then "
                         "analyze again."});
    }
    return next;
}

} // namespace

void advise(Analysis &analysis)
{
    for (Check &check : analysis.integrity) {
        if (check.outcome != Check::Outcome::Warn && check.outcome != Check::Outcome::Fail)
            continue;
        const auto *fix = std::ranges::find(kFixes, std::string_view(check.id), &Fix::check);
        if (fix != std::end(kFixes))
            check.fix = fix->words;
        if (onlyRescaled(analysis.counts, check.id))
            check.fix = kRescaled;
        if (check.id == "thresholds" && check.outcome == Check::Outcome::Warn)
            check.fix = kCheckThreshold; // one threshold, but another one
    }
    analysis.recommendation.next = nextSteps(analysis);
}

} // namespace herdbook::reid::steps
