// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diskwait.h"

#include <mutex>

namespace herdbook {

namespace {

struct Waits
{
    std::mutex mutex;
    std::list<std::chrono::steady_clock::time_point> since; ///< the oldest in front
};

Waits &waits()
{
    static auto *all = new Waits; // for as long as any thread may wait
    return *all;
}

} // namespace

DiskWait::DiskWait()
{
    Waits &all = waits();
    const std::lock_guard lock(all.mutex);
    m_since = all.since.insert(all.since.end(), std::chrono::steady_clock::now());
}

DiskWait::~DiskWait()
{
    Waits &all = waits();
    const std::lock_guard lock(all.mutex);
    all.since.erase(m_since);
}

std::chrono::milliseconds DiskWait::longest()
{
    Waits &all = waits();
    const std::lock_guard lock(all.mutex);
    if (all.since.empty())
        return std::chrono::milliseconds(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - all.since.front());
}

} // namespace herdbook
