// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/taskmessage.h"
#include "core/storage/redis.h"

#include <functional>

namespace herdbook::exports {

/// A message as it lies in Redis. Of one that is too large to be read whole only the size and the last 16 KiB are known, or nothing (size -1)
/// to who may not run scripts.
struct StoredMessage
{
    QByteArray text;
    qint64 size = 0;
    QByteArray tail;

    bool isWhole() const { return size == 0; }
};

/// Redis needs a second of a slow machine for each look at a message that is too large: where one lies, it's looked at again when the number
/// of messages changes, and else at every so many turns.
inline constexpr int LookAgainAtLarge = 20;

/// Where messages lie in an order.
enum class Shelf { List, SortedSet };

/// As many messages as fit into an answer of about 4 MiB, at most `most`, at least one where there is one: those from `from` on to the right.
/// With a negative `from` of a list, those from there on to the left.
Result<std::vector<StoredMessage>> readMessages(storage::Redis &redis, Shelf shelf, const QByteArray &key, qint64 from,
                                                int most = 200);

/// The command that reads so, for a pipeline, and its answer.
QByteArrayList messagesCommand(Shelf shelf, const QByteArray &key, qint64 from, int most);
std::vector<StoredMessage> messagesIn(const storage::RedisReply &page);

/// Calls `look` with each export task of a list or sorted set and its bytes; `look` answers how many messages it took out.
Result<void> eachTask(storage::Redis &redis, Shelf shelf, const QByteArray &key,
                      const std::function<Result<qint64>(const TaskMessage &, const QByteArray &)> &look);

/// A digest that tells messages apart: of a large one its size and its end, which has its delivery tag.
QByteArray digestOf(const QByteArray &message);
QByteArray digestOf(const StoredMessage &message);

/// The length of a list, and the digests of its last and of its first message; empty where there is none.
struct ListEnds
{
    qint64 length = 0;
    QByteArray last, first;
    bool large = false; ///< one of them is too large to be read whole
    bool operator==(const ListEnds &) const = default;
};
Result<ListEnds> readEnds(storage::Redis &redis, const QByteArray &list);

} // namespace herdbook::exports
