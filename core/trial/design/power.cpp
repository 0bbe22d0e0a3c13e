// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/design/power.h"

#include "core/reid/statistics/intervals.h"

#include <algorithm>
#include <cmath>

namespace herdbook::trial {

namespace {

/// P(Bin(n, p) = 0..most).
std::vector<double> binomialDensity(int n, double p, int most)
{
    std::vector<double> density(static_cast<std::size_t>(std::min(n, most)) + 1, 0.0);
    for (std::size_t k = 0; k < density.size(); ++k) {
        const auto errors = static_cast<double>(k);
        if (p <= 0 || p >= 1) {
            density[k] = static_cast<int>(k) == (p <= 0 ? 0 : n) ? 1 : 0;
            continue;
        }
        density[k] = std::exp(std::lgamma(n + 1.0) - std::lgamma(errors + 1) - std::lgamma(n - errors + 1) +
                              errors * std::log(p) + (n - errors) * std::log1p(-p));
    }
    return density;
}

} // namespace

int allowedErrors(int n, const Level &level)
{
    int k = -1;
    while (k + 1 < n && reid::binomialCdf(static_cast<std::uint64_t>(k) + 1, static_cast<std::uint64_t>(n),
                                          level.alpha) <= 1 - level.confidence)
        ++k;
    return k;
}

double certifyProbability(std::span<const int> judgedAt, double share, const Shape &shape, const Level &level)
{
    if (judgedAt.empty() || allowedErrors(judgedAt.back(), level) < 0)
        return 0;
    const int most = allowedErrors(judgedAt.back(), level);
    // chance[e]: no test has failed so far and there are e errors. More than `most` can't pass the last test.
    std::vector<double> chance{1.0};
    chance.resize(static_cast<std::size_t>(most) + 1);
    int before = 0;
    double wrongBefore = 0; // expected
    for (std::size_t i = 0; i < judgedAt.size(); ++i) {
        const int n = judgedAt[i];
        const double wrong = share * (i < shape.size() ? shape[i] : 1.0) * n;
        const double shareOfNew = n > before ? std::clamp((wrong - wrongBefore) / (n - before), 0.0, 1.0) : 0.0;
        const std::vector<double> step = binomialDensity(n - before, shareOfNew, most);
        std::vector<double> next(chance.size(), 0.0);
        for (std::size_t e = 0; e < chance.size(); ++e) {
            for (std::size_t more = 0; more < step.size() && e + more < next.size(); ++more)
                next[e + more] += chance[e] * step[more];
        }
        const int allowed = allowedErrors(n, level);
        if (allowed >= 0)
            std::fill(next.begin() + std::min(allowed, most) + 1, next.end(), 0.0);
        chance = std::move(next);
        before = n;
        wrongBefore = wrong;
    }
    double sum = 0;
    for (const double part : chance)
        sum += part;
    return std::min(sum, 1.0);
}

double shareCertifiedWith(double probability, std::span<const int> judgedAt, const Shape &shape, const Level &level)
{
    if (certifyProbability(judgedAt, 0, shape, level) < probability)
        return 0;
    double low = 0;
    double high = 1;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (certifyProbability(judgedAt, middle, shape, level) >= probability ? low : high) = middle;
    }
    return low;
}

} // namespace herdbook::trial
