// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstore.h"
#include "tests/support/servers.h"

#include <QMap>
#include <QSet>

#include <chrono>
#include <random>

namespace herdbook::test {

/// What is done to workers and servers, and for how long.
struct FaultPlan
{
    quint32 seed = 1;
    int jobs = 300;
    int workers = 3;
    std::chrono::milliseconds every{300}; ///< a fault so often
    QStringList
        faults; ///< of kill, redis-restart, redis-kill, redis-pause, redis-refuse, disk-full, folder-gone, folder-readonly,
                ///< postgres-restart, postgres-cut, late-producer, canvas, clock-skew
    QString program; ///< this one, which is also the worker
};

/// Submits jobs to workers while it kills and stops what they depend on, and says afterwards whether every accepted job came to its end.
/// The sequence of faults follows from the seed. Made and used on the main thread.
class Harness
{
public:
    explicit Harness(FaultPlan plan) : m_plan(std::move(plan)), m_random(m_plan.seed) {}
    ~Harness();

    /// Runs the plan. What is wrong in the end, line by line: nothing, when all is well.
    Result<QStringList> run();

    /// Figures of the run for people.
    QString summary() const;

private:
    using Time = std::chrono::steady_clock::time_point;

    Result<void> start();
    Result<void> mountSmallDisk();
    Result<demo::ChildProcess> startWorker(size_t number);
    void submitSome(Time began);
    /// As a Python producer does it: the message first, `processing` up to 2.5 s later, however far the job is by then.
    Result<QString> submitLate();
    void writeLate(Time now);
    /// A job that Herdbook has to refuse: one with a follow-up.
    Result<QString> submitCanvas();
    void refuseCommand(std::chrono::milliseconds time);
    void takeFolder(bool readOnly, std::chrono::milliseconds time);
    void injectFault();
    void killWorker();
    void fillDisk();
    void endFaults(Time now);
    /// When the fault under way ends, and how.
    void until(std::chrono::milliseconds time, std::function<void()> end);
    /// Until all jobs have finished, or none has for a minute.
    void waitForTheEnd();
    QStringList judge();
    void judgeJob(const QString &id, QStringList &wrong, QSet<QString> &expectedFiles);

    const FaultPlan m_plan;
    std::mt19937 m_random;
    Servers m_servers{demo::PrivateRedis::Persistence::AppendOnly};
    Settings m_settings;
    std::unique_ptr<storage::Redis> m_redis;
    std::vector<demo::ChildProcess> m_workers;
    QStringList m_jobs;
    std::vector<std::pair<Time, QString>> m_late; ///< when to write `processing` for which job
    QSet<QString> m_canvas;                       ///< those that must fail
    QMap<QString, int> m_injected;                ///< fault -> how often
    QMap<QString, int> m_failures;                ///< reason -> how often
    int m_completed = 0;
    int m_repeated = 0;
    bool m_smallDisk = false;
    bool m_redisAway = false;
    bool m_refusing = false; ///< Redis refuses one command
    bool m_folderAway = false;
    bool m_secondDeaths = false; ///< some job has cost two workers their life
    Time m_faultEnds;
    std::function<void()> m_endFault;
};

} // namespace herdbook::test
