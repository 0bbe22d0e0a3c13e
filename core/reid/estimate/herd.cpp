// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/herd.h"

#include "core/reid/compute/matching.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace herdbook::reid {

namespace {

constexpr std::int64_t kBurstMicroseconds = 5'000'000;

bool counts(const Detection &d)
{
    return d.valid && !d.duplicate && d.deerClass();
}

/// The detections that count, by time, image path and box. Ids only tell apart what is equal in all of that.
std::vector<std::uint32_t> inOrder(const Dataset &data)
{
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (counts(data.detections[i]))
            order.push_back(static_cast<std::uint32_t>(i));
    }
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const Detection &x = data.detections[a];
        const Detection &y = data.detections[b];
        if (x.takenAt != y.takenAt)
            return x.takenAt < y.takenAt;
        if (const int paths = data.paths.compare(a, b); paths != 0)
            return paths < 0;
        const auto rest = [](const Detection &d) {
            return std::tie(d.box.x, d.box.y, d.box.width, d.box.height, d.label, d.confidence, d.image, d.id);
        };
        return rest(x) < rest(y);
    });
    return order;
}

/// A key for each of `order`: equal within a burst.
std::vector<std::tuple<Uuid, std::int32_t, std::int64_t>> burstKeys(const Dataset &data,
                                                                    const std::vector<std::uint32_t> &order)
{
    std::vector<std::tuple<Uuid, std::int32_t, std::int64_t>> keys;
    std::vector<std::int64_t> started(data.locations.size(), INT64_MIN / 2); // order is by time
    for (const std::uint32_t i : order) {
        const Detection &d = data.detections[i];
        if (d.burst != Uuid{}) {
            keys.emplace_back(d.burst, -2, 0);
        } else if (d.location < 0 || d.takenAt == 0) { // nobody knows when
            keys.emplace_back(d.image, -1, 0);
        } else {
            std::int64_t &start = started[static_cast<std::size_t>(d.location)];
            if (d.takenAt - start > kBurstMicroseconds)
                start = d.takenAt;
            keys.emplace_back(Uuid{}, d.location, start);
        }
    }
    return keys;
}

/// Numbers the bursts of `order` by their first detection, and tells what each is. Detections without scores show that an image holds
/// another animal, but are no part of the burst.
std::vector<std::int32_t> numberBursts(const Dataset &data, const std::vector<std::uint32_t> &order,
                                       std::vector<BurstKind> &kinds)
{
    const auto keys = burstKeys(data, order);
    std::vector<std::uint32_t> byBurst(order.size());
    std::iota(byBurst.begin(), byBurst.end(), 0U);
    std::ranges::sort(byBurst, [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(keys[a], data.detections[order[a]].image, a) <
               std::tie(keys[b], data.detections[order[b]].image, b);
    });
    std::vector<std::int32_t> burstOf(order.size());
    for (std::size_t from = 0, to = 0; from < byBurst.size(); from = to) {
        const std::uint32_t first = byBurst[from];
        std::uint32_t usable = 0;
        std::uint32_t sexes = 0;
        bool two = false;
        for (to = from; to < byBurst.size() && keys[byBurst[to]] == keys[first]; ++to) {
            const Detection &d = data.detections[order[byBurst[to]]];
            two = two || (to > from && d.image == data.detections[order[byBurst[to - 1]]].image);
            usable += isUsable(d.vector) ? 1 : 0;
            sexes |= isUsable(d.vector) ? 1U << static_cast<unsigned>(d.sex()) : 0U;
            burstOf[byBurst[to]] = static_cast<std::int32_t>(kinds.size());
        }
        kinds.push_back(two || usable < 2            ? BurstKind::Single
                        : (sexes & (sexes - 1)) == 0 ? BurstKind::Sure
                                                     : BurstKind::Mixed);
    }
    return burstOf;
}

/// Of each profile the place in `order` of its founder, else of its first detection, else the end.
struct Founding
{
    std::vector<std::uint32_t> founder; ///< into `order`; order.size() where there is none
    std::vector<std::uint32_t> first;
};

Founding findFounders(const Dataset &data, const std::vector<std::uint32_t> &order)
{
    const auto none = static_cast<std::uint32_t>(order.size());
    Founding found{std::vector<std::uint32_t>(data.profiles.size(), none),
                   std::vector<std::uint32_t>(data.profiles.size(), none)};
    for (std::uint32_t at = 0; at < none; ++at) {
        const std::int32_t own = data.detections[order[at]].ownProfile;
        if (own < 0)
            continue;
        const auto p = static_cast<std::size_t>(own);
        found.first[p] = std::min(found.first[p], at);
        const Ticks score = data.matches[order[at]].own;
        if (score >= kFounder && (found.founder[p] == none || score > data.matches[order[found.founder[p]]].own))
            found.founder[p] = at;
    }
    return found;
}

void placeProfiles(const Dataset &data, const Founding &founding, std::uint32_t none, Herd &herd)
{
    std::vector<std::int32_t> ranked(data.profiles.size());
    std::iota(ranked.begin(), ranked.end(), 0);
    std::ranges::sort(ranked, {}, [&](std::int32_t p) {
        const auto at = static_cast<std::size_t>(p);
        const std::uint32_t founder = founding.founder[at];
        return std::tuple(founder == none, std::min(founder, founding.first[at]), founder, p);
    });
    for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
        const auto sex = static_cast<std::size_t>(data.profiles[static_cast<std::size_t>(ranked[rank])].sex);
        herd.profiles[sex].push_back(ranked[rank]);
        herd.rank[sex].push_back(static_cast<std::int32_t>(rank));
    }
}

} // namespace

int Herd::groupCount(Sex sex) const
{
    const std::vector<int> &of = groups[static_cast<std::size_t>(sex)];
    return of.empty() ? 0 : 1 + *std::ranges::max_element(of);
}

std::vector<std::pair<std::int32_t, std::int32_t>> linkedPairs(const Links &links, std::span<const std::uint32_t> sizes)
{
    std::set<std::pair<std::int32_t, std::int32_t>> pairs;
    for (const auto &[pair, reaching] : links) {
        const std::uint32_t size = sizes[static_cast<std::size_t>(pair.first)];
        if (size >= 2 && 2 * reaching > size)
            pairs.insert(std::minmax(pair.first, pair.second));
    }
    return {pairs.begin(), pairs.end()};
}

std::vector<int> frozenGroups(const Links &links, std::span<const std::uint32_t> sizes)
{
    std::vector<std::vector<int>> next(sizes.size());
    for (const auto &[p, q] : linkedPairs(links, sizes)) {
        next[static_cast<std::size_t>(p)].push_back(q);
        next[static_cast<std::size_t>(q)].push_back(p);
    }
    std::vector<int> groups(sizes.size(), -1);
    int count = 0;
    for (std::size_t start = 0; start < sizes.size(); ++start) {
        if (groups[start] >= 0)
            continue;
        std::vector<std::size_t> open{start};
        groups[start] = count;
        while (!open.empty()) {
            const std::size_t p = open.back();
            open.pop_back();
            for (const int q : next[p]) {
                if (groups[static_cast<std::size_t>(q)] < 0) {
                    groups[static_cast<std::size_t>(q)] = count;
                    open.push_back(static_cast<std::size_t>(q));
                }
            }
        }
        ++count;
    }
    return groups;
}

Herd makeHerd(const Dataset &data, const MatchResult &scores, const Gallery &gallery, int threshold)
{
    Herd herd;
    const std::vector<std::uint32_t> order = inOrder(data);
    const std::vector<std::int32_t> burstOf = numberBursts(data, order, herd.bursts);
    const Founding founding = findFounders(data, order);
    placeProfiles(data, founding, static_cast<std::uint32_t>(order.size()), herd);
    std::vector<std::int32_t> placeOf(data.profiles.size());
    std::array<std::vector<std::uint32_t>, kSexes> sizes;
    for (std::size_t s = 0; s < kSexes; ++s) {
        for (std::size_t place = 0; place < herd.profiles[s].size(); ++place)
            placeOf[static_cast<std::size_t>(herd.profiles[s][place])] = static_cast<std::int32_t>(place);
        sizes[s].resize(herd.profiles[s].size());
    }
    const auto sexOfProfile = [&](std::int32_t p) { return data.profiles[static_cast<std::size_t>(p)].sex; };
    for (std::uint32_t at = 0; at < order.size(); ++at) {
        const Detection &d = data.detections[order[at]];
        const Match &m = data.matches[order[at]];
        if (!isUsable(d.vector))
            continue;
        Subject subject{order[at], burstOf[at], -1, -1, m.others, d.sex(), Subject::Role::Other};
        subject.best[static_cast<std::size_t>(subject.sex)] = m.best;
        if (m.bestProfile >= 0)
            subject.place = placeOf[static_cast<std::size_t>(m.bestProfile)];
        if (!d.assigned() && m.best != kNoScore)
            subject.role = Subject::Role::Unassigned;
        if (d.ownProfile >= 0 && sexOfProfile(d.ownProfile) == subject.sex) {
            subject.own = placeOf[static_cast<std::size_t>(d.ownProfile)];
            const bool founder = founding.founder[static_cast<std::size_t>(d.ownProfile)] == at;
            subject.role = founder ? Subject::Role::Founder : Subject::Role::Assigned;
            ++sizes[static_cast<std::size_t>(subject.sex)][static_cast<std::size_t>(subject.own)];
        }
        herd.subjects.push_back(subject);
    }
    const auto isCounted = [&](std::int32_t p) { // whether its founder is among the sizes and links
        const std::uint32_t founder = founding.founder[static_cast<std::size_t>(p)];
        return founder < order.size() && isUsable(data.detections[order[founder]].vector) &&
               data.detections[order[founder]].sex() == sexOfProfile(p);
    };
    std::array<Links, kSexes> links;
    for (const Link &link : scores.links)
        links[static_cast<std::size_t>(sexOfProfile(link.from))].emplace(
            std::pair(placeOf[static_cast<std::size_t>(link.from)], placeOf[static_cast<std::size_t>(link.to)]),
            link.reaching);
    for (std::size_t s = 0; s < kSexes; ++s) { // without the founders
        for (auto &[pair, reaching] : links[s]) {
            const std::int32_t p = herd.profiles[s][static_cast<std::size_t>(pair.first)];
            if (reaching > 0 && isCounted(p) &&
                gallery.likeness(p, herd.profiles[s][static_cast<std::size_t>(pair.second)]) >= threshold)
                --reaching;
        }
        for (std::size_t place = 0; place < sizes[s].size(); ++place) {
            if (isCounted(herd.profiles[s][place]))
                --sizes[s][place];
        }
        herd.groups[s] = frozenGroups(links[s], sizes[s]);
        herd.linked[s] = linkedPairs(links[s], sizes[s]);
    }
    return herd;
}

} // namespace herdbook::reid
