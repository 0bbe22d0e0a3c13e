// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/writewatch.h"

#include "core/storage/redisinfo.h"

namespace herdbook::jobs {

namespace {

constexpr int CertainSeconds = 10; ///< no answer is believed for longer

} // namespace

Result<bool> WriteWatch::look(storage::Redis &redis, const QDateTime &now)
{
    const auto replies = redis.pipeline({{"INFO", "server"}, {"INFO", "persistence"}, {"INFO", "stats"}});
    if (!replies)
        return replies.error();
    QByteArray info;
    for (const storage::RedisReply &reply : *replies) {
        if (reply.isError() && storage::errorOf(reply).kind != ErrorKind::Denied)
            return storage::errorOf(reply);
        info += reply.isError() ? QByteArray() : '\n' + reply.text;
    }
    m_run = storage::infoValue(info, "run_id") + ' ' + storage::infoValue(info, "evicted_keys");
    m_evictions = storage::evictionText(info);
    QByteArray mark;
    for (const char *field :
         {"run_id", "rdb_changes_since_last_save", "rdb_last_save_time", "expired_keys", "evicted_keys"}) {
        const QByteArray value = storage::infoValue(info, field);
        if (value.isEmpty()) {
            mark.clear();
            break;
        }
        mark += value + ' ';
    }
    const bool certain = m_changedAt.isValid() && std::abs(m_changedAt.secsTo(now)) < CertainSeconds;
    if (certain && !mark.isEmpty() && mark == m_mark)
        return false;
    m_mark = mark;
    m_changedAt = now;
    return true;
}

} // namespace herdbook::jobs
