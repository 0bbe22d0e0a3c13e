// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace herdbook::reid {

/// How many of what. `eligible` is valid, not duplicate, deer class, usable vector (or stored scores), and a profile of its sex.
struct Counts
{
    std::uint64_t detections = 0;
    std::uint64_t assigned = 0;           ///< of all detections
    std::uint64_t eligible = 0;           ///< assigned or not
    std::uint64_t unassignedEligible = 0; ///< |U|
    std::uint64_t profiles = 0;           ///< deer with a usable vector
    std::uint64_t deer = 0;               ///< all deer
    std::array<std::uint64_t, kSexes> profilesBySex{};
    std::uint64_t withoutVector = 0, rescaled = 0, notFinite = 0, zero = 0; ///< detections by state of their vector
};

/// One integrity check.
struct Check
{
    enum class Outcome : std::uint8_t { Pass, Warn, Fail, NotApplicable };
    static constexpr std::size_t kMostRows = 100;
    std::string id;    ///< stable, for programs: "founder", "vectors", "noise", "coverage", ...
    std::string title; ///< a question that reads well with every outcome
    Outcome outcome = Outcome::Pass;
    std::string detail;                  ///< plain words with the numbers
    std::vector<Uuid> rows;              ///< up to kMostRows rows it is about
    std::string fix = {};                ///< what mends a warning or failure, in plain words
    std::vector<std::string> names = {}; ///< of the rows, empty where unnamed, if they are not in the dataset
};

/// One step of the diagnosis funnel.
struct FunnelStep
{
    std::string id; ///< all, valid, not_duplicate, deer_class, has_vector, profile_of_sex, at_threshold, assigned
    std::string title;
    std::uint64_t remaining = 0;
    std::uint64_t lost = 0; ///< at this step
};

/// Two profiles that look like one animal: their vectors reach the threshold in force, or one's detections reach it on the other.
/// Profiles are indices into Dataset::profiles.
struct DuplicatePair
{
    std::int32_t first = -1, second = -1;
    bool linked = false; ///< over half of one's detections reach the threshold in force on the other
    Ticks cosine = kNoScore;
};

/// A detection that matches another sex better than its own by more than 0.05.
struct MislabelSuspect
{
    std::size_t detection = 0;
    Ticks best = kNoScore;
    Ticks cross = kNoScore;
    std::int32_t crossProfile = -1;
};

/// Two detections of one image, apart from each other, that one deer was given or would be given.
struct Contradiction
{
    std::size_t first = 0, second = 0; ///< detections
    std::int32_t profile = -1;
    Uuid deer{};
    int level = 0;      ///< they contradict at thresholds up to this tick; above 10000 when both are assigned already
    double overlap = 0; ///< intersection over union, under 0.3
};

/// A burst in which no image shows more than one animal, so that all of it must be one deer, but that has or would get several.
struct BurstConflict
{
    std::size_t first = 0, second = 0; ///< detections with different deer
    int level = 0;                     ///< as of a contradiction
};

} // namespace herdbook::reid
