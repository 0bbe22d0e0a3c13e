// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/freezer.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr std::size_t kPhotosBeside = 4; ///< of a profile, in one pair
constexpr std::uint64_t kPhotoStream = 0x70686f746f73ULL;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

Pair Freezer::item(const Item &item, int level)
{
    const QUuid id = toQUuid(m_source.data->detections[item.detection].id);
    Pair pair = common(id, item.detection, item.profile, item.runnerUp, std::nullopt);
    pair.score = item.score;
    pair.sex = item.sex;
    pair.level = level;
    pair.burst = beside(m_source.pool.bursts[item.burst], item.detection, item.profile);
    return pair;
}

Pair Freezer::plant(const Plant &plant, const std::vector<std::size_t> &burst)
{
    const QUuid detection = toQUuid(m_source.data->detections[plant.detection].id);
    const QUuid deer = toQUuid(m_source.data->profiles[static_cast<std::size_t>(plant.profile)].id);
    Pair pair = common(QUuid::createUuidV5(detection, deer.toByteArray()), plant.detection, plant.profile,
                       runnerUp(plant), plant.witness);
    pair.score = plant.score.value_or(reid::kNoScore);
    pair.sex = m_source.data->profiles[static_cast<std::size_t>(plant.profile)].sex;
    pair.known = plant.kind;
    pair.meters = plant.meters;
    pair.seconds = plant.seconds;
    pair.burst = beside(burst, plant.detection, plant.profile);
    return pair;
}

/// What of a burst may stand beside the judged detection. Where a plant comes from, its own deer and that of the profile are in one
/// photo or burst: such photos would tell, and are left out of every pair.
std::vector<QUuid> Freezer::beside(const std::vector<std::size_t> &burst, std::size_t detection, std::int32_t profile)
{
    const reid::Dataset &data = *m_source.data;
    std::vector<QUuid> ids;
    for (const std::size_t i : burst) {
        if (i == detection ||
            (data.detections[i].image != data.detections[detection].image && data.detections[i].ownProfile != profile))
            ids.push_back(picture(i));
    }
    return ids;
}

/// The most alike deer that is neither the one beside it nor, which would tell, the plant's own; any where the scores name none.
std::int32_t Freezer::runnerUp(const Plant &plant) const
{
    const reid::Dataset &data = *m_source.data;
    const reid::Match &match = data.matches[plant.detection];
    const std::int32_t own = data.detections[plant.detection].ownProfile;
    const reid::Sex sex = data.profiles[static_cast<std::size_t>(plant.profile)].sex;
    for (const std::int32_t profile : {match.bestProfile, match.secondProfile}) {
        if (profile >= 0 && profile != plant.profile && profile != own)
            return profile;
    }
    const auto count = static_cast<std::int32_t>(data.profiles.size());
    for (std::int32_t step = 1; step < count; ++step) {
        const std::int32_t profile = (plant.profile + step) % count;
        if (profile != own && data.profiles[static_cast<std::size_t>(profile)].sex == sex)
            return profile;
    }
    return -1;
}

Pair Freezer::common(const QUuid &id, std::size_t detection, std::int32_t profile, std::int32_t runnerUp,
                     std::optional<std::size_t> witness)
{
    Pair pair;
    pair.id = id;
    pair.detection = picture(detection);
    pair.deer = this->profile(profile);
    pair.photos = photos(profile, detection, witness, id);
    if (runnerUp >= 0) {
        pair.runnerUpPhotos = photos(runnerUp, detection, witness, id);
        if (!pair.runnerUpPhotos.empty())
            pair.runnerUp = this->profile(runnerUp);
    }
    return pair;
}

QUuid Freezer::picture(std::size_t detection)
{
    const QUuid id = toQUuid(m_source.data->detections[detection].id);
    if (!m_record.pictures.contains(id))
        m_record.pictures.insert(
            id, pictureOf(*m_source.data, detection,
                          m_source.paths.value(toQUuid(m_source.data->detections[detection].image)), m_source.boxUnit));
    return id;
}

/// In an order of the pair's own, so that a plant, which can't show every photo, doesn't stand out by the first one.
std::vector<QUuid> Freezer::photos(std::int32_t profile, std::size_t detection, std::optional<std::size_t> witness,
                                   const QUuid &id)
{
    std::vector<std::size_t> all = m_source.photosBeside(profile, detection, witness);
    reid::Uuid bytes{};
    std::copy_n(id.toRfc4122().begin(), bytes.size(), bytes.begin());
    const std::uint64_t own = reid::mix(bytes, kPhotoStream);
    std::sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
        return reid::mix(m_source.data->detections[a].id, own) < reid::mix(m_source.data->detections[b].id, own);
    });
    all.resize(std::min(all.size(), kPhotosBeside));
    std::vector<QUuid> ids;
    ids.reserve(all.size());
    for (const std::size_t i : all)
        ids.push_back(picture(i));
    return ids;
}

QUuid Freezer::profile(std::int32_t index)
{
    const reid::Profile &profile = m_source.data->profiles[static_cast<std::size_t>(index)];
    const QUuid deer = toQUuid(profile.id);
    if (m_record.profile(deer) == nullptr) {
        ShownProfile shown;
        shown.deer = deer;
        shown.name = QString::fromStdString(profile.name);
        shown.sex = text(reid::name(profile.sex));
        shown.firstSeen = m_source.firstSeen.value(deer);
        for (const std::size_t detection : m_source.photos[static_cast<std::size_t>(index)].detections)
            shown.pictures.push_back(picture(detection));
        m_record.profiles.push_back(std::move(shown));
    }
    return deer;
}

} // namespace herdbook::trial
