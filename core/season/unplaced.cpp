// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/unplaced.h"

#include "core/season/effort/words.h"

namespace herdbook::season {

namespace {

QString some(qint64 count, const QString &what)
{
    return count == 1 ? QStringLiteral("1 ") + what : QStringLiteral("%1 %2s").arg(countText(count), what);
}

/// Of detections `d`.
QString withoutPhoto(const DetectionColumns &columns)
{
    return QStringLiteral("NOT EXISTS (SELECT FROM %1 i WHERE i.id = d.image_id)").arg(columns.images());
}

} // namespace

Result<QStringList> unplacedTexts(storage::Postgres &connection, const DetectionColumns &columns)
{
    // Where a foreign key stands on a column that is always set there is none, and none of millions has to be read.
    const QString sql = QStringLiteral(R"(
WITH undated AS (SELECT id FROM %2 i WHERE "timestamp" IS NULL OR "timestamp" = 'infinity' OR "timestamp" = '-infinity')
SELECT CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint c
         JOIN pg_catalog.pg_class k ON k.oid = c.conrelid AND NOT k.relhassubclass
         JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attname = 'image_id' AND a.attnotnull
          AND c.conkey = ARRAY[a.attnum]
         JOIN pg_catalog.pg_attribute b ON b.attrelid = c.confrelid AND b.attname = 'id' AND c.confkey = ARRAY[b.attnum]
         WHERE c.contype = 'f' AND c.convalidated AND c.conrelid = to_regclass('detections')
           AND c.confrelid = to_regclass('images') AND NOT row_security_active(c.confrelid))
       THEN 0 ELSE (SELECT count(*) FROM %1 d WHERE %3) END AS alone,
       (SELECT count(*) FROM undated) AS photos,
       (SELECT count(*) FROM %1 d JOIN undated u ON u.id = d.image_id) AS detections)")
                            .arg(columns.detections(), columns.images(), withoutPhoto(columns));
    return connection.one(sql, {}, [](const storage::Row &row) {
        const qint64 alone = row.integer("alone");
        const qint64 photos = row.integer("photos");
        QStringList texts;
        if (alone > 0)
            texts << QStringLiteral("Left out of every report, as their photo isn't in the database: ") +
                         some(alone, QStringLiteral("detection"));
        if (photos > 0)
            texts << QStringLiteral("Left out of every report, as they have no time: %1 with %2")
                         .arg(some(photos, QStringLiteral("photo")),
                              some(row.integer("detections"), QStringLiteral("detection")));
        return texts;
    });
}

Result<QSet<QString>> detectionsWithoutPhoto(storage::Postgres &connection, const DetectionColumns &columns,
                                             const QStringList &ids)
{
    QSet<QString> found;
    const Result<void> read =
        connection.each(QStringLiteral("SELECT d.id FROM %1 d WHERE d.id = ANY (?::uuid[]) AND %2")
                            .arg(columns.detections(), withoutPhoto(columns)),
                        {ids}, [&found](const storage::Row &row) { found << row.text("id"); });
    return read ? Result<QSet<QString>>(found) : Result<QSet<QString>>(read.error());
}

} // namespace herdbook::season
