// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/render/formats.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <cmath>

namespace herdbook::test {

namespace {

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
}

/// A field of a table schema: type, whether it is required, its range or vocabulary.
struct Field
{
    const char *name;
    char type = 's'; ///< string, number, integer, boolean, date-time
    bool required = false;
    double least = -HUGE_VAL, most = HUGE_VAL;
    const char *words = nullptr; ///< with | between
    const char *pattern = nullptr;
};

// deployments-table-schema.json, media-table-schema.json and observations-table-schema.json of camtrap-dp 1.0.
const QList<Field> Deployments = {{"deploymentID", 's', true},
                                  {"locationID"},
                                  {"locationName"},
                                  {"latitude", 'n', true, -90, 90},
                                  {"longitude", 'n', true, -180, 180},
                                  {"coordinateUncertainty", 'i', false, 1},
                                  {"deploymentStart", 't', true},
                                  {"deploymentEnd", 't', true},
                                  {"setupBy"},
                                  {"cameraID"},
                                  {"cameraModel"},
                                  {"cameraDelay", 'i', false, 0},
                                  {"cameraHeight", 'n', false, 0},
                                  {"cameraDepth", 'n', false, 0},
                                  {"cameraTilt", 'i', false, -90, 90},
                                  {"cameraHeading", 'i', false, 0, 360},
                                  {"detectionDistance", 'n', false, 0},
                                  {"timestampIssues", 'b'},
                                  {"baitUse", 'b'},
                                  {"featureType", 's', false, -HUGE_VAL, HUGE_VAL,
                                   "roadPaved|roadDirt|trailHiking|trailGame|roadUnderpass|roadOverpass|roadBridge|"
                                   "culvert|burrow|nestSite|carcass|waterSource|"
                                   "fruitingTree"},
                                  {"habitat"},
                                  {"deploymentGroups"},
                                  {"deploymentTags"},
                                  {"deploymentComments"}};
const QList<Field> Media = {{"mediaID", 's', true},
                            {"deploymentID", 's', true},
                            {"captureMethod", 's', false, -HUGE_VAL, HUGE_VAL, "activityDetection|timeLapse"},
                            {"timestamp", 't', true},
                            {"filePath", 's', true, -HUGE_VAL, HUGE_VAL, nullptr, "^(?=^[^./~])(^((?!\\.{2}).)*$).*$"},
                            {"filePublic", 'b', true},
                            {"fileName"},
                            {"fileMediatype", 's', true, -HUGE_VAL, HUGE_VAL, nullptr, "^(image|video|audio)/.*$"},
                            {"exifData"},
                            {"favorite", 'b'},
                            {"mediaComments"}};
const QList<Field> Observations = {
    {"observationID", 's', true},
    {"deploymentID", 's', true},
    {"mediaID"},
    {"eventID"},
    {"eventStart", 't', true},
    {"eventEnd", 't', true},
    {"observationLevel", 's', true, -HUGE_VAL, HUGE_VAL, "media|event"},
    {"observationType", 's', true, -HUGE_VAL, HUGE_VAL, "animal|human|vehicle|blank|unknown|unclassified"},
    {"cameraSetupType", 's', false, -HUGE_VAL, HUGE_VAL, "setup|calibration"},
    {"scientificName"},
    {"count", 'i', false, 1},
    {"lifeStage", 's', false, -HUGE_VAL, HUGE_VAL, "adult|subadult|juvenile"},
    {"sex", 's', false, -HUGE_VAL, HUGE_VAL, "female|male"},
    {"behavior"},
    {"individualID"},
    {"individualPositionRadius", 'n', false, 0},
    {"individualPositionAngle", 'n', false, -90, 90},
    {"individualSpeed", 'n', false, 0},
    {"bboxX", 'n', false, 0, 1},
    {"bboxY", 'n', false, 0, 1},
    {"bboxWidth", 'n', false, 1e-15, 1},
    {"bboxHeight", 'n', false, 1e-15, 1},
    {"classificationMethod", 's', false, -HUGE_VAL, HUGE_VAL, "human|machine"},
    {"classifiedBy"},
    {"classificationTimestamp", 't'},
    {"classificationProbability", 'n', false, 0, 1},
    {"observationTags"},
    {"observationComments"}};

QString problemOf(const Field &field, const QString &value)
{
    if (value.isEmpty())
        return field.required ? QStringLiteral("is empty") : QString();
    bool good = true;
    if (field.type == 'n' || field.type == 'i') {
        const double number = value.toDouble(&good);
        good = good && number >= field.least && number <= field.most &&
               (field.type == 'n' || number == std::floor(number));
    } else if (field.type == 'b') {
        good = value == QLatin1String("true") || value == QLatin1String("false");
    } else if (field.type == 't') {
        static const QRegularExpression form(
            QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)\\z"));
        good = form.match(value).hasMatch();
    }
    if (field.words != nullptr)
        good = good && QString::fromLatin1(field.words).split(u'|').contains(value);
    if (field.pattern != nullptr)
        good = good && QRegularExpression(QString::fromLatin1(field.pattern)).match(value).hasMatch();
    return good ? QString() : QStringLiteral("can't be \"%1\"").arg(value);
}

/// Checks one table; the values of its first field, which is its key.
QSet<QString> check(const QString &name, const QByteArray &csv, const QList<Field> &fields,
                    const QMap<QString, QSet<QString>> &references, QStringList &problems)
{
    QSet<QString> keys;
    const QList<QStringList> records = csvRecords(csv);
    QStringList header;
    for (const Field &field : fields)
        header << QString::fromLatin1(field.name);
    if (records.isEmpty() || records.first() != header) {
        problems << QStringLiteral("%1: the header is another one").arg(name);
        return keys;
    }
    for (qsizetype row = 1; row < records.size(); ++row) {
        const QStringList &record = records[row];
        const auto say = [&](const QString &what) {
            problems << QStringLiteral("%1, record %2: %3").arg(name).arg(row).arg(what);
        };
        if (record.size() != fields.size()) {
            say(QStringLiteral("%1 fields").arg(record.size()));
            continue;
        }
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (const QString problem = problemOf(fields[i], record[i]); !problem.isEmpty())
                say(header[i] + u' ' + problem);
            if (references.contains(header[i]) && !record[i].isEmpty() && !references[header[i]].contains(record[i]))
                say(header[i] + QStringLiteral(" leads nowhere"));
        }
        if (keys.contains(record.first()))
            say(QStringLiteral("the key is there twice"));
        keys.insert(record.first());
    }
    return keys;
}

} // namespace

QList<QStringList> csvRecords(const QByteArray &csv)
{
    QList<QStringList> records;
    QStringList record;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (quoted && c == u'"' && at + 1 < text.size() && text.at(at + 1) == u'"') {
            field += c;
            ++at;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u',') {
            record << std::exchange(field, {});
        } else if (!quoted && c == u'\n') {
            record << std::exchange(field, {});
            records << std::exchange(record, {});
        } else if (quoted || c != u'\r') {
            field += c;
        }
    }
    return records;
}

QStringList camtrapProblems(const QMap<QString, QByteArray> &files)
{
    QStringList problems;
    const auto file = [&files](const char *name) { return files.value(QString::fromLatin1(name)); };
    const QSet<QString> deployments =
        check(QStringLiteral("deployments"), file("deployments.csv"), Deployments, {}, problems);
    const QMap<QString, QSet<QString>> places{{QStringLiteral("deploymentID"), deployments}};
    const QSet<QString> media = check(QStringLiteral("media"), file("media.csv"), Media, places, problems);
    QMap<QString, QSet<QString>> both = places;
    both.insert(QStringLiteral("mediaID"), media);
    check(QStringLiteral("observations"), file("observations.csv"), Observations, both, problems);

    // What a reader takes for an error though each table is right: an observation or photo before or after its deployment.
    QMap<QString, std::pair<QDateTime, QDateTime>> bounds;
    const auto at = [](const QStringList &record, const QList<Field> &fields, const char *name) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const Field &one) { return qstrcmp(one.name, name) == 0; });
        return record.value(field - fields.begin());
    };
    const auto moment = [&](const QStringList &record, const QList<Field> &fields, const char *name) {
        return QDateTime::fromString(at(record, fields, name), Qt::ISODate);
    };
    for (const QStringList &record : csvRecords(file("deployments.csv")).mid(1)) {
        bounds.insert(record.first(),
                      {moment(record, Deployments, "deploymentStart"), moment(record, Deployments, "deploymentEnd")});
        if (bounds[record.first()].first > bounds[record.first()].second)
            problems << QStringLiteral("a deployment ends before it begins");
    }
    const auto within = [&](const QStringList &record, const QList<Field> &fields, const char *from, const char *to) {
        const auto place = bounds.value(at(record, fields, "deploymentID"));
        if (moment(record, fields, from) < place.first || moment(record, fields, to) > place.second ||
            moment(record, fields, from) > moment(record, fields, to))
            problems << QStringLiteral("%1 is not within its deployment").arg(record.first());
    };
    for (const QStringList &record : csvRecords(file("media.csv")).mid(1))
        within(record, Media, "timestamp", "timestamp");
    for (const QStringList &record : csvRecords(file("observations.csv")).mid(1))
        within(record, Observations, "eventStart", "eventEnd");

    const QJsonObject package = QJsonDocument::fromJson(file("datapackage.json")).object();
    for (const char *name :
         {"resources", "profile", "created", "contributors", "project", "spatial", "temporal", "taxonomic"}) {
        if (!package.contains(QLatin1String(name)))
            problems << QStringLiteral("datapackage.json has no %1").arg(QLatin1String(name));
    }
    for (const char *name : {"title", "samplingDesign", "captureMethod", "individualAnimals", "observationLevel"}) {
        if (!package[QLatin1String("project")].toObject().contains(QLatin1String(name)))
            problems << QStringLiteral("its project has no %1").arg(QLatin1String(name));
    }
    QStringList names;
    for (const QJsonValue &resource : package[QLatin1String("resources")].toArray()) {
        const QString name = resource[QLatin1String("name")].toString();
        names << name;
        if (!files.contains(resource[QLatin1String("path")].toString()) ||
            resource[QLatin1String("profile")] != QLatin1String("tabular-data-resource") ||
            resource[QLatin1String("schema")] !=
                QString(QStringLiteral("https://raw.githubusercontent.com/tdwg/camtrap-dp/1.0/") + name +
                        QStringLiteral("-table-schema.json")))
            problems << QStringLiteral("resource %1 is not described").arg(name);
    }
    if (names != QStringList{QStringLiteral("deployments"), QStringLiteral("media"), QStringLiteral("observations")})
        problems << QStringLiteral("its resources are ") + names.join(u' ');
    if (package[QLatin1String("contributors")].toArray().isEmpty())
        problems << QStringLiteral("it has no contributor");
    const QJsonArray licenses = package[QLatin1String("licenses")].toArray();
    if (package.contains(QLatin1String("licenses")) && licenses.size() < 2)
        problems << QStringLiteral("it needs a license for data and one for media");
    return problems;
}

QStringList cocoProblems(const QByteArray &json)
{
    QStringList problems;
    const QJsonObject coco = QJsonDocument::fromJson(json).object();
    for (const char *name : {"info", "images", "annotations", "categories"}) {
        if (!coco.contains(QLatin1String(name)))
            problems << QStringLiteral("no ") + QLatin1String(name);
    }
    const auto idsOf = [&](const char *list) {
        QMap<qint64, QJsonObject> ids;
        for (const QJsonValue &item : coco[QLatin1String(list)].toArray()) {
            const QJsonValue id = item[QLatin1String("id")];
            if (!isWhole(id) || ids.contains(id.toInteger()))
                problems << QStringLiteral("an id of %1 is no integer or there twice").arg(QLatin1String(list));
            ids.insert(id.toInteger(), item.toObject());
        }
        return ids;
    };
    const QMap<qint64, QJsonObject> images = idsOf("images");
    const QMap<qint64, QJsonObject> categories = idsOf("categories");
    const QMap<qint64, QJsonObject> annotations = idsOf("annotations");
    QSet<QString> names;
    for (const QJsonObject &category : categories) {
        const QString name = category[QLatin1String("name")].toString();
        if (name.isEmpty() || names.contains(name.trimmed().toLower()))
            problems << QStringLiteral("category \"%1\" is there in two spellings").arg(name);
        names.insert(name.trimmed().toLower());
    }
    for (const QJsonObject &image : images) {
        if (!isWhole(image[QLatin1String("width")]) || !isWhole(image[QLatin1String("height")]) ||
            image[QLatin1String("file_name")].toString().isEmpty())
            problems << QStringLiteral("an image has no file or size");
    }
    for (const QJsonObject &annotation : annotations) {
        const auto say = [&](const char *what) {
            problems << QStringLiteral("annotation %1: %2")
                            .arg(annotation[QLatin1String("id")].toInteger())
                            .arg(QLatin1String(what));
        };
        const QJsonObject image = images.value(annotation[QLatin1String("image_id")].toInteger());
        if (image.isEmpty() || !categories.contains(annotation[QLatin1String("category_id")].toInteger()))
            say("its image or category is missing");
        const QJsonArray box = annotation[QLatin1String("bbox")].toArray();
        if (box.size() != 4 || box[0].toDouble() < 0 || box[1].toDouble() < 0 || box[2].toDouble() <= 0 ||
            box[3].toDouble() <= 0 ||
            box[0].toDouble() + box[2].toDouble() > image[QLatin1String("width")].toDouble() ||
            box[1].toDouble() + box[3].toDouble() > image[QLatin1String("height")].toDouble())
            say("its box is not within the image");
        const QJsonValue crowd = annotation[QLatin1String("iscrowd")];
        if (!isWhole(crowd) || crowd.toInt(9) != 0)
            say("iscrowd must be 0 where polygons follow");
        if (annotation[QLatin1String("area")].toDouble() <= 0)
            say("no area");
        const QJsonArray polygons = annotation[QLatin1String("segmentation")].toArray();
        if (polygons.isEmpty())
            say("no segmentation");
        for (const QJsonValue &polygon : polygons) {
            if (polygon.toArray().size() < 6 || polygon.toArray().size() % 2 != 0)
                say("a polygon of fewer than three points");
        }
    }
    return problems;
}

} // namespace herdbook::test
