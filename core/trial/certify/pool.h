// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"
#include "core/trial/certify/standing.h"

#include <functional>
#include <vector>

namespace herdbook::trial {

/// One decision of a trial: an unassigned detection against the profile it matches best. Detections are indices into
/// Dataset::detections, profiles into Dataset::profiles.
struct Item
{
    std::size_t detection = 0;
    reid::Ticks score = reid::kNoScore;
    std::int32_t profile = -1;
    std::int32_t runnerUp = -1; ///< -1: the sex has one profile only
    reid::Sex sex = reid::Sex::Unknown;
    std::size_t burst = 0; ///< index into Pool::bursts
};

/// Whether there is something to show: of a detection (index) and of a profile (index).
struct Pictures
{
    std::function<bool(std::size_t)> ofDetection;
    std::function<bool(std::int32_t)> ofProfile;
};

/// What trials are drawn from, with everything that was left out counted.
struct Pool
{
    std::vector<Item> items; ///< with pictures; by detection id
    std::vector<std::vector<std::size_t>>
        bursts;                      ///< detections of one burst and sex by time; every valid one is in one
    std::vector<reid::Ticks> scored; ///< of every unassigned eligible detection, with a picture or without; descending
    std::vector<reid::Ticks> withoutPicture,
        withoutProfilePicture;        ///< scores of those that are in no level; descending
    std::vector<std::size_t> outside; ///< the detections of the last two

    std::size_t atOrAbove(int ticks) const;
};

/// How many of descending scores are at or above a threshold.
std::size_t atOrAbove(const std::vector<reid::Ticks> &descending, int ticks);

/// All unassigned detections that have a score: valid, no duplicates, deer. Bursts are those of burst_group_id; where that is missing,
/// images of one location taken within 5 s of the first of them; without a location, the image.
Pool makePool(const reid::Dataset &data, const Pictures &pictures);

/// The items of a trial in its one order: those of the loosest level by mix(id, seed). `items` are indices into Pool::items.
struct Drawn
{
    std::vector<std::size_t> items;
    std::vector<Place> places; ///< of each
    std::vector<Level> levels;
};
Drawn drawItems(const reid::Dataset &data, const Pool &pool, std::vector<Level> levels, std::uint64_t seed);

} // namespace herdbook::trial
