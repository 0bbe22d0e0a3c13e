// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/statistics.h"

namespace herdbook::render {

/// What capture-recapture software reads, as (file name, content): individuals.csv (a known deer a row, an occasion a column: 1 seen,
/// 0 not, empty where no camera worked or no photo is read), occasions.csv (dates and effort of the columns) and effort.csv (camera-days
/// of each location in each occasion). Sightings under impossible dates are in none. Occasions are the period's days, weeks or months as the
/// request groups them, cut to the period. UTF-8, RFC 4180.
std::vector<std::pair<QString, QByteArray>> captureFiles(const season::SeasonStatistics &season);

} // namespace herdbook::render
