// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/handsreader.h"
#include "core/jobs/keyscanner.h"
#include "core/jobs/queuereader.h"
#include "core/jobs/trackedjob.h"

#include <unordered_map>

namespace herdbook::jobs {

/// How the whole of the jobs' world is doing.
struct Health
{
    QDateTime readAt;
    double milliseconds = 0; ///< the shortest round trip of the turn
    qint64 queueLength = 0;
    int workersOnline = 0; ///< processes with a lease
    bool readOnly = false; ///< this Redis user may not write
    bool complete = false; ///< whether the key space has been gone through once
};

/// What a turn changed.
struct JobDelta
{
    QList<JobRowPtr> changed;
    QStringList gone; ///< no longer to be shown
    Health health;
};

/// Knows all jobs of one Redis and what the history adds, and tells turn by turn what changed. Used by one thread.
class JobTracker
{
public:
    struct Options
    {
        RedisSettings redis;
        QString exportFolder; ///< may be empty or not mounted: files are then "unknown", not "gone"
        QString identity;     ///< user@host: whose jobs are "mine"
        Clock clock;
    };

    explicit JobTracker(Options options);

    /// Adds jobs the history knows and Redis may not know any more.
    void learn(const QList<JobRow> &past);

    /// Takes jobs off the books; one that turns up in Redis again comes back.
    void forget(const QStringList &jobIds);

    /// Reads once around. A failed turn changes nothing that is known.
    Result<JobDelta> turn();

    /// Changed rows that belong into the history, at most `limit`; the rest the next time.
    QList<JobRowPtr> takeForHistory(int limit);

    /// All rows as last delivered, for a listener that starts anew.
    QList<JobRowPtr> rows() const;

    bool hasWork() const { return m_hasWork; } ///< something waits or runs

private:
    Result<void> greet();
    Result<void> discover();
    Result<void> readStatuses();
    Result<void> readValues(const std::vector<TrackedJob *> &jobs);
    /// The command with all keys, some hundred at a time; an answer each.
    Result<std::vector<storage::RedisReply>> askInPages(const char *command, const std::vector<TrackedJob *> &jobs);
    Result<void> readExpiries(const std::vector<TrackedJob *> &changed);
    Result<void> readResults();
    void joinQueueAndHands();
    void lookAtFiles();
    void judge(JobDelta &delta);
    TrackedJob &tracked(const QByteArray &id);

    Options m_options;
    storage::Redis m_redis;
    KeyScanner m_scanner;
    QueueReader m_queue;
    HandsReader m_hands;
    std::unordered_map<QByteArray, std::unique_ptr<TrackedJob>> m_jobs;
    QStringList m_gone;
    Health m_health;
    QDateTime m_now;
    QDateTime m_redisStarted;
    size_t m_expiryTurn = 0, m_fileTurn = 0, m_finishedTurn = 0;
    std::vector<TrackedJob *> m_live; ///< whose key is worth reading
    bool m_hasWork = false;
};

} // namespace herdbook::jobs
