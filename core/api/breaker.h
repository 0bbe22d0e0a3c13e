// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <QElapsedTimer>
#include <chrono>
#include <mutex>

namespace herdbook::api {

/// Remembers that a server doesn't answer, so that after one request has waited for its timeout the others are told at once. Tries again
/// after a second. May be used by any thread.
class Breaker
{
public:
    explicit Breaker(QString server) : m_server(std::move(server)) {}

    /// Runs `step`, which asks the server, unless the server is known to hang; a Result of any type.
    template<class Step>
    auto guard(Step &&step) -> decltype(step())
    {
        if (const std::optional<Error> known = hanging())
            return *known;
        QElapsedTimer timer;
        timer.start();
        auto result = step();
        note(result ? nullptr : &result.error(), std::chrono::milliseconds(timer.elapsed()));
        return result;
    }

    /// One guarded command that may be sent twice: the first use after a restart of Redis finds a broken connection.
    Result<storage::RedisReply> ask(storage::Redis &redis, const QByteArrayList &command);

private:
    std::optional<Error> hanging() const;
    void note(const Error *error, std::chrono::milliseconds took);

    using Time = std::chrono::steady_clock::time_point;
    const QString m_server;
    mutable std::mutex m_mutex;
    std::optional<Error> m_error; ///< while it is away
    Time m_until;
};

} // namespace herdbook::api
