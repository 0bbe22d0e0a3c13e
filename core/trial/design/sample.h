// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/units.h"

#include <functional>
#include <string>

namespace herdbook::trial {

inline constexpr int kDefaultSize = 210;
inline constexpr std::array<int, 3> kSizePresets{105, 210, 420};
inline constexpr int kMarginTicks = 200; ///< the sample reaches 0.02 below the candidate

/// What a sample is drawn by. The same plan on the same data gives the same sample.
struct Plan
{
    double candidate = 0; ///< the loosest threshold to be tested, a multiple of 0.0001
    int size = kDefaultSize;
    std::uint64_t seed = 1;
};

/// What a sample can be drawn from, with everything that was left out counted.
struct Frame
{
    std::vector<Unit> units;               ///< score >= candidate - 0.02, with pictures; by detection id
    std::size_t scored = 0;                ///< units with a score
    std::size_t below = 0;                 ///< under candidate - 0.02
    std::size_t withoutPicture = 0;        ///< its picture is missing
    std::size_t withoutProfilePicture = 0; ///< no picture of the profile is there
    std::uint64_t checksum = 0;            ///< of detections, profiles and scores in the frame, whatever their order

    /// Units with score >= threshold.
    std::size_t atOrAbove(double threshold) const;
};

/// Whether there is something to show: of a detection (index) and of a profile (index).
struct Pictures
{
    std::function<bool(std::size_t)> ofDetection;
    std::function<bool(std::int32_t)> ofProfile;
};

/// @param units of formUnits(data), which may be kept for several candidates.
Frame makeFrame(const reid::Dataset &data, const std::vector<Unit> &units, double candidate, const Pictures &pictures);

/// One pair put before the reviewer.
struct Item
{
    enum class Kind : std::uint8_t { Sampled, Repeat, Impossible };
    Kind kind = Kind::Sampled;
    Unit unit;         ///< for Impossible, `profile` is one that the detection can't be of, and nothing carries over
    int original = -1; ///< Repeat: position of the item it repeats
};

/// The frozen sample in the order of review.
struct Sample
{
    Plan plan;
    std::vector<Item> items;        ///< sampled units with repeats and impossible pairs mixed in
    std::vector<double> thresholds; ///< to be tested, strict to loose; the candidate is the last
    std::vector<int> judgedAt;      ///< sampled units with score >= each of them

    int sampled() const;
};

/// How many repeats (5%) and known-impossible pairs (2%, at least two) go with a sample.
int repeatsFor(int size);
int impossibleFor(int size);

/// The thresholds of `sweep` above the candidate and the candidate itself, strict to loose.
std::vector<double> thresholdsToTest(double candidate, const std::vector<double> &sweep);

/// Draws a simple random sample without replacement: the `size` units whose ids the seed ranks first (all, when there are
/// fewer). Repeats come at least 20 pairs (a third of a small sample) after their original.
Sample drawSample(const reid::Dataset &data, const Frame &frame, const Plan &plan, const std::vector<double> &sweep,
                  const Pictures &pictures);

} // namespace herdbook::trial
