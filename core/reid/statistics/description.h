// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

/// Description of a one-dimensional sample. None of it decides on a threshold: "no natural break" is a result.
namespace herdbook::reid {

/// A sample as distinct ascending values with positive weights (counts).
struct WeightedSample
{
    std::span<const double> values;
    std::span<const double> weights;
};

/// Silverman's rule of thumb 0.9 min(sd, IQR/1.34) n^-0.2 from the sample's standard deviation (n - 1) and type 7 quartiles.
/// Falls back to sd when the quartiles coincide; 0 when all values are equal or there are under two.
double ruleOfThumbBandwidth(double standardDeviation, double interquartileRange, double n);

/// The bandwidth of a Gaussian kernel by the improved Sheather-Jones rule, which follows several peaks where the rule of thumb flattens
/// them: the fixed point t = xi gamma^[7](t) on a cosine transform of 512 bins, times the range. Values of one kind only give 0;
/// without a fixed point .28 n^-.4 is taken for t. (Botev, Grotowski & Kroese 2010, Annals of Statistics 38, Algorithm 1)
double improvedSheatherJones(WeightedSample sample);

/// Gaussian kernel density of the sample at the points `at`, which integrates to 1. Bandwidth > 0.
std::vector<double> kernelDensity(WeightedSample sample, double bandwidth, std::span<const double> at);

/// A local minimum between two peaks of a density.
struct Valley
{
    double at = 0;    ///< where
    double depth = 0; ///< 1 - density there / density of the lower of the highest peaks either side, 0..1
    double below = 0; ///< share of the sample under it
    bool operator==(const Valley &) const = default;
};

/// Valleys of a density over ascending points, the ones at least `leastDepth` deep and with at least `leastShare` of the area
/// on either side. Empty: no natural break.
std::vector<Valley> valleys(std::span<const double> at, std::span<const double> density, double leastDepth = 0.1,
                            double leastShare = 0.01);

/// A split in two by Otsu's criterion.
struct OtsuSplit
{
    double at = 0;            ///< midway between the two neighboring values
    double below = 0;         ///< weight under it
    double above = 0;         ///< weight over it
    double goodnessOfFit = 0; ///< between-class variance / total variance, 0..1
};

/// The split that leaves the least variance within the classes; nothing when all values are equal.
std::optional<OtsuSplit> otsuSplit(WeightedSample sample);

/// One component of a Gaussian mixture.
struct Component
{
    double weight = 0;
    double mean = 0;
    double sd = 0;
};

/// A Gaussian mixture of k components fitted by EM, components by ascending mean.
struct Mixture
{
    std::vector<Component> components;
    double logLikelihood = 0;
    double bic = 0; ///< p ln n - 2 lnL with p = 3k - 1: less is better
    int iterations = 0;
    bool converged = false;
};

/// Fits k components, started at the k-quantiles of the sample (so the result is deterministic). Nothing for fewer than 2k values.
std::optional<Mixture> fitMixture(WeightedSample sample, int k, double tolerance = 1e-10, int maxIterations = 2000);

/// Share of the lower components' density at x: the local false discovery rate when the lowest is "impostor".
double localFalseDiscoveryRate(const Mixture &mixture, double x);

/// Where the local false discovery rate of a mixture of two falls to `level`, between the two means; nothing when it doesn't.
std::optional<double> localFalseDiscoveryPoint(const Mixture &mixture, double level = 0.5);

} // namespace herdbook::reid
