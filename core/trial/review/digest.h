// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/record.h"

namespace herdbook::trial {

/// SHA-256 (hex) over the profiles: id, sex, hash of the float32 vector, by id.
QString profilesDigest(const reid::Dataset &data);

/// SHA-256 (hex) over edition, source, profiles and the pool's items (id, sex, score, best profile) by id: no deer_id and no review
/// columns, so that applying or reviewing elsewhere doesn't change it.
QString poolDigest(const QString &source, const QString &profilesDigest, const std::vector<PoolItem> &pool);

/// The items of a pool as the digest covers them, by id.
std::vector<PoolItem> poolItems(const reid::Dataset &data, const Pool &pool);

/// A frozen pool looked at again in today's data.
struct PoolState
{
    QString changed;  ///< what has changed, one sentence; empty: the digest is the same
    qint64 newer = 0; ///< unassigned detections at or above the threshold that are not in the pool
    qint64 open = 0;  ///< of the pool at or above the threshold, unassigned still
};
PoolState checkPool(const TrialRecord &record, const reid::Dataset &data, const QString &sourceNow, double threshold);

} // namespace herdbook::trial
