// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/faults.h"
#include "core/trial/batch/batchstatements.h"

#include <condition_variable>
#include <mutex>
#include <random>

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

namespace {

const auto kAdvisoryKey = QStringLiteral("4852444201"); // any number that nobody else uses

/// The lock of which $1 is the key, by halves: another program's may be negative, which is no bigint when it's put together.
const auto kJournalLock = QStringLiteral("(l.locktype = 'advisory' AND "
                                         "l.classid = CAST((CAST($1 AS bigint) >> 32) & 4294967295 AS pg_catalog.oid) "
                                         "AND l.objid = CAST(CAST($1 AS bigint) & 4294967295 AS pg_catalog.oid) "
                                         "AND l.objsubid = 1)");

/// Who else has held one of these locks for longest, in words; empty: nobody.
Result<QString> holderOf(Postgres &connection, const QString &locks, const QVariantList &values)
{
    QString words;
    const Result<void> read = connection.each(
        QStringLiteral(
            "SELECT coalesce(CAST(s.usename AS text), '?') AS usename, l.pid AS pid, "
            "coalesce(s.xact_start, s.backend_start) AS since, CASE WHEN l.locktype = 'advisory' THEN 'the journal' "
            "ELSE CAST(CAST(l.relation AS pg_catalog.regclass) AS text) END AS what "
            "FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity s ON s.pid = l.pid "
            "WHERE l.granted AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid() AND l.database = (SELECT oid FROM "
            "pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) AND (%1) ORDER BY since LIMIT 1")
            .arg(locks),
        values, [&](const Row &row) {
            const QDateTime since = row.instant("since"); // hidden from whoever may not see the other's sessions
            words = (since.isValid() ? QStringLiteral("%1 is in use by %2 (process %3) since %4 UTC")
                                     : QStringLiteral("%1 is in use by %2 (process %3)"))
                        .arg(row.text("what"), row.text("usename"))
                        .arg(row.integer("pid"));
            if (since.isValid())
                words = words.arg(since.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
            words[0] = words[0].toUpper();
        });
    return read ? Result<QString>(words) : Result<QString>(read.error());
}

/// Who holds what a batch needs: the advisory lock, or a lock on the tables that keeps writers away.
Result<QString> holder(Postgres &connection, const Deployed &deployed)
{
    QString images = deployed.columns.name(QStringLiteral("images"));
    if (images.isEmpty())
        images = deployed.deer;
    return holderOf(
        connection,
        kJournalLock +
            QStringLiteral(" OR (l.locktype = 'relation' AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', "
                           "'ExclusiveLock', 'AccessExclusiveLock') AND (l.relation = pg_catalog.to_regclass($2) "
                           "OR l.relation = pg_catalog.to_regclass($3) OR l.relation = pg_catalog.to_regclass($4) OR "
                           "l.relation IN (SELECT oid FROM pg_catalog.pg_class WHERE "
                           "relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'herdbook'))))"),
        {kAdvisoryKey, deployed.deer, deployed.detections, images});
}

/// @param last what ended the last attempt: with nobody in the way the server's words are the reason, a standby's recovery among others
Error gaveUp(Postgres &connection, const Error &last)
{
    const Result<Deployed> deployed = findDeployed(connection);
    const Result<QString> who = deployed ? holder(connection, *deployed) : Result<QString>(deployed.error());
    if (!who && who.error().kind != ErrorKind::Conflict)
        return who.error();
    QString why = last.message;
    if (who && !who->isEmpty())
        why = *who;
    else if (why.startsWith(faultOfServer("55P03", {}).message)) // whose locks on rows are the server doesn't tell
        why = QStringLiteral("Somebody else is changing the same rows (%1)").arg(why);
    return {ErrorKind::Conflict, why + QStringLiteral("; nothing was written, try again")};
}

/// Shorter than the server takes to look for deadlocks, so that nobody is ever made a victim because of this wait.
const auto kWaitShortly = QStringLiteral("pg_catalog.set_config('lock_timeout', CAST(greatest(1, least(200, "
                                         "CAST(setting AS bigint) / 2)) AS text), true)");
const auto kFromDeadlockTimeout = QStringLiteral("FROM pg_catalog.pg_settings WHERE name = 'deadlock_timeout'");

} // namespace

Result<QString> whoWrites(Postgres &connection)
{
    return holderOf(connection, kJournalLock, {kAdvisoryKey});
}

Result<void> beginWriting(Postgres &connection)
{
    if (Result<void> trusted = requireTrust(connection); !trusted)
        return trusted;
    // Functions and operators are pg_catalog's; public stays in the path for triggers of the deployed system.
    const Result<qint64> set = singleNumber(
        connection, QStringLiteral("SELECT count(*) AS value FROM (SELECT %1, pg_catalog.set_config('search_path', "
                                   "'pg_catalog, public, pg_temp', true) %2 OFFSET 0) done")
                        .arg(kWaitShortly, kFromDeadlockTimeout));
    if (!set)
        return set.error();
    const Result<qint64> locked = singleNumber(
        connection,
        QStringLiteral("SELECT CASE WHEN pg_catalog.pg_try_advisory_xact_lock(%1) THEN 1 ELSE 0 END AS value")
            .arg(kAdvisoryKey));
    if (!locked)
        return locked.error();
    if (*locked != 1)
        return Error{ErrorKind::Conflict, QStringLiteral("The journal is in use")};
    return {};
}

Result<OpenedWrite> openWrite(Postgres &connection, const StepListener &step)
{
    step(Step::Begin);
    Result<Deployed> deployed = findDeployed(connection);
    if (!deployed)
        return deployed.error();
    Result<storage::Transaction> transaction = storage::Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    step(Step::Serialize);
    if (const Result<void> alone = beginWriting(connection); !alone)
        return alone.error();
    if (const Result<void> known = requireWritableVersion(connection); !known)
        return known.error();
    if (const Result<void> fit = requireFit(connection, *deployed); !fit)
        return fit.error();
    return OpenedWrite{std::move(*deployed), std::move(*transaction)};
}

Result<void> withRetries(Postgres &connection, const std::function<Result<void>()> &attempt,
                         const std::stop_token &stop)
{
    using namespace std::chrono_literals;
    std::minstd_rand random(std::random_device{}()); // two programs that collide must not keep step
    auto pause = 10ms;
    const auto giveUp = std::chrono::steady_clock::now() + kPatience;
    if (stop.stop_possible())
        connection.stopOn(stop);
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled; nothing was written")};
        Result<void> done = attempt();
        if (done || done.error().kind != ErrorKind::Conflict)
            return done;
        if (std::chrono::steady_clock::now() >= giveUp)
            return gaveUp(connection, done.error());
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, stop, pause + std::chrono::milliseconds(random() % 10),
                                               [] { return false; });
        pause = std::min<std::chrono::milliseconds>(pause * 2, 200ms);
    }
}

Result<void> readPatiently(Postgres &connection, const std::function<Result<void>()> &read)
{
    return withRetries(connection,
                       [&]() -> Result<void> {
                           const Result<storage::Transaction> snapshot =
                               storage::Transaction::begin(connection, storage::Transaction::Mode::ReadOnlySnapshot);
                           if (!snapshot)
                               return snapshot.error();
                           const Result<qint64> set = singleNumber(
                               connection, QStringLiteral("SELECT count(*) AS value FROM (SELECT %1 %2 OFFSET 0) done")
                                               .arg(kWaitShortly, kFromDeadlockTimeout));
                           if (!set)
                               return set.error();
                           return read();
                       },
                       {});
}

} // namespace herdbook::trial
