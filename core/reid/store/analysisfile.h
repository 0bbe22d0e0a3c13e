// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reid/analysis.h"

namespace herdbook::reid {

/// Keeps an analysis in a file that only its owner can read; what was there stays until all is written. For the program that wrote it
/// only: it is no format to exchange.
/// Storage when the file can't be written.
Result<void> writeAnalysis(const Analysis &analysis, const QString &path);

/// The analysis a file holds, just as it was written. Nothing when there is no such file, when it is damaged or another build's.
std::optional<Analysis> readAnalysis(const QString &path);

} // namespace herdbook::reid
