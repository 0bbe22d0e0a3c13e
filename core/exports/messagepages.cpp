// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/messagepages.h"

#include "core/exports/decompress.h"

#include <QCryptographicHash>

namespace herdbook::exports {

using storage::RedisReply;

namespace {

constexpr qsizetype PageBytes = 4 << 20;
constexpr qsizetype Tail = 16 << 10;
constexpr qsizetype DigestedWhole = 64 << 10;

/// KEYS list or sorted set; ARGV which of them, first place, step, most messages, most bytes, largest message, what is told of a larger one.
const storage::RedisScript Page{R"(
local page, bytes, at = {}, 0, tonumber(ARGV[2])
while #page < tonumber(ARGV[4]) do
  local message
  if ARGV[1] == 'list' then message = redis.call('LINDEX', KEYS[1], at)
  else message = redis.call('ZRANGE', KEYS[1], at, at)[1] end
  if not message then break end
  local large = #message > tonumber(ARGV[6])
  bytes = bytes + (large and tonumber(ARGV[7]) or #message)
  if #page > 0 and bytes > tonumber(ARGV[5]) then break end
  page[#page + 1] = large and {#message, string.sub(message, -tonumber(ARGV[7]))} or message
  at = at + tonumber(ARGV[3])
end
return page
)"};

/// KEYS list; ARGV largest message, largest one that is digested whole, what is digested of a larger one.
const storage::RedisScript Ends{R"(
local large = 0
local function digest(at)
  local message = redis.call('LINDEX', KEYS[1], at)
  if not message then return '' end
  if #message > tonumber(ARGV[1]) then large = 1 end
  if #message > tonumber(ARGV[2]) then message = #message .. string.sub(message, -tonumber(ARGV[3])) end
  return redis.sha1hex(message)
end
local length = redis.call('LLEN', KEYS[1])
local last = digest(-1)
local first = length == 1 and last or digest(0)
return {length, last, first, large}
)"};

QByteArray sha1(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex();
}

QByteArrayList pageArguments(Shelf shelf, qint64 from, int most)
{
    return {shelf == Shelf::List ? "list" : "set",
            QByteArray::number(from),
            from < 0 ? "-1" : "1",
            QByteArray::number(most),
            QByteArray::number(PageBytes),
            QByteArray::number(MostMessageBytes),
            QByteArray::number(Tail)};
}

/// The same for who may not run scripts.
Result<std::vector<StoredMessage>> readPlainly(storage::Redis &redis, Shelf shelf, const QByteArray &key, qint64 from,
                                               int most)
{
    for (int count = std::min(most, 32);; count /= 2) {
        const qint64 other = from < 0 ? from - count + 1 : from + count - 1;
        const auto reply =
            redis.command({shelf == Shelf::List ? "LRANGE" : "ZRANGE", key, QByteArray::number(std::min(from, other)),
                           QByteArray::number(std::max(from, other))});
        if (!reply && reply.error().kind == ErrorKind::Storage && count == 1)
            return std::vector<StoredMessage>{{{}, -1, {}}};
        if (!reply && reply.error().kind != ErrorKind::Storage)
            return reply.error();
        if (!reply)
            continue;
        std::vector<StoredMessage> messages = messagesIn(*reply);
        if (from < 0)
            std::reverse(messages.begin(), messages.end());
        return messages;
    }
}

} // namespace

QByteArrayList messagesCommand(Shelf shelf, const QByteArray &key, qint64 from, int most)
{
    return QByteArrayList{"EVAL", Page.text, "1", key} + pageArguments(shelf, from, most);
}

std::vector<StoredMessage> messagesIn(const RedisReply &page)
{
    std::vector<StoredMessage> messages;
    for (const RedisReply &item : page.items) {
        if (item.items.size() == 2)
            messages.push_back({{}, item.items[0].integer, item.items[1].text});
        else
            messages.push_back({item.text, 0, {}});
    }
    return messages;
}

Result<std::vector<StoredMessage>> readMessages(storage::Redis &redis, Shelf shelf, const QByteArray &key, qint64 from,
                                                int most)
{
    const auto page = redis.eval(Page, {key}, pageArguments(shelf, from, most));
    if (!page && page.error().kind == ErrorKind::Denied)
        return readPlainly(redis, shelf, key, from, most);
    return page ? Result<std::vector<StoredMessage>>(messagesIn(*page)) : page.error();
}

Result<void> eachTask(storage::Redis &redis, Shelf shelf, const QByteArray &key,
                      const std::function<Result<qint64>(const TaskMessage &, const QByteArray &)> &look)
{
    for (qint64 from = 0;;) {
        const auto page = readMessages(redis, shelf, key, from);
        if (!page)
            return page.error();
        if (page->empty())
            return {};
        from += static_cast<qint64>(page->size());
        for (const StoredMessage &message : *page) {
            const auto decoded = message.isWhole() ? decodeTask(message.text)
                                                   : std::variant<TaskMessage, MessageProblem>(MessageProblem());
            const auto *task = std::get_if<TaskMessage>(&decoded);
            if (task == nullptr)
                continue;
            const Result<qint64> taken = look(*task, message.text);
            if (!taken)
                return taken.error();
            from -= *taken;
        }
    }
}

QByteArray digestOf(const QByteArray &message)
{
    return message.size() > DigestedWhole ? sha1(QByteArray::number(message.size()) + message.right(Tail))
                                          : sha1(message);
}

QByteArray digestOf(const StoredMessage &message)
{
    return message.isWhole()  ? digestOf(message.text)
           : message.size > 0 ? sha1(QByteArray::number(message.size) + message.tail)
                              : QByteArray("too large");
}

Result<ListEnds> readEnds(storage::Redis &redis, const QByteArray &list)
{
    const auto ends =
        redis.eval(Ends, {list},
                   {QByteArray::number(MostMessageBytes), QByteArray::number(DigestedWhole), QByteArray::number(Tail)});
    if (ends && ends->items.size() == 4)
        return ListEnds{ends->items[0].integer, ends->items[1].text, ends->items[2].text, ends->items[3].integer == 1};
    if (ends || ends.error().kind != ErrorKind::Denied)
        return ends ? Error{ErrorKind::Internal, QStringLiteral("Redis answered a script unexpectedly")} : ends.error();
    const auto length = redis.command({"LLEN", list});
    if (!length)
        return length.error();
    ListEnds known{length->integer, {}, {}, false};
    for (const auto &[from, digest] : {std::pair(-1, &known.last), std::pair(0, &known.first)}) {
        const auto end = readPlainly(redis, Shelf::List, list, from, 1);
        if (!end)
            return end.error();
        if (end->empty())
            continue;
        *digest = digestOf(end->front());
        known.large = known.large || !end->front().isWhole();
    }
    return known;
}

} // namespace herdbook::exports
