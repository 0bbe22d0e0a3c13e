// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace herdbook::reid {

/// An interval for a share, 0 <= lower <= upper <= 1.
struct Interval
{
    double lower = 0;
    double upper = 1;
};

/// Wilson's score interval for `errors` of n, two-sided. [0, 1] when n is 0. (Wilson 1927)
Interval wilson(std::uint64_t errors, std::uint64_t n, double confidence = 0.95);

/// Clopper and Pearson's exact interval, two-sided; `errors` and n may be fractional (effective counts), errors <= n.
/// [0, 1] when n is 0. (Clopper & Pearson 1934)
Interval clopperPearson(double errors, double n, double confidence = 0.95);

/// The exact one-sided upper bound; fractional counts as above. 1 when n is 0.
double clopperPearsonUpper(double errors, double n, double confidence = 0.95);

/// P(Bin(n, p) <= k).
double binomialCdf(std::uint64_t k, std::uint64_t n, double p);

/// The least n for which `errors` errors still certify a share under `alpha`: P(Bin(n, alpha) <= errors) <= 1 - confidence.
std::uint64_t leastTrials(std::uint64_t errors, double alpha = 0.05, double confidence = 0.95);

} // namespace herdbook::reid
