// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/findings.h"
#include "core/season/likewithlike.h"

#include <QTest>
#include <random>

using namespace herdbook;
using namespace herdbook::season;

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratioOfEqualPoissonBlocks();
    void dispersionWidensTheInterval();
    void zeroAndTooLittle();
    void weeksHaveNoStump();
    void chanceAloneIsNoFinding();
    void realPatternsAreFound();
    void periodsThatDifferAreNamed();
    void strayDetectionsMakeNoFinding();
    void noSentenceDeniesWhatWasCounted();
    void partsOfMonthsAreNoMonths();
    void nothingFoundSaysWhatWasLookedAt();
    void weeksWatchedInTurnAreNotCompared();
};

namespace {

const QStringList Deer = {QStringLiteral("buck"), QStringLiteral("doe")};

/// A season whose visits follow `rate(day, animal)`; visits come with one to four detections, so counts vary more than
/// a Poisson's.
SeasonStatistics simulate(const QDate &start, int days, std::mt19937 &random,
                          const std::function<double(int, Animal)> &rate, bool evening = false)
{
    SeasonStatistics season;
    season.start = start;
    season.end = start.addDays(days - 1);
    season.groupBy = exports::GroupBy::Week;
    season.classes = Deer;
    season.quality.photos = 1000;
    season.days.resize(static_cast<std::size_t>(days));
    season.hoursByBlock.resize(static_cast<std::size_t>(season.blockCount()));
    for (int place = 0; place < 4; ++place) {
        LocationStatistics &made = season.locations.emplace_back();
        made.id = made.name = QStringLiteral("place %1").arg(place);
        CameraEffort &camera = season.effort.cameras.emplace_back();
        camera.id = camera.name = made.id;
        camera.worked.assign(static_cast<std::size_t>(days), 1.0);
        camera.counts.resize(static_cast<std::size_t>(days));
    }
    for (int day = 0; day < days; ++day) {
        for (const Animal animal : {Animal::Buck, Animal::Doe}) {
            for (int visit = std::poisson_distribution<int>(rate(day, animal))(random); visit > 0; --visit) {
                const auto count = static_cast<qint64>(1 + random() % 4);
                const std::size_t hour = evening && random() % 2 == 0 ? 17 + random() % 3 : random() % 24;
                season.days[static_cast<std::size_t>(day)][animal] += count;
                season.hours[hour][animal] += count;
                season.hoursByBlock[static_cast<std::size_t>(season.blockOf(day))][hour] += count;
                const std::size_t place = random() % 4;
                season.locations[place].detections[animal] += count;
                season.effort.cameras[place].counts[static_cast<std::size_t>(day)][animal] += count;
                season.detections += count;
            }
        }
    }
    std::sort(season.locations.begin(), season.locations.end(),
              [](const auto &a, const auto &b) { return a.detections.total() > b.detections.total(); });
    return season;
}

} // namespace

void TestFindings::ratioOfEqualPoissonBlocks()
{
    // Two weeks of 20 and 30 against 10 and 15: rate ratio 2, Pearson 2 + 1 on 2 degrees of freedom, so phi = 1.5;
    // t(0.975, 2) = 4.302653.
    const std::vector<Block> one = {{20, 7}, {30, 7}};
    const std::vector<Block> other = {{10, 7}, {15, 7}};
    const std::optional<RateRatio> ratio = rateRatio(one, other, 0.05);
    QVERIFY(ratio);
    QCOMPARE(ratio->ratio, 2.0);
    QVERIFY(std::abs(ratio->dispersion - 1.5) < 1e-12);
    const double reach = 4.302652729911275 * std::sqrt(1.5 * (1 / 50.0 + 1 / 25.0));
    QVERIFY(std::abs(ratio->low - 2 * std::exp(-reach)) < 1e-9);
    QVERIFY(std::abs(ratio->high - 2 * std::exp(reach)) < 1e-9);
    // t = ln 2 / 0.3 = 2.310491 on 2 degrees of freedom: p = 1 - t / sqrt(t^2 + 2) = 0.147097.
    const double t = std::log(2.0) / std::sqrt(1.5 * 0.06);
    QVERIFY(std::abs(ratio->pValue - (1 - t / std::sqrt(t * t + 2))) < 1e-9);
}

void TestFindings::dispersionWidensTheInterval()
{
    const std::vector<Block> calm = {{10, 7}, {11, 7}, {9, 7}, {10, 7}};
    const std::vector<Block> wild = {{1, 7}, {30, 7}, {2, 7}, {7, 7}};
    const std::vector<Block> other = {{20, 7}, {21, 7}, {19, 7}, {20, 7}};
    const auto first = rateRatio(other, calm, 0.05);
    const auto second = rateRatio(other, wild, 0.05);
    QCOMPARE(first->ratio, second->ratio);
    QCOMPARE(first->dispersion, 1.0);
    QVERIFY(second->dispersion > 5);
    QVERIFY(first->low > 1);
    QVERIFY(second->low < 1);
}

void TestFindings::zeroAndTooLittle()
{
    const std::vector<Block> none = {{0, 7}, {0, 7}};
    const std::vector<Block> some = {{8, 7}, {9, 7}};
    QVERIFY(!rateRatio(none, none, 0.05));
    QVERIFY(!rateRatio(some, {}, 0.05));
    QVERIFY(!rateRatio(std::vector<Block>{{8, 7}}, some, 0.05));
    const auto ratio = rateRatio(some, none, 0.05);
    QVERIFY(ratio);
    QCOMPARE(ratio->ratio, 35.0); // 17.5 against 0.5
    QVERIFY(std::isfinite(ratio->high));
}

void TestFindings::weeksHaveNoStump()
{
    const std::vector<double> days(17, 1.0); // two weeks and three days
    const std::vector<Block> blocks = weeklyBlocks(days);
    QCOMPARE(blocks.size(), 2U);
    QCOMPARE(blocks[1].exposure, 10.0);
    QCOMPARE(weeklyBlocks(std::vector<double>(18, 1.0)).size(), 3U);
    QCOMPARE(weeklyBlocks(std::vector<double>(2, 1.0)).size(), 1U);
}

void TestFindings::chanceAloneIsNoFinding()
{
    // 300 years without any pattern: at most 5% may claim one; 8% is three standard errors above.
    std::mt19937 random(2026);
    int claimed = 0;
    for (int year = 0; year < 300; ++year) {
        const SeasonStatistics season = simulate(QDate(2025, 1, 1), 364, random, [](int, Animal) { return 3.0; });
        claimed += findingsOf(season).empty() ? 0 : 1;
    }
    QVERIFY2(claimed <= 24, qPrintable(QString::number(claimed)));
}

void TestFindings::realPatternsAreFound()
{
    std::mt19937 random(5);
    const QDate start(2025, 8, 1);
    const int peak = static_cast<int>(start.daysTo(QDate(2025, 11, 10)));
    const auto rate = [peak](int day, Animal animal) {
        return animal == Animal::Buck && day >= peak && day < peak + 7 ? 20.0 : 4.0;
    };
    SeasonStatistics season = simulate(start, 122, random, rate, true);
    const std::vector<Finding> findings = findingsOf(season);
    QStringList texts;
    for (const Finding &finding : findings)
        texts << finding.text;
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(QLatin1String("Buck detections peaked in the week of 10 November 2025: ")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("Activity was highest from 17:00 to 20:00: ")), qPrintable(all));
    QVERIFY2(!all.contains(QLatin1String("Doe detections peaked")), qPrintable(all));
    for (const Finding &finding : findings) {
        QVERIFY(finding.estimate.low > 1);
        QVERIFY2(finding.text.contains(QLatin1String("95% interval")), qPrintable(finding.text));
    }
    // The true ratio lies within the interval that is told.
    const auto hours = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding &finding) { return finding.kind == Finding::Kind::Hours; });
    const double truth = (0.5 / 3 + 0.5 / 24) / (0.5 / 24);
    QVERIFY(hours->estimate.low < truth && truth < hours->estimate.high);
}

void TestFindings::periodsThatDifferAreNamed()
{
    std::mt19937 random(11);
    std::vector<SeasonStatistics> periods;
    for (const double bucks : {3.0, 6.0}) {
        periods.push_back(simulate(QDate(periods.empty() ? 2024 : 2025, 9, 1), 91, random,
                                   [bucks](int, Animal animal) { return animal == Animal::Buck ? bucks : 4.0; }));
        periods.back().label = QStringLiteral("Rut %1").arg(2023 + static_cast<int>(periods.size()));
    }
    const std::vector<Finding> findings = findingsBetween(periods);
    QCOMPARE(findings.size(), 1U);
    QVERIFY2(findings[0].text.startsWith(QLatin1String("Bucks were ")), qPrintable(findings[0].text));
    QVERIFY2(findings[0].text.contains(
                 QLatin1String("as frequent per camera-day in Rut 2025 as in Rut 2024, on the 4 cameras")),
             qPrintable(findings[0].text));
    const auto ratio = LikeWithLike(periods).ratio(1, 0, Animal::Buck);
    QVERIFY(ratio->low < 2 && 2 < ratio->high);
}

void TestFindings::strayDetectionsMakeNoFinding() // counted while no camera is known to have worked
{
    const auto stray = [](SeasonStatistics &season, qint64 count) {
        season.hours[13][Animal::Doe] += count;
        season.days[0][Animal::Doe] += count;
        season.detections += count;
    };
    std::mt19937 random(5);
    SeasonStatistics season = simulate(
        QDate(2025, 8, 1), 122, random, [](int, Animal) { return 4.0; }, true);
    stray(season, 5000);
    QStringList texts;
    for (const Finding &finding : findingsOf(season))
        texts << finding.text;
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(QLatin1String("Activity was highest from 17:00 to 20:00: ")), qPrintable(all));
    SeasonStatistics few = simulate(QDate(2025, 8, 1), 122, random, [](int, Animal) { return 0.01; });
    QVERIFY(few.detections < 20);
    stray(few, 5000);
    QVERIFY2(nothingFound(few).startsWith(QLatin1String("Too little to tell a pattern from chance")),
             qPrintable(nothingFound(few)));
}

/// Cameras that come and go; animals that keep to some cameras and weeks. What rates can compare is much less than what was counted.
SeasonStatistics ragged(const QDate &start, int days, std::mt19937 &random)
{
    SeasonStatistics season = simulate(start, days, random, [](int, Animal) { return 0.0; });
    for (CameraEffort &camera : season.effort.cameras) {
        const int from = static_cast<int>(random() % static_cast<unsigned>(days));
        const int to = from + static_cast<int>(random() % static_cast<unsigned>(days));
        const bool visited = random() % 3 == 0;
        for (int day = 0; day < days; ++day) {
            const auto at = static_cast<std::size_t>(day);
            camera.worked[at] = day >= from && day <= to ? 1 : 0;
            if (!visited || random() % 4 > 0 || (day / 7) % 3 > 0)
                continue;
            const Animal animal = random() % 2 == 0 ? Animal::Buck : Animal::Doe;
            const auto count = static_cast<qint64>(1 + random() % 6);
            camera.counts[at][animal] += count;
            season.days[at][animal] += count;
            season.hours[18][animal] += count;
            season.hoursByBlock[static_cast<std::size_t>(season.blockOf(day))][18] += camera.worked[at] > 0 ? count : 0;
            season.detections += count;
        }
    }
    // A stray: counted on a day on which no camera is known to have worked.
    season.hours[3][Animal::Doe] += 1;
    season.days[0][Animal::Doe] += 1;
    season.detections += 1;
    return season;
}

void TestFindings::noSentenceDeniesWhatWasCounted()
{
    std::mt19937 random(20261128);
    int said = 0;
    const auto denies = [](const QString &text) {
        return text.contains(QLatin1String("only")) || text.contains(QLatin1String("but not")) ||
               text.contains(QLatin1String("All detections")) || text.contains(QLatin1String("nothing was"));
    };
    for (int round = 0; round < 400; ++round) {
        const int days = 21 + static_cast<int>(random() % 60);
        std::vector<SeasonStatistics> periods{ragged(QDate(2025, 9, 1), days, random),
                                              ragged(QDate(2026, 9, 1), days, random)};
        periods[0].label = QStringLiteral("before");
        periods[1].label = QStringLiteral("now");
        // The stray is in every season: no sentence may say that all were at one place, hour, week or month.
        for (const Finding &finding : findingsOf(periods[0])) {
            const bool ofDoes = finding.text.contains(QLatin1String("Doe"));
            if (!denies(finding.text) ||
                (!ofDoes && finding.kind != Finding::Kind::Hours && finding.kind != Finding::Kind::Location))
                continue;
            ++said;
            QVERIFY2(finding.text.contains(QLatin1String("more where they can't")) ||
                         (finding.kind == Finding::Kind::Months),
                     qPrintable(finding.text));
        }
        const LikeWithLike like(periods);
        const QStringList cameras = like.matched(1, 0);
        const qint64 now = like.counted(1, std::nullopt, cameras);
        const qint64 before = like.counted(0, std::nullopt, cameras);
        const QString text = like.sentences(1, 0).join(u' ');
        if (!denies(text))
            continue;
        ++said;
        if (text.contains(QLatin1String("nothing was")))
            QCOMPARE(now + before, 0);
        else if (!text.contains(QLatin1String("more where they can't")))
            QVERIFY2(std::min(now, before) == 0, qPrintable(text));
    }
    QVERIFY2(said > 40, qPrintable(QString::number(said)));
}

void TestFindings::partsOfMonthsAreNoMonths()
{
    std::mt19937 random(3);
    SeasonStatistics season =
        simulate(QDate(2026, 10, 18), 44, random, [](int day, Animal) { return day < 14 ? 12.0 : 1.0; });
    QStringList texts;
    for (const exports::GroupBy unit : {exports::GroupBy::Week, exports::GroupBy::Month}) {
        season.groupBy = unit;
        for (const Finding &finding : findingsOf(season))
            texts << finding.text;
    }
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(QLatin1String("in October (18 to 31) as in November (")), qPrintable(all));
}

void TestFindings::nothingFoundSaysWhatWasLookedAt()
{
    std::mt19937 random(5);
    const auto even = [](double rate) { return [rate](int, Animal) { return rate; }; };
    const SeasonStatistics usual = simulate(QDate(2026, 9, 1), 91, random, even(2));
    QCOMPARE(nothingFound(usual),
             QStringLiteral("Nothing stands out beyond what chance would give: no peak, trend, month, "
                            "hour or location differs reliably from the rest."));
    SeasonStatistics fawns = usual;
    fawns.classes << QStringLiteral("fawn");
    QVERIFY2(nothingFound(fawns).endsWith(QLatin1String(" Too few to look at on their own: fawns.")),
             qPrintable(nothingFound(fawns)));
    const SeasonStatistics week = simulate(QDate(2026, 9, 1), 7, random, even(9));
    QVERIFY2(nothingFound(week).startsWith(QLatin1String("Too little to tell")), qPrintable(nothingFound(week)));
    const SeasonStatistics month = simulate(QDate(2026, 9, 1), 42, random, even(2));
    QVERIFY2(nothingFound(month).contains(QLatin1String("Too little to tell: trend")), qPrintable(nothingFound(month)));
    SeasonStatistics unwatched = usual;
    for (CameraEffort &camera : unwatched.effort.cameras)
        std::fill(camera.worked.begin(), camera.worked.end(), 0.0);
    QVERIFY2(nothingFound(unwatched).endsWith(QLatin1String(" in 0.0 camera-days.")),
             qPrintable(nothingFound(unwatched)));

    std::vector<SeasonStatistics> periods{usual, usual};
    QVERIFY(nothingFound(periods).contains(QLatin1String("overlap")));
    periods[1] = simulate(QDate(2027, 9, 1), 91, random, even(2));
    QVERIFY2(nothingFound(periods).contains(QLatin1String("the rate of bucks and does")),
             qPrintable(nothingFound(periods)));
    periods[0].effort = unwatched.effort;
    QCOMPARE(nothingFound(periods), QStringLiteral("No camera worked in both, so no difference can be told."));
    periods = {simulate(QDate(2026, 9, 1), 91, random, even(0.01)),
               simulate(QDate(2027, 9, 1), 91, random, even(0.01))};
    QVERIFY2(nothingFound(periods).startsWith(QLatin1String("Too few detections")), qPrintable(nothingFound(periods)));
}

void TestFindings::weeksWatchedInTurnAreNotCompared() // each camera worked half of each season, never in the same weeks
{
    std::mt19937 random(6);
    std::vector<SeasonStatistics> periods;
    for (int year = 0; year < 2; ++year) {
        SeasonStatistics &season =
            periods.emplace_back(simulate(QDate(2025 + year, 9, 1), 84, random, [](int, Animal) { return 2.0; }));
        season.label = QString::number(2025 + year);
        for (CameraEffort &camera : season.effort.cameras) {
            for (std::size_t day = 0; day < 84; ++day)
                camera.worked[day] = (day < 42) == (year == 0) ? 1 : 0;
        }
    }
    const LikeWithLike like(periods);
    QCOMPARE(like.matchedInAll().size(), 4);
    QVERIFY(!like.ratio(1, 0, std::nullopt));
    const QString said = like.sentences(1, 0).join(u' ');
    QVERIFY2(!said.contains(QLatin1String("nothing was detected")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("can't be compared")), qPrintable(said));
    QVERIFY(findingsBetween(periods).empty());
    QVERIFY2(!nothingFound(periods).contains(QLatin1String("Nothing stands out")), qPrintable(nothingFound(periods)));
}

QTEST_GUILESS_MAIN(TestFindings)
#include "test_findings.moc"
