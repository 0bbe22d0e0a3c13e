// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/effort/rateratio.h"

#include <QString>
#include <QStringList>

namespace herdbook::season {

struct SeasonStatistics;

/// "2,211"
QString countText(qint64 count);
/// "1 detection", "2,211 detections"
QString detectionsText(qint64 count);
/// One decimal: "331.5"
QString cameraDaysText(double days);
/// "94%"; "under 1%" and "over 99%" of what is not nothing or all.
QString percentText(double part, double whole);
/// "1.84", "12": fewer digits where the number is large; never "1.0", which would hide on which side of 1 it is.
QString ratioNumber(double ratio);
/// "+9%", "-7%", "0%"
QString changeText(double ratio);
/// "95% interval -21% to +7%", or why there is none
/// @param together whether it is one of several that hold together.
QString changeIntervalText(const RateRatio &ratio, bool together = false);
/// "a, b and c"
QString listText(const QStringList &items, const QString &lastly = QStringLiteral("and"));

/// How many photos are not read yet, of a comparison's period with its name; empty where all are.
QString unreadSentence(const SeasonStatistics &season);

/// How many detections of known deer tell of none when it was there, as their dates are impossible; of a comparison's period with its name;
/// empty where there are none.
QString misdatedSentence(const SeasonStatistics &season);

/// What is to be known about the cameras' work in a period, as it applies: how much, outages with their reason, first and last
/// photos, what would not be noticed, impossible dates and what they hide, photos without location or not read.
QStringList effortSentences(const SeasonStatistics &season);
/// Those of them on single cameras: first photos, outages, last photos.
QStringList cameraSentences(const SeasonStatistics &season);

} // namespace herdbook::season
