// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"
#include "core/trial/batch/deployed.h"

/// What applying and undoing have in common.
namespace herdbook::trial {

/// The value of the one column "value" of the first row, as text; a null string when there is no row.
Result<QString> singleText(storage::Postgres &connection, const QString &sql, const QVariantList &values = {});
/// The same as a whole number; 0 when there is no row.
Result<qint64> singleNumber(storage::Postgres &connection, const QString &sql, const QVariantList &values = {});

/// The state of every wanted row as SQL after FROM: two parameters, numbered from `first` on (arrays of detections and of deer, equally
/// long), give rows `wanted` (detection, deer, place), `d` (id, deer_id, image_id, is_reviewed, reviewed_by, reviewed_at, corrected), `p` (the
/// profile) and `looked` (outcome, as rowStateFromText() reads it). Columns that the deployment doesn't have count as their default.
QString wantedRows(const Deployed &deployed, int first);

/// The state of every row a batch wrote, as SQL after FROM: the parameter `batch` (number) gives rows `a` (assignment), `d` (detection
/// or nothing) and `looked` (outcome of undo, later batch).
QString writtenRows(const Deployed &deployed, int batch);

RowState rowStateFromText(const QString &outcome);

/// UUIDs as the text of a PostgreSQL array.
QString uuidArray(const std::vector<QUuid> &ids);
QString uuidText(const QUuid &id);

/// Begins what writes: trust, settings of this transaction (how long a lock is waited for, where names are looked for), and the journal's
/// advisory lock, which keeps other batches and migrations away until the end of the transaction. Conflict when somebody holds it.
Result<void> beginWriting(storage::Postgres &connection);

/// Locks the rows that exist, in order, without waiting: Conflict when somebody holds one.
Result<void> lockRows(storage::Postgres &connection, const QString &table, const std::vector<QUuid> &ids);

/// Commits when `done` rows are as many as the journal promises (a count by `promiseSql` of the batch); Internal otherwise, nothing is kept.
Result<void> commitAsPromised(storage::Postgres &connection, storage::Transaction &transaction, qint64 done,
                              const QString &promiseSql, const QString &batch, const StepListener &step);

/// Runs a transaction; where it ends in Conflict, pauses and tries again for kPatience, then says who is in the way. Cancelled on
/// request, also in the middle of a statement.
Result<void> withRetries(storage::Postgres &connection, const std::function<Result<void>()> &attempt,
                         const std::stop_token &stop);

} // namespace herdbook::trial
