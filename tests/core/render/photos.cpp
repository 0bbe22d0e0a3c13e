// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/render/photos.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <random>
#include <tiffio.h>
#include <webp/encode.h>

namespace herdbook::test {

QImage scenery(const QSize &size, quint32 seed)
{
    QImage image(size, QImage::Format_RGB32);
    std::mt19937 random(seed);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int grain = static_cast<int>(random() % 9) - 4;
            const int red = 60 + 120 * x / size.width() + grain;
            const int green = 60 + 120 * y / size.height() + grain;
            const int blue = 90 + ((x / 40 + y / 40 + static_cast<int>(seed)) % 2) * 40 + grain;
            line[x] = qRgb(red, green, blue);
        }
    }
    QPainter painter(&image);
    painter.fillRect(QRect(size.width() / 20, size.height() / 20, size.width() / 5, size.height() / 8), Qt::white);
    return image;
}

QByteArray jpegOf(const QImage &image, int quality, bool progressive)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(progressive);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray jpegTuned(const QImage &image, int quality, const std::function<void(jpeg_compress_struct &)> &tune)
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    jpeg_compress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    uchar *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &bytes, &size);
    codec.image_width = static_cast<JDIMENSION>(source.width());
    codec.image_height = static_cast<JDIMENSION>(source.height());
    codec.input_components = 4;
    codec.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    tune(codec);
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < codec.image_height) {
        auto *row = const_cast<uchar *>(source.constScanLine(static_cast<int>(codec.next_scanline)));
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    const QByteArray result(reinterpret_cast<char *>(bytes), static_cast<qsizetype>(size));
    jpeg_destroy_compress(&codec);
    free(bytes);
    return result;
}

QByteArray savedAs(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray tiffOf(const QImage &image, quint16 compression, bool tiled, quint16 orientation, quint32 strip,
                  quint16 samples, const std::function<void(tiff *)> &tune)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("made.tif"));
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    TIFF *file = TIFFOpen(qPrintable(path), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, rgb.width());
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, rgb.height());
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, samples);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_COMPRESSION, compression);
    TIFFSetField(file, TIFFTAG_ORIENTATION, orientation);
    if (tune)
        tune(file);
    if (tiled) {
        TIFFSetField(file, TIFFTAG_TILEWIDTH, 64);
        TIFFSetField(file, TIFFTAG_TILELENGTH, 64);
        std::vector<uchar> tile(64 * 64 * 3);
        for (int top = 0; top < rgb.height(); top += 64) {
            for (int left = 0; left < rgb.width(); left += 64) {
                for (int y = 0; y < 64; ++y) {
                    const uchar *line = rgb.constScanLine(std::min(top + y, rgb.height() - 1));
                    memcpy(tile.data() + y * 192, line + 3 * left,
                           static_cast<std::size_t>(3 * std::min(64, rgb.width() - left)));
                }
                TIFFWriteTile(file, tile.data(), static_cast<quint32>(left), static_cast<quint32>(top), 0, 0);
            }
        }
    } else {
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, strip);
        for (int y = 0; y < rgb.height(); ++y)
            TIFFWriteScanline(file, const_cast<uchar *>(rgb.constScanLine(y)), static_cast<quint32>(y), 0);
    }
    TIFFClose(file);
    QFile written(path);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

QByteArray webpOf(const QImage &image, bool lossless, float quality)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    uint8_t *bytes = nullptr;
    const std::size_t size = lossless ? WebPEncodeLosslessRGB(rgb.constBits(), rgb.width(), rgb.height(),
                                                              static_cast<int>(rgb.bytesPerLine()), &bytes)
                                      : WebPEncodeRGB(rgb.constBits(), rgb.width(), rgb.height(),
                                                      static_cast<int>(rgb.bytesPerLine()), quality, &bytes);
    const QByteArray result(reinterpret_cast<char *>(bytes), static_cast<qsizetype>(size));
    WebPFree(bytes);
    return result;
}

QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    // TIFF header, one directory with one entry: tag 0x0112, SHORT, one value.
    QByteArray exif("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += static_cast<char>(orientation);
    exif += QByteArray("\0\0\0\0\0\0", 6);
    const auto length = static_cast<quint16>(exif.size() + 2);
    QByteArray segment("\xff\xe1", 2);
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xff);
    return jpeg.left(2) + segment + exif + jpeg.mid(2);
}

double difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size() || one.isNull())
        return 255;
    const QImage a = one.convertToFormat(QImage::Format_RGB32);
    const QImage b = other.convertToFormat(QImage::Format_RGB32);
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (3.0 * a.width() * a.height());
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace herdbook::test
