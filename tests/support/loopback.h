// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QRandomGenerator>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace herdbook::test {

inline sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A socket that listens there, and its port.
inline std::pair<int, quint16> listenOnLoopback()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 64) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("The proxy can't listen");
    return {listener, ntohs(address.sin_port)};
}

/// A port for a server that can't look for one itself, and that nobody listens on now: not of those that the system gives to connections of
/// tests beside this one, nor of the private servers'.
inline quint16 freePort()
{
    for (int attempt = 0; attempt < 10'000; ++attempt) {
        const auto port = static_cast<quint16>(QRandomGenerator::system()->bounded(10'000, 20'000));
        const sockaddr_in address = loopback(port);
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const bool isFree = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        ::close(socket);
        if (isFree)
            return port;
    }
    qFatal("No port is free");
}

inline bool sendAll(int socket, QByteArrayView data)
{
    while (!data.isEmpty()) {
        const ssize_t sent = ::send(socket, data.data(), static_cast<std::size_t>(data.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data = data.sliced(sent);
    }
    return true;
}

} // namespace herdbook::test
