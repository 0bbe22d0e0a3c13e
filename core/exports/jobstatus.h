// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exports/cropcounts.h"
#include "core/exports/exportrequest.h"

#include <QByteArray>
#include <QDateTime>

namespace herdbook::exports {

/// The only three states there are on the wire.
enum class JobState { Processing, Completed, Failed };

/// The value of `export_job:{job_id}`. Times are UTC; counts and sizes are -1 where they are not known.
struct JobStatus
{
    QString jobId;
    JobState state = JobState::Processing;
    QDateTime createdAt;
    QDateTime completedAt; ///< completed and failed
    QString fileName;      ///< completed
    QString downloadUrl;   ///< completed
    qint64 fileSize = -1;  ///< bytes; completed
    QString error;         ///< failed: one line a person can act on
    int totalDetections = -1;
    int processedCount = -1;

    // Herdbook's own, absent from other writers.
    std::optional<ExportKind> kind;
    QString stage;
    QString worker;
    int attempt = 0;
    bool cancelled = false; ///< failed because it was cancelled
    QString sha256;
    QString parentJobId;
    QString requestedBy; ///< user@host
    QJsonObject request; ///< what was asked for, as toJson(ExportRequest)
    QDateTime startedAt; ///< when the current attempt began
    QString waitingFor;  ///< file name of a photo whose disk doesn't answer
    std::optional<CropCounts> crops; ///< completed ZIP with crops: what it lacks

    bool isFinished() const { return state != JobState::Processing; }
    /// 0..100, or -1 where it can't be told.
    int percent() const;
    bool operator==(const JobStatus &) const = default;
};

/// Life of a status key in seconds; every write starts it anew.
inline constexpr int StatusLifetime = 3600;

/// The JSON text of the wire, compact, with every field of the contract that applies.
QByteArray toWire(const JobStatus &status);

/// Reads a status of any writer: unknown fields ignored, times with or without `Z`, counts clamped to processed <= total.
/// Corrupt ("unreadable status") when it isn't a JSON object or its status is none of the three.
Result<JobStatus> jobStatusFromWire(const QByteArray &text, const QString &jobId);

QString wireName(JobState state);

/// `export_job:{job_id}`.
QByteArray statusKey(const QString &jobId);

/// Ids from outside: `[A-Za-z0-9_-]{1,64}`.
bool isAcceptableJobId(const QString &text);

/// `/api/static/exports/{filename}`.
QString downloadUrl(const QString &fileName);

/// `report_{job_id}_{yyyyMMdd_HHmmss}.pdf`, `detections_{job_id}_{yyyyMMdd_HHmmss}.zip`; the time in UTC.
QString exportFileName(ExportKind kind, const QString &jobId, const QDateTime &time);

/// The job a file name of that form belongs to; nothing for any other name.
std::optional<QString> jobIdOfFile(const QString &fileName);

} // namespace herdbook::exports
