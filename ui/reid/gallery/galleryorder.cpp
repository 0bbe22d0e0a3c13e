// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/galleryorder.h"

#include "core/base/language.h"
#include "ui/reid/gallery/pictureindex.h"

#include <QDateTime>

#include <algorithm>
#include <map>
#include <tuple>

namespace herdbook::dashboard {

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
    if (!filters && choice.order == GalleryOrder::ScoreHigh)
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
    // Where two are alike in the order, the detection's number decides, so that a gallery is the same each time.
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
    case GalleryOrder::ByDeer:
        by([&](const GalleryRow &row) {
            return std::tuple(row.profile < 0, sets.profileName(row.profile), row.profile, -row.score);
        });
        break;
    case GalleryOrder::ByPlace:
        by([&](const GalleryRow &row) {
            const std::int32_t place = detection(row).location;
            return std::tuple(place < 0, place < 0 ? std::string() : data.locations[static_cast<std::size_t>(place)],
                              -row.score);
        });
        break;
    case GalleryOrder::ByBurst: {
        std::map<reid::Uuid, std::int64_t> begun; // bursts in the order of their first photo
        for (const GalleryRow &row : rows) {
            const auto [at, isNew] = begun.emplace(detection(row).burst, detection(row).takenAt);
            at->second = std::min(at->second, detection(row).takenAt);
        }
        by([&](const GalleryRow &row) {
            const reid::Detection &d = detection(row);
            return std::tuple(d.burst == reid::Uuid{}, begun.at(d.burst), d.burst, d.takenAt);
        });
        break;
    }
    }
    const std::size_t count = rows.size();
    return {all.title, std::make_shared<const std::vector<GalleryRow>>(std::move(rows)), 0, count};
}

std::vector<GalleryGroup> groupsOf(const GallerySets &sets, const GallerySet &arranged, GalleryOrder order,
                                   const QTimeZone &zone)
{
    const reid::Dataset &data = sets.analysis()->data;
    const auto detection = [&](std::size_t at) -> const reid::Detection & {
        return data.detections[arranged.row(at).detection];
    };
    const auto begins = [&](std::size_t at) {
        switch (order) {
        case GalleryOrder::ByDeer:
            return at == 0 || arranged.row(at).profile != arranged.row(at - 1).profile;
        case GalleryOrder::ByPlace:
            return at == 0 || detection(at).location != detection(at - 1).location;
        case GalleryOrder::ByBurst:
            return at == 0 || detection(at).burst != detection(at - 1).burst;
        default:
            return false;
        }
    };
    const auto title = [&](std::size_t at) {
        const reid::Detection &d = detection(at);
        if (order == GalleryOrder::ByDeer)
            return arranged.row(at).profile < 0 ? QObject::tr("No deer") : sets.profileName(arranged.row(at).profile);
        if (order == GalleryOrder::ByPlace)
            return d.location < 0 ? QObject::tr("No place")
                                  : QString::fromStdString(data.locations[static_cast<std::size_t>(d.location)]);
        if (d.burst == reid::Uuid{})
            return QObject::tr("No burst");
        return shownDate(QDateTime::fromMSecsSinceEpoch(d.takenAt / 1000, Qt::UTC).toTimeZone(zone),
                         QStringLiteral("d MMM yyyy, HH:mm:ss"));
    };
    std::vector<GalleryGroup> groups;
    for (std::size_t at = 0; at < arranged.count; ++at) {
        if (begins(at))
            groups.push_back({at, title(at)});
    }
    return groups;
}

} // namespace herdbook::dashboard
