// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/exports/jobstatus.h"
#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

namespace herdbook::exports {

/// What a producer adds to a request.
struct Submission
{
    ExportRequest request;
    QString requestedBy;      ///< user@host
    QString parentJobId;      ///< the job this one repeats; may be empty
    QString idempotencyKey;   ///< the same key within an hour gives the same job; may be empty
    int totalDetections = -1; ///< where it is known beforehand
};

/// Jobs in Redis: puts them in the queue and reads their status. One thread at a time, as its connection.
class JobStore
{
public:
    JobStore(storage::Redis &redis, Clock clock);

    /// Status and message in one MULTI/EXEC, so that no worker can be overtaken by its own "processing". Returns the job's id; with a
    /// known idempotency key the earlier job's, and nothing is queued.
    Result<QString> submit(const Submission &submission);

    /// NotFound "Job not found or expired" without a key; Corrupt when the value can't be read.
    Result<JobStatus> status(const QString &jobId);

    /// SETEX of an hour.
    Result<void> write(const JobStatus &status);

    /// How many wait in the queue.
    Result<qint64> queueLength();

private:
    storage::Redis &m_redis;
    Clock m_clock;
    QueueNames m_names;
};

/// user@host of this process.
QString requesterIdentity();

} // namespace herdbook::exports
