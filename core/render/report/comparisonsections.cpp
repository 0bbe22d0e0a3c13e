// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/table.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"
#include "core/season/likewithlike.h"

namespace herdbook::render {

using layout::Document;
using layout::Role;
using season::Animal;
using season::Rate;
using season::SeasonStatistics;

namespace {

/// The covered animals, and then all together.
std::vector<std::optional<Animal>> linesOf(const ReportData &data)
{
    std::vector<std::optional<Animal>> lines;
    for (const Animal animal : data.season().animals())
        lines.emplace_back(animal);
    lines.emplace_back(std::nullopt);
    return lines;
}

/// Rates by animal on the same cameras, and the course of the day.
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
        if (periods[i].detections == 0)
            continue;
        legend.push_back({periods[i].label, {}, true, QPen(fillOfPeriod(i).color, 1.6, dashes[i % dashes.size()])});
        QPolygonF &line = lines.emplace_back();
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const double share =
                static_cast<double>(periods[i].hours[hour].total()) / static_cast<double>(periods[i].detections);
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
    const season::LikeWithLike like(data.periods);
    const QStringList &matched = like.matchedInAll();
    const std::vector<Animal> animals = seenAnimals(data);
    layout::BarChart rates;
    rates.stacked = false;
    rates.title = QStringLiteral("Detections per 100 camera-days");
    rates.note = matched.isEmpty() ? QStringLiteral("all cameras: none can be compared in every period")
                 : matched.size() == 1
                     ? QStringLiteral("on the one camera that worked in every period")
                     : QStringLiteral("on the %1 cameras that worked in every period").arg(matched.size());
    for (const Animal animal : animals)
        rates.categories << plural(animal);
    QStringList untold;
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        if (const Rate all = like.rate(i, std::nullopt, matched); !all.value) {
            untold << QStringLiteral("the rate of %1 (%2)").arg(data.periods[i].label, rateNote(all));
            continue;
        }
        if (data.periods[i].detections == 0)
            untold << QStringLiteral("the hours of %1 (no detections)").arg(data.periods[i].label);
        layout::BarSeries series{data.periods[i].label, fillOfPeriod(i), {}};
        for (const Animal animal : animals)
            series.values.push_back(*like.rate(i, animal, matched).value);
        rates.series.push_back(std::move(series));
    }
    document.heading(QStringLiteral("Charts"));
    const auto hours = [periods = data.periods](QPainter &painter, const QRectF &rect) {
        paintHourLines(painter, rect, periods);
    };
    document.row(
        document.chartHeight(170),
        {[rates](QPainter &painter, const QRectF &rect) { layout::paintBarChart(painter, rect, rates); }, hours});
    if (!untold.isEmpty())
        document.paragraph(QStringLiteral("Not shown: %1.").arg(season::listText(untold)), Role::Small,
                           QColor(layout::ink::text2));
}

/// Counts by animal and by location for each period, with differences to the first.
class ComparedTables : public Section
{
public:
    Part part() const override { return Part::Tables; }
    void add(Document &document, const ReportData &data) const override;
};

void addSideBySide(Document &document, const ReportData &data)
{
    const season::LikeWithLike like(data.periods);
    layout::Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    layout::Row dates{{QStringLiteral("Days")}, false, {}};
    layout::Row first{{QStringLiteral("From")}, false, {}};
    layout::Row last{{QStringLiteral("To")}, false, {}};
    layout::Row detections{{QStringLiteral("Detections, all cameras")}, false, {}};
    layout::Row cameras{{QStringLiteral("Cameras")}, false, {}};
    layout::Row effort{{QStringLiteral("Camera-days")}, false, {}};
    layout::Row rate{{QStringLiteral("Detections per 100 camera-days")}, true, {}};
    layout::Row assigned{{QStringLiteral("Detections assigned to a known deer")}, false, {}};
    layout::Row images{{imagesTitle(data.season())}, false, {}};
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
        cameras.cells << number(period.effort.cameraCount());
        effort.cells << decimal(period.effort.cameraDays(), 1);
        rate.cells << rateText(like.rate(i, std::nullopt));
        assigned.cells << percentOf(period.quality.identified, period.detections);
        images.cells << number(period.images);
        deer.cells << knownDeerText(period.individuals, period.isMisdated());
        sightings.cells << optional(period.sightingsPerDeer(), 1);
        bucks.cells << optional(period.perDoe(Animal::Buck), 2);
        fawns.cells << optional(period.perDoe(Animal::Fawn), 2);
    }
    table.rows = {first,  last, dates,    detections, cameras, effort, rate,
                  images, deer, assigned, sightings,  bucks,   fawns};
    QStringList notes;
    if (!data.season().isWhole(Animal::Buck))
        notes << QStringLiteral("Bucks per doe: not all bucks in this report.");
    for (const SeasonStatistics &period : data.periods) {
        if (const QString misdated = season::misdatedSentence(period); !misdated.isEmpty())
            notes << misdated;
    }
    table.note = notes.join(u' ');
    document.heading(QStringLiteral("Periods side by side"), 2);
    document.table(table);
}

void ComparedTables::add(Document &document, const ReportData &data) const
{
    const season::LikeWithLike like(data.periods);
    document.heading(QStringLiteral("Tables"));
    addSideBySide(document, data);
    layout::Table table;
    table.columns.push_back({QStringLiteral("Animals"), Qt::AlignLeft, true, {}});
    for (std::size_t i = 0; i < data.periods.size(); ++i) {
        for (const QString &title : {QStringLiteral("count"), QStringLiteral("per 100")}) {
            table.columns.push_back({title, Qt::AlignRight, false, {}});
            table.columns.back().group = data.periods[i].label;
        }
    }
    layout::Table change;
    change.columns.push_back(
        {QStringLiteral("Rate per camera-day, times that of %1").arg(data.season().label), Qt::AlignLeft, true, {}});
    for (std::size_t i = 1; i < data.periods.size(); ++i)
        change.columns.push_back({data.periods[i].label, Qt::AlignRight, false, fillOfPeriod(i)});
    bool limits = false;
    for (const std::optional<Animal> &animal : linesOf(data)) {
        const auto swatch = animal ? std::optional(fillOf(*animal)) : std::nullopt;
        layout::Row counts{{animal ? plural(*animal) : QStringLiteral("All")}, !animal, swatch};
        layout::Row ratios = counts;
        for (std::size_t i = 0; i < data.periods.size(); ++i) {
            const SeasonStatistics &period = data.periods[i];
            const Rate rate = like.rate(i, animal);
            limits = limits || rate.atMost;
            counts.cells << number(animal ? period.totals()[*animal] : period.detections) << rateText(rate);
            if (i > 0)
                ratios.cells << (like.overlap(i, 0) ? QStringLiteral("overlaps") : ratioText(like.ratio(i, 0, animal)));
        }
        table.rows.push_back(counts);
        change.rows.push_back(ratios);
    }
    table.note =
        QStringLiteral("All cameras. Rates are per 100 camera-days; what was counted without a working camera, or "
                       "on photos that are not read or bear impossible dates, is in counts, not in rates.") +
        (limits ? limitNote() : QString());
    document.heading(QStringLiteral("Detections by animal"), 2);
    document.table(table);
    change.note =
        QStringLiteral(
            "Only cameras that worked %1, at least 7 days and half of the days. In brackets the 95% interval of "
            "each comparison on its own; where it holds 1, the rates may be the same, and without one "
            "nothing can be told. A dash: none seen in one of the two, or no camera to compare.")
            .arg(like.inWhich());
    document.heading(QStringLiteral("Differences"), 2);
    document.table(change);
}

} // namespace

std::unique_ptr<Section> makeComparedCharts()
{
    return std::make_unique<ComparedCharts>();
}

std::unique_ptr<Section> makeComparedTables()
{
    return std::make_unique<ComparedTables>();
}

} // namespace herdbook::render
