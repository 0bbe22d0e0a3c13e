// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstatus.h"

#include "core/base/clock.h"
#include "core/exports/redisnames.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace herdbook::exports {

namespace {

constexpr QByteArrayView NonNumbers[] = {"NaN", "Infinity", "-Infinity"};

const QString StateNames[] = {QStringLiteral("processing"), QStringLiteral("completed"), QStringLiteral("failed")};

std::optional<JobState> stateFromString(const QString &text)
{
    for (int at = 0; at < 3; ++at) {
        if (StateNames[at] == text)
            return static_cast<JobState>(at);
    }
    return std::nullopt;
}

/// Python writes these three where a number is none, which JSON doesn't have.
QByteArray withoutNonNumbers(const QByteArray &text)
{
    QByteArray plain;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QByteArrayView rest = QByteArrayView(text).sliced(at);
        const auto *none = std::ranges::find_if(NonNumbers, [&](QByteArrayView each) { return rest.startsWith(each); });
        if (!quoted && none != std::end(NonNumbers)) {
            plain += "null";
            at += none->size() - 1;
            continue;
        }
        if (quoted && text.at(at) == '\\' && at + 1 < text.size())
            plain += text.at(at++);
        else if (text.at(at) == '"')
            quoted = !quoted;
        plain += text.at(at);
    }
    return plain;
}

qint64 countIn(const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(QLatin1String(name));
    bool isNumber = value.isDouble();
    const double number = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
    return isNumber && number >= 0 && number < 9e15 ? static_cast<qint64>(number) : -1;
}

/// Of Python also as seconds since 1970.
QDateTime timeIn(const QJsonObject &json, const char *name)
{
    constexpr double MostSeconds = 1e11;
    const QJsonValue value = json.value(QLatin1String(name));
    const double seconds = value.toDouble();
    if (seconds > 0 && seconds < MostSeconds)
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC);
    return fromWireTime(value.toString()).value_or(QDateTime());
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
    QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isNull())
        document = QJsonDocument::fromJson(withoutNonNumbers(text));
    const QJsonObject json = document.object();
    const std::optional<JobState> state = stateFromString(json.value(QLatin1String("status")).toString());
    if (!document.isObject() || !state)
        return Error{ErrorKind::Corrupt, QStringLiteral("Unreadable status")};
    const auto textIn = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };

    JobStatus status;
    status.jobId = jobId;
    status.state = *state;
    status.createdAt = timeIn(json, "created_at");
    status.completedAt = timeIn(json, "completed_at");
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
    // Workers that don't know the field say so in these words, or not at all.
    status.noData = json.value(QLatin1String("no_data"))
                        .toBool(status.state == JobState::Failed &&
                                status.error.startsWith(QLatin1String("No detections found"), Qt::CaseInsensitive));
    status.sha256 = textIn("sha256");
    status.parentJobId = textIn("parent_job_id");
    status.requestedBy = textIn("requested_by");
    status.startedAt = timeIn(json, "started_at");
    status.crops = cropCountsIn(json);
    status.request = json.value(QLatin1String("request")).toObject();
    return status;
}

bool isUncounted(std::optional<ExportKind> kind, const QJsonObject &request, const std::optional<CropCounts> &crops)
{
    const QString ids = QStringLiteral("detection_ids");
    const bool mayLack = request.value(QLatin1String("include_crops")).toBool(true) ||
                         !request.value(ids).toArray().isEmpty() || notKept(request).contains(ids);
    return kind == ExportKind::Zip && !crops && mayLack;
}

QByteArray statusKey(const QString &jobId)
{
    return StatusPrefix + jobId.toUtf8();
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
