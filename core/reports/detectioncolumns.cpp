// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/detectioncolumns.h"

#include <QSet>

namespace herdbook::reports {

Result<DetectionColumns> DetectionColumns::probe(storage::Postgres &connection)
{
    Result<QSqlQuery> rows = connection.query(
        QStringLiteral("SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
                       "WHERE c.oid IN (to_regclass('detections'), to_regclass('deer'), to_regclass('images')) "
                       "AND a.attnum > 0 AND NOT a.attisdropped"));
    if (!rows)
        return rows.error();
    QSet<QString> present;
    while (rows->next())
        present.insert(rows->value(0).toString());
    for (const QString &needed : {QStringLiteral("detections.image_id"), QStringLiteral("detections.classification"),
                                  QStringLiteral("images.timestamp"), QStringLiteral("deer.sex")}) {
        if (!present.contains(needed))
            return Error{ErrorKind::Internal, QStringLiteral("The database has no column %1").arg(needed)};
    }
    const auto either = [&present](const char *column, const QString &expression, const char *otherwise) {
        return present.contains(QLatin1String(column)) ? expression : QString::fromLatin1(otherwise);
    };
    DetectionColumns columns;
    columns.classification =
        either("detections.corrected_classification",
               QStringLiteral("coalesce(d.corrected_classification, d.classification)"), "d.classification");
    columns.corrected = either("detections.corrected_classification",
                               QStringLiteral("(d.corrected_classification IS NOT NULL)"), "false");
    columns.valid = either("detections.is_valid", QStringLiteral("coalesce(d.is_valid, true)"), "true");
    columns.duplicate = either("detections.is_duplicate", QStringLiteral("coalesce(d.is_duplicate, false)"), "false");
    columns.reviewed = either("detections.is_reviewed", QStringLiteral("coalesce(d.is_reviewed, false)"), "false");
    columns.burst = either("detections.burst_group_id", QStringLiteral("d.burst_group_id"), "NULL::uuid");
    columns.bestPhoto = either("deer.best_photo_id", QStringLiteral("r.best_photo_id"), "NULL::uuid");
    return columns;
}

} // namespace herdbook::reports
