// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matchrunner.h"

#include "core/reid/compute/blasthreads.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace herdbook::reid {

namespace {

/// Cosine of each profile with the mean of its detections; NaN where it has none.
std::vector<float> cosinesWithMeans(const Gallery &gallery, const std::vector<std::int64_t> &sums)
{
    const auto dimension = static_cast<std::size_t>(gallery.dimension());
    std::vector<float> cosines(static_cast<std::size_t>(gallery.columns()), std::numeric_limits<float>::quiet_NaN());
    for (int column = 0; column < gallery.columns() && !sums.empty(); ++column) {
        const auto profile = static_cast<std::size_t>(gallery.profileAt(column));
        const float *vector = gallery.weights() + static_cast<std::size_t>(column) * dimension;
        double product = 0;
        double square = 0;
        for (std::size_t i = 0; i < dimension; ++i) {
            const auto sum = static_cast<double>(sums[profile * dimension + i]);
            product += sum * static_cast<double>(vector[i]);
            square += sum * sum;
        }
        if (square > 0)
            cosines[profile] = static_cast<float>(product / std::sqrt(square));
    }
    return cosines;
}

} // namespace

MatchRunner::MatchRunner(const Gallery &gallery, int threads, std::stop_token stop)
    : m_gallery(gallery), m_stop(std::move(stop))
{
    endBlasThreads();
    const int count = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    for (int i = 0; i < count + 2; ++i)
        m_free.push_back(std::make_unique<Block>(gallery.dimension()));
    for (int i = 0; i < count; ++i)
        m_threads.emplace_back([this] { work(); });
}

MatchRunner::~MatchRunner()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

std::unique_ptr<Block> MatchRunner::acquire(std::size_t first)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, m_stop, [this] { return !m_free.empty(); }) || m_stop.stop_requested())
        return nullptr;
    std::unique_ptr<Block> block = std::move(m_free.back());
    m_free.pop_back();
    block->clear(first);
    return block;
}

void MatchRunner::submit(std::unique_ptr<Block> block)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(block));
    }
    m_changed.notify_all();
}

void MatchRunner::work()
{
    BlockMatcher matcher(m_gallery);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, m_stop, [this] { return !m_waiting.empty() || m_closed; }) && !m_waiting.empty() &&
           !m_stop.stop_requested()) {
        std::unique_ptr<Block> block = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        BlockResult result = matcher.match(*block);
        lock.lock();
        m_done.push_back(std::move(result));
        m_free.push_back(std::move(block));
        m_changed.notify_all();
    }
    matcher.addTo(m_pairs, m_sums);
}

std::optional<MatchResult> MatchRunner::finish(std::size_t detections)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    if (m_stop.stop_requested())
        return std::nullopt;

    MatchResult result;
    result.matches.resize(detections);
    result.states.resize(detections);
    result.mates = emptyMateRows(m_gallery);
    std::ranges::sort(m_done, {}, &BlockResult::first);
    for (BlockResult &done : m_done) {
        std::ranges::copy(done.matches, result.matches.begin() + static_cast<std::ptrdiff_t>(done.first));
        std::ranges::copy(done.states, result.states.begin() + static_cast<std::ptrdiff_t>(done.first));
        for (const KeptRow &kept : done.kept) {
            MateRows &rows = result.mates[static_cast<std::size_t>(kept.sex)];
            rows.detections.push_back(kept.detection);
            rows.own.push_back(kept.own);
            rows.scores.insert(rows.scores.end(), kept.scores.begin(), kept.scores.end());
        }
        done = {}; // the rows now live once
    }
    result.pairs = std::move(m_pairs);
    result.cosineWithMean = cosinesWithMeans(m_gallery, m_sums);
    return result;
}

} // namespace herdbook::reid
