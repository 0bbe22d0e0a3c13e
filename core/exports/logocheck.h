// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace herdbook::exports {

inline constexpr qsizetype MaximumLogoBytes = qsizetype{256} * 1024;
inline constexpr int MaximumLogoPixels = 4096; ///< a side

/// Why an image may not be a report's logo, as the end of a sentence; empty when it may. PNG when its parts are all there and whole (its
/// pixels are not unpacked); SVG when it is well-formed, draws something and refers to nothing outside of itself (no DOCTYPE, script,
/// image, foreign object, style import or link), so that a report never reads a file or an address that someone wrote into a logo.
QString logoFault(const QByteArray &data);

bool isPng(const QByteArray &data);

} // namespace herdbook::exports
