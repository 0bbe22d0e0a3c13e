// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstatus.h"

#include "core/base/clock.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

namespace herdbook::exports {

namespace {

const QString StateNames[] = {QStringLiteral("processing"), QStringLiteral("completed"), QStringLiteral("failed")};

std::optional<JobState> stateFromString(const QString &text)
{
    for (int at = 0; at < 3; ++at) {
        if (StateNames[at] == text)
            return static_cast<JobState>(at);
    }
    return std::nullopt;
}

qint64 countIn(const QJsonObject &json, const char *name)
{
    const double number = json.value(QLatin1String(name)).toDouble(-1);
    return number >= 0 && number < 9e15 ? static_cast<qint64>(number) : -1;
}

int smallCountIn(const QJsonObject &json, const char *name)
{
    return static_cast<int>(std::min<qint64>(countIn(json, name), std::numeric_limits<int>::max()));
}

} // namespace

int JobStatus::percent() const
{
    if (state == JobState::Completed)
        return 100;
    if (totalDetections <= 0 || processedCount < 0)
        return -1;
    return static_cast<int>(qint64{100} * std::min(processedCount, totalDetections) / totalDetections);
}

QString wireName(JobState state)
{
    return StateNames[static_cast<int>(state)];
}

QByteArray toWire(const JobStatus &status)
{
    QJsonObject json{{QLatin1String("status"), wireName(status.state)},
                     {QLatin1String("job_id"), status.jobId},
                     {QLatin1String("created_at"), toWireTime(status.createdAt)}};
    const auto text = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(name), value);
    };
    const auto time = [&](const char *name, const QDateTime &value) {
        if (value.isValid())
            json.insert(QLatin1String(name), toWireTime(value));
    };
    json.insert(QLatin1String("total_detections"), std::max(0, status.totalDetections));
    json.insert(QLatin1String("processed_count"),
                std::clamp(status.processedCount, 0, std::max(0, status.totalDetections)));
    time("completed_at", status.completedAt);
    text("filename", status.fileName);
    text("download_url", status.downloadUrl);
    if (status.fileSize >= 0)
        json.insert(QLatin1String("file_size_bytes"), status.fileSize);
    text("error", status.error);
    if (status.kind)
        json.insert(QLatin1String("kind"), wireName(*status.kind));
    text("stage", status.stage);
    text("waiting_for", status.waitingFor);
    text("worker", status.worker);
    if (status.attempt > 0)
        json.insert(QLatin1String("attempt"), status.attempt);
    if (status.cancelled)
        json.insert(QLatin1String("cancelled"), true);
    if (status.noData)
        json.insert(QLatin1String("no_data"), true);
    text("sha256", status.sha256);
    text("parent_job_id", status.parentJobId);
    text("requested_by", status.requestedBy);
    time("started_at", status.startedAt);
    if (status.crops)
        insertCropCounts(json, *status.crops);
    if (!status.request.isEmpty())
        json.insert(QLatin1String("request"), status.request);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<JobStatus> jobStatusFromWire(const QByteArray &text, const QString &jobId)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const QJsonObject json = document.object();
    const std::optional<JobState> state = stateFromString(json.value(QLatin1String("status")).toString());
    if (!document.isObject() || !state)
        return Error{ErrorKind::Corrupt, QStringLiteral("Unreadable status")};
    const auto textIn = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const auto timeIn = [&](const char *name) { return fromWireTime(textIn(name)).value_or(QDateTime()); };

    JobStatus status;
    status.jobId = jobId;
    status.state = *state;
    status.createdAt = timeIn("created_at");
    status.completedAt = timeIn("completed_at");
    status.fileName = textIn("filename");
    status.downloadUrl = textIn("download_url");
    status.fileSize = countIn(json, "file_size_bytes");
    status.error = textIn("error");
    status.totalDetections = smallCountIn(json, "total_detections");
    status.processedCount = smallCountIn(json, "processed_count");
    if (status.totalDetections >= 0)
        status.processedCount = std::min(status.processedCount, status.totalDetections);
    status.kind = exportKindFromString(textIn("kind"));
    status.stage = textIn("stage");
    status.waitingFor = textIn("waiting_for");
    status.worker = textIn("worker");
    status.attempt = std::max(0, smallCountIn(json, "attempt"));
    status.cancelled = json.value(QLatin1String("cancelled")).toBool();
    status.noData = json.value(QLatin1String("no_data")).toBool();
    status.sha256 = textIn("sha256");
    status.parentJobId = textIn("parent_job_id");
    status.requestedBy = textIn("requested_by");
    status.startedAt = timeIn("started_at");
    status.crops = cropCountsIn(json);
    status.request = json.value(QLatin1String("request")).toObject();
    return status;
}

QByteArray statusKey(const QString &jobId)
{
    return "export_job:" + jobId.toUtf8();
}

bool isAcceptableJobId(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return !bytes.isEmpty() && bytes.size() <= 255 && QString::fromUtf8(bytes) == text &&
           std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter ||
                      c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
           });
}

bool canBeAnswered(const QString &jobId)
{
    const QByteArray bytes = jobId.toUtf8();
    return !bytes.isEmpty() && bytes.size() <= 4096 && QString::fromUtf8(bytes) == jobId;
}

QString fileStem(const QString &jobId)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_-]{1,64}\\z"));
    if (plain.match(jobId).hasMatch())
        return jobId;
    return QString::fromLatin1(QCryptographicHash::hash(jobId.toUtf8(), QCryptographicHash::Sha256).toHex().first(32));
}

QString downloadUrl(const QString &fileName)
{
    return QStringLiteral("/api/static/exports/") + fileName;
}

QString exportFileName(ExportKind kind, const QString &jobId, const QDateTime &time)
{
    const QString stamp = time.toUTC().toString(QStringLiteral("yyyyMMdd_HHmmss"));
    return kind == ExportKind::Pdf ? QStringLiteral("report_%1_%2.pdf").arg(fileStem(jobId), stamp)
                                   : QStringLiteral("detections_%1_%2.zip").arg(fileStem(jobId), stamp);
}

std::optional<QString> stemOfFile(const QString &fileName)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:report_(?<pdf>[A-Za-z0-9_-]{1,64})_\\d{8}_\\d{6}\\.pdf|"
                       "detections_(?<zip>[A-Za-z0-9_-]{1,64})_\\d{8}_\\d{6}\\.zip)\\z"));
    const QRegularExpressionMatch match = form.match(fileName);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(QStringLiteral("pdf")) + match.captured(QStringLiteral("zip"));
}

bool isFileOfJob(const QString &fileName, const QString &jobId)
{
    return stemOfFile(fileName) == fileStem(jobId);
}

} // namespace herdbook::exports
