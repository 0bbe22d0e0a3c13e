// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/detectioncolumns.h"

namespace herdbook::reports {

/// A row of the season's statement is (kind, a, b, n, x, more); what a and b mean depends on the kind. All are text but
/// n (count), x (number) and more (JSON).
enum class SeasonRow {
    LeftOut = 0,   ///< a: 1 invalid, 2 duplicate, 3 other class; b: that class, null when there is none
    Class = 1,     ///< a: class; x: mean of confidence, null when none has one
    Day = 2,       ///< a: class, b: day of the period, from 0
    Hour = 3,      ///< a: class, b: hour
    PlaceHour = 4, ///< a: location, b: hour, x: day; only what counts in rates where the camera worked
    Location = 5,  ///< a: location, b: class
    PlaceDay = 6,  ///< a: location, b: class, x: day; as before
    ClassImages = 7,
    Images = 8,      ///< a: day or null, b: location or null; both null: the total
    Individuals = 9, ///< a: first day of the bucket's unit or null, b: as before; none of impossible dates
    Identified = 10,
    Corrected = 11,
    Reviewed = 12,
    LowConfidence = 13,
    Photos = 14, ///< a: location; n: photos taken there; more: name, waiting, failed
    DaysWithPhotos = 15,
    MostSeen =
        16, ///< a: deer; n: sightings; more: name, sex, places, first and last day, photos (path and box, best first)
    NoConfidence = 17,     ///< counted detections whose confidence is missing or no number
    ConfidenceBeyond = 18, ///< counted ones whose confidence is outside 0 to 1
    Seen = 19,             ///< a: deer, b: location; x: day times 24 plus the hour; none of impossible dates
    Deer = 20,             ///< a: deer that was seen; more: name, sex, status, day on which its profile was made
    SeenMisdated = 21,     ///< counted detections of known deer that bear an impossible date
    Unrated = 22,          ///< a: location, b: class; what is in no rate: impossible dates, photos that are not read
    OtherStatus = 23       ///< a: a processing status that Herdbook doesn't know, or null; photos
};

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

} // namespace herdbook::reports
