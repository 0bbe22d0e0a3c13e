// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/condition.h"
#include "core/worker/custody/recovery.h"
#include "core/worker/options.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <thread>

namespace herdbook::worker {

/// What a worker does beside its jobs, in a thread of its own: final statuses written once more after a slow producer (also those of
/// workers that died meanwhile), dead workers' jobs, those that wait for their time. It never touches the export folder.
class Housekeeping
{
public:
    Housekeeping(const Options &options, Condition &condition, Clock clock);
    /// Ends after the last status was seen to.
    ~Housekeeping();

    /// Looks at a final status again a little later: a producer that queues first and writes `processing` afterwards may overwrite it.
    /// @param parked the message of a job that waits for its time; its status is then what tells so.
    void reassertLater(const exports::JobStatus &status, const QByteArray &parked = {});

    /// Jobs that were given up since the last call: what is left of their files is to be deleted.
    QStringList takeGivenUp();

    using Time = std::chrono::steady_clock::time_point;
    /// Whether it's time for what is done every `period`, last at `last`.
    static bool isDue(Time &last, milliseconds period);

private:
    struct Reassertion
    {
        Time due;
        exports::JobStatus status;
        QByteArray parked;
    };

    void run(const std::stop_token &stop);
    void reassertDue(const std::stop_token &stop);
    /// The last look at what anybody finished, a while after this worker first saw it.
    void settleFinished();
    void recover();
    /// Wakes what waited for its time.
    void wake();
    /// Renews the statuses of the waiting and lets go of old dead messages.
    void tend();

    const Timings m_timings;
    Condition &m_condition;
    const Clock m_clock;
    storage::Redis m_redis;
    Custody m_custody;
    Recovery m_recovery;
    Time m_steadySince; ///< since when Redis answers without a gap
    Time m_lastRecovery;
    std::map<QByteArray, Time> m_finished; ///< job id -> when it was first seen to have finished
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Reassertion> m_reassertions; ///< guarded by m_mutex
    QStringList m_givenUp;                  ///< guarded by m_mutex
    std::jthread m_thread;
};

} // namespace herdbook::worker
