// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/workerbeats.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace herdbook::api {

/// Counts the workers that are online: Herdbook's by their leases, Celery's by their heartbeats, to which a thread of its own listens. Those
/// don't tell which queues a worker takes from, so one that leaves `exports` alone counts too.
class WorkerWatch
{
public:
    explicit WorkerWatch(const RedisSettings &settings);

    /// Asks Redis for the leases.
    Result<int> online(storage::Redis &redis) const;

private:
    void run(const std::stop_token &stop);

    exports::WorkerBeats m_beats; ///< the thread's
    std::atomic<int> m_celery{0};
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace herdbook::api
