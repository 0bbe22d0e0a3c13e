// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace herdbook::exports {

/// Largest body of a message, decompressed or not: sixteen times what 10,000 detection ids take.
inline constexpr qsizetype MostBodyBytes = qsizetype{16} << 20;

/// Largest message that is read at all: such a body in base64, and the headers.
inline constexpr qsizetype MostMessageBytes = qsizetype{24} << 20;

/// Unpacks a body as kombu's header `compression` names it: application/x-gzip (which is zlib's format there; gzip's too), application/x-bz2,
/// application/x-lzma (xz), application/zstd. InvalidInput for any other name, Corrupt when the bytes are none of that, Storage
/// when they would unpack to more than MostBodyBytes; never more than that is held.
Result<QByteArray> decompress(const QByteArray &packed, const QString &compression);

} // namespace herdbook::exports
