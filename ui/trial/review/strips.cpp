// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/strips.h"

#include "core/trial/review/words.h"
#include "ui/trial/review/reviewpage.h"

#include <QLocale>

namespace herdbook::trial {

namespace {

constexpr std::size_t kStills = 4;

QString burstTitle(const Pair &pair)
{
    const int counted = 1 + static_cast<int>(pair.carried.size());
    if (pair.burst.size() == 1)
        return ReviewPage::tr("The only photo of this visit");
    if (pair.severalAnimals)
        return ReviewPage::tr("Same burst, with several animals: the answer counts for this one only");
    if (counted == 1)
        return ReviewPage::tr("Same burst, the answer counts for this one; the others are assigned already");
    return counted == 2 ? ReviewPage::tr("Same burst, the answer counts for both")
                        : ReviewPage::tr("Same burst, the answer counts for all %1").arg(counted);
}

FrameGroup photosOf(const TrialRecord &record, const ShownProfile &profile, std::size_t first, std::size_t most,
                    const QString &title, const QTimeZone &zone)
{
    FrameGroup group;
    group.title = title;
    group.columns = static_cast<int>(most);
    for (std::size_t i = first; i < profile.pictures.size() && group.frames.size() < most; ++i) {
        const Picture picture = record.pictures.value(profile.pictures[i]);
        group.frames.push_back({picture, Words::month(picture.takenAt, zone)});
    }
    return group;
}

} // namespace

FrameGroup burstStrip(const TrialRecord &record, const Pair &pair, const QTimeZone &zone)
{
    FrameGroup burst;
    burst.title = burstTitle(pair);
    // The judged one must be among those shown of a long burst.
    std::size_t from = 0;
    for (std::size_t i = 0; i < pair.burst.size(); ++i) {
        if (pair.burst[i] == pair.detection && i >= kStills)
            from = i + 1 - kStills;
    }
    for (std::size_t i = from; i < pair.burst.size() && burst.frames.size() < kStills; ++i) {
        const Picture picture = record.pictures.value(pair.burst[i]);
        const QString clock = QLocale::c().toString(picture.takenAt.toTimeZone(zone), QStringLiteral("HH:mm:ss"));
        const bool judged = pair.burst[i] == pair.detection && pair.burst.size() > 1;
        burst.frames.push_back({picture, judged ? ReviewPage::tr("%1, this").arg(clock) : clock});
    }
    return burst;
}

std::vector<FrameGroup> profileStrips(const TrialRecord &record, const Pair &pair, const QTimeZone &zone)
{
    const ShownProfile *profile = record.profile(pair.deer);
    const QString name = Words::profile(profile, pair.deer);
    std::vector<FrameGroup> groups;
    if (profile->pictures.size() > 1)
        groups.push_back(photosOf(record, *profile, 1, 3, ReviewPage::tr("Other photos of %1").arg(name), zone));
    else
        groups.push_back({ReviewPage::tr("No other photo of %1").arg(name), {}, 3});
    if (const ShownProfile *next = record.profile(pair.runnerUp))
        groups.push_back(photosOf(record, *next, 0, 2,
                                  ReviewPage::tr("Next closest: %1").arg(Words::profile(next, pair.runnerUp)), zone));
    return groups;
}

} // namespace herdbook::trial
