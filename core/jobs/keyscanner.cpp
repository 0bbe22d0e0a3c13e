// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/keyscanner.h"

namespace herdbook::jobs {

void KeyScanner::reset()
{
    m_cursor = "0";
    m_seenAll = false;
}

Result<KeyScanner::Found> KeyScanner::scan(storage::Redis &redis, int budget)
{
    Found found;
    while (budget-- > 0) {
        const auto reply = redis.command({"SCAN", m_cursor, "MATCH", "export*", "COUNT", "1000"});
        if (!reply)
            return reply.error();
        if (reply->items.size() != 2)
            return Error{ErrorKind::Internal, QStringLiteral("Redis gave an unexpected answer to SCAN")};
        m_cursor = reply->items[0].text;
        for (const storage::RedisReply &item : reply->items[1].items) {
            const auto add = [&](const char *prefix, QByteArrayList &list) {
                if (item.text.startsWith(prefix))
                    list.append(item.text.mid(static_cast<qsizetype>(qstrlen(prefix))));
            };
            add("export_job:", found.jobIds);
            add("exports:alive:", found.workers);
            add("exports:processing:", found.workers);
            add("exports:cancel:", found.cancelled);
        }
        if (m_cursor == "0") {
            m_seenAll = true;
            break;
        }
    }
    return found;
}

} // namespace herdbook::jobs
