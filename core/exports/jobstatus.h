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
    QString
        waitingFor; ///< a photo's file name, `database`, `export folder`, `worker's machine` or WaitsForItsTime; empty: for nothing
    QString worker;
    int attempt = 0;
    bool cancelled = false; ///< failed because it was cancelled
    bool noData = false;    ///< failed because nothing that was asked for is in the database
    QString sha256;
    QString parentJobId;
    QString requestedBy;             ///< `user@host`
    QJsonObject request;             ///< what was asked for, as toJson(ExportRequest)
    QDateTime startedAt;             ///< when the current attempt began
    std::optional<CropCounts> crops; ///< completed ZIP with crops, or of detections by id: what it lacks

    bool isFinished() const { return state != JobState::Processing; }
    /// 0..100, or -1 where it can't be told.
    int percent() const;
    bool operator==(const JobStatus &) const = default;
};

/// Whether a completed export may lack what nobody counted: a ZIP with crops, or of detections by id, whose status has no counts, as those of
/// Python workers. Of an empty request it isn't known what was asked for.
bool isUncounted(std::optional<ExportKind> kind, const QJsonObject &request, const std::optional<CropCounts> &crops);

/// What `waitingFor` says of a job that isn't to start before a time (Celery's `eta`).
inline const QString WaitsForItsTime = QStringLiteral("eta");

/// Life of a status key in seconds; every write starts it anew.
inline constexpr int StatusLifetime = 3600;

/// The JSON text of the wire, compact, with every field of the contract that applies.
QByteArray toWire(const JobStatus &status);

/// Reads a status of any writer: unknown fields ignored, times with or without `Z` or in seconds since 1970, numbers in quotes, NaN for none,
/// counts clamped to processed <= total.
/// Corrupt ("unreadable status") when it isn't a JSON object or its status is none of the three.
Result<JobStatus> jobStatusFromWire(const QByteArray &text, const QString &jobId);

QString wireName(JobState state);

/// `export_job:{job_id}`.
QByteArray statusKey(const QString &jobId);

/// Ids from outside, as Celery takes them: 1-255 bytes of UTF-8 without control characters, lone surrogates or U+FFFD.
bool isAcceptableJobId(const QString &text);

/// Whether a job with this id can at least get a status that says it failed: any valid UTF-8 up to 4 KiB, acceptable or not.
bool canBeAnswered(const QString &jobId);

/// A job's name in file names: its id where that matches `[A-Za-z0-9_-]{1,64}`, else the first 32 hex digits of its SHA-256.
QString fileStem(const QString &jobId);

/// `/api/static/exports/{filename}`.
QString downloadUrl(const QString &fileName);

/// `report_{stem}_{yyyyMMdd_HHmmss}.pdf`, `detections_{stem}_{yyyyMMdd_HHmmss}.zip`; the time in UTC.
QString exportFileName(ExportKind kind, const QString &jobId, const QDateTime &time);

/// The fileStem() in a file name of that form; nothing for any other name, folders included.
std::optional<QString> stemOfFile(const QString &fileName);

/// Whether a file of that name is that job's: only such a file is ever served or deleted for it.
bool isFileOfJob(const QString &fileName, const QString &jobId);

} // namespace herdbook::exports
