// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/cputime.h"

#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace herdbook::test {

/// How long this thread's event loop was held at a time by something it waited for: it is to beat every 20 ms. Its own computing is no waiting,
/// nor is what another thread, which only sleeps, was held for as well: then the machine stood still.
class Heartbeat
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(20);
    }
    Heartbeat(const Heartbeat &) = delete;
    Heartbeat &operator=(const Heartbeat &) = delete;

    /// In ms, up to now.
    qint64 longestGap()
    {
        beat();
        return m_longest;
    }

private:
    void beat()
    {
        const double waited = m_lived - cpuMilliseconds();
        m_longest = std::max(m_longest, static_cast<qint64>(waited - m_since));
        m_since = waited;
    }

    void live(const std::stop_token &stop)
    {
        using std::chrono::steady_clock;
        constexpr std::chrono::duration<double, std::milli> Nap(10);
        for (auto from = steady_clock::now(); !stop.stop_requested();) {
            std::this_thread::sleep_for(Nap);
            const auto to = steady_clock::now();
            m_lived = m_lived + std::min<std::chrono::duration<double, std::milli>>(to - from, 3 * Nap).count();
            from = to;
        }
    }

    std::atomic<double> m_lived = 0; ///< ms
    double m_since = -cpuMilliseconds();
    qint64 m_longest = 0;
    QTimer m_timer;
    std::jthread m_other{[this](const std::stop_token &stop) { live(stop); }};
};

} // namespace herdbook::test
