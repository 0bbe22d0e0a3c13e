// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>

#include <sys/types.h>

namespace herdbook::render {

/// Makes the helpers, in a thread that lives as long as this process: what the kernel calls the death of the parent is that of the thread that forked.
class Nursery
{
public:
    /// What a child does; it ends with this process.
    using Child = void (*)(int socket, int memory);

    /// fork(), or -1; in the child it doesn't return.
    static pid_t bear(int socket, int memory, Child child);

private:
    struct Order
    {
        int socket, memory;
        Child child;
    };

    Nursery();
    pid_t ask(const Order &order);
    [[noreturn]] void run();

    const pid_t m_process;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_runs = false;
    std::optional<Order> m_order;
    std::optional<pid_t> m_born;
};

} // namespace herdbook::render
