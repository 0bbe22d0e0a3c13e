// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

namespace herdbook::test {

/// Stands between a client and a real HTTP server on the loopback, and breaks connections on demand. Lives in the test's thread.
class CuttingRelay : public QTcpServer
{
    Q_OBJECT

public:
    explicit CuttingRelay(quint16 target);

    /// The next connection ends after so many bytes of the answer; what is asked for on later ones stays here until release(), so that the
    /// state in between lasts.
    void cutNext(qint64 bytes) { m_cutNext = bytes; }
    void release();
    /// What the clients sent, a text a connection, in the order they came.
    QByteArrayList requests() const { return m_requests; }

private:
    struct Relayed
    {
        QTcpSocket *server;
        qsizetype number;
        qint64 left; ///< bytes of the answer until it ends; below 0: no end
        bool held;
        QByteArray waiting; ///< not yet passed on
    };

    void accept();
    void passOn(QTcpSocket *client);
    void passBack(QTcpSocket *client);

    quint16 m_target;
    qint64 m_cutNext = -1;
    bool m_holding = false;
    QByteArrayList m_requests;
    QHash<QTcpSocket *, Relayed> m_relayed; ///< by client
};

} // namespace herdbook::test
