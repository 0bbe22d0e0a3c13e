// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/statusreader.h"

namespace herdbook::api {

StatusReader::StatusReader(const RedisSettings &settings, Breaker &breaker) : m_redis(settings), m_breaker(breaker)
{
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

StatusReader::~StatusReader() = default;

void StatusReader::read(QString jobId, Callback callback)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_polls.empty();
        m_polls.push_back({std::move(jobId), std::move(callback), std::chrono::steady_clock::now()});
    }
    if (first)
        m_arrived.notify_one();
}

void StatusReader::run(const std::stop_token &stop)
{
    for (;;) {
        std::vector<Poll> polls;
        {
            std::unique_lock lock(m_mutex);
            if (!m_arrived.wait(lock, stop, [this] { return !m_polls.empty(); }) || stop.stop_requested())
                return;
            polls.swap(m_polls);
        }
        answer(polls);
    }
}

void StatusReader::answer(const std::vector<Poll> &polls)
{
    QByteArrayList command{"MGET"};
    for (const Poll &poll : polls)
        command << exports::statusKey(poll.jobId);
    const auto replies = m_breaker.ask(m_redis, command);
    const auto now = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < polls.size(); ++at) {
        ++m_times.count;
        m_times.microseconds += std::chrono::duration_cast<std::chrono::microseconds>(now - polls[at].since).count();
        if (!replies) {
            polls[at].callback(replies.error());
            continue;
        }
        const storage::RedisReply &value = replies.value().items.at(at);
        if (value.isNil())
            polls[at].callback(Error{ErrorKind::NotFound, QStringLiteral("Job not found or expired")});
        else
            polls[at].callback(exports::jobStatusFromWire(value.text, polls[at].jobId));
    }
}

} // namespace herdbook::api
