// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/galleryorder.h"

#include "core/base/language.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/reid/words.h"

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <span>

namespace herdbook::ui {

namespace {

constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max(); ///< of rows that belong to no group

/// When a detection's photo was taken; kLast: not known.
std::int64_t timeOf(const reid::Detection &detection)
{
    return detection.takenAt == 0 ? kLast : detection.takenAt;
}

std::span<const GalleryRow> rowsOf(const GallerySet &set)
{
    return set.count == 0 ? std::span<const GalleryRow>() : std::span(*set.rows).subspan(set.first, set.count);
}

/// How wide a band of scores is, in ticks: a bin of the histogram where the scores lie close together.
reid::Ticks bandWidth(std::span<const GalleryRow> rows)
{
    constexpr reid::Ticks fine = reid::kTicksPerUnit / 100, coarse = reid::kTicksPerUnit / 20;
    reid::Ticks lowest = reid::kTicksPerUnit, highest = 0;
    for (const GalleryRow &row : rows) {
        if (row.score == reid::kNoScore)
            continue;
        lowest = std::min(lowest, row.score);
        highest = std::max(highest, row.score);
    }
    return highest - lowest <= 4 * coarse ? fine : coarse;
}

/// The lowest score of a row's band.
reid::Ticks bandOf(reid::Ticks score, reid::Ticks width)
{
    const int band = std::min<int>(score, reid::kTicksPerUnit - 1) / width;
    return static_cast<reid::Ticks>(std::max(0, band) * width);
}

/// The place of each among all by their names.
template<typename Names>
std::vector<std::int64_t> ranks(const Names &names)
{
    std::vector<std::size_t> sorted(names.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    std::vector<std::int64_t> ranks(names.size());
    for (std::size_t at = 0; at < sorted.size(); ++at)
        ranks[sorted[at]] = static_cast<std::int64_t>(at);
    return ranks;
}

std::vector<std::int64_t> burstKeys(const reid::Dataset &data, std::span<const GalleryRow> rows)
{
    std::map<reid::Uuid, std::int64_t> begun;
    for (const GalleryRow &row : rows) {
        const reid::Detection &detection = data.detections[row.detection];
        const auto [at, isNew] = begun.emplace(detection.burst, timeOf(detection));
        at->second = std::min(at->second, timeOf(detection));
    }
    std::vector<std::pair<std::int64_t, reid::Uuid>> sorted;
    sorted.reserve(begun.size());
    for (const auto &[burst, at] : begun)
        sorted.emplace_back(at, burst);
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t at = 0; at < sorted.size(); ++at)
        begun[sorted[at].second] = sorted[at].second == reid::Uuid{} ? kLast : static_cast<std::int64_t>(at);
    std::vector<std::int64_t> keys;
    keys.reserve(rows.size());
    for (const GalleryRow &row : rows)
        keys.push_back(begun[data.detections[row.detection].burst]);
    return keys;
}

/// A number for each row's group, ascending as the groups are shown.
std::vector<std::int64_t> groupKeys(const GallerySets &sets, std::span<const GalleryRow> rows,
                                    const GalleryChoice &choice)
{
    const reid::Dataset &data = sets.analysis()->data;
    std::vector<std::int64_t> keys;
    keys.reserve(rows.size());
    const auto keep = [&](auto key) {
        for (const GalleryRow &row : rows)
            keys.push_back(key(row));
    };
    switch (choice.grouping) {
    case GalleryGrouping::None:
        keys.resize(rows.size());
        break;
    case GalleryGrouping::ByScore: {
        const reid::Ticks width = bandWidth(rows);
        const int sign = choice.order == GalleryOrder::ScoreLow ? 1 : -1;
        keep([&](const GalleryRow &row) {
            return row.score == reid::kNoScore ? kLast : std::int64_t{sign} * bandOf(row.score, width);
        });
        break;
    }
    case GalleryGrouping::ByDeer: {
        std::vector<QString> names;
        for (std::size_t at = 0; at < data.profiles.size(); ++at)
            names.push_back(sets.profileName(static_cast<std::int32_t>(at)));
        const std::vector<std::int64_t> rank = ranks(names);
        keep([&](const GalleryRow &row) {
            return row.profile < 0 ? kLast : rank[static_cast<std::size_t>(row.profile)];
        });
        break;
    }
    case GalleryGrouping::ByPlace: {
        const std::vector<std::int64_t> rank = ranks(data.locations);
        keep([&](const GalleryRow &row) {
            const std::int32_t place = data.detections[row.detection].location;
            return place < 0 ? kLast : rank[static_cast<std::size_t>(place)];
        });
        break;
    }
    case GalleryGrouping::ByBurst:
        return burstKeys(data, rows);
    }
    return keys;
}

/// @param band how wide one of scores is.
QString groupTitle(const GallerySets &sets, std::span<const GalleryRow> rows, std::size_t at, GalleryGrouping grouping,
                   reid::Ticks band, const QTimeZone &zone)
{
    const reid::Dataset &data = sets.analysis()->data;
    const GalleryRow &row = rows[at];
    const reid::Detection &detection = data.detections[row.detection];
    switch (grouping) {
    case GalleryGrouping::ByScore: {
        if (row.score == reid::kNoScore)
            return QObject::tr("No score");
        const reid::Ticks from = bandOf(row.score, band);
        return QObject::tr("%1 to %2")
            .arg(shortThreshold(reid::fromTicks(from)),
                 shortThreshold(reid::fromTicks(static_cast<reid::Ticks>(from + band))));
    }
    case GalleryGrouping::ByDeer:
        return row.profile < 0 ? QObject::tr("No deer") : sets.profileName(row.profile);
    case GalleryGrouping::ByPlace:
        return detection.location < 0
                   ? QObject::tr("No place")
                   : QString::fromStdString(data.locations[static_cast<std::size_t>(detection.location)]);
    default:
        break;
    }
    if (detection.burst == reid::Uuid{})
        return QObject::tr("No burst");
    std::int64_t first = timeOf(detection); // however the burst is sorted
    for (std::size_t next = at; next < rows.size() && data.detections[rows[next].detection].burst == detection.burst;
         ++next)
        first = std::min(first, timeOf(data.detections[rows[next].detection]));
    if (first == kLast)
        return QObject::tr("Time not known");
    return shownDate(QDateTime::fromMSecsSinceEpoch(first / 1000, Qt::UTC).toTimeZone(zone),
                     QStringLiteral("d MMM yyyy, HH:mm:ss"));
}

} // namespace

std::optional<double> marginOf(const reid::Match &match)
{
    if (match.best == reid::kNoScore || match.second == reid::kNoScore)
        return std::nullopt;
    return reid::fromTicks(match.best) - reid::fromTicks(match.second);
}

GallerySet arranged(const GallerySets &sets, const GallerySet &all, const GalleryChoice &choice,
                    const PictureIndex *pictures)
{
    const reid::Dataset &data = sets.analysis()->data;
    const bool dated = choice.from != 0 || choice.to != 0;
    const bool filters =
        choice.sex || choice.place || dated || (choice.onlyWithPicture && pictures != nullptr && pictures->isKnown());
    if (!filters && choice.order == GalleryOrder::ScoreHigh && choice.grouping == GalleryGrouping::None)
        return all; // that is how they come
    std::vector<GalleryRow> rows;
    rows.reserve(all.count);
    for (std::size_t at = 0; at < all.count; ++at) {
        const GalleryRow &row = all.row(at);
        const reid::Detection &detection = data.detections[row.detection];
        const bool ofSex = !choice.sex || (detection.deerClass() && detection.sex() == *choice.sex);
        const bool shown =
            !choice.onlyWithPicture || pictures == nullptr || !pictures->isKnown() || pictures->has(detection);
        const bool there = !choice.place || detection.location == *choice.place;
        const bool then = !dated || (detection.takenAt != 0 && detection.takenAt >= choice.from &&
                                     (choice.to == 0 || detection.takenAt < choice.to));
        if (ofSex && shown && there && then)
            rows.push_back(row);
    }
    const auto detection = [&data](const GalleryRow &row) -> const reid::Detection & {
        return data.detections[row.detection];
    };
    // Where two are alike in the order, they stay as they came, so that a gallery is the same each time.
    const auto by = [&rows](auto key) {
        std::stable_sort(rows.begin(), rows.end(),
                         [&key](const GalleryRow &a, const GalleryRow &b) { return key(a) < key(b); });
    };
    switch (choice.order) {
    case GalleryOrder::ScoreHigh:
        break;
    case GalleryOrder::ScoreLow:
        by([](const GalleryRow &row) { return row.score; });
        break;
    case GalleryOrder::MarginSmall:
        by([&data](const GalleryRow &row) { return marginOf(data.matches[row.detection]).value_or(2); });
        break;
    case GalleryOrder::Newest:
        by([&](const GalleryRow &row) { return -detection(row).takenAt; });
        break;
    case GalleryOrder::Oldest:
        by([&](const GalleryRow &row) { return timeOf(detection(row)); });
        break;
    }
    if (choice.grouping != GalleryGrouping::None) {
        const std::vector<std::int64_t> keys = groupKeys(sets, rows, choice);
        std::vector<std::size_t> places(rows.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        std::stable_sort(places.begin(), places.end(),
                         [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
        std::vector<GalleryRow> grouped;
        grouped.reserve(rows.size());
        for (const std::size_t place : places)
            grouped.push_back(rows[place]);
        rows = std::move(grouped);
    }
    const std::size_t count = rows.size();
    return {all.title, std::make_shared<const std::vector<GalleryRow>>(std::move(rows)), 0, count};
}

std::vector<GalleryGroup> groupsOf(const GallerySets &sets, const GallerySet &arranged, const GalleryChoice &choice,
                                   const QTimeZone &zone)
{
    std::vector<GalleryGroup> groups;
    if (choice.grouping == GalleryGrouping::None)
        return groups;
    const std::span<const GalleryRow> rows = rowsOf(arranged);
    const std::vector<std::int64_t> keys = groupKeys(sets, rows, choice);
    const reid::Ticks band = bandWidth(rows); // of all rows: once, not for each group
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at == 0 || keys[at] != keys[at - 1])
            groups.push_back({at, groupTitle(sets, rows, at, choice.grouping, band, zone)});
    }
    return groups;
}

} // namespace herdbook::ui
