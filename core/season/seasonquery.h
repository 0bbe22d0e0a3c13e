// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/detectioncolumns.h"
#include "core/season/statistics.h"

namespace herdbook::season {

/// What to count: days both inclusive, in `zone`.
struct SeasonQuestion
{
    QDate start;
    QDate end;
    exports::GroupBy groupBy = exports::GroupBy::Month;
    QStringList classes; ///< exports::coveredClassifications()
    QTimeZone zone;
    int mostSeen = 8;        ///< how many individuals to show with photos
    QStringList locations{}; ///< ids; empty: all, and photos without a location
};

/// Reads the statistics by one statement, in one pass over the period's photos and detections. No detections is not an
/// error: the figures are zero then. The caller brings the transaction, if several calls are to see the same data.
Result<SeasonStatistics> readSeason(storage::Postgres &connection, const DetectionColumns &columns,
                                    const SeasonQuestion &question);

} // namespace herdbook::season
