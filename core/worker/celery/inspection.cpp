// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/inspection.h"

#include "core/base/version.h"
#include "core/exports/messagepages.h"

#include <QSysInfo>

#include <unistd.h>

namespace herdbook::worker {

QJsonObject okAnswer(const QString &text)
{
    return {{QLatin1String("ok"), text}};
}

QHash<QString, Inspection::Answer> Inspection::answers() const
{
    return {{QStringLiteral("ping"), [](const QJsonObject &) { return okAnswer(QStringLiteral("pong")); }},
            {QStringLiteral("stats"), [this](const QJsonObject &) { return stats(); }},
            {QStringLiteral("active"), [this](const QJsonObject &) { return active(); }},
            {QStringLiteral("active_queues"), [this](const QJsonObject &) { return activeQueues(); }},
            {QStringLiteral("registered"),
             [](const QJsonObject &) {
                 return QJsonArray{exports::taskName(exports::ExportKind::Zip),
                                   exports::taskName(exports::ExportKind::Pdf)};
             }},
            {QStringLiteral("enable_events"),
             [](const QJsonObject &) { return okAnswer(QStringLiteral("task events already enabled")); }},
            {QStringLiteral("reserved"), [](const QJsonObject &) { return QJsonArray(); }},
            {QStringLiteral("query_task"), [this](const QJsonObject &arguments) { return queryTask(arguments); }},
            {QStringLiteral("clock"),
             [this](const QJsonObject &) {
                 return QJsonObject{{QLatin1String("clock"), m_node.clock()}};
             }},
            {QStringLiteral("conf"), [this](const QJsonObject &) { return conf(); }},
            {QStringLiteral("report"), [this](const QJsonObject &) { return report(); }}};
}

QJsonObject Inspection::describe(const exports::TaskMessage &task) const
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

QJsonValue Inspection::scheduled(storage::Redis &redis) const
{
    constexpr int MostTold = 100;
    QJsonArray waiting;
    const auto seen = exports::eachTask(
        redis, exports::Shelf::SortedSet, m_options.names().waiting(),
        [&](const exports::TaskMessage &task, const QByteArray &) -> Result<qint64> {
            if (waiting.size() >= MostTold)
                return Error{ErrorKind::Cancelled, {}}; // enough
            if (task.eta.isValid())
                waiting << QJsonObject{{QLatin1String("eta"), task.eta.toUTC().toString(Qt::ISODateWithMs)},
                                       {QLatin1String("priority"), 6},
                                       {QLatin1String("request"), describe(task)}};
            return 0;
        });
    return seen || waiting.size() >= MostTold ? QJsonValue(waiting)
                                              : QJsonValue(QJsonObject{{QLatin1String("error"), seen.error().message}});
}

QJsonValue Inspection::queryTask(const QJsonObject &arguments) const
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
QJsonValue Inspection::conf() const
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

QJsonValue Inspection::report() const
{
    return okAnswer(QStringLiteral("\nsoftware -> herdbook-worker:%1 qt:%2\nplatform -> %3\nbroker -> redis %4:%5\n"
                                   "export folder -> %6\nsite time zone -> %7\nconcurrency -> %8\n")
                        .arg(version(), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                             m_options.settings.redis.host)
                        .arg(m_options.settings.redis.port)
                        .arg(m_options.settings.exportFolder, QString::fromLatin1(m_options.settings.siteTimeZone.id()))
                        .arg(m_options.concurrency));
}

QJsonValue Inspection::stats() const
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

QJsonValue Inspection::active() const
{
    QJsonArray jobs;
    for (const auto &running : m_running.all())
        jobs << describe(running->job().task);
    return jobs;
}

QJsonValue Inspection::activeQueues() const
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
