// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fallingsilent.h"

#include <QTcpSocket>

namespace herdbook::test {

namespace {

void refuse(QTcpSocket &socket)
{
    static constexpr char Fields[] = "SFATAL\0C28P01\0Mno\0"; // and the 0 that ends them
    QByteArray answer("E\0\0\0", 4);
    answer.append(static_cast<char>(4 + sizeof Fields)); // the length, with itself
    answer.append(Fields, sizeof Fields);
    socket.readAll();
    socket.write(answer);
    socket.disconnectFromHost();
}

} // namespace

FallingSilent::FallingSilent()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            if (++m_met == 1)
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { refuse(*socket); });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

PostgresSettings FallingSilent::settings() const
{
    PostgresSettings settings;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = m_server.serverPort();
    settings.user = settings.password = settings.database = QStringLiteral("nobody");
    settings.sslMode = QStringLiteral("disable");
    settings.connectSeconds = 60;
    return settings;
}

} // namespace herdbook::test
