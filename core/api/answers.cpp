// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/answers.h"

#include "core/base/clock.h"
#include "core/base/logging.h"

#include <QJsonDocument>

namespace herdbook::api {

using exports::ExportKind;
using exports::JobState;
using exports::JobStatus;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(toWireTime(time)) : QJsonValue();
}

QJsonValue orNull(qint64 count)
{
    return count >= 0 ? QJsonValue(count) : QJsonValue();
}

QJsonObject commonFields(const JobStatus &status)
{
    const bool completed = status.state == JobState::Completed;
    const QString url = status.downloadUrl.isEmpty() ? exports::downloadUrl(status.fileName) : status.downloadUrl;
    const QDateTime expires =
        status.completedAt.isValid() ? status.completedAt.addSecs(exports::StatusLifetime) : QDateTime();
    return {{QLatin1String("job_id"), status.jobId},
            {QLatin1String("status"), exports::wireName(status.state)},
            {QLatin1String("filename"), completed ? orNull(status.fileName) : QJsonValue()},
            {QLatin1String("download_url"), completed && !status.fileName.isEmpty() ? QJsonValue(url) : QJsonValue()},
            {QLatin1String("file_size_bytes"), completed ? orNull(status.fileSize) : QJsonValue()},
            {QLatin1String("error_message"), orNull(status.error)},
            {QLatin1String("created_at"), orNull(status.createdAt)},
            {QLatin1String("completed_at"), orNull(status.completedAt)},
            {QLatin1String("expires_at"), orNull(expires)}};
}

void addProgress(QJsonObject &json, const JobStatus &status)
{
    json.insert(QLatin1String("total_detections"), orNull(qint64{status.totalDetections}));
    json.insert(QLatin1String("processed_count"), orNull(qint64{status.processedCount}));
    json.insert(QLatin1String("progress_percent"), std::clamp(status.percent(), 0, 100));
}

} // namespace

http::Response jsonAnswer(int status, const QJsonObject &body)
{
    http::Response response;
    response.status = status;
    response.headers =
        "Content-Type: application/json\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
    return response;
}

http::Response problem(int status, const QString &detail)
{
    return jsonAnswer(status, {{QLatin1String("detail"), detail}});
}

http::Response invalid(const QList<exports::Violation> &violations)
{
    QJsonArray errors;
    for (const exports::Violation &violation : violations)
        errors.append(QJsonObject{{QLatin1String("field"), violation.field},
                                  {QLatin1String("rule"), violation.rule},
                                  {QLatin1String("message"), violation.message}});
    return jsonAnswer(400, {{QLatin1String("detail"), violations.first().message}, {QLatin1String("errors"), errors}});
}

http::Response failure(const Error &error, const QString &server)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return problem(404, error.message);
    case ErrorKind::Conflict:
        return problem(409, error.message);
    case ErrorKind::Unreachable:
    case ErrorKind::Denied:
    case ErrorKind::Storage: {
        http::Response response = problem(503, server + QLatin1String(" is not available; try again shortly"));
        response.add("Retry-After", "2");
        return response;
    }
    case ErrorKind::Corrupt:
        return problem(500, error.message);
    default:
        qCWarning(logApi).noquote() << error.message;
        return problem(500, server + QLatin1String(" gave an unexpected answer; the log of the service says more"));
    }
}

http::Response statusAnswer(const Result<JobStatus> &status, ExportKind asked)
{
    if (!status)
        return failure(status.error(), QStringLiteral("Redis"));
    const JobStatus &job = status.value();
    if (job.kind.value_or(asked) != asked)
        return problem(404, QStringLiteral("Job not found or expired"));
    QJsonObject json = commonFields(job);
    if (asked == ExportKind::Zip)
        addProgress(json, job);
    return jsonAnswer(200, json);
}

http::Response listAnswer(QList<JobStatus> jobs)
{
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const JobStatus &a, const JobStatus &b) { return a.createdAt > b.createdAt; });
    QJsonArray list;
    for (const JobStatus &job : jobs) {
        QJsonObject json = commonFields(job);
        addProgress(json, job);
        json.insert(QLatin1String("kind"), job.kind ? QJsonValue(exports::wireName(*job.kind)) : QJsonValue());
        json.insert(QLatin1String("stage"), orNull(job.stage));
        json.insert(QLatin1String("cancelled"), job.cancelled);
        json.insert(QLatin1String("requested_by"), orNull(job.requestedBy));
        list.append(json);
    }
    return jsonAnswer(200, {{QLatin1String("jobs"), list}});
}

http::Response acceptedAnswer(const QString &jobId, ExportKind kind, qint64 total, const QDateTime &estimatedCompletion,
                              bool workerOnline)
{
    QString message =
        kind == ExportKind::Pdf ? QStringLiteral("PDF report queued") : QStringLiteral("ZIP archive queued");
    if (!workerOnline)
        message += QLatin1String("; no worker is online, it is made as soon as one is");
    QJsonObject json{{QLatin1String("job_id"), jobId},
                     {QLatin1String("status"), exports::wireName(JobState::Processing)},
                     {QLatin1String("message"), message},
                     {QLatin1String("estimated_completion"), toWireTime(estimatedCompletion)}};
    if (kind == ExportKind::Zip)
        json.insert(QLatin1String("total_detections"), total);
    return jsonAnswer(202, json);
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
