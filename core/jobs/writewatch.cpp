// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/writewatch.h"

namespace herdbook::jobs {

namespace {

constexpr int CertainSeconds = 10; ///< no answer is believed for longer

/// The value of a field of INFO's answer; empty where it isn't told.
QByteArray valueOf(const QByteArray &info, const char *field)
{
    const QByteArray name = '\n' + QByteArray(field) + ':';
    const qsizetype at = info.indexOf(name);
    if (at < 0)
        return {};
    const qsizetype from = at + name.size();
    return info.mid(from, info.indexOf('\r', from) - from);
}

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
    m_run = valueOf(info, "run_id");
    QByteArray mark;
    for (const char *field :
         {"run_id", "rdb_changes_since_last_save", "rdb_last_save_time", "expired_keys", "evicted_keys"}) {
        const QByteArray value = valueOf(info, field);
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
