// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/redisnames.h"
#include "core/exports/workerbeats.h"
#include "core/jobs/files/filewatch.h"
#include "core/jobs/tracking/handsreader.h"
#include "core/jobs/tracking/keyscanner.h"
#include "core/jobs/writewatch.h"

#include <QSet>
#include <unordered_map>

namespace herdbook::jobs {

/// The state of queue, workers and connection.
struct Health
{
    QDateTime readAt;
    QDateTime filesSilentSince; ///< since then the export folder doesn't answer; null while it does, or none is mounted
    double milliseconds = 0;    ///< the shortest round trip of the turn
    qint64 queueLength = 0;
    int workersOnline = 0;   ///< Herdbook's processes with a lease and without a problem, and Python workers that beat
    int pythonWorkers = 0;   ///< of these the Python ones
    int workersNotReady = 0; ///< Herdbook's processes that say why they can't work
    QStringList problems;    ///< why, one sentence each
    QStringList warnings;    ///< what else workers say, and clocks that differ; one sentence each
    qint64 jobsNotShown = 0; ///< roughly how many jobs in Redis aren't tracked (a scan may count some twice)
    bool readOnly = false;   ///< this Redis user may not write
    bool complete = false;   ///< the key space has been scanned once
};

/// What a turn changed.
struct JobDelta
{
    QList<JobRowPtr> changed;
    QStringList gone; ///< no longer to be shown
    Health health;
};

/// Tracks all jobs of one Redis, and those that only the history knows; each turn reports what changed. Used by one thread.
///
/// Jobs that wait or run are read every turn. Finished ones, and keys that nobody announced, are read only after something was written
/// (see WriteWatch), a bounded share per turn, so that ten thousand idle jobs cost next to nothing.
class JobTracker
{
public:
    struct Options
    {
        RedisSettings redis;
        QString exportFolder; ///< may be empty or not mounted: files are then "unknown", not "gone"
        QString identity;     ///< `user@host`: whose jobs are "mine"
        Clock clock;
        size_t mostJobs =
            20'000; ///< tracked, not counting those that run, are next in the queue, or were asked for here
        std::chrono::milliseconds folderPatience{250}; ///< a turn waits so long for the export folder's answer
    };

    explicit JobTracker(Options options);

    /// Adds jobs from the history, which Redis may no longer have.
    void learn(const QList<JobRow> &past);

    /// Tracks a job that was just asked for here, even beyond the limit.
    void expect(const QString &jobId) { tracked(jobId.toUtf8()); }

    /// Stops tracking jobs; one that turns up in Redis again comes back.
    void forget(const QStringList &jobIds);

    /// Reads everything that is due. A failed turn changes nothing.
    Result<JobDelta> turn();

    /// Changed rows to be written to the history, at most `limit`; the rest next time.
    QList<JobRowPtr> takeForHistory(int limit);
    /// These couldn't be written; takeForHistory() returns them again.
    void oweToHistory(const QList<JobRowPtr> &rows);

    /// All rows as last delivered, for a new listener.
    QList<JobRowPtr> rows() const;

    bool hasWork() const { return m_hasWork; } ///< something waits or runs

private:
    struct Hash
    {
        size_t operator()(const QByteArray &id) const { return qHash(id); }
    };

    /// The clock was set back: moves all times along, so that what was in the past stays there.
    void setBack(qint64 milliseconds);
    Result<void> greet();
    void touchIfChanged(bool placesKnown, bool pythonAbout, bool pythonUnheard);
    Result<void> discover();
    Result<void> readLists();
    Result<void> readStatuses();
    Result<void> readCancels(const TrackedJobs &due);
    Result<void> verifyExpiries(TrackedJobs changed);
    TrackedJobs dueForReading();
    void met(const QByteArray &key);
    void join();
    void touch(TrackedJob &job);
    void judge(JobDelta &delta);
    void regroup();
    void readHealth(double milliseconds);
    void readWorkers();
    TrackedJob &tracked(const QByteArray &id);
    void drop(const QByteArray &id);

    Options m_options;
    exports::QueueNames m_names;
    const QByteArray m_leasePrefix, m_listPrefix, m_cancelPrefix; ///< of m_names, asked of every key scanned
    storage::Redis m_redis;
    WriteWatch m_writes;
    KeyScanner m_scanner;
    QueueReader m_queue;
    HandsReader m_hands;
    exports::WorkerBeats m_beats;
    FileWatch m_files;
    std::unordered_map<QByteArray, std::unique_ptr<TrackedJob>, Hash> m_jobs;
    TrackedJobs m_watched, m_settled; ///< by group
    TrackedJobs m_placed;             ///< those with a place in the queue or in a worker's hands
    TrackedJobs m_met;                ///< new, or past and met again: to be read
    TrackedJobs m_touched;            ///< to be judged
    QSet<QByteArray> m_cancelled;     ///< ids whose cancel key was met
    QSet<QByteArray> m_forHistory;
    QStringList m_gone;
    Health m_health;
    QString m_refusal; ///< why Redis accepts no writes now
    QString m_skew;    ///< how far this machine's clock is off Redis's, where that matters
    QDateTime m_now;
    QDateTime m_redisNow; ///< by which messages expire
    quint64 m_turn = 0;
    quint64 m_writtenTurn = 1; ///< the last in which Redis may have been written to
    size_t m_readCredit = 0, m_readAt = 0, m_expiryAt = 0;
    size_t m_past = 0;       ///< jobs of that group
    qint64 m_notTracked = 0; ///< statuses met in this round of the scan for which there was no room
    bool m_placesKnown = true, m_pythonAbout = false, m_pythonUnheard = false; ///< as in JobFacts
    bool m_hasWork = false;
};

} // namespace herdbook::jobs
