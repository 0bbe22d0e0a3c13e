// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/messagepages.h"
#include "core/worker/custody/custody.h"
#include "core/worker/custody/scripts.h"

/// What Custody does with the jobs that wait for their time.
namespace herdbook::worker {

using exports::JobStatus;

namespace {

const QByteArray Lifetime = QByteArray::number(exports::StatusLifetime);

void tellWaiting(Job &job)
{
    job.status.startedAt = QDateTime();
    job.status.stage = QStringLiteral("Waiting until %1 UTC")
                           .arg(job.task.eta.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    job.status.waitingFor = exports::WaitsForItsTime;
}

} // namespace

Result<Outcome> Custody::park(Job &job)
{
    return take(scripts::Park, job, [&] {
        tellWaiting(job);
        return QByteArrayList{exports::toWire(job.status), Lifetime, job.message,
                              QByteArray::number(job.task.eta.toMSecsSinceEpoch())};
    });
}

Result<void> Custody::setAside(const QByteArray &worker, const QByteArray &message, const QDateTime &until)
{
    const auto done = m_redis.eval(scripts::SetAside, {m_names.processing(worker), m_names.waiting()},
                                   {message, QByteArray::number(until.toMSecsSinceEpoch())});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<int> Custody::wake(const QDateTime &now)
{
    const auto done =
        m_redis.eval(scripts::Due, {m_names.waiting(), m_names.queue()}, {QByteArray::number(now.toMSecsSinceEpoch())});
    return done ? Result<int>(static_cast<int>(done->integer)) : Result<int>(done.error());
}

Result<void> Custody::keepWaiting()
{
    QList<QByteArrayList> renewals;
    std::optional<Error> refused;
    const Result<QDateTime> now = serverTime(m_redis);
    if (!now)
        return now.error();
    const auto renew = [&] {
        const auto done = m_redis.pipeline(std::exchange(renewals, {}));
        for (std::size_t at = 0; done && at < done->size(); ++at) {
            if (done->at(at).isError())
                refused = storage::errorOf(done->at(at));
        }
        return done ? Result<qint64>(0) : Result<qint64>(done.error());
    };
    auto seen = exports::eachTask(m_redis, exports::Shelf::SortedSet, m_names.waiting(),
                                  [&](const exports::TaskMessage &task, const QByteArray &message) -> Result<qint64> {
                                      const Result<bool> told = task.eta.isValid() && task.eta > *now
                                                                    ? reassertWaiting(task, message)
                                                                    : Result<bool>(false);
                                      // What Redis refuses about one job keeps nobody else's status from being renewed.
                                      if (!told && told.error().kind == ErrorKind::Unreachable)
                                          return told.error();
                                      if (!told)
                                          refused = told.error();
                                      renewals << QByteArrayList{"EXPIRE", exports::statusKey(task.jobId), Lifetime};
                                      return renewals.size() < 100 ? Result<qint64>(0) : renew();
                                  });
    if (!seen)
        return seen;
    if (const auto last = renew(); !last)
        return last.error();
    return refused ? Result<void>(*refused) : Result<void>();
}

Result<bool> Custody::reassertWaiting(const JobStatus &status, const QByteArray &message)
{
    const auto done = m_redis.eval(scripts::ReassertWaiting, {exports::statusKey(status.jobId), m_names.waiting()},
                                   {message, exports::toWire(status), Lifetime});
    return done ? Result<bool>(done->integer == 1) : Result<bool>(done.error());
}

Result<bool> Custody::reassertWaiting(const exports::TaskMessage &task, const QByteArray &message)
{
    Job job{{}, message, task, 1, {}};
    const Result<QByteArray> earlier = readStatus(job);
    if (!earlier)
        return earlier.error();
    const Result<JobStatus> known = exports::jobStatusFromWire(*earlier, task.jobId);
    if (!known || known->isFinished() || !known->worker.isEmpty() || !known->waitingFor.isEmpty())
        return false;
    tellRequest(job);
    tellWaiting(job);
    return reassertWaiting(job.status, message);
}

} // namespace herdbook::worker
