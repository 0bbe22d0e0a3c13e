// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace herdbook::reid {

std::vector<int> boundGrid(std::span<const double> tested)
{
    std::vector<int> grid;
    for (int t = 2000; t <= kTicksPerUnit; t += 10)
        grid.push_back(t);
    for (const double t : tested)
        grid.push_back(std::clamp(thresholdTicks(t), 0, kTicksPerUnit));
    std::ranges::sort(grid);
    grid.erase(std::unique(grid.begin(), grid.end()), grid.end());
    return grid;
}

double Evidence::rate(int tick) const
{
    const auto at = static_cast<std::size_t>(tick);
    const double p = static_cast<double>(exceeding[at]) / static_cast<double>(trials);
    return p >= 1 ? 1 : 1 - std::pow(1 - p, static_cast<double>(exponent[at]));
}

EvidenceBuilder::EvidenceBuilder(std::size_t clusters, std::span<const int> grid)
    : m_grid(grid), m_trials(clusters), m_exceeding(kTicksPerUnit + 2), m_exponents(kTicksPerUnit + 2),
      m_byCluster(clusters * (grid.size() + 1))
{
}

void EvidenceBuilder::addExceeding(std::size_t cluster, int above, int upTo, double exponent)
{
    above = std::max(above, -1);
    upTo = std::min(upTo, kTicksPerUnit);
    if (upTo <= above)
        return;
    const std::size_t first = static_cast<std::size_t>(above) + 1; // -1 wraps to 0
    const std::size_t end = static_cast<std::size_t>(upTo) + 1;
    ++m_exceeding[first];
    --m_exceeding[end];
    m_exponents[first] += exponent;
    m_exponents[end] -= exponent;
    const auto place = [&](int tick) { return std::ranges::upper_bound(m_grid, tick) - m_grid.begin(); };
    std::int32_t *row = m_byCluster.data() + cluster * (m_grid.size() + 1);
    ++row[place(above)];
    --row[place(upTo)];
}

Evidence EvidenceBuilder::build(int undefinedUpTo, double exponent) const
{
    Evidence evidence;
    evidence.trials = std::accumulate(m_trials.begin(), m_trials.end(), std::uint64_t(0));
    evidence.undefinedUpTo = undefinedUpTo;
    std::int64_t count = 0;
    double weighted = 0;
    for (std::size_t t = 0; t <= kTicksPerUnit; ++t) {
        count += m_exceeding[t];
        weighted += m_exponents[t];
        evidence.exceeding.push_back(static_cast<std::uint32_t>(count));
        evidence.exponent.push_back(static_cast<float>(count > 0 ? weighted / static_cast<double>(count) : exponent));
    }
    for (std::size_t c = 0; c < m_trials.size(); ++c) {
        if (m_trials[c] == 0)
            continue;
        evidence.clusterTrials.push_back(static_cast<float>(m_trials[c]));
        const std::int32_t *row = m_byCluster.data() + c * (m_grid.size() + 1);
        std::int32_t exceeding = 0;
        for (std::size_t g = 0; g < m_grid.size(); ++g)
            evidence.clusterExceeding.push_back(static_cast<float>(exceeding += row[g]));
    }
    return evidence;
}

} // namespace herdbook::reid
