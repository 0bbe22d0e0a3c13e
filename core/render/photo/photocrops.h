// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/photodecoder.h"
#include "core/render/photo/photofault.h"

#include <QImage>
#include <QRect>
#include <optional>
#include <vector>

namespace herdbook::render {

class PhotoStore;

/// A box in pixels of the photo as it is stored (before EXIF rotation); it may reach over the edge.
using Box = QRectF;

/// Reads `{"x", "y", "width", "height"}`. Nothing where a field is missing, no finite number, or the area is empty.
std::optional<Box> boxFromJson(const QByteArray &json);

/// What the numbers of a database's boxes are.
enum class BoxUnit {
    Pixels,
    Fractions ///< of the photo's width and height: 0 to 1
};

/// Whether all numbers of a box are under 2: fractions, which a detector lets reach a little over 1, or a pixel or two in the corner.
bool looksLikeFractions(const Box &box);

struct Crop
{
    std::optional<CropFault> fault;
    QString why;          ///< of the fault, for people
    bool damaged = false; ///< there is a picture, but the photo is damaged where it lies or before
    QImage image;         ///< upright by EXIF, longest side at most what was asked for, never enlarged
    QRect source;         ///< the part of the photo, clipped to it, in pixels as stored
    QSize photo;          ///< the whole photo's size in pixels as stored; empty where it isn't known
};

/// What to cut, and how.
struct CropOrder
{
    std::vector<std::optional<Box>> boxes; ///< nothing stands for a box that couldn't be read (BadBox)
    int longest = 300;                     ///< longest side of a crop in pixels, > 0
    BoxUnit unit = BoxUnit::Pixels;
    PhotoLimits limits;
};

/// Cuts all boxes of one photo, which is decoded once, as far as it is needed and no finer; once for each size where boxes of very different
/// sizes took much memory together. Answers are in the order of the boxes. After `stop` the answer means nothing.
/// @param photo the bytes of a JPEG, PNG, TIFF, WebP, BMP or GIF.
std::vector<Crop> cropPhoto(const QByteArray &photo, const CropOrder &order, const std::stop_token &stop = {});

/// The same for a photo of the database.
std::vector<Crop> cropPhoto(PhotoStore &store, const QString &databasePath, CropOrder order,
                            const std::stop_token &stop = {});

/// Crops that all have the photo's fault; a bad box is one whatever the photo.
std::vector<Crop> withoutCrops(const CropOrder &order, const PhotoProblem &problem);

/// An image turned as EXIF asks.
QImage upright(const QImage &image, QImageIOHandler::Transformations orientation);

} // namespace herdbook::render
