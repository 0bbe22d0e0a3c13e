// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/watch.h"

#include "core/worker/pause.h"

namespace herdbook::worker {

namespace {

const QString Part = QStringLiteral("progress");

} // namespace

Watch::Watch(const Options &options, RunningJobs &jobs, Condition &condition)
    : m_period(options.timings.watch), m_jobs(jobs), m_condition(condition), m_redis(options.settings.redis),
      m_custody(m_redis, options.names()), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void Watch::run(const std::stop_token &stop)
{
    while (pause(stop, m_period)) {
        std::optional<Error> refused;
        // One job's key of a wrong type keeps nobody from telling the others.
        for (const auto &job : m_jobs.all()) {
            if (const Result<void> told = look(*job); !told && !refused)
                refused = told.error();
        }
        // Silence is the lease's to report.
        if (!refused || refused->kind != ErrorKind::Unreachable)
            m_condition.report(Part, refused ? refused->message : QString());
    }
}

Result<void> Watch::look(RunningJob &running)
{
    if (running.isOverdue())
        running.stop(StopReason::TimeLimit);
    const std::lock_guard lock(running.writing());
    if (running.isClosed())
        return {};
    const auto [job, write] = running.progress();
    const Result<Outcome> outcome = write ? m_custody.report(job) : m_custody.ask(job);
    if (!outcome) {
        running.touch(); // to be told again
        return Error{
            outcome.error().kind,
            QStringLiteral("How far job %1 is can't be written: %2").arg(job.task.jobId, outcome.error().message)};
    }
    if (outcome->verdict == Verdict::Cancelled)
        running.stop(StopReason::Cancelled);
    else if (outcome->verdict != Verdict::Mine)
        running.stop(StopReason::Lost);
    return {};
}

} // namespace herdbook::worker
