// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connectioncheck.h"
#include "core/storage/redis.h"
#include "core/storage/redisrights.h"

#include <QUuid>
#include <QVersionNumber>

#include <algorithm>
#include <span>

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;

constexpr std::chrono::seconds Patience(2);

/// The first of these that Redis refuses, in its words; nothing when all are allowed.
QString firstRefusal(std::span<const RedisReply> replies)
{
    const auto refusal = std::ranges::find_if(replies, &RedisReply::isError);
    return refusal == replies.end() ? QString() : QString::fromUtf8(refusal->text);
}

/// Whether exports can be asked for. @param harmless what changes nothing where it is carried out
CheckStep checkAsking(Redis &redis, const QList<QByteArrayList> &asking, const QList<QByteArrayList> &harmless)
{
    const QString what = QStringLiteral("Rights");
    const QString notAllowed = QStringLiteral("Asking for exports is not allowed: %1");
    const Result<QStringList> refused = refusedCommands(redis.settings(), asking, Patience);
    if (!refused && refused.error().kind != ErrorKind::Storage)
        return {QStringLiteral("Connection"), refused.error().message, Outcome::Failed};
    if (!refused) // to everybody
        return {what, QStringLiteral("Nothing can be asked for or changed now. ") + refused.error().message,
                Outcome::Warning};
    if (refused->contains(QLatin1String("MULTI"))) {
        const auto replies = redis.pipeline(harmless);
        if (!replies)
            return {QStringLiteral("Connection"), replies.error().message, Outcome::Failed};
        const QString refusal = firstRefusal(*replies);
        return {what,
                refusal.isEmpty() ? QStringLiteral("Whether exports can be asked for can't be tested without the right "
                                                   "to MULTI")
                                  : notAllowed.arg(refusal),
                Outcome::Warning};
    }
    if (!refused->isEmpty())
        return {what, notAllowed.arg(refused->join(QLatin1String(", "))), Outcome::Warning};
    return {what, QStringLiteral("Reading jobs and asking for exports"), Outcome::Passed};
}

} // namespace

CheckReport checkRedis(const RedisSettings &settings, const QList<QByteArrayList> &asking, const std::stop_token &stop)
{
    CheckReport report;
    Redis redis(settings, Patience);
    if (!settings.host.startsWith(u'/')) {
        report.steps << checkPort(settings.host, settings.port);
        if (!report.passed() || stop.stop_requested())
            return report;
    }
    if (const Result<void> connected = redis.connect(); !connected) {
        const Error &error = connected.error();
        const bool tls = error.message.contains(QLatin1String(" TLS"));
        const bool index = error.message.contains(QLatin1String("DB index"));
        report.steps << CheckStep{
            tls                               ? QStringLiteral("TLS")
            : index                           ? QStringLiteral("Database")
            : error.kind == ErrorKind::Denied ? QStringLiteral("Password")
            : error.message.contains(QLatin1String(" is unreachable: "))
                ? QStringLiteral("Host and port") // of a socket
                : QStringLiteral("Connection"),
            index ? QStringLiteral("There is no database %1 on this Redis").arg(settings.database)
            : error.message.contains(QLatin1String("WRONGPASS"))
                ? QStringLiteral("User %1 with this password is refused")
                      .arg(settings.username.isEmpty() ? QStringLiteral("default") : settings.username)
                : error.message,
            Outcome::Failed};
        return report;
    }
    const QByteArray nowhere = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const QByteArray key = "export_job:" + nowhere;
    const QByteArray queue = settings.keyPrefix.toUtf8() + "exports";
    const QByteArray unacked = settings.keyPrefix.toUtf8() + "unacked";
    // After the first, all that listing jobs takes.
    const Result<std::vector<RedisReply>> replies = redis.pipeline({{"INFO", "server"},
                                                                    {"GET", key},
                                                                    {"GETRANGE", key, "0", "0"},
                                                                    {"EXISTS", key},
                                                                    {"PTTL", key},
                                                                    {"SCAN", "0", "COUNT", "1"},
                                                                    {"LLEN", queue},
                                                                    {"LRANGE", queue, "1", "0"},
                                                                    {"EXISTS", unacked}, // of whatever type
                                                                    {"HLEN", key},
                                                                    {"HKEYS", key},
                                                                    {"HMGET", key, nowhere}});
    if (!replies) {
        report.steps << CheckStep{QStringLiteral("Connection"), replies.error().message, Outcome::Failed};
        return report;
    }
    const RedisReply &info = replies->front();
    if (info.isError() && info.text.startsWith("NOAUTH")) {
        report.steps << CheckStep{QStringLiteral("Password"), QStringLiteral("Redis wants a password; none is given"),
                                  Outcome::Failed};
        return report;
    }
    const QString user = settings.username.isEmpty() ? QStringLiteral("default") : settings.username;
    const qsizetype at = info.text.indexOf("redis_version:");
    const QString version =
        at < 0 ? QString() : QString::fromUtf8(info.text.mid(at + 14).split('\r').constFirst().trimmed());
    report.steps << CheckStep{QStringLiteral("Password"),
                              version.isEmpty() ? QStringLiteral("User %1 is in").arg(user)
                                                : QStringLiteral("User %1 is in, Redis %2").arg(user, version),
                              Outcome::Passed};
    if (!version.isEmpty() && QVersionNumber::fromString(version) < QVersionNumber(6, 2))
        report.steps << CheckStep{QStringLiteral("Version"),
                                  QStringLiteral("Redis %1 is too old; workers need 6.2 or newer").arg(version),
                                  Outcome::Failed};
    const QString reading = firstRefusal(std::span(*replies).subspan(1));
    if (!reading.isEmpty())
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  QStringLiteral("Reading jobs is not allowed: %1").arg(reading), Outcome::Failed};
    else if (asking.isEmpty())
        report.steps << CheckStep{QStringLiteral("Rights"), QStringLiteral("Reading; this profile writes nothing"),
                                  Outcome::Passed};
    else if (!stop.stop_requested())
        report.steps << checkAsking(redis, asking, {{"LREM", queue, "0", nowhere}, {"DEL", key}});
    return report;
}

} // namespace herdbook::storage
