// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exports/exportrequest.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace herdbook::exports {

/// An export task as Celery's envelope carries it (protocol 2, JSON).
struct TaskMessage
{
    QString taskId; ///< headers.id; Herdbook sends the job id
    QString jobId;  ///< first argument
    ExportKind kind = ExportKind::Pdf;
    QJsonObject request; ///< second argument, not yet validated
    QString replyTo;
    QDateTime expires;         ///< null: never
    bool ignoreResult = false; ///< the producer wants no Celery result
    bool operator==(const TaskMessage &) const = default;
};

/// Why a message can't be executed: what to do with it differs.
enum class MessageFault {
    Malformed, ///< not an envelope: quarantined
    Foreign    ///< another program's task: acknowledged and counted
};

struct MessageProblem
{
    MessageFault fault = MessageFault::Malformed;
    QString reason;
    QString taskId; ///< where it could be read
};

/// The envelope a Celery worker executes; `host` goes into `origin`. The delivery tag is new at each call.
QByteArray encodeTask(const TaskMessage &task, const QString &host);

/// Reads an envelope of any producer (base64 or plain JSON body, third element {} or null, UUIDs left as they came).
std::variant<TaskMessage, MessageProblem> decodeTask(const QByteArray &envelope);

/// `worker.tasks.exports.generate_pdf_report_task`, `worker.tasks.exports.create_zip_archive_task`.
QString taskName(ExportKind kind);

} // namespace herdbook::exports
