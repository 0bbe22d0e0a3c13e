// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/document.h"
#include "core/render/report/reportdata.h"
#include "core/season/likewithlike.h"

namespace herdbook::render {

/// The rates of two periods at each camera, their ratio and its interval.
void addLocationsOfTwo(layout::Document &document, const ReportData &data, const season::LikeWithLike &like);

/// The rates of more periods at each camera.
/// @param compared cameras that some comparison rests on; the others are gray.
void addLocationsOfSeveral(layout::Document &document, const ReportData &data, const season::LikeWithLike &like,
                           const QStringList &compared);

} // namespace herdbook::render
