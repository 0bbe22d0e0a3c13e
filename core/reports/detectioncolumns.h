// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

namespace herdbook::reports {

/// SQL expressions over `detections d` and `deer r` that hold whether or not the later migrations were run on this
/// database.
struct DetectionColumns
{
    QString classification; ///< the corrected class where a person corrected it
    QString corrected;      ///< boolean
    QString valid;          ///< boolean
    QString duplicate;      ///< boolean
    QString reviewed;       ///< boolean
    QString burst;          ///< uuid or null
    QString bestPhoto;      ///< uuid or null

    static Result<DetectionColumns> probe(storage::Postgres &connection);
};

} // namespace herdbook::reports
