// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/partrows.h"
#include "core/render/photo/photoformat.h"

#include <QtEndian>

#include <webp/decode.h>

namespace herdbook::render {

namespace {

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
        const qint64 pixels = qint64{m_features.width} * m_features.height;
        return (m_features.format == 1 ? 4 : 8) * pixels;
    }
    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) override;

private:
    QByteArray m_bytes;
    WebPBitstreamFeatures m_features;
};

std::vector<PartImage> WebPReader::decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop)
{
    PartRows rows(parts, size(), shrink);
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        return rows.finish();
    // Without the columns and rows that no part needs; libwebp crops from even ones.
    QRect all;
    for (const QRect &part : parts)
        all |= part;
    const int cell = std::max(2, shrink);
    all.setLeft(all.left() / cell * cell);
    all.setTop(all.top() / cell * cell);
    config.options.use_cropping = 1;
    config.options.crop_left = all.left();
    config.options.crop_top = all.top();
    config.options.crop_width = std::min((all.width() + cell - 1) / cell * cell, m_features.width - all.left());
    config.options.crop_height = std::min((all.height() + cell - 1) / cell * cell, m_features.height - all.top());
    config.output.colorspace = MODE_BGRA;
    const std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)> decoder(WebPIDecode(nullptr, 0, &config), WebPIDelete);
    if (!decoder)
        return rows.finish();
    // Piece by piece, so that a file that breaks off gives the rows it has.
    const VP8StatusCode status = WebPIUpdate(decoder.get(), reinterpret_cast<const uint8_t *>(m_bytes.constData()),
                                             static_cast<std::size_t>(m_bytes.size()));
    int last = 0, width = 0, height = 0, stride = 0;
    const uint8_t *pixels = WebPIDecGetRGB(decoder.get(), &last, &width, &height, &stride);
    if (pixels != nullptr && (status == VP8_STATUS_OK || status == VP8_STATUS_SUSPENDED)) {
        std::vector<uchar> line(4 * static_cast<std::size_t>(m_features.width));
        const int end = status == VP8_STATUS_OK ? height : last;
        for (int y = 0; y < end && !stop.stop_requested(); ++y) {
            std::copy_n(pixels + qsizetype{y} * stride, 4 * width, line.data() + 4 * qsizetype{all.left()});
            rows.take(all.top() + y, line.data());
        }
    }
    WebPFreeDecBuffer(&config.output);
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
