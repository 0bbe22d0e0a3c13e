// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/capturehistory.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::season;

class TestCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreThoseOfTheMethod();
    void zeroIsNotUnknown();
    void littleEffortIsNotNone();
    void keysAreInTimeOrderAndCut_data();
    void keysAreInTimeOrderAndCut();
    void namesCantBreakTheFile();

private:
    static SeasonStatistics season(const QDate &start, const QDate &end, exports::GroupBy groupBy)
    {
        SeasonStatistics made;
        made.start = start;
        made.end = end;
        made.groupBy = groupBy;
        for (const Bucket &bucket : bucketsOf(start, end, groupBy))
            made.timeline.push_back({bucket, {}, 0, 0});
        CameraEffort camera;
        camera.id = QStringLiteral("00000000-0000-4000-8000-000000000001");
        camera.name = QStringLiteral("Creek");
        camera.place = Coordinates{30.25, -98.5};
        camera.worked.assign(static_cast<std::size_t>(made.dayCount()), 1.0);
        camera.counts.resize(camera.worked.size());
        made.effort.cameras.push_back(camera);
        return made;
    }
    static IndividualHistory deer(const QString &name, std::map<int, qint64> days)
    {
        IndividualHistory made;
        made.id = QStringLiteral("00000000-0000-4000-8000-00000000000a");
        made.name = name;
        made.sex = QStringLiteral("buck");
        made.status = QStringLiteral("alive");
        made.places[QStringLiteral("00000000-0000-4000-8000-000000000001")] = days;
        for (const auto &[day, count] : days)
            made.detections += count;
        made.days = std::move(days);
        return made;
    }
    static QString file(const SeasonStatistics &season, const char *name)
    {
        for (const auto &[file, content] : render::captureFiles(season)) {
            if (file == QLatin1String(name))
                return QString::fromUtf8(content);
        }
        return {};
    }
};

void TestCapture::columnsAreThoseOfTheMethod()
{
    SeasonStatistics made = season(QDate(2026, 10, 5), QDate(2026, 10, 7), exports::GroupBy::Day);
    made.knownDeer = {deer(QStringLiteral("Atlas"), {{0, 2}, {2, 1}})};
    made.effort.cameras[0].worked[0] = 0.5;
    QCOMPARE(
        file(made, "individuals.csv"),
        QStringLiteral("deer_id,name,sex,status,first_seen,last_seen,days_seen,detections,locations,2026-10-05,"
                       "2026-10-06,2026-10-07\r\n"
                       "00000000-0000-4000-8000-00000000000a,Atlas,buck,alive,2026-10-05,2026-10-07,2,3,1,1,0,1\r\n"));
    QCOMPARE(file(made, "occasions.csv"),
             QStringLiteral("occasion,start_date,end_date,days,camera_days,cameras\r\n"
                            "2026-10-05,2026-10-05,2026-10-05,1,0.5,1\r\n2026-10-06,2026-10-06,2026-10-06,1,1.0,1\r\n"
                            "2026-10-07,2026-10-07,2026-10-07,1,1.0,1\r\n"));
    QCOMPARE(file(made, "effort.csv"),
             QStringLiteral("location_id,location,latitude,longitude,2026-10-05,2026-10-06,2026-10-07\r\n"
                            "00000000-0000-4000-8000-000000000001,Creek,30.250000,-98.500000,0.5,1.0,1.0\r\n"));
}

void TestCapture::zeroIsNotUnknown()
{
    // Not seen while no camera worked is unknown, not 0: capture-recapture would take it for an absence.
    SeasonStatistics made = season(QDate(2026, 10, 5), QDate(2026, 10, 7), exports::GroupBy::Day);
    made.knownDeer = {deer(QStringLiteral("Atlas"), {{0, 1}})};
    made.effort.cameras[0].worked[1] = 0;
    QVERIFY(file(made, "individuals.csv").endsWith(QLatin1String(",1,,0\r\n")));
    QVERIFY(file(made, "occasions.csv").contains(QLatin1String("2026-10-06,2026-10-06,2026-10-06,1,0.0,0")));
}

void TestCapture::littleEffortIsNotNone()
{
    // One of many photos is read: the deer on the others may have been there, and capture-recapture divides by the effort.
    SeasonStatistics made = season(QDate(2026, 10, 5), QDate(2026, 10, 7), exports::GroupBy::Day);
    made.knownDeer = {deer(QStringLiteral("Atlas"), {{0, 1}})};
    made.effort.cameras[0].worked = {0.5 / 1000, 0.04, 0.05};
    QVERIFY2(file(made, "effort.csv").endsWith(QLatin1String(",-98.500000,0.0005,0.04,0.1\r\n")),
             qPrintable(file(made, "effort.csv")));
    QVERIFY(file(made, "occasions.csv").contains(QLatin1String("2026-10-05,2026-10-05,2026-10-05,1,0.0005,1\r\n")));
    made.effort.cameras[0].worked[1] = 0;
    QVERIFY(file(made, "effort.csv").contains(QLatin1String(",0.0005,0.0,")));
}

void TestCapture::keysAreInTimeOrderAndCut_data()
{
    QTest::addColumn<int>("groupBy");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("first");
    QTest::newRow("weeks") << static_cast<int>(exports::GroupBy::Week)
                           << QStringLiteral(",2026-W52,2026-W53,2027-W01\r\n")
                           << QStringLiteral("2026-W52,2026-12-26,2026-12-27,2,2.0,1");
    QTest::newRow("months") << static_cast<int>(exports::GroupBy::Month) << QStringLiteral(",2026-12,2027-01\r\n")
                            << QStringLiteral("2026-12,2026-12-26,2026-12-31,6,6.0,1");
}

void TestCapture::keysAreInTimeOrderAndCut()
{
    QFETCH(const int, groupBy);
    QFETCH(const QString, header);
    QFETCH(const QString, first);
    const SeasonStatistics made =
        season(QDate(2026, 12, 26), QDate(2027, 1, 6), static_cast<exports::GroupBy>(groupBy));
    QVERIFY2(file(made, "effort.csv").contains(header), qPrintable(file(made, "effort.csv")));
    QVERIFY2(file(made, "occasions.csv").contains(first), qPrintable(file(made, "occasions.csv")));
}

void TestCapture::namesCantBreakTheFile()
{
    SeasonStatistics made = season(QDate(2026, 10, 5), QDate(2026, 10, 6), exports::GroupBy::Day);
    made.knownDeer = {deer(QStringLiteral("=cmd|' /C calc'!A0, \"the\" old\none"), {{0, 1}})};
    made.effort.cameras[0].name = QStringLiteral("Creek, north");
    made.effort.cameras[0].place.reset();
    QVERIFY(
        file(made, "individuals.csv").contains(QLatin1String(",\"'=cmd|' /C calc'!A0, \"\"the\"\" old\none\",buck,")));
    QVERIFY(file(made, "effort.csv").contains(QLatin1String(",\"Creek, north\",,,1.0,1.0\r\n")));
}

QTEST_GUILESS_MAIN(TestCapture)
#include "test_capture.moc"
