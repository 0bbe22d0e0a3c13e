// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/session.h"

/// Answers that were in no journal yet when their window closed or another trial was opened: remembered by this program, stored as soon as
/// the journal takes them, and set aside in a file beside it until then. Any thread.
namespace herdbook::trial {

struct LeftAnswers
{
    QUuid trial;
    QString reviewer;
    std::vector<ReviewEvent> events; ///< in order
};

/// What became of them.
struct LeftReport
{
    int stored = 0;      ///< are in the journal now
    int waiting = 0;     ///< couldn't be stored yet
    int refused = 0;     ///< never will be: others were given in their place
    QString why;         ///< of those that wait
    QString place;       ///< the file that keeps the refused ones; of several, their folder
    bool unkept = false; ///< no file takes refused ones: they are kept as long as this program runs
};

/// Remembers them for storeLeftAnswers(); returns at once.
void leaveAnswers(const QString &journal, LeftAnswers answers);

/// Whether this program remembers any that nobody is storing now; asks no disk.
bool areAnswersLeft(const QString &journal);

/// Stores what was left of a journal's trials, or of one of them. Waits for the disk and for whoever does the same.
LeftReport storeLeftAnswers(const QString &journal, const std::optional<QUuid> &trial = {});

/// The same for a trial that is to go on. An error when some still wait: others would be given in their place.
Result<LeftReport> takeUpLeftAnswers(const QString &journal, const QUuid &trial);

} // namespace herdbook::trial
