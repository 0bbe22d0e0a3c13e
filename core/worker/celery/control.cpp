// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/control.h"

#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/exports/jobcontrol.h"
#include "core/worker/pause.h"

#include <QRegularExpression>
#include <QSysInfo>

#include <unistd.h>

namespace herdbook::worker {

namespace {

QJsonObject ok(const QString &text)
{
    return {{QLatin1String("ok"), text}};
}

} // namespace

Control::Control(const Options &options, Node &node, RunningJobs &running, Condition &condition, Clock clock,
                 std::function<void()> onShutdown)
    : m_options(options), m_names(options.names()), m_node(node), m_running(running), m_condition(condition),
      m_clock(std::move(clock)), m_onShutdown(std::move(onShutdown)),
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
          {QStringLiteral("scheduled"), [this](const QJsonObject &) { return scheduled(); }},
          {QStringLiteral("revoked"),
           [this](const QJsonObject &) { return QJsonArray::fromStringList(m_revoked.keys()); }},
          {QStringLiteral("hello"), [this](const QJsonObject &arguments) { return hello(arguments); }},
          {QStringLiteral("query_task"), [this](const QJsonObject &arguments) { return queryTask(arguments); }},
          {QStringLiteral("clock"),
           [this](const QJsonObject &) {
               return QJsonObject{{QLatin1String("clock"), m_node.clock()}};
           }},
          {QStringLiteral("conf"), [this](const QJsonObject &) { return conf(); }},
          {QStringLiteral("report"), [this](const QJsonObject &) { return report(); }},
      },
      m_ear(options, node, condition, m_clock), m_redis(options.settings.redis),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Control::~Control()
{
    m_thread.request_stop();
    m_thread.join();
    (void)m_redis.command({"SREM", m_names.nodeBindings(), controlBinding(m_node.name())});
}

void Control::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!m_ear.listen(m_redis)) {
            pause(stop, milliseconds(500));
            continue;
        }
        sendWaiting();
        for (const QByteArray &message : m_ear.hear(milliseconds(240))) {
            if (const std::optional<Request> request = read(message))
                handle(*request);
        }
    }
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
    if ((expires > 0 && expires * 1000 < static_cast<double>(m_clock().toMSecsSinceEpoch())) || !isForThis(body))
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
    auto bindings = m_redis.command({"SMEMBERS", m_names.replyBindings()});
    if (!bindings)
        bindings = m_redis.command({"SMEMBERS", m_names.replyBindings()});
    if (!bindings)
        return;
    const exports::Envelope envelope{
        QJsonObject{{m_node.name(), answer}},
        {{QLatin1String("ticket"), request.ticket}, {QLatin1String("clock"), m_node.tick()}},
        {},
        QStringLiteral("reply.celery.pidbox"),
        request.replyKey};
    const QByteArray message = exports::encodeEnvelope(envelope);
    const QByteArray start = request.replyKey.toUtf8() + BindingSeparator;
    for (const storage::RedisReply &binding : bindings->items) {
        if (binding.text.startsWith(start))
            m_waiting << QByteArrayList{
                "LPUSH",
                m_names.list(binding.text.mid(binding.text.lastIndexOf(BindingSeparator) + BindingSeparator.size())),
                message};
    }
    sendWaiting();
}

/// A revocation that Redis can't take now is kept until it can: what was published once isn't said again.
void Control::sendWaiting()
{
    constexpr qsizetype MostWaiting = 1000;
    while (!m_waiting.isEmpty()) {
        const auto sent = m_redis.command(m_waiting.first());
        if (!sent && sent.error().kind == ErrorKind::Unreachable)
            break;
        m_condition.report(QStringLiteral("control answers"), sent ? QString() : sent.error().message);
        if (!sent && m_waiting.first().first() != "LPUSH")
            break;
        m_waiting.removeFirst();
    }
    if (m_waiting.size() > MostWaiting)
        m_waiting.removeFirst();
}

void Control::remember(const QString &id, bool terminate)
{
    constexpr qsizetype MostRemembered = 1000;
    m_revoked.insert(id, static_cast<double>(m_clock().toMSecsSinceEpoch()) / 1000 +
                             0.0001); // never whole: Celery wants a float
    while (m_revoked.size() > MostRemembered)
        m_revoked.erase(std::min_element(m_revoked.begin(), m_revoked.end()));
    const QByteArray lifetime = QByteArray::number(exports::StatusLifetime);
    // What cancels also what runs isn't taken back by a milder word.
    if (terminate)
        m_waiting << QByteArrayList{"SETEX", m_names.cancelKey(id), lifetime, "1"};
    else
        m_waiting << QByteArrayList{"SET", m_names.cancelKey(id), "revoked", "EX", lifetime, "NX"};
}

QJsonValue Control::revoke(const QJsonObject &arguments)
{
    const bool terminate = arguments.value(QLatin1String("terminate")).toBool();
    const QJsonValue given = arguments.value(QLatin1String("task_id"));
    const QJsonArray values = given.isArray() ? given.toArray() : QJsonArray{given};
    QStringList ids;
    for (const QJsonValue &value : values) {
        const QString id = value.toString();
        if (!exports::isAcceptableJobId(id))
            continue;
        ids << id;
        remember(id, terminate);
        if (terminate)
            m_running.stop(id, StopReason::Cancelled);
    }
    sendWaiting();
    // One that waits for its time is taken now, and dropped with the word on it that is due.
    for (const QString &id : std::as_const(ids))
        (void)exports::wakeWaiting(m_redis, m_names, id);
    if (terminate)
        return ok(QStringLiteral("terminate: ") + ids.join(QLatin1String(", ")));
    return ok(QStringLiteral("tasks %1 flagged as revoked").arg(ids.join(QLatin1String(", "))));
}

/// What a Celery worker that starts asks the others: it tells which tasks it knows to be revoked and hears the same.
QJsonValue Control::hello(const QJsonObject &arguments)
{
    const QJsonObject theirs = arguments.value(QLatin1String("revoked")).toObject();
    const double oldest = static_cast<double>(m_clock().toSecsSinceEpoch() - exports::StatusLifetime);
    for (auto at = theirs.begin(); at != theirs.end(); ++at) {
        const double when = at->isArray() ? at->toArray().at(0).toDouble() : at->toDouble();
        if (when > oldest && exports::isAcceptableJobId(at.key()) && !m_revoked.contains(at.key()))
            remember(at.key(), false);
    }
    QJsonObject revoked;
    for (auto at = m_revoked.constBegin(); at != m_revoked.constEnd(); ++at)
        revoked.insert(at.key(), QJsonArray{at.value(), at.key()});
    return QJsonObject{{QLatin1String("revoked"), revoked}, {QLatin1String("clock"), m_node.tick()}};
}

QJsonObject Control::describe(const exports::TaskMessage &task) const
{
    return {{QLatin1String("id"), task.taskId},
            {QLatin1String("name"), exports::taskName(task.kind)},
            {QLatin1String("type"), exports::taskName(task.kind)},
            {QLatin1String("args"), argumentsText(task)},
            {QLatin1String("kwargs"), QLatin1String("{}")},
            {QLatin1String("hostname"), m_node.name()},
            {QLatin1String("acknowledged"), false},
            {QLatin1String("worker_pid"), qint64{::getpid()}},
            {QLatin1String("delivery_info"),
             QJsonObject{{QLatin1String("routing_key"), QString::fromUtf8(m_options.queue)}}}};
}

QJsonValue Control::scheduled()
{
    constexpr int MostTold = 100;
    QJsonArray waiting;
    const auto page = m_redis.command({"ZRANGE", m_names.waiting(), "0", QByteArray::number(MostTold - 1)});
    if (!page)
        return QJsonObject{{QLatin1String("error"), page.error().message}};
    for (const storage::RedisReply &message : page->items) {
        const auto decoded = exports::decodeTask(message.text);
        const auto *task = std::get_if<exports::TaskMessage>(&decoded);
        if (task != nullptr && task->eta.isValid())
            waiting << QJsonObject{{QLatin1String("eta"), task->eta.toUTC().toString(Qt::ISODateWithMs)},
                                   {QLatin1String("priority"), 6},
                                   {QLatin1String("request"), describe(*task)}};
    }
    return waiting;
}

QJsonValue Control::queryTask(const QJsonObject &arguments) const
{
    const QJsonValue given = arguments.value(QLatin1String("ids"));
    const QJsonArray ids = given.isArray() ? given.toArray() : QJsonArray{given};
    QJsonObject found;
    for (const auto &running : m_running.all()) {
        const exports::TaskMessage &task = running->job().task;
        if (ids.contains(task.taskId))
            found.insert(task.taskId, QJsonArray{QLatin1String("active"), describe(task)});
    }
    return found;
}

/// The settings that differ from Celery's own, secrets left out.
QJsonValue Control::conf() const
{
    const RedisSettings &redis = m_options.settings.redis;
    const QString url = QStringLiteral("redis://%1:%2/%3").arg(redis.host).arg(redis.port).arg(redis.database);
    const QString prefix = redis.keyPrefix;
    return QJsonObject{
        {QLatin1String("broker_url"), url},
        {QLatin1String("result_backend"), url},
        {QLatin1String("task_default_queue"), QString::fromUtf8(m_options.queue)},
        {QLatin1String("task_serializer"), QLatin1String("json")},
        {QLatin1String("result_serializer"), QLatin1String("json")},
        {QLatin1String("accept_content"), QJsonArray{QLatin1String("json")}},
        {QLatin1String("worker_concurrency"), m_options.concurrency},
        {QLatin1String("worker_send_task_events"), true},
        {QLatin1String("task_acks_late"), true},
        {QLatin1String("result_expires"), exports::StatusLifetime},
        {QLatin1String("broker_transport_options"), QJsonObject{{QLatin1String("global_keyprefix"), prefix}}}};
}

QJsonValue Control::report() const
{
    return ok(QStringLiteral("\nsoftware -> herdbook-worker:%1 qt:%2\nplatform -> %3\nbroker -> redis %4:%5\n"
                             "export folder -> %6\nsite time zone -> %7\nconcurrency -> %8\n")
                  .arg(version(), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                       m_options.settings.redis.host)
                  .arg(m_options.settings.redis.port)
                  .arg(m_options.settings.exportFolder, QString::fromLatin1(m_options.settings.siteTimeZone.id()))
                  .arg(m_options.concurrency));
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
    for (const auto &running : m_running.all())
        jobs << describe(running->job().task);
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
