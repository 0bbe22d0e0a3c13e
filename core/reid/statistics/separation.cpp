// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/statistics/separation.h"

#include <algorithm>
#include <cmath>

namespace herdbook::reid {

DetPoint errorRates(const ScoreCounts &genuine, const ScoreCounts &impostors, int ticks)
{
    const auto genuineTotal = static_cast<double>(genuine.total());
    return {fromTicks(ticks), static_cast<double>(impostors.atOrAbove(ticks)) / static_cast<double>(impostors.total()),
            (genuineTotal - static_cast<double>(genuine.atOrAbove(ticks))) / genuineTotal};
}

std::optional<Separation> separate(const ScoreCounts &genuine, const ScoreCounts &impostors)
{
    if (genuine.empty() || impostors.empty())
        return std::nullopt;
    Separation result;
    result.genuine = genuine.total();
    result.impostors = impostors.total();
    const auto genuineTotal = static_cast<double>(genuine.total());
    const auto impostorTotal = static_cast<double>(impostors.total());

    double genuineBelow = 0;
    double impostorsBelow = 0;
    double wins = 0;
    double smallestGap = 2;
    for (int t = ScoreCounts::kLowest; t <= kTicksPerUnit; ++t) {
        const double g = genuine.count(t);
        const double i = impostors.count(t);
        if (g == 0 && i == 0)
            continue;
        const DetPoint point{fromTicks(t), (impostorTotal - impostorsBelow) / impostorTotal,
                             genuineBelow / genuineTotal};
        result.curve.push_back(point);
        if (const double gap = std::abs(point.falseMatch - point.falseNonMatch); gap < smallestGap) {
            smallestGap = gap;
            result.equalErrorRate = (point.falseMatch + point.falseNonMatch) / 2;
            result.equalErrorThreshold = point.threshold;
        }
        wins += g * (impostorsBelow + i / 2);
        genuineBelow += g;
        impostorsBelow += i;
    }
    result.auc = wins / (genuineTotal * impostorTotal);
    const double gsd = genuine.total() > 1 ? genuine.standardDeviation() : 0;
    const double isd = impostors.total() > 1 ? impostors.standardDeviation() : 0;
    const double spread = std::sqrt((gsd * gsd + isd * isd) / 2);
    result.dPrime = spread > 0 ? std::abs(genuine.mean() - impostors.mean()) / spread : 0;
    return result;
}

} // namespace herdbook::reid
