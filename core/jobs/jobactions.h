// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/folderuse.h"
#include "core/exports/jobstore.h"
#include "core/jobs/jobrow.h"

#include <QFuture>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace herdbook {
class DiskHand;
}

namespace herdbook::jobs {

/// What became of an action on several jobs.
struct ActionOutcome
{
    int done = 0;
    QStringList errors; ///< one line a job that it couldn't be done for
    QStringList left;   ///< ids of those, and of jobs not tried after an error that they would have met as well

    qsizetype untried() const { return left.size() - errors.size(); }
    /// The others of the jobs it was to be done for.
    QStringList doneOf(QStringList jobIds) const;
};

/// What became of old files that were to be deleted.
struct FreedFiles
{
    int files = 0;
    qint64 bytes = 0;
    QStringList errors; ///< one line a file that couldn't be deleted
};

/// One line an action in a local log file: when, who, what, which job, what came of it. The file is turned over at 1 MB.
class AuditLog
{
public:
    explicit AuditLog(QString path) : m_path(std::move(path)) {}

    /// Appends the line; a log that can't be written is reported once on standard error and stops nobody.
    void write(const QDateTime &time, const QString &who, const QString &action, const QString &jobId,
               const QString &outcome);
    QString path() const { return m_path; }

private:
    QString m_path;
    bool m_complained = false;
};

/// Carries out what the user asks for, one after the other in a thread of its own with a connection of its own. Futures answer in
/// that thread: continue with whenDone() of core/base. Another thread may wait for them. The destructor waits until all is done.
class JobActions
{
public:
    struct Options
    {
        RedisSettings redis;
        QString exportFolder; ///< removed jobs' files go too; empty: none here
        QString identity;     ///< `user@host`
        QString auditPath;    ///< empty: no log
        Clock clock;
    };

    explicit JobActions(Options options);
    ~JobActions();

    /// Queues a request; answers the job's id.
    QFuture<Result<QString>> submit(const exports::Submission &submission);

    /// New jobs with the same requests. Each names the job it repeats, which is cancelled where it waits too late.
    QFuture<ActionOutcome> runAgain(const QList<JobRowPtr> &rows, const QDate &today);

    /// Jobs that wait or run end as failed and cancelled.
    QFuture<ActionOutcome> cancel(const QList<JobRowPtr> &rows);

    /// Cancels what isn't finished, then deletes status and file.
    QFuture<ActionOutcome> remove(const QList<JobRowPtr> &rows);

    /// The action that mends a contradiction (see Mender).
    QFuture<ActionOutcome> mend(const QList<JobRowPtr> &rows);

    /// Deletes those of the files that no job names by now and that are older than that still: some at a time, between which other actions
    /// have their turn. The destructor leaves the rest as it is.
    QFuture<FreedFiles> freeFiles(const QList<exports::AgedFile> &files, const QDateTime &before);

private:
    using Step = std::function<Result<void>(const JobRow &)>;
    QFuture<ActionOutcome> each(const QString &action, const QList<JobRowPtr> &rows, Step step);
    Result<void> removeOne(const JobRow &row);
    struct Freeing;
    void freeSome(const std::shared_ptr<Freeing> &freeing);
    /// Whether it was deleted.
    Result<bool> freeFile(const DiskHand &hand, const exports::AgedFile &file, const QDateTime &before);
    void log(const QString &action, const QString &jobId, const Result<void> &result);

    Options m_options;
    storage::Redis m_redis; ///< used by the pool's one thread
    AuditLog m_audit;
    std::atomic<bool> m_ending = false;
    QThreadPool m_pool;
};

} // namespace herdbook::jobs
