// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/taskmessage.h"
#include "core/worker/custody/custody.h"
#include "core/worker/take.h"

namespace herdbook::worker {

/// Puts back what dead workers had in hand: any worker does it for any other, also on other machines.
class Recovery
{
public:
    Recovery(storage::Redis &redis, exports::QueueNames names, int mostAttempts)
        : m_redis(redis), m_names(std::move(names)), m_mostAttempts(mostAttempts)
    {
    }

    /// Looks at all workers' lists, of a large key space at a share each time. How many messages were put back, or given up after too many attempts.
    Result<int> sweep();

    /// The same for one worker, if its lease is gone.
    Result<int> recover(const QByteArray &worker);

    /// Jobs that were given up since the last call; what is left of their files isn't deleted here.
    QStringList takeGivenUp() { return std::exchange(m_givenUp, {}); }

private:
    Result<QByteArray> recoverMessage(const QByteArray &worker, const Taken &taken);

    storage::Redis &m_redis;
    exports::QueueNames m_names;
    int m_mostAttempts;
    QByteArray m_cursor = "0";
    QStringList m_givenUp;
};

} // namespace herdbook::worker
