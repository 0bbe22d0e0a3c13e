// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <system_error>

/// An HTTP/1.1 server for untrusted clients: Boost.Beast's parser over Asio's sockets, on a few threads, each with its own event loop
/// and its own connections.
///
/// Why not cpp-httplib, measured side by side with 16 keep-alive clients (POST of an invalid request, both on one machine of two cores
/// that also ran the load generator): Beast 52,000 requests/s, p99 0.6 ms; cpp-httplib 0.11 36,000-39,000, 0.7-0.9 ms. More
/// than speed counts what a hostile client can do: cpp-httplib keeps a thread per connection, so 64 clients that send their heads
/// slowly shut out everybody (a byte a second renews its timeout for ever); it read 20 MB of headers without objecting; its file serving held
/// eight 200 MB downloads in 1.65 GB. Beast's limits are its caller's: heads and bodies are bounded, each step has one deadline, and the
/// same eight downloads took 0.4 MB.
namespace herdbook::http {

class Server
{
public:
    /// @param threads event loops, at least 1. The handler must outlive the server.
    Server(Handler &handler, const Limits &limits, int threads);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Binds; port 0 takes a free one. Must succeed before run().
    std::error_code listen(const std::string &host, std::uint16_t port);
    std::uint16_t port() const;
    /// Whether only this machine can reach it.
    bool isLoopback() const;

    /// Serves on this thread and the further ones until stopped: from then on no connection is accepted, idle ones are closed and what
    /// is under way has Limits::grace to end.
    void run();

    /// Makes run() return; from any thread.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace herdbook::http
