// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/bars.h"
#include "core/season/animals.h"
#include "core/season/effort/cells.h"
#include "core/season/effort/rateratio.h"
#include "core/season/statistics.h"

#include <QLocale>

namespace herdbook::render {

/// How numbers and animals look in a report.
QString number(qint64 value);                                     ///< "11,570"
QString decimal(double value, int digits);                        ///< "1.36"; "<0.01" of what would seem to be 0
QString daysText(double days);                                    ///< "59", "50.5"
QString percent(double fraction);                                 ///< "9.5%"; whole from 10% on, ">99%" of nearly all
QString percentOf(qint64 part, qint64 whole);                     ///< "-" of nothing
QString noValue();                                                ///< what stands where a figure doesn't exist
QString ratioText(const std::optional<season::RateRatio> &ratio); ///< "1.84 (1.51 to 2.10)"

/// Per 100 camera-days: "274.3", "none (≤ 13.2)", "no camera", "not read", "too short".
QString rateText(const season::Rate &rate);
QString limitNote();                          ///< what the figure beside none is
QString rateFigure(const season::Rate &rate); ///< the same where its days stand beside it: "274.3", "none", a dash
QString rateNote(const season::Rate &rate);   ///< its interval or upper limit, or why there is none

/// How many known deer were seen; a dash where all that are known bear impossible dates.
QString knownDeerText(qint64 individuals, bool hasMisdated);

QString camerasText(qsizetype count);                        ///< "1 camera"
QString imagesTitle(const season::SeasonStatistics &season); ///< what images with a counted animal are called

/// Color and print pattern of an animal, the same everywhere.
layout::Fill fillOf(season::Animal animal);
/// Color and pattern of the nth compared period.
layout::Fill fillOfPeriod(std::size_t index);

} // namespace herdbook::render
