// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/privateservers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <libpq-fe.h>

namespace herdbook::demo {

namespace {

const QString superuser = QStringLiteral("deertrack");

/// The folder with initdb and postgres: Debian's newest, otherwise from the path.
Result<QString> postgresPrograms()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString best;
    double bestVersion = 0;
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString folder = versions.filePath(name) + QStringLiteral("/bin");
        const bool complete = QFileInfo(folder + QStringLiteral("/initdb")).isExecutable() &&
                              QFileInfo(folder + QStringLiteral("/postgres")).isExecutable();
        if (complete && name.toDouble() > bestVersion) {
            bestVersion = name.toDouble();
            best = folder;
        }
    }
    if (best.isEmpty()) {
        const QString initdb = QStandardPaths::findExecutable(QStringLiteral("initdb"));
        const QString folder = QFileInfo(initdb).canonicalPath();
        if (!initdb.isEmpty() && QFileInfo(folder + QStringLiteral("/postgres")).isExecutable())
            best = folder;
    }
    if (best.isEmpty())
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("PostgreSQL's server programs (initdb, postgres) are not installed: package postgresql")};
    return best;
}

Result<int> versionOf(const QString &programs)
{
    QProcess process;
    process.start(programs + QStringLiteral("/postgres"), {QStringLiteral("--version")});
    if (!process.waitForFinished(20'000))
        return Error{ErrorKind::Unreachable, QStringLiteral("%1/postgres doesn't tell its version").arg(programs)};
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression number(QStringLiteral("\\) (\\d+)"));
    const QRegularExpressionMatch match = number.match(said);
    if (!match.hasMatch())
        return Error{ErrorKind::Internal, QStringLiteral("%1/postgres tells no version: %2").arg(programs, said)};
    return match.captured(1).toInt();
}

/// What keeps a server of this major version from opening a cluster, in a sentence; empty when nothing does that can be seen.
QString whyUnusable(const QString &data, int version)
{
    QFile file(data + QStringLiteral("/PG_VERSION"));
    const QString made = file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString();
    if (!made.isEmpty() && made != QString::number(version))
        return QStringLiteral("The data was made by PostgreSQL %1, and this is PostgreSQL %2.").arg(made).arg(version);
    // What each supported version has and can't do without.
    for (const char *part : {"PG_VERSION", "postgresql.conf", "pg_hba.conf", "global/pg_control",
                             "global/pg_filenode.map", "base", "pg_wal", "pg_xact", "pg_multixact", "pg_tblspc"}) {
        if (!QFileInfo::exists(data + u'/' + QLatin1String(part)))
            return QStringLiteral("The data was incomplete: %1/%2 is missing.").arg(data, QLatin1String(part));
    }
    return {};
}

/// A child's whole environment: none of the caller's PG* variables gets through.
QStringList plainEnvironment(const QString &home)
{
    return {QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("LC_ALL=C"), QStringLiteral("TZ=UTC"),
            QStringLiteral("HOME=") + home};
}

} // namespace

PrivatePostgres::PrivatePostgres(QString folder, int sharedBuffersMb)
    : PrivateServer(std::move(folder), SIGINT), m_sharedBuffersMb(sharedBuffersMb)
{
}

Result<void> PrivatePostgres::initialize()
{
    const Result<QString> programs = postgresPrograms();
    if (!programs)
        return programs.error();
    if (Result<void> prepared = prepareFolder(); !prepared)
        return prepared;
    const QString data = m_folder + QStringLiteral("/data");
    if (QFileInfo::exists(data + QStringLiteral("/ready"))) {
        const Result<int> version = versionOf(*programs);
        if (!version)
            return version.error();
        const QString why = whyUnusable(data, *version);
        if (why.isEmpty())
            return {};
        m_begunAnew = why;
    }
    if (QFileInfo::exists(data) && !QDir(data).removeRecursively()) // also of an initdb that was interrupted
        return Error{ErrorKind::Storage, QStringLiteral("Can't remove the server's old data in %1").arg(data)};
    const QStringList arguments{QStringLiteral("--pgdata=") + data,
                                QStringLiteral("--username=") + superuser,
                                QStringLiteral("--pwfile=") + m_folder + QStringLiteral("/password"),
                                QStringLiteral("--auth=scram-sha-256"),
                                QStringLiteral("--encoding=UTF8"),
                                QStringLiteral("--locale=C"),
                                QStringLiteral("--wal-segsize=1"),
                                QStringLiteral("--no-sync"),
                                QStringLiteral("--no-instructions")};
    const Result<int> code = ChildProcess::run({.program = *programs + QStringLiteral("/initdb"),
                                                .arguments = arguments,
                                                .environment = plainEnvironment(m_folder),
                                                .workingFolder = m_folder,
                                                .logFile = logFile(),
                                                .user = m_user});
    if (!code)
        return code.error();
    if (*code != 0)
        return Error{ErrorKind::Storage,
                     QStringLiteral("initdb failed with code %1 (see %2)").arg(*code).arg(logFile())};
    return writeOwned(QStringLiteral("data/ready"), {});
}

Result<void> PrivatePostgres::start()
{
    if (Result<void> made = initialize(); !made)
        return made;
    if (!isRunning())
        endLeftover(QStringLiteral("data/postmaster.pid"), QStringLiteral("data"), SIGQUIT);
    return startOrBeginAnew(QStringLiteral("PostgreSQL"), {QStringLiteral("data")}, [this] { return initialize(); });
}

Result<int> PrivatePostgres::majorVersion()
{
    const Result<QString> programs = postgresPrograms();
    return programs ? versionOf(*programs) : programs.error();
}

Result<ChildCommand> PrivatePostgres::command()
{
    const Result<QString> programs = postgresPrograms();
    if (!programs)
        return programs.error();
    const QString socket = socketIfShort(QStringLiteral(".s.PGSQL.12345.lock"));
    const QStringList options{QStringLiteral("listen_addresses=127.0.0.1"),
                              QStringLiteral("port=%1").arg(m_port),
                              QStringLiteral("unix_socket_directories=") + (socket.isEmpty() ? QString() : m_folder),
                              QStringLiteral("fsync=off"),
                              QStringLiteral("full_page_writes=off"),
                              QStringLiteral("synchronous_commit=off"),
                              QStringLiteral("wal_level=minimal"),
                              QStringLiteral("max_wal_senders=0"),
                              QStringLiteral("max_wal_size=512MB"),
                              QStringLiteral("shared_buffers=%1MB").arg(m_sharedBuffersMb),
                              QStringLiteral("dynamic_shared_memory_type=mmap"),
                              QStringLiteral("max_connections=60"),
                              QStringLiteral("jit=off"),
                              QStringLiteral("timezone=UTC"),
                              QStringLiteral("log_timezone=UTC"),
                              QStringLiteral("log_min_messages=warning")};
    QStringList arguments{QStringLiteral("-D"), m_folder + QStringLiteral("/data")};
    for (const QString &option : options)
        arguments << QStringLiteral("-c") << option;
    return ChildCommand{.program = *programs + QStringLiteral("/postgres"),
                        .arguments = arguments,
                        .environment = plainEnvironment(m_folder),
                        .workingFolder = m_folder,
                        .logFile = logFile(),
                        .user = m_user,
                        .deathSignal = SIGINT};
}

PrivateServer::Answer PrivatePostgres::ask() const
{
    const QByteArray port = QByteArray::number(m_port);
    const char *keys[] = {"host", "port", "user", "dbname", "connect_timeout", nullptr};
    const char *values[] = {"127.0.0.1", port.constData(), "deertrack", "postgres", "2", nullptr};
    return PQpingParams(keys, values, 0) == PQPING_OK ? Answer::Ready : Answer::NotYet;
}

Result<void> PrivatePostgres::copyFolder(const QString &from, const QString &to)
{
    const Result<int> code = ChildProcess::run(
        {.program = QStringLiteral("/bin/cp"),
         .arguments = {QStringLiteral("-a"), QStringLiteral("--reflink=auto"), QStringLiteral("--"), from, to},
         .environment = plainEnvironment(QStringLiteral("/"))});
    if (!code)
        return code.error();
    if (*code != 0)
        return Error{ErrorKind::Storage, QStringLiteral("Can't copy the server folder %1 to %2").arg(from, to)};
    return {};
}

PostgresSettings PrivatePostgres::settings(const QString &database) const
{
    return {.host = QStringLiteral("127.0.0.1"),
            .port = m_port,
            .user = superuser,
            .password = m_password,
            .database = database,
            .sslMode = QStringLiteral("disable"),
            .sslRootCert = {}};
}

} // namespace herdbook::demo
