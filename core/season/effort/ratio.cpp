// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/ratio.h"

#include "core/season/effort/reach.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace herdbook::season {

namespace {

/// One stratum's parts of the Mantel-Haenszel sums.
struct Parts
{
    double x = 0; ///< y1 e0 / T
    double z = 0; ///< y0 e1 / T
};
using Strata = std::map<CellKey, Parts>;

struct Cluster
{
    double variance = 0; ///< of the log ratio
    double size = 0;     ///< as how many equally large clusters they count
};

Cluster clustered(const Strata &strata, double ratio, double total, const std::function<CellKey(const CellKey &)> &key)
{
    std::map<CellKey, std::pair<double, double>> clusters; // residual, weight
    for (const auto &[stratum, parts] : strata) {
        auto &[residual, weight] = clusters[key(stratum)];
        residual += parts.x - ratio * parts.z;
        weight += parts.x + ratio * parts.z;
    }
    double sum = 0;
    double squares = 0;
    double residuals = 0;
    for (const auto &[id, cluster] : clusters) {
        sum += cluster.second;
        squares += cluster.second * cluster.second;
        residuals += cluster.first * cluster.first;
    }
    const double n = squares > 0 ? sum * sum / squares : 0;
    return {n > 1 + 1e-9 ? n / (n - 1) * residuals / (total * total) : 0, n};
}

CellKey ofBlock(const CellKey &key)
{
    return {0, key.block};
}

CellKey ofCamera(const CellKey &key)
{
    return {key.camera, 0};
}

CellKey ofBoth(const CellKey &key)
{
    return key;
}

Cells summed(const Cells &cells, bool aligned)
{
    if (aligned)
        return cells;
    Cells sums;
    for (const auto &[key, tally] : cells)
        sums[ofCamera(key)] += tally;
    return sums;
}

struct Candidate
{
    double variance = 0;
    double freedom = 0;
};

} // namespace

bool isAligned(int days, int otherDays)
{
    constexpr int LeastDays = 42;
    return std::min(days, otherDays) >= LeastDays && std::abs(days - otherDays) <= 1;
}

std::optional<RateRatio> stratifiedRatio(const Cells &one, const Cells &other, bool aligned, double alpha)
{
    constexpr int LeastCameras = 5; // fewer are no sample of cameras
    const Cells side1 = summed(one, aligned);
    const Cells side0 = summed(other, aligned);
    Strata strata;
    double a = 0;
    double b = 0;
    double model = 0;
    double days1 = 0;
    double days0 = 0;
    for (const auto &[key, first] : side1) {
        const auto found = side0.find(key);
        if (found == side0.end() || first.days <= 0 || found->second.days <= 0)
            continue;
        const Tally &second = found->second;
        const double all = first.days + second.days;
        const Parts parts{first.count * second.days / all, second.count * first.days / all};
        strata.emplace(key, parts);
        a += parts.x;
        b += parts.z;
        model += (first.count + second.count) * first.days * second.days / (all * all);
        days1 += first.days;
        days0 += second.days;
    }
    if (a + b <= 0)
        return std::nullopt;
    RateRatio result;
    result.hasZero = a <= 0 || b <= 0;
    if (result.hasZero) {
        const double share = days0 / (days1 + days0);
        a += share / 2;
        b += (1 - share) / 2;
        model += share * (1 - share);
    }
    result.ratio = a / b;
    const double base = model / (a * b);

    std::set<int> cameras;
    for (const auto &[key, parts] : strata)
        cameras.insert(key.camera);
    const auto used = [&](const Cells &cells) {
        Cells kept;
        for (const auto &[key, tally] : cells) {
            if (strata.contains(aligned ? key : ofCamera(key)))
                kept.emplace(key, tally);
        }
        return kept;
    };
    const auto cameraCount = static_cast<double>(cameras.size());
    std::vector<Candidate> candidates;
    if (aligned) {
        const Cluster blocks = clustered(strata, result.ratio, a, ofBlock);
        if (blocks.size > 2) {
            candidates.push_back({std::max(blocks.variance, base), blocks.size - 1});
            if (cameraCount >= LeastCameras) {
                const double places = clustered(strata, result.ratio, a, ofCamera).variance;
                const double both = clustered(strata, result.ratio, a, ofBoth).variance;
                candidates.push_back({std::max({blocks.variance + places - both, blocks.variance, places, base}),
                                      std::min(blocks.size, cameraCount) - 1});
            }
        }
    }
    if (!aligned || cameraCount < LeastCameras) {
        const Pearson p1 = pearsonOf(used(one));
        const Pearson p0 = pearsonOf(used(other));
        const double blocks = p1.blocks + p0.blocks;
        if (blocks >= 4) {
            result.dispersion = std::max(1.0, (p1.sum + p0.sum) / (blocks - 2) * (1 + 2 / blocks));
            candidates.push_back({base * result.dispersion, blocks - 2});
        }
    }
    result.hasInterval = false;
    for (const Candidate &candidate : candidates) {
        const LogInterval interval = logInterval(result.ratio, candidate.variance, candidate.freedom, alpha);
        if (result.hasInterval && interval.high <= result.high)
            continue;
        result.hasInterval = true;
        result.low = interval.low;
        result.high = interval.high;
        result.pValue = interval.pValue;
    }
    return result;
}

} // namespace herdbook::season
