// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobcontrol.h"

#include "core/exports/envelope.h"
#include "core/exports/redisnames.h"
#include "core/exports/taskmessage.h"

#include <functional>

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

/// Takes the job's message out of the queue; whether there was one.
Result<bool> leaveQueue(storage::Redis &redis, const QString &jobId)
{
    constexpr qint64 Page = 100;
    const QByteArray queue = QueueNames(redis.settings()).queue();
    bool found = false;
    for (qint64 from = 0;; from += Page) {
        const auto page =
            redis.command({"LRANGE", queue, QByteArray::number(from), QByteArray::number(from + Page - 1)});
        if (!page)
            return page.error();
        for (const storage::RedisReply &item : page->items) {
            const auto decoded = decodeTask(item.text);
            const auto *task = std::get_if<TaskMessage>(&decoded);
            if (task == nullptr || task->jobId != jobId)
                continue;
            const auto removed = redis.command({"LREM", queue, "1", item.text});
            if (!removed)
                return removed.error();
            found = found || removed->integer > 0;
        }
        if (page->items.size() < Page)
            return found;
    }
}

/// Calls `act` with each waiting message of a job or task, until it fails.
Result<bool> eachWaiting(storage::Redis &redis, const QueueNames &names, const QString &id,
                         const std::function<Result<storage::RedisReply>(const QByteArray &)> &act)
{
    constexpr qint64 Page = 100;
    bool found = false;
    for (qint64 from = 0;; from += Page) {
        const auto page =
            redis.command({"ZRANGE", names.waiting(), QByteArray::number(from), QByteArray::number(from + Page - 1)});
        if (!page)
            return page.error();
        for (const storage::RedisReply &item : page->items) {
            const auto decoded = decodeTask(item.text);
            const auto *task = std::get_if<TaskMessage>(&decoded);
            if (task == nullptr || (task->jobId != id && task->taskId != id))
                continue;
            const auto done = act(item.text);
            if (!done)
                return done.error();
            found = found || done->integer > 0;
        }
        if (static_cast<qint64>(page->items.size()) < Page)
            return found;
    }
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
        const Result<bool> left = leaveQueue(redis, jobId);
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
        return marked.error();
    if (const Result<bool> again = leave(); !again)
        return again.error();
    else
        left = *left || *again;
    auto ended = endStatus(redis, clock, jobId);
    // Celery's own workers don't know the key. Without the right to publish they finish what they have.
    (void)redis.command({"PUBLISH", names.controlChannel(), revokeMessage(jobId)});
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

Result<JobStatus> removeJob(storage::Redis &redis, const Clock &clock, const QString &jobId)
{
    const auto before = stop(redis, clock, jobId);
    if (!before)
        return before.error();
    if (!before->has_value())
        return notFound();
    if (const auto deleted = redis.command({"DEL", statusKey(jobId)}); !deleted)
        return deleted.error();
    return **before;
}

} // namespace herdbook::exports
