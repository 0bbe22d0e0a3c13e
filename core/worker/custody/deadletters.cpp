// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/worker/celery/result.h"
#include "core/worker/custody/custody.h"
#include "core/worker/custody/scripts.h"

#include <QJsonDocument>

/// What Custody does with the messages that can't be carried out.
namespace herdbook::worker {

using exports::JobState;
using exports::JobStatus;

namespace {

const QByteArray Lifetime = QByteArray::number(exports::StatusLifetime);

} // namespace

Result<bool> Custody::dropOldDead(const QDateTime &before)
{
    const auto oldest = m_redis.command({"LINDEX", m_names.dead(), "-1"});
    if (!oldest)
        return oldest.error();
    const QJsonObject line = QJsonDocument::fromJson(oldest->text).object();
    const auto at = fromWireTime(line.value(QLatin1String("at")).toString());
    if (oldest->isNil() || (at && *at >= before))
        return false;
    const auto done = m_redis.eval(scripts::DropOld, {m_names.dead()}, {oldest->text});
    return done ? Result<bool>(done->integer == 1) : Result<bool>(done.error());
}

Result<JobStatus> Custody::failedStatus(const QString &jobId, const QString &reason, const QDateTime &now)
{
    const auto known = m_redis.command({"GET", exports::statusKey(jobId)});
    if (!known)
        return known.error();
    JobStatus failed;
    failed.jobId = jobId;
    failed.state = JobState::Failed;
    failed.error = reason;
    failed.createdAt = failed.completedAt = now;
    inherit(failed, known->text);
    return failed;
}

Result<void> Custody::quarantine(const QByteArray &worker, const QByteArray &message,
                                 const exports::MessageProblem &problem, qint64 size)
{
    const QString &id = problem.jobId;
    const Result<QDateTime> now = serverTime(m_redis);
    if (!now)
        return now.error();
    QByteArray text;
    QByteArray result;
    if (problem.fault == exports::MessageFault::Malformed) {
        for (const QString &other : problem.otherJobs) {
            const Result<JobStatus> status = failedStatus(other, problem.reason, *now);
            if (!status)
                return status.error();
            const auto done = m_redis.eval(scripts::FailJob, {exports::statusKey(other), m_names.finished()},
                                           {Lifetime, other.toUtf8(), exports::toWire(*status)});
            if (!done)
                return done.error();
        }
        if (exports::canBeAnswered(id)) {
            Job failed;
            failed.task.taskId = problem.taskId;
            const Result<JobStatus> status = failedStatus(id, problem.reason, *now);
            if (!status)
                return status.error();
            failed.status = *status;
            text = exports::toWire(failed.status);
            if (!problem.ignoreResult && exports::canBeAnswered(problem.taskId))
                result = celeryResult(failed);
        }
    }
    const auto done = m_redis.eval(scripts::Quarantine,
                                   {m_names.processing(worker), m_names.dead(), exports::statusKey(id),
                                    m_names.finished(), celeryResultName(problem.taskId)},
                                   {message, deadLine(worker, message, problem.reason, id, *now, size), text, Lifetime,
                                    id.toUtf8(), result, QByteArray::number(size)});
    return done ? Result<void>() : Result<void>(done.error());
}

QByteArray deadLine(const QByteArray &worker, const QByteArray &message, const QString &reason, const QString &jobId,
                    const QDateTime &now, qint64 size)
{
    constexpr qsizetype MostKept = qsizetype{1} << 20;
    QJsonObject line{{QLatin1String("reason"), reason},
                     {QLatin1String("at"), toWireTime(now)},
                     {QLatin1String("worker"), QString::fromUtf8(worker)},
                     {QLatin1String("job_id"), jobId},
                     {QLatin1String("bytes"), std::max<qint64>(size, message.size())}};
    if (size == 0 && message.size() <= MostKept)
        line.insert(QLatin1String("message"), QString::fromLatin1(message.toBase64()));
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace herdbook::worker
