// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/moon.h"

#include <QTest>
#include <QTimeZone>
#include <cmath>

using namespace herdbook::season;

/// Against published instants.
class TestMoon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eclipsesAreAtNewAndFullMoon_data();
    void eclipsesAreAtNewAndFullMoon();
    void worksTheBooksExample();
    void phasesFollowEachOther();
};

void TestMoon::eclipsesAreAtNewAndFullMoon_data()
{
    QTest::addColumn<QDateTime>("instant");
    QTest::addColumn<double>("age");
    const auto utc = [](int year, int month, int day, int hour, int minute) {
        return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone::utc());
    };
    // Solar eclipses (new) and lunar ones (full) can be nowhere else.
    QTest::newRow("sun 1999") << utc(1999, 8, 11, 11, 8) << 0.0;
    QTest::newRow("sun 2024") << utc(2024, 4, 8, 18, 21) << 0.0;
    QTest::newRow("sun 2026") << utc(2026, 8, 12, 17, 37) << 0.0;
    QTest::newRow("moon 2025, March") << utc(2025, 3, 14, 6, 55) << 180.0;
    QTest::newRow("moon 2025, September") << utc(2025, 9, 7, 18, 9) << 180.0;
    // And the same instant in another zone.
    QTest::newRow("zone") << utc(2024, 4, 8, 18, 21).toTimeZone(QTimeZone("America/Chicago")) << 0.0;
}

void TestMoon::eclipsesAreAtNewAndFullMoon()
{
    QFETCH(const QDateTime, instant);
    QFETCH(const double, age);
    const double off = std::remainder(moonAge(instant) - age, 360);
    QVERIFY2(std::abs(off) < 1, qPrintable(QString::number(off)));
    QCOMPARE(moonPhase(moonAge(instant)), age > 0 ? 4 : 0);
}

void TestMoon::worksTheBooksExample()
{
    // Meeus, example 48.a: 12 April 1992, 0 h, lit 0.6786 (waxing).
    const double age = moonAge(QDateTime(QDate(1992, 4, 12), QTime(0, 0), QTimeZone::utc()));
    QVERIFY2(std::abs(moonLit(age) - 0.6786) < 0.005, qPrintable(QString::number(moonLit(age))));
    QVERIFY(age > 90 && age < 180);
    QCOMPARE(moonPhaseName(moonPhase(age)), QStringLiteral("First quarter")); // up to 112.5
}

void TestMoon::phasesFollowEachOther()
{
    QDateTime instant(QDate(2023, 12, 31), QTime(0, 0), QTimeZone::utc());
    int turns = 0;
    int phase = moonPhase(moonAge(instant));
    for (int hour = 0; hour < 366 * 24; ++hour) {
        instant = instant.addSecs(3600);
        const int next = moonPhase(moonAge(instant));
        QVERIFY(next == phase || next == (phase + 1) % MoonPhaseCount);
        turns += next == 0 && phase == MoonPhaseCount - 1 ? 1 : 0;
        phase = next;
    }
    QCOMPARE(turns, 13); // new moons of 2024: 11 January to 30 December
    QVERIFY(moonLit(0) < 1e-9);
    QVERIFY(std::abs(moonLit(180) - 1) < 1e-9);
    QCOMPARE(moonPhase(359), 0);
    QCOMPARE(moonPhase(22.6), 1);
}

QTEST_GUILESS_MAIN(TestMoon)
#include "test_moon.moc"
