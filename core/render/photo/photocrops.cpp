// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photocrops.h"

#include "core/render/photo/photostore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTransform>
#include <array>
#include <cmath>
#include <map>

namespace herdbook::render {

namespace {

constexpr double Smallest = 0.5;             // pixels of the photo that a crop shows at least
constexpr qint64 Overhead = qint64{8} << 20; // bytes that any decoding takes
constexpr qint64 AtOnce = qint64{32} << 20;  // bytes of parts that are decoded together, some finer than they need

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

/// How far the decoder may shrink so that a part still is as large as its crop: a power of two.
int shrinkFor(const QRect &part, int longest, int most)
{
    int shrink = most;
    while (shrink > 1 && std::max(part.width(), part.height()) < qint64{longest} * shrink)
        shrink /= 2;
    return shrink;
}

/// Bytes of the crops' parts as the decoder gives them.
qint64 bytesOf(const std::vector<Crop *> &crops, int shrink)
{
    const auto cells = [shrink](int first, int count) {
        return qint64{(first + count + shrink - 1) / shrink - first / shrink};
    };
    qint64 bytes = 0;
    for (const Crop *crop : crops) {
        const QRect &part = crop->source;
        bytes += 4 * cells(part.left(), part.width()) * cells(part.top(), part.height());
    }
    return bytes;
}

using Passes = std::map<int, std::vector<Crop *>>; // by how far the decoder shrinks

/// The crops that have a part, in one pass where that takes little memory. Else a small part would hold large ones at full size.
Passes passesFor(std::vector<Crop> &crops, int longest, int most)
{
    Passes passes;
    std::vector<Crop *> all;
    for (Crop &crop : crops) {
        if (crop.fault)
            continue;
        passes[shrinkFor(crop.source, longest, most)].push_back(&crop);
        all.push_back(&crop);
    }
    if (passes.size() < 2)
        return passes;
    const int least = passes.begin()->first;
    return bytesOf(all, least) <= AtOnce ? Passes{{least, all}} : passes;
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

void take(Crop &crop, const PartImage &part, int longest, QImageIOHandler::Transformations orientation)
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

/// Makes the crops; the decoder is used up then.
void cut(PhotoDecoder &decoder, int shrink, const std::vector<Crop *> &wanted, int longest, const std::stop_token &stop)
{
    std::vector<QRect> parts;
    parts.reserve(wanted.size());
    for (const Crop *crop : wanted)
        parts.push_back(crop->source);
    const DecodingShare share(Overhead + decoder.memoryNeeded() + bytesOf(wanted, shrink), stop);
    std::vector<PartImage> images = decoder.decode(parts, shrink, stop);
    for (std::size_t i = 0; i < images.size(); ++i) {
        take(*wanted[i], images[i], longest, decoder.orientation());
        images[i] = {}; // large
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
    return std::max({std::abs(box.x()), std::abs(box.y()), box.width(), box.height()}) < 2;
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
    std::unique_ptr<PhotoDecoder> decoder = std::move(std::get<0>(opened));
    std::vector<Crop> crops(order.boxes.size());
    placeBoxes(order, decoder->size(), crops);
    for (const auto &[shrink, wanted] : passesFor(crops, order.longest, decoder->mostShrink())) {
        if (stop.stop_requested())
            break;
        if (!decoder) {
            opened = openPhoto(photo, order.limits);
            if (const auto *problem = std::get_if<PhotoProblem>(&opened)) { // memory may have run out since
                for (Crop *crop : wanted) {
                    crop->fault = problem->fault;
                    crop->why = problem->why;
                }
                continue;
            }
            decoder = std::move(std::get<0>(opened));
        }
        cut(*decoder, shrink, wanted, order.longest, stop);
        decoder.reset();
    }
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
