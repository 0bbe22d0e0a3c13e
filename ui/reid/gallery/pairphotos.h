// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/galleryview.h"
#include "ui/trial/photos/filmstrip.h"

namespace herdbook::ui {

class PictureIndex;

/// The photos that help to judge a pair of a gallery: its burst, more of the deer it may be, and of the next closest.
class PairPhotos
{
public:
    /// Both must outlive it.
    PairPhotos(const GalleryView &gallery, const PictureIndex &pictures, const QTimeZone &zone);

    /// Without a path as long as none is known; empty for -1.
    trial::Picture picture(std::int32_t detection) const;
    /// The detection among those of the same burst.
    trial::FrameGroup burst(const GalleryRow &row) const;

    /// Photos of the deer a detection may be, then of the next closest.
    struct Likenesses
    {
        std::vector<trial::FrameGroup> groups;
        std::vector<trial::Picture> numbered; ///< all of them, by the numbers in their captions
        std::ptrdiff_t ofDeer = 0;            ///< how many are of the deer it may be
    };
    Likenesses likenesses(const GalleryRow &row) const;

private:
    QString caption(const trial::Picture &picture) const;
    std::vector<std::int32_t> varied(std::int32_t profile, std::size_t most) const;
    /// Whose photos these are, and which leads them.
    QString titleOf(std::int32_t profile) const;

    const GalleryView &m_gallery;
    const PictureIndex &m_pictures;
    const QTimeZone m_zone;
};

} // namespace herdbook::ui
