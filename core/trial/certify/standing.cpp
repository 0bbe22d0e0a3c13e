// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/standing.h"

#include <algorithm>
#include <limits>

namespace herdbook::trial {

namespace {

constexpr std::size_t kMostOpen = 500;
// A wrong pair among the next ones, by what was seen so far: (.5 + e) / (15.5 + m).
constexpr double kPriorWrong = 0.5;
constexpr double kPriorAll = 15.5;

struct Walk
{
    Claim claim;
    bool blocked = false; ///< by an item without an answer
    bool waits = false;   ///< for plants
    bool spent = false;   ///< there are not enough of them
};

/// One test along its sequence.
class Walker
{
public:
    Walker(const Scheme &scheme, std::span<const Final> items, std::span<const Final> plants, Evaluator &evaluator,
           bool finished)
        : m_scheme(scheme), m_items(items), m_evaluator(evaluator), m_finished(finished)
    {
        // How many of the first plants have an answer, and how many of these were missed.
        m_missed.push_back(0);
        for (const Final plant : plants) {
            if (plant == Final::None || (plant == Final::Awaiting && !finished))
                break;
            m_missed.push_back(m_missed.back() + (plant == Final::Same ? 1 : 0));
        }
    }

    Walk along(int level, std::optional<reid::Sex> group) const
    {
        Walk walk;
        Claim &claim = walk.claim;
        claim.group = group;
        claim.alpha = group ? kGroupAlpha : kAlpha;
        claim.counts.items = m_scheme.sizeOf(level, group);
        for (const std::uint32_t i : m_scheme.sequence(level, group)) {
            if (claim.counts.judged >= m_scheme.judgeable()) {
                walk.spent = true;
                break;
            }
            const Final answer = m_items[i];
            if (answer == Final::None || (answer == Final::Awaiting && !m_finished)) {
                walk.blocked = true;
                break;
            }
            Counts counts = claim.counts;
            ++counts.judged;
            counts.wrong += answer == Final::Same ? 0 : 1;
            counts.plants = std::min(plantsFor(counts.judged), m_scheme.plants());
            if (counts.plants >= static_cast<int>(m_missed.size())) {
                walk.waits = true;
                break;
            }
            counts.missed = m_missed[static_cast<std::size_t>(counts.plants)];
            claim.counts = counts;
            if (m_evaluator.reaches(counts, claim.alpha, m_scheme.bound())) {
                claim.passed = true;
                break;
            }
        }
        return walk;
    }

private:
    const Scheme &m_scheme;
    std::span<const Final> m_items;
    Evaluator &m_evaluator;
    std::vector<int> m_missed;
    bool m_finished;
};

} // namespace

Scheme::Scheme(std::vector<Place> items, std::vector<Level> levels, int plants, double bound, bool groupClaims)
    : m_items(std::move(items)), m_levels(std::move(levels)), m_sequences(m_levels.size()), m_plants(plants),
      m_bound(bound), m_groupClaims(groupClaims)
{
    for (std::uint32_t i = 0; i < m_items.size(); ++i) {
        for (auto level = static_cast<std::size_t>(m_items[i].level); level < m_levels.size(); ++level) {
            m_sequences[level][reid::kSexes].push_back(i);
            m_sequences[level][static_cast<std::size_t>(m_items[i].group)].push_back(i);
        }
    }
}

const std::vector<std::uint32_t> &Scheme::sequence(int level, std::optional<reid::Sex> group) const
{
    return m_sequences[static_cast<std::size_t>(level)][group ? static_cast<std::size_t>(*group) : reid::kSexes];
}

int Scheme::judgeable() const
{
    int judged = std::max(0, (m_plants - kLeastPlants) * 20);
    while (m_plants >= kLeastPlants && plantsFor(judged + 1) <= m_plants)
        ++judged;
    return m_plants < kLeastPlants ? std::numeric_limits<int>::max() : judged;
}

std::vector<std::optional<reid::Sex>> Scheme::tests(int level) const
{
    std::vector<std::optional<reid::Sex>> all{std::nullopt};
    for (const reid::Sex group : kGroupOrder) {
        const int size = sizeOf(level, group);
        if (m_groupClaims && size > 0 && size >= kGroupShare * sizeOf(level))
            all.emplace_back(group);
    }
    return all;
}

Standing standingAfter(const Scheme &scheme, std::span<const Final> items, std::span<const Final> plants,
                       Evaluator &evaluator, bool finished, std::vector<LevelCertificate> known)
{
    Standing standing;
    standing.certified = std::move(known);
    standing.level = static_cast<int>(standing.certified.size());
    const Walker walker(scheme, items, plants, evaluator, finished);
    const auto lacking = [&](const Walk &walk) {
        standing.current = walk.claim;
        standing.current.passed = false; // too few plants: counts, no certificate
        standing.exhausted = !walk.blocked && !walk.waits && !walk.claim.passed;
        standing.plantsSpent = walk.spent;
        if (walk.spent)
            return;
        for (const std::uint32_t i : scheme.sequence(standing.level, walk.claim.group)) {
            if (items[i] == Final::None)
                standing.open.push_back(i);
            if (standing.open.size() >= kMostOpen)
                break;
        }
    };
    for (; !standing.isDone(scheme); ++standing.level) {
        LevelCertificate certificate{standing.level, {}};
        for (const std::optional<reid::Sex> &test : scheme.tests(standing.level)) {
            const Walk walk = walker.along(standing.level, test);
            if (!walk.claim.passed || scheme.plants() < kLeastPlants) {
                lacking(walk);
                return standing;
            }
            certificate.claims.push_back(walk.claim);
        }
        standing.certified.push_back(std::move(certificate));
    }
    return standing;
}

std::optional<Remaining> remainingAtBest(const Scheme &scheme, std::span<const Final> items,
                                         std::span<const Final> plants, const Standing &standing, Evaluator &evaluator)
{
    if (standing.isDone(scheme) || scheme.plants() < kLeastPlants)
        return std::nullopt;
    const auto isOpen = [](Final answer) { return answer == Final::None || answer == Final::Awaiting; };
    std::vector<Final> same(items.begin(), items.end());
    std::ranges::replace_if(same, isOpen, Final::Same);
    std::vector<Final> seenThrough(plants.begin(), plants.end());
    std::ranges::replace_if(seenThrough, isOpen, Final::NotSame);
    const std::optional<reid::Sex> group = standing.current.group;
    const Claim best = Walker(scheme, same, seenThrough, evaluator, true).along(standing.level, group).claim;
    if (!best.passed)
        return std::nullopt;
    const auto judged =
        std::span(scheme.sequence(standing.level, group)).first(static_cast<std::size_t>(best.counts.judged));
    const auto pairs = std::ranges::count_if(judged, [&](std::uint32_t i) { return isOpen(items[i]); });
    return Remaining{best.counts.judged, static_cast<int>(pairs)};
}

std::vector<std::optional<int>> leastToPass(int items, double alpha, double bound, Evaluator &evaluator, int judgeable)
{
    std::vector<std::optional<int>> least(kMostWrong);
    const int longest = std::min({items, kLongest, judgeable});
    int judged = 1;
    for (int wrong = 0; wrong < kMostWrong; ++wrong) {
        judged = std::max(judged, wrong + 1);
        while (judged <= longest && !evaluator.reaches({items, judged, wrong, plantsFor(judged), 0}, alpha, bound))
            ++judged;
        if (judged > longest)
            break;
        least[static_cast<std::size_t>(wrong)] = judged;
    }
    return least;
}

int plantsNeeded(int items, double bound, Evaluator &evaluator)
{
    const std::optional<int> judged = leastToPass(items, kAlpha, bound, evaluator, kLongest).front();
    return std::max(kLeastPlants, judged ? plantsFor(*judged) : 0);
}

std::vector<std::vector<double>> chancesToPass(int items, const std::vector<std::optional<int>> &least)
{
    const int cap = std::min(items, kFutilityCap);
    std::vector<std::vector<double>> chance(static_cast<std::size_t>(cap) + 1, std::vector<double>(kMostWrong + 1, 0));
    for (int judged = cap; judged >= 0; --judged) {
        for (std::size_t wrong = 0; wrong < kMostWrong; ++wrong) {
            const auto m = static_cast<std::size_t>(judged);
            const double next = (kPriorWrong + static_cast<double>(wrong)) / (kPriorAll + judged);
            if (least[wrong] && judged >= *least[wrong])
                chance[m][wrong] = 1;
            else if (judged < cap)
                chance[m][wrong] = next * chance[m + 1][wrong + 1] + (1 - next) * chance[m + 1][wrong];
        }
    }
    return chance;
}

double chanceToPass(const Counts &counts, double alpha, double bound, Evaluator &evaluator, int judgeable)
{
    if (counts.wrong >= kMostWrong)
        return 0;
    const std::vector<std::optional<int>> least = leastToPass(counts.items, alpha, bound, evaluator, judgeable);
    const auto wrong = static_cast<std::size_t>(counts.wrong);
    if (counts.judged > std::min(counts.items, kFutilityCap))
        return least[wrong] && counts.judged >= *least[wrong] ? 1 : 0;
    return chancesToPass(counts.items, least)[static_cast<std::size_t>(counts.judged)][wrong];
}

} // namespace herdbook::trial
