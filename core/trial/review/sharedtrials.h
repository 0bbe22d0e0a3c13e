// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"
#include "core/trial/review/store.h"

namespace herdbook::trial {

/// NotFound where a database has no journal that is shared, InvalidInput where this version doesn't know it.
Result<void> requireVersion(storage::Postgres &connection);

/// Trials that others have shared, newest first.
Result<std::vector<TrialSummary>> sharedTrials(storage::Postgres &connection);

/// A shared trial as it was frozen. NotFound, or Corrupt.
Result<TrialRecord> sharedTrial(storage::Postgres &connection, const QUuid &trial);

/// The seed of a pool as all workstations know it: the one that is kept, or `mine`, which is kept from now on.
Result<quint64> sharedSeed(storage::Postgres &connection, const QString &digest, quint64 mine, const QString &by);

/// rivals() among the shared trials.
Result<QSet<QUuid>> sharedRivals(storage::Postgres &connection, const TrialRecord &record);

} // namespace herdbook::trial
