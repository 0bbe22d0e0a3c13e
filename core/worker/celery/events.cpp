// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/events.h"

#include "core/base/version.h"
#include "core/exports/envelope.h"

#include <cstdlib>
#include <unistd.h>

namespace herdbook::worker {

namespace {

/// About the last minute of a busy worker; older ones tell nobody anything.
constexpr size_t MostWaiting = 1000;

double secondsSinceEpoch()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
}

QJsonArray loadAverages()
{
    double loads[3] = {0, 0, 0};
    (void)::getloadavg(loads, 3);
    return {loads[0], loads[1], loads[2]};
}

/// A Python string literal, as Celery shows results and errors.
QString quoted(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    return u'\'' + text + u'\'';
}

} // namespace

Events::Events(const Options &options, Node &node, const RunningJobs &running, Condition &condition)
    : m_period(options.timings.heartbeat), m_names(options.names()),
      m_utcOffset(-QDateTime::currentDateTime().offsetFromUtc() / 3600), m_node(node), m_running(running),
      m_condition(condition), m_redis(options.settings.redis),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Events::~Events()
{
    m_thread.request_stop();
    m_thread.join();
}

void Events::send(const QString &type, const QJsonObject &fields)
{
    QJsonObject event = fields;
    event.insert(QLatin1String("type"), type);
    event.insert(QLatin1String("hostname"), m_node.name());
    event.insert(QLatin1String("utcoffset"), m_utcOffset);
    event.insert(QLatin1String("pid"), qint64{::getpid()});
    event.insert(QLatin1String("clock"), m_node.tick());
    event.insert(QLatin1String("timestamp"), secondsSinceEpoch());
    const QString routingKey = QString(type).replace(u'-', u'.');
    const QByteArray message = exports::encodeEnvelope(
        {event, {{QLatin1String("hostname"), m_node.name()}}, {}, QStringLiteral("celeryev"), routingKey});
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() == MostWaiting)
        m_waiting.pop_front();
    m_waiting.push_back({"PUBLISH", m_names.eventChannel(routingKey.toUtf8()), message});
    m_wake.notify_all();
}

void Events::sendBeat(const QString &type)
{
    send(type, {{QLatin1String("freq"), static_cast<double>(m_period.count()) / 1000.0},
                {QLatin1String("active"), static_cast<int>(m_running.all().size())},
                {QLatin1String("processed"), m_node.done()},
                {QLatin1String("loadavg"), loadAverages()},
                {QLatin1String("sw_ident"), QLatin1String("herdbook-worker")},
                {QLatin1String("sw_ver"), version()},
                {QLatin1String("sw_sys"), QLatin1String("Linux")}});
}

void Events::received(const Job &job)
{
    const QJsonValue none(QJsonValue::Null);
    send(QStringLiteral("task-received"), {{QLatin1String("uuid"), job.task.taskId},
                                           {QLatin1String("name"), exports::taskName(job.task.kind)},
                                           {QLatin1String("args"), argumentsText(job.task)},
                                           {QLatin1String("kwargs"), QLatin1String("{}")},
                                           {QLatin1String("root_id"), job.task.taskId},
                                           {QLatin1String("parent_id"), none},
                                           {QLatin1String("retries"), job.attempt - 1},
                                           {QLatin1String("eta"), none},
                                           {QLatin1String("expires"), none}});
}

void Events::started(const Job &job)
{
    send(QStringLiteral("task-started"), {{QLatin1String("uuid"), job.task.taskId}});
}

void Events::ended(const Job &job)
{
    const exports::JobStatus &status = job.status;
    const QJsonValue uuid = job.task.taskId;
    if (status.cancelled) {
        send(QStringLiteral("task-revoked"), {{QLatin1String("uuid"), uuid},
                                              {QLatin1String("terminated"), true},
                                              {QLatin1String("signum"), QJsonValue(QJsonValue::Null)},
                                              {QLatin1String("expired"), false}});
    } else if (status.state == exports::JobState::Failed) {
        send(QStringLiteral("task-failed"),
             {{QLatin1String("uuid"), uuid},
              {QLatin1String("exception"), QString(QStringLiteral("RuntimeError(%1)").arg(quoted(status.error)))},
              {QLatin1String("traceback"), QString()}});
    } else {
        const double runtime = static_cast<double>(status.startedAt.msecsTo(status.completedAt)) / 1000.0;
        send(QStringLiteral("task-succeeded"), {{QLatin1String("uuid"), uuid},
                                                {QLatin1String("result"), quoted(status.fileName)},
                                                {QLatin1String("runtime"), std::max(0.0, runtime)}});
    }
}

void Events::run(const std::stop_token &stop)
{
    using Clock = std::chrono::steady_clock;
    sendBeat(QStringLiteral("worker-online"));
    Clock::time_point nextBeat = Clock::now() + m_period;
    bool reached = true;
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            // While Redis is away there's no point in trying more often than the heart beats.
            m_wake.wait_until(lock, stop, nextBeat, [&] { return reached && !m_waiting.empty(); });
        }
        if (Clock::now() >= nextBeat) {
            sendBeat(QStringLiteral("worker-heartbeat"));
            nextBeat = Clock::now() + m_period;
        }
        reached = publish();
    }
    sendBeat(QStringLiteral("worker-offline"));
    publish();
}

bool Events::publish()
{
    QList<QByteArrayList> commands;
    {
        const std::lock_guard lock(m_mutex);
        commands = QList<QByteArrayList>(m_waiting.begin(), m_waiting.end());
        m_waiting.clear();
    }
    if (commands.isEmpty())
        return true;
    if (const auto replies = m_redis.pipeline(commands)) {
        const auto refusal = std::find_if(replies->begin(), replies->end(),
                                          [](const storage::RedisReply &reply) { return reply.isError(); });
        m_condition.report(QStringLiteral("events"), refusal == replies->end()
                                                         ? QString()
                                                         : QStringLiteral("Celery's events can't be published: ") +
                                                               storage::errorOf(*refusal).message);
        return true;
    }
    const std::lock_guard lock(m_mutex);
    for (auto command = commands.rbegin(); command != commands.rend() && m_waiting.size() < MostWaiting; ++command)
        m_waiting.push_front(*command);
    return false;
}

} // namespace herdbook::worker
