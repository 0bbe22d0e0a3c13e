// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace herdbook {

/// A thread that asks a disk for somebody. One that doesn't answer holds it, and nobody else: who asked can look again later, and who ends leaves
/// it behind. For use by one thread at a time.
class DiskHand
{
public:
    DiskHand();
    /// Doesn't wait for what is not done; its answer goes nowhere.
    ~DiskHand();
    DiskHand(const DiskHand &) = delete;
    DiskHand &operator=(const DiskHand &) = delete;

    /// Does the work in the thread. Not while it is busy. The work may outlive everything here: it must hold all it needs.
    void give(std::function<void()> work);
    bool isBusy() const;
    /// Waits until the work is done, for so long; whether it is.
    bool waitIdle(std::chrono::milliseconds patience, const std::stop_token &stop = {}) const;

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared;
};

/// What a disk answers, or nothing where it doesn't within `patience`.
/// @param ask as DiskHand::give()'s work.
template<class Ask>
auto askDisk(Ask ask, std::chrono::milliseconds patience, const std::stop_token &stop = {})
    -> std::optional<decltype(ask())>
{
    const auto answer = std::make_shared<std::optional<decltype(ask())>>();
    DiskHand hand;
    hand.give([answer, ask = std::move(ask)] { *answer = ask(); });
    return hand.waitIdle(patience, stop) ? *answer : std::nullopt;
}

} // namespace herdbook
