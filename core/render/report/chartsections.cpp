// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/section.h"
#include "core/render/report/sketchmap.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"
#include "core/season/moon.h"

namespace herdbook::render {

using exports::GroupBy;
using layout::BarChart;
using layout::BarSeries;
using layout::Document;
using season::Animal;
using season::SeasonStatistics;

namespace {

/// The animals with at least one detection, in their order; the first covered one when there is none.
std::vector<Animal> shownAnimals(const SeasonStatistics &season)
{
    std::vector<Animal> shown;
    const season::Counts totals = season.totals();
    for (const Animal animal : season.animals()) {
        if (totals[animal] > 0)
            shown.push_back(animal);
    }
    return shown;
}

class Charts : public Section
{
public:
    Part part() const override { return Part::Charts; }
};

class Timeline : public Charts
{
public:
    void add(Document &document, const ReportData &data) const override;
};

/// Labels of a long timeline: the first bucket of each month, with the year at the beginning and where it is new.
void labelMonths(const SeasonStatistics &season, BarChart &chart)
{
    int month = 0;
    for (std::size_t i = 0; i < season.timeline.size(); ++i) {
        const QDate start = season.timeline[i].bucket.start;
        const QDate end = season.timeline[i].bucket.end;
        const QDate named = end.day() < start.day() ? end : start; // the week in which the month begins
        if (named.month() == month)
            continue;
        month = named.month();
        const bool withYear = chart.labeled.empty() || month == 1;
        chart.categories[static_cast<qsizetype>(i)] =
            QLocale::c().toString(named, withYear ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
        chart.labeled.push_back(i);
    }
}

void Timeline::add(Document &document, const ReportData &data) const
{
    const SeasonStatistics &season = data.season();
    BarChart chart;
    chart.title = QStringLiteral("Detections by ") + exports::wireName(season.groupBy);
    chart.note = season.groupBy == GroupBy::Week ? QStringLiteral("weeks begin on Monday") : QString();
    const auto uncounted = std::count_if(season.timeline.begin(), season.timeline.end(),
                                         [&](const auto &bucket) { return season.cameraDays(bucket.bucket) <= 0; });
    const auto unread = std::count_if(season.timeline.begin(), season.timeline.end(),
                                      [&](const auto &bucket) { return season.isUnread(bucket.bucket); });
    const QString ofAll = QStringLiteral("%1 of %2 %3s")
                              .arg(QStringLiteral("%1"), number(static_cast<qint64>(season.timeline.size())),
                                   exports::wireName(season.groupBy));
    QStringList untold;
    if (uncounted > unread)
        untold << QStringLiteral("No camera worked in ") + ofAll.arg(number(uncounted - unread));
    if (unread > 0)
        untold << QStringLiteral("%1 photo of %2 is read yet")
                      .arg(untold.isEmpty() ? QStringLiteral("No") : QStringLiteral("no"), ofAll.arg(number(unread)));
    if (!untold.isEmpty())
        untold.last() += QStringLiteral("; no bar there doesn't mean no animals.");
    for (const season::BucketStatistics &bucket : season.timeline)
        chart.categories << season::shortUnitName(bucket.bucket.unit, season.groupBy);
    constexpr std::size_t MostDays = 93; // of which some are labeled by themselves
    const std::size_t units = season.timeline.size();
    if (season.groupBy == GroupBy::Day && units > 12 && units <= MostDays) {
        for (std::size_t day = 0; day < units; day += 7)
            chart.labeled.push_back(day);
    } else if (units > (season.groupBy == GroupBy::Month ? 8 : 12)) {
        labelMonths(season, chart);
    }
    for (const Animal animal : shownAnimals(season)) {
        BarSeries series{plural(animal), fillOf(animal), {}};
        for (const season::BucketStatistics &bucket : season.timeline)
            series.values.push_back(static_cast<double>(bucket.detections[animal]));
        chart.series.push_back(std::move(series));
    }
    document.heading(QStringLiteral("Timeline"));
    document.figure(
        document.chartHeight(200),
        [chart](QPainter &painter, const QRectF &rect) { layout::paintBarChart(painter, rect, chart); },
        season::listText(untold));
}

class Hours : public Charts
{
public:
    void add(Document &document, const ReportData &data) const override;
};

void Hours::add(Document &document, const ReportData &data) const
{
    const SeasonStatistics &season = data.season();
    BarChart chart;
    chart.title = QStringLiteral("Detections by hour of the day");
    chart.note = QStringLiteral("site time, %1").arg(QString::fromLatin1(data.zone.id()));
    for (int hour = 0; hour < 24; ++hour)
        chart.categories << QStringLiteral("%1:00").arg(hour);
    for (std::size_t hour = 0; hour < 24; hour += 3)
        chart.labeled.push_back(hour);
    for (const Animal animal : shownAnimals(season)) {
        BarSeries series{plural(animal), fillOf(animal), {}};
        for (const season::Counts &hour : season.hours)
            series.values.push_back(static_cast<double>(hour[animal]));
        chart.series.push_back(std::move(series));
    }
    document.heading(QStringLiteral("Activity by hour"));
    document.figure(document.chartHeight(180),
                    [chart](QPainter &painter, const QRectF &rect) { layout::paintBarChart(painter, rect, chart); });
}

class Locations : public Charts
{
public:
    void add(Document &document, const ReportData &data) const override;
};

void Locations::add(Document &document, const ReportData &data) const
{
    constexpr std::size_t MostBars = 25;
    const SeasonStatistics &season = data.season();
    layout::RankedBars chart;
    constexpr std::size_t LeastBars = 12;
    constexpr qreal HeadingHeight = 46;
    // A few bars less (the tables have all) rather than a page left half empty.
    const qreal rest = document.remaining() - HeadingHeight;
    std::vector<season::LocationStatistics> watched = season.locations; // where no camera worked, no bar would say 0
    std::erase_if(watched, [&season](const season::LocationStatistics &place) {
        const season::CameraEffort *camera = season.effort.find(place.id);
        return place.detections.total() == 0 && (camera == nullptr || camera->cameraDays() <= 0);
    });
    std::size_t count = std::min(watched.size(), MostBars);
    while (count > LeastBars && layout::rankedBarsHeight(count) > rest && layout::rankedBarsHeight(LeastBars) <= rest)
        --count;
    chart.title = QStringLiteral("Detections by location");
    if (count < watched.size())
        chart.note = QStringLiteral("the %1 with most of %2").arg(count).arg(watched.size());
    for (std::size_t i = 0; i < count; ++i)
        chart.names << watched[i].name;
    for (const Animal animal : shownAnimals(season)) {
        BarSeries series{plural(animal), fillOf(animal), {}};
        for (std::size_t i = 0; i < count; ++i)
            series.values.push_back(static_cast<double>(watched[i].detections[animal]));
        chart.series.push_back(std::move(series));
    }
    document.heading(QStringLiteral("Locations"));
    const auto bars = [chart](QPainter &painter, const QRectF &rect) { layout::paintRankedBars(painter, rect, chart); };
    SketchMap map = sketchMapOf(season.effort, {});
    map.title = QStringLiteral("Where");
    constexpr std::size_t Beside = 14; // more bars than these and the map need the whole width each
    if (map.places.empty() || count > Beside) {
        document.figure(layout::rankedBarsHeight(count), bars);
        if (!map.places.empty())
            document.figure(280, [map](QPainter &painter, const QRectF &rect) { paintSketchMap(painter, rect, map); });
        addUnnamed(document, map, {document.width(), 280});
        return;
    }
    constexpr qreal Gap = 16;
    const qreal height = std::max(220.0, layout::rankedBarsHeight(count));
    document.row(height, {bars, [map](QPainter &painter, const QRectF &rect) { paintSketchMap(painter, rect, map); }},
                 Gap);
    addUnnamed(document, map, {(document.width() - Gap) / 2, height});
}

/// Rates by the moon's phase; only where it is asked for by name.
class MoonPhases : public Charts
{
public:
    void add(Document &document, const ReportData &data) const override;
};

void MoonPhases::add(Document &document, const ReportData &data) const
{
    const SeasonStatistics &season = data.season();
    std::array<season::Counts, season::MoonPhaseCount> counts;
    std::array<double, season::MoonPhaseCount> worked{};
    for (std::size_t i = 0; i < season.days.size(); ++i) {
        // The moon hardly changes within a day: noon stands for all of it.
        const QDateTime noon(season.start.addDays(static_cast<qint64>(i)), QTime(12, 0), data.zone);
        const auto phase = static_cast<std::size_t>(season::moonPhase(season::moonAge(noon)));
        for (const season::CameraEffort &camera : season.effort.cameras) {
            worked[phase] += camera.worked[i];
            if (camera.worked[i] > 0)
                counts[phase] += camera.counts[i];
        }
    }
    BarChart chart;
    chart.title = QStringLiteral("Detections per 100 camera-days by phase of the moon");
    chart.note = QStringLiteral("from new moon to new moon");
    QStringList unwatched;
    for (std::size_t phase = 0; phase < counts.size(); ++phase) {
        const QString name = season::moonPhaseName(static_cast<int>(phase));
        chart.categories << name;
        if (worked[phase] < season::LeastCameraDays)
            unwatched << name.toLower();
    }
    for (const Animal animal : shownAnimals(season)) {
        BarSeries series{plural(animal), fillOf(animal), {}};
        for (std::size_t phase = 0; phase < counts.size(); ++phase)
            series.values.push_back(worked[phase] < season::LeastCameraDays
                                        ? 0
                                        : 100 * static_cast<double>(counts[phase][animal]) / worked[phase]);
        chart.series.push_back(std::move(series));
    }
    const QString untold =
        unwatched.isEmpty()
            ? QString()
            : QStringLiteral("Under 7 camera-days, so no rate: %1.").arg(unwatched.join(QStringLiteral(", ")));
    document.heading(QStringLiteral("Moon phase"));
    document.figure(
        document.chartHeight(180),
        [chart](QPainter &painter, const QRectF &rect) { layout::paintBarChart(painter, rect, chart); }, untold);
}

} // namespace

std::unique_ptr<Section> makeMoonPhase()
{
    return std::make_unique<MoonPhases>();
}

std::unique_ptr<Section> makeTimeline()
{
    return std::make_unique<Timeline>();
}

std::unique_ptr<Section> makeHours()
{
    return std::make_unique<Hours>();
}

std::unique_ptr<Section> makeLocations()
{
    return std::make_unique<Locations>();
}

} // namespace herdbook::render
