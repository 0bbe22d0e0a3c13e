// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace herdbook::season {

/// A count of detections and the camera-days in which it was made.
struct Tally
{
    double count = 0;
    double days = 0; ///< >= 0
    Tally &operator+=(const Tally &other);
    bool operator==(const Tally &) const = default;
};

struct CellKey
{
    int camera = 0;
    int block = 0; ///< of days, in time order
    auto operator<=>(const CellKey &) const = default;
};

/// Counts and effort by camera and block of days: what rates and ratios are made of.
using Cells = std::map<CellKey, Tally>;

std::map<int, Tally> byCamera(const Cells &cells);
std::map<int, Tally> byBlock(const Cells &cells);
Tally totalOf(const Cells &cells);

/// Expected count of each block, had every camera its own mean rate throughout.
std::map<int, double> expectation(const Cells &cells);

/// Pearson's sum over the block totals, each about its expectation.
struct Pearson
{
    double sum = 0;
    int blocks = 0; ///< those with an expectation above 0
};
Pearson pearsonOf(const Cells &cells);

/// Detections per 100 camera-days.
struct Rate
{
    double count = 0;                 ///< in camera-days only: what is on days without effort is in no rate
    double days = 0;                  ///< camera-days
    std::optional<double> value;      ///< nothing under 7 camera-days
    std::optional<double> low, high;  ///< 95% interval; nothing with fewer than two blocks, or a count of 0
    std::optional<double> dispersion; ///< variance over mean of the block totals, at least 1
    std::optional<double> atMost;     ///< of a count of 0: what that leaves possible
    bool isUnread = false;            ///< no camera-days, as the photos are not read
};
inline constexpr double LeastCameraDays = 7;

/// R = Y/E; interval R exp(+-t(0.975, B - 1) sqrt(phi / Y)), phi from the blocks (quasi-Poisson; McCullagh and Nelder, Generalized
/// Linear Models, 2nd ed., ch. 4.5 and 6.2). It speaks of these cameras, not of the whole ranch.
Rate rateOf(const Cells &cells, double alpha = 0.05);

/// What a count of 0 leaves possible, per 100 camera-days (97.5% one-sided, as an interval's upper end).
/// @param dispersion of all animals there; 1 where it isn't known.
double upperLimitOfNone(double days, double dispersion);

/// Cameras that worked at least half of the days, and 7 camera-days, in every period.
/// @param lengths days of each period.
std::vector<int> matchedCameras(std::span<const Cells> periods, std::span<const int> lengths);

/// The cells of these cameras.
Cells only(const Cells &cells, const std::vector<int> &cameras);

} // namespace herdbook::season
