// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstatus.h"
#include "core/exports/taskmessage.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace herdbook::worker {

/// A job that a worker has taken.
struct Job
{
    QByteArray worker;  ///< `{host}:{pid}:{slot}`
    QByteArray message; ///< the exact bytes, by which it is acknowledged
    exports::TaskMessage task;
    int attempt = 1;
    exports::JobStatus status; ///< as it was, or is to be, written
    bool begunBefore = false;  ///< by a worker that then had to leave it
};

/// The same job, ended by who asked for it.
/// @param now as Redis has it.
Job asCancelled(Job job, const QDateTime &now);

enum class StopReason {
    None,
    Cancelled, ///< by who asked for it
    Lost,      ///< another worker has it
    TimeLimit, ///< it took longer than who asked for it allows
    HandBack   ///< this worker ends
};

/// A job in the making, as several threads see it: the slot that makes it, the watch that writes its progress, the control that stops it.
class RunningJob
{
public:
    explicit RunningJob(Job job) : m_job(std::move(job)) {}

    const Job &job() const { return m_job; }

    /// Notes how far it is.
    void advance(int done, int total, const QString &stage, const QString &waitingFor = {});
    /// The job with its status as of now, and whether to write that: when it changed since the last call, and once a minute, so that it
    /// doesn't expire.
    std::pair<Job, bool> progress();
    /// It could not be written.
    void touch();

    /// Whether it has taken longer than its task allows.
    bool isOverdue() const;

    /// Asks the making to stop; the first reason counts.
    void stop(StopReason reason);
    StopReason stopReason() const { return m_reason; }
    std::stop_token stopToken() const { return m_stop.get_token(); }

    /// Held while its status is being written, and by the slot when it ends: nothing is written after close().
    std::mutex &writing() { return m_writing; }
    void close();
    bool isClosed() const { return m_closed; }

private:
    Job m_job;
    std::stop_source m_stop;
    std::atomic<StopReason> m_reason{StopReason::None};
    std::mutex m_mutex;
    std::mutex m_writing;
    bool m_changed = false;
    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_written = m_begun;
    bool m_closed = false; ///< guarded by m_writing
};

/// The jobs in the making in this process.
class RunningJobs
{
public:
    void add(std::shared_ptr<RunningJob> job);
    void remove(const std::shared_ptr<RunningJob> &job);
    std::vector<std::shared_ptr<RunningJob>> all() const;
    /// Stops those whose job or task has that id.
    void stop(const QString &id, StopReason reason);
    /// Stops all of them, and from now on whatever is added.
    void stopAll(StopReason reason);

private:
    mutable std::mutex m_mutex;
    StopReason m_ending = StopReason::None;
    std::vector<std::shared_ptr<RunningJob>> m_jobs;
};

} // namespace herdbook::worker
