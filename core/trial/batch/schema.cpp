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
    const Result<QVariant> there =
        singleValue(connection, QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'"));
    if (!there)
        return there.error();
    if (there->toInt() == 0)
        return 0;
    const Result<QVariant> table = singleValue(
        connection, QStringLiteral("SELECT count(*) FROM pg_class WHERE relname = 'version' AND "
                                   "relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'herdbook')"));
    if (!table)
        return table.error();
    if (table->toInt() == 0)
        return Error{ErrorKind::Conflict, QStringLiteral("The database has a schema 'herdbook' that isn't Herdbook's")};
    const Result<QVariant> version =
        singleValue(connection, QStringLiteral("SELECT coalesce(max(version), 0) FROM herdbook.version"));
    if (!version)
        return version.error();
    return version->toInt();
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

Result<void> migrateSchema(Postgres &connection, int from, int to)
{
    if (from < 0 || to < 0 || from > kSchemaVersion || to > kSchemaVersion)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("Schema 'herdbook' has no version %1").arg(qMax(from, to))};
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    if (const Result<void> alone = lockBatches(connection); !alone)
        return alone.error();
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version != from)
        return Error{
            ErrorKind::Conflict,
            QStringLiteral("Schema 'herdbook' is at version %1 by now, not %2; look again").arg(*version).arg(from)};
    if (from != to) {
        if (const Result<void> done = connection.runScript(migrationSql(from, to)); !done)
            return done.error();
    }
    return transaction->commit();
}

Result<qint64> assignmentsNotUndone(Postgres &connection)
{
    const Result<QVariant> count =
        singleValue(connection, QStringLiteral("SELECT count(*) FROM herdbook.assignment WHERE outcome = 'written' AND "
                                               "undo_outcome IS NULL"));
    if (!count)
        return count.error();
    return count->toLongLong();
}

} // namespace herdbook::trial
