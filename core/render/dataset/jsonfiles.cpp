// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/record.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

/// A static library's resources are not there by themselves. The macro has to stand outside of any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(dataset);
}

namespace herdbook::render {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray numbersOf(const QRectF &rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QJsonObject toJson(const DatasetRecord &record, const QTimeZone &zone)
{
    const season::DetectionRow &row = record.row;
    const bool hasCrop = !record.cropFile.isEmpty();
    return {
        {QStringLiteral("detection_id"), row.id},
        {QStringLiteral("image_id"), row.imageId},
        {QStringLiteral("filename"), row.filename},
        {QStringLiteral("taken_utc"), row.taken.toString(Qt::ISODate)},
        {QStringLiteral("taken_local"), row.taken.toTimeZone(zone).toString(Qt::ISODate)},
        {QStringLiteral("location_id"), textOrNull(row.locationId)},
        {QStringLiteral("location"), textOrNull(row.location)},
        {QStringLiteral("classification"), row.classification},
        {QStringLiteral("original_classification"), row.originalClassification},
        {QStringLiteral("corrected"), row.corrected},
        {QStringLiteral("confidence"), row.confidence},
        {QStringLiteral("bbox"), record.box ? QJsonValue(numbersOf(*record.box)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("deer_id"), textOrNull(row.deerId)},
        {QStringLiteral("deer_name"), textOrNull(row.deerName)},
        {QStringLiteral("burst_group_id"), textOrNull(row.burstId)},
        {QStringLiteral("reviewed"), row.reviewed},
        {QStringLiteral("valid"), row.valid},
        {QStringLiteral("duplicate"), row.duplicate},
        {QStringLiteral("crop_file"), textOrNull(record.cropFile)},
        {QStringLiteral("crop_size"), hasCrop
                                          ? QJsonValue(QJsonArray{record.cropSize.width(), record.cropSize.height()})
                                          : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("missing"), record.fault ? QJsonValue(wireName(*record.fault)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("damaged"),
         record.knownDamage() ? QJsonValue(*record.knownDamage()) : QJsonValue(QJsonValue::Null)}};
}

/// The same number in every export for a class of another name, without a list of all there are: 1001 to 1,000,000 by the name.
int categoryNumber(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return 1001 + static_cast<int>(qFromBigEndian<quint32>(hash.constData()) % 999'000);
}

/// One polygon around the whole crop: pycocotools takes no empty segmentation.
QJsonArray outlineOf(const QSize &size)
{
    const int right = size.width(), bottom = size.height();
    return {QJsonArray{0, 0, right, 0, right, bottom, 0, bottom}};
}

/// The head of a JSON object that goes on with a list: everything but the closing brace.
QByteArray opened(const QJsonObject &object, const QByteArray &list)
{
    QByteArray head = compact(object);
    head.chop(1);
    return head + (object.isEmpty() ? "\"" : ",\n\"") + list + "\":[";
}

} // namespace

QByteArray metadataSchema()
{
    loadResources();
    QFile file(QStringLiteral(":/herdbook/render/metadata.schema.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeMetadataJson(SpoolWriter &out, const Dataset &dataset)
{
    const QJsonObject head = {{QStringLiteral("$schema"), QStringLiteral("metadata.schema.json")},
                              {QStringLiteral("format"), QStringLiteral("herdbook-dataset")},
                              {QStringLiteral("version"), 1},
                              {QStringLiteral("time_zone"), QString::fromLatin1(dataset.zone.id())},
                              {QStringLiteral("request"), exports::toJson(dataset.request)},
                              {QStringLiteral("bbox_unit"), dataset.boxUnit == BoxUnit::Pixels
                                                                ? QStringLiteral("pixels")
                                                                : QStringLiteral("fractions")},
                              {QStringLiteral("detection_count"), static_cast<qint64>(dataset.records.size())},
                              {QStringLiteral("crop_count"), dataset.cropCount()},
                              {QStringLiteral("missing_count"), dataset.missingCount()},
                              {QStringLiteral("damaged_count"), dataset.counts().withCrop},
                              {QStringLiteral("remarks"), QJsonArray::fromStringList(dataset.remarks)},
                              {QStringLiteral("unknown_ids"), QJsonArray::fromStringList(dataset.unknownIds)},
                              {QStringLiteral("photoless_ids"), QJsonArray::fromStringList(dataset.photolessIds)}};
    out.write(opened(head, "detections"));
    bool first = true;
    for (const DatasetRecord &record : dataset.records) {
        out.write((first ? "\n" : ",\n") + compact(toJson(record, dataset.zone)));
        first = false;
    }
    out.write("\n]}\n");
}

void writeCoco(SpoolWriter &out, const Dataset &dataset)
{
    const QStringList &known = exports::knownClassifications();
    QJsonArray categories;
    QHash<QString, int> numbers;
    const auto addCategory = [&](const QString &name, int number) {
        numbers.insert(name, number);
        const bool deer = exports::deerClassifications().contains(name);
        categories.append(
            QJsonObject{{QStringLiteral("id"), number},
                        {QStringLiteral("name"), name},
                        {QStringLiteral("supercategory"), deer ? QStringLiteral("deer") : QStringLiteral("other")}});
    };
    for (qsizetype i = 0; i < known.size(); ++i)
        addCategory(known[i], static_cast<int>(i) + 1);
    QMap<QString, int> others; // by name, so that the order of the detections plays no part
    for (const DatasetRecord &record : dataset.records) {
        if (const QString name = className(record.row.classification); !numbers.contains(name))
            others.insert(name, categoryNumber(name));
    }
    QSet<int> taken;
    for (auto at = others.begin(); at != others.end(); ++at) {
        while (taken.contains(*at))
            ++*at;
        taken.insert(*at);
        addCategory(at.key(), *at);
    }
    const QJsonObject head = {
        {QStringLiteral("info"),
         QJsonObject{{QStringLiteral("description"), QStringLiteral("Deer detections, exported by Herdbook")},
                     {QStringLiteral("version"), QStringLiteral("1")}}},
        {QStringLiteral("licenses"), QJsonArray()},
        {QStringLiteral("categories"), categories}};
    const auto list = [&](bool invalidToo, const std::function<QJsonObject(int, const DatasetRecord &)> &make) {
        int number = 0;
        const char *before = "\n";
        for (const DatasetRecord &record : dataset.records) {
            if (record.cropFile.isEmpty())
                continue;
            ++number;
            if (!record.row.valid && !invalidToo)
                continue;
            out.write(before + compact(make(number, record)));
            before = ",\n";
        }
    };
    out.write(opened(head, "images"));
    list(true, [](int number, const DatasetRecord &record) {
        return QJsonObject{{QStringLiteral("id"), number},
                           {QStringLiteral("file_name"), record.cropFile},
                           {QStringLiteral("width"), record.cropSize.width()},
                           {QStringLiteral("height"), record.cropSize.height()},
                           {QStringLiteral("date_captured"), record.row.taken.toString(Qt::ISODate)},
                           {QStringLiteral("damaged"), record.damaged},
                           {QStringLiteral("valid"), record.row.valid},
                           {QStringLiteral("duplicate"), record.row.duplicate},
                           {QStringLiteral("photo"), record.row.filename},
                           {QStringLiteral("location"), textOrNull(record.row.location)}};
    });
    out.write("\n],\n\"annotations\":[");
    list(false, [&numbers](int number, const DatasetRecord &record) {
        const QSize size = record.cropSize;
        return QJsonObject{{QStringLiteral("id"), number},
                           {QStringLiteral("image_id"), number},
                           {QStringLiteral("category_id"), numbers.value(className(record.row.classification))},
                           {QStringLiteral("bbox"), QJsonArray{0, 0, size.width(), size.height()}},
                           {QStringLiteral("area"), size.width() * size.height()},
                           {QStringLiteral("iscrowd"), 0},
                           {QStringLiteral("segmentation"), outlineOf(size)},
                           {QStringLiteral("damaged"), record.damaged},
                           {QStringLiteral("duplicate"), record.row.duplicate},
                           {QStringLiteral("detection_id"), record.row.id},
                           {QStringLiteral("deer_id"), textOrNull(record.row.deerId)},
                           {QStringLiteral("photo_bbox"), numbersOf(record.source)}};
    });
    out.write("\n]}\n");
}

} // namespace herdbook::render
