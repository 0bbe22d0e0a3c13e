// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/logocheck.h"
#include "core/render/layout/cards.h"
#include "core/render/layout/paragraph.h"
#include "core/render/report/section.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"
#include "core/season/likewithlike.h"

#include <QSvgRenderer>
#include <cmath>

namespace herdbook::render {

using layout::Document;
using layout::Role;
using season::Animal;
using season::SeasonStatistics;

namespace {

/// Title, period and what the report covers, at the top of the first page.
class Cover : public Section
{
public:
    bool applies(const ReportData &) const override { return true; }
    void add(Document &document, const ReportData &data) const override;
};

/// "at Creek Crossing and Oak Flat"
QString chosenLocations(const QStringList &asked, const season::SeasonEffort &effort)
{
    constexpr std::size_t Named = 3;
    if (const QString unknown = season::unknownLocationsText(asked, effort); !unknown.isEmpty())
        return unknown.left(1).toLower() + unknown.mid(1);
    if (effort.cameras.size() > Named)
        return QStringLiteral("at %1 chosen locations").arg(asked.size());
    QStringList names;
    for (const season::CameraEffort &camera : effort.cameras)
        names << camera.name;
    return QStringLiteral("at ") + season::listText(names);
}

QString coverage(const ReportData &data)
{
    const SeasonStatistics &season = data.season();
    QStringList parts;
    const bool allDeer = season.classes == exports::deerClassifications();
    parts << (allDeer ? QStringLiteral("All deer")
                      : QStringLiteral("Classes: ") + season.classes.join(QStringLiteral(", ")));
    if (!data.isComparison())
        parts << QStringLiteral("grouped by ") + exports::wireName(season.groupBy);
    if (!data.request.locationIds.isEmpty())
        parts << chosenLocations(data.request.locationIds, season.effort);
    parts << QStringLiteral("times of ") + QString::fromLatin1(data.zone.id());
    return parts.join(QStringLiteral(" \u00b7 "));
}

/// What other reports say under Data quality. Of many sentences those on single cameras are cut, the last first.
QStringList caveats(const ReportData &data)
{
    constexpr qsizetype Most = 12;
    const QString inCoverage = season::unknownLocationsText(data.request.locationIds, data.season().effort);
    QStringList said;
    for (const QString &remark : data.remarks) {
        if (remark != inCoverage)
            said << remark + u'.';
    }
    said << season::effortSentences(data.season());
    if (const QString unread = season::unreadSentence(data.season()); said.removeOne(unread))
        said.prepend(unread);
    QStringList ofCameras = season::cameraSentences(data.season());
    qsizetype cut = 0;
    for (; said.size() > Most && !ofCameras.isEmpty(); ++cut)
        said.removeOne(ofCameras.takeLast());
    if (cut > 0)
        said << QStringLiteral("%1 more are left out here; a report with the section on data quality has all.")
                    .arg(number(cut));
    return said;
}

/// What is to be known before all else.
QStringList remarksOf(const ReportData &data, const QImage &logo)
{
    static const QMap<QString, QString> languages{{QStringLiteral("de"), QStringLiteral("German")},
                                                  {QStringLiteral("es"), QStringLiteral("Spanish")}};
    QStringList remarks;
    if (languages.contains(data.request.language))
        remarks << QStringLiteral("Asked for in %1; reports are written in English.")
                       .arg(languages.value(data.request.language));
    if (!data.season().isWhole(Animal::Buck))
        remarks << QStringLiteral("Bucks are those of the classes named above, not all bucks.");
    if (logo.isNull() && !data.request.letterhead.logo.isEmpty())
        remarks << QStringLiteral("The logo is left out: it can't be drawn.");
    if (data.request.reportType == exports::ReportType::Custom &&
        !data.request.sections.contains(QStringLiteral("data_quality")))
        remarks << caveats(data);
    return remarks;
}

constexpr qreal MostLogoWidth = 130;
constexpr qreal MostLogoHeight = 64;

/// The letterhead's logo as it is embedded: sharp enough for print. Null where there is none.
QImage logoOf(const QByteArray &data)
{
    if (data.isEmpty() || !exports::logoFault(data).isEmpty())
        return {};
    if (exports::isPng(data))
        return QImage::fromData(data, "PNG");
    QSvgRenderer renderer(data);
    if (!renderer.isValid() || renderer.defaultSize().isEmpty())
        return {};
    constexpr qreal Sharp = 5; // 360 dots per inch
    const QSizeF size =
        QSizeF(renderer.defaultSize()).scaled(MostLogoWidth * Sharp, MostLogoHeight * Sharp, Qt::KeepAspectRatio);
    QImage image(size.toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

void Cover::add(Document &document, const ReportData &data) const
{
    const QImage logo = logoOf(data.request.letterhead.logo);
    const QSizeF logoSize = QSizeF(logo.size()).scaled(MostLogoWidth, MostLogoHeight, Qt::KeepAspectRatio);
    const qreal width = document.width() - (logo.isNull() ? 0 : logoSize.width() + 18);
    const layout::Paragraph title(data.title(), layout::font(Role::Display), width, 4);
    const layout::Paragraph period(data.datesText(), layout::font(Role::Heading), width, 8);
    const layout::Paragraph client(data.request.letterhead.client, layout::font(Role::Strong), width, 2);
    const QString kind =
        data.request.title.trimmed().isEmpty() ? QStringLiteral("Herdbook") : kindName(data.request.reportType);
    const layout::Paragraph covered(coverage(data), layout::font(Role::Label), width, 3);
    const qreal line = layout::lineHeight(layout::font(Role::Label));
    const qreal clientHeight = client.isEmpty() ? 0 : client.height() + 4;
    const qreal text = 14 + line + 4 + title.height() + 2 + period.height() + 4 + clientHeight + covered.height() + 10;
    document.figure(
        std::max(text, logo.isNull() ? 0 : 14 + logoSize.height() + 8), [=](QPainter &painter, const QRectF &rect) {
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 3), QColor(layout::ink::accent));
            if (!logo.isNull())
                painter.drawImage(QRectF(QPointF(rect.right() - logoSize.width(), rect.top() + 14), logoSize), logo);
            qreal y = rect.top() + 14;
            layout::paintLine(painter, QRectF(rect.left(), y, width, line), kind, layout::font(Role::Label),
                              QColor(layout::ink::accent));
            y += line + 4;
            title.paint(painter, QPointF(rect.left(), y), QColor(layout::ink::text));
            y += title.height() + 2;
            period.paint(painter, QPointF(rect.left(), y), QColor(layout::ink::text2));
            y += period.height() + 4;
            client.paint(painter, QPointF(rect.left(), y), QColor(layout::ink::text));
            y += clientHeight;
            covered.paint(painter, QPointF(rect.left(), y), QColor(layout::ink::text2));
        });
    for (const QString &remark : remarksOf(data, logo))
        document.paragraph(remark, Role::Small, QColor(layout::ink::text2));
    QString names = data.title();
    for (const SeasonStatistics &season : data.periods) {
        names += season.label;
        for (const season::LocationStatistics &place : season.locations)
            names += place.name;
        for (const season::IndividualStatistics &deer : season.mostSeen)
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
    const std::optional<season::RateRatio> range = season::perDoeWithInterval(season, animal);
    const std::vector<Animal> covered = season.animals();
    const bool isCovered = std::count(covered.begin(), covered.end(), animal) > 0 &&
                           std::count(covered.begin(), covered.end(), Animal::Doe) > 0;
    const QString note =
        !isCovered                ? QStringLiteral("not both in this report")
        : !season.isWhole(animal) ? QStringLiteral("not all bucks in this report")
        : !ratio                  ? QStringLiteral("no does detected")
        : !range || range->hasZero
            ? QStringLiteral("too few for an interval")
            : QStringLiteral("95% interval %1 to %2").arg(decimal(range->low, 2), decimal(range->high, 2));
    return {plural(animal) + QStringLiteral(" per doe"), ratio ? decimal(*ratio, 2) : noValue(), note};
}

/// Of how many, and what of them is left out as its photos are not read.
QString cameraDaysNote(const season::SeasonEffort &effort)
{
    const QString possible = number(std::lround(effort.possible()));
    const QString cameras = camerasText(effort.camerasAtWork());
    const QString worked = decimal(effort.daysAtWork(), 1);
    return worked == decimal(effort.cameraDays(), 1)
               ? QStringLiteral("of %1, %2").arg(possible, cameras)
               : QStringLiteral("counted; %1 worked %2 of %3").arg(cameras, worked, possible);
}

void KeyFigures::add(Document &document, const ReportData &data) const
{
    const SeasonStatistics &season = data.season();
    const season::Rate rate = season::LikeWithLike(data.periods).rate(0, std::nullopt);
    const std::optional<double> sightings = season.sightingsPerDeer();
    document.heading(QStringLiteral("Key figures"));
    layout::addCards(
        document,
        {{QStringLiteral("Detections"), number(season.detections),
          season.dayCount() == 1 ? QStringLiteral("in 1 day") : QStringLiteral("in %1 days").arg(season.dayCount())},
         {QStringLiteral("Per 100 camera-days"), rateFigure(rate), rateNote(rate)},
         {QStringLiteral("Camera-days"), decimal(season.effort.cameraDays(), 1), cameraDaysNote(season.effort)},
         {imagesTitle(season), number(season.images),
          season.quality.photos == 1 ? QStringLiteral("of 1 photo")
                                     : QStringLiteral("of %1 photos").arg(number(season.quality.photos))},
         {QStringLiteral("Known deer seen"), knownDeerText(season.individuals, season.isMisdated()),
          sightings             ? QStringLiteral("%1 sightings each").arg(decimal(*sightings, 1))
          : season.isMisdated() ? QStringLiteral("not known: all of impossible dates")
                                : QStringLiteral("none identified")},
         perDoe(season, Animal::Buck),
         perDoe(season, Animal::Fawn),
         {QStringLiteral("Identified"), percentOf(season.quality.identified, season.detections),
          season::detectionsText(season.quality.identified)}});
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

} // namespace herdbook::render
