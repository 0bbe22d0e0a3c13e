// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/words.h"

#include "core/season/statistics.h"

#include <QLocale>
#include <cmath>

namespace herdbook::season {

namespace {

constexpr QChar Minus(0x2212);

QString dayOf(int julianDay)
{
    return dayName(QDate::fromJulianDay(julianDay));
}

QString reasonOf(const Outage &outage, bool heartbeat)
{
    if (outage.length >= LongSilence)
        return QStringLiteral("half a year without a photo");
    if (heartbeat)
        return QStringLiteral("its daily photo is missing");
    for (const int years : {1000, 100, 50}) {
        if (outage.expected * years <= 1)
            return QStringLiteral("by its own rhythm less than once in %1 years").arg(countText(years));
    }
    return QStringLiteral("by its own rhythm less than once in 20 years");
}

QStringList sentencesOf(const CameraEffort &camera, const SeasonStatistics &season)
{
    QStringList said;
    if (camera.firstPhoto > season.start && camera.firstPhoto <= season.end)
        said << QStringLiteral("%1: first photo %2.").arg(camera.name, dayName(camera.firstPhoto));
    for (const Outage &outage : camera.outages)
        said << QStringLiteral("%1: no photo %2 (%3), %4; counted as not working.")
                    .arg(camera.name,
                         periodName(QDate::fromJulianDay(outage.first), QDate::fromJulianDay(outage.last())),
                         outage.length == 1 ? QStringLiteral("1 day")
                                            : QStringLiteral("%1 days").arg(countText(outage.length)),
                         reasonOf(outage, camera.heartbeat));
    if (camera.lastPhoto.isValid() && camera.lastPhoto >= season.start && camera.lastPhoto < season.end)
        said << QStringLiteral("%1: last photo %2; days after it don't count.")
                    .arg(camera.name, dayName(camera.lastPhoto));
    return said;
}

QStringList straySentences(const CameraEffort &camera)
{
    QStringList said;
    for (const Stretch &stray : camera.strays)
        said << QStringLiteral(
                    "%1: photos of %2 lie half a year from all others; they are counted, not in rates. Check "
                    "the camera's clock.")
                    .arg(camera.name, stray.first == stray.last ? dayOf(stray.first)
                                                                : periodName(QDate::fromJulianDay(stray.first),
                                                                             QDate::fromJulianDay(stray.last)));
    return said;
}

QString lateSentence(const CameraEffort &camera, const LateStored &late, const SeasonStatistics &season)
{
    const QDate from = QDate::fromJulianDay(late.days.first);
    const QDate to = QDate::fromJulianDay(late.days.last);
    const bool one = late.photos == 1;
    return QStringLiteral("%1: %2 dated %3 %4 stored %5, after photos up to %6: an old card, or a clock set "
                          "wrong. They count as work where they are dated%7.")
        .arg(camera.name, one ? QStringLiteral("1 photo") : QStringLiteral("%1 photos").arg(countText(late.photos)),
             from == to ? dayName(from) : periodName(from, to), one ? QStringLiteral("was") : QStringLiteral("were"),
             late.stored == late.lastStored
                 ? QStringLiteral("on ") + dayOf(late.stored)
                 : QStringLiteral("from ") +
                       periodName(QDate::fromJulianDay(late.stored), QDate::fromJulianDay(late.lastStored)),
             dayOf(late.newest),
             to < season.start || from > season.end ? QStringLiteral(", not in this period") : QString());
}

/// What was stored late, camera by camera; of most cameras it is one import, most likely, and is said once.
QStringList lateSentences(const SeasonStatistics &season)
{
    QStringList said;
    int late = 0;
    int cameras = 0;
    for (const CameraEffort &camera : season.effort.cameras) {
        cameras += camera.firstPhoto.isValid() ? 1 : 0;
        late += camera.late.empty() ? 0 : 1;
        for (const LateStored &part : camera.late)
            said << lateSentence(camera, part, season);
    }
    if (late < 3 || 2 * late <= cameras)
        return said;
    return {
        QStringLiteral("At %1 of %2 cameras photos were stored with or after others that are half a year younger: old "
                       "cards, most likely. A clock set wrong by a year would not be told from them.")
            .arg(late)
            .arg(cameras)};
}

/// "Ridge: outages under 60 days would not be noticed.", all cameras in one sentence.
QString unnoticed(const SeasonEffort &effort)
{
    constexpr int WorthSaying = 14;
    QStringList places;
    QStringList days;
    for (const CameraEffort &camera : effort.cameras) {
        if (camera.cameraDays() <= 0 || camera.shortestNoticed <= WorthSaying)
            continue;
        places << camera.name;
        days << (camera.shortestNoticed >= LongSilence ? QStringLiteral("half a year")
                                                       : QStringLiteral("%1 days").arg(camera.shortestNoticed));
    }
    if (places.isEmpty())
        return {};
    if (places.size() == 1)
        return QStringLiteral("%1: outages under %2 would not be noticed.").arg(places[0], days[0]);
    QStringList each;
    for (qsizetype i = 0; i < places.size(); ++i)
        each << QStringLiteral("%1 (under %2)").arg(places[i], days[i]);
    return QStringLiteral("Short outages would not be noticed at %1: too few photos.").arg(listText(each));
}

} // namespace

QString countText(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

QString detectionsText(qint64 count)
{
    return count == 1 ? QStringLiteral("1 detection") : QStringLiteral("%1 detections").arg(countText(count));
}

QString cameraDaysText(double days)
{
    return QLocale(QLocale::English).toString(days, 'f', 1);
}

QString ratioNumber(double ratio)
{
    if (!(ratio < 1000))
        return QStringLiteral("over 1,000");
    if (ratio > 0 && ratio < 0.005)
        return QStringLiteral("under 0.01");
    return QLocale::c().toString(ratio, 'f', ratio < 1.995 ? 2 : ratio < 9.95 ? 1 : 0);
}

QString percentText(double part, double whole)
{
    const double percent = 100 * part / whole;
    if (part > 0 && percent < 1)
        return QStringLiteral("under 1%");
    if (part < whole && percent > 99)
        return QStringLiteral("over 99%");
    return QStringLiteral("%1%").arg(std::lround(percent));
}

QString changeText(double ratio)
{
    const double exact = 100 * (ratio - 1);
    if (!(exact < 99'950))
        return QStringLiteral("over 1,000 times");
    const double percent = ratio > 0 ? std::max(exact, -99.9) : exact; // some are left
    const bool isFine = std::abs(percent) < 0.95 || (percent < -99.05 && percent > -100);
    const QString number = QLocale(QLocale::English).toString(std::abs(percent), 'f', isFine ? 1 : 0);
    if (number.toDouble() == 0 && std::abs(percent) < 0.05)
        return QStringLiteral("0%");
    return (percent > 0 ? QChar(u'+') : Minus) + number + u'%';
}

QString changeIntervalText(const RateRatio &ratio, bool together)
{
    if (!ratio.hasInterval)
        return QStringLiteral("too few weeks for an interval");
    return (together ? QStringLiteral("95% interval together %1 to %2") : QStringLiteral("95% interval %1 to %2"))
        .arg(changeText(ratio.low), changeText(ratio.high));
}

QString listText(const QStringList &items, const QString &lastly)
{
    if (items.size() < 2)
        return items.join(QString());
    return QStringLiteral("%1 %2 %3")
        .arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), lastly, items.last());
}

QString unreadSentence(const SeasonStatistics &season)
{
    const qint64 unread = season.quality.photosUnread();
    if (unread <= 0 || season.quality.photos <= 0)
        return {};
    QString share = percentText(static_cast<double>(unread), static_cast<double>(season.quality.photos));
    share[0] = share.at(0).toUpper();
    return QStringLiteral("%1 of the photos%2 are not read yet (%3 of %4); their share of the days is not counted.")
        .arg(share, season.label.isEmpty() ? QString() : QStringLiteral(" of ") + season.label, countText(unread),
             countText(season.quality.photos));
}

QString misdatedSentence(const SeasonStatistics &season)
{
    const qint64 misdated = season.quality.misdatedSightings;
    if (misdated <= 0)
        return {};
    return QStringLiteral("%1 of known deer%2 %3 and %4 left out of known deer seen: when the animal was there isn't "
                          "known.")
        .arg(detectionsText(misdated), season.label.isEmpty() ? QString() : QStringLiteral(" in ") + season.label,
             misdated == 1 ? QStringLiteral("bears an impossible date") : QStringLiteral("bear impossible dates"),
             misdated == 1 ? QStringLiteral("is") : QStringLiteral("are"));
}

QStringList cameraSentences(const SeasonStatistics &season)
{
    QStringList said;
    for (const CameraEffort &camera : season.effort.cameras)
        said << sentencesOf(camera, season);
    return said;
}

QStringList effortSentences(const SeasonStatistics &season)
{
    const SeasonEffort &effort = season.effort;
    QStringList said;
    if (effort.cameraCount() > 0) {
        const QString worked = cameraDaysText(effort.daysAtWork());
        const QString counted = cameraDaysText(effort.cameraDays());
        said << QStringLiteral("%1 worked %2 of %3 camera-days (%4)%5.")
                    .arg(effort.camerasAtWork() == 1 ? QStringLiteral("1 camera")
                                                     : QStringLiteral("%1 cameras").arg(effort.camerasAtWork()),
                         worked, countText(std::lround(effort.possible())),
                         percentText(effort.daysAtWork(), effort.possible()),
                         counted == worked
                             ? QString()
                             : QStringLiteral("; of these %1 count, as the rest of the photos are not read yet")
                                   .arg(counted));
    } else if (season.isUnread()) {
        said << QStringLiteral("Cameras worked in this period, but none of their photos are read yet: no camera-days "
                               "are counted.");
    } else {
        said << QStringLiteral("No camera worked in this period, as far as photos tell.");
    }
    said << cameraSentences(season);
    for (const CameraEffort &camera : effort.cameras)
        said << straySentences(camera);
    said << lateSentences(season);
    if (const QString sentence = unnoticed(effort); !sentence.isEmpty())
        said << sentence;
    for (const auto &[one, other] : effort.nearby)
        said << QStringLiteral("%1 and %2 lie within 25 m and worked in turn: they may be one place.").arg(one, other);
    if (effort.impossibleDates > 0)
        said << (effort.impossibleDates == 1 ? QStringLiteral("1 photo bears an impossible date; it is in no rate.")
                                             : QStringLiteral("%1 photos bear impossible dates; they are in no rate.")
                                                   .arg(countText(effort.impossibleDates)));
    if (const QString misdated = misdatedSentence(season); !misdated.isEmpty())
        said << misdated;
    if (season.quality.photosWithoutLocation > 0) {
        qint64 unplaced = 0;
        for (const LocationStatistics &place : season.locations)
            unplaced += place.id.isEmpty() ? place.detections.total() : 0;
        const QString photos =
            season.quality.photosWithoutLocation == 1
                ? QStringLiteral("1 photo has no location")
                : QStringLiteral("%1 photos have no location").arg(countText(season.quality.photosWithoutLocation));
        said << (unplaced == 0 ? photos + QStringLiteral("; no camera's work is told by them.")
                 : unplaced == 1
                     ? photos + QStringLiteral(": 1 detection is counted, not in rates.")
                     : QStringLiteral("%1: %2 detections are counted, not in rates.").arg(photos, countText(unplaced)));
    }
    if (const QString unread = unreadSentence(season); !unread.isEmpty())
        said << unread;
    return said;
}

} // namespace herdbook::season
