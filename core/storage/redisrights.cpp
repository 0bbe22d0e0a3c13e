// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redisrights.h"

#include "core/storage/redis.h"

namespace herdbook::storage {

Result<QStringList> refusedCommands(const RedisSettings &settings, const QList<QByteArrayList> &commands,
                                    std::chrono::milliseconds timeout)
{
    Redis redis(settings, timeout);
    // Without a transaction they would be carried out.
    if (const auto begun = redis.command({"MULTI"}); !begun)
        return begun.error().kind == ErrorKind::Denied ? QStringList(QStringLiteral("MULTI"))
                                                       : Result<QStringList>(begun.error());
    const QList<QByteArrayList> all = QList<QByteArrayList>{{"MULTI"}} + commands;
    const auto replies = redis.pipeline(all);
    if (!replies)
        return replies.error();
    QStringList refused;
    for (qsizetype at = 1; at < all.size(); ++at) { // the first one again is only for a connection that was lost
        const RedisReply &reply = replies->at(static_cast<size_t>(at));
        if (!reply.isError())
            continue;
        const Error error = errorOf(reply);
        if (error.kind != ErrorKind::Denied)
            return Error{ErrorKind::Storage, error.message};
        refused << QString::fromUtf8(all.at(at).first());
    }
    refused.removeDuplicates();
    return refused;
}

} // namespace herdbook::storage
