// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/taskmessage.h"

#include "core/base/clock.h"
#include "core/exports/envelope.h"
#include "core/exports/jobstatus.h"
#include "core/exports/redisnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace herdbook::exports {

namespace {

const QString PdfTask = QStringLiteral("worker.tasks.exports.generate_pdf_report_task");
const QString ZipTask = QStringLiteral("worker.tasks.exports.create_zip_archive_task");

MessageProblem malformed(const QString &reason, const QString &taskId = {})
{
    return {MessageFault::Malformed, reason, taskId};
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
    const QJsonObject headers{{QLatin1String("lang"), QLatin1String("py")},
                              {QLatin1String("task"), taskName(task.kind)},
                              {QLatin1String("id"), task.taskId},
                              {QLatin1String("root_id"), task.taskId},
                              {QLatin1String("parent_id"), none},
                              {QLatin1String("group"), none},
                              {QLatin1String("retries"), 0},
                              {QLatin1String("eta"), none},
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

std::variant<TaskMessage, MessageProblem> decodeTask(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return malformed(QStringLiteral("The message is not a JSON object"));
    const QJsonObject envelope = document.object();
    const QJsonObject headers = envelope.value(QLatin1String("headers")).toObject();
    const QJsonObject properties = envelope.value(QLatin1String("properties")).toObject();
    const QString taskId = headers.value(QLatin1String("id")).toString();
    const QString name = headers.value(QLatin1String("task")).toString();
    const QString exchange =
        properties.value(QLatin1String("delivery_info")).toObject().value(QLatin1String("exchange")).toString();
    if (name.isEmpty())
        return malformed(QStringLiteral("The message names no task"), taskId);
    if ((name != PdfTask && name != ZipTask) || exchange == QLatin1String("tasks"))
        return MessageProblem{MessageFault::Foreign, QStringLiteral("Not an export task: ") + name.left(200), taskId};
    if (taskId.isEmpty())
        return malformed(QStringLiteral("The message has no id"));
    if (properties.value(QLatin1String("delivery_tag")).toString().isEmpty())
        return malformed(QStringLiteral("The message has no delivery tag"), taskId);
    if (envelope.value(QLatin1String("content-type")).toString() != QLatin1String("application/json"))
        return malformed(QStringLiteral("The message is not of the type application/json"), taskId);

    const std::optional<Envelope> opened = decodeEnvelope(bytes);
    const QJsonArray body = opened ? opened->body.toArray() : QJsonArray();
    if (body.size() != 3)
        return malformed(QStringLiteral("The message's body is not a list of three"), taskId);
    const QJsonArray arguments = body.at(0).toArray();
    TaskMessage task;
    task.taskId = taskId;
    task.jobId = arguments.at(0).toString();
    task.kind = name == PdfTask ? ExportKind::Pdf : ExportKind::Zip;
    if (!isAcceptableJobId(task.jobId))
        return malformed(QStringLiteral("The message has no acceptable job id"), taskId);
    task.request = arguments.at(1).toObject();
    task.replyTo = properties.value(QLatin1String("reply_to")).toString();
    task.expires = fromWireTime(headers.value(QLatin1String("expires")).toString()).value_or(QDateTime());
    task.ignoreResult = headers.value(QLatin1String("ignore_result")).toBool();
    return task;
}

} // namespace herdbook::exports
