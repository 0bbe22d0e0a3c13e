// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/reader.h"
#include "core/storage/postgres.h"

namespace herdbook::reid::load {

// Every change of a row gives it the transaction's number as its version (xmin), which freezing leaves in place. Rows that are merely
// counted could be exchanged for others. The numbers mean something within one cluster, its timeline and a table only. Columns are added up as
// well: dropping, renaming or adding one changes no row.
Result<QString> readRowVersions(storage::Postgres &database, const Schema &schema)
{
    QStringList tables;
    for (const char *name : {"detections", "images", "deer", "locations", "reid_similarity_scores"}) {
        if (const QString table = QString::fromLatin1(name); schema.has(table))
            tables << table;
    }
    const Result<bool> known = database.one(
        QStringLiteral("SELECT count(*) FILTER (WHERE relkind IN ('r', 'p') AND has_table_privilege(oid, 'SELECT')) "
                       "= cardinality($1::text[]) AND has_function_privilege('pg_control_system()', 'EXECUTE') AND "
                       "has_function_privilege('pg_control_checkpoint()', 'EXECUTE') AS known FROM pg_class WHERE oid "
                       "IN (SELECT to_regclass(name) FROM unnest($1::text[]) name)"),
        {tables}, [](const storage::Row &row) { return row.boolean("known"); });
    if (!known)
        return known.error();
    if (!*known)
        return QString();
    QString sums;
    for (const QString &table : tables)
        sums += QStringLiteral(", '%1'::regclass::oid, (SELECT sum(hashtextextended(concat_ws(' ', attnum, attname, "
                               "atttypid), 0)) FROM pg_attribute WHERE attrelid = '%1'::regclass AND attnum > 0 AND "
                               "NOT attisdropped), (SELECT concat(count(*), ':', "
                               "sum(hashint8extended(xmin::text::bigint, 0))) FROM %1)")
                    .arg(table);
    return database.one(
        QStringLiteral("SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), "
                       "(SELECT timeline_id FROM pg_control_checkpoint()), (SELECT oid FROM pg_database "
                       "WHERE datname = current_database())%1) AS versions")
            .arg(sums),
        {}, [](const storage::Row &row) { return row.text("versions"); });
}

} // namespace herdbook::reid::load
