// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"

#include <QByteArray>
#include <QString>

class QTimeZone;

namespace herdbook::reid {

/// The sweep as CSV: the tested thresholds and 0.20 .. 1.00 by 0.005, ascending, a field empty where nothing is known.
QByteArray sweepCsv(const Analysis &analysis);

/// The figures, the sweep and the recommendation, for a terminal.
QString summary(const Analysis &analysis);

/// The whole report as Markdown.
/// @param zone of the site.
QString markdown(const Analysis &analysis, const QTimeZone &zone);

} // namespace herdbook::reid
