// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/draw.h"

#include "core/trial/review/digest.h"
#include "core/trial/review/freezer.h"

#include <algorithm>
#include <unordered_map>

namespace herdbook::trial {

namespace {

constexpr std::size_t kMostPlants = 60; ///< enough for 1,080 reviews

std::vector<Level> levelsFor(const Source &source, double candidate, Preset preset, TrialKind kind)
{
    const int ticks = reid::thresholdTicks(candidate);
    if (kind != TrialKind::Certificate)
        return {{ticks, static_cast<int>(source.pool.atOrAbove(ticks))}};
    std::vector<reid::Ticks> scores;
    for (const Item &item : source.pool.items)
        scores.push_back(item.score);
    return makeLevels(scores, ticks, preset);
}

/// The fewest known different pairs with which some preset can certify its first level; nothing where no level has enough items.
std::optional<int> plantsNeeded(const Source &source, double candidate, double bound)
{
    std::optional<int> fewest;
    Evaluator evaluator;
    for (const Preset preset : kPresets) {
        const std::vector<Level> levels = levelsFor(source, candidate, preset, TrialKind::Certificate);
        if (!levels.empty()) {
            const int needed = trial::plantsNeeded(levels.front().items, bound, evaluator);
            fewest = std::min(fewest.value_or(needed), needed);
        }
    }
    return fewest;
}

/// What a trial of levels of its own, or of another number, takes and can come to.
void decideKind(TrialRecord &record, std::size_t plants)
{
    if (record.kind == TrialKind::ReviewAll)
        return;
    Evaluator evaluator;
    record.plantsNeeded = trial::plantsNeeded(record.levels.front().items, boundOf(record.ordinal), evaluator);
    record.kind = static_cast<int>(plants) < record.plantsNeeded ? TrialKind::CountOnly : TrialKind::Certificate;
}

/// The hardest stay the first, each six in the trial's own order.
void orderPlants(TrialRecord &record)
{
    if (!record.plantSeed)
        return;
    const auto rank = [&](const Pair &plant) {
        reid::Uuid bytes{};
        std::copy_n(plant.id.toRfc4122().begin(), bytes.size(), bytes.begin());
        return std::pair(reid::mix(bytes, *record.plantSeed), bytes);
    };
    for (auto from = record.plants.begin(); from != record.plants.end();) {
        const auto to = from + std::min<std::ptrdiff_t>(kFirstPlants, record.plants.end() - from);
        std::sort(from, to, [&](const Pair &a, const Pair &b) { return rank(a) < rank(b); });
        from = to;
    }
}

TrialKind kindFor(const Source &source, const std::optional<int> &plantsNeeded)
{
    if (!plantsNeeded)
        return TrialKind::ReviewAll;
    return static_cast<int>(source.plants.size()) < *plantsNeeded ? TrialKind::CountOnly : TrialKind::Certificate;
}

} // namespace

Pictures Source::pictures() const
{
    return {[this](std::size_t detection) { return shown[detection]; },
            [this](std::int32_t profile) { return !photos[static_cast<std::size_t>(profile)].detections.empty(); }};
}

std::vector<std::size_t> Source::photosBeside(std::int32_t profile, std::size_t detection,
                                              std::optional<std::size_t> witness) const
{
    const auto together = [&](std::size_t a, std::size_t b) {
        const reid::Detection &one = data->detections[a];
        const reid::Detection &other = data->detections[b];
        return one.image == other.image || (one.burst != reid::Uuid{} && one.burst == other.burst);
    };
    std::vector<std::size_t> all;
    for (const std::size_t photo : photos[static_cast<std::size_t>(profile)].detections) {
        if (!together(photo, detection) && (!witness || !together(photo, *witness)))
            all.push_back(photo);
    }
    return all;
}

void Source::prepare()
{
    photos = choosePhotos(*data, pictures().ofDetection);
    pool = makePool(*data, pictures());
    // A pair whose profile has no photo but those of the same visit can't be shown.
    std::erase_if(pool.items, [&](const Item &item) {
        const bool none = photosBeside(item.profile, item.detection, std::nullopt).empty();
        if (none) {
            pool.withoutProfilePicture.push_back(item.score);
            pool.outside.push_back(item.detection);
        }
        return none;
    });
    std::sort(pool.withoutProfilePicture.begin(), pool.withoutProfilePicture.end(), std::greater<>());
    plants = findPlants(*data, cameras, pictures(), [&](std::int32_t profile, std::size_t witness) {
        return !photosBeside(profile, witness, witness).empty();
    });
    std::erase_if(plants, [&](const Plant &plant) {
        return photosBeside(plant.profile, plant.detection, plant.witness).empty();
    });
    profilesDigest = trial::profilesDigest(*data);
    digest = poolDigest(scores, profilesDigest, poolItems(*data, pool));
}

Outlook lookAhead(const Source &source, double candidate, int ordinal)
{
    const int ticks = reid::thresholdTicks(candidate);
    Outlook outlook;
    outlook.candidate = candidate;
    outlook.ordinal = ordinal;
    const std::optional<int> needed = plantsNeeded(source, candidate, boundOf(ordinal));
    outlook.kind = kindFor(source, needed);
    outlook.plantsNeeded = needed.value_or(kLeastPlants);
    outlook.eligible = static_cast<int>(source.pool.scored.size());
    outlook.below = outlook.eligible - static_cast<int>(atOrAbove(source.pool.scored, ticks));
    outlook.withoutPicture = static_cast<int>(atOrAbove(source.pool.withoutPicture, ticks));
    outlook.withoutProfilePicture = static_cast<int>(atOrAbove(source.pool.withoutProfilePicture, ticks));
    outlook.unread = source.unread;
    outlook.atCandidate = static_cast<int>(source.pool.atOrAbove(ticks));
    for (const Item &item : source.pool.items)
        outlook.bySex[static_cast<std::size_t>(item.sex)] += item.score >= ticks ? 1 : 0;
    outlook.plants = static_cast<int>(source.plants.size());
    outlook.digest = source.digest;
    for (const Preset preset : kPresets) {
        Drawn drawn = drawItems(*source.data, source.pool, levelsFor(source, candidate, preset, outlook.kind), 0);
        outlook.schemes[static_cast<std::size_t>(preset)] =
            Scheme(std::move(drawn.places), std::move(drawn.levels), std::min<int>(outlook.plants, kMostPlants),
                   boundOf(ordinal));
    }
    return outlook;
}

std::optional<Expected> expected(const Scheme &scheme, int atCandidate, std::size_t share, int trials,
                                 Evaluator &evaluator, const std::stop_token &stop)
{
    return simulate(scheme, atCandidate, kShares[share], trials, 1 + share, evaluator,
                    [&] { return stop.stop_requested(); });
}

std::optional<Prospects> prospects(const Outlook &outlook, int trials, const std::stop_token &stop)
{
    Prospects all;
    all.candidate = outlook.candidate;
    all.ordinal = outlook.ordinal;
    all.trials = trials;
    Evaluator evaluator;
    for (std::size_t preset = 0; preset < kPresets.size(); ++preset) {
        for (std::size_t i = 0; i < kShares.size(); ++i) {
            const std::optional<Expected> one =
                expected(outlook.schemes[preset], outlook.atCandidate, i, trials, evaluator, stop);
            if (!one)
                return std::nullopt;
            all.curves[preset].push_back(*one);
        }
    }
    return all;
}

std::vector<Level> stricterLevels(const Source &source, const Level &failed)
{
    std::vector<reid::Ticks> scores;
    for (const Item &item : source.pool.items)
        scores.push_back(item.score);
    return stricterLevels(std::span<const reid::Ticks>(scores), failed);
}

TrialRecord freeze(const Source &source, const Beginning &beginning)
{
    TrialRecord record;
    record.id = QUuid::createUuid();
    record.createdAt = beginning.now;
    record.createdBy = beginning.by;
    record.candidate = beginning.candidate;
    record.preset = beginning.preset;
    record.seed = beginning.seed;
    record.plantSeed = beginning.plantSeed;
    record.pipeline = beginning.pipeline;
    record.reviewers = beginning.reviewers;
    record.ordinal = beginning.ordinal;
    record.source = source.scores;
    record.digest = source.digest;
    record.profilesDigest = source.profilesDigest;
    record.pool = poolItems(*source.data, source.pool);
    for (const std::size_t i : source.pool.outside)
        record.outside.push_back(toQUuid(source.data->detections[i].id));
    const Outlook outlook = lookAhead(source, beginning.candidate, beginning.ordinal);
    record.kind = outlook.kind;
    record.plantsNeeded = outlook.plantsNeeded;
    record.eligible = outlook.eligible;
    record.below = outlook.below;
    record.withoutPicture = outlook.withoutPicture;
    record.withoutProfilePicture = outlook.withoutProfilePicture;
    record.fingerprint = beginning.fingerprint;
    record.estimate = beginning.estimate;
    Freezer freezer(source, record);
    std::vector<Level> levels = levelsFor(source, beginning.candidate, beginning.preset, record.kind);
    if (beginning.failed)
        levels = stricterLevels(source, *beginning.failed);
    const Drawn drawn = drawItems(*source.data, source.pool, std::move(levels), beginning.seed);
    record.levels = drawn.levels;
    if (beginning.failed)
        decideKind(record, source.plants.size());
    for (std::size_t i = 0; i < drawn.items.size(); ++i)
        record.pairs.push_back(freezer.item(source.pool.items[drawn.items[i]], drawn.places[i].level));
    if (record.kind == TrialKind::ReviewAll)
        return record;
    std::unordered_map<std::size_t, std::size_t> bursts;
    for (std::size_t burst = 0; burst < source.pool.bursts.size(); ++burst) {
        for (const std::size_t detection : source.pool.bursts[burst])
            bursts.emplace(detection, burst);
    }
    for (std::size_t i = 0; i < std::min(source.plants.size(), kMostPlants); ++i) {
        const Plant &plant = source.plants[i];
        record.plants.push_back(freezer.plant(plant, source.pool.bursts[bursts.at(plant.detection)]));
    }
    orderPlants(record);
    return record;
}

TrialRecord anotherTrial(const TrialRecord &record, const QStringList &reviewers, Pipeline pipeline, int ordinal,
                         const QString &by, const QDateTime &now, quint64 plantSeed)
{
    TrialRecord another = record;
    another.id = QUuid::createUuid();
    another.createdAt = now;
    another.createdBy = by;
    another.reviewers = reviewers;
    another.pipeline = pipeline;
    another.ordinal = ordinal;
    another.plantSeed = plantSeed;
    orderPlants(another);
    decideKind(another, another.plants.size());
    return another;
}

} // namespace herdbook::trial
