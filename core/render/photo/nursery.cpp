// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/nursery.h"

#include <csignal>
#include <sys/prctl.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace herdbook::render {

Nursery::Nursery() : m_process(::getpid()) {}

pid_t Nursery::bear(int socket, int memory, Child child)
{
    static std::mutex mutex;
    static Nursery *one = nullptr;
    const std::lock_guard lock(mutex);
    // A process that was forked itself has no thread but the one that did it.
    if (one == nullptr || one->m_process != ::getpid())
        one = new Nursery;
    return one->ask({socket, memory, child});
}

pid_t Nursery::ask(const Order &order)
{
    std::unique_lock lock(m_mutex);
    if (!m_runs) {
        try {
            std::thread([this] { run(); }).detach();
        } catch (const std::system_error &) {
            return -1;
        }
        m_runs = true;
    }
    m_order = order;
    m_born.reset();
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_born.has_value(); });
    return *m_born;
}

void Nursery::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_order.has_value(); });
        const Order order = *std::exchange(m_order, std::nullopt);
        const pid_t pid = ::fork();
        if (pid == 0) {
            // Also while it stands still. A parent that died before this is no parent any more.
            if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != m_process)
                ::_exit(0);
            order.child(order.socket, order.memory);
            ::_exit(0);
        }
        m_born = pid;
        m_changed.notify_all();
    }
}

} // namespace herdbook::render
