// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/columns.h"

#include "core/storage/postgres.h"
#include "core/storage/wantedcolumns.h"

namespace herdbook::storage {

namespace {

Error noSuch(Postgres &connection, const QString &what)
{
    const Result<QString> path = connection.one(QStringLiteral("SELECT current_setting('search_path') AS path"), {},
                                                [](const Row &row) { return row.text("path"); });
    return path ? Error{ErrorKind::Corrupt,
                        QStringLiteral("This database has no %1 (looked for by search_path %2)").arg(what, *path)}
                : path.error();
}

/// SELECT of what is wrong with a key, in at most one row.
/// @param optional rows whose key isn't set are read by nobody
QString keyCheck(const QString &table, const QStringList &key, const QString &form, bool optional)
{
    QStringList fields;
    QStringList unset;
    for (const QString &column : key) {
        fields << u'x' + (u'.' + column);
        unset << fields.last() + QLatin1String(" IS NULL");
    }
    const QString name = key.join(QLatin1String(" and "));
    const QString isUnset = unset.join(QLatin1String(" OR "));
    return QStringLiteral(
               "(SELECT CASE WHEN %1 THEN '%2.%3 is not set in ' || count(*) || ' of its rows' ELSE '%2.%3 holds ' || "
               "concat_ws(' and ', %4) || ' ' || count(*) || ' times: it would be counted more than once' END "
               "AS problem FROM %5 x%6 GROUP BY %4 HAVING count(*) > 1 OR %1 LIMIT 1)")
        .arg(isUnset, table, name, fields.join(QLatin1String(", ")), form,
             optional ? QStringLiteral(" WHERE NOT (%1)").arg(isUnset) : QString());
}

} // namespace

Result<Columns> Columns::probe(Postgres &connection, Use use)
{
    // Domains over domains end at their base; numeric(5,4) is told apart, being exact in four decimals already.
    const QString sql = QStringLiteral(
        "WITH RECURSIVE found AS ("
        " SELECT w.name AS t, a.attname AS c, a.atttypid AS type, a.atttypmod AS mod"
        " FROM unnest($1::text[]) w(name) JOIN pg_attribute a"
        " ON a.attrelid = to_regclass(w.name) AND a.attnum > 0 AND NOT a.attisdropped"
        " UNION ALL SELECT f.t, f.c, b.typbasetype, b.typtypmod FROM found f JOIN pg_type b ON b.oid = f.type AND "
        "b.typtype = 'd')"
        " SELECT f.t::text AS t, f.c::text AS c, CASE WHEN p.typtype = 'e' THEN 'enum'"
        " WHEN p.typname = 'numeric' AND format_type(f.type, f.mod) = 'numeric(5,4)' THEN 'numeric(5,4)'"
        " ELSE p.typname::text END AS type, format_type(f.type, f.mod) AS words,"
        " row_security_active(to_regclass(f.t)) AS guarded, current_setting('server_encoding') AS encoding, EXISTS "
        "(SELECT FROM pg_index x WHERE k.oid ="
        " x.indrelid AND k.relkind = 'r' AND NOT k.relhassubclass AND x.indisunique AND"
        " x.indisvalid AND x.indpred IS NULL AND (SELECT bool_and(coalesce(a.atttypid ="
        " 'pg_catalog.uuid'::regtype AND CASE WHEN f.t = 'reid_similarity_scores' THEN a.attname IN"
        " ('detection_id', 'deer_id') ELSE a.attnotnull AND a.attname = 'id' END, false)) FROM unnest(x.indkey) n"
        " LEFT JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum = n)) AS keyed,"
        " format('%I.%I', s.nspname, k.relname) AS place, k.relkind IN ('r', 'p') AS plain,"
        " has_column_privilege(k.oid, f.c::text, 'SELECT') AS readable FROM found f JOIN pg_type p ON p.oid = f.type"
        " JOIN pg_class k ON k.oid = to_regclass(f.t) JOIN pg_namespace s ON s.oid = k.relnamespace"
        " WHERE p.typtype <> 'd'");
    Columns columns;
    QHash<QString, QString> words;
    QSet<QString> guarded;
    QSet<QString> keyed;
    QSet<QString> closed; // columns
    QStringList tables;
    columns.m_zone = connection.siteZone();
    for (const char *table : wantedTables())
        tables << QString::fromLatin1(table);
    const Result<void> read = connection.each(sql, {tables}, [&](const Row &row) {
        columns.m_types[row.text("t")].insert(row.text("c"), row.text("type"));
        columns.m_blanks = blanksOf(row.text("encoding"));
        columns.m_names.insert(row.text("t"), row.text("place"));
        if (row.boolean("plain"))
            columns.m_plain.insert(row.text("t"));
        words.insert(row.text("t") + u'.' + row.text("c"), row.text("words"));
        if (row.boolean("guarded"))
            guarded.insert(row.text("t"));
        if (row.boolean("keyed"))
            keyed.insert(row.text("t"));
        if (!row.boolean("readable"))
            closed.insert(row.text("t") + u'.' + row.text("c"));
    });
    if (!read)
        return read.error();

    QHash<QString, QStringList> selected;
    for (const WantedColumn &wanted : wantedColumns()) {
        const QString table = QString::fromLatin1(wanted.table);
        const QString column = QString::fromLatin1(wanted.column);
        const QString name = table + u'.' + column;
        QString type = columns.m_types.value(table).value(column);
        const bool ofBatches = wanted.needed == Needed::ForBatches || wanted.needed == Needed::InBatches;
        if (ofBatches && use != Use::Batches)
            continue;
        const bool needed = wanted.needed == Needed::Always || wanted.needed == Needed::ForBatches ||
                            (wanted.needed == Needed::ForReports && use == Use::Reports);
        if (type.isEmpty() && needed)
            return noSuch(connection,
                          columns.has(table) ? QStringLiteral("column ") + name : QStringLiteral("table ") + table);
        const bool used = wanted.kind != ColumnKind::Vector || use == Use::Analysis;
        const QString plainType = type.section(u'(', 0, 0);
        if (!type.isEmpty() && used && !accepted(wanted.kind).types.contains(plainType))
            return Error{ErrorKind::Corrupt, QStringLiteral("%1 is of type %2, which can't be read; accepted: %3")
                                                 .arg(name, words.value(name), accepted(wanted.kind).words)};
        if (wanted.kind == ColumnKind::Id && accepted(ColumnKind::Text).types.contains(plainType))
            columns.m_idChecks
                << QStringLiteral(
                       "(SELECT '%1 is of type %3 and holds \"' || left(\"%2\"::text, 60) || '\", which is no id; "
                       "accepted: %4' FROM %5 WHERE btrim(\"%2\"::text) !~* "
                       "'^([{]?([0-9a-f]{4}-?){7}[0-9a-f]{4}[}]?)?$' LIMIT 1)")
                       .arg(name, column, words.value(name), accepted(ColumnKind::Id).words, columns.name(table));
        // A form reads all of its columns, whoever needs them.
        const bool isRead = use == Use::Analysis || table != QLatin1String("reid_similarity_scores");
        if (isRead && closed.contains(name) && !columns.m_unreadable.contains(table))
            columns.m_unreadable << table;
        const QString value = type.isEmpty() ? QString::fromLatin1(wanted.missing)
                                             : expression(wanted.kind, u'"' + column + u'"', type, columns.m_zone,
                                                          columns.m_blanks, wanted.missing);
        if (wanted.kind == ColumnKind::Time && type == QLatin1String("timestamp"))
            columns.m_remarks
                << QStringLiteral("%1 has no time zone; its times are taken as %2's").arg(name, columns.m_zone);
        QStringList &fields = selected[table];
        if (column == QLatin1String("corrected_classification")) {
            const QString original = fields.last().section(QLatin1String(" AS "), 0, -2);
            fields << QStringLiteral("coalesce(%1, %2) AS label").arg(value, original)
                   << QStringLiteral("(%1) IS NOT NULL AS corrected").arg(value);
        } else {
            fields << QStringLiteral("%1 AS \"%2\"").arg(value, column);
        }
    }
    for (const QString &table : std::as_const(tables)) {
        const QString from =
            columns.has(table) ? QLatin1String(" FROM ") + columns.name(table) : QStringLiteral(" WHERE false");
        if (guarded.contains(table))
            columns.m_remarks << QStringLiteral("%1 has row security: rows may be hidden from this user").arg(table);
        columns.m_forms.insert(table,
                               QStringLiteral("(SELECT ") + selected[table].join(QLatin1String(", ")) + from + u')');
        const bool scores = table == QLatin1String("reid_similarity_scores");
        const QStringList key = scores ? QStringList{QStringLiteral("detection_id"), QStringLiteral("deer_id")}
                                       : QStringList{QStringLiteral("id")};
        const bool whole = std::all_of(key.begin(), key.end(), [&](const QString &c) { return columns.has(table, c); });
        if (whole && !keyed.contains(table) && (!scores || use == Use::Analysis))
            columns.m_idChecks << keyCheck(table, key, columns.form(table), scores);
    }
    return columns;
}

Result<void> Columns::checkIds(Postgres &connection) const
{
    // One by one: what is no id can't be looked for twice.
    for (const QString &check : m_idChecks) {
        QString problem;
        Result<void> read = connection.each(QStringLiteral("SELECT problem FROM %1 c(problem)").arg(check), {},
                                            [&problem](const Row &row) { problem = row.text("problem"); });
        if (!read)
            return read;
        if (!problem.isEmpty())
            return Error{ErrorKind::Corrupt, problem};
    }
    return {};
}

QString Columns::value(const char *table, const char *column, const char *alias) const
{
    const QString found = type(QString::fromLatin1(table), QString::fromLatin1(column));
    for (const WantedColumn &wanted : wantedColumns()) {
        if (qstrcmp(wanted.table, table) == 0 && qstrcmp(wanted.column, column) == 0)
            return found.isEmpty()
                       ? QString::fromLatin1(wanted.missing)
                       : expression(wanted.kind,
                                    QStringLiteral("%1.\"%2\"").arg(QLatin1String(alias), QLatin1String(column)), found,
                                    m_zone, m_blanks, wanted.missing);
    }
    Q_ASSERT(false);
    return {};
}

VectorType Columns::vectors(const QString &table) const
{
    static const QHash<QString, VectorType> types{{QStringLiteral("vector"), VectorType::Vector},
                                                  {QStringLiteral("_float4"), VectorType::Float4Array},
                                                  {QStringLiteral("_float8"), VectorType::Float8Array},
                                                  {QStringLiteral("bytea"), VectorType::Bytes}};
    return types.value(m_types.value(table).value(QStringLiteral("feature_vector")), VectorType::None);
}

QStringList Columns::missing() const
{
    QStringList names;
    for (const char *told : toldColumns()) {
        const QString name = QString::fromLatin1(told);
        if (!has(name.section(u'.', 0, 0), name.section(u'.', 1)))
            names << name;
    }
    for (const QString &table :
         {QStringLiteral("images"), QStringLiteral("locations"), QStringLiteral("reid_similarity_scores")}) {
        if (!has(table))
            names << table;
    }
    return names;
}

} // namespace herdbook::storage
