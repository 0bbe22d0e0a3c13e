// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/camtrapdp.h"

#include "core/render/dataset/csv.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>

namespace herdbook::render {

namespace {

constexpr Taxon Cattle{"Bos taurus", "species", "cattle"};
constexpr Taxon Pig{"Sus scrofa", "species", "pig"};
constexpr Taxon Raccoon{"Procyon lotor", "species", "raccoon"};
constexpr double LeastShare = 1e-6; // of the photo's side; a smaller box would be written as none

/// By its name. The standard takes any type of images, so what the name leaves open needn't be called a JPEG.
QByteArray mediaTypeOf(const QString &fileName)
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("jpg"), "image/jpeg"},  {QStringLiteral("jpeg"), "image/jpeg"},
        {QStringLiteral("png"), "image/png"},   {QStringLiteral("webp"), "image/webp"},
        {QStringLiteral("tif"), "image/tiff"},  {QStringLiteral("tiff"), "image/tiff"},
        {QStringLiteral("bmp"), "image/bmp"},   {QStringLiteral("gif"), "image/gif"},
        {QStringLiteral("heic"), "image/heic"}, {QStringLiteral("heif"), "image/heif"},
        {QStringLiteral("avif"), "image/avif"}, {QStringLiteral("jp2"), "image/jp2"}};
    return types.value(QFileInfo(fileName).suffix().toLower(), "image/unknown");
}

/// The standard takes an address or a path within the package; the photos stay where they are. A semicolon is encoded, as what follows it
/// could be taken for a formula.
QString addressOf(const QString &path)
{
    if (path.isEmpty())
        return QStringLiteral("file:");
    return QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded().replace("..", "%2E%2E").replace(";", "%3B"));
}

/// The box as shares of the photo, clipped to it; nothing where the photo's size isn't known or they don't touch.
std::optional<QRectF> shareOf(const DatasetRecord &record, BoxUnit unit)
{
    if (!record.box || (unit == BoxUnit::Pixels && record.photo.isEmpty()))
        return std::nullopt;
    const QSizeF whole = unit == BoxUnit::Pixels ? QSizeF(record.photo) : QSizeF(1, 1);
    const QRectF inside = record.box->intersected(QRectF(QPointF(0, 0), whole));
    const double x = inside.x() / whole.width();
    const double y = inside.y() / whole.height();
    const QRectF share(x, y, std::min(inside.width() / whole.width(), 1 - x),
                       std::min(inside.height() / whole.height(), 1 - y));
    if (inside.isEmpty() || share.width() < LeastShare || share.height() < LeastShare)
        return std::nullopt;
    return share;
}

/// Rounded down, so that an edge and a size stay within 1 together.
QByteArray written(double share)
{
    return QByteArray::number(std::floor(share * 1e6) / 1e6, 'f', 6);
}

void leaveEmpty(CsvLine &line, int columns)
{
    for (; columns > 0; --columns)
        line.plain({});
}

} // namespace

CamtrapClass camtrapClass(const QString &classification)
{
    static const Taxon *const deer = &deerFamily();
    static const QHash<QString, CamtrapClass> classes{
        {QStringLiteral("buck"), {"animal", deer, "", "male"}},
        {QStringLiteral("doe"), {"animal", deer, "", "female"}},
        {QStringLiteral("fawn"), {"animal", deer, "juvenile", ""}},
        {QStringLiteral("mature"), {"animal", deer, "adult", "male"}},
        {QStringLiteral("mid"), {"animal", deer, "adult", "male"}},
        {QStringLiteral("young"), {"animal", deer, "subadult", "male"}},
        {QStringLiteral("unknown"), {"animal", deer, "", ""}},
        {QStringLiteral("unclassified"), {"unclassified", nullptr, "", ""}},
        {QStringLiteral("cattle"), {"animal", &Cattle, "", ""}},
        {QStringLiteral("pig"), {"animal", &Pig, "", ""}},
        {QStringLiteral("raccoon"), {"animal", &Raccoon, "", ""}},
        {QStringLiteral("human"), {"human", nullptr, "", ""}},
        {QStringLiteral("person"), {"human", nullptr, "", ""}},
        {QStringLiteral("vehicle"), {"vehicle", nullptr, "", ""}},
    };
    return classes.value(className(classification), {"unknown", nullptr, "", ""});
}

CamtrapPackage::CamtrapPackage(const Dataset &dataset, CamtrapContext context)
    : m_dataset(dataset), m_context(std::move(context)), m_deer(deerTaxon(m_context.species))
{
    QMap<QString, const CamtrapPlace *> used;
    if (byDates()) {
        for (const CamtrapPlace &place : m_context.places)
            used.insert(place.id, &place);
    }
    for (const DatasetRecord &record : dataset.records) {
        if (const char *reason = whyLeftOut(record)) {
            m_leftOut.emplace_back(&record, reason);
            continue;
        }
        const auto place = m_context.places.constFind(record.row.locationId);
        m_records.push_back(&record);
        used.insert(place->id, &*place);
    }
    m_places.assign(used.begin(), used.end());
}

const char *CamtrapPackage::whyLeftOut(const DatasetRecord &record) const
{
    if (!record.row.valid)
        return "Marked as invalid";
    if (record.row.duplicate)
        return "Marked as a duplicate";
    if (!record.row.dated)
        return "The photo's date is impossible: before 2000, or after it was stored";
    if (m_context.places.contains(record.row.locationId))
        return nullptr;
    return record.row.locationId.isEmpty() ? "The photo has no location" : "The location has no usable coordinates";
}

QString CamtrapPackage::leftOutText() const
{
    QMap<QString, int> counts;
    for (const auto &[record, reason] : m_leftOut)
        ++counts[QString::fromLatin1(reason)];
    QStringList parts;
    for (auto at = counts.begin(); at != counts.end(); ++at)
        parts << QStringLiteral("%1 (%2)").arg(at.key()).arg(*at);
    return parts.join(QLatin1String("; "));
}

QString CamtrapPackage::placesLeftOutText() const
{
    if (!byDates())
        return {};
    QStringList parts;
    if (m_context.withoutCoordinates > 0)
        parts << QStringLiteral("Locations with photos in the period that are no deployments, as they have no usable "
                                "coordinates: %1.")
                     .arg(m_context.withoutCoordinates);
    if (m_context.withoutDates > 0)
        parts << QStringLiteral("Locations that are no deployments, as all their photos in the period bear impossible "
                                "dates: %1.")
                     .arg(m_context.withoutDates);
    return parts.join(u' ');
}

QString CamtrapPackage::scopeText() const
{
    if (!byDates())
        return QStringLiteral("Detections were chosen one by one: the deployments are theirs alone, and what else was "
                              "seen there isn't told.");
    qint64 unread = 0;
    for (const CamtrapPlace *place : m_places)
        unread += place->unread;
    QStringList parts{QStringLiteral("Deployments are all locations with photos in the period, also those without "
                                     "observations. Observations are of these classes alone: %1. Photos without any "
                                     "are not in media.csv.")
                          .arg(exports::coveredClassifications(m_dataset.request).join(QLatin1String(", ")))};
    if (unread > 0)
        parts << QStringLiteral("Photos of the deployments that are not analyzed: %1.").arg(unread);
    if (const QString left = placesLeftOutText(); !left.isEmpty())
        parts << left;
    return parts.join(u' ');
}

const Taxon *CamtrapPackage::taxonOf(const DatasetRecord &record) const
{
    const Taxon *taxon = camtrapClass(record.row.classification).taxon;
    return taxon == &deerFamily() ? &m_deer : taxon;
}

QString CamtrapPackage::deerText() const
{
    const QString name = QLatin1String(m_deer.scientificName);
    QStringList names = m_context.species;
    names.removeAll(QString());
    const QString said = names.join(QLatin1String(", "));
    if (&m_deer != &deerFamily())
        return QStringLiteral("Detections have no species; deer are called %1, as all entries of deer.species in the "
                              "database are of it (%2).")
            .arg(name, said);
    return QStringLiteral("Detections have no species; deer are called %1, as deer.species in the database %2.")
        .arg(name, said.isEmpty() ? QStringLiteral("says nothing")
                                  : QStringLiteral("doesn't name one known species for all (%1)").arg(said));
}

QByteArray CamtrapPackage::time(const QDateTime &instant) const
{
    return instant.toTimeZone(m_dataset.zone).toString(Qt::ISODate).toLatin1();
}

void CamtrapPackage::writeDeployments(SpoolWriter &out) const
{
    out.write(
        "deploymentID,locationID,locationName,latitude,longitude,coordinateUncertainty,deploymentStart,deploymentEnd,"
        "setupBy,cameraID,cameraModel,cameraDelay,cameraHeight,cameraDepth,cameraTilt,cameraHeading,detectionDistance,"
        "timestampIssues,baitUse,featureType,habitat,deploymentGroups,deploymentTags,deploymentComments\r\n");
    for (const CamtrapPlace *place : m_places) {
        CsvLine line;
        line.plain(place->id.toLatin1()).plain(place->id.toLatin1()).text(place->name);
        line.plain(QByteArray::number(place->latitude, 'g', 12))
            .plain(QByteArray::number(place->longitude, 'g', 12))
            .plain({});
        line.plain(time(place->first)).plain(time(place->last));
        leaveEmpty(line, 9);
        line.plain(place->impossible > 0 ? "true" : QByteArray());
        leaveEmpty(line, 5);
        QString comment = QStringLiteral("Start and end are estimated from the first and the last photo");
        if (byDates())
            comment += QStringLiteral(" of the period");
        if (place->impossible > 0)
            comment += QStringLiteral("; photos with impossible dates, which set neither: %1").arg(place->impossible);
        if (place->unread > 0)
            comment += QStringLiteral("; photos that are not analyzed: %1").arg(place->unread);
        line.text(comment);
        out.write(line.end());
    }
}

void CamtrapPackage::writeMedia(SpoolWriter &out) const
{
    out.write(
        "mediaID,deploymentID,captureMethod,timestamp,filePath,filePublic,fileName,fileMediatype,exifData,favorite,"
        "mediaComments\r\n");
    QMap<QString, const DatasetRecord *> photos;
    for (const DatasetRecord *record : m_records)
        photos.insert(record->row.imageId, record);
    for (const DatasetRecord *record : photos) {
        const season::DetectionRow &row = record->row;
        CsvLine line;
        line.plain(row.imageId.toLatin1()).plain(row.locationId.toLatin1()).plain({}).plain(time(row.taken));
        line.text(addressOf(row.imagePath)).plain("false").text(row.filename).plain(mediaTypeOf(row.filename));
        leaveEmpty(line, 2);
        line.text(row.imagePath.isEmpty() ? QStringLiteral("The database has no path of the photo's file")
                                          : QStringLiteral("The photo itself is not part of the package"));
        out.write(line.end());
    }
}

void CamtrapPackage::writeObservations(SpoolWriter &out) const
{
    out.write(
        "observationID,deploymentID,mediaID,eventID,eventStart,eventEnd,observationLevel,observationType,"
        "cameraSetupType,"
        "scientificName,count,lifeStage,sex,behavior,individualID,individualPositionRadius,individualPositionAngle,"
        "individualSpeed,bboxX,bboxY,bboxWidth,bboxHeight,classificationMethod,classifiedBy,classificationTimestamp,"
        "classificationProbability,observationTags,observationComments\r\n");
    for (const DatasetRecord *record : m_records) {
        const season::DetectionRow &row = record->row;
        const CamtrapClass known = camtrapClass(row.classification);
        const bool byPerson = row.corrected || row.reviewed;
        CsvLine line;
        line.plain(row.id.toLatin1()).plain(row.locationId.toLatin1()).plain(row.imageId.toLatin1());
        line.plain((row.burstId.isEmpty() ? row.imageId : row.burstId).toLatin1());
        line.plain(time(row.taken)).plain(time(row.taken)).plain("media").plain(known.type).plain({});
        const Taxon *taxon = taxonOf(*record);
        line.plain(taxon != nullptr ? taxon->scientificName : "")
            .plain("1")
            .plain(known.lifeStage)
            .plain(known.sex)
            .plain({});
        line.plain(row.deerId.toLatin1());
        leaveEmpty(line, 3);
        if (const std::optional<QRectF> box = shareOf(*record, m_dataset.boxUnit))
            line.plain(written(box->x()))
                .plain(written(box->y()))
                .plain(written(box->width()))
                .plain(written(box->height()));
        else
            leaveEmpty(line, 4);
        line.plain(byPerson ? "human" : "machine");
        leaveEmpty(line, 2);
        line.plain(!byPerson && row.confidence >= 0 && row.confidence <= 1 ? QByteArray::number(row.confidence, 'f', 4)
                                                                           : QByteArray());
        line.text(row.classification.isEmpty() ? QString() : QStringLiteral("class:") + className(row.classification));
        line.text(record->damaged ? QStringLiteral("The photo's file is damaged") : QString());
        out.write(line.end());
    }
}

void CamtrapPackage::writeLeftOut(SpoolWriter &out) const
{
    out.write("detection_id,image_id,location,reason\r\n");
    for (const auto &[record, reason] : m_leftOut) {
        CsvLine line;
        line.plain(record->row.id.toLatin1()).plain(record->row.imageId.toLatin1()).text(record->row.location);
        line.text(QString::fromLatin1(reason));
        out.write(line.end());
    }
}

} // namespace herdbook::render
