// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace herdbook::reid::steps {

namespace {

constexpr int kAlready = kTicksPerUnit + 1;
constexpr double kApart = 0.3; // boxes that overlap less show two animals

/// The deer a detection has or would be given, and up to which threshold.
struct Given
{
    std::size_t detection = 0;
    Uuid deer{};
    std::int32_t profile = -1;
    int level = kNoScore;
};

Given givenTo(const Analysis &analysis, std::size_t i)
{
    const Detection &d = analysis.data.detections[i];
    const Match &m = analysis.data.matches[i];
    if (d.assigned())
        return {i, d.deer, d.ownProfile, kAlready};
    if (m.bestProfile < 0)
        return {i, {}, -1, kNoScore};
    return {i, analysis.data.profiles[static_cast<std::size_t>(m.bestProfile)].id, m.bestProfile, m.best};
}

/// Adds the two detections where they contradict each other.
void compare(const Given &a, const Given &b, Analysis &analysis)
{
    const Detection &first = analysis.data.detections[a.detection];
    const Detection &second = analysis.data.detections[b.detection];
    if (a.level < 0 || b.level < 0 || a.deer != b.deer || first.image != second.image)
        return;
    const double overlap = intersectionOverUnion(first.box, second.box);
    if (overlap < kApart)
        analysis.contradictions.push_back(
            {a.detection, b.detection, a.profile, a.deer, std::min(a.level, b.level), overlap});
}

} // namespace

void findMislabeled(Analysis &analysis)
{
    constexpr int kMislabelTicks = 500;
    for (std::size_t i = 0; i < analysis.data.matches.size(); ++i) {
        const Match &m = analysis.data.matches[i];
        if (m.cross != kNoScore && m.cross - m.best > kMislabelTicks && analysis.eligible(i))
            analysis.mislabeled.push_back({i, m.best, m.cross, m.crossProfile});
    }
    std::ranges::stable_sort(analysis.mislabeled, [&](const MislabelSuspect &a, const MislabelSuspect &b) {
        const int first = a.cross - a.best;
        const int second = b.cross - b.best;
        return first != second ? first > second
                               : analysis.data.detections[a.detection].id < analysis.data.detections[b.detection].id;
    });
}

void findContradictions(Analysis &analysis)
{
    const std::vector<Detection> &detections = analysis.data.detections;
    std::vector<std::pair<std::uint64_t, std::size_t>> order; // sorting whole ids would take a second for a million
    for (std::size_t i = 0; i < detections.size(); ++i) {
        const Detection &d = detections[i];
        if (d.valid && !d.duplicate && d.deerClass() && d.box.width > 0 && d.box.height > 0)
            order.emplace_back(mix(d.image, 0), i);
    }
    std::ranges::sort(order);
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && order[to].first == order[from].first)
            ++to;
        for (std::size_t a = from; a + 1 < to; ++a) {
            const Given first = givenTo(analysis, order[a].second);
            for (std::size_t b = a + 1; b < to && first.level >= 0; ++b)
                compare(first, givenTo(analysis, order[b].second), analysis);
        }
        from = to;
    }
    std::ranges::stable_sort(analysis.contradictions, std::greater(), &Contradiction::level);

    std::vector<std::uint32_t> &counts = analysis.curves.contradictions;
    counts.assign(kTicksPerUnit + 2, 0);
    for (const Contradiction &pair : analysis.contradictions)
        ++counts[static_cast<std::size_t>(pair.level)];
    std::partial_sum(counts.rbegin(), counts.rend(), counts.rbegin());
    counts.resize(kTicksPerUnit + 1);
}

} // namespace herdbook::reid::steps
