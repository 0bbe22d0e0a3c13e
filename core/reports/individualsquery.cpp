// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/individualsquery.h"

namespace herdbook::reports {

namespace {

QString individualsSql(const DetectionColumns &columns)
{
    return QStringLiteral(R"(
WITH taken AS (
  SELECT id, location_id, timezone($1, "timestamp") AS local FROM %1 i
  WHERE "timestamp" >= $2::timestamptz AND "timestamp" < $3::timestamptz
    AND (cardinality($4::uuid[]) = 0 OR location_id = ANY ($4::uuid[]))),
seen AS (
  SELECT d.deer_id, t.location_id, t.local::date - $5::date AS day, date_part('hour', t.local)::int AS hour, count(*) AS n
  FROM %2 d JOIN taken t ON t.id = d.image_id
  WHERE d.deer_id IS NOT NULL AND d.is_valid AND NOT d.is_duplicate AND d.label = ANY ($6::text[])
  GROUP BY 1, 2, 3, 4)
SELECT s.deer_id::text AS deer, coalesce(s.location_id::text, '') AS location, s.day, s.hour, s.n,
       coalesce(r.name, '') AS name, r.sex, r.status,
       timezone($1, r.created_at)::date AS made
FROM seen s JOIN %3 r ON r.id = s.deer_id ORDER BY s.deer_id)")
        .arg(columns.images(), columns.detections(), columns.deer());
}

} // namespace

Result<std::vector<IndividualHistory>> readIndividuals(storage::Postgres &connection, const DetectionColumns &columns,
                                                       const SeasonQuestion &question)
{
    const InstantRange range = instantsOf(question.start, question.end, question.zone);
    const QString zone = QString::fromLatin1(question.zone.id());
    const int lastDay = static_cast<int>(question.start.daysTo(question.end));
    std::vector<IndividualHistory> known;
    const auto take = [&](const storage::Row &row) {
        const QString id = row.text("deer");
        if (known.empty() || known.back().id != id) {
            IndividualHistory &added = known.emplace_back();
            added.id = id;
            added.name = row.text("name");
            added.sex = row.text("sex");
            added.status = row.text("status");
            added.profileMade = row.date("made");
        }
        IndividualHistory &deer = known.back();
        // PostgreSQL counts days by its own copy of the time zones: a day that differs at the edge stays within.
        const int day = std::clamp(static_cast<int>(row.integer("day")), 0, lastDay);
        const qint64 count = row.integer("n");
        deer.detections += count;
        deer.days[day] += count;
        deer.places[row.text("location")][day] += count;
        deer.hours[static_cast<std::size_t>(std::clamp<qint64>(row.integer("hour"), 0, 23))] += count;
    };
    const Result<void> read =
        connection.each(individualsSql(columns),
                        {zone, range.first, range.last, question.locations, question.start, question.classes}, take);
    if (!read)
        return read.error();
    std::stable_sort(known.begin(), known.end(), [](const IndividualHistory &one, const IndividualHistory &other) {
        return one.detections != other.detections ? one.detections > other.detections : one.id < other.id;
    });
    return known;
}

} // namespace herdbook::reports
