// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/queuereader.h"

#include "core/exports/redisnames.h"

namespace herdbook::jobs {

namespace {

constexpr qsizetype PageBytes = 4 << 20; ///< roughly what one turn reads of a list that has to be read anew

using exports::Shelf;
using exports::StoredMessage;

} // namespace

QueuedTask readTask(const StoredMessage &message)
{
    QueuedTask task;
    task.digest = exports::digestOf(message);
    if (!message.isWhole()) {
        task.jobId = exports::oversizedTask(message.tail, message.size).jobId.toUtf8();
        return task;
    }
    const auto decoded = exports::decodeTask(message.text);
    if (const auto *content = std::get_if<exports::TaskMessage>(&decoded)) {
        task.jobId = content->jobId.toUtf8();
        task.kind = content->kind;
        task.expires = content->expires;
        task.request = exports::withoutLongLists(content->request);
    }
    return task;
}

Result<void> QueueReader::update(storage::Redis &redis)
{
    const exports::QueueNames names(redis.settings());
    const QByteArray queue = names.queue();
    QList<QByteArrayList> commands{{"LLEN", queue}};
    const QByteArrayList priorities = names.priorityQueues();
    for (const QByteArray &list : priorities)
        commands << QByteArrayList{"LLEN", list};
    const auto lengths = redis.readings(commands);
    if (!lengths)
        return lengths.error();
    if (lengths->front().isError())
        return storage::errorOf(lengths->front());
    if (!m_ends.large || m_ends.length != lengths->front().integer || ++m_endsAge >= exports::LookAgainAtLarge) {
        const auto ends = exports::readEnds(redis, queue);
        if (!ends)
            return ends.error();
        m_ends = *ends;
        m_endsAge = 0;
    }
    m_length = m_ends.length;
    if (const Result<void> read = readPriorities(redis, priorities, *lengths); !read)
        return read.error();
    const QByteArray &next = m_ends.last;
    if (m_complete && m_length > 0 && (m_tasks.empty() || m_tasks.back().digest != m_ends.first)) {
        if (const Result<void> read = readNewest(redis, queue); !read)
            return read.error();
    }
    while (static_cast<qint64>(m_tasks.size()) > m_length)
        m_tasks.pop_front();
    // Everything that is gone must have been taken from the right; otherwise what is known is of no use.
    if (m_complete) {
        const auto known = static_cast<qint64>(m_tasks.size());
        if (known == m_length && (known == 0 || m_tasks.front().digest == next)) {
            if (known > MostTasks)
                m_tasks.resize(MostTasks);
            m_complete = known <= MostTasks;
            return {};
        }
        m_tasks.clear();
    }
    while (!m_tasks.empty() && m_tasks.front().digest != next)
        m_tasks.pop_front();
    return readOn(redis, queue);
}

Result<void> QueueReader::readPriorities(storage::Redis &redis, const QByteArrayList &lists,
                                         const std::vector<storage::RedisReply> &lengths)
{
    m_priorityLength = 0;
    m_prioritiesComplete = true;
    m_priorityTasks.clear();
    for (size_t at = 0; at < m_priorities.size(); ++at) {
        PriorityList &known = m_priorities.at(at);
        const qint64 length = lengths.at(at + 1).integer;
        const Result<void> read = readPriority(redis, lists.at(static_cast<qsizetype>(at)), length, known);
        if (!read)
            return read;
        m_priorityLength += length;
        m_prioritiesComplete = m_prioritiesComplete && static_cast<qint64>(known.tasks.size()) >= known.ends.length;
        m_priorityTasks.insert(m_priorityTasks.end(), known.tasks.begin(), known.tasks.end());
    }
    return {};
}

Result<void> QueueReader::readPriority(storage::Redis &redis, const QByteArray &list, qint64 length,
                                       PriorityList &known)
{
    if (length == 0) {
        known = {};
        return {};
    }
    if (known.ends.large && known.ends.length == length && ++known.age < exports::LookAgainAtLarge)
        return {};
    const auto ends = exports::readEnds(redis, list);
    if (!ends)
        return ends.error();
    known.age = 0;
    if (known.ends == *ends)
        return {};
    const auto page = exports::readMessages(redis, Shelf::List, list, -1);
    if (!page)
        return page.error();
    known = {*ends, 0, {}};
    for (const StoredMessage &message : *page)
        known.tasks.push_back(readTask(message));
    return {};
}

Result<void> QueueReader::readNewest(storage::Redis &redis, const QByteArray &queue)
{
    std::vector<QueuedTask> fresh; // newest first
    const QByteArray known = m_tasks.empty() ? QByteArray() : m_tasks.back().digest;
    qsizetype bytes = 0;
    bool met = false;
    for (qint64 from = 0; !met && bytes < PageBytes && from < m_length;) {
        const auto page = exports::readMessages(redis, Shelf::List, queue, from, from == 0 ? 8 : 200);
        if (!page)
            return page.error();
        met = page->empty();
        for (const StoredMessage &message : *page) {
            met = met || exports::digestOf(message) == known;
            if (met)
                break;
            bytes += message.text.size();
            fresh.push_back(readTask(message));
        }
        from += static_cast<qint64>(page->size());
    }
    for (auto task = fresh.rbegin(); task != fresh.rend(); ++task)
        m_tasks.push_back(std::move(*task));
    return {};
}

Result<void> QueueReader::readOn(storage::Redis &redis, const QByteArray &queue)
{
    if (!m_tasks.empty()) {
        const auto last = exports::readMessages(redis, Shelf::List, queue, -static_cast<qint64>(m_tasks.size()), 1);
        if (!last)
            return last.error();
        if (last->empty() || m_tasks.back().digest != exports::digestOf(last->front()))
            m_tasks.clear(); // something was taken out of the middle
    }
    const qint64 wanted = std::min(m_length, MostTasks);
    qsizetype bytes = 0;
    while (bytes < PageBytes && static_cast<qint64>(m_tasks.size()) < wanted) {
        const auto page = exports::readMessages(redis, Shelf::List, queue, -static_cast<qint64>(m_tasks.size()) - 1);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        for (const StoredMessage &message : *page) {
            bytes += message.text.size();
            m_tasks.push_back(readTask(message));
        }
    }
    // The list may have moved between two pages: the next turn's look at both ends finds out.
    m_complete = static_cast<qint64>(m_tasks.size()) >= m_length;
    return {};
}

} // namespace herdbook::jobs
