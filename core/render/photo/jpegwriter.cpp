// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegwriter.h"

#include "core/render/photo/jpegerrors.h"

#include <cstdlib>

namespace herdbook::render {

namespace {

/// Only plain data between setjmp and the end: see JpegErrors.
bool compress(jpeg_compress_struct &codec, JpegErrors &errors, const QImage &image, int quality, uchar **bytes,
              unsigned long *size)
{
    if (setjmp(errors.jump) != 0)
        return false;
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, bytes, size);
    codec.image_width = static_cast<JDIMENSION>(image.width());
    codec.image_height = static_cast<JDIMENSION>(image.height());
    codec.input_components = 4;
    codec.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < codec.image_height) {
        auto *row = const_cast<uchar *>(image.constScanLine(static_cast<int>(codec.next_scanline)));
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    return true;
}

} // namespace

QByteArray encodeJpeg(const QImage &image, int quality)
{
    if (image.isNull())
        return {};
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    if (source.isNull())
        return {};
    JpegErrors errors;
    jpeg_compress_struct codec{};
    codec.err = &errors.base;
    uchar *bytes = nullptr;
    unsigned long size = 0;
    const bool done = compress(codec, errors, source, quality, &bytes, &size);
    QByteArray result =
        done ? QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)) : QByteArray();
    jpeg_destroy_compress(&codec);
    std::free(bytes);
    return result;
}

} // namespace herdbook::render
