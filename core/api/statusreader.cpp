// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/statusreader.h"

#include "core/exports/jobstore.h"

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
    QByteArrayList keys;
    for (const Poll &poll : polls)
        keys << exports::statusKey(poll.jobId);
    auto read = m_breaker.ask(m_redis, QByteArrayList{"MGET"} + keys);
    Result<std::vector<storage::RedisReply>> replies =
        read ? Result<std::vector<storage::RedisReply>>(std::move(read->items)) : read.error();
    // One monster among them is no reason to fail the others.
    if (!replies && replies.error().kind == ErrorKind::Storage)
        replies = m_breaker.guard([&] { return exports::readStatusValues(m_redis, keys); });
    // MGET tells of no key and of one that holds no text alike.
    QByteArrayList doubtful;
    std::vector<storage::RedisReply *> places;
    for (std::size_t at = 0; replies && at < polls.size(); ++at) {
        if (replies->at(at).isNil()) {
            doubtful << keys.at(static_cast<qsizetype>(at));
            places.push_back(&replies->at(at));
        }
    }
    if (!doubtful.isEmpty()) {
        auto again = m_breaker.guard([&] { return exports::readStatusValues(m_redis, doubtful); });
        for (std::size_t at = 0; again && at < places.size(); ++at)
            *places[at] = std::move(again->at(at));
        if (!again)
            replies = again.error();
    }
    const auto now = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < polls.size(); ++at) {
        ++m_times.count;
        m_times.microseconds += std::chrono::duration_cast<std::chrono::microseconds>(now - polls[at].since).count();
        if (!replies) {
            polls[at].callback(replies.error());
            continue;
        }
        const storage::RedisReply &value = replies->at(at);
        if (value.isNil())
            polls[at].callback(Error{ErrorKind::NotFound, QStringLiteral("Job not found or expired")});
        else
            polls[at].callback(value.isError() ? Result<exports::JobStatus>(storage::errorOf(value))
                                               : exports::jobStatusFromWire(value.text, polls[at].jobId));
    }
}

} // namespace herdbook::api
