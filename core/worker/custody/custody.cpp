// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/custody/custody.h"

#include "core/exports/exportvalidation.h"
#include "core/exports/jobfile.h"
#include "core/worker/celery/result.h"
#include "core/worker/custody/scripts.h"

#include <QCryptographicHash>

namespace herdbook::worker {

using exports::JobState;
using exports::JobStatus;
using storage::RedisReply;

namespace {

Verdict verdictFrom(const QByteArray &word)
{
    static const QHash<QByteArray, Verdict> words{{"mine", Verdict::Mine},           {"cancelled", Verdict::Cancelled},
                                                  {"finished", Verdict::Finished},   {"lost", Verdict::Lost},
                                                  {"duplicate", Verdict::Duplicate}, {"taken", Verdict::Taken}};
    return words.value(word, Verdict::Lost);
}

const QByteArray Lifetime = QByteArray::number(exports::StatusLifetime);

} // namespace

Result<Outcome> Custody::guarded(const storage::RedisScript &script, const Job &job, const QByteArrayList &more)
{
    const QString &id = job.task.jobId;
    const Result<RedisReply> reply = m_redis.eval(
        script,
        {exports::statusKey(id), m_names.attempts(), m_names.cancelKey(id), m_names.cancelKey(job.task.taskId),
         m_names.processing(job.worker), m_names.queue(), m_names.alive(job.worker), celeryResultName(job.task.taskId),
         m_names.finished(), m_names.waiting()},
        QByteArrayList{id.toUtf8(), QByteArray::number(job.attempt)} + more);
    if (!reply)
        return reply.error();
    if (reply->items.size() < 2)
        return Error{ErrorKind::Internal, QStringLiteral("Redis answered a script unexpectedly")};
    return Outcome{verdictFrom(reply->items[0].text), reply->items[1].text,
                   reply->items.size() > 2 ? QString::fromUtf8(reply->items[2].text) : QString()};
}

Result<QByteArray> Custody::readStatus(Job &job)
{
    const QString &id = job.task.jobId;
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
    const QByteArray earlier = known->at(0).text;
    job.attempt = known->at(1).text.toInt() + 1;
    job.status = JobStatus();
    job.status.jobId = id;
    job.status.createdAt = now;
    inherit(job.status, earlier);
    job.begunBefore = job.attempt > 1 || exports::jobStatusFromWire(earlier, id).valueOr({}).attempt > 0;
    job.status.kind = job.task.kind;
    job.status.processedCount = 0;
    job.status.startedAt = now;
    return earlier;
}

Result<Outcome> Custody::take(const storage::RedisScript &script, Job &job,
                              const std::function<QByteArrayList()> &arguments)
{
    // Attempt and status may change between the two calls while somebody takes this worker for dead, or a producer writes late; then the next
    // look tells.
    for (int look = 0; look < 3; ++look) {
        const Result<QByteArray> earlier = readStatus(job);
        if (!earlier)
            return earlier.error();
        const Result<JobStatus> known = exports::jobStatusFromWire(*earlier, job.task.jobId);
        const bool taken = known && !known->isFinished() && !asksForThis(*known, job.task);
        tellRequest(job);
        const QByteArray digest = QCryptographicHash::hash(*earlier, QCryptographicHash::Sha1).toHex();
        Result<Outcome> outcome =
            guarded(script, job, QByteArrayList{job.worker, digest, taken ? "taken" : ""} + arguments());
        if (!outcome || outcome->verdict != Verdict::Lost)
            return outcome;
    }
    return Outcome{Verdict::Lost, {}, {}};
}

Result<Outcome> Custody::begin(Job &job, const QByteArray &lease, std::chrono::milliseconds length)
{
    return take(scripts::Begin, job, [&] {
        job.status.stage = QStringLiteral("Starting");
        job.status.worker = QString::fromUtf8(job.worker);
        job.status.attempt = job.attempt;
        return QByteArrayList{lease, QByteArray::number(qint64{length.count()}), exports::toWire(job.status), Lifetime};
    });
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
    const Result<QDateTime> now = serverTime(m_redis);
    if (!now)
        return now.error();
    const Job cancelled = asCancelled(job, *now);
    const QByteArray result = job.task.ignoreResult ? QByteArray() : celeryResult(cancelled);
    const auto done = guarded(scripts::FinishCancelled, cancelled,
                              {exports::toWire(cancelled.status), Lifetime, result, job.message});
    if (done && done->verdict != Verdict::Mine)
        return Error{ErrorKind::Internal, QStringLiteral("Redis answered a script unexpectedly")};
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Custody::acknowledge(const Job &job, const QByteArray &status)
{
    const Result<JobStatus> known = exports::jobStatusFromWire(status, job.task.jobId);
    QByteArray result;
    if (known && known->isFinished() && !job.task.ignoreResult) {
        Job ended = job;
        ended.status = *known;
        result = celeryResult(ended);
    }
    const auto done =
        m_redis.eval(scripts::AcknowledgeKnown, {m_names.processing(job.worker), celeryResultName(job.task.taskId)},
                     {job.message, result});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<Outcome> Custody::handBack(const Job &job)
{
    Job waiting = job;
    waiting.status.stage = QStringLiteral("queued");
    waiting.status.waitingFor.clear();
    waiting.status.worker.clear();
    waiting.status.processedCount = 0;
    waiting.status.startedAt = QDateTime();
    return guarded(scripts::HandBack, waiting, {exports::toWire(waiting.status), Lifetime, job.message, job.worker});
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

QList<exports::KeyType> keysOf(const exports::QueueNames &names, const Job &job)
{
    return {{names.processing(job.worker), "list"},
            {exports::statusKey(job.task.jobId), "string"},
            {names.cancelKey(job.task.jobId), "string"},
            {celeryResultName(job.task.taskId), "string"}};
}

QString wordsOn(const Error &error, storage::Redis &redis, const exports::QueueNames &names,
                const QList<exports::KeyType> &keys)
{
    if (error.kind != ErrorKind::Corrupt)
        return error.message;
    const Result<QStringList> wrong = exports::keysOfWrongType(redis, names, keys);
    return wrong && !wrong->isEmpty() ? wrong->join(QLatin1String("; ")) : error.message;
}

Result<QDateTime> serverTime(storage::Redis &redis)
{
    const auto time = redis.command({"TIME"});
    if (!time)
        return time.error();
    return QDateTime::fromSecsSinceEpoch(time->items.at(0).text.toLongLong(), Qt::UTC);
}

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
    status.processedCount = known->processedCount;
}

void tellRequest(Job &job)
{
    if (!job.status.request.isEmpty())
        return;
    const exports::Validation asked = exports::validate(job.task.kind, job.task.request, exports::AnyDay);
    job.status.request = asked.isValid() ? exports::toRememberedJson(*asked.request) : QJsonObject();
}

bool asksForThis(const JobStatus &known, const exports::TaskMessage &task)
{
    if (known.kind.value_or(task.kind) != task.kind)
        return false;
    if (known.request.isEmpty() || known.request == task.request)
        return true;
    // Defaults told or left out, and what other versions tell, is no difference.
    const exports::Validation asked = exports::validate(task.kind, task.request, exports::AnyDay);
    if (!asked.isValid()) {
        // Its own request, which this worker can't take: the making says why.
        QJsonObject kept = task.request;
        for (const QString &name : exports::notKept(known.request))
            kept.remove(name);
        return exports::isSameRequest(known.request, kept);
    }
    const QJsonObject now = exports::toRememberedJson(*asked.request);
    if (exports::isSameRequest(now, known.request))
        return true;
    // What another version told otherwise, read by this one.
    const exports::Validation before = exports::validate(task.kind, known.request, exports::AnyDay);
    return before.isValid() && exports::notKept(known.request).isEmpty() &&
           exports::isSameRequest(now, exports::toRememberedJson(*before.request));
}

bool namesFile(const QByteArray &status, const QString &fileName)
{
    const Result<JobStatus> known = exports::jobStatusFromWire(status, QString());
    return known && exports::namesFile(*known, fileName);
}

} // namespace herdbook::worker
