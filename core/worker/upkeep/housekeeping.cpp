// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/housekeeping.h"

#include "core/base/logging.h"

namespace herdbook::worker {

namespace {

/// The bytes of parked messages that are kept here; what is over is seen to with all that wait.
constexpr qsizetype MostParked = 64 << 20;

} // namespace

Housekeeping::Housekeeping(const Options &options, Condition &condition, Clock clock)
    : m_timings(options.timings), m_condition(condition), m_clock(std::move(clock)), m_redis(options.settings.redis),
      m_custody(m_redis, options.names()), m_recovery(m_redis, options.names(), options.mostAttempts),
      m_steadySince(std::chrono::steady_clock::now()), m_lastRecovery(m_steadySince),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Housekeeping::~Housekeeping()
{
    m_thread.request_stop();
    m_thread.join();
}

void Housekeeping::reassertLater(const exports::JobStatus &status, const QByteArray &parked)
{
    const std::lock_guard lock(m_mutex);
    qsizetype kept = parked.size();
    for (const Reassertion &each : m_reassertions)
        kept += each.parked.size();
    if (!parked.isEmpty() && kept > MostParked)
        return;
    for (const milliseconds wait : m_timings.reassert)
        m_reassertions.push_back({std::chrono::steady_clock::now() + wait, status, parked});
    m_wake.notify_all();
}

QStringList Housekeeping::takeGivenUp()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_givenUp, {});
}

bool Housekeeping::isDue(Time &last, milliseconds period)
{
    const Time now = std::chrono::steady_clock::now();
    if (now - last < period)
        return false;
    last = now;
    return true;
}

void Housekeeping::run(const std::stop_token &stop)
{
    Time lastWake{};
    Time lastSettled{};
    Time lastTended{};
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested() || !m_reassertions.empty()) {
        lock.unlock();
        reassertDue(stop);
        if (!stop.stop_requested()) {
            if (isDue(lastWake, m_timings.outbox))
                wake();
            recover();
            if (isDue(lastSettled, m_timings.recovery))
                settleFinished();
            if (isDue(lastTended, m_timings.cleanup))
                tend();
        }
        lock.lock();
        const auto tick = m_reassertions.empty() ? m_timings.outbox : milliseconds(50);
        if (stop.stop_requested()) // which would wake every wait for it at once
            m_wake.wait_for(lock, tick, [this] { return m_reassertions.empty(); });
        else
            m_wake.wait_for(lock, stop, tick, [&] { return tick == m_timings.outbox && !m_reassertions.empty(); });
    }
}

void Housekeeping::reassertDue(const std::stop_token &stop)
{
    std::vector<Reassertion> due;
    {
        const std::lock_guard lock(m_mutex);
        const Time now = std::chrono::steady_clock::now();
        std::erase_if(m_reassertions, [&](const Reassertion &each) {
            if (each.due > now)
                return false;
            due.push_back(each);
            return true;
        });
    }
    for (Reassertion &each : due) {
        const bool ended = each.parked.isEmpty();
        const Result<bool> wrote =
            ended ? m_custody.reassert(each.status) : m_custody.reassertWaiting(each.status, each.parked);
        if (!wrote && !stop.stop_requested()) {
            const std::lock_guard lock(m_mutex);
            each.due = std::chrono::steady_clock::now() + m_timings.reassert.back();
            m_reassertions.push_back(each);
        }
        if (wrote && *wrote)
            qCInfo(logWorker).noquote() << "Job" << each.status.jobId << "was marked as processing"
                                        << (ended ? "after its end: put right" : "while it waits: put right");
    }
}

void Housekeeping::settleFinished()
{
    const Result<QByteArrayList> kept = m_custody.finished();
    if (!kept)
        return;
    const Time now = std::chrono::steady_clock::now();
    std::map<QByteArray, Time> seen;
    for (const QByteArray &jobId : *kept) {
        const auto known = m_finished.find(jobId);
        const Time first = known == m_finished.end() ? now : known->second;
        const bool due = now - first >= m_timings.lateProducer;
        const Result<bool> wrote = due ? m_custody.settle(jobId) : Result<bool>(false);
        if (!due || !wrote)
            seen.emplace(jobId, first);
        else if (*wrote)
            qCInfo(logWorker).noquote() << "Job" << jobId << "was marked as processing after its end: put right";
    }
    m_finished = std::move(seen);
}

void Housekeeping::wake()
{
    const Result<int> woken = m_custody.wake(m_clock());
    const bool refused = !woken && woken.error().kind != ErrorKind::Unreachable;
    m_condition.report(QStringLiteral("waiting"), refused ? woken.error().message : QString());
}

void Housekeeping::tend()
{
    constexpr qint64 DeadDays = 7;
    Result<bool> dropped = true;
    while (dropped && *dropped)
        dropped = m_custody.dropOldDead(m_clock().addDays(-DeadDays));
    if (const Result<void> kept = m_custody.keepWaiting(); !kept)
        qCWarning(logWorker).noquote() << "Statuses of waiting jobs are not renewed:" << kept.error().message;
}

void Housekeeping::recover()
{
    const Time before = m_lastRecovery;
    if (!isDue(m_lastRecovery, m_timings.recovery))
        return;
    // After a gap (Redis was away, this process was stopped) every lease may have run out without anybody being dead: give all the time
    // to renew.
    const Time now = std::chrono::steady_clock::now();
    if (now - before > m_timings.settle || !m_redis.command({"PING"}))
        m_steadySince = now;
    if (now - m_steadySince < m_timings.settle)
        return;
    const Result<int> swept = m_recovery.sweep();
    if (!swept)
        m_steadySince = std::chrono::steady_clock::now();
    {
        const std::lock_guard lock(m_mutex);
        m_givenUp << m_recovery.takeGivenUp();
    }
    const bool refused = !swept && swept.error().kind != ErrorKind::Unreachable;
    m_condition.report(QStringLiteral("recovery"),
                       refused ? QStringLiteral("Jobs of stopped workers can't be put back: ") + swept.error().message
                               : QString());
}

} // namespace herdbook::worker
