// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/herd.h"
#include "core/demo/pictures/random.h"

#include <QTimeZone>
#include <algorithm>
#include <map>
#include <numeric>

namespace herdbook::demo {

namespace {

/// The first good look at each animal with a profile: large, whole, alone, sure.
void chooseFounders(Herd &herd)
{
    std::vector<int> fallback(herd.profiles.size(), -1);
    for (size_t i = 0; i < herd.detections.size(); ++i) {
        const Detection &detection = herd.detections[i];
        if (detection.animal < 0 || herd.animals[static_cast<size_t>(detection.animal)].profile < 0)
            continue;
        const auto profile = static_cast<size_t>(herd.animals[static_cast<size_t>(detection.animal)].profile);
        if (fallback[profile] < 0)
            fallback[profile] = static_cast<int>(i);
        const bool whole = detection.box.left() > 5 && detection.box.right() < 1914 && detection.box.top() > 60;
        const bool alone = herd.photos[static_cast<size_t>(detection.photo)].detections == 1;
        if (herd.profiles[profile].founder < 0 && whole && alone && detection.pose.scale > 270 &&
            detection.pose.turn < 0.5)
            herd.profiles[profile].founder = static_cast<int>(i);
    }
    for (size_t i = 0; i < fallback.size(); ++i) {
        if (herd.profiles[i].founder < 0)
            herd.profiles[i].founder = fallback[i];
    }
}

QString wrongSex(const Detection &detection)
{
    return detection.look.species == Species::Doe ? QStringLiteral("buck") : QStringLiteral("doe");
}

} // namespace

void makeFlaws(Herd &herd, quint64 seed)
{
    chooseFounders(herd);
    std::vector<bool> founder(herd.detections.size());
    for (const Profile &profile : herd.profiles)
        founder[static_cast<size_t>(profile.founder)] = true;

    Random random(seed, 3);
    int overEdge = 0;
    for (size_t i = 0; i < herd.detections.size(); ++i) {
        Detection &detection = herd.detections[i];
        const double which = random.uniform();
        if (founder[i])
            continue;
        // A detector that stops at the edge does so nearly always; some of its boxes reach over.
        if (overEdge < 40 && (detection.box.right() >= 1919 || detection.box.left() <= 0) && random.chance(0.2)) {
            detection.box = boxOf(detection.look, detection.pose).toAlignedRect();
            ++overEdge;
        }
        if (detection.animal < 0) {
            detection.valid = !random.chance(0.15);
            continue;
        }
        if (which < 0.04) {
            if (detection.look.species == Species::Fawn) {
                detection.label = QStringLiteral("doe");
            } else {
                detection.label = wrongSex(detection);
                if (random.chance(0.15)) { // found by a person
                    detection.correction =
                        detection.look.species == Species::Doe ? QStringLiteral("doe") : QStringLiteral("buck");
                    detection.reviewed = true;
                }
            }
        } else if (which < 0.075) {
            detection.label = QStringLiteral("unknown");
        } else if (which < 0.105) {
            detection.duplicate = true;
        } else if (which < 0.117) {
            detection.valid = false;
            detection.reviewed = true;
        } else if (which < 0.122) {
            detection.vector = Detection::Vector::Null;
        } else if (which < 0.123) {
            detection.vector = Detection::Vector::Zero;
        } else if (which < 0.1237) {
            detection.vector = Detection::Vector::NotANumber;
        } else if (which < 0.125) {
            detection.vector = Detection::Vector::Long;
        } else if (which < 0.145) {
            detection.reviewed = true;
        }
    }
}

void chooseDrawnPhotos(Herd &herd, int count)
{
    const auto photoOf = [&](size_t detection) -> Photo & {
        return herd.photos[static_cast<size_t>(herd.detections[detection].photo)];
    };
    int drawn = 0;
    const auto draw = [&](Photo &photo) {
        if (!photo.drawn && drawn < count) {
            photo.drawn = true;
            ++drawn;
        }
    };
    for (const Profile &profile : herd.profiles)
        draw(photoOf(static_cast<size_t>(profile.founder)));
    // Varied photos of each profile: the newest assigned ones, of different bursts.
    constexpr int perProfile = 3;
    std::vector<int> shown(herd.profiles.size(), 0);
    std::vector<int> lastBurst(herd.profiles.size(), -1);
    // And of every newer burst the photo that a trial would show: the one with the best score below the threshold.
    std::map<int, size_t> bestOfBurst;
    for (size_t i = herd.detections.size(); i-- > 0;) {
        const Detection &detection = herd.detections[i];
        const auto profile = static_cast<size_t>(std::max(0, detection.assigned));
        if (detection.assigned >= 0 && shown[profile] < perProfile && lastBurst[profile] != detection.burst) {
            draw(photoOf(i));
            ++shown[profile];
            lastBurst[profile] = detection.burst;
        }
        if (detection.assigned < 0 && detection.valid && !detection.duplicate && detection.animal >= 0 &&
            herd.animals[static_cast<size_t>(detection.animal)].profile >= 0 && detection.score > 0.42) {
            const auto [best, isNew] = bestOfBurst.try_emplace(detection.burst, i);
            if (!isNew && herd.detections[best->second].score < detection.score)
                best->second = i;
        }
    }
    std::vector<size_t> forTrials;
    forTrials.reserve(bestOfBurst.size());
    for (const auto &[burst, detection] : bestOfBurst)
        forTrials.push_back(detection);
    std::sort(forTrials.begin(), forTrials.end(), std::greater<>());
    forTrials.resize(std::min(forTrials.size(), static_cast<size_t>(count * 2 / 5)));
    for (const size_t detection : forTrials)
        draw(photoOf(detection));
    for (auto photo = herd.photos.rbegin(); photo != herd.photos.rend(); ++photo)
        draw(*photo);
}

std::vector<int> photosForGallery(const Herd &herd, int days, int profiles)
{
    const auto profileOf = [&herd](const Detection &detection) {
        return detection.animal < 0 ? -1 : herd.animals[static_cast<size_t>(detection.animal)].profile;
    };
    std::vector<int> seen(herd.profiles.size(), 0);
    for (const Detection &detection : herd.detections) {
        if (const int profile = profileOf(detection); profile >= 0)
            ++seen[static_cast<size_t>(profile)];
    }
    std::vector<int> order(seen.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return seen[static_cast<size_t>(a)] > seen[static_cast<size_t>(b)]; });
    std::vector<bool> wanted(seen.size());
    for (size_t i = 0; i < std::min(order.size(), static_cast<size_t>(profiles)); ++i)
        wanted[static_cast<size_t>(order[i])] = true;

    const qint64 from = QDateTime(herd.end, QTime(6, 0), Qt::UTC).addDays(-days).toSecsSinceEpoch();
    std::vector<bool> chosen(herd.photos.size());
    for (const Detection &detection : herd.detections) {
        const auto photo = static_cast<size_t>(detection.photo);
        const int profile = profileOf(detection);
        if (herd.photos[photo].time >= from || (profile >= 0 && wanted[static_cast<size_t>(profile)]))
            chosen[photo] = true;
    }
    std::vector<int> photos;
    for (size_t i = chosen.size(); i-- > 0;) {
        if (chosen[i])
            photos.push_back(static_cast<int>(i));
    }
    return photos;
}

PhotoContent contentOf(const Herd &herd, int index)
{
    const Photo &photo = herd.photos[static_cast<size_t>(index)];
    PhotoContent content;
    content.location = photo.location;
    content.locationName = herd.locations[static_cast<size_t>(photo.location)].name;
    content.localTime = QDateTime::fromSecsSinceEpoch(photo.time, QTimeZone("America/Chicago"));
    content.night = photo.night;
    content.twilight = photo.twilight;
    content.temperature = photo.temperature;
    content.seed = static_cast<quint64>(index);
    for (int i = 0; i < photo.detections; ++i) {
        const Detection &detection =
            herd.detections[static_cast<size_t>(photo.firstDetection) + static_cast<size_t>(i)];
        content.animals.push_back({detection.look, detection.pose});
    }
    return content;
}

} // namespace herdbook::demo
