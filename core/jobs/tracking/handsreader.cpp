// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/handsreader.h"

#include "core/exports/redisnames.h"
#include "core/exports/workerlease.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace herdbook::jobs {

namespace {

constexpr qsizetype MostWorkers = 1000;
constexpr int MostInHand = 1000; ///< of Python workers; more than that is not a worker's hand but a fault

} // namespace

void HandsReader::addWorker(const QByteArray &name)
{
    if (m_workers.size() < MostWorkers)
        m_workers.insert(name);
    else
        m_tooMany = m_tooMany || !m_workers.contains(name);
}

const QueuedTask &HandsReader::cached(const QByteArray &key, const exports::StoredMessage &message)
{
    QueuedTask &task = m_cache[key];
    if (task.digest != exports::digestOf(message))
        task = readTask(message);
    return task;
}

Result<std::vector<storage::RedisReply>> HandsReader::readLists(storage::Redis &redis, const QByteArrayList &lists)
{
    constexpr int Most = 10; // of one worker
    QList<QByteArrayList> small, plain;
    for (const QByteArray &list : lists) {
        small << exports::messagesCommand(exports::Shelf::List, list, 0, Most);
        plain << QByteArrayList{"LRANGE", list, "0", QByteArray::number(Most - 1)};
    }
    auto replies = redis.readings(small);
    // To who may not run scripts.
    return !replies && replies.error().kind == ErrorKind::Denied ? redis.readings(plain) : replies;
}

Result<void> HandsReader::update(storage::Redis &redis, const QDateTime &now)
{
    const exports::QueueNames names(redis.settings());
    QList<QByteArrayList> commands;
    const QByteArrayList workers(m_workers.begin(), m_workers.end());
    for (const QByteArray &name : workers) {
        commands << QByteArrayList{"GET", names.alive(name)} << QByteArrayList{"LLEN", names.processing(name)};
    }
    const auto replies = redis.readings(commands);
    if (!replies)
        return replies.error();
    QByteArrayList held;
    for (qsizetype at = 0; at < workers.size(); ++at) {
        const qint64 length = replies->at(static_cast<size_t>(2 * at + 1)).integer;
        const auto large = m_large.find(workers.at(at));
        const bool known =
            large != m_large.end() && large->length == length && ++large->age < exports::LookAgainAtLarge;
        if (!known && large != m_large.end())
            m_large.erase(large);
        if (!known && length > 0)
            held << names.processing(workers.at(at));
    }
    const auto lists = held.isEmpty() ? std::vector<storage::RedisReply>() : readLists(redis, held);
    if (!lists)
        return lists.error();
    size_t nextList = 0;
    m_complete = !m_tooMany;
    m_held.clear();
    m_leases.clear();
    m_warnings.clear();
    for (qsizetype at = 0; at < workers.size(); ++at) {
        const QByteArray &name = workers.at(at);
        const storage::RedisReply &lease = replies->at(static_cast<size_t>(2 * at));
        const qint64 length = replies->at(static_cast<size_t>(2 * at + 1)).integer;
        // What a key of another type holds isn't known: it is not "nothing".
        const bool unlisted = replies->at(static_cast<size_t>(2 * at + 1)).isError();
        m_complete = m_complete && !unlisted;
        const bool known = length == 0 || m_large.contains(name);
        const auto messages = known ? m_large.value(name).messages : exports::messagesIn(lists->at(nextList++));
        if (!known && std::ranges::any_of(messages, [](const auto &message) { return !message.isWhole(); }))
            m_large.insert(name, {length, 0, messages});
        const bool alive = !lease.isNil() && !lease.isError();
        if (alive)
            m_lastAlive.insert(name, now);
        if (const auto json = exports::readLease(lease))
            m_leases.append({QString::fromUtf8(name), json->value(QLatin1String("job")).toString(),
                             json->value(QLatin1String("problems")).toVariant().toStringList(),
                             json->value(QLatin1String("warnings")).toVariant().toStringList()});
        else if (!lease.isNil())
            m_warnings << exports::noLease(names.alive(name));
        int slot = 0;
        for (const exports::StoredMessage &message : messages) {
            const Hand hand{QString::fromUtf8(name), false, alive, alive ? QDateTime() : m_lastAlive.value(name)};
            m_held.append({cached(name + '#' + QByteArray::number(slot++), message), hand});
        }
        if (lease.isNil() && length == 0 && !unlisted) {
            m_workers.remove(name);
            m_lastAlive.remove(name);
            m_cache.removeIf([&name](const auto &entry) { return entry.key().startsWith(QByteArray(name + '#')); });
        }
    }
    m_tooMany = m_tooMany && m_workers.size() >= MostWorkers;
    return readUnacked(redis, names.unacked());
}

Result<void> HandsReader::readUnacked(storage::Redis &redis, const QByteArray &unacked)
{
    const auto count = redis.readings({{"HLEN", unacked}});
    if (!count)
        return count.error();
    if (count->front().isError() || count->front().integer > MostInHand) {
        m_complete = false;
        return {};
    }
    QHash<QByteArray, QueuedTask> known = std::exchange(m_unacked, {});
    if (count->front().integer == 0)
        return {};
    const auto tags = redis.command({"HKEYS", unacked});
    if (!tags)
        return tags.error();
    QByteArrayList unread;
    for (const storage::RedisReply &tag : tags->items) {
        if (const auto at = known.constFind(tag.text); at != known.constEnd())
            m_unacked.insert(tag.text, *at);
        else
            unread.append(tag.text);
    }
    if (const Result<void> read = readUnacked(redis, unacked, unread); !read)
        return read;
    for (const QueuedTask &task : std::as_const(m_unacked)) {
        if (!task.jobId.isEmpty())
            m_held.append({task, Hand{{}, true, true, {}}});
        m_complete = m_complete && !task.digest.isEmpty();
    }
    return {};
}

Result<void> HandsReader::readUnacked(storage::Redis &redis, const QByteArray &unacked, const QByteArrayList &tags)
{
    constexpr qsizetype PageBytes = 4 << 20;
    qsizetype count = 8; // later as many as their size allows
    for (qsizetype from = 0; from < tags.size();) {
        const QByteArrayList some = tags.mid(from, count);
        const auto entries = redis.command(QByteArrayList{"HMGET", unacked} + some);
        if (!entries && entries.error().kind != ErrorKind::Storage)
            return entries.error();
        if (!entries && some.size() > 1) {
            count = some.size() / 2;
            continue;
        }
        if (!entries) // too large: of this one nothing is known
            m_unacked.insert(some.front(), {});
        qsizetype bytes = 1;
        for (qsizetype at = 0; entries && at < some.size(); ++at) {
            const QByteArray &text = entries->items.at(static_cast<size_t>(at)).text;
            bytes += text.size();
            // [message, exchange, routing key]
            const QJsonArray entry = QJsonDocument::fromJson(text).array();
            m_unacked.insert(some.at(at),
                             readTask({QJsonDocument(entry.at(0).toObject()).toJson(QJsonDocument::Compact), 0, {}}));
        }
        from += some.size();
        count = std::clamp<qsizetype>(PageBytes * some.size() / bytes, 1, 200);
    }
    return {};
}

} // namespace herdbook::jobs
