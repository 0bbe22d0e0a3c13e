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

/// The best of `wanted` neighboring columns of a range, going round at its end.
float bestOfRun(const float *scores, Gallery::Range range, int start, int wanted)
{
    const int from = range.begin + start;
    const int inFront = std::max(0, from + wanted - range.end);
    return std::max(largest(scores, from, from + wanted - inFront),
                    largest(scores, range.begin, range.begin + inFront));
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

BlockMatcher::BlockMatcher(const Gallery &gallery)
    : m_gallery(gallery),
      m_scores(static_cast<std::size_t>(kBlockRows) * static_cast<std::size_t>(gallery.paddedColumns())),
      m_sums(static_cast<std::size_t>(gallery.columns()) * static_cast<std::size_t>(gallery.dimension()))
{
    for (auto &ofSex : m_pairs) {
        for (auto &counts : ofSex)
            counts.resize(ScoreCounts::kValues);
    }
}

BlockResult BlockMatcher::match(Block &block)
{
    const auto rows = block.probes.size();
    const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
    const auto stride = static_cast<std::size_t>(m_gallery.paddedColumns());
    BlockResult result{block.first, std::vector<Match>(rows), std::vector<VectorState>(rows), {}};
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
            addPairs(row, probe.sex);
        if (probe.ownProfile >= 0)
            addToMean(block.vectors.data() + r * dimension, probe.ownProfile);
        if (probe.keepMates) {
            const Gallery::Range range = m_gallery.of(probe.sex);
            KeptRow kept{block.first + r, m_gallery.columnOf(probe.ownProfile) - range.begin, probe.sex, {}};
            kept.scores.reserve(static_cast<std::size_t>(range.size()));
            for (int c = range.begin; c < range.end; ++c)
                kept.scores.push_back(ticksOf({c, row[c]}));
            result.kept.push_back(std::move(kept));
        }
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
    const Gallery::Range same = m_gallery.of(probe.sex);
    if (const std::optional<Sex> opposite = oppositeSex(probe.sex)) {
        const Gallery::Range others = m_gallery.of(*opposite);
        if (const Top cross = top(scores, others); cross.column >= 0) {
            match.cross = ticksOf(cross);
            match.crossProfile = m_gallery.profileAt(cross.column);
            const int wanted = std::min(same.size(), others.size());
            if (wanted > 0)
                match.shadow =
                    ticksOf({0, bestOfRun(scores, others, Gallery::shadowStart(probe.shadowHash, others), wanted)});
        }
    }
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

void BlockMatcher::addPairs(const float *scores, Sex sex)
{
    const auto count = [scores](std::vector<std::uint32_t> &counts, Gallery::Range range) {
        for (int c = range.begin; c < range.end; ++c)
            ++counts[static_cast<std::size_t>(scoreTicks(std::clamp(scores[c], -1.0F, 1.0F)) - ScoreCounts::kLowest)];
    };
    auto &counts = m_pairs[static_cast<std::size_t>(sex)];
    count(counts[0], m_gallery.of(sex));
    if (const std::optional<Sex> opposite = oppositeSex(sex))
        count(counts[1], m_gallery.of(*opposite));
}

void BlockMatcher::addToMean(const float *vector, int profile)
{
    const auto dimension = static_cast<std::size_t>(m_gallery.dimension());
    std::int64_t *sums = m_sums.data() + static_cast<std::size_t>(profile) * dimension;
    for (std::size_t i = 0; i < dimension; ++i)
        sums[i] += static_cast<std::int64_t>(static_cast<double>(vector[i]) * kFixedPoint);
}

void BlockMatcher::addTo(std::array<PairCounts, kSexes> &pairs, std::vector<std::int64_t> &sums) const
{
    for (std::size_t sex = 0; sex < kSexes; ++sex) {
        for (int i = 0; i < ScoreCounts::kValues; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (m_pairs[sex][0][at] > 0)
                pairs[sex].same.add(i + ScoreCounts::kLowest, m_pairs[sex][0][at]);
            if (m_pairs[sex][1][at] > 0)
                pairs[sex].cross.add(i + ScoreCounts::kLowest, m_pairs[sex][1][at]);
        }
    }
    sums.resize(m_sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += m_sums[i];
}

} // namespace herdbook::reid
