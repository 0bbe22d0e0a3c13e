// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/photo/partrows.h"

#include <QByteArray>

typedef struct tiff TIFF;

namespace herdbook::render {

/// Says of the rows that are needed which can't be trusted, by what libtiff doesn't look at: lost sectors in pixels that are stored as they
/// are or packed by LZW or PackBits, the sum at the end of deflated data, places that lie outside the file, the length of the ICC profile.
/// @param bytes the whole file.
void doubtTiff(TIFF *file, const QByteArray &bytes, const QSize &photo, PartRows &rows, const std::stop_token &stop);

} // namespace herdbook::render
