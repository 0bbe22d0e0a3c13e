// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/runningjob.h"

namespace herdbook::worker {

Job asCancelled(Job job, const QDateTime &now)
{
    job.status.state = exports::JobState::Failed;
    job.status.cancelled = true;
    job.status.completedAt = now;
    job.status.error = QStringLiteral("Cancelled");
    job.status.stage.clear();
    job.status.waitingFor.clear();
    job.status.fileName.clear();
    return job;
}

void RunningJob::advance(int done, int total, const QString &stage, const QString &waitingFor)
{
    const std::lock_guard lock(m_mutex);
    exports::JobStatus &status = m_job.status;
    m_changed = m_changed || status.processedCount != done || status.totalDetections != total ||
                status.stage != stage || status.waitingFor != waitingFor;
    status.processedCount = done;
    status.totalDetections = total;
    status.stage = stage;
    status.waitingFor = waitingFor;
}

std::pair<Job, bool> RunningJob::progress()
{
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    const bool write = m_changed || now - m_written > std::chrono::minutes(1);
    m_changed = false;
    if (write)
        m_written = now;
    return {m_job, write};
}

void RunningJob::touch()
{
    const std::lock_guard lock(m_mutex);
    m_changed = true;
}

bool RunningJob::isOverdue() const
{
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - m_begun;
    return m_job.task.timeLimit > 0 && taken.count() > m_job.task.timeLimit;
}

void RunningJob::stop(StopReason reason)
{
    StopReason none = StopReason::None;
    if (m_reason.compare_exchange_strong(none, reason))
        m_stop.request_stop();
}

void RunningJob::close()
{
    const std::lock_guard lock(m_writing);
    m_closed = true;
}

void RunningJobs::add(std::shared_ptr<RunningJob> job)
{
    const std::lock_guard lock(m_mutex);
    if (m_ending != StopReason::None)
        job->stop(m_ending);
    m_jobs.push_back(std::move(job));
}

void RunningJobs::remove(const std::shared_ptr<RunningJob> &job)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_jobs, job);
}

std::vector<std::shared_ptr<RunningJob>> RunningJobs::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs;
}

void RunningJobs::stop(const QString &id, StopReason reason)
{
    for (const auto &running : all()) {
        const exports::TaskMessage &task = running->job().task;
        if (task.jobId == id || task.taskId == id)
            running->stop(reason);
    }
}

void RunningJobs::stopAll(StopReason reason)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = reason;
    }
    for (const auto &running : all())
        running->stop(reason);
}

} // namespace herdbook::worker
