// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <chrono>

namespace herdbook::worker {

/// The time as Redis has it, which is the same for all workers and producers: noted now and then, counted on from there by a clock that nobody
/// sets. Until the first note it is the machine's. May be used by any thread.
class ServerClock
{
public:
    /// What Redis says it is now.
    void note(const QDateTime &server);

    QDateTime now() const;

    /// Seconds that the machine's clock is ahead of Redis's (negative: behind); 0 until the first note.
    qint64 skewSeconds() const;

private:
    std::atomic<bool> m_noted{false};
    std::atomic<qint64> m_offset{0}; ///< ms from the steady clock to Redis's
};

} // namespace herdbook::worker
