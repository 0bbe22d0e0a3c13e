// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/simulate.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>

namespace herdbook::trial {

namespace {

double unit(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11) * 0x1.0p-53;
}

/// leastToPass() with no plant missed, where the maximum over the reviewer's chance is nearly always at 0: an estimate needs no more,
/// and it takes milliseconds.
std::vector<std::optional<int>> roughlyLeast(int items, double alpha, double bound, int judgeable)
{
    const int longest = std::min({items, kLongest, judgeable});
    std::vector<std::optional<int>> least(kMostWrong);
    int judged = 1;
    for (int wrong = 0; wrong < kMostWrong; ++wrong) {
        const auto reaches = [&](int m) {
            const int likeliest = static_cast<int>((static_cast<std::int64_t>(items) + 1) * wrong / m);
            const int flagged = std::min(items, std::max(leastTooMany(items, alpha), likeliest));
            return logBetOnAnswers(m, wrong) + logBetOnPlants(plantsFor(m), 0) - logDraws(items, flagged, m, wrong) >=
                   bound;
        };
        judged = std::max(judged, wrong + 1);
        while (judged <= longest && !reaches(judged))
            ++judged;
        if (judged > longest)
            break;
        least[static_cast<std::size_t>(wrong)] = judged;
    }
    return least;
}

} // namespace

Climber::Climber(const Scheme &scheme, Evaluator &) : m_scheme(scheme)
{
    std::map<std::pair<int, bool>, Test> known;
    for (int level = 0; level < scheme.levelCount(); ++level) {
        std::vector<Test> tests;
        for (const std::optional<reid::Sex> &group : scheme.tests(level)) {
            const int items = scheme.sizeOf(level, group);
            const double alpha = group ? kGroupAlpha : kAlpha;
            const auto [at, isNew] = known.try_emplace(std::pair(items, group.has_value()));
            if (isNew) {
                at->second.items = items;
                at->second.cap = std::min(items, kFutilityCap);
                at->second.least = roughlyLeast(items, alpha, scheme.bound(), scheme.judgeable());
                at->second.chance = chancesToPass(items, at->second.least);
            }
            tests.push_back(at->second);
            tests.back().group = group;
        }
        m_tests.push_back(std::move(tests));
    }
}

Climber::Result Climber::run(const std::vector<std::uint32_t> &order, const std::vector<char> &wrong, int budget) const
{
    Result result;
    std::vector<char> judged(order.size(), 0);
    int reviewed = 0;
    const auto looks = [&](int items) { return items + std::min(plantsFor(items), m_scheme.plants()); };
    for (int level = 0; level < m_scheme.levelCount(); ++level) {
        for (const Test &test : m_tests[static_cast<std::size_t>(level)]) {
            int m = 0;
            int e = 0;
            bool passed = false;
            for (const std::uint32_t item : order) {
                const Place &place = m_scheme.items()[item];
                if (place.level > level || (test.group && place.group != *test.group))
                    continue;
                if (m >= test.cap)
                    break;
                if (!judged[item]) {
                    if (looks(reviewed + 1) > budget)
                        break;
                    judged[item] = 1;
                    ++reviewed;
                }
                ++m;
                e += wrong[item] ? 1 : 0;
                const auto at = static_cast<std::size_t>(e);
                if (e >= kMostWrong)
                    break;
                passed = test.least[at] && m >= *test.least[at];
                if (passed || test.chance[static_cast<std::size_t>(m)][at] < kFutile)
                    break;
            }
            if (!passed) {
                result.looks = looks(reviewed);
                return result;
            }
        }
        result.certified = level;
        if (level == 0)
            result.firstLooks = looks(reviewed);
    }
    result.looks = looks(reviewed);
    return result;
}

std::optional<Expected> simulate(const Scheme &scheme, int candidate, double wrongShare, int trials, std::uint64_t seed,
                                 Evaluator &evaluator, const std::function<bool()> &stopped)
{
    Expected expected;
    expected.wrongShare = wrongShare;
    if (scheme.levels().empty() || trials <= 0 || candidate <= 0)
        return expected;
    expected.onward.resize(scheme.levels().size());
    const Climber climber(scheme, evaluator);
    std::mt19937_64 random(seed);
    const std::size_t size = scheme.items().size();
    // Whoever draws the same pool in another order is told the same.
    std::vector<std::uint32_t> byKind(size);
    std::iota(byKind.begin(), byKind.end(), 0U);
    std::stable_sort(byKind.begin(), byKind.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto kind = [&](std::uint32_t i) { return std::pair(scheme.items()[i].level, scheme.items()[i].group); };
        return kind(a) < kind(b);
    });
    std::vector<std::uint32_t> order = byKind;
    // An item's chance to be wrong, by the band of its level: the share up to rank x is x p, so within a band it is p (a + b).
    std::vector<double> chance(scheme.levels().size());
    double from = 0;
    for (std::size_t level = 0; level < chance.size(); ++level) {
        const double to = static_cast<double>(scheme.levels()[level].items) / candidate;
        const double beyond = to > 1 ? (to - 1 + std::max(from, 1.0) - 1) / 2 : 0;
        chance[level] = std::min(1.0, wrongShare * (from + to) + beyond);
        from = to;
    }
    std::vector<char> wrong(size);
    for (int trial = 0; trial < trials; ++trial) {
        if (stopped && stopped())
            return std::nullopt;
        for (std::size_t i = 0; i < size; ++i) {
            std::swap(order[i], order[i + static_cast<std::size_t>(random() % (size - i))]);
            const std::uint32_t item = byKind[i];
            wrong[item] = unit(random) < chance[static_cast<std::size_t>(scheme.items()[item].level)] ? 1 : 0;
        }
        const Climber::Result result = climber.run(order, wrong);
        expected.looks += result.looks;
        if (result.certified < 0)
            continue;
        const int items = scheme.levels()[static_cast<std::size_t>(result.certified)].items;
        for (int level = 0; level <= result.certified; ++level) {
            Expected::Onward &onward = expected.onward[static_cast<std::size_t>(level)];
            onward.detections += items;
            onward.looks += result.looks;
            ++onward.trials;
        }
        expected.detections += items;
        expected.firstShare += 1;
        expected.firstLooks += result.firstLooks;
    }
    expected.firstTicks = scheme.levels().front().ticks;
    if (expected.firstShare > 0)
        expected.firstLooks /= expected.firstShare;
    for (Expected::Onward &onward : expected.onward) {
        onward.detections /= std::max(1, onward.trials);
        onward.looks /= std::max(1, onward.trials);
    }
    expected.looks /= trials;
    expected.detections /= trials;
    expected.firstShare /= trials;
    return expected;
}

} // namespace herdbook::trial
