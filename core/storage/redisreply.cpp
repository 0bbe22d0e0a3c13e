// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redisreply.h"

#include "core/base/faults.h"

#include <hiredis/hiredis.h>

namespace herdbook::storage {

RedisReply RedisReply::from(const redisReply &reply)
{
    RedisReply copy;
    switch (reply.type) {
    case REDIS_REPLY_STRING:
        copy.type = Type::Text;
        break;
    case REDIS_REPLY_STATUS:
        copy.type = Type::Status;
        break;
    case REDIS_REPLY_ERROR:
        copy.type = Type::Error;
        break;
    case REDIS_REPLY_INTEGER:
        copy.type = Type::Integer;
        copy.integer = reply.integer;
        return copy;
    case REDIS_REPLY_ARRAY:
        copy.type = Type::Array;
        copy.items.reserve(reply.elements);
        for (size_t at = 0; at < reply.elements; ++at)
            copy.items.push_back(from(*reply.element[at]));
        return copy;
    default:
        return copy;
    }
    copy.text = QByteArray(reply.str, static_cast<qsizetype>(reply.len));
    return copy;
}

herdbook::Error errorOf(const RedisReply &reply)
{
    const auto startsWith = [&](std::initializer_list<const char *> codes) {
        return std::any_of(codes.begin(), codes.end(), [&](const char *code) { return reply.text.startsWith(code); });
    };
    const auto contains = [&](const char *code) { return reply.text.contains(code); };
    if (startsWith({"NOAUTH"}))
        return passwordMissing(QStringLiteral("Redis"));
    // A script passes on what was refused inside of it, in other words from version to version.
    const bool right = contains("NOPERM") || contains("can't run this command") ||
                       contains("can't access at least one") || contains("No permissions");
    const ErrorKind kind =
        right || startsWith({"WRONGPASS", "ERR AUTH", "ERR invalid password", "ERR Client sent AUTH"})
            ? ErrorKind::Denied
        : contains("WRONGTYPE")                                                              ? ErrorKind::Corrupt
        : startsWith({"OOM", "MISCONF"}) || contains("command not allowed when used memory") ? ErrorKind::Storage
        : startsWith({"ERR", "NOSCRIPT", "EXECABORT"})                                       ? ErrorKind::Internal
                                                                                             : ErrorKind::Unreachable;
    return {kind, QStringLiteral("Redis refused: %1").arg(QString::fromUtf8(reply.text.left(500)))};
}

} // namespace herdbook::storage
