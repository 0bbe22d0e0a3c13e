// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QByteArrayList>
#include <QSet>

#include <list>
#include <mutex>
#include <thread>

namespace herdbook::test {

/// A way to Redis over TCP that loses answers when told to: the command reaches Redis and is carried out, and who sent it never hears so.
/// Commands go by their names, scripts by `scriptName`.
class RedisProxy
{
public:
    enum class Fault {
        Cut, ///< the connection breaks instead
        Hold ///< nothing comes until the other side has given up
    };

    explicit RedisProxy(const RedisSettings &server);
    ~RedisProxy();
    RedisProxy(const RedisProxy &) = delete;
    RedisProxy &operator=(const RedisProxy &) = delete;

    /// The server as it is reached through here.
    RedisSettings settings() const;

    /// The next answer to each of these is lost.
    void arm(Fault fault, const QSet<QByteArray> &commands);
    /// Of these, what hasn't been sent yet.
    QSet<QByteArray> pending() const;

    /// What has been sent so far.
    QSet<QByteArray> seen() const;
    void forget();

    static QByteArray scriptName(const QByteArray &text);

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
        QByteArray unread; ///< of the client's: the beginning of a command
        bool loses = false;
    };
    void run(const std::stop_token &stop);
    void accept();
    bool passCommands(Pair &pair);
    bool passAnswers(Pair &pair);

    RedisSettings m_server;
    int m_listener = -1;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::list<Pair> m_pairs; ///< of the thread alone
    Fault m_fault = Fault::Cut;
    QSet<QByteArray> m_armed;
    QSet<QByteArray> m_seen;
    std::jthread m_thread;
};

} // namespace herdbook::test
