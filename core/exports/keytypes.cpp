// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/keytypes.h"

namespace herdbook::exports {

Result<QStringList> keysOfWrongType(storage::Redis &redis, const QueueNames &names, const QList<KeyType> &more)
{
    QList<KeyType> keys{{names.queue(), "list"},   {names.attempts(), "hash"}, {names.finished(), "hash"},
                        {names.waiting(), "zset"}, {names.dead(), "list"},     {names.nodeBindings(), "set"}};
    for (const QByteArray &priority : names.priorityQueues())
        keys << KeyType{priority, "list"};
    keys << more;
    QList<QByteArrayList> commands;
    for (const KeyType &key : std::as_const(keys))
        commands << QByteArrayList{"TYPE", key.first};
    const auto replies = redis.readings(commands);
    if (!replies)
        return replies.error();
    QStringList wrong;
    for (qsizetype at = 0; at < keys.size(); ++at) {
        const storage::RedisReply &type = replies->at(static_cast<size_t>(at));
        if (!type.isError() && type.text != "none" && type.text != keys.at(at).second)
            wrong << QStringLiteral("The key %1 in Redis holds a %2, not a %3")
                         .arg(QString::fromUtf8(keys.at(at).first), QString::fromLatin1(type.text),
                              QString::fromLatin1(keys.at(at).second));
    }
    return wrong;
}

} // namespace herdbook::exports
