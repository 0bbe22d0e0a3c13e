// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/custody/custody.h"

#include "core/base/clock.h"
#include "core/worker/celery/result.h"
#include "core/worker/custody/scripts.h"

#include <QJsonDocument>

namespace herdbook::worker {

using exports::JobState;
using exports::JobStatus;
using storage::RedisReply;

namespace {

Verdict verdictFrom(const QByteArray &word)
{
    static const QHash<QByteArray, Verdict> words{{"mine", Verdict::Mine},
                                                  {"cancelled", Verdict::Cancelled},
                                                  {"finished", Verdict::Finished},
                                                  {"lost", Verdict::Lost},
                                                  {"duplicate", Verdict::Duplicate}};
    return words.value(word, Verdict::Lost);
}

const QByteArray Lifetime = QByteArray::number(exports::StatusLifetime);

/// What the earlier status knows and no worker can: who asked, when and for what.
void inherit(JobStatus &status, const QByteArray &earlier)
{
    const Result<JobStatus> known = exports::jobStatusFromWire(earlier, status.jobId);
    if (!known)
        return;
    if (known->createdAt.isValid())
        status.createdAt = known->createdAt;
    status.requestedBy = known->requestedBy;
    status.parentJobId = known->parentJobId;
    status.request = known->request;
    status.totalDetections = known->totalDetections;
}

} // namespace

Result<Outcome> Custody::guarded(const storage::RedisScript &script, const Job &job, const QByteArrayList &more)
{
    const QString &id = job.task.jobId;
    const Result<RedisReply> reply =
        m_redis.eval(script,
                     {exports::statusKey(id), m_names.attempts(), m_names.cancelKey(id),
                      m_names.cancelKey(job.task.taskId), m_names.processing(job.worker), m_names.queue(),
                      m_names.alive(job.worker), celeryResultName(job.task.taskId), m_names.finished()},
                     QByteArrayList{id.toUtf8(), QByteArray::number(job.attempt)} + more);
    if (!reply)
        return reply.error();
    if (reply->items.size() != 2)
        return Error{ErrorKind::Internal, QStringLiteral("Redis answered a script unexpectedly")};
    return Outcome{verdictFrom(reply->items[0].text), reply->items[1].text};
}

Result<Outcome> Custody::begin(Job &job, const QByteArray &lease, std::chrono::milliseconds length)
{
    const QString &id = job.task.jobId;
    // The attempt may change between the two calls only while somebody takes this worker for dead; then the next look tells.
    for (int look = 0; look < 3; ++look) {
        const auto known =
            m_redis.pipeline({{"GET", exports::statusKey(id)}, {"HGET", m_names.attempts(), id.toUtf8()}, {"TIME"}});
        if (!known)
            return known.error();
        for (const RedisReply &reply : *known) {
            if (reply.isError())
                return storage::errorOf(reply);
        }
        // Redis's clock is the same for all workers: a later attempt's file name is always another one.
        const QDateTime now = QDateTime::fromSecsSinceEpoch(known->at(2).items.front().text.toLongLong(), Qt::UTC);
        job.attempt = known->at(1).text.toInt() + 1;
        job.status = JobStatus();
        job.status.jobId = id;
        job.status.createdAt = now;
        inherit(job.status, known->at(0).text);
        job.status.kind = job.task.kind;
        job.status.stage = QStringLiteral("Starting");
        job.status.worker = QString::fromUtf8(job.worker);
        job.status.attempt = job.attempt;
        job.status.processedCount = 0;
        job.status.startedAt = now;
        Result<Outcome> outcome = guarded(
            scripts::Begin, job,
            {job.worker, lease, QByteArray::number(qint64{length.count()}), exports::toWire(job.status), Lifetime});
        if (!outcome || outcome->verdict != Verdict::Lost)
            return outcome;
    }
    return Outcome{Verdict::Lost, {}};
}

Result<Outcome> Custody::report(const Job &job)
{
    return guarded(scripts::Report, job, {exports::toWire(job.status), Lifetime});
}

Result<Outcome> Custody::ask(const Job &job)
{
    return guarded(scripts::Report, job, {QByteArray(), Lifetime});
}

Result<Outcome> Custody::finish(const Job &job, int lifetime)
{
    const QByteArray result = job.task.ignoreResult ? QByteArray() : celeryResult(job);
    return guarded(scripts::Finish, job,
                   {exports::toWire(job.status), QByteArray::number(lifetime), result, job.message});
}

Result<void> Custody::acknowledgeCancelled(const Job &job)
{
    const Job cancelled = asCancelled(job);
    const QByteArray result = job.task.ignoreResult ? QByteArray() : celeryResult(cancelled);
    const auto done = guarded(scripts::FinishCancelled, cancelled,
                              {exports::toWire(cancelled.status), Lifetime, result, job.message});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Custody::acknowledge(const Job &job)
{
    const auto done = m_redis.command({"LREM", m_names.processing(job.worker), "1", job.message});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<Outcome> Custody::handBack(const Job &job)
{
    Job waiting = job;
    waiting.status.stage = QStringLiteral("queued");
    waiting.status.worker.clear();
    waiting.status.processedCount = 0;
    waiting.status.startedAt = QDateTime();
    return guarded(scripts::HandBack, waiting, {exports::toWire(waiting.status), Lifetime, job.message});
}

Result<void> Custody::quarantine(const QByteArray &worker, const QByteArray &message,
                                 const exports::MessageProblem &problem)
{
    const QString &id = problem.taskId;
    QByteArray text;
    if (problem.fault == exports::MessageFault::Malformed && exports::isAcceptableJobId(id)) {
        JobStatus failed;
        failed.jobId = id;
        failed.state = JobState::Failed;
        failed.createdAt = failed.completedAt = QDateTime::currentDateTimeUtc();
        failed.error = problem.reason;
        const auto known = m_redis.command({"GET", exports::statusKey(id)});
        inherit(failed, known ? known->text : QByteArray());
        text = exports::toWire(failed);
    }
    const auto done = m_redis.eval(
        scripts::Quarantine, {m_names.processing(worker), m_names.dead(), exports::statusKey(id), m_names.finished()},
        {message, deadLine(worker, message, problem.reason, id), text, Lifetime, id.toUtf8()});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<bool> Custody::reassert(const JobStatus &status)
{
    return reassert(status.jobId, {exports::toWire(status), Lifetime});
}

Result<bool> Custody::reassert(const QString &jobId, const QByteArrayList &arguments)
{
    const auto done = m_redis.eval(
        scripts::Reassert, {exports::statusKey(jobId), m_names.cancelKey(jobId), m_names.finished()}, arguments);
    if (!done)
        return done.error();
    return done->integer == 1;
}

Result<QByteArrayList> Custody::finished()
{
    const auto known = m_redis.command({"HKEYS", m_names.finished()});
    if (!known)
        return known.error();
    QByteArrayList ids;
    for (const RedisReply &id : known->items)
        ids << id.text;
    return ids;
}

Result<bool> Custody::settle(const QByteArray &jobId)
{
    const auto kept = m_redis.command({"HGET", m_names.finished(), jobId});
    if (!kept)
        return kept.error();
    return kept->isNil() ? Result<bool>(false) : reassert(QString::fromUtf8(jobId), {kept->text, Lifetime, jobId});
}

bool namesFile(const QByteArray &status, const QString &fileName)
{
    const Result<JobStatus> known = exports::jobStatusFromWire(status, QString());
    return known && known->state == JobState::Completed && known->fileName == fileName;
}

QByteArray deadLine(const QByteArray &worker, const QByteArray &message, const QString &reason, const QString &jobId)
{
    const QJsonObject line{{QLatin1String("reason"), reason},
                           {QLatin1String("at"), toWireTime(QDateTime::currentDateTimeUtc())},
                           {QLatin1String("worker"), QString::fromUtf8(worker)},
                           {QLatin1String("job_id"), jobId},
                           {QLatin1String("message"), QString::fromLatin1(message.toBase64())}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace herdbook::worker
