// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/keytypes.h"
#include "core/storage/redis.h"
#include "core/worker/runningjob.h"

#include <functional>

namespace herdbook::worker {

/// What Redis answers to who says a job is his.
enum class Verdict {
    Mine,      ///< done as asked
    Cancelled, ///< somebody cancelled or removed it
    Finished,  ///< its final status is already there
    Lost,      ///< another worker has it by now
    Duplicate, ///< another worker is making it from a second copy of the message
    Taken      ///< its id is that of a job under way with another request
};

struct Outcome
{
    Verdict verdict = Verdict::Mine;
    QByteArray status; ///< the job's status in Redis before; empty where there is none
    QString refused;   ///< why Celery's result could not be published; empty where it was
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

    /// Puts a taken job that has a time to start among the waiting and writes that as its status. No slot is held by it, and any worker wakes it.
    Result<Outcome> park(Job &job);

    /// Puts a message among the waiting whose own keys Redis refuses, so that it doesn't hold up the others; it's tried again then.
    Result<void> setAside(const QByteArray &worker, const QByteArray &message, const QDateTime &until);

    /// Puts what waited until now where it is taken next. How many.
    Result<int> wake(const QDateTime &now);

    /// Renews the statuses of the waiting, which may wait longer than a status lives, and writes those once more over
    /// which a slow producer put `processing`.
    Result<void> keepWaiting();

    /// Drops the oldest of the dead messages if it is from before that time; whether it was.
    Result<bool> dropOldDead(const QDateTime &before);

    /// Writes the status on the way.
    Result<Outcome> report(const Job &job);

    /// Asks without writing.
    Result<Outcome> ask(const Job &job);

    /// Writes the final status and Celery's result, and acknowledges the message.
    /// @param lifetime seconds that the status has left of its hour.
    Result<Outcome> finish(const Job &job, int lifetime = exports::StatusLifetime);

    /// Acknowledges a job that somebody cancelled; its status becomes `failed`, `cancelled` where it still says `processing`.
    Result<void> acknowledgeCancelled(const Job &job);

    /// Acknowledges without a word on the status: it is already final, or another copy of the message will see to it. Where it is final,
    /// a task that has no Celery result yet (another one for the same job) gets the one that follows from it.
    Result<void> acknowledge(const Job &job, const QByteArray &status = {});

    /// Puts the message back where it is taken next, as if it had never been taken.
    Result<Outcome> handBack(const Job &job);

    /// Moves a message that can't be carried out to the dead ones. A job whose message is malformed fails with the reason, as does its Celery
    /// task; a foreign task may have the id of a job that is well.
    /// @param size of a message that was too large to be read: then `message` is empty and the last one of the worker's list is meant.
    Result<void> quarantine(const QByteArray &worker, const QByteArray &message, const exports::MessageProblem &problem,
                            qint64 size = 0);

    /// Writes the final status once more where a slow producer put `processing` over it. Tells whether it had to.
    Result<bool> reassert(const exports::JobStatus &status);

    /// The same for a parked job, where what is there doesn't tell that it waits.
    Result<bool> reassertWaiting(const exports::JobStatus &status, const QByteArray &message);

    /// Ids of the jobs whose final status is kept, whichever worker wrote it, because a slow producer may still write over it.
    Result<QByteArrayList> finished();
    /// The last look at one of them: writes its final status once more where need be, and keeps it no longer. Tells whether it had to.
    Result<bool> settle(const QByteArray &jobId);

private:
    /// The status with which a job fails by its message.
    Result<exports::JobStatus> failedStatus(const QString &jobId, const QString &reason, const QDateTime &now);
    /// Fills in attempt and status as Redis has them; answers what it has as status.
    Result<QByteArray> readStatus(Job &job);
    /// Begins or parks a job: `arguments` are asked for once attempt and status are known.
    Result<Outcome> take(const storage::RedisScript &script, Job &job,
                         const std::function<QByteArrayList()> &arguments);
    Result<bool> reassert(const QString &jobId, const QByteArrayList &arguments);
    Result<bool> reassertWaiting(const exports::TaskMessage &task, const QByteArray &message);
    Result<Outcome> guarded(const storage::RedisScript &script, const Job &job, const QByteArrayList &more);

    storage::Redis &m_redis;
    exports::QueueNames m_names;
};

/// The keys that belong to a job in hand, and the types they must have.
QList<exports::KeyType> keysOf(const exports::QueueNames &names, const Job &job);

/// A fault of Redis in words: of a wrong type, which of these keys and of the queue's own hold one.
QString wordsOn(const Error &error, storage::Redis &redis, const exports::QueueNames &names,
                const QList<exports::KeyType> &keys);

/// The time as Redis has it, in whole seconds: by no worker's own clock is anything about a job written.
Result<QDateTime> serverTime(storage::Redis &redis);

/// Fills in what the earlier status knows and no worker can: who asked, when and for what.
void inherit(exports::JobStatus &status, const QByteArray &earlier);

/// From now on the status tells what the job is of, to whoever comes with its id.
void tellRequest(Job &job);

/// Whether a job that has that status is the one the task asks for. Of a status that doesn't tell what was asked for: yes.
bool asksForThis(const exports::JobStatus &known, const exports::TaskMessage &task);

/// Whether a status, as Redis has it, names that file as the finished one.
bool namesFile(const QByteArray &status, const QString &fileName);

/// A line of the list of the dead: JSON `reason`, `at`, `worker`, `job_id`, `bytes` and, up to 1 MiB, the `message` in base64.
QByteArray deadLine(const QByteArray &worker, const QByteArray &message, const QString &reason, const QString &jobId,
                    const QDateTime &now, qint64 size = 0);

} // namespace herdbook::worker
