// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/exports/jobstatus.h"
#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

#include <functional>
#include <optional>

namespace herdbook::exports {

/// What a producer adds to a request.
struct Submission
{
    ExportRequest request;
    QString requestedBy;      ///< `user@host`
    QString parentJobId;      ///< the job this one repeats; may be empty
    QString idempotencyKey;   ///< the same key and request within an hour give the same job; may be empty
    int totalDetections = -1; ///< where it is known beforehand
    std::function<bool(const JobStatus &)>
        isLost{}; ///< whether the file of a completed job is gone, so that its idempotency key makes a new one; may be null
};

/// What JobStore::submit() sends, for storage::refusedCommands(): about a job that nobody has, without an idempotency key.
QList<QByteArrayList> submitCommands(const RedisSettings &redis);

/// Jobs in Redis: puts them in the queue and reads their status. One thread at a time, as its connection.
class JobStore
{
public:
    JobStore(storage::Redis &redis, Clock clock);

    /// Status and message in one step, so that no worker can be overtaken by its own "processing", and none is without the other whatever
    /// Redis refuses. Returns the job's id; where the idempotency key was used for the same request and that job is
    /// still known and its file not lost, its id, and nothing is queued. Conflict, naming the field that differs, where it was used for
    /// another request.
    Result<QString> submit(const Submission &submission);

    /// The job that the last submit() found under its idempotency key, or why its status can't be read; nothing where it queued a new one.
    const std::optional<Result<JobStatus>> &earlier() const { return m_earlier; }

    /// Whether the last submit(), if it failed, may have queued the job all the same: its answer was lost, and nothing told since.
    bool isInDoubt() const { return m_inDoubt; }

    /// NotFound "Job not found or expired" without a key; Corrupt when the value can't be read.
    Result<JobStatus> status(const QString &jobId);

    /// SETEX of an hour.
    Result<void> write(const JobStatus &status);

    /// How many wait in the queue.
    Result<qint64> queueLength();

private:
    /// The earlier job of an idempotency key, as its value tells, which it keeps; nothing where a new one is to be made.
    Result<std::optional<QString>> earlierJob(const QByteArray &known, const Submission &submission,
                                              const QJsonObject &request);
    Result<QDateTime> serverTime();

    storage::Redis &m_redis;
    Clock m_clock;
    QueueNames m_names;
    bool m_inDoubt = false;
    std::optional<Result<JobStatus>> m_earlier;
};

/// The values of status keys, Nil where there is none, in the order asked for; of each up to 64 KiB, which is enough to see that a monster
/// is no status. Of a key of another type the refusal.
Result<std::vector<storage::RedisReply>> readStatusValues(storage::Redis &redis, const QByteArrayList &keys);

/// `user@host` of this process.
QString requesterIdentity();

} // namespace herdbook::exports
