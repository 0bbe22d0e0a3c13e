// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/effortquery.h"

#include "core/season/seasonsql.h"

#include <QCollator>

namespace herdbook::season {

namespace {

constexpr int WindowDays = 400;
constexpr int LeastHeartbeatDays = 20;
constexpr double HeartbeatShare = 0.9;
constexpr double OnePlaceMeters = 25;

/// What the rows of the statement are.
enum class EffortRow { Location = 0, PhotoDay = 1, Outside = 2, ImpossibleDates = 3 };

/// One pass over the window's images. Days are Julian days. Of each photo-day and day of storing (0: not known): photos, those read, and in which quarters of an hour there were any, as bits
/// of 48 each, of UTC (utc0, utc1) and of the site's clock.
QString effortSql(const DetectionColumns &columns)
{
    return QStringLiteral(R"(
WITH days AS (
  SELECT t.location_id, t.at::date - '2000-01-01'::date + 2451545 AS day,
         coalesce(timezone($1::text, t.created)::date - '2000-01-01'::date + 2451545, 0) AS stored, count(*) AS photos, count(*) FILTER (WHERE t.completed) AS read,
         bit_or(CASE WHEN t.utc < 48 THEN 1::bigint << t.utc ELSE 0 END) AS utc0,
         bit_or(CASE WHEN t.utc >= 48 THEN 1::bigint << (t.utc - 48) ELSE 0 END) AS utc1,
         bit_or(CASE WHEN t.own < 48 THEN 1::bigint << t.own ELSE 0 END) AS own0,
         bit_or(CASE WHEN t.own >= 48 THEN 1::bigint << (t.own - 48) ELSE 0 END) AS own1
  FROM (SELECT s.*, (date_part('epoch', s.taken)::bigint / 900 % 96)::int AS utc,
               (date_part('epoch', s.at)::bigint / 900 % 96)::int AS own
        FROM (SELECT i.location_id, i."timestamp" AS taken, timezone($1::text, i."timestamp") AS at, CASE WHEN isfinite(i.created_at) THEN i.created_at END AS created,
                     %4 AS completed
              FROM %1 i
              WHERE i."timestamp" >= $2::timestamptz AND i."timestamp" < $3::timestamptz
                AND %3
                AND i.location_id IS NOT NULL
                AND (cardinality($4::uuid[]) = 0 OR i.location_id = ANY ($4::uuid[])) ) s) t
  GROUP BY t.location_id, t.at::date, timezone($1::text, t.created)::date)
SELECT 0 AS kind, l.id::text AS location, 0 AS day, 0::bigint AS photos, 0::bigint AS read, 0::bigint AS utc0,
       0::bigint AS utc1, 0::bigint AS own0, 0::bigint AS own1, l.name::text AS name, l.coordinates::text AS place,
       0 AS stored
FROM %2 l WHERE cardinality($4::uuid[]) = 0 OR l.id = ANY ($4::uuid[])
UNION ALL
SELECT 1, location_id::text, day, photos, read, utc0, utc1, own0, own1, NULL, NULL, stored FROM days
UNION ALL
SELECT 2, l.id::text, timezone($1::text, o.taken)::date - '2000-01-01'::date + 2451545, 0, 0, 0, 0, 0, 0, NULL, NULL, 0 FROM %2 l
CROSS JOIN LATERAL (
  (SELECT i."timestamp" AS taken FROM %1 i
   WHERE i.location_id = l.id AND i."timestamp" < $2::timestamptz AND %3
   ORDER BY i."timestamp" DESC LIMIT 1)
  UNION ALL
  (SELECT i."timestamp" FROM %1 i
   WHERE i.location_id = l.id AND i."timestamp" >= $3::timestamptz AND %3
   ORDER BY i."timestamp" LIMIT 1)
  UNION ALL
  (SELECT i."timestamp" FROM %1 i
   WHERE i.location_id = l.id AND %3
   ORDER BY i."timestamp" LIMIT 1)
  UNION ALL
  (SELECT i."timestamp" FROM %1 i
   WHERE i.location_id = l.id AND %3
   ORDER BY i."timestamp" DESC LIMIT 1)) o
WHERE cardinality($4::uuid[]) = 0 OR l.id = ANY ($4::uuid[])
UNION ALL
SELECT 3, NULL, 0, count(*), 0, 0, 0, 0, 0, NULL, NULL, 0 FROM %1 i
WHERE isfinite(i."timestamp")
  AND (i."timestamp" < '2000-01-02 00:00+00' OR i."timestamp" > now() + interval '26 hours'
       OR (i."timestamp" >= $2::timestamptz AND i."timestamp" < $3::timestamptz))
  AND NOT %3
  AND (cardinality($4::uuid[]) = 0 OR i.location_id = ANY ($4::uuid[])))")
        .arg(columns.images(), columns.locations(), possibleDate(QStringLiteral("i")), isRead(QStringLiteral("i")));
}

struct Photos
{
    qint64 taken = 0;
    qint64 read = 0;
    std::array<qint64, 4> quarters{}; ///< of an hour with a photo, as bits: of UTC and of the site
};

/// One location while its rows come in.
struct Found
{
    QString name;
    std::optional<Coordinates> place;
    std::map<int, Photos> days;       ///< of the window, by Julian day
    std::vector<int> outside;         ///< photo-days beyond the window: the nearest, the first and the last
    std::vector<StoredPhotos> stored; ///< of the window

    /// Most photo-days with a photo in the same quarter of an hour.
    qint64 atOneHour() const
    {
        std::array<qint64, 4 * 48> inQuarter{};
        for (const auto &[day, photos] : days) {
            for (std::size_t at = 0; at < inQuarter.size(); ++at)
                inQuarter[at] += photos.quarters[at / 48] >> at % 48 & 1;
        }
        return *std::max_element(inQuarter.begin(), inQuarter.end());
    }
};

void addPhotos(Found &found, int day, const storage::Row &row)
{
    Photos &photos = found.days[day];
    photos.taken += row.integer("photos");
    photos.read += row.integer("read");
    const std::array bits{row.integer("utc0"), row.integer("utc1"), row.integer("own0"), row.integer("own1")};
    for (std::size_t part = 0; part < bits.size(); ++part)
        photos.quarters[part] |= bits[part];
    if (const int stored = static_cast<int>(row.integer("stored")); stored > 0)
        found.stored.push_back({stored, day, row.integer("photos")});
}

/// Which share of a day's photos is read. A day without photos has the mean share of the nearest days before and after it that have some: were it
/// counted in full, silent days would add effort where no detection is known yet. Days of the period go before others, so that a period of
/// which nothing is read has no effort.
double readShare(const std::map<int, Photos> &days, int day, int first, int last)
{
    const auto share = [](const Photos &photos) {
        return static_cast<double>(photos.read) / static_cast<double>(photos.taken);
    };
    const auto after = days.lower_bound(day);
    if (after != days.end() && after->first == day)
        return share(after->second);
    for (const bool inPeriod : {true, false}) {
        double sum = 0;
        int sides = 0;
        if (after != days.begin() && (!inPeriod || std::prev(after)->first >= first)) {
            sum += share(std::prev(after)->second);
            ++sides;
        }
        if (after != days.end() && (!inPeriod || after->first <= last)) {
            sum += share(after->second);
            ++sides;
        }
        if (sides > 0)
            return sum / sides;
    }
    return 1;
}

CameraEffort cameraOf(const QString &id, const Found &found, const EffortQuestion &question)
{
    const int first = static_cast<int>(question.start.toJulianDay());
    const int last = static_cast<int>(question.end.toJulianDay());
    CameraEffort camera;
    camera.id = id;
    camera.name = found.name;
    camera.place = found.place;
    camera.worked.resize(static_cast<std::size_t>(last - first + 1));
    camera.counts.resize(camera.worked.size());
    std::vector<int> days = found.outside;
    for (const auto &[day, photos] : found.days)
        days.push_back(day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.empty())
        return camera;
    camera.firstPhoto = QDate::fromJulianDay(days.front());
    camera.lastPhoto = QDate::fromJulianDay(days.back());
    const auto windowDays = static_cast<double>(found.days.size());
    camera.heartbeat =
        windowDays >= LeastHeartbeatDays && static_cast<double>(found.atOneHour()) >= HeartbeatShare * windowDays;
    const std::vector<Outage> outages = outagesOf(days, camera.heartbeat);
    std::vector<Stretch> stretches = stretchesOf(days, outages);
    const std::vector<Stretch> strays = straysAmong(days, stretches);
    std::erase_if(stretches, [&](const Stretch &one) { return std::count(strays.begin(), strays.end(), one) > 0; });
    camera.worked = workedDays(stretches, first, last);
    camera.unread.resize(camera.worked.size());
    for (int day = first; day <= last; ++day) {
        double &worked = camera.worked[static_cast<std::size_t>(day - first)];
        const double read = worked * readShare(found.days, day, first, last);
        camera.unread[static_cast<std::size_t>(day - first)] = worked - read;
        worked = read;
    }
    std::copy_if(outages.begin(), outages.end(), std::back_inserter(camera.outages),
                 [&](const Outage &outage) { return outage.first <= last && outage.last() >= first; });
    std::copy_if(strays.begin(), strays.end(), std::back_inserter(camera.strays),
                 [&](const Stretch &stray) { return stray.first <= last && stray.last >= first; });
    for (const LateStored &part : lateAmong(found.stored)) {
        const auto within = [&](int from, int to) { return from <= last && to >= first; };
        const bool told = std::any_of(strays.begin(), strays.end(), [&](const Stretch &stray) {
            return stray.first <= part.days.first && stray.last >= part.days.last;
        });
        if (!told && (within(part.days.first, part.days.last) || within(part.stored, part.stored) ||
                      within(part.newest, part.newest)))
            camera.late.push_back(part);
    }
    camera.shortestNoticed = camera.heartbeat ? 1 : shortestNoticed(days, stretches, last);
    return camera;
}

/// Locations at one place whose cameras never worked on the same day: a renamed camera under a new id, perhaps. At least one of the two
/// worked in the period.
void findNearby(SeasonEffort &effort)
{
    for (std::size_t i = 0; i < effort.cameras.size(); ++i) {
        for (std::size_t j = i + 1; j < effort.cameras.size(); ++j) {
            const CameraEffort &one = effort.cameras[i];
            const CameraEffort &other = effort.cameras[j];
            if (!one.place || !other.place || !one.firstPhoto.isValid() || !other.firstPhoto.isValid() ||
                one.cameraDays() + other.cameraDays() <= 0)
                continue;
            const bool inTurn = one.lastPhoto <= other.firstPhoto || other.lastPhoto <= one.firstPhoto;
            if (inTurn && metersBetween(*one.place, *other.place) <= OnePlaceMeters)
                effort.nearby.emplace_back(one.name, other.name);
        }
    }
}

} // namespace

Result<SeasonEffort> readEffort(storage::Postgres &connection, const DetectionColumns &columns,
                                const EffortQuestion &question)
{
    const InstantRange window =
        instantsOf(question.start.addDays(-WindowDays), question.end.addDays(WindowDays), question.zone);
    std::map<QString, Found> locations;
    SeasonEffort effort;
    const auto take = [&](const storage::Row &row) {
        const QString id = row.text("location");
        const int day = static_cast<int>(row.integer("day"));
        const qint64 count = row.integer("photos");
        switch (static_cast<EffortRow>(row.integer("kind"))) {
        case EffortRow::Location:
            locations[id].name = row.text("name");
            locations[id].place = coordinatesFrom(row.text("place").toUtf8());
            break;
        case EffortRow::PhotoDay:
            addPhotos(locations[id], day, row);
            break;
        case EffortRow::Outside:
            locations[id].outside.push_back(day);
            break;
        case EffortRow::ImpossibleDates:
            effort.impossibleDates = count;
            break;
        }
    };
    const Result<void> read =
        connection.each(effortSql(columns),
                        {QString::fromLatin1(question.zone.id()), window.first, window.last, question.locations}, take);
    if (!read)
        return read.error();
    for (const auto &[id, found] : locations)
        effort.cameras.push_back(cameraOf(id, found, question));
    QCollator byName{QLocale(QLocale::English)};
    byName.setNumericMode(true); // "Stand 2" before "Stand 10"
    std::stable_sort(
        effort.cameras.begin(), effort.cameras.end(),
        [&](const CameraEffort &one, const CameraEffort &other) { return byName.compare(one.name, other.name) < 0; });
    findNearby(effort);
    return effort;
}

} // namespace herdbook::season
