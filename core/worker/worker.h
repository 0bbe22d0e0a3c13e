// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/worker/condition.h"
#include "core/worker/options.h"
#include "core/worker/serverclock.h"
#include "core/worker/upkeep/exportfolder.h"

#include <stop_token>

namespace herdbook::storage {
class Redis;
}

namespace herdbook::worker {

/// A worker: makes the queue's exports, several at once, until it is told to stop.
class Worker
{
public:
    /// @param make called in the slots' threads, as many at once as the concurrency.
    /// @param clock unless given, the time is Redis's.
    Worker(Options options, Maker make, Clock clock = {});

    /// Works until requestStop(); waits for Redis while it is away. Then takes no more jobs, lets what is running finish for 6 s, and hands
    /// back what isn't done by then: the end comes within 10 s. Denied (the password), Storage (the export folder) or Conflict
    /// (another worker of that name) when it can't begin.
    Result<void> run();

    /// May be called from any thread, also before run().
    void requestStop() { m_stopping.request_stop(); }

private:
    struct Parts;

    /// Waits until this worker has all the rights it needs, saying meanwhile which it lacks. False when it was stopped.
    Result<bool> awaitRights(storage::Redis &redis, const std::stop_token &stop);

    const Options m_options;
    const Maker m_make;
    ServerClock m_serverClock;
    Condition m_condition;
    const Clock m_clock;
    const ExportFolder m_folder;
    std::stop_source m_stopping;
};

/// `{host}:{pid}-{random}:{slot}` of each slot of this process: in two containers host and number may be the same.
QByteArrayList workerIds(int concurrency);

} // namespace herdbook::worker
