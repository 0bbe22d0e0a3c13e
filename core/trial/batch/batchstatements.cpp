// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"
#include "core/trial/batch/schema.h"

#include <QHash>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

Result<QString> singleText(Postgres &connection, const QString &sql, const QVariantList &values)
{
    QString value;
    bool first = true;
    const Result<void> read = connection.each(sql, values, [&](const Row &row) {
        if (first)
            value = row.text("value");
        first = false;
    });
    return read ? Result<QString>(value) : Result<QString>(read.error());
}

Result<qint64> singleNumber(Postgres &connection, const QString &sql, const QVariantList &values)
{
    qint64 value = 0;
    const Result<void> read = connection.each(sql, values, [&](const Row &row) { value = row.integer("value"); });
    return read ? Result<qint64>(value) : Result<qint64>(read.error());
}

QString uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString uuidArray(const std::vector<QUuid> &ids)
{
    QStringList parts;
    parts.reserve(static_cast<qsizetype>(ids.size()));
    for (const QUuid &id : ids)
        parts << uuidText(id);
    return u'{' + parts.join(u',') + u'}';
}

namespace {

/// The sort key that puts a later batch after an earlier one, as SQL. Batches from before version 4 are ordered by time, because the upgrade
/// may have numbered them in another order.
QString orderOf(QLatin1String batch)
{
    return QStringLiteral("CASE WHEN %1.applied_at < (SELECT installed_at FROM herdbook.version WHERE version = 4) "
                          "THEN 0 ELSE %1.ordinal END, %1.applied_at, %1.ordinal")
        .arg(batch);
}

/// The columns a person's decision changes, of the deployment's detection `one`.
QString reviewColumns(const Deployed &deployed)
{
    return QStringLiteral("%1 AS is_reviewed, %2 AS reviewed_by, %3 AS reviewed_at, %4 AS corrected")
        .arg(deployed.noted(QLatin1String("is_reviewed"), "one"), deployed.noted(QLatin1String("reviewed_by"), "one"),
             deployed.noted(QLatin1String("reviewed_at"), "one"),
             deployed.noted(QLatin1String("corrected_classification"), "one"));
}

} // namespace

QString wantedRows(const Deployed &deployed, int first)
{
    const auto value = [&](const char *column) { return deployed.columns.value("detections", column, "one"); };
    return QStringLiteral("unnest(CAST($%1 AS uuid[]), CAST($%2 AS uuid[])) WITH ORDINALITY "
                          "AS wanted (detection, deer, place) "
                          "LEFT JOIN LATERAL (SELECT %3 AS id, %4 AS deer_id, %5 AS image_id, %6 AS valid, "
                          "%7 AS duplicate, coalesce(%8, %9) AS class, %10 FROM %11 one WHERE %3 = wanted.detection) d "
                          "ON true LEFT JOIN %12 p ON %13 = wanted.deer "
                          "CROSS JOIN LATERAL (SELECT CASE WHEN d.id IS NULL THEN 'deleted' "
                          "WHEN d.deer_id IS NOT NULL THEN 'changed' WHEN p.id IS NULL THEN 'profile gone' "
                          "WHEN NOT d.valid THEN 'invalid' WHEN d.duplicate THEN 'duplicate' "
                          "WHEN CASE WHEN d.class IN ('mature', 'mid', 'young') THEN 'buck' ELSE d.class END "
                          "= %14 THEN 'written' ELSE 'other sex' END AS outcome) looked")
        .arg(first)
        .arg(first + 1)
        .arg(value("id"), value("deer_id"), value("image_id"), value("is_valid"), value("is_duplicate"))
        .arg(value("corrected_classification"), value("classification"), reviewColumns(deployed), deployed.detections,
             deployed.deer, deployed.deerId("p"), deployed.columns.value("deer", "sex", "p"));
}

QString writtenRows(const Deployed &deployed, int batch)
{
    // A later batch writes only what is unassigned: a row that one wrote, undone since or not, and that holds this batch's profile all the
    // same was given it anew.
    return QStringLiteral(
               "herdbook.assignment a JOIN herdbook.batch b ON b.id = a.batch_id "
               "LEFT JOIN LATERAL (SELECT %1 AS id, %2 AS deer_id, %3 FROM %4 one "
               "WHERE %1 = a.detection_id) d ON true "
               "LEFT JOIN LATERAL (SELECT other.id FROM herdbook.assignment x JOIN herdbook.batch other "
               "ON other.id = x.batch_id WHERE x.detection_id = a.detection_id AND x.outcome = 'written' "
               "AND x.undo_outcome IS DISTINCT FROM 'restored' AND other.undone_at IS NULL AND (%5) > (%6) "
               "ORDER BY ROW(%5) DESC LIMIT 1) later ON true "
               "CROSS JOIN LATERAL (SELECT CASE WHEN d.id IS NULL THEN 'deleted' "
               "WHEN d.deer_id IS DISTINCT FROM a.new_deer_id THEN 'changed' "
               "WHEN later.id IS NOT NULL THEN 'later batch' "
               "WHEN EXISTS (SELECT FROM herdbook.assignment x JOIN herdbook.batch other ON other.id = x.batch_id "
               "WHERE x.detection_id = a.detection_id AND x.outcome = 'written' AND (%5) > (%6)) THEN 'changed' "
               "WHEN a.described AND (coalesce(d.is_reviewed, false), d.reviewed_by, d.reviewed_at, d.corrected) "
               "IS DISTINCT FROM (coalesce(a.new_is_reviewed, false), a.new_reviewed_by, a.new_reviewed_at, "
               "a.new_corrected_classification) "
               "THEN 'reviewed' WHEN NOT a.described AND (d.is_reviewed OR d.reviewed_at IS NOT NULL "
               "OR d.corrected IS NOT NULL) THEN 'reviewed' "
               "ELSE 'restored' END AS outcome, later.id AS later) looked "
               "WHERE a.batch_id = $%7 AND a.outcome = 'written'")
        .arg(deployed.detectionId("one"), deployed.heldId("one"), reviewColumns(deployed), deployed.detections,
             orderOf(QLatin1String("other")), orderOf(QLatin1String("b")))
        .arg(batch);
}

Result<RowState> rowStateFromText(const QString &outcome)
{
    static const QHash<QString, RowState> states{{QStringLiteral("written"), RowState::Ready},
                                                 {QStringLiteral("restored"), RowState::Ready},
                                                 {QStringLiteral("changed"), RowState::Changed},
                                                 {QStringLiteral("deleted"), RowState::Deleted},
                                                 {QStringLiteral("profile gone"), RowState::ProfileGone},
                                                 {QStringLiteral("invalid"), RowState::Invalid},
                                                 {QStringLiteral("duplicate"), RowState::Duplicate},
                                                 {QStringLiteral("other sex"), RowState::OtherSex},
                                                 {QStringLiteral("reviewed"), RowState::Reviewed},
                                                 {QStringLiteral("later batch"), RowState::LaterBatch}};
    const auto known = states.constFind(outcome);
    if (known == states.constEnd())
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("The journal says \"%1\" of a row, which this Herdbook doesn't know").arg(outcome)};
    return *known;
}

Result<int> ownVersion(Postgres &connection)
{
    Result<int> version = schemaVersion(connection);
    if (!version && version.error().kind == ErrorKind::Conflict && !version.error().passing)
        return Error{ErrorKind::InvalidInput, version.error().message};
    return version;
}

Result<void> requireWritableVersion(Postgres &connection)
{
    const Result<int> version = ownVersion(connection);
    if (!version)
        return version.error();
    if (*version < kAppliesSince || *version > kSchemaVersion)
        return Error{ErrorKind::InvalidInput,
                     *version == 0 ? QStringLiteral("The database has no journal; nothing was written")
                                   : QStringLiteral("The journal is at version %1, this Herdbook writes version %2; "
                                                    "nothing was written")
                                         .arg(*version)
                                         .arg(kSchemaVersion)};
    return {};
}

Result<void> lockRows(Postgres &connection, const QString &table, const QString &id, const std::vector<QUuid> &ids)
{
    // Counting makes the server take every lock before it answers.
    const Result<qint64> locked =
        singleNumber(connection,
                     QStringLiteral("SELECT count(*) AS value FROM (SELECT one.id FROM %1 one WHERE %2 = "
                                    "ANY(CAST($1 AS uuid[])) ORDER BY one.id FOR NO KEY UPDATE NOWAIT) locked")
                         .arg(table, id),
                     {uuidArray(ids)});
    return locked ? Result<void>() : Result<void>(locked.error());
}

Result<void> lockBoth(Postgres &connection, const Deployed &deployed, const std::vector<QUuid> &profiles,
                      const std::vector<QUuid> &detections, const StepListener &step)
{
    step(Step::LockProfiles);
    if (Result<void> locked = lockRows(connection, deployed.deer, deployed.deerId("one"), profiles); !locked)
        return locked;
    step(Step::LockRows);
    return lockRows(connection, deployed.detections, deployed.detectionId("one"), detections);
}

Result<void> commitAsPromised(Postgres &connection, storage::Transaction &transaction, qint64 done,
                              const QString &promiseSql, const QString &batch, const StepListener &step)
{
    step(Step::Close);
    const Result<qint64> promised = singleNumber(connection, promiseSql, {batch});
    if (!promised)
        return promised.error();
    if (*promised != done)
        return Error{ErrorKind::Internal,
                     QStringLiteral("The database wrote %1 of %2 rows; nothing was kept").arg(done).arg(*promised)};
    step(Step::Commit);
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    step(Step::Committed);
    return {};
}

} // namespace herdbook::trial
