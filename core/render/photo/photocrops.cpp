// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photocrops.h"

#include "core/render/photo/jpegreader.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTransform>
#include <cmath>

namespace herdbook::render {

namespace {

constexpr qint64 LargestPhoto = 256 * 1024 * 1024; // bytes of a file; more is no photo

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

QImage shrinkTo(const QImage &image, const QSize &size)
{
    return image.size() == size ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Size of the crop of a part: as it is, or shrunk to the longest side.
QSize targetSize(const QSize &part, int longest)
{
    if (std::max(part.width(), part.height()) <= longest)
        return part;
    return part.scaled(longest, longest, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

/// How far the decoder may shrink so that every part still is as large as its crop: 1, 2, 4 or 8 (the ones it does
/// fast).
int shrinkFor(const std::vector<QRect> &parts, int longest)
{
    int shrink = 8;
    for (const QRect &part : parts) {
        while (shrink > 1 && std::max(part.width(), part.height()) < longest * shrink)
            shrink /= 2;
    }
    return shrink;
}

/// The boxes' parts of a photo of this size; faults where there is none.
void placeBoxes(const std::vector<std::optional<Box>> &boxes, const QSize &size, std::vector<Crop> &crops)
{
    const QRectF frame(QPointF(0, 0), QSizeF(size));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const QRectF inside = boxes[i] ? boxes[i]->intersected(frame) : QRectF();
        if (!boxes[i])
            crops[i].fault = CropFault::BadBox;
        else if (inside.width() < 0.5 || inside.height() < 0.5)
            crops[i].fault = CropFault::OutsidePhoto;
        else
            crops[i].source = inside.toAlignedRect() & QRect(QPoint(0, 0), size);
    }
}

void failRest(std::vector<Crop> &crops, CropFault fault)
{
    for (Crop &crop : crops) {
        if (!crop.fault)
            crop.fault = fault;
    }
}

std::optional<CropFault> readFile(const QString &path, QByteArray &bytes)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists() || !info.isFile())
        return CropFault::PhotoMissing;
    if (!file.open(QIODevice::ReadOnly))
        return CropFault::PhotoUnreadable;
    if (file.size() > LargestPhoto)
        return CropFault::PhotoDamaged;
    bytes = file.readAll();
    return file.error() == QFileDevice::NoError ? std::nullopt : std::optional(CropFault::PhotoUnreadable);
}

/// Fills in the pictures from whole photo (formats other than plain JPEG).
void cutWhole(QImageReader &reader, const std::vector<std::optional<Box>> &boxes, int longest, std::vector<Crop> &crops)
{
    const QImage photo = reader.read();
    if (photo.isNull()) {
        failRest(crops, CropFault::PhotoDamaged);
        return;
    }
    placeBoxes(boxes, photo.size(), crops);
    for (Crop &crop : crops) {
        if (!crop.fault)
            crop.image = shrinkTo(photo.copy(crop.source), targetSize(crop.source.size(), longest));
    }
}

} // namespace

QString wireName(CropFault fault)
{
    static const std::array<QString, 5> names = {QStringLiteral("bad_box"), QStringLiteral("outside_photo"),
                                                 QStringLiteral("photo_missing"), QStringLiteral("photo_unreadable"),
                                                 QStringLiteral("photo_damaged")};
    return names[static_cast<std::size_t>(fault)];
}

QString describe(CropFault fault)
{
    static const std::array<QString, 5> sentences = {
        QStringLiteral("The box is malformed or has no area"), QStringLiteral("The box lies outside the photo"),
        QStringLiteral("The photo's file is missing"), QStringLiteral("The photo's file can't be read"),
        QStringLiteral("The photo's file is damaged")};
    return sentences[static_cast<std::size_t>(fault)];
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

std::vector<Crop> cropPhoto(const QString &path, const std::vector<std::optional<Box>> &boxes, int longest)
{
    std::vector<Crop> crops(boxes.size());
    QByteArray bytes;
    if (const std::optional<CropFault> fault = readFile(path, bytes)) {
        placeBoxes(boxes, QSize(1 << 20, 1 << 20), crops); // a bad box is one whatever the photo
        failRest(crops, *fault);
        return crops;
    }
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader header(&buffer);
    header.setAutoTransform(false);
    const QImageIOHandler::Transformations orientation = header.transformation();

    Result<JpegReader> jpeg = JpegReader::open(bytes);
    if (!jpeg) {
        cutWhole(header, boxes, longest, crops);
    } else {
        placeBoxes(boxes, jpeg->size(), crops);
        std::vector<QRect> parts;
        std::vector<Crop *> wanted;
        for (Crop &crop : crops) {
            if (!crop.fault) {
                parts.push_back(crop.source);
                wanted.push_back(&crop);
            }
        }
        const std::vector<QImage> images =
            parts.empty() ? std::vector<QImage>() : jpeg->decode(parts, shrinkFor(parts, longest));
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (images[i].isNull())
                wanted[i]->fault = CropFault::PhotoDamaged;
            else
                wanted[i]->image = shrinkTo(images[i], targetSize(wanted[i]->source.size(), longest));
        }
    }
    for (Crop &crop : crops) {
        if (!crop.fault)
            crop.image = upright(crop.image, orientation);
    }
    return crops;
}

} // namespace herdbook::render
