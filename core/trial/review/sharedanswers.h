// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/review/store.h"

namespace herdbook::trial {

/// What came of exchanging answers with schema `herdbook` (version 4).
struct Exchange
{
    int sent = 0;
    int received = 0; ///< events of other reviewers, or of the same one on another computer
};

/// The shared events of a trial's reviewers. Corrupt when one is missing or has an answer that doesn't exist.
Result<std::vector<ReviewerEvents>> sharedReviews(storage::Postgres &connection, const TrialRecord &record);

/// Takes a shared trial over into the journal here, with everybody's answers: also the reviewer who began it elsewhere can go on.
Result<TrialRecord> fetchTrial(storage::Postgres &connection, TrialStore &store, const QUuid &trial);

/// Shares a trial, sends the answers of `reviewer` that were not sent yet and fetches everybody's, so that two reviewers on
/// two workstations are kept apart but both known, and one on two goes on where he was. Conflict when the reviewer has given other
/// answers from another workstation.
Result<Exchange> exchangeAnswers(storage::Postgres &connection, TrialStore &store, const TrialRecord &record,
                                 const QString &reviewer);

/// Sends what earlier runs of the program couldn't (it was closed too early, the database was away). Each trial by itself: one that can't
/// be sent doesn't hold up the others; its error is returned in the end.
Result<void> sendLeftovers(storage::Postgres &connection, TrialStore &store);

} // namespace herdbook::trial
