// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/health.h"

#include "core/api/answers.h"
#include "core/base/clock.h"
#include "core/exports/jobstore.h"
#include "core/exports/keytypes.h"
#include "core/exports/redisnames.h"
#include "core/storage/redisinfo.h"
#include "core/storage/redisrights.h"

#include <QSet>

namespace herdbook::api {

namespace {

QString word(const Result<void> &result)
{
    if (result)
        return QStringLiteral("ok");
    switch (result.error().kind) {
    case ErrorKind::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorKind::Denied:
        return QStringLiteral("access denied");
    case ErrorKind::NotFound:
        return QStringLiteral("missing");
    case ErrorKind::Storage:
        return QStringLiteral("not writable");
    case ErrorKind::ServerLimit:
        return QStringLiteral("overloaded");
    case ErrorKind::Corrupt:
        return QStringLiteral("a key holds the wrong type");
    default:
        return QStringLiteral("error");
    }
}

} // namespace

Result<QByteArrayList> scanKeys(storage::Redis &redis, const QByteArray &pattern, qsizetype most, KeysNeeded needed)
{
    QSet<QByteArray> keys;
    QByteArray cursor = "0";
    for (int round = 0; round < 1000 && keys.size() < most; ++round) {
        const auto page = redis.command({"SCAN", cursor, "MATCH", pattern, "COUNT", "10000"});
        if (!page)
            return page.error();
        for (const storage::RedisReply &key : page->items.at(1).items)
            keys.insert(key.text);
        cursor = page->items.at(0).text;
        if (cursor == "0")
            return QByteArrayList(keys.begin(), keys.end());
    }
    if (needed == KeysNeeded::All || keys.size() < most)
        return Error{ErrorKind::Storage, QStringLiteral("Redis holds too many keys to find Herdbook's among them")};
    return QByteArrayList(keys.begin(), keys.end());
}

namespace {

/// What can be said beside the parts' states.
struct Remarks
{
    QStringList problems;
    QStringList warnings;
};

/// By how much this machine's clock differs from Redis's, where that matters.
void lookAtClock(storage::Redis &redis, Remarks &remarks)
{
    const auto time = redis.command({"TIME"});
    if (!time)
        remarks.warnings << QStringLiteral("Clocks can't be compared: ") + time.error().message;
    if (!time || time->items.empty())
        return;
    const QString skew = clockDifference(QStringLiteral("this service"),
                                         QDateTime::currentSecsSinceEpoch() - time->items.front().text.toLongLong());
    if (!skew.isEmpty())
        remarks.warnings << skew;
}

/// Whether Redis had to drop keys. Who may not ask isn't told.
void lookAtMemory(storage::Redis &redis, Remarks &remarks)
{
    const auto stats = redis.command({"INFO", "stats"});
    const QString dropped = stats ? storage::evictionText(stats->text) : QString();
    if (!dropped.isEmpty())
        remarks.warnings << dropped;
}

/// The commands that this service sends to Redis and may not.
Result<QStringList> missingRights(const RedisSettings &settings)
{
    const exports::QueueNames names(settings);
    const QByteArray nobody = "herdbook-right";
    const QByteArray status = exports::statusKey(QString::fromLatin1(nobody));
    const QByteArray once = names.idempotencyKey(QString::fromLatin1(nobody));
    QList<QByteArrayList> commands{{"GET", status},
                                   {"MGET", status},
                                   {"GETRANGE", status, "0", "0"},
                                   {"PTTL", status},
                                   {"SETEX", names.cancelKey(QString::fromLatin1(nobody)), "1", nobody},
                                   {"GET", once},
                                   {"SETEX", once, "1", nobody},
                                   {"LRANGE", names.queue(), "0", "0"},
                                   {"ZRANGE", names.waiting(), "0", "0"},
                                   {"ZREM", names.waiting(), nobody},
                                   {"ZCARD", names.waiting()},
                                   {"LLEN", names.dead()},
                                   {"HLEN", names.unacked()},
                                   {"SCAN", "0"},
                                   {"TYPE", names.queue()}};
    commands << exports::submitCommands(settings);
    return storage::refusedCommands(settings, commands);
}

} // namespace

http::Response healthAnswer(Backend &backend, Connections &connections, const ExportFiles &files,
                            const WorkerWatch &watch)
{
    Result<void> redis = backend.reachRedis(connections);
    qint64 workers = -1; // not known
    qint64 queued = -1;
    Remarks remarks;
    if (redis) {
        const exports::QueueNames names(connections.redis.settings());
        const Result<Workers> counted = watch.online(connections.redis);
        const auto length = connections.redis.command({"LLEN", names.queue()});
        const Result<QStringList> wrong = exports::keysOfWrongType(connections.redis, names);
        lookAtClock(connections.redis, remarks);
        lookAtMemory(connections.redis, remarks);
        queued = length ? length->integer : -1;
        if (counted) {
            workers = counted->ready;
            remarks.problems << counted->problems;
            remarks.warnings << counted->warnings;
        } else {
            remarks.problems << counted.error().message;
        }
        const Result<QStringList> missing = missingRights(connections.redis.settings());
        remarks.problems << (wrong ? *wrong : QStringList(wrong.error().message));
        if (!missing) {
            remarks.problems << missing.error().message;
            if (missing.error().kind == ErrorKind::Storage)
                redis = missing.error();
        } else if (!missing->isEmpty()) {
            remarks.problems << QStringLiteral("This service's Redis user may not use ") + missing->join(u' ');
        }
        if (const QString deaf = watch.deafness(); !deaf.isEmpty())
            remarks.warnings << deaf;
        if (!length)
            redis = length.error();
    }
    const Result<void> postgres = backend.databaseBreaker().guard([&] { return connections.database.ping(); });
    // It answers, but not what exports need: a table is missing, or a time limit of its own is too short.
    const bool odd = !postgres && postgres.error().kind != ErrorKind::Unreachable &&
                     postgres.error().kind != ErrorKind::Denied && postgres.error().kind != ErrorKind::ServerLimit;
    if (odd)
        remarks.problems << postgres.error().message;
    const Result<bool> folder = files.check();
    const bool empty = folder && !*folder;
    if (empty)
        remarks.problems << QStringLiteral(
            "The export folder is empty: no export was made yet, or its disk isn't mounted");
    remarks.problems.removeDuplicates();
    const bool usable = redis && postgres && folder;
    const char *status = !usable ? "down" : workers > 0 && remarks.problems.isEmpty() ? "ok" : "degraded";
    JsonWriter json;
    json.beginObject()
        .field("export_dir", empty ? QStringLiteral("empty") : word(folder ? Result<void>() : folder.error()))
        .field("postgresql", odd ? QStringLiteral("not usable") : word(postgres));
    if (!remarks.problems.isEmpty())
        json.texts("problems", remarks.problems);
    json.fieldOrNull("queue_length", queued).field("redis", word(redis)).field("status", QString::fromLatin1(status));
    if (!remarks.warnings.isEmpty())
        json.texts("warnings", remarks.warnings);
    json.fieldOrNull("workers", workers).endObject();
    return jsonAnswer(usable ? 200 : 503, std::move(json));
}

} // namespace herdbook::api
