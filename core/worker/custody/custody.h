// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/redisnames.h"
#include "core/storage/redis.h"
#include "core/worker/runningjob.h"

namespace herdbook::worker {

/// What Redis answers to who says a job is his.
enum class Verdict {
    Mine,      ///< done as asked
    Cancelled, ///< somebody cancelled or removed it
    Finished,  ///< its final status is already there
    Lost,      ///< another worker has it by now
    Duplicate  ///< another worker is making it from a second copy of the message
};

struct Outcome
{
    Verdict verdict = Verdict::Mine;
    QByteArray status; ///< the job's status in Redis before; empty where there is none
};

/// The steps by which a job changes hands, each one Lua script and so all or nothing. Every write is guarded: it takes effect only
/// while nobody cancelled or finished the job, and no other worker took it over (the attempt number tells).
/// One thread at a time, as its connection. All answer Unreachable and the like of storage::Redis.
class Custody
{
public:
    Custody(storage::Redis &redis, exports::QueueNames names) : m_redis(redis), m_names(std::move(names)) {}

    /// Makes a taken job this worker's: fills in attempt, times and what is known of its status, and writes `processing`.
    /// @param lease the worker's lease with this job, and its length.
    Result<Outcome> begin(Job &job, const QByteArray &lease, std::chrono::milliseconds length);

    /// Writes the status on the way.
    Result<Outcome> report(const Job &job);

    /// Asks without writing.
    Result<Outcome> ask(const Job &job);

    /// Writes the final status and Celery's result, and acknowledges the message.
    /// @param lifetime seconds that the status has left of its hour.
    Result<Outcome> finish(const Job &job, int lifetime = exports::StatusLifetime);

    /// Acknowledges a job that somebody cancelled; its status becomes `failed`, `cancelled` where it still says `processing`.
    Result<void> acknowledgeCancelled(const Job &job);

    /// Acknowledges without a word on the status: it is already final, or another copy of the message will see to it.
    Result<void> acknowledge(const Job &job);

    /// Puts the message back where it is taken next, as if it had never been taken.
    Result<Outcome> handBack(const Job &job);

    /// Moves a message that is no export to the dead ones. A job whose message is malformed fails with the reason; a foreign task may have
    /// the id of a job that is well.
    Result<void> quarantine(const QByteArray &worker, const QByteArray &message,
                            const exports::MessageProblem &problem);

    /// Writes the final status once more where a slow producer put `processing` over it. Tells whether it had to.
    Result<bool> reassert(const exports::JobStatus &status);

    /// Ids of the jobs whose final status is kept, whichever worker wrote it, because a slow producer may still write over it.
    Result<QByteArrayList> finished();
    /// The last look at one of them: writes its final status once more where need be, and keeps it no longer. Tells whether it had to.
    Result<bool> settle(const QByteArray &jobId);

private:
    Result<bool> reassert(const QString &jobId, const QByteArrayList &arguments);
    Result<Outcome> guarded(const storage::RedisScript &script, const Job &job, const QByteArrayList &more);

    storage::Redis &m_redis;
    exports::QueueNames m_names;
};

/// Whether a status, as Redis has it, names that file as the finished one.
bool namesFile(const QByteArray &status, const QString &fileName);

/// A line of the list of the dead: JSON `reason`, `at`, `worker`, `job_id` and the `message` in base64.
QByteArray deadLine(const QByteArray &worker, const QByteArray &message, const QString &reason, const QString &jobId);

} // namespace herdbook::worker
