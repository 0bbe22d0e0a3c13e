// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/review/strips.h"

#include "core/trial/review/words.h"
#include "ui/trial/review/reviewpage.h"

#include <map>

namespace herdbook::trial {

namespace {

constexpr std::size_t kStills = 4;
constexpr std::size_t kNextStills = 2;

FrameGroup photosOf(const TrialRecord &record, const std::vector<QUuid> &photos, std::size_t most, int firstNumber,
                    const QString &title)
{
    FrameGroup group;
    group.title = title;
    group.columns = static_cast<int>(most);
    for (std::size_t i = 0; i < photos.size() && i < most; ++i)
        group.frames.push_back({record.pictures.value(photos[i]), QString::number(firstNumber + static_cast<int>(i))});
    return group;
}

} // namespace

FrameGroup burstStrip(const TrialRecord &record, const Pair &pair)
{
    FrameGroup burst;
    burst.title = pair.burst.size() <= 1
                      ? ReviewPage::tr("No other photo of this visit to compare")
                      : ReviewPage::tr("Same burst, to compare; your answer is for the framed photo alone");
    // The judged one must be among those shown of a long burst.
    std::size_t from = 0;
    for (std::size_t i = 0; i < pair.burst.size(); ++i) {
        if (pair.burst[i] == pair.detection && i >= kStills)
            from = i + 1 - kStills;
    }
    const QDateTime judged = record.pictures.value(pair.detection).takenAt;
    for (std::size_t i = from; i < pair.burst.size() && burst.frames.size() < kStills; ++i) {
        const Picture picture = record.pictures.value(pair.burst[i]);
        const bool known = judged.isValid() && picture.takenAt.isValid();
        const qint64 seconds = known ? judged.secsTo(picture.takenAt) : 0;
        burst.frames.push_back({picture, pair.burst[i] == pair.detection ? ReviewPage::tr("this")
                                         : !known                        ? ReviewPage::tr("time not known")
                                         : seconds == 0                  ? ReviewPage::tr("the same moment")
                                         : seconds > 0                   ? ReviewPage::tr("%1 s later").arg(seconds)
                                                       : ReviewPage::tr("%1 s before").arg(-seconds)});
    }
    // Of several in one second each is told apart.
    std::map<QString, int> all, told;
    for (const Still &still : burst.frames)
        ++all[still.caption];
    for (Still &still : burst.frames) {
        const QString caption = still.caption;
        if (all[caption] > 1)
            still.caption = ReviewPage::tr("%1 (%2)").arg(caption).arg(++told[caption]);
    }
    return burst;
}

std::vector<FrameGroup> profileStrips(const TrialRecord &record, const Pair &pair)
{
    const QString name = Words::profile(record.profile(pair.deer), pair.deer);
    std::vector<FrameGroup> groups{
        photosOf(record, pair.photos, kStills, 1, ReviewPage::tr("%1: photos as different as can be").arg(name))};
    if (const ShownProfile *next = record.profile(pair.runnerUp); next != nullptr && !pair.runnerUpPhotos.empty())
        groups.push_back(photosOf(record, pair.runnerUpPhotos, kNextStills,
                                  1 + static_cast<int>(std::min(kStills, pair.photos.size())),
                                  ReviewPage::tr("Next deer: %1").arg(Words::profile(next, pair.runnerUp))));
    return groups;
}

} // namespace herdbook::trial
