// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/storage/redis.h"
#include "core/worker/upkeep/exportfolder.h"

namespace herdbook::worker {

/// Deletes files of jobs that have expired, and temporary files of which no worker knows any more. Only files that Herdbook made.
class Cleanup
{
public:
    Cleanup(storage::Redis &redis, const ExportFolder &folder, Clock clock, int keepHours)
        : m_redis(redis), m_folder(folder), m_clock(std::move(clock)), m_keepHours(keepHours)
    {
    }

    /// One round. An error, and no file deleted, while Redis can't say which jobs there are.
    Result<void> run();

private:
    storage::Redis &m_redis;
    const ExportFolder &m_folder;
    Clock m_clock;
    int m_keepHours;
};

} // namespace herdbook::worker
