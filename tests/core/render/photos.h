// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <functional>

struct jpeg_compress_struct;

namespace herdbook::test {

/// A picture with smooth colors, some grain and a white mark near its upper left corner, so that wrong crops and turns
/// are seen.
QImage scenery(const QSize &size, quint32 seed = 1);

/// As JPEG of a quality; `progressive` as scanned by some cameras.
QByteArray jpegOf(const QImage &image, int quality = 92, bool progressive = false);

/// The same by libjpeg, which can be told more: `tune` is called before the first line.
QByteArray jpegTuned(const QImage &image, int quality, const std::function<void(jpeg_compress_struct &)> &tune);

/// The same JPEG with an EXIF orientation of 1 to 8.
QByteArray withOrientation(const QByteArray &jpeg, int orientation);

/// Mean absolute difference of the color channels, 0..255; 255 when the sizes differ.
double difference(const QImage &one, const QImage &other);

/// Writes bytes to a file; false on failure.
bool writeFile(const QString &path, const QByteArray &bytes);

} // namespace herdbook::test
