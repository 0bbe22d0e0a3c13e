// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/plan.h"

#include <algorithm>
#include <set>

namespace herdbook::reid {

namespace {

using namespace decoys;
using Role = Subject::Role;

constexpr int kFewestGroups = 4;
constexpr std::size_t kFewestMates = 5;
constexpr std::size_t kFewestDecoys = 8;
constexpr std::size_t kFewestSearchers = 10;
constexpr std::size_t kSureBursts = 30;

/// The best score on a profile of another sex; kNoScore where there is none.
Ticks bestOther(const Subject &subject)
{
    Ticks best = kNoScore;
    for (std::size_t s = 0; s < kSexes; ++s) {
        if (s != static_cast<std::size_t>(subject.sex))
            best = std::max(best, subject.best[s]);
    }
    return best;
}

/// What may search decoys: nothing of mixed bursts, nothing that is probably mislabeled.
bool searches(const Herd &herd, const Subject &subject)
{
    return herd.bursts[static_cast<std::size_t>(subject.burst)] != BurstKind::Mixed &&
           bestOther(subject) - subject.best[static_cast<std::size_t>(subject.sex)] <= kMislabeled;
}

std::vector<bool> splitGroups(std::size_t groups, Draws &draws)
{
    const std::vector<std::uint32_t> order = draws.order(groups);
    std::vector<bool> first(groups);
    for (std::size_t i = 0; i < groups / 2; ++i)
        first[order[i]] = true;
    return first;
}

/// Up to two decoys of each group that lies in the given half.
Gathered twoOfEach(const std::vector<std::vector<std::uint16_t>> &byGroup, const std::vector<bool> &split, bool half,
                   Draws &draws)
{
    Gathered gathered;
    for (std::size_t group = 0; group < byGroup.size(); ++group) {
        if (split[group] != half)
            continue;
        std::vector<std::uint16_t> left = byGroup[group];
        for (std::size_t wanted = std::min<std::size_t>(2, left.size()); wanted > 0; --wanted) {
            const auto at = left.begin() + draws.below(left.size());
            gathered.push_back(*at);
            left.erase(at);
        }
    }
    return gathered;
}

/// Step 4.
void drawMates(const Herd &herd, Sex sex, Draws &draws, DecoyPlan &plan)
{
    const std::vector<int> &groups = herd.groups[static_cast<std::size_t>(sex)];
    const auto count = static_cast<std::size_t>(herd.groupCount(sex));
    std::vector<std::uint32_t> mates;
    for (std::uint32_t i = 0; i < herd.subjects.size(); ++i) {
        if (herd.subjects[i].sex == sex && herd.subjects[i].role == Role::Assigned)
            mates.push_back(i);
    }
    if (mates.size() < kFewestMates)
        return;
    plan.mates = draws.sample(mates, kMost);
    std::vector<std::vector<std::uint16_t>> byGroup(count);
    for (std::size_t at = 0; at < plan.mates.size(); ++at) {
        const auto own = static_cast<std::size_t>(herd.subjects[plan.mates[at]].own);
        byGroup[static_cast<std::size_t>(groups[own])].push_back(static_cast<std::uint16_t>(at));
    }
    for (std::size_t r = 0; r < kSplits; ++r) {
        plan.mateSplits.push_back(splitGroups(count, draws));
        Gathered first = twoOfEach(byGroup, plan.mateSplits.back(), false, draws);
        Gathered second = twoOfEach(byGroup, plan.mateSplits.back(), true, draws);
        plan.mateGalleries.push_back({std::move(first), std::move(second)});
    }
}

/// Step 5: detections of other sexes, from bursts of one sex where there are enough of those.
std::vector<std::uint32_t> decoyCandidates(const Herd &herd, Sex sex)
{
    const auto own = static_cast<std::size_t>(sex);
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> sure;
    std::vector<bool> seen(herd.bursts.size());
    std::size_t sureBursts = 0;
    bool anyMixed = false;
    for (std::uint32_t i = 0; i < herd.subjects.size(); ++i) {
        const Subject &subject = herd.subjects[i];
        const auto burst = static_cast<std::size_t>(subject.burst);
        anyMixed = anyMixed || herd.bursts[burst] == BurstKind::Mixed;
        if (subject.sex == sex || herd.profileCount(subject.sex) == 0 ||
            subject.best[own] - subject.best[static_cast<std::size_t>(subject.sex)] > kMislabeled)
            continue;
        all.push_back(i);
        if (herd.bursts[burst] == BurstKind::Sure) {
            sure.push_back(i);
            sureBursts += seen[burst] ? 0 : 1;
            seen[burst] = true;
        }
    }
    return anyMixed && sureBursts >= std::max(kSureBursts, 2 * herd.profileCount(sex)) ? sure : all;
}

/// Step 6: as many decoys as there are profiles, of drawn clusters, one a burst.
Gathered drawGallery(const Herd &herd, const DecoyPlan &plan, const std::vector<std::vector<std::uint16_t>> &clusters,
                     std::size_t profiles, Draws &draws)
{
    std::vector<std::uint32_t> drawn;
    for (std::size_t k = 0; k < clusters.size(); ++k)
        drawn.push_back(draws.below(clusters.size()));
    std::set<std::int32_t> used;
    Gathered gathered;
    for (std::size_t tries = 0; tries < 20 * profiles && gathered.size() < profiles; ++tries) {
        const std::vector<std::uint16_t> &cluster = clusters[drawn[draws.below(clusters.size())]];
        const std::uint16_t decoy = cluster[draws.below(cluster.size())];
        if (used.insert(herd.subjects[plan.decoys[decoy]].burst).second)
            gathered.push_back(decoy);
    }
    return gathered;
}

/// Steps 5, 6 and 9.
void drawOtherSex(const Herd &herd, Sex sex, Draws &draws, DecoyPlan &plan)
{
    plan.decoys = draws.sample(decoyCandidates(herd, sex), kMost);
    std::map<std::int32_t, std::vector<std::uint16_t>> byProfile; // by its place among all profiles
    std::set<std::int32_t> bursts;
    for (std::size_t at = 0; at < plan.decoys.size(); ++at) {
        const Subject &decoy = herd.subjects[plan.decoys[at]];
        const auto &rank = herd.rank[static_cast<std::size_t>(decoy.sex)];
        byProfile[rank[static_cast<std::size_t>(decoy.place)]].push_back(static_cast<std::uint16_t>(at));
        bursts.insert(decoy.burst);
    }
    std::vector<std::vector<std::uint16_t>> clusters;
    for (auto &[profile, members] : byProfile)
        clusters.push_back(std::move(members));
    plan.clusters = static_cast<int>(clusters.size());
    plan.bursts = static_cast<int>(bursts.size());
    if (plan.decoys.size() < kFewestDecoys || plan.searchers.size() < kFewestSearchers)
        return;
    if (plan.searchers.size() > kSearchers) {
        plan.searchers = draws.sample(plan.searchers, kSearchers);
        std::ranges::sort(plan.searchers);
    }
    for (std::size_t b = 0; b < kGalleries; ++b)
        plan.galleries.push_back(drawGallery(herd, plan, clusters, herd.profileCount(sex), draws));

    for (std::uint32_t i = 0; i < herd.subjects.size() && plan.checked.size() < kChecked; ++i) {
        if (herd.subjects[i].sex == sex && herd.subjects[i].role == Role::Assigned)
            plan.checked.push_back(i);
    }
    for (std::size_t b = 0; b < kCheckGalleries && !plan.checked.empty(); ++b) {
        const std::vector<std::uint32_t> order = draws.order(plan.decoys.size());
        const auto last = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), herd.profileCount(sex)));
        plan.checkGalleries.emplace_back(order.begin(), last);
    }
}

} // namespace

DecoyPlan drawDecoys(const Herd &herd, Sex sex, const std::vector<std::uint32_t> &unassigned, Draws &draws)
{
    DecoyPlan plan;
    plan.rows = unassigned;
    if (unassigned.size() > kSearchers) { // then only they are looked at, in every step
        std::erase_if(plan.rows, [&](std::uint32_t i) { return !searches(herd, herd.subjects[i]); });
        if (plan.rows.size() > kSearchers) {
            plan.rows = draws.sample(plan.rows, kSearchers);
            std::ranges::sort(plan.rows);
        }
    }
    for (std::uint32_t at = 0; at < plan.rows.size(); ++at) {
        if (searches(herd, herd.subjects[plan.rows[at]]))
            plan.searchers.push_back(at);
    }
    if (herd.groupCount(sex) >= kFewestGroups) {
        for (std::size_t r = 0; r < kSplits; ++r)
            plan.splits.push_back(splitGroups(static_cast<std::size_t>(herd.groupCount(sex)), draws));
        drawMates(herd, sex, draws, plan);
    }
    bool others = false;
    for (const Sex other : kAllSexes)
        others = others || (other != sex && herd.profileCount(other) > 0);
    if (others)
        drawOtherSex(herd, sex, draws, plan);
    return plan;
}

} // namespace herdbook::reid
