// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/custody/recovery.h"

#include "core/base/logging.h"
#include "core/worker/celery/result.h"
#include "core/worker/custody/scripts.h"

namespace herdbook::worker {

Result<int> Recovery::sweep()
{
    const QByteArray stem = m_names.processing({});
    constexpr int MostPages = 100; // more would keep Redis from what it is there for
    int recovered = 0;
    std::optional<Error> refused;
    for (int page = 0; page < MostPages; ++page) {
        const auto keys = m_redis.command({"SCAN", m_cursor, "MATCH", stem + "*", "COUNT", "1000", "TYPE", "list"});
        if (!keys)
            return keys.error();
        m_cursor = keys->items.at(0).text;
        for (const storage::RedisReply &key : keys->items.at(1).items) {
            const Result<int> done = recover(key.text.mid(stem.size()));
            // What Redis refuses about one worker's message keeps nobody else's in a dead hand.
            if (!done && done.error().kind == ErrorKind::Unreachable)
                return done;
            if (!done)
                refused = done.error();
            else
                recovered += *done;
        }
        if (m_cursor == "0")
            break;
    }
    return refused ? Result<int>(*refused) : Result<int>(recovered);
}

Result<int> Recovery::recover(const QByteArray &worker)
{
    for (int recovered = 0;; ++recovered) {
        const auto alive = m_redis.command({"EXISTS", m_names.alive(worker)});
        if (!alive)
            return alive.error();
        if (alive->integer == 1)
            return recovered;
        const auto held = Take::peek(m_redis, m_names.processing(worker));
        if (!held)
            return held.error();
        if (!*held)
            return recovered;
        const Result<QByteArray> done = recoverMessage(worker, **held);
        if (!done)
            return done.error();
        if (*done == "alive")
            return recovered;
    }
}

Result<QByteArray> Recovery::recoverMessage(const QByteArray &worker, const Taken &taken)
{
    const QByteArray &message = taken.message;
    const auto decoded = taken.size > 0 ? std::variant<exports::TaskMessage, exports::MessageProblem>(
                                              exports::oversizedTask(taken.tail, taken.size))
                                        : exports::decodeTask(message);
    if (const auto *problem = std::get_if<exports::MessageProblem>(&decoded)) {
        const auto done = Custody(m_redis, m_names).quarantine(worker, message, *problem, taken.size);
        return done ? Result<QByteArray>("dead") : Result<QByteArray>(done.error());
    }
    Job job{worker, message, std::get<exports::TaskMessage>(decoded), m_mostAttempts, {}};
    const QString &id = job.task.jobId;
    const auto text = m_redis.command({"GET", exports::statusKey(id)});
    if (!text)
        return text.error();
    const Result<QDateTime> time = serverTime(m_redis);
    if (!time)
        return time.error();
    const QDateTime now = *time;
    job.status = exports::jobStatusFromWire(text->text, id).valueOr({});
    job.status.jobId = id;
    if (!job.status.createdAt.isValid())
        job.status.createdAt = now;
    job.status.state = exports::JobState::Failed;
    job.status.completedAt = now;
    job.status.kind = job.task.kind;
    job.status.stage.clear();
    job.status.waitingFor.clear();
    job.status.attempt = m_mostAttempts;
    job.status.error = QStringLiteral("The worker stopped %1 times while making this export").arg(m_mostAttempts);

    const auto done =
        m_redis.eval(scripts::Recover,
                     {exports::statusKey(id), m_names.attempts(), m_names.cancelKey(id),
                      m_names.cancelKey(job.task.taskId), m_names.processing(worker), m_names.queue(),
                      m_names.alive(worker), celeryResultName(job.task.taskId), m_names.finished(), m_names.dead()},
                     {id.toUtf8(), QByteArray::number(job.attempt), message, QByteArray::number(m_mostAttempts),
                      deadLine(worker, message, job.status.error, id, now), exports::toWire(job.status),
                      QByteArray::number(exports::StatusLifetime),
                      job.task.ignoreResult ? QByteArray() : celeryResult(job), worker});
    if (!done)
        return done.error();
    if (done->text == "requeued" || done->text == "dead") {
        qCWarning(logWorker).noquote() << "Job" << id << "of the dead worker" << worker
                                       << (done->text == "dead" ? "is given up" : "is put back");
        if (done->text == "dead")
            m_givenUp << id;
    }
    return done->text;
}

} // namespace herdbook::worker
