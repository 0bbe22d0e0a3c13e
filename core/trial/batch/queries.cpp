// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

namespace herdbook::trial {

using storage::Postgres;

namespace {

Result<void> readConflicts(Postgres &connection, BatchRecord &record)
{
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT a.detection_id, a.old_deer_id, a.new_deer_id, a.outcome, a.found_deer_id, found.name, "
                       "a.undo_outcome, a.undo_found_deer_id, undo_found.name "
                       "FROM herdbook.assignment a LEFT JOIN deer found ON found.id = a.found_deer_id "
                       "LEFT JOIN deer undo_found ON undo_found.id = a.undo_found_deer_id "
                       "WHERE a.batch_id = ? ORDER BY a.detection_id"),
        {uuidText(record.id)});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const QUuid detection = rows->value(0).toUuid();
        const RowState applied = rowStateFromText(rows->value(3).toString());
        if (applied == RowState::Ready)
            ++record.written;
        else
            record.applyConflicts.push_back(
                {detection, applied, rows->value(1).toUuid(), rows->value(4).toUuid(), rows->value(5).toString()});
        const QString undone = rows->value(6).toString();
        if (undone == QLatin1String("restored"))
            ++record.restored;
        else if (!undone.isEmpty())
            record.undoConflicts.push_back({detection, rowStateFromText(undone), rows->value(2).toUuid(),
                                            rows->value(7).toUuid(), rows->value(8).toString()});
    }
    return readToEnd(*rows);
}

Result<std::vector<BatchRecord>> readBatches(Postgres &connection, const QString &where, const QUuid &id)
{
    Result<QSqlQuery> rows =
        connection.query(QStringLiteral("SELECT id, trial_id, threshold, applied_by, applied_at, undone_by, undone_at "
                                        "FROM herdbook.batch WHERE %1 = ? ORDER BY applied_at DESC, id")
                             .arg(where),
                         {uuidText(id)});
    if (!rows)
        return rows.error();
    std::vector<BatchRecord> records;
    while (rows->next()) {
        BatchRecord record;
        record.id = rows->value(0).toUuid();
        record.trial = rows->value(1).toUuid();
        record.threshold = rows->value(2).toDouble();
        record.appliedBy = rows->value(3).toString();
        record.appliedAt = rows->value(4).toDateTime().toUTC();
        record.undoneBy = rows->value(5).toString();
        record.undoneAt = rows->value(6).toDateTime().toUTC();
        records.push_back(std::move(record));
    }
    if (const Result<void> ended = readToEnd(*rows); !ended)
        return ended.error();
    for (BatchRecord &record : records) {
        if (const Result<void> read = readConflicts(connection, record); !read)
            return read.error();
    }
    return records;
}

} // namespace

Result<std::optional<BatchRecord>> findBatch(Postgres &connection, const QUuid &batch)
{
    Result<std::vector<BatchRecord>> records = readBatches(connection, QStringLiteral("id"), batch);
    if (!records)
        return records.error();
    return records->empty() ? std::optional<BatchRecord>() : std::optional(std::move(records->front()));
}

Result<std::vector<BatchRecord>> batchesOf(Postgres &connection, const QUuid &trial)
{
    return readBatches(connection, QStringLiteral("trial_id"), trial);
}

} // namespace herdbook::trial
