// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/detectioncolumns.h"

#include <QObject>

namespace herdbook::season {

Q_NAMESPACE

/// A row of the season's statement is (kind, a, b, n, x, more); what a and b mean depends on the kind. All are text but
/// n (count), x (number) and more (JSON). The statement has the kinds by name, in braces.
enum class SeasonRow {
    LeftOut,   ///< a: invalid, duplicate or class (another one); b: that class, null when there is none
    Class,     ///< a: class; x: mean of confidence, null when none has one
    Day,       ///< a: class, b: day of the period, from 0
    Hour,      ///< a: class, b: hour
    PlaceHour, ///< a: location, b: hour, x: day; only what counts in rates where the camera worked
    Location,  ///< a: location, b: class
    PlaceDay,  ///< a: location, b: class, x: day; as before
    ClassImages,
    Images,      ///< a: day or null, b: location or null; both null: the total
    Individuals, ///< a: first day of the bucket's unit or null, b: as before; n: none of impossible dates; x: over 0 where such were left out
    Identified,
    Corrected,
    Reviewed,
    LowConfidence,
    Photos, ///< a: location; n: photos taken there; more: name, waiting, failed
    DaysWithPhotos,
    MostSeen, ///< a: deer; n: sightings; more: name, sex, places, first and last day, photos (path and box, best first)
    NoConfidence,     ///< counted detections whose confidence is missing or no number
    ConfidenceBeyond, ///< counted ones whose confidence is outside 0 to 1
    Seen,             ///< a: deer, b: location; x: day times 24 plus the hour; none of impossible dates
    Deer,             ///< a: deer that was seen; more: name, sex, status, day on which its profile was made
    SeenMisdated,     ///< a: deer; n: its counted detections that bear an impossible date
    Unrated,          ///< a: location, b: class; what is in no rate: impossible dates, photos that are not read
    OtherStatus       ///< a: a processing status that Herdbook doesn't know, or null; photos
};
Q_ENUM_NS(SeasonRow)

/// SQL: whether a photo's time can be right, `image` being the images' alias. Cameras whose clock was never set bear 2000-01-01; nobody reads a
/// photo more than a day before it was taken. Where nothing is known of when it was read, the latter is taken as well. Null without a time.
QString possibleDate(const QString &image);

/// SQL: whether a photo's analysis is done. One without a status, or with one that Herdbook doesn't know, is taken as read.
QString isRead(const QString &image);

/// The one statement that reads a season. Its values, in order: time zone, first and last instant, locations (a uuid array, empty: all), classes as a text
/// array, first day, grouping, number of individuals to name, time zone. It touches each photo and each detection of the period
/// once; all figures are made from what it kept of them.
QString seasonSql(const DetectionColumns &columns);

/// A condition on images; its one value is the array of the locations asked for, empty for all (photos without a location
/// included).
QString locationFilter(const QString &column);

} // namespace herdbook::season
