// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "core/jobs/tracking/queuereader.h"

#include <QHash>
#include <QSet>

namespace herdbook::jobs {

/// One worker slot, as its lease describes it.
struct WorkerLease
{
    QString name;         ///< host:pid:slot
    QString jobId;        ///< what it says it makes; may be empty
    QStringList problems; ///< what keeps it from working, one sentence each
    QStringList warnings; ///< what else it has to say
    bool operator==(const WorkerLease &) const = default;
};

/// What workers have in hand: the list and the lease of each of Herdbook's, and the `unacked` hash of the Python ones.
class HandsReader
{
public:
    struct HeldTask
    {
        QueuedTask task;
        Hand hand;
    };

    /// A worker whose key turned up in the scan, or that a status names; it is read from now on, until its list and its lease are both gone.
    void addWorker(const QByteArray &name);

    /// Whether held() is everything that workers hold; false when there are more keys or tasks than it reads.
    bool isComplete() const { return m_complete; }

    /// @param now becomes the time at which the leases found were last seen.
    Result<void> update(storage::Redis &redis, const QDateTime &now);

    const QList<HeldTask> &held() const { return m_held; }
    const QList<WorkerLease> &leases() const { return m_leases; }
    /// One sentence for each lease key whose value isn't a lease.
    const QStringList &warnings() const { return m_warnings; }

private:
    /// Up to ten messages of each list, as exports::messagesIn() reads them.
    Result<std::vector<storage::RedisReply>> readLists(storage::Redis &redis, const QByteArrayList &lists);
    Result<void> readUnacked(storage::Redis &redis, const QByteArray &unacked);
    Result<void> readUnacked(storage::Redis &redis, const QByteArray &unacked, const QByteArrayList &tags);
    const QueuedTask &cached(const QByteArray &key, const exports::StoredMessage &message);

    QSet<QByteArray> m_workers;
    bool m_tooMany = false; ///< workers
    bool m_complete = true;
    QHash<QByteArray, QDateTime> m_lastAlive;
    struct LargeList
    {
        qint64 length = 0;
        int age = 0; ///< turns
        std::vector<exports::StoredMessage> messages;
    };
    QHash<QByteArray, LargeList> m_large;    ///< by worker: lists with a message too large to be read whole
    QHash<QByteArray, QueuedTask> m_cache;   ///< by worker and place in its list
    QHash<QByteArray, QueuedTask> m_unacked; ///< by delivery tag
    QList<HeldTask> m_held;
    QList<WorkerLease> m_leases;
    QStringList m_warnings;
};

} // namespace herdbook::jobs
