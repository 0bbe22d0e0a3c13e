// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/gallerylayout.h"
#include "ui/reid/gallery/gallerysets.h"

#include <QTimeZone>

#include <optional>

namespace herdbook::dashboard {

class PictureIndex;

/// How a gallery is arranged. The last three put what belongs together together, best score first within.
enum class GalleryOrder { ScoreHigh, ScoreLow, MarginSmall, Newest, ByDeer, ByPlace, ByBurst };

struct GalleryChoice
{
    GalleryOrder order = GalleryOrder::ScoreHigh;
    bool onlyWithPicture = true; ///< the detection's own photo is on this machine; counts only once that is known
    std::optional<reid::Sex> sex;
    std::optional<std::int32_t> place = {}; ///< index of a location
    std::int64_t from =
        0;               ///< microseconds of the epoch, inclusive; 0: any. With either, what bears no time is left out
    std::int64_t to = 0; ///< exclusive; 0: any
};

/// The rows of a gallery by a choice. `pictures` may be null: nothing is left out for want of a picture.
GallerySet arranged(const GallerySets &sets, const GallerySet &all, const GalleryChoice &choice,
                    const PictureIndex *pictures);

/// The groups of rows arranged by deer, place or burst; none for the other orders.
/// @param zone bursts are named by their time in it.
std::vector<GalleryGroup> groupsOf(const GallerySets &sets, const GallerySet &arranged, GalleryOrder order,
                                   const QTimeZone &zone);

/// How far the best deer is ahead of the next one, 0..1; nothing where there is no next one.
std::optional<double> marginOf(const reid::Match &match);

/// Under this the next deer is nearly as close.
inline constexpr double kNarrowMargin = 0.04;

} // namespace herdbook::dashboard
