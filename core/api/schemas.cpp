// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schemas.h"

#include <QJsonArray>

#include <vector>

namespace herdbook::api {

namespace {

/// A field of an object.
struct Field
{
    const char *name;
    const char *type; ///< with | between; a list is its items' type and []
    const char *description;
    bool always = false; ///< whether it is in every answer
};

/// @param closed whether there are no other fields: so with all answers, while of requests others are ignored.
QJsonObject schemaOf(const std::vector<Field> &fields, bool closed)
{
    QJsonObject properties;
    QJsonArray required;
    for (const Field &field : fields) {
        properties.insert(QLatin1String(field.name), typed(field.type, field.description));
        if (field.always)
            required.append(QLatin1String(field.name));
    }
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        schema.insert(QStringLiteral("required"), required);
    if (closed)
        schema.insert(QStringLiteral("additionalProperties"), false);
    return schema;
}

template<class... Lists>
std::vector<Field> joined(std::vector<Field> first, const Lists &...others)
{
    (first.insert(first.end(), others.begin(), others.end()), ...);
    return first;
}

void addRequests(QJsonObject &schemas)
{
    const std::vector<Field> common{
        {"start_date", "string", "First day, YYYY-MM-DD, not in the future"},
        {"end_date", "string", "Last day, after the first, within a year"},
        {"group_by", "string", "day, week or month (month)"},
        {"classifications", "string[]", "Classes; all deer unless given"},
        {"location_ids", "string[]", "UUIDs of locations; all unless given"},
        {"title", "string", "At most 200 characters"},
        {"site_tz", "string", "IANA time zone in which the days are meant; the service's unless given"}};
    const std::vector<Field> report{
        {"include_charts", "boolean", ""},
        {"include_tables", "boolean", ""},
        {"include_insights", "boolean", ""},
        {"allow_empty", "boolean", ""},
        {"client", "string", "At most 200 characters"},
        {"footer", "string", "At most 200 characters"},
        {"logo", "string", "PNG, or SVG without references, in base64"},
        {"page_size", "string", "A4 or Letter; what is customary in the zone unless given"},
        {"language", "string", "en, de or es; reports are written in English, and say so where another is asked for"}};
    const std::vector<Field> archive{{"detection_ids", "string[]", "1 to 10,000 UUIDs, instead of the dates"},
                                     {"include_crops", "boolean", ""},
                                     {"include_metadata_csv", "boolean", ""},
                                     {"include_camtrap_dp", "boolean", "A Camtrap DP package as well"},
                                     {"csv_for_excel", "boolean", "Tables begin with a byte order mark"},
                                     {"crop_size", "integer", "Longest side in pixels, 128 to 1024 (300)"}};
    schemas.insert(
        QStringLiteral("Period"),
        schemaOf({{"label", "string", "1 to 80 characters"}, {"start_date", "string", ""}, {"end_date", "string", ""}},
                 false));
    const std::vector<Field> kinds{{"report_type", "string", "seasonal_activity, comparison or custom"},
                                   {"comparison_periods", "Period[]", "2 to 5; of a comparison"},
                                   {"sections", "string[]", "Of a custom report"}};
    schemas.insert(QStringLiteral("Report"), schemaOf(joined(common, report, kinds), false));
    schemas.insert(QStringLiteral("Archive"), schemaOf(joined(common, archive), false));
    schemas.insert(
        QStringLiteral("Export"),
        schemaOf(joined(common, report, archive, std::vector<Field>{{"report_type", "string", "pdf or zip"}}), false));
}

void addAnswers(QJsonObject &schemas)
{
    const std::vector<Field> status{
        {"completed_at", "string|null", "UTC", true},
        {"created_at", "string|null", "UTC", true},
        {"crops_damaged", "integer",
         "Crops of damaged photos. The crops_ fields are of a completed archive with crops, or of "
         "detections by id; where they are absent, its worker doesn't say what it lacks"},
        {"crops_missing", "integer",
         "Detections without a crop, as there is no photo, box or detection; of an archive without "
         "crops, detections that aren't in it"},
        {"crops_outside", "integer", "Detections whose photo or box lies outside of what may be read"},
        {"crops_unreadable", "integer", "Detections whose photo can't be read"},
        {"download_url", "string|null", "Null while there is no file", true},
        {"error_message", "string|null", "", true},
        {"expires_at", "string|null", "UTC", true},
        {"file_available", "boolean|null", "Of a completed job: whether its file is there; null: not known"},
        {"file_size_bytes", "integer|null", "", true},
        {"filename", "string|null", "", true},
        {"job_id", "string", "", true},
        {"no_data", "boolean", "True where it failed because nothing that was asked for is in the database"},
        {"status", "string", "processing, completed or failed", true}};
    const std::vector<Field> progress{{"processed_count", "integer|null", "", true},
                                      {"progress_percent", "integer", "0 to 100", true},
                                      {"total_detections", "integer|null", "", true}};
    const std::vector<Field> extras{{"cancelled", "boolean", "", true},
                                    {"kind", "string|null", "pdf or zip; null: not known", true},
                                    {"requested_by", "string|null", "", true},
                                    {"stage", "string|null", "", true}};
    schemas.insert(QStringLiteral("ReportStatus"), schemaOf(status, true));
    schemas.insert(QStringLiteral("ArchiveStatus"), schemaOf(joined(status, progress), true));
    schemas.insert(QStringLiteral("Job"), schemaOf(joined(status, progress, extras), true));
    schemas.insert(QStringLiteral("Jobs"), schemaOf({{"jobs", "Job[]", "", true}, {"note", "string", ""}}, true));
    schemas.insert(QStringLiteral("Accepted"),
                   schemaOf({{"estimated_completion", "string|null", "UTC", true},
                             {"job_id", "string", "", true},
                             {"message", "string", "", true},
                             {"status", "string", "processing; of an Idempotency-Key used before, the job's", true},
                             {"total_detections", "integer|null", "Of an archive; null: not known"}},
                            true));
    schemas.insert(
        QStringLiteral("Health"),
        schemaOf({{"export_dir", "string", "ok, or what is wrong", true},
                  {"postgresql", "string", "ok, or what is wrong", true},
                  {"problems", "string[]", "What keeps exports from being made, or may"},
                  {"queue_length", "integer|null", "Null: not known", true},
                  {"redis", "string", "ok, or what is wrong", true},
                  {"status", "string", "ok, degraded or down", true},
                  {"warnings", "string[]", "What is good to know"},
                  {"workers", "integer|null", "Online and, as far as is known, able to work; null: not known", true}},
                 true));
    schemas.insert(
        QStringLiteral("Violation"),
        schemaOf({{"field", "string", "", true}, {"message", "string", "", true}, {"rule", "string", "", true}}, true));
    schemas.insert(QStringLiteral("Problem"), schemaOf({{"detail", "string", "What is wrong", true},
                                                        {"errors", "Violation[]", "All that is wrong; with 400"}},
                                                       true));
}

} // namespace

QJsonObject reference(const QString &schema)
{
    return {{QStringLiteral("$ref"), QString(QStringLiteral("#/components/schemas/") + schema)}};
}

QJsonObject typed(const char *type, const char *description)
{
    QString name = QString::fromLatin1(type);
    QJsonObject schema;
    if (name.endsWith(QLatin1String("[]"))) {
        name.chop(2);
        const bool plain = name.at(0).isLower();
        const QJsonObject items = plain ? QJsonObject{{QStringLiteral("type"), name}} : reference(name);
        schema = {{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}};
    } else {
        const QStringList names = name.split(u'|');
        schema.insert(QStringLiteral("type"),
                      names.size() == 1 ? QJsonValue(name) : QJsonValue(QJsonArray::fromStringList(names)));
    }
    if (*description != '\0')
        schema.insert(QStringLiteral("description"), QLatin1String(description));
    return schema;
}

QJsonObject schemas()
{
    QJsonObject schemas;
    addRequests(schemas);
    addAnswers(schemas);
    return schemas;
}

} // namespace herdbook::api
