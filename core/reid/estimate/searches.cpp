// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/searches.h"

#include "core/reid/compute/parallel.h"

#include <algorithm>
#include <functional>

namespace herdbook::reid {

namespace {

using Lane = std::array<Ticks, kPanelWidth>; ///< one score of each detection of a block

/// Keeps the two best of each detection. Written so that it becomes vector instructions.
void keepBest(const Ticks *scores, Lane &best, Lane &second)
{
    for (std::size_t i = 0; i < kPanelWidth; ++i) {
        second[i] = std::max(second[i], std::min(best[i], scores[i]));
        best[i] = std::max(best[i], scores[i]);
    }
}

void keepBest(const Ticks *scores, Lane &best)
{
    for (std::size_t i = 0; i < kPanelWidth; ++i)
        best[i] = std::max(best[i], scores[i]);
}

Lane noScores()
{
    Lane lane;
    lane.fill(kNoScore);
    return lane;
}

/// What one thread counts.
struct Tally
{
    std::vector<std::vector<std::uint32_t>> bothHalves; ///< per split, by thresholds reached
    TickCounts mateScores, halfScores, pairs, decoyPairs, second, first, runnerUp, checked;
    std::vector<Ticks> scores, mates, decoys; ///< of a block
};

/// The searches of one sex, block by block.
class Searching
{
public:
    Searching(const Herd &herd, Sex sex, const DecoyPlan &plan, const Panels &panels, const Grid &grid)
        : m_herd(herd), m_plan(plan), m_grid(grid), m_groups(herd.groups[static_cast<std::size_t>(sex)]),
          m_groupCount(static_cast<std::size_t>(herd.groupCount(sex))), m_profiles(herd.profileCount(sex)),
          m_searcher(plan.rows.size(), -1),
          m_ofProfiles(panels.ofProfiles(herd.profiles[static_cast<std::size_t>(sex)]))
    {
        if (!plan.mates.empty())
            m_ofMates = panels.ofDetections(detections(plan.mates));
        if (!plan.galleries.empty())
            m_ofDecoys = panels.ofDetections(detections(plan.decoys));
        for (std::size_t at = 0; at < plan.searchers.size() && m_ofDecoys; ++at)
            m_searcher[plan.searchers[at]] = static_cast<std::int32_t>(at);
        m_found.best.resize(plan.rows.size());
        m_found.mateBest.assign(plan.mateGalleries.size() * plan.rows.size(), kNoScore);
        m_found.decoyBest.resize(plan.galleries.size() * plan.searchers.size());
    }

    std::size_t blocks() const { return blocksOf(m_plan.rows) + blocksOf(m_plan.checked); }

    Tally emptyTally() const
    {
        Tally tally;
        tally.bothHalves.assign(m_plan.splits.size(), std::vector<std::uint32_t>(m_grid.size() + 1));
        return tally;
    }

    void work(std::size_t block, Tally &tally)
    {
        if (block < blocksOf(m_plan.rows))
            searchRows(block * kPanelWidth, tally);
        else
            check((block - blocksOf(m_plan.rows)) * kPanelWidth, tally);
    }

    Searches finish(const std::vector<Tally> &tallies);

private:
    static std::size_t blocksOf(const std::vector<std::uint32_t> &list)
    {
        return (list.size() + kPanelWidth - 1) / kPanelWidth;
    }
    std::vector<std::uint32_t> detections(std::span<const std::uint32_t> subjects) const
    {
        std::vector<std::uint32_t> list;
        for (const std::uint32_t i : subjects)
            list.push_back(m_herd.subjects[i].detection);
        return list;
    }

    void searchRows(std::size_t from, Tally &tally);
    void searchMates(std::size_t from, std::size_t count, const std::vector<Lane> &groupBest, Tally &tally);
    void searchDecoys(std::size_t from, std::size_t count, const Lane &second, Tally &tally);
    void check(std::size_t from, Tally &tally);

    const Herd &m_herd;
    const DecoyPlan &m_plan;
    const Grid &m_grid;
    const std::vector<int> &m_groups;
    std::size_t m_groupCount;
    std::size_t m_profiles;
    std::vector<std::int32_t> m_searcher; ///< per row its place among the searchers, -1: none
    Panel m_ofProfiles, m_ofMates, m_ofDecoys;
    Searches m_found; ///< every block writes its own rows
};

void Searching::searchRows(std::size_t from, Tally &tally)
{
    const std::size_t count = std::min(kPanelWidth, m_plan.rows.size() - from);
    const std::vector<std::uint32_t> list = detections(std::span(m_plan.rows).subspan(from, count));
    tally.scores.resize(m_profiles * kPanelWidth);
    m_ofProfiles(list, tally.scores.data());
    Lane best = noScores();
    Lane second = noScores();
    std::vector<Lane> groupBest(m_groupCount, noScores());
    for (std::size_t p = 0; p < m_profiles; ++p) {
        const Ticks *scores = tally.scores.data() + p * kPanelWidth;
        keepBest(scores, best, second);
        keepBest(scores, groupBest[static_cast<std::size_t>(m_groups[p])]);
    }
    if (m_profiles == 1)
        second = best;
    std::copy_n(best.begin(), count, m_found.best.begin() + static_cast<std::ptrdiff_t>(from));

    for (std::size_t r = 0; r < m_plan.splits.size(); ++r) {
        std::array<Lane, 2> halves{noScores(), noScores()};
        for (std::size_t g = 0; g < m_groupCount; ++g)
            keepBest(groupBest[g].data(), halves[m_plan.splits[r][g] ? 0 : 1]);
        for (std::size_t i = 0; i < count; ++i)
            ++tally.bothHalves[r][m_grid.reached(std::min(halves[0][i], halves[1][i]))];
    }
    if (m_ofMates) {
        tally.mates.resize(m_plan.mates.size() * kPanelWidth);
        m_ofMates(list, tally.mates.data());
        searchMates(from, count, groupBest, tally);
    }
    if (m_ofDecoys) {
        tally.decoys.resize(m_plan.decoys.size() * kPanelWidth);
        m_ofDecoys(list, tally.decoys.data());
        searchDecoys(from, count, second, tally);
    }
}

void Searching::searchMates(std::size_t from, std::size_t count, const std::vector<Lane> &groupBest, Tally &tally)
{
    for (std::size_t r = 0; r < m_plan.mateGalleries.size(); ++r) {
        std::array<Lane, 2> decoys{noScores(), noScores()}; // met by detections of the first, the second half
        std::array<Lane, 2> profiles{noScores(), noScores()};
        for (const std::size_t half : {0U, 1U}) {
            for (const std::uint16_t mate : m_plan.mateGalleries[r][half])
                keepBest(tally.mates.data() + mate * kPanelWidth, decoys[half]);
        }
        for (std::size_t g = 0; g < m_groupCount; ++g)
            keepBest(groupBest[g].data(), profiles[m_plan.mateSplits[r][g] ? 1 : 0]);
        for (std::size_t i = 0; i < count; ++i) {
            const auto place = static_cast<std::size_t>(m_herd.subjects[m_plan.rows[from + i]].place);
            const bool first = m_plan.mateSplits[r][static_cast<std::size_t>(m_groups[place])];
            const Ticks met = decoys[first ? 0 : 1][i];
            m_found.mateBest[r * m_plan.rows.size() + from + i] = met;
            if (met == kNoScore)
                continue;
            tally.mateScores.add(met);
            tally.halfScores.add(profiles[first ? 0 : 1][i]);
        }
    }
}

void Searching::searchDecoys(std::size_t from, std::size_t count, const Lane &second, Tally &tally)
{
    std::vector<std::pair<std::size_t, std::size_t>> searchers; // lane, place
    for (std::size_t i = 0; i < count; ++i) {
        if (m_searcher[from + i] >= 0)
            searchers.emplace_back(i, static_cast<std::size_t>(m_searcher[from + i]));
    }
    const auto countAll = [&](const std::vector<Ticks> &scores, TickCounts &counts) {
        for (std::size_t row = 0; row < scores.size(); row += kPanelWidth) {
            for (const auto &[lane, place] : searchers)
                counts.add(scores[row + lane]);
        }
    };
    countAll(tally.scores, tally.pairs);
    countAll(tally.decoys, tally.decoyPairs);
    for (const auto &[lane, place] : searchers)
        tally.second.add(second[lane]);
    for (std::size_t b = 0; b < m_plan.galleries.size(); ++b) {
        Lane best = noScores();
        Lane runnerUp = noScores();
        for (const std::uint16_t decoy : m_plan.galleries[b])
            keepBest(tally.decoys.data() + decoy * kPanelWidth, best, runnerUp);
        if (m_plan.galleries[b].size() == 1)
            runnerUp = best;
        for (const auto &[lane, place] : searchers) {
            m_found.decoyBest[b * m_plan.searchers.size() + place] = best[lane];
            tally.first.add(best[lane]);
            tally.runnerUp.add(runnerUp[lane]);
        }
    }
}

void Searching::check(std::size_t from, Tally &tally)
{
    const std::size_t count = std::min(kPanelWidth, m_plan.checked.size() - from);
    tally.decoys.resize(m_plan.decoys.size() * kPanelWidth);
    m_ofDecoys(detections(std::span(m_plan.checked).subspan(from, count)), tally.decoys.data());
    for (const Gathered &gallery : m_plan.checkGalleries) {
        Lane best = noScores();
        for (const std::uint16_t decoy : gallery)
            keepBest(tally.decoys.data() + decoy * kPanelWidth, best);
        for (std::size_t i = 0; i < count; ++i)
            tally.checked.add(best[i]);
    }
}

Searches Searching::finish(const std::vector<Tally> &tallies)
{
    for (std::size_t r = 0; r < m_plan.splits.size(); ++r) {
        std::vector<std::uint32_t> sum(m_grid.size() + 1);
        for (const Tally &tally : tallies)
            std::ranges::transform(sum, tally.bothHalves[r], sum.begin(), std::plus());
        m_found.bothHalves.push_back(m_grid.atOrAbove(sum));
    }
    for (const Tally &tally : tallies) {
        m_found.mateScores.add(tally.mateScores);
        m_found.halfScores.add(tally.halfScores);
        m_found.pairs.add(tally.pairs);
        m_found.decoyPairs.add(tally.decoyPairs);
        m_found.second.add(tally.second);
        m_found.first.add(tally.first);
        m_found.runnerUp.add(tally.runnerUp);
        m_found.checked.add(tally.checked);
    }
    return std::move(m_found);
}

} // namespace

void TickCounts::add(const TickCounts &other)
{
    std::ranges::transform(m_counts, other.m_counts, m_counts.begin(), std::plus());
}

std::uint64_t TickCounts::total() const
{
    std::uint64_t sum = 0;
    for (const std::uint32_t count : m_counts)
        sum += count;
    return sum;
}

double TickCounts::shareFrom(int ticks) const
{
    std::uint64_t sum = 0;
    for (int t = std::max(ticks, -kTicksPerUnit); t <= kTicksPerUnit; ++t)
        sum += at(t);
    const std::uint64_t all = total();
    return all == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(all);
}

double TickCounts::median() const
{
    const std::uint64_t all = total();
    std::array<int, 2> middle{};
    for (std::size_t side = 0; side < 2 && all > 0; ++side) {
        std::uint64_t k = side == 0 ? (all - 1) / 2 : all / 2;
        int t = -kTicksPerUnit;
        while (k >= at(t))
            k -= at(t++);
        middle[side] = t;
    }
    return (middle[0] + middle[1]) / 2.0;
}

Grid::Grid(std::span<const double> tested)
    : Grid([tested] {
          std::vector<int> ticks;
          for (int t = 2000; t <= kTicksPerUnit; t += 50)
              ticks.push_back(t);
          for (const double threshold : tested)
              ticks.push_back(thresholdTicks(threshold));
          std::ranges::sort(ticks);
          ticks.erase(std::unique(ticks.begin(), ticks.end()), ticks.end());
          return ticks;
      }())
{
}

Grid::Grid(std::vector<int> ticks) : m_ticks(std::move(ticks)), m_reached(kTicksPerUnit + 2)
{
    for (int score = -1; std::uint16_t & reached : m_reached)
        reached = static_cast<std::uint16_t>(std::ranges::upper_bound(m_ticks, score++) - m_ticks.begin());
}

std::vector<std::uint32_t> Grid::atOrAbove(std::span<const std::uint32_t> byReached) const
{
    std::vector<std::uint32_t> counts(size());
    std::uint32_t sum = 0;
    for (std::size_t t = size(); t-- > 0;)
        counts[t] = sum += byReached[t + 1];
    return counts;
}

std::optional<Searches> search(const Herd &herd, Sex sex, const DecoyPlan &plan, Panels &panels, const Grid &grid,
                               int threads, const std::stop_token &stop)
{
    std::vector<std::uint32_t> needed;
    for (const auto *list : {&plan.rows, &plan.mates, &plan.decoys, &plan.checked}) {
        for (const std::uint32_t i : *list)
            needed.push_back(herd.subjects[i].detection);
    }
    if (!panels.hold(std::move(needed)))
        return std::nullopt;
    Searching searching(herd, sex, plan, panels, grid);
    const std::vector<Tally> tallies =
        inParallel(threads, searching.blocks(), stop, searching.emptyTally(),
                   [&](std::size_t block, Tally &tally) { searching.work(block, tally); });
    if (stop.stop_requested())
        return std::nullopt;
    return searching.finish(tallies);
}

} // namespace herdbook::reid
