// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

namespace herdbook::jobs {

/// Finds the keys of jobs and workers that nobody announced, by going round the key space with a bounded number of SCANs a turn.
class KeyScanner
{
public:
    struct Found
    {
        QByteArrayList jobIds;
        QByteArrayList workers;
        QByteArrayList cancelled; ///< ids of jobs that somebody asked to cancel
    };

    /// Goes on where the last turn ended, by at most `budget` calls, and stops at the end of a round.
    Result<Found> scan(storage::Redis &redis, int budget);
    void reset();

    /// Whether one round has been completed since the start or reset().
    bool hasSeenAll() const { return m_seenAll; }

private:
    QByteArray m_cursor = "0";
    bool m_seenAll = false;
};

} // namespace herdbook::jobs
