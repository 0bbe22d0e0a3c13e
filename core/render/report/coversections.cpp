// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/cards.h"
#include "core/render/layout/paragraph.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"

namespace herdbook::render {

using layout::Document;
using layout::Role;
using reports::Animal;
using reports::SeasonStatistics;

namespace {

/// Title, period and what the report covers, at the top of the first page.
class Cover : public Section
{
public:
    bool applies(const ReportData &) const override { return true; }
    void add(Document &document, const ReportData &data) const override;
};

QString coverage(const ReportData &data)
{
    const SeasonStatistics &season = data.season();
    QStringList parts;
    const bool allDeer = season.classes == exports::deerClassifications();
    parts << (allDeer ? QStringLiteral("All deer")
                      : QStringLiteral("Classes: ") + season.classes.join(QStringLiteral(", ")));
    if (!data.isComparison())
        parts << QStringLiteral("grouped by ") + exports::wireName(season.groupBy);
    parts << QStringLiteral("times of ") + QString::fromLatin1(data.zone.id());
    return parts.join(QStringLiteral(" \u00b7 "));
}

void Cover::add(Document &document, const ReportData &data) const
{
    const qreal width = document.width();
    const layout::Paragraph title(data.title(), layout::font(Role::Display), width, 4);
    const layout::Paragraph period(data.periodText(), layout::font(Role::Heading), width, 3);
    const QString kind =
        data.request.title.trimmed().isEmpty() ? QStringLiteral("Herdbook") : kindName(data.request.reportType);
    const QString covered = coverage(data);
    const qreal line = layout::lineHeight(layout::font(Role::Label));
    document.figure(14 + line + 4 + title.height() + 2 + period.height() + 4 + line + 10,
                    [=](QPainter &painter, const QRectF &rect) {
                        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 3), QColor(layout::ink::accent));
                        qreal y = rect.top() + 14;
                        layout::paintLine(painter, QRectF(rect.left(), y, rect.width(), line), kind,
                                          layout::font(Role::Label), QColor(layout::ink::accent));
                        y += line + 4;
                        title.paint(painter, QPointF(rect.left(), y), QColor(layout::ink::text));
                        y += title.height() + 2;
                        period.paint(painter, QPointF(rect.left(), y), QColor(layout::ink::text2));
                        y += period.height() + 4;
                        layout::paintLine(painter, QRectF(rect.left(), y, rect.width(), line), covered,
                                          layout::font(Role::Label), QColor(layout::ink::text2));
                    });
    QString names = data.title();
    for (const SeasonStatistics &season : data.periods) {
        names += season.label;
        for (const reports::LocationStatistics &place : season.locations)
            names += place.name;
        for (const reports::IndividualStatistics &deer : season.mostSeen)
            names += deer.name;
    }
    if (!layout::hasGlyphsFor(names))
        document.paragraph(QStringLiteral("Boxes stand for characters that no font of this machine has. Debian's "
                                          "fonts-noto-cjk and fonts-noto-color-emoji have most of them."),
                           Role::Small, QColor(layout::ink::text2));
    if (data.isEmpty())
        document.paragraph(QStringLiteral("No detections found in the selected date range."), Role::Subheading);
}

/// The season in eight numbers.
class KeyFigures : public Section
{
public:
    void add(Document &document, const ReportData &data) const override;
};

layout::Card perDoe(const SeasonStatistics &season, Animal animal)
{
    const std::optional<double> ratio = season.perDoe(animal);
    const std::optional<reports::RateRatio> range = reports::perDoeWithInterval(season, animal);
    const std::vector<Animal> covered = season.animals();
    const bool isCovered = std::count(covered.begin(), covered.end(), animal) > 0 &&
                           std::count(covered.begin(), covered.end(), Animal::Doe) > 0;
    const QString note =
        !isCovered ? QStringLiteral("not both in this report")
        : !ratio   ? QStringLiteral("no does detected")
        : !range || range->hasZero
            ? QStringLiteral("too few for an interval")
            : QStringLiteral("95% interval %1 to %2").arg(decimal(range->low, 2), decimal(range->high, 2));
    return {plural(animal) + QStringLiteral(" per doe"), ratio ? decimal(*ratio, 2) : noValue(), note};
}

void KeyFigures::add(Document &document, const ReportData &data) const
{
    const SeasonStatistics &season = data.season();
    double confidence = 0;
    for (const reports::ClassStatistics &made : season.byClass)
        confidence += made.meanConfidence * static_cast<double>(made.detections);
    confidence /= static_cast<double>(season.detections);
    const auto places = std::count_if(season.locations.begin(), season.locations.end(),
                                      [](const auto &place) { return !place.id.isEmpty(); });
    const std::optional<double> sightings = season.sightingsPerDeer();
    const double perDay = static_cast<double>(season.detections) / season.dayCount();
    document.heading(QStringLiteral("Key figures"));
    layout::addCards(
        document,
        {{QStringLiteral("Detections"), number(season.detections), QStringLiteral("%1 a day").arg(decimal(perDay, 1))},
         {QStringLiteral("Images with deer"), number(season.images),
          QStringLiteral("of %1 photos").arg(number(season.quality.photos))},
         {QStringLiteral("Known deer seen"), number(season.individuals),
          sightings ? QStringLiteral("%1 sightings each").arg(decimal(*sightings, 1))
                    : QStringLiteral("none identified")},
         {QStringLiteral("Locations"), number(places), QStringLiteral("with photos")},
         perDoe(season, Animal::Buck),
         perDoe(season, Animal::Fawn),
         {QStringLiteral("Identified"), percentOf(season.quality.identified, season.detections),
          QStringLiteral("%1 detections").arg(number(season.quality.identified))},
         {QStringLiteral("Mean confidence"), percent(confidence), QStringLiteral("of the classification")}});
}

/// What can be claimed, in sentences.
class Findings : public Section
{
public:
    Part part() const override { return Part::Insights; }
    void add(Document &document, const ReportData &data) const override;
};

void Findings::add(Document &document, const ReportData &data) const
{
    document.heading(QStringLiteral("Findings"));
    QStringList sentences;
    for (const reports::Finding &finding : data.findings)
        sentences << finding.text;
    const QString nothing = data.isComparison()
                                ? QStringLiteral("no animal differs reliably between the periods.")
                                : QStringLiteral("no peak, month, hour or location differs reliably from the rest.");
    if (sentences.isEmpty())
        sentences << QStringLiteral("Nothing stands out beyond what chance would give: ") + nothing;
    document.bullets(sentences,
                     QStringLiteral("Only what holds statistically is listed. Intervals allow for detections that come "
                                    "in bursts and for all comparisons that were looked at together (95%)."));
}

} // namespace

std::unique_ptr<Section> makeCover()
{
    return std::make_unique<Cover>();
}

std::unique_ptr<Section> makeKeyFigures()
{
    return std::make_unique<KeyFigures>();
}

std::unique_ptr<Section> makeFindings()
{
    return std::make_unique<Findings>();
}

} // namespace herdbook::render
