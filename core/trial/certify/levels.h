// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace herdbook::trial {

/// Where a trial begins and how it loosens.
enum class Preset : std::uint8_t {
    Short,    ///< from half of the candidate's items
    Standard, ///< from a quarter
    Direct    ///< at the candidate itself: all or nothing
};
inline constexpr std::array<Preset, 3> kPresets{Preset::Short, Preset::Standard, Preset::Direct};

/// "short", "standard", "direct": as journals keep it.
std::string_view name(Preset preset);
std::optional<Preset> presetFromName(std::string_view name);

/// Sizes of the levels as fractions of the candidate's items, strict to loose.
std::vector<double> fractions(Preset preset);

/// One nested set: every item with at least this score.
struct Level
{
    int ticks = 0; ///< a multiple of 0.005, or the candidate
    int items = 0; ///< ties included
    bool operator==(const Level &) const = default;
};

inline constexpr int kLevelStep = 50; ///< 0.005 in ticks

/// The levels of a trial, strict to loose: for each fraction f the strictest multiple of 0.005 with at least f Nc items, and the
/// candidate itself; without repeats, without levels of under 20 items or beyond the pool. Empty: every level is too small.
/// @param scores of the pool's items, in any order.
std::vector<Level> makeLevels(std::span<const reid::Ticks> scores, int candidateTicks, Preset preset);

/// The levels of another path after the strictest level failed: an eighth, a quarter, a half and three quarters of its items, made in the
/// same way. They are tested on the same order and answers, with the proof another trial needs (kLogHundred).
std::vector<Level> stricterLevels(std::span<const reid::Ticks> scores, const Level &failed);

} // namespace herdbook::trial
