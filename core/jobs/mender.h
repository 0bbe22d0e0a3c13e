// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/exports/redisnames.h"
#include "core/jobs/jobrow.h"
#include "core/storage/redis.h"

#include <chrono>

namespace herdbook::jobs {

/// How long an action waits for the export folder to answer.
inline constexpr std::chrono::seconds DiskPatience(10);

/// Resolves a job's contradictions in Redis. Each step is one Lua script, which acts only if the job is still as its row showed it; otherwise
/// it answers Conflict and changes nothing. Like its connection, for one thread at a time.
class Mender
{
public:
    Mender(storage::Redis &redis, Clock clock, QString exportFolder)
        : m_redis(redis), m_names(redis.settings()), m_clock(std::move(clock)), m_exportFolder(std::move(exportFolder))
    {
    }

    /// Carries out row.mending, except RunAgain, SubmitAgain and Remove, which aren't mended but made anew or removed.
    Result<void> mend(const JobRow &row);

private:
    Result<void> putBack(const JobRow &row);
    Result<void> takeOut(const JobRow &row);
    Result<void> restoreStatus(const JobRow &row);
    Result<void> acceptResult(const JobRow &row);
    Result<void> markFailed(const JobRow &row);
    Result<void> setExpiry(const JobRow &row);
    Result<void> replaceStatus(const JobRow &row, const exports::JobStatus &status);
    QByteArrayList queues() const { return QByteArrayList{m_names.queue()} + m_names.priorityQueues(); }
    exports::JobStatus statusOf(const JobRow &row) const;
    /// The exact bytes of each of a job's messages in a list.
    Result<QByteArrayList> messagesIn(const QByteArray &list, const QString &jobId);

    storage::Redis &m_redis;
    exports::QueueNames m_names;
    Clock m_clock;
    QString m_exportFolder;
};

} // namespace herdbook::jobs
