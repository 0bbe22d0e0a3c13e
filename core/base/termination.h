// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace herdbook {

/// Keeps SIGTERM, SIGINT and SIGHUP from ending the process, in this thread and all it starts later: call it first in main().
void holdTerminationSignals();

/// Calls a function, in a thread of its own, when one of the held signals comes. Only one at a time in a process.
class TerminationWatch
{
public:
    explicit TerminationWatch(std::function<void()> onSignal);
    ~TerminationWatch();
    TerminationWatch(const TerminationWatch &) = delete;
    TerminationWatch &operator=(const TerminationWatch &) = delete;

private:
    std::jthread m_thread;
};

} // namespace herdbook
