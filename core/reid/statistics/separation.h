// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/scorecounts.h"

#include <optional>
#include <vector>

namespace herdbook::reid {

/// Error rates of one threshold: FMR(t) = P(impostor >= t), FNMR(t) = P(genuine < t).
struct DetPoint
{
    double threshold = 0;
    double falseMatch = 0;
    double falseNonMatch = 0;
};

/// How well genuine scores stand apart from impostor scores. Genuine scores of assigned detections are censored (they were
/// selected at the threshold in force), so everything here is optimistic and has to be labeled so.
struct Separation
{
    std::uint64_t genuine = 0;
    std::uint64_t impostors = 0;
    double auc = 0;    ///< P(genuine > impostor) + half P(equal)
    double dPrime = 0; ///< |difference of means| / root mean of the variances
    double equalErrorRate = 0;
    double equalErrorThreshold = 0;
    std::vector<DetPoint> curve; ///< every 0.0001 step at which either rate changes, ascending threshold
};

/// Nothing when either side is empty.
std::optional<Separation> separate(const ScoreCounts &genuine, const ScoreCounts &impostors);

/// Error rates of one threshold, in ticks.
DetPoint errorRates(const ScoreCounts &genuine, const ScoreCounts &impostors, int ticks);

} // namespace herdbook::reid
