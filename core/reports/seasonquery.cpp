// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/seasonquery.h"

namespace herdbook::reports {

namespace {

/// The rows of the one statement: what `a` and `b` mean depends on the kind.
enum class Row {
    LeftOut = 0,    ///< a: 1 invalid, 2 duplicate, 3 other class
    Class = 1,      ///< a: class; n detections, x sum of confidence
    Day = 2,        ///< a: class, b: day of the period
    Hour = 3,       ///< a: class, b: hour
    BlockHour = 4,  ///< a: block, b: hour
    Location = 5,   ///< a: location, b: class
    BlockPlace = 6, ///< a: location, b: block
    ClassImages = 7,
    Images = 8,         ///< a: bucket or null, b: location or null; all null: the total
    Individuals = 9,    ///< the same
    Identified = 10,    ///< n
    Corrected = 11,     ///< n
    Reviewed = 12,      ///< n
    LowConfidence = 13, ///< n
};

QString seasonSql(const DetectionColumns &columns)
{
    return QStringLiteral(R"(
WITH base AS MATERIALIZED (
  SELECT d.image_id, d.deer_id, d.confidence, %1 AS class, i.location_id,
         CASE WHEN NOT %2 THEN 1 WHEN %3 THEN 2 WHEN NOT (%1 = ANY (?::text[])) THEN 3 ELSE 0 END AS state,
         %4 AS corrected, %5 AS reviewed, timezone(?, i."timestamp") AS local
  FROM detections d JOIN images i ON i.id = d.image_id
  WHERE i."timestamp" >= ?::timestamptz AND i."timestamp" < ?::timestamptz),
counted AS MATERIALIZED (
  SELECT image_id, deer_id, confidence, class, location_id, corrected, reviewed,
         local::date - ?::date AS day, (local::date - ?::date) / 7 AS block,
         extract(hour FROM local)::int AS hour, date_trunc(?, local)::date AS bucket
  FROM base WHERE state = 0),
photos AS (SELECT image_id, min(bucket) AS bucket, min(location_id::text) AS location
           FROM counted GROUP BY image_id),
known AS (SELECT DISTINCT deer_id, bucket, coalesce(location_id::text, '') AS location
          FROM counted WHERE deer_id IS NOT NULL)
SELECT 0, state::text, NULL, count(*), 0::float8 FROM base WHERE state > 0 GROUP BY state
UNION ALL
SELECT CASE WHEN grouping(class, day) = 0 THEN 2 WHEN grouping(class, hour) = 0 THEN 3
            WHEN grouping(block, hour) = 0 THEN 4 WHEN grouping(location_id, class) = 0 THEN 5
            WHEN grouping(location_id, block) = 0 THEN 6 ELSE 1 END,
       CASE WHEN grouping(location_id) = 0 THEN coalesce(location_id::text, '')
            WHEN grouping(class) = 0 THEN class ELSE block::text END,
       CASE WHEN grouping(day) = 0 THEN day::text WHEN grouping(hour) = 0 THEN hour::text
            WHEN grouping(location_id, class) = 0 THEN class WHEN grouping(block) = 0 THEN block::text END,
       count(*), sum(confidence)
FROM counted
GROUP BY GROUPING SETS ((class), (class, day), (class, hour), (block, hour), (location_id, class), (location_id, block))
UNION ALL
SELECT 7, class, NULL, count(*), 0 FROM (SELECT DISTINCT image_id, class FROM counted) c GROUP BY class
UNION ALL
SELECT 8, bucket::text, CASE WHEN grouping(location) = 0 THEN coalesce(location, '') END, count(*), 0
FROM photos GROUP BY GROUPING SETS ((bucket), (location), ())
UNION ALL
SELECT 9, bucket::text, location, count(DISTINCT deer_id), 0 FROM known
GROUP BY GROUPING SETS ((bucket), (location), ())
UNION ALL
SELECT v.kind, NULL, NULL, v.n, 0 FROM (
  SELECT count(deer_id) AS identified, count(*) FILTER (WHERE corrected) AS corrected,
         count(*) FILTER (WHERE reviewed) AS reviewed,
         count(*) FILTER (WHERE confidence < 0.5) AS low FROM counted) q
CROSS JOIN LATERAL (VALUES (10, q.identified), (11, q.corrected), (12, q.reviewed), (13, q.low)) v(kind, n))")
        .arg(columns.classification, columns.valid, columns.duplicate, columns.corrected, columns.reviewed);
}

/// A PostgreSQL array literal; the names come from the contract's fixed list and hold letters only.
QString textArray(const QStringList &names)
{
    return u'{' + names.join(u',') + u'}';
}

/// PostgreSQL counts days by its own copy of the time zones: a day that differs at the edge stays within the period.
auto &at(auto &list, const QString &index)
{
    return list[static_cast<std::size_t>(std::clamp<qint64>(index.toLongLong(), 0, qint64(list.size()) - 1))];
}

/// Sorts the rows of the statement into the figures.
class Collector
{
public:
    explicit Collector(SeasonStatistics &season) : m_season(season)
    {
        for (std::size_t i = 0; i < season.timeline.size(); ++i)
            m_buckets.insert(season.timeline[i].bucket.unit.toString(Qt::ISODate), i);
        for (std::size_t i = 0; i < season.byClass.size(); ++i)
            m_classes.insert(season.byClass[i].classification, i);
    }

    void take(const QSqlQuery &row)
    {
        const QString a = row.value(1).toString();
        const QString b = row.value(2).toString();
        const bool hasA = !row.isNull(1);
        const bool hasB = !row.isNull(2);
        const qint64 n = row.value(3).toLongLong();
        switch (static_cast<Row>(row.value(0).toInt())) {
        case Row::LeftOut:
            (a == QLatin1String("1")   ? m_season.leftOut.invalid
             : a == QLatin1String("2") ? m_season.leftOut.duplicates
                                       : m_season.leftOut.otherClasses) = n;
            return;
        case Row::Class:
            m_season.detections += n;
            classOf(a).detections = n;
            classOf(a).meanConfidence = row.value(4).toDouble() / static_cast<double>(n);
            return;
        case Row::Day:
            at(m_season.days, b)[animal(a)] += n;
            return;
        case Row::Hour:
            at(m_season.hours, b)[animal(a)] += n;
            return;
        case Row::BlockHour:
            at(at(m_season.hoursByBlock, a), b) += n;
            return;
        case Row::Location:
            location(a).detections[animal(b)] += n;
            return;
        case Row::BlockPlace:
            at(location(a).weeks, b) += n;
            return;
        case Row::ClassImages:
            classOf(a).images = n;
            return;
        case Row::Images:
            (hasA ? m_season.timeline[m_buckets.value(a)].images : hasB ? location(b).images : m_season.images) = n;
            return;
        case Row::Individuals:
            (hasA   ? m_season.timeline[m_buckets.value(a)].individuals
             : hasB ? location(b).individuals
                    : m_season.individuals) = n;
            return;
        case Row::Identified:
            m_season.quality.identified = n;
            return;
        case Row::Corrected:
            m_season.quality.corrected = n;
            return;
        case Row::Reviewed:
            m_season.quality.reviewed = n;
            return;
        case Row::LowConfidence:
            m_season.quality.lowConfidence = n;
            return;
        }
    }

private:
    static Animal animal(const QString &name) { return animalOf(name).value_or(Animal::Unknown); }
    ClassStatistics &classOf(const QString &name) { return m_season.byClass[m_classes.value(name)]; }

    LocationStatistics &location(const QString &id)
    {
        const auto known = m_locations.constFind(id);
        if (known != m_locations.constEnd())
            return m_season.locations[*known];
        m_locations.insert(id, m_season.locations.size());
        LocationStatistics &added = m_season.locations.emplace_back();
        added.id = id;
        added.weeks.resize(static_cast<std::size_t>(m_season.blockCount()));
        return added;
    }

    SeasonStatistics &m_season;
    QHash<QString, std::size_t> m_buckets;
    QHash<QString, std::size_t> m_classes;
    QHash<QString, std::size_t> m_locations;
};

/// Names of all locations; one that counted no detection still gets its line of zeros where photos were taken there.
Result<void> readPlacesAndPhotos(storage::Postgres &connection, const SeasonQuestion &question,
                                 SeasonStatistics &season)
{
    const InstantRange range = instantsOf(question.start, question.end, question.zone);
    Result<QSqlQuery> rows = connection.query(QStringLiteral(R"(
WITH photos AS MATERIALIZED (
  SELECT location_id, processing_status, timezone(?, "timestamp")::date AS day FROM images
  WHERE "timestamp" >= ?::timestamptz AND "timestamp" < ?::timestamptz)
SELECT p.location_id::text, l.name, count(*), count(*) FILTER (WHERE p.processing_status IN ('pending', 'processing')),
       count(*) FILTER (WHERE p.processing_status = 'failed'), (SELECT count(DISTINCT day) FROM photos)
FROM photos p LEFT JOIN locations l ON l.id = p.location_id GROUP BY p.location_id, l.name)"),
                                              {QString::fromLatin1(question.zone.id()), range.first, range.last});
    if (!rows)
        return rows.error();
    season.quality.daysWithoutPhoto = season.dayCount();
    while (rows->next()) {
        const QString id = rows->value(0).toString();
        season.quality.photos += rows->value(2).toLongLong();
        season.quality.photosWaiting += rows->value(3).toLongLong();
        season.quality.photosFailed += rows->value(4).toLongLong();
        season.quality.daysWithoutPhoto = season.dayCount() - rows->value(5).toLongLong();
        if (id.isEmpty())
            season.quality.photosWithoutLocation = rows->value(2).toLongLong();
        auto place = std::find_if(season.locations.begin(), season.locations.end(),
                                  [&id](const LocationStatistics &known) { return known.id == id; });
        if (place == season.locations.end()) {
            if (id.isEmpty())
                continue;
            season.locations.emplace_back().id = id;
            place = std::prev(season.locations.end());
            place->weeks.resize(static_cast<std::size_t>(season.blockCount()));
        }
        place->name = id.isEmpty() ? QStringLiteral("No location") : rows->value(1).toString();
    }
    std::sort(season.locations.begin(), season.locations.end(), [](const auto &one, const auto &other) {
        const qint64 ones = one.detections.total();
        const qint64 others = other.detections.total();
        return ones != others ? ones > others : one.name < other.name;
    });
    return {};
}

Result<void> readIndividuals(storage::Postgres &connection, const DetectionColumns &columns,
                             const SeasonQuestion &question, SeasonStatistics &season)
{
    const InstantRange range = instantsOf(question.start, question.end, question.zone);
    Result<QSqlQuery> rows =
        connection.query(QStringLiteral(R"(
WITH seen AS MATERIALIZED (
  SELECT d.deer_id, d.image_id, d.bbox::text AS bbox, d.confidence, i.location_id, i.path,
         timezone(?, i."timestamp")::date AS day
  FROM detections d JOIN images i ON i.id = d.image_id
  WHERE i."timestamp" >= ?::timestamptz AND i."timestamp" < ?::timestamptz AND d.deer_id IS NOT NULL
    AND %1 AND NOT %2 AND %3 = ANY (?::text[])),
top AS (SELECT deer_id, count(*) AS n, count(DISTINCT location_id) AS places, min(day) AS first, max(day) AS last
        FROM seen GROUP BY deer_id ORDER BY n DESC, deer_id LIMIT ?)
SELECT t.deer_id::text, r.name, r.sex::text, t.n, t.places, t.first, t.last, p.path, p.bbox
FROM top t JOIN deer r ON r.id = t.deer_id
LEFT JOIN LATERAL (SELECT s.path, s.bbox FROM seen s WHERE s.deer_id = t.deer_id
                   ORDER BY (s.image_id = %4) DESC NULLS LAST, s.confidence DESC, s.image_id LIMIT 1) p ON true
ORDER BY t.n DESC, t.deer_id)")
                             .arg(columns.valid, columns.duplicate, columns.classification, columns.bestPhoto),
                         {QString::fromLatin1(question.zone.id()), range.first, range.last, textArray(question.classes),
                          question.mostSeen});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        IndividualStatistics deer;
        deer.id = rows->value(0).toString();
        deer.name = rows->value(1).toString();
        deer.sex = animalOf(rows->value(2).toString()).value_or(Animal::Unknown);
        deer.sightings = rows->value(3).toLongLong();
        deer.locations = rows->value(4).toLongLong();
        deer.first = rows->value(5).toDate();
        deer.last = rows->value(6).toDate();
        deer.photoPath = rows->value(7).toString();
        deer.photoBox = rows->value(8).toString().toUtf8();
        season.mostSeen.push_back(std::move(deer));
    }
    return {};
}

} // namespace

Result<SeasonStatistics> readSeason(storage::Postgres &connection, const DetectionColumns &columns,
                                    const SeasonQuestion &question)
{
    SeasonStatistics season;
    season.start = question.start;
    season.end = question.end;
    season.groupBy = question.groupBy;
    season.classes = question.classes;
    for (const Bucket &bucket : bucketsOf(question.start, question.end, question.groupBy))
        season.timeline.push_back({bucket, {}, 0, 0});
    for (const QString &name : question.classes)
        season.byClass.push_back({name, 0, 0, 0});
    season.days.resize(static_cast<std::size_t>(season.dayCount()));
    season.hoursByBlock.resize(static_cast<std::size_t>(season.blockCount()));

    const InstantRange range = instantsOf(question.start, question.end, question.zone);
    Result<QSqlQuery> rows = connection.query(
        seasonSql(columns), {textArray(question.classes), QString::fromLatin1(question.zone.id()), range.first,
                             range.last, question.start, question.start, exports::wireName(question.groupBy)});
    if (!rows)
        return rows.error();
    Collector collector(season);
    while (rows->next())
        collector.take(*rows);
    for (BucketStatistics &bucket : season.timeline) {
        for (QDate day = bucket.bucket.start; day <= bucket.bucket.end; day = day.addDays(1))
            bucket.detections += season.days[static_cast<std::size_t>(question.start.daysTo(day))];
    }
    if (const Result<void> read = readPlacesAndPhotos(connection, question, season); !read)
        return read.error();
    if (const Result<void> read = readIndividuals(connection, columns, question, season); !read)
        return read.error();
    return season;
}

} // namespace herdbook::reports
