// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/instance.h"

#include "core/demo/demoranch.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace herdbook {

namespace {

constexpr int AnswerTime = 3000; ///< ms
const QByteArray Request = "raise\n";
const QByteArray Answer = "raised\n";

/// In the user's runtime folder: a socket's path must be short, and nobody else may reach it.
QString pathFor(const QString &scope)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(folder);
    // Another configuration is another Herdbook: its window shows other things.
    const QString what = scope + u'\n' + QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QByteArray hash = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return folder + QStringLiteral("/herdbook-") + QString::fromLatin1(hash);
}

} // namespace

Instance::Instance(const QString &scope, QObject *parent)
    : QObject(parent), m_path(pathFor(scope)), m_lock(m_path + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // it ends with its process, not with time
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->readAll() != Request)
                return;
            Q_EMIT raiseAsked();
            socket->write(Answer);
            socket->disconnectFromServer();
        });
    });
}

Instance::~Instance() = default;

QString Instance::demoScope()
{
    return QStringLiteral("demo ") + demo::DemoRanch::defaultFolder();
}

QString Instance::desktopScope(const QString &environmentFile, const Variables &variables)
{
    QStringList parts{QFileInfo(environmentFile).absoluteFilePath()};
    QStringList names = knownVariables();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (const QString value = variables.value(name); !value.isEmpty())
            parts << name + u'=' + value; // only a hash of it goes anywhere
    }
    return parts.join(u'\n');
}

bool Instance::becomeFirst()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_path); // left by one that was killed
        m_server.listen(m_path);
        return true;
    }
    return m_lock.error() != QLockFile::LockFailedError; // a folder that can't be written to forbids nothing
}

std::function<Instance::Start()> Instance::asking() const
{
    return [path = m_path] {
        QLocalSocket socket;
        // The first may have taken the lock this moment and not listen yet.
        for (const QDeadlineTimer end(AnswerTime); socket.state() != QLocalSocket::ConnectedState;) {
            socket.connectToServer(path);
            if (socket.waitForConnected(AnswerTime))
                break;
            if (end.hasExpired())
                return Start::Silent;
            QThread::msleep(50);
        }
        socket.write(Request);
        QByteArray answer;
        while (answer != Answer && socket.waitForReadyRead(AnswerTime))
            answer += socket.readAll();
        return answer == Answer ? Start::Raised : Start::Silent;
    };
}

} // namespace herdbook
