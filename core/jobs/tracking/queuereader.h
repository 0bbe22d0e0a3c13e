// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/messagepages.h"

#include <QHash>
#include <array>
#include <deque>

namespace herdbook::jobs {

/// What of a message matters here; the rest (up to a megabyte of ids) is dropped.
struct QueuedTask
{
    QByteArray digest; ///< of the message
    QByteArray jobId;  ///< empty for a message that is no export task
    exports::ExportKind kind = exports::ExportKind::Pdf;
    QJsonObject request; ///< without long lists of ids
    QDateTime expires;   ///< no worker begins it later; null: never
};

/// Reads a message into what matters of it.
QueuedTask readTask(const exports::StoredMessage &message);

/// The order of the queue, kept up to date with little reading: producers push left and workers take right, so a turn reads the length,
/// both ends and what is new on the left. Anything else (a message taken out of the middle or put back on the right) shows at the
/// right end, and the list is read anew page by page, a bounded number of bytes a turn. Of a long list only the part next to be taken is known.
class QueueReader
{
public:
    static constexpr qint64 MostTasks = 2000;

    /// Brings the order up to date. Unreachable when Redis doesn't answer.
    Result<void> update(storage::Redis &redis);

    /// From the next to be taken to the last that came, at most MostTasks.
    const std::deque<QueuedTask> &tasks() const { return m_tasks; }
    qint64 length() const { return m_length; }
    /// Messages on the priority lists, which are taken when the queue is empty.
    qint64 priorityLength() const { return m_priorityLength; }
    /// These messages in their order, some hundreds at most.
    const std::vector<QueuedTask> &priorityTasks() const { return m_priorityTasks; }
    /// Whether tasks() and priorityTasks() are all there is: not so with longer lists, and while the queue is being read anew.
    bool isComplete() const { return m_complete && m_prioritiesComplete; }

private:
    struct PriorityList
    {
        exports::ListEnds ends;
        int age = 0;                   ///< turns
        std::vector<QueuedTask> tasks; ///< from the next to be taken
    };

    /// @param lengths that of the queue, and those of the lists.
    Result<void> readPriorities(storage::Redis &redis, const QByteArrayList &lists,
                                const std::vector<storage::RedisReply> &lengths);
    Result<void> readPriority(storage::Redis &redis, const QByteArray &list, qint64 length, PriorityList &known);
    Result<void> readNewest(storage::Redis &redis, const QByteArray &queue);
    Result<void> readOn(storage::Redis &redis, const QByteArray &queue);

    std::deque<QueuedTask> m_tasks;
    exports::ListEnds m_ends;
    int m_endsAge = 0; ///< turns
    qint64 m_length = 0;
    std::array<PriorityList, 3> m_priorities;
    std::vector<QueuedTask> m_priorityTasks;
    qint64 m_priorityLength = 0;
    bool m_prioritiesComplete = true;
    bool m_complete = false;
};

} // namespace herdbook::jobs
