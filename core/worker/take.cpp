// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/take.h"

namespace herdbook::worker {

Result<std::optional<QByteArray>> Take::next()
{
    const QByteArray own = m_names.processing(m_worker);
    QList<QByteArrayList> places{{"LINDEX", own, "-1"}, {"BLMOVE", m_names.queue(), own, "RIGHT", "LEFT", "1"}};
    for (const QByteArray &priority : m_names.priorityQueues())
        places << QByteArrayList{"LMOVE", priority, own, "RIGHT", "LEFT"};
    for (const QByteArrayList &place : places) {
        const Result<storage::RedisReply> reply = m_redis.command(place);
        if (!reply)
            return reply.error();
        if (!reply->isNil())
            return std::optional(reply->text);
    }
    return std::optional<QByteArray>();
}

} // namespace herdbook::worker
