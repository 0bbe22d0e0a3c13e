// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/gallery.h"
#include "core/reid/estimate/impostors.h"

#include <Eigen/Core>
#include <cmath>
#include <random>

namespace herdbook::reid {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// How often each cluster is drawn, replicates x clusters. std::mt19937_64 is the same everywhere; the standard's distributions
/// are not, so the draw is our own.
Rows drawClusters(int replicates, int clusters, std::uint64_t seed)
{
    Rows draws = Rows::Zero(replicates, clusters);
    std::mt19937_64 generator(seed);
    for (int r = 0; r < replicates; ++r) {
        for (int c = 0; c < clusters; ++c) {
            const std::uint64_t high = generator() >> 32;
            draws(r, static_cast<int>((high * static_cast<std::uint64_t>(clusters)) >> 32)) += 1;
        }
    }
    return draws;
}

} // namespace

std::vector<double> bootstrapVariance(const Evidence &evidence, std::span<const int> grid, int replicates,
                                      std::uint64_t seed)
{
    std::vector<double> variance(grid.size());
    const int clusters = evidence.clusters();
    if (clusters < 2 || replicates < 2)
        return variance;
    const Rows draws = drawClusters(replicates, clusters, seed);
    const Eigen::Map<const Eigen::VectorXf> trials(evidence.clusterTrials.data(), clusters);
    const Eigen::Map<const Rows> exceeding(evidence.clusterExceeding.data(), clusters,
                                           static_cast<Eigen::Index>(grid.size()));
    const Eigen::ArrayXf drawn = (draws * trials).array();
    const Rows exceeded = draws * exceeding;
    const Eigen::ArrayXd sums = exceeding.cast<double>().colwise().sum();
    for (std::size_t g = 0; g < grid.size(); ++g) {
        const auto column = static_cast<Eigen::Index>(g);
        const double p = sums(column) / static_cast<double>(evidence.trials);
        if (p <= 0 || p >= 1)
            continue;
        double sum = 0;
        double squares = 0;
        for (Eigen::Index r = 0; r < draws.rows(); ++r) {
            const double off = static_cast<double>(exceeded(r, column)) / static_cast<double>(drawn(r)) - p;
            sum += off;
            squares += off * off;
        }
        const double ofShare = (squares - sum * sum / replicates) / (replicates - 1);
        // The exponent is a smooth function of the share: its slope carries the variance over (delta method).
        const auto k = static_cast<double>(evidence.exponent[static_cast<std::size_t>(grid[g])]);
        const double slope = k * std::pow(1 - p, k - 1);
        variance[g] = std::max(0.0, ofShare) * slope * slope;
    }
    return variance;
}

} // namespace herdbook::reid
