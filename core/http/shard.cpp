// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/shard.h"

#include "core/http/connection.h"

#include <array>
#include <ctime>

namespace herdbook::http {

namespace {

constexpr auto SweepEvery = std::chrono::milliseconds(100);

std::string httpDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc = {};
    ::gmtime_r(&now, &utc);
    static constexpr std::array<const char *, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
    return text.data();
}

} // namespace

Shard::Shard(Handler &handler, const Limits &limits, std::size_t mostConnections, std::atomic<int> &largeBodies)
    : m_handler(handler), m_limits(limits), m_mostConnections(mostConnections), m_largeBodies(largeBodies),
      m_date(httpDate())
{
}

Shard::~Shard() = default;

void Shard::run()
{
    armSweep();
    m_io.run();
}

void Shard::adopt(Socket socket)
{
    if (m_stopping)
        return;
    boost::system::error_code ignored;
    socket.native_non_blocking(true, ignored);
    socket.non_blocking(true, ignored);
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (m_connections.size() >= m_mostConnections && !makeRoom()) {
        static constexpr std::string_view busy = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n"
                                                 "Content-Type: application/json\r\nContent-Length: 33\r\n"
                                                 "Connection: close\r\n\r\n{\"detail\":\"Too many connections\"}";
        socket.write_some(asio::buffer(busy), ignored);
        return;
    }
    const auto connection = std::make_shared<Connection>(*this, std::move(socket));
    m_connections.insert(connection);
    connection->start();
}

bool Shard::makeRoom()
{
    const Connection *longest = nullptr;
    for (const auto &connection : m_connections) {
        if (connection->isWaiting() && (longest == nullptr || connection->since() < longest->since()))
            longest = connection.get();
    }
    if (longest == nullptr)
        return false;
    const_cast<Connection *>(longest)->end();
    return true;
}

void Shard::remove(const std::shared_ptr<Connection> &connection)
{
    m_connections.erase(connection);
}

void Shard::stop()
{
    m_stopping = true;
    m_stopAt = SteadyClock::now() + m_limits.grace;
    sweep();
}

void Shard::armSweep()
{
    m_timer.expires_after(SweepEvery);
    m_timer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            sweep();
    });
}

void Shard::sweep()
{
    m_date = httpDate();
    const auto now = SteadyClock::now();
    const auto all = m_connections; // ending one changes the set
    for (const auto &connection : all) {
        if (m_stopping && connection->isIdle())
            connection->end();
        else if (connection->deadline() <= now)
            connection->expire();
    }
    if (m_stopping && (m_connections.empty() || m_stopAt <= now))
        m_io.stop();
    else
        armSweep();
}

} // namespace herdbook::http
