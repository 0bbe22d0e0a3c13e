// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/effortquery.h"
#include "core/season/effort/words.h"
#include "core/season/likesentences.h"
#include "core/season/seasonquery.h"
#include "tests/core/season/farm.h"
#include "tests/support/servers.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::season;

/// Effort as it is read from a database.
class TestSeasonEffort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void photosOfAnyKindAreWork();
    void aDailyPhotoIsAHeartbeat_data();
    void aDailyPhotoIsAHeartbeat();
    void theWindowIsTheWholeHistory();
    void impossibleDatesAreInNoRate();
    void clocksSetWrongByAYearAreSaid();
    void soundStoringIsNotDoubted();
    void daysOfOtherLengthsAreDays();
    void halfReadDaysCountHalf();
    void daysBetweenUnreadPhotosAreNotRead_data();
    void daysBetweenUnreadPhotosAreNotRead();
    void quietCamerasHaveTheirLine();
    void hoursHoldWhatCountsInRates();
    void locationsCanBeChosen();
    void individualsKnowTheirDays();
    void sentencesSayWhatIsKnown();

private:
    Result<SeasonStatistics> read(const QDate &start, const QDate &end, const QStringList &locations = {});
    /// One photo each day at a minute that differs from day to day.
    void photoDays(test::Farm &farm, const QString &place, const QDate &first, const QDate &last, int every = 1) const;

    test::Servers m_servers;
    std::unique_ptr<storage::Postgres> m_connection;
    const QTimeZone m_zone{"America/Chicago"};
};

void TestSeasonEffort::initTestCase()
{
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

void TestSeasonEffort::init()
{
    m_connection.reset();
    const Result<void> fresh = m_servers.freshDatabase();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    Result<std::unique_ptr<storage::Postgres>> opened = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(opened, qPrintable(test::reason(opened)));
    m_connection = std::move(*opened);
}

Result<SeasonStatistics> TestSeasonEffort::read(const QDate &start, const QDate &end, const QStringList &locations)
{
    const Result<DetectionColumns> columns = DetectionColumns::probe(*m_connection);
    if (!columns)
        return columns.error();
    return readSeason(*m_connection, columns.value(),
                      {start, end, exports::GroupBy::Week, exports::deerClassifications(), m_zone, 8, locations});
}

void TestSeasonEffort::photoDays(test::Farm &farm, const QString &place, const QDate &first, const QDate &last,
                                 int every) const
{
    for (QDate day = first; day <= last; day = day.addDays(every)) {
        const int minute = static_cast<int>(day.toJulianDay() * 397 % 1440);
        farm.photo(QDateTime(day, QTime(minute / 60, minute % 60), m_zone), place);
    }
}

void TestSeasonEffort::photosOfAnyKindAreWork()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString empty = farm.location(QStringLiteral("Empty"));
    photoDays(farm, creek, QDate(2026, 3, 1), QDate(2026, 9, 30));
    farm.spot(QDateTime(QDate(2026, 5, 9), QTime(12, 0), m_zone), creek);
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    const SeasonEffort &effort = season.value().effort;
    QCOMPARE(effort.cameras.size(), 2U);
    QCOMPARE(effort.find(creek)->cameraDays(), 31.0);
    QCOMPARE(effort.find(creek)->counted(std::nullopt), 1);
    QCOMPARE(effort.find(empty)->cameraDays(), 0.0);
    QCOMPARE(effort.cameraCount(), 1);
    QCOMPARE(effort.possible(), 31.0);
    // The first month: it began in the middle of a day.
    QCOMPARE(read(QDate(2026, 2, 1), QDate(2026, 3, 31)).value().effort.cameraDays(), 30.5);
}

void TestSeasonEffort::aDailyPhotoIsAHeartbeat_data()
{
    QTest::addColumn<bool>("daily");
    QTest::newRow("daily") << true;
    QTest::newRow("at-any-time") << false;
}

void TestSeasonEffort::aDailyPhotoIsAHeartbeat()
{
    QFETCH(const bool, daily);
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    for (QDate day(2026, 3, 1); day <= QDate(2026, 6, 30); day = day.addDays(1)) {
        if (day == QDate(2026, 5, 10))
            continue;
        const int minute = daily ? 12 * 60 + 3 : static_cast<int>(day.toJulianDay() * 397 % 1440);
        farm.photo(QDateTime(day, QTime(minute / 60, minute % 60), m_zone), creek);
    }
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().effort.find(creek)->heartbeat, daily);
    QCOMPARE(season.value().effort.cameraDays(), daily ? 29.0 : 31.0); // the day, and half of its neighbors
    QCOMPARE(effortSentences(season.value()).join(u' ').contains(QLatin1String("its daily photo is missing")), daily);
}

void TestSeasonEffort::theWindowIsTheWholeHistory()
{
    // Photos of seven years; gaps at both edges of the window of 400 days, judged as from all photo-days.
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    std::vector<int> days;
    std::mt19937 random(12);
    const QDate start(2025, 5, 1);
    const QDate end(2025, 6, 30);
    for (QDate day(2019, 1, 1); day <= QDate(2026, 10, 31); day = day.addDays(1)) {
        const int fromWindow = static_cast<int>(start.addDays(-400).daysTo(day));
        const bool silent = random() % 3 == 0 || (fromWindow > -60 && fromWindow < 40) ||
                            (day >= QDate(2025, 5, 20) && day < QDate(2025, 6, 12)) ||
                            (day > end.addDays(370) && day < end.addDays(430));
        if (silent)
            continue;
        days.push_back(static_cast<int>(day.toJulianDay()));
        farm.photo(QDateTime(day, QTime(static_cast<int>(random() % 24), 0), m_zone), creek);
    }
    QVERIFY(farm.store(*m_connection));
    for (int shift = -40; shift <= 40; shift += 20) {
        const Result<SeasonStatistics> season = read(start.addDays(shift), end.addDays(shift));
        QVERIFY2(season, qPrintable(test::reason(season)));
        const std::vector<double> whole =
            workedDays(stretchesOf(days, outagesOf(days, false)), static_cast<int>(start.addDays(shift).toJulianDay()),
                       static_cast<int>(end.addDays(shift).toJulianDay()));
        QCOMPARE(season.value().effort.find(creek)->worked, whole);
        QCOMPARE(season.value().effort.find(creek)->firstPhoto.year(), 2019);
        QCOMPARE(season.value().effort.find(creek)->lastPhoto, QDate::fromJulianDay(days.back()));
    }
}

void TestSeasonEffort::impossibleDatesAreInNoRate()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    photoDays(farm, creek, QDate(2026, 3, 1), QDate(2026, 6, 30));
    test::Spotted right;
    right.deer = farm.deer(QStringLiteral("Atlas"), QStringLiteral("buck"));
    farm.spot(QDateTime(QDate(2026, 5, 9), QTime(12, 0), m_zone), creek, right);
    const QString wrong = farm.photo(QDateTime(QDate(2026, 5, 10), QTime(12, 0), m_zone), creek);
    farm.detection(wrong, right);
    farm.photo(QDateTime(QDate(1999, 12, 31), QTime(12, 0), m_zone), creek);
    farm.photo(QDateTime(QDate(2099, 1, 1), QTime(12, 0), m_zone), creek);
    QVERIFY(farm.store(*m_connection));
    // Stored in 2025, so its clock runs ahead by a year; the one of 2099 was stored in 2026.
    QVERIFY(m_connection->execute(
        QStringLiteral("UPDATE images SET created_at = \"timestamp\" - interval '1 year' WHERE id = ?::uuid"),
        {wrong}));
    QVERIFY(m_connection->execute(
        QStringLiteral("UPDATE images SET created_at = '2026-06-01' WHERE \"timestamp\" > '2098-01-01'")));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().detections, 2); // in counts
    QCOMPARE(season.value().effort.find(creek)->counted(std::nullopt), 1);
    QCOMPARE(season.value().effort.impossibleDates, 3);
    QVERIFY(effortSentences(season.value()).join(u' ').contains(QLatin1String("3 photos bear impossible dates")));
    QCOMPARE(season.value().effort.cameraDays(), 31.0);
    // When the deer on it was there isn't known.
    QCOMPARE(season.value().quality.identified, 2);
    QCOMPARE(season.value().quality.misdatedSightings, 1);
    QCOMPARE(season.value().knownDeer.size(), 1U);
    QCOMPARE(season.value().knownDeer.front().detections, 1);
    QCOMPARE(season.value().knownDeer.front().lastDay(), 8);
    QCOMPARE(season.value().mostSeen.front().sightings, 1);
    QCOMPARE(season.value().mostSeen.front().last, QDate(2026, 5, 9));
    const Result<SeasonStatistics> alone = read(QDate(2026, 5, 10), QDate(2026, 5, 31));
    QVERIFY2(alone, qPrintable(test::reason(alone)));
    QVERIFY(alone->knownDeer.empty() && alone->mostSeen.empty());
    QCOMPARE(alone->individuals, 0);
    // No deer that can be told isn't none.
    QVERIFY(alone->isMisdated() && !season->isMisdated());
    QCOMPARE(alone->misdatedDeer, QSet<QString>{right.deer});
    const auto misdated = [](const auto &part) { return part.hasMisdated; };
    QCOMPARE(std::count_if(alone->timeline.begin(), alone->timeline.end(), misdated), 1);
    QCOMPARE(std::count_if(alone->locations.begin(), alone->locations.end(), misdated), 1);
    QVERIFY2(effortSentences(*alone).contains(QStringLiteral(
                 "1 detection of known deer bears an impossible date and is left out of known deer seen: "
                 "when the animal was there isn't known.")),
             qPrintable(effortSentences(*alone).join(u'\n')));
    const Result<SeasonStatistics> before = read(QDate(2026, 5, 1), QDate(2026, 5, 9));
    QVERIFY2(before, qPrintable(test::reason(before)));
    QVERIFY(!before->isMisdated() && !before->timeline[0].hasMisdated && before->misdatedDeer.isEmpty());
}

void TestSeasonEffort::clocksSetWrongByAYearAreSaid()
{
    // From 3 to 12 October 2026 the clock of Creek said 2025; the card was read on 5 November.
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    photoDays(farm, creek, QDate(2026, 6, 1), QDate(2026, 10, 2));
    photoDays(farm, creek, QDate(2025, 10, 3), QDate(2025, 10, 12));
    photoDays(farm, creek, QDate(2026, 10, 13), QDate(2026, 11, 30));
    photoDays(farm, ridge, QDate(2025, 9, 1), QDate(2026, 11, 30));
    QVERIFY(farm.store(*m_connection));
    QVERIFY(m_connection->execute(QStringLiteral("UPDATE images SET created_at = greatest(\"timestamp\", '2026-11-05 "
                                                 "12:00-06') WHERE location_id = ?::uuid"),
                                  {creek}));
    const QString words =
        QStringLiteral("Creek: 10 photos dated 3 to 12 October 2025 were stored on 5 November 2026, after "
                       "photos up to 5 November 2026: an old card, or a clock set wrong. They "
                       "count as work where they are dated");
    for (const auto &[from, to, inPeriod] : {std::tuple(QDate(2025, 10, 1), QDate(2025, 10, 31), true),
                                             std::tuple(QDate(2026, 10, 1), QDate(2026, 11, 20), false)}) {
        const Result<SeasonStatistics> season = read(from, to);
        QVERIFY2(season, qPrintable(test::reason(season)));
        const QString said = effortSentences(season.value()).join(u'\n');
        QVERIFY2(said.contains(words + (inPeriod ? QStringLiteral(".") : QStringLiteral(", not in this period."))),
                 qPrintable(said));
        QVERIFY(!said.contains(QLatin1String("Ridge: 1")));
    }
    // The method's values stay: what is dated 2025 is work of 2025. Who compares is told.
    const Result<SeasonStatistics> then = read(QDate(2025, 10, 1), QDate(2025, 10, 31));
    const Result<SeasonStatistics> now = read(QDate(2026, 10, 1), QDate(2026, 10, 31));
    std::vector<SeasonStatistics> both{now.value(), then.value()};
    both[1].label = QStringLiteral("October 2025");
    const QString compared = likeSentences(LikeWithLike(both), 0, 1).join(u' ');
    QVERIFY2(compared.contains(QLatin1String("Creek (0 detections) has no photos dated in October 2025, or too few: "
                                             "either it did not work then, or its clock was wrong by a year or so")),
             qPrintable(compared));
    // Nothing else is said of it: not that it did not work, nor its clock a second time.
    QVERIFY2(!compared.contains(QLatin1String("But Creek")) && !compared.contains(QLatin1String("The clock of")),
             qPrintable(compared));
    both = {read(QDate(2026, 7, 3), QDate(2026, 7, 12)).value(), read(QDate(2025, 10, 3), QDate(2025, 10, 12)).value()};
    QVERIFY(LikeWithLike(both).matched(0, 1).contains(creek));
    QVERIFY(likeSentences(LikeWithLike(both), 0, 1)
                .join(u' ')
                .contains(QLatin1String("The clock of Creek may have been wrong")));
    QCOMPARE(then.value().effort.find(creek)->cameraDays(), 9.0);
}

void TestSeasonEffort::soundStoringIsNotDoubted()
{
    const int day = static_cast<int>(QDate(2026, 1, 1).toJulianDay());
    std::vector<StoredPhotos> sent;   // at once
    std::vector<StoredPhotos> cards;  // every ten weeks
    std::vector<StoredPhotos> import; // three years at once, then as they come
    for (int at = 0; at < 1000; ++at) {
        sent.push_back({day + at, day + at, 5});
        cards.push_back({day + (at / 70 + 1) * 70, day + at, 5});
        import.push_back({std::max(day + 900, day + at), day + at, 5});
    }
    for (const std::vector<StoredPhotos> &photos : {sent, cards, import})
        QVERIFY(lateAmong(photos).empty());
    QVERIFY(lateAmong({}).empty());
    cards.push_back({day + 980, day + 300, 7}); // an old card
    cards.push_back({day + 981, day + 305, 1});
    const std::vector<LateStored> late = lateAmong(cards);
    QCOMPARE(late.size(), 1U);
    QVERIFY(late.front().photos == 8);
    QVERIFY((late.front().days == Stretch{day + 300, day + 305}));
    QCOMPARE(late.front().lastStored - late.front().stored, 1);
}

void TestSeasonEffort::daysOfOtherLengthsAreDays()
{
    // 1 November 2026 has 25 hours and half past one twice, 8 March 23; a location by another name is the same camera.
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    photoDays(farm, creek, QDate(2026, 2, 1), QDate(2026, 11, 30));
    for (const int hour : {6, 7})
        farm.spot(QDateTime(QDate(2026, 11, 1), QTime(hour, 30), QTimeZone::utc()), creek);
    farm.spot(QDateTime(QDate(2026, 11, 2), QTime(5, 59), QTimeZone::utc()), creek); // 23:59 of the 1st
    farm.spot(QDateTime(QDate(2026, 3, 8), QTime(8, 30), QTimeZone::utc()), creek);  // 3:30, what would have been 2:30
    QVERIFY(farm.store(*m_connection));
    QVERIFY(m_connection->execute(QStringLiteral("UPDATE locations SET name = 'Brook' WHERE id = ?::uuid"), {creek}));
    for (const auto &[day, detections] : {std::pair(QDate(2026, 11, 1), 3), std::pair(QDate(2026, 3, 8), 1)}) {
        const Result<SeasonStatistics> season = read(day, day);
        QVERIFY2(season, qPrintable(test::reason(season)));
        const CameraEffort &camera = *season.value().effort.find(creek);
        QCOMPARE(camera.cameraDays(), 1.0);
        QCOMPARE(camera.counted(std::nullopt), detections);
        QCOMPARE(camera.name, QStringLiteral("Brook"));
        QVERIFY(camera.outages.empty() && camera.late.empty());
    }
    const Result<SeasonStatistics> weeks = read(QDate(2026, 10, 26), QDate(2026, 11, 8));
    QCOMPARE(weeks.value().effort.cameraDays(), 14.0);
}

void TestSeasonEffort::halfReadDaysCountHalf()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    photoDays(farm, creek, QDate(2026, 4, 1), QDate(2026, 6, 30));
    const QString unread =
        farm.photo(QDateTime(QDate(2026, 5, 9), QTime(23, 59), m_zone), creek, {}, QStringLiteral("pending"));
    farm.detection(unread); // of an earlier analysis
    farm.spot(QDateTime(QDate(2026, 5, 12), QTime(12, 0), m_zone), creek);
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().effort.cameraDays(), 30.5);
    QCOMPARE(season.value().effort.find(creek)->unreadDays(), 0.5);
    // What the effort leaves out is in no rate, and yet no sentence may deny it.
    QCOMPARE(season.value().detections, 2);
    QCOMPARE(season.value().effort.counted(std::nullopt), 1);
    const std::vector<SeasonStatistics> periods{season.value()};
    QCOMPARE(LikeWithLike(periods).counted(0, std::nullopt, {creek}), 2);
    QVERIFY(effortSentences(season.value()).join(u' ').contains(QLatin1String("are not read yet")));
}

void TestSeasonEffort::daysBetweenUnreadPhotosAreNotRead_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::addColumn<double>("worked");
    QTest::addColumn<double>("unread");
    QTest::newRow("half-read") << QDate(2026, 5, 1) << QDate(2026, 5, 31) << 15.5 << 15.5;
    QTest::newRow("read") << QDate(2026, 5, 1) << QDate(2026, 5, 16) << 16.0 << 0.0;
    QTest::newRow("unread") << QDate(2026, 5, 16) << QDate(2026, 6, 1) << 0.0 << 17.0;
    QTest::newRow("a-day-without-photos") << QDate(2026, 5, 16) << QDate(2026, 5, 16) << 0.5 << 0.5;
}

void TestSeasonEffort::daysBetweenUnreadPhotosAreNotRead()
{
    // A photo every other day, those of 17 to 31 May unread: no day between them says that there were no deer.
    QFETCH(const QDate, start);
    QFETCH(const QDate, end);
    QFETCH(const double, worked);
    QFETCH(const double, unread);
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    photoDays(farm, creek, QDate(2026, 3, 30), QDate(2026, 6, 30), 2);
    QVERIFY(farm.store(*m_connection));
    QVERIFY(m_connection->execute(
        QStringLiteral("UPDATE images SET processing_status = 'pending' WHERE \"timestamp\" BETWEEN '2026-05-16 "
                       "12:00Z' AND '2026-06-01 12:00Z'")));
    const Result<SeasonStatistics> season = read(start, end);
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().effort.cameraDays(), worked);
    QCOMPARE(season.value().effort.find(creek)->unreadDays(), unread);
    QCOMPARE(season.value().isUnread(), worked <= 0);
}

void TestSeasonEffort::quietCamerasHaveTheirLine()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    farm.location(QStringLiteral("Empty"));
    photoDays(farm, creek, QDate(2026, 9, 1), QDate(2026, 10, 31));
    photoDays(farm, ridge, QDate(2026, 9, 14), QDate(2026, 10, 24),
              8); // 30 September and 8 October, too seldom to tell
    farm.spot(QDateTime(QDate(2026, 10, 2), QTime(12, 0), m_zone), creek);
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 10, 1), QDate(2026, 10, 7));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().effort.cameraDays(), 14.0);
    QStringList names;
    double days = 0;
    for (const LocationStatistics &place : season.value().locations) {
        names << QStringLiteral("%1 %2").arg(place.name).arg(place.detections.total());
        days += season.value().effort.find(place.id)->cameraDays();
    }
    QCOMPARE(names, (QStringList{QStringLiteral("Creek 1"), QStringLiteral("Ridge 0")}));
    QCOMPARE(days, 14.0);
}

void TestSeasonEffort::hoursHoldWhatCountsInRates()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    photoDays(farm, ridge, QDate(2026, 1, 1), QDate(2026, 1, 20));
    for (int minute = 0; minute < 60; ++minute) // a stray day, of a clock set wrong
        farm.spot(QDateTime(QDate(2026, 10, 20), QTime(13, minute), m_zone), ridge);
    for (QDate day(2026, 9, 1); day <= QDate(2026, 11, 30); day = day.addDays(1))
        farm.spot(QDateTime(day, QTime(18, day.day()), m_zone), creek);
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 10, 1), QDate(2026, 10, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().effort.find(ridge)->cameraDays(), 0.0);
    QCOMPARE(season.value().hours[13].total(), 60); // in counts
    std::array<qint64, 24> hours{};
    for (const std::array<qint64, 24> &block : season.value().hoursByBlock)
        std::transform(hours.begin(), hours.end(), block.begin(), hours.begin(), std::plus());
    QCOMPARE(hours[13], 0);
    QCOMPARE(hours[18], 31);
    QCOMPARE(season.value().hoursByBlock.size(), 4U); // the rest of three days joins the last
    QCOMPARE(season.value().hoursByBlock[3][18], 10);
}

void TestSeasonEffort::locationsCanBeChosen()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    const QDateTime noon(QDate(2026, 5, 9), QTime(12, 0), m_zone);
    farm.spot(noon, creek);
    farm.spot(noon, ridge);
    farm.spot(noon.addDays(1), ridge);
    farm.spot(noon);
    QVERIFY(farm.store(*m_connection));
    const QDate first(2026, 5, 1);
    const QDate last(2026, 5, 31);
    QCOMPARE(read(first, last).value().detections, 4);
    QCOMPARE(read(first, last, {ridge}).value().detections, 2);
    QCOMPARE(read(first, last, {ridge}).value().effort.cameras.size(), 1U);
    QCOMPARE(read(first, last, {ridge}).value().quality.photos, 2);
    QCOMPARE(read(first, last, {ridge, creek}).value().detections, 3);
    QCOMPARE(read(first, last, {QStringLiteral("11111111-1111-4111-8111-111111111111")}).value().detections, 0);
}

void TestSeasonEffort::individualsKnowTheirDays()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek"));
    const QString ridge = farm.location(QStringLiteral("Ridge"));
    test::Spotted atlas;
    atlas.deer = farm.deer(QStringLiteral("Atlas"), QStringLiteral("buck"));
    const QDateTime noon(QDate(2026, 5, 9), QTime(12, 0), m_zone);
    farm.spot(noon, creek, atlas);
    farm.spot(noon.addSecs(60), creek, atlas);
    farm.spot(noon.addDays(3), ridge, atlas);
    atlas.duplicate = true;
    farm.spot(noon.addDays(9), ridge, atlas);
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 5, 1), QDate(2026, 5, 31));
    QVERIFY2(season, qPrintable(test::reason(season)));
    QCOMPARE(season.value().knownDeer.size(), 1U);
    const IndividualHistory &deer = season.value().knownDeer[0];
    QCOMPARE(deer.name, QStringLiteral("Atlas"));
    QCOMPARE(deer.detections, 3);
    QCOMPARE(deer.days.size(), 2U);
    QCOMPARE(deer.firstDay(), 8);
    QCOMPARE(deer.lastDay(), 11);
    QCOMPARE(deer.places.at(creek).size(), 1U);
    QCOMPARE(deer.hours[12], 3);
}

void TestSeasonEffort::sentencesSayWhatIsKnown()
{
    test::Farm farm;
    const QString creek = farm.location(QStringLiteral("Creek %2"), QStringLiteral(R"({"lat": 30.0, "lon": -98.0})"));
    const QString late = farm.location(QStringLiteral("East Gate"), QStringLiteral(R"({"lat": 30.5, "lon": -98.0})"));
    const QString first = farm.location(QStringLiteral("Old oak"), QStringLiteral(R"({"lat": 30.0001, "lon": -98.0})"));
    photoDays(farm, creek, QDate(2026, 4, 25), QDate(2026, 6, 2));
    photoDays(farm, creek, QDate(2026, 6, 15), QDate(2026, 8, 31));
    photoDays(farm, late, QDate(2026, 6, 10), QDate(2026, 6, 20));
    photoDays(farm, first, QDate(2026, 1, 1), QDate(2026, 4, 24));
    QVERIFY(farm.store(*m_connection));
    const Result<SeasonStatistics> season = read(QDate(2026, 6, 1), QDate(2026, 6, 30));
    QVERIFY2(season, qPrintable(test::reason(season)));
    const QString said = effortSentences(season.value()).join(u'\n');
    for (const char *words :
         {"2 cameras worked ",
          "Creek %2: no photo 3 to 14 June 2026 (12 days), by its own rhythm less than once in 1,000 years",
          "East Gate: first photo 10 June 2026.", "East Gate: last photo 20 June 2026; days after it don't count.",
          "Creek %2 and Old oak lie within 25 m and worked in turn: they may be one place."})
        QVERIFY2(said.contains(QLatin1String(words)), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestSeasonEffort)
#include "test_seasoneffort.moc"
