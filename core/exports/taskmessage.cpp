// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/taskmessage.h"

#include "core/base/clock.h"
#include "core/exports/decompress.h"
#include "core/exports/envelope.h"
#include "core/exports/jobstatus.h"
#include "core/exports/openedmessage.h"
#include "core/exports/redisnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace herdbook::exports {

namespace {

const QString PdfTask = QStringLiteral("worker.tasks.exports.generate_pdf_report_task");
const QString ZipTask = QStringLiteral("worker.tasks.exports.create_zip_archive_task");

MessageProblem malformed(const QString &reason)
{
    return {MessageFault::Malformed, reason, {}, {}, false};
}

} // namespace

QString taskName(ExportKind kind)
{
    return kind == ExportKind::Pdf ? PdfTask : ZipTask;
}

QByteArray encodeTask(const TaskMessage &task, const QString &host)
{
    const QJsonValue none(QJsonValue::Null);
    const QJsonObject embed{{QLatin1String("callbacks"), none},
                            {QLatin1String("errbacks"), none},
                            {QLatin1String("chain"), none},
                            {QLatin1String("chord"), none}};
    const QJsonArray body{QJsonArray{task.jobId, task.request}, QJsonObject(), embed};
    const QJsonObject headers{
        {QLatin1String("lang"), QLatin1String("py")},
        {QLatin1String("task"), taskName(task.kind)},
        {QLatin1String("id"), task.taskId},
        {QLatin1String("root_id"), task.taskId},
        {QLatin1String("parent_id"), none},
        {QLatin1String("group"), none},
        {QLatin1String("retries"), 0},
        {QLatin1String("eta"), task.eta.isValid() ? QJsonValue(task.eta.toUTC().toString(Qt::ISODateWithMs)) : none},
        {QLatin1String("expires"),
         task.expires.isValid() ? QJsonValue(task.expires.toUTC().toString(Qt::ISODate)) : none},
        {QLatin1String("timelimit"), QJsonArray{none, none}},
        {QLatin1String("argsrepr"), QStringLiteral("('%1', {...})").arg(task.jobId)},
        {QLatin1String("kwargsrepr"), QLatin1String("{}")},
        {QLatin1String("origin"), QString(QStringLiteral("herdbook@") + host)},
        {QLatin1String("ignore_result"), task.ignoreResult}};
    const QString replyTo = task.replyTo.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : task.replyTo;
    const QJsonObject properties{{QLatin1String("correlation_id"), task.taskId}, {QLatin1String("reply_to"), replyTo}};
    return encodeEnvelope({body, headers, properties, QString(), QLatin1String(DefaultQueue)});
}

namespace {

/// The follow-up that Herdbook doesn't send; empty when there is none.
QString followUp(const QJsonObject &embed)
{
    static const std::pair<const char *, const char *> names[] = {
        {"callbacks", "link (a callback after success)"},
        {"errbacks", "link_error (a callback after a failure)"},
        {"chain", "chain (a following task)"},
        {"chord", "chord (a task after a group)"}};
    for (const auto &[field, name] : names) {
        const QJsonValue value = embed.value(QLatin1String(field));
        const bool none = value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty()) ||
                          (value.isObject() && value.toObject().isEmpty());
        if (!none)
            return QString::fromLatin1(name);
    }
    return {};
}

/// The two arguments, by place or by name: `job_id`, and the one other object.
void readArguments(const OpenedMessage &opened, TaskMessage &task)
{
    const QLatin1String id("job_id");
    task.jobId = textOf(opened.arguments.isEmpty() ? opened.named.value(id) : opened.arguments.at(0));
    QJsonValue request = opened.arguments.at(1);
    for (auto at = opened.named.begin(); request.isUndefined() && at != opened.named.end(); ++at) {
        if (at.key() != id && at->isObject())
            request = *at;
    }
    task.request = withoutTags(request).toObject();
}

/// The limit in seconds after which Celery ends a task: the smaller of the soft and the hard one.
double timeLimit(const QJsonObject &options)
{
    double least = 0;
    for (const QJsonValue &each : options.value(QLatin1String("timelimit")).toArray()) {
        if (each.toDouble() > 0 && (least == 0 || each.toDouble() < least))
            least = each.toDouble();
    }
    return least;
}

/// Whether it is one of Celery's own tasks that run another one, ours, for each of many arguments: what chunks, map and starmap send.
bool isManyOfOurs(const OpenedMessage &opened, QStringList &jobs)
{
    static const QStringList names{QStringLiteral("celery.map"), QStringLiteral("celery.starmap"),
                                   QStringLiteral("celery.chunks")};
    const QString inner = opened.named.value(QLatin1String("task")).toObject().value(QLatin1String("task")).toString();
    if (!names.contains(opened.name) || (inner != PdfTask && inner != ZipTask))
        return false;
    for (const QJsonValue &arguments : opened.named.value(QLatin1String("it")).toArray()) {
        const QString id = textOf(arguments.toArray().at(0));
        if (canBeAnswered(id))
            jobs << id;
    }
    return true;
}

} // namespace

std::variant<TaskMessage, MessageProblem> decodeTask(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return malformed(QStringLiteral("The message is not a JSON object"));
    OpenedMessage opened;
    opened.envelope = document.object();
    opened.headers = opened.envelope.value(QLatin1String("headers")).toObject();
    const QJsonObject properties = opened.envelope.value(QLatin1String("properties")).toObject();
    opened.taskId = textOf(opened.headers.value(QLatin1String("id")));
    opened.name = opened.headers.value(QLatin1String("task")).toString();
    MessageProblem problem{MessageFault::Malformed,
                           {},
                           opened.taskId,
                           opened.taskId,
                           opened.headers.value(QLatin1String("ignore_result")).toBool()};
    const auto because = [&problem](const QString &reason) {
        problem.reason = reason;
        return problem;
    };
    const bool named = !opened.name.isEmpty();
    const auto isForeign = [&] {
        const QString exchange =
            properties.value(QLatin1String("delivery_info")).toObject().value(QLatin1String("exchange")).toString();
        return (opened.name != PdfTask && opened.name != ZipTask) || exchange == QLatin1String("tasks");
    };
    const auto foreign = [&] {
        problem.fault = MessageFault::Foreign;
        return because(QStringLiteral("Not an export task: ") + opened.name.left(200));
    };
    const bool ofCelery = opened.name.startsWith(QLatin1String("celery."));
    if (named && !ofCelery && isForeign())
        return foreign();
    if (const QString unreadable = contentProblem(opened.envelope.value(QLatin1String("content-type")).toString());
        !unreadable.isEmpty())
        return ofCelery ? foreign() : because(unreadable);
    const auto body = readBody(opened);
    if (const auto *unreadable = std::get_if<QString>(&body))
        return ofCelery ? foreign() : because(*unreadable);
    const QJsonValue &content = std::get<QJsonValue>(body);
    const bool old = content.toObject().contains(QLatin1String("args")) || !named;
    if (old && !readProtocol1(content.toObject(), opened))
        return because(QStringLiteral("The message names no task"));
    problem.taskId = problem.jobId = opened.taskId;
    const bool whole = old || readProtocol2(content.toArray(), opened);
    if (isManyOfOurs(opened, problem.otherJobs))
        return because(QStringLiteral("%1 asks for several exports in one message, which Herdbook doesn't make: send "
                                      "them one by one")
                           .arg(opened.name));
    if (isForeign())
        return foreign();
    if (!whole)
        return because(QStringLiteral("The message's body is not a list of three"));

    TaskMessage task;
    task.taskId = opened.taskId;
    readArguments(opened, task);
    problem.taskId = task.taskId;
    problem.jobId = canBeAnswered(task.jobId) ? task.jobId : task.taskId;
    problem.ignoreResult = task.ignoreResult = opened.options.value(QLatin1String("ignore_result")).toBool();
    if (task.taskId.isEmpty())
        return because(QStringLiteral("The message has no id"));
    if (textOf(properties.value(QLatin1String("delivery_tag"))).isEmpty())
        return because(QStringLiteral("The message has no delivery tag"));
    if (!isAcceptableJobId(task.jobId) || !isAcceptableJobId(task.taskId))
        return because(QStringLiteral("The message has no acceptable job id"));
    if (const QString follow = followUp(opened.embed); !follow.isEmpty())
        return because(QStringLiteral("The task has a %1, which Herdbook doesn't send: nothing was made").arg(follow));
    task.kind = opened.name == PdfTask ? ExportKind::Pdf : ExportKind::Zip;
    task.replyTo = properties.value(QLatin1String("reply_to")).toString();
    task.timeLimit = timeLimit(opened.options);
    for (const auto &[field, time] : {std::pair("expires", &task.expires), std::pair("eta", &task.eta)}) {
        const QJsonValue value = opened.options.value(QLatin1String(field));
        *time = fromWireTime(value.toString()).value_or(QDateTime());
        if (!time->isValid() && !value.isNull() && !value.isUndefined())
            return because(QStringLiteral("The message's %1 is not a time").arg(QLatin1String(field)));
    }
    return task;
}

MessageProblem oversizedTask(const QByteArray &tail, qint64 bytes)
{
    MessageProblem problem = malformed(QStringLiteral("The message has %1 MiB, more than Herdbook reads (%2 MiB)")
                                           .arg(bytes >> 20)
                                           .arg(MostMessageBytes >> 20));
    const qsizetype at = tail.lastIndexOf("\"headers\"");
    const QJsonObject headers =
        at < 0 ? QJsonObject()
               : QJsonDocument::fromJson('{' + tail.mid(at)).object().value(QLatin1String("headers")).toObject();
    const QString name = headers.value(QLatin1String("task")).toString();
    if (!name.isEmpty() && name != PdfTask && name != ZipTask)
        problem.fault = MessageFault::Foreign;
    problem.taskId = problem.jobId = textOf(headers.value(QLatin1String("id")));
    problem.ignoreResult = headers.value(QLatin1String("ignore_result")).toBool();
    return problem;
}

} // namespace herdbook::exports
