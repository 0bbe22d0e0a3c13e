// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/matching.h"

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

/// One detection's row for M1.
struct KeptRow
{
    std::size_t detection = 0;
    std::int32_t own = 0; ///< place within the sex's profiles
    Sex sex = Sex::Unknown;
    std::vector<Ticks> scores;
};

/// What a block gives.
struct BlockResult
{
    std::size_t first = 0;
    std::vector<Match> matches;
    std::vector<VectorState> states;
    std::vector<KeptRow> kept;
};

/// Multiplies blocks with a gallery and reduces the products row by row; holds one block's scores at a time. One per thread.
class BlockMatcher
{
public:
    explicit BlockMatcher(const Gallery &gallery);

    /// Normalizes the block's vectors in place, then matches them.
    BlockResult match(Block &block);

    /// Adds what this matcher has counted so far to the totals.
    void addTo(std::array<PairCounts, kSexes> &pairs, std::vector<std::int64_t> &sums) const;

private:
    Match reduce(float *scores, const Probe &probe) const;
    void addPairs(const float *scores, Sex sex);
    void addToMean(const float *vector, int profile);

    const Gallery &m_gallery;
    std::vector<float> m_scores; ///< kBlockRows x padded columns
    std::array<std::array<std::vector<std::uint32_t>, 2>, kSexes> m_pairs;
    std::vector<std::int64_t> m_sums; ///< profiles x dimension, fixed point: sums that don't depend on their order
};

} // namespace herdbook::reid
