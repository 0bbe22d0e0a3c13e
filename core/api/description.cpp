// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/description.h"

#include "core/api/schemas.h"
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

/// /health says what is down in its own words, where it is not too late for them.
QJsonObject problemOf(const Operation &operation, const QString &code)
{
    QJsonObject problem = reference(QStringLiteral("Problem"));
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
              "same job, in the state it is in");
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
