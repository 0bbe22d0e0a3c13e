// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photodecoder.h"

#include "core/render/photo/photoformat.h"

#include <condition_variable>
#include <mutex>

namespace herdbook::render {

namespace {

constexpr qint64 SharedBytes = qint64{128} * 1024 * 1024;

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
        return openWhole(bytes, limits, format);
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
