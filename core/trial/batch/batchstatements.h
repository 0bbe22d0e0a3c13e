// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"

/// What applying and undoing have in common.
namespace herdbook::trial {

/// The first value of the first row; an invalid variant when there is no row.
Result<QVariant> singleValue(storage::Postgres &connection, const QString &sql, const QVariantList &values = {});

/// After the last row: whether it really was the last. A query that breaks off half-way looks like a short one.
Result<void> readToEnd(const QSqlQuery &query);

/// The state of every wanted row as SQL after FROM: two parameters (arrays of detections and of deer, equally long) give rows `wanted`
/// (detection, deer, place), `d` (id, deer_id, image_id), `p` (the profile) and `looked` (outcome, as rowStateFromText() reads it).
/// Columns that the deployment doesn't have count as their default.
QString wantedRows();
RowState rowStateFromText(const QString &outcome);

/// UUIDs as the text of a PostgreSQL array.
QString uuidArray(const std::vector<QUuid> &ids);
QString uuidText(const QUuid &id);

/// Waits until no other batch or migration is under way; until the end of the transaction none else is. Taken before any row.
Result<void> lockBatches(storage::Postgres &connection);

/// Locks the rows that exist, in order, without waiting: Conflict when somebody holds one.
Result<void> lockDetections(storage::Postgres &connection, const std::vector<QUuid> &ids);
Result<void> lockDeer(storage::Postgres &connection, const std::vector<QUuid> &ids);

/// Counts the sightings of these deer again; writes only where the number differs.
Result<void> recountSightings(storage::Postgres &connection, const std::vector<QUuid> &deer);

/// Commits when `done` rows are as many as the journal promises (a count by `promiseSql` of the batch); Internal otherwise, nothing is kept.
Result<void> commitAsPromised(storage::Postgres &connection, storage::Transaction &transaction, qint64 done,
                              const QString &promiseSql, const QString &batch, const StepListener &step);

/// Runs a transaction; where it ends in Conflict, pauses and tries again, some 3 s long. Cancelled on request between attempts.
Result<void> withRetries(const std::function<Result<void>()> &attempt, const std::stop_token &stop);

} // namespace herdbook::trial
