// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/control.h"

#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/worker/pause.h"

#include <QRegularExpression>

#include <unistd.h>

namespace herdbook::worker {

namespace {

const QByteArray Separator = "\x06\x16";

/// How kombu notes that a queue is bound: routing key, pattern, queue.
QByteArray bindingOf(const QString &node)
{
    return Separator + Separator + node.toUtf8() + ".celery.pidbox";
}

QJsonObject ok(const QString &text)
{
    return {{QLatin1String("ok"), text}};
}

} // namespace

Control::Control(const Options &options, Node &node, RunningJobs &running, std::function<void()> onShutdown)
    : m_options(options), m_names(options.names()), m_node(node), m_running(running),
      m_onShutdown(std::move(onShutdown)),
      m_answers{
          {QStringLiteral("ping"), [](const QJsonObject &) { return ok(QStringLiteral("pong")); }},
          {QStringLiteral("stats"), [this](const QJsonObject &) { return stats(); }},
          {QStringLiteral("active"), [this](const QJsonObject &) { return active(); }},
          {QStringLiteral("active_queues"), [this](const QJsonObject &) { return activeQueues(); }},
          {QStringLiteral("registered"),
           [](const QJsonObject &) {
               return QJsonArray{exports::taskName(exports::ExportKind::Zip),
                                 exports::taskName(exports::ExportKind::Pdf)};
           }},
          {QStringLiteral("revoke"), [this](const QJsonObject &arguments) { return revoke(arguments); }},
          {QStringLiteral("enable_events"),
           [](const QJsonObject &) { return ok(QStringLiteral("task events already enabled")); }},
          {QStringLiteral("reserved"), [](const QJsonObject &) { return QJsonArray(); }},
          {QStringLiteral("scheduled"), [](const QJsonObject &) { return QJsonArray(); }},
          {QStringLiteral("revoked"), [](const QJsonObject &) { return QJsonArray(); }},
      },
      m_listening(options.settings.redis), m_redis(options.settings.redis),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Control::~Control()
{
    m_thread.request_stop();
    m_thread.join();
    (void)m_redis.command({"SREM", m_names.nodeBindings(), bindingOf(m_node.name())});
}

void Control::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!m_listening.isConnected()) {
            const Result<void> subscribed = subscribe();
            if (!subscribed) {
                m_listening.disconnect();
                pause(stop, milliseconds(500));
                continue;
            }
        }
        const Result<storage::RedisReply> pushed = m_listening.receive(milliseconds(250));
        // pmessage, pattern, channel, text
        if (!pushed || pushed->items.size() != 4)
            continue;
        if (const std::optional<Request> request = read(pushed->items[3].text))
            handle(*request);
    }
}

Result<void> Control::subscribe()
{
    if (const auto bound = m_redis.command({"SADD", m_names.nodeBindings(), bindingOf(m_node.name())}); !bound)
        return bound.error();
    const auto listening = m_listening.command({"PSUBSCRIBE", m_names.controlChannel()});
    if (!listening)
        return listening.error();
    return {};
}

std::optional<Control::Request> Control::read(const QByteArray &message)
{
    const std::optional<exports::Envelope> envelope = exports::decodeEnvelope(message);
    if (!envelope || !envelope->body.isObject())
        return std::nullopt;
    m_node.adjust(envelope->headers.value(QLatin1String("clock")).toInteger());
    m_node.tick();
    const double expires = envelope->headers.value(QLatin1String("expires")).toDouble();
    const QJsonObject body = envelope->body.toObject();
    if ((expires > 0 && expires * 1000 < static_cast<double>(QDateTime::currentMSecsSinceEpoch())) || !isForThis(body))
        return std::nullopt;
    return Request{body.value(QLatin1String("method")).toString(), body.value(QLatin1String("arguments")).toObject(),
                   body.value(QLatin1String("reply_to")).toObject().value(QLatin1String("routing_key")).toString(),
                   body.value(QLatin1String("ticket")).toString()};
}

bool Control::isForThis(const QJsonObject &body) const
{
    const QJsonValue destination = body.value(QLatin1String("destination"));
    if (destination.isArray() && !destination.toArray().isEmpty() && !destination.toArray().contains(m_node.name()))
        return false;
    const QString pattern = body.value(QLatin1String("pattern")).toString();
    if (pattern.isEmpty())
        return true;
    const bool regular = body.value(QLatin1String("matcher")).toString() == QLatin1String("pcre");
    const QRegularExpression form(regular ? pattern : QRegularExpression::wildcardToRegularExpression(pattern));
    const auto match = form.match(m_node.name());
    return match.hasMatch() && match.capturedStart() == 0;
}

void Control::handle(const Request &request)
{
    if (request.method == QLatin1String("shutdown")) {
        qCInfo(logWorker) << "Told by Celery's control to shut down";
        m_onShutdown();
        return;
    }
    const Answer answer = m_answers.value(request.method);
    reply(request, answer ? answer(request.arguments)
                          : QJsonObject{{QLatin1String("error"), QString(QStringLiteral("Unknown control command: ") +
                                                                         request.method.left(80))}});
}

void Control::reply(const Request &request, const QJsonValue &answer)
{
    if (request.replyKey.isEmpty())
        return;
    const auto bindings = m_redis.command({"SMEMBERS", m_names.replyBindings()});
    if (!bindings)
        return;
    const exports::Envelope envelope{
        QJsonObject{{m_node.name(), answer}},
        {{QLatin1String("ticket"), request.ticket}, {QLatin1String("clock"), m_node.tick()}},
        {},
        QStringLiteral("reply.celery.pidbox"),
        request.replyKey};
    const QByteArray message = exports::encodeEnvelope(envelope);
    const QByteArray start = request.replyKey.toUtf8() + Separator;
    for (const storage::RedisReply &binding : bindings->items) {
        if (binding.text.startsWith(start))
            (void)m_redis.command(
                {"LPUSH", m_names.list(binding.text.mid(binding.text.lastIndexOf(Separator) + Separator.size())),
                 message});
    }
}

QJsonValue Control::revoke(const QJsonObject &arguments)
{
    const QJsonValue given = arguments.value(QLatin1String("task_id"));
    const QJsonArray ids = given.isArray() ? given.toArray() : QJsonArray{given};
    for (const QJsonValue &value : ids) {
        const QString id = value.toString();
        if (!exports::isAcceptableJobId(id))
            continue;
        // Kept for an hour, so that no worker that missed this starts it.
        (void)m_redis.command({"SETEX", m_names.cancelKey(id), QByteArray::number(exports::StatusLifetime), "revoked"});
        m_running.stop(id, StopReason::Cancelled);
    }
    return ok(QStringLiteral("tasks flagged as revoked"));
}

QJsonValue Control::stats() const
{
    const RedisSettings &redis = m_options.settings.redis;
    return QJsonObject{
        {QLatin1String("total"), m_node.taken()},
        {QLatin1String("quarantined"), m_node.quarantined()},
        {QLatin1String("pid"), qint64{::getpid()}},
        {QLatin1String("clock"), QString::number(m_node.clock())},
        {QLatin1String("uptime"), m_started.secsTo(QDateTime::currentDateTimeUtc())},
        {QLatin1String("prefetch_count"), m_options.concurrency},
        {QLatin1String("sw_ident"), QLatin1String("herdbook-worker")},
        {QLatin1String("sw_ver"), version()},
        {QLatin1String("broker"), QJsonObject{{QLatin1String("transport"), QLatin1String("redis")},
                                              {QLatin1String("hostname"), redis.host},
                                              {QLatin1String("port"), redis.port},
                                              {QLatin1String("virtual_host"), QString::number(redis.database)}}},
        {QLatin1String("pool"), QJsonObject{{QLatin1String("implementation"), QLatin1String("herdbook threads")},
                                            {QLatin1String("max-concurrency"), m_options.concurrency},
                                            {QLatin1String("processes"), QJsonArray{qint64{::getpid()}}}}}};
}

QJsonValue Control::active() const
{
    QJsonArray jobs;
    for (const auto &running : m_running.all()) {
        const Job &job = running->job();
        jobs << QJsonObject{{QLatin1String("id"), job.task.taskId},
                            {QLatin1String("name"), exports::taskName(job.task.kind)},
                            {QLatin1String("type"), exports::taskName(job.task.kind)},
                            {QLatin1String("args"), argumentsText(job.task)},
                            {QLatin1String("kwargs"), QLatin1String("{}")},
                            {QLatin1String("hostname"), m_node.name()},
                            {QLatin1String("acknowledged"), false},
                            {QLatin1String("worker_pid"), qint64{::getpid()}},
                            {QLatin1String("delivery_info"),
                             QJsonObject{{QLatin1String("routing_key"), QString::fromUtf8(m_options.queue)}}}};
    }
    return jobs;
}

QJsonValue Control::activeQueues() const
{
    const QString queue = QString::fromUtf8(m_options.queue);
    return QJsonArray{
        QJsonObject{{QLatin1String("name"), queue},
                    {QLatin1String("exchange"),
                     QJsonObject{{QLatin1String("name"), QString()}, {QLatin1String("type"), QLatin1String("direct")}}},
                    {QLatin1String("routing_key"), queue},
                    {QLatin1String("durable"), true},
                    {QLatin1String("exclusive"), false},
                    {QLatin1String("auto_delete"), false},
                    {QLatin1String("no_ack"), false}}};
}

} // namespace herdbook::worker
