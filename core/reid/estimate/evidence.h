// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace herdbook::reid {

/// Thresholds at which the bootstrap is evaluated: 0.200, 0.201 .. 1.000 and every tested one, ascending ticks. Between two of
/// them a bound is taken from the looser one, which can only be larger.
std::vector<int> boundGrid(std::span<const double> tested);

/// Impostor searches of one sex by one method: how often the best wrong profile reaches each threshold.
struct Evidence
{
    std::uint64_t trials = 0;
    int undefinedUpTo = -1;               ///< nothing is known at this tick and looser ones
    std::vector<std::uint32_t> exceeding; ///< searches that exceed, per threshold tick 0..10000
    std::vector<float> exponent;          ///< correction to the whole gallery's size, per tick
    std::vector<float> clusterTrials;     ///< per profile with at least one search
    std::vector<float> clusterExceeding;  ///< those profiles x bound grid

    int clusters() const { return static_cast<int>(clusterTrials.size()); }
    bool definedAt(int tick) const { return trials > 0 && tick > undefinedUpTo; }
    /// FPIR = 1 - (1 - p)^exponent with p = exceeding / trials; defined thresholds only.
    double rate(int tick) const;
};

/// Collects searches, each of which exceeds on intervals of thresholds.
class EvidenceBuilder
{
public:
    EvidenceBuilder(std::size_t clusters, std::span<const int> grid);

    /// One more search of a cluster.
    void addTrial(std::size_t cluster) { ++m_trials[cluster]; }
    /// It exceeds at every threshold tick in (above, upTo], and counts with this exponent there.
    void addExceeding(std::size_t cluster, int above, int upTo, double exponent);

    /// @param undefinedUpTo as in Evidence. @param exponent where nothing exceeds.
    Evidence build(int undefinedUpTo, double exponent) const;

private:
    std::span<const int> m_grid;
    std::vector<std::uint32_t> m_trials;
    std::vector<std::int64_t> m_exceeding; ///< differences by tick
    std::vector<double> m_exponents;       ///< differences by tick, weighted
    std::vector<std::int32_t> m_byCluster; ///< differences, clusters x (grid + 1)
};

} // namespace herdbook::reid
