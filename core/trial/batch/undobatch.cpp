// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

#include <QHash>
#include <QSet>
#include <array>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;
using storage::Transaction;

namespace {

struct Written
{
    std::vector<QUuid> detections;
    std::vector<QUuid> profiles; ///< of both sides, each once
};

Result<Written> rowsOf(Postgres &connection, const QString &batch)
{
    Written written;
    QSet<QUuid> profiles;
    const Result<void> read =
        connection.each(QStringLiteral("SELECT detection_id, new_deer_id, old_deer_id FROM herdbook.assignment "
                                       "WHERE batch_id = $1 AND outcome = 'written'"),
                        {batch}, [&](const Row &row) {
                            written.detections.push_back(row.uuid("detection_id"));
                            profiles << row.uuid("new_deer_id");
                            if (!row.isNull("old_deer_id"))
                                profiles << row.uuid("old_deer_id");
                        });
    if (!read)
        return read.error();
    written.profiles.assign(profiles.begin(), profiles.end());
    return written;
}

constexpr std::array kReviewColumns{QLatin1String("is_reviewed"), QLatin1String("reviewed_by"),
                                    QLatin1String("reviewed_at"), QLatin1String("corrected_classification")};

/// Denied when the table has lost a column by which a person's decision since would be seen.
Result<void> requireColumns(Postgres &connection, const Deployed &deployed, const QString &batch)
{
    for (const QLatin1String column : kReviewColumns) {
        if (deployed.has(column))
            continue;
        const Result<qint64> known =
            singleNumber(connection,
                         QStringLiteral("SELECT count(*) AS value FROM herdbook.assignment WHERE batch_id = $1 AND "
                                        "described AND new_%1 IS NOT NULL")
                             .arg(column),
                         {batch});
        if (!known)
            return known.error();
        if (*known > 0)
            return Error{ErrorKind::Denied,
                         QStringLiteral("The column %1 has gone since the batch was written, so nobody can tell what "
                                        "was decided about its rows; nothing was undone")
                             .arg(column)};
    }
    return {};
}

/// Makes what was restored as it was, also where writing or undoing made a trigger of the deployed system change review columns. Internal
/// when the database doesn't let it: then nothing is kept.
Result<void> restoreReview(Postgres &connection, const Deployed &deployed, const QString &batch)
{
    QStringList sets;
    QStringList now;
    QStringList before;
    for (const QLatin1String column : kReviewColumns) {
        if (!deployed.has(column))
            continue;
        // Where the column came after the batch nothing is noted, and its rows began as not reviewed.
        const auto known = [&](const QString &value) {
            return column == QLatin1String("is_reviewed") ? QStringLiteral("coalesce(%1, false)").arg(value) : value;
        };
        const QString noted = QStringLiteral("a.old_%1").arg(column);
        const QString old = known(noted);
        if (!deployed.generated.contains(column))
            sets << column + QStringLiteral(" = ") +
                        deployed.stored(column, deployed.notNull.contains(column) ? old : noted);
        now << known(deployed.noted(column, "d"));
        before << old;
    }
    const QString other =
        QStringLiteral("(a.described AND ROW(%1) IS DISTINCT FROM ROW(%2))").arg(now.join(u','), before.join(u','));
    const QString restored =
        QStringLiteral("herdbook.assignment a WHERE a.batch_id = $1 AND a.undo_outcome = 'restored' AND %1 = "
                       "a.detection_id AND ")
            .arg(deployed.detectionId("d"));
    const auto differing = [&] {
        return singleNumber(connection,
                            QStringLiteral("SELECT count(*) AS value FROM %1 d, %2(%3 IS DISTINCT FROM "
                                           "a.old_deer_id OR %4)")
                                .arg(deployed.detections, restored, deployed.heldId("d"),
                                     now.isEmpty() ? QStringLiteral("false") : other),
                            {batch});
    };
    // Triggers that would wait for the commit run now, so that what they do is seen.
    if (const Result<qint64> immediate = connection.execute(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE"));
        !immediate)
        return immediate.error();
    Result<qint64> left = differing();
    if (left && *left > 0 && !sets.isEmpty()) {
        const Result<qint64> again = connection.execute(
            QStringLiteral("UPDATE %1 d SET %2 FROM %3%4").arg(deployed.detections, sets.join(u','), restored, other),
            {batch});
        if (!again)
            return again.error();
        left = differing();
    }
    if (!left)
        return left.error();
    if (*left > 0)
        return Error{
            ErrorKind::Internal,
            QStringLiteral("The database doesn't let %1 rows be what they were, probably by a trigger; nothing "
                           "was undone")
                .arg(*left)};
    return {};
}

/// Takes the restored rows out of the sighting counts, unless the deployed system has done so by itself.
Result<void> countSightings(Postgres &connection, const Deployed &deployed, const QString &batch)
{
    const auto counted = [&](const QString &sql) -> Result<void> {
        const Result<qint64> done = connection.execute(sql, {batch});
        return done ? Result<void>() : Result<void>(done.error());
    };
    // A batch of an earlier version has no counts noted: those of today are its beginning.
    if (Result<void> done = counted(
            QStringLiteral("UPDATE %1 p SET sighting_count = greatest(0, p.sighting_count - n.rows) "
                           "FROM herdbook.sighting s JOIN (SELECT new_deer_id, CAST(count(*) AS integer) AS rows "
                           "FROM herdbook.assignment WHERE batch_id = $1 AND undo_outcome = 'restored' "
                           "GROUP BY new_deer_id) n ON n.new_deer_id = s.deer_id "
                           "WHERE s.batch_id = $1 AND %2 = s.deer_id AND p.sighting_count = s.undo_old_count")
                .arg(deployed.deer, deployed.deerId("p")));
        !done)
        return done;
    return counted(QStringLiteral("UPDATE herdbook.sighting s SET undo_new_count = p.sighting_count FROM %1 p "
                                  "WHERE s.batch_id = $1 AND %2 = s.deer_id")
                       .arg(deployed.deer, deployed.deerId("p")));
}

const auto kRestored = QStringLiteral(
    "SELECT count(*) AS value FROM herdbook.assignment WHERE batch_id = $1 AND undo_outcome = 'restored'");

/// One attempt. False: no row can go back, and nothing was changed.
Result<bool> attemptUndo(Postgres &connection, const QString &batch, const QString &by, const StepListener &step)
{
    Result<OpenedWrite> opening = openWrite(connection, step);
    if (!opening)
        return opening.error();
    const Deployed *const deployed = &opening->deployed;
    Transaction *const transaction = &opening->transaction;
    if (const Result<void> comparable = requireColumns(connection, *deployed, batch); !comparable)
        return comparable.error();
    const Result<Written> rows = rowsOf(connection, batch);
    if (!rows)
        return rows.error();
    if (const Result<void> locked = lockBoth(connection, *deployed, rows->profiles, rows->detections, step); !locked)
        return locked.error();
    step(Step::Open);
    const Result<qint64> opened =
        connection.execute(QStringLiteral("UPDATE herdbook.batch SET undone_at = now(), undone_by = $1 WHERE id = $2 "
                                          "AND undone_at IS NULL"),
                           {by, batch});
    if (!opened)
        return opened.error();
    if (*opened == 0)
        return true; // undone already, or unknown: the caller's look into the journal tells
    step(Step::Journal);
    const Result<qint64> journalled = connection.execute(
        QStringLiteral("UPDATE herdbook.assignment SET undo_outcome = found.outcome, "
                       "undo_found_deer_id = found.deer_id, undo_found_by = found.reviewed_by, "
                       "undo_found_at = found.reviewed_at FROM (SELECT a.detection_id, looked.outcome, d.deer_id, "
                       "d.reviewed_by, d.reviewed_at FROM %1) found WHERE assignment.batch_id = $1 "
                       "AND assignment.detection_id = found.detection_id")
            .arg(writtenRows(*deployed, 1)),
        {batch});
    if (!journalled)
        return journalled.error();
    const Result<qint64> restorable = singleNumber(connection, kRestored, {batch});
    if (!restorable)
        return restorable.error();
    if (*restorable == 0 && *journalled > 0)
        return false;
    const Result<qint64> before = connection.execute(
        QStringLiteral("INSERT INTO herdbook.sighting (batch_id, deer_id, old_count, new_count, undo_old_count) "
                       "SELECT CAST($1 AS uuid), %2, p.sighting_count, p.sighting_count, p.sighting_count FROM %1 p "
                       "WHERE %2 IN (SELECT new_deer_id FROM herdbook.assignment WHERE batch_id = $1 "
                       "AND undo_outcome = 'restored') AND p.sighting_count IS NOT NULL "
                       "ON CONFLICT (batch_id, deer_id) DO UPDATE SET undo_old_count = excluded.undo_old_count")
            .arg(deployed->deer, deployed->deerId("p")),
        {batch});
    if (!before)
        return before.error();
    step(Step::Write);
    const Result<qint64> restored = connection.execute(
        QStringLiteral("UPDATE %1 d SET deer_id = a.old_deer_id FROM herdbook.assignment a "
                       "WHERE a.batch_id = $1 AND a.undo_outcome = 'restored' AND %2 = a.detection_id "
                       "AND %3 IS NOT DISTINCT FROM a.new_deer_id")
            .arg(deployed->detections, deployed->detectionId("d"), deployed->heldId("d")),
        {batch});
    if (!restored)
        return restored.error();
    // First, as triggers that wait for the commit may count; and again, as what counts may change rows.
    if (const Result<void> asBefore = restoreReview(connection, *deployed, batch); !asBefore)
        return asBefore.error();
    step(Step::Count);
    if (const Result<void> counted = countSightings(connection, *deployed, batch); !counted)
        return counted.error();
    if (const Result<void> asBefore = restoreReview(connection, *deployed, batch); !asBefore)
        return asBefore.error();
    const Result<void> done = commitAsPromised(connection, *transaction, *restored, kRestored, batch, step);
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<BatchRecord> recordOf(Postgres &connection, const QUuid &batch)
{
    Result<std::optional<BatchRecord>> record = findBatch(connection, batch);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorKind::NotFound, QStringLiteral("The journal has no such batch")};
    return std::move(**record);
}

/// Tells whose sighting count can't fall by as many rows as would go back. @param back rows by profile
Result<void> foreseeMiscounts(Postgres &connection, const Deployed &deployed, const QHash<QUuid, qint64> &back,
                              BatchRecord &record)
{
    return connection.each(
        QStringLiteral("SELECT n.new_deer_id, CAST(%3 AS text) AS name, "
                       "CAST(p.sighting_count AS bigint) AS sighting_count "
                       "FROM (SELECT DISTINCT new_deer_id FROM herdbook.assignment "
                       "WHERE batch_id = $1 AND outcome = 'written') n LEFT JOIN %1 p ON %2 = n.new_deer_id "
                       "ORDER BY name, n.new_deer_id")
            .arg(deployed.deer, deployed.deerId("p"), deployed.columns.value("deer", "name", "p")),
        {uuidText(record.id)}, [&](const Row &row) {
            const QUuid deer = row.uuid("new_deer_id");
            const qint64 rows = back.value(deer);
            if (rows == 0)
                return;
            if (row.isNull("sighting_count")) {
                record.miscounts.push_back({deer, row.text("name"), rows, {}, {}});
                return;
            }
            const qint64 count = row.integer("sighting_count");
            if (count < rows)
                record.miscounts.push_back({deer, row.text("name"), rows, static_cast<int>(count), 0});
        });
}

/// Compares the rows of a batch that isn't undone with what they hold now.
Result<BatchRecord> compare(Postgres &connection, const Deployed &deployed, BatchRecord record)
{
    if (const Result<void> fit = requireFit(connection, deployed); !fit)
        return fit.error();
    if (const Result<void> comparable = requireColumns(connection, deployed, uuidText(record.id)); !comparable)
        return comparable.error();
    QHash<QUuid, qint64> back;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT a.detection_id, a.new_deer_id, looked.outcome, looked.later, d.deer_id, "
                       "CAST(held.name AS text) AS name, d.reviewed_by, d.reviewed_at, a.described FROM %1 "
                       "ORDER BY a.detection_id")
            .arg(writtenRows(deployed, 1)
                     .replace(QStringLiteral("WHERE a.batch_id"),
                              QStringLiteral("LEFT JOIN %1 held ON held.id = d.deer_id WHERE a.batch_id")
                                  .arg(deployed.columns.deer()))),
        {uuidText(record.id)}, [&](const Row &row) -> Result<void> {
            const Result<RowState> outcome = rowStateFromText(row.text("outcome"));
            if (!outcome)
                return outcome.error();
            if (*outcome == RowState::Ready) {
                ++record.restored;
                ++back[row.uuid("new_deer_id")];
                return {};
            }
            record.undoConflicts.push_back({row.uuid("detection_id"), *outcome, row.uuid("new_deer_id"),
                                            row.uuid("deer_id"), row.text("name"), row.text("reviewed_by"),
                                            row.instant("reviewed_at"), row.uuid("later"), row.boolean("described")});
            return {};
        });
    if (!read)
        return read.error();
    if (const Result<void> foreseen = foreseeMiscounts(connection, deployed, back, record); !foreseen)
        return foreseen.error();
    record.compared = true;
    return record;
}

} // namespace

Result<BatchRecord> previewUndo(Postgres &connection, const QUuid &batch)
{
    if (const Result<void> trusted = requireTrust(connection); !trusted)
        return trusted.error();
    const Result<Deployed> deployed = findDeployed(connection);
    if (!deployed)
        return deployed.error();
    Result<BatchRecord> record = recordOf(connection, batch);
    if (!record || record->isUndone())
        return record;
    return patiently(connection, [&] { return compare(connection, *deployed, *record); });
}

Result<BatchRecord> undoBatch(Postgres &connection, const QUuid &batch, const QString &by, const std::stop_token &stop,
                              const StepListener &listener)
{
    const StepListener step = listener ? listener : [](Step) {};
    bool something = true;
    const Result<void> done = withRetries(
        connection,
        [&]() -> Result<void> {
            const Result<bool> attempt = attemptUndo(connection, uuidText(batch), by, step);
            something = attempt && *attempt;
            return attempt ? Result<void>() : Result<void>(attempt.error());
        },
        stop);
    if (!done)
        return done.error();
    return something ? recordOf(connection, batch) : previewUndo(connection, batch);
}

} // namespace herdbook::trial
