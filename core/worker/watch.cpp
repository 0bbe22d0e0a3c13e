// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/watch.h"

#include "core/worker/pause.h"

namespace herdbook::worker {

Watch::Watch(const Options &options, RunningJobs &jobs)
    : m_period(options.timings.watch), m_jobs(jobs), m_redis(options.settings.redis),
      m_custody(m_redis, options.names()), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void Watch::run(const std::stop_token &stop)
{
    while (pause(stop, m_period)) {
        for (const auto &job : m_jobs.all()) {
            if (!look(*job))
                break;
        }
    }
}

bool Watch::look(RunningJob &running)
{
    const std::lock_guard lock(running.writing());
    if (running.isClosed())
        return true;
    const auto [job, write] = running.progress();
    const Result<Outcome> outcome = write ? m_custody.report(job) : m_custody.ask(job);
    if (!outcome) {
        running.touch(); // to be told again
        return false;
    }
    if (outcome->verdict == Verdict::Cancelled)
        running.stop(StopReason::Cancelled);
    else if (outcome->verdict != Verdict::Mine)
        running.stop(StopReason::Lost);
    return true;
}

} // namespace herdbook::worker
