// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/workerwatch.h"

#include "core/api/health.h"
#include "core/exports/redisnames.h"

namespace herdbook::api {

WorkerWatch::WorkerWatch(const RedisSettings &settings)
    : m_beats(settings), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Result<int> WorkerWatch::online(storage::Redis &redis) const
{
    const Result<QByteArrayList> leases = scanKeys(redis, exports::QueueNames(redis.settings()).alive("*"), 10'000);
    if (!leases)
        return leases.error();
    return static_cast<int>(leases->size()) + m_celery;
}

void WorkerWatch::run(const std::stop_token &stop)
{
    constexpr auto Period = std::chrono::milliseconds(250);
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_beats.update(now);
        m_celery = m_beats.online(now);
        m_wake.wait_for(lock, stop, Period, [] { return false; });
    }
}

} // namespace herdbook::api
