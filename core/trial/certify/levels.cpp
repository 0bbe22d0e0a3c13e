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
    std::vector<int> sorted(scores.begin(), scores.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const auto atOrAbove = [&](int ticks) {
        return static_cast<int>(std::upper_bound(sorted.begin(), sorted.end(), ticks, std::greater<>()) -
                                sorted.begin());
    };
    const int candidate = atOrAbove(candidateTicks);
    std::vector<Level> levels;
    const auto add = [&](int ticks) {
        const int items = atOrAbove(ticks);
        const bool repeated =
            std::any_of(levels.begin(), levels.end(), [&](const Level &level) { return level.items == items; });
        if (items >= kLeastItems && !repeated)
            levels.push_back({ticks, items});
    };
    add(candidateTicks); // first, so that of equal levels it is the one that stays
    for (const double fraction : fractions(preset)) {
        const int needed = std::max(1, static_cast<int>(std::ceil(fraction * candidate - 1e-9)));
        if (candidate == 0 || needed > static_cast<int>(sorted.size()))
            continue;
        // The strictest multiple of the step that the item of this rank still reaches.
        const int score = sorted[static_cast<std::size_t>(needed) - 1];
        const int ticks =
            score < 0 ? -((-score + kLevelStep - 1) / kLevelStep) * kLevelStep : score / kLevelStep * kLevelStep;
        add(ticks);
    }
    std::sort(levels.begin(), levels.end(), [](const Level &a, const Level &b) { return a.items < b.items; });
    return levels;
}

} // namespace herdbook::trial
