// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace herdbook::season {

/// Days are whole numbers (Julian days, usually). A photo-day has at least one photo of the camera, whatever it shows.
using PhotoDays = std::span<const int>; ///< ascending, each once

/// A run of days without a photo that the camera's own rhythm doesn't explain.
struct Outage
{
    int first = 0; ///< first silent day
    int length = 0;
    double expected =
        0; ///< runs of at least this length in a camera-year by its rhythm; 0: half a year, or a heartbeat
    int last() const { return first + length - 1; }
    bool operator==(const Outage &) const = default;
};

/// Days between outages on which the camera worked, from one photo-day to another.
struct Stretch
{
    int first = 0;
    int last = 0;
    bool operator==(const Stretch &) const = default;
};

inline constexpr double OutageExpectation = 0.05; ///< fewer such runs in a camera-year make an outage
inline constexpr int LongSilence = 180;           ///< always an outage

/// Silences of a camera that count as outages, in order. A Markov chain on photo-days of up to 150 days on each side says how many
/// runs of that length a camera-year would have; the quieter side decides.
/// @param heartbeat the camera takes a photo at the same time every day: then each silent day is an outage.
std::vector<Outage> outagesOf(PhotoDays days, bool heartbeat);

/// What the outages leave between the first and the last photo.
std::vector<Stretch> stretchesOf(PhotoDays days, std::span<const Outage> outages);

/// Stretches of fewer than 3 photo-days that lie over 180 days from the others: a clock set wrong, most likely.
std::vector<Stretch> straysAmong(PhotoDays days, std::span<const Stretch> stretches);

/// Photos of one day that were stored on one day.
struct StoredPhotos
{
    int stored = 0; ///< Julian day
    int day = 0;
    std::int64_t photos = 0;
    auto operator<=>(const StoredPhotos &) const = default;
};

/// Photos that were stored half a year or more after their dates, with or after others of the camera that are younger by as much: an old card, or
/// a clock set wrong, which nobody can tell from here.
struct LateStored
{
    Stretch days;
    std::int64_t photos = 0;
    int stored = 0;     ///< the first day it was
    int lastStored = 0; ///< the last
    int newest = 0;     ///< of the photos stored by then
    bool operator==(const LateStored &) const = default;
};

std::vector<LateStored> lateAmong(std::vector<StoredPhotos> photos);

/// Camera-days of each day from `first` to `last`: 1 inside a stretch, 0.5 on its first and last day, 0 elsewhere.
std::vector<double> workedDays(std::span<const Stretch> stretches, int first, int last);

/// The shortest silence that would be noticed after the camera's last 150 days up to `until`; LongSilence at most.
int shortestNoticed(PhotoDays days, std::span<const Stretch> stretches, int until);

} // namespace herdbook::season
