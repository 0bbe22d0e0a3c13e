// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/matching.h"

#include <unordered_map>

namespace herdbook::reid {

/// Rows that are multiplied at once. Fixed, so that a score doesn't depend on how the work is divided.
inline constexpr int kBlockRows = 512;

/// Consecutive detections with their vectors, and afterwards their matches.
struct Block
{
    explicit Block(int dimension) : vectors(static_cast<std::size_t>(kBlockRows) * static_cast<std::size_t>(dimension))
    {
    }

    std::size_t first = 0;      ///< index of the first row's detection
    std::vector<float> vectors; ///< kBlockRows x dimension
    std::vector<Probe> probes;  ///< one per row, at most kBlockRows
    std::vector<bool> present;  ///< per row: whether there is a vector

    /// The place of the next row's vector, which add() then takes in.
    std::span<float> next();
    void add(const Probe &probe, bool hasVector);
    bool full() const { return probes.size() == kBlockRows; }
    void clear(std::size_t firstRow);

private:
    std::size_t dimension() const { return vectors.size() / kBlockRows; }
};

/// What a block gives.
struct BlockResult
{
    std::size_t first = 0;
    std::vector<Match> matches;
    std::vector<VectorState> states;
    std::vector<float> vectors;    ///< of the rows that count, where they are kept
    std::vector<std::size_t> kept; ///< their detections
};

/// What a matcher counts over its blocks. Sums that don't depend on their order.
struct BlockTotals
{
    std::vector<std::uint32_t> pairs; ///< by tick, from ScoreCounts::kLowest
    std::vector<std::int64_t> sums;   ///< vectors of each profile's detections, profiles x dimension, fixed point
    std::unordered_map<std::uint64_t, std::uint32_t> links; ///< by from << 32 | to

    void add(const BlockTotals &other);
};

/// Multiplies blocks with a gallery and reduces the products row by row; holds one block's scores at a time. One per thread.
class BlockMatcher
{
public:
    /// @param threshold in force, in ticks.
    BlockMatcher(const Gallery &gallery, int threshold);

    /// Normalizes the block's vectors in place, then matches them.
    BlockResult match(Block &block);

    const BlockTotals &totals() const { return m_totals; }

private:
    /// One detection's scores on all columns, and its vector.
    struct Row
    {
        float *scores;
        const float *vector;
    };

    double exact(const Row &row, int column) const;
    Ticks ticks(const Row &row, int column) const;
    /// The column of a range with the highest score, the first of equal ones; -1 where the range is empty.
    int top(const Row &row, Gallery::Range range) const;
    Match reduce(const Row &row, const Probe &probe) const;
    void addPairs(const Row &row);
    void addLinks(const Row &row, const Probe &probe);
    void addToMean(const float *vector, int profile);

    const Gallery &m_gallery;
    int m_threshold;
    std::vector<float> m_scores; ///< kBlockRows x padded columns
    BlockTotals m_totals;
};

} // namespace herdbook::reid
