// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/schema.h"

#include "core/storage/postgres.h"

namespace herdbook::reid {

namespace {

struct Column
{
    QLatin1String table, name;
};

/// Nothing can be done without these.
constexpr Column kNeeded[] = {
    {QLatin1String("deer"), QLatin1String("id")},
    {QLatin1String("deer"), QLatin1String("sex")},
    {QLatin1String("detections"), QLatin1String("id")},
    {QLatin1String("detections"), QLatin1String("image_id")},
    {QLatin1String("detections"), QLatin1String("deer_id")},
    {QLatin1String("detections"), QLatin1String("classification")},
};

/// Added by migrations; what is missing is taken as its default.
constexpr Column kOptional[] = {
    {QLatin1String("deer"), QLatin1String("feature_vector")},
    {QLatin1String("deer"), QLatin1String("embedding_version")},
    {QLatin1String("deer"), QLatin1String("best_photo_id")},
    {QLatin1String("detections"), QLatin1String("feature_vector")},
    {QLatin1String("detections"), QLatin1String("is_valid")},
    {QLatin1String("detections"), QLatin1String("is_duplicate")},
    {QLatin1String("detections"), QLatin1String("burst_group_id")},
    {QLatin1String("detections"), QLatin1String("corrected_classification")},
};

VectorType vectorType(const QString &type)
{
    static const QHash<QString, VectorType> types{{QStringLiteral("vector"), VectorType::Vector},
                                                  {QStringLiteral("_float4"), VectorType::Float4Array},
                                                  {QStringLiteral("_float8"), VectorType::Float8Array},
                                                  {QStringLiteral("bytea"), VectorType::Bytes}};
    return types.value(type, VectorType::None);
}

} // namespace

Result<Schema> Schema::probe(storage::Postgres &database)
{
    // to_regclass follows the search path, as the analysis' own queries do.
    Result<QSqlQuery> rows = database.query(QStringLiteral(
        "SELECT wanted.name, a.attname, coalesce(nullif(t.typbasetype, 0)::regtype::name, t.typname) "
        "FROM unnest(ARRAY['deer', 'detections', 'images', 'locations', 'reid_similarity_scores']) AS wanted(name) "
        "JOIN pg_attribute a ON a.attrelid = to_regclass(wanted.name) AND a.attnum > 0 AND NOT a.attisdropped "
        "JOIN pg_type t ON t.oid = a.atttypid"));
    if (!rows)
        return rows.error();
    Schema schema;
    while (rows->next())
        schema.m_columns[rows->value(0).toString()].insert(rows->value(1).toString(), rows->value(2).toString());
    for (const Column &column : kNeeded) {
        if (!schema.has(column.table, column.name)) {
            const QString what = schema.has(column.table)
                                     ? QStringLiteral("column %1.%2").arg(column.table, column.name)
                                     : QStringLiteral("table %1").arg(column.table);
            return Error{ErrorKind::Corrupt, QStringLiteral("This database has no %1").arg(what)};
        }
    }
    for (const QString &table : {QStringLiteral("deer"), QStringLiteral("detections")}) {
        if (schema.has(table, QStringLiteral("feature_vector")) && schema.vectors(table) == VectorType::None) {
            return Error{ErrorKind::Corrupt,
                         QStringLiteral("%1.feature_vector is of type %2, which can't be read as vectors")
                             .arg(table, schema.m_columns[table][QStringLiteral("feature_vector")])};
        }
    }
    return schema;
}

VectorType Schema::vectors(const QString &table) const
{
    return vectorType(m_columns.value(table).value(QStringLiteral("feature_vector")));
}

QStringList Schema::missing() const
{
    QStringList names;
    for (const Column &column : kOptional) {
        if (!has(column.table, column.name))
            names << column.table + u'.' + column.name;
    }
    for (const QString &table :
         {QStringLiteral("images"), QStringLiteral("locations"), QStringLiteral("reid_similarity_scores")}) {
        if (!has(table))
            names << table;
    }
    return names;
}

QString Schema::columnOr(const QString &table, const QString &alias, const QString &column,
                         const QString &fallback) const
{
    return has(table, column) ? alias + u'.' + column : fallback;
}

QString Schema::labelOfDetection() const
{
    return has(QStringLiteral("detections"), QStringLiteral("corrected_classification"))
               ? QStringLiteral("coalesce(d.corrected_classification, d.classification)::text")
               : QStringLiteral("d.classification::text");
}

} // namespace herdbook::reid
