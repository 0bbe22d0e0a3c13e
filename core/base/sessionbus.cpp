// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sessionbus.h"

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <QScopeGuard>
#include <QStandardPaths>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace herdbook {

namespace {

constexpr int Patience = 3000; ///< ms
constexpr const char *Variable = "DBUS_SESSION_BUS_ADDRESS";

std::atomic<bool> leftAlone = false;

struct Places
{
    QByteArrayList sockets; ///< their names; an abstract one begins with a 0
    bool others = false;    ///< by another way than a socket of this machine, which isn't tried here
};

/// As libdbus looks for it: "unix:path=/run/user/1000/bus,guid=4f3a;tcp:host=barn,port=1".
Places places()
{
    Places found;
    const QByteArray usual = qgetenv("XDG_RUNTIME_DIR") + "/bus";
    const QByteArray addresses = qgetenv(Variable);
    if (addresses.isEmpty()) {
        found.sockets << usual;
        // As with autolaunch:, who asks for it on a display starts it.
        found.others = !qEnvironmentVariableIsEmpty("DISPLAY") &&
                       !QStandardPaths::findExecutable(QStringLiteral("dbus-launch")).isEmpty();
        return found;
    }
    for (const QByteArray &address : addresses.split(';')) {
        if (!address.startsWith("unix:")) {
            found.others = found.others || address.startsWith("tcp:") || address.startsWith("nonce-tcp:") ||
                           address.startsWith("unixexec:") || address.startsWith("autolaunch:");
            continue;
        }
        for (const QByteArray &part : address.mid(5).split(',')) {
            const QByteArray value = QByteArray::fromPercentEncoding(part.mid(part.indexOf('=') + 1));
            if (part.startsWith("path="))
                found.sockets << value;
            else if (part.startsWith("abstract="))
                found.sockets << QByteArray(QByteArray(1, '\0') + value);
            else if (part.startsWith("runtime="))
                found.sockets << usual;
        }
    }
    return found;
}

SessionBus greet(const QByteArray &name, const QDeadlineTimer &end)
{
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    const auto length = static_cast<std::size_t>(name.size());
    if (length >= sizeof place.sun_path)
        return SessionBus::Absent;
    std::memcpy(place.sun_path, name.constData(), length);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return SessionBus::Absent;
    const auto close = qScopeGuard([fd] { ::close(fd); });
    while (::connect(fd, reinterpret_cast<const sockaddr *>(&place), size) != 0) {
        if (errno != EAGAIN && errno != EINTR)
            return SessionBus::Absent;
        if (end.hasExpired())
            return SessionBus::Silent; // nobody takes from its queue
        ::usleep(20'000);
    }
    const QByteArray greeting =
        QByteArray(1, '\0') + "AUTH EXTERNAL " + QByteArray::number(::geteuid()).toHex() + "\r\n";
    if (::send(fd, greeting.constData(), static_cast<std::size_t>(greeting.size()), MSG_NOSIGNAL) != greeting.size())
        return SessionBus::Absent;
    pollfd ear{fd, POLLIN, 0};
    int heard = -1;
    do
        heard = ::poll(&ear, 1, static_cast<int>(end.remainingTime()));
    while (heard < 0 && errno == EINTR);
    if (heard <= 0)
        return SessionBus::Silent;
    char answer[2]{};
    const bool welcome = ::recv(fd, answer, sizeof answer, 0) == sizeof answer && std::memcmp(answer, "OK", 2) == 0;
    return welcome ? SessionBus::Answers : SessionBus::Absent; // that of another user lets nobody in
}

} // namespace

SessionBus askSessionBus()
{
    if (leftAlone)
        return SessionBus::Silent;
    const Places where = places();
    const QDeadlineTimer end(Patience);
    for (const QByteArray &name : where.sockets) {
        if (const SessionBus found = greet(name, end); found != SessionBus::Absent)
            return found;
    }
    return where.others ? SessionBus::Answers : SessionBus::Absent;
}

void leaveSilentBus()
{
    if (askSessionBus() != SessionBus::Silent)
        return;
    leftAlone = true;
    qputenv(Variable, "disabled:");
}

} // namespace herdbook
