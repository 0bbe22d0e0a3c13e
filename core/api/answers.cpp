// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/answers.h"

#include "core/api/jsonwriter.h"
#include "core/base/logging.h"

namespace herdbook::api {

using exports::ExportKind;
using exports::JobState;
using exports::JobStatus;

namespace {

/// What a status is answered as; in alphabetical order, as all objects here.
struct StatusFields
{
    bool progress = false; ///< of ZIPs
    bool extras = false;   ///< Herdbook's own, for the list
};

void writeStatus(JsonWriter &json, const JobStatus &status, StatusFields fields, std::optional<bool> there)
{
    const bool completed = status.state == JobState::Completed;
    if (completed && !exports::isFileOfJob(status.fileName, status.jobId))
        there = false; // no such file is ever served
    // Not what the status says: any writer's link is given on to web pages.
    const bool linked = completed && there.value_or(true);
    const QString url = linked ? exports::downloadUrl(status.fileName) : QString();
    const QDateTime expires =
        status.completedAt.isValid() ? status.completedAt.addSecs(exports::StatusLifetime) : QDateTime();
    json.beginObject();
    if (fields.extras)
        json.flag("cancelled", status.cancelled);
    json.fieldOrNull("completed_at", status.completedAt).fieldOrNull("created_at", status.createdAt);
    if (completed && status.crops)
        json.field("crops_damaged", status.crops->damaged)
            .field("crops_missing", status.crops->missing)
            .field("crops_outside", status.crops->outside)
            .field("crops_unreadable", status.crops->unreadable);
    json.fieldOrNull("download_url", url).fieldOrNull("error_message", status.error).fieldOrNull("expires_at", expires);
    if (completed && there)
        json.flag("file_available", there.value_or(false));
    else if (completed)
        json.null("file_available");
    json.fieldOrNull("file_size_bytes", completed ? status.fileSize : -1)
        .fieldOrNull("filename", completed ? status.fileName : QString())
        .field("job_id", status.jobId);
    if (fields.extras)
        json.fieldOrNull("kind", status.kind ? exports::wireName(*status.kind) : QString());
    if (status.noData)
        json.flag("no_data", true);
    if (fields.progress)
        json.fieldOrNull("processed_count", qint64{status.processedCount})
            .field("progress_percent", std::clamp(status.percent(), 0, 100));
    if (fields.extras)
        json.fieldOrNull("requested_by", status.requestedBy).fieldOrNull("stage", status.stage);
    json.field("status", exports::wireName(status.state));
    if (fields.progress)
        json.fieldOrNull("total_detections", qint64{status.totalDetections});
    json.endObject();
}

} // namespace

http::Response jsonAnswer(int status, JsonWriter &&body)
{
    http::Response response;
    response.status = status;
    response.headers =
        "Content-Type: application/json\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    response.body = body.take();
    return response;
}

http::Response problem(int status, const QString &detail)
{
    JsonWriter json;
    json.beginObject().field("detail", detail).endObject();
    return jsonAnswer(status, std::move(json));
}

http::Response invalid(const QList<exports::Violation> &violations)
{
    JsonWriter json;
    json.beginObject().field("detail", violations.first().message).beginArray("errors");
    for (const exports::Violation &violation : violations)
        json.beginObject()
            .field("field", violation.field)
            .field("message", violation.message)
            .field("rule", violation.rule)
            .endObject();
    json.endArray().endObject();
    return jsonAnswer(400, std::move(json));
}

http::Response failure(const Error &error, Server server)
{
    const bool ofRedis = server == Server::Redis;
    switch (error.kind) {
    case ErrorKind::NotFound:
        return problem(404, error.message);
    case ErrorKind::Conflict:
        return problem(409, error.message);
    case ErrorKind::Unreachable:
    case ErrorKind::Denied:
    case ErrorKind::Storage:
    case ErrorKind::ServerLimit: {
        const QString name = ofRedis ? QStringLiteral("Redis") : QStringLiteral("PostgreSQL");
        http::Response response = problem(503, ofRedis && error.kind == ErrorKind::Storage
                                                   ? error.message
                                                   : name + QLatin1String(" is not available; try again shortly"));
        response.add("Retry-After", "2");
        return response;
    }
    default:
        break;
    }
    if (ofRedis && error.kind == ErrorKind::Corrupt) // with each poll
        return problem(500, error.message);
    qCWarning(logApi).noquote() << error.message;
    if (ofRedis)
        return problem(500, QStringLiteral("Redis gave an unexpected answer: ") + error.message);
    // Nothing here is broken: the data isn't what exports need, until somebody mends it.
    http::Response response = problem(503, error.message);
    response.add("Retry-After", "60");
    return response;
}

http::Response statusAnswer(const Result<JobStatus> &status, ExportKind asked, std::optional<bool> isThere)
{
    if (!status)
        return failure(status.error(), Server::Redis);
    const JobStatus &job = status.value();
    if (job.kind.value_or(asked) != asked)
        return problem(404, QStringLiteral("Job not found or expired"));
    JsonWriter json;
    writeStatus(json, job, {asked == ExportKind::Zip, false}, isThere);
    return jsonAnswer(200, std::move(json));
}

std::string jobText(const JobStatus &job)
{
    JsonWriter json;
    writeStatus(json, job, {true, true}, std::nullopt);
    return json.take();
}

http::Response listAnswer(QList<JobStatus> jobs, const QString &note, const ExportFiles &files)
{
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const JobStatus &a, const JobStatus &b) { return a.createdAt > b.createdAt; });
    const std::vector<std::optional<bool>> there = files.areThere(jobs);
    JsonWriter json;
    json.beginObject().beginArray("jobs");
    for (qsizetype at = 0; at < jobs.size(); ++at)
        writeStatus(json, jobs.at(at), {true, true}, there.at(static_cast<std::size_t>(at)));
    json.endArray();
    if (!note.isEmpty())
        json.field("note", note);
    json.endObject();
    return jsonAnswer(200, std::move(json));
}

http::Response acceptedAnswer(const QString &jobId, ExportKind kind, qint64 total, const QDateTime &estimatedCompletion,
                              std::optional<int> workers)
{
    QString message =
        kind == ExportKind::Pdf ? QStringLiteral("PDF report queued") : QStringLiteral("ZIP archive queued");
    if (!workers)
        message += QLatin1String("; the workers couldn't be counted: GET /health says whether one is online");
    else if (*workers == 0)
        message += QLatin1String("; no worker is online: it is made if one starts within the hour");
    JsonWriter json;
    json.beginObject()
        .fieldOrNull("estimated_completion", estimatedCompletion)
        .field("job_id", jobId)
        .field("message", message)
        .field("status", exports::wireName(JobState::Processing));
    if (kind == ExportKind::Zip)
        json.field("total_detections", total);
    json.endObject();
    return jsonAnswer(202, std::move(json));
}

http::Response repeatedAnswer(const Result<JobStatus> &status, ExportKind kind)
{
    if (!status)
        return failure(status.error(), Server::Redis);
    const JobStatus &job = *status;
    QString message = QStringLiteral("This Idempotency-Key was used for this job, which ");
    if (!job.isFinished())
        message += QLatin1String("waits or is being made");
    else if (job.state == JobState::Completed)
        message += QLatin1String("is completed");
    else
        message += (job.cancelled ? QLatin1String("was cancelled") : QLatin1String("has failed")) +
                   QLatin1String(": use another key to ask again");
    JsonWriter json;
    json.beginObject()
        .null("estimated_completion")
        .field("job_id", job.jobId)
        .field("message", message)
        .field("status", exports::wireName(job.state));
    if (kind == ExportKind::Zip)
        json.fieldOrNull("total_detections", qint64{job.totalDetections});
    json.endObject();
    return jsonAnswer(202, std::move(json));
}

QDateTime estimateCompletion(const QDateTime &now, ExportKind kind, qint64 total, qint64 ahead, int workers)
{
    constexpr qint64 PdfSeconds = 5;
    constexpr qint64 DetectionsPerSecond =
        100; // photos decoded on a slow disk; measured several times that on an idle machine
    constexpr qint64 SecondsOfAnother = 10;
    const qint64 own = kind == ExportKind::Pdf ? PdfSeconds : 2 + std::max<qint64>(0, total) / DetectionsPerSecond;
    return now.addSecs(own + ahead * SecondsOfAnother / std::max(1, workers));
}

} // namespace herdbook::api
