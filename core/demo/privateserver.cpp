// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/privateservers.h"

#include "core/base/logging.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace herdbook::demo {

namespace {

constexpr int startTimeoutMs = 30'000;
constexpr int portAttempts = 8;

/// A port nobody listens on at the moment, below the range from which the system takes ports for outgoing connections, so that
/// none of those can sit on it while the server is down.
quint16 freePort()
{
    for (int attempt = 0; attempt < 200; ++attempt) {
        const auto port = static_cast<quint16>(QRandomGenerator::system()->bounded(20'000, 32'000));
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        const bool isFree = ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
        ::close(fd);
        if (isFree)
            return port;
    }
    return 0;
}

QString generatedPassword()
{
    static const QLatin1String letters("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 32; ++i)
        password += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    return password;
}

/// The first parent folder the user can't enter; empty when all can be.
QString closedParent(const QString &folder, const ServerUser &user)
{
    QString path = folder;
    while (path.contains(u'/')) {
        path = path.left(path.lastIndexOf(u'/'));
        struct stat info
        {
        };
        if (::stat(QFile::encodeName(path.isEmpty() ? QStringLiteral("/") : path).constData(), &info) != 0)
            continue;
        const mode_t needed = info.st_uid == user.uid ? S_IXUSR : info.st_gid == user.gid ? S_IXGRP : S_IXOTH;
        if ((info.st_mode & needed) == 0)
            return path;
    }
    return {};
}

Error cannotUse(const QString &folder, const QString &why)
{
    return {ErrorKind::Storage, QStringLiteral("Can't use the folder %1: %2").arg(folder, why)};
}

QString lastLogLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - 2000));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(u'\n');
    return lines.last().trimmed();
}

} // namespace

Result<void> PrivateServer::prepareFolder()
{
    if (m_user) {
        if (const QString closed = closedParent(m_folder, *m_user); !closed.isEmpty())
            return cannotUse(
                m_folder,
                QStringLiteral("as root the servers run as user %1, who can't enter %2").arg(m_user->name, closed));
    }
    const QByteArray path = QFile::encodeName(m_folder);
    if (!QDir().mkpath(m_folder) || ::chmod(path.constData(), 0700) != 0 ||
        (m_user && ::chown(path.constData(), m_user->uid, m_user->gid) != 0))
        return cannotUse(m_folder, QStringLiteral("it can't be made or isn't ours"));
    QFile file(m_folder + QStringLiteral("/password"));
    if (file.open(QIODevice::ReadOnly))
        m_password = QString::fromLatin1(file.readAll());
    if (!m_password.isEmpty())
        return {};
    m_password = generatedPassword();
    return writeOwned(QStringLiteral("password"), m_password.toLatin1());
}

Result<void> PrivateServer::writeOwned(const QString &fileName, const QByteArray &bytes) const
{
    QFile file(m_folder + u'/' + fileName);
    file.remove();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.flush() ||
        (m_user && ::fchown(file.handle(), m_user->uid, m_user->gid)))
        return cannotUse(m_folder, file.errorString());
    return {};
}

QString PrivateServer::socketIfShort(const QString &fileName) const
{
    const QString path = m_folder + u'/' + fileName;
    return QFile::encodeName(path).size() < static_cast<qsizetype>(sizeof(sockaddr_un::sun_path)) ? path : QString();
}

Result<void> PrivateServer::startOnFreePort(const QString &name)
{
    if (m_process.isRunning())
        return {};
    const bool keepsPort = m_port != 0;
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        if (!keepsPort)
            m_port = freePort();
        const Result<ChildCommand> what = command();
        if (!what)
            return what.error();
        Result<ChildProcess> child = ChildProcess::start(*what);
        if (!child)
            return child.error();
        m_process = *std::move(child);
        QElapsedTimer timer;
        timer.start();
        while (m_process.isRunning() && timer.elapsed() < startTimeoutMs) {
            if (ask() == Answer::Ready && m_process.isRunning())
                return {};
            ::usleep(4000);
        }
        m_refusesToStart = !m_process.isRunning();
        m_process.killTree();
        qCDebug(logDemo) << name << "did not start on port" << m_port << ":" << lastLogLine(logFile());
        if (keepsPort && attempt == 1)
            break;
    }
    if (!keepsPort)
        m_port = 0;
    return Error{
        ErrorKind::Unreachable,
        QStringLiteral("The private %1 does not start: %2 (see %3)").arg(name, lastLogLine(logFile()), logFile())};
}

Result<void> PrivateServer::startOrBeginAnew(const QString &name, const QStringList &data,
                                             const std::function<Result<void>()> &make)
{
    const bool isFirst = m_port == 0;
    const Result<void> started = startOnFreePort(name);
    QStringList there;
    for (const QString &each : data) {
        if (QFileInfo::exists(m_folder + u'/' + each))
            there << each;
    }
    // One that is only slow keeps its data.
    if (started || !isFirst || there.isEmpty() || !m_refusesToStart)
        return started;
    const QString why = lastLogLine(logFile());
    const auto path = [this](const QString &each) { return QFile::encodeName(m_folder + u'/' + each); };
    const auto remove = [this](const QString &each) {
        const QString which = m_folder + u'/' + each;
        return QFileInfo(which).isDir() ? QDir(which).removeRecursively() : QFile::remove(which);
    };
    const QString old = QStringLiteral(".old");
    for (const QString &each : there) {
        remove(each + old);
        if (::rename(path(each).constData(), path(each + old).constData()) != 0)
            return started;
    }
    Result<void> again = make();
    if (again)
        again = startOnFreePort(name);
    for (const QString &each : there) {
        if (again) {
            remove(each + old);
        } else { // the data was not to blame
            remove(each);
            ::rename(path(each + old).constData(), path(each).constData());
        }
    }
    if (!again)
        return started;
    m_begunAnew =
        QStringLiteral("%1 did not start with the data of an earlier time (%2) and begins anew.").arg(name, why);
    return {};
}

void PrivateServer::endLeftover(const QString &pidFile, const QString &workingFolder, int number) const
{
    QFile file(m_folder + u'/' + pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const pid_t pid = file.readLine().trimmed().toInt();
    const QString home = QFileInfo(m_folder + u'/' + workingFolder).canonicalFilePath();
    const auto isOurs = [&] {
        return pid > 1 && QFileInfo(QStringLiteral("/proc/%1/cwd").arg(pid)).canonicalFilePath() == home;
    };
    for (int i = 0; i < 1500 && isOurs(); ++i) {
        if (i == 0 || i == 1000)
            ::kill(pid, i == 0 ? number : SIGKILL);
        ::usleep(4000);
    }
}

void PrivateServer::stop()
{
    m_process.resumeTree();
    m_process.end(m_stopSignal);
}

void PrivateServer::kill()
{
    m_process.killTree();
}

} // namespace herdbook::demo
