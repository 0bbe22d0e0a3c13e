// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connectioncheck.h"
#include "core/storage/redis.h"

#include <QUuid>
#include <QVersionNumber>

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;

/// What Redis says about a command on a key that isn't there; nothing when it is allowed.
QString refusal(const RedisReply &reply)
{
    return reply.isError() ? QString::fromUtf8(reply.text) : QString();
}

} // namespace

CheckReport checkRedis(const RedisSettings &settings, bool readOnly, const std::stop_token &stop)
{
    CheckReport report;
    Redis redis(settings, std::chrono::seconds(2));
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
    QList<QByteArrayList> commands{{"INFO", "server"}, {"GET", key}, {"LRANGE", queue, "1", "0"}};
    if (!readOnly)
        commands << QByteArrayList{"LREM", queue, "0", nowhere} << QByteArrayList{"DEL", key};
    const Result<std::vector<RedisReply>> replies = redis.pipeline(commands);
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
    const auto firstRefusal = [&](size_t from, size_t to) {
        for (size_t i = from; i < to && i < replies->size(); ++i) {
            if (const QString text = refusal(replies->at(i)); !text.isEmpty())
                return text;
        }
        return QString();
    };
    const QString reading = firstRefusal(1, 3);
    const QString writing = firstRefusal(3, 5);
    if (!reading.isEmpty())
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  QStringLiteral("Reading jobs is not allowed: %1").arg(reading), Outcome::Failed};
    else if (!writing.isEmpty())
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  QStringLiteral("Asking for exports is not allowed: %1").arg(writing),
                                  Outcome::Warning};
    else
        report.steps << CheckStep{QStringLiteral("Rights"),
                                  readOnly ? QStringLiteral("Reading; this profile writes nothing")
                                           : QStringLiteral("Reading jobs and asking for exports"),
                                  Outcome::Passed};
    return report;
}

} // namespace herdbook::storage
