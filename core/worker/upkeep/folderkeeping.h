// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/upkeep/cleanup.h"
#include "core/worker/upkeep/housekeeping.h"
#include "core/worker/upkeep/outbox.h"

namespace herdbook::worker {

/// What a worker does in the export folder beside its jobs: the outbox, old files, what given up jobs left. A thread of its own, so that a folder
/// that doesn't answer keeps nobody from putting back dead workers' jobs; it also asks now and then whether the folder does.
class FolderKeeping
{
public:
    FolderKeeping(const Options &options, const ExportFolder &folder, Outbox &outbox, Housekeeping &housekeeping,
                  Condition &condition, Clock clock);

private:
    void run(const std::stop_token &stop);
    void deliver();
    void cleanUp();

    const Timings m_timings;
    const exports::QueueNames m_names;
    const ExportFolder &m_folder;
    Outbox &m_outbox;
    Housekeeping &m_housekeeping;
    Condition &m_condition;
    storage::Redis m_redis;
    Custody m_custody;
    Cleanup m_cleanup;
    std::jthread m_thread; ///< ends after the outbox was tried once more
};

} // namespace herdbook::worker
