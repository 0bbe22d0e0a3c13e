// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/description.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace herdbook::reid {

namespace {

using std::numbers::pi;

constexpr std::size_t kBins = 512; // a power of 2

/// Squares of half the type 2 cosine transform of the binned sample over [from, from + range], from the first on.
std::vector<double> spectrum(WeightedSample sample, double total, double from, double range)
{
    std::array<double, kBins> bins{};
    for (std::size_t i = 0; i < sample.values.size(); ++i) {
        const auto bin = static_cast<std::size_t>((sample.values[i] - from) / range * kBins);
        bins[std::min(bin, kBins - 1)] += sample.weights[i] / total;
    }
    std::array<double, 4 * kBins> cosines{}; // of every multiple of pi / (2 kBins)
    for (std::size_t i = 0; i < cosines.size(); ++i)
        cosines[i] = std::cos(pi * static_cast<double>(i) / (2 * kBins));
    std::vector<double> squares;
    for (std::size_t k = 1; k < kBins; ++k) {
        double sum = 0;
        for (std::size_t j = 0; j < kBins; ++j) {
            if (bins[j] > 0)
                sum += bins[j] * cosines[(k * (2 * j + 1)) & (4 * kBins - 1)];
        }
        squares.push_back(sum * sum);
    }
    return squares;
}

/// The squared norm of the s-th derivative of the density smoothed by time t.
double roughness(const std::vector<double> &squares, int s, double t)
{
    double sum = 0;
    for (std::size_t k = 1; k <= squares.size(); ++k) {
        const double square = static_cast<double>(k) * static_cast<double>(k);
        if (square * pi * pi * t > 200)
            break; // the rest is nothing
        double power = square;
        for (int i = 1; i < s; ++i)
            power *= square;
        sum += power * squares[k - 1] * std::exp(-square * pi * pi * t);
    }
    return 2 * std::pow(pi, 2 * s) * sum;
}

/// t - xi gamma^[7](t).
double fixedPoint(const std::vector<double> &squares, double n, double t)
{
    double f = roughness(squares, 7, t);
    double odds = 1.0 * 3 * 5 * 7 * 9 * 11; // 1 x 3 x ... x (2s - 1)
    for (int s = 6; s >= 2; --s) {
        const double constant = (1 + std::pow(.5, s + .5)) / 3;
        const double time = std::pow(2 * constant * odds / std::sqrt(2 * pi) / n / f, 2.0 / (3 + 2 * s));
        f = roughness(squares, s, time);
        odds /= 2 * s - 1;
    }
    return t - std::pow(2 * n * std::sqrt(pi) * f, -.4);
}

} // namespace

double improvedSheatherJones(WeightedSample sample)
{
    if (sample.values.size() < 2)
        return 0;
    const double n = std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0);
    const double spread = sample.values.back() - sample.values.front();
    const double from = sample.values.front() - spread / 2;
    const double range = 2 * spread;
    const std::vector<double> squares = spectrum(sample, n, from, range);
    double low = 1e-7;
    double high = 1e-7;
    while (high < .1 && !(fixedPoint(squares, n, high) >= 0)) {
        low = high;
        high *= 1.5;
    }
    if (high >= .1)
        return std::sqrt(.28 * std::pow(n, -.4)) * range;
    for (int step = 0; step < 14; ++step) {
        const double middle = (low + high) / 2;
        (fixedPoint(squares, n, middle) >= 0 ? high : low) = middle;
    }
    return std::sqrt(high) * range;
}

} // namespace herdbook::reid
