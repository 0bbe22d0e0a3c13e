// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/cropcounts.h"
#include "core/render/dataset/csv.h"
#include "core/render/exportmaker.h"
#include "tests/core/render/formats.h"
#include "tests/core/render/photos.h"
#include "tests/core/season/farm.h"
#include "tests/support/servers.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/inotify.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <zip.h>

using namespace herdbook;
using namespace herdbook::render;

class TestDataset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void csvFollowsTheStandard_data();
    void csvFollowsTheStandard();
    void archiveIsWhole();
    void sameDataSameBytes();
    void byDates();
    void whatIsMissingIsListed();
    void whatIsMissingIsCountedWithoutCropsToo();
    void aFolderWithoutItsDiskIsTheReason();
    void sameIdCountsOnce();
    void eachPhotoIsReadOnce();
    void cocoMatchesTheCrops();
    void oneCategoryInOneSpelling();
    void boxesInFractions();
    void damageIsFlagged();
    void excelGetsAMark();
    void camtrapKeepsTheStandard();
    void camtrapTellsWhatItLeavesOut();
    void camtrapHasEveryCamera();
    void camtrapCallsDeerWhatTheDatabaseDoes_data();
    void camtrapCallsDeerWhatTheDatabaseDoes();
    void impossibleDatesAreInNoHistory();
    void unreadPhotosAreTold();
    void camtrapWithoutCoordinates();
    void readmeListsWhatIsInside_data();
    void readmeListsWhatIsInside();
    void oddArchivesKeepTheStandards_data();
    void oddArchivesKeepTheStandards();
    void jsonMatchesItsSchema();
    void cleanup() { QCOMPARE(m_formatProblems, QStringList()); }
    void partsCanBeLeftOut();
    void progressReachesTheTotal();
    void cancelLeavesNothing();
    void failingDiskIsAnErrorInWords();
    void aFullDiskIsNamed_data();
    void aFullDiskIsNamed();
    void nothingFoundIsAnError();
    void unreachableServer();

private:
    struct Archive
    {
        QStringList names;
        QMap<QString, QByteArray> files;
        QMap<QString, int> methods;
    };
    Archive open(const QString &path);
    QList<QByteArray> linesOf(const QByteArray &csv);
    exports::ExportRequest requestOf(const QStringList &ids);
    Result<MadeExport> make(const exports::ExportRequest &request, const QString &name = QStringLiteral("set.zip"),
                            int threads = 2);
    QString store(const QByteArray &photo, const QString &name);
    QStringList left() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    test::Servers m_servers;
    std::unique_ptr<storage::Postgres> m_connection;
    std::unique_ptr<QTemporaryDir> m_folder;
    const QTimeZone m_zone{"America/Chicago"};
    QStringList m_formatProblems; ///< of all archives that the test opened
    QStringList m_ids;            // six detections on three photos, in October and November 2026
};

void TestDataset::initTestCase()
{
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

QString TestDataset::store(const QByteArray &photo, const QString &name)
{
    const QString path = m_servers.settings().imageFolder + u'/' + name;
    return test::writeFile(path, photo) ? QStringLiteral("/mnt/images/") + name : QString();
}

void TestDataset::init()
{
    m_formatProblems.clear();
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const Result<void> fresh = m_servers.freshDatabase();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    Result<std::unique_ptr<storage::Postgres>> opened = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(opened, qPrintable(test::reason(opened)));
    m_connection = std::move(*opened);
    test::Farm farm;
    m_ids.clear();
    const QString place = farm.location(QStringLiteral("=cmd|' /C calc'!A0, \"north\""));
    const QString atlas = farm.deer(QStringLiteral("@Atlas"), QStringLiteral("buck"));
    const QDateTime times[] = {QDateTime(QDate(2026, 10, 31), QTime(23, 59, 59), m_zone),
                               QDateTime(QDate(2026, 11, 1), QTime(0, 0), m_zone),
                               QDateTime(QDate(2026, 11, 22), QTime(6, 0), m_zone)};
    for (int i = 0; i < 3; ++i) {
        const QString path = store(test::jpegOf(test::scenery({960, 540}, static_cast<quint32>(i + 1))),
                                   QStringLiteral("photo%1.jpg").arg(i));
        const QString photo = farm.photo(times[i], place, path);
        test::Spotted animal;
        animal.classification = QStringLiteral("mature");
        animal.deer = atlas;
        m_ids << farm.detection(photo, animal);
        animal = {};
        animal.box = QStringLiteral(R"({"x": -30, "y": 200, "width": 700, "height": 500})");
        m_ids << farm.detection(photo, animal);
    }
    const Result<void> stored = farm.store(*m_connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
}

TestDataset::Archive TestDataset::open(const QString &path)
{
    Archive archive;
    int code = 0;
    zip_t *zip = zip_open(path.toLocal8Bit().constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (zip == nullptr)
        return archive;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat);
        QByteArray bytes(static_cast<qsizetype>(stat.size), '\0');
        zip_file_t *file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
        if (file == nullptr || zip_fread(file, bytes.data(), stat.size) != static_cast<zip_int64_t>(stat.size))
            bytes = "unreadable";
        zip_fclose(file);
        const QString name = QString::fromUtf8(stat.name);
        archive.names << name;
        archive.files.insert(name, bytes);
        archive.methods.insert(name, stat.comp_method);
    }
    zip_discard(zip);
    if (archive.files.contains(QStringLiteral("annotations.json")))
        m_formatProblems << test::cocoProblems(archive.files.value(QStringLiteral("annotations.json")));
    if (archive.files.contains(QStringLiteral("datapackage.json")))
        m_formatProblems << test::camtrapProblems(archive.files);
    return archive;
}

QList<QByteArray> TestDataset::linesOf(const QByteArray &csv)
{
    QList<QByteArray> lines;
    for (qsizetype from = 0, end = csv.indexOf("\r\n"); end >= 0; from = end + 2, end = csv.indexOf("\r\n", from))
        lines << csv.mid(from, end - from);
    return lines;
}

exports::ExportRequest TestDataset::requestOf(const QStringList &ids)
{
    exports::ExportRequest request;
    request.kind = exports::ExportKind::Zip;
    request.detectionIds = ids;
    return request;
}

Result<MadeExport> TestDataset::make(const exports::ExportRequest &request, const QString &name, int threads)
{
    return ExportMaker(m_servers.settings(), systemClock(), threads).make(request, m_folder->filePath(name));
}

void TestDataset::csvFollowsTheStandard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QStringLiteral("Creek") << QByteArray("Creek");
    QTest::newRow("comma") << QStringLiteral("a, b") << QByteArray("\"a, b\"");
    QTest::newRow("quotes") << QStringLiteral("the \"big\" one") << QByteArray("\"the \"\"big\"\" one\"");
    QTest::newRow("line break") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("not ASCII") << QStringLiteral("Höhe \u9e7f") << QStringLiteral("Höhe \u9e7f").toUtf8();
    QTest::newRow("formula") << QStringLiteral("=HYPERLINK(\"http://x\",\"y\")")
                             << QByteArray("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1");
    QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t'=1");
    QTest::newRow("after a semicolon") << QStringLiteral("a;=1;+2; \"@x") << QByteArray("\"a;'=1;'+2;' \"\"@x\"");
    QTest::newRow("after a tab") << QStringLiteral("a\t-1") << QByteArray("a\t'-1");
    QTest::newRow("after a line break") << QStringLiteral("a\n=1") << QByteArray("\"a\n'=1\"");
    QTest::newRow("no formula") << QStringLiteral("a; b-c = d") << QByteArray("a; b-c = d");
    QTest::newRow("full width") << QStringLiteral("\uff1d1") << QByteArray("'") + QStringLiteral("\uff1d1").toUtf8();
}

void TestDataset::csvFollowsTheStandard()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, field);
    QCOMPARE(CsvLine().plain("1").text(text).number(-0.5, 2).end(), QByteArray("1," + field + ",-0.50\r\n"));
}

void TestDataset::archiveIsWhole()
{
    const Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, 6);
    QCOMPARE(made.value().processed, 6);
    QCOMPARE(made.value().missing, 0);
    QFile file(made.value().path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(made.value().bytes, bytes.size());
    QCOMPARE(made.value().sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(left(), QStringList{QStringLiteral("set.zip")});

    const Archive archive = open(made.value().path);
    QStringList expected = {QStringLiteral("README.txt"),
                            QStringLiteral("metadata.schema.json"),
                            QStringLiteral("metadata.csv"),
                            QStringLiteral("metadata.json"),
                            QStringLiteral("annotations.json"),
                            QStringLiteral("crops/2026-10/doe/%1.jpg").arg(m_ids[1]),
                            QStringLiteral("crops/2026-10/mature/%1.jpg").arg(m_ids[0])};
    for (const int i : {3, 5})
        expected << QStringLiteral("crops/2026-11/doe/%1.jpg").arg(m_ids[i]);
    for (const int i : {2, 4})
        expected << QStringLiteral("crops/2026-11/mature/%1.jpg").arg(m_ids[i]);
    expected << QStringLiteral("manifest.sha256");
    QCOMPARE(archive.names, expected);
    for (const QString &name : archive.names)
        QCOMPARE(archive.methods.value(name),
                 name.endsWith(QLatin1String(".jpg")) ? int(ZIP_CM_STORE) : int(ZIP_CM_DEFLATE));

    const QList<QByteArray> lines = linesOf(archive.files.value(QStringLiteral("metadata.csv")));
    QCOMPARE(lines.size(), 7);
    QVERIFY2(lines[1].contains(m_ids[1].toLatin1()), lines[1].constData());
    QVERIFY2(lines[1].contains("2026-11-01T04:59:59Z,2026-10-31T23:59:59-05:00"), lines[1].constData());
    QVERIFY2(lines[1].contains(",\"'=cmd|' /C calc'!A0, \"\"north\"\"\","), lines[1].constData());
    QVERIFY2(lines[1].contains(",-30,200,700,500,"), lines[1].constData());
    QVERIFY2(lines[2].contains(",'@Atlas,"), lines[2].constData());

    const QImage crop = QImage::fromData(archive.files.value(QStringLiteral("crops/2026-11/doe/%1.jpg").arg(m_ids[3])));
    QCOMPARE(crop.size(), QSize(300, 152)); // (0, 200)-(670, 540) of the photo
    const QImage expectedCrop = QImage::fromData(test::jpegOf(test::scenery({960, 540}, 2)))
                                    .copy(0, 200, 670, 340)
                                    .scaled(300, 152, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY(test::difference(crop, expectedCrop) < 5);

    const QList<QByteArray> manifest = archive.files.value(QStringLiteral("manifest.sha256")).split('\n');
    QCOMPARE(manifest.size(), archive.names.size()); // all but itself, and the end
    for (const QByteArray &line : manifest.mid(0, manifest.size() - 1)) {
        const QByteArray content = archive.files.value(QString::fromUtf8(line.mid(66)));
        QCOMPARE(line.left(66),
                 QByteArray(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + "  "));
    }
}

void TestDataset::sameDataSameBytes()
{
    const Result<MadeExport> one = make(requestOf(m_ids), QStringLiteral("one.zip"), 1);
    QVERIFY2(one, qPrintable(test::reason(one)));
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Pacific/Auckland");
    tzset();
    const Result<MadeExport> other = make(requestOf(m_ids), QStringLiteral("other.zip"), 4);
    zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
    tzset();
    QVERIFY2(other, qPrintable(test::reason(other)));
    QCOMPARE(other.value().sha256, one.value().sha256);
}

void TestDataset::byDates()
{
    exports::ExportRequest request = requestOf({});
    request.start = QDate(2026, 11, 1);
    request.end = QDate(2026, 11, 22);
    request.groupBy = exports::GroupBy::Week;
    request.classifications = {QStringLiteral("mature")};
    const Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, 2);
    const Archive archive = open(made.value().path);
    QVERIFY(archive.names.contains(QStringLiteral("crops/2026-W44/mature/%1.jpg").arg(m_ids[2])));
    QVERIFY(archive.names.contains(QStringLiteral("crops/2026-W47/mature/%1.jpg").arg(m_ids[4])));
    QVERIFY(archive.files.value(QStringLiteral("README.txt")).contains("1 to 22 November 2026"));
}

void TestDataset::whatIsMissingIsListed()
{
    test::Farm farm; // its numbers begin anew: keep clear of those in the database
    QVERIFY(m_connection->runScript(QStringLiteral("TRUNCATE locations, images, deer, detections CASCADE")));
    const QDateTime noon(QDate(2026, 11, 5), QTime(12, 0), m_zone);
    const QString good =
        farm.photo(noon, {}, store(test::jpegOf(test::scenery({640, 480})), QStringLiteral("good.jpg")));
    const auto box = [](const char *json) {
        test::Spotted animal;
        animal.box = QString::fromLatin1(json);
        return animal;
    };
    QStringList ids = {farm.detection(good),
                       farm.detection(good, box(R"({"x": 10, "y": 10, "width": 0, "height": 10})")),
                       farm.detection(good, box(R"({"x": 700, "y": 10, "width": 10, "height": 10})")),
                       farm.detection(good, box("[1, 2]")),
                       farm.detection(farm.photo(noon, {}, QStringLiteral("/mnt/images/gone.jpg"))),
                       farm.detection(farm.photo(noon, {}, store("no picture", QStringLiteral("broken.jpg")))),
                       farm.detection(farm.photo(noon, {}, QStringLiteral("/mnt/images/../../etc/passwd"))),
                       QStringLiteral("99999999-9999-4999-8999-999999999999"),
                       farm.detection(good, box(R"({"x": 10, "y": 10, "width": 0.3, "height": 10})")),
                       farm.detection(good)};
    const Result<void> stored = farm.store(*m_connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    QVERIFY(m_connection->runScript(
        QStringLiteral("ALTER TABLE detections DROP CONSTRAINT detections_image_id_fkey; UPDATE detections SET "
                       "image_id = gen_random_uuid() WHERE id = '%1'")
            .arg(ids.last())));
    const Result<MadeExport> made = make(requestOf(ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, 10);
    QCOMPARE(made.value().processed, 10);
    QCOMPARE(made.value().missing, 9);
    const Archive archive = open(made.value().path);
    QCOMPARE(archive.names.filter(QStringLiteral("crops/")).size(), 1);
    const QList<QByteArray> lines = linesOf(archive.files.value(QStringLiteral("missing.csv")));
    QCOMPARE(lines.size(), 10);
    const char *reasons[] = {
        "",           "bad_box",       "outside_photo", "bad_box", "photo_missing", "photo_damaged", "photo_outside",
        "unknown_id", "box_too_small", "photo_unknown"};
    for (int i = 1; i < 10; ++i) {
        const auto row = std::find_if(lines.begin(), lines.end(),
                                      [&](const QByteArray &line) { return line.startsWith(ids[i].toLatin1()); });
        QVERIFY2(row != lines.end() && row->contains(reasons[i]), row == lines.end() ? "not listed" : row->constData());
    }
    QCOMPARE(linesOf(archive.files.value(QStringLiteral("metadata.csv"))).size(),
             9); // all that exist with their photos
    QVERIFY(made->crops);
    QCOMPARE(made->crops->reasons.value(QStringLiteral("photo_unknown")).detections, 1);
    const Result<MadeExport> alone = make(requestOf({ids.last()}), QStringLiteral("alone.zip"));
    QCOMPARE(test::reason(alone), QStringLiteral("The photo of the detection asked for is not in the database"));
}

void TestDataset::whatIsMissingIsCountedWithoutCropsToo()
{
    exports::ExportRequest request =
        requestOf(m_ids + QStringList{QStringLiteral("99999999-9999-4999-8999-999999999999")});
    request.includeCrops = false;
    Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(made->crops);
    QCOMPARE(made->crops->missing, 1);
    QCOMPARE(made->crops->total(), made->missing);
    QCOMPARE(made->crops->reasons.value(QStringLiteral("unknown_id")).detections, 1);
    request.detectionIds = m_ids;
    made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made->crops.value(), exports::CropCounts()); // counted, and nothing lacks
}

/// Three single missing photos would hide that it is one folder, whose disk isn't mounted.
void TestDataset::aFolderWithoutItsDiskIsTheReason()
{
    const QString disk = m_servers.settings().imageFolder + QStringLiteral("/disk");
    QVERIFY(QDir().mkpath(disk));
    const auto back = qScopeGuard([this, &disk] {
        (void)m_connection->execute(QStringLiteral("UPDATE images SET path = replace(path, '/disk/', '/')"));
        QDir().rmdir(disk);
    });
    QVERIFY(m_connection->execute(
        QStringLiteral("UPDATE images SET path = replace(path, '/mnt/images/', '/mnt/images/disk/')")));
    const Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(made->crops);
    QCOMPARE(made->crops->missing, 0);
    QCOMPARE(made->crops->unreadable, 6);
    const QString why = QStringLiteral("the folder %1 is empty, as it is while its disk isn't mounted").arg(disk);
    QCOMPARE(made->crops->whys.size(), 1);
    QVERIFY2(made->crops->whys.first().endsWith(why), qPrintable(made->crops->whys.first()));
    QJsonObject status;
    exports::insertCropCounts(status, *made->crops);
    QCOMPARE(exports::cropCountsIn(status), made->crops);
    QVERIFY(open(made->path).files.value(QStringLiteral("README.txt")).contains(why.toUtf8()));
}

void TestDataset::sameIdCountsOnce()
{
    const Result<MadeExport> made = make(requestOf({m_ids[0], m_ids[0], m_ids[0]}));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, 1);
    QCOMPARE(linesOf(open(made.value().path).files.value(QStringLiteral("metadata.csv"))).size(), 2);
}

void TestDataset::eachPhotoIsReadOnce()
{
    const int watch = inotify_init1(IN_NONBLOCK);
    for (int i = 0; i < 3; ++i)
        QVERIFY(
            inotify_add_watch(
                watch,
                (m_servers.settings().imageFolder + QStringLiteral("/photo%1.jpg").arg(i)).toLocal8Bit().constData(),
                IN_OPEN) > 0);
    const Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    alignas(inotify_event) char events[4096];
    const ssize_t bytes = read(watch, events, sizeof events);
    close(watch);
    QCOMPARE(bytes, ssize_t(3 * sizeof(inotify_event))); // six crops, three photos
}

void TestDataset::cocoMatchesTheCrops()
{
    const Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    const QJsonObject coco = QJsonDocument::fromJson(archive.files.value(QStringLiteral("annotations.json"))).object();
    const QJsonArray images = coco.value(QStringLiteral("images")).toArray();
    const QJsonArray annotations = coco.value(QStringLiteral("annotations")).toArray();
    QCOMPARE(images.size(), 6);
    QCOMPARE(annotations.size(), 6);
    QMap<int, QString> categories;
    for (const QJsonValue &category : coco.value(QStringLiteral("categories")).toArray())
        categories.insert(category[QStringLiteral("id")].toInt(), category[QStringLiteral("name")].toString());
    QCOMPARE(categories.size(), 10);
    for (int i = 0; i < 6; ++i) {
        const QJsonObject image = images[i].toObject();
        const QJsonObject annotation = annotations[i].toObject();
        const QString file = image.value(QStringLiteral("file_name")).toString();
        const QImage crop = QImage::fromData(archive.files.value(file));
        QCOMPARE(crop.size(),
                 QSize(image.value(QStringLiteral("width")).toInt(), image.value(QStringLiteral("height")).toInt()));
        QCOMPARE(annotation.value(QStringLiteral("image_id")), image.value(QStringLiteral("id")));
        QCOMPARE(annotation.value(QStringLiteral("bbox")).toArray(), (QJsonArray{0, 0, crop.width(), crop.height()}));
        QVERIFY(file.contains(categories.value(annotation.value(QStringLiteral("category_id")).toInt())));
    }
}

void TestDataset::oneCategoryInOneSpelling()
{
    const auto spell = [this](int at, const char *name) {
        return m_connection
            ->execute(QStringLiteral("UPDATE detections SET classification = $1 WHERE id = $2::uuid"),
                      {QString::fromLatin1(name), m_ids[at]})
            .hasValue();
    };
    QVERIFY(spell(1, "DOE") && spell(3, " doe") && spell(5, "doe") && spell(0, "Elk") && spell(2, "elk "));
    const auto categoriesIn = [this](const QStringList &ids) {
        QMap<QString, int> numbers;
        const Result<MadeExport> made = make(requestOf(ids));
        if (!made)
            return numbers;
        const Archive archive = open(made.value().path);
        const QJsonObject coco =
            QJsonDocument::fromJson(archive.files.value(QStringLiteral("annotations.json"))).object();
        for (const QJsonValue &category : coco[QStringLiteral("categories")].toArray())
            numbers.insert(category[QStringLiteral("name")].toString(), category[QStringLiteral("id")].toInt());
        return numbers;
    };
    const QMap<QString, int> all = categoriesIn(m_ids);
    QCOMPARE(all.size(), 11); // the known ones and the elk
    QCOMPARE(all.value(QStringLiteral("doe")), 2);
    QVERIFY(spell(4, "aoudad"));
    QMap<QString, int> more = categoriesIn(m_ids);
    QCOMPARE(more.size(), 12);
    more.remove(QStringLiteral("aoudad"));
    QCOMPARE(more, all); // the same number whatever else there is
}

void TestDataset::boxesInFractions()
{
    QVERIFY(m_connection->execute(
        QStringLiteral(R"(UPDATE detections SET bbox = '{"x": 0.25, "y": 0.5, "width": 0.5, "height": 0.25}')")));
    const auto withFirst = [this](const char *box) -> Result<MadeExport> {
        const auto set = m_connection->execute(
            QStringLiteral("UPDATE detections SET bbox = '%1' WHERE id = $1::uuid").arg(QLatin1String(box)),
            {m_ids[0]});
        return set ? make(requestOf(m_ids)) : Result<MadeExport>(set.error());
    };
    Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().crops.value(), exports::CropCounts());
    Archive archive = open(made.value().path);
    const QString name = archive.names.filter(QStringLiteral("crops/")).first();
    QCOMPARE(QImage::fromData(archive.files.value(name)).size(), QSize(300, 84)); // of 480 x 135
    QVERIFY(archive.files.value(QStringLiteral("README.txt")).contains("fractions"));
    // One that a detector let reach over the edge changes nothing.
    made = withFirst(R"({"x": 0, "y": 0.1, "width": 1.004, "height": 0.8})");
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().crops.value(), exports::CropCounts());
    // One box in pixels, and none of the others is a box.
    made = withFirst(R"({"x": 5, "y": 5, "width": 100, "height": 90})");
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().missing, 5);
    archive = open(made.value().path);
    QVERIFY(archive.files.value(QStringLiteral("missing.csv")).contains("bad_box,\"The box is in fractions"));
    // Without crops there is no such list, so the others say it.
    QVERIFY(
        m_connection->execute(QStringLiteral(R"(UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}')")));
    exports::ExportRequest request = requestOf(m_ids);
    request.includeCrops = false;
    request.includeCamtrapDp = true;
    made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    archive = open(made.value().path);
    QVERIFY(archive.files.value(QStringLiteral("README.txt"))
                .contains("without a usable box (malformed, without area, or of another unit; its columns are empty): "
                          "5\r\n"));
    QVERIFY(
        archive.files.value(QStringLiteral("datapackage.json")).contains("metadata.json has those that are usable"));
}

void TestDataset::damageIsFlagged()
{
    QByteArray photo = test::jpegOf(test::scenery({960, 540}, 1));
    photo.replace(photo.size() / 4, 4096, QByteArray(4096, '\0'));
    store(photo, QStringLiteral("photo0.jpg"));
    QVERIFY(QFile::remove(m_servers.settings().imageFolder + QStringLiteral("/photo2.jpg")));
    const Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const exports::CropCounts counts = made.value().crops.value();
    QCOMPARE(counts.missing, 2);
    QVERIFY(counts.damaged >= 1);
    QVERIFY(counts.names.contains(QStringLiteral("photo2.jpg")));
    const Archive archive = open(made.value().path);
    int flagged = 0;
    const QList<QStringList> table = test::csvRecords(archive.files.value(QStringLiteral("metadata.csv")));
    const qsizetype column = table.first().indexOf(QStringLiteral("damaged"));
    for (const QStringList &record : table)
        flagged += record.value(column) == QLatin1String("true") ? 1 : 0;
    QCOMPARE(flagged, counts.damaged);
    QCOMPARE(archive.files.value(QStringLiteral("missing.csv")).count("photo_damaged"), qsizetype(counts.damaged));
    const QJsonObject coco = QJsonDocument::fromJson(archive.files.value(QStringLiteral("annotations.json"))).object();
    int annotated = 0;
    for (const QJsonValue &annotation : coco[QStringLiteral("annotations")].toArray())
        annotated += annotation[QStringLiteral("damaged")].toBool() ? 1 : 0;
    QCOMPARE(annotated, counts.withCrop);
}

void TestDataset::excelGetsAMark()
{
    exports::ExportRequest request = requestOf(m_ids);
    QVERIFY(
        !open(make(request).valueOr({}).path).files.value(QStringLiteral("metadata.csv")).startsWith("\xef\xbb\xbf"));
    request.csvForExcel = true;
    QVERIFY(
        open(make(request).valueOr({}).path).files.value(QStringLiteral("metadata.csv")).startsWith("\xef\xbb\xbf"));
    request = requestOf({});
    request.start = QDate(2026, 11, 1);
    request.end = QDate(2026, 11, 22);
    request.csvForExcel = true;
    const Archive archive = open(make(request).valueOr({}).path);
    for (const char *name : {"individuals.csv", "occasions.csv", "effort.csv"})
        QVERIFY2(archive.files.value(QString::fromLatin1(name)).startsWith("\xef\xbb\xbf"), name);
}

void TestDataset::camtrapKeepsTheStandard()
{
    QVERIFY(
        m_connection->execute(QStringLiteral(R"(UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}')")));
    QVERIFY(m_connection->execute(
        QStringLiteral("UPDATE images SET location_id = NULL WHERE path = '/mnt/images/photo2.jpg'")));
    QVERIFY(m_connection->execute(QStringLiteral(
        "UPDATE images SET filename = CASE path WHEN '/mnt/images/photo0.jpg' THEN 'a.HEIC' ELSE 'IMG' END")));
    exports::ExportRequest request = requestOf(m_ids);
    request.includeCamtrapDp = true;
    const Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    QCOMPARE(test::csvRecords(archive.files.value(QStringLiteral("deployments.csv"))).size(), 2);
    const QByteArray media = archive.files.value(QStringLiteral("media.csv"));
    QCOMPARE(test::csvRecords(media).size(), 3);
    QVERIFY(media.contains(",a.HEIC,image/heic,") && media.contains(",IMG,image/unknown,"));
    const QList<QStringList> seen = test::csvRecords(archive.files.value(QStringLiteral("observations.csv")));
    QCOMPARE(seen.size(), 5);
    const auto value = [&seen](const QString &id, const char *column) {
        for (const QStringList &record : seen) {
            if (record.first() == id)
                return record.value(seen.first().indexOf(QLatin1String(column)));
        }
        return QString();
    };
    QCOMPARE(value(m_ids[0], "scientificName"), QStringLiteral("Odocoileus virginianus"));
    QCOMPARE(value(m_ids[0], "sex"), QStringLiteral("male"));
    QCOMPARE(value(m_ids[0], "lifeStage"), QStringLiteral("adult"));
    QVERIFY(!value(m_ids[0], "individualID").isEmpty());
    QCOMPARE(value(m_ids[1], "eventStart"), QStringLiteral("2026-10-31T23:59:59-05:00"));
    QCOMPARE(value(m_ids[1], "bboxX"), QStringLiteral("0.000000")); // it reaches over the edge
    QCOMPARE(value(m_ids[1], "bboxWidth"), QStringLiteral("0.697916"));
    QCOMPARE(test::csvRecords(archive.files.value(QStringLiteral("camtrap_left_out.csv"))).size(), 3);
    QVERIFY(archive.files.value(QStringLiteral("README.txt")).contains("2 detections, listed in camtrap_left_out.csv"));
}

/// A detection that a person rejected, a duplicate, one without a class and a photo of 1970 are no animals of their kind, place and time.
void TestDataset::camtrapTellsWhatItLeavesOut()
{
    for (const QString &statement :
         {QStringLiteral(R"(UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}')"),
          QStringLiteral("UPDATE detections SET is_valid = false WHERE id = '%1'").arg(m_ids[0]),
          QStringLiteral("UPDATE detections SET is_duplicate = true WHERE id = '%1'").arg(m_ids[1]),
          QStringLiteral("UPDATE detections SET classification = '  ' WHERE id = '%1'").arg(m_ids[2]),
          QStringLiteral("UPDATE images SET \"timestamp\" = '1970-01-01 00:00+00' WHERE path = "
                         "'/mnt/images/photo2.jpg'")})
        QVERIFY(m_connection->execute(statement));
    exports::ExportRequest request = requestOf(m_ids);
    request.includeCamtrapDp = true;
    const Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    const auto table = [&archive](const char *name) {
        return test::csvRecords(archive.files.value(QString::fromLatin1(name)));
    };
    const QList<QStringList> seen = table("observations.csv");
    QCOMPARE(seen.size(), 3);
    for (const QStringList &record : seen.mid(1)) {
        const bool classless = record.first() == m_ids[2];
        QVERIFY(classless || record.first() == m_ids[3]);
        QCOMPARE(record[seen.first().indexOf(QStringLiteral("observationType"))],
                 classless ? QStringLiteral("unclassified") : QStringLiteral("animal"));
        QCOMPARE(record[seen.first().indexOf(QStringLiteral("scientificName"))].isEmpty(), classless);
    }
    const QList<QStringList> places = table("deployments.csv");
    QCOMPARE(places[1][places.first().indexOf(QStringLiteral("deploymentStart"))],
             QStringLiteral("2026-10-31T23:59:59-05:00"));
    QCOMPARE(places[1][places.first().indexOf(QStringLiteral("timestampIssues"))], QStringLiteral("true"));
    QCOMPARE(table("camtrap_left_out.csv").size(), 5);
    const QByteArray readme = archive.files.value(QStringLiteral("README.txt"));
    for (const char *said :
         {"Marked as a duplicate (1)", "Marked as invalid (1)", "impossible: before 2000, or after it was stored (2)",
          "2 of the detections bear impossible dates", "without a class"})
        QVERIFY2(readme.contains(said), said);

    const QJsonObject coco = QJsonDocument::fromJson(archive.files.value(QStringLiteral("annotations.json"))).object();
    QCOMPARE(coco[QStringLiteral("images")].toArray().size(), 6);
    QCOMPARE(coco[QStringLiteral("annotations")].toArray().size(), 5); // the rejected one isn't trained on
    QHash<int, QJsonObject> categories;
    for (const QJsonValue &category : coco[QStringLiteral("categories")].toArray())
        categories.insert(category[QStringLiteral("id")].toInt(), category.toObject());
    for (const QJsonValue &annotation : coco[QStringLiteral("annotations")].toArray()) {
        const QString id = annotation[QStringLiteral("detection_id")].toString();
        const QJsonObject category = categories.value(annotation[QStringLiteral("category_id")].toInt());
        QVERIFY(id != m_ids[0]);
        QCOMPARE(annotation[QStringLiteral("duplicate")].toBool(), id == m_ids[1]);
        QCOMPARE(category[QStringLiteral("supercategory")] == QLatin1String("other"), id == m_ids[2]);
    }
}

/// A camera that worked and saw nothing of what was asked for is what absence is told by.
void TestDataset::camtrapHasEveryCamera()
{
    QVERIFY(m_connection->runScript(QStringLiteral(R"(
UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}';
INSERT INTO locations (id, name, coordinates, active, image_count)
  SELECT ('00000000-0000-0000-0001-00000000000' || n)::uuid, 'quiet ' || n, place::json, true, 0 FROM (VALUES
    (1, '{"lat": 31.5, "lon": -98}'), (2, '{"lat": 31.75, "lon": -98}'), (3, NULL), (4, '{"lat": 32, "lon": -98}'),
    (5, '{"lat": 32, "lon": -98}')) t(n, place);
INSERT INTO images (id, filename, path, "timestamp", created_at, location_id, processing_status)
  SELECT gen_random_uuid(), n || '.jpg', '/mnt/images/quiet' || n || time, time::timestamptz, stored::timestamptz,
         ('00000000-0000-0000-0001-00000000000' || n)::uuid, status::processingstatus FROM (VALUES
    (1, '2026-11-02 12:00+00', '2026-11-30', 'completed'), (1, '2026-11-09 12:00+00', '2026-11-30', 'failed'),
    (2, '2026-11-03 12:00+00', '2026-11-30', 'completed'), (3, '2026-11-04 12:00+00', '2026-11-30', 'completed'),
    (4, '2026-11-05 12:00+00', '2026-10-01', 'completed'), (5, '2026-12-24 12:00+00', '2026-12-30', 'completed'))
  t(n, time, stored, status);)")));
    exports::ExportRequest request = requestOf({});
    request.start = QDate(2026, 11, 1);
    request.end = QDate(2026, 11, 30);
    request.includeCrops = false;
    request.includeCamtrapDp = true;
    const auto descriptionOf = [](const Archive &archive) {
        return QJsonDocument::fromJson(archive.files.value(QStringLiteral("datapackage.json")))
            .object()[QStringLiteral("description")]
            .toString();
    };
    Archive archive = open(make(request).valueOr({}).path);
    const QList<QStringList> places = test::csvRecords(archive.files.value(QStringLiteral("deployments.csv")));
    QCOMPARE(places.size(), 4); // the one of the detections, and two that saw nothing
    const auto quiet = std::find_if(places.begin(), places.end(), [](const QStringList &place) {
        return place.value(2) == QLatin1String("quiet 1");
    });
    QVERIFY(quiet != places.end());
    QCOMPARE(quiet->value(places.first().indexOf(QStringLiteral("deploymentEnd"))),
             QStringLiteral("2026-11-09T06:00:00-06:00"));
    QVERIFY(quiet->last().contains(QLatin1String("photos that are not analyzed: 1")));
    QString said = descriptionOf(archive);
    for (const char *words :
         {"also those without observations", "buck", "not analyzed: 1", "no usable coordinates: 1", "dates: 1"})
        QVERIFY2(said.contains(QLatin1String(words)), qPrintable(said));
    QVERIFY(archive.files.value(QStringLiteral("README.txt")).contains("no usable coordinates: 1"));

    // Where nothing was seen at all the cameras remain.
    request.locationIds = {QStringLiteral("00000000-0000-0000-0001-000000000002")};
    request.allowEmpty = true;
    archive = open(make(request).valueOr({}).path);
    QCOMPARE(test::csvRecords(archive.files.value(QStringLiteral("deployments.csv"))).size(), 2);
    QCOMPARE(test::csvRecords(archive.files.value(QStringLiteral("observations.csv"))).size(), 1);
    QVERIFY(!descriptionOf(archive).contains(QLatin1String("coordinates")));

    // Of detections that were chosen one by one nothing is told of other cameras.
    request = requestOf(m_ids);
    request.includeCrops = false;
    request.includeCamtrapDp = true;
    archive = open(make(request).valueOr({}).path);
    QCOMPARE(test::csvRecords(archive.files.value(QStringLiteral("deployments.csv"))).size(), 2);
    said = descriptionOf(archive);
    QVERIFY2(said.contains(QLatin1String("the deployments are theirs alone")), qPrintable(said));
}

void TestDataset::camtrapCallsDeerWhatTheDatabaseDoes_data()
{
    QTest::addColumn<QString>("change"); // in SQL
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said"); // in the description
    const auto row = [](const char *title, const char *change, const char *name, const char *said) {
        QTest::newRow(title) << QString::fromLatin1(change) << QString::fromLatin1(name) << QString::fromLatin1(said);
    };
    row("as deployed", "", "Odocoileus virginianus", "are of it (white_tailed_deer)");
    row("mule deer", "UPDATE deer SET species = 'Mule Deer'", "Odocoileus hemionus", "(Mule Deer)");
    row("by the scientific name", "UPDATE deer SET species = ' capreolus_capreolus '", "Capreolus capreolus",
        "(capreolus_capreolus)");
    row("two spellings of one",
        "INSERT INTO deer (id, sex, status, species, created_at, first_seen, last_seen, confidence, sighting_count) "
        "SELECT gen_random_uuid(), sex, status, 'White-tailed', now(), now(), now(), 1, 0 FROM deer",
        "Odocoileus virginianus", "White-tailed");
    row("two species",
        "INSERT INTO deer (id, sex, status, species, created_at, first_seen, last_seen, confidence, sighting_count) "
        "SELECT gen_random_uuid(), sex, status, 'red deer', now(), now(), now(), 1, 0 FROM deer",
        "Cervidae", "doesn't name one known species for all");
    row("an unknown one", "UPDATE deer SET species = 'big ones'", "Cervidae", "(big ones)");
    row("not set for all",
        "INSERT INTO deer (id, sex, status, species, created_at, first_seen, last_seen, confidence, sighting_count) "
        "SELECT gen_random_uuid(), sex, status, '', now(), now(), now(), 1, 0 FROM deer",
        "Cervidae", "for all (white_tailed_deer)");
    row("none", "UPDATE deer SET species = ' '", "Cervidae", "says nothing");
    row("no deer", "UPDATE detections SET deer_id = NULL; DELETE FROM deer", "Cervidae", "says nothing");
    row("no such column", "ALTER TABLE deer DROP COLUMN species", "Cervidae", "says nothing");
}

void TestDataset::camtrapCallsDeerWhatTheDatabaseDoes()
{
    QFETCH(const QString, change);
    QFETCH(const QString, name);
    QFETCH(const QString, said);
    QVERIFY(m_connection->runScript(
        QStringLiteral(R"(UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}'; )") + change));
    exports::ExportRequest request = requestOf(m_ids);
    request.includeCrops = false;
    request.includeCamtrapDp = true;
    const Archive archive = open(make(request).valueOr({}).path);
    const QList<QStringList> seen = test::csvRecords(archive.files.value(QStringLiteral("observations.csv")));
    QCOMPARE(seen.size(), 7);
    for (const QStringList &record : seen.mid(1))
        QCOMPARE(record[seen.first().indexOf(QStringLiteral("scientificName"))], name);
    const QJsonObject package =
        QJsonDocument::fromJson(archive.files.value(QStringLiteral("datapackage.json"))).object();
    QVERIFY2(package[QStringLiteral("description")].toString().contains(said),
             qPrintable(package[QStringLiteral("description")].toString()));
    const QJsonArray taxa = package[QStringLiteral("taxonomic")].toArray();
    QCOMPARE(taxa.size(), 1);
    QCOMPARE(taxa[0][QStringLiteral("scientificName")].toString(), name);
    QCOMPARE(taxa[0][QStringLiteral("taxonRank")] == QLatin1String("family"), name == QLatin1String("Cervidae"));
}

void TestDataset::impossibleDatesAreInNoHistory()
{
    QVERIFY(m_connection->execute(QStringLiteral("UPDATE images SET created_at = \"timestamp\" - interval '30 days' "
                                                 "WHERE path = '/mnt/images/photo1.jpg'")));
    exports::ExportRequest request = requestOf({});
    request.start = QDate(2026, 11, 1);
    request.end = QDate(2026, 11, 22);
    const Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    const QList<QStringList> known = test::csvRecords(archive.files.value(QStringLiteral("individuals.csv")));
    QCOMPARE(known.size(), 2);
    QCOMPARE(known[1].mid(4, 5), (QStringList{QStringLiteral("2026-11-22"), QStringLiteral("2026-11-22"),
                                              QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("1")}));
    QVERIFY(archive.files.value(QStringLiteral("README.txt")).contains("2 of the detections bear impossible dates"));
}

void TestDataset::unreadPhotosAreTold()
{
    QVERIFY(m_connection->runScript(QStringLiteral(
        "DELETE FROM detections WHERE image_id IN (SELECT id FROM images WHERE \"timestamp\" > '2026-11-10'); "
        "UPDATE images SET processing_status = 'pending' WHERE \"timestamp\" > '2026-11-10'")));
    exports::ExportRequest request = requestOf({});
    request.start = QDate(2026, 11, 1);
    request.end = QDate(2026, 11, 22);
    Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    const QByteArray unread = "50% of the photos are not read yet (1 of 2); their share of the days is not counted";
    const QByteArray readme = archive.files.value(QStringLiteral("README.txt"));
    QVERIFY2(readme.contains(QByteArray("Note: " + unread + ".\r\n")), readme.constData());
    QVERIFY2(readme.contains("or none of its photos are read"), readme.constData());
    QVERIFY(archive.files.value(QStringLiteral("metadata.json")).contains(unread));
    request.start = QDate(2026, 11, 20);
    made = make(request, QStringLiteral("none.zip"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::NotFound);
    QCOMPARE(made.error().message,
             QStringLiteral("No detections found in the selected date range (photos not read yet: 1 of 1)"));
}

void TestDataset::readmeListsWhatIsInside_data()
{
    QTest::addColumn<bool>("byDates");
    QTest::addColumn<bool>("crops");
    QTest::addColumn<bool>("csv");
    QTest::addColumn<bool>("camtrap");
    for (int bits = 0; bits < 16; ++bits)
        QTest::addRow("%d", bits) << ((bits & 1) != 0) << ((bits & 2) != 0) << ((bits & 4) != 0) << ((bits & 8) != 0);
}

/// Every file the README names is there, every file there is named, and what wasn't looked at isn't called whole.
void TestDataset::readmeListsWhatIsInside()
{
    QFETCH(const bool, byDates);
    QFETCH(const bool, crops);
    QFETCH(const bool, csv);
    QFETCH(const bool, camtrap);
    QVERIFY(
        m_connection->execute(QStringLiteral(R"(UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}')")));
    exports::ExportRequest request = requestOf(byDates ? QStringList() : m_ids);
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 11, 22);
    request.includeCrops = crops;
    request.includeMetadataCsv = csv;
    request.includeCamtrapDp = camtrap;
    const Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    const QString readme = QString::fromUtf8(archive.files.value(QStringLiteral("README.txt")));
    static const QRegularExpression file(QStringLiteral(R"([\w.]+\.(csv|json|sha256))"));
    QStringList named;
    for (auto match = file.globalMatch(readme); match.hasNext();)
        named << match.next().captured();
    for (const QString &name : std::as_const(named))
        QVERIFY2(archive.files.contains(name), qPrintable(name));
    for (const QString &name : archive.names) {
        const bool crop = name.startsWith(QLatin1String("crops/"));
        QVERIFY2(name == QLatin1String("README.txt") ||
                     (crop ? readme.contains(QLatin1String("crops/")) : named.contains(name)),
                 qPrintable(name));
    }
    QCOMPARE(readme.contains(QLatin1String("crops/")), crops);
    const QJsonArray detections = QJsonDocument::fromJson(archive.files.value(QStringLiteral("metadata.json")))
                                      .object()[QStringLiteral("detections")]
                                      .toArray();
    for (const QJsonValue &detection : detections)
        QCOMPARE(detection[QStringLiteral("damaged")].isNull(), !crops);
    if (camtrap) {
        const QByteArray description = archive.files.value(QStringLiteral("datapackage.json"));
        QCOMPARE(description.contains("photos were not opened"), !crops);
        QCOMPARE(description.contains("could not be read"), crops);
    }
}

void TestDataset::camtrapWithoutCoordinates()
{
    exports::ExportRequest request = requestOf(m_ids);
    request.includeCamtrapDp = true;
    request.includeCrops = false;
    for (const char *coordinates : {"null", "{}", R"({"lat": 95, "lon": 0})", R"({"lat": "x", "lon": 1})", "[1, 2]"}) {
        QVERIFY(m_connection->execute(QStringLiteral("UPDATE locations SET coordinates = $1::json"),
                                      {QString::fromLatin1(coordinates)}));
        const Result<MadeExport> made = make(request);
        QVERIFY2(made, qPrintable(test::reason(made)));
        const Archive archive = open(made.value().path);
        QVERIFY(!archive.names.contains(QStringLiteral("datapackage.json")));
        QVERIFY(archive.files.value(QStringLiteral("README.txt")).contains("there is no package"));
    }
}

void TestDataset::oddArchivesKeepTheStandards_data()
{
    QTest::addColumn<QString>("change"); // in SQL
    QTest::addColumn<int>("detections");
    const auto boxes = [](const char *box) {
        return QStringLiteral("UPDATE detections SET bbox = '%1'").arg(QLatin1String(box));
    };
    const auto classes = [](const char *name) {
        return QStringLiteral("UPDATE detections SET classification = %1").arg(QLatin1String(name));
    };
    const auto places = [](const char *json) {
        return QStringLiteral("UPDATE locations SET coordinates = '%1'").arg(QLatin1String(json));
    };
    QTest::newRow("one detection") << QString() << 1;
    QTest::newRow("no photo is there") << QStringLiteral("UPDATE images SET path = '/mnt/images/gone/' || id") << 6;
    QTest::newRow("one photo, and it is missing")
        << QStringLiteral("UPDATE images SET path = '/mnt/images/none/' || id") << 1;
    QTest::newRow("boxes of no size") << boxes(R"({"x": 10, "y": 10, "width": 0, "height": 0})") << 6;
    QTest::newRow("boxes less than a pixel") << boxes(R"({"x": 10, "y": 10, "width": 1e-9, "height": 2})") << 6;
    QTest::newRow("boxes of a pixel in the last corner")
        << boxes(R"({"x": 959, "y": 539, "width": 1, "height": 1})") << 6;
    QTest::newRow("boxes beside the photo") << boxes(R"({"x": 5000, "y": 10, "width": 20, "height": 20})") << 6;
    QTest::newRow("boxes around all") << boxes(R"({"x": -99, "y": -99, "width": 90000, "height": 90000})") << 6;
    QTest::newRow("no boxes") << boxes("{}") << 6;
    QTest::newRow("boxes in fractions, one a speck")
        << boxes(R"({"x": 0.5, "y": 0.5, "width": 0.3, "height": 0.3})") +
               QStringLiteral("; UPDATE detections SET bbox = '{\"x\": 1, \"y\": 1, \"width\": 1e-12, \"height\": "
                              "1e-12}' WHERE id = (SELECT min(id::text)::uuid FROM detections)")
        << 6;
    QTest::newRow("boxes in fractions over the edge")
        << boxes(R"({"x": 0.02, "y": -0.1, "width": 1.004, "height": 1.2})") << 6;
    QTest::newRow("no class") << classes("''") << 6;
    QTest::newRow("blank class") << classes("'  '") << 6;
    QTest::newRow("class of lines and quotes") << classes("E'a \"b\"\\n, c'") << 6;
    QTest::newRow("strange class") << classes("U&'\\00C9lan / \\9e7f'") << 6;
    QTest::newRow("confidence over 1") << QStringLiteral("UPDATE detections SET confidence = 17") << 6;
    QTest::newRow("at the pole and the date line") << places(R"({"lat": 90, "lon": -180})") << 6;
    QTest::newRow("spelled out") << places(R"({"latitude": -0.0, "longitude": 1e-7})") << 6;
    QTest::newRow("no coordinates") << places("{}") << 6;
    QTest::newRow("no location") << QStringLiteral("UPDATE images SET location_id = NULL") << 6;
    QTest::newRow("a nameless location") << QStringLiteral("UPDATE locations SET name = ''") << 6;
    QTest::newRow("paths that look like steps")
        << QStringLiteral("UPDATE images SET path = '../~/..' || id, filename = '.~' || id") << 6;
    QTest::newRow("paths that look like formulas")
        << QStringLiteral("UPDATE images SET path = '/mnt/images/a' || chr(59) || '=b' || chr(59) || '-c/' || id") << 6;
    QTest::newRow("no path") << QStringLiteral("UPDATE images SET path = '' WHERE path = '/mnt/images/photo0.jpg'")
                             << 6;
    QTest::newRow("all rejected") << QStringLiteral("UPDATE detections SET is_valid = false") << 6;
    QTest::newRow("all of 1970") << QStringLiteral("UPDATE images SET \"timestamp\" = '1970-01-01 00:00+00'") << 6;
    QTest::newRow("one at no time") << QStringLiteral("UPDATE images SET \"timestamp\" = 'infinity' WHERE path = "
                                                      "'/mnt/images/photo0.jpg'")
                                    << 6;
    QTest::newRow("a bitmap") << QStringLiteral("UPDATE images SET filename = 'a.BMP'") << 6;
    QTest::newRow("all at one moment") << QStringLiteral("UPDATE images SET \"timestamp\" = '2026-11-01 06:30+00'")
                                       << 6;
}

/// Whatever the data are, what is in the archive is taken by a reader of the standard.
void TestDataset::oddArchivesKeepTheStandards()
{
    QFETCH(const QString, change);
    QFETCH(const int, detections);
    QVERIFY(
        m_connection->execute(QStringLiteral(R"(UPDATE locations SET coordinates = '{"lat": 31.25, "lon": -98.5}')")));
    for (const QString &statement : change.split(u';', Qt::SkipEmptyParts)) {
        const Result<qint64> done = m_connection->execute(statement);
        QVERIFY2(done, qPrintable(test::reason(done)));
    }
    exports::ExportRequest request = requestOf(m_ids.mid(0, detections));
    request.includeCamtrapDp = true;
    const Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path); // checks both standards; see cleanup()
    QVERIFY(archive.names.contains(QStringLiteral("annotations.json")));
    QCOMPARE(linesOf(archive.files.value(QStringLiteral("metadata.csv"))).size() >= detections + 1, true);
    for (const QStringList &photo : test::csvRecords(archive.files.value(QStringLiteral("media.csv"))))
        QVERIFY2(!photo.value(4).contains(u'\''), qPrintable(photo.value(4))); // it is an address, not text
    const QJsonObject coco = QJsonDocument::fromJson(archive.files.value(QStringLiteral("annotations.json"))).object();
    QCOMPARE(coco[QStringLiteral("images")].toArray().size(), archive.names.filter(QStringLiteral("crops/")).size());
}

void TestDataset::jsonMatchesItsSchema()
{
    QVERIFY(m_connection->runScript(QStringLiteral(
        "UPDATE detections SET confidence = CASE n WHEN 1 THEN 'NaN' WHEN 2 THEN 87 ELSE confidence END FROM (SELECT "
        "id AS numbered, row_number() OVER (ORDER BY id) AS n FROM detections) x WHERE id = numbered")));
    const Result<MadeExport> made = make(requestOf(m_ids));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const Archive archive = open(made.value().path);
    const QJsonObject schema =
        QJsonDocument::fromJson(archive.files.value(QStringLiteral("metadata.schema.json"))).object();
    const QJsonObject data = QJsonDocument::fromJson(archive.files.value(QStringLiteral("metadata.json"))).object();
    QCOMPARE(data.value(QStringLiteral("detection_count")).toInt(), 6);
    QVERIFY(!schema.value(QStringLiteral("required")).toArray().isEmpty());
    for (const QJsonValue &name : schema.value(QStringLiteral("required")).toArray())
        QVERIFY2(data.contains(name.toString()), qPrintable(name.toString()));
    const QJsonObject properties = schema[QStringLiteral("properties")][QStringLiteral("detections")]
                                         [QStringLiteral("items")][QStringLiteral("properties")]
                                             .toObject();
    const QJsonArray detections = data.value(QStringLiteral("detections")).toArray();
    QCOMPARE(detections.size(), 6);
    static const QHash<QJsonValue::Type, QString> typeNames = {
        {QJsonValue::Null, QStringLiteral("null")},     {QJsonValue::Bool, QStringLiteral("boolean")},
        {QJsonValue::Double, QStringLiteral("number")}, {QJsonValue::String, QStringLiteral("string")},
        {QJsonValue::Array, QStringLiteral("array")},   {QJsonValue::Object, QStringLiteral("object")}};
    qsizetype withoutConfidence = 0;
    for (const QJsonValue &detection : detections) {
        QCOMPARE(detection.toObject().keys(), properties.keys());
        for (const QString &name : properties.keys()) {
            const QJsonValue value = detection[name];
            const QJsonObject rule = properties[name].toObject();
            const QJsonValue type = rule.value(QStringLiteral("type"));
            const QJsonArray types = type.isString() ? QJsonArray{type} : type.toArray();
            QVERIFY2(types.isEmpty() || types.contains(typeNames.value(value.type())), qPrintable(name));
            QVERIFY2(!rule.contains(QStringLiteral("enum")) ||
                         rule.value(QStringLiteral("enum")).toArray().contains(value),
                     qPrintable(name));
            QVERIFY2(value.toDouble() <= rule.value(QStringLiteral("maximum")).toDouble(1e9), qPrintable(name));
            QVERIFY2(value.toDouble() >= rule.value(QStringLiteral("minimum")).toDouble(-1e9), qPrintable(name));
        }
        withoutConfidence += detection[QStringLiteral("confidence")].isNull() ? 1 : 0;
    }
    QCOMPARE(withoutConfidence, 1);
}

void TestDataset::partsCanBeLeftOut()
{
    exports::ExportRequest request = requestOf(m_ids);
    request.includeCrops = false;
    Result<MadeExport> made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().processed, 6);
    QCOMPARE(open(made.value().path).names,
             (QStringList{QStringLiteral("README.txt"), QStringLiteral("metadata.schema.json"),
                          QStringLiteral("metadata.csv"), QStringLiteral("metadata.json"),
                          QStringLiteral("manifest.sha256")}));
    request.includeCrops = true;
    request.includeMetadataCsv = false;
    made = make(request);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(!open(made.value().path).names.contains(QStringLiteral("metadata.csv")));
}

void TestDataset::progressReachesTheTotal()
{
    std::vector<ExportProgress> told;
    const std::thread::id caller = std::this_thread::get_id();
    bool sameThread = true;
    const ExportMaker maker(m_servers.settings());
    const Result<MadeExport> made = maker.make(requestOf(m_ids), m_folder->filePath(QStringLiteral("set.zip")),
                                               [&](const ExportProgress &progress) {
                                                   told.push_back(progress);
                                                   sameThread = sameThread && std::this_thread::get_id() == caller;
                                               });
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(sameThread);
    QVERIFY(told.size() >= 3);
    for (std::size_t i = 1; i < told.size(); ++i) {
        QVERIFY(told[i].done <= told[i].total);
        QVERIFY(told[i].done >= told[i - 1].done);
        QVERIFY(!told[i].stage.isEmpty());
    }
    QCOMPARE(told.back().done, 6);
    QCOMPARE(told.back().total, 6);
}

void TestDataset::cancelLeavesNothing()
{
    for (const QString &stage : {QStringLiteral("Reading detections"), QStringLiteral("Making crops"),
                                 QStringLiteral("Writing the archive")}) {
        std::stop_source stop;
        const ExportMaker maker(m_servers.settings(), systemClock(), 1);
        const Result<MadeExport> made = maker.make(
            requestOf(m_ids), m_folder->filePath(QStringLiteral("set.zip")),
            [&](const ExportProgress &progress) {
                if (progress.stage == stage)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY2(!made, qPrintable(stage));
        QCOMPARE(made.error().kind, ErrorKind::Cancelled);
        QCOMPARE(left(), QStringList());
    }
}

void TestDataset::failingDiskIsAnErrorInWords()
{
    const Result<MadeExport> nowhere = make(requestOf(m_ids), QStringLiteral("missing/set.zip"));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::Storage);

    // A limit on the size of files stands for a disk that fills up in the middle.
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const Result<MadeExport> whole = make(requestOf(m_ids));
    QVERIFY2(whole, qPrintable(test::reason(whole)));
    QVERIFY(QFile::remove(whole.value().path));
    for (const rlim_t limit : {rlim_t{4096}, rlim_t(whole.value().bytes) / 2}) {
        rlimit small{limit, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const Result<MadeExport> made = make(requestOf(m_ids));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Storage);
        QVERIFY2(made.error().message.startsWith(QLatin1String("Can't write")), qPrintable(made.error().message));
        QCOMPARE(left(), QStringList());
    }
    std::signal(SIGXFSZ, handler);
}

void TestDataset::aFullDiskIsNamed_data()
{
    QTest::addColumn<bool>("pdf");
    QTest::addColumn<bool>("crops");
    QTest::newRow("report") << true << false;
    QTest::newRow("tables alone") << false << false;
    QTest::newRow("crops and tables") << false << true;
}

void TestDataset::aFullDiskIsNamed()
{
    QFETCH(bool, pdf);
    QFETCH(bool, crops);
    exports::ExportRequest request = requestOf(pdf ? QStringList() : m_ids);
    request.kind = pdf ? exports::ExportKind::Pdf : exports::ExportKind::Zip;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 11, 30);
    request.includeCrops = crops;
    request.includeCamtrapDp = !pdf;
    const Result<MadeExport> whole = make(request);
    QVERIFY2(whole, qPrintable(test::reason(whole)));
    // The mount is this thread's and those it starts.
    const QByteArray disk = QFile::encodeName(m_folder->filePath(QStringLiteral("disk")));
    QVERIFY(QDir().mkdir(QFile::decodeName(disk)));
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        QSKIP("Mounting a small disk takes root");
    int full = 0;
    for (const qint64 room : {qint64{4096}, whole->bytes / 4, whole->bytes / 2, whole->bytes, 3 * whole->bytes / 2}) {
        const QByteArray size = "size=" + QByteArray::number(std::max<qint64>(room, 4096));
        QCOMPARE(::mount("tmpfs", disk.constData(), "tmpfs", 0, size.constData()), 0);
        const Result<MadeExport> made = make(request, QStringLiteral("disk/set"));
        const QStringList left = QDir(QFile::decodeName(disk)).entryList(QDir::Files | QDir::Hidden);
        ::umount2(disk.constData(), MNT_DETACH);
        QCOMPARE(left, made ? QStringList{QStringLiteral("set")} : QStringList());
        full += made ? 0 : 1;
        if (made)
            continue;
        QVERIFY2(made.error().message.endsWith(QLatin1String(": the disk is full")), qPrintable(made.error().message));
        QVERIFY(made.error().kind == ErrorKind::Storage && !made.error().passing);
    }
    QVERIFY(full >= 3);
}

void TestDataset::nothingFoundIsAnError()
{
    exports::ExportRequest request = requestOf({});
    request.start = QDate(2020, 1, 1);
    request.end = QDate(2020, 2, 1);
    Result<MadeExport> made = make(request);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::NotFound);
    QCOMPARE(made.error().message, QStringLiteral("No detections found in the selected date range"));
    made = make(requestOf({QStringLiteral("99999999-9999-4999-8999-999999999999")}));
    QVERIFY(!made);
    QCOMPARE(made.error().message, QStringLiteral("The detection asked for is not in the database"));
    QCOMPARE(left(), QStringList());
}

void TestDataset::unreachableServer()
{
    Settings settings = m_servers.settings();
    settings.postgres.port = 1;
    const Result<MadeExport> made =
        ExportMaker(settings).make(requestOf(m_ids), m_folder->filePath(QStringLiteral("set.zip")));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Unreachable);
    QCOMPARE(left(), QStringList());
}

QTEST_MAIN(TestDataset)
#include "test_dataset.moc"
