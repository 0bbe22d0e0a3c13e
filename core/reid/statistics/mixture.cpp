// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/description.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace herdbook::reid {

namespace {

constexpr double kLeastSd = 1e-4; // one tick: keeps a component from collapsing on one value

double normalDensity(double x, const Component &c)
{
    const double z = (x - c.mean) / c.sd;
    return c.weight * std::exp(-0.5 * z * z) / (c.sd * std::sqrt(2 * std::numbers::pi));
}

/// Each component starts at the mean of its k-th of the sample.
std::vector<Component> startAtQuantiles(WeightedSample sample, int k, double total)
{
    std::vector<Component> start;
    std::size_t i = 0;
    double left = sample.weights.empty() ? 0 : sample.weights[0];
    for (int c = 0; c < k; ++c) {
        double need = total / k;
        double weight = 0;
        double sum = 0;
        double squares = 0;
        while (need > 0 && i < sample.values.size()) {
            const double take = std::min(need, left);
            weight += take;
            sum += take * sample.values[i];
            squares += take * sample.values[i] * sample.values[i];
            need -= take;
            left -= take;
            if (left <= 0 && ++i < sample.values.size())
                left = sample.weights[i];
        }
        const double mean = sum / weight;
        start.push_back({1.0 / k, mean, std::sqrt(std::max(squares / weight - mean * mean, kLeastSd * kLeastSd))});
    }
    return start;
}

/// One step of EM in place; the log-likelihood of the components it was given.
double step(WeightedSample sample, std::vector<Component> &components, double total)
{
    struct Sums
    {
        double weight = 0, first = 0, second = 0;
    };
    std::vector<Sums> sums(components.size());
    std::vector<double> parts(components.size());
    double logLikelihood = 0;
    for (std::size_t i = 0; i < sample.values.size(); ++i) {
        double density = 0;
        for (std::size_t c = 0; c < components.size(); ++c)
            density += parts[c] = normalDensity(sample.values[i], components[c]);
        density = std::max(density, std::numeric_limits<double>::min());
        logLikelihood += sample.weights[i] * std::log(density);
        for (std::size_t c = 0; c < components.size(); ++c) {
            const double share = sample.weights[i] * parts[c] / density;
            const double off = sample.values[i] - components[c].mean; // about the old mean: no cancellation
            sums[c].weight += share;
            sums[c].first += share * off;
            sums[c].second += share * off * off;
        }
    }
    for (std::size_t c = 0; c < components.size(); ++c) {
        const double weight = std::max(sums[c].weight, 1e-12);
        const double move = sums[c].first / weight;
        components[c].weight = weight / total;
        components[c].mean += move;
        components[c].sd = std::sqrt(std::max(sums[c].second / weight - move * move, kLeastSd * kLeastSd));
    }
    return logLikelihood;
}

} // namespace

std::optional<Mixture> fitMixture(WeightedSample sample, int k, double tolerance, int maxIterations)
{
    if (k < 1 || sample.values.size() < static_cast<std::size_t>(2 * k))
        return std::nullopt;
    const double total = std::accumulate(sample.weights.begin(), sample.weights.end(), 0.0);
    Mixture mixture;
    mixture.components = startAtQuantiles(sample, k, total);
    double last = -std::numeric_limits<double>::infinity();
    for (; mixture.iterations < maxIterations; ++mixture.iterations) {
        std::vector<Component> next = mixture.components;
        mixture.logLikelihood = step(sample, next, total);
        mixture.converged = mixture.logLikelihood - last <= tolerance * total;
        if (mixture.converged)
            break;
        last = mixture.logLikelihood;
        mixture.components = std::move(next);
    }
    mixture.bic = (3 * k - 1) * std::log(total) - 2 * mixture.logLikelihood;
    std::ranges::sort(mixture.components, {}, &Component::mean);
    return mixture;
}

double localFalseDiscoveryRate(const Mixture &mixture, double x)
{
    if (mixture.components.empty())
        return std::numeric_limits<double>::quiet_NaN();
    double all = 0;
    for (const Component &c : mixture.components)
        all += normalDensity(x, c);
    return all > 0 ? normalDensity(x, mixture.components.front()) / all : 0;
}

std::optional<double> localFalseDiscoveryPoint(const Mixture &mixture, double level)
{
    if (mixture.components.size() != 2)
        return std::nullopt;
    double low = mixture.components[0].mean;
    double high = mixture.components[1].mean;
    if (localFalseDiscoveryRate(mixture, low) < level || localFalseDiscoveryRate(mixture, high) > level)
        return std::nullopt;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (localFalseDiscoveryRate(mixture, middle) > level ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace herdbook::reid
