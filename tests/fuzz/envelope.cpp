// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/envelope.h"
#include "core/exports/jobstatus.h"
#include "core/exports/taskmessage.h"
#include "tests/fuzz/property.h"

using namespace herdbook::exports;

/// Whatever comes from the queue is either an export task with an id that can be a file name, or a problem with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)decodeEnvelope(bytes);
    const auto decoded = decodeTask(bytes);
    if (const auto *problem = std::get_if<MessageProblem>(&decoded)) {
        HERDBOOK_PROPERTY(!problem->reason.isEmpty());
        return 0;
    }
    const auto &task = std::get<TaskMessage>(decoded);
    HERDBOOK_PROPERTY(isAcceptableJobId(task.jobId));
    HERDBOOK_PROPERTY(!task.taskId.isEmpty());
    const auto again = decodeTask(encodeTask(task, QStringLiteral("host")));
    HERDBOOK_PROPERTY(std::holds_alternative<TaskMessage>(again));
    HERDBOOK_PROPERTY(std::get<TaskMessage>(again).jobId == task.jobId);
    HERDBOOK_PROPERTY(std::get<TaskMessage>(again).request == task.request);
    return 0;
}
