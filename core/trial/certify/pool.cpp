// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/pool.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace herdbook::trial {

namespace {

using reid::Detection;
using reid::Match;
using reid::Uuid;

constexpr std::int64_t kBurstMicroseconds = 5'000'000;

/// A detection with the key of its burst: two detections belong together when burst, image and window are equal.
struct Member
{
    Uuid burst{};               ///< burst_group_id; null where it is missing
    Uuid image{};               ///< set where there is neither a burst nor a location
    std::int32_t location = -1; ///< set where the burst is made up
    std::int64_t window = 0;    ///< time of the made-up burst's first image
    reid::Sex sex = reid::Sex::Unknown;
    std::size_t detection = 0;

    auto key() const { return std::tie(burst, image, location, window, sex); }
};

std::vector<Member> members(const reid::Dataset &data)
{
    std::vector<Member> all;
    std::vector<std::size_t> loose; // indices into `all`, without a burst but with a location
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        const Detection &detection = data.detections[i];
        if (!detection.valid || detection.duplicate || !detection.deerClass())
            continue;
        Member member;
        member.sex = detection.sex();
        member.detection = i;
        if (detection.burst != Uuid{}) {
            member.burst = detection.burst;
        } else if (detection.location >= 0 && detection.takenAt != 0) { // without a time nobody knows what it followed
            member.location = detection.location;
            loose.push_back(all.size());
        } else {
            member.image = detection.image;
        }
        all.push_back(member);
    }
    const auto placeAndTime = [&](std::size_t i) {
        return std::tuple(all[i].location, data.detections[all[i].detection].takenAt);
    };
    std::sort(loose.begin(), loose.end(),
              [&](std::size_t a, std::size_t b) { return placeAndTime(a) < placeAndTime(b); });
    std::int32_t location = -1;
    std::int64_t start = 0;
    for (const std::size_t i : loose) {
        const std::int64_t takenAt = data.detections[all[i].detection].takenAt;
        if (all[i].location != location || takenAt - start > kBurstMicroseconds) {
            location = all[i].location;
            start = takenAt;
        }
        all[i].window = start;
    }
    std::sort(all.begin(), all.end(), [&](const Member &a, const Member &b) {
        if (a.key() != b.key())
            return a.key() < b.key();
        const Detection &first = data.detections[a.detection];
        const Detection &second = data.detections[b.detection];
        return std::tie(first.takenAt, first.id) < std::tie(second.takenAt, second.id);
    });
    return all;
}

bool scored(const reid::Dataset &data, std::size_t i)
{
    return !data.detections[i].assigned() && data.matches[i].best != reid::kNoScore && data.matches[i].bestProfile >= 0;
}

void sortDescending(std::vector<reid::Ticks> &scores)
{
    std::sort(scores.begin(), scores.end(), std::greater<>());
}

} // namespace

std::size_t atOrAbove(const std::vector<reid::Ticks> &descending, int ticks)
{
    return static_cast<std::size_t>(std::upper_bound(descending.begin(), descending.end(), ticks, std::greater<>()) -
                                    descending.begin());
}

std::size_t Pool::atOrAbove(int ticks) const
{
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const Item &item) { return item.score >= ticks; }));
}

Pool makePool(const reid::Dataset &data, const Pictures &pictures)
{
    const std::vector<Member> all = members(data);
    Pool pool;
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
        std::vector<std::size_t> burst;
        for (to = from; to < all.size() && all[to].key() == all[from].key(); ++to)
            burst.push_back(all[to].detection);
        for (const std::size_t i : burst) {
            if (!scored(data, i))
                continue;
            const Match &match = data.matches[i];
            pool.scored.push_back(match.best);
            if (!pictures.ofDetection(i)) {
                pool.withoutPicture.push_back(match.best);
                pool.outside.push_back(i);
            } else if (!pictures.ofProfile(match.bestProfile)) {
                pool.withoutProfilePicture.push_back(match.best);
                pool.outside.push_back(i);
            } else {
                pool.items.push_back(
                    {i, match.best, match.bestProfile, match.secondProfile, all[from].sex, pool.bursts.size()});
            }
        }
        pool.bursts.push_back(std::move(burst));
    }
    std::sort(pool.items.begin(), pool.items.end(), [&](const Item &a, const Item &b) {
        return data.detections[a.detection].id < data.detections[b.detection].id;
    });
    sortDescending(pool.scored);
    sortDescending(pool.withoutPicture);
    sortDescending(pool.withoutProfilePicture);
    return pool;
}

Drawn drawItems(const reid::Dataset &data, const Pool &pool, std::vector<Level> levels, std::uint64_t seed)
{
    Drawn drawn;
    drawn.levels = std::move(levels);
    if (drawn.levels.empty())
        return drawn;
    for (std::size_t i = 0; i < pool.items.size(); ++i) {
        if (pool.items[i].score >= drawn.levels.back().ticks)
            drawn.items.push_back(i);
    }
    const auto rank = [&](std::size_t i) {
        const Uuid &id = data.detections[pool.items[i].detection].id;
        return std::tuple(reid::mix(id, seed), id);
    };
    std::sort(drawn.items.begin(), drawn.items.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    for (const std::size_t i : drawn.items) {
        int level = 0;
        while (pool.items[i].score < drawn.levels[static_cast<std::size_t>(level)].ticks)
            ++level;
        drawn.places.push_back({level, pool.items[i].sex});
    }
    return drawn;
}

} // namespace herdbook::trial
