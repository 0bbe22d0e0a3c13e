// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photoformat.h"

#include <QtEndian>
#include <array>

namespace herdbook::render {

namespace {

PhotoFormat formatOfIsoMedia(const QByteArray &head)
{
    // ISO base media: the size of the first box, `ftyp`, the major brand and its version, then further brands.
    const QByteArray brands = head.mid(8, 56);
    if (brands.startsWith("avif") || brands.startsWith("avis"))
        return PhotoFormat::Avif;
    for (const char *brand : {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"}) {
        if (brands.startsWith(brand))
            return brands.contains("avif") ? PhotoFormat::Avif : PhotoFormat::Heic;
    }
    return brands.startsWith("crx ") ? PhotoFormat::Raw : PhotoFormat::Unknown;
}

bool looksLikeXml(const QByteArray &head)
{
    QByteArray text = head;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    text = text.trimmed().toLower();
    return text.startsWith("<?xml") || text.startsWith("<!doctype svg") || text.startsWith("<svg") ||
           (text.startsWith("<!--") && text.contains("<svg")) || text.startsWith("\x1f\x8b");
}

} // namespace

PhotoFormat formatOf(const QByteArray &head)
{
    const auto begins = [&head](const char *bytes, qsizetype size) { return head.startsWith(QByteArray(bytes, size)); };
    if (begins("\xff\xd8", 2))
        return begins("\xff\xd8\xff", 3) || head.size() < 3 ? PhotoFormat::Jpeg : PhotoFormat::Unknown;
    if (begins("\x89PNG\r\n\x1a\n", 8))
        return PhotoFormat::Png;
    if (begins("RIFF", 4) && head.mid(8, 4) == "WEBP")
        return PhotoFormat::WebP;
    if (begins("II*\0", 4) || begins("MM\0*", 4) || begins("II+\0", 4) || begins("MM\0+", 4))
        return head.mid(8, 2) == "CR" ? PhotoFormat::Raw : PhotoFormat::Tiff;
    if (begins("GIF87a", 6) || begins("GIF89a", 6))
        return PhotoFormat::Gif;
    if (begins("\0\0\0\x0cjP  \r\n\x87\n", 12) || begins("\xff\x4f\xff\x51", 4))
        return PhotoFormat::Jpeg2000;
    if (begins("\xff\x0a", 2) || begins("\0\0\0\x0cJXL \r\n\x87\n", 12))
        return PhotoFormat::JpegXl;
    if (head.mid(4, 4) == "ftyp")
        return formatOfIsoMedia(head);
    if (begins("%PDF", 4))
        return PhotoFormat::Pdf;
    if (begins("BM", 2) && head.size() >= 18)
        return PhotoFormat::Bmp;
    return looksLikeXml(head) ? PhotoFormat::Svg : PhotoFormat::Unknown;
}

QString formatName(PhotoFormat format)
{
    static const std::array<QString, 14> names = {QStringLiteral("JPEG"),
                                                  QStringLiteral("PNG"),
                                                  QStringLiteral("TIFF"),
                                                  QStringLiteral("WebP"),
                                                  QStringLiteral("BMP"),
                                                  QStringLiteral("GIF"),
                                                  QStringLiteral("JPEG 2000"),
                                                  QStringLiteral("HEIC"),
                                                  QStringLiteral("AVIF"),
                                                  QStringLiteral("JPEG XL"),
                                                  QStringLiteral("SVG"),
                                                  QStringLiteral("PDF"),
                                                  QStringLiteral("a camera's raw format"),
                                                  QString()};
    return names[static_cast<std::size_t>(format)];
}

bool isDecoded(PhotoFormat format)
{
    return format <= PhotoFormat::Gif;
}

QImageIOHandler::Transformations transformationOf(int orientation)
{
    using T = QImageIOHandler;
    static const std::array<T::Transformations, 9> all = {T::TransformationNone,     T::TransformationNone,
                                                          T::TransformationMirror,   T::TransformationRotate180,
                                                          T::TransformationFlip,     T::TransformationFlipAndRotate90,
                                                          T::TransformationRotate90, T::TransformationMirrorAndRotate90,
                                                          T::TransformationRotate270};
    return orientation >= 1 && orientation <= 8 ? all[static_cast<std::size_t>(orientation)] : all[0];
}

QImageIOHandler::Transformations orientationInExif(const QByteArray &tiff)
{
    const bool little = tiff.startsWith("II");
    if (!little && !tiff.startsWith("MM"))
        return {};
    const auto *bytes = reinterpret_cast<const uchar *>(tiff.constData());
    const auto number16 = [&](qsizetype at) {
        return at + 2 <= tiff.size()
                   ? (little ? qFromLittleEndian<quint16>(bytes + at) : qFromBigEndian<quint16>(bytes + at))
                   : quint16{0};
    };
    if (number16(2) != 42 || tiff.size() < 14)
        return {};
    const qsizetype directory = little ? qFromLittleEndian<quint32>(bytes + 4) : qFromBigEndian<quint32>(bytes + 4);
    const int entries = number16(directory);
    for (int i = 0; i < entries; ++i) {
        const qsizetype at = directory + 2 + 12 * qsizetype{i};
        if (number16(at) == 0x0112)
            return number16(at + 2) == 3 ? transformationOf(number16(at + 8)) : QImageIOHandler::Transformations();
    }
    return {};
}

} // namespace herdbook::render
