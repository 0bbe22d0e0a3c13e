// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/deployed.h"

namespace herdbook::trial {

using storage::Postgres;
using storage::Row;

namespace {

// A superuser counts as a member of every role for pg_has_role(): whose he really is is asked of the catalog.
const auto untrusted = QStringLiteral(R"(
WITH RECURSIVE mine (role) AS (
    SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user
    UNION SELECT m.roleid FROM pg_catalog.pg_auth_members m JOIN mine ON m.member = mine.role),
  trusted AS (SELECT role FROM mine UNION SELECT oid FROM pg_catalog.pg_roles WHERE rolsuper
    UNION SELECT datdba FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()),
  home AS (SELECT oid, nspowner FROM pg_catalog.pg_namespace WHERE nspname = 'herdbook'),
  tables AS (SELECT c.oid, c.relname, c.relowner, c.relkind, c.relrowsecurity FROM pg_catalog.pg_class c
    JOIN home ON home.oid = c.relnamespace WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p')),
  problems (rank, problem) AS (
    SELECT 1, 'it belongs to the role ' || pg_catalog.pg_get_userbyid(nspowner) FROM home
      WHERE nspowner NOT IN (SELECT role FROM trusted)
    UNION ALL SELECT 2, 'its table ' || relname || ' belongs to the role ' || pg_catalog.pg_get_userbyid(relowner)
      FROM tables WHERE relowner NOT IN (SELECT role FROM trusted)
    UNION ALL SELECT 3, relname || ' is not a plain table' FROM tables WHERE relkind <> 'r' AND relname IN
      ('version', 'batch', 'assignment', 'sighting', 'trial', 'answer', 'pool', 'certificate')
    UNION ALL SELECT 4, 'its table ' || t.relname || ' has the trigger ' || g.tgname || ' of the role ' ||
      pg_catalog.pg_get_userbyid(f.proowner) FROM tables t JOIN pg_catalog.pg_trigger g ON g.tgrelid = t.oid
      JOIN pg_catalog.pg_proc f ON f.oid = g.tgfoid
      WHERE NOT g.tgisinternal AND f.proowner NOT IN (SELECT role FROM trusted)
    UNION ALL SELECT 5, 'its table ' || t.relname || ' has the rule ' || r.rulename
      FROM tables t JOIN pg_catalog.pg_rewrite r ON r.ev_class = t.oid WHERE t.relkind = 'r'
    UNION ALL SELECT 6, 'its table ' || relname || ' has row security' FROM tables WHERE relrowsecurity)
SELECT problem FROM problems ORDER BY rank, problem LIMIT 1)");

} // namespace

QString Deployed::noted(QLatin1String column, const char *alias) const
{
    const QString type = columns.type(QStringLiteral("detections"), column);
    const QString value = QStringLiteral("%1.%2").arg(QLatin1String(alias), column);
    if (type.isEmpty())
        return column == QLatin1String("is_reviewed")   ? QStringLiteral("NULL::boolean")
               : column == QLatin1String("reviewed_at") ? QStringLiteral("NULL::timestamptz")
                                                        : QStringLiteral("NULL::text");
    if (type == QLatin1String("timestamp"))
        return QStringLiteral("timezone('UTC', %1)").arg(value);
    return type == QLatin1String("bool") || type == QLatin1String("timestamptz") ? value : value + u"::text";
}

QString Deployed::stored(QLatin1String column, const QString &value) const
{
    if (columns.type(QStringLiteral("detections"), column) == QLatin1String("timestamp"))
        return QStringLiteral("timezone('UTC', %1)").arg(value);
    return casts.contains(column) ? QStringLiteral("CAST(%1 AS %2)").arg(value, casts.value(column)) : value;
}

Result<Deployed> findDeployed(Postgres &connection)
{
    Result<storage::Columns> columns = storage::Columns::probe(connection, storage::Columns::Use::Batches);
    if (!columns)
        return columns.error();
    Deployed found{*std::move(columns), {}, {}, {}, {}, {}};
    found.detections = found.columns.name(QStringLiteral("detections"));
    found.deer = found.columns.name(QStringLiteral("deer"));
    const Result<void> read = connection.each(
        QStringLiteral(
            "SELECT CAST(a.attname AS text) AS name, a.attgenerated <> '' AS generated, a.attnotnull, "
            "CASE WHEN t.typcategory = 'E' THEN pg_catalog.format('%I.%I', n.nspname, t.typname) END AS cast "
            "FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid "
            "JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
            "WHERE a.attrelid = pg_catalog.to_regclass($1) AND a.attname IN ('is_reviewed', 'reviewed_by', "
            "'reviewed_at', 'corrected_classification')"),
        {found.detections}, [&](const Row &row) {
            if (row.boolean("generated"))
                found.generated << row.text("name");
            if (row.boolean("attnotnull"))
                found.notNull << row.text("name");
            if (!row.isNull("cast"))
                found.casts.insert(row.text("name"), row.text("cast"));
        });
    return read ? Result<Deployed>(std::move(found)) : Result<Deployed>(read.error());
}

Result<void> requireForm(Postgres &connection, const Deployed &deployed)
{
    for (const QString &one : {QStringLiteral("detections"), QStringLiteral("deer")}) {
        if (!deployed.columns.isTable(one))
            return Error{
                ErrorKind::Corrupt,
                QStringLiteral("%1 is a view or a foreign table, into which no batch can be written; accepted: "
                               "a table")
                    .arg(deployed.columns.name(one))};
    }
    QString table;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT one.name FROM (VALUES (CAST($1 AS text)), (CAST($2 AS text))) one (name) "
                       "WHERE pg_catalog.row_security_active(pg_catalog.to_regclass(one.name)) ORDER BY one.name"),
        {deployed.detections, deployed.deer}, [&](const Row &row) { table = row.text("name"); });
    if (!read)
        return read.error();
    if (!table.isEmpty())
        return Error{ErrorKind::Denied,
                     QStringLiteral("Row security on %1 may hide rows from this role, and a hidden row looks like a "
                                    "deleted one; use a role that sees all of them (BYPASSRLS)")
                         .arg(table)};
    return {};
}

Result<void> requireFit(Postgres &connection, const Deployed &deployed)
{
    const Result<void> form = requireForm(connection, deployed);
    return form ? deployed.columns.checkIds(connection) : form;
}

Result<QString> whyUntrusted(Postgres &connection)
{
    QString problem;
    const Result<void> read = connection.each(untrusted, {}, [&](const Row &row) { problem = row.text("problem"); });
    if (!read)
        return read.error();
    return problem.isEmpty() ? QString() : QStringLiteral("The schema herdbook can't be trusted: %1").arg(problem);
}

Result<void> requireTrust(Postgres &connection)
{
    const Result<QString> problem = whyUntrusted(connection);
    if (!problem)
        return problem.error();
    if (!problem->isEmpty())
        return Error{ErrorKind::Denied, *problem};
    return {};
}

} // namespace herdbook::trial
