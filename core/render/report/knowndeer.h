// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/document.h"
#include "core/render/report/reportdata.h"

namespace herdbook::render {

/// Each known deer of a season: first and last seen, days, locations, and two small strips, of the hours and of the period.
void addKnownDeer(layout::Document &document, const season::SeasonStatistics &season);

} // namespace herdbook::render
