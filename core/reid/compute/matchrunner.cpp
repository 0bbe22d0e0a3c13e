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

MatchRunner::MatchRunner(const Gallery &gallery, const MatchPlan &plan, int threads, std::stop_token stop)
    : m_gallery(gallery), m_threshold(plan.threshold), m_stop(std::move(stop)), m_keepVectors(plan.keepVectors)
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
    BlockMatcher matcher(m_gallery, m_threshold);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, m_stop, [this] { return !m_waiting.empty() || m_closed; }) && !m_waiting.empty() &&
           !m_stop.stop_requested()) {
        std::unique_ptr<Block> block = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        BlockResult result = matcher.match(*block);
        if (m_keepVectors)
            keepVectors(*block, result);
        lock.lock();
        m_done.push_back(std::move(result));
        m_free.push_back(std::move(block));
        m_changed.notify_all();
    }
    m_totals.add(matcher.totals());
}

void MatchRunner::keepVectors(const Block &block, BlockResult &result) const
{
    const auto dimension = static_cast<std::ptrdiff_t>(m_gallery.dimension());
    for (std::size_t row = 0; row < block.probes.size(); ++row) {
        if (block.probes[row].counts && isUsable(result.states[row]))
            result.kept.push_back(result.first + row);
    }
    result.vectors.reserve(result.kept.size() * static_cast<std::size_t>(dimension));
    for (const std::size_t detection : result.kept) {
        const auto from = block.vectors.begin() + static_cast<std::ptrdiff_t>(detection - result.first) * dimension;
        result.vectors.insert(result.vectors.end(), from, from + dimension);
    }
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
    if (m_keepVectors)
        result.vectors = std::make_shared<KeptVectors>(KeptVectors{{}, std::vector<const float *>(detections)});
    std::ranges::sort(m_done, {}, &BlockResult::first);
    for (BlockResult &done : m_done) {
        std::ranges::copy(done.matches, result.matches.begin() + static_cast<std::ptrdiff_t>(done.first));
        std::ranges::copy(done.states, result.states.begin() + static_cast<std::ptrdiff_t>(done.first));
        if (result.vectors) {
            const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
            result.vectors->parts.push_back(std::move(done.vectors));
            for (std::size_t i = 0; i < done.kept.size(); ++i)
                result.vectors->rows[done.kept[i]] = result.vectors->parts.back().data() + i * dimension;
        }
        done = {}; // the rows now live once
    }
    for (int i = 0; i < ScoreCounts::kValues && !m_totals.pairs.empty(); ++i) {
        if (const std::uint32_t times = m_totals.pairs[static_cast<std::size_t>(i)]; times > 0)
            result.pairs.add(i + ScoreCounts::kLowest, times);
    }
    for (const auto &[pair, reaching] : m_totals.links)
        result.links.push_back(
            {static_cast<std::int32_t>(pair >> 32), static_cast<std::int32_t>(pair & 0xffffffffU), reaching});
    std::ranges::sort(result.links, {}, [](const Link &link) { return std::pair(link.from, link.to); });
    result.cosineWithMean = cosinesWithMeans(m_gallery, m_totals.sums);
    return result;
}

} // namespace herdbook::reid
