// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exports/exportrequest.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace herdbook::exports {

/// An export task as Celery's envelope carries it (JSON; task protocol 2, or 1 when it was read).
struct TaskMessage
{
    QString taskId; ///< headers.id; Herdbook sends the job id
    QString jobId;  ///< first argument
    ExportKind kind = ExportKind::Pdf;
    QJsonObject request; ///< second argument, not yet validated
    QString replyTo;
    QDateTime expires;         ///< null: never
    QDateTime eta;             ///< not to be begun before; null: at once
    bool ignoreResult = false; ///< the producer wants no Celery result
    double timeLimit = 0;      ///< seconds that the task may take; 0: any
    bool operator==(const TaskMessage &) const = default;
};

/// Why a message can't be executed: what to do with it differs.
enum class MessageFault {
    Malformed, ///< can't be read or carried out: quarantined, and its job fails with the reason
    Foreign    ///< another program's task: acknowledged and counted
};

struct MessageProblem
{
    MessageFault fault = MessageFault::Malformed;
    QString reason;
    QString taskId;             ///< where it could be read
    QString jobId;              ///< where it could be read; else the task id, which is the same for most producers
    bool ignoreResult = false;  ///< as TaskMessage's
    QStringList otherJobs = {}; ///< of a message that asks for several
};

/// The envelope a Celery worker executes; `host` goes into `origin`. The delivery tag is new at each call.
QByteArray encodeTask(const TaskMessage &task, const QString &host);

/// Reads an envelope of any producer, as a Python worker does: the body in base64 or plain, compressed or not, in any encoding that Qt knows,
/// arguments by place or by name, task protocol 1, 2 or both at once, kombu's tagged dates and UUIDs. What a Python worker would do beyond the export (links, chains, chords) and
/// contents that aren't JSON are refused by name.
std::variant<TaskMessage, MessageProblem> decodeTask(const QByteArray &envelope);

/// The same problem for a message too large to be read whole, from its last bytes: kombu writes headers after the body.
MessageProblem oversizedTask(const QByteArray &tail, qint64 bytes);

/// `worker.tasks.exports.generate_pdf_report_task`, `worker.tasks.exports.create_zip_archive_task`.
QString taskName(ExportKind kind);

} // namespace herdbook::exports
