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
};

constexpr const char *Json = "application/json";

constexpr Operation Operations[] = {
    {"post", "/api/exports", "Ask for a report or an archive", "Export", "202 400 401 409 413 415 421 503", Json},
    {"post", "/api/exports/pdf", "Ask for a PDF report", "Report", "202 400 401 409 413 415 421 503", Json},
    {"post", "/api/exports/zip", "Ask for a ZIP archive", "Archive", "202 400 401 409 413 415 421 503", Json},
    {"get", "/api/exports", "The jobs now known, newest first; `note` says where some are left out", "",
     "200 401 421 503", Json},
    {"get", "/api/exports/events", "What changes, as Server-Sent Events: job, gone, ready, problem", "",
     "200 401 421 503", "text/event-stream"},
    {"get", "/api/exports/pdf/{job_id}", "How far a report is", "", "200 401 404 421 503", Json},
    {"get", "/api/exports/zip/{job_id}", "How far an archive is", "", "200 401 404 421 503", Json},
    {"delete", "/api/exports/{job_id}", "Cancel a job and remove its file", "", "204 401 404 421 503", ""},
    {"get", "/api/static/exports/{filename}", "The finished file; takes Range", "", "200 206 401 404 416 421 503",
     "application/octet-stream"},
    {"get", "/health", "State of PostgreSQL, Redis, the export folder and the workers", "", "200 421 503", Json},
    {"get", "/metrics", "Figures for Prometheus", "", "200 401 421 503", "text/plain"},
};

QJsonObject object(std::initializer_list<std::pair<QString, QJsonValue>> fields)
{
    return {fields};
}

QJsonObject typed(const char *type, const char *description)
{
    return object(
        {{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("description"), QLatin1String(description)}});
}

QJsonObject schemas()
{
    QJsonObject common{{QStringLiteral("start_date"), typed("string", "First day, YYYY-MM-DD, not in the future")},
                       {QStringLiteral("end_date"), typed("string", "Last day, after the first, within a year")},
                       {QStringLiteral("group_by"), typed("string", "day, week or month (month)")},
                       {QStringLiteral("classifications"), typed("array", "Classes; all deer unless given")},
                       {QStringLiteral("title"), typed("string", "At most 200 characters")}};
    QJsonObject report = common;
    report.insert(QStringLiteral("report_type"), typed("string", "seasonal_activity, comparison or custom"));
    report.insert(QStringLiteral("comparison_periods"), typed("array", "2 to 5 of label, start_date, end_date"));
    report.insert(QStringLiteral("sections"), typed("array", "Of a custom report"));
    for (const char *flag : {"include_charts", "include_tables", "include_insights", "allow_empty"})
        report.insert(QLatin1String(flag), typed("boolean", ""));
    report.insert(QStringLiteral("page_size"), typed("string", "A4 or Letter"));
    QJsonObject archive = common;
    archive.insert(QStringLiteral("detection_ids"), typed("array", "1 to 10,000 UUIDs, instead of the dates"));
    archive.insert(QStringLiteral("include_crops"), typed("boolean", ""));
    archive.insert(QStringLiteral("include_metadata_csv"), typed("boolean", ""));
    archive.insert(QStringLiteral("crop_size"), typed("integer", "Longest side in pixels, 128 to 1024 (300)"));
    QJsonObject any = archive;
    any.insert(QStringLiteral("report_type"), typed("string", "pdf or zip"));
    const auto schema = [](const QJsonObject &properties) {
        return object({{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}});
    };
    return {{QStringLiteral("Export"), schema(any)},
            {QStringLiteral("Report"), schema(report)},
            {QStringLiteral("Archive"), schema(archive)},
            {QStringLiteral("Problem"), schema({{QStringLiteral("detail"), typed("string", "What is wrong")}})}};
}

QJsonObject describe(const Operation &operation)
{
    const auto content = [](const char *type, const QString &schema) {
        const QJsonObject named =
            schema.isEmpty()
                ? QJsonObject()
                : QJsonObject{{QStringLiteral("$ref"), QString(QStringLiteral("#/components/schemas/") + schema)}};
        return QJsonObject{{QLatin1String(type), QJsonObject{{QStringLiteral("schema"), named}}}};
    };
    QJsonObject answers;
    const QStringList codes = QString::fromLatin1(operation.answers).split(u' ');
    for (const QString &code : codes) {
        const bool good = code.startsWith(u'2');
        QJsonObject answer{{QStringLiteral("description"), good ? QStringLiteral("Done") : QStringLiteral("Problem")}};
        if (!good || *operation.type != '\0')
            answer.insert(QStringLiteral("content"),
                          good ? content(operation.type, {}) : content(Json, QStringLiteral("Problem")));
        answers.insert(code, answer);
    }
    QJsonObject json{{QStringLiteral("summary"), QLatin1String(operation.summary)},
                     {QStringLiteral("responses"), answers}};
    const QString path = QLatin1String(operation.path);
    if (const qsizetype at = path.indexOf(u'{'); at >= 0)
        json.insert(QStringLiteral("parameters"),
                    QJsonArray{QJsonObject{{QStringLiteral("name"), path.mid(at + 1).chopped(1)},
                                           {QStringLiteral("in"), QStringLiteral("path")},
                                           {QStringLiteral("required"), true},
                                           {QStringLiteral("schema"), typed("string", "")}}});
    if (*operation.body != '\0')
        json.insert(QStringLiteral("requestBody"),
                    QJsonObject{{QStringLiteral("required"), true},
                                {QStringLiteral("content"), content(Json, QLatin1String(operation.body))}});
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
            {QStringLiteral("components"), QJsonObject{{QStringLiteral("schemas"), schemas()}}}};
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
