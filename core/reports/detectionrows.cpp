// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/detectionrows.h"

#include "core/reports/calendar.h"
#include "core/reports/seasonsql.h"

#include <QLocale>

namespace herdbook::reports {

namespace {

QString selectSql(const DetectionColumns &columns, const QString &where)
{
    return QStringLiteral(R"(
SELECT d.id::text, d.image_id::text, i.filename, i.path, i."timestamp", i.location_id::text, l.name, %1,
       d.classification, d.confidence,
       d.bbox::text, d.deer_id::text, r.name, (%2)::text, %3, %4, %5, %6
FROM detections d JOIN images i ON i.id = d.image_id LEFT JOIN locations l ON l.id = i.location_id
LEFT JOIN deer r ON r.id = d.deer_id
WHERE %7 ORDER BY i.path, d.id)")
        .arg(columns.classification, columns.burst, columns.corrected, columns.reviewed, columns.valid,
             columns.duplicate, where);
}

std::vector<DetectionRow> allRows(QSqlQuery &rows)
{
    std::vector<DetectionRow> detections;
    while (rows.next()) {
        DetectionRow &row = detections.emplace_back();
        row.id = rows.value(0).toString();
        row.imageId = rows.value(1).toString();
        row.filename = rows.value(2).toString();
        row.imagePath = rows.value(3).toString();
        row.taken = rows.value(4).toDateTime().toUTC();
        row.locationId = rows.value(5).toString();
        row.location = rows.value(6).toString();
        row.classification = rows.value(7).toString();
        row.originalClassification = rows.value(8).toString();
        row.confidence = rows.value(9).toDouble();
        row.box = rows.value(10).toString().toUtf8();
        row.deerId = rows.value(11).toString();
        row.deerName = rows.value(12).toString();
        row.burstId = rows.value(13).toString();
        row.corrected = rows.value(14).toBool();
        row.reviewed = rows.value(15).toBool();
        row.valid = rows.value(16).toBool();
        row.duplicate = rows.value(17).toBool();
    }
    return detections;
}

QString arrayOf(const QStringList &plainWords)
{
    return u'{' + plainWords.join(u',') + u'}';
}

} // namespace

Result<std::vector<DetectionRow>> readDetections(storage::Postgres &connection, const DetectionColumns &columns,
                                                 const QStringList &ids)
{
    Result<QSqlQuery> rows =
        connection.query(selectSql(columns, QStringLiteral("d.id = ANY (?::uuid[])")), {arrayOf(ids)});
    if (!rows)
        return rows.error();
    return allRows(*rows);
}

Result<std::vector<DetectionRow>> readDetections(storage::Postgres &connection, const DetectionColumns &columns,
                                                 const QDate &start, const QDate &end, const QTimeZone &zone,
                                                 const QStringList &classes, const QStringList &locations, int most)
{
    const QString where = QStringLiteral("i.\"timestamp\" >= ?::timestamptz AND i.\"timestamp\" < ?::timestamptz AND "
                                         "%1 AND NOT %2 AND %3 AND %4 = ANY (?::text[])")
                              .arg(columns.valid, columns.duplicate, locationFilter(QStringLiteral("i.location_id")),
                                   columns.classification);
    const InstantRange range = instantsOf(start, end, zone);
    const QVariantList values = {range.first, range.last, arrayOf(locations), arrayOf(classes)};
    Result<QSqlQuery> counted = connection.query(
        QStringLiteral("SELECT count(*) FROM detections d JOIN images i ON i.id = d.image_id WHERE ") + where, values);
    if (!counted)
        return counted.error();
    if (const qint64 count = counted->next() ? counted->value(0).toLongLong() : 0; count > most) {
        const QLocale english(QLocale::English);
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1 detections match, but a ZIP holds at most %2: choose a shorter period or fewer "
                                    "classes")
                         .arg(english.toString(count), english.toString(most))};
    }
    Result<QSqlQuery> rows = connection.query(selectSql(columns, where), values);
    if (!rows)
        return rows.error();
    return allRows(*rows);
}

} // namespace herdbook::reports
