// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/review/session.h"
#include "core/trial/review/store.h"

namespace herdbook::trial {

/// A kept verdict as today's rules have it.
struct KeptVerdict
{
    CertificateRecord certificate;
    bool unjudged = false; ///< a certificate whose answers aren't all there; it says so as why it is withheld
};

/// A certificate claims no more than today's rules make of its answers, whatever version kept it; the moment it is of stays. A verdict
/// without one stays as it is. @return the error of a journal that doesn't answer; for a damaged trial, that it can't be judged and why
Result<KeptVerdict> judgedAnew(const CertificateRecord &kept, const std::shared_ptr<const TrialRecord> &record,
                               const Result<std::vector<ReviewerEvents>> &answers, const Result<QSet<QUuid>> &rivals);

/// rivals() of both journals. @param store may be missing.
Result<QSet<QUuid>> rivalsAnywhere(storage::Postgres &connection, TrialStore *store, const TrialRecord &record);

/// TrialStore::trials() with results as today's rules have them. Takes the answers of each certificate: not for the UI thread.
Result<std::vector<TrialSummary>> judgedTrials(TrialStore &store);

/// sharedTrials() with results as today's rules have them. @param store the journal here, which may spare fetching definitions; may be
/// missing.
Result<std::vector<TrialSummary>> judgedSharedTrials(storage::Postgres &connection, TrialStore *store);

} // namespace herdbook::trial
