// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/workerwatch.h"

#include "core/api/health.h"
#include "core/exports/redisnames.h"
#include "core/exports/workerlease.h"

#include <QJsonArray>

namespace herdbook::api {

namespace {

/// Goes evenly, whatever the machine's clock is set to.
QDateTime evenTime()
{
    using namespace std::chrono;
    return QDateTime::fromMSecsSinceEpoch(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count(),
                                          Qt::UTC);
}

} // namespace

WorkerWatch::WorkerWatch(const RedisSettings &settings)
    : m_beats(settings), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Result<Workers> WorkerWatch::online(storage::Redis &redis) const
{
    constexpr qsizetype MostWorkers = 10'000;
    const Result<QByteArrayList> leases =
        scanKeys(redis, exports::QueueNames(redis.settings()).alive("*"), MostWorkers, KeysNeeded::All);
    if (!leases)
        return leases.error();
    Workers workers;
    QList<QByteArrayList> commands;
    for (const QByteArray &key : *leases)
        commands << QByteArrayList{"GET", key};
    const auto texts = redis.readings(commands);
    if (!texts)
        return texts.error();
    for (qsizetype at = 0; at < leases->size(); ++at) {
        const storage::RedisReply &text = texts->at(static_cast<std::size_t>(at));
        if (text.isNil())
            continue; // ended meanwhile
        const std::optional<QJsonObject> lease = exports::readLease(text);
        if (!lease) {
            workers.warnings << exports::noLease(leases->at(at));
            continue;
        }
        const QJsonArray problems = lease->value(QLatin1String("problems")).toArray();
        ++workers.leases;
        ++(problems.isEmpty() ? workers.ready : workers.stuck);
        for (const auto &problem : problems)
            workers.problems << problem.toString();
        for (const auto &warning : lease->value(QLatin1String("warnings")).toArray())
            workers.warnings << warning.toString();
    }
    workers.celery = m_celery;
    if (workers.celery > 0 && workers.ready == 0)
        workers.warnings << exports::WorkerBeats::doubt();
    workers.ready += workers.celery;
    workers.problems.removeDuplicates();
    workers.warnings.removeDuplicates();
    return workers;
}

QString WorkerWatch::deafness() const
{
    const std::lock_guard lock(m_words);
    return m_deafness;
}

void WorkerWatch::run(const std::stop_token &stop)
{
    constexpr auto Period = std::chrono::milliseconds(250);
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const QDateTime now = evenTime();
        m_beats.update(now);
        m_celery = m_beats.online(now);
        {
            const std::lock_guard words(m_words);
            m_deafness = m_beats.deafness();
        }
        m_wake.wait_for(lock, stop, Period, [] { return false; });
    }
}

} // namespace herdbook::api
