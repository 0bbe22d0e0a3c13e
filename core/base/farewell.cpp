// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/farewell.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unistd.h>

namespace herdbook {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int MostAtOnce = 64; ///< they only wait

struct Leaver
{
    std::optional<milliseconds> patience;             ///< none: it gives up by itself
    std::optional<steady_clock::time_point> deadline; ///< once it is waited for
};

class Leavers
{
public:
    Leavers()
    {
        m_pool.setMaxThreadCount(MostAtOnce);
        qAddPostRoutine(finishAll);
    }

    void add(std::function<void()> finish, std::optional<milliseconds> patience)
    {
        const std::lock_guard lock(m_mutex);
        const auto leaver = m_left.insert(m_left.end(), Leaver{patience, {}});
        m_pool.start([this, leaver, finish = std::move(finish)]() mutable {
            finish();
            finish = nullptr; // with what it holds, before it counts as done
            const std::lock_guard held(m_mutex);
            m_left.erase(leaver);
            m_changed.notify_all();
        });
    }

    /// Whether all are done.
    bool wait()
    {
        std::unique_lock lock(m_mutex);
        constexpr milliseconds Look(100), LastSteps(1000);
        const auto isOver = [](Leaver &leaver) {
            const steady_clock::time_point now = steady_clock::now();
            if (leaver.patience && !leaver.deadline)
                leaver.deadline = now + *leaver.patience;
            return leaver.deadline && *leaver.deadline <= now;
        };
        while (std::count_if(m_left.begin(), m_left.end(), std::not_fn(isOver)) > 0)
            m_changed.wait_for(lock, Look);
        const bool done = m_left.empty();
        lock.unlock();
        return done && m_pool.waitForDone(static_cast<int>(LastSteps.count()));
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Leaver> m_left; ///< guarded by m_mutex
    QThreadPool m_pool;
};

Leavers &leavers()
{
    static auto *const all = new Leavers; // outlives the application's destructor, in which it is waited for
    return *all;
}

std::atomic<bool> someRunOn = false;

/// Exit handlers run in the reverse order: this one keeps those from running that are there by now.
void endBeforeHandlers()
{
    ::on_exit(
        [](int code, void *) {
            std::fflush(nullptr);
            ::_exit(code);
        },
        nullptr);
}

} // namespace

void finishLater(std::function<void()> finish)
{
    leavers().add(std::move(finish), {});
}

void finishLater(std::function<void()> finish, milliseconds patience)
{
    leavers().add(std::move(finish), patience);
}

void finishLater(std::jthread thread)
{
    if (!thread.joinable())
        return;
    thread.request_stop();
    leavers().add([held = std::make_shared<std::jthread>(std::move(thread))] { held->join(); }, ReadingPatience);
}

void finishAll()
{
    if (!leavers().wait())
        someRunOn = true;
    if (someRunOn)
        endBeforeHandlers();
}

void leaveBehind(std::thread thread)
{
    leaveBehind();
    thread.detach();
}

void leaveBehind()
{
    static std::once_flag once;
    std::call_once(once, [] {
        someRunOn = true;
        leavers(); // with whom the application's end comes to finishAll(), and so before handlers that are added until then
        endBeforeHandlers();
    });
}

} // namespace herdbook
