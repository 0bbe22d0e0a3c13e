// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/herd.h"
#include "core/demo/pictures/random.h"

#include <QDateTime>
#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace herdbook::demo {

namespace {

constexpr int dimensions = HerdFigures::dimensions;
using Direction = std::array<float, dimensions>;

/// What all photos of deer have in common: the cosine of two unrelated ones (its spread, .03, comes from 512 dimensions).
constexpr double common = 0.31;

float dot(const Direction &a, const Direction &b)
{
    std::array<float, 8> sums{};
    for (size_t i = 0; i < dimensions; i += 8) {
        for (size_t k = 0; k < 8; ++k)
            sums[k] += a[i + k] * b[i + k];
    }
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

void add(Direction &to, double factor, const Direction &what)
{
    const auto scale = static_cast<float>(factor);
    for (size_t i = 0; i < dimensions; ++i)
        to[i] += scale * what[i];
}

void normalize(Direction &direction)
{
    const float scale = 1 / std::sqrt(dot(direction, direction));
    for (float &value : direction)
        value *= scale;
}

/// A random unit vector at right angles to those given, which are so to each other.
Direction randomDirection(Random &random, std::initializer_list<const Direction *> rightAngledTo)
{
    Direction direction;
    for (float &value : direction)
        value = random.roughNormal();
    normalize(direction);
    for (const Direction *other : rightAngledTo)
        add(direction, -dot(direction, *other), *other);
    normalize(direction);
    return direction;
}

bool hasProfile(const Herd &herd, const Detection &detection)
{
    return detection.animal >= 0 && herd.animals[static_cast<size_t>(detection.animal)].profile >= 0;
}

const Profile &profileOf(const Herd &herd, const Detection &detection)
{
    return herd.profiles[static_cast<size_t>(herd.animals[static_cast<size_t>(detection.animal)].profile)];
}

/// Whether the deployed system could have assigned this detection by its score.
bool couldMatch(const Herd &herd, size_t index)
{
    const Detection &detection = herd.detections[index];
    return hasProfile(herd, detection) && detection.valid && !detection.duplicate && detection.correction.isEmpty() &&
           detection.vector == Detection::Vector::Usable &&
           static_cast<int>(index) >= profileOf(herd, detection).founder &&
           mayMatch(detection.label, herd.animals[static_cast<size_t>(detection.animal)]);
}

/// Scores with the own profile: broad around .6, alike within a burst, and exactly `matches` of them at the threshold or above.
void drawScores(Herd &herd, quint64 seed, int matches)
{
    Random random(seed, 4);
    std::map<std::pair<int, int>, double> burstMean;
    std::vector<double> animalMean;
    for (size_t i = 0; i < herd.animals.size(); ++i)
        animalMean.push_back(random.normal(0.585, 0.03));
    std::vector<double> candidates;
    for (size_t i = 0; i < herd.detections.size(); ++i) {
        Detection &detection = herd.detections[i];
        if (detection.animal < 0)
            continue;
        const auto [found, isNew] = burstMean.try_emplace({detection.burst, detection.animal}, 0.0);
        if (isNew)
            found->second = random.normal(0, 0.085) - 0.05 * detection.pose.turn + 0.02;
        detection.score = animalMean[static_cast<size_t>(detection.animal)] + found->second + random.normal(0, 0.04);
        if (couldMatch(herd, i) && profileOf(herd, detection).founder != static_cast<int>(i))
            candidates.push_back(detection.score);
    }
    std::sort(candidates.begin(), candidates.end(), std::greater<>());
    const auto founders = static_cast<int>(herd.profiles.size());
    const auto last = static_cast<size_t>(matches - founders);
    const double shift = HerdFigures::threshold - (candidates.at(last - 1) + candidates.at(last)) / 2;
    for (size_t i = 0; i < herd.detections.size(); ++i) {
        Detection &detection = herd.detections[i];
        double score = std::clamp(detection.score + shift, 0.335, 0.985);
        const double distance = score - HerdFigures::threshold;
        // Nothing within the rounding of four decimals, and nothing left unassigned that would have matched.
        if (distance >= 0 && !couldMatch(herd, i))
            score = HerdFigures::threshold - random.uniform(0.001, 0.05);
        else if (std::abs(distance) < 0.0003)
            score = HerdFigures::threshold + (distance < 0 ? -0.0003 : 0.0003);
        detection.score = score;
        if (score > HerdFigures::threshold)
            detection.assigned = herd.animals[static_cast<size_t>(detection.animal)].profile;
    }
    for (size_t i = 0; i < herd.profiles.size(); ++i) {
        Detection &founder = herd.detections[static_cast<size_t>(herd.profiles[i].founder)];
        founder.score = 1;
        founder.assigned = static_cast<int>(i);
    }
}

/// The deployed system also gives a burst's other detections the deer, without looking at scores: mostly right, not always.
void linkBursts(Herd &herd, quint64 seed, int right, int wrong)
{
    Random random(seed, 5);
    std::map<int, int> deerOfBurst;
    for (const Detection &detection : herd.detections) {
        if (detection.assigned >= 0)
            deerOfBurst.try_emplace(detection.burst, detection.assigned);
    }
    for (size_t i = 0; i < herd.detections.size() && right + wrong > 0; ++i) {
        Detection &detection = herd.detections[i];
        const auto deer = deerOfBurst.find(detection.burst);
        if (detection.assigned >= 0 || deer == deerOfBurst.end() || detection.animal < 0 || !random.chance(0.3))
            continue;
        const Animal &linked =
            herd.animals[static_cast<size_t>(herd.profiles[static_cast<size_t>(deer->second)].animal)];
        const bool same = herd.animals[static_cast<size_t>(detection.animal)].profile == deer->second;
        const bool stranger = !hasProfile(herd, detection) && mayMatch(detection.label, linked);
        int &left = same ? right : wrong;
        if (left > 0 && ((same && couldMatch(herd, i)) || (stranger && detection.valid && !detection.duplicate))) {
            detection.assigned = deer->second;
            detection.linked = true;
            --left;
        }
    }
    Q_ASSERT(right + wrong == 0);
}

/// What an animal looks like, apart from what all have in common.
std::vector<Direction> identities(const Herd &herd, Random &random, const Direction &shared)
{
    std::vector<Direction> found;
    for (const Animal &animal : herd.animals) {
        Direction own = randomDirection(random, {&shared});
        if (animal.kin >= 0) {
            const double resemblance = random.uniform(0.08, 0.36);
            for (float &value : own)
                value *= static_cast<float>(std::sqrt(1 - resemblance * resemblance));
            add(own, resemblance, found[static_cast<size_t>(animal.kin)]);
            normalize(own);
        }
        found.push_back(own);
    }
    return found;
}

} // namespace

void makeVectors(Herd &herd, quint64 seed)
{
    constexpr int linkedRight = 70;
    constexpr int linkedWrong = 4;
    drawScores(herd, seed, HerdFigures::assigned - linkedRight - linkedWrong);
    linkBursts(herd, seed, linkedRight, linkedWrong);

    Random random(seed, 6);
    const Direction shared = randomDirection(random, {});
    const std::vector<Direction> identity = identities(herd, random, shared);
    std::vector<Direction> scenes;
    scenes.reserve(2 * herd.locations.size());
    for (int i = 0; i < HerdFigures::locations * 2; ++i)
        scenes.push_back(randomDirection(random, {&shared}));
    const Direction otherKinds[] = {randomDirection(random, {&shared}), randomDirection(random, {&shared}),
                                    randomDirection(random, {&shared})};
    herd.vectors.resize(herd.detections.size() * dimensions);
    std::map<std::pair<int, int>, Direction> ofBurst;
    for (size_t i = 0; i < herd.detections.size(); ++i) {
        const Detection &detection = herd.detections[i];
        const bool isDeer = detection.animal >= 0;
        const Direction &own =
            isDeer ? identity[static_cast<size_t>(detection.animal)]
                   : otherKinds[static_cast<int>(detection.look.species) - static_cast<int>(Species::Cattle)];
        const Photo &photo = herd.photos[static_cast<size_t>(detection.photo)];
        auto [burst, isNew] = ofBurst.try_emplace({detection.burst, detection.animal});
        if (isNew)
            burst->second = randomDirection(random, {&shared});
        // What differs from the profile: the burst's pose and light, the place, the photo itself.
        Direction rest = randomDirection(random, {&shared});
        for (float &value : rest)
            value *= 0.55F;
        add(rest, 0.8, burst->second);
        add(rest, 0.25, scenes[2 * static_cast<size_t>(photo.location) + (photo.night ? 1U : 0U)]);
        add(rest, -dot(rest, own), own);
        normalize(rest);
        const double target = isDeer ? detection.score : 0.6;
        const double likeness = (target - common) / (1 - common);
        Direction whole{};
        add(whole, std::sqrt(common), shared);
        add(whole, std::sqrt(1 - common) * likeness, own);
        add(whole, std::sqrt((1 - common) * std::max(0.0, 1 - likeness * likeness)), rest);
        normalize(whole);
        float *row = herd.vectors.data() + i * dimensions;
        const float factor = detection.vector == Detection::Vector::Zero   ? 0.0F
                             : detection.vector == Detection::Vector::Long ? 1.7F
                                                                           : 1.0F;
        std::transform(whole.begin(), whole.end(), row, [factor](float value) { return value * factor; });
        if (detection.vector == Detection::Vector::NotANumber)
            row[17] = std::numeric_limits<float>::quiet_NaN();
    }
}

namespace {

/// Moves everything by whole days, to end on another one.
void moveTo(Herd &herd, const QDate &end)
{
    const qint64 seconds = herd.end.daysTo(end) * 86400;
    const auto stamp = [](qint64 time) {
        return QDateTime::fromSecsSinceEpoch(time, Qt::UTC).toString(QStringLiteral("yyyyMMdd_HHmmss"));
    };
    for (Photo &photo : herd.photos) {
        photo.path.replace(stamp(photo.time), stamp(photo.time + seconds));
        photo.time += seconds;
    }
    herd.end = end;
}

} // namespace

Herd generateSightings(quint64 seed, const QDate &end)
{
    Herd herd;
    herd.end = QDate(2026, 11, 22); // one and the same season, whatever day it is
    makeAnimals(herd, seed);
    makeVisits(herd, seed);
    makeFlaws(herd, seed);
    moveTo(herd, end);
    return herd;
}

Herd generateHerd(quint64 seed, const QDate &end)
{
    Herd herd = generateSightings(seed, end);
    makeVectors(herd, seed);
    return herd;
}

} // namespace herdbook::demo
