// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"
#include "core/storage/redis.h"

#include <QHash>

#include <condition_variable>
#include <thread>

namespace herdbook::api {

/// Tells web pages what changes, by Server-Sent Events. While somebody listens a thread looks through the jobs once a second and sends:
/// `job` with the job as in the list (but that nobody looks for its file), `gone` with the id of one whose status is no more, or none any
/// more, `ready` when all of a look is told (with `note` where there are more jobs than are looked at), and `problem` when Redis can't be
/// asked.
class EventFeed
{
public:
    explicit EventFeed(RedisSettings settings);

    /// A stream that begins with all jobs known now; 503 where as many as may already listen.
    http::Response subscribe();

private:
    struct Listener
    {
        std::shared_ptr<http::Stream> stream;
        bool fresh = true; ///< has been told nothing yet
    };

    void run(const std::stop_token &stop);
    void look();
    void tell(const std::string &news, const std::string &all);

    storage::Redis m_redis;
    QHash<QByteArray, QByteArray> m_known; ///< status as last told, by job id
    std::string m_ready;                   ///< as last told
    bool m_away = false;                   ///< it has been told that Redis can't be asked
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Listener> m_listeners;
    std::jthread m_thread;
};

} // namespace herdbook::api
