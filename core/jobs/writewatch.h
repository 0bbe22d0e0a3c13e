// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <QDateTime>

namespace herdbook::jobs {

/// Tells for the price of one short answer whether anything at all was written to a Redis since the last look: by the counters of INFO (writes,
/// expired and evicted keys, the save that resets them, and which run of the server counts).
class WriteWatch
{
public:
    /// Whether something was, or may have been: true at the first look, where INFO may not be read, and every ten seconds in any case.
    Result<bool> look(storage::Redis &redis, const QDateTime &now);

    /// Names the run of the server at the last look: another one after each of its starts, and each time it dropped keys for lack of memory.
    /// The same where it doesn't say.
    QByteArray run() const { return m_run; }
    /// What there is to say of keys that were dropped so.
    QString evictions() const { return m_evictions; }

private:
    QByteArray m_mark, m_run;
    QString m_evictions;
    QDateTime m_changedAt;
};

} // namespace herdbook::jobs
