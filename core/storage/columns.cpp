// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/columns.h"

#include "core/storage/postgres.h"

namespace herdbook::storage {

namespace {

enum class Kind { Id, Text, Label, Time, Flag, Number, Json, Score, Vector };

/// The last two are looked at for batches only.
enum class Needed { No, Always, ForReports, ForBatches, InBatches };

/// One column of the form. `missing` is what stands for it where the table hasn't got it.
struct Wanted
{
    const char *table;
    const char *column;
    Kind kind;
    Needed needed;
    const char *missing;
};

constexpr const char *kTables[] = {"deer", "detections", "images", "locations", "reid_similarity_scores"};

constexpr Wanted kWanted[] = {
    {"detections", "id", Kind::Id, Needed::Always, ""},
    {"detections", "image_id", Kind::Id, Needed::Always, ""},
    {"detections", "deer_id", Kind::Id, Needed::Always, ""},
    {"detections", "classification", Kind::Label, Needed::Always, ""},
    {"detections", "corrected_classification", Kind::Label, Needed::No, "NULL::text"},
    {"detections", "is_valid", Kind::Flag, Needed::No, "true"},
    {"detections", "is_duplicate", Kind::Flag, Needed::No, "false"},
    {"detections", "is_reviewed", Kind::Flag, Needed::No, "false"},
    {"detections", "reviewed_by", Kind::Text, Needed::InBatches, "NULL::text"},
    {"detections", "reviewed_at", Kind::Time, Needed::InBatches, "NULL::timestamptz"},
    {"detections", "burst_group_id", Kind::Id, Needed::No, "NULL::uuid"},
    {"detections", "confidence", Kind::Number, Needed::ForReports, "NULL::float8"},
    {"detections", "bbox", Kind::Json, Needed::ForReports, "NULL::text"},
    {"detections", "created_at", Kind::Time, Needed::No, "NULL::timestamptz"},
    {"detections", "feature_vector", Kind::Vector, Needed::No, "NULL::bytea"},
    {"images", "id", Kind::Id, Needed::ForReports, "NULL::uuid"},
    {"images", "filename", Kind::Text, Needed::No, "NULL::text"},
    {"images", "path", Kind::Text, Needed::ForReports, "NULL::text"},
    {"images", "timestamp", Kind::Time, Needed::ForReports, "NULL::timestamptz"},
    {"images", "created_at", Kind::Time, Needed::No, "NULL::timestamptz"},
    {"images", "location_id", Kind::Id, Needed::ForReports, "NULL::uuid"},
    {"images", "processing_status", Kind::Label, Needed::No, "NULL::text"},
    {"deer", "id", Kind::Id, Needed::Always, ""},
    {"deer", "sex", Kind::Label, Needed::Always, ""},
    {"deer", "sighting_count", Kind::Number, Needed::ForBatches, ""},
    {"deer", "name", Kind::Text, Needed::No, "NULL::text"},
    {"deer", "status", Kind::Label, Needed::No, "NULL::text"},
    {"deer", "embedding_version", Kind::Text, Needed::No, "NULL::text"},
    {"deer", "best_photo_id", Kind::Id, Needed::No, "NULL::uuid"},
    {"deer", "first_seen", Kind::Time, Needed::No, "NULL::timestamptz"},
    {"deer", "last_seen", Kind::Time, Needed::No, "NULL::timestamptz"},
    {"deer", "created_at", Kind::Time, Needed::No, "NULL::timestamptz"},
    {"deer", "feature_vector", Kind::Vector, Needed::No, "NULL::bytea"},
    {"locations", "id", Kind::Id, Needed::No, "NULL::uuid"},
    {"locations", "name", Kind::Text, Needed::No, "NULL::text"},
    {"locations", "coordinates", Kind::Json, Needed::No, "NULL::text"},
    {"reid_similarity_scores", "detection_id", Kind::Id, Needed::No, "NULL::uuid"},
    {"reid_similarity_scores", "deer_id", Kind::Id, Needed::No, "NULL::uuid"},
    {"reid_similarity_scores", "similarity_score", Kind::Score, Needed::No, "NULL::numeric"},
    {"reid_similarity_scores", "threshold_used", Kind::Score, Needed::No, "NULL::numeric"},
    {"reid_similarity_scores", "calculated_at", Kind::Time, Needed::No, "NULL::timestamptz"},
};

/// Missing ones that are worth telling: the later migrations' and the vectors.
constexpr const char *kTold[] = {
    "deer.feature_vector",       "deer.embedding_version",    "deer.best_photo_id",
    "detections.feature_vector", "detections.is_valid",       "detections.is_duplicate",
    "detections.is_reviewed",    "detections.burst_group_id", "detections.corrected_classification",
    "images.created_at",         "images.processing_status"};

struct Accepted
{
    QStringList types;
    QString words;
};

const Accepted &accepted(Kind kind)
{
    static const auto list = [](const char *types, const char *words) {
        return Accepted{QString::fromLatin1(types).split(u' '), QString::fromLatin1(words)};
    };
    static const Accepted id = list("uuid text varchar bpchar", "uuid, or text of 36 characters");
    static const Accepted text = list("text varchar bpchar name citext enum", "varchar, text or an enum");
    static const Accepted time = list("timestamptz timestamp", "timestamp with or without time zone");
    static const Accepted flag = list("bool", "boolean");
    static const Accepted number =
        list("float8 float4 numeric int2 int4 int8", "double precision, real, numeric or integer");
    static const Accepted json = list("json jsonb text varchar", "json, jsonb or text");
    static const Accepted vector = list("vector _float4 _float8 bytea", "vector, real[], double precision[] or bytea");
    switch (kind) {
    case Kind::Id:
        return id;
    case Kind::Text:
    case Kind::Label:
        return text;
    case Kind::Time:
        return time;
    case Kind::Flag:
        return flag;
    case Kind::Number:
    case Kind::Score:
        return number;
    case Kind::Json:
        return json;
    case Kind::Vector:
        break;
    }
    return vector;
}

/// What stands around a class unseen, as it is written in an E'' constant: Unicode's blanks and its spaces of no width, which other encodings
/// than UTF-8 need not have.
QString blanksOf(const QString &encoding)
{
    QString blanks = QStringLiteral(R"( \t\r\n\f\x0b)");
    if (encoding != QLatin1String("UTF8"))
        return blanks;
    for (const char *code :
         {"0085", "00a0", "1680", "180e", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007",
          "2008", "2009", "200a", "200b", "2028", "2029", "202f", "205f", "2060", "3000", "feff"})
        blanks += QLatin1String("\\u") + QLatin1String(code);
    return blanks;
}

/// A value in the form's type; `column` is quoted.
QString expression(Kind kind, const QString &column, const QString &type, const QString &zone, const QString &blanks,
                   const char *missing)
{
    switch (kind) {
    case Kind::Id:
        return type == QLatin1String("uuid") ? column : QStringLiteral("nullif(btrim(%1::text), '')::uuid").arg(column);
    case Kind::Text:
    case Kind::Json:
        return column + QLatin1String("::text");
    case Kind::Label:
        return QStringLiteral("nullif(lower(btrim(%1::text, E'%2')), '')").arg(column, blanks);
    case Kind::Time:
        return type == QLatin1String("timestamptz") ? column : QStringLiteral("timezone('%1', %2)").arg(zone, column);
    case Kind::Flag:
        return QStringLiteral("coalesce(%1, %2)").arg(column, QLatin1String(missing));
    case Kind::Number: // NaN sorts above infinity
        return QStringLiteral("CASE WHEN %1::float8 < 'infinity' AND %1::float8 > '-infinity' THEN %1::float8 END")
            .arg(column);
    case Kind::Score:
        return type == QLatin1String("numeric(5,4)") ? column : QStringLiteral("round(%1::numeric, 4)").arg(column);
    case Kind::Vector:
        break;
    }
    return column;
}

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
    for (const char *table : kTables)
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
    for (const Wanted &wanted : kWanted) {
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
        const bool used = wanted.kind != Kind::Vector || use == Use::Analysis;
        const QString plainType = type.section(u'(', 0, 0);
        if (!type.isEmpty() && used && !accepted(wanted.kind).types.contains(plainType))
            return Error{ErrorKind::Corrupt, QStringLiteral("%1 is of type %2, which can't be read; accepted: %3")
                                                 .arg(name, words.value(name), accepted(wanted.kind).words)};
        if (wanted.kind == Kind::Id && accepted(Kind::Text).types.contains(plainType))
            columns.m_idChecks
                << QStringLiteral(
                       "(SELECT '%1 is of type %3 and holds \"' || left(\"%2\"::text, 60) || '\", which is no id; "
                       "accepted: %4' FROM %5 WHERE btrim(\"%2\"::text) !~* "
                       "'^([{]?([0-9a-f]{4}-?){7}[0-9a-f]{4}[}]?)?$' LIMIT 1)")
                       .arg(name, column, words.value(name), accepted(Kind::Id).words, columns.name(table));
        // A form reads all of its columns, whoever needs them.
        const bool isRead = use == Use::Analysis || table != QLatin1String("reid_similarity_scores");
        if (isRead && closed.contains(name) && !columns.m_unreadable.contains(table))
            columns.m_unreadable << table;
        const QString value = type.isEmpty() ? QString::fromLatin1(wanted.missing)
                                             : expression(wanted.kind, u'"' + column + u'"', type, columns.m_zone,
                                                          columns.m_blanks, wanted.missing);
        if (wanted.kind == Kind::Time && type == QLatin1String("timestamp"))
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
    for (const Wanted &wanted : kWanted) {
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
    for (const char *told : kTold) {
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
