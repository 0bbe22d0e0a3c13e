// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/outcome.h"

#include <algorithm>

namespace herdbook::trial {

ReviewerChecks checkReviewer(const TrialRecord &record, const std::vector<PairState> &states)
{
    ReviewerChecks checks;
    for (std::size_t i = 0; i < std::min(record.pairs.size(), states.size()); ++i) {
        if (!states[i].answer)
            continue;
        const Pair &pair = record.pairs[i];
        ++checks.underASecond.all;
        checks.underASecond.of += states[i].milliseconds < 1000 ? 1 : 0;
        if (pair.kind == Item::Kind::Impossible) {
            ++checks.seenThrough.all;
            checks.seenThrough.of += countsAsWrong(*states[i].answer) ? 1 : 0;
        }
        if (pair.kind == Item::Kind::Repeat && states[static_cast<std::size_t>(pair.original)].answer) {
            ++checks.repeatsSame.all;
            checks.repeatsSame.of += states[static_cast<std::size_t>(pair.original)].answer == states[i].answer ? 1 : 0;
        }
    }
    return checks;
}

int Reviewed::answered() const
{
    return static_cast<int>(
        std::count_if(states.begin(), states.end(), [](const PairState &state) { return state.answer.has_value(); }));
}

std::vector<Reviewed> chooseReviews(std::vector<Reviewed> all, const QStringList &wanted)
{
    std::vector<Reviewed> chosen;
    for (const Reviewed &one : all) {
        if (wanted.isEmpty() ? one.isComplete() && chosen.size() < 2 : wanted.contains(one.reviewer))
            chosen.push_back(one);
    }
    if (chosen.empty() && !all.empty())
        chosen.push_back(all.front());
    return chosen;
}

Outcome concludeTrial(const TrialRecord &record, const std::vector<Reviewed> &reviews, const Level &level)
{
    Outcome outcome;
    outcome.answers.resize(record.pairs.size());
    for (std::size_t i = 0; i < reviews.size(); ++i) {
        const Reviewed &review = reviews[i];
        outcome.reviewers << review.reviewer;
        outcome.checks.push_back(checkReviewer(record, review.states));
        const std::vector<std::optional<Answer>> answers = answersIn(review.states);
        outcome.answers = i == 0 ? answers : strictest(outcome.answers, answers);
        for (const PairState &state : review.states) {
            outcome.milliseconds += state.milliseconds;
            if (state.at.isValid() && (!outcome.finishedAt.isValid() || state.at > outcome.finishedAt))
                outcome.finishedAt = state.at;
        }
    }
    if (reviews.size() >= 2)
        outcome.agreement = agreement(answersIn(reviews[0].states), answersIn(reviews[1].states));
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < record.pairs.size(); ++i) {
        if (record.pairs[i].kind == Item::Kind::Sampled)
            judged.push_back({record.pairs[i].score, record.pairs[i].sex, outcome.answers[i]});
    }
    outcome.verdict = judge(judged, record.thresholds, level);
    return outcome;
}

BatchPlan planBatch(const TrialRecord &record, const Outcome &outcome, const QString &by, ApplyCounts *counts)
{
    BatchPlan plan;
    plan.id = QUuid::createUuid();
    plan.trial = record.id;
    plan.by = by;
    ApplyCounts sums;
    const std::optional<double> certified = outcome.verdict.certified;
    plan.threshold = certified.value_or(outcome.verdict.reference);
    for (std::size_t i = 0; i < record.pairs.size(); ++i) {
        const Pair &pair = record.pairs[i];
        if (pair.kind != Item::Kind::Sampled)
            continue;
        const int size = 1 + static_cast<int>(pair.carried.size());
        plan.sample.push_back(pair.detection);
        plan.sample.insert(plan.sample.end(), pair.carried.begin(), pair.carried.end());
        if (!certified || pair.score < reid::thresholdTicks(*certified)) {
            ++sums.underBursts;
            sums.underDetections += size;
        } else if (outcome.answers[i] != Answer::Same) {
            ++sums.wrongBursts;
            sums.wrongDetections += size;
        } else {
            ++sums.bursts;
            sums.detections += size;
            plan.changes.push_back({pair.detection, pair.deer});
            for (const QUuid &carried : pair.carried)
                plan.changes.push_back({carried, pair.deer});
        }
    }
    if (counts != nullptr)
        *counts = sums;
    return plan;
}

} // namespace herdbook::trial
