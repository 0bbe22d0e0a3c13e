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
    for (const QByteArray &list : names.priorityQueues())
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
    m_priorityLength = lengths->at(1).integer + lengths->at(2).integer + lengths->at(3).integer;
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
