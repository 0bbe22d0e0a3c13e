// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/take.h"

#include "core/exports/decompress.h"
#include "core/worker/custody/scripts.h"

namespace herdbook::worker {

using storage::RedisReply;

Result<std::optional<Taken>> Take::peek(storage::Redis &redis, const QByteArray &list)
{
    const auto reply = redis.eval(scripts::Peek, {list}, {QByteArray::number(exports::MostMessageBytes)});
    if (!reply)
        return reply.error();
    if (reply->type == RedisReply::Type::Array && reply->items.size() == 2)
        return std::optional(Taken{{}, reply->items[0].integer, reply->items[1].text});
    return reply->isNil() ? std::optional<Taken>() : std::optional(Taken{reply->text, 0, {}});
}

Result<std::optional<Taken>> Take::next()
{
    const QByteArray own = m_names.processing(m_worker);
    auto held = peek(m_redis, own);
    if (!held || *held)
        return held;
    QList<QByteArrayList> places{{"BLMOVE", m_names.queue(), own, "RIGHT", "LEFT", "1"}};
    for (const QByteArray &priority : m_names.priorityQueues())
        places << QByteArrayList{"LMOVE", priority, own, "RIGHT", "LEFT"};
    for (const QByteArrayList &place : places) {
        const Result<RedisReply> reply = m_redis.command(place);
        if (!reply)
            return reply.error();
        // A larger one is put aside by the size that the next look tells.
        if (!reply->isNil())
            return reply->text.size() > exports::MostMessageBytes ? peek(m_redis, own)
                                                                  : std::optional(Taken{reply->text, 0, {}});
    }
    return std::optional<Taken>();
}

} // namespace herdbook::worker
