// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/load/databaseanalysis.h"

namespace herdbook::reid {

struct BackfillResult
{
    qint64 detections = 0;    ///< that lacked at least one row
    qint64 added = 0;         ///< rows
    std::size_t profiles = 0; ///< deer with a usable vector
    qint64 compared = 0;      ///< detections with a usable vector and a profile of their sex
    qint64 unusable =
        0; ///< valid ones of deer with a profile of their sex, but without a usable vector: no row is added
};

/// Computes and stores the rows of reid_similarity_scores that are missing: pairs of one sex, of detections with a usable vector,
/// with deer.sex as it is. A negative cosine is stored as 0, which is what the column holds. Batches of detections are
/// committed one by one, so that it can be stopped and started again; rows that are there stay as they are.
/// @param threshold the one in force, for `matched` and `threshold_used`.
Result<BackfillResult> backfill(storage::Postgres &database, double threshold, const std::stop_token &stop,
                                const Progress &progress = {});

} // namespace herdbook::reid
