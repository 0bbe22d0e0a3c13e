// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/photos/photo.h"

#include "core/render/photo/photodecoder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace herdbook::trial {

namespace {

constexpr double kLeastBox = 0.5; ///< pixels; smaller ones get no crop in exports either

/// EXIF's rotation for an image of this size as stored, moved so that the upright image begins at 0, 0.
QTransform uprightTransform(QImageIOHandler::Transformations how, const QSizeF &size)
{
    QTransform transform;
    if (how & QImageIOHandler::TransformationRotate90)
        transform.rotate(90);
    // Applied before the rotation, as Qt's readers do.
    transform.scale(how & QImageIOHandler::TransformationMirror ? -1 : 1,
                    how & QImageIOHandler::TransformationFlip ? -1 : 1);
    const QRectF turned = transform.mapRect(QRectF(QPointF(), size));
    return transform * QTransform::fromTranslate(-turned.x(), -turned.y());
}

/// The whole photo in strips, so that what lies above a break is there; `damaged` is set where a part is doubtful or lacks.
QImage decodeWhole(render::PhotoDecoder &decoder, int shrink, bool &damaged, const std::stop_token &stop)
{
    const QSize stored = decoder.size();
    std::vector<QRect> strips;
    for (int top = 0, height = 256 * shrink; top < stored.height(); top += height)
        strips.push_back(QRect(0, top, stored.width(), height) & QRect(QPoint(), stored));
    std::vector<render::PartImage> parts = decoder.decode(strips, shrink, stop);
    QImage whole;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const render::PartImage part = std::exchange(parts[i], {});
        damaged = damaged || part.trust != render::Trust::Sound;
        if (part.image.isNull())
            continue;
        if (whole.isNull()) {
            whole = QImage(part.image.width(), (stored.height() + shrink - 1) / shrink, QImage::Format_RGB32);
            whole.fill(Qt::gray);
        }
        for (int y = 0, top = strips[i].top() / shrink; y < part.image.height() && top + y < whole.height(); ++y)
            std::copy_n(part.image.constScanLine(y), 4 * part.image.width(), whole.scanLine(top + y));
    }
    return whole;
}

/// A picture's box in pixels of its photo's image, clipped to it; null where it lies outside.
QRectF clipped(const Photo &photo, const Picture &picture)
{
    QTransform toImage = photo.toImage;
    if (picture.unit == render::BoxUnit::Fractions)
        toImage = QTransform::fromScale(photo.stored.width(), photo.stored.height()) * toImage;
    return toImage.mapRect(picture.box).intersected(QRectF(QPointF(), QSizeF(photo.image.size())));
}

} // namespace

Photo readPhoto(render::PhotoStore &photos, const QString &databasePath, const std::stop_token &stop)
{
    Photo photo;
    const auto fail = [&photo](const render::PhotoProblem &problem) {
        photo.problem = problem.why.isEmpty() ? render::describe(problem.fault) : problem.why;
        return photo;
    };
    const render::PhotoStore::Contents contents = photos.read(databasePath, stop);
    if (contents.problem)
        return fail(*contents.problem);
    render::OpenedPhoto opened = render::openPhoto(contents.bytes, photos.limits());
    if (const auto *problem = std::get_if<render::PhotoProblem>(&opened))
        return fail(*problem);
    render::PhotoDecoder &decoder = *std::get<0>(opened);
    const QSize stored = decoder.size();
    int shrink = 1;
    while (2 * shrink <= decoder.mostShrink() && qMax(stored.width(), stored.height()) >= 2 * shrink * kPhotoSide)
        shrink *= 2;
    const render::DecodingShare share(
        decoder.memoryNeeded() + 8 * qint64{stored.width()} * stored.height() / shrink / shrink, stop);
    QImage image = decodeWhole(decoder, shrink, photo.damaged, stop);
    if (image.isNull())
        return fail({render::CropFault::PhotoDamaged, {}});
    if (qMax(image.width(), image.height()) > kPhotoSide)
        image = image.scaled(kPhotoSide, kPhotoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const QTransform shrunk = QTransform::fromScale(static_cast<qreal>(image.width()) / stored.width(),
                                                    static_cast<qreal>(image.height()) / stored.height());
    const QTransform turn = uprightTransform(decoder.orientation(), image.size());
    photo.stored = stored;
    photo.toImage = shrunk * turn;
    photo.image = (turn.isIdentity() ? image : image.transformed(turn)).convertToFormat(QImage::Format_RGB32);
    if (isNightPhoto(photo.image))
        photo.brightened = stretchContrast(photo.image);
    return photo;
}

QRectF boxInImage(const Photo &photo, const Picture &picture)
{
    return problemOf(photo, picture).isEmpty() ? clipped(photo, picture) : QRectF();
}

QString problemOf(const Photo &photo, const Picture &picture)
{
    if (photo.image.isNull())
        return photo.problem;
    if (QString problem = boxProblem(picture.box, picture.unit); !problem.isEmpty())
        return problem;
    const QRectF box = clipped(photo, picture);
    if (box.isEmpty())
        return render::describe(render::CropFault::OutsidePhoto);
    return std::min(box.width(), box.height()) < kLeastBox ? render::describe(render::CropFault::BoxTooSmall)
                                                           : QString();
}

QImage thumbnail(const Photo &photo, const Picture &picture, const QSize &size)
{
    const QRectF part = boxInImage(photo, picture);
    if (part.isEmpty() || size.isEmpty())
        return {};
    // Without the stamped strip, unless the animal itself reaches into it.
    const QRectF whole(QPointF(), QSizeF(photo.image.size()));
    const QRectF all(0, 0, whole.width(), std::max(whole.height() * (1 - kStampShare), part.bottom()));
    QSizeF wanted = QSizeF(size).scaled(part.size() * 1.9, Qt::KeepAspectRatioByExpanding);
    wanted = wanted.boundedTo(QSizeF(size).scaled(all.size(), Qt::KeepAspectRatio));
    QRectF view(part.center() - QPointF(wanted.width() / 2, wanted.height() / 2), wanted);
    view.moveLeft(std::clamp(view.left(), 0.0, all.width() - view.width()));
    view.moveTop(std::clamp(view.top(), 0.0, all.height() - view.height()));
    // Aligned it is never empty: a copy of that would be the whole photo.
    return photo.image.copy(view.toAlignedRect() & photo.image.rect())
        .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

bool isNightPhoto(const QImage &image)
{
    qint64 light = 0;
    qint64 color = 0;
    qint64 pixels = 0;
    const int step = qMax(1, image.width() / 160);
    for (int y = 0; y < image.height(); y += step) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); x += step, ++pixels) {
            light += qGray(line[x]);
            color += std::max({qRed(line[x]), qGreen(line[x]), qBlue(line[x])}) -
                     std::min({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
        }
    }
    return pixels > 0 && (light / pixels < 70 || color / pixels < 8);
}

QImage stretchContrast(const QImage &image)
{
    std::array<qint64, 256> counts{};
    for (int y = 0; y < image.height(); y += 2) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); x += 2)
            ++counts[static_cast<std::size_t>(qGray(line[x]))];
    }
    qint64 all = 0;
    for (const qint64 count : counts)
        all += count;
    const auto percentile = [&](double share) {
        qint64 sum = 0;
        int level = 0;
        for (; level < 255 && sum + counts[static_cast<std::size_t>(level)] <= share * static_cast<double>(all);
             ++level)
            sum += counts[static_cast<std::size_t>(level)];
        return level;
    };
    const int low = percentile(0.01);
    const int high = std::max(percentile(0.998), low + 16);
    std::array<uchar, 256> curve{};
    for (int level = 0; level < 256; ++level) {
        const double stretched = std::clamp(static_cast<double>(level - low) / (high - low), 0.0, 1.0);
        curve[static_cast<std::size_t>(level)] = static_cast<uchar>(std::lround(255 * std::pow(stretched, 0.75)));
    }
    QImage result = image;
    for (int y = 0; y < result.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x)
            line[x] =
                qRgb(curve[static_cast<std::size_t>(qRed(line[x]))], curve[static_cast<std::size_t>(qGreen(line[x]))],
                     curve[static_cast<std::size_t>(qBlue(line[x]))]);
    }
    return result;
}

} // namespace herdbook::trial
