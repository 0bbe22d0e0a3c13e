// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/compute/panels.h"
#include "core/reid/estimate/plan.h"

#include <algorithm>
#include <optional>
#include <stop_token>

namespace herdbook::reid {

/// How often each score from -1 to 1 occurs; plain, because it is counted tens of millions of times.
class TickCounts
{
public:
    void add(Ticks ticks, std::uint32_t times = 1) { m_counts[placeOf(ticks)] += times; }
    void add(const TickCounts &other);
    std::uint64_t total() const;
    std::uint32_t at(int ticks) const { return m_counts[placeOf(ticks)]; }
    /// The share of the scores at or above a tick, which may lie outside.
    double shareFrom(int ticks) const;
    /// Midway between the two middle scores where their number is even, in ticks.
    double median() const;

private:
    static std::size_t placeOf(int ticks)
    {
        const int place = ticks + kTicksPerUnit;
        return static_cast<std::size_t>(place);
    }

    std::vector<std::uint32_t> m_counts = std::vector<std::uint32_t>(2 * kTicksPerUnit + 1);
};

/// The thresholds of an estimate, ascending ticks, and how many of them a score reaches.
class Grid
{
public:
    /// 0.200, 0.205 .. 1 and the tested ones.
    explicit Grid(std::span<const double> tested);
    /// Any ascending thresholds.
    explicit Grid(std::vector<int> ticks);

    const std::vector<int> &ticks() const { return m_ticks; }
    std::size_t size() const { return m_ticks.size(); }
    /// How many thresholds are at or under a score, which may lie over 1.
    std::size_t reached(int score) const
    {
        const int place = std::clamp(score, -1, kTicksPerUnit) + 1;
        return m_reached[static_cast<std::size_t>(place)];
    }
    /// From counts of scores by thresholds reached (size() + 1), the counts at or above each threshold.
    std::vector<std::uint32_t> atOrAbove(std::span<const std::uint32_t> byReached) const;

private:
    std::vector<int> m_ticks;
    std::vector<std::uint16_t> m_reached;
};

/// What the searches of steps 3 to 6 and 9 found. Replicates stand one after the other.
struct Searches
{
    std::vector<Ticks> best; ///< per row of the plan, on the sex's profiles
    std::vector<std::vector<std::uint32_t>>
        bothHalves;                    ///< step 3: per split, rows whose best in both halves reaches, by threshold
    std::vector<Ticks> mateBest;       ///< step 4: splits x rows; kNoScore where a row met no decoy
    TickCounts mateScores, halfScores; ///< of those that met one: best decoy, best profile of that half
    std::vector<Ticks> decoyBest;      ///< step 6: galleries x searchers
    TickCounts pairs, decoyPairs, second, first,
        runnerUp;       ///< searchers: on profiles, on decoys, second best, best decoys, second ones
    TickCounts checked; ///< step 9
};

/// Scores and counts on several threads; the result doesn't depend on their number. Nothing when stopped or when vectors can't be had.
std::optional<Searches> search(const Herd &herd, Sex sex, const DecoyPlan &plan, Panels &panels, const Grid &grid,
                               int threads, const std::stop_token &stop);

} // namespace herdbook::reid
