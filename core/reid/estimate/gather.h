// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/evidence.h"
#include "core/reid/estimate/searches.h"

namespace herdbook::reid {

/// Nothing when stopped or when vectors can't be had.
/// @param panels null where there are no vectors: then nothing but `added` is known.
/// @param contradicting per threshold of the grid, images that would show one of the sex's deer twice.
/// @param threshold in force, in ticks.
std::optional<SexEvidence> gatherEvidence(const Herd &herd, Sex sex, Draws &draws, Panels *panels, const Grid &grid,
                                          std::span<const std::uint32_t> contradicting, int threshold, int threads,
                                          const std::stop_token &stop);

} // namespace herdbook::reid
