// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/batchstatements.h"

#include <QHash>
#include <QSqlError>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>

namespace herdbook::trial {

using storage::Postgres;

namespace {

constexpr auto kAdvisoryKey = "4852444201"; // any number that nobody else uses

/// Counting makes the server take every lock before the first row arrives; a query read row by row would report a lock
/// that isn't to be had too late.
Result<void> lockAll(Postgres &connection, const QString &table, const std::vector<QUuid> &ids)
{
    const Result<QVariant> locked =
        singleValue(connection,
                    QStringLiteral("SELECT count(*) FROM (SELECT id FROM %1 WHERE id = ANY(CAST(? AS uuid[])) "
                                   "ORDER BY id FOR NO KEY UPDATE NOWAIT) locked")
                        .arg(table),
                    {uuidArray(ids)});
    return locked ? Result<void>() : Result<void>(locked.error());
}

} // namespace

Result<QVariant> singleValue(Postgres &connection, const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery> query = connection.query(sql, values);
    if (!query)
        return query.error();
    return query->next() ? query->value(0) : QVariant();
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

Result<void> lockBatches(Postgres &connection)
{
    const Result<QSqlQuery> locked =
        connection.query(QStringLiteral("SELECT pg_advisory_xact_lock(%1)").arg(QLatin1String(kAdvisoryKey)));
    return locked ? Result<void>() : Result<void>(locked.error());
}

Result<void> lockDetections(Postgres &connection, const std::vector<QUuid> &ids)
{
    return lockAll(connection, QStringLiteral("detections"), ids);
}

Result<void> lockDeer(Postgres &connection, const std::vector<QUuid> &ids)
{
    return lockAll(connection, QStringLiteral("deer"), ids);
}

Result<void> readToEnd(const QSqlQuery &query)
{
    if (!query.lastError().isValid())
        return {};
    return Error{ErrorKind::Unreachable, QStringLiteral("The connection to PostgreSQL was lost while reading")};
}

Result<void> recountSightings(Postgres &connection, const std::vector<QUuid> &deer)
{
    const Result<qint64> done = connection.execute(
        QStringLiteral(
            "UPDATE deer SET sighting_count = counted.n FROM (SELECT p.id, (SELECT count(*) FROM detections d "
            "WHERE d.deer_id = p.id) AS n FROM deer p WHERE p.id = ANY(CAST(? AS uuid[]))) counted "
            "WHERE deer.id = counted.id AND deer.sighting_count IS DISTINCT FROM counted.n"),
        {uuidArray(deer)});
    return done ? Result<void>() : Result<void>(done.error());
}

QString wantedRows()
{
    // A name that the inner query's table doesn't have means the outer one of `absent`.
    return QStringLiteral(
        "unnest(CAST(? AS uuid[]), CAST(? AS uuid[])) WITH ORDINALITY AS wanted (detection, deer, place) "
        "CROSS JOIN (SELECT true AS is_valid, false AS is_duplicate, NULL::text AS corrected_classification) absent "
        "LEFT JOIN LATERAL (SELECT one.id, one.deer_id, one.image_id, coalesce(is_valid, true) AS valid, "
        "coalesce(is_duplicate, false) AS duplicate, coalesce(corrected_classification, one.classification) AS class "
        "FROM detections one WHERE one.id = wanted.detection) d ON true "
        "LEFT JOIN deer p ON p.id = wanted.deer "
        "CROSS JOIN LATERAL (SELECT CASE WHEN d.id IS NULL THEN 'deleted' WHEN d.deer_id IS NOT NULL THEN 'changed' "
        "WHEN p.id IS NULL THEN 'profile gone' WHEN NOT d.valid THEN 'invalid' WHEN d.duplicate THEN 'duplicate' "
        "WHEN CASE WHEN d.class IN ('mature', 'mid', 'young') THEN 'buck' ELSE d.class END "
        "IS DISTINCT FROM p.sex::text THEN 'other sex' ELSE 'written' END AS outcome) looked");
}

RowState rowStateFromText(const QString &outcome)
{
    static const QHash<QString, RowState> states{
        {QStringLiteral("changed"), RowState::Changed},          {QStringLiteral("deleted"), RowState::Deleted},
        {QStringLiteral("profile gone"), RowState::ProfileGone}, {QStringLiteral("invalid"), RowState::Invalid},
        {QStringLiteral("duplicate"), RowState::Duplicate},      {QStringLiteral("other sex"), RowState::OtherSex}};
    return states.value(outcome, RowState::Ready);
}

Result<void> commitAsPromised(Postgres &connection, storage::Transaction &transaction, qint64 done,
                              const QString &promiseSql, const QString &batch, const StepListener &step)
{
    step(Step::Close);
    const Result<QVariant> promised = singleValue(connection, promiseSql, {batch});
    if (!promised)
        return promised.error();
    if (promised->toLongLong() != done)
        return Error{
            ErrorKind::Internal,
            QStringLiteral("The database wrote %1 of %2 rows; nothing was kept").arg(done).arg(promised->toLongLong())};
    step(Step::Commit);
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    step(Step::Committed);
    return {};
}

Result<void> withRetries(const std::function<Result<void>()> &attempt, const std::stop_token &stop)
{
    using namespace std::chrono_literals;
    std::minstd_rand random(std::random_device{}()); // two programs that collide must not keep step
    auto pause = 10ms;
    const auto giveUp = std::chrono::steady_clock::now() + 3s;
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled; nothing was written")};
        Result<void> done = attempt();
        if (done || done.error().kind != ErrorKind::Conflict)
            return done;
        if (std::chrono::steady_clock::now() >= giveUp)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("Somebody else keeps changing the same rows; nothing was written, try again")};
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, stop, pause + std::chrono::milliseconds(random() % 10),
                                               [] { return false; });
        pause = std::min<std::chrono::milliseconds>(pause * 2, 200ms);
    }
}

} // namespace herdbook::trial
