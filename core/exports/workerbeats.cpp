// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/workerbeats.h"

#include "core/exports/envelope.h"
#include "core/exports/redisnames.h"

namespace herdbook::exports {

namespace {

constexpr int RetrySeconds = 15;
constexpr int MostMessages = 2000; ///< of one update
constexpr double Period = 2;       ///< seconds between two beats, where they don't say
constexpr double Slack = 1;        ///< seconds between sending and hearing
constexpr int LongestTask = 3600;  ///< seconds for which a worker may not beat

} // namespace

bool WorkerBeats::listen(const QDateTime &now)
{
    if (m_redis.isConnected())
        return true;
    if (m_notBefore.isValid() && now < m_notBefore)
        return false;
    m_notBefore = now.addSecs(RetrySeconds);
    // A Redis user with channel rights is given them by the literal pattern: the wide one is what Celery's documents name.
    const QueueNames names(m_redis.settings());
    for (const char *which : {"worker.*", "*"}) {
        const auto answer = m_redis.command({"PSUBSCRIBE", names.eventChannel(which)});
        m_deafness = answer ? QString() : QStringLiteral("Python workers can't be heard: ") + answer.error().message;
        if (answer) {
            m_hearsSince = now;
            return true;
        }
        if (answer.error().kind != ErrorKind::Denied)
            break;
    }
    m_redis.disconnect();
    return false;
}

void WorkerBeats::update(const QDateTime &now)
{
    if (!listen(now))
        return;
    for (int count = 0; count < MostMessages; ++count) {
        const auto message = m_redis.receive(std::chrono::milliseconds(0));
        if (!message || message->isNil())
            return;
        // pmessage, pattern, channel, content
        if (message->items.size() == 4 && message->items[2].text.contains("/worker."))
            hear(message->items[3].text, now);
    }
}

void WorkerBeats::hear(const QByteArray &envelope, const QDateTime &now)
{
    const auto content = decodeEnvelope(envelope);
    const QJsonObject event = content ? content->body.toObject() : QJsonObject();
    const QString name = event.value(QLatin1String("hostname")).toString();
    const QString type = event.value(QLatin1String("type")).toString();
    if (name.isEmpty() || !type.startsWith(QLatin1String("worker-")) ||
        event.value(QLatin1String("sw_ident")).toString() == QLatin1String("herdbook-worker"))
        return;
    m_noneHeard = false;
    if (type == QLatin1String("worker-offline"))
        m_beats.remove(name);
    else
        m_beats.insert(name, {now, std::clamp(event.value(QLatin1String("freq")).toDouble(Period), 0.5, 60.0)});
}

QString WorkerBeats::doubt()
{
    return QStringLiteral("No worker of Herdbook's is ready, and whether one of the Python ones takes exports isn't "
                          "known: \"celery inspect active_queues\" tells");
}

void WorkerBeats::setBack(qint64 milliseconds)
{
    m_notBefore = m_notBefore.addMSecs(-milliseconds);
    m_hearsSince = m_hearsSince.addMSecs(-milliseconds);
    for (Beat &beat : m_beats)
        beat.heard = beat.heard.addMSecs(-milliseconds);
}

int WorkerBeats::online(const QDateTime &now) const
{
    return static_cast<int>(std::count_if(m_beats.begin(), m_beats.end(), [&now](const Beat &beat) {
        return static_cast<double>(beat.heard.msecsTo(now)) / 1000 < 2 * beat.period + Slack;
    }));
}

bool WorkerBeats::isSilent(const QDateTime &now) const
{
    return m_deafness.isEmpty() && m_hearsSince.isValid() &&
           static_cast<double>(m_hearsSince.msecsTo(now)) / 1000 >= 2 * Period + Slack && online(now) == 0;
}

bool WorkerBeats::mayWork(const QDateTime &now) const
{
    return !m_deafness.isEmpty() || std::any_of(m_beats.begin(), m_beats.end(), [&now](const Beat &beat) {
        return beat.heard.secsTo(now) < LongestTask;
    });
}

} // namespace herdbook::exports
