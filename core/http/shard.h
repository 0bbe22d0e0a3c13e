// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <unordered_set>

namespace herdbook::http {

namespace asio = boost::asio;
using SteadyClock = std::chrono::steady_clock;

class Connection;

using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, asio::io_context::executor_type>;

/// One event loop and its connections. Everything but post()ing to its executor happens on the thread in run().
class Shard
{
public:
    using Executor = asio::io_context::executor_type;

    /// @param largeBodies how many more large bodies all shards together may hold.
    Shard(Handler &handler, const Limits &limits, std::size_t mostConnections, std::atomic<int> &largeBodies);
    ~Shard();
    Shard(const Shard &) = delete;
    Shard &operator=(const Shard &) = delete;

    Executor executor() { return m_io.get_executor(); }
    Handler &handler() const { return m_handler; }
    const Limits &limits() const { return m_limits; }
    std::atomic<int> &largeBodies() const { return m_largeBodies; }
    /// The present time as HTTP writes it.
    const std::string &date() const { return m_date; }
    bool isStopping() const { return m_stopping; }

    void run();
    /// Takes a new connection. When there is no room, the one that has waited longest for its request goes.
    void adopt(Socket socket);
    void remove(const std::shared_ptr<Connection> &connection);
    /// Ends what is idle; run() returns when the rest has ended or Limits::grace is over.
    void stop();

private:
    bool makeRoom();
    void sweep();
    void armSweep();

    asio::io_context m_io{1};
    Handler &m_handler;
    const Limits m_limits;
    const std::size_t m_mostConnections;
    std::atomic<int> &m_largeBodies;
    Timer m_timer{m_io.get_executor()};
    std::unordered_set<std::shared_ptr<Connection>> m_connections;
    std::string m_date;
    bool m_stopping = false;
    SteadyClock::time_point m_stopAt;
};

} // namespace herdbook::http
