// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matching.h"

namespace herdbook::reid {

MatchPlan MatchPlan::forSize(std::uint64_t detections, int dimension, double threshold, std::uint64_t seed)
{
    MatchPlan plan;
    plan.seed = seed;
    plan.threshold = thresholdTicks(threshold);
    plan.pairShare = detections > 20000 ? 20000.0 / static_cast<double>(detections) : 1;
    plan.keepVectors = detections * static_cast<std::uint64_t>(dimension) * sizeof(float) <= 48ULL << 20;
    return plan;
}

Probe Probe::of(const Detection &detection, std::span<const Profile> profiles, const MatchPlan &plan)
{
    Probe probe;
    probe.ownProfile = detection.ownProfile;
    probe.deer = detection.deerClass();
    if (!probe.deer)
        return probe;
    probe.sex = detection.sex();
    probe.counts = detection.valid && !detection.duplicate;
    probe.countPairs = probe.counts && plan.countsPairs(detection.id);
    probe.links = probe.counts && detection.ownProfile >= 0 &&
                  profiles[static_cast<std::size_t>(detection.ownProfile)].sex == probe.sex;
    return probe;
}

} // namespace herdbook::reid
