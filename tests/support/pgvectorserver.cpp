// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgvectorserver.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace herdbook::test {

PgvectorServer::~PgvectorServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished();
}

Result<void> PgvectorServer::start()
{
    const QString folder = QStringLiteral(HERDBOOK_SOURCE_DIR "/tests/integration/pgvector");
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || !QFileInfo::exists(folder + QStringLiteral("/node_modules")))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("Node.js or node_modules is missing: run npm ci in ") + folder};
    m_process.setWorkingDirectory(folder);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(node, {QStringLiteral("server.mjs")});
    QByteArray output;
    while (!output.contains('\n')) {
        if (!m_process.waitForReadyRead(60000))
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
