// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/capturehistory.h"

#include "core/render/dataset/csv.h"

#include <set>

namespace herdbook::render {

using reports::SeasonStatistics;

namespace {

struct Occasion
{
    QByteArray key; ///< 2026-10-05, 2026-W41 or 2026-10
    QDate start;
    QDate end;
    int first = 0; ///< days of the period
    int last = 0;
    double cameraDays = 0;
    int cameras = 0;
};

std::vector<Occasion> occasionsOf(const SeasonStatistics &season)
{
    std::vector<Occasion> occasions;
    for (const reports::BucketStatistics &made : season.timeline) {
        Occasion &occasion = occasions.emplace_back();
        occasion.key = reports::unitKey(made.bucket.unit, season.groupBy).toLatin1();
        occasion.start = made.bucket.start;
        occasion.end = made.bucket.end;
        occasion.first = season.dayNumber(occasion.start);
        occasion.last = season.dayNumber(occasion.end);
        occasion.cameraDays = season.effort.cameraDays(occasion.first, occasion.last);
        occasion.cameras = season.effort.cameraCount(occasion.first, occasion.last);
    }
    return occasions;
}

QByteArray isoDay(const QDate &day)
{
    return day.toString(Qt::ISODate).toLatin1();
}

/// A deer's sightings under dates that can be right.
struct Sightings
{
    qint64 detections = 0;
    std::set<int> days;
    qint64 places = 0;
};

Sightings datedOf(const reports::IndividualHistory &deer)
{
    Sightings dated;
    for (const auto &[place, days] : deer.places) {
        const auto wrong = deer.misdated.find(place);
        bool any = false;
        for (const auto &[day, seen] : days) {
            const qint64 count =
                seen - (wrong != deer.misdated.end() && wrong->second.contains(day) ? wrong->second.at(day) : 0);
            if (count <= 0)
                continue;
            dated.detections += count;
            dated.days.insert(day);
            any = true;
        }
        dated.places += any && !place.isEmpty() ? 1 : 0;
    }
    return dated;
}

QByteArray individualsCsv(const SeasonStatistics &season, const std::vector<Occasion> &occasions)
{
    CsvLine header;
    for (const char *name :
         {"deer_id", "name", "sex", "status", "first_seen", "last_seen", "days_seen", "detections", "locations"})
        header.plain(name);
    for (const Occasion &occasion : occasions)
        header.plain(occasion.key);
    QByteArray csv = header.end();
    std::vector<std::pair<const reports::IndividualHistory *, Sightings>> known;
    for (const reports::IndividualHistory &deer : season.knownDeer) {
        if (Sightings dated = datedOf(deer); !dated.days.empty())
            known.emplace_back(&deer, std::move(dated));
    }
    std::stable_sort(known.begin(), known.end(), [](const auto &one, const auto &other) {
        return one.second.detections > other.second.detections;
    });
    for (const auto &[who, dated] : known) {
        const reports::IndividualHistory &deer = *who;
        CsvLine line;
        line.plain(deer.id.toLatin1()).text(deer.name).text(deer.sex).text(deer.status);
        line.plain(isoDay(season.start.addDays(*dated.days.begin())));
        line.plain(isoDay(season.start.addDays(*dated.days.rbegin())));
        line.plain(QByteArray::number(static_cast<qint64>(dated.days.size())));
        line.plain(QByteArray::number(dated.detections)).plain(QByteArray::number(dated.places));
        for (const Occasion &occasion : occasions) {
            const auto seen = dated.days.lower_bound(occasion.first);
            const bool wasSeen = seen != dated.days.end() && *seen <= occasion.last;
            line.plain(wasSeen ? "1" : occasion.cameraDays > 0 ? "0" : "");
        }
        csv += line.end();
    }
    return csv;
}

QByteArray occasionsCsv(const std::vector<Occasion> &occasions)
{
    CsvLine header;
    for (const char *name : {"occasion", "start_date", "end_date", "days", "camera_days", "cameras"})
        header.plain(name);
    QByteArray csv = header.end();
    for (const Occasion &occasion : occasions) {
        CsvLine line;
        line.plain(occasion.key).plain(isoDay(occasion.start)).plain(isoDay(occasion.end));
        line.plain(QByteArray::number(occasion.last - occasion.first + 1)).number(occasion.cameraDays, 1);
        line.plain(QByteArray::number(occasion.cameras));
        csv += line.end();
    }
    return csv;
}

QByteArray effortCsv(const SeasonStatistics &season, const std::vector<Occasion> &occasions)
{
    constexpr int DegreeDecimals = 6; // about 10 cm
    CsvLine header;
    for (const char *name : {"location_id", "location", "latitude", "longitude"})
        header.plain(name);
    for (const Occasion &occasion : occasions)
        header.plain(occasion.key);
    QByteArray csv = header.end();
    for (const reports::CameraEffort &camera : season.effort.cameras) {
        CsvLine line;
        line.plain(camera.id.toLatin1()).text(camera.name);
        if (camera.place)
            line.number(camera.place->latitude, DegreeDecimals).number(camera.place->longitude, DegreeDecimals);
        else
            line.plain("").plain("");
        for (const Occasion &occasion : occasions)
            line.number(camera.cameraDays(occasion.first, occasion.last), 1);
        csv += line.end();
    }
    return csv;
}

} // namespace

std::vector<std::pair<QString, QByteArray>> captureFiles(const SeasonStatistics &season)
{
    const std::vector<Occasion> occasions = occasionsOf(season);
    return {{QStringLiteral("individuals.csv"), individualsCsv(season, occasions)},
            {QStringLiteral("occasions.csv"), occasionsCsv(occasions)},
            {QStringLiteral("effort.csv"), effortCsv(season, occasions)}};
}

} // namespace herdbook::render
