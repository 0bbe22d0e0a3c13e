// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/blockmatcher.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace herdbook::reid {

/// Matches blocks on all cores while the caller is still reading the next ones. Memory is bounded by a few blocks.
/// The caller's thread acquires, fills and submits blocks; the result is the same whatever the number of threads.
class MatchRunner
{
public:
    /// @param threads 0: one per core. The gallery must outlive the runner.
    MatchRunner(const Gallery &gallery, const MatchPlan &plan, int threads, std::stop_token stop);
    ~MatchRunner();
    MatchRunner(const MatchRunner &) = delete;
    MatchRunner &operator=(const MatchRunner &) = delete;

    /// An empty block that starts at detection `first`; waits while all are in work. Null when cancelled.
    std::unique_ptr<Block> acquire(std::size_t first);
    void submit(std::unique_ptr<Block> block);

    /// Waits for all blocks. Nothing when cancelled.
    /// @param detections how many rows were submitted.
    std::optional<MatchResult> finish(std::size_t detections);

private:
    void work();
    void keepVectors(const Block &block, BlockResult &result) const;

    const Gallery &m_gallery;
    int m_threshold;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::unique_ptr<Block>> m_waiting;
    std::vector<std::unique_ptr<Block>> m_free;
    std::vector<BlockResult> m_done;
    BlockTotals m_totals;
    bool m_keepVectors;
    bool m_closed = false;
    std::vector<std::thread> m_threads;
};

} // namespace herdbook::reid
