// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/intervals.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace herdbook::reid {

namespace {

namespace policies = boost::math::policies;
/// Plain doubles and no exceptions: arguments are checked here.
using Policy = policies::policy<policies::promote_double<false>, policies::domain_error<policies::ignore_error>,
                                policies::overflow_error<policies::ignore_error>,
                                policies::evaluation_error<policies::ignore_error>>;

/// Quantile q of Beta(a, b).
double betaQuantile(double q, double a, double b)
{
    return boost::math::ibeta_inv(a, b, q, Policy());
}

} // namespace

Interval wilson(std::uint64_t errors, std::uint64_t n, double confidence)
{
    if (n == 0)
        return {};
    const double z = boost::math::quantile(boost::math::normal_distribution<double, Policy>(), 0.5 + confidence / 2);
    const double size = static_cast<double>(n);
    const double p = static_cast<double>(errors) / size;
    const double z2 = z * z / size;
    const double center = (p + z2 / 2) / (1 + z2);
    const double half = z / (1 + z2) * std::sqrt(p * (1 - p) / size + z2 / (4 * size));
    return {errors == 0 ? 0 : std::max(0.0, center - half), errors == n ? 1 : std::min(1.0, center + half)};
}

Interval clopperPearson(double errors, double n, double confidence)
{
    if (n <= 0)
        return {};
    const double tail = (1 - confidence) / 2;
    const double lower = errors <= 0 ? 0 : betaQuantile(tail, errors, n - errors + 1);
    return {lower, clopperPearsonUpper(errors, n, 1 - tail)};
}

double clopperPearsonUpper(double errors, double n, double confidence)
{
    if (n <= 0 || errors >= n)
        return 1;
    if (errors <= 0)
        return 1 - std::pow(1 - confidence, 1 / n);
    return betaQuantile(confidence, errors + 1, n - errors);
}

double binomialCdf(std::uint64_t k, std::uint64_t n, double p)
{
    if (k >= n)
        return 1;
    return boost::math::ibetac(static_cast<double>(k) + 1, static_cast<double>(n - k), p, Policy());
}

std::uint64_t leastTrials(std::uint64_t errors, double alpha, double confidence)
{
    if (!(alpha > 0) || !(alpha < 1))
        return 0;
    std::uint64_t high = errors + 1;
    while (binomialCdf(errors, high, alpha) > 1 - confidence)
        high *= 2;
    std::uint64_t low = errors;
    while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        (binomialCdf(errors, middle, alpha) > 1 - confidence ? low : high) = middle;
    }
    return high;
}

} // namespace herdbook::reid
