// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/likewithlike.h"

namespace herdbook::season {

/// What the matched cameras say and what all cameras counted, in sentences; plain counts first only where their sign disagrees.
/// @param alpha under FamilyError the interval is one of several that hold together.
QStringList likeSentences(const LikeWithLike &like, std::size_t one, std::size_t other, double alpha = FamilyError);

/// How many photos of each period are not read, where that is more than a few that failed. Two periods have it among their sentences;
/// for several it is to be said once, before the pairs.
QStringList unreadSentences(const LikeWithLike &like);

} // namespace herdbook::season
