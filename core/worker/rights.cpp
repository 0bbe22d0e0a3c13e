// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/rights.h"

#include "core/exports/jobstatus.h"
#include "core/worker/celery/result.h"

namespace herdbook::worker {

namespace {

/// What a worker does, each with arguments that its command refuses by itself.
QList<QByteArrayList> trials(const exports::QueueNames &names, const QByteArray &worker)
{
    const QByteArray nobody = "herdbook-right";
    const QByteArray own = names.processing(worker);
    const QByteArray status = exports::statusKey(QString::fromLatin1(nobody));
    const QByteArray result = celeryResultName(QString::fromLatin1(nobody));
    const QByteArray cancel = names.cancelKey(QString::fromLatin1(nobody));
    return {{"BLMOVE", names.queue(), own, "NOWHERE", "NOWHERE", "1"},
            {"LMOVE", own, names.queue(), "NOWHERE", "NOWHERE"},
            {"LREM", own, "none", nobody},
            {"LINDEX", own, "none"},
            {"LRANGE", own, "none", "none"},
            {"SET", names.alive(worker), nobody, "NOTHING"},
            {"GET", status},
            {"GETRANGE", status, "none", "none"},
            {"EXISTS", status},
            {"SETEX", status, "none", nobody},
            {"EXPIRE", status, "none"},
            {"GET", cancel},
            {"SETEX", cancel, "none", nobody},
            {"HGET", names.attempts(), nobody},
            {"HSET", names.attempts(), nobody, nobody, nobody},
            {"HDEL", names.attempts(), nobody},
            {"HGET", names.finished(), nobody},
            {"HSET", names.finished(), nobody, nobody, nobody},
            {"HDEL", names.finished(), nobody},
            {"HKEYS", names.finished()},
            {"EXPIRE", names.finished(), "none"},
            {"LTRIM", names.dead(), "none", "none"},
            {"ZADD", names.waiting(), "none", nobody},
            {"ZRANGEBYSCORE", names.waiting(), "none", "none"},
            {"ZREM", names.waiting(), nobody},
            {"ZSCORE", names.waiting(), nobody},
            {"SETEX", result, "none", nobody},
            {"SREM", names.nodeBindings(), nobody},
            {"SMEMBERS", names.replyBindings()},
            {"SCAN", "none"},
            {"TIME"},
            {"EVALSHA", nobody, "none"},
            {"EVAL", "return 1", "none"}};
}

bool isRefusal(const storage::RedisReply &reply)
{
    return reply.isError() && storage::errorOf(reply).kind == ErrorKind::Denied;
}

} // namespace

Result<QStringList> missingRights(storage::Redis &redis, const exports::QueueNames &names, const QByteArray &worker)
{
    const QList<QByteArrayList> all = trials(names, worker);
    const auto replies = redis.pipeline(all);
    if (!replies)
        return replies.error();
    QStringList missing;
    for (qsizetype at = 0; at < all.size(); ++at) {
        if (isRefusal(replies->at(static_cast<size_t>(at))))
            missing << QString::fromUtf8(all.at(at).size() > 1 && !all.at(at).at(0).startsWith("EVAL")
                                             ? all.at(at).at(0) + " on " + all.at(at).at(1)
                                             : all.at(at).at(0));
    }
    // A connection that listens is good for nothing else.
    storage::Redis listening(redis.settings());
    const auto heard = listening.command({"PSUBSCRIBE", names.controlChannel()});
    if (!heard && heard.error().kind == ErrorKind::Denied)
        missing << QStringLiteral("PSUBSCRIBE on the channel ") + QString::fromUtf8(names.controlChannel());
    return missing;
}

} // namespace herdbook::worker
