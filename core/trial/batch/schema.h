// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

#include <optional>
#include <stop_token>

/// Schema `herdbook`: the only thing Herdbook ever adds to the deployed database, and only when told to.
namespace herdbook::trial {

inline constexpr int kSchemaVersion = 4; ///< what this program writes
inline constexpr int kJournalSince = 1;  ///< batches and assignments can be read
inline constexpr int kAppliesSince = 4;  ///< batches can be written: everything they change is noted
inline constexpr int kSharedTrialsSince = 2;
inline constexpr int kCertificatesSince = 4; ///< pools, certificates, answers by item

/// The version installed; 0 when there is no schema. Conflict when a schema of that name holds something else.
Result<int> schemaVersion(storage::Postgres &connection);

/// The SQL that leads from one version to another, up or down: what is shown to the administrator and what is run. Empty when
/// `from` is `to`.
QString migrationSql(int from, int to);

/// Brings the schema to version `to` (0 removes it) in one transaction. Conflict when it is no longer at `from`, that is when
/// what was shown is not what would happen, or when somebody holds what it needs for kPatience (the message says who). Denied when the
/// right to create it is missing, or the schema can't be trusted. @param notUndone what assignmentsNotUndone() was when it was shown:
/// Conflict when it is another number by now and they would be lost.
Result<void> migrateSchema(storage::Postgres &connection, int from, int to, const std::stop_token &stop = {},
                           std::optional<qint64> notUndone = {});

/// How many rows batches wrote that were not undone: what would lose its way back if the schema were removed.
Result<qint64> assignmentsNotUndone(storage::Postgres &connection);

} // namespace herdbook::trial
