// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"
#include "core/trial/batch/schema.h"

#include <QHash>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

namespace {

/// Columns of version 4 where the schema has them.
struct Shape
{
    int version = 0;
    Deployed deployed;

    QString assignment(const char *column, const char *otherwise) const
    {
        return version >= 4 ? QStringLiteral("a.") + QLatin1String(column) : QString(QLatin1String(otherwise));
    }
};

Result<Shape> shapeOf(Postgres &connection)
{
    if (const Result<void> trusted = requireTrust(connection); !trusted)
        return trusted.error();
    const Result<int> version = ownVersion(connection);
    if (!version)
        return version.error();
    Result<Deployed> deployed = findDeployed(connection);
    if (!deployed)
        return deployed.error();
    return Shape{*version, std::move(*deployed)};
}

Result<void> readRows(Postgres &connection, const Shape &shape, BatchRecord &record)
{
    return connection.each(
        QStringLiteral("SELECT a.detection_id, a.old_deer_id, a.new_deer_id, a.outcome, a.found_deer_id, "
                       "CAST(found.name AS text) AS found_name, a.undo_outcome, a.undo_found_deer_id, "
                       "CAST(undo_found.name AS text) AS undo_name, %1 AS found_by, %2 AS found_at, %3 AS described "
                       "FROM herdbook.assignment a LEFT JOIN %4 found ON found.id = a.found_deer_id "
                       "LEFT JOIN %4 undo_found ON undo_found.id = a.undo_found_deer_id "
                       "WHERE a.batch_id = $1 ORDER BY a.detection_id")
            .arg(shape.assignment("undo_found_by", "NULL::text"),
                 shape.assignment("undo_found_at", "NULL::timestamptz"), shape.assignment("described", "false"),
                 shape.deployed.columns.deer()),
        {uuidText(record.id)}, [&](const Row &row) -> Result<void> {
            const QUuid detection = row.uuid("detection_id");
            const Result<RowState> applied = rowStateFromText(row.text("outcome"));
            if (!applied)
                return applied.error();
            if (*applied == RowState::Ready) {
                ++record.written;
                record.rows.push_back({detection, row.uuid("new_deer_id")});
            } else {
                record.applyConflicts.push_back({detection,
                                                 *applied,
                                                 row.uuid("old_deer_id"),
                                                 row.uuid("found_deer_id"),
                                                 row.text("found_name"),
                                                 {},
                                                 {},
                                                 {},
                                                 true});
            }
            if (row.isNull("undo_outcome"))
                return {};
            const Result<RowState> undone = rowStateFromText(row.text("undo_outcome"));
            if (!undone)
                return undone.error();
            if (*undone == RowState::Ready)
                ++record.restored;
            else
                record.undoConflicts.push_back({detection,
                                                *undone,
                                                row.uuid("new_deer_id"),
                                                row.uuid("undo_found_deer_id"),
                                                row.text("undo_name"),
                                                row.text("found_by"),
                                                row.instant("found_at"),
                                                {},
                                                row.boolean("described")});
            return {};
        });
}

Result<void> readSightings(Postgres &connection, const Shape &shape, BatchRecord &record)
{
    if (shape.version < 4)
        return {};
    return connection.each(
        QStringLiteral("SELECT s.deer_id, CAST(p.name AS text) AS name, CAST(p.sex AS text) AS sex, s.old_count, "
                       "s.new_count, s.undo_old_count, s.undo_new_count FROM herdbook.sighting s "
                       "LEFT JOIN %1 p ON p.id = s.deer_id WHERE s.batch_id = $1 "
                       "ORDER BY s.new_count - s.old_count DESC, p.name, s.deer_id")
            .arg(shape.deployed.columns.deer()),
        {uuidText(record.id)}, [&](const Row &row) {
            Sighting one;
            one.deer = row.uuid("deer_id");
            one.name = row.text("name");
            one.sex = row.text("sex");
            one.before = static_cast<int>(row.integer("old_count"));
            one.after = static_cast<int>(row.integer("new_count"));
            if (!row.isNull("undo_old_count"))
                one.undoBefore = static_cast<int>(row.integer("undo_old_count"));
            if (!row.isNull("undo_new_count"))
                one.undoAfter = static_cast<int>(row.integer("undo_new_count"));
            record.sightings.push_back(std::move(one));
        });
}

Result<void> readMiscounts(Postgres &connection, const Shape &shape, BatchRecord &record)
{
    if (!record.isUndone() || record.sightings.empty())
        return {};
    const auto countOf = [](const Row &row, const char *column) {
        return row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
    };
    return connection.each(
        QStringLiteral("SELECT n.deer_id, CAST(p.name AS text) AS name, n.restored, s.undo_old_count, s.undo_new_count "
                       "FROM (SELECT new_deer_id AS deer_id, count(*) AS restored FROM herdbook.assignment "
                       "WHERE batch_id = $1 AND undo_outcome = 'restored' GROUP BY new_deer_id) n "
                       "LEFT JOIN herdbook.sighting s ON s.batch_id = $1 AND s.deer_id = n.deer_id "
                       "LEFT JOIN %1 p ON p.id = n.deer_id "
                       "WHERE s.undo_old_count - s.undo_new_count IS DISTINCT FROM n.restored "
                       "ORDER BY p.name, n.deer_id")
            .arg(shape.deployed.columns.deer()),
        {uuidText(record.id)}, [&](const Row &row) {
            record.miscounts.push_back({row.uuid("deer_id"), row.text("name"), row.integer("restored"),
                                        countOf(row, "undo_old_count"), countOf(row, "undo_new_count")});
        });
}

BatchRecord batchFrom(const Row &row)
{
    BatchRecord record;
    record.id = row.uuid("id");
    record.trial = row.uuid("trial_id");
    record.threshold = row.number("threshold");
    record.appliedBy = row.text("applied_by");
    record.appliedAt = row.instant("applied_at");
    record.undoneBy = row.text("undone_by");
    record.undoneAt = row.instant("undone_at");
    return record;
}

Result<std::vector<BatchRecord>> readBatchesOnce(Postgres &connection, const QString &where, const QUuid &id)
{
    const Result<Shape> shape = shapeOf(connection);
    if (!shape)
        return shape.error();
    Result<std::vector<BatchRecord>> records =
        connection.all(QStringLiteral("SELECT id, trial_id, threshold, applied_by, applied_at, undone_by, undone_at "
                                      "FROM herdbook.batch WHERE %1 = $1 ORDER BY applied_at DESC, id")
                           .arg(where),
                       {uuidText(id)}, batchFrom);
    if (!records)
        return records.error();
    for (BatchRecord &record : *records) {
        if (const Result<void> read = readRows(connection, *shape, record); !read)
            return read.error();
        if (const Result<void> read = readSightings(connection, *shape, record); !read)
            return read.error();
        if (const Result<void> read = readMiscounts(connection, *shape, record); !read)
            return read.error();
    }
    return records;
}

Result<std::vector<BatchRecord>> readBatches(Postgres &connection, const QString &where, const QUuid &id)
{
    return patiently(connection, [&] { return readBatchesOnce(connection, where, id); });
}

Result<std::vector<BatchRecord>> allBatchesOnce(Postgres &connection)
{
    if (const Result<void> trusted = requireTrust(connection); !trusted)
        return trusted.error();
    return connection.all(
        QStringLiteral("SELECT b.id, b.trial_id, b.threshold, b.applied_by, b.applied_at, b.undone_by, b.undone_at, "
                       "count(*) FILTER (WHERE a.outcome = 'written') AS written, "
                       "count(*) FILTER (WHERE a.undo_outcome = 'restored') AS restored "
                       "FROM herdbook.batch b LEFT JOIN herdbook.assignment a ON a.batch_id = b.id "
                       "GROUP BY b.id ORDER BY b.applied_at DESC, b.id"),
        {}, [](const Row &row) {
            BatchRecord record = batchFrom(row);
            record.written = row.integer("written");
            record.restored = row.integer("restored");
            return record;
        });
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

Result<std::vector<BatchRecord>> allBatches(Postgres &connection)
{
    return patiently(connection, [&] { return allBatchesOnce(connection); });
}

} // namespace herdbook::trial
