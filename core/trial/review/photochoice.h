// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/dataset.h"

#include <functional>
#include <vector>

namespace herdbook::trial {

inline constexpr std::size_t kPhotosOfProfile = 7; ///< the founder and varied ones; a pair shows four of them

/// The photos that stand for one profile, as detections of the dataset.
struct PhotoChoice
{
    std::vector<std::size_t> detections; ///< empty: none can be shown
};

/// For each profile its founding detection (own score >= .99, the highest) and up to six others, each as different as can be
/// from those before in season, hour and place; only such as `shown` says can be shown.
std::vector<PhotoChoice> choosePhotos(const reid::Dataset &data, const std::function<bool(std::size_t)> &shown);

} // namespace herdbook::trial
