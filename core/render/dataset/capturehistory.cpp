// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/capturehistory.h"

#include "core/render/dataset/csv.h"

#include <cmath>

namespace herdbook::render {

using season::SeasonStatistics;

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
    for (const season::BucketStatistics &made : season.timeline) {
        Occasion &occasion = occasions.emplace_back();
        occasion.key = season::unitKey(made.bucket.unit, season.groupBy).toLatin1();
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

/// Camera-days with one decimal; more where that would say none, which is another thing.
CsvLine &addEffort(CsvLine &line, double days)
{
    int decimals = 1;
    while (days > 0 && days < 0.05 && days < std::pow(10, -decimals))
        ++decimals;
    return line.number(days, decimals);
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
    for (const season::IndividualHistory &deer : season.knownDeer) {
        CsvLine line;
        line.plain(deer.id.toLatin1()).text(deer.name).text(deer.sex).text(deer.status);
        line.plain(isoDay(season.start.addDays(deer.firstDay()))).plain(isoDay(season.start.addDays(deer.lastDay())));
        line.plain(QByteArray::number(static_cast<qint64>(deer.days.size())));
        line.plain(QByteArray::number(deer.detections)).plain(QByteArray::number(deer.placeCount()));
        for (const Occasion &occasion : occasions) {
            const auto seen = deer.days.lower_bound(occasion.first);
            const bool wasSeen = seen != deer.days.end() && seen->first <= occasion.last;
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
        line.plain(QByteArray::number(occasion.last - occasion.first + 1));
        addEffort(line, occasion.cameraDays).plain(QByteArray::number(occasion.cameras));
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
    for (const season::CameraEffort &camera : season.effort.cameras) {
        CsvLine line;
        line.plain(camera.id.toLatin1()).text(camera.name);
        if (camera.place)
            line.number(camera.place->latitude, DegreeDecimals).number(camera.place->longitude, DegreeDecimals);
        else
            line.plain("").plain("");
        for (const Occasion &occasion : occasions)
            addEffort(line, camera.cameraDays(occasion.first, occasion.last));
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
