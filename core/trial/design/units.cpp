// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/design/units.h"

#include <algorithm>
#include <tuple>

namespace herdbook::trial {

namespace {

using reid::Detection;
using reid::Match;
using reid::Uuid;

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
        } else if (detection.location >= 0) {
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
    return all;
}

bool scored(const reid::Dataset &data, std::size_t i)
{
    return !data.detections[i].assigned() && data.matches[i].best != reid::kNoScore && data.matches[i].bestProfile >= 0;
}

bool anImageShowsTwo(const reid::Dataset &data, const std::vector<std::size_t> &burst)
{
    std::vector<Uuid> images;
    images.reserve(burst.size());
    for (const std::size_t i : burst)
        images.push_back(data.detections[i].image);
    std::sort(images.begin(), images.end());
    return std::adjacent_find(images.begin(), images.end()) != images.end();
}

} // namespace

std::vector<Unit> formUnits(const reid::Dataset &data)
{
    std::vector<Member> all = members(data);
    std::sort(all.begin(), all.end(), [&](const Member &a, const Member &b) {
        if (a.key() != b.key())
            return a.key() < b.key();
        const Detection &first = data.detections[a.detection];
        const Detection &second = data.detections[b.detection];
        return std::tie(first.takenAt, first.id) < std::tie(second.takenAt, second.id);
    });
    std::vector<Unit> units;
    for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
        Unit unit;
        bool any = false;
        for (to = from; to < all.size() && all[to].key() == all[from].key(); ++to) {
            const std::size_t i = all[to].detection;
            unit.burst.push_back(i);
            // Equal scores: the first of the burst, so that the unit doesn't depend on the order rows arrive in.
            if (scored(data, i) && (!any || data.matches[i].best > data.matches[unit.detection].best)) {
                unit.detection = i;
                any = true;
            }
        }
        if (!any)
            continue;
        const Match &match = data.matches[unit.detection];
        unit.score = match.best;
        unit.profile = match.bestProfile;
        unit.runnerUp = match.secondProfile;
        unit.sex = all[from].sex;
        unit.severalAnimals = anImageShowsTwo(data, unit.burst);
        if (!unit.severalAnimals) {
            for (const std::size_t i : unit.burst) {
                if (i != unit.detection && !data.detections[i].assigned())
                    unit.carried.push_back(i);
            }
        }
        units.push_back(std::move(unit));
    }
    std::sort(units.begin(), units.end(), [&](const Unit &a, const Unit &b) {
        return data.detections[a.detection].id < data.detections[b.detection].id;
    });
    return units;
}

} // namespace herdbook::trial
