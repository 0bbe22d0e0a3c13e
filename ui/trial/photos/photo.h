// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/photostore.h"
#include "core/trial/review/record.h"

#include <QImage>
#include <QTransform>

namespace herdbook::trial {

/// A decoded photo, upright, at most kPhotoSide pixels on its longer side.
struct Photo
{
    QImage image;         ///< null when it couldn't be read
    QImage brightened;    ///< the same with its contrast stretched, where it is a dark or gray one; otherwise null
    QSize stored;         ///< the photo's size before the rotation that EXIF asks for
    QTransform toImage;   ///< from pixels as stored to pixels of `image`
    bool damaged = false; ///< a part of the image may be displaced or discolored, or is missing (gray)
    QString problem;      ///< why there is no image: the path and what is wrong
};

inline constexpr int kPhotoSide = 2400;
/// Trail cameras stamp date, hour and place into a strip at the foot of the photo: this share of its height is not shown, because equal ones
/// would give a known pair away.
inline constexpr double kStampShare = 0.08;

/// Reads a photo of the database. Boxes refer to the pixels as stored, before the rotation that EXIF asks for.
Photo readPhoto(render::PhotoStore &photos, const QString &databasePath, const std::stop_token &stop);

/// A picture's box in pixels of its photo's image, clipped to it; empty where it can't be used.
QRectF boxInImage(const Photo &photo, const Picture &picture);

/// Why a picture can't be shown: its photo couldn't be read, or has no such box; empty where it can.
QString problemOf(const Photo &photo, const Picture &picture);

/// The part around a picture's box, for a thumbnail: the box with half its size around it, filled out to `size`'s shape. Null where the
/// picture has a problem.
QImage thumbnail(const Photo &photo, const Picture &picture, const QSize &size);

/// Stretches the gray levels between the 1st and the 99.8th percentile (what the flash lights is a small part) and lifts the shadows.
QImage stretchContrast(const QImage &image);

/// Whether the photo is dark or has no color, as infrared ones are.
bool isNightPhoto(const QImage &image);

} // namespace herdbook::trial
