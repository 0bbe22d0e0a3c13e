// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QRect>
#include <optional>
#include <vector>

namespace herdbook::render {

/// Why a crop can't be made; the names are those of missing.csv.
enum class CropFault {
    BadBox,       ///< malformed, without area
    OutsidePhoto, ///< the box doesn't touch the photo
    PhotoMissing,
    PhotoUnreadable, ///< no right to read it
    PhotoDamaged     ///< no picture, or its data ends before the box does
};
QString wireName(CropFault fault); ///< "bad_box"
QString describe(CropFault fault); ///< a sentence for people

/// A box in pixels of the photo as it is stored (before EXIF rotation); it may reach over the edge.
using Box = QRectF;

/// Reads `{"x", "y", "width", "height"}`. Nothing where a field is missing, no finite number, or the area is empty.
std::optional<Box> boxFromJson(const QByteArray &json);

struct Crop
{
    std::optional<CropFault> fault;
    QImage image; ///< upright by EXIF, longest side at most what was asked for, never enlarged
    QRect source; ///< the part of the photo, clipped to it, in pixels as stored
};

/// Cuts all boxes of one photo, which is decoded once, as far as it is needed and no finer. Answers are in the order of
/// `boxes`; nothing stands for a box that couldn't be read (BadBox).
/// @param path the photo on this machine; JPEG, or anything Qt reads.
/// @param longest longest side of a crop in pixels, > 0.
std::vector<Crop> cropPhoto(const QString &path, const std::vector<std::optional<Box>> &boxes, int longest);

} // namespace herdbook::render
