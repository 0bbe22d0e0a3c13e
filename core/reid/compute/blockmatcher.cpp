// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/blockmatcher.h"

#include <Eigen/Core>
#include <algorithm>

namespace herdbook::reid {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A column and its score; -1 when there is none.
struct Top
{
    int column = -1;
    float score = -2;
};

float largest(const float *scores, int from, int to)
{
    return to > from ? Eigen::Map<const Eigen::ArrayXf>(scores + from, to - from).maxCoeff() : -2;
}

Top top(const float *scores, Gallery::Range range)
{
    if (range.size() == 0)
        return {};
    const float score = largest(scores, range.begin, range.end);
    return {static_cast<int>(std::find(scores + range.begin, scores + range.end, score) - scores), score};
}

Ticks ticksOf(const Top &top)
{
    return top.column < 0 ? kNoScore : scoreTicks(std::clamp(top.score, -1.0F, 1.0F));
}

constexpr double kFixedPoint = 4294967296.0; // 2^32: a billion vectors of length 1 fit

} // namespace

std::span<float> Block::next()
{
    return {vectors.data() + probes.size() * dimension(), dimension()};
}

void Block::add(const Probe &probe, bool hasVector)
{
    if (!hasVector)
        std::ranges::fill(next(), 0.0F);
    probes.push_back(probe);
    present.push_back(hasVector);
}

void Block::clear(std::size_t firstRow)
{
    first = firstRow;
    probes.clear();
    present.clear();
}

void BlockTotals::add(const BlockTotals &other)
{
    pairs.resize(other.pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i] += other.pairs[i];
    sums.resize(other.sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += other.sums[i];
    for (const auto &[pair, reaching] : other.links)
        links[pair] += reaching;
}

BlockMatcher::BlockMatcher(const Gallery &gallery, int threshold)
    : m_gallery(gallery), m_threshold(threshold),
      m_scores(static_cast<std::size_t>(kBlockRows) * static_cast<std::size_t>(gallery.paddedColumns()))
{
    m_totals.pairs.resize(ScoreCounts::kValues);
    m_totals.sums.resize(static_cast<std::size_t>(gallery.columns()) * static_cast<std::size_t>(gallery.dimension()));
}

BlockResult BlockMatcher::match(Block &block)
{
    const auto rows = block.probes.size();
    const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
    const auto stride = static_cast<std::size_t>(m_gallery.paddedColumns());
    BlockResult result{block.first, std::vector<Match>(rows), std::vector<VectorState>(rows), {}, {}};
    for (std::size_t r = 0; r < rows; ++r) {
        if (block.present[r])
            result.states[r] = normalize({block.vectors.data() + r * dimension, dimension});
    }
    std::fill(block.vectors.begin() + static_cast<std::ptrdiff_t>(rows * dimension), block.vectors.end(), 0.0F);
    if (stride == 0)
        return result;

    const Eigen::Map<const Rows> vectors(block.vectors.data(), kBlockRows, m_gallery.dimension());
    const Eigen::Map<const Rows> weights(m_gallery.weights(), m_gallery.paddedColumns(), m_gallery.dimension());
    Eigen::Map<Rows> scores(m_scores.data(), kBlockRows, m_gallery.paddedColumns());
    scores.noalias() = vectors * weights.transpose();

    for (std::size_t r = 0; r < rows; ++r) {
        const Probe &probe = block.probes[r];
        if (!probe.deer || !isUsable(result.states[r]))
            continue;
        float *row = m_scores.data() + r * stride;
        if (probe.countPairs)
            addPairs(row);
        if (probe.ownProfile >= 0)
            addToMean(block.vectors.data() + r * dimension, probe.ownProfile);
        if (probe.links)
            addLinks(row, probe);
        result.matches[r] = reduce(row, probe);
    }
    return result;
}

Match BlockMatcher::reduce(float *scores, const Probe &probe) const
{
    Match match;
    if (probe.ownProfile >= 0) {
        const int column = m_gallery.columnOf(probe.ownProfile);
        match.own = ticksOf({column, scores[column]});
    }
    for (const Sex sex : kAllSexes) {
        if (sex == probe.sex)
            continue;
        const Top other = top(scores, m_gallery.of(sex));
        match.others[static_cast<std::size_t>(sex)] = ticksOf(other);
        if (other.column >= 0 && ticksOf(other) > match.cross) {
            match.cross = ticksOf(other);
            match.crossProfile = m_gallery.profileAt(other.column);
        }
    }
    const Gallery::Range same = m_gallery.of(probe.sex);
    const Top best = top(scores, same);
    if (best.column < 0)
        return match;
    match.best = ticksOf(best);
    match.bestProfile = m_gallery.profileAt(best.column);
    scores[best.column] = -2; // the row is read once more, for the runner-up
    if (same.size() > 1) {
        const Top second = top(scores, same);
        match.second = ticksOf(second);
        match.secondProfile = m_gallery.profileAt(second.column);
    }
    return match;
}

void BlockMatcher::addPairs(const float *scores)
{
    for (int c = 0; c < m_gallery.columns(); ++c)
        ++m_totals.pairs[static_cast<std::size_t>(ticksOf({c, scores[c]}) - ScoreCounts::kLowest)];
}

void BlockMatcher::addLinks(const float *scores, const Probe &probe)
{
    const Gallery::Range range = m_gallery.of(probe.sex);
    const auto own = static_cast<std::uint64_t>(probe.ownProfile) << 32;
    for (int c = range.begin; c < range.end; ++c) {
        if (ticksOf({c, scores[c]}) >= m_threshold && m_gallery.profileAt(c) != probe.ownProfile)
            ++m_totals.links[own | static_cast<std::uint64_t>(m_gallery.profileAt(c))];
    }
}

void BlockMatcher::addToMean(const float *vector, int profile)
{
    const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
    std::int64_t *sums = m_totals.sums.data() + static_cast<std::size_t>(profile) * dimension;
    for (std::size_t i = 0; i < dimension; ++i)
        sums[i] += static_cast<std::int64_t>(static_cast<double>(vector[i]) * kFixedPoint);
}

} // namespace herdbook::reid
