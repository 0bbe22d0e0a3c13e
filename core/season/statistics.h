// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/animals.h"
#include "core/season/calendar.h"
#include "core/season/effort/seasoneffort.h"
#include "core/season/individuals.h"

#include <QMap>
#include <QSet>

namespace herdbook::season {

/// One class as it is stored (mature, mid and young apart), after corrections.
struct ClassStatistics
{
    QString classification;
    qint64 detections = 0;
    qint64 images = 0;                    ///< images that show at least one
    std::optional<double> meanConfidence; ///< 0..1; nothing where none has one
};

struct BucketStatistics
{
    Bucket bucket;
    Counts detections;
    qint64 images = 0;
    qint64 individuals = 0;   ///< distinct known deer
    bool hasMisdated = false; ///< known deer are on photos of impossible dates, which `individuals` doesn't hold
};

struct LocationStatistics
{
    QString id;   ///< empty: images without a location
    QString name; ///< plain text
    Counts detections;
    qint64 images = 0;
    qint64 individuals = 0;
    bool hasMisdated = false; ///< as above
};

/// A known deer and its sightings within the period.
struct IndividualStatistics
{
    QString id;
    QString name; ///< may be empty
    Animal sex = Animal::Unknown;
    qint64 sightings = 0; ///< detections
    qint64 locations = 0;
    QDate first;
    QDate last;
    struct Photo
    {
        QString path;   ///< as the database has it
        QByteArray box; ///< JSON as stored
    };
    std::vector<Photo> photos; ///< of the period, best first, a few: not all need be on this machine
};

/// Detections of the period that no figure counts; each is counted once, under the first reason that holds.
struct LeftOut
{
    qint64 invalid = 0;
    qint64 duplicates = 0;
    qint64 otherClasses = 0; ///< valid, but of a class that was not asked for
    QMap<QString, qint64>
        unknownClasses; ///< of these, the classes that Herdbook doesn't know, trimmed, in small letters; "": none is set
    qint64 total() const { return invalid + duplicates + otherClasses; }
};

/// What the figures rest on.
struct DataQuality
{
    qint64 photos = 0; ///< taken in the period, whatever they show
    qint64 photosWaiting = 0;
    qint64 photosFailed = 0;
    qint64 photosUnread() const { return photosWaiting + photosFailed; }
    QMap<QString, qint64>
        otherStatuses; ///< photos by processing statuses that Herdbook doesn't know, in small letters; "": none is set
    qint64 photosWithoutLocation = 0;
    qint64 corrected = 0; ///< counted detections whose class a person corrected
    qint64 reviewed = 0;
    qint64 identified = 0;        ///< counted detections with a known deer
    qint64 misdatedSightings = 0; ///< of these, those of impossible dates: they tell of no deer when it was there
    qint64 lowConfidence = 0;     ///< counted detections below 0.5
    qint64 noConfidence = 0;      ///< counted ones without a number there; no mean includes them
    qint64 confidenceBeyond = 0;  ///< counted ones outside 0 to 1; no mean includes them
    qint64 daysWithoutPhoto = 0;  ///< days of the period on which no camera took a photo
};

/// Everything a seasonal report says about one period. Duplicates and invalid detections are left out, a corrected
/// class wins, and days are those of the site's time zone.
struct SeasonStatistics
{
    QString label; ///< of a comparison's period
    QDate start;
    QDate end;
    exports::GroupBy groupBy = exports::GroupBy::Month;
    QStringList classes; ///< the classes covered

    qint64 detections = 0;
    qint64 images = 0;
    qint64 individuals = 0;
    std::vector<ClassStatistics> byClass; ///< in the order of `classes`, zeros included
    std::vector<BucketStatistics> timeline;
    std::vector<Counts> days;                   ///< one for each day from `start` on
    std::vector<std::vector<qint64>> classDays; ///< for each of `classes`, detections of each day
    std::array<Counts, 24> hours{};
    std::vector<std::array<qint64, 24>>
        hoursByBlock; ///< what counts in rates, on days with effort, for each block of weeklyBlockNumbers()
    std::vector<LocationStatistics> locations;  ///< most detections first
    std::vector<IndividualStatistics> mostSeen; ///< most sightings first
    LeftOut leftOut;
    DataQuality quality;
    SeasonEffort effort;                      ///< when the cameras worked, with what they counted
    std::vector<IndividualHistory> knownDeer; ///< all that were seen, most detections first
    QSet<QString> misdatedDeer;               ///< ids of those on photos of impossible dates, also where seen on others

    int dayCount() const { return static_cast<int>(start.daysTo(end)) + 1; }
    /// Blocks of weeklyBlockNumbers(), and the one of a day.
    int blockCount() const { return std::max(1, (dayCount() + 3) / 7); }
    int blockOf(int day) const { return std::min(day / 7, blockCount() - 1); }
    /// The day's number in the period, from 0.
    int dayNumber(const QDate &day) const { return static_cast<int>(start.daysTo(day)); }
    /// Camera-days of a bucket.
    double cameraDays(const Bucket &bucket) const
    {
        return effort.cameraDays(dayNumber(bucket.start), dayNumber(bucket.end));
    }
    /// Whether cameras worked in a bucket and none of their photos are read.
    bool isUnread(const Bucket &bucket) const
    {
        return cameraDays(bucket) <= 0 && effort.unreadDays(dayNumber(bucket.start), dayNumber(bucket.end)) > 0;
    }
    /// The same of the whole period.
    bool isUnread() const { return effort.cameraCount() == 0 && effort.unreadDays(0, dayCount() - 1) > 0; }
    /// Detections of a bucket that count in rates.
    qint64 rated(const Bucket &bucket, std::optional<Animal> animal) const;
    /// Detections of a bucket, with or without a working camera.
    qint64 counted(const Bucket &bucket, Animal animal) const;
    /// Detections of a class in a bucket.
    qint64 classCount(const QString &classification, const Bucket &bucket) const;
    /// Share of the detections that are assigned to a known deer; nothing without detections.
    std::optional<double> assignedShare() const;
    Counts totals() const;
    /// Animals that are covered by the request.
    std::vector<Animal> animals() const;
    /// Whether all classes of an animal are covered, or none: bucks are mature, mid, young and those without an age.
    bool isWhole(Animal animal) const;
    /// Whether known deer are on photos of impossible dates only: then nobody knows how many were there.
    bool isMisdated() const { return individuals == 0 && quality.misdatedSightings > 0; }
    /// Detections of known deer for each known deer; nothing when none was identified.
    std::optional<double> sightingsPerDeer() const;
    /// Bucks (or fawns) for each doe; nothing without does or when one of the two was not asked for, or not wholly.
    std::optional<double> perDoe(Animal animal) const;
};

/// The classes that Herdbook doesn't know and so leaves out, most detections first, as a sentence without its point; empty where there are
/// none.
QString unknownClassesText(const std::vector<SeasonStatistics> &periods);

/// The same for processing statuses of photos, of which nobody can tell whether they were analyzed.
QString unknownStatusesText(const std::vector<SeasonStatistics> &periods);

/// How many of the locations asked for are not in the database, as a sentence without its point; empty where all are.
/// @param effort of these locations.
QString unknownLocationsText(const QStringList &asked, const SeasonEffort &effort);

} // namespace herdbook::season
