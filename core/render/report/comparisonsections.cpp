// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/cards.h"
#include "core/render/layout/table.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"

namespace herdbook::render {

using layout::Document;
using layout::Role;
using reports::Animal;
using reports::SeasonStatistics;

namespace {

double perDay(qint64 count, const SeasonStatistics &period)
{
    return static_cast<double>(count) / period.dayCount();
}

/// The periods side by side in numbers.
class ComparedFigures : public Section
{
public:
    void add(Document &document, const ReportData &data) const override;
};

void ComparedFigures::add(Document &document, const ReportData &data) const
{
    layout::Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    layout::Row dates{{QStringLiteral("Days")}, false, {}};
    layout::Row first{{QStringLiteral("From")}, false, {}};
    layout::Row last{{QStringLiteral("To")}, false, {}};
    layout::Row detections{{QStringLiteral("Detections")}, true, {}};
    layout::Row daily{{QStringLiteral("Detections a day")}, false, {}};
    layout::Row images{{QStringLiteral("Images with deer")}, false, {}};
    layout::Row deer{{QStringLiteral("Known deer seen")}, false, {}};
    layout::Row sightings{{QStringLiteral("Sightings per known deer")}, false, {}};
    layout::Row bucks{{QStringLiteral("Bucks per doe")}, false, {}};
    layout::Row fawns{{QStringLiteral("Fawns per doe")}, false, {}};
    const auto optional = [](const std::optional<double> &value, int digits) {
        return value ? decimal(*value, digits) : noValue();
    };
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        const SeasonStatistics &period = data.periods[i];
        table.columns.push_back({period.label, Qt::AlignRight, false, fillOfPeriod(i)});
        first.cells << QLocale::c().toString(period.start, QStringLiteral("d MMM yyyy"));
        last.cells << QLocale::c().toString(period.end, QStringLiteral("d MMM yyyy"));
        dates.cells << number(period.dayCount());
        detections.cells << number(period.detections);
        daily.cells << decimal(perDay(period.detections, period), 1);
        images.cells << number(period.images);
        deer.cells << number(period.individuals);
        sightings.cells << optional(period.sightingsPerDeer(), 1);
        bucks.cells << optional(period.perDoe(Animal::Buck), 2);
        fawns.cells << optional(period.perDoe(Animal::Fawn), 2);
    }
    table.rows = {first, last, dates, detections, daily, images, deer, sightings, bucks, fawns};
    document.heading(QStringLiteral("Periods side by side"));
    document.table(table);
}

/// Daily rates by animal, the course of the day, and the ratios with their intervals.
class ComparedCharts : public Section
{
public:
    Part part() const override { return Part::Charts; }
    void add(Document &document, const ReportData &data) const override;
};

std::vector<Animal> seenAnimals(const ReportData &data)
{
    std::vector<Animal> seen;
    for (const Animal animal : data.season().animals()) {
        if (std::any_of(data.periods.begin(), data.periods.end(),
                        [animal](const auto &period) { return period.totals()[animal] > 0; }))
            seen.push_back(animal);
    }
    return seen;
}

/// Share of each hour in a period's detections, as lines.
void paintHourLines(QPainter &painter, const QRectF &rect, const std::vector<SeasonStatistics> &periods)
{
    static const std::array<Qt::PenStyle, 5> dashes = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                                       Qt::DashDotDotLine};
    std::vector<layout::LegendEntry> legend;
    std::vector<QPolygonF> lines;
    double most = 0.01;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        legend.push_back({periods[i].label, {}, true, QPen(fillOfPeriod(i).color, 1.6, dashes[i % dashes.size()])});
        QPolygonF &line = lines.emplace_back();
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const double share = periods[i].detections > 0 ? static_cast<double>(periods[i].hours[hour].total()) /
                                                                 static_cast<double>(periods[i].detections)
                                                           : 0;
            line << QPointF(static_cast<double>(hour) + 0.5, 100 * share);
            most = std::max(most, 100 * share);
        }
    }
    const QRectF frame = layout::paintFigureHead(painter, rect, QStringLiteral("Activity by hour"),
                                                 QStringLiteral("% of each period's detections, site time"), legend);
    layout::Axis x{0, 24, false, {}, {}, {}};
    for (int hour = 0; hour <= 24; hour += 3) {
        x.ticks.push_back(hour);
        x.labels << QStringLiteral("%1:00").arg(hour);
    }
    const layout::Plot plot(frame, x, layout::roundAxis(0, most, 4));
    plot.paintGrid(painter);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        painter.setPen(legend[i].pen);
        painter.drawPolyline(plot.map(lines[i]));
    }
    plot.paintAxes(painter);
}

void ComparedCharts::add(Document &document, const ReportData &data) const
{
    const std::vector<Animal> animals = seenAnimals(data);
    layout::BarChart rates;
    rates.stacked = false;
    rates.title = QStringLiteral("Detections a day");
    rates.note = QStringLiteral("so that periods of different length compare");
    for (const Animal animal : animals)
        rates.categories << plural(animal);
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        layout::BarSeries series{data.periods[i].label, fillOfPeriod(i), {}};
        for (const Animal animal : animals)
            series.values.push_back(perDay(data.periods[i].totals()[animal], data.periods[i]));
        rates.series.push_back(std::move(series));
    }
    document.heading(QStringLiteral("Charts"));
    document.figure(180,
                    [rates](QPainter &painter, const QRectF &rect) { layout::paintBarChart(painter, rect, rates); });
    document.space(6);
    document.figure(180, [periods = data.periods](QPainter &painter, const QRectF &rect) {
        paintHourLines(painter, rect, periods);
    });

    layout::IntervalChart ratios;
    ratios.title = QStringLiteral("Rates against %1").arg(data.season().label);
    ratios.note = QStringLiteral("detections a day, with 95% intervals");
    for (std::size_t i = 1; i < data.periods.size(); ++i) {
        for (const Animal animal : animals) {
            const std::optional<reports::RateRatio> ratio = againstFirst(data.season(), data.periods[i], animal);
            if (ratio && !ratio->hasZero)
                ratios.entries.push_back({QStringLiteral("%1, %2").arg(plural(animal), data.periods[i].label),
                                          ratio->ratio, ratio->low, ratio->high, fillOf(animal)});
        }
    }
    if (ratios.entries.empty())
        return;
    document.space(6);
    document.figure(
        layout::intervalChartHeight(ratios.entries.size()),
        [ratios](QPainter &painter, const QRectF &rect) { layout::paintIntervalChart(painter, rect, ratios); });
}

/// Counts by animal and by location for each period, with differences to the first.
class ComparedTables : public Section
{
public:
    Part part() const override { return Part::Tables; }
    void add(Document &document, const ReportData &data) const override;
};

void addLocations(Document &document, const ReportData &data)
{
    layout::Table table;
    table.columns.push_back({QStringLiteral("Location"), Qt::AlignLeft, true, {}});
    QStringList ids;
    QHash<QString, QString> names;
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        table.columns.push_back({data.periods[i].label, Qt::AlignRight, false, fillOfPeriod(i)});
        for (const reports::LocationStatistics &place : data.periods[i].locations) {
            if (!names.contains(place.id))
                ids << place.id;
            names.insert(place.id, place.name);
        }
    }
    std::sort(ids.begin(), ids.end(),
              [&names](const QString &a, const QString &b) { return names.value(a) < names.value(b); });
    for (const QString &id : ids) {
        layout::Row row{{names.value(id)}, false, {}};
        for (const SeasonStatistics &period : data.periods) {
            const auto place = std::find_if(period.locations.begin(), period.locations.end(),
                                            [&id](const auto &known) { return known.id == id; });
            row.cells << number(place == period.locations.end() ? 0 : place->detections.total());
        }
        table.rows.push_back(row);
    }
    document.heading(QStringLiteral("Detections by location"), 2);
    document.table(table);
}

void ComparedTables::add(Document &document, const ReportData &data) const
{
    document.heading(QStringLiteral("Tables"));
    layout::Table table;
    table.columns.push_back({QStringLiteral("Animals"), Qt::AlignLeft, true, {}});
    for (std::size_t i = 0; i < data.periods.size(); ++i)
        table.columns.push_back({data.periods[i].label, Qt::AlignRight, false, fillOfPeriod(i)});
    layout::Table change;
    change.columns.push_back(
        {QStringLiteral("Rate a day, times that of %1").arg(data.season().label), Qt::AlignLeft, true, {}});
    for (std::size_t i = 1; i < data.periods.size(); ++i)
        change.columns.push_back({data.periods[i].label, Qt::AlignRight, false, fillOfPeriod(i)});
    std::vector<std::optional<Animal>> lines;
    for (const Animal animal : data.season().animals())
        lines.emplace_back(animal);
    lines.emplace_back(std::nullopt);
    for (const std::optional<Animal> &animal : lines) {
        const auto swatch = animal ? std::optional(fillOf(*animal)) : std::nullopt;
        layout::Row counts{{animal ? plural(*animal) : QStringLiteral("All")}, !animal, swatch};
        layout::Row ratios = counts;
        for (std::size_t i = 0; i < data.periods.size(); ++i) {
            const SeasonStatistics &period = data.periods[i];
            counts.cells << number(animal ? period.totals()[*animal] : period.detections);
            if (i > 0)
                ratios.cells << ratioText(againstFirst(data.season(), period, animal));
        }
        table.rows.push_back(counts);
        change.rows.push_back(ratios);
    }
    document.heading(QStringLiteral("Detections by animal"), 2);
    document.table(table);
    change.note = QStringLiteral("In brackets the 95% interval of each comparison on its own; where it holds 1, the "
                                 "rates may be the same. A dash: none seen in one of the two.");
    document.heading(QStringLiteral("Differences"), 2);
    document.table(change);
    addLocations(document, data);
}

} // namespace

std::unique_ptr<Section> makeComparedFigures()
{
    return std::make_unique<ComparedFigures>();
}

std::unique_ptr<Section> makeComparedCharts()
{
    return std::make_unique<ComparedCharts>();
}

std::unique_ptr<Section> makeComparedTables()
{
    return std::make_unique<ComparedTables>();
}

} // namespace herdbook::render
