// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/messagepages.h"

#include <QHash>
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
    /// Messages on the priority lists, which are taken first.
    qint64 priorityLength() const { return m_priorityLength; }
    /// Whether tasks() is the whole list: not so with a longer one, and while it is being read anew.
    bool isComplete() const { return m_complete; }

private:
    Result<void> readNewest(storage::Redis &redis, const QByteArray &queue);
    Result<void> readOn(storage::Redis &redis, const QByteArray &queue);

    std::deque<QueuedTask> m_tasks;
    exports::ListEnds m_ends;
    int m_endsAge = 0; ///< turns
    qint64 m_length = 0;
    qint64 m_priorityLength = 0;
    bool m_complete = false;
};

} // namespace herdbook::jobs
