// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photodecoder.h"

#include "core/render/photo/partrows.h"
#include "core/render/photo/photoformat.h"

#include <QBuffer>
#include <QImageReader>
#include <condition_variable>
#include <mutex>

namespace herdbook::render {

namespace {

constexpr qint64 SharedBytes = qint64{128} * 1024 * 1024;

/// Whether the file has all data of its first picture, as far as its frame tells: Qt takes what lacks for black.
bool isComplete(const QByteArray &bytes, PhotoFormat format, const QSize &size)
{
    const auto byte = [&bytes](qsizetype at) { return at < bytes.size() ? static_cast<uchar>(bytes[at]) : 0; };
    if (format == PhotoFormat::Bmp) {
        const auto number = [&](qsizetype at) { return byte(at) | byte(at + 1) << 8 | qint64{byte(at + 2)} << 16; };
        constexpr int DataAt = 10, HeaderAt = 14, CompressionAt = 30;
        const bool old = byte(HeaderAt) == 12; // OS/2's header, half as long
        const bool packed = !old && (byte(CompressionAt) == 1 || byte(CompressionAt) == 2);
        const qint64 line = (size.width() * (number(old ? 24 : 28) & 0xffff) + 31) / 32 * 4;
        return bytes.size() >= number(DataAt) + (packed ? 2 : line * size.height());
    }
    // GIF: a table of colors, then blocks with a length each up to an empty one, of which the first after a picture's frame are the picture.
    constexpr uchar Frame = 0x2c, Extension = 0x21;
    const auto table = [](int flags) { return (flags & 0x80) != 0 ? qsizetype{3} << ((flags & 7) + 1) : 0; };
    qsizetype at = 13 + table(byte(10));
    while (at < bytes.size()) {
        const uchar kind = byte(at);
        if (kind != Frame && kind != Extension)
            return false;
        at += kind == Frame ? 11 + table(byte(at + 9)) : 2;
        while (at < bytes.size() && byte(at) != 0)
            at += 1 + byte(at);
        if (kind == Frame || at >= bytes.size())
            return at < bytes.size();
        ++at;
    }
    return false;
}

/// What Qt itself reads and no trail camera writes: decoded whole.
class WholePhoto : public PhotoDecoder
{
public:
    WholePhoto(QByteArray bytes, PhotoFormat format) : m_bytes(std::move(bytes)), m_format(format)
    {
        m_buffer.setBuffer(&m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setFormat(m_format == PhotoFormat::Bmp ? "bmp" : "gif");
        m_reader.setDecideFormatFromContent(false);
        m_reader.setAutoTransform(false);
        m_size = m_reader.size();
    }

    QSize size() const override { return m_size; }
    QImageIOHandler::Transformations orientation() const override { return {}; }
    qint64 memoryNeeded() const override { return 8 * qint64{m_size.width()} * m_size.height(); }

    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) override
    {
        PartRows rows(parts, m_size, shrink);
        // Qt's limit is one of the process, in megabytes for each image.
        QImage whole = m_reader.read();
        if (whole.size() == m_size)
            whole = std::move(whole).convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < m_size.height() && whole.size() == m_size && !stop.stop_requested(); ++y)
            rows.take(y, whole.constScanLine(y));
        if (!isComplete(m_bytes, m_format, m_size))
            rows.doubt(0, m_size.height());
        return rows.finish();
    }

private:
    QByteArray m_bytes;
    PhotoFormat m_format;
    QBuffer m_buffer;
    QImageReader m_reader;
    QSize m_size;
};

OpenedPhoto openWhole(const QByteArray &bytes, PhotoFormat format)
{
    auto photo = std::make_unique<WholePhoto>(bytes, format);
    if (photo->size().isEmpty())
        return PhotoProblem{CropFault::PhotoDamaged, {}};
    return photo;
}

OpenedPhoto openAs(PhotoFormat format, const QByteArray &bytes, const PhotoLimits &limits)
{
    switch (format) {
    case PhotoFormat::Jpeg:
        return openJpeg(bytes, limits);
    case PhotoFormat::Png:
        return openPng(bytes, limits);
    case PhotoFormat::Tiff:
        return openTiff(bytes, limits);
    case PhotoFormat::WebP:
        return openWebP(bytes, limits);
    default:
        return openWhole(bytes, format);
    }
}

struct Memory
{
    std::mutex mutex;
    std::condition_variable_any changed;
    qint64 used = 0;
};

Memory &memory()
{
    static Memory shared;
    return shared;
}

} // namespace

OpenedPhoto openPhoto(const QByteArray &bytes, const PhotoLimits &limits)
{
    const PhotoFormat format = formatOf(bytes.left(1024));
    if (format == PhotoFormat::Unknown)
        return PhotoProblem{CropFault::PhotoDamaged, QStringLiteral("The photo's file holds no picture that is known")};
    if (!isDecoded(format))
        return PhotoProblem{CropFault::PhotoUnreadable,
                            QStringLiteral("The photo's file is %1, which isn't read").arg(formatName(format))};
    OpenedPhoto opened = openAs(format, bytes, limits);
    const auto *decoder = std::get_if<std::unique_ptr<PhotoDecoder>>(&opened);
    if (decoder == nullptr)
        return opened;
    const QSize size = (*decoder)->size();
    const qint64 pixels = qint64{size.width()} * size.height();
    if (pixels > limits.pixels)
        return PhotoProblem{CropFault::PhotoTooLarge,
                            QStringLiteral("The photo claims %1 x %2 pixels; the limit is %3 megapixels")
                                .arg(size.width())
                                .arg(size.height())
                                .arg(limits.pixels / 1'000'000)};
    if (const qint64 needed = (*decoder)->memoryNeeded(); needed > limits.bytes)
        return PhotoProblem{CropFault::PhotoTooLarge,
                            QStringLiteral("Decoding the photo (%1 x %2 pixels) would take %3 MB; the limit is %4 MB")
                                .arg(size.width())
                                .arg(size.height())
                                .arg(needed / (1024 * 1024))
                                .arg(limits.bytes / (1024 * 1024))};
    return opened;
}

DecodingShare::DecodingShare(qint64 bytes, const std::stop_token &stop)
{
    Memory &all = memory();
    std::unique_lock lock(all.mutex);
    if (all.changed.wait(lock, stop, [&] { return all.used == 0 || all.used + bytes <= SharedBytes; }))
        m_bytes = bytes;
    all.used += m_bytes;
}

DecodingShare::~DecodingShare()
{
    Memory &all = memory();
    const std::lock_guard lock(all.mutex);
    all.used -= m_bytes;
    all.changed.notify_all();
}

} // namespace herdbook::render
