// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/result.h"

#include "core/base/clock.h"
#include "core/exports/redisnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace herdbook::worker {

namespace {

QJsonObject exception(const char *type, const char *module, const QString &message)
{
    return {{QLatin1String("exc_type"), QLatin1String(type)},
            {QLatin1String("exc_message"), QJsonArray{message}},
            {QLatin1String("exc_module"), QLatin1String(module)}};
}

} // namespace

QByteArray celeryResultName(const QString &taskId)
{
    return exports::ResultPrefix + taskId.toUtf8();
}

QByteArray celeryResult(const Job &job)
{
    const exports::JobStatus &status = job.status;
    QJsonObject result;
    const char *state = "SUCCESS";
    if (status.cancelled) {
        state = "REVOKED";
        result = exception("TaskRevokedError", "celery.exceptions", status.error);
    } else if (status.state == exports::JobState::Failed) {
        state = "FAILURE";
        result = exception("RuntimeError", "builtins", status.error);
    } else {
        result = {{QLatin1String("job_id"), status.jobId},
                  {QLatin1String("status"), exports::wireName(status.state)},
                  {QLatin1String("filename"), status.fileName},
                  {QLatin1String("download_url"), status.downloadUrl},
                  {QLatin1String("file_size_bytes"), status.fileSize}};
    }
    const QJsonObject meta{{QLatin1String("status"), QLatin1String(state)},
                           {QLatin1String("result"), result},
                           {QLatin1String("traceback"), QJsonValue(QJsonValue::Null)},
                           {QLatin1String("children"), QJsonArray()},
                           {QLatin1String("date_done"), toWireTime(status.completedAt)},
                           {QLatin1String("task_id"), job.task.taskId}};
    return QJsonDocument(meta).toJson(QJsonDocument::Compact);
}

} // namespace herdbook::worker
