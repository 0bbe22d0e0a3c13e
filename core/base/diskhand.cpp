// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diskhand.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace herdbook {

struct DiskHand::Shared
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::function<void()> work;
    bool begun = false; ///< there is a thread
    bool busy = false;
    bool over = false; ///< no more work comes
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
            shared->changed.notify_all();
        }
        shared->gone = true;
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
    m_shared->work = std::move(work);
    m_shared->busy = true;
    if (!std::exchange(m_shared->begun, true))
        std::thread(&Shared::run, m_shared).detach();
    m_shared->changed.notify_all();
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
