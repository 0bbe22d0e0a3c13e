// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/photofault.h"
#include "core/render/photo/photoformat.h"

#include <QByteArray>
#include <QImage>
#include <QImageIOHandler>
#include <QRect>
#include <QSize>
#include <memory>
#include <stop_token>
#include <variant>
#include <vector>

namespace herdbook::render {

/// How far the pixels of a part can be trusted.
enum class Trust {
    Sound,
    Doubtful, ///< there is a picture, but data above or in it is damaged: it may be displaced, discolored or coarse
    Lost      ///< there is no data for a part of it
};

struct PartImage
{
    QImage image; ///< null where lost, or where there was no memory for it
    Trust trust = Trust::Sound;
};

/// Decodes parts of one photo; made by openPhoto(). Pixels are as stored, without EXIF rotation.
class PhotoDecoder
{
public:
    virtual ~PhotoDecoder() = default;

    virtual QSize size() const = 0;
    /// What EXIF asks for before the photo is shown.
    virtual QImageIOHandler::Transformations orientation() const = 0;
    /// Bytes that decode() takes at most, besides the parts; told by the header.
    virtual qint64 memoryNeeded() const = 0;
    /// The largest factor, a power of two, that decode() shrinks by.
    virtual int mostShrink() const { return 1 << 20; }

    /// Decodes the parts, given in pixels of the photo and inside it, shrunk by a power of two: part (x, y, w, h) comes out as the pixels
    /// [floor(x / shrink), ceil((x + w) / shrink)). Once only. After `stop` the answer means nothing.
    virtual std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) = 0;
};

using OpenedPhoto = std::variant<std::unique_ptr<PhotoDecoder>, PhotoProblem>;

/// Reads the header and refuses what is over the limits, before anything is decoded. The format is told by the bytes.
OpenedPhoto openPhoto(const QByteArray &bytes, const PhotoLimits &limits);

/// The formats' own; see openPhoto().
OpenedPhoto openJpeg(const QByteArray &bytes, const PhotoLimits &limits);
OpenedPhoto openPng(const QByteArray &bytes, const PhotoLimits &limits);
OpenedPhoto openTiff(const QByteArray &bytes, const PhotoLimits &limits);
OpenedPhoto openWebP(const QByteArray &bytes, const PhotoLimits &limits);
OpenedPhoto openWhole(const QByteArray &bytes, const PhotoLimits &limits, PhotoFormat format);

/// Holds a share of the memory that all decoding of this process may take at once: waits while others have it. A photo that takes more than
/// the share is decoded alone.
class DecodingShare
{
public:
    /// @param bytes see PhotoDecoder::memoryNeeded().
    DecodingShare(qint64 bytes, const std::stop_token &stop);
    ~DecodingShare();
    DecodingShare(const DecodingShare &) = delete;
    DecodingShare &operator=(const DecodingShare &) = delete;

private:
    qint64 m_bytes = 0;
};

} // namespace herdbook::render
