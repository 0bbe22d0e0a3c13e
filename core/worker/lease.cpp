// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/lease.h"

#include "core/base/clock.h"
#include "core/base/logging.h"
#include "core/worker/pause.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <unistd.h>

namespace herdbook::worker {

namespace {

QByteArray lengthOf(milliseconds time)
{
    return QByteArray::number(qint64{time.count()});
}

} // namespace

Lease::Lease(const Options &options, QByteArrayList workers, Condition &condition, ServerClock &clock)
    : m_condition(condition), m_clock(clock), m_timings(options.timings), m_names(options.names()),
      m_redis(options.settings.redis), m_started(toWireTime(QDateTime::currentDateTimeUtc()))
{
    for (const QByteArray &worker : workers)
        m_jobs[worker];
}

Lease::~Lease()
{
    if (!m_held)
        return;
    m_thread.request_stop();
    m_thread.join();
    QByteArrayList giveBack{"DEL"};
    for (const auto &[worker, job] : m_jobs)
        giveBack << m_names.alive(worker);
    (void)m_redis.command(giveBack);
}

QByteArray Lease::text(const QString &jobId) const
{
    QJsonObject json{{QLatin1String("host"), QSysInfo::machineHostName()},
                     {QLatin1String("pid"), qint64{::getpid()}},
                     {QLatin1String("started"), m_started}};
    if (!jobId.isEmpty())
        json.insert(QLatin1String("job"), jobId);
    m_condition.addTo(json);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray Lease::withJob(const QByteArray &worker, const QString &jobId)
{
    const std::lock_guard lock(m_mutex);
    m_jobs[worker] = jobId;
    return text(jobId);
}

Result<bool> Lease::tryAcquire(const QByteArray &worker, const std::function<void(const QByteArray &)> &inherit)
{
    const auto now = m_redis.command({"TIME"});
    if (!now)
        return now.error();
    noteTime(*now);
    const auto taken = m_redis.command({"EXISTS", m_names.alive(worker)});
    if (!taken)
        return taken.error();
    if (taken->integer == 1)
        return false;
    inherit(worker);
    const auto set = m_redis.command({"SET", m_names.alive(worker), text({}), "NX", "PX", lengthOf(m_timings.lease)});
    if (!set)
        return set.error();
    return !set->isNil();
}

Result<void> Lease::acquire(const std::stop_token &stop, const std::function<void(const QByteArray &)> &inherit)
{
    constexpr milliseconds Step(250);
    bool reached = true;
    for (const auto &[worker, job] : m_jobs) {
        auto waited = milliseconds(0);
        while (true) {
            const Result<bool> acquired = tryAcquire(worker, inherit);
            if (acquired && *acquired)
                break;
            // A wrong password is told at once; anything else that Redis refuses may pass.
            if (!acquired && acquired.error().kind == ErrorKind::Denied && !m_redis.isConnected())
                return acquired.error();
            if (!acquired && std::exchange(reached, false))
                qCWarning(logWorker).noquote() << acquired.error().message << "- waiting for it";
            waited = acquired ? waited + Step : milliseconds(0);
            if (waited > m_timings.lease + m_timings.renewal)
                return Error{ErrorKind::Conflict,
                             QStringLiteral("Another worker is running as %1").arg(QString::fromUtf8(worker))};
            if (!pause(stop, Step))
                return Error{ErrorKind::Cancelled, QStringLiteral("Stopped")};
        }
    }
    m_held = true;
    m_thread = std::jthread([this](const std::stop_token &ending) { run(ending); });
    return {};
}

void Lease::run(const std::stop_token &stop)
{
    const QString part = QStringLiteral("lease");
    bool renewed = true;
    // After a failure again soon: a lease that ran out makes others redo the work.
    while (pause(stop, renewed ? m_timings.renewal : m_timings.renewal / 10)) {
        const Result<void> again = renew();
        renewed = again.hasValue();
        m_condition.report(part, renewed ? QString() : again.error().message + QLatin1String("; work in hand goes on"));
        m_condition.report(QStringLiteral("clock"), clockDifference(QSysInfo::machineHostName(), m_clock.skewSeconds()),
                           Condition::Weight::Warning);
    }
}

Result<void> Lease::renew()
{
    QList<QByteArrayList> commands;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[worker, job] : m_jobs)
            commands << QByteArrayList{"SET", m_names.alive(worker), text(job), "PX", lengthOf(m_timings.lease)};
    }
    commands << QByteArrayList{"TIME"};
    const auto done = m_redis.transaction(commands);
    if (!done)
        return done.error();
    noteTime(done->back());
    return {};
}

void Lease::noteTime(const storage::RedisReply &time)
{
    if (time.items.size() == 2)
        m_clock.note(QDateTime::fromMSecsSinceEpoch(
            time.items[0].text.toLongLong() * 1000 + time.items[1].text.toLongLong() / 1000, Qt::UTC));
}

} // namespace herdbook::worker
