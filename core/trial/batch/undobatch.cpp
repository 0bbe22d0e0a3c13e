// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

#include <QSet>

namespace herdbook::trial {

using storage::Postgres;
using storage::Transaction;

namespace {

struct Written
{
    std::vector<QUuid> detections;
    std::vector<QUuid> profiles; ///< of both sides, each once
};

Result<Written> writtenRows(Postgres &connection, const QString &batch)
{
    Result<QSqlQuery> rows =
        connection.query(QStringLiteral("SELECT detection_id, new_deer_id, old_deer_id FROM herdbook.assignment "
                                        "WHERE batch_id = ? AND outcome = 'written'"),
                         {batch});
    if (!rows)
        return rows.error();
    Written written;
    QSet<QUuid> profiles;
    while (rows->next()) {
        written.detections.push_back(rows->value(0).toUuid());
        profiles << rows->value(1).toUuid();
        if (!rows->isNull(2))
            profiles << rows->value(2).toUuid();
    }
    if (const Result<void> ended = readToEnd(*rows); !ended)
        return ended.error();
    written.profiles.assign(profiles.begin(), profiles.end());
    return written;
}

/// One attempt; NotFound when there is no such batch.
Result<void> attemptUndo(Postgres &connection, const QString &batch, const QString &by, const StepListener &step)
{
    step(Step::Begin);
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    step(Step::Serialize);
    if (const Result<void> alone = lockBatches(connection); !alone)
        return alone.error();
    step(Step::Open);
    const Result<qint64> opened = connection.execute(
        QStringLiteral("UPDATE herdbook.batch SET undone_at = now(), undone_by = ? WHERE id = ? AND undone_at IS NULL"),
        {by, batch});
    if (!opened)
        return opened.error();
    if (*opened == 0)
        return {}; // undone already, or unknown: the caller's look into the journal tells
    const Result<Written> rows = writtenRows(connection, batch);
    if (!rows)
        return rows.error();
    step(Step::LockRows);
    if (const Result<void> locked = lockDetections(connection, rows->detections); !locked)
        return locked.error();
    step(Step::LockProfiles);
    if (const Result<void> locked = lockDeer(connection, rows->profiles); !locked)
        return locked.error();
    step(Step::Journal);
    const Result<qint64> journalled = connection.execute(
        QStringLiteral("UPDATE herdbook.assignment SET undo_outcome = CASE WHEN d.id IS NULL THEN 'deleted' "
                       "WHEN d.deer_id IS DISTINCT FROM assignment.new_deer_id THEN 'changed' ELSE 'restored' END, "
                       "undo_found_deer_id = d.deer_id "
                       "FROM herdbook.assignment a LEFT JOIN detections d ON d.id = a.detection_id "
                       "WHERE a.batch_id = ? AND a.outcome = 'written' AND assignment.batch_id = a.batch_id "
                       "AND assignment.detection_id = a.detection_id"),
        {batch});
    if (!journalled)
        return journalled.error();
    step(Step::Write);
    const Result<qint64> restored = connection.execute(
        QStringLiteral("UPDATE detections SET deer_id = a.old_deer_id FROM herdbook.assignment a "
                       "WHERE a.batch_id = ? AND a.undo_outcome = 'restored' AND detections.id = a.detection_id "
                       "AND detections.deer_id IS NOT DISTINCT FROM a.new_deer_id"),
        {batch});
    if (!restored)
        return restored.error();
    step(Step::Count);
    if (const Result<void> counted = recountSightings(connection, rows->profiles); !counted)
        return counted.error();
    return commitAsPromised(
        connection, *transaction, *restored,
        QStringLiteral("SELECT count(*) FROM herdbook.assignment WHERE batch_id = ? AND undo_outcome = 'restored'"),
        batch, step);
}

} // namespace

Result<BatchRecord> undoBatch(Postgres &connection, const QUuid &batch, const QString &by, const std::stop_token &stop,
                              const StepListener &listener)
{
    const StepListener step = listener ? listener : [](Step) {};
    const Result<void> done = withRetries([&] { return attemptUndo(connection, uuidText(batch), by, step); }, stop);
    if (!done)
        return done.error();
    Result<std::optional<BatchRecord>> record = findBatch(connection, batch);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorKind::NotFound, QStringLiteral("The journal has no such batch")};
    return std::move(**record);
}

} // namespace herdbook::trial
