// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobcontrol.h"

#include "core/exports/envelope.h"
#include "core/exports/messagepages.h"
#include "core/exports/redisnames.h"
#include "core/exports/taskmessage.h"

namespace herdbook::exports {

namespace {

/// KEYS status; ARGV expected bytes, new bytes, lifetime.
const storage::RedisScript Exchange{R"(
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SETEX', KEYS[1], ARGV[3], ARGV[2])
return 1
)"};

/// KEYS waiting, queue; ARGV message.
const storage::RedisScript Wake{R"(
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
redis.call('RPUSH', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[1], ARGV[1])
return 1
)"};

const QByteArray Lifetime = QByteArray::number(StatusLifetime);

Error notFound()
{
    return {ErrorKind::NotFound, QStringLiteral("Job not found or expired")};
}

/// Takes the job's message out of the queue and its priority lists; whether there was one.
Result<bool> leaveQueue(storage::Redis &redis, const QString &jobId)
{
    const QueueNames names(redis.settings());
    bool found = false;
    const QByteArrayList lists = QByteArrayList{names.queue()} + names.priorityQueues();
    for (const QByteArray &list : lists) {
        const auto seen = eachTask(redis, Shelf::List, list,
                                   [&](const TaskMessage &task, const QByteArray &message) -> Result<qint64> {
                                       if (task.jobId != jobId)
                                           return 0;
                                       const auto removed = redis.command({"LREM", list, "1", message});
                                       if (!removed)
                                           return removed.error();
                                       found = found || removed->integer > 0;
                                       return removed->integer;
                                   });
        // A priority list that can't be read holds nobody up: the cancel key tells whoever takes from it.
        if (!seen && (list == lists.first() || (!found && seen.error().kind == ErrorKind::Unreachable)))
            return seen.error();
    }
    return found;
}

/// Takes each waiting message of a job or task out by `act`, until that fails; whether there was one.
Result<bool> eachWaiting(storage::Redis &redis, const QueueNames &names, const QString &id,
                         const std::function<Result<storage::RedisReply>(const QByteArray &)> &act)
{
    bool found = false;
    const auto seen = eachTask(redis, Shelf::SortedSet, names.waiting(),
                               [&](const TaskMessage &task, const QByteArray &message) -> Result<qint64> {
                                   if (task.jobId != id && task.taskId != id)
                                       return 0;
                                   const auto done = act(message);
                                   if (!done)
                                       return done.error();
                                   found = found || done->integer > 0;
                                   return done->integer;
                               });
    return seen ? Result<bool>(found) : seen.error();
}

/// Writes failed and cancelled over `processing`; the status there was, or nothing where there is none.
Result<std::optional<JobStatus>> endStatus(storage::Redis &redis, const Clock &clock, const QString &jobId)
{
    // The cancel key is there already, so at most a write that was under way comes in between.
    for (int attempt = 0; attempt < 20; ++attempt) {
        const auto now = redis.command({"GET", statusKey(jobId)});
        if (!now)
            return now.error();
        if (now->isNil())
            return std::optional<JobStatus>();
        const Result<JobStatus> read = jobStatusFromWire(now->text, jobId);
        JobStatus status = read ? *read : JobStatus{};
        if (status.isFinished())
            return std::optional<JobStatus>(status);
        const JobStatus before = status;
        status.jobId = jobId;
        status.state = JobState::Failed;
        status.cancelled = true;
        status.completedAt = clock();
        status.error = QStringLiteral("Cancelled");
        status.waitingFor.clear();
        if (!status.createdAt.isValid())
            status.createdAt = status.completedAt;
        const auto done = redis.eval(Exchange, {statusKey(jobId)}, {now->text, toWire(status), Lifetime});
        if (!done)
            return done.error();
        if (done->integer == 1)
            return std::optional<JobStatus>(before);
    }
    return Error{ErrorKind::Conflict, QStringLiteral("The job's status keeps changing; try again")};
}

Result<std::optional<JobStatus>> stop(storage::Redis &redis, const Clock &clock, const QString &jobId)
{
    const QueueNames names(redis.settings());
    const auto earlier = redis.command({"GET", statusKey(jobId)});
    if (!earlier)
        return earlier.error();
    if (const auto status = jobStatusFromWire(earlier->text, jobId); status && status->isFinished())
        return std::optional<JobStatus>(*status);
    const auto mark = [&] { return redis.command({"SETEX", names.cancelKey(jobId), Lifetime, "1"}); };
    const auto leave = [&]() -> Result<bool> {
        Result<bool> left = leaveQueue(redis, jobId);
        if (!left || *left)
            return left;
        return eachWaiting(redis, names, jobId, [&](const QByteArray &message) {
            return redis.command({"ZREM", names.waiting(), message});
        });
    };
    // Of a job that nobody knows no key is left behind.
    Result<bool> left = earlier->isNil() ? leave() : Result<bool>(false);
    if (!left)
        return left.error();
    if (earlier->isNil() && !*left)
        return std::optional<JobStatus>();
    if (const auto marked = mark(); !marked)
        return redis.isConnected()
                   ? marked.error()
                   : Error{marked.error().kind,
                           QStringLiteral("%1. Whether the job was cancelled isn't known: look at the list of jobs")
                               .arg(marked.error().message)};
    const Result<bool> again = leave();
    // One that still lies in the queue isn't ended: whoever cancels it again gets so far.
    auto ended = again ? endStatus(redis, clock, jobId) : again.error();
    // Celery's own workers don't know the key. Without the right to publish they finish what they have.
    (void)redis.command({"PUBLISH", names.controlChannel(), revokeMessage(jobId)});
    if (!ended)
        return Error{ended.error().kind,
                     QStringLiteral("No Herdbook worker makes this job any more, but it isn't ended yet: %1. Cancel it "
                                    "again")
                         .arg(ended.error().message)};
    left = *left || *again;
    if (ended && !ended->has_value() && *left)
        return std::optional<JobStatus>(JobStatus{});
    // A worker that saw the key may have been quicker.
    if (ended && ended->has_value() && (*ended)->cancelled)
        (*ended)->state = JobState::Processing;
    return ended;
}

} // namespace

Result<bool> wakeWaiting(storage::Redis &redis, const QueueNames &names, const QString &id)
{
    return eachWaiting(redis, names, id, [&](const QByteArray &message) {
        return redis.eval(Wake, {names.waiting(), names.queue()}, {message});
    });
}

Result<void> cancelJob(storage::Redis &redis, const Clock &clock, const QString &jobId)
{
    const auto before = stop(redis, clock, jobId);
    if (!before)
        return before.error();
    if (!before->has_value())
        return notFound();
    if ((*before)->isFinished())
        return Error{ErrorKind::Conflict, QStringLiteral("The job has finished already")};
    return {};
}

Result<JobStatus> removeJob(storage::Redis &redis, const Clock &clock, const QString &jobId,
                            const std::function<Result<void>(const JobStatus &)> &deleteFile)
{
    const auto before = stop(redis, clock, jobId);
    if (!before)
        return before.error();
    if (!before->has_value())
        return notFound();
    if (const auto file = deleteFile ? deleteFile(**before) : Result<void>(); !file)
        return Error{file.error().kind,
                     file.error().message +
                         QStringLiteral(". The job is still there: remove it again when that is mended")};
    if (const auto deleted = redis.command({"DEL", statusKey(jobId)}); !deleted)
        return deleted.error();
    return **before;
}

} // namespace herdbook::exports
