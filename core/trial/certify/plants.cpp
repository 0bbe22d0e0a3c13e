// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/plants.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_set>

namespace herdbook::trial {

namespace {

using reid::Detection;

constexpr double kApart = 0.3;
constexpr reid::Ticks kSurelyThere = 8000; ///< an assignment that is taken for certain
constexpr double kLeastMeters = 1000;
constexpr double kMetersPerSecond = 10; ///< no deer keeps this up from one camera to the next
constexpr double kLongestSeconds = 900;
/// 2 January 2000, UTC: cameras whose clock was never set agree on a time that none of them knows.
constexpr std::int64_t kClockWasSet = 946'771'200'000'000;

bool usable(const Detection &detection)
{
    return detection.valid && !detection.duplicate && detection.deerClass();
}

std::optional<reid::Ticks> scoreOn(const reid::Match &match, std::int32_t profile)
{
    if (match.best != reid::kNoScore && match.bestProfile == profile)
        return match.best;
    if (match.second != reid::kNoScore && match.secondProfile == profile)
        return match.second;
    return std::nullopt;
}

std::vector<std::size_t> usableSorted(const reid::Dataset &data, auto key)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (usable(data.detections[i]))
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(key(data.detections[a]), data.detections[a].id) <
               std::tuple(key(data.detections[b]), data.detections[b].id);
    });
    return order;
}

/// Whether a detection is of another deer than the one it would stand beside, but not for its sex: everybody would see that.
bool isOther(const reid::Dataset &data, const Detection &known, const Detection &other)
{
    const reid::Sex shown = data.profiles[static_cast<std::size_t>(known.ownProfile)].sex;
    return other.deer != known.deer && other.sex() == shown && known.sex() == shown;
}

/// Two deer of one sex in one image, one of them assigned: the other one against that profile.
void addFromImages(const reid::Dataset &data, std::vector<Plant> &plants)
{
    const std::vector<std::size_t> order =
        usableSorted(data, [](const Detection &detection) { return detection.image; });
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        for (to = from; to < order.size() && data.detections[order[to]].image == data.detections[order[from]].image;)
            ++to;
        for (std::size_t a = from; a < to; ++a) {
            const Detection &known = data.detections[order[a]];
            for (std::size_t b = from; known.ownProfile >= 0 && b < to; ++b) {
                const Detection &other = data.detections[order[b]];
                if (a == b || !isOther(data, known, other) || !reid::areComparable(known.box, other.box) ||
                    reid::intersectionOverUnion(known.box, other.box) >= kApart)
                    continue;
                const bool founder = data.matches[order[a]].own >= reid::kFounder;
                plants.push_back({order[b], known.ownProfile,
                                  founder ? PlantKind::FoundingImage : PlantKind::LaterImage, order[a],
                                  scoreOn(data.matches[order[b]], known.ownProfile), 0, 0});
            }
        }
    }
}

/// A deer at another camera while the profile's deer was seen here, too far away to walk.
void addFromElsewhere(const reid::Dataset &data, const Cameras &cameras, std::vector<Plant> &plants)
{
    const std::vector<std::size_t> order =
        usableSorted(data, [](const Detection &detection) { return detection.takenAt; });
    const auto cameraOf = [&](const Detection &detection) -> const Coordinates * {
        const auto i = static_cast<std::size_t>(detection.location);
        return detection.location >= 0 && i < cameras.size() && cameras[i] ? &*cameras[i] : nullptr;
    };
    for (std::size_t a = 0; a < order.size(); ++a) {
        const Detection &known = data.detections[order[a]];
        const Coordinates *here = cameraOf(known);
        if (known.ownProfile < 0 || known.takenAt < kClockWasSet || data.matches[order[a]].own < kSurelyThere ||
            here == nullptr)
            continue;
        const auto consider = [&](std::size_t b) {
            const Detection &other = data.detections[order[b]];
            const double seconds = std::abs(static_cast<double>(other.takenAt - known.takenAt)) / 1e6;
            if (seconds > kLongestSeconds || other.takenAt < kClockWasSet)
                return false;
            const Coordinates *there = cameraOf(other);
            if (other.location == known.location || there == nullptr || !isOther(data, known, other))
                return true;
            const double meters = metersBetween(*here, *there);
            if (meters >= kLeastMeters && seconds * kMetersPerSecond <= meters)
                plants.push_back({order[b], known.ownProfile, PlantKind::Elsewhere, order[a],
                                  scoreOn(data.matches[order[b]], known.ownProfile), meters, seconds});
            return true;
        };
        for (std::size_t b = a + 1; b < order.size() && consider(b); ++b) {
        }
        for (std::size_t b = a; b > 0 && consider(b - 1); --b) {
        }
    }
}

} // namespace

std::vector<Plant> findPlants(const reid::Dataset &data, const Cameras &cameras, const Pictures &pictures,
                              const std::function<bool(std::int32_t, std::size_t)> &hasOtherPhoto)
{
    std::vector<Plant> all;
    addFromImages(data, all);
    addFromElsewhere(data, cameras, all);
    const auto rank = [&](const Plant &plant) {
        return std::tuple(plant.kind == PlantKind::Elsewhere, -static_cast<int>(plant.score.value_or(reid::kNoScore)),
                          plant.kind, data.detections[plant.detection].id, plant.profile,
                          data.detections[plant.witness].id);
    };
    std::sort(all.begin(), all.end(), [&](const Plant &a, const Plant &b) { return rank(a) < rank(b); });
    std::vector<Plant> chosen;
    std::unordered_set<std::size_t> used;
    for (const Plant &plant : all) {
        if (pictures.ofDetection(plant.detection) && pictures.ofProfile(plant.profile) &&
            hasOtherPhoto(plant.profile, plant.witness) && used.insert(plant.detection).second)
            chosen.push_back(plant);
    }
    return chosen;
}

} // namespace herdbook::trial
