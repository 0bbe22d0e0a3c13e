// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/design/checks.h"

#include <algorithm>
#include <unordered_set>

namespace herdbook::trial {

namespace {

using reid::Detection;
using reid::Sex;

constexpr double kApart = 0.3;
constexpr reid::Ticks kFounder = 9900; ///< a founding detection scores >= .99 on the profile made of it

struct Pair
{
    std::size_t detection = 0;
    std::int32_t profile = -1;
    bool certain = false; ///< the profile's founding detection is in the same image
    std::uint64_t rank = 0;
};

bool usable(const Detection &detection)
{
    return detection.valid && !detection.duplicate && detection.deerClass();
}

/// Every detection of an image that shows an assigned deer of the same sex elsewhere in the picture, against that deer.
std::vector<Pair> pairsOfOneImage(const reid::Dataset &data, std::uint64_t seed)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (usable(data.detections[i]))
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(data.detections[a].image, data.detections[a].id) <
               std::tie(data.detections[b].image, data.detections[b].id);
    });
    std::vector<Pair> pairs;
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        for (to = from; to < order.size() && data.detections[order[to]].image == data.detections[order[from]].image;)
            ++to;
        for (std::size_t a = from; a < to; ++a) {
            const Detection &known = data.detections[order[a]];
            for (std::size_t b = from; known.ownProfile >= 0 && b < to; ++b) {
                const Detection &other = data.detections[order[b]];
                if (a == b || other.deer == known.deer || other.sex() != known.sex() ||
                    reid::intersectionOverUnion(known.box, other.box) >= kApart)
                    continue;
                pairs.push_back(
                    {order[b], known.ownProfile, data.matches[order[a]].own >= kFounder, reid::mix(other.id, seed)});
            }
        }
    }
    return pairs;
}

/// Founding detections of bucks and does, each against a profile of the opposite sex.
std::vector<Pair> pairsOfOppositeSex(const reid::Dataset &data, std::uint64_t seed)
{
    std::array<std::vector<std::int32_t>, 2> profiles; // bucks, does
    for (std::size_t i = 0; i < data.profiles.size(); ++i) {
        if (data.profiles[i].sex == Sex::Buck || data.profiles[i].sex == Sex::Doe)
            profiles[data.profiles[i].sex == Sex::Doe ? 1 : 0].push_back(static_cast<std::int32_t>(i));
    }
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const Detection &detection = data.detections[i];
        if (!usable(detection) || detection.ownProfile < 0 || data.matches[i].own < kFounder)
            continue;
        const Sex own = data.profiles[static_cast<std::size_t>(detection.ownProfile)].sex;
        if (own != detection.sex() || (own != Sex::Buck && own != Sex::Doe))
            continue;
        const std::vector<std::int32_t> &opposite = profiles[own == Sex::Doe ? 0 : 1];
        const std::uint64_t rank = reid::mix(detection.id, seed);
        if (!opposite.empty())
            pairs.push_back({i, opposite[rank % opposite.size()], true, rank});
    }
    return pairs;
}

} // namespace

std::vector<Unit> impossiblePairs(const reid::Dataset &data, int count, std::uint64_t seed, const Pictures &pictures)
{
    std::vector<Unit> units;
    std::unordered_set<std::size_t> used;
    for (auto *source : {&pairsOfOneImage, &pairsOfOppositeSex}) {
        std::vector<Pair> pairs = source(data, seed);
        std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
            return std::tuple(!a.certain, a.rank, a.profile) < std::tuple(!b.certain, b.rank, b.profile);
        });
        for (const Pair &pair : pairs) {
            if (static_cast<int>(units.size()) >= count)
                return units;
            if (!pictures.ofDetection(pair.detection) || !pictures.ofProfile(pair.profile) ||
                !used.insert(pair.detection).second)
                continue;
            Unit unit;
            unit.detection = pair.detection;
            unit.profile = pair.profile;
            const std::int32_t best = data.matches[pair.detection].bestProfile;
            unit.runnerUp = best != pair.profile ? best : data.matches[pair.detection].secondProfile;
            unit.sex = data.profiles[static_cast<std::size_t>(pair.profile)].sex;
            unit.burst = {pair.detection};
            units.push_back(std::move(unit));
        }
    }
    return units;
}

} // namespace herdbook::trial
