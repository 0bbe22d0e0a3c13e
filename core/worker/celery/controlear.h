// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/storage/redis.h"
#include "core/worker/celery/node.h"
#include "core/worker/condition.h"
#include "core/worker/options.h"

#include <array>

namespace herdbook::worker {

inline const QByteArray BindingSeparator = "\x06\x16";

/// How kombu notes that a node's queue is bound to the control exchange: routing key, pattern, queue.
QByteArray controlBinding(const QString &node);

/// Hears Celery's control messages. They are published, not queued: what nobody hears is gone. So two connections listen, of which one may
/// break; and when neither did for a while, that is said. One thread at a time.
class ControlEar
{
public:
    ControlEar(const Options &options, const Node &node, Condition &condition, Clock clock);

    /// Renews what is broken. Whether at least one connection listens.
    /// @param redis makes the node known to kombu.
    bool listen(storage::Redis &redis);

    /// Whether nothing listened before listen() set that right, since this was last asked.
    bool takeDeafness() { return std::exchange(m_wasDeaf, false); }

    /// Says for a while that what was published before this listened may have been heard by nobody.
    void tellUnheard();

    /// What came within that time; what both connections brought is told once.
    QByteArrayList hear(milliseconds wait);

private:
    Result<void> subscribe(storage::Redis &redis, storage::Redis &listening);
    void tellGap(bool deaf);

    const exports::QueueNames m_names;
    const Node &m_node;
    Condition &m_condition;
    const Clock m_clock;
    std::array<storage::Redis, 2> m_listening;
    QList<QByteArray> m_heard; ///< digests of the latest messages
    QDateTime m_heardSince;    ///< when a connection first listened
    QDateTime m_heardUntil;    ///< when one was last known to
    bool m_wasDeaf = false;
    QDateTime m_renewedAt;
    QDateTime m_gapToldUntil; ///< how long it is said that none did
};

} // namespace herdbook::worker
