// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/blanksectors.h"
#include "core/render/photo/partrows.h"
#include "core/render/photo/photoformat.h"

#include <QtEndian>

#include <webp/decode.h>

namespace herdbook::render {

namespace {

constexpr int Lossy = 1; // libwebp's number for it
constexpr qint64 BandBytes = qint64{24} * 1024 * 1024;

/// The data of a chunk of the RIFF file; empty where it has none.
QByteArray chunk(const QByteArray &bytes, const char *name)
{
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const qsizetype length = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        if (bytes.mid(at, 4) == name)
            return bytes.mid(at + 8, length);
        at += 8 + length + (length & 1);
    }
    return {};
}

/// Whether the file's frame and data look as no whole WebP does: chunks longer than the file, an ICC profile that is none, lost sectors.
/// Its data has no sums: what else is damaged can't be told.
bool looksDamaged(const QByteArray &bytes, const WebPBitstreamFeatures &features)
{
    const auto number = [&bytes](qsizetype at) { return qint64{qFromLittleEndian<quint32>(bytes.constData() + at)}; };
    const qint64 end = 8 + number(4);
    if (end > bytes.size() + 1)            // a last byte that only fills up may lack
        return bytes.mid(12, 4) == "VP8X"; // else only rows of the picture can lack, and they are known
    Extent picture;
    for (qint64 at = 12; at + 8 <= std::min<qint64>(end, bytes.size());) {
        const qint64 length = number(at + 4);
        if (at + 8 + length > end)
            return true;
        const QByteArray name = bytes.mid(at, 4);
        if (name == "VP8 " || name == "VP8L")
            picture = {at + 8, at + 8 + length};
        if (name == "ICCP" && (length == 0 || !isSoundProfile(bytes.mid(at + 8, length))))
            return true;
        at += 8 + length + (length & 1);
    }
    // Textured pictures have hardly a dozen equal bytes on end. Flat ones have: zeros, up to a byte for 10,000 pixels.
    constexpr qint64 NoTextureHas = 64, PixelsPerZero = 10000;
    const qint64 flat = features.format == Lossy ? qint64{features.width} * features.height / PixelsPerZero : 0;
    for (const Extent &run : blankRuns(bytes, picture, NoTextureHas)) {
        if (bytes[run.first] != '\0' || run.size() > NoTextureHas + flat ||
            (run.size() >= 256 && (beginsWithSector(run) || endsWithSector(run))))
            return true;
    }
    return picture.size() == 0;
}

class WebPReader : public PhotoDecoder
{
public:
    WebPReader(QByteArray bytes, const WebPBitstreamFeatures &features)
        : m_bytes(std::move(bytes)), m_features(features)
    {
    }

    QSize size() const override { return {m_features.width, m_features.height}; }
    QImageIOHandler::Transformations orientation() const override
    {
        QByteArray exif = chunk(m_bytes, "EXIF");
        if (exif.startsWith(QByteArray("Exif\0\0", 6)))
            exif.remove(0, 6);
        return orientationInExif(exif);
    }
    qint64 memoryNeeded() const override
    {
        const qint64 pixels = 4 * qint64{m_features.width} * m_features.height;
        return m_features.format == Lossy ? pixels : pixels + std::min(pixels, BandBytes);
    }
    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) override;

private:
    bool decodeBand(const QRect &band, PartRows &rows, const std::stop_token &stop) const;

    QByteArray m_bytes;
    WebPBitstreamFeatures m_features;
};

/// Whether the file has all rows of the band, which begins in an even row and column.
bool WebPReader::decodeBand(const QRect &band, PartRows &rows, const std::stop_token &stop) const
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        return false;
    config.options.use_cropping = 1;
    config.options.crop_left = band.left();
    config.options.crop_top = band.top();
    config.options.crop_width = band.width();
    config.options.crop_height = band.height();
    config.output.colorspace = MODE_BGRA;
    const std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)> decoder(WebPIDecode(nullptr, 0, &config), WebPIDelete);
    if (!decoder)
        return false;
    // Piece by piece, so that a file that breaks off gives the rows it has.
    const VP8StatusCode status = WebPIUpdate(decoder.get(), reinterpret_cast<const uint8_t *>(m_bytes.constData()),
                                             static_cast<std::size_t>(m_bytes.size()));
    int last = 0, width = 0, height = 0, stride = 0;
    const uint8_t *pixels = WebPIDecGetRGB(decoder.get(), &last, &width, &height, &stride);
    if (pixels != nullptr && (status == VP8_STATUS_OK || status == VP8_STATUS_SUSPENDED)) {
        std::vector<uchar> line(4 * static_cast<std::size_t>(m_features.width));
        const int end = status == VP8_STATUS_OK ? height : last;
        for (int y = 0; y < end && !stop.stop_requested(); ++y) {
            std::copy_n(pixels + qsizetype{y} * stride, 4 * width, line.data() + 4 * qsizetype{band.left()});
            rows.take(band.top() + y, line.data());
        }
    }
    WebPFreeDecBuffer(&config.output);
    return status == VP8_STATUS_OK;
}

std::vector<PartImage> WebPReader::decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop)
{
    PartRows rows(parts, size(), shrink);
    // Without the columns and rows that no part needs; libwebp crops from even ones.
    QRect all;
    for (const QRect &part : parts)
        all |= part;
    const int cell = std::max(2, shrink);
    all.setLeft(all.left() / cell * cell);
    all.setTop(all.top() / cell * cell);
    all.setWidth(std::min((all.width() + cell - 1) / cell * cell, m_features.width - all.left()));
    all.setHeight(std::min((all.height() + cell - 1) / cell * cell, m_features.height - all.top()));
    // Without loss libwebp holds the whole photo beside what it gives: in bands, each decoded from the top, it stays at the former.
    const qint64 fit = BandBytes / (4 * qint64{all.width()}) / 2 * 2;
    const int height =
        m_features.format == Lossy ? all.height() : static_cast<int>(std::clamp<qint64>(fit, 2, all.height()));
    for (int top = all.top(); top <= all.bottom() && !stop.stop_requested(); top += height) {
        if (!decodeBand(QRect(all.left(), top, all.width(), std::min(height, all.bottom() + 1 - top)), rows, stop))
            break;
    }
    if (looksDamaged(m_bytes, m_features))
        rows.doubt(0, m_features.height);
    return rows.finish();
}

} // namespace

OpenedPhoto openWebP(const QByteArray &bytes, const PhotoLimits &)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size()),
                        &features) != VP8_STATUS_OK)
        return PhotoProblem{CropFault::PhotoDamaged, QStringLiteral("The photo is not a readable WebP")};
    if (features.has_animation)
        return PhotoProblem{CropFault::PhotoUnreadable,
                            QStringLiteral("The photo's file is an animated WebP, which isn't read")};
    return std::make_unique<WebPReader>(bytes, features);
}

} // namespace herdbook::render
