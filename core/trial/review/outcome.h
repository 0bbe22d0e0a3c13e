// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"
#include "core/trial/design/verdict.h"
#include "core/trial/review/record.h"
#include "core/trial/review/session.h"
#include "core/trial/review/store.h"

namespace herdbook::trial {

/// k of n.
struct Count
{
    int of = 0;
    int all = 0;
};

/// How far a reviewer can be relied on.
struct ReviewerChecks
{
    Count repeatsSame;  ///< repeats answered as before
    Count seenThrough;  ///< impossible pairs not called the same
    Count underASecond; ///< answers, of all

    bool repeatsAgree() const { return (repeatsSame.all - repeatsSame.of) * 10 <= repeatsSame.all; } ///< 9 in 10
    bool impossibleSeen() const { return seenThrough.of == seenThrough.all; }                        ///< all
    bool unhurried() const { return underASecond.of * 20 <= underASecond.all; } ///< at most 1 in 20 under a second
    bool sound() const { return repeatsAgree() && impossibleSeen() && unhurried(); }
};

ReviewerChecks checkReviewer(const TrialRecord &record, const std::vector<PairState> &states);

/// Answers of one reviewer, or of two together, and what they prove.
struct Outcome
{
    QStringList reviewers;                      ///< whose answers count
    std::vector<ReviewerProgress> everybody;    ///< who has answered at all; filled in by whoever chose
    std::vector<std::optional<Answer>> answers; ///< by pair
    Verdict verdict;
    std::vector<ReviewerChecks> checks; ///< one for each reviewer
    std::optional<Agreement> agreement; ///< of the first two reviewers
    QDateTime finishedAt;               ///< of the last answer, UTC
    qint64 milliseconds = 0;            ///< spent on all answers
};

struct Reviewed
{
    QString reviewer;
    std::vector<PairState> states;

    int answered() const;
    bool isComplete() const { return answered() == static_cast<int>(states.size()); }
};

/// The reviews to be judged together: those asked for; otherwise the first two that are complete, or the first one when none is.
std::vector<Reviewed> chooseReviews(std::vector<Reviewed> all, const QStringList &wanted);

/// The verdict over one or more reviewers. Where several judged a pair, it counts as wrong as soon as one says so; a pair without an
/// answer of one of them has none.
Outcome concludeTrial(const TrialRecord &record, const std::vector<Reviewed> &reviews, const Level &level = {});

/// How the sample's detections fall when a verdict is applied.
struct ApplyCounts
{
    int bursts = 0, detections = 0;           ///< judged Same at the certified threshold: they get a profile
    int wrongBursts = 0, wrongDetections = 0; ///< judged wrong there: stay as they are
    int underBursts = 0, underDetections = 0; ///< under the certified threshold: stay as they are
};

/// What applying a verdict does: every unit judged Same at the certified threshold, with its burst. Empty when nothing is certified.
BatchPlan planBatch(const TrialRecord &record, const Outcome &outcome, const QString &by,
                    ApplyCounts *counts = nullptr);

} // namespace herdbook::trial
