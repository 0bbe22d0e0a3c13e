// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tracking/keyscanner.h"

namespace herdbook::jobs {

Result<void> KeyScanner::scan(storage::Redis &redis, int budget, quint64 turn, const Sink &sink)
{
    // One round for both: statuses have no prefix.
    const QByteArray pattern = redis.settings().keyPrefix.isEmpty() ? "export*" : "*export*";
    while (budget-- > 0) {
        if (m_cursor == "0")
            m_began = turn;
        const auto reply = redis.command({"SCAN", m_cursor, "MATCH", pattern, "COUNT", "1000"});
        if (!reply)
            return reply.error();
        if (reply->items.size() != 2)
            return Error{ErrorKind::Internal, QStringLiteral("Redis gave an unexpected answer to SCAN")};
        m_cursor = reply->items[0].text;
        for (const storage::RedisReply &item : reply->items[1].items)
            sink(item.text);
        if (m_cursor == "0") {
            m_completeSince = m_began;
            break;
        }
    }
    return {};
}

} // namespace herdbook::jobs
