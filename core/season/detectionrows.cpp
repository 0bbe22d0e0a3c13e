// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/detectionrows.h"

#include "core/season/seasonsql.h"

#include <QLocale>

#include <cmath>

namespace herdbook::season {

namespace {

QString selectSql(const DetectionColumns &columns, const QString &where)
{
    return QStringLiteral(R"(
SELECT d.id, d.image_id, i.filename, i.path, i."timestamp" AS taken, i.location_id, l.name AS location, d.label,
       d.classification, d.confidence, d.bbox, d.deer_id, r.name AS deer, d.burst_group_id AS burst, d.corrected,
       d.is_reviewed, d.is_valid, d.is_duplicate, coalesce(%6, false) AS dated
FROM %1 d JOIN %2 i ON i.id = d.image_id LEFT JOIN %3 l ON l.id = i.location_id LEFT JOIN %4 r ON r.id = d.deer_id
WHERE %5 ORDER BY i.path, d.id)")
        .arg(columns.detections(), columns.images(), columns.locations(), columns.deer(), where,
             possibleDate(QStringLiteral("i")));
}

DetectionRow detectionOf(const storage::Row &row)
{
    DetectionRow detection;
    detection.id = row.text("id");
    detection.imageId = row.text("image_id");
    detection.filename = row.text("filename");
    detection.imagePath = row.text("path");
    detection.taken = row.instant("taken");
    detection.dated = row.boolean("dated");
    detection.locationId = row.text("location_id");
    detection.location = row.text("location");
    detection.classification = row.text("label");
    detection.originalClassification = row.text("classification");
    detection.confidence = row.isNull("confidence") ? std::nan("") : row.number("confidence");
    detection.box = row.text("bbox").toUtf8();
    detection.deerId = row.text("deer_id");
    detection.deerName = row.text("deer");
    detection.burstId = row.text("burst");
    detection.corrected = row.boolean("corrected");
    detection.reviewed = row.boolean("is_reviewed");
    detection.valid = row.boolean("is_valid");
    detection.duplicate = row.boolean("is_duplicate");
    return detection;
}

} // namespace

Condition countedIn(const std::vector<InstantRange> &periods, const QStringList &classes, const QStringList &locations)
{
    QStringList within;
    QVariantList values;
    for (const InstantRange &period : periods) {
        within << QStringLiteral("(i.\"timestamp\" >= ?::timestamptz AND i.\"timestamp\" < ?::timestamptz)");
        values << period.first << period.last;
    }
    values << locations << classes;
    return {QStringLiteral("(%1) AND d.is_valid AND NOT d.is_duplicate AND %2 AND d.label = ANY (?::text[])")
                .arg(within.join(QStringLiteral(" OR ")), locationFilter(QStringLiteral("i.location_id"))),
            values};
}

Result<qint64> countDetections(storage::Postgres &connection, const DetectionColumns &columns,
                               const Condition &condition)
{
    return connection.one(QStringLiteral("SELECT count(*) AS n FROM %1 d JOIN %2 i ON i.id = d.image_id WHERE %3")
                              .arg(columns.detections(), columns.images(), condition.where),
                          condition.values, [](const storage::Row &row) { return row.integer("n"); });
}

Result<std::vector<DetectionRow>> readDetections(storage::Postgres &connection, const DetectionColumns &columns,
                                                 const QStringList &ids)
{
    return connection.all(selectSql(columns, QStringLiteral("d.id = ANY (?::uuid[])")), {ids}, detectionOf);
}

Result<std::vector<DetectionRow>> readDetections(storage::Postgres &connection, const DetectionColumns &columns,
                                                 const QDate &start, const QDate &end, const QTimeZone &zone,
                                                 const QStringList &classes, const QStringList &locations, int most)
{
    const Condition condition = countedIn({instantsOf(start, end, zone)}, classes, locations);
    const Result<qint64> counted = countDetections(connection, columns, condition);
    if (!counted)
        return counted.error();
    if (*counted > most) {
        const QLocale english(QLocale::English);
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1 detections match, but a ZIP holds at most %2: choose a shorter period or fewer "
                                    "classes")
                         .arg(english.toString(*counted), english.toString(most))};
    }
    Result<std::vector<DetectionRow>> rows =
        connection.all(selectSql(columns, condition.where), condition.values, detectionOf);
    if (rows && static_cast<qint64>(rows->size()) != *counted)
        return Error{ErrorKind::Internal,
                     QStringLiteral("PostgreSQL counted %1 detections, but gave %2").arg(*counted).arg(rows->size())};
    return rows;
}

} // namespace herdbook::season
