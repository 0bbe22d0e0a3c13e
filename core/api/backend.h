// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/breaker.h"
#include "core/api/database.h"
#include "core/storage/redis.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

namespace herdbook::api {

/// A thread's own connections.
struct Connections
{
    storage::Redis redis;
    Database database;
};

/// The threads that wait for Redis, PostgreSQL and the disk, so that those of the HTTP server never do.
class Backend
{
public:
    using Task = std::function<void(Connections &)>;

    Backend(const Settings &settings, int threads);
    ~Backend() { stop(); }
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    /// False when too many tasks wait already.
    bool post(Task task);

    /// Waits for the tasks under way and drops the others.
    void stop();

    /// Finds out, within the timeout, that Redis answers on this connection, before anything is changed by it: a command sent to a Redis
    /// that hangs would still be carried out later, when its sender has long been told that it failed.
    Result<void> reachRedis(Connections &connections);

    Breaker &redisBreaker() { return m_redis; }
    Breaker &databaseBreaker() { return m_database; }

private:
    void run(const std::stop_token &stop);

    const Settings m_settings;
    Breaker m_redis{QStringLiteral("Redis")};
    Breaker m_database{QStringLiteral("PostgreSQL")};
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Task> m_tasks;
    std::vector<std::jthread> m_threads;
};

} // namespace herdbook::api
