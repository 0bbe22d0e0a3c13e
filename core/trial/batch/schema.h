// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

/// Schema `herdbook`: the only thing Herdbook ever adds to the deployed database, and only when told to.
namespace herdbook::trial {

inline constexpr int kSchemaVersion = 3; ///< what this program writes
inline constexpr int kJournalSince = 1;  ///< batches and assignments can be read
inline constexpr int kAppliesSince = 3;  ///< batches can be written: every reason to leave a row alone has its word
inline constexpr int kSharedTrialsSince = 2;

/// The version installed; 0 when there is no schema. Conflict when a schema of that name holds something else.
Result<int> schemaVersion(storage::Postgres &connection);

/// The SQL that leads from one version to another, up or down: what is shown to the administrator and what is run. Empty when
/// `from` is `to`.
QString migrationSql(int from, int to);

/// Brings the schema to version `to` (0 removes it) in one transaction. Conflict when it is no longer at `from`, that is when
/// what was shown is not what would happen. Denied when the right to create it is missing.
Result<void> migrateSchema(storage::Postgres &connection, int from, int to);

/// How many rows batches wrote that were not undone: what would lose its way back if the schema were removed.
Result<qint64> assignmentsNotUndone(storage::Postgres &connection);

} // namespace herdbook::trial
