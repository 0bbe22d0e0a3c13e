// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/table.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"

namespace herdbook::render {

using layout::Column;
using layout::Document;
using layout::Role;
using layout::Table;
using reports::Animal;
using reports::Counts;
using reports::SeasonStatistics;

namespace {

class Tables : public Section
{
public:
    Part part() const override { return Part::Tables; }
    void add(Document &document, const ReportData &data) const override;
};

/// Columns: a name, one for each covered animal, total, images, known deer.
Table countsTable(const QString &first, const std::vector<Animal> &animals)
{
    Table table;
    table.columns.push_back({first, Qt::AlignLeft, true, {}});
    for (const Animal animal : animals)
        table.columns.push_back({plural(animal), Qt::AlignRight, false, fillOf(animal)});
    for (const QString &title : {QStringLiteral("Total"), QStringLiteral("Images"), QStringLiteral("Known deer")})
        table.columns.push_back({title, Qt::AlignRight, false, {}});
    return table;
}

layout::Row countsRow(const QString &name, const std::vector<Animal> &animals, const Counts &counts, qint64 images,
                      qint64 deer)
{
    layout::Row row;
    row.cells << name;
    for (const Animal animal : animals)
        row.cells << number(counts[animal]);
    row.cells << number(counts.total()) << number(images) << number(deer);
    return row;
}

void addTimelineTable(Document &document, const SeasonStatistics &season)
{
    const std::vector<Animal> animals = season.animals();
    const QString unit = exports::wireName(season.groupBy);
    Table table = countsTable(unit.left(1).toUpper() + unit.mid(1), animals);
    bool cut = false;
    for (const reports::BucketStatistics &bucket : season.timeline) {
        QString name = reports::unitName(bucket.bucket.unit, season.groupBy);
        const int whole = season.groupBy == exports::GroupBy::Month  ? bucket.bucket.unit.daysInMonth()
                          : season.groupBy == exports::GroupBy::Week ? 7
                                                                     : 1;
        if (bucket.bucket.days() < whole) {
            name += QStringLiteral(" *");
            cut = true;
        }
        table.rows.push_back(countsRow(name.left(1).toUpper() + name.mid(1), animals, bucket.detections, bucket.images,
                                       bucket.individuals));
    }
    table.rows.push_back(
        countsRow(QStringLiteral("Whole period"), animals, season.totals(), season.images, season.individuals));
    table.rows.back().strong = true;
    if (cut)
        table.note = QStringLiteral("* cut by the period's first or last day");
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
    for (const reports::ClassStatistics &made : season.byClass) {
        const Animal animal = reports::animalOf(made.classification).value_or(Animal::Unknown);
        const bool isAge = animal == Animal::Buck && made.classification != QLatin1String("buck");
        const QString name = made.classification.left(1).toUpper() + made.classification.mid(1) +
                             (isAge ? QStringLiteral(" buck") : QString());
        table.rows.push_back({{name, number(made.detections), percentOf(made.detections, season.detections),
                               number(made.images), made.detections > 0 ? percent(made.meanConfidence) : noValue()},
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
    for (const reports::LocationStatistics &place : season.locations)
        table.rows.push_back(countsRow(place.name, animals, place.detections, place.images, place.individuals));
    document.heading(QStringLiteral("By location"), 2);
    document.table(table);
}

void Tables::add(Document &document, const ReportData &data) const
{
    document.heading(QStringLiteral("Tables"));
    addTimelineTable(document, data.season());
    addClassTable(document, data.season());
    addLocationTable(document, data.season());
}

/// What the figures rest on, what was left out and how they are made.
class DataQuality : public Section
{
public:
    bool applies(const ReportData &) const override { return true; }
    void add(Document &document, const ReportData &data) const override;
};

/// Why photos couldn't be used for the portraits, in a sentence.
QString photoTrouble(const ReportData &data)
{
    static const QHash<QString, QString> words = {
        {QStringLiteral("photo_missing"), QStringLiteral("missing")},
        {QStringLiteral("photo_unreadable"), QStringLiteral("unreadable")},
        {QStringLiteral("photo_damaged"), QStringLiteral("damaged")},
        {QStringLiteral("photo_too_large"), QStringLiteral("too large")},
        {QStringLiteral("photo_outside"), QStringLiteral("outside the image folder")},
        {QStringLiteral("outside_photo"), QStringLiteral("with the box beside the photo")},
        {QStringLiteral("bad_box"), QStringLiteral("without a usable box")}};
    QStringList parts;
    int faults = 0;
    for (auto at = data.photoFaults.begin(); at != data.photoFaults.end(); ++at) {
        parts << QStringLiteral("%1 %2").arg(number(*at), words.value(at.key(), at.key()));
        faults += *at;
    }
    const auto without = static_cast<qsizetype>(data.season().mostSeen.size()) - data.portraits.size();
    return QStringLiteral("Portraits: %1 of the %2 photos tried could not be used (%3); %4 of the most-seen deer are "
                          "shown without one.")
        .arg(number(faults), number(data.photosTried), parts.join(QStringLiteral(", ")), number(without));
}

void DataQuality::add(Document &document, const ReportData &data) const
{
    struct Line
    {
        QString name;
        std::function<qint64(const SeasonStatistics &)> value;
        std::function<qint64(const SeasonStatistics &)> whole; ///< what a share is of; may be empty
    };
    const auto photos = [](const SeasonStatistics &s) { return s.quality.photos; };
    const auto detections = [](const SeasonStatistics &s) { return s.detections; };
    const auto days = [](const SeasonStatistics &s) { return qint64{s.dayCount()}; };
    const auto all = [](const SeasonStatistics &s) { return s.detections + s.leftOut.total(); };
    const std::vector<Line> lines = {
        {QStringLiteral("Photos taken"), photos, {}},
        {QStringLiteral("Photos not analyzed yet"), [](const auto &s) { return s.quality.photosWaiting; }, photos},
        {QStringLiteral("Photos whose analysis failed"), [](const auto &s) { return s.quality.photosFailed; }, photos},
        {QStringLiteral("Photos without a location"), [](const auto &s) { return s.quality.photosWithoutLocation; },
         photos},
        {QStringLiteral("Days without any photo"), [](const auto &s) { return s.quality.daysWithoutPhoto; }, days},
        {QStringLiteral("Detections counted in this report"), detections, all},
        {QStringLiteral("Left out: marked invalid"), [](const auto &s) { return s.leftOut.invalid; }, all},
        {QStringLiteral("Left out: duplicates"), [](const auto &s) { return s.leftOut.duplicates; }, all},
        {QStringLiteral("Left out: other classes"), [](const auto &s) { return s.leftOut.otherClasses; }, all},
        {QStringLiteral("Matched to a known deer"), [](const auto &s) { return s.quality.identified; }, detections},
        {QStringLiteral("Reviewed by a person"), [](const auto &s) { return s.quality.reviewed; }, detections},
        {QStringLiteral("Class corrected by a person"), [](const auto &s) { return s.quality.corrected; }, detections},
        {QStringLiteral("Confidence below 50%"), [](const auto &s) { return s.quality.lowConfidence; }, detections}};
    Table table;
    table.columns.push_back({QString(), Qt::AlignLeft, true, {}});
    // One period has a column for shares, several have them in brackets: there is no room for two columns each.
    for (const SeasonStatistics &period : data.periods)
        table.columns.push_back(
            {data.isComparison() ? period.label : QStringLiteral("Number"), Qt::AlignRight, false, {}});
    if (!data.isComparison())
        table.columns.push_back({QStringLiteral("Share"), Qt::AlignRight, false, {}});
    for (const Line &line : lines) {
        layout::Row row{{line.name}, false, {}};
        for (const SeasonStatistics &period : data.periods) {
            const QString share = line.whole ? percentOf(line.value(period), line.whole(period)) : QString();
            const QString count = number(line.value(period));
            if (!data.isComparison())
                row.cells << count << share;
            else
                row.cells << (share.isEmpty() || line.value(period) == 0 ? count
                                                                         : QStringLiteral("%1 (%2)").arg(count, share));
        }
        table.rows.push_back(row);
    }
    document.heading(QStringLiteral("Data quality"));
    constexpr qreal RestHeight = 150; // of how to read it: the two make one page
    document.keepTogether(layout::TableLayout(table, document.width()).height(0, table.rows.size()) + RestHeight);
    document.table(table);
    if (!data.photoFaults.isEmpty())
        document.paragraph(photoTrouble(data), Role::Label, QColor(layout::ink::text2));
    document.heading(QStringLiteral("How to read this report"), 2);
    for (const QString &text : {QStringLiteral("Days run from midnight to midnight in %1; the first and the last day "
                                               "are included. A corrected class counts in place of "
                                               "the automatic one; mature, mid and young bucks are bucks. Ratios count "
                                               "detections, not animals: an animal that "
                                               "passes often counts often.")
                                    .arg(QString::fromLatin1(data.zone.id())),
                                QStringLiteral("Known deer are those the automatic re-identification or a person "
                                               "matched to a profile. Where few detections are matched, "
                                               "more animals were there than these numbers say."),
                                QStringLiteral("Intervals compare weekly counts by a quasi-Poisson model, so that "
                                               "bursts and repeated visits widen them; findings also "
                                               "allow for the number of comparisons made.")})
        document.paragraph(text, Role::Label, QColor(layout::ink::text2));
}

} // namespace

std::unique_ptr<Section> makeTables()
{
    return std::make_unique<Tables>();
}

std::unique_ptr<Section> makeDataQuality()
{
    return std::make_unique<DataQuality>();
}

} // namespace herdbook::render
