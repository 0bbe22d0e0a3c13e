// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/worker/options.h"
#include "core/worker/upkeep/exportfolder.h"

#include <stop_token>

namespace herdbook::worker {

/// A worker: makes the queue's exports, several at once, until it is told to stop.
class Worker
{
public:
    /// @param make called in the slots' threads, as many at once as the concurrency.
    Worker(Options options, Maker make, Clock clock = systemClock());

    /// Works until requestStop(); waits for Redis while it is away. Then takes no more jobs, lets what is running finish for 6 s, and hands
    /// back what isn't done by then: the end comes within 10 s. Denied (Redis refuses), Storage (the export folder) or Conflict
    /// (another worker of that name) when it can't begin.
    Result<void> run();

    /// May be called from any thread, also before run().
    void requestStop() { m_stopping.request_stop(); }

private:
    struct Parts;

    const Options m_options;
    const Maker m_make;
    const Clock m_clock;
    const ExportFolder m_folder;
    std::stop_source m_stopping;
};

/// `{host}:{pid}:{slot}` of each slot of this process.
QByteArrayList workerIds(int concurrency);

} // namespace herdbook::worker
