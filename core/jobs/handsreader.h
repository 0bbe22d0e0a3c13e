// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "core/jobs/queuereader.h"

#include <QHash>
#include <QSet>

namespace herdbook::jobs {

/// One worker's slot as its lease tells.
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

    /// Names of workers whose keys were met by the scan; they are read from now on until both keys are gone.
    void addWorker(const QByteArray &name);

    /// Whether held() is all that is in hand: not so where more keys or tasks than can be looked at stand there.
    bool isComplete() const { return m_complete; }

    /// @param now for the time a lease was last seen.
    Result<void> update(storage::Redis &redis, const QDateTime &now);

    const QList<HeldTask> &held() const { return m_held; }
    const QList<WorkerLease> &leases() const { return m_leases; }
    /// Of keys that hold no lease, one sentence each.
    const QStringList &warnings() const { return m_warnings; }

private:
    /// Of each list up to ten messages, as exports::messagesIn() reads them.
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
