// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/intruders.h"

#include "core/reid/compute/parallel.h"

#include <Eigen/Core>
#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace herdbook::reid {

namespace {

/// The constants, fitted on the tuning sets.
constexpr std::size_t kFewestBursts = 16;
constexpr double kStandsOut = 2.5; ///< of the first principal axis: its variance over the second one's
constexpr double kTwoLumps = .9; ///< of the variance on it, what two means explain; 2/pi where there is one normal lump

constexpr std::size_t kMostBursts = 128;
constexpr int kLoosest = 2000, kStep = 200;
constexpr std::size_t kSteps = (kTicksPerUnit - kLoosest) / kStep + 1;
constexpr int kAssigned = kTicksPerUnit + 1; ///< the level of what is assigned already
constexpr int kRounds = 20;

/// The detections of one burst that have, or at some threshold would be given, one profile.
struct Burst
{
    int level = kNoScore;     ///< the strictest threshold at which it has any
    std::vector<Ticks> added; ///< of the unassigned ones, their scores
    std::vector<std::uint32_t> subjects;

    std::size_t addedAt(int threshold) const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(added, [threshold](int score) { return score >= threshold; }));
    }
};

/// In the order of their first detections. @param subjects ascending.
std::vector<Burst> burstsOf(const Herd &herd, Sex sex, const std::vector<std::uint32_t> &subjects)
{
    std::map<std::int32_t, std::size_t> places;
    std::vector<Burst> bursts;
    for (const std::uint32_t i : subjects) {
        const Subject &subject = herd.subjects[i];
        const auto [place, isNew] = places.emplace(subject.burst, bursts.size());
        if (isNew)
            bursts.emplace_back();
        Burst &burst = bursts[place->second];
        const Ticks best = subject.best[static_cast<std::size_t>(sex)];
        const bool unassigned = subject.role == Subject::Role::Unassigned;
        burst.level = std::max(burst.level, unassigned ? static_cast<int>(best) : kAssigned);
        if (unassigned)
            burst.added.push_back(best);
        burst.subjects.push_back(i);
    }
    return bursts;
}

/// A principal axis of centered vectors, in terms of these.
struct Axis
{
    float variance = 0; ///< times their number
    Eigen::VectorXf weights;
};

using Products = Eigen::Ref<const Eigen::MatrixXf>;

/// Power iteration: an axis that doesn't stand out isn't found exactly, nor needs it be. @param other to be at a right angle to; null: none.
Axis principalAxis(const Products &products, const Axis *other)
{
    const auto centered = [other](Eigen::VectorXf v) {
        v.array() -= v.mean();
        if (other)
            v -= other->weights * other->weights.dot(v);
        return v;
    };
    Eigen::Index longest = 0;
    products.diagonal().maxCoeff(&longest);
    Axis axis{0, centered(products.col(longest))};
    for (int round = 0; round < kRounds && axis.weights.norm() > 0; ++round) {
        axis.weights.normalize();
        Eigen::VectorXf next = centered(products * axis.weights);
        axis.variance = next.norm();
        std::swap(axis.weights, next);
    }
    if (axis.variance > 0)
        axis.weights.normalize();
    return axis;
}

/// Where two means part the weights of an axis, and which share of their variance is between the two.
struct Parting
{
    float at = 0;
    double explained = 0;
};

Parting partInTwo(const Eigen::VectorXf &weights)
{
    std::vector<float> sorted(weights.begin(), weights.end());
    std::ranges::sort(sorted);
    const auto n = static_cast<double>(sorted.size());
    Parting best;
    double sum = 0; // all of them sum up to 0, their squares to 1
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        sum += static_cast<double>(sorted[i - 1]);
        const auto lower = static_cast<double>(i);
        const double between = sum * sum * n / (lower * (n - lower));
        if (between > best.explained)
            best = {(sorted[i - 1] + sorted[i]) / 2, between};
    }
    return best;
}

/// Which of the vectors lie on the other side than the founder; nothing where they are no two animals.
std::vector<bool> apartFromFounder(const Products &products, const Eigen::VectorXf &withFounder)
{
    const Axis axis = principalAxis(products, nullptr);
    if (!(axis.variance > 0))
        return {};
    const Parting parting = partInTwo(axis.weights);
    if (parting.explained < kTwoLumps ||
        axis.variance < static_cast<float>(kStandsOut) * principalAxis(products, &axis).variance)
        return {};
    const float founder = axis.weights.dot(withFounder - products.rowwise().mean()) / axis.variance;
    std::vector<bool> apart;
    for (const float weight : axis.weights)
        apart.push_back((weight > parting.at) != (founder > parting.at));
    return apart;
}

/// Per step of the threshold, what is expected to be of a second animal under one profile.
std::vector<double> intrudersOf(std::vector<Burst> bursts, const Herd &herd, const Panels &panels,
                                std::span<const float> founder)
{
    std::vector<double> counts(kSteps);
    if (bursts.size() < kFewestBursts)
        return counts;
    std::vector<Burst> looked;
    const std::size_t most = std::min(bursts.size(), kMostBursts);
    for (std::size_t i = 0; i < most; ++i) // evenly, where there are more
        looked.push_back(bursts[i * bursts.size() / most]);
    std::ranges::stable_sort(looked, std::greater(), &Burst::level);

    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto dimension = static_cast<Eigen::Index>(founder.size());
    Rows means = Rows::Zero(static_cast<Eigen::Index>(most), dimension);
    for (std::size_t i = 0; i < most; ++i) {
        auto mean = means.row(static_cast<Eigen::Index>(i));
        for (const std::uint32_t subject : looked[i].subjects)
            mean += Eigen::Map<const Eigen::RowVectorXf>(panels.vectorOf(herd.subjects[subject].detection).data(),
                                                         dimension);
        mean /= static_cast<float>(looked[i].subjects.size());
    }
    const Eigen::MatrixXf products = means * means.transpose();
    const Eigen::VectorXf withFounder = means * Eigen::Map<const Eigen::VectorXf>(founder.data(), dimension);

    std::vector<bool> apart;
    std::size_t last = 0;
    for (std::size_t step = 0; step < kSteps; ++step) {
        const int threshold = kLoosest + static_cast<int>(step) * kStep;
        const auto reaching = static_cast<std::size_t>(std::ranges::count_if(
            looked, [threshold](int level) { return level >= threshold; }, &Burst::level));
        if (reaching < kFewestBursts)
            break;
        if (reaching != last) {
            const auto n = static_cast<Eigen::Index>(reaching);
            apart = apartFromFounder(products.topLeftCorner(n, n), withFounder.head(n));
            last = reaching;
        }
        std::size_t seen = 0;
        std::size_t of = 0; // an intruder
        for (std::size_t i = 0; i < apart.size(); ++i) {
            const std::size_t added = looked[i].addedAt(threshold);
            seen += added;
            of += apart[i] ? added : 0;
        }
        std::size_t all = 0;
        for (const Burst &burst : bursts)
            all += of > 0 ? burst.addedAt(threshold) : 0;
        if (of > 0)
            counts[step] = static_cast<double>(of) * static_cast<double>(all) / static_cast<double>(seen);
    }
    return counts;
}

} // namespace

std::vector<double> countIntruders(const Herd &herd, Sex sex, const DecoyPlan &plan, const Panels &panels,
                                   const Grid &grid, int threads, const std::stop_token &stop)
{
    const auto s = static_cast<std::size_t>(sex);
    std::vector<std::vector<std::uint32_t>> ofProfile(herd.profileCount(sex));
    for (const std::uint32_t i : plan.rows) {
        if (herd.subjects[i].best[s] >= kLoosest)
            ofProfile[static_cast<std::size_t>(herd.subjects[i].place)].push_back(i);
    }
    for (const std::uint32_t i : plan.mates)
        ofProfile[static_cast<std::size_t>(herd.subjects[i].own)].push_back(i);

    std::vector<std::vector<double>> counts(ofProfile.size());
    inParallel(threads, ofProfile.size(), stop, 0, [&](std::size_t place, int &) {
        std::ranges::sort(ofProfile[place]);
        counts[place] = intrudersOf(burstsOf(herd, sex, ofProfile[place]), herd, panels,
                                    panels.profileVector(herd.profiles[s][place]));
    });
    std::vector<double> curve(grid.size());
    for (std::size_t t = 0; t < grid.size(); ++t) {
        // Between two steps what the looser one says.
        const auto step = static_cast<std::size_t>(std::max(0, grid.ticks()[t] - kLoosest) / kStep);
        for (const std::vector<double> &ofOne : counts)
            curve[t] += ofOne.empty() ? 0 : ofOne[step];
    }
    return curve;
}

} // namespace herdbook::reid
