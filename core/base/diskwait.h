// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <list>

namespace herdbook {

/// Held by a thread while it asks a disk for something. One that doesn't answer holds whoever asks it, and nothing ends that; another thread
/// can tell by this how long it has taken.
class DiskWait
{
public:
    DiskWait();
    ~DiskWait();
    DiskWait(const DiskWait &) = delete;
    DiskWait &operator=(const DiskWait &) = delete;

    /// How long the thread of this process that has waited longest waits by now.
    static std::chrono::milliseconds longest();

private:
    std::list<std::chrono::steady_clock::time_point>::iterator m_since;
};

} // namespace herdbook
