// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/schema.h"

#include "core/trial/batch/batchstatements.h"

#include <QFile>

static void loadScripts()
{
    Q_INIT_RESOURCE(sql);
}

namespace herdbook::trial {

using storage::Postgres;
using storage::Transaction;

Result<int> schemaVersion(Postgres &connection)
{
    const Result<qint64> there = singleNumber(
        connection, QStringLiteral("SELECT count(*) AS value FROM pg_catalog.pg_namespace WHERE nspname = 'herdbook'"));
    if (!there)
        return there.error();
    if (*there == 0)
        return 0;
    const Result<qint64> table = singleNumber(
        connection,
        QStringLiteral("SELECT count(*) AS value FROM pg_catalog.pg_class WHERE relname = 'version' AND relnamespace = "
                       "(SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'herdbook')"));
    if (!table)
        return table.error();
    if (*table == 0)
        return Error{ErrorKind::Conflict, QStringLiteral("The database has a schema 'herdbook' that isn't Herdbook's")};
    if (const Result<void> trusted = requireTrust(connection); !trusted)
        return trusted.error();
    const Result<qint64> version =
        singleNumber(connection, QStringLiteral("SELECT coalesce(max(version), 0) AS value FROM herdbook.version"));
    if (!version)
        return version.error();
    return static_cast<int>(*version);
}

QString migrationSql(int from, int to)
{
    loadScripts();
    QStringList parts;
    const auto add = [&](int version, QLatin1String direction) {
        QFile file(QStringLiteral(":/sql/herdbook-%1-%2.sql").arg(version).arg(direction));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        if (opened)
            parts << QString::fromUtf8(file.readAll());
    };
    for (int version = from + 1; version <= to; ++version)
        add(version, QLatin1String("up"));
    for (int version = from; version > to; --version)
        add(version, QLatin1String("down"));
    return parts.join(u'\n');
}

namespace {

Result<void> attemptMigration(Postgres &connection, int from, int to, std::optional<qint64> notUndone)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    if (const Result<void> alone = beginWriting(connection); !alone)
        return alone.error();
    const Result<int> version = ownVersion(connection);
    if (!version)
        return version.error();
    if (*version != from)
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("Schema 'herdbook' is at version %1 by now, not %2; look again").arg(*version).arg(from)};
    if (notUndone && from >= kJournalSince && to < kJournalSince) {
        const Result<qint64> now = assignmentsNotUndone(connection);
        if (!now)
            return now.error();
        if (*now != *notUndone)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("The journal holds %1 rows not undone by now, not %2; look again")
                             .arg(*now)
                             .arg(*notUndone)};
    }
    if (from != to) {
        if (const Result<void> done = connection.runScript(migrationSql(from, to)); !done)
            return done.error();
    }
    return transaction->commit();
}

} // namespace

Result<void> migrateSchema(Postgres &connection, int from, int to, const std::stop_token &stop,
                           std::optional<qint64> notUndone)
{
    if (from < 0 || to < 0 || from > kSchemaVersion || to > kSchemaVersion)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("Schema 'herdbook' has no version %1").arg(qMax(from, to))};
    bool another = false; // the version found, which no trying again changes
    Result<void> done = withRetries(
        connection,
        [&] {
            Result<void> once = attemptMigration(connection, from, to, notUndone);
            another = !once && once.error().kind == ErrorKind::InvalidInput;
            return once;
        },
        stop);
    if (!done && another)
        return Error{ErrorKind::Conflict, done.error().message};
    return done;
}

Result<qint64> assignmentsNotUndone(Postgres &connection)
{
    return singleNumber(
        connection, QStringLiteral("SELECT count(*) AS value FROM herdbook.assignment WHERE outcome = 'written' AND "
                                   "undo_outcome IS NULL"));
}

} // namespace herdbook::trial
