// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/patterns.h"
#include "core/season/effort/rhythm.h"
#include "core/season/effort/words.h"
#include "core/season/findings.h"
#include "core/season/likesentences.h"
#include "tests/core/season/seasons.h"

#include <QTest>
#include <cmath>

using namespace herdbook;
using namespace herdbook::season;

class TestEffort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outagesOfTheReference();
    void effortMovesWithTheDays();
    void photoDaysAlwaysCount();
    void strayPhotosAreNoEffort();
    void ratesOfTheReference();
    void ratiosOfTheReference();
    void peakAndTrendOfTheReference();
    void noneIsALimit();
    void ratiosTurnRound();
    void ratiosDontDependOnTheUnit();
    void camerasOfOneSideChangeNothing();
    void equalTablesAreEqual();
    void nothingIsEverNotANumber();
    void theIssuesCase();
    void theAddedCameraThatTurnsTheSign();
    void reasonsAreTheLargest();
    void unreadPhotosAreNoCameraThatDidNotWork();
    void camerasWorkWhereTheirPhotosAreUnread();
    void halfDaysAreToldFromWholeOnes();
    void shortPeriodsAreSaidToBeShort();
    void severalPeriodsShareTheirError();
    void plainCountsAreNoHeadline_data();
    void plainCountsAreNoHeadline();
    void figuresNearNothingAreNotNothing();
    void seasonsWithKnownRates_data();
    void seasonsWithKnownRates();
    void absencesNeedEffort();
    void theDeceasedArentWaitedFor();
};

namespace {

bool isNear(double value, double expected)
{
    return std::abs(value - expected) < 5e-7 * std::max(1.0, std::abs(expected));
}

#define NEAR(value, expected) QVERIFY2(isNear(value, expected), qPrintable(QString::number(value, 'g', 12)))

std::vector<int> exampleDays(int shift = 0)
{
    std::vector<int> days;
    for (int day = 0; day < 72; ++day) {
        if (day != 7 && day != 15 && day != 16 && day != 50 && day != 60 && (day < 30 || day > 41))
            days.push_back(day + shift);
    }
    return days;
}

double effortOf(const std::vector<int> &days, int first, int last, bool heartbeat = false)
{
    const std::vector<double> worked = workedDays(stretchesOf(days, outagesOf(days, heartbeat)), first, last);
    return std::accumulate(worked.begin(), worked.end(), 0.0);
}

void addRow(Cells &cells, int camera, const std::vector<double> &counts, const std::vector<double> &days)
{
    for (std::size_t block = 0; block < counts.size(); ++block)
        cells[{camera, static_cast<int>(block)}] = {counts[block], days.size() == 1 ? days[0] : days[block]};
}

Cells before()
{
    Cells cells;
    addRow(cells, 0, {20, 24, 30, 26}, {7});
    addRow(cells, 1, {10, 12, 8, 14}, {7, 7, 3.5, 7});
    addRow(cells, 2, {0, 0, 0, 0}, {0});
    return cells;
}

Cells after()
{
    Cells cells;
    addRow(cells, 0, {18, 21, 29, 24}, {7});
    addRow(cells, 1, {9, 13, 15, 11}, {7});
    addRow(cells, 2, {12, 10, 15, 13}, {7});
    return cells;
}

Cells weeks()
{
    Cells cells;
    addRow(cells, 0, {9, 12, 10, 31, 11, 8, 13, 10}, {7});
    addRow(cells, 1, {4, 6, 5, 14, 3, 5, 3, 6}, {7, 7, 7, 7, 3.5, 7, 3.5, 7});
    return cells;
}

Cells randomCells(std::mt19937 &random)
{
    Cells cells;
    const int cameras = 1 + static_cast<int>(random() % 7);
    const int blocks = 1 + static_cast<int>(random() % 12);
    const unsigned most = 1 + random() % 40;
    for (int camera = 0; camera < cameras; ++camera) {
        for (int block = 0; block < blocks; ++block) {
            const double days = random() % 4 == 0 ? 0 : static_cast<double>(1 + random() % 14) / 2;
            cells[{camera, block}] = {days > 0 && random() % 3 != 0 ? static_cast<double>(random() % most) : 0, days};
        }
    }
    return cells;
}

Cells scaled(Cells cells, double factor)
{
    for (auto &[key, tally] : cells)
        tally.days *= factor;
    return cells;
}

} // namespace

void TestEffort::outagesOfTheReference()
{
    const std::vector<int> days = exampleDays();
    const std::vector<Outage> outages = outagesOf(days, false);
    QCOMPARE(outages.size(), 1U);
    QCOMPARE(outages[0].first, 30);
    QCOMPARE(outages[0].length, 12);
    QVERIFY(std::abs(outages[0].expected - 3.500423744322704e-05) < 1e-16);
    QCOMPARE(effortOf(days, 0, 71), 58.0);
    QCOMPARE(effortOf(days, 20, 59), 27.0);
    const std::vector<int> slow = {0, 5, 9, 31, 36, 40};
    QCOMPARE(effortOf(slow, 0, 40), 40.0);
    QCOMPARE(effortOf(slow, 0, 40, true), 3.0);
    QCOMPARE(effortOf({12}, 0, 40), 0.5);
    QCOMPARE(effortOf({}, 0, 40), 0.0);
    QCOMPARE(effortOf({0, 181}, 0, 181), 1.0); // half a year
}

void TestEffort::effortMovesWithTheDays()
{
    const std::vector<int> moved = exampleDays(1000);
    QCOMPARE(effortOf(moved, 1000, 1071), 58.0);
    const std::vector<int> days = exampleDays();
    for (int cut = 0; cut < 71; ++cut)
        QCOMPARE(effortOf(days, 0, cut) + effortOf(days, cut + 1, 71), 58.0);
}

void TestEffort::photoDaysAlwaysCount()
{
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> days;
        const unsigned chance = 2 + random() % 30;
        for (int day = 0; day < 500; ++day) {
            if (random() % chance == 0)
                days.push_back(day);
        }
        const bool heartbeat = round % 5 == 0;
        const std::vector<Stretch> stretches = stretchesOf(days, outagesOf(days, heartbeat));
        const std::vector<Stretch> strays = straysAmong(days, stretches);
        const std::vector<double> worked = workedDays(stretches, 0, 499);
        for (const int day : days)
            QVERIFY(worked[static_cast<std::size_t>(day)] >= 0.5);
        for (const Stretch &stray : strays)
            QVERIFY(stray.last - stray.first <= LongSilence);
    }
}

void TestEffort::strayPhotosAreNoEffort()
{
    std::vector<int> days = {0, 1};
    for (int day = 400; day < 460; ++day)
        days.push_back(day);
    const std::vector<Stretch> stretches = stretchesOf(days, outagesOf(days, false));
    QCOMPARE(straysAmong(days, stretches), (std::vector<Stretch>{{0, 1}}));
    days[0] = 230; // near enough: 169 silent days
    days[1] = 231;
    const std::vector<Stretch> near = stretchesOf(days, outagesOf(days, false));
    QVERIFY(straysAmong(days, near).empty());
}

void TestEffort::ratesOfTheReference()
{
    const Rate old = rateOf(before());
    NEAR(*old.value, 274.285714);
    NEAR(*old.low, 208.662873);
    NEAR(*old.high, 360.546426);
    NEAR(*old.dispersion, 1.063157);
    const Rate now = rateOf(after());
    NEAR(*now.value, 226.190476);
    NEAR(*now.low, 170.113880);
    NEAR(*now.high, 300.752245);
    NEAR(*now.dispersion, 1.522807);
    Cells little;
    addRow(little, 0, {3, 4}, {3});
    QVERIFY(!rateOf(little).value); // under seven camera-days
    QCOMPARE(rateOf(little).days, 6.0);
}

void TestEffort::ratiosOfTheReference()
{
    const std::vector<Cells> periods = {before(), after()};
    const std::vector<int> lengths = {28, 28};
    const std::vector<int> matched = matchedCameras(periods, lengths);
    QCOMPARE(matched, (std::vector<int>{0, 1}));
    const auto aligned = stratifiedRatio(only(after(), matched), only(before(), matched), true);
    NEAR(aligned->ratio, 0.920455);
    NEAR(aligned->low, 0.627180);
    NEAR(aligned->high, 1.350867);
    NEAR(aligned->pValue, 0.537816);
    const auto byCamera = stratifiedRatio(only(after(), matched), only(before(), matched), false);
    NEAR(byCamera->ratio, 0.931034);
    NEAR(byCamera->low, 0.649613);
    NEAR(byCamera->high, 1.334373);
    NEAR(byCamera->pValue, 0.644331);
}

void TestEffort::peakAndTrendOfTheReference()
{
    const auto peak = peakOf(weeks(), 0.05 / 8);
    QCOMPARE(peak->block, 3);
    NEAR(peak->ratio.ratio, 2.856584);
    NEAR(peak->ratio.low, 1.372316);
    NEAR(peak->ratio.high, 5.946206);
    NEAR(peak->ratio.pValue, 0.001061);
    const auto trend = trendOf(weeks());
    NEAR(trend->ratio, 1.004142);
    NEAR(trend->low, 0.838746);
    NEAR(trend->high, 1.202154);
    NEAR(trend->pValue, 0.957006);
}

void TestEffort::noneIsALimit()
{
    Cells none;
    addRow(none, 0, {0, 0, 0, 0}, {7});
    const Rate rate = rateOf(none);
    QCOMPARE(*rate.value, 0.0);
    QVERIFY(!rate.high);
    NEAR(rate.atMost.value_or(0), 368.8879 / 28);
    Cells away;
    addRow(away, 0, {0, 0}, {0});
    QVERIFY(!rateOf(away).value); // no camera worked: not zero
}

void TestEffort::ratiosTurnRound()
{
    std::mt19937 random(4);
    for (int round = 0; round < 500; ++round) {
        const Cells one = randomCells(random);
        const Cells other = randomCells(random);
        for (const bool aligned : {false, true}) {
            const auto there = stratifiedRatio(one, other, aligned);
            const auto back = stratifiedRatio(other, one, aligned);
            QCOMPARE(there.has_value(), back.has_value());
            if (!there)
                continue;
            NEAR(there->ratio * back->ratio, 1.0);
            QCOMPARE(there->hasInterval, back->hasInterval);
            if (!there->hasInterval || !(there->high < 1e12))
                continue;
            NEAR(there->low * back->high, 1.0);
            NEAR(there->pValue, back->pValue);
        }
    }
}

void TestEffort::ratiosDontDependOnTheUnit()
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const Cells one = randomCells(random);
        const Cells other = randomCells(random);
        const auto first = stratifiedRatio(one, other, round % 2 == 0);
        const auto second = stratifiedRatio(scaled(one, 3), scaled(other, 3), round % 2 == 0);
        QCOMPARE(first.has_value(), second.has_value());
        if (first)
            NEAR(first->ratio, second->ratio);
        if (rateOf(one).value && *rateOf(one).value > 0)
            NEAR(*rateOf(scaled(one, 3)).value * 3, *rateOf(one).value);
    }
}

void TestEffort::camerasOfOneSideChangeNothing()
{
    for (const bool aligned : {false, true}) {
        const auto with = stratifiedRatio(after(), before(), aligned);
        const auto without = stratifiedRatio(only(after(), {0, 1}), only(before(), {0, 1}), aligned);
        QCOMPARE(with->ratio, without->ratio);
        QCOMPARE(with->low, without->low);
        QCOMPARE(with->high, without->high);
    }
}

void TestEffort::equalTablesAreEqual()
{
    for (const bool aligned : {false, true}) {
        const auto ratio = stratifiedRatio(weeks(), weeks(), aligned);
        QCOMPARE(ratio->ratio, 1.0);
        QCOMPARE(ratio->pValue, 1.0);
    }
}

void TestEffort::nothingIsEverNotANumber()
{
    std::mt19937 random(6);
    const auto sound = [](const RateRatio &ratio) {
        return !std::isnan(ratio.ratio) && !std::isnan(ratio.low) && !std::isnan(ratio.high) &&
               !std::isnan(ratio.pValue) && ratio.ratio > 0 && ratio.pValue >= 0 && ratio.pValue <= 1 + 1e-12;
    };
    for (int round = 0; round < 2000; ++round) {
        const Cells one = randomCells(random);
        const Cells other = randomCells(random);
        for (const bool aligned : {false, true}) {
            if (const auto ratio = stratifiedRatio(one, other, aligned, 1e-4))
                QVERIFY(sound(*ratio));
        }
        if (const auto peak = peakOf(one, 1e-4))
            QVERIFY(sound(peak->ratio));
        if (const auto trend = trendOf(one, 1e-4))
            QVERIFY(sound(*trend));
        const Rate rate = rateOf(one);
        QVERIFY(!rate.low || (!std::isnan(*rate.low) && !std::isnan(*rate.high)));
    }
    QVERIFY(!stratifiedRatio({}, {}, true));
    QVERIFY(!peakOf({}, 0.05));
    QVERIFY(!trendOf({}));
    QVERIFY(!rateOf({}).value);
}

void TestEffort::theIssuesCase()
{
    QVERIFY(isNear(2211.0 / 2028, 1.090237));
    Cells old;
    Cells now;
    for (int camera = 0; camera < 6; ++camera) {
        // 2,028 and 1,891 in eight blocks of equal effort: the ratio is that of the sums.
        for (int block = 0; block < 8; ++block) {
            old[{camera, block}] = {2028.0 / 48, 7};
            now[{camera, block}] = {1891.0 / 48, 7};
        }
    }
    for (int block = 0; block < 8; ++block)
        now[{6, block}] = {40, 7};
    NEAR(stratifiedRatio(now, old, true)->ratio, 0.932446);
}

void TestEffort::theAddedCameraThatTurnsTheSign()
{
    // Six cameras fall from 12 to 11 a day, one is added: all together rise.
    std::vector<SeasonStatistics> years;
    std::mt19937 random(9);
    for (const bool second : {false, true}) {
        SeasonStatistics &year = years.emplace_back();
        year.start = QDate(second ? 2026 : 2025, 10, 1);
        year.end = year.start.addDays(58);
        year.label = second ? QStringLiteral("2026") : QStringLiteral("2025");
        year.classes = {QStringLiteral("doe")};
        year.days.resize(59);
        for (int number = 0; number < 7; ++number) {
            CameraEffort &camera = year.effort.cameras.emplace_back();
            camera.id = QString::number(number);
            camera.name = number == 6 ? QStringLiteral("East Gate") : QStringLiteral("Camera %1").arg(number);
            const bool works = number < 6 || second;
            camera.worked.assign(59, works ? 1.0 : 0.0);
            camera.counts.resize(59);
            for (std::size_t day = 0; works && day < 59; ++day) {
                camera.counts[day][Animal::Doe] = second ? 11 + random() % 2 : 12 + random() % 2;
                year.days[day] += camera.counts[day];
                year.detections += camera.counts[day].total();
            }
        }
    }
    const LikeWithLike like(years);
    QCOMPARE(like.matchedInAll().size(), 6);
    QVERIFY(years[1].detections > years[0].detections);
    QVERIFY(like.ratio(1, 0, std::nullopt)->ratio < 1);
    QVERIFY(like.disagree(1, 0));
    const QString said = likeSentences(like, 1, 0).join(u' ');
    QVERIFY2(said.startsWith(QLatin1String("All cameras: ")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("But East Gate (")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("did not work, or too little, in 2025.")), qPrintable(said));
    QVERIFY2(
        said.contains(QStringLiteral("On the 6 cameras that worked in both: \u22128% per camera-day (95% interval ")),
        qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("The rise comes from which cameras worked.")), qPrintable(said));
    for (const Finding &finding : findingsBetween(years))
        QVERIFY2(finding.text.contains(QLatin1String("in 2025 as in 2026")), qPrintable(finding.text));
}

namespace {

struct PlannedCamera
{
    const char *name;
    int worked; ///< days from the first on
    int seen;   ///< does a day
};

/// A period of cameras that work from its first day on; it is called by its year.
SeasonStatistics periodOf(int year, int days, const std::vector<PlannedCamera> &cameras)
{
    SeasonStatistics season;
    season.start = QDate(year, 10, 1);
    season.end = season.start.addDays(days - 1);
    season.label = QString::number(year);
    season.classes = {QStringLiteral("doe")};
    season.days.resize(static_cast<std::size_t>(days));
    for (const PlannedCamera &planned : cameras) {
        CameraEffort &camera = season.effort.cameras.emplace_back();
        camera.id = camera.name = QString::fromLatin1(planned.name);
        camera.worked.resize(season.days.size());
        camera.counts.resize(season.days.size());
        for (std::size_t day = 0; day < static_cast<std::size_t>(planned.worked); ++day) {
            camera.worked[day] = 1;
            camera.counts[day][Animal::Doe] = planned.seen;
            season.days[day] += camera.counts[day];
            season.detections += planned.seen;
        }
    }
    return season;
}

} // namespace

void TestEffort::reasonsAreTheLargest()
{
    // Creek worked twice as long with fewer a day; most of the rise is that of the added gate.
    std::vector<SeasonStatistics> periods{periodOf(2025, 59, {{"Creek", 30, 5}}),
                                          periodOf(2026, 59, {{"Creek", 59, 3}, {"Gate", 59, 4}})};
    QString said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(said.endsWith(QLatin1String("The rise comes mostly from which cameras worked.")), qPrintable(said));
    // Gate worked in these two, and rose: it is not compared because of the third.
    periods = {periodOf(2025, 59, {{"Creek", 59, 5}, {"Gate", 59, 2}}),
               periodOf(2026, 59, {{"Creek", 59, 4}, {"Gate", 59, 9}}), periodOf(2027, 59, {{"Creek", 59, 4}})};
    said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(said.endsWith(QLatin1String("The rise comes from cameras that are not compared: they did not work long "
                                         "enough in every period.")),
             qPrintable(said));
    // What is in no rate turned the sign.
    periods = {periodOf(2025, 59, {{"Creek", 59, 5}}), periodOf(2026, 59, {{"Creek", 59, 4}})};
    periods[1].detections += 100;
    said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(said.contains(QLatin1String("The rise comes from what is in no rate: ")), qPrintable(said));
    // Nobody worked: no percentage.
    periods = {periodOf(2025, 59, {}), periodOf(2026, 59, {})};
    periods[0].detections = 10;
    periods[1].detections = 20;
    said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(!said.contains(u'%'), qPrintable(said));
}

void TestEffort::unreadPhotosAreNoCameraThatDidNotWork()
{
    // All photos of the second year's last 50 days are unread at both, or at the gate alone.
    const auto leaveUnread = [](SeasonStatistics &period, std::size_t camera) {
        CameraEffort &effort = period.effort.cameras[camera];
        effort.unread.resize(effort.worked.size());
        for (std::size_t day = 9; day < effort.worked.size(); ++day) {
            std::swap(effort.unread[day], effort.worked[day]);
            period.detections -= effort.counts[day].total();
            effort.counts[day] = {};
        }
        period.quality.photos = 1000;
        period.quality.photosWaiting = 400;
    };
    std::vector<SeasonStatistics> periods{periodOf(2025, 59, {{"Creek", 59, 3}, {"Gate", 59, 4}}),
                                          periodOf(2026, 59, {{"Creek", 59, 4}, {"Gate", 59, 4}})};
    leaveUnread(periods[1], 1);
    QStringList said = likeSentences(LikeWithLike(periods), 1, 0);
    QCOMPARE(said.value(1), QStringLiteral("40% of the photos of 2026 are not read yet (400 of 1,000); their share of "
                                           "the days is not counted."));
    QCOMPARE(said.value(2), QStringLiteral("Gate (236 detections) can't be compared yet: too many of the photos there "
                                           "are not read in 2026."));
    QCOMPARE(said.last(), QStringLiteral("The fall comes from photos that are not read yet."));
    QVERIFY2(!said.join(u' ').contains(QLatin1String("did not work")), qPrintable(said.join(u'\n')));

    // Of several periods each is said once, not with every pair.
    const std::vector<SeasonStatistics> several{periods[1], periods[0], periodOf(2027, 59, {{"Creek", 59, 4}})};
    QCOMPARE(unreadSentences(LikeWithLike(several)), QStringList(said.value(1)));
    for (const std::size_t other : {1U, 2U})
        QVERIFY(!likeSentences(LikeWithLike(several), other, 0).contains(said.value(1)));

    leaveUnread(periods[1], 0);
    said = likeSentences(LikeWithLike(periods), 1, 0);
    QCOMPARE(said.first(), QStringLiteral("Too few photos are read yet for the two to be compared."));
    QCOMPARE(nothingFound(periods), QStringLiteral("Too few photos are read yet, so no difference can be told."));
    for (CameraEffort &camera : periods[1].effort.cameras) {
        camera.unread.assign(59, 1.0);
        camera.worked.assign(59, 0.0);
    }
    QVERIFY(periods[1].isUnread());
    QVERIFY(LikeWithLike(periods).rate(1, std::nullopt).isUnread);
    QVERIFY(!LikeWithLike(periods).rate(0, std::nullopt).isUnread);
    const QString effort = effortSentences(periods[1]).join(u' ');
    QVERIFY2(effort.startsWith(QLatin1String("Cameras worked in this period, but none of their photos are read yet")),
             qPrintable(effort));
    // A few that failed are Data quality's.
    periods[1].quality.photosWaiting = 3;
    QVERIFY(!likeSentences(LikeWithLike(periods), 1, 0).join(u' ').contains(QLatin1String("of the photos of 2026")));
}

void TestEffort::camerasWorkWhereTheirPhotosAreUnread()
{
    SeasonStatistics season = periodOf(2026, 30, {{"Creek", 30, 3}, {"Gate", 30, 4}});
    const QString all = QStringLiteral("2 cameras worked 60.0 of 60 camera-days (100%)");
    QCOMPARE(effortSentences(season).first(), all + u'.');
    const auto leaveUnread = [&season](std::size_t camera, double share) {
        season.effort.cameras[camera].worked.assign(30, 1 - share);
        season.effort.cameras[camera].unread.assign(30, share);
    };
    leaveUnread(0, 0.9); // tenths don't add up to quite a whole
    leaveUnread(1, 0.1);
    const QString rest = QStringLiteral("; of these 30.0 count, as the rest of the photos are not read yet.");
    QCOMPARE(effortSentences(season).first(), all + rest);
    leaveUnread(0, 0);
    leaveUnread(1, 1);
    QCOMPARE(season.effort.cameraCount(), 1);
    QCOMPARE(season.effort.camerasAtWork(), 2);
    QCOMPARE(season.effort.possible(), 60.0);
    QCOMPARE(effortSentences(season).first(), all + rest);
}

void TestEffort::halfDaysAreToldFromWholeOnes()
{
    SeasonStatistics season = periodOf(2026, 30, {{"Creek", 30, 3}, {"Gate", 30, 4}, {"Ridge", 30, 1}});
    std::vector<CameraEffort> &cameras = season.effort.cameras;
    QVERIFY(!season.effort.isHalfDay(0));
    cameras[0].worked[0] = 0.5;
    QVERIFY(!season.effort.isHalfDay(0)); // one of three
    cameras[1].worked[0] = 0.1;           // a half, of which most isn't read
    cameras[1].unread.assign(30, 0.0);
    cameras[1].unread[0] = 0.4;
    QVERIFY(season.effort.isHalfDay(0));
    cameras[1].unread[0] = 0.9; // a whole one
    QVERIFY(!season.effort.isHalfDay(0));
    cameras[1].worked[0] = cameras[1].unread[0] = cameras[2].worked[0] = 0;
    QVERIFY(season.effort.isHalfDay(0)); // the only one at work
    cameras[0].worked[0] = 0;
    QVERIFY(!season.effort.isHalfDay(0));
}

void TestEffort::shortPeriodsAreSaidToBeShort()
{
    const auto both = [](int days) {
        return std::vector{periodOf(2025, days, {{"Creek", days, 5}, {"Gate", days, 4}}),
                           periodOf(2026, days, {{"Creek", days, 3}, {"Gate", days, 3}})};
    };
    std::vector<SeasonStatistics> periods = both(5); // both cameras worked every day
    QString said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(said.startsWith(QLatin1String("No camera worked 7 days and half of the days of both, so the two can't be "
                                           "compared; longer periods would let Herdbook tell.")),
             qPrintable(said));
    QVERIFY2(!said.contains(QLatin1String("did not work")), qPrintable(said));
    QCOMPARE(nothingFound(periods),
             QStringLiteral("No camera worked 7 days and half of the days of both, so no difference can be told."));
    periods[1] = periodOf(2026, 5, {{"Creek", 2, 3}}); // the one did, the other not
    said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(said.contains(QLatin1String("But Creek (25 detections) and Gate (20 detections) did not work, or too "
                                         "little, in 2026.")),
             qPrintable(said));
    periods = both(5);
    for (CameraEffort &camera : periods[1].effort.cameras) { // none of the photos is read, nor would reading them do
        camera.unread.assign(5, 1.0);
        camera.worked.assign(5, 0.0);
    }
    said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(said.startsWith(QLatin1String("No camera worked 7 days and half of the days of both, so the two can't be "
                                           "compared; longer periods would let Herdbook tell.")),
             qPrintable(said));
    QVERIFY2(!said.contains(QLatin1String("did not work")) && !said.contains(QLatin1String("compared yet")),
             qPrintable(said));
    QCOMPARE(nothingFound(periods),
             QStringLiteral("No camera worked 7 days and half of the days of both, so no difference can be told."));
    periods = both(9); // compared, but of one block each there is no interval
    said = likeSentences(LikeWithLike(periods), 1, 0).join(u' ');
    QVERIFY2(
        said.contains(QStringLiteral("\u221233% per camera-day (too few weeks for an interval); whether that is more "
                                     "than chance can't be told.")),
        qPrintable(said));
    QVERIFY2(!said.contains(QLatin1String("no reliable change")), qPrintable(said));
    QCOMPARE(nothingFound(periods),
             QStringLiteral("Too few weeks were watched in both to tell a difference from chance."));
    periods.insert(periods.begin(), periodOf(2024, 91, {{"Creek", 91, 4}, {"Gate", 91, 4}}));
    QVERIFY2(nothingFound(periods).endsWith(QLatin1String(" Too little to tell: does in 1 of the 3 pairs of periods.")),
             qPrintable(nothingFound(periods)));
}

void TestEffort::severalPeriodsShareTheirError()
{
    std::mt19937 random(4);
    test::RanchPlan plan;
    std::vector<SeasonStatistics> periods = test::twoYears(plan, random);
    periods.push_back(test::twoYears(plan, random)[1]);
    periods[2].start = periods[2].start.addYears(1);
    periods[2].end = periods[2].start.addDays(plan.days - 1);
    const LikeWithLike like(periods);
    const QString alone = likeSentences(like, 1, 0).join(u' ');
    const QString shared = likeSentences(like, 1, 0, FamilyError / 2).join(u' ');
    QVERIFY2(shared.contains(QLatin1String(" cameras that worked in every period: ")), qPrintable(shared));
    QVERIFY2(shared.contains(QLatin1String("(95% interval together ")), qPrintable(shared));
    QVERIFY2(!alone.contains(QLatin1String("together")), qPrintable(alone));
    QVERIFY(like.ratio(1, 0, std::nullopt, FamilyError / 2)->high > like.ratio(1, 0, std::nullopt)->high);
}

void TestEffort::plainCountsAreNoHeadline_data()
{
    QTest::addColumn<int>("shared"); // cameras of both years, of four each
    QTest::addColumn<int>("added");  // in the second year
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("counts");
    QTest::newRow("none-shared") << 0 << 4 << "No camera worked in both, so the two can't be compared."
                                 << "All cameras: 1,120 detections in 2026 against 560 in 2025, in 448.0 camera-days "
                                    "against 224.0.";
    QTest::newRow("all-shared") << 4 << 0 << "On the 4 cameras that worked in both: 0% per camera-day ("
                                << "All cameras: 560 detections in 2026 against 560 in 2025 (0%).";
    QTest::newRow("some-added") << 4 << 2 << "On the 4 cameras that worked in both: 0% per camera-day ("
                                << "All cameras: 840 detections in 2026 against 560 in 2025, in 336.0 camera-days "
                                   "against 224.0.";
}

void TestEffort::plainCountsAreNoHeadline()
{
    QFETCH(const int, shared);
    QFETCH(const int, added);
    QFETCH(const QString, begins);
    QFETCH(const QString, counts);
    std::vector<SeasonStatistics> years;
    for (const bool second : {false, true}) {
        SeasonStatistics &year = years.emplace_back();
        year.start = QDate(second ? 2026 : 2025, 10, 1);
        year.end = year.start.addDays(55);
        year.label = second ? QStringLiteral("2026") : QStringLiteral("2025");
        year.classes = {QStringLiteral("doe"), QStringLiteral("fawn")};
        year.days.resize(56);
        for (int number = 0; number < 4 + (second ? added : 0); ++number) {
            CameraEffort &camera = year.effort.cameras.emplace_back();
            camera.id = camera.name = number < shared ? QString::number(number) : year.label + QString::number(number);
            camera.worked.assign(56, 1.0);
            camera.counts.resize(56);
            for (std::size_t day = 0; day < 56; ++day) {
                camera.counts[day][Animal::Doe] = day % 14 < 7 ? 5 : 0; // weeks in bursts
                year.detections += camera.counts[day].total();
            }
        }
    }
    const LikeWithLike like(years);
    const QStringList said = likeSentences(like, 1, 0);
    QVERIFY2(said.join(u' ').startsWith(begins), qPrintable(said.join(u'\n')));
    QCOMPARE(said.value(1), counts);
    // Of none the limit is that of bursts, as the does come.
    const Rate fawns = like.rate(0, Animal::Fawn);
    const double dispersion = *like.rate(0, std::nullopt).dispersion;
    QVERIFY(dispersion > 20);
    NEAR(fawns.atMost.value_or(0), 368.8879 * dispersion / 224);
    QVERIFY(!like.rate(0, Animal::Doe).atMost);
}

void TestEffort::figuresNearNothingAreNotNothing()
{
    QCOMPARE(changeText(0.0004), QStringLiteral("\u221299.9%"));
    QCOMPARE(changeText(0.004), QStringLiteral("\u221299.6%"));
    QCOMPARE(changeText(0.02), QStringLiteral("\u221298%"));
    QCOMPARE(percentText(0, 400), QStringLiteral("0%"));
    QCOMPARE(percentText(1, 400), QStringLiteral("under 1%"));
    QCOMPARE(percentText(331.5, 354), QStringLiteral("94%"));
    QCOMPARE(percentText(353.5, 354), QStringLiteral("over 99%"));
    QCOMPARE(percentText(354, 354), QStringLiteral("100%"));
    QCOMPARE(ratioNumber(0.001), QStringLiteral("under 0.01"));
    QCOMPARE(ratioNumber(0.01), QStringLiteral("0.01"));
}

void TestEffort::seasonsWithKnownRates_data()
{
    QTest::addColumn<double>("truth");
    QTest::addColumn<bool>("added");
    QTest::newRow("equal") << 1.0 << false;
    QTest::newRow("equal-added-camera") << 1.0 << true;
    QTest::newRow("fewer-added-camera") << 0.8 << true;
}

void TestEffort::seasonsWithKnownRates()
{
    // A few of the benchmark's two hundred: enough to see a method that is wrong, not one that is a little off.
    QFETCH(const double, truth);
    QFETCH(const bool, added);
    constexpr int Seasons = 40;
    std::mt19937 random(20261128);
    int covered = 0;
    int found = 0;
    for (int i = 0; i < Seasons; ++i) {
        test::RanchPlan plan;
        plan.secondYear = truth;
        plan.addedCamera = added;
        const std::vector<SeasonStatistics> years = test::twoYears(plan, random);
        const auto ratio = LikeWithLike(years).ratio(1, 0, std::nullopt);
        QVERIFY(ratio && ratio->hasInterval);
        covered += ratio->low <= truth && truth <= ratio->high ? 1 : 0;
        found += findingsBetween(years).empty() ? 0 : 1;
    }
    QVERIFY2(covered >= 34, qPrintable(QString::number(covered))); // 95% of 40 are 38, three errors of 1.4 below
    QVERIFY2(truth < 1 || found <= 6, qPrintable(QString::number(found)));
}

void TestEffort::absencesNeedEffort()
{
    SeasonStatistics seen;
    seen.start = QDate(2025, 10, 1);
    seen.end = QDate(2025, 11, 30);
    seen.detections = 100;
    seen.quality.identified = 50;
    CameraEffort camera;
    camera.id = QStringLiteral("a");
    camera.worked.assign(61, 1.0);
    camera.counts.resize(61);
    seen.effort.cameras = {camera};
    IndividualHistory deer;
    deer.id = QStringLiteral("00000000-1111");
    for (int day = 0; day < 10; ++day) {
        deer.days[day] = 1;
        deer.places[QStringLiteral("a")][day] = 1;
    }
    seen.knownDeer = {deer};
    SeasonStatistics later = seen;
    later.knownDeer.clear();
    QCOMPARE(absences(seen, later).at(0).expectedDays.value_or(-1), 10.0);
    QCOMPARE(absenceText(absences(seen, later)[0]),
             QStringLiteral("not seen, though about 10 days were to be expected at the same cameras"));
    later.misdatedDeer = {deer.id};
    QCOMPARE(absenceText(absences(seen, later)[0]),
             QStringLiteral("perhaps seen: it is on photos of that period whose dates are impossible"));
    QVERIFY(!absences(seen, later)[0].expectedDays);
    later.misdatedDeer.clear();
    later.quality.identified = 20; // fewer are assigned: four days
    QCOMPARE(absenceText(absences(seen, later)[0]), QStringLiteral("not seen; may be chance"));
    later.quality.identified = 0;
    QCOMPARE(absenceText(absences(seen, later)[0]),
             QStringLiteral("not seen; no known deer was recognized in that period"));
    QVERIFY(!absences(seen, later)[0].expectedDays);
    later.quality.identified = 50;
    later.effort.cameras[0].worked.assign(61, 0.0);
    QCOMPARE(absenceText(absences(seen, later)[0]), QStringLiteral("not seen; too little effort to tell"));
    QCOMPARE(absences(seen, later)[0].expectedDays.value_or(-1), 0.0); // where no camera worked, none
    // Days on a camera that worked for half a day tell nothing of 61.
    later.effort.cameras[0].worked.assign(61, 1.0);
    seen.effort.cameras[0].worked.assign(61, 0.0);
    seen.effort.cameras[0].worked[3] = 0.5;
    QVERIFY(!absences(seen, later).at(0).expectedDays);
    QCOMPARE(absenceText(absences(seen, later)[0]), QStringLiteral("not seen; too little effort to tell"));
    seen.knownDeer[0].places = {{QString(), deer.days}};
    QCOMPARE(absenceText(absences(seen, later)[0]),
             QStringLiteral("not seen; nothing can be expected, as its photos have no location"));
    QVERIFY(!absences(seen, later)[0].expectedDays);
    QVERIFY(absences(later, seen).empty());
}

void TestEffort::theDeceasedArentWaitedFor()
{
    SeasonStatistics seen = periodOf(2025, 30, {{"Creek", 30, 3}});
    seen.quality.identified = seen.detections;
    for (const char *name : {"Atlas", "Bramble", "Cinder"}) {
        IndividualHistory &deer = seen.knownDeer.emplace_back();
        deer.id = deer.name = QString::fromLatin1(name);
        for (int day = 0; day < 12 - static_cast<int>(seen.knownDeer.size()); ++day)
            deer.days[day] = deer.places[QStringLiteral("Creek")][day] = 1;
    }
    seen.knownDeer[0].status = QStringLiteral("deceased");
    seen.knownDeer[1].status = QStringLiteral("alive");
    seen.knownDeer[2].places = {{QString(), seen.knownDeer[2].days}};
    SeasonStatistics later = periodOf(2026, 30, {{"Creek", 30, 3}});
    later.quality.identified = later.detections;
    QStringList names;
    const std::vector<Absence> absent = absences(seen, later);
    for (const Absence &one : absent)
        names << one.deer->name;
    QCOMPARE(names, (QStringList{QStringLiteral("Bramble"), QStringLiteral("Cinder"), QStringLiteral("Atlas")}));
    QCOMPARE(absenceText(absent[2]),
             QStringLiteral("not seen, though about 11 days were to be expected at the same cameras; recorded as "
                            "deceased"));
    QVERIFY(!absenceText(absent[0]).contains(QLatin1String("deceased")));
}

QTEST_GUILESS_MAIN(TestEffort)
#include "test_effort.moc"
