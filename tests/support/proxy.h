// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace herdbook::test {

/// A way to PostgreSQL over TCP that breaks when told to: after so many bytes of the server's it is cut, or falls silent with every connection
/// staying open, as a frozen server or a stalled tunnel would. Passes everything until then. Unencrypted only.
class Proxy
{
public:
    enum class Fault { None, Cut, Freeze };

    explicit Proxy(const PostgresSettings &server);
    ~Proxy();
    Proxy(const Proxy &) = delete;
    Proxy &operator=(const Proxy &) = delete;

    /// The server as it is reached through here.
    PostgresSettings settings() const;

    /// From now on breaks after `bytes` more of the server's, over all connections; those of today are dropped first.
    void arm(Fault fault, qint64 bytes);

    /// Passes everything again.
    void heal() { arm(Fault::None, 0); }

    /// The server's bytes that were passed since arm().
    qint64 passed() const { return m_passed; }
    /// Whether the fault has come.
    bool broke() const { return m_broke; }

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
    };
    void run(const std::stop_token &stop);
    void accept();
    bool pass(int from, int to, bool ofServer);
    void drop(Pair &pair);

    PostgresSettings m_server;
    int m_listener = -1;
    quint16 m_port = 0;
    std::mutex m_mutex;
    std::list<Pair> m_pairs;
    Fault m_fault = Fault::None;
    qint64 m_limit = 0;
    std::atomic<qint64> m_passed = 0;
    std::atomic<bool> m_broke = false;
    std::jthread m_thread;
};

} // namespace herdbook::test
