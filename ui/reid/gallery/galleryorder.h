// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/gallerylayout.h"
#include "ui/reid/gallery/gallerysets.h"

#include <QTimeZone>

#include <optional>

namespace herdbook::ui {

class PictureIndex;

/// How a gallery is sorted, each group of it where it is in groups.
enum class GalleryOrder { ScoreHigh, ScoreLow, MarginSmall, Newest, Oldest };
/// What belongs together. Bands of scores follow the order of the scores, deer and places their names, bursts their first photo.
enum class GalleryGrouping { None, ByScore, ByDeer, ByPlace, ByBurst };

struct GalleryChoice
{
    GalleryOrder order = GalleryOrder::ScoreHigh;
    GalleryGrouping grouping = GalleryGrouping::None;
    bool onlyWithPicture = true; ///< the detection's own photo is on this machine; counts only once that is known
    std::optional<reid::Sex> sex = {};
    std::optional<std::int32_t> place = {}; ///< index of a location
    std::int64_t from =
        0;               ///< microseconds of the epoch, inclusive; 0: any. With either, what bears no time is left out
    std::int64_t to = 0; ///< exclusive; 0: any
};

/// The rows of a gallery by a choice. `pictures` may be null: nothing is left out for want of a picture.
GallerySet arranged(const GallerySets &sets, const GallerySet &all, const GalleryChoice &choice,
                    const PictureIndex *pictures);

/// The groups of rows that were arranged by this choice.
/// @param zone bursts are named by their time in it.
std::vector<GalleryGroup> groupsOf(const GallerySets &sets, const GallerySet &arranged, const GalleryChoice &choice,
                                   const QTimeZone &zone);

/// How far the best deer is ahead of the next one, 0..1; nothing where there is no next one.
std::optional<double> marginOf(const reid::Match &match);

/// Under this the next deer is nearly as close.
inline constexpr double kNarrowMargin = 0.04;

} // namespace herdbook::ui
