// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgvectorserver.h"

#include "core/demo/pgsession.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <sys/stat.h>

namespace herdbook::test {

PgvectorServer::~PgvectorServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished();
}

Result<bool> PgvectorServer::startInstalled()
{
    ::chmod(QFile::encodeName(m_folder.path()).constData(), 0711); // as root, the server's user has to get through
    if (const Result<void> started = m_installed.start(); !started)
        return started.error();
    Result<demo::PgSession> session = demo::PgSession::open(m_installed.settings());
    if (!session)
        return session.error();
    const Result<QByteArray> found =
        session->value("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'");
    return found ? Result<bool>(*found == "1") : found.error();
}

Result<void> PgvectorServer::start()
{
    const Result<bool> has = startInstalled();
    if (!has)
        return has.error();
    if (*has) {
        m_settings = m_installed.settings();
        return {};
    }
    m_installed.stop();
    const QString folder = QStringLiteral(HERDBOOK_SOURCE_DIR "/tests/integration/pgvector");
    // The packaged one, whatever else is found on the path.
    QString node = QStandardPaths::findExecutable(QStringLiteral("node"), {QStringLiteral("/usr/bin")});
    if (node.isEmpty())
        node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || !QFileInfo::exists(folder + QStringLiteral("/node_modules")))
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("PostgreSQL has no pgvector here, and Node.js or node_modules is missing in %1: run "
                           "packaging/pgvector")
                .arg(folder)};
    m_process.setWorkingDirectory(folder);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(node, {QStringLiteral("server.mjs")});
    QByteArray output;
    while (!output.contains('\n')) {
        if (!m_process.waitForReadyRead(180'000))
            return Error{ErrorKind::Unreachable, QStringLiteral("The pgvector server did not start")};
        output += m_process.readAllStandardOutput();
    }
    m_settings.host = QStringLiteral("127.0.0.1");
    m_settings.port = static_cast<quint16>(output.mid(5).trimmed().toUInt());
    m_settings.user = QStringLiteral("postgres");
    m_settings.password = QStringLiteral("none");
    m_settings.database = QStringLiteral("postgres");
    m_settings.sslMode = QStringLiteral("disable");
    return {};
}

} // namespace herdbook::test
