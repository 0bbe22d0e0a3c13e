// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/condition.h"
#include "core/worker/custody/custody.h"
#include "core/worker/options.h"

#include <thread>

namespace herdbook::worker {

/// Tells Redis every 250 ms how far the running jobs are, and stops those that were cancelled or lost meanwhile. The making itself never
/// waits for Redis.
class Watch
{
public:
    Watch(const Options &options, RunningJobs &jobs, Condition &condition);

private:
    void run(const std::stop_token &stop);
    /// Why Redis doesn't take what there is to tell of the job.
    Result<void> look(RunningJob &job);

    const milliseconds m_period;
    RunningJobs &m_jobs;
    Condition &m_condition;
    storage::Redis m_redis;
    Custody m_custody;
    std::jthread m_thread;
};

} // namespace herdbook::worker
