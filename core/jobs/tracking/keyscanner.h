// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <functional>

namespace herdbook::jobs {

/// Finds the keys of jobs and workers that nobody announced, by going round the key space with a bounded number of SCANs a turn.
class KeyScanner
{
public:
    using Sink = std::function<void(const QByteArray &key)>;

    /// Goes on where the last turn ended, by at most `budget` calls, and stops at the end of a round.
    /// @param turn number of the reading, 1 and up; tells when a round began.
    /// @param sink gets every key of Herdbook, and may be others that look alike; some come twice.
    Result<void> scan(storage::Redis &redis, int budget, quint64 turn, const Sink &sink);

    /// Whether no round that began in turn `since` or later has been completed.
    bool owes(quint64 since) const { return m_completeSince < since; }

    /// Whether no round is under way.
    bool isAtStart() const { return m_cursor == "0"; }

    /// Whether one round has been completed since the start.
    bool hasSeenAll() const { return m_completeSince > 0; }

private:
    QByteArray m_cursor = "0";
    quint64 m_began = 0;
    quint64 m_completeSince = 0; ///< turn in which the last whole round began
};

} // namespace herdbook::jobs
