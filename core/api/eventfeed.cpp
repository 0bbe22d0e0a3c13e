// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/eventfeed.h"

#include "core/api/answers.h"
#include "core/api/jobreader.h"
#include "core/api/jsonwriter.h"

#include <algorithm>

namespace herdbook::api {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t MostListeners = 50;
constexpr auto Period = 1s;

std::string event(const char *name, const std::string &data)
{
    return std::string("event: ") + name + "\ndata: " + data + "\n\n";
}

std::string jobEvent(const QByteArray &id, const QByteArray &status)
{
    const QString jobId = QString::fromUtf8(id);
    const auto job = exports::jobStatusFromWire(status, jobId);
    return job ? event("job", jobText(*job)) : std::string();
}

std::string sentence(const char *name, const char *field, const QString &text)
{
    JsonWriter json;
    json.beginObject();
    if (!text.isEmpty())
        json.field(field, text);
    json.endObject();
    return event(name, json.take());
}

} // namespace

EventFeed::EventFeed(RedisSettings settings)
    : m_redis(std::move(settings)), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

http::Response EventFeed::subscribe()
{
    auto stream = std::make_shared<http::Stream>();
    {
        const std::lock_guard lock(m_mutex);
        if (m_listeners.size() >= MostListeners) {
            http::Response busy = problem(503, QStringLiteral("Too many clients are listening; try again shortly"));
            busy.add("Retry-After", "5");
            return busy;
        }
        m_listeners.push_back({stream});
    }
    m_wake.notify_one();
    http::Response response;
    response.add("Content-Type", "text/event-stream; charset=utf-8");
    response.add("Cache-Control", "no-store");
    response.add("X-Accel-Buffering", "no");
    response.body = "retry: 2000\n\n";
    response.stream = std::move(stream);
    return response;
}

void EventFeed::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_listeners.empty(); }) && !stop.stop_requested()) {
        lock.unlock();
        look();
        lock.lock();
        if (m_listeners.empty()) {
            m_known.clear();
            m_ready.clear();
            continue;
        }
        const auto fresh = [this] {
            return std::any_of(m_listeners.begin(), m_listeners.end(), [](const Listener &each) { return each.fresh; });
        };
        m_wake.wait_for(lock, stop, Period, fresh);
    }
}

void EventFeed::look()
{
    const Result<KnownJobs> jobs = readJobs(m_redis);
    if (!jobs) {
        const std::string text =
            sentence("problem", "detail", QStringLiteral("Redis can't be asked: ") + jobs.error().message);
        tell(m_away ? ": \n\n" : text, text);
        m_away = true;
        return;
    }
    std::string news;
    std::string all;
    qsizetype unreadable = 0;
    for (const auto &[id, status] : jobs->statuses) {
        const auto known = m_known.constFind(id);
        const std::string text = jobEvent(id, status);
        all += text;
        unreadable += text.empty() ? 1 : 0;
        const bool isNew = known == m_known.constEnd();
        if (isNew || *known != status)
            news += text.empty() && !isNew ? sentence("gone", "job_id", QString::fromUtf8(id)) : text;
        m_known.insert(id, status);
    }
    if (static_cast<std::size_t>(m_known.size()) > jobs->statuses.size()) {
        for (auto at = m_known.begin(); at != m_known.end();) {
            if (jobs->statuses.contains(at.key())) {
                ++at;
                continue;
            }
            if (jobs->note.isEmpty()) // of a look that doesn't see all, nobody knows what is gone
                news += sentence("gone", "job_id", QString::fromUtf8(at.key()));
            at = m_known.erase(at);
        }
    }
    const std::string ready = sentence("ready", "note", leftOut(*jobs, unreadable));
    const bool noted = std::exchange(m_ready, ready) != ready;
    if (std::exchange(m_away, false) || noted || !news.empty())
        news += ready;
    tell(news.empty() ? ": \n\n" : news, all + ready);
}

void EventFeed::tell(const std::string &news, const std::string &all)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_listeners, [&](Listener &listener) {
        const bool answered = listener.stream.use_count() > 1; // not so where only the head was asked for
        return !answered || !listener.stream->send(std::exchange(listener.fresh, false) ? all : news);
    });
}

} // namespace herdbook::api
