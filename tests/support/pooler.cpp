// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pooler.h"

#include "core/storage/connectioncheck.h"
#include "tests/support/loopback.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace herdbook::test {

namespace {

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

} // namespace

Result<void> Pooler::start(const PostgresSettings &server, const QString &mode)
{
    m_settings = server;
    m_settings.host = QStringLiteral("127.0.0.1");
    m_settings.port = freePort();
    m_settings.sslMode = QStringLiteral("disable");
    const QString users = m_folder.filePath(QStringLiteral("users"));
    const QString configuration = m_folder.filePath(QStringLiteral("pgbouncer.ini"));
    const bool written =
        write(users, QStringLiteral("\"%1\" \"%2\"\n").arg(server.user, server.password)) &&
        write(configuration, QStringLiteral("[databases]\n* = host=%1 port=%2\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
                                            "listen_port = %3\nauth_type = plain\nauth_file = %4\npool_mode = %5\n"
                                            "default_pool_size = %6\nmax_client_conn = 100\nunix_socket_dir =\n")
                                 .arg(server.host)
                                 .arg(server.port)
                                 .arg(m_settings.port)
                                 .arg(users, mode)
                                 .arg(mode == QLatin1String("session") ? 20 : 2));
    if (!written)
        return Error{ErrorKind::Storage, QStringLiteral("Can't write pgbouncer's configuration")};
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    QFile::setPermissions(users, QFile::Permissions(0x6644));
    QFile::setPermissions(configuration, QFile::Permissions(0x6644));
    QStringList arguments{configuration};
    if (::geteuid() == 0) // it refuses to run as root
        arguments = QStringList{QStringLiteral("-u"), QStringLiteral("nobody")} + arguments;
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("pgbouncer"),
        {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/sbin")});
    m_process.start(program.isEmpty() ? QStringLiteral("pgbouncer") : program, arguments);
    const QDeadlineTimer deadline(60'000);
    while (storage::checkPort(m_settings.host, m_settings.port).outcome != storage::CheckStep::Outcome::Passed) {
        if (deadline.hasExpired() || (m_process.state() == QProcess::NotRunning))
            return Error{ErrorKind::Internal, QStringLiteral("pgbouncer did not start (Debian: pgbouncer): ") +
                                                  QString::fromUtf8(m_process.readAll()).right(400)};
        m_process.waitForReadyRead(20);
    }
    return {};
}

Pooler::~Pooler()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace herdbook::test
