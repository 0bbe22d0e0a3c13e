// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <thread>

namespace herdbook::storage {

/// A TLS connection whose plain side is a local socket, for a client library without TLS (hiredis 0.14). A thread of its own carries the bytes;
/// it ends when either side does.
class TlsTunnel
{
public:
    /// Connects and checks the server's certificate: its chain against `caFile` (empty: the system's authorities) and its name against
    /// `host`. Unreachable where nothing answers, Denied where the certificate isn't good, InvalidInput for a useless CA file.
    static Result<std::unique_ptr<TlsTunnel>> open(const QString &host, quint16 port, const QString &caFile,
                                                   std::chrono::milliseconds timeout);
    ~TlsTunnel();
    TlsTunnel(const TlsTunnel &) = delete;
    TlsTunnel &operator=(const TlsTunnel &) = delete;

    /// The plain side, once; whoever takes it closes it, before this ends.
    int takeSocket();

private:
    struct Private;
    explicit TlsTunnel(std::unique_ptr<Private> parts);

    std::unique_ptr<Private> d;
    int m_socket = -1;
    std::jthread m_thread;
};

/// Ends a TCP connection within 30 s once nobody at its other end answers any more: who only listens would wait for ever otherwise.
void noticeDeadPeer(int socket);

} // namespace herdbook::storage
