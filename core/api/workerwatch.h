// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/workerbeats.h"

#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace herdbook::api {

/// The workers as they say they are.
struct Workers
{
    int ready = 0;        ///< online and, as far as is known, able to work
    int celery = 0;       ///< of these, Celery's
    int leases = 0;       ///< of Herdbook's workers, one a slot
    int stuck = 0;        ///< of these, unable to work
    QStringList problems; ///< what keeps others from it, one sentence each
    QStringList warnings;
};

/// Counts the workers that are online: Herdbook's by their leases, Celery's by their heartbeats, to which a thread of its own listens. Those
/// don't tell which queues a worker takes from, so one that leaves `exports` alone counts too; a warning says so where no other is ready.
class WorkerWatch
{
public:
    explicit WorkerWatch(const RedisSettings &settings);

    /// Reads the leases in Redis. An error also where there are too many keys to look through: no number is better than a wrong one.
    Result<Workers> online(storage::Redis &redis) const;

    /// Why Python workers can't be heard; empty while they can.
    QString deafness() const;

private:
    void run(const std::stop_token &stop);

    exports::WorkerBeats m_beats; ///< the thread's
    std::atomic<int> m_celery{0};
    std::mutex m_mutex;
    mutable std::mutex m_words;
    QString m_deafness; ///< guarded by m_words
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace herdbook::api
