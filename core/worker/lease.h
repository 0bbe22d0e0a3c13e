// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"
#include "core/worker/condition.h"
#include "core/worker/options.h"
#include "core/worker/serverclock.h"

#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace herdbook::worker {

/// Keeps the leases of a process's slots alive from a thread of its own, however long a job takes. While a lease is there, nobody
/// touches what its worker has in hand.
class Lease
{
public:
    /// @param condition what the lease tells besides.
    /// @param clock is told Redis's time at each renewal.
    Lease(const Options &options, QByteArrayList workers, Condition &condition, ServerClock &clock);
    /// Gives the leases back.
    ~Lease();
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;

    /// Takes the leases and starts renewing. Where a lease of the same name is there (an earlier process of that number), it waits for its
    /// end; Conflict when somebody keeps renewing it. Cancelled by `stop`. Waits as long as Redis is away.
    /// @param inherit called with each worker's name while its lease is free: to recover what an earlier process left in its list.
    Result<void> acquire(const std::stop_token &stop, const std::function<void(const QByteArray &)> &inherit);

    /// The lease's text with that job in hand, which is also what is renewed from now on.
    QByteArray withJob(const QByteArray &worker, const QString &jobId);

private:
    Result<bool> tryAcquire(const QByteArray &worker, const std::function<void(const QByteArray &)> &inherit);
    void run(const std::stop_token &stop);
    Result<void> renew();
    QByteArray text(const QString &jobId) const;

    void noteTime(const storage::RedisReply &time);

    Condition &m_condition;
    ServerClock &m_clock;
    const Timings m_timings;
    const exports::QueueNames m_names;
    storage::Redis m_redis;
    const QString m_started;
    std::mutex m_mutex;
    std::map<QByteArray, QString> m_jobs; ///< worker -> job id
    bool m_held = false;
    std::jthread m_thread;
};

} // namespace herdbook::worker
