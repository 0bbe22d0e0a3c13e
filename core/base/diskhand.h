// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace herdbook {

/// A thread that asks a disk for others. One that doesn't answer holds it, and nobody else: who asked can look again later, and who ends leaves
/// it behind.
class DiskHand
{
public:
    DiskHand();
    /// Doesn't wait for what is not done; its answer goes nowhere.
    ~DiskHand();
    DiskHand(const DiskHand &) = delete;
    DiskHand &operator=(const DiskHand &) = delete;

    /// What the disk answers, or nothing where it doesn't within `patience`. May be called by several threads, which take turns; while it owes
    /// one of them an answer that was waited for in vain, the others aren't kept waiting.
    /// @param ask as give()'s work.
    template<class Ask>
    auto ask(Ask ask, std::chrono::milliseconds patience, const std::stop_token &stop = {}) const
        -> std::optional<decltype(ask())>
    {
        const auto answer = std::make_shared<std::optional<decltype(ask())>>();
        const bool answered = carryOut([answer, ask = std::move(ask)] { answer->emplace(ask()); }, patience, stop);
        return answered ? std::move(*answer) : std::nullopt;
    }

    // By one thread at a time, which doesn't ask() as well:

    /// Does the work in the thread. Not while it is busy. The work may outlive everything here: it must hold all it needs.
    void give(std::function<void()> work);
    bool isBusy() const;
    /// Waits until the work is done, for so long; whether it is.
    bool waitIdle(std::chrono::milliseconds patience, const std::stop_token &stop = {}) const;

private:
    struct Shared;

    bool carryOut(std::function<void()> work, std::chrono::milliseconds patience, const std::stop_token &stop) const;

    std::shared_ptr<Shared> m_shared;
};

/// DiskHand::ask() of a disk that is asked once.
template<class Ask>
auto askDisk(Ask ask, std::chrono::milliseconds patience, const std::stop_token &stop = {})
{
    return DiskHand().ask(std::move(ask), patience, stop);
}

} // namespace herdbook
