// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/condition.h"
#include "core/worker/options.h"

#include <thread>

namespace herdbook::worker {

/// Tells when the export folder doesn't answer, in a thread that never touches it, and ends the process where whoever waits for the folder
/// would keep a worker that was told to stop from ending.
class FolderGuard
{
public:
    /// @param workers whose leases are given back at such an end.
    /// @param stopping the worker's stop.
    FolderGuard(const Options &options, QByteArrayList workers, Condition &condition, std::stop_token stopping);

    /// Whether somebody in this process has waited for a disk for so long that it can be said.
    static bool isSilent(const Timings &timings);

private:
    void run(const std::stop_token &over);
    [[noreturn]] void endAnyway() const;

    const Options &m_options;
    const QByteArrayList m_workers;
    Condition &m_condition;
    const std::stop_token m_stopping;
    std::jthread m_thread;
};

} // namespace herdbook::worker
