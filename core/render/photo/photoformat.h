// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImageIOHandler>
#include <QString>

namespace herdbook::render {

/// What a file is by its bytes; its name plays no part.
enum class PhotoFormat { Jpeg, Png, Tiff, WebP, Bmp, Gif, Jpeg2000, Heic, Avif, JpegXl, Svg, Pdf, Raw, Unknown };

/// @param head the file's first bytes; 64 are enough for all but SVG, 1024 for that.
PhotoFormat formatOf(const QByteArray &head);

/// "JPEG 2000"; empty for Unknown.
QString formatName(PhotoFormat format);

/// Whether openPhoto() decodes it. The others are named, never decoded: for some there is no decoder in Debian 12, some fetch further files.
bool isDecoded(PhotoFormat format);

/// The transformation that EXIF's tag 0x0112 asks for.
/// @param tiff an EXIF block from its byte order mark ("II" or "MM") on.
QImageIOHandler::Transformations orientationInExif(const QByteArray &tiff);

/// The transformation for a value of that tag; none for one out of 1 to 8.
QImageIOHandler::Transformations transformationOf(int orientation);

} // namespace herdbook::render
