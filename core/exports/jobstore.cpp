// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstore.h"

#include "core/exports/taskmessage.h"

#include <QSysInfo>
#include <QUuid>

#include <pwd.h>
#include <unistd.h>

namespace herdbook::exports {

namespace {

/// KEYS status, queue, idempotency key or ""; ARGV lifetime, status, message, job id. Answers the job's id: the earlier one's where the
/// idempotency key is known. A script is as atomic as MULTI/EXEC and can decide.
const storage::RedisScript SubmitOnce{R"(
local known = redis.call('GET', KEYS[3])
if known then return known end
redis.call('SETEX', KEYS[3], ARGV[1], ARGV[4])
redis.call('SETEX', KEYS[1], ARGV[1], ARGV[2])
redis.call('LPUSH', KEYS[2], ARGV[3])
return ARGV[4]
)"};

} // namespace

JobStore::JobStore(storage::Redis &redis, Clock clock)
    : m_redis(redis), m_clock(std::move(clock)), m_names(redis.settings())
{
}

Result<QString> JobStore::submit(const Submission &submission)
{
    JobStatus status;
    status.jobId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    status.createdAt = m_clock();
    status.kind = submission.request.kind;
    status.stage = QStringLiteral("queued");
    status.requestedBy = submission.requestedBy;
    status.parentJobId = submission.parentJobId;
    status.totalDetections = submission.totalDetections;
    status.processedCount = 0;
    status.request = toRememberedJson(submission.request);
    TaskMessage task;
    task.taskId = status.jobId;
    task.jobId = status.jobId;
    task.kind = submission.request.kind;
    task.request = toJson(submission.request);
    task.expires =
        status.createdAt.addSecs(StatusLifetime); // With the status: nobody makes what nobody can ask for any more.

    const QByteArray lifetime = QByteArray::number(StatusLifetime);
    const QByteArray message = encodeTask(task, QSysInfo::machineHostName());
    if (submission.idempotencyKey.isEmpty()) {
        const auto done = m_redis.transaction(
            {{"SETEX", statusKey(status.jobId), lifetime, toWire(status)}, {"LPUSH", m_names.queue(), message}});
        if (!done)
            return done.error();
        return status.jobId;
    }
    const auto answer = m_redis.eval(
        SubmitOnce, {statusKey(status.jobId), m_names.queue(), m_names.idempotencyKey(submission.idempotencyKey)},
        {lifetime, toWire(status), message, status.jobId.toUtf8()});
    if (!answer)
        return answer.error();
    return QString::fromUtf8(answer->text);
}

Result<JobStatus> JobStore::status(const QString &jobId)
{
    const auto reply = m_redis.command({"GET", statusKey(jobId)});
    if (!reply)
        return reply.error();
    if (reply->isNil())
        return Error{ErrorKind::NotFound, QStringLiteral("Job not found or expired")};
    return jobStatusFromWire(reply->text, jobId);
}

Result<void> JobStore::write(const JobStatus &status)
{
    const auto done =
        m_redis.command({"SETEX", statusKey(status.jobId), QByteArray::number(StatusLifetime), toWire(status)});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<qint64> JobStore::queueLength()
{
    const auto reply = m_redis.command({"LLEN", m_names.queue()});
    if (!reply)
        return reply.error();
    return reply->integer;
}

QString requesterIdentity()
{
    const passwd *user = ::getpwuid(::geteuid());
    const QString name = user != nullptr ? QString::fromLocal8Bit(user->pw_name) : QString::number(::geteuid());
    return name + u'@' + QSysInfo::machineHostName();
}

} // namespace herdbook::exports
