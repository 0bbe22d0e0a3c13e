// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/health.h"

#include "core/api/answers.h"
#include "core/exports/redisnames.h"

#include <QFile>
#include <QSet>

#include <sys/stat.h>
#include <unistd.h>

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
    default:
        return QStringLiteral("error");
    }
}

/// Downloads read from it, removing a job deletes from it.
Result<void> checkFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    struct stat about = {};
    if (::stat(path.constData(), &about) != 0 || !S_ISDIR(about.st_mode))
        return Error{ErrorKind::NotFound, QStringLiteral("missing")};
    if (::access(path.constData(), R_OK | W_OK | X_OK) != 0)
        return Error{ErrorKind::Storage, QStringLiteral("not writable")};
    return {};
}

} // namespace

Result<QByteArrayList> scanKeys(storage::Redis &redis, const QByteArray &pattern, qsizetype most)
{
    QSet<QByteArray> keys;
    QByteArray cursor = "0";
    for (int round = 0; round < 200 && keys.size() < most; ++round) {
        const auto page = redis.command({"SCAN", cursor, "MATCH", pattern, "COUNT", "1000"});
        if (!page)
            return page.error();
        for (const storage::RedisReply &key : page->items.at(1).items)
            keys.insert(key.text);
        cursor = page->items.at(0).text;
        if (cursor == "0")
            break;
    }
    return QByteArrayList(keys.begin(), keys.end());
}

http::Response healthAnswer(Backend &backend, Session &session, const Settings &settings, const WorkerWatch &watch)
{
    Result<void> redis = backend.reachRedis(session);
    int workers = 0;
    qint64 queued = 0;
    if (redis) {
        const Result<int> counted = watch.online(session.redis);
        const auto length = session.redis.command({"LLEN", exports::QueueNames(session.redis.settings()).queue()});
        workers = counted.valueOr(0);
        queued = length ? length->integer : 0;
        if (!counted)
            redis = counted.error();
        else if (!length)
            redis = length.error();
    }
    const Result<void> postgres = backend.databaseBreaker().guard([&] { return session.database.ping(); });
    const Result<void> folder = checkFolder(settings.exportFolder);
    const bool usable = redis && postgres && folder;
    const char *status = !usable ? "down" : workers > 0 ? "ok" : "degraded";
    JsonWriter json;
    json.beginObject()
        .field("export_dir", word(folder))
        .field("postgresql", word(postgres))
        .field("queue_length", queued)
        .field("redis", word(redis))
        .field("status", QString::fromLatin1(status))
        .field("workers", workers)
        .endObject();
    return jsonAnswer(usable ? 200 : 503, std::move(json));
}

} // namespace herdbook::api
