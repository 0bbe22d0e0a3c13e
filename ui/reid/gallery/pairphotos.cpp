// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/pairphotos.h"

#include "core/base/language.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/reid/words.h"

#include <algorithm>

namespace herdbook::ui {

PairPhotos::PairPhotos(const GalleryView &gallery, const PictureIndex &pictures, const QTimeZone &zone)
    : m_gallery(gallery), m_pictures(pictures), m_zone(zone)
{
}

trial::Picture PairPhotos::picture(std::int32_t detection) const
{
    if (detection < 0)
        return {};
    const auto index = static_cast<std::size_t>(detection);
    const reid::Dataset &dataset = m_gallery.sets()->analysis()->data;
    const reid::Detection &d = dataset.detections[index];
    return trial::pictureOf(dataset, index, m_pictures.path(d), m_pictures.boxUnit());
}

std::vector<std::int32_t> PairPhotos::varied(std::int32_t profile, std::size_t most) const
{
    // Its photos spread over its time, so that light, season and coat differ; the closest leads.
    const reid::Dataset &dataset = m_gallery.sets()->analysis()->data;
    const std::int32_t standIn = m_gallery.sets()->standIn(profile);
    std::vector<std::int32_t> own;
    for (const std::int32_t at : m_gallery.sets()->assignedTo(profile)) {
        if (at != standIn && m_pictures.has(dataset.detections[static_cast<std::size_t>(at)]))
            own.push_back(at);
    }
    std::sort(own.begin(), own.end(), [&dataset](std::int32_t a, std::int32_t b) {
        return dataset.detections[static_cast<std::size_t>(a)].takenAt <
               dataset.detections[static_cast<std::size_t>(b)].takenAt;
    });
    std::vector<std::int32_t> chosen;
    if (standIn >= 0)
        chosen.push_back(standIn);
    const std::size_t room = most > chosen.size() ? most - chosen.size() : 0;
    const std::size_t take = std::min(room, own.size());
    for (std::size_t i = 0; i < take; ++i)
        chosen.push_back(own[take == 1 ? 0 : i * (own.size() - 1) / (take - 1)]);
    return chosen;
}

QString PairPhotos::titleOf(std::int32_t profile) const
{
    const auto sets = m_gallery.sets();
    const QString name = sets->profileName(profile);
    if (sets->standIn(profile) < 0)
        return name;
    return (sets->isFounded(profile) ? PairView::tr("%1: founder, then over its time")
                                     : PairView::tr("%1: closest photo, then over its time"))
        .arg(name);
}

QString PairPhotos::caption(const trial::Picture &picture) const
{
    return shownDate(picture.takenAt.toTimeZone(m_zone), QStringLiteral("d MMM yyyy, HH:mm:ss"));
}

trial::FrameGroup PairPhotos::burst(const GalleryRow &row) const
{
    const auto sets = m_gallery.sets();
    const reid::Detection &detection = sets->analysis()->data.detections[row.detection];
    trial::FrameGroup burst{PairView::tr("Same burst"), {}, 4};
    const std::vector<std::int32_t> together = sets->burst(detection.burst);
    for (std::size_t i = 0; i < std::min<std::size_t>(4, together.size()); ++i)
        burst.frames.push_back({picture(together[i]), {}});
    if (together.empty())
        burst.frames.push_back({picture(static_cast<std::int32_t>(row.detection)), {}});
    for (trial::Still &still : burst.frames)
        still.caption = caption(still.picture);
    return burst;
}

PairPhotos::Likenesses PairPhotos::likenesses(const GalleryRow &row) const
{
    const auto sets = m_gallery.sets();
    const reid::Match &match = sets->analysis()->data.matches[row.detection];
    Likenesses likenesses;
    trial::FrameGroup deer{row.profile >= 0 ? titleOf(row.profile) : PairView::tr("Other"), {}, 4};
    trial::FrameGroup next{
        match.secondProfile >= 0 && match.second != reid::kNoScore
            ? PairView::tr("Next closest: %1, %2").arg(sets->profileName(match.secondProfile), scoreText(match.second))
            : QString(),
        {},
        2};
    const auto add = [&](trial::FrameGroup &group, const trial::Picture &shown) {
        likenesses.numbered.push_back(shown);
        group.frames.push_back({shown, QStringLiteral("%1  %2").arg(likenesses.numbered.size()).arg(caption(shown))});
    };
    if (row.profile < 0)
        add(deer, picture(row.other));
    for (const std::int32_t photo : varied(row.profile, 4))
        add(deer, picture(photo));
    for (const std::int32_t photo : varied(match.second == reid::kNoScore ? -1 : match.secondProfile, 2))
        add(next, picture(photo));
    likenesses.groups.push_back(deer);
    if (!next.frames.empty())
        likenesses.groups.push_back(next);
    likenesses.ofDeer = static_cast<std::ptrdiff_t>(deer.frames.size());
    return likenesses;
}

} // namespace herdbook::ui
