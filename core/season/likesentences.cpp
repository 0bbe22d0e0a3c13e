// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/likesentences.h"

#include "core/season/comparisons.h"
#include "core/season/effort/words.h"

#include <array>
#include <numeric>

namespace herdbook::season {

namespace {

/// The cameras that are missing, with their detections, most first.
QStringList namesMissing(const LikeWithLike &like, std::size_t from, std::size_t in, LikeWithLike::Missing why)
{
    std::vector<std::pair<qint64, QString>> found;
    for (const CameraEffort &camera : like.periods()[from].effort.cameras) {
        if (like.missing(camera.id, from, in) == why)
            found.emplace_back(camera.counted(std::nullopt), camera.name);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    constexpr std::size_t Named = 4;
    QStringList names;
    qint64 rest = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i < Named)
            names << QStringLiteral("%1 (%2)").arg(found[i].second, detectionsText(found[i].first));
        else
            rest += found[i].first;
    }
    if (found.size() > Named)
        names << QStringLiteral("%1 more (%2)").arg(QString::number(found.size() - Named), detectionsText(rest));
    return names;
}

bool hasDoubtful(const LikeWithLike &like, std::size_t one, std::size_t other)
{
    return !namesMissing(like, one, other, LikeWithLike::Missing::Doubtful).isEmpty() ||
           !namesMissing(like, other, one, LikeWithLike::Missing::Doubtful).isEmpty();
}

/// Which cameras worked in only one of the two, and where wrong dates or unread photos make it seem so.
QStringList sentencesOfMissing(const LikeWithLike &like, std::size_t one, std::size_t other)
{
    QStringList said;
    for (const auto &[from, in] : {std::pair(one, other), std::pair(other, one)}) {
        if (const QStringList names = namesMissing(like, from, in, LikeWithLike::Missing::Unread); !names.isEmpty())
            said << QStringLiteral("%1 can't be compared yet: too many of the photos there are not read in %2.")
                        .arg(listText(names), like.periods()[in].label);
    }
    const qsizetype unread = said.size();
    for (const auto &[from, in] : {std::pair(one, other), std::pair(other, one)}) {
        if (const QStringList names = namesMissing(like, from, in, LikeWithLike::Missing::NotWorking); !names.isEmpty())
            said << QStringLiteral("%1 %2 did not work, or too little, in %3.")
                        .arg(said.size() == unread ? QStringLiteral("But") : QStringLiteral("And"), listText(names),
                             like.periods()[in].label);
    }
    for (const auto &[from, in] : {std::pair(one, other), std::pair(other, one)}) {
        const QStringList names = namesMissing(like, from, in, LikeWithLike::Missing::Doubtful);
        if (names.isEmpty())
            continue;
        const QString words =
            names.size() == 1
                ? QStringLiteral("%1 has no photos dated in %2, or too few: either it did not work then, or its clock "
                                 "was wrong by a year or so and its photos are counted in the wrong period (see Data "
                                 "quality).")
                : QStringLiteral("%1 have no photos dated in %2, or too few: either they did not work then, or their "
                                 "clocks were wrong by a year or so and their photos are counted in the wrong period "
                                 "(see Data quality).");
        said << words.arg(listText(names), like.periods()[in].label);
    }
    return said;
}

/// Which part of the counts turned the sign; the largest, where several did.
QString reasonOfDisagreement(const LikeWithLike &like, std::size_t one, std::size_t other)
{
    enum Part { Compared, NotWorking, Unread, NotCompared, Unrated, PartCount };
    std::array<qint64, PartCount> parts{};
    const QStringList cameras = like.matched(one, other);
    const auto add = [&](std::size_t period, int sign) {
        for (const CameraEffort &camera : like.periods()[period].effort.cameras) {
            const std::optional<LikeWithLike::Missing> now = like.missing(camera.id, one, other);
            const std::optional<LikeWithLike::Missing> before = like.missing(camera.id, other, one);
            const bool unread = now == LikeWithLike::Missing::Unread || before == LikeWithLike::Missing::Unread;
            const Part part = cameras.contains(camera.id) ? Compared
                              : unread                    ? Unread
                              : now || before             ? NotWorking
                                                          : NotCompared;
            parts[part] += sign * camera.counted(std::nullopt);
        }
    };
    add(one, 1);
    add(other, -1);
    const qint64 all = like.periods()[one].detections - like.periods()[other].detections;
    parts[Unrated] = all - std::accumulate(parts.begin(), parts.end(), qint64{0});
    const int sign = all > 0 ? 1 : -1;
    const auto largest =
        std::max_element(parts.begin(), parts.end(), [sign](qint64 a, qint64 b) { return sign * a < sign * b; });
    const bool alone = std::count_if(parts.begin(), parts.end(), [sign](qint64 part) { return sign * part > 0; }) == 1;
    const QString comes = QStringLiteral("The %1 comes %2from ")
                              .arg(all > 0 ? QStringLiteral("rise") : QStringLiteral("fall"),
                                   alone ? QString() : QStringLiteral("mostly "));
    switch (static_cast<Part>(largest - parts.begin())) {
    case Compared:
        return comes + QStringLiteral("how long, and in which weeks, cameras worked%1: %2 camera-days against %3.")
                           .arg(like.anyUnread() ? QStringLiteral(" and their photos are read") : QString(),
                                cameraDaysText(like.rate(one, std::nullopt, cameras).days),
                                cameraDaysText(like.rate(other, std::nullopt, cameras).days));
    case NotWorking:
        return comes + (hasDoubtful(like, one, other) ? QStringLiteral("which cameras worked, or from a wrong clock.")
                                                      : QStringLiteral("which cameras worked."));
    case Unread:
        return comes + QStringLiteral("photos that are not read yet.");
    case NotCompared:
        return comes + QStringLiteral("cameras that are not compared: they did not work long enough in every period%1.")
                           .arg(like.anyUnread() ? QStringLiteral(", or too few of their photos are read") : QString());
    default:
        break;
    }
    return comes + QStringLiteral("what is in no rate: without a location, by an impossible date or on photos that are "
                                  "not read yet (see Data quality).");
}

/// What all cameras counted. Where their effort differs, the camera-days stand there instead of a percentage, which would seem to be a change;
/// it is told only where the matched cameras say the opposite.
QString sentenceOfCounts(const LikeWithLike &like, std::size_t one, std::size_t other)
{
    const SeasonStatistics &now = like.periods()[one];
    const SeasonStatistics &before = like.periods()[other];
    const QString counts =
        QStringLiteral("All cameras: %1 in %2 against %3 in %4")
            .arg(detectionsText(now.detections), now.label, countText(before.detections), before.label);
    if (like.effortDiffers(one, other) && !like.disagree(one, other))
        return QStringLiteral("%1, in %2 camera-days against %3.")
            .arg(counts, cameraDaysText(now.effort.cameraDays()), cameraDaysText(before.effort.cameraDays()));
    if (before.detections == 0)
        return counts + u'.';
    return QStringLiteral("%1 (%2).")
        .arg(counts, changeText(static_cast<double>(now.detections) / static_cast<double>(before.detections)));
}

/// Why no camera is compared, and what would let it be.
QString sentenceOfNone(const LikeWithLike &like, std::size_t one, std::size_t other)
{
    if (like.awaitsReading(one, other))
        return QStringLiteral("Too few photos are read yet for the two to be compared.");
    const QString worked = like.workedInBoth(one, other) ? QStringLiteral("worked 7 days and half of the days of both")
                                                         : QStringLiteral("worked in both");
    const QString none = hasDoubtful(like, one, other) ? QStringLiteral("By the dates of the photos no camera ")
                                                       : QStringLiteral("No camera ");
    return none + worked + QStringLiteral(", so the two can't be compared") +
           (like.anyWorked(one, other, 0.5)
                ? QStringLiteral("; longer periods would let Herdbook tell.")
                : QStringLiteral(". A camera that stays at its place for both would let Herdbook tell."));
}

/// How the rate of the matched cameras changed, or why that can't be told.
QString sentenceOfMatched(const LikeWithLike &like, std::size_t one, std::size_t other, double alpha)
{
    const QStringList cameras = like.matched(one, other);
    if (cameras.isEmpty())
        return sentenceOfNone(like, one, other);
    const std::optional<RateRatio> found = like.ratio(one, other, std::nullopt, alpha);
    const QString on = QStringLiteral("On ") + like.camerasText(one, other);
    const qint64 seen[] = {like.counted(one, std::nullopt, cameras), like.counted(other, std::nullopt, cameras)};
    if (!found)
        return seen[0] + seen[1] == 0
                   ? QStringLiteral("%1 nothing was detected in either.").arg(on)
                   : QStringLiteral("%1, no week of the season was watched in both and had a detection, so the two "
                                    "can't be compared.")
                         .arg(on);
    if (found->hasZero) {
        const bool onlyNow = found->ratio > 1;
        return asCompared(QStringLiteral("%1: seen only in %2").arg(on, like.periods()[onlyNow ? one : other].label),
                          seen[onlyNow ? 1 : 0]);
    }
    const QString verdict = !found->hasInterval ? QStringLiteral("; whether that is more than chance can't be told.")
                            : found->low <= 1 && found->high >= 1 ? QStringLiteral(", no reliable change.")
                                                                  : QStringLiteral(".");
    return QStringLiteral("%1: %2 per camera-day (%3)%4")
        .arg(on, changeText(found->ratio), changeIntervalText(*found, alpha < FamilyError), verdict);
}

} // namespace

QStringList likeSentences(const LikeWithLike &like, std::size_t one, std::size_t other, double alpha)
{
    const SeasonStatistics &now = like.periods()[one];
    const SeasonStatistics &before = like.periods()[other];
    const QString counts = sentenceOfCounts(like, one, other);
    if (like.overlap(one, other))
        return {QStringLiteral("%1 and %2 overlap: they share days, so they are not compared.")
                    .arg(now.label, before.label),
                counts};
    const QString matchedSay = sentenceOfMatched(like, one, other, alpha);
    QStringList said{counts};
    if (like.periods().size() == 2)
        said << unreadSentences(like);
    said << sentencesOfMissing(like, one, other);
    QStringList doubtful;
    for (const CameraEffort &camera : now.effort.cameras) {
        if (like.isDoubtful(camera.id, one, other) &&
            like.missing(camera.id, one, other) != LikeWithLike::Missing::Doubtful &&
            like.missing(camera.id, other, one) != LikeWithLike::Missing::Doubtful)
            doubtful << camera.name;
    }
    if (!doubtful.isEmpty())
        said << QStringLiteral("The clock of %1 may have been wrong by a year or so (see Data quality); if it was, its "
                               "photos are counted in the wrong period here.")
                    .arg(doubtful.size() > 4 ? QStringLiteral("%1 cameras").arg(doubtful.size()) : listText(doubtful));
    if (like.disagree(one, other))
        return said << matchedSay << reasonOfDisagreement(like, one, other);
    said.prepend(matchedSay);
    return said;
}

QStringList unreadSentences(const LikeWithLike &like)
{
    constexpr double WorthSaying = 0.01;
    QStringList said;
    for (const SeasonStatistics &period : like.periods()) {
        const DataQuality &quality = period.quality;
        if (static_cast<double>(quality.photosUnread()) >= WorthSaying * static_cast<double>(quality.photos))
            said << unreadSentence(period);
    }
    said.removeAll(QString());
    return said;
}

} // namespace herdbook::season
