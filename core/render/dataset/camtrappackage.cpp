// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/camtrapdp.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace herdbook::render {

namespace {

const QString Standard = QStringLiteral("https://raw.githubusercontent.com/tdwg/camtrap-dp/1.0/");

QJsonArray resources()
{
    QJsonArray all;
    for (const QString &name : {QStringLiteral("deployments"), QStringLiteral("media"), QStringLiteral("observations")})
        all.append(
            QJsonObject{{QStringLiteral("name"), name},
                        {QStringLiteral("path"), QString(name + QStringLiteral(".csv"))},
                        {QStringLiteral("profile"), QStringLiteral("tabular-data-resource")},
                        {QStringLiteral("format"), QStringLiteral("csv")},
                        {QStringLiteral("mediatype"), QStringLiteral("text/csv")},
                        {QStringLiteral("encoding"), QStringLiteral("utf-8")},
                        {QStringLiteral("schema"), QString(Standard + name + QStringLiteral("-table-schema.json"))}});
    return all;
}

/// GeoJSON: the rectangle around all deployments; of a single place its point.
QJsonObject areaOf(const std::vector<const CamtrapPlace *> &places)
{
    double west = 180, east = -180, south = 90, north = -90;
    for (const CamtrapPlace *place : places) {
        west = std::min(west, place->longitude);
        east = std::max(east, place->longitude);
        south = std::min(south, place->latitude);
        north = std::max(north, place->latitude);
    }
    if (west == east && south == north)
        return {{QStringLiteral("type"), QStringLiteral("Point")},
                {QStringLiteral("coordinates"), QJsonArray{west, south}}};
    QJsonArray ring;
    for (const auto &[x, y] : {std::pair(west, south), {east, south}, {east, north}, {west, north}, {west, south}})
        ring.append(QJsonArray{x, y});
    QJsonArray rings;
    rings.append(ring);
    return {{QStringLiteral("type"), QStringLiteral("Polygon")}, {QStringLiteral("coordinates"), rings}};
}

QJsonArray contributorsOf(const QStringList &names)
{
    QJsonArray all;
    const auto add = [&all](const QString &name, const char *role) {
        all.append(QJsonObject{{QStringLiteral("title"), name}, {QStringLiteral("role"), QLatin1String(role)}});
    };
    for (const QString &name : names)
        add(name, all.isEmpty() ? "contact" : "contributor");
    if (all.isEmpty())
        add(QStringLiteral("Not stated"), "contributor");
    return all;
}

QJsonArray licensesOf(const QString &license)
{
    QJsonArray all;
    for (const char *scope : {"data", "media"})
        all.append(QJsonObject{{QStringLiteral("name"), license}, {QStringLiteral("scope"), QLatin1String(scope)}});
    return all;
}

} // namespace

QJsonArray CamtrapPackage::taxa() const
{
    QMap<QString, const Taxon *> seen;
    for (const DatasetRecord *record : m_records) {
        if (const Taxon *taxon = taxonOf(*record))
            seen.insert(QString::fromLatin1(taxon->scientificName), taxon);
    }
    QJsonArray all;
    for (auto at = seen.begin(); at != seen.end(); ++at)
        all.append(QJsonObject{
            {QStringLiteral("scientificName"), at.key()},
            {QStringLiteral("taxonRank"), QLatin1String((*at)->rank)},
            {QStringLiteral("vernacularNames"), QJsonObject{{QStringLiteral("eng"), QLatin1String((*at)->english)}}}});
    return all;
}

QByteArray CamtrapPackage::description() const
{
    QDateTime first = m_places.front()->first;
    QDateTime last = m_places.front()->last;
    for (const CamtrapPlace *place : m_places) {
        first = std::min(first, place->first);
        last = std::max(last, place->last);
    }
    const auto day = [this](const QDateTime &time) {
        return time.toTimeZone(m_dataset.zone).date().toString(Qt::ISODate);
    };
    const bool known = std::any_of(m_records.begin(), m_records.end(),
                                   [](const DatasetRecord *record) { return !record->row.deerId.isEmpty(); });
    const QString title = m_dataset.request.title.isEmpty() ? QStringLiteral("Deer detections from camera traps")
                                                            : m_dataset.request.title;
    qint64 impossible = 0;
    for (const CamtrapPlace *place : m_places)
        impossible += place->impossible;
    const bool sizesAreKnown = m_dataset.request.includeCrops || m_dataset.boxUnit == BoxUnit::Fractions;
    const QString boxes = sizesAreKnown ? QStringLiteral("Boxes are shares of the photo as stored, before EXIF "
                                                         "rotation, and empty where there is no box within it or the "
                                                         "photo could not be read.")
                                        : QStringLiteral("Boxes are empty: the database has them in pixels, and the "
                                                         "photos were not opened to learn their size, as no crops were "
                                                         "asked for; metadata.json has those that are usable.");
    const QString notes =
        QStringLiteral(
            "Start and end of the deployments are estimated from their first and last photos%1. %2 Times are those of "
            "the database with the site's zone. Sampling design and capture method are not recorded and given as "
            "opportunistic and activity detection. %3 of %4 detections are left out%5. %6 %7")
            .arg(impossible > 0 ? QStringLiteral(" (without the %1 that bear impossible dates)").arg(impossible)
                                : QString(),
                 boxes, QString::number(leftOut()), QString::number(m_dataset.records.size()),
                 leftOut() > 0
                     ? QStringLiteral(", listed in camtrap_left_out.csv with the reason: %1").arg(leftOutText())
                     : QString(),
                 scopeText(), deerText());
    const QJsonObject project{{QStringLiteral("title"), title},
                              {QStringLiteral("samplingDesign"), QStringLiteral("opportunistic")},
                              {QStringLiteral("captureMethod"), QJsonArray{QStringLiteral("activityDetection")}},
                              {QStringLiteral("individualAnimals"), known},
                              {QStringLiteral("observationLevel"), QJsonArray{QStringLiteral("media")}}};
    QJsonObject package{
        {QStringLiteral("resources"), resources()},
        {QStringLiteral("profile"), QString(Standard + QStringLiteral("camtrap-dp-profile.json"))},
        {QStringLiteral("name"), QStringLiteral("herdbook-detections")},
        {QStringLiteral("created"), m_context.made.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("title"), title},
        {QStringLiteral("version"), QStringLiteral("1.0")},
        {QStringLiteral("contributors"), contributorsOf(m_context.contributors)},
        {QStringLiteral("sources"), QJsonArray{QJsonObject{{QStringLiteral("title"), QStringLiteral("Herdbook")}}}},
        {QStringLiteral("description"), notes},
        {QStringLiteral("project"), project},
        {QStringLiteral("spatial"), areaOf(m_places)},
        {QStringLiteral("temporal"),
         QJsonObject{{QStringLiteral("start"), day(first)}, {QStringLiteral("end"), day(last)}}},
        {QStringLiteral("taxonomic"), taxa()}};
    if (!m_context.license.isEmpty())
        package.insert(QStringLiteral("licenses"), licensesOf(m_context.license));
    return QJsonDocument(package).toJson();
}

} // namespace herdbook::render
