// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/rights.h"

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
};

Result<bool> holds(storage::Postgres &connection, const Need &need)
{
    Result<QSqlQuery> answer =
        need.column.isEmpty()
            ? connection.query(QStringLiteral("SELECT has_table_privilege(CAST(? AS text), CAST(? AS text))"),
                               {QString(need.table), QString(need.right)})
            : connection.query(
                  QStringLiteral("SELECT has_column_privilege(CAST(? AS text), CAST(? AS text), CAST(? AS text))"),
                  {QString(need.table), QString(need.column), QString(need.right)});
    if (!answer)
        return answer.error();
    return answer->next() && answer->value(0).toBool();
}

/// As an SQL identifier.
QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

Result<Rights> inspectRights(storage::Postgres &connection)
{
    Rights rights;
    Result<QSqlQuery> self =
        connection.query(QStringLiteral("SELECT current_user, has_database_privilege(current_database(), 'CREATE'), "
                                        "(SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'), "
                                        "CASE WHEN EXISTS (SELECT FROM pg_namespace WHERE nspname = 'herdbook') THEN "
                                        "has_schema_privilege('herdbook', 'USAGE') ELSE true END"));
    if (!self)
        return self.error();
    self->next();
    rights.role = self->value(0).toString();
    rights.mayCreateSchema = self->value(1).toBool();
    const bool schemaThere = self->value(2).toInt() > 0;
    QStringList grants;
    const QString role = quoted(rights.role);
    if (schemaThere && !self->value(3).toBool()) {
        // Without it not even the version can be read: nothing inside the schema can be said.
        rights.missing << QStringLiteral("USAGE on schema herdbook");
        rights.grants = QStringLiteral("GRANT USAGE ON SCHEMA herdbook TO %1;\n"
                                       "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA herdbook TO %1;\n")
                            .arg(role);
        return rights;
    }
    const Result<int> version = schemaVersion(connection);
    if (version)
        rights.schemaVersion = *version;
    else if (version.error().kind != ErrorKind::Denied)
        return version.error();
    for (const Need &need : needs) {
        if (need.table.startsWith(QLatin1String("herdbook.")) && !schemaThere)
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
    if (!grants.isEmpty())
        rights.grants = grants.join(u'\n') + u'\n';
    return rights;
}

} // namespace herdbook::trial
