// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matching.h"

#include <algorithm>

namespace herdbook::reid {

MatchPlan MatchPlan::forSize(std::uint64_t detections, std::uint64_t assigned, std::size_t profiles, std::uint64_t seed)
{
    const double kept = static_cast<double>(assigned) * static_cast<double>(profiles);
    MatchPlan plan;
    plan.seed = seed;
    plan.mateShare = kept > 128e6 ? 128e6 / kept : 1;
    plan.pairShare = detections > 20000 ? 20000.0 / static_cast<double>(detections) : 1;
    return plan;
}

Probe Probe::of(const Detection &detection, std::span<const Profile> profiles, const MatchPlan &plan)
{
    Probe probe;
    probe.shadowHash = plan.shadowHash(detection.id);
    probe.ownProfile = detection.ownProfile;
    probe.deer = detection.deerClass();
    if (!probe.deer)
        return probe;
    probe.sex = detection.sex();
    const bool counts = detection.valid && !detection.duplicate;
    probe.countPairs = counts && plan.countsPairs(detection.id);
    probe.keepMates = counts && detection.ownProfile >= 0 &&
                      profiles[static_cast<std::size_t>(detection.ownProfile)].sex == probe.sex &&
                      plan.keepsMates(detection.id);
    return probe;
}

std::array<MateRows, kSexes> emptyMateRows(const Gallery &gallery)
{
    std::array<MateRows, kSexes> rows;
    for (const Sex sex : kAllSexes) {
        const Gallery::Range range = gallery.of(sex);
        for (int column = range.begin; column < range.end; ++column)
            rows[static_cast<std::size_t>(sex)].profiles.push_back(gallery.profileAt(column));
    }
    return rows;
}

} // namespace herdbook::reid
