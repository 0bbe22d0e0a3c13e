// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/record.h"

#include "core/render/dataset/csv.h"
#include "core/season/calendar.h"

#include <algorithm>
#include <map>

namespace herdbook::render {

namespace {

QByteArray flag(bool value)
{
    return value ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
}

const QString UnknownId = QStringLiteral("unknown_id");
const QString UnknownPhoto = QStringLiteral("photo_unknown");

int exports::CropCounts::*countOf(CropFault fault)
{
    switch (fault) {
    case CropFault::PhotoUnreadable:
    case CropFault::PhotoTooLarge:
        return &exports::CropCounts::unreadable;
    case CropFault::PhotoDamaged:
        return &exports::CropCounts::damaged;
    case CropFault::PhotoOutside:
    case CropFault::OutsidePhoto:
        return &exports::CropCounts::outside;
    case CropFault::PhotoMissing:
    case CropFault::BadBox:
    case CropFault::BoxTooSmall:
        break;
    }
    return &exports::CropCounts::missing;
}

/// Class names come from the database: anything but a plain word doesn't become a folder.
QString folderName(const QString &wild)
{
    const QString classification = className(wild);
    const bool plain = std::all_of(classification.begin(), classification.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
    });
    return plain && !classification.isEmpty() ? classification : QStringLiteral("other");
}

} // namespace

QString className(const QString &classification)
{
    const QString name = classification.simplified().toLower();
    return name.isEmpty() ? QStringLiteral("unclassified") : name;
}

int Dataset::missingCount() const
{
    const auto faults =
        std::count_if(records.begin(), records.end(), [](const auto &record) { return record.fault.has_value(); });
    return static_cast<int>(faults) + unlistedCount();
}

exports::CropCounts Dataset::counts() const
{
    using exports::CropCounts;
    CropCounts counts;
    counts.missing = unlistedCount();
    if (!unknownIds.isEmpty())
        counts.reasons[UnknownId].detections = static_cast<int>(unknownIds.size());
    if (!photolessIds.isEmpty())
        counts.reasons[UnknownPhoto].detections = static_cast<int>(photolessIds.size());
    QHash<QString, QSet<QString>> photos;
    QSet<QString> named;
    std::map<QString, int> whys;
    for (const DatasetRecord &record : records) {
        if (!record.fault && !record.damaged)
            continue;
        const CropFault fault = record.fault.value_or(CropFault::PhotoDamaged);
        ++(counts.*countOf(fault));
        counts.withCrop += record.fault ? 0 : 1;
        CropCounts::Reason &reason = counts.reasons[wireName(fault)];
        ++reason.detections;
        if (!photos[wireName(fault)].contains(record.row.imageId)) {
            photos[wireName(fault)].insert(record.row.imageId);
            ++reason.photos;
        }
        if (counts.names.size() < CropCounts::MostNames && !named.contains(record.row.imageId)) {
            named.insert(record.row.imageId);
            counts.names << record.row.filename;
        }
        if (fault == CropFault::PhotoUnreadable && !record.why.isEmpty())
            ++whys[record.why];
    }
    while (!whys.empty() && counts.whys.size() < CropCounts::MostWhys) {
        const auto most = std::ranges::max_element(whys, {}, &std::pair<const QString, int>::second);
        counts.whys << most->first;
        whys.erase(most);
    }
    return counts;
}

int Dataset::cropCount() const
{
    return static_cast<int>(
        std::count_if(records.begin(), records.end(), [](const auto &record) { return !record.cropFile.isEmpty(); }));
}

QString cropFileOf(const season::DetectionRow &row, exports::GroupBy groupBy, const QTimeZone &zone)
{
    return QStringLiteral("crops/%1/%2/%3.jpg")
        .arg(season::unitKey(row.taken.toTimeZone(zone).date(), groupBy), folderName(row.classification), row.id);
}

QByteArray tableMark(const Dataset &dataset)
{
    return dataset.request.csvForExcel ? "\xef\xbb\xbf" : "";
}

void writeMetadataCsv(SpoolWriter &out, const Dataset &dataset)
{
    out.write(tableMark(dataset));
    out.write("detection_id,image_id,filename,taken_utc,taken_local,location_id,location,classification,original_"
              "classification,corrected,"
              "confidence,bbox_x,bbox_y,bbox_width,bbox_height,deer_id,deer_name,burst_group_id,reviewed,valid,"
              "duplicate,crop_file,"
              "crop_width,crop_height,missing,damaged\r\n");
    for (const DatasetRecord &record : dataset.records) {
        const season::DetectionRow &row = record.row;
        CsvLine line;
        line.plain(row.id.toLatin1()).plain(row.imageId.toLatin1()).text(row.filename);
        line.plain(row.taken.toString(Qt::ISODate).toLatin1())
            .plain(row.taken.toTimeZone(dataset.zone).toString(Qt::ISODate).toLatin1());
        line.plain(row.locationId.toLatin1())
            .text(row.location)
            .text(row.classification)
            .text(row.originalClassification);
        line.plain(flag(row.corrected)).number(row.confidence, 4);
        for (const double value : record.box ? std::array<double, 4>{record.box->x(), record.box->y(),
                                                                     record.box->width(), record.box->height()}
                                             : std::array<double, 4>{}) {
            if (record.box)
                line.plain(QByteArray::number(value, 'g', 10));
            else
                line.plain({});
        }
        line.plain(row.deerId.toLatin1()).text(row.deerName).plain(row.burstId.toLatin1());
        line.plain(flag(row.reviewed))
            .plain(flag(row.valid))
            .plain(flag(row.duplicate))
            .plain(record.cropFile.toUtf8());
        const bool hasCrop = !record.cropFile.isEmpty();
        line.plain(hasCrop ? QByteArray::number(record.cropSize.width()) : QByteArray());
        line.plain(hasCrop ? QByteArray::number(record.cropSize.height()) : QByteArray());
        line.plain(record.fault ? wireName(*record.fault).toLatin1() : QByteArray());
        const std::optional<bool> damaged = record.knownDamage();
        line.plain(damaged ? flag(*damaged) : QByteArray());
        out.write(line.end());
    }
}

void writeMissingCsv(SpoolWriter &out, const Dataset &dataset)
{
    out.write(tableMark(dataset));
    out.write("detection_id,filename,reason,explanation,crop_file\r\n");
    const auto writeUnlisted = [&out](const QStringList &ids, const QString &reason, const QByteArray &explanation) {
        for (const QString &id : ids)
            out.write(
                CsvLine().plain(id.toLatin1()).plain({}).plain(reason.toLatin1()).plain(explanation).plain({}).end());
    };
    writeUnlisted(dataset.unknownIds, UnknownId, "The database has no such detection");
    writeUnlisted(dataset.photolessIds, UnknownPhoto, "The database has the detection, but not its photo");
    for (const DatasetRecord &record : dataset.records) {
        if (!record.fault && !record.damaged)
            continue;
        const CropFault fault = record.fault.value_or(CropFault::PhotoDamaged);
        out.write(CsvLine()
                      .plain(record.row.id.toLatin1())
                      .text(record.row.filename)
                      .plain(wireName(fault).toLatin1())
                      .text(record.why.isEmpty() ? describe(fault) : record.why)
                      .plain(record.cropFile.toUtf8())
                      .end());
    }
}

namespace {

/// What a file is, in lines of the README.
struct Described
{
    const char *name;
    const char *words;
};

constexpr Described Files[] = {
    {"metadata.csv", "one line for each detection (RFC 4180, UTF-8). An apostrophe before = + - @ keeps spreadsheets\n"
                     "from taking text for a formula; remove it to get the original text."},
    {"metadata.json", "each detection with types, and the request; described by metadata.schema.json"},
    {"annotations.json", "COCO: one picture and one annotation for each crop, ready for training; the picture of a "
                         "detection\nthat is marked as invalid has no annotation, a duplicate's says duplicate"},
    {"individuals.csv", "capture history: a known deer a row, a day, week or month a column (1 seen, 0 not, empty "
                        "where no\ncamera worked, or none of its photos are read); with occasions.csv and effort.csv "
                        "what\ncapture-recapture software reads"},
    {"occasions.csv", "dates, camera-days and cameras of these columns; photos that aren't read yet count for none"},
    {"effort.csv", "camera-days of each location in each of them, as far as its photos tell"},
    {"missing.csv", "what was asked for and could not be delivered, and crops of damaged photos, with the reason"},
};

QString fileList(const Dataset &dataset, const QStringList &files)
{
    const QString indent = QStringLiteral("\r\n") + QString(25, u' ');
    QString text;
    const auto add = [&](const QString &name, const QString &words) {
        text += QStringLiteral("  %1%2\r\n").arg(name.leftJustified(23), QString(words).replace(u'\n', indent));
    };
    for (const Described &file : Files) {
        if (const QString name = QString::fromLatin1(file.name); files.contains(name))
            add(name, QString::fromLatin1(file.words));
    }
    if (dataset.cropCount() > 0)
        add(QStringLiteral("crops/PERIOD/CLASS/"),
            QStringLiteral("one JPEG for each detection, upright, longest side at most %1 pixels, never enlarged")
                .arg(dataset.request.cropSize));
    add(QStringLiteral("manifest.sha256"), QStringLiteral("check with: sha256sum -c manifest.sha256"));
    return text;
}

} // namespace

QByteArray readme(const Dataset &dataset, const QStringList &files)
{
    const exports::ExportRequest &request = dataset.request;
    QString text = QStringLiteral("Deer detections from camera traps, exported by Herdbook\r\n\r\n");
    if (!request.title.isEmpty())
        text += request.title + QStringLiteral("\r\n");
    if (request.detectionIds.isEmpty())
        text += QStringLiteral("Period: %1 (%2)\r\n")
                    .arg(season::periodName(request.start, request.end), QString::fromLatin1(dataset.zone.id()));
    text += QStringLiteral("Detections: %1\r\n").arg(dataset.records.size());
    const auto marked = [&](const QString &words, const auto &is) {
        if (const auto count = std::count_if(dataset.records.begin(), dataset.records.end(), is); count > 0)
            text += words.arg(count);
    };
    marked(QStringLiteral("  marked as invalid (`valid` is false): %1\r\n"),
           [](const DatasetRecord &record) { return !record.row.valid; });
    marked(QStringLiteral("  marked as duplicates: %1\r\n"),
           [](const DatasetRecord &record) { return record.row.duplicate; });
    marked(QStringLiteral("  without a class (`classification` is empty; they are no deer of an unknown kind): %1\r\n"),
           [](const DatasetRecord &record) { return record.row.classification.isEmpty(); });
    marked(QStringLiteral("  without a usable box (malformed, without area, or of another unit; its columns are "
                          "empty): %1\r\n"),
           [](const DatasetRecord &record) { return !record.box; });
    if (request.includeCrops) {
        const exports::CropCounts counts = dataset.counts();
        text += QStringLiteral("Crops: %1\r\nMissing: %2\r\nDamaged, flagged: %3\r\n")
                    .arg(dataset.cropCount())
                    .arg(dataset.missingCount())
                    .arg(counts.withCrop);
        for (const QString &why : counts.whys)
            text += QStringLiteral("  Photos that can't be read: %1\r\n").arg(why);
    } else
        text += QStringLiteral("Not in the database, or without their photo there: %1\r\nCrops: not asked for. No "
                               "photo was opened: whether they are "
                               "there and whole isn't known, and the columns of the\r\n"
                               "crops (crop_file, crop_width, crop_height, crop_size, missing, damaged) are empty.\r\n")
                    .arg(dataset.missingCount());
    if (dataset.boxUnit == BoxUnit::Fractions)
        text += QStringLiteral(
            "All boxes of this database are in fractions (0 to 1, or a little beyond) of the photo's width and height, "
            "and were taken so.\r\n");
    for (const QString &remark : dataset.remarks)
        text += QStringLiteral("Note: %1.\r\n").arg(remark);
    text += QStringLiteral("\r\nFiles\r\n") + fileList(dataset, files);
    text += QStringLiteral(
                "\r\n%1 of the photo as it is stored, before any rotation its EXIF data asks for. A class a person "
                "corrected\r\n"
                "stands in `classification`, the automatic one in `original_classification`. `mature`, `mid` and "
                "`young` are bucks.\r\n")
                .arg(dataset.boxUnit == BoxUnit::Pixels ? QStringLiteral("Boxes are in pixels")
                                                        : QStringLiteral("Boxes are in fractions"));
    if (request.includeCrops)
        text += QStringLiteral(
            "`damaged`: the photo's file is damaged in or above the crop, which may be displaced, discolored or "
            "coarse; better not trained on.\r\n"
            "It is empty where there is no crop. Damage that leaves no trace can't be told: BMP, uncompressed TIFF and "
            "WebP have no sums, so\r\n"
            "only lost sectors and files that break off are seen there; in JPEG what still decodes as a picture of the "
            "right length may pass.\r\n");
    text += QStringLiteral("The times of the files in this archive are those of the photos, in UTC.\r\n");
    return text.toUtf8();
}

} // namespace herdbook::render
