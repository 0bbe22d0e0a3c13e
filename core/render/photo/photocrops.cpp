// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photocrops.h"

#include "core/render/photo/photostore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTransform>
#include <array>
#include <cmath>

namespace herdbook::render {

namespace {

constexpr double Smallest = 0.5;             // pixels of the photo that a crop shows at least
constexpr qint64 Overhead = 8 * 1024 * 1024; // bytes that any decoding takes

QImage shrinkTo(const QImage &image, const QSize &size)
{
    return image.isNull() || image.size() == size ? image
                                                  : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Size of the crop of a part: as it is, or shrunk to the longest side.
QSize targetSize(const QSize &part, int longest)
{
    if (std::max(part.width(), part.height()) <= longest)
        return part;
    return part.scaled(longest, longest, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

/// How far the decoder may shrink so that every part still is as large as its crop: a power of two.
int shrinkFor(const std::vector<QRect> &parts, int longest, int most)
{
    int shrink = most;
    for (const QRect &part : parts) {
        while (shrink > 1 && std::max(part.width(), part.height()) < qint64{longest} * shrink)
            shrink /= 2;
    }
    return shrink;
}

/// The boxes' parts of a photo of this size; faults where there is none.
void placeBoxes(const CropOrder &order, const QSize &size, std::vector<Crop> &crops)
{
    const QRectF frame(QPointF(0, 0), QSizeF(size));
    for (std::size_t i = 0; i < crops.size(); ++i) {
        crops[i].photo = size;
        std::optional<Box> box = order.boxes[i];
        if (box && order.unit == BoxUnit::Fractions)
            box = Box(box->x() * size.width(), box->y() * size.height(), box->width() * size.width(),
                      box->height() * size.height());
        const QRectF inside = box ? box->intersected(frame) : QRectF();
        if (!box)
            crops[i].fault = CropFault::BadBox;
        else if (std::min(box->width(), box->height()) < Smallest && frame.intersects(*box))
            crops[i].fault = CropFault::BoxTooSmall;
        else if (std::min(inside.width(), inside.height()) < Smallest)
            crops[i].fault = CropFault::OutsidePhoto;
        else
            crops[i].source = inside.toAlignedRect() & QRect(QPoint(0, 0), size);
    }
}

void take(Crop &crop, PartImage part, int longest, QImageIOHandler::Transformations orientation)
{
    crop.damaged = part.trust != Trust::Sound;
    crop.image = upright(shrinkTo(part.image, targetSize(crop.source.size(), longest)), orientation);
    if (part.trust == Trust::Lost) {
        crop.fault = CropFault::PhotoDamaged;
        crop.why = QStringLiteral("The photo's file ends or breaks off before this part of it");
    } else if (crop.image.isNull()) {
        crop.fault = CropFault::PhotoTooLarge;
        crop.why = QStringLiteral("There is not enough memory for this part of the photo");
    } else if (crop.damaged) {
        crop.why = QStringLiteral(
            "The photo's file is damaged in or above this part; the crop may be displaced or discolored");
    }
}

} // namespace

QImage upright(const QImage &image, QImageIOHandler::Transformations orientation)
{
    // EXIF: mirror first, then turn.
    QImage result = image;
    if (orientation & (QImageIOHandler::TransformationMirror | QImageIOHandler::TransformationFlip)) {
        result = result.mirrored(orientation.testFlag(QImageIOHandler::TransformationMirror),
                                 orientation.testFlag(QImageIOHandler::TransformationFlip));
    }
    if (orientation.testFlag(QImageIOHandler::TransformationRotate90))
        result = result.transformed(QTransform().rotate(90));
    return result;
}

std::optional<Box> boxFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    std::array<double, 4> numbers{};
    const char *names[] = {"x", "y", "width", "height"};
    for (std::size_t i = 0; i < 4; ++i) {
        const QJsonValue value = object.value(QLatin1String(names[i]));
        if (!value.isDouble() || !std::isfinite(value.toDouble()) || std::abs(value.toDouble()) > 1e6)
            return std::nullopt;
        numbers[i] = value.toDouble();
    }
    if (numbers[2] <= 0 || numbers[3] <= 0)
        return std::nullopt;
    return Box(numbers[0], numbers[1], numbers[2], numbers[3]);
}

bool looksLikeFractions(const Box &box)
{
    return std::max({std::abs(box.x()), std::abs(box.y()), box.width(), box.height()}) <= 1;
}

std::vector<Crop> withoutCrops(const CropOrder &order, const PhotoProblem &problem)
{
    std::vector<Crop> crops(order.boxes.size());
    for (std::size_t i = 0; i < crops.size(); ++i) {
        crops[i].fault = order.boxes[i] ? problem.fault : CropFault::BadBox;
        if (order.boxes[i])
            crops[i].why = problem.why;
    }
    return crops;
}

std::vector<Crop> cropPhoto(const QByteArray &photo, const CropOrder &order, const std::stop_token &stop)
{
    OpenedPhoto opened = openPhoto(photo, order.limits);
    if (const auto *problem = std::get_if<PhotoProblem>(&opened))
        return withoutCrops(order, *problem);
    const std::unique_ptr<PhotoDecoder> decoder = std::move(std::get<0>(opened));
    std::vector<Crop> crops(order.boxes.size());
    placeBoxes(order, decoder->size(), crops);
    std::vector<QRect> parts;
    std::vector<Crop *> wanted;
    qint64 pixels = 0;
    for (Crop &crop : crops) {
        if (!crop.fault) {
            parts.push_back(crop.source);
            wanted.push_back(&crop);
            pixels +=
                std::min(qint64{crop.source.width()} * crop.source.height(), 4 * qint64{order.longest} * order.longest);
        }
    }
    if (parts.empty())
        return crops;
    const DecodingShare share(Overhead + decoder->memoryNeeded() + 4 * pixels, stop);
    std::vector<PartImage> images =
        decoder->decode(parts, shrinkFor(parts, order.longest, decoder->mostShrink()), stop);
    for (std::size_t i = 0; i < images.size(); ++i)
        take(*wanted[i], std::move(images[i]), order.longest, decoder->orientation());
    return crops;
}

std::vector<Crop> cropPhoto(PhotoStore &store, const QString &databasePath, CropOrder order,
                            const std::stop_token &stop)
{
    order.limits = store.limits();
    const PhotoStore::Contents contents = store.read(databasePath, stop);
    if (contents.problem)
        return withoutCrops(order, *contents.problem);
    return cropPhoto(contents.bytes, order, stop);
}

} // namespace herdbook::render
