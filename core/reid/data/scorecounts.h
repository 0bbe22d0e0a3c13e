// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <cstddef>
#include <vector>

namespace herdbook::reid {

/// How often each score from -1 to 1 occurs, tick by tick: an exact, mergeable sketch of a score distribution.
/// Counts at or above any threshold, quantiles and histograms of any bin width come from it without the scores.
class ScoreCounts
{
public:
    static constexpr int kLowest = -kTicksPerUnit;
    static constexpr int kValues = 2 * kTicksPerUnit + 1;

    /// kNoScore is ignored; anything beyond -1..1 counts at the edge.
    void add(int ticks, std::uint32_t times = 1);
    void add(const ScoreCounts &other);

    std::uint64_t total() const { return m_total; }
    bool empty() const { return m_total == 0; }

    /// How many scores equal `ticks`.
    std::uint32_t count(int ticks) const;

    /// How many scores are at or above each threshold tick 0..10000 (10,001 entries).
    std::vector<std::uint32_t> atOrAbove() const;

    /// How many scores are at or above one threshold, in ticks.
    std::uint64_t atOrAbove(int ticks) const;

    /// The k-th smallest score, k in 0..total-1, in ticks. kNoScore when there is none.
    int orderStatistic(std::uint64_t k) const;

    /// Quantile of type 7 (linear between order statistics), q in 0..1, as a cosine. NaN when empty.
    double quantile(double q) const;

    double median() const { return quantile(0.5); }
    double mean() const;
    double standardDeviation() const; ///< of the sample (n - 1)
    int lowest() const;               ///< in ticks; kNoScore when empty
    int highest() const;

    /// Bins [from + i width, from + (i + 1) width); a score at the upper edge of the last bin belongs to it.
    std::vector<std::uint32_t> histogram(double from, double to, double width) const;

    /// Distinct values with weights, `step` ticks to a bin, each bin at its middle: input of density, mixture and Otsu.
    struct Weighted
    {
        std::vector<double> values;
        std::vector<double> weights;
    };
    Weighted weighted(int step) const;

private:
    std::vector<std::uint32_t> m_counts; ///< empty until the first score
    std::uint64_t m_total = 0;
};

} // namespace herdbook::reid
