// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/blockmatcher.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace herdbook::reid {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A product's last bits depend on where in the matrix its row stands. What lies this near to another product or to the border of a tick
/// is computed again, so that the order of the rows changes nothing.
constexpr float kDoubt = 1e-6F;

Ticks ticksOf(double score)
{
    return static_cast<Ticks>(std::lrint(std::clamp(score, -1.0, 1.0) * kTicksPerUnit));
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
        const Row row{m_scores.data() + r * stride, block.vectors.data() + r * dimension};
        if (probe.countPairs)
            addPairs(row);
        if (probe.ownProfile >= 0)
            addToMean(row.vector, probe.ownProfile);
        if (probe.links)
            addLinks(row, probe);
        result.matches[r] = reduce(row, probe);
    }
    return result;
}

double BlockMatcher::exact(const Row &row, int column) const
{
    const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
    return std::inner_product(row.vector, row.vector + dimension,
                              m_gallery.weights() + static_cast<std::size_t>(column) * dimension, 0.0, std::plus(),
                              [](double a, double b) { return a * b; });
}

Ticks BlockMatcher::ticks(const Row &row, int column) const
{
    const double score = static_cast<double>(row.scores[column]);
    const double border = std::abs(score * kTicksPerUnit - std::floor(score * kTicksPerUnit) - .5) / kTicksPerUnit;
    return ticksOf(border > static_cast<double>(kDoubt) ? score : exact(row, column));
}

int BlockMatcher::top(const Row &row, Gallery::Range range) const
{
    if (range.size() == 0)
        return -1;
    const Eigen::Map<const Eigen::ArrayXf> scores(row.scores + range.begin, range.size());
    Eigen::Index first = 0;
    const float least = scores.maxCoeff(&first) - kDoubt;
    const auto best = range.begin + static_cast<int>(first);
    if ((scores >= least).count() == 1)
        return best;
    int nearest = -1;
    double score = -2;
    for (int column = range.begin; column < range.end; ++column) {
        if (row.scores[column] < least)
            continue;
        if (const double other = exact(row, column); other > score) {
            nearest = column;
            score = other;
        }
    }
    return nearest;
}

Match BlockMatcher::reduce(const Row &row, const Probe &probe) const
{
    Match match;
    if (probe.ownProfile >= 0)
        match.own = ticks(row, m_gallery.columnOf(probe.ownProfile));
    for (const Sex sex : kAllSexes) {
        const int other = sex == probe.sex ? -1 : top(row, m_gallery.of(sex));
        if (other < 0)
            continue;
        const Ticks score = ticks(row, other);
        match.others[static_cast<std::size_t>(sex)] = score;
        if (score > match.cross) {
            match.cross = score;
            match.crossProfile = m_gallery.profileAt(other);
        }
    }
    const Gallery::Range same = m_gallery.of(probe.sex);
    const int best = top(row, same);
    if (best < 0)
        return match;
    match.best = ticks(row, best);
    match.bestProfile = m_gallery.profileAt(best);
    if (same.size() > 1) {
        row.scores[best] = -2; // the row is read once more, for the runner-up
        const int second = top(row, same);
        match.second = ticks(row, second);
        match.secondProfile = m_gallery.profileAt(second);
    }
    return match;
}

void BlockMatcher::addPairs(const Row &row)
{
    for (int c = 0; c < m_gallery.columns(); ++c)
        ++m_totals.pairs[static_cast<std::size_t>(ticks(row, c) - ScoreCounts::kLowest)];
}

void BlockMatcher::addLinks(const Row &row, const Probe &probe)
{
    const Gallery::Range range = m_gallery.of(probe.sex);
    const auto own = static_cast<std::uint64_t>(probe.ownProfile) << 32;
    for (int c = range.begin; c < range.end; ++c) {
        if (ticks(row, c) >= m_threshold && m_gallery.profileAt(c) != probe.ownProfile)
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
