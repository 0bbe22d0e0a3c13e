// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"

#include <cstddef>
#include <vector>

namespace herdbook::trial {

/// One decision of a trial: the best-scoring unassigned detection of one burst and one sex, against the profile it matches best.
/// Detections are indices into Dataset::detections, profiles into Dataset::profiles.
struct Unit
{
    std::size_t detection = 0; ///< the one that is shown and judged
    reid::Ticks score = reid::kNoScore;
    std::int32_t profile = -1;
    std::int32_t runnerUp = -1; ///< -1: the sex has one profile only
    reid::Sex sex = reid::Sex::Unknown;
    bool severalAnimals =
        false; ///< an image of the burst shows two animals of this sex: the decision doesn't carry over
    std::vector<std::size_t> burst;   ///< all detections of the burst and sex by time, the judged one among them
    std::vector<std::size_t> carried; ///< the other unassigned ones, which get the decision too
};

/// Bursts longer than this are not made up where burst_group_id is missing.
inline constexpr std::int64_t kBurstMicroseconds = 5'000'000;

/// All units that have a score, in the order of their judged detections' ids. Bursts are those of burst_group_id; where that is
/// missing, images of one location taken within 5 s of the first of them; without a location, the image. Invalid detections,
/// duplicates and other animals are left out.
std::vector<Unit> formUnits(const reid::Dataset &data);

} // namespace herdbook::trial
