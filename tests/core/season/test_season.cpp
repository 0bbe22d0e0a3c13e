// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/detectionrows.h"
#include "core/season/seasonquery.h"
#include "tests/core/season/farm.h"
#include "tests/support/servers.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::season;
using exports::GroupBy;

class TestSeason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void bucketsCoverThePeriod_data();
    void bucketsCoverThePeriod();
    void daysBeginAtSiteMidnight();
    void wholeDaysAreIncluded();
    void countsByHand();
    void leftOutIsCountedOnce();
    void agreesWithIndependentSql_data();
    void agreesWithIndependentSql();
    void anEmptyPeriodIsZeros();
    void readsADatabaseBeforeTheMigrations();
    void placesWithoutLocationAndWithoutDetections();
    void tooManyForAZipNamesBothNumbers();
    void idsThatDontExistAreLeftOut();

private:
    Result<SeasonStatistics> read(const QDate &start, const QDate &end, GroupBy groupBy = GroupBy::Month,
                                  const QStringList &classes = exports::deerClassifications());
    qint64 scalar(const QString &sql);

    test::Servers m_servers;
    std::unique_ptr<storage::Postgres> m_connection;
    const QTimeZone m_zone{"America/Chicago"};
};

namespace {

QDateTime at(const QTimeZone &zone, int year, int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), zone);
}

} // namespace

void TestSeason::initTestCase()
{
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

void TestSeason::init()
{
    m_connection.reset();
    const Result<void> fresh = m_servers.freshDatabase();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    Result<std::unique_ptr<storage::Postgres>> opened = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(opened, qPrintable(test::reason(opened)));
    m_connection = std::move(*opened);
}

Result<SeasonStatistics> TestSeason::read(const QDate &start, const QDate &end, GroupBy groupBy,
                                          const QStringList &classes)
{
    const Result<DetectionColumns> columns = DetectionColumns::probe(*m_connection);
    if (!columns)
        return columns.error();
    return readSeason(*m_connection, columns.value(), {start, end, groupBy, classes, m_zone, 8});
}

qint64 TestSeason::scalar(const QString &sql)
{
    const Result<QByteArray> value = m_connection->valueAsText(sql);
    return value ? value->toLongLong() : -1;
}

void TestSeason::bucketsCoverThePeriod_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::addColumn<int>("groupBy");
    QTest::addColumn<QStringList>("expected"); // key, first and last day of each bucket
    QTest::newRow("leap day") << QDate(2024, 2, 28) << QDate(2024, 3, 1) << int(GroupBy::Day)
                              << QStringList{QStringLiteral("2024-02-28 28-28"), QStringLiteral("2024-02-29 29-29"),
                                             QStringLiteral("2024-03-01 1-1")};
    QTest::newRow("week 53") << QDate(2020, 12, 30) << QDate(2021, 1, 5) << int(GroupBy::Week)
                             << QStringList{QStringLiteral("2020-W53 30-3"), QStringLiteral("2021-W01 4-5")};
    QTest::newRow("week 1 of the next year")
        << QDate(2024, 12, 29) << QDate(2025, 1, 1) << int(GroupBy::Week)
        << QStringList{QStringLiteral("2024-W52 29-29"), QStringLiteral("2025-W01 30-1")};
    QTest::newRow("cut months") << QDate(2025, 1, 31) << QDate(2025, 3, 1) << int(GroupBy::Month)
                                << QStringList{QStringLiteral("2025-01 31-31"), QStringLiteral("2025-02 1-28"),
                                               QStringLiteral("2025-03 1-1")};
}

void TestSeason::bucketsCoverThePeriod()
{
    QFETCH(const QDate, start);
    QFETCH(const QDate, end);
    QFETCH(const int, groupBy);
    QStringList found;
    for (const Bucket &bucket : bucketsOf(start, end, GroupBy(groupBy)))
        found << QStringLiteral("%1 %2-%3")
                     .arg(unitKey(bucket.start, GroupBy(groupBy)))
                     .arg(bucket.start.day())
                     .arg(bucket.end.day());
    QTEST(found, "expected");
}

void TestSeason::daysBeginAtSiteMidnight()
{
    // Chicago: 2025-03-09 has 23 hours, 2025-11-02 has 25.
    const InstantRange spring = instantsOf(QDate(2025, 3, 9), QDate(2025, 3, 9), m_zone);
    QCOMPARE(spring.first.secsTo(spring.last), qint64{23 * 3600});
    const InstantRange autumn = instantsOf(QDate(2025, 11, 2), QDate(2025, 11, 2), m_zone);
    QCOMPARE(autumn.first.secsTo(autumn.last), qint64{25 * 3600});
    // A day that begins at 01:00, as midnight doesn't exist (Beirut 2022-03-27).
    const QTimeZone beirut("Asia/Beirut");
    const InstantRange gap = instantsOf(QDate(2022, 3, 27), QDate(2022, 3, 27), beirut);
    QCOMPARE(gap.first, QDateTime(QDate(2022, 3, 26), QTime(22, 0), Qt::UTC));

    test::Farm farm;
    farm.spot(QDateTime(QDate(2025, 11, 2), QTime(6, 30), Qt::UTC)); // 01:30 summer time
    farm.spot(QDateTime(QDate(2025, 11, 2), QTime(7, 30), Qt::UTC)); // 01:30 again, standard time
    farm.spot(QDateTime(QDate(2025, 3, 9), QTime(8, 30), Qt::UTC));  // 03:30, as 02:30 doesn't exist
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2025, 3, 1), QDate(2025, 11, 30));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().hours[1].total(), 2);
    QCOMPARE(season.value().hours[2].total(), 0);
    QCOMPARE(season.value().hours[3].total(), 1);
}

void TestSeason::wholeDaysAreIncluded()
{
    test::Farm farm;
    farm.spot(at(m_zone, 2026, 6, 1, 0).addMSecs(-1)); // the day before
    farm.spot(at(m_zone, 2026, 6, 1, 0));
    farm.spot(at(m_zone, 2026, 6, 30, 23, 59).addSecs(59));
    farm.spot(at(m_zone, 2026, 7, 1, 0)); // the day after
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 6, 1), QDate(2026, 6, 30), GroupBy::Week);
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().detections, 2);
    QCOMPARE(season.value().days.front().total(), 1);
    QCOMPARE(season.value().days.back().total(), 1);
    QCOMPARE(season.value().timeline.size(), 5U); // weeks of 1 to 29 June
    QCOMPARE(season.value().timeline.back().detections.total(), 1);
}

void TestSeason::countsByHand()
{
    test::Farm farm;
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString atlas = farm.deer(QStringLiteral("Atlas"), QStringLiteral("buck"));
    const QString hazel = farm.deer(QStringLiteral("Hazel"), QStringLiteral("doe"));
    const auto spotted = [](const char *name, const QString &deer = {}, double confidence = 0.9) {
        test::Spotted animal;
        animal.classification = QString::fromLatin1(name);
        animal.deer = deer;
        animal.confidence = confidence;
        return animal;
    };
    const QString both = farm.photo(at(m_zone, 2026, 5, 4, 6, 10), ridge);
    farm.detection(both, spotted("mature", atlas, 0.8));
    farm.detection(both, spotted("doe", hazel, 0.6));
    farm.spot(at(m_zone, 2026, 5, 4, 6, 11), ridge, spotted("young", atlas, 0.9));
    farm.spot(at(m_zone, 2026, 5, 20, 19), creek, spotted("doe", {}, 0.4));
    farm.spot(at(m_zone, 2026, 6, 2, 19), creek, spotted("fawn"));
    farm.spot(at(m_zone, 2026, 6, 2, 20), creek, spotted("doe", hazel));
    test::Spotted corrected = spotted("unknown");
    corrected.corrected = QStringLiteral("doe");
    corrected.reviewed = true;
    farm.spot(at(m_zone, 2026, 6, 3, 20), creek, corrected);
    QVERIFY(farm.store(*m_connection));

    const Result<SeasonStatistics> read = this->read(QDate(2026, 5, 1), QDate(2026, 6, 30));
    QVERIFY2(read, qPrintable(test::reason(read)));
    const SeasonStatistics &season = read.value();
    QCOMPARE(season.detections, 7);
    QCOMPARE(season.images, 6);
    QCOMPARE(season.individuals, 2);
    QCOMPARE(season.totals()[Animal::Buck], 2);
    QCOMPARE(season.totals()[Animal::Doe], 4);
    QCOMPARE(season.totals()[Animal::Fawn], 1);
    QCOMPARE(season.totals()[Animal::Unknown], 0);
    QCOMPARE(season.perDoe(Animal::Buck).value_or(0), 0.5);
    QCOMPARE(season.perDoe(Animal::Fawn).value_or(0), 0.25);
    QCOMPARE(season.sightingsPerDeer().value_or(0), 2.0);
    QCOMPARE(season.quality.identified, 4);
    QCOMPARE(season.quality.corrected, 1);
    QCOMPARE(season.quality.reviewed, 1);
    QCOMPARE(season.quality.lowConfidence, 1);
    QCOMPARE(season.quality.photos, 6);
    QCOMPARE(season.quality.daysWithoutPhoto, 61 - 4);

    QCOMPARE(season.timeline.size(), 2U);
    QCOMPARE(season.timeline[0].detections.total(), 4);
    QCOMPARE(season.timeline[0].images, 3);
    QCOMPARE(season.timeline[0].individuals, 2);
    QCOMPARE(season.timeline[1].detections[Animal::Doe], 2);
    QCOMPARE(season.timeline[1].individuals, 1);
    QCOMPARE(season.hours[6].total(), 3);
    QCOMPARE(season.hours[19].total(), 2);
    QCOMPARE(season.hoursByBlock[0][6], 3);

    const auto doe = std::find_if(season.byClass.begin(), season.byClass.end(),
                                  [](const auto &made) { return made.classification == QLatin1String("doe"); });
    QCOMPARE(doe->detections, 4);
    QCOMPARE(doe->images, 4);
    QCOMPARE(doe->meanConfidence.value_or(0), (0.6 + 0.4 + 0.9 + 0.9) / 4);

    QCOMPARE(season.locations.size(), 2U);
    QCOMPARE(season.locations[0].name, QStringLiteral("Creek"));
    QCOMPARE(season.locations[0].detections.total(), 4);
    QCOMPARE(season.locations[1].images, 2);
    QCOMPARE(season.locations[1].individuals, 2);
    QCOMPARE(season.effort.find(season.locations[1].id)->counted(std::nullopt), 3);

    QCOMPARE(season.mostSeen.size(), 2U);
    const IndividualStatistics &first = season.mostSeen[0]; // both were seen twice: the smaller id comes first
    QCOMPARE(first.name, QStringLiteral("Atlas"));
    QCOMPARE(first.sightings, 2);
    QCOMPARE(first.first, QDate(2026, 5, 4));
    QCOMPARE(season.mostSeen[1].last, QDate(2026, 6, 2));
    QCOMPARE(season.mostSeen[1].locations, 2);
    QCOMPARE(first.photos.size(), 2U); // the more confident one first
    QVERIFY(first.photos[0].path.startsWith(QLatin1String("/mnt/images/")));
    QVERIFY(first.photos[0].path > first.photos[1].path);
    QVERIFY(first.photos[0].box.contains("\"width\""));
}

void TestSeason::leftOutIsCountedOnce()
{
    test::Farm farm;
    const auto add = [&](const char *name, bool valid, bool duplicate, const char *corrected = "") {
        test::Spotted animal;
        animal.classification = QString::fromLatin1(name);
        animal.corrected = QString::fromLatin1(corrected);
        animal.valid = valid;
        animal.duplicate = duplicate;
        farm.spot(at(m_zone, 2026, 5, 4, 12), {}, animal);
    };
    add("doe", true, false);
    add("doe", false, false);
    add("doe", false, true); // invalid comes first
    add("cattle", true, true);
    add("cattle", true, false);
    add("doe", true, false, "pig"); // corrected to something else
    add("something", true, false);
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().detections, 1);
    QCOMPARE(season.value().leftOut.invalid, 2);
    QCOMPARE(season.value().leftOut.duplicates, 1);
    QCOMPARE(season.value().leftOut.otherClasses, 3);
    const Result<SeasonStatistics> livestock =
        read(QDate(2026, 5, 1), QDate(2026, 5, 31), GroupBy::Day, {QStringLiteral("cattle"), QStringLiteral("pig")});
    QCOMPARE(livestock.value().detections, 2);
    QCOMPARE(livestock.value().totals()[Animal::Pig], 1);
    QVERIFY(!livestock.value().perDoe(Animal::Buck));
    SeasonStatistics some;
    some.classes = exports::deerClassifications();
    some.days.resize(1);
    some.days[0][Animal::Buck] = some.days[0][Animal::Doe] = 3;
    QCOMPARE(some.perDoe(Animal::Buck).value_or(0), 1.0);
    some.classes = {QStringLiteral("mature"), QStringLiteral("doe")}; // the others are bucks, too
    QVERIFY(!some.perDoe(Animal::Buck));
}

void TestSeason::agreesWithIndependentSql_data()
{
    QTest::addColumn<int>("groupBy");
    QTest::newRow("day") << int(GroupBy::Day);
    QTest::newRow("week") << int(GroupBy::Week);
    QTest::newRow("month") << int(GroupBy::Month);
}

void TestSeason::agreesWithIndependentSql()
{
    QFETCH(const int, groupBy);
    test::Farm farm;
    farm.season(QDate(2024, 1, 15), QDate(2024, 12, 20), 4);
    const Result<void> stored = farm.store(*m_connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    const Result<SeasonStatistics> read = this->read(QDate(2024, 2, 3), QDate(2024, 11, 28), GroupBy(groupBy));
    QVERIFY2(read, qPrintable(test::reason(read)));
    const SeasonStatistics &season = read.value();

    // Written another way: local text dates instead of instants, one question at a time.
    const QString counted = QStringLiteral(
        " FROM (SELECT d.*, i.location_id AS place, i.path, to_char(i.\"timestamp\" AT TIME ZONE 'America/Chicago', "
        "'YYYY-MM-DD HH24') AS hour "
        "FROM images i, detections d WHERE d.image_id = i.id AND is_valid AND NOT is_duplicate) q "
        "WHERE hour BETWEEN '2024-02-03 00' AND '2024-11-28 23' AND CASE WHEN corrected_classification IS NULL THEN "
        "classification "
        "ELSE corrected_classification END IN ('buck', 'doe', 'fawn', 'mature', 'mid', 'young', 'unknown')");
    QVERIFY(season.detections > 2000);
    QCOMPARE(season.detections, scalar(QStringLiteral("SELECT count(*)") + counted));
    QCOMPARE(season.images, scalar(QStringLiteral("SELECT count(DISTINCT path)") + counted));
    QCOMPARE(season.individuals, scalar(QStringLiteral("SELECT count(DISTINCT deer_id)") + counted));
    qint64 sum = 0;
    for (const BucketStatistics &bucket : season.timeline) {
        const QString within =
            counted + QStringLiteral(" AND left(hour, 10) BETWEEN '%1' AND '%2'")
                          .arg(bucket.bucket.start.toString(Qt::ISODate), bucket.bucket.end.toString(Qt::ISODate));
        if (GroupBy(groupBy) != GroupBy::Day || bucket.bucket.start.day() % 10 == 3) {
            QCOMPARE(bucket.detections.total(), scalar(QStringLiteral("SELECT count(*)") + within));
            QCOMPARE(bucket.images, scalar(QStringLiteral("SELECT count(DISTINCT path)") + within));
            QCOMPARE(bucket.individuals, scalar(QStringLiteral("SELECT count(DISTINCT deer_id)") + within));
        }
        sum += bucket.detections.total();
    }
    QCOMPARE(sum, season.detections);
    qint64 classes = 0;
    for (const std::vector<qint64> &days : season.classDays)
        classes += std::accumulate(days.begin(), days.end(), qint64{0});
    QCOMPARE(classes, season.detections);
    for (std::size_t hour = 0; hour < 24; ++hour)
        QCOMPARE(season.hours[hour].total(), scalar(QStringLiteral("SELECT count(*)") + counted +
                                                    QStringLiteral(" AND right(hour, 2)::int = %1").arg(hour)));
    for (const LocationStatistics &place : season.locations) {
        const QString here = counted + QStringLiteral(" AND place = '%1'").arg(place.id);
        QCOMPARE(place.detections.total(), scalar(QStringLiteral("SELECT count(*)") + here));
        QCOMPARE(place.images, scalar(QStringLiteral("SELECT count(DISTINCT path)") + here));
        QVERIFY(season.effort.find(place.id) != nullptr);
        QCOMPARE(season.effort.find(place.id)->counted(std::nullopt),
                 place.detections.total()); // a photo-day always counts
    }
    for (const IndividualStatistics &deer : season.mostSeen)
        QCOMPARE(deer.sightings, scalar(QStringLiteral("SELECT count(*)") + counted +
                                        QStringLiteral(" AND deer_id = '%1'").arg(deer.id)));
    qint64 blocks = 0;
    for (const std::array<qint64, 24> &block : season.hoursByBlock)
        blocks += std::accumulate(block.begin(), block.end(), qint64{0});
    QCOMPARE(blocks, season.detections);
}

void TestSeason::anEmptyPeriodIsZeros()
{
    const Result<SeasonStatistics> season = read(QDate(2026, 1, 1), QDate(2026, 3, 31), GroupBy::Month);
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().detections, 0);
    QCOMPARE(season.value().timeline.size(), 3U);
    QCOMPARE(season.value().quality.daysWithoutPhoto, 90);
    QCOMPARE(season.value().byClass.size(), 7U);
    QVERIFY(!season.value().perDoe(Animal::Buck));
    QVERIFY(!season.value().sightingsPerDeer());
}

void TestSeason::readsADatabaseBeforeTheMigrations()
{
    test::Farm farm;
    test::Spotted buck;
    buck.classification = QStringLiteral("buck");
    buck.deer = farm.deer(QStringLiteral("Old"), QStringLiteral("buck"));
    farm.spot(at(m_zone, 2026, 5, 4, 12), {}, buck);
    QVERIFY(farm.store(*m_connection));
    QVERIFY(m_connection->runScript(
        QStringLiteral("ALTER TABLE detections DROP COLUMN is_duplicate, DROP COLUMN burst_group_id, DROP COLUMN "
                       "is_reviewed, DROP COLUMN is_valid, "
                       "DROP COLUMN corrected_classification; ALTER TABLE deer DROP COLUMN best_photo_id")));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().detections, 1);
    QCOMPARE(season.value().mostSeen.size(), 1U);
    const Result<DetectionColumns> columns = DetectionColumns::probe(*m_connection);
    const auto rows = readDetections(*m_connection, columns.value(), QDate(2026, 5, 1), QDate(2026, 5, 31), m_zone,
                                     exports::deerClassifications(), {}, 10);
    QVERIFY2(rows, qPrintable(test::reason(rows)));
    QCOMPARE(rows.value().size(), 1U);
    QVERIFY(rows.value()[0].valid);
    QVERIFY(m_connection->runScript(QStringLiteral("DROP TABLE detections CASCADE")));
    const Result<DetectionColumns> none = DetectionColumns::probe(*m_connection);
    QVERIFY(!none);
    QVERIFY2(none.error().message.contains(QLatin1String("table detections")), qPrintable(none.error().message));
}

void TestSeason::placesWithoutLocationAndWithoutDetections()
{
    test::Farm farm;
    const QString quiet = farm.location(QStringLiteral("Quiet"));
    farm.photo(at(m_zone, 2026, 5, 4, 12), quiet);
    farm.photo(at(m_zone, 2026, 5, 4, 13), quiet, {}, QStringLiteral("failed"));
    farm.photo(at(m_zone, 2026, 5, 4, 14), quiet, {}, QStringLiteral("pending"));
    farm.spot(at(m_zone, 2026, 5, 5, 12));
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().locations.size(), 2U);
    QCOMPARE(season.value().locations[0].name, QStringLiteral("No location"));
    QCOMPARE(season.value().locations[1].name, QStringLiteral("Quiet"));
    QCOMPARE(season.value().locations[1].detections.total(), 0);
    QCOMPARE(season.value().quality.photosWithoutLocation, 1);
    QCOMPARE(season.value().quality.photosFailed, 1);
    QCOMPARE(season.value().quality.photosWaiting, 1);
}

void TestSeason::tooManyForAZipNamesBothNumbers()
{
    test::Farm farm;
    for (int i = 0; i < 12; ++i)
        farm.spot(at(m_zone, 2026, 5, 4, i));
    QVERIFY(farm.store(*m_connection));
    const Result<DetectionColumns> columns = DetectionColumns::probe(*m_connection);
    const auto rows = readDetections(*m_connection, columns.value(), QDate(2026, 5, 1), QDate(2026, 5, 31), m_zone,
                                     exports::deerClassifications(), {}, 10);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(
        rows.error().message,
        QStringLiteral("12 detections match, but a ZIP holds at most 10: choose a shorter period or fewer classes"));
}

void TestSeason::idsThatDontExistAreLeftOut()
{
    test::Farm farm;
    test::Spotted invalid;
    invalid.valid = false;
    invalid.duplicate = true;
    const QString there = farm.spot(at(m_zone, 2026, 5, 4, 1), {}, invalid);
    QVERIFY(farm.store(*m_connection));
    const Result<DetectionColumns> columns = DetectionColumns::probe(*m_connection);
    const auto rows =
        readDetections(*m_connection, columns.value(), {QStringLiteral("11111111-1111-4111-8111-111111111111"), there});
    QVERIFY2(rows, qPrintable(test::reason(rows)));
    QCOMPARE(rows.value().size(), 1U);
    QVERIFY(!rows.value()[0].valid);
    QVERIFY(rows.value()[0].duplicate);
}

QTEST_GUILESS_MAIN(TestSeason)
#include "test_season.moc"
