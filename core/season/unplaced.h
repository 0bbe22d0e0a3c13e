// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/detectioncolumns.h"

#include <QSet>

namespace herdbook::season {

/// How many rows no period holds, and so no report, as sentences without their points: detections whose photo isn't in the database, photos
/// without a time. Nothing where there are none.
Result<QStringList> unplacedTexts(storage::Postgres &connection, const DetectionColumns &columns);

/// Those of the ids that the database has as detections, but without their photos.
Result<QSet<QString>> detectionsWithoutPhoto(storage::Postgres &connection, const DetectionColumns &columns,
                                             const QStringList &ids);

} // namespace herdbook::season
