// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/table.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"

namespace herdbook::render {

using layout::Column;
using layout::Document;
using layout::Table;
using season::Animal;
using season::Counts;
using season::SeasonStatistics;

namespace {

class Tables : public Section
{
public:
    Part part() const override { return Part::Tables; }
    void add(Document &document, const ReportData &data) const override;
};

/// Columns: a name, one for each covered animal, total, images, known deer, camera-days and the rate.
Table countsTable(const QString &first, const std::vector<Animal> &animals)
{
    Table table;
    table.columns.push_back({first, Qt::AlignLeft, true, {}});
    for (const Animal animal : animals)
        table.columns.push_back({plural(animal), Qt::AlignRight, false, fillOf(animal)});
    for (const QString &title : {QStringLiteral("Total"), QStringLiteral("Images"), QStringLiteral("Known deer"),
                                 QStringLiteral("Camera-days"), QStringLiteral("Per 100")})
        table.columns.push_back({title, Qt::AlignRight, false, {}});
    return table;
}

/// What was counted in so many camera-days.
struct Worked
{
    double days = 0;
    qint64 rated = 0;      ///< detections on days with effort
    double least = 1;      ///< camera-days from which there is a rate
    bool isUnread = false; ///< no days, as the photos are not read
};

/// A rate, or why there is none: no camera is not no deer.
QString rateOf(const Worked &worked)
{
    if (worked.days <= 0)
        return worked.isUnread ? QStringLiteral("not read") : QStringLiteral("no camera");
    if (worked.days < worked.least)
        return QStringLiteral("too short");
    return worked.rated == 0 ? QStringLiteral("none")
                             : decimal(100 * static_cast<double>(worked.rated) / worked.days, 1);
}

layout::Row countsRow(const QString &name, const std::vector<Animal> &animals, const Counts &counts, qint64 images,
                      const QString &deer, const Worked &worked)
{
    layout::Row row;
    row.cells << name;
    for (const Animal animal : animals)
        row.cells << number(counts[animal]);
    row.cells << number(counts.total()) << number(images) << deer << decimal(worked.days, 1) << rateOf(worked);
    return row;
}

/// What the columns at the right mean.
QString ratesNote(const SeasonStatistics &season)
{
    const qint64 unrated = season.detections - season.effort.counted(std::nullopt);
    return unrated == 0
               ? QStringLiteral("Per 100: detections per 100 camera-days")
               : QStringLiteral(
                     "Per 100: detections per 100 camera-days, without the %1 that were counted "
                     "while no camera is known to have worked, or on photos that are not read or bear impossible dates")
                     .arg(number(unrated));
}

/// A note without its point, and what is left out of known deer.
QString withMisdated(const QString &note, const SeasonStatistics &season)
{
    const QString misdated = season::misdatedSentence(season);
    return misdated.isEmpty() ? note : note + QStringLiteral(". ") + misdated;
}

void addTimelineTable(Document &document, const SeasonStatistics &season)
{
    const std::vector<Animal> animals = season.animals();
    const QString unit = exports::wireName(season.groupBy);
    Table table = countsTable(unit.left(1).toUpper() + unit.mid(1), animals);
    bool marked = false;
    bool halfDays = false;
    const double mean = season.effort.cameraDays() / static_cast<double>(season.timeline.size());
    for (const season::BucketStatistics &bucket : season.timeline) {
        QString name = season::unitName(bucket.bucket.unit, season.groupBy);
        const int whole = season.groupBy == exports::GroupBy::Month  ? bucket.bucket.unit.daysInMonth()
                          : season.groupBy == exports::GroupBy::Week ? 7
                                                                     : 1;
        const Worked worked{season.cameraDays(bucket.bucket), season.rated(bucket.bucket, std::nullopt), 1,
                            season.isUnread(bucket.bucket)};
        const bool isHalfDay =
            season.groupBy == exports::GroupBy::Day && season.effort.isHalfDay(season.dayNumber(bucket.bucket.start));
        if (bucket.bucket.days() < whole || worked.days < mean / 2 || isHalfDay) {
            name += QStringLiteral(" *");
            marked = true;
            halfDays = halfDays || isHalfDay;
        }
        table.rows.push_back(countsRow(name.left(1).toUpper() + name.mid(1), animals, bucket.detections, bucket.images,
                                       knownDeerText(bucket.individuals, bucket.hasMisdated), worked));
    }
    table.rows.push_back(countsRow(
        QStringLiteral("Whole period"), animals, season.totals(), season.images,
        knownDeerText(season.individuals, season.isMisdated()),
        {season.effort.cameraDays(), season.effort.counted(std::nullopt), season::LeastCameraDays, season.isUnread()}));
    table.rows.back().strong = true;
    QStringList notes = {ratesNote(season)};
    if (marked)
        notes << (halfDays ? QStringLiteral("* under half of the usual camera-days, or half of the cameras or more "
                                            "worked only a part of that day")
                           : QStringLiteral(
                                 "* cut by the period's first or last day, or under half of the usual camera-days"));
    table.note = withMisdated(notes.join(QStringLiteral("; ")), season);
    document.heading(QStringLiteral("By ") + unit, 2);
    document.table(table);
}

void addClassTable(Document &document, const SeasonStatistics &season)
{
    Table table;
    table.columns = {{QStringLiteral("Class"), Qt::AlignLeft, true, {}},
                     {QStringLiteral("Detections"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Share"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Images"), Qt::AlignRight, false, {}},
                     {QStringLiteral("Mean confidence"), Qt::AlignRight, false, {}}};
    for (const season::ClassStatistics &made : season.byClass) {
        const Animal animal = season::animalOf(made.classification).value_or(Animal::Unknown);
        const bool isAge = animal == Animal::Buck && made.classification != QLatin1String("buck");
        const QString name = made.classification.left(1).toUpper() + made.classification.mid(1) +
                             (isAge ? QStringLiteral(" buck") : QString());
        table.rows.push_back({{name, number(made.detections), percentOf(made.detections, season.detections),
                               number(made.images), made.meanConfidence ? percent(*made.meanConfidence) : noValue()},
                              false,
                              fillOf(animal)});
    }
    document.heading(QStringLiteral("By class"), 2);
    document.table(table);
}

void addLocationTable(Document &document, const SeasonStatistics &season)
{
    const std::vector<Animal> animals = season.animals();
    Table table = countsTable(QStringLiteral("Location"), animals);
    for (const season::LocationStatistics &place : season.locations) {
        const season::CameraEffort *camera = season.effort.find(place.id);
        const Worked worked = camera == nullptr ? Worked{}
                                                : Worked{camera->cameraDays(), camera->counted(std::nullopt),
                                                         season::LeastCameraDays, camera->unreadDays() > 0};
        table.rows.push_back(countsRow(place.name, animals, place.detections, place.images,
                                       knownDeerText(place.individuals, place.hasMisdated), worked));
        if (place.id.isEmpty()) // of photos, not of a camera
            table.rows.back().cells.last() = table.rows.back().cells[table.rows.back().cells.size() - 2] = noValue();
    }
    table.note = withMisdated(ratesNote(season), season);
    document.heading(QStringLiteral("By location"), 2);
    document.table(table);
}

/// Sex and age over time: bucks and fawns per doe, and what ages the bucks were given.
void addStructureTable(Document &document, const SeasonStatistics &season)
{
    const std::vector<Animal> animals = season.animals();
    const auto covers = [&](Animal animal) { return std::count(animals.begin(), animals.end(), animal) > 0; };
    QStringList ages{QStringLiteral("mature"), QStringLiteral("mid"), QStringLiteral("young")};
    const auto isCounted = [&season](const QString &age) { return season.classes.contains(age); };
    if (!std::all_of(ages.begin(), ages.end(), isCounted)) // shares of a part would seem to be of all
        ages.clear();
    const bool tellsOfBucks = covers(Animal::Buck) && (season.isWhole(Animal::Buck) || !ages.isEmpty());
    constexpr std::size_t MostRows = 31; // more weeks than half a year say no more than months
    if (season.timeline.size() < 2 || season.groupBy == exports::GroupBy::Day || !covers(Animal::Doe) ||
        (!tellsOfBucks && !covers(Animal::Fawn)))
        return;
    Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    for (const Animal animal : {Animal::Buck, Animal::Fawn}) {
        if (covers(animal))
            table.columns.push_back(
                {plural(animal) + QStringLiteral(" per doe"), Qt::AlignRight, false, fillOf(animal)});
    }
    for (const QString &age : ages)
        table.columns.push_back(
            {age.left(1).toUpper() + age.mid(1) + QStringLiteral(" bucks"), Qt::AlignRight, false, {}});
    if (!ages.isEmpty())
        table.columns.push_back({QStringLiteral("Bucks with an age"), Qt::AlignRight, false, {}});
    const exports::GroupBy unit = season.timeline.size() > MostRows ? exports::GroupBy::Month : season.groupBy;
    for (const season::Bucket &bucket : season::bucketsOf(season.start, season.end, unit)) {
        Counts counts;
        for (int day = season.dayNumber(bucket.start); day <= season.dayNumber(bucket.end); ++day)
            counts += season.days[static_cast<std::size_t>(day)];
        if (counts.total() == 0)
            continue;
        const QString name = season::unitName(bucket.unit, unit);
        layout::Row row{{name.left(1).toUpper() + name.mid(1)}, false, {}};
        const qint64 does = counts[Animal::Doe];
        for (const Animal animal : {Animal::Buck, Animal::Fawn}) {
            if (covers(animal))
                row.cells << (does > 0 && season.isWhole(animal)
                                  ? decimal(static_cast<double>(counts[animal]) / static_cast<double>(does), 2)
                                  : noValue());
        }
        qint64 aged = 0;
        for (const QString &age : ages)
            aged += season.classCount(age, bucket);
        for (const QString &age : ages)
            row.cells << percentOf(season.classCount(age, bucket), aged);
        if (!ages.isEmpty())
            row.cells << number(aged);
        table.rows.push_back(std::move(row));
    }
    if (table.rows.size() < 2)
        return;
    table.note = QStringLiteral("By detections, not animals.");
    if (!season.isWhole(Animal::Buck))
        table.note += QStringLiteral(" Bucks per doe: not all bucks in this report.");
    if (!ages.isEmpty())
        table.note += QStringLiteral(" Ages are shares of the bucks whose age class is known; of few they say little.");
    document.heading(QStringLiteral("Sex and age over time"), 2);
    document.table(table);
}

void Tables::add(Document &document, const ReportData &data) const
{
    document.heading(QStringLiteral("Tables"));
    addTimelineTable(document, data.season());
    addStructureTable(document, data.season());
    addClassTable(document, data.season());
    addLocationTable(document, data.season());
}

} // namespace

std::unique_ptr<Section> makeTables()
{
    return std::make_unique<Tables>();
}

} // namespace herdbook::render
