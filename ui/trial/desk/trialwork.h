// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/trial/review/leftanswers.h"
#include "core/trial/review/sharedanswers.h"
#include "ui/trial/desk/tools.h"
#include "ui/trial/desk/trialdesk.h"

#include <QSet>

/// What a TrialDesk has done on its lanes: each function runs on the thread of the tool it is given and knows nothing of the desk.
namespace herdbook::trial {

/// A trial with everybody's answers, or why it can't be opened.
struct OpenedTrial
{
    Result<TrialRecord> record;
    std::vector<ReviewerEvents> events;
    LeftReport left = {}; ///< of answers that weren't stored when it was last left
};

/// What the other workstations had to tell.
struct Others
{
    QSet<QUuid> rivals; ///< trials of the pool that count as tries
    int received = 0;   ///< answers
};

/// What asking the database before a verdict came to.
struct Hearing
{
    Result<std::optional<Others>> others; ///< nothing: trials aren't shared
    QString notCompared;                  ///< why the analysis may not be of today's data; empty: it is
};

/// What a verdict takes into account besides the answers.
struct Heard
{
    QString lacking;
    QSet<QUuid> rivals;  ///< of all workstations
    QString notCompared; ///< as of Hearing
    bool unshared = false;
};

struct Judged
{
    std::shared_ptr<const Outcome> outcome;
    QString unkept; ///< why it isn't in the journal; empty: it is
    bool behind;    ///< the journal has more of one's own answers than the hand
};

/// Whether `all` starts with `first`.
bool beginsWith(const std::vector<ReviewEvent> &all, const std::vector<ReviewEvent> &first);

QDateTime madeAt(const reid::Analysis &analysis);

/// Begins a trial of the pool `digest`, or opens the same one begun before. @param make its record @param from the trial whose answers it
/// keeps, if any
OpenedTrial beginTrial(DatabaseTool &tool, const std::function<TrialRecord(quint64 seed, int ordinal)> &make,
                       const QString &digest, const TrialDesk::Start &start,
                       const std::shared_ptr<const TrialRecord> &from);

/// Opens a trial of this workstation.
OpenedTrial openTrial(JournalTool &tool, const QUuid &trial);

/// Trials in the database, after sending what couldn't be sent before; none where it has no journal.
Result<std::vector<TrialSummary>> listShared(DatabaseTool &tool, bool readOnly);

/// exchangeAnswers() where trials are shared; nothing where they aren't.
Result<std::optional<Exchange>> exchangeShared(DatabaseTool &tool, const TrialRecord &record, const QString &reviewer);

/// Takes over what others have answered, after sending what `reviewer` did (nobody: only takes over), and compares the analysis with the data.
Hearing hearOthers(DatabaseTool &tool, const TrialRecord &record, const QString &reviewer,
                   const std::shared_ptr<const reid::Analysis> &analysis);

/// Judges a trial and keeps the verdict in the journal. @param inHand one's own answers; no reviewer: not one's own trial
Result<Judged> judgeTrial(JournalTool &tool, const std::shared_ptr<const TrialRecord> &record,
                          const ReviewerEvents &inHand, const std::shared_ptr<const reid::Analysis> &analysis,
                          const Heard &heard);

} // namespace herdbook::trial
