// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/handsreader.h"

#include "core/exports/redisnames.h"
#include "core/exports/workerlease.h"

#include <QCryptographicHash>
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

const QueuedTask &HandsReader::cached(const QByteArray &key, const QByteArray &message)
{
    QueuedTask &task = m_cache[key];
    if (task.digest != QCryptographicHash::hash(message, QCryptographicHash::Md5))
        task = readTask(message);
    return task;
}

Result<void> HandsReader::update(storage::Redis &redis, const QDateTime &now)
{
    const exports::QueueNames names(redis.settings());
    QList<QByteArrayList> commands;
    const QByteArrayList workers(m_workers.begin(), m_workers.end());
    for (const QByteArray &name : workers) {
        commands << QByteArrayList{"GET", names.alive(name)}
                 << QByteArrayList{"LRANGE", names.processing(name), "0", "9"};
    }
    const auto replies = redis.readings(commands);
    if (!replies)
        return replies.error();
    m_complete = !m_tooMany;
    m_held.clear();
    m_leases.clear();
    m_warnings.clear();
    for (qsizetype at = 0; at < workers.size(); ++at) {
        const QByteArray &name = workers.at(at);
        const storage::RedisReply &lease = replies->at(static_cast<size_t>(2 * at));
        const storage::RedisReply &list = replies->at(static_cast<size_t>(2 * at + 1));
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
        for (const storage::RedisReply &item : list.items) {
            const Hand hand{QString::fromUtf8(name), false, alive, alive ? QDateTime() : m_lastAlive.value(name)};
            m_held.append({cached(name + '#' + QByteArray::number(slot++), item.text), hand});
        }
        if (lease.isNil() && list.items.empty()) {
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
    QByteArrayList unread{"HMGET", unacked};
    for (const storage::RedisReply &tag : tags->items) {
        if (const auto at = known.constFind(tag.text); at != known.constEnd())
            m_unacked.insert(tag.text, *at);
        else
            unread.append(tag.text);
    }
    if (unread.size() > 2) {
        const auto entries = redis.command(unread);
        if (!entries)
            return entries.error();
        for (size_t at = 0; at < entries->items.size(); ++at) {
            // [message, exchange, routing key]
            const QJsonArray entry = QJsonDocument::fromJson(entries->items[at].text).array();
            m_unacked.insert(unread.at(static_cast<qsizetype>(at) + 2),
                             readTask(QJsonDocument(entry.at(0).toObject()).toJson(QJsonDocument::Compact)));
        }
    }
    for (const QueuedTask &task : std::as_const(m_unacked)) {
        if (!task.jobId.isEmpty())
            m_held.append({task, Hand{{}, true, true, {}}});
    }
    return {};
}

} // namespace herdbook::jobs
