// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/calibration.h"
#include "core/reid/estimate/gather.h"
#include "core/reid/estimate/intruders.h"

#include <algorithm>
#include <cmath>

namespace herdbook::reid {

namespace {

using Curve = std::vector<double>;
using Role = Subject::Role;

constexpr double kQuantile = .95;

/// Mean and 95% quantile (type 7) of several curves, threshold by threshold.
struct Summary
{
    Curve mean, upper;
};

Summary summarize(const std::vector<Curve> &curves)
{
    const std::size_t size = curves.empty() ? 0 : curves.front().size();
    Summary summary{Curve(size), Curve(size)};
    std::vector<double> values(curves.size());
    const double at = kQuantile * static_cast<double>(curves.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    for (std::size_t t = 0; t < size; ++t) {
        std::ranges::transform(curves, values.begin(), [t](const Curve &curve) { return curve[t]; });
        double sum = 0;
        for (const double value : values)
            sum += value;
        summary.mean[t] = sum / static_cast<double>(values.size());
        std::ranges::sort(values);
        const double next = values[std::min(below + 1, values.size() - 1)];
        summary.upper[t] = values[below] + (at - static_cast<double>(below)) * (next - values[below]);
    }
    return summary;
}

void cap(Curve &curve, const Curve &most)
{
    for (std::size_t t = 0; t < curve.size(); ++t)
        curve[t] = std::min(curve[t], most[t]);
}

/// Step 2: neighbors of one burst of one animal whose best profiles are of different groups; one of the two is wrong.
Curve observedIn(const Herd &herd, const std::vector<int> &groups, Sex sex,
                 const std::vector<std::uint32_t> &unassigned, const Grid &grid)
{
    std::vector<std::uint32_t> inBursts;
    for (const std::uint32_t i : unassigned) {
        if (herd.bursts[static_cast<std::size_t>(herd.subjects[i].burst)] != BurstKind::Single)
            inBursts.push_back(i);
    }
    std::ranges::stable_sort(inBursts, {}, [&](std::uint32_t i) { return herd.subjects[i].burst; });
    const auto s = static_cast<std::size_t>(sex);
    std::vector<std::uint32_t> byReached(grid.size() + 1);
    for (std::size_t at = 1; at < inBursts.size(); ++at) {
        const Subject &a = herd.subjects[inBursts[at - 1]];
        const Subject &b = herd.subjects[inBursts[at]];
        if (a.burst == b.burst &&
            groups[static_cast<std::size_t>(a.place)] != groups[static_cast<std::size_t>(b.place)])
            ++byReached[grid.reached(std::min(a.best[s], b.best[s]))];
    }
    Curve curve;
    for (const std::uint32_t pairs : grid.atOrAbove(byReached))
        curve.push_back(pairs / 2.0);
    return curve;
}

/// Step 3: from how often both halves of a gallery reach a threshold (a) and how often the whole one does (b), the part that is wrong.
Curve splitEstimate(const Curve &both, const Curve &whole, double population)
{
    Curve curve;
    for (std::size_t t = 0; t < both.size(); ++t) {
        const double z = both[t] + whole[t];
        const double q = std::clamp((z - std::sqrt(std::max(0.0, z * z - 4 * both[t]))) / 2, 0.0, 1.0);
        curve.push_back(population * (1 - (1 - q) * (1 - q)));
    }
    return curve;
}

void addSplit(const Searches &found, const Grid &grid, SexEvidence &evidence)
{
    const auto rows = static_cast<double>(found.best.size());
    std::vector<std::uint32_t> byReached(grid.size() + 1);
    for (const Ticks best : found.best)
        ++byReached[grid.reached(best)];
    Curve whole;
    for (const std::uint32_t count : grid.atOrAbove(byReached))
        whole.push_back(count / rows);
    std::vector<Curve> both;
    for (const std::vector<std::uint32_t> &counts : found.bothHalves) {
        both.emplace_back();
        for (const std::uint32_t count : counts)
            both.back().push_back(count / rows);
    }
    const Summary summary = summarize(both);
    const auto population = static_cast<double>(evidence.unassigned);
    evidence.split = splitEstimate(summary.mean, whole, population);
    evidence.splitUpper = splitEstimate(summary.upper, whole, population);
}

/// Step 8: how often a decoy wins over the best profile and reaches a threshold, and how often that profile reaches it too.
Curve competition(std::span<const Ticks> decoys, std::span<const Ticks> best, const std::vector<std::uint32_t> &rows,
                  int shift, double scale, const Grid &grid)
{
    std::vector<std::uint32_t> byReached(grid.size() + 1);
    for (std::size_t i = 0; i < decoys.size(); ++i) {
        const Ticks real = best[rows.empty() ? i : rows[i]];
        const int decoy = decoys[i] + shift;
        if (decoys[i] == kNoScore || decoy <= real)
            continue;
        ++byReached[grid.reached(decoy)];
        ++byReached[grid.reached(real)];
    }
    Curve curve;
    for (const std::uint32_t wins : grid.atOrAbove(byReached))
        curve.push_back(scale * wins);
    return curve;
}

/// Step 4.
void addMateDecoys(const Herd &herd, const std::vector<int> &groups, const DecoyPlan &plan, const Searches &found,
                   const Grid &grid, SexEvidence &evidence)
{
    const std::size_t rows = plan.rows.size();
    if (2 * found.mateScores.total() <= found.mateBest.size())
        return;
    evidence.mateShift =
        std::max(0, static_cast<int>(std::floor(found.halfScores.median() - found.mateScores.median())));
    std::vector<Curve> curves;
    for (std::size_t r = 0; r < plan.mateGalleries.size(); ++r) {
        const std::span<const Ticks> decoys = std::span(found.mateBest).subspan(r * rows, rows);
        double searchers = 0;
        double factors = 0; // a gallery of few decoys stands for all groups
        for (std::size_t i = 0; i < rows; ++i) {
            if (decoys[i] == kNoScore)
                continue;
            const auto place = static_cast<std::size_t>(herd.subjects[plan.rows[i]].place);
            const bool first = plan.mateSplits[r][static_cast<std::size_t>(groups[place])];
            ++searchers;
            factors +=
                static_cast<double>(evidence.groups) / static_cast<double>(plan.mateGalleries[r][first ? 0 : 1].size());
        }
        searchers = std::max(searchers, 1.0);
        curves.push_back(competition(decoys, found.best, {}, evidence.mateShift,
                                     factors / searchers * static_cast<double>(evidence.unassigned) / searchers, grid));
    }
    Summary summary = summarize(curves);
    evidence.mateDecoys = std::move(summary.mean);
    evidence.mateDecoysUpper = std::move(summary.upper);
}

/// Steps 7 to 9.
void addOtherSexDecoys(const DecoyPlan &plan, const Searches &found, const Grid &grid, int threshold,
                       SexEvidence &evidence)
{
    evidence.searched = true;
    calibrate(plan, found, evidence);
    const std::size_t searchers = plan.searchers.size();
    const double scale = static_cast<double>(evidence.unassigned) / static_cast<double>(searchers);
    const auto summaryAt = [&](int shift) {
        std::vector<Curve> curves;
        for (std::size_t b = 0; b < plan.galleries.size(); ++b) {
            const double size = static_cast<double>(evidence.profiles) /
                                static_cast<double>(std::max<std::size_t>(plan.galleries[b].size(), 1));
            curves.push_back(competition(std::span(found.decoyBest).subspan(b * searchers, searchers), found.best,
                                         plan.searchers, shift, scale * size, grid));
        }
        return summarize(curves);
    };
    evidence.decoysByMedian = summaryAt(evidence.medianShift).mean;
    const int shift = std::max(0, evidence.selfShift);
    Summary summary = summaryAt(shift);
    evidence.decoys = std::move(summary.mean);
    evidence.decoysUpper = std::move(summary.upper);
    evidence.wrongInForce =
        static_cast<double>(evidence.unassigned) * found.first.shareFrom(threshold - evidence.medianShift) +
        static_cast<double>(evidence.mates) * found.checked.shareFrom(threshold - evidence.medianShift);
    std::vector<Curve> reached; // by gallery, the share of its searchers
    for (std::size_t b = 0; b < plan.galleries.size(); ++b) {
        const auto decoys = std::span(found.decoyBest).subspan(b * searchers, searchers);
        reached.push_back({static_cast<double>(std::ranges::count_if(
                               decoys, [&](int decoy) { return decoy + evidence.medianShift >= threshold; })) /
                           static_cast<double>(searchers)});
    }
    const double worst = summarize(reached).upper.front();
    evidence.wrongInForceUpper = static_cast<double>(evidence.unassigned) * worst +
                                 static_cast<double>(evidence.mates) *
                                     std::max(worst, found.checked.shareFrom(threshold - evidence.medianShift));
    for (int t = -kTicksPerUnit; t <= kTicksPerUnit; ++t) {
        if (found.first.at(t) > 0)
            evidence.strangerScores.add(std::min(t + shift, kTicksPerUnit), found.first.at(t));
    }
}

} // namespace

std::string_view name(Strength strength)
{
    return strength == Strength::Strong ? "strong" : strength == Strength::Weak ? "weak" : "none";
}

Strength SexEvidence::strength() const
{
    if (!decoys.empty() && decoyClusters >= 6 && decoyBursts >= 30 && profiles >= 3)
        return Strength::Strong;
    return !mateDecoys.empty() && groups >= 15 ? Strength::Weak : Strength::None;
}

std::optional<SexEvidence> gatherEvidence(const Herd &herd, Sex sex, Draws &draws, Panels *panels, const Grid &grid,
                                          std::span<const std::uint32_t> contradicting, int threshold, int threads,
                                          const std::stop_token &stop)
{
    const auto s = static_cast<std::size_t>(sex);
    SexEvidence evidence;
    std::vector<std::uint32_t> unassigned;
    std::vector<std::uint32_t> byReached(grid.size() + 1);
    std::vector<std::vector<std::uint32_t>> byProfile(herd.profileCount(sex), byReached);
    for (std::uint32_t i = 0; i < herd.subjects.size(); ++i) {
        const Subject &subject = herd.subjects[i];
        if (subject.sex != sex)
            continue;
        evidence.mates += subject.role == Role::Assigned ? 1 : 0;
        if (subject.role != Role::Unassigned)
            continue;
        unassigned.push_back(i);
        ++byReached[grid.reached(subject.best[s])];
        ++byProfile[static_cast<std::size_t>(subject.place)][grid.reached(subject.best[s])];
    }
    evidence.unassigned = unassigned.size();
    evidence.profiles = static_cast<int>(herd.profileCount(sex));
    for (const std::uint32_t count : grid.atOrAbove(byReached))
        evidence.added.push_back(count);
    evidence.largest.assign(grid.size(), 0);
    for (const std::vector<std::uint32_t> &counts : byProfile) {
        const std::vector<std::uint32_t> added = grid.atOrAbove(counts);
        for (std::size_t t = 0; t < added.size(); ++t)
            evidence.largest[t] = std::max(evidence.largest[t], static_cast<double>(added[t]));
    }
    const std::vector<int> &groups = herd.groups[s];
    evidence.observed = observedIn(herd, groups, sex, unassigned, grid);
    for (std::size_t t = 0; t < contradicting.size(); ++t)
        evidence.observed[t] += contradicting[t];
    cap(evidence.observed, evidence.added);
    if (!panels || unassigned.size() < decoys::kFewest || evidence.profiles == 0)
        return evidence;

    evidence.groups = herd.groupCount(sex);
    const DecoyPlan plan = drawDecoys(herd, sex, unassigned, draws);
    evidence.decoyBursts = plan.bursts;
    evidence.decoyClusters = plan.clusters;
    const std::optional<Searches> found = search(herd, sex, plan, *panels, grid, threads, stop);
    if (!found)
        return std::nullopt;
    if (!plan.splits.empty() && !plan.rows.empty())
        addSplit(*found, grid, evidence);
    if (!plan.mates.empty() && !plan.rows.empty())
        addMateDecoys(herd, groups, plan, *found, grid, evidence);
    if (!plan.galleries.empty())
        addOtherSexDecoys(plan, *found, grid, threshold, evidence);
    evidence.intruders = countIntruders(herd, sex, plan, *panels, grid, threads, stop);
    if (stop.stop_requested())
        return std::nullopt;
    for (double &wrong : evidence.intruders) // of a sample stand for all
        wrong *=
            static_cast<double>(unassigned.size()) / static_cast<double>(std::max<std::size_t>(plan.rows.size(), 1));
    for (Curve *curve : {&evidence.decoys, &evidence.decoysUpper, &evidence.decoysByMedian, &evidence.split,
                         &evidence.splitUpper, &evidence.mateDecoys, &evidence.mateDecoysUpper, &evidence.intruders})
        cap(*curve, evidence.added);
    return evidence;
}

} // namespace herdbook::reid
