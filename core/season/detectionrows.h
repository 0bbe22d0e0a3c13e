// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/calendar.h"
#include "core/season/detectioncolumns.h"

#include <QDateTime>
#include <QTimeZone>
#include <vector>

namespace herdbook::season {

/// A detection as a data set tells it.
struct DetectionRow
{
    QString id;
    QString imageId;
    QString filename;
    QString imagePath; ///< as the database has it
    QDateTime taken;   ///< UTC
    bool dated = true; ///< whether that can be right; see possibleDate()
    QString locationId;
    QString location;
    QString classification; ///< corrected where a person corrected it
    QString originalClassification;
    double confidence = 0; ///< NaN where it is missing or no number
    QByteArray box;        ///< JSON as stored, whatever it holds
    QString deerId;
    QString deerName;
    QString burstId;
    bool corrected = false;
    bool reviewed = false;
    bool valid = true;
    bool duplicate = false;
};

/// A condition on detections `d` of images `i`, with its values in turn.
struct Condition
{
    QString where;
    QVariantList values;
};

/// What counts: the valid detections of these classes that aren't duplicates, at these locations (ids; empty: all), of any of the periods.
Condition countedIn(const std::vector<InstantRange> &periods, const QStringList &classes, const QStringList &locations);

/// How many there are.
Result<qint64> countDetections(storage::Postgres &connection, const DetectionColumns &columns,
                               const Condition &condition);

/// The detections with these ids, invalid and duplicate ones too (they were asked for by name), ordered by photo and
/// id. Ids that don't exist are missing from the answer.
Result<std::vector<DetectionRow>> readDetections(storage::Postgres &connection, const DetectionColumns &columns,
                                                 const QStringList &ids);

/// The caller brings a snapshot, in which what is counted is what is read.
/// The valid detections of these classes that aren't duplicates, at these locations (ids; empty: all), both days inclusive in `zone`, in the same order.
/// InvalidInput, naming both numbers, when there are more than `most`.
Result<std::vector<DetectionRow>> readDetections(storage::Postgres &connection, const DetectionColumns &columns,
                                                 const QDate &start, const QDate &end, const QTimeZone &zone,
                                                 const QStringList &classes, const QStringList &locations, int most);

} // namespace herdbook::season
