// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/photodecoder.h"

namespace herdbook::render {

/// Decodes parts of one JPEG in a single pass: columns and rows that no part needs are skipped, and where smaller parts will do the decoder
/// itself shrinks (libjpeg-turbo). What is below the lowest part is run through for damage only. Pixels are as stored, without EXIF
/// rotation.
class JpegReader : public PhotoDecoder
{
public:
    /// Reads the header. PhotoDamaged when the bytes are no JPEG.
    static std::variant<std::unique_ptr<JpegReader>, PhotoProblem> open(QByteArray bytes,
                                                                        const PhotoLimits &limits = {});
    ~JpegReader() override;

    QSize size() const override;
    QImageIOHandler::Transformations orientation() const override;
    qint64 memoryNeeded() const override;
    int mostShrink() const override { return 8; }
    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink,
                                  const std::stop_token &stop = {}) override;

private:
    struct State;
    explicit JpegReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace herdbook::render
