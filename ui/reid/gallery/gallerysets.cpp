// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerysets.h"

#include "core/base/language.h"
#include "ui/reid/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace herdbook::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui::GallerySets", text);
}

GallerySet whole(const QString &title, std::vector<GalleryRow> rows)
{
    const std::size_t count = rows.size();
    return {title, std::make_shared<const std::vector<GalleryRow>>(std::move(rows)), 0, count};
}

} // namespace

GallerySets::GallerySets(SharedAnalysis analysis) : m_analysis(std::move(analysis))
{
    const reid::Dataset &data = m_analysis->data;
    m_standIns.assign(data.profiles.size(), -1);
    m_assigned.resize(data.profiles.size());
    std::vector<reid::Ticks> best(data.profiles.size(), reid::kNoScore);
    for (std::size_t at = 0; at < data.detections.size(); ++at) {
        const std::int32_t own = data.detections[at].ownProfile;
        if (own >= 0)
            m_assigned[static_cast<std::size_t>(own)].push_back(static_cast<std::int32_t>(at));
        if (own < 0 || data.matches[at].own <= best[static_cast<std::size_t>(own)])
            continue;
        best[static_cast<std::size_t>(own)] = data.matches[at].own;
        m_standIns[static_cast<std::size_t>(own)] = static_cast<std::int32_t>(at);
    }
    std::vector<GalleryRow> rows;
    for (const std::size_t at : m_analysis->unassignedBetween(-1, 2))
        rows.push_back(beside(at));
    m_unassigned = std::make_shared<const std::vector<GalleryRow>>(std::move(rows));
}

std::int32_t GallerySets::standIn(std::int32_t profile) const
{
    return profile < 0 ? -1 : m_standIns[static_cast<std::size_t>(profile)];
}

bool GallerySets::isFounded(std::int32_t profile) const
{
    const std::int32_t best = standIn(profile);
    return best >= 0 && m_analysis->data.matches[static_cast<std::size_t>(best)].own >= reid::kFounder;
}

const std::vector<std::int32_t> &GallerySets::assignedTo(std::int32_t profile) const
{
    static const std::vector<std::int32_t> nobody;
    return profile < 0 ? nobody : m_assigned[static_cast<std::size_t>(profile)];
}

std::vector<std::int32_t> GallerySets::burst(const reid::Uuid &burst) const
{
    const std::vector<reid::Detection> &all = m_analysis->data.detections;
    const auto of = [&all](std::int32_t at) -> const reid::Uuid & { return all[static_cast<std::size_t>(at)].burst; };
    if (m_byBurst.empty()) {
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (all[at].burst != reid::Uuid{})
                m_byBurst.push_back(static_cast<std::int32_t>(at));
        }
        std::ranges::stable_sort(m_byBurst, {}, of);
    }
    return {std::ranges::lower_bound(m_byBurst, burst, {}, of), std::ranges::upper_bound(m_byBurst, burst, {}, of)};
}

QString GallerySets::profileName(std::int32_t profile) const
{
    if (profile < 0)
        return {};
    return nameOf(m_analysis->data.profiles[static_cast<std::size_t>(profile)]);
}

QString GallerySets::deerName(std::size_t detection) const
{
    return nameOfDeer(*m_analysis, detection);
}

QString GallerySets::pairName(const GalleryRow &row) const
{
    if (row.profile >= 0 || row.other < 0)
        return profileName(row.profile);
    const QString first = deerName(row.detection);
    const QString second = deerName(static_cast<std::size_t>(row.other));
    return first == second || second.isEmpty() ? first : tr("%1 and %2").arg(first, second);
}

reid::Sex GallerySets::profileSex(std::int32_t profile) const
{
    return profile < 0 ? reid::Sex::Unknown : m_analysis->data.profiles[static_cast<std::size_t>(profile)].sex;
}

GalleryRow GallerySets::beside(std::size_t detection) const
{
    const reid::Match &match = m_analysis->data.matches[detection];
    return {static_cast<std::uint32_t>(detection), standIn(match.bestProfile), match.bestProfile, match.best};
}

GallerySet GallerySets::unassigned(double from, double to) const
{
    const int low = reid::thresholdTicks(from);
    const int high = reid::thresholdTicks(to);
    const auto below = [](const GalleryRow &row, int ticks) { return row.score >= ticks; };
    const auto first = std::lower_bound(m_unassigned->begin(), m_unassigned->end(), high, below);
    const auto last = std::lower_bound(first, m_unassigned->end(), low, below);
    const QString title = to > 1 ? tr("From %1 up").arg(shownNumber(from, 4))
                                 : tr("%1 to %2").arg(shownNumber(from, 4), shownNumber(to, 4));
    return {title, m_unassigned, static_cast<std::size_t>(first - m_unassigned->begin()),
            static_cast<std::size_t>(last - first)};
}

GallerySet GallerySets::lostAt(const QString &step, double threshold) const
{
    const reid::Dataset &data = m_analysis->data;
    const int ticks = reid::thresholdTicks(threshold);
    const char *const steps[] = {"all",        "valid",          "not_duplicate", "deer_class",
                                 "has_vector", "profile_of_sex", "at_threshold",  "assigned"};
    const auto found =
        std::find_if(std::begin(steps), std::end(steps), [&](const char *id) { return step == QLatin1String(id); });
    const auto wanted = found == std::end(steps) ? 0 : static_cast<std::size_t>(found - std::begin(steps));
    std::vector<GalleryRow> rows;
    for (std::size_t at = 0; at < data.detections.size(); ++at) {
        if (wanted == 0 || m_analysis->stepsPassed(at, ticks) == wanted)
            rows.push_back(beside(at));
    }
    std::ranges::stable_sort(rows, std::greater(), &GalleryRow::score);
    return whole(wanted == 0 ? tr("All detections") : tr("Lost in the funnel"), std::move(rows));
}

void GallerySets::addPair(std::vector<GalleryRow> &rows, std::int32_t first, std::int32_t second,
                          reid::Ticks score) const
{
    if (standIn(first) >= 0)
        rows.push_back({static_cast<std::uint32_t>(standIn(first)), standIn(second), second, score});
    else if (standIn(second) >= 0)
        rows.push_back({static_cast<std::uint32_t>(standIn(second)), -1, first, score});
}

GallerySet GallerySets::profiles(std::int32_t first, std::int32_t second) const
{
    std::vector<GalleryRow> rows;
    const std::size_t width = m_analysis->data.profiles.size();
    const std::vector<reid::Ticks> &all = m_analysis->profileSimilarity;
    addPair(rows, first, second,
            all.empty() ? reid::kNoScore
                        : all[static_cast<std::size_t>(first) * width + static_cast<std::size_t>(second)]);
    return whole(tr("%1 and %2").arg(profileName(first), profileName(second)), std::move(rows));
}

GallerySet GallerySets::duplicates() const
{
    std::vector<GalleryRow> rows;
    for (const reid::DuplicatePair &pair : m_analysis->duplicateProfiles)
        addPair(rows, pair.first, pair.second, pair.cosine);
    return whole(tr("Perhaps one animal"), std::move(rows));
}

std::vector<std::size_t> GallerySets::shownDuplicates() const
{
    std::vector<std::size_t> shown;
    for (std::size_t at = 0; at < m_analysis->duplicateProfiles.size(); ++at) {
        const reid::DuplicatePair &pair = m_analysis->duplicateProfiles[at];
        if (standIn(pair.first) >= 0 || standIn(pair.second) >= 0)
            shown.push_back(at);
    }
    return shown;
}

GallerySet GallerySets::mislabeled() const
{
    std::vector<GalleryRow> rows;
    for (const reid::MislabelSuspect &suspect : m_analysis->mislabeled)
        rows.push_back({static_cast<std::uint32_t>(suspect.detection), standIn(suspect.crossProfile),
                        suspect.crossProfile, suspect.cross});
    return whole(tr("Perhaps the wrong sex"), std::move(rows));
}

GallerySet GallerySets::bursts() const
{
    std::vector<GalleryRow> rows;
    for (const reid::BurstConflict &conflict : m_analysis->burstConflicts) {
        if (conflict.level >= m_analysis->loosestAsked())
            rows.push_back({static_cast<std::uint32_t>(conflict.first), static_cast<std::int32_t>(conflict.second), -1,
                            static_cast<reid::Ticks>(std::min(conflict.level, reid::kTicksPerUnit))});
    }
    return whole(tr("One animal's burst with two deer"), std::move(rows));
}

GallerySet GallerySets::contradictions() const
{
    std::vector<GalleryRow> rows;
    for (const reid::Contradiction &pair : m_analysis->contradictions) {
        if (pair.level >= m_analysis->loosestAsked())
            rows.push_back({static_cast<std::uint32_t>(pair.first), static_cast<std::int32_t>(pair.second), -1,
                            static_cast<reid::Ticks>(std::min(pair.level, reid::kTicksPerUnit))});
    }
    return whole(tr("One deer twice in a photo"), std::move(rows));
}

} // namespace herdbook::ui
