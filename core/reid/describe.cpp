// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/analyze.h"
#include "core/reid/steps.h"

#include <algorithm>

namespace herdbook::reid {

DensityCurve describeDensity(const ScoreCounts &scores)
{
    DensityCurve curve;
    const ScoreCounts::Weighted fine = scores.weighted(1);
    curve.bandwidth = improvedSheatherJones({fine.values, fine.weights});
    if (!(curve.bandwidth > 0))
        return curve;
    constexpr int kPoints = 512;
    const double from = fromTicks(scores.lowest()) - 3 * curve.bandwidth;
    const double to = fromTicks(scores.highest()) + 3 * curve.bandwidth;
    for (int i = 0; i < kPoints; ++i)
        curve.at.push_back(from + (to - from) * i / (kPoints - 1));
    // Bins far narrower than the kernel: a tenth of the bandwidth, at most 0.001.
    const ScoreCounts::Weighted sample =
        scores.weighted(std::clamp(static_cast<int>(curve.bandwidth * kTicksPerUnit / 10), 1, 10));
    curve.density = kernelDensity({sample.values, sample.weights}, curve.bandwidth, curve.at);
    return curve;
}

namespace steps {

namespace {

/// Of each profile the detection that it is a copy of: the best of its own, from .99; -1 where there is none.
std::vector<std::ptrdiff_t> foundersOf(const Dataset &data)
{
    std::vector<std::ptrdiff_t> founders(data.profiles.size(), -1);
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (data.detections[i].ownProfile < 0 || data.matches[i].own < kFounder)
            continue;
        std::ptrdiff_t &founder = founders[static_cast<std::size_t>(data.detections[i].ownProfile)];
        if (founder < 0 || data.matches[i].own > data.matches[static_cast<std::size_t>(founder)].own)
            founder = static_cast<std::ptrdiff_t>(i);
    }
    return founders;
}

} // namespace

void count(Analysis &analysis)
{
    Counts &counts = analysis.counts;
    const Dataset &data = analysis.data;
    counts.detections = data.detections.size();
    counts.profiles = data.profiles.size();
    for (const Profile &profile : data.profiles)
        ++counts.profilesBySex[static_cast<std::size_t>(profile.sex)];

    const std::vector<std::ptrdiff_t> founders = foundersOf(data);
    analysis.byClass.resize(kLabels);
    for (std::size_t label = 0; label < kLabels; ++label)
        analysis.byClass[label].name = name(static_cast<Label>(label));
    analysis.byLocation.resize(data.locations.size() + 1);
    for (std::size_t i = 0; i < data.locations.size(); ++i)
        analysis.byLocation[i].name = data.locations[i];

    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const Detection &d = data.detections[i];
        const Match &m = data.matches[i];
        const bool eligible = analysis.eligible(i);
        counts.assigned += d.assigned() ? 1 : 0;
        counts.eligible += eligible ? 1 : 0;
        counts.withoutVector += d.vector == VectorState::Missing ? 1 : 0;
        counts.rescaled += d.vector == VectorState::Rescaled ? 1 : 0;
        counts.notFinite += d.vector == VectorState::NotFinite ? 1 : 0;
        counts.zero += d.vector == VectorState::Zero ? 1 : 0;

        const std::size_t place = d.location < 0 ? data.locations.size() : static_cast<std::size_t>(d.location);
        for (Group *group : {&analysis.byClass[static_cast<std::size_t>(d.label)], &analysis.byLocation[place]}) {
            ++group->detections;
            group->assigned += d.assigned() ? 1 : 0;
            group->eligible += eligible ? 1 : 0;
            if (eligible && !d.assigned())
                group->unassignedBest.push_back(m.best);
        }
        if (d.deerClass()) {
            Curves &curves = analysis.bySex[static_cast<std::size_t>(d.sex())].curves;
            ++curves.detections;
            curves.assigned += d.assigned() ? 1 : 0;
        }
        if (!eligible)
            continue;
        Layers &ofSex = analysis.bySex[static_cast<std::size_t>(d.sex())].layers;
        if (d.assigned()) {
            const bool founder =
                d.ownProfile >= 0 && founders[static_cast<std::size_t>(d.ownProfile)] == static_cast<std::ptrdiff_t>(i);
            for (Layers *layers : {&analysis.layers, &ofSex}) {
                layers->assigned.add(m.own);
                layers->matches.add(founder ? kNoScore : m.own);
                layers->closestOther.add(d.ownProfile >= 0 ? m.closestOther(d.ownProfile) : kNoScore);
            }
        } else {
            ++counts.unassignedEligible;
            analysis.layers.unassigned.add(m.best);
            ofSex.unassigned.add(m.best);
        }
    }
    for (std::vector<Group> *groups : {&analysis.byClass, &analysis.byLocation}) {
        std::erase_if(*groups, [](const Group &group) { return group.detections == 0; });
        for (Group &group : *groups)
            std::ranges::sort(group.unassignedBest);
    }
}

void describe(Analysis &analysis)
{
    ScoreCounts best;
    for (std::size_t i = 0; i < analysis.data.matches.size(); ++i) {
        if (analysis.eligible(i))
            best.add(analysis.data.matches[i].best);
    }
    Clusters &clusters = analysis.clusters;
    clusters.density = describeDensity(best);
    clusters.valleys = valleys(clusters.density.at, clusters.density.density);
    const ScoreCounts::Weighted fine = best.weighted(10);
    const WeightedSample sample{fine.values, fine.weights};
    for (int k = 1; k <= 3; ++k) {
        if (auto mixture = fitMixture(sample, k, 1e-7, 500)) {
            if (clusters.bestK == 0 ||
                mixture->bic < clusters.mixtures[static_cast<std::size_t>(clusters.bestK) - 1].bic)
                clusters.bestK = k;
            if (k == 2)
                clusters.halfPoint = localFalseDiscoveryPoint(*mixture);
            clusters.mixtures.push_back(std::move(*mixture));
        }
    }
    clusters.otsu = otsuSplit(sample);
}

} // namespace steps

} // namespace herdbook::reid
