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

/// Puts right in Redis what contradicts. Each step is one Lua script that acts only while things still are as the row showed them;
/// Conflict otherwise ("changed meanwhile"), and nothing has happened. One thread at a time, as its connection.
class Mender
{
public:
    Mender(storage::Redis &redis, Clock clock, QString exportFolder)
        : m_redis(redis), m_names(redis.settings()), m_clock(std::move(clock)), m_exportFolder(std::move(exportFolder))
    {
    }

    /// Carries out row.mending, except RunAgain, SubmitAgain and Remove, which are new jobs and removals.
    Result<void> mend(const JobRow &row);

private:
    Result<void> putBack(const JobRow &row);
    Result<void> takeOut(const JobRow &row);
    Result<void> restoreStatus(const JobRow &row);
    Result<void> acceptResult(const JobRow &row);
    Result<void> markFailed(const JobRow &row);
    Result<void> setExpiry(const JobRow &row);
    Result<void> replaceStatus(const JobRow &row, const exports::JobStatus &status);
    exports::JobStatus statusOf(const JobRow &row) const;
    /// The messages of a job in a list, as their exact bytes.
    Result<QByteArrayList> messagesIn(const QByteArray &list, const QString &jobId);

    storage::Redis &m_redis;
    exports::QueueNames m_names;
    Clock m_clock;
    QString m_exportFolder;
};

} // namespace herdbook::jobs
