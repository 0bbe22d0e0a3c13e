// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/render/layout/document.h"

namespace herdbook::layout {

/// Writes one figure to a file of its own, whole or not at all. @param size in points.
Result<void> writeFigurePdf(const QString &path, const QSizeF &size, const QString &title, const Draw &draw);
Result<void> writeFigureSvg(const QString &path, const QSizeF &size, const QString &title, const Draw &draw);
Result<void> writeFigurePng(const QString &path, const QSizeF &size, qreal dotsPerInch, const Draw &draw);

} // namespace herdbook::layout
