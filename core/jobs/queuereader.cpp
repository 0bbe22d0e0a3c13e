// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/queuereader.h"

#include "core/exports/redisnames.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace herdbook::jobs {

namespace {

constexpr qsizetype PageBytes = 4 << 20; ///< roughly what one turn reads of a list that has to be read anew
constexpr int Page = 200;
constexpr int LargestIdList = 100;

QByteArray digestOf(const QByteArray &message)
{
    return QCryptographicHash::hash(message, QCryptographicHash::Md5);
}

} // namespace

QueuedTask readTask(const QByteArray &message)
{
    QueuedTask task;
    task.digest = digestOf(message);
    const auto decoded = exports::decodeTask(message);
    if (const auto *content = std::get_if<exports::TaskMessage>(&decoded)) {
        task.jobId = content->jobId.toUtf8();
        task.kind = content->kind;
        task.request = content->request;
        const QLatin1String ids("detection_ids");
        if (task.request.value(ids).toArray().size() > LargestIdList)
            task.request.remove(ids);
    }
    return task;
}

Result<void> QueueReader::update(storage::Redis &redis)
{
    const exports::QueueNames names(redis.settings());
    const QByteArray queue = names.queue();
    QList<QByteArrayList> commands{{"LLEN", queue}, {"LINDEX", queue, "-1"}, {"LINDEX", queue, "0"}};
    for (const QByteArray &list : names.priorityQueues())
        commands << QByteArrayList{"LLEN", list};
    const auto replies = redis.readings(commands);
    if (!replies)
        return replies.error();
    if (replies->front().isError())
        return storage::errorOf(replies->front());
    m_length = replies->at(0).integer;
    m_priorityLength = replies->at(3).integer + replies->at(4).integer + replies->at(5).integer;
    const QByteArray next = replies->at(1).text;
    const QByteArray newest = replies->at(2).text;
    if (m_complete && m_length > 0 && (m_tasks.empty() || m_tasks.back().digest != digestOf(newest))) {
        if (const Result<void> read = readNewest(redis, queue); !read)
            return read.error();
    }
    while (static_cast<qint64>(m_tasks.size()) > m_length)
        m_tasks.pop_front();
    // Everything that is gone must have been taken from the right; otherwise what is known is of no use.
    if (m_complete) {
        const auto known = static_cast<qint64>(m_tasks.size());
        if (known == m_length && (known == 0 || m_tasks.front().digest == digestOf(next))) {
            if (known > MostTasks)
                m_tasks.resize(MostTasks);
            m_complete = known <= MostTasks;
            return {};
        }
        m_tasks.clear();
    }
    while (!m_tasks.empty() && m_tasks.front().digest != digestOf(next))
        m_tasks.pop_front();
    return readOn(redis, queue);
}

Result<void> QueueReader::readNewest(storage::Redis &redis, const QByteArray &queue)
{
    std::vector<QueuedTask> fresh; // newest first
    const QByteArray known = m_tasks.empty() ? QByteArray() : m_tasks.back().digest;
    qsizetype bytes = 0;
    for (qint64 from = 0, count = 8; bytes < PageBytes && static_cast<qint64>(fresh.size()) < m_length;
         from += count, count = Page) {
        const auto reply =
            redis.command({"LRANGE", queue, QByteArray::number(from), QByteArray::number(from + count - 1)});
        if (!reply)
            return reply.error();
        bool met = reply->items.empty();
        for (const storage::RedisReply &item : reply->items) {
            met = met || digestOf(item.text) == known;
            if (met)
                break;
            bytes += item.text.size();
            fresh.push_back(readTask(item.text));
        }
        if (met)
            break;
    }
    for (auto task = fresh.rbegin(); task != fresh.rend(); ++task)
        m_tasks.push_back(std::move(*task));
    return {};
}

Result<void> QueueReader::readOn(storage::Redis &redis, const QByteArray &queue)
{
    if (!m_tasks.empty()) {
        const auto last = redis.command({"LINDEX", queue, QByteArray::number(-static_cast<qint64>(m_tasks.size()))});
        if (!last)
            return last.error();
        if (m_tasks.back().digest != digestOf(last->text))
            m_tasks.clear(); // something was taken out of the middle
    }
    const qint64 wanted = std::min(m_length, MostTasks);
    qsizetype bytes = 0;
    while (bytes < PageBytes && static_cast<qint64>(m_tasks.size()) < wanted) {
        const qint64 have = static_cast<qint64>(m_tasks.size());
        const auto reply =
            redis.command({"LRANGE", queue, QByteArray::number(-have - Page), QByteArray::number(-have - 1)});
        if (!reply)
            return reply.error();
        if (reply->items.empty())
            break;
        for (auto item = reply->items.rbegin(); item != reply->items.rend(); ++item) {
            bytes += item->text.size();
            m_tasks.push_back(readTask(item->text));
        }
    }
    // The list may have moved between two pages: the next turn's look at both ends finds out.
    m_complete = static_cast<qint64>(m_tasks.size()) >= m_length;
    return {};
}

} // namespace herdbook::jobs
