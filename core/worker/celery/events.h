// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"
#include "core/worker/celery/node.h"
#include "core/worker/condition.h"
#include "core/worker/options.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace herdbook::worker {

/// Publishes Celery's events from a thread of its own: the worker's heartbeat and what happens to its tasks, so that event monitors
/// see both. Nobody ever waits for it; what can't be published after a while is dropped.
class Events
{
public:
    Events(const Options &options, Node &node, const RunningJobs &running, Condition &condition);
    /// Says that the worker goes offline.
    ~Events();

    void received(const Job &job);
    void started(const Job &job);
    /// Succeeded, failed or revoked, as the final status says.
    void ended(const Job &job);

private:
    void send(const QString &type, const QJsonObject &fields);
    void sendBeat(const QString &type);
    void run(const std::stop_token &stop);
    /// Publishes what waits; whether all of it got through.
    bool publish();

    const milliseconds m_period;
    const exports::QueueNames m_names;
    const int m_utcOffset; ///< hours west, as Celery counts them
    Node &m_node;
    const RunningJobs &m_running;
    Condition &m_condition;
    storage::Redis m_redis;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<QByteArrayList> m_waiting; ///< PUBLISH commands, guarded by m_mutex
    std::jthread m_thread;
};

} // namespace herdbook::worker
