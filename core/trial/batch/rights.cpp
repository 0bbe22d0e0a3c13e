// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/rights.h"

#include "core/trial/batch/batchstatements.h"

namespace herdbook::trial {

namespace {

struct Need
{
    QLatin1String table;
    QLatin1String column; ///< empty: the whole table
    QLatin1String right;
};

/// Everything a batch reads and writes.
const Need needs[]{
    {QLatin1String("detections"), QLatin1String("deer_id"), QLatin1String("UPDATE")},
    {QLatin1String("detections"), {}, QLatin1String("SELECT")},
    {QLatin1String("deer"), QLatin1String("sighting_count"), QLatin1String("UPDATE")},
    {QLatin1String("deer"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.version"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.batch"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.batch"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.batch"), {}, QLatin1String("UPDATE")},
    {QLatin1String("herdbook.assignment"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.assignment"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.assignment"), {}, QLatin1String("UPDATE")},
    {QLatin1String("herdbook.sighting"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.sighting"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.sighting"), {}, QLatin1String("UPDATE")},
};

/// Everything that trials in the journal read and write.
const Need trialNeeds[]{
    {QLatin1String("herdbook.trial"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.trial"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.answer"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.answer"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.pool"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.pool"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.certificate"), {}, QLatin1String("SELECT")},
    {QLatin1String("herdbook.certificate"), {}, QLatin1String("INSERT")},
    {QLatin1String("herdbook.certificate"), {}, QLatin1String("UPDATE")},
};

/// A table that an older version of the schema hasn't got yet is no missing right.
Result<bool> holds(storage::Postgres &connection, const Need &need)
{
    const QString table = QStringLiteral("pg_catalog.to_regclass($1)");
    const Result<qint64> held =
        need.column.isEmpty()
            ? singleNumber(connection,
                           QStringLiteral("SELECT CASE WHEN pg_catalog.has_table_privilege(%1, CAST($2 AS text)) "
                                          "IS FALSE THEN 0 ELSE 1 END AS value")
                               .arg(table),
                           {QString(need.table), QString(need.right)})
            : singleNumber(connection,
                           QStringLiteral("SELECT CASE WHEN pg_catalog.has_column_privilege(%1, CAST($2 AS text), "
                                          "CAST($3 AS text)) IS FALSE THEN 0 ELSE 1 END AS value")
                               .arg(table),
                           {QString(need.table), QString(need.column), QString(need.right)});
    return held ? Result<bool>(*held == 1) : Result<bool>(held.error());
}

/// As an SQL identifier.
QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

Result<Rights> inspectOnce(storage::Postgres &connection)
{
    Rights rights;
    bool schemaThere = false;
    bool mayUse = false;
    const Result<void> self = connection.each(
        QStringLiteral("SELECT CAST(current_user AS text) AS role, pg_catalog.has_database_privilege("
                       "pg_catalog.current_database(), 'CREATE') AS creates, n.oid IS NOT NULL AS there, "
                       "pg_catalog.pg_is_in_recovery() OR CAST(pg_catalog.current_setting("
                       "'default_transaction_read_only') AS boolean) AS standing, "
                       "coalesce(pg_catalog.has_schema_privilege(n.oid, 'USAGE'), true) AS uses "
                       "FROM (SELECT 1) one LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = 'herdbook'"),
        {}, [&](const storage::Row &row) {
            rights.role = row.text("role");
            rights.mayCreateSchema = row.boolean("creates");
            rights.readOnlyServer = row.boolean("standing");
            schemaThere = row.boolean("there");
            mayUse = row.boolean("uses");
        });
    if (!self)
        return self.error();
    const Result<QString> untrusted = whyUntrusted(connection);
    if (!untrusted)
        return untrusted.error();
    rights.untrusted = *untrusted;
    if (!rights.untrusted.isEmpty())
        return rights; // nothing of it is read
    QStringList grants;
    const QString role = quoted(rights.role);
    if (schemaThere && !mayUse) {
        // Without it not even the version can be read: nothing inside the schema can be said.
        rights.readable = false;
        rights.missing << QStringLiteral("USAGE on schema herdbook");
        rights.grants = QStringLiteral("GRANT USAGE ON SCHEMA herdbook TO %1;\n"
                                       "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA herdbook TO %1;\n")
                            .arg(role);
        return rights;
    }
    const Result<Deployed> deployed = findDeployed(connection);
    if (const Result<void> fit = deployed ? requireForm(connection, *deployed) : Result<void>(deployed.error()); !fit) {
        if (fit.error().kind == ErrorKind::Denied)
            rights.missing << QStringLiteral("BYPASSRLS, as row security may hide rows");
        else if (fit.error().kind == ErrorKind::Corrupt)
            rights.unfit = fit.error().message;
        else
            return fit.error();
    }
    // Asked for, not tried: a statement that fails would end this transaction.
    const Result<bool> readable = holds(connection, {QLatin1String("herdbook.version"), {}, QLatin1String("SELECT")});
    if (!readable)
        return readable.error();
    rights.readable = *readable;
    if (rights.readable) {
        const Result<int> version = ownVersion(connection);
        if (!version)
            return version.error();
        rights.schemaVersion = *version;
    }
    for (const Need &need : needs) {
        const bool ours = need.table.startsWith(QLatin1String("herdbook."));
        if (ours ? !schemaThere : !rights.unfit.isEmpty()) // what isn't there has no rights
            continue;
        const Result<bool> held = holds(connection, need);
        if (!held)
            return held.error();
        if (*held)
            continue;
        const QString what =
            need.column.isEmpty() ? QString(need.right) : QStringLiteral("%1 (%2)").arg(need.right, need.column);
        rights.missing << QStringLiteral("%1 on %2").arg(what, need.table);
        grants << QStringLiteral("GRANT %1 ON %2 TO %3;").arg(what, need.table, role);
    }
    if (rights.missing.isEmpty() && rights.unfit.isEmpty()) { // the ids may be read
        const Result<void> ids = deployed->columns.checkIds(connection);
        if (!ids && ids.error().kind != ErrorKind::Corrupt)
            return ids.error();
        if (!ids)
            rights.unfit = ids.error().message;
    }
    if (!grants.isEmpty())
        rights.grants = grants.join(u'\n') + u'\n';
    return rights;
}

} // namespace

Result<Rights> inspectRights(storage::Postgres &connection)
{
    return patiently(connection, [&] { return inspectOnce(connection); });
}

Result<QStringList> missingForTrials(storage::Postgres &connection)
{
    QStringList missing;
    for (const Need &need : trialNeeds) {
        const Result<bool> held = holds(connection, need);
        if (!held)
            return held.error();
        if (!*held)
            missing << QStringLiteral("%1 on %2").arg(need.right, need.table);
    }
    return missing;
}

} // namespace herdbook::trial
