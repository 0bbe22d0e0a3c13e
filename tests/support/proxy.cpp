// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/proxy.h"

#include "tests/support/loopback.h"

#include <QFile>

#include <poll.h>
#include <sys/un.h>
#include <tuple>
#include <unistd.h>

namespace herdbook::test {

namespace {

constexpr int kTick = 20; // ms between looks at what was told

int connectTo(const PostgresSettings &server)
{
    if (server.host.startsWith(u'/')) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(QStringLiteral("%1/.s.PGSQL.%2").arg(server.host).arg(server.port));
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        return ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
                   ? socket
                   : (::close(socket), -1);
    }
    const sockaddr_in address = loopback(server.port);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? socket
                                                                                                : (::close(socket), -1);
}

} // namespace

Proxy::Proxy(const PostgresSettings &server) : m_server(server)
{
    std::tie(m_listener, m_port) = listenOnLoopback();
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

Proxy::~Proxy()
{
    m_thread.request_stop();
    m_thread.join();
    for (Pair &pair : m_pairs)
        drop(pair);
    ::close(m_listener);
}

PostgresSettings Proxy::settings() const
{
    PostgresSettings settings = m_server;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = m_port;
    settings.sslMode = QStringLiteral("disable");
    return settings;
}

void Proxy::arm(Fault fault, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    for (Pair &pair : m_pairs)
        drop(pair);
    m_pairs.clear();
    m_fault = fault;
    m_limit = bytes;
    m_passed = 0;
    m_broke = fault != Fault::None && bytes <= 0;
}

void Proxy::drop(Pair &pair)
{
    ::close(pair.client);
    ::close(pair.server);
    pair = {};
}

void Proxy::accept()
{
    Pair pair;
    pair.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (pair.client < 0)
        return;
    if (m_broke && m_fault == Fault::Cut) {
        ::close(pair.client);
        return;
    }
    pair.server = connectTo(m_server);
    if (pair.server < 0)
        ::close(pair.client);
    else
        m_pairs.push_back(pair);
}

bool Proxy::pass(int from, int to, bool ofServer)
{
    char data[16384];
    const ssize_t got = ::recv(from, data, sizeof data, 0);
    if (got <= 0)
        return false;
    if (!ofServer || m_fault == Fault::None) {
        m_passed += ofServer ? got : 0;
        return sendAll(to, {data, got});
    }
    const auto allowed = std::min<qint64>(got, m_limit - m_passed);
    m_passed += allowed;
    const bool sent = sendAll(to, {data, allowed});
    m_broke = m_passed >= m_limit;
    return sent && !(m_broke && m_fault == Fault::Cut);
}

void Proxy::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
        {
            const std::lock_guard lock(m_mutex);
            const bool frozen = m_broke && m_fault == Fault::Freeze;
            for (const Pair &pair : m_pairs) {
                // What is frozen is not read either; only an end is noticed.
                waiting.push_back({pair.client, short(frozen ? 0 : POLLIN), 0});
                waiting.push_back({pair.server, short(frozen ? 0 : POLLIN), 0});
            }
        }
        if (::poll(waiting.data(), waiting.size(), kTick) <= 0)
            continue;
        const std::lock_guard lock(m_mutex);
        const auto ready = [&waiting](int socket) {
            return std::any_of(waiting.begin() + 1, waiting.end(),
                               [socket](const pollfd &one) { return one.fd == socket && one.revents != 0; });
        };
        for (auto pair = m_pairs.begin(); pair != m_pairs.end();) {
            const bool frozen = m_broke && m_fault == Fault::Freeze;
            bool alive = true;
            if (frozen)
                alive = !ready(pair->client) && !ready(pair->server);
            else if (ready(pair->client))
                alive = pass(pair->client, pair->server, false);
            if (alive && !frozen && ready(pair->server))
                alive = pass(pair->server, pair->client, true);
            if (alive) {
                ++pair;
                continue;
            }
            drop(*pair);
            pair = m_pairs.erase(pair);
        }
        if (m_broke && m_fault == Fault::Cut) {
            for (Pair &pair : m_pairs)
                drop(pair);
            m_pairs.clear();
        }
        if (waiting[0].revents != 0)
            accept();
    }
}

} // namespace herdbook::test
