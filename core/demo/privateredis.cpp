// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/privateservers.h"

#include <QFile>
#include <QStandardPaths>

#include <hiredis/hiredis.h>

namespace herdbook::demo {

PrivateRedis::PrivateRedis(QString folder, Persistence persistence)
    : PrivateServer(std::move(folder), SIGTERM), m_persistence(persistence)
{
}

Result<void> PrivateRedis::start()
{
    if (Result<void> prepared = prepareFolder(); !prepared)
        return prepared;
    if (!isRunning())
        endLeftover(QStringLiteral("redis.pid"), QString(), SIGTERM);
    // Redis 7 keeps a folder, earlier ones a file; a newer one's can't be read.
    return startOrBeginAnew(QStringLiteral("Redis"),
                            {QStringLiteral("appendonlydir"), QStringLiteral("appendonly.aof")},
                            [] { return Result<void>(); });
}

Result<ChildCommand> PrivateRedis::command()
{
    QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(QStringLiteral("valkey-server"));
    if (program.isEmpty())
        return Error{ErrorKind::NotFound, QStringLiteral("redis-server is not installed: package redis-server")};
    const bool keeps = m_persistence == Persistence::AppendOnly;
    QByteArray text = "bind 127.0.0.1\nprotected-mode yes\ndaemonize no\ndatabases 16\nsave \"\"\nappendfsync no\n"
                      "loglevel warning\nrdbcompression no\n";
    text += "port " + QByteArray::number(m_port) + "\nrequirepass " + m_password.toLatin1() + "\n";
    text += "dir \"" + QFile::encodeName(m_folder) + "\"\npidfile \"" + QFile::encodeName(m_folder) + "/redis.pid\"\n";
    text += QByteArray("appendonly ") + (keeps ? "yes" : "no") + "\n";
    if (const QString socket = socketIfShort(QStringLiteral("redis.sock")); !socket.isEmpty())
        text += "unixsocket \"" + QFile::encodeName(socket) + "\"\nunixsocketperm 700\n";
    if (Result<void> written = writeOwned(QStringLiteral("redis.conf"), text); !written)
        return written.error();
    return ChildCommand{.program = program,
                        .arguments = {m_folder + QStringLiteral("/redis.conf")},
                        .environment = {QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("LC_ALL=C")},
                        .workingFolder = m_folder,
                        .logFile = logFile(),
                        .user = m_user,
                        .deathSignal = SIGTERM};
}

PrivateServer::Answer PrivateRedis::ask() const
{
    redisContext *context = redisConnectWithTimeout("127.0.0.1", m_port, {1, 0});
    if (!context)
        return Answer::NotYet;
    Answer answer = Answer::NotYet;
    if (context->err == 0) {
        redisSetTimeout(context, {1, 0});
        freeReplyObject(redisCommand(context, "AUTH %s", m_password.toLatin1().constData()));
        // Only the right password gets a PONG, and only once the data is loaded.
        auto *reply = static_cast<redisReply *>(redisCommand(context, "PING"));
        if (reply && reply->type == REDIS_REPLY_STATUS)
            answer = Answer::Ready;
        freeReplyObject(reply);
    }
    redisFree(context);
    return answer;
}

RedisSettings PrivateRedis::settings() const
{
    RedisSettings settings;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = m_port;
    settings.password = m_password;
    return settings;
}

} // namespace herdbook::demo
