// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/levels.h"

#include "core/trial/certify/evalue.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace herdbook::trial {

namespace {

constexpr std::array<std::string_view, kPresets.size()> kNames{"short", "standard", "direct"};
constexpr int kSteps = 15;
constexpr double kGrowth = 1.1;

/// Scores in descending order, and what levels make of them.
class Ladder
{
public:
    explicit Ladder(std::span<const reid::Ticks> scores) : m_sorted(scores.begin(), scores.end())
    {
        std::sort(m_sorted.begin(), m_sorted.end(), std::greater<>());
    }

    int atOrAbove(int ticks) const
    {
        return static_cast<int>(std::upper_bound(m_sorted.begin(), m_sorted.end(), ticks, std::greater<>()) -
                                m_sorted.begin());
    }

    void add(int ticks)
    {
        const int items = atOrAbove(ticks);
        const bool repeated =
            std::any_of(m_levels.begin(), m_levels.end(), [&](const Level &level) { return level.items == items; });
        if (items >= kLeastItems && !repeated)
            m_levels.push_back({ticks, items});
    }

    /// The strictest multiple of the step with at least so many items.
    void addLargest(double items)
    {
        const int needed = std::max(1, static_cast<int>(std::ceil(items - 1e-9)));
        if (needed > static_cast<int>(m_sorted.size()))
            return;
        const int score = m_sorted[static_cast<std::size_t>(needed) - 1];
        add(score < 0 ? -((-score + kLevelStep - 1) / kLevelStep) * kLevelStep : score / kLevelStep * kLevelStep);
    }

    std::vector<Level> strictToLoose()
    {
        std::sort(m_levels.begin(), m_levels.end(), [](const Level &a, const Level &b) { return a.items < b.items; });
        return m_levels;
    }

private:
    std::vector<int> m_sorted;
    std::vector<Level> m_levels;
};

} // namespace

std::string_view name(Preset preset)
{
    return kNames[static_cast<std::size_t>(preset)];
}

std::optional<Preset> presetFromName(std::string_view name)
{
    for (const Preset preset : kPresets) {
        if (name == trial::name(preset))
            return preset;
    }
    return std::nullopt;
}

std::vector<double> fractions(Preset preset)
{
    if (preset == Preset::Direct)
        return {1, 1.19, 1.41, 1.68, 2};
    std::vector<double> all;
    if (preset == Preset::Standard)
        all.push_back(0.25);
    for (int i = 0; i < kSteps; ++i)
        all.push_back(0.5 * std::pow(kGrowth, i));
    return all;
}

std::vector<Level> makeLevels(std::span<const reid::Ticks> scores, int candidateTicks, Preset preset)
{
    Ladder ladder(scores);
    const int candidate = ladder.atOrAbove(candidateTicks);
    ladder.add(candidateTicks); // first, so that of equal levels it is the one that stays
    for (const double fraction : fractions(preset)) {
        if (candidate > 0)
            ladder.addLargest(fraction * candidate);
    }
    return ladder.strictToLoose();
}

std::vector<Level> stricterLevels(std::span<const reid::Ticks> scores, const Level &failed)
{
    Ladder ladder(scores);
    for (const double fraction : {0.125, 0.25, 0.5, 0.75})
        ladder.addLargest(fraction * failed.items);
    std::vector<Level> levels = ladder.strictToLoose();
    std::erase_if(levels, [&](const Level &level) { return level.items >= failed.items; });
    return levels;
}

} // namespace herdbook::trial
