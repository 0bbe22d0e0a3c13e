// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/detectioncolumns.h"
#include "core/season/effort/seasoneffort.h"

namespace herdbook::season {

/// Which period's effort, of which cameras.
struct EffortQuestion
{
    QDate start; ///< inclusive, in `zone`
    QDate end;
    QTimeZone zone;
    QStringList locations{}; ///< ids; empty: all
};

/// Reads when the cameras worked, without their counts, from the photos 400 days around the period (and the nearest beyond): the
/// result is that of the whole history.
Result<SeasonEffort> readEffort(storage::Postgres &connection, const DetectionColumns &columns,
                                const EffortQuestion &question);

} // namespace herdbook::season
