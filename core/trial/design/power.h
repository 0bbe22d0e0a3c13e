// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace herdbook::trial {

/// The limit and the confidence of a certificate.
struct Level
{
    double alpha = 0.05;      ///< the wrong share that must not be exceeded
    double confidence = 0.95; ///< 1 - the chance of a false certificate
};

/// The most errors among n judged units that still certify: the largest k with P(Bin(n, alpha) <= k) <= 1 - confidence; -1 when
/// n is too small for any (under 59 at 5% and 95%).
int allowedErrors(int n, const Level &level = {});

/// How the wrong share at each tested threshold, strict to loose, is to that at the loosest: 1 for the last. What an estimate
/// expects; all 1 where nothing is known, which is the worst case as long as strict matches are no worse than loose ones.
using Shape = std::vector<double>;

/// The chance that the fixed-sequence test certifies its loosest threshold when the true wrong share is `share` there and
/// share * shape[i] at the i-th: exact, over all paths of errors through `judgedAt` (units judged at each threshold, strict to loose,
/// never decreasing). An empty shape: `share` at each.
double certifyProbability(std::span<const int> judgedAt, double share, const Shape &shape = {},
                          const Level &level = {});

/// The largest true share at which certifyProbability is at least `probability`; 0 when even a share of 0 is not certified.
double shareCertifiedWith(double probability, std::span<const int> judgedAt, const Shape &shape = {},
                          const Level &level = {});

} // namespace herdbook::trial
