// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <stop_token>
#include <thread>
#include <vector>

namespace herdbook::reid {

/// 0: one per core.
inline unsigned threadCount(int asked)
{
    return asked > 0 ? static_cast<unsigned>(asked) : std::max(1U, std::thread::hardware_concurrency());
}

/// Calls work(i, state) for every i under `count` on several threads, each with a state of its own, and gives the states. Work is left out
/// after a stop request.
template<class State, class Work>
std::vector<State> inParallel(int threads, std::size_t count, const std::stop_token &stop, State initial, Work work)
{
    const std::size_t workers = std::clamp<std::size_t>(threadCount(threads), 1, std::max<std::size_t>(count, 1));
    std::vector<State> states(workers, initial);
    std::atomic<std::size_t> next{0};
    const auto run = [&](State &state) {
        for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++)
            work(i, state);
    };
    std::vector<std::jthread> others;
    for (std::size_t w = 1; w < workers; ++w)
        others.emplace_back([&run, &state = states[w]] { run(state); });
    run(states[0]);
    others.clear(); // joins
    return states;
}

} // namespace herdbook::reid
