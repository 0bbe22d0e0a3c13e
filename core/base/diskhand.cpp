// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diskhand.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

namespace herdbook {

using namespace std::chrono_literals;

struct DiskHand::Shared
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::function<void()> work;
    bool begun = false; ///< there is a thread
    bool busy = false;
    bool silent = false;     ///< what is being done was waited for in vain
    std::uint64_t given = 0; ///< works so far
    bool over = false;       ///< no more work comes
    bool gone = false;

    static void run(const std::shared_ptr<Shared> &shared)
    {
        std::unique_lock lock(shared->mutex);
        while (true) {
            shared->changed.wait(lock, [&] { return shared->busy || shared->over; });
            if (!shared->busy)
                break;
            const std::function<void()> work = std::exchange(shared->work, nullptr);
            lock.unlock();
            work();
            lock.lock();
            shared->busy = false;
            shared->silent = false;
            shared->changed.notify_all();
        }
        shared->gone = true;
        shared->changed.notify_all();
    }

    /// With the mutex held.
    static void give(const std::shared_ptr<Shared> &shared, std::function<void()> work)
    {
        shared->work = std::move(work);
        shared->busy = true;
        ++shared->given;
        if (!std::exchange(shared->begun, true))
            std::thread(&Shared::run, shared).detach();
        shared->changed.notify_all();
    }
};

DiskHand::DiskHand() : m_shared(std::make_shared<Shared>()) {}

DiskHand::~DiskHand()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->over = true;
    m_shared->changed.notify_all();
    // One that has nothing to do ends at once: the program then ends without it.
    if (m_shared->begun && !m_shared->busy)
        m_shared->changed.wait(lock, [this] { return m_shared->gone; });
}

void DiskHand::give(std::function<void()> work)
{
    const std::lock_guard lock(m_shared->mutex);
    Shared::give(m_shared, std::move(work));
}

bool DiskHand::carryOut(std::function<void()> work, std::chrono::milliseconds patience,
                        const std::stop_token &stop) const
{
    Shared &shared = *m_shared;
    std::unique_lock lock(shared.mutex);
    const auto idle = [&shared] { return !shared.busy; };
    if (!shared.changed.wait_for(lock, stop, shared.silent ? 0ms : patience, idle))
        return false;
    Shared::give(m_shared, std::move(work));
    const std::uint64_t own = shared.given;
    const bool answered =
        shared.changed.wait_for(lock, stop, patience, [&shared, own] { return shared.given > own || !shared.busy; });
    shared.silent = shared.silent || !answered;
    return answered;
}

bool DiskHand::isBusy() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->busy;
}

bool DiskHand::waitIdle(std::chrono::milliseconds patience, const std::stop_token &stop) const
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->changed.wait_for(lock, stop, patience, [this] { return !m_shared->busy; });
}

} // namespace herdbook
