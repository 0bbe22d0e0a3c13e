// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

namespace herdbook::worker {

/// Takes messages from the queue into the worker's own list, so that none is ever only in memory.
class Take
{
public:
    /// @param redis its timeout is longer than the wait of one second.
    Take(storage::Redis &redis, exports::QueueNames names, QByteArray worker)
        : m_redis(redis), m_names(std::move(names)), m_worker(std::move(worker))
    {
    }

    /// The next message, waiting up to a second; none when there is none. First what is in the own list already: a take whose answer
    /// got lost, or a job whose end could not be told to Redis. Then the queue, first in first out, and Celery's priority lists.
    Result<std::optional<QByteArray>> next();

private:
    storage::Redis &m_redis;
    exports::QueueNames m_names;
    QByteArray m_worker;
};

} // namespace herdbook::worker
