// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exports/cuttingrelay.h"

namespace herdbook::test {

CuttingRelay::CuttingRelay(quint16 target) : m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, &CuttingRelay::accept);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port");
}

void CuttingRelay::accept()
{
    while (QTcpSocket *client = nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        const qint64 left = std::exchange(m_cutNext, -1);
        m_relayed.insert(client, {server, m_requests.size(), left, m_holding, {}});
        m_holding = m_holding || left >= 0;
        m_requests.append(QByteArray());
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            Relayed &relayed = m_relayed[client];
            const QByteArray bytes = client->readAll();
            m_requests[relayed.number] += bytes;
            relayed.waiting += bytes;
            passOn(client);
        });
        connect(server, &QTcpSocket::connected, this, [this, client] { passOn(client); });
        connect(server, &QTcpSocket::readyRead, this, [this, client] { passBack(client); });
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            m_relayed.remove(client);
            client->deleteLater();
        });
        server->connectToHost(QHostAddress::LocalHost, m_target);
    }
}

void CuttingRelay::release()
{
    m_holding = false;
    const QList<QTcpSocket *> clients = m_relayed.keys();
    for (QTcpSocket *client : clients) {
        m_relayed[client].held = false;
        passOn(client);
    }
}

void CuttingRelay::passOn(QTcpSocket *client)
{
    const auto relayed = m_relayed.find(client);
    if (relayed == m_relayed.end() || relayed->held || relayed->server->state() != QAbstractSocket::ConnectedState)
        return;
    relayed->server->write(std::exchange(relayed->waiting, {}));
}

void CuttingRelay::passBack(QTcpSocket *client)
{
    const auto relayed = m_relayed.find(client);
    if (relayed == m_relayed.end())
        return;
    QByteArray bytes = relayed->server->readAll();
    const bool cut = relayed->left >= 0 && bytes.size() >= relayed->left;
    if (relayed->left >= 0) {
        bytes.truncate(relayed->left);
        relayed->left -= bytes.size();
    }
    client->write(bytes);
    if (cut) {
        relayed->server->disconnect(this);
        relayed->server->abort();
        client->disconnectFromHost(); // after what has been written
    }
}

} // namespace herdbook::test
