// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/controlear.h"

#include <QCryptographicHash>

namespace herdbook::worker {

namespace {

const QString GapPart = QStringLiteral("control gap");
constexpr int ToldSeconds = 600; ///< how long a gap is told

QString timeOfDay(const QDateTime &at)
{
    return at.toUTC().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

QByteArray controlBinding(const QString &node)
{
    return BindingSeparator + BindingSeparator + node.toUtf8() + ".celery.pidbox";
}

ControlEar::ControlEar(const Options &options, const Node &node, Condition &condition, Clock clock)
    : m_names(options.names()), m_node(node), m_condition(condition),
      m_clock(std::move(clock)), m_listening{storage::Redis(options.settings.redis),
                                             storage::Redis(options.settings.redis)}
{
}

bool ControlEar::listen(storage::Redis &redis)
{
    QString problem;
    // That a connection broke is noticed later than it happens: where the other one was renewed just before, both may have been gone.
    constexpr int NoticedSeconds = 10;
    const QDateTime now = m_clock();
    const auto connected = std::ranges::count_if(m_listening, &storage::Redis::isConnected);
    const bool broke = connected < static_cast<qsizetype>(m_listening.size());
    const bool deaf = connected == 0 || (broke && m_renewedAt.isValid() && m_renewedAt.secsTo(now) < NoticedSeconds);
    bool hears = false;
    for (storage::Redis &listening : m_listening) {
        const Result<void> subscribed = listening.isConnected() ? Result<void>() : subscribe(redis, listening);
        hears = hears || subscribed;
        if (!subscribed) {
            listening.disconnect();
            problem = QStringLiteral("Celery's control can't be heard: ") + subscribed.error().message;
        }
    }
    m_condition.report(QStringLiteral("control"), hears ? QString() : problem);
    if (broke && hears)
        m_renewedAt = now;
    m_wasDeaf = m_wasDeaf || (hears && deaf);
    if (hears)
        tellGap(deaf);
    return hears;
}

Result<void> ControlEar::subscribe(storage::Redis &redis, storage::Redis &listening)
{
    const auto bound = redis.command({"SADD", m_names.nodeBindings(), controlBinding(m_node.name())});
    const auto subscribed = bound ? listening.command({"PSUBSCRIBE", m_names.controlChannel()}) : bound;
    return subscribed ? Result<void>() : Result<void>(subscribed.error());
}

void ControlEar::tellGap(bool deaf)
{
    constexpr int LongestPass = 3; ///< seconds; a pass of run() takes less while both connections stand
    const QDateTime now = m_clock();
    if (!m_heardSince.isValid())
        m_heardSince = now;
    if (m_heardUntil.isValid() && (deaf || m_heardUntil.secsTo(now) > LongestPass)) {
        m_gapToldUntil = now.addSecs(ToldSeconds);
        m_condition.report(
            GapPart,
            QStringLiteral("Celery's control may not have been heard from %1 to %2 UTC: a task that was revoked "
                           "then has to be revoked again, unless another worker heard it")
                .arg(timeOfDay(m_heardUntil), timeOfDay(now)),
            Condition::Weight::Warning);
    } else if (m_gapToldUntil.isValid() && now > m_gapToldUntil) {
        m_gapToldUntil = QDateTime();
        m_condition.report(GapPart, {});
    }
    m_heardUntil = now;
}

void ControlEar::tellUnheard()
{
    m_gapToldUntil = m_clock().addSecs(ToldSeconds);
    m_condition.report(GapPart,
                       QStringLiteral("No other worker tells what Celery's control said before %1 UTC: a task in the "
                                      "queue that was revoked until then has to be revoked again")
                           .arg(timeOfDay(m_heardSince)),
                       Condition::Weight::Warning);
}

QByteArrayList ControlEar::hear(milliseconds wait)
{
    constexpr qsizetype MostRemembered = 200;
    QByteArrayList fresh;
    for (storage::Redis &listening : m_listening) {
        const auto pushed = listening.isConnected() ? listening.receive(wait / 2) : storage::RedisReply{};
        // pmessage, pattern, channel, text
        if (!pushed || pushed->items.size() != 4)
            continue;
        const QByteArray digest = QCryptographicHash::hash(pushed->items[3].text, QCryptographicHash::Sha1);
        if (m_heard.contains(digest))
            continue;
        m_heard << digest;
        if (m_heard.size() > MostRemembered)
            m_heard.removeFirst();
        fresh << pushed->items[3].text;
    }
    return fresh;
}

} // namespace herdbook::worker
