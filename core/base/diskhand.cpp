// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diskhand.h"

#include "core/base/farewell.h"

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
    std::thread thread; ///< from the first work on
    bool busy = false;
    bool silent = false;     ///< what is being done was waited for in vain
    std::uint64_t given = 0; ///< works so far
    bool over = false;       ///< no more work comes

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
    }

    /// With the mutex held.
    static void give(const std::shared_ptr<Shared> &shared, std::function<void()> work)
    {
        shared->work = std::move(work);
        shared->busy = true;
        ++shared->given;
        if (!shared->thread.joinable())
            shared->thread = std::thread(&Shared::run, shared);
        shared->changed.notify_all();
    }
};

DiskHand::DiskHand() : m_shared(std::make_shared<Shared>()) {}

DiskHand::~DiskHand()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->over = true;
    m_shared->changed.notify_all();
    std::thread thread = std::move(m_shared->thread);
    const bool busy = m_shared->busy;
    lock.unlock();
    if (busy)
        leaveBehind(std::move(thread));
    else if (thread.joinable()) // it has nothing to do, and ends at once
        thread.join();
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
