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

QString Deployed::columnOr(QLatin1String table, QLatin1String column, QLatin1String otherwise) const
{
    return has(column) ? table + u'.' + column : QString(otherwise);
}

Result<Deployed> findDeployed(Postgres &connection)
{
    Deployed found;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT pg_catalog.quote_ident(n.nspname) AS schema, "
                       "CAST(a.attname AS text) AS name "
                       "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                       "JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
                       "WHERE c.oid = coalesce(pg_catalog.to_regclass('public.detections'), "
                       "pg_catalog.to_regclass('detections'))"),
        {}, [&](const Row &row) {
            const QString schema = row.text("schema") + u'.';
            found.detections = schema + QStringLiteral("detections");
            found.deer = schema + QStringLiteral("deer");
            found.images = schema + QStringLiteral("images");
            found.columns << row.text("name");
        });
    if (!read)
        return read.error();
    if (found.columns.isEmpty())
        return Error{ErrorKind::Corrupt, QStringLiteral("This database has no table detections")};
    return found;
}

Result<void> requireEveryRow(Postgres &connection, const Deployed &deployed)
{
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
