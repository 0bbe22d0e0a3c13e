// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reid/analysis.h"

#include <QByteArray>
#include <QTimeZone>

namespace herdbook::render {

/// The analysis as a PDF of a few pages, its times in the site's zone. Needs a QGuiApplication.
QByteArray analysisPdf(const reid::Analysis &analysis, const QTimeZone &zone);

/// Writes report.pdf, report.md, histogram.png, histogram.svg, sweep.csv and analysis.json, each whole or not at all, into a folder
/// that is made where it is missing. Needs a QGuiApplication.
Result<void> writeReportFolder(const QString &folder, const reid::Analysis &analysis, const QTimeZone &zone);

} // namespace herdbook::render
