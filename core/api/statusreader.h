// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/breaker.h"
#include "core/exports/jobstatus.h"
#include "core/storage/redis.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <thread>

namespace herdbook::api {

/// How many polls were answered, and how long they waited in all.
struct PollTimes
{
    std::atomic<qint64> count{0};
    std::atomic<qint64> microseconds{0};
};

/// Answers status polls: those that arrive while Redis is being asked are asked together in the next round trip, so that many
/// pollers cost Redis hardly more than one.
class StatusReader
{
public:
    /// Called on the reader's thread: NotFound, Corrupt, Unreachable and the like are errors.
    using Callback = std::function<void(const Result<exports::JobStatus> &)>;

    StatusReader(const RedisSettings &settings, Breaker &breaker);
    ~StatusReader();
    StatusReader(const StatusReader &) = delete;
    StatusReader &operator=(const StatusReader &) = delete;

    /// @param jobId an acceptable one. The callback may be dropped uncalled when the reader ends.
    void read(QString jobId, Callback callback);

    const PollTimes &times() const { return m_times; }

private:
    struct Poll
    {
        QString jobId;
        Callback callback;
        std::chrono::steady_clock::time_point since;
    };

    void run(const std::stop_token &stop);
    void answer(const std::vector<Poll> &polls);

    storage::Redis m_redis;
    Breaker &m_breaker;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::vector<Poll> m_polls;
    PollTimes m_times;
    std::jthread m_thread;
};

} // namespace herdbook::api
