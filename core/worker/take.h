// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/redisnames.h"
#include "core/storage/redis.h"

namespace herdbook::worker {

/// A message as it was taken.
struct Taken
{
    QByteArray message; ///< empty where it is too large to be read
    qint64 size = 0;    ///< of such a message; else 0
    QByteArray tail;    ///< its last 16 KiB
};

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
    Result<std::optional<Taken>> next();

    /// What is last in a worker's own list.
    static Result<std::optional<Taken>> peek(storage::Redis &redis, const QByteArray &list);

private:
    storage::Redis &m_redis;
    exports::QueueNames m_names;
    QByteArray m_worker;
};

} // namespace herdbook::worker
