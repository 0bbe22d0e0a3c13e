// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace herdbook::render {

/// Encodes as baseline JPEG, 4:2:0, without metadata. Empty when the image can't be encoded. Reentrant.
/// @param quality 1 to 100.
QByteArray encodeJpeg(const QImage &image, int quality);

} // namespace herdbook::render
