// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"
#include "core/trial/batch/deployed.h"

#include <optional>

/// What applying and undoing have in common.
namespace herdbook::trial {

/// The value of the one column "value" of the first row, as text; a null string when there is no row.
Result<QString> singleText(storage::Postgres &connection, const QString &sql, const QVariantList &values = {});
/// The same as a whole number; 0 when there is no row.
Result<qint64> singleNumber(storage::Postgres &connection, const QString &sql, const QVariantList &values = {});

/// The state of every wanted row as SQL after FROM: two parameters, numbered from `first` on (arrays of detections and of deer, equally
/// long), give rows `wanted` (detection, deer, place), `d` (id, deer_id, image_id, is_reviewed, reviewed_by, reviewed_at, corrected), `p` (the
/// table's row of the profile) and `looked` (outcome, as rowStateFromText() reads it). Columns that the deployment doesn't have count as their default.
QString wantedRows(const Deployed &deployed, int first);

/// The state of every row a batch wrote, as SQL after FROM: the parameter `batch` (number) gives rows `a` (assignment), `d` (detection
/// or nothing) and `looked` (outcome of undo, later batch).
QString writtenRows(const Deployed &deployed, int batch);

/// Corrupt for an outcome that this version doesn't know: a newer one may have written it.
Result<RowState> rowStateFromText(const QString &outcome);

/// schemaVersion() for what is tried again on Conflict: InvalidInput for a stranger's schema, which stays one.
Result<int> ownVersion(storage::Postgres &connection);

/// InvalidInput when the journal is at a version that this program doesn't write. After beginWriting(): it stays what it is then.
Result<void> requireWritableVersion(storage::Postgres &connection);

/// UUIDs as the text of a PostgreSQL array.
QString uuidArray(const std::vector<QUuid> &ids);
QString uuidText(const QUuid &id);

/// Begins what writes: trust, settings of this transaction (how long a lock is waited for, where names are looked for), and the journal's
/// advisory lock, which keeps other batches and migrations away until the end of the transaction. Conflict when somebody holds it.
Result<void> beginWriting(storage::Postgres &connection);

/// Runs what only reads in one snapshot, with beginWriting()'s patience: a table that somebody holds is tried for kPatience, then Conflict,
/// naming who it is. `read` may be run several times.
Result<void> readPatiently(storage::Postgres &connection, const std::function<Result<void>()> &read);

/// The same for what gives a value.
template<class Read>
auto patiently(storage::Postgres &connection, Read read) -> decltype(read())
{
    std::optional<decltype(read())> last;
    const Result<void> done = readPatiently(connection, [&]() -> Result<void> {
        last.emplace(read());
        return *last ? Result<void>() : Result<void>(last->error());
    });
    if (!done)
        return done.error();
    return std::move(*last);
}

/// Locks the rows that exist, in order, without waiting: Conflict when somebody holds one. @param id of `one`, as SQL
Result<void> lockRows(storage::Postgres &connection, const QString &table, const QString &id,
                      const std::vector<QUuid> &ids);

/// The same for the profiles and then the detections that a batch touches.
Result<void> lockBoth(storage::Postgres &connection, const Deployed &deployed, const std::vector<QUuid> &profiles,
                      const std::vector<QUuid> &detections, const StepListener &step);

/// A transaction that may write, and the tables it writes to.
struct OpenedWrite
{
    Deployed deployed;
    storage::Transaction transaction;
};
/// Opens one: beginWriting(), on a journal and a database that this version can write to.
Result<OpenedWrite> openWrite(storage::Postgres &connection, const StepListener &step);

/// Commits when `done` rows are as many as the journal promises (a count by `promiseSql` of the batch); Internal otherwise, nothing is kept.
Result<void> commitAsPromised(storage::Postgres &connection, storage::Transaction &transaction, qint64 done,
                              const QString &promiseSql, const QString &batch, const StepListener &step);

/// Runs a transaction; where it ends in Conflict, pauses and tries again for kPatience, then says who is in the way, or what the server
/// says. Cancelled on request, also in the middle of a statement.
Result<void> withRetries(storage::Postgres &connection, const std::function<Result<void>()> &attempt,
                         const std::stop_token &stop);

} // namespace herdbook::trial
