// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/findings.h"

#include <functional>

namespace herdbook::season {

inline constexpr qint64 LeastDetections = 20; ///< fewer say nothing about a pattern

/// A comparison to make once it is known how many there are.
struct Candidate
{
    Finding::Kind kind;
    std::function<std::optional<RateRatio>(double alpha)> compare;
    std::function<QString(const RateRatio &)> say;
    bool onlyMore = true; ///< whether less than the rest is no finding
};

/// @param looks comparisons that share FamilyError (Bonferroni), those included that were not worth a candidate.
std::vector<Finding> keepWhatHolds(const std::vector<Candidate> &candidates, std::size_t looks);

/// "2.4 times"
QString times(const RateRatio &ratio);
/// "95% interval together 1.3 to 4.1": with all comparisons that were looked at
QString interval(const RateRatio &ratio);

/// A sentence that says "only" or "not", with its period. Rates leave out what was counted without a working camera to compare with;
/// where there is such a count the sentence says so, as it would be untrue without.
/// @param elsewhere detections that the sentence denies, in the plain counts.
QString asCompared(const QString &sentence, qint64 elsewhere);

} // namespace herdbook::season
