// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <span>
#include <utility>

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

/// Detections that count, sorted by a hash of an id of theirs, so that equal ids stand together. Sorting whole ids would take a
/// second for a million. Null ids are left out.
std::vector<std::pair<std::uint64_t, std::size_t>> orderedBy(const Analysis &analysis, Uuid Detection::*id)
{
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < analysis.data.detections.size(); ++i) {
        const Detection &d = analysis.data.detections[i];
        if (d.valid && !d.duplicate && d.deerClass() && d.*id != Uuid{})
            order.emplace_back(mix(d.*id, 0), i);
    }
    std::ranges::sort(order);
    return order;
}

template<class Take>
void forEachRun(const std::vector<std::pair<std::uint64_t, std::size_t>> &order, Take take)
{
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from + 1;
        while (to < order.size() && order[to].first == order[from].first)
            ++to;
        take(std::span(order).subspan(from, to - from));
        from = to;
    }
}

/// Adds the two detections where they contradict each other.
void compare(const Given &a, const Given &b, Analysis &analysis)
{
    const Detection &first = analysis.data.detections[a.detection];
    const Detection &second = analysis.data.detections[b.detection];
    if (a.level < 0 || b.level < 0 || a.deer != b.deer || first.image != second.image)
        return;
    if (!areComparable(first.box, second.box))
        return; // where they are isn't known
    const double overlap = intersectionOverUnion(first.box, second.box);
    if (overlap < kApart)
        analysis.contradictions.push_back(
            {a.detection, b.detection, a.profile, a.deer, std::min(a.level, b.level), overlap});
}

/// The contradictions within images. Tells of each detection whether it is the only one of its image.
std::vector<bool> contradictions(Analysis &analysis)
{
    std::vector<bool> alone(analysis.data.detections.size());
    forEachRun(orderedBy(analysis, &Detection::image), [&](auto image) {
        alone[image.front().second] = image.size() == 1;
        for (std::size_t a = 0; a + 1 < image.size(); ++a) {
            const Given first = givenTo(analysis, image[a].second);
            for (std::size_t b = a + 1; b < image.size() && first.level >= 0; ++b)
                compare(first, givenTo(analysis, image[b].second), analysis);
        }
    });
    for (const Contradiction &pair : analysis.contradictions)
        ++analysis.curves.contradictions[static_cast<std::size_t>(pair.level)];
    std::ranges::stable_sort(analysis.contradictions, std::greater(), &Contradiction::level);
    return alone;
}

/// The bursts of one animal that get two deer: at the level of the second strictest of their deer.
void burstConflicts(Analysis &analysis, const std::vector<bool> &alone)
{
    forEachRun(orderedBy(analysis, &Detection::burst), [&](auto burst) {
        Given best;
        Given other;
        for (const auto &[hash, i] : burst) {
            if (!alone[i])
                return; // another animal may be this one
            const Given given = givenTo(analysis, i);
            if (given.level < 0)
                continue;
            if (given.level > best.level && given.deer != best.deer)
                other = std::exchange(best, given);
            else if (given.level > best.level)
                best = given;
            else if (given.deer != best.deer && given.level > other.level)
                other = given;
        }
        if (other.level < 0)
            return;
        analysis.burstConflicts.push_back({best.detection, other.detection, other.level});
        ++analysis.curves.burstConflicts[static_cast<std::size_t>(other.level)];
    });
    std::ranges::stable_sort(analysis.burstConflicts, std::greater(), &BurstConflict::level);
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

void findConflicts(Analysis &analysis)
{
    analysis.curves.contradictions.assign(kTicksPerUnit + 2, 0);
    analysis.curves.burstConflicts.assign(kTicksPerUnit + 2, 0);
    burstConflicts(analysis, contradictions(analysis));
    const LookedFor looked = analysis.lookedFor();
    for (const auto &[counts, known] : {std::pair(&analysis.curves.contradictions, looked.contradictions),
                                        std::pair(&analysis.curves.burstConflicts, looked.burstConflicts)}) {
        std::partial_sum(counts->rbegin(), counts->rend(), counts->rbegin());
        counts->resize(known ? kTicksPerUnit + 1 : 0);
    }
}

std::array<std::vector<std::uint32_t>, kSexes> contradictingImages(const Analysis &analysis, const Grid &grid)
{
    // Per image and sex, the strictest threshold at which a new assignment contradicts: pairs stand strictest first.
    std::array<std::vector<std::uint32_t>, kSexes> byReached;
    byReached.fill(std::vector<std::uint32_t>(grid.size() + 1));
    std::set<std::pair<Uuid, Sex>> seen;
    for (const Contradiction &pair : analysis.contradictions) {
        const Detection &first = analysis.data.detections[pair.first];
        if (pair.level >= kAlready || pair.profile < 0 || !seen.emplace(first.image, first.sex()).second)
            continue;
        ++byReached[static_cast<std::size_t>(first.sex())][grid.reached(pair.level)];
    }
    std::array<std::vector<std::uint32_t>, kSexes> counts;
    for (std::size_t s = 0; s < kSexes; ++s)
        counts[s] = grid.atOrAbove(byReached[s]);
    return counts;
}

} // namespace herdbook::reid::steps
