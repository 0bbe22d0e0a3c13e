// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstatus.h"

#include <memory>

namespace herdbook::jobs {

/// What a job is doing, as far as all facts together tell.
enum class RowState {
    Queued,
    Running,
    Completed,
    Failed,
    Cancelled,
    Unreadable, ///< the status key holds something that isn't a status
    Expired,    ///< its hour is over: "Job not found or expired"
    Removed,    ///< somebody else removed it
    Lost,       ///< Redis lost it before its hour was over
    Gone        ///< it went before its hour was over while nobody looked: removed or lost
};

/// Where the facts about a job contradict each other.
enum class Contradiction {
    None,
    NobodyHoldsIt,        ///< processing, but neither waiting nor in a worker's hands
    HolderStopped,        ///< in the hands of a worker whose lease ran out
    HolderUnheard,        ///< processing; a Python worker that isn't heard or seen may be at it
    WaitingTwice,         ///< waiting although a worker holds it (or held it until it stopped): it would be made twice
    DoneButProcessing,    ///< the task's result says success, the status key still says processing
    FailedButProcessing,  ///< the task's result says failure, the status key still says processing
    FinishedButQueued,    ///< finished, but still waiting: it would be made again
    FinishedButHeld,      ///< finished, but still in the list of a worker that stopped: it would be made again
    FileGone,             ///< completed, but the file isn't there
    FileDiffers,          ///< completed, but the file's size is another one
    NoFileNamed,          ///< completed, but the status names no file
    UnreadableStatus,     ///< what is in the key can't be read as a status
    WaitedTooLong,        ///< waiting for longer than its message holds: whoever takes it doesn't make it
    WaitingStatusExpired, ///< waiting for a worker for longer than the status key lives
    RunningStatusExpired, ///< in a worker's hands, but the status key is gone
    NeverExpires,         ///< the status key has no time to live
    LostByRedis           ///< gone before its hour was over
};

/// The one action that puts a contradiction right.
enum class Mending {
    None,
    PutBackInQueue, ///< to the front of the queue, out of the hands of the worker that stopped
    RunAgain,       ///< a new job with the same request
    SubmitAgain,    ///< the same for a job that was lost, or is too late; what still waits of it is cancelled
    TakeOut,        ///< take the spare message out of the queue or the stopped worker's list
    RestoreStatus,  ///< write the status key anew
    AcceptResult,   ///< write the status the task's result tells
    SetExpiry,      ///< let the key end in an hour
    MarkFailed,     ///< nobody knows what was asked for: end it as failed
    Remove          ///< delete what can't be read
};

/// A task a worker has taken and not yet acknowledged.
struct Hand
{
    QString worker;      ///< host:pid:slot; empty for a Python worker
    bool python = false; ///< seen in Celery's `unacked`
    bool alive = false;  ///< its lease is there; of a Python worker: any of them is heard, or none can be
    QDateTime lastAlive; ///< when its lease was last seen; null if never
    bool operator==(const Hand &) const = default;
};

/// What is known about the file of a completed job.
enum class FileFact {
    None,
    Unknown, ///< no folder is mounted here
    Silent,  ///< the folder is, but doesn't answer
    Present,
    Gone,
    WrongSize
};

/// A file that can't be had from a folder here, but perhaps from the web address.
inline bool isElsewhere(FileFact fact)
{
    return fact == FileFact::Unknown || fact == FileFact::Silent;
}

/// One thing that happened to a job, as it was seen or as the status tells.
struct TimelineEvent
{
    enum class Kind {
        Asked,
        Queued,
        Taken,
        Stage,
        HolderStopped,
        Completed,
        Failed,
        Cancelled,
        FileGone,
        Expired,
        Lost,
        Removed
    };

    Kind kind = Kind::Asked;
    QDateTime time;
    QString detail; ///< position, worker, stage or error; plain text
    int attempt = 0;
    bool operator==(const TimelineEvent &) const = default;
};

/// One job as the table shows it. Immutable once delivered; times are UTC, null where unknown.
struct JobRow // NOLINT(clang-analyzer-optin.performance.Padding): in the order one reads them
{
    QString id;
    RowState state = RowState::Queued;
    Contradiction contradiction = Contradiction::None;
    Mending mending = Mending::None;

    std::optional<exports::ExportKind> kind;
    QString title;
    QDate start, end;        ///< the period asked for; null where there is none
    int periods = 0;         ///< of a comparison
    int detectionIds = 0;    ///< of a ZIP by ids
    QJsonObject request;     ///< empty when it isn't known
    QStringList notKept;     ///< what was asked for and isn't in `request`: exports::notKept()
    bool repeatable = false; ///< all that was asked for is known, and valid but for the passing of time
    QString requestedBy;
    bool mine = false;

    int queuePosition = 0; ///< 1 is next; 0: not waiting
    int queueLength = 0;
    QDateTime beginBy; ///< waiting: no worker begins it later; null: at any time, or not known
    std::optional<Hand> hand;
    bool cancelRequested = false;
    QString stage;
    QString worker;
    int attempt = 0;
    int total = -1, processed = -1, percent = -1;
    double itemsPerSecond = 0; ///< 0: not known yet
    int secondsLeft = -1;

    QDateTime createdAt, startedAt, finishedAt, expiresAt;
    QString error;
    std::optional<exports::CropCounts> crops; ///< of a completed ZIP: what it lacks, where its worker says it
    QString waitingFor;                       ///< running: the photo whose disk doesn't answer
    FileFact file = FileFact::None;
    QString fileName;
    QString localPath; ///< where the file is found on this machine; empty without an export folder
    qint64 fileSize = -1;
    QString sha256;
    QString parentJobId;

    QString resultText; ///< file name or error that the task's result tells, where it contradicts the status
    QByteArray raw;     ///< the status key's bytes
    QString seenIn;     ///< the run of Redis its key was last read in (WriteWatch::run()); empty: not known
    QList<TimelineEvent> timeline;
    QString searchText; ///< lower case: title, kind, id, arguments, error

    bool isWaitingOrRunning() const { return state == RowState::Queued || state == RowState::Running; }
    bool isFinished() const
    {
        return state == RowState::Completed || state == RowState::Failed || state == RowState::Cancelled;
    }
    /// Expired, removed, lost or gone: only the history knows it.
    bool isPast() const
    {
        return state == RowState::Expired || state == RowState::Removed || state == RowState::Lost ||
               state == RowState::Gone;
    }
    bool operator==(const JobRow &) const = default;
};

using JobRowPtr = std::shared_ptr<const JobRow>;

} // namespace herdbook::jobs
