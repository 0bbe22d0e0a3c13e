// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/wantedcolumns.h"

namespace herdbook::storage {

namespace {

constexpr const char *kTables[] = {"deer", "detections", "images", "locations", "reid_similarity_scores"};

constexpr WantedColumn kWanted[] = {
    {"detections", "id", ColumnKind::Id, Needed::Always, ""},
    {"detections", "image_id", ColumnKind::Id, Needed::Always, ""},
    {"detections", "deer_id", ColumnKind::Id, Needed::Always, ""},
    {"detections", "classification", ColumnKind::Label, Needed::Always, ""},
    {"detections", "corrected_classification", ColumnKind::Label, Needed::No, "NULL::text"},
    {"detections", "is_valid", ColumnKind::Flag, Needed::No, "true"},
    {"detections", "is_duplicate", ColumnKind::Flag, Needed::No, "false"},
    {"detections", "is_reviewed", ColumnKind::Flag, Needed::No, "false"},
    {"detections", "reviewed_by", ColumnKind::Text, Needed::InBatches, "NULL::text"},
    {"detections", "reviewed_at", ColumnKind::Time, Needed::InBatches, "NULL::timestamptz"},
    {"detections", "burst_group_id", ColumnKind::Id, Needed::No, "NULL::uuid"},
    {"detections", "confidence", ColumnKind::Number, Needed::ForReports, "NULL::float8"},
    {"detections", "bbox", ColumnKind::Json, Needed::ForReports, "NULL::text"},
    {"detections", "created_at", ColumnKind::Time, Needed::No, "NULL::timestamptz"},
    {"detections", "feature_vector", ColumnKind::Vector, Needed::No, "NULL::bytea"},
    {"images", "id", ColumnKind::Id, Needed::ForReports, "NULL::uuid"},
    {"images", "filename", ColumnKind::Text, Needed::No, "NULL::text"},
    {"images", "path", ColumnKind::Text, Needed::ForReports, "NULL::text"},
    {"images", "timestamp", ColumnKind::Time, Needed::ForReports, "NULL::timestamptz"},
    {"images", "created_at", ColumnKind::Time, Needed::No, "NULL::timestamptz"},
    {"images", "location_id", ColumnKind::Id, Needed::ForReports, "NULL::uuid"},
    {"images", "processing_status", ColumnKind::Label, Needed::No, "NULL::text"},
    {"deer", "id", ColumnKind::Id, Needed::Always, ""},
    {"deer", "sex", ColumnKind::Label, Needed::Always, ""},
    {"deer", "sighting_count", ColumnKind::Number, Needed::ForBatches, ""},
    {"deer", "name", ColumnKind::Text, Needed::No, "NULL::text"},
    {"deer", "status", ColumnKind::Label, Needed::No, "NULL::text"},
    {"deer", "embedding_version", ColumnKind::Text, Needed::No, "NULL::text"},
    {"deer", "best_photo_id", ColumnKind::Id, Needed::No, "NULL::uuid"},
    {"deer", "first_seen", ColumnKind::Time, Needed::No, "NULL::timestamptz"},
    {"deer", "last_seen", ColumnKind::Time, Needed::No, "NULL::timestamptz"},
    {"deer", "created_at", ColumnKind::Time, Needed::No, "NULL::timestamptz"},
    {"deer", "feature_vector", ColumnKind::Vector, Needed::No, "NULL::bytea"},
    {"locations", "id", ColumnKind::Id, Needed::No, "NULL::uuid"},
    {"locations", "name", ColumnKind::Text, Needed::No, "NULL::text"},
    {"locations", "coordinates", ColumnKind::Json, Needed::No, "NULL::text"},
    {"reid_similarity_scores", "detection_id", ColumnKind::Id, Needed::No, "NULL::uuid"},
    {"reid_similarity_scores", "deer_id", ColumnKind::Id, Needed::No, "NULL::uuid"},
    {"reid_similarity_scores", "similarity_score", ColumnKind::Score, Needed::No, "NULL::numeric"},
    {"reid_similarity_scores", "threshold_used", ColumnKind::Score, Needed::No, "NULL::numeric"},
    {"reid_similarity_scores", "calculated_at", ColumnKind::Time, Needed::No, "NULL::timestamptz"},
};

constexpr const char *kTold[] = {
    "deer.feature_vector",       "deer.embedding_version",    "deer.best_photo_id",
    "detections.feature_vector", "detections.is_valid",       "detections.is_duplicate",
    "detections.is_reviewed",    "detections.burst_group_id", "detections.corrected_classification",
    "images.created_at",         "images.processing_status"};

} // namespace

std::span<const char *const> wantedTables()
{
    return kTables;
}

std::span<const WantedColumn> wantedColumns()
{
    return kWanted;
}

std::span<const char *const> toldColumns()
{
    return kTold;
}

const AcceptedTypes &accepted(ColumnKind kind)
{
    static const auto list = [](const char *types, const char *words) {
        return AcceptedTypes{QString::fromLatin1(types).split(u' '), QString::fromLatin1(words)};
    };
    static const AcceptedTypes id = list("uuid text varchar bpchar", "uuid, or text of 36 characters");
    static const AcceptedTypes text = list("text varchar bpchar name citext enum", "varchar, text or an enum");
    static const AcceptedTypes time = list("timestamptz timestamp", "timestamp with or without time zone");
    static const AcceptedTypes flag = list("bool", "boolean");
    static const AcceptedTypes number =
        list("float8 float4 numeric int2 int4 int8", "double precision, real, numeric or integer");
    static const AcceptedTypes json = list("json jsonb text varchar", "json, jsonb or text");
    static const AcceptedTypes vector =
        list("vector _float4 _float8 bytea", "vector, real[], double precision[] or bytea");
    switch (kind) {
    case ColumnKind::Id:
        return id;
    case ColumnKind::Text:
    case ColumnKind::Label:
        return text;
    case ColumnKind::Time:
        return time;
    case ColumnKind::Flag:
        return flag;
    case ColumnKind::Number:
    case ColumnKind::Score:
        return number;
    case ColumnKind::Json:
        return json;
    case ColumnKind::Vector:
        break;
    }
    return vector;
}

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

QString expression(ColumnKind kind, const QString &column, const QString &type, const QString &zone,
                   const QString &blanks, const char *missing)
{
    switch (kind) {
    case ColumnKind::Id:
        return type == QLatin1String("uuid") ? column : QStringLiteral("nullif(btrim(%1::text), '')::uuid").arg(column);
    case ColumnKind::Text:
    case ColumnKind::Json:
        return column + QLatin1String("::text");
    case ColumnKind::Label:
        return QStringLiteral("nullif(lower(btrim(%1::text, E'%2')), '')").arg(column, blanks);
    case ColumnKind::Time:
        return type == QLatin1String("timestamptz") ? column : QStringLiteral("timezone('%1', %2)").arg(zone, column);
    case ColumnKind::Flag:
        return QStringLiteral("coalesce(%1, %2)").arg(column, QLatin1String(missing));
    case ColumnKind::Number: // NaN sorts above infinity
        return QStringLiteral("CASE WHEN %1::float8 < 'infinity' AND %1::float8 > '-infinity' THEN %1::float8 END")
            .arg(column);
    case ColumnKind::Score:
        return type == QLatin1String("numeric(5,4)") ? column : QStringLiteral("round(%1::numeric, 4)").arg(column);
    case ColumnKind::Vector:
        break;
    }
    return column;
}

} // namespace herdbook::storage
