// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <functional>

struct jpeg_compress_struct;
struct tiff;

namespace herdbook::test {

/// A picture with smooth colors, some grain and a white mark near its upper left corner, so that wrong crops and turns
/// are seen.
QImage scenery(const QSize &size, quint32 seed = 1);

/// As JPEG of a quality; `progressive` as scanned by some cameras.
QByteArray jpegOf(const QImage &image, int quality = 92, bool progressive = false);

/// The same by libjpeg, which can be told more: `tune` is called before the first line.
QByteArray jpegTuned(const QImage &image, int quality, const std::function<void(jpeg_compress_struct &)> &tune);

/// As a file of a format that Qt writes.
QByteArray savedAs(const QImage &image, const char *format);

/// As TIFF. @param compression libtiff's number. @param tiled in tiles of 64 by 64, else in strips of `strip` rows. `tune` is called before
/// the first of them.
QByteArray tiffOf(const QImage &image, quint16 compression, bool tiled, quint16 orientation = 1, quint32 strip = 16,
                  quint16 samples = 1, const std::function<void(tiff *)> &tune = {});

/// As WebP, the simple kind.
QByteArray webpOf(const QImage &image, bool lossless, float quality = 95);

/// The same JPEG with an EXIF orientation of 1 to 8.
QByteArray withOrientation(const QByteArray &jpeg, int orientation);

/// Mean absolute difference of the color channels, 0..255; 255 when the sizes differ.
double difference(const QImage &one, const QImage &other);

/// Writes bytes to a file; false on failure.
bool writeFile(const QString &path, const QByteArray &bytes);

} // namespace herdbook::test
