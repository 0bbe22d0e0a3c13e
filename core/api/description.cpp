// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/description.h"

#include "core/base/version.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace herdbook::api {

namespace {

struct Operation
{
    const char *method;
    const char *path;
    const char *summary;
    const char *body;    ///< schema of the request; empty: none
    const char *answers; ///< status codes, the first one is success
    const char *type;    ///< of the successful answer
    const char *schema;  ///< of the successful answer; empty: none
};

constexpr const char *Json = "application/json";

constexpr Operation Operations[] = {
    {"post", "/api/exports", "Ask for a report or an archive", "Export", "202 400 401 409 413 415 421 500 503", Json,
     "Accepted"},
    {"post", "/api/exports/pdf", "Ask for a PDF report", "Report", "202 400 401 409 413 415 421 500 503", Json,
     "Accepted"},
    {"post", "/api/exports/zip", "Ask for a ZIP archive", "Archive", "202 400 401 409 413 415 421 500 503", Json,
     "Accepted"},
    {"get", "/api/exports", "The jobs now known, newest first; `note` says where some are left out", "",
     "200 401 421 500 503", Json, "Jobs"},
    {"get", "/api/exports/events", "What changes, as Server-Sent Events: job, gone, ready, problem", "",
     "200 401 421 503", "text/event-stream", ""},
    {"get", "/api/exports/pdf/{job_id}", "How far a report is", "", "200 401 404 421 500 503", Json, "ReportStatus"},
    {"get", "/api/exports/zip/{job_id}", "How far an archive is", "", "200 401 404 421 500 503", Json, "ArchiveStatus"},
    {"delete", "/api/exports/{job_id}", "Cancel a job and remove its file; one that can't be deleted keeps its job", "",
     "204 401 404 409 421 500 503", "", ""},
    {"get", "/api/static/exports/{filename}", "The finished file; takes Range", "", "200 206 401 404 416 421 500 503",
     "application/octet-stream", ""},
    {"get", "/health", "State of PostgreSQL, Redis, the export folder and the workers", "", "200 421 503", Json,
     "Health"},
    {"get", "/metrics", "Figures for Prometheus", "", "200 401 421 500 503", "text/plain", ""},
};

/// A field of an object.
struct Field
{
    const char *name;
    const char *type; ///< with | between; a list is its items' type and []
    const char *description;
    bool always = false; ///< whether it is in every answer
};

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
    schemas.insert(QStringLiteral("Accepted"), schemaOf({{"estimated_completion", "string|null", "UTC", true},
                                                         {"job_id", "string", "", true},
                                                         {"message", "string", "", true},
                                                         {"status", "string", "processing", true},
                                                         {"total_detections", "integer", "Of an archive"}},
                                                        true));
    schemas.insert(QStringLiteral("Health"),
                   schemaOf({{"export_dir", "string", "ok, or what is wrong", true},
                             {"postgresql", "string", "ok, or what is wrong", true},
                             {"problems", "string[]", "What keeps exports from being made"},
                             {"queue_length", "integer|null", "Null: not known", true},
                             {"redis", "string", "ok, or what is wrong", true},
                             {"status", "string", "ok, degraded or down", true},
                             {"warnings", "string[]", "What is good to know"},
                             {"workers", "integer|null", "Online and able to work; null: not known", true}},
                            true));
    schemas.insert(
        QStringLiteral("Violation"),
        schemaOf({{"field", "string", "", true}, {"message", "string", "", true}, {"rule", "string", "", true}}, true));
    schemas.insert(QStringLiteral("Problem"), schemaOf({{"detail", "string", "What is wrong", true},
                                                        {"errors", "Violation[]", "All that is wrong; with 400"}},
                                                       true));
}

QJsonObject schemas()
{
    QJsonObject schemas;
    addRequests(schemas);
    addAnswers(schemas);
    return schemas;
}

/// /health says what is down in its own words, where it is not too late for them.
QJsonObject problemOf(const Operation &operation, const QString &code)
{
    const QJsonObject problem = reference(QStringLiteral("Problem"));
    if (qstrcmp(operation.schema, "Health") != 0 || code != QLatin1String("503"))
        return problem;
    return {{QStringLiteral("anyOf"), QJsonArray{reference(QStringLiteral("Health")), problem}}};
}

QJsonObject describe(const Operation &operation)
{
    const auto content = [](const char *type, const QJsonObject &schema) {
        return QJsonObject{{QLatin1String(type), QJsonObject{{QStringLiteral("schema"), schema}}}};
    };
    const auto named = [](const char *schema) {
        return *schema == '\0' ? QJsonObject() : reference(QLatin1String(schema));
    };
    QJsonObject answers;
    const QStringList codes = QString::fromLatin1(operation.answers).split(u' ');
    for (const QString &code : codes) {
        const bool good = code.startsWith(u'2');
        QJsonObject answer{{QStringLiteral("description"), good ? QStringLiteral("Done") : QStringLiteral("Problem")}};
        if (!good || *operation.type != '\0')
            answer.insert(QStringLiteral("content"), good ? content(operation.type, named(operation.schema))
                                                          : content(Json, problemOf(operation, code)));
        answers.insert(code, answer);
    }
    QJsonObject json{{QStringLiteral("summary"), QLatin1String(operation.summary)},
                     {QStringLiteral("responses"), answers}};
    const auto takes = [&json](const QString &name, const char *where, bool required, const char *words) {
        json.insert(QStringLiteral("parameters"),
                    QJsonArray{QJsonObject{{QStringLiteral("name"), name},
                                           {QStringLiteral("in"), QLatin1String(where)},
                                           {QStringLiteral("required"), required},
                                           {QStringLiteral("schema"), typed("string", words)}}});
    };
    const QString path = QLatin1String(operation.path);
    if (const qsizetype at = path.indexOf(u'{'); at >= 0)
        takes(path.mid(at + 1).chopped(1), "path", true, "");
    if (codes.contains(QLatin1String("401"))) // where the service has a token
        json.insert(QStringLiteral("security"),
                    QJsonArray{QJsonObject(), QJsonObject{{QStringLiteral("token"), QJsonArray()}}});
    if (*operation.body != '\0') {
        takes(QStringLiteral("Idempotency-Key"), "header", false,
              "At most 200 printable ASCII characters without spaces: within an hour the same key is answered with the "
              "same job");
        json.insert(QStringLiteral("requestBody"),
                    QJsonObject{{QStringLiteral("required"), true},
                                {QStringLiteral("content"), content(Json, named(operation.body))}});
    }
    return json;
}

} // namespace

http::Response descriptionAnswer()
{
    static const std::string text = [] {
        QJsonObject paths;
        for (const Operation &operation : Operations) {
            QJsonObject path = paths.value(QLatin1String(operation.path)).toObject();
            path.insert(QLatin1String(operation.method), describe(operation));
            paths.insert(QLatin1String(operation.path), path);
        }
        const QJsonObject json{
            {QStringLiteral("openapi"), QStringLiteral("3.1.0")},
            {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Herdbook")},
                                                 {QStringLiteral("version"), version()}}},
            {QStringLiteral("paths"), paths},
            {QStringLiteral("components"),
             QJsonObject{{QStringLiteral("schemas"), schemas()},
                         {QStringLiteral("securitySchemes"),
                          QJsonObject{{QStringLiteral("token"),
                                       QJsonObject{{QStringLiteral("type"), QStringLiteral("http")},
                                                   {QStringLiteral("scheme"), QStringLiteral("bearer")}}}}}}}};
        return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
    }();
    http::Response response;
    response.add("Content-Type", Json);
    response.body = text;
    return response;
}

http::Response documentationAnswer()
{
    static const std::string text = [] {
        std::string page =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Herdbook</title><style>"
            "body{font-family:sans-serif;max-width:60em;margin:2em auto;color-scheme:light dark}"
            "td{padding:.3em .8em .3em 0;vertical-align:top}</style></head><body><h1>Herdbook's exports over "
            "HTTP</h1><p>For programs: <a href=\"/openapi.json\">/openapi.json</a></p><table>";
        for (const Operation &operation : Operations) {
            const std::string method = QByteArray(operation.method).toUpper().toStdString();
            page += "<tr><td><b>" + method + "</b></td><td><code>" + operation.path + "</code></td><td>" +
                    operation.summary + "</td><td>" + operation.answers + "</td></tr>";
        }
        return page + "</table></body></html>";
    }();
    http::Response response;
    response.add("Content-Type", "text/html; charset=utf-8");
    response.add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.body = text;
    return response;
}

} // namespace herdbook::api
