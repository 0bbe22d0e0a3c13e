// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QRect>
#include <memory>
#include <vector>

namespace herdbook::render {

/// Decodes parts of one JPEG in a single pass: columns and rows that no part needs are skipped, nothing below the
/// lowest part is touched, and where smaller parts will do the decoder itself shrinks (libjpeg-turbo). Pixels are as
/// stored, without EXIF rotation.
class JpegReader
{
public:
    /// Reads the header. Corrupt when the bytes are no JPEG; InvalidInput when it is of a kind this reader leaves to
    /// others (CMYK).
    static Result<JpegReader> open(QByteArray bytes);
    ~JpegReader();
    JpegReader(JpegReader &&) noexcept;
    JpegReader &operator=(JpegReader &&) noexcept;

    QSize size() const;

    /// Decodes the parts, given in pixels of the photo and inside it, shrunk by 1, 2, 4 or 8: part (x, y, w, h) comes
    /// out as the pixels [floor(x / shrink), ceil((x + w) / shrink)). A part whose data is damaged is a null image.
    /// Once only.
    std::vector<QImage> decode(const std::vector<QRect> &parts, int shrink);

private:
    struct State;
    explicit JpegReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Encodes as baseline JPEG, 4:2:0, without metadata. Empty when the image can't be encoded.
QByteArray encodeJpeg(const QImage &image, int quality);

} // namespace herdbook::render
