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

/// Whether the one that listens there has come to the front.
bool raises(const QString &path, const QDeadlineTimer &end)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(static_cast<int>(end.remainingTime())))
        return false;
    socket.write(Request);
    QByteArray answer;
    while (answer != Answer && socket.waitForReadyRead(static_cast<int>(end.remainingTime())))
        answer += socket.readAll();
    return answer == Answer;
}

/// The first may have taken the lock this moment and not listen yet, or be gone before it answers.
Instance::Start askUntilAnswered(const QString &path, const std::function<bool()> &becomesFirst)
{
    for (const QDeadlineTimer end(Instance::Patience);; QThread::msleep(50)) {
        if (becomesFirst())
            return Instance::Start::First;
        if (raises(path, end))
            return Instance::Start::Raised;
        if (end.hasExpired())
            return Instance::Start::Silent;
    }
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

Instance::Start Instance::start()
{
    return askUntilAnswered(m_path, [this] { return becomeFirst(); });
}

std::function<Instance::Start()> Instance::asking() const
{
    return [path = m_path] { return askUntilAnswered(path, [] { return false; }); };
}

QString Instance::silence()
{
    return tr("Herdbook is open already, but hasn't answered for %1 s. It may still be starting: look for its window, "
              "or end it and start again.")
        .arg(Patience.count());
}

} // namespace herdbook
