// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/seasonsql.h"

#include <QMetaEnum>

namespace herdbook::season {

namespace {

/// The statement with its kinds of rows as numbers, which are read faster than names.
QString withKinds(QString sql)
{
    const auto kinds = QMetaEnum::fromType<SeasonRow>();
    for (int i = 0; i < kinds.keyCount(); ++i)
        sql.replace(u'{' + QLatin1String(kinds.key(i)) + u'}', QString::number(kinds.value(i)));
    return sql;
}

} // namespace

QString locationFilter(const QString &column)
{
    return QStringLiteral(
               "coalesce(coalesce(%1, '00000000-0000-0000-0000-000000000000') = ANY (nullif(?::uuid[], '{}')), true)")
        .arg(column);
}

QString possibleDate(const QString &image)
{
    return QStringLiteral("(%1.\"timestamp\" >= '2000-01-02 00:00+00' AND %1.\"timestamp\" < 'infinity' AND "
                          "coalesce(%1.\"timestamp\" <= %1.created_at + interval '26 hours', true))")
        .arg(image);
}

QString isRead(const QString &image)
{
    return QStringLiteral("coalesce(%1.processing_status NOT IN ('pending', 'processing', 'failed'), true)").arg(image);
}

QString seasonSql(const DetectionColumns &columns)
{
    // `cells` are much fewer than detections (bursts): the six groupings are sums over them.
    return withKinds(QStringLiteral(R"(
WITH taken AS MATERIALIZED (
  SELECT id, location_id, processing_status AS status, timezone(?, "timestamp") AS local,
         %6 AS dated, %7 AS read
  FROM %2 i WHERE "timestamp" >= ?::timestamptz AND "timestamp" < ?::timestamptz AND %5),
base AS MATERIALIZED (
  SELECT d.id, d.image_id, d.deer_id, CASE WHEN d.confidence BETWEEN 0 AND 1 THEN d.confidence END AS confidence,
         d.confidence NOT BETWEEN 0 AND 1 AS beyond, d.label AS class, t.location_id, t.local, t.dated, t.read,
         CASE WHEN NOT d.is_valid THEN 'invalid' WHEN d.is_duplicate THEN 'duplicate'
              WHEN (d.label = ANY (?::text[])) IS NOT TRUE THEN 'class' END AS left_out,
         d.corrected, d.is_reviewed AS reviewed
  FROM %1 d JOIN taken t ON t.id = d.image_id),
counted AS MATERIALIZED (
  SELECT id, image_id, deer_id, confidence, beyond, class, location_id, corrected, reviewed, local, dated, read,
         local::date - ?::date AS day, date_part('hour', local)::int AS hour
  FROM base WHERE left_out IS NULL),
cells AS MATERIALIZED (
  SELECT class, day, hour, location_id, count(*)::int AS n, sum(confidence) AS confidence, count(confidence)::int AS sure,
         dated AND read AND location_id IS NOT NULL AS rated
  FROM counted GROUP BY class, day, hour, location_id, dated, read),
pictured AS (SELECT DISTINCT image_id, day, location_id FROM counted),
known AS (
  SELECT DISTINCT deer_id, date_trunc(?, local) AS bucket, location_id, dated FROM counted WHERE deer_id IS NOT NULL),
seen AS (
  SELECT deer_id, count(*) AS n, count(DISTINCT location_id) AS places, min(day) AS first, max(day) AS last
  FROM counted WHERE deer_id IS NOT NULL AND dated GROUP BY deer_id ORDER BY n DESC, deer_id LIMIT ?)
SELECT {LeftOut}, left_out, CASE left_out WHEN 'class' THEN class END, count(*), 0::float8, NULL::json
FROM base WHERE left_out IS NOT NULL GROUP BY 2, 3
UNION ALL
SELECT CASE WHEN grouping(class, day) = 0 THEN {Day} WHEN grouping(class, hour) = 0 THEN {Hour}
            WHEN grouping(location_id, class) = 0 THEN {Location} ELSE {Class} END,
       CASE WHEN grouping(location_id) = 0 THEN coalesce(location_id::text, '') ELSE class END,
       CASE WHEN grouping(day) = 0 THEN day::text WHEN grouping(hour) = 0 THEN hour::text
            WHEN grouping(location_id, class) = 0 THEN class END,
       sum(n), sum(confidence) / nullif(sum(sure), 0), NULL
FROM cells
GROUP BY GROUPING SETS ((class), (class, day), (class, hour), (location_id, class))
UNION ALL
SELECT {PlaceHour}, location_id::text, hour::text, sum(n), day, NULL FROM cells WHERE rated GROUP BY location_id, hour, day
UNION ALL
SELECT {PlaceDay}, location_id::text, class, sum(n), day, NULL FROM cells WHERE rated GROUP BY location_id, class, day
UNION ALL
SELECT {Unrated}, location_id::text, class, sum(n), 0, NULL FROM cells WHERE NOT rated AND location_id IS NOT NULL GROUP BY location_id, class
UNION ALL
SELECT {ClassImages}, class, NULL, count(*), 0, NULL FROM (SELECT DISTINCT image_id, class FROM counted) c GROUP BY class
UNION ALL
SELECT {Images}, day::text, CASE WHEN grouping(location_id) = 0 THEN coalesce(location_id::text, '') END, count(*), 0, NULL
FROM pictured GROUP BY GROUPING SETS ((day), (location_id), ())
UNION ALL
SELECT {Individuals}, to_char(bucket, 'YYYY-MM-DD'), CASE WHEN grouping(location_id) = 0 THEN coalesce(location_id::text, '') END,
       count(DISTINCT deer_id) FILTER (WHERE dated), count(*) FILTER (WHERE NOT dated), NULL
FROM known GROUP BY GROUPING SETS ((bucket), (location_id), ())
UNION ALL
SELECT v.kind, NULL, NULL, v.n, 0, NULL FROM (
  SELECT count(deer_id) AS identified, count(*) FILTER (WHERE corrected) AS corrected,
         count(*) FILTER (WHERE reviewed) AS reviewed,
         count(*) FILTER (WHERE confidence < 0.5) AS low, count(*) FILTER (WHERE confidence IS NULL AND beyond IS NULL) AS unsure,
         count(*) FILTER (WHERE beyond) AS beyond FROM counted) q
CROSS JOIN LATERAL (VALUES ({Identified}, q.identified), ({Corrected}, q.corrected), ({Reviewed}, q.reviewed),
  ({LowConfidence}, q.low), ({NoConfidence}, q.unsure), ({ConfidenceBeyond}, q.beyond)) v(kind, n)
UNION ALL
SELECT {SeenMisdated}, deer_id::text, NULL, count(*), 0, NULL FROM counted WHERE deer_id IS NOT NULL AND NOT dated GROUP BY deer_id
UNION ALL
SELECT {Photos}, p.location_id::text, NULL, p.n, 0,
       json_build_object('name', l.name, 'waiting', p.waiting, 'failed', p.failed)
FROM (SELECT location_id, count(*) AS n, count(*) FILTER (WHERE status IN ('pending', 'processing')) AS waiting,
             count(*) FILTER (WHERE status = 'failed') AS failed FROM taken GROUP BY location_id) p
LEFT JOIN %3 l ON l.id = p.location_id
UNION ALL
SELECT {DaysWithPhotos}, NULL, NULL, count(*), 0, NULL FROM (SELECT DISTINCT local::date FROM taken) d
UNION ALL
(SELECT {MostSeen}, s.deer_id::text, NULL, s.n, 0,
        json_build_object('name', r.name, 'sex', r.sex, 'places', s.places, 'first', s.first, 'last', s.last,
                          'photos', p.photos)
 FROM seen s JOIN %4 r ON r.id = s.deer_id
 CROSS JOIN LATERAL (
   SELECT json_agg(json_build_object('path', i.path, 'box', d.bbox) ORDER BY c.place) AS photos FROM (
     SELECT id, image_id, row_number() OVER (ORDER BY (image_id = r.best_photo_id) DESC NULLS LAST, confidence DESC NULLS LAST, image_id) AS place
     FROM counted WHERE deer_id = s.deer_id) c
   JOIN %1 d ON d.id = c.id JOIN %2 i ON i.id = c.image_id WHERE c.place <= 12) p
 ORDER BY s.n DESC, s.deer_id)
UNION ALL
SELECT {Seen}, deer_id::text, coalesce(location_id::text, ''), count(*), day * 24 + hour, NULL
FROM counted WHERE deer_id IS NOT NULL AND dated GROUP BY deer_id, location_id, day, hour
UNION ALL
SELECT {Deer}, r.id::text, NULL, 0, 0,
       json_build_object('name', coalesce(r.name, ''), 'sex', r.sex, 'status', r.status, 'made', timezone(?, r.created_at)::date)
FROM %4 r WHERE r.id IN (SELECT deer_id FROM counted WHERE dated)
UNION ALL
SELECT {OtherStatus}, status, NULL, count(*), 0, NULL FROM taken
WHERE %8 AND (status IN ('pending', 'processing', 'completed', 'failed')) IS NOT TRUE GROUP BY status)")
                         .arg(columns.detections(), columns.images(), columns.locations(), columns.deer(),
                              locationFilter(QStringLiteral("location_id")), possibleDate(QStringLiteral("i")),
                              isRead(QStringLiteral("i")),
                              columns.has(QStringLiteral("images"), QStringLiteral("processing_status"))
                                  ? QStringLiteral("true")
                                  : QStringLiteral("false")));
}

} // namespace herdbook::season
