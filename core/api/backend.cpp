// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/backend.h"

#include "core/base/logging.h"

namespace herdbook::api {

namespace {

constexpr std::size_t MostWaiting = 512;

} // namespace

Backend::Backend(const Settings &settings, int threads) : m_settings(settings)
{
    for (int at = 0; at < threads; ++at)
        m_threads.emplace_back([this](const std::stop_token &stop) { run(stop); });
}

bool Backend::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_tasks.size() >= MostWaiting)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_arrived.notify_one();
    return true;
}

void Backend::stop()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_threads.clear();
    const std::lock_guard lock(m_mutex);
    m_tasks.clear();
}

void Backend::run(const std::stop_token &stop)
{
    Connections connections{storage::Redis(m_settings.redis), Database(m_settings.postgres)};
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_arrived.wait(lock, stop, [this] { return !m_tasks.empty(); }) || stop.stop_requested())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        try {
            task(connections);
        } catch (const std::exception &exception) {
            qCCritical(logApi) << "A request failed:" << exception.what();
        }
    }
}

Result<void> Backend::reachRedis(Connections &connections)
{
    const auto reply = m_redis.ask(connections.redis, {"PING"});
    return reply ? Result<void>() : Result<void>(reply.error());
}

} // namespace herdbook::api
