// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers.h"

#include "core/demo/deployedschema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <hiredis/hiredis.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace herdbook::test {

namespace {

const QString prefix = QStringLiteral("herdbook-test-");
const QString templateDatabase = QStringLiteral("template_deployed");

/// Holds a folder for this process: the lock is gone when the process is. -1 when another one has it.
int lockFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    ::close(fd);
    return -1;
}

/// Removes the folders of test programs that were killed.
void sweepStaleFolders()
{
    const QDir temporary = QDir::temp();
    const QStringList folders = temporary.entryList({prefix + u'*'}, QDir::Dirs);
    for (const QString &name : folders) {
        const QString folder = temporary.filePath(name);
        const QString file = folder + QStringLiteral("/lock");
        // Without a lock file it may be one that is just being made.
        const int lock = QFile::exists(file) ? lockFile(file) : -1;
        if (lock >= 0) {
            QDir(folder).removeRecursively();
            ::close(lock);
        }
    }
}

/// Where the build keeps the ready-made server folder for this schema.
QString templateFolder()
{
    const QString output = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath());
    const QByteArray key = QCryptographicHash::hash(demo::deployedSchema(), QCryptographicHash::Sha1).toHex().left(10);
    const Result<int> version = demo::PrivatePostgres::majorVersion();
    return output + QStringLiteral("/postgres-template-%1-%2-%3")
                        .arg(version ? *version : 0)
                        .arg(QString::fromLatin1(key))
                        .arg(::geteuid());
}

Result<void> removeContent(const QString &folder)
{
    QDir(folder).removeRecursively();
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Storage, QStringLiteral("Can't make %1").arg(folder)};
    return {};
}

QString textOf(const redisReply *reply)
{
    switch (reply->type) {
    case REDIS_REPLY_INTEGER:
        return QString::number(reply->integer);
    case REDIS_REPLY_ARRAY: {
        QStringList parts;
        for (size_t i = 0; i < reply->elements; ++i)
            parts << textOf(reply->element[i]);
        return parts.join(u'\n');
    }
    case REDIS_REPLY_NIL:
        return {};
    default:
        return QString::fromUtf8(reply->str, static_cast<qsizetype>(reply->len));
    }
}

} // namespace

Servers::Servers(demo::PrivateRedis::Persistence redis) : m_persistence(redis) {}

Servers::~Servers()
{
    m_postgres.reset();
    m_redis.reset();
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<void> Servers::start()
{
    sweepStaleFolders();
    QTemporaryDir folder(QDir::tempPath() + u'/' + prefix + QStringLiteral("XXXXXX"));
    if (!folder.isValid())
        return Error{ErrorKind::Storage, folder.errorString()};
    folder.setAutoRemove(false);
    m_folder = folder.path();
    // It has its name when it is held: otherwise another program could sweep it before.
    const QString lock = m_folder + QStringLiteral("/lock");
    m_lock = lockFile(lock + QStringLiteral(".new"));
    QFile::rename(lock + QStringLiteral(".new"), lock);
    ::chmod(QFile::encodeName(m_folder).constData(), 0711); // as root, the servers' user has to get through
    m_redis = std::make_unique<demo::PrivateRedis>(m_folder + QStringLiteral("/redis"), m_persistence);
    if (Result<void> started = m_redis->start(); !started)
        return started;
    if (Result<void> started = startPostgres(); !started)
        return started;
    return freshDatabase();
}

Result<void> Servers::startPostgres()
{
    m_postgres = std::make_unique<demo::PrivatePostgres>(m_folder + QStringLiteral("/postgres"));
    const QString ready = templateFolder();
    QLockFile lock(ready + QStringLiteral(".lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(300'000))
        return Error{ErrorKind::Storage, QStringLiteral("Can't lock %1").arg(ready)};
    if (!QFile::exists(ready)) {
        if (Result<void> started = m_postgres->start(); !started)
            return started;
        if (Result<void> made = demo::createDeployedDatabase(m_postgres->settings(), templateDatabase); !made)
            return made;
        m_postgres->stop();
        const QString part = ready + QStringLiteral(".part");
        QDir(part).removeRecursively();
        if (Result<void> copied = demo::PrivatePostgres::copyFolder(m_postgres->folder(), part); !copied)
            return copied;
        if (!QFile::rename(part, ready))
            return Error{ErrorKind::Storage, QStringLiteral("Can't make %1").arg(ready)};
    }
    lock.unlock();
    if (!QFile::exists(m_postgres->folder())) {
        if (Result<void> copied = demo::PrivatePostgres::copyFolder(ready, m_postgres->folder()); !copied)
            return copied;
    }
    return m_postgres->start();
}

Result<void> Servers::freshDatabase(Content content)
{
    Result<demo::PgSession> session = demo::PgSession::open(m_postgres->settings());
    if (!session)
        return session.error();
    const QByteArray name = "deer_tracking_" + QByteArray::number(++m_databases);
    if (!m_database.isEmpty()) {
        if (Result<void> dropped = session->execute("DROP DATABASE " + m_database.toLatin1() + " WITH (FORCE)");
            !dropped)
            return dropped;
    }
    const QByteArray source = content == Content::Empty ? "template0" : templateDatabase.toLatin1();
    if (Result<void> made = session->execute("CREATE DATABASE " + name + " TEMPLATE " + source); !made)
        return made;
    m_database = QString::fromLatin1(name);
    for (const QString &folder : {settings().exportFolder, settings().imageFolder}) {
        if (Result<void> emptied = removeContent(folder); !emptied)
            return emptied;
    }
    return flushRedis();
}

Settings Servers::settings() const
{
    Settings settings;
    settings.redis = m_redis->settings();
    settings.postgres = m_postgres->settings(m_database);
    settings.exportFolder = m_folder + QStringLiteral("/exports");
    settings.imageFolder = m_folder + QStringLiteral("/images");
    settings.siteTimeZone = QTimeZone("America/Chicago");
    settings.postgres.siteZone = QString::fromLatin1(settings.siteTimeZone.id());
    return settings;
}

Result<QString> Servers::redisCommand(const QStringList &words) const
{
    const RedisSettings where = m_redis->settings();
    const std::unique_ptr<redisContext, void (*)(redisContext *)> context(
        redisConnectWithTimeout("127.0.0.1", where.port, {20, 0}), redisFree);
    if (!context || context->err != 0)
        return Error{ErrorKind::Unreachable, QStringLiteral("The test's Redis doesn't answer")};
    redisSetTimeout(context.get(), {20, 0});
    QString text;
    for (const QStringList &command : {QStringList{QStringLiteral("AUTH"), where.password}, words}) {
        QList<QByteArray> bytes;
        for (const QString &word : command)
            bytes << word.toUtf8();
        std::vector<const char *> data;
        std::vector<size_t> sizes;
        for (const QByteArray &word : bytes) {
            data.push_back(word.constData());
            sizes.push_back(static_cast<size_t>(word.size()));
        }
        const std::unique_ptr<redisReply, void (*)(void *)> reply(
            static_cast<redisReply *>(
                redisCommandArgv(context.get(), static_cast<int>(data.size()), data.data(), sizes.data())),
            freeReplyObject);
        if (!reply)
            return Error{ErrorKind::Unreachable, QString::fromUtf8(context->errstr)};
        text = textOf(reply.get());
        if (reply->type == REDIS_REPLY_ERROR)
            return Error{ErrorKind::InvalidInput, text};
    }
    return text;
}

Result<void> Servers::flushRedis() const
{
    const Result<QString> flushed = redisCommand({QStringLiteral("FLUSHALL")});
    return flushed ? Result<void>() : flushed.error();
}

Result<QString> Servers::sql(const QString &text) const
{
    Result<demo::PgSession> session = demo::PgSession::open(m_postgres->settings(m_database));
    if (!session)
        return session.error();
    const Result<QByteArray> value = session->value(text.toUtf8());
    return value ? Result<QString>(QString::fromUtf8(*value)) : value.error();
}

Result<void> Servers::terminateConnections() const
{
    const Result<QString> done = sql(QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                                                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    return done ? Result<void>() : done.error();
}

} // namespace herdbook::test
