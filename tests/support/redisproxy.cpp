// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisproxy.h"

#include "tests/support/loopback.h"

#include <QCryptographicHash>

#include <array>
#include <optional>
#include <poll.h>
#include <tuple>
#include <unistd.h>

namespace herdbook::test {

namespace {

constexpr int Tick = 20; // ms between looks at whether it's over

/// Reads the command that begins there, an array of strings as clients send it; its words, and where it ends. Nothing while it isn't whole.
std::optional<std::pair<QByteArrayList, qsizetype>> commandAt(const QByteArray &bytes, qsizetype at)
{
    const auto numberAt = [&bytes, &at](char kind) -> std::optional<qsizetype> {
        const qsizetype end = bytes.indexOf("\r\n", at);
        if (end < 0 || bytes.at(at) != kind)
            return std::nullopt;
        const qsizetype number = bytes.mid(at + 1, end - at - 1).toLongLong();
        at = end + 2;
        return number;
    };
    const auto count = numberAt('*');
    QByteArrayList words;
    while (count && words.size() < *count) {
        const auto length = numberAt('$');
        if (!length || bytes.size() < at + *length + 2)
            return std::nullopt;
        words << bytes.mid(at, *length);
        at += *length + 2;
    }
    return count ? std::optional(std::pair(words, at)) : std::nullopt;
}

QByteArray nameOf(const QByteArrayList &words)
{
    const QByteArray name = words.value(0).toUpper();
    return name == "EVALSHA" ? "script " + words.value(1)
           : name == "EVAL"  ? RedisProxy::scriptName(words.value(1))
                             : name;
}

} // namespace

QByteArray RedisProxy::scriptName(const QByteArray &text)
{
    return "script " + QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex();
}

RedisProxy::RedisProxy(const RedisSettings &server) : m_server(server)
{
    std::tie(m_listener, m_port) = listenOnLoopback();
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

RedisProxy::~RedisProxy()
{
    m_thread.request_stop();
    m_thread.join();
    for (const Pair &pair : m_pairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
    ::close(m_listener);
}

RedisSettings RedisProxy::settings() const
{
    RedisSettings settings = m_server;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = m_port;
    return settings;
}

void RedisProxy::arm(Fault fault, const QSet<QByteArray> &commands)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
    m_armed = commands;
}

QSet<QByteArray> RedisProxy::pending() const
{
    const std::lock_guard lock(m_mutex);
    return m_armed;
}

QSet<QByteArray> RedisProxy::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void RedisProxy::forget()
{
    const std::lock_guard lock(m_mutex);
    m_seen.clear();
}

void RedisProxy::accept()
{
    Pair pair;
    pair.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    pair.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_server.port);
    if (pair.client >= 0 && ::connect(pair.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        m_pairs.push_back(pair);
        return;
    }
    ::close(pair.client);
    ::close(pair.server);
}

bool RedisProxy::passCommands(Pair &pair)
{
    std::array<char, 65536> data;
    const ssize_t got = ::recv(pair.client, data.data(), data.size(), 0);
    if (got <= 0)
        return false;
    pair.unread.append(data.data(), got);
    qsizetype whole = 0;
    const std::lock_guard lock(m_mutex);
    while (auto command = pair.loses ? std::nullopt : commandAt(pair.unread, whole)) {
        whole = command->second;
        const QByteArray name = nameOf(command->first);
        m_seen << name;
        pair.loses = m_armed.remove(name);
    }
    const bool sent = sendAll(pair.server, QByteArrayView(pair.unread).first(whole));
    pair.unread.remove(0, whole);
    return sent;
}

bool RedisProxy::passAnswers(Pair &pair)
{
    std::array<char, 65536> data;
    const ssize_t got = ::recv(pair.server, data.data(), data.size(), 0);
    if (got <= 0)
        return false;
    const std::lock_guard lock(m_mutex);
    return pair.loses ? m_fault == Fault::Hold : sendAll(pair.client, QByteArrayView(data.data(), got));
}

void RedisProxy::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            waiting.push_back({pair.client, POLLIN, 0});
            waiting.push_back({pair.server, POLLIN, 0});
        }
        if (::poll(waiting.data(), waiting.size(), Tick) <= 0)
            continue;
        std::size_t at = 1;
        for (auto pair = m_pairs.begin(); pair != m_pairs.end(); at += 2) {
            // What the client says after a command whose answer is lost goes no further.
            const bool alive = (waiting[at].revents == 0 || passCommands(*pair)) &&
                               (waiting[at + 1].revents == 0 || passAnswers(*pair));
            if (alive) {
                ++pair;
                continue;
            }
            ::close(pair->client);
            ::close(pair->server);
            pair = m_pairs.erase(pair);
        }
        if (waiting[0].revents != 0)
            accept();
    }
}

} // namespace herdbook::test
