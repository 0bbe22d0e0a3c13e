// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/levels.h"
#include "core/trial/certify/standing.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace herdbook;
using namespace herdbook::trial;

namespace {

constexpr double kTolerance = 1e-6;

/// The formula written out once more, term by term and in the natural scale's logs only: nothing shared with the program but lgamma.
double afresh(int items, int judged, int wrong, int plants, int missed, double alpha)
{
    const auto lb = [](double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); };
    const int w0 = static_cast<int>(std::floor(alpha * items + 1e-9)) + 1;
    const int mode = std::min(items, (items + 1) * wrong / judged);
    const double q =
        lb(1 + wrong, 100 + judged - wrong) - lb(1, 100) + lb(.2 + missed, 5 + plants - missed) - lb(.2, 5);
    const auto chance = [&](int flagged) -> double {
        if (flagged < wrong || items - flagged < judged - wrong)
            return -std::numeric_limits<double>::infinity();
        double log = 0;
        for (int i = 0; i < wrong; ++i)
            log += std::log(flagged - i);
        for (int i = 0; i < judged - wrong; ++i)
            log += std::log(items - flagged - i);
        for (int i = 0; i < judged; ++i)
            log -= std::log(items - i);
        return log;
    };
    std::vector<double> ways;
    for (int flagged = 0; flagged <= w0; ++flagged)
        ways.push_back(std::exp(std::lgamma(w0 + 1) - std::lgamma(flagged + 1) - std::lgamma(w0 - flagged + 1) +
                                chance(std::max(flagged, mode))));
    double best = 0;
    for (int step = 0; step <= 1000; ++step) {
        const double b = step / 1000.0;
        double sum = 0;
        for (int flagged = 0; flagged <= w0; ++flagged)
            sum += ways[static_cast<std::size_t>(flagged)] * std::pow(1 - b, flagged) * std::pow(b, w0 - flagged);
        best = std::max(best, sum * std::pow(b, missed) * std::pow(1 - b, plants - missed));
    }
    return best > 0 ? q - std::log(best) : std::numeric_limits<double>::infinity();
}

} // namespace

/// The formulas against the method's reference values.
class TestEvalue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bets();
    void draws();
    void leastTooManyAndPlants();
    void referenceTable_data();
    void referenceTable();
    void leastNumbers_data();
    void leastNumbers();
    void chances_data();
    void chances();
    void agreesWithTheFormulaTypedAfresh();
    void quickAnswersAreTheExactOnes();
    void blindReviewersNeverPass_data();
    void blindReviewersNeverPass();
    void missingEveryPlantProvesNothing();
    void levelsOfAPool();
    void smallPoolsHaveNoLevels();
    void tiesAndRepeatsMakeOneLevel();
};

void TestEvalue::bets()
{
    QVERIFY(std::abs(logBetOnAnswers(69, 0) + .524729) < kTolerance);
    QVERIFY(std::abs(logBetOnAnswers(119, 1) + 6.168397) < kTolerance);
    QVERIFY(std::abs(logBetOnAnswers(200, 3) + 16.398122) < kTolerance);
    QVERIFY(std::abs(logBetOnPlants(9, 0) + .216471) < kTolerance);
    QVERIFY(std::abs(logBetOnPlants(9, 1) + 4.390858) < kTolerance);
    QVERIFY(std::abs(logBetOnPlants(16, 0) + .299491) < kTolerance);
}

void TestEvalue::draws()
{
    QVERIFY(std::abs(logDraws(1000, 51, 69, 0) + 3.744226) < kTolerance);
    QVERIFY(std::abs(logDraws(1000, 51, 119, 1) + 9.431055) < kTolerance);
    QVERIFY(std::abs(logDraws(100, 6, 44, 0) + 3.603163) < kTolerance);
    QVERIFY(std::isinf(logDraws(100, 6, 100, 1)));
}

void TestEvalue::leastTooManyAndPlants()
{
    const std::pair<int, int> tooMany[]{{10, 1}, {19, 1}, {20, 2}, {59, 3}, {100, 6}, {1000, 51}, {5194, 260}};
    for (const auto &[items, least] : tooMany)
        QCOMPARE(leastTooMany(items), least);
    const std::pair<int, int> plants[]{{1, 1}, {5, 5}, {10, 6}, {20, 7}, {69, 9}, {119, 11}, {200, 16}};
    for (const auto &[judged, count] : plants)
        QCOMPARE(plantsFor(judged), count);
}

void TestEvalue::referenceTable_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("judged");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<int>("plants");
    QTest::addColumn<int>("missed");
    QTest::addColumn<double>("alpha");
    QTest::addColumn<double>("expected");
    const auto row = [](int items, int judged, int wrong, int plants, int missed, double expected, double alpha = .05) {
        QTest::addRow("%d, %d, %d, %d, %d", items, judged, wrong, plants, missed)
            << items << judged << wrong << plants << missed << alpha << expected;
    };
    row(1000, 68, 0, 9, 0, 2.952686);
    row(1000, 69, 0, 9, 0, 3.003026);
    row(1000, 119, 1, 11, 0, 3.018758);
    row(1000, 119, 1, 11, 1, 1.335591);
    row(1000, 69, 0, 9, 1, 1.419860);
    row(1000, 105, 0, 11, 1, 3.108343);
    row(1000, 10, 3, 6, 0, -6.412893);
    row(1000, 69, 0, 9, 9, -10.604310);
    row(100, 44, 0, 8, 0, 3.037317);
    row(100, 91, 2, 10, 0, 2.995981);
    row(60, 34, 0, 7, 0, 3.007512);
    row(40, 40, 1, 8, 0, 2.260696);
    row(20, 17, 0, 6, 0, 3.278417);
    row(5194, 73, 0, 9, 0, 3.011176);
    row(5000, 200, 0, 16, 16, -13.630971);
    row(300, 31, 0, 7, 0, 3.119063, .10);
}

void TestEvalue::referenceTable()
{
    QFETCH(int, items);
    QFETCH(int, judged);
    QFETCH(int, wrong);
    QFETCH(int, plants);
    QFETCH(int, missed);
    QFETCH(double, alpha);
    QFETCH(double, expected);
    const double got = logEvalue({items, judged, wrong, plants, missed}, alpha);
    QVERIFY2(std::abs(got - expected) < kTolerance, qPrintable(QString::number(got, 'f', 8)));
}

void TestEvalue::leastNumbers_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<double>("alpha");
    QTest::addColumn<QList<int>>("least");
    const auto row = [](int items, const QList<int> &least, double alpha = .05) {
        QTest::addRow("%d at %g", items, alpha) << items << alpha << least;
    };
    row(20, {17});
    row(40, {27});
    row(60, {34, 55});
    row(100, {44, 70, 91});
    row(200, {55, 92, 119, 141});
    row(300, {61, 102, 134, 161});
    row(500, {65, 111, 148, 181});
    row(1000, {69, 119, 161, 197});
    row(2000, {72, 124, 167, 207});
    row(5000, {73, 126, 171, 212});
    row(100, {26, 46}, .10);
    row(300, {30, 56}, .10);
    row(1000, {32, 61}, .10);
}

void TestEvalue::leastNumbers()
{
    QFETCH(int, items);
    QFETCH(double, alpha);
    QFETCH(QList<int>, least);
    Evaluator evaluator;
    const std::vector<std::optional<int>> got = leastToPass(items, alpha, kLogTwenty, evaluator);
    for (qsizetype wrong = 0; wrong < least.size(); ++wrong)
        QCOMPARE(got[static_cast<std::size_t>(wrong)], std::optional(least[wrong]));
}

void TestEvalue::chances_data()
{
    QTest::addColumn<int>("judged");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<double>("expected");
    const auto row = [](int judged, int wrong, double expected) {
        QTest::addRow("%d, %d", judged, wrong) << judged << wrong << expected;
    };
    row(10, 0, .708857);
    row(10, 1, .160755);
    row(10, 2, .014496);
    row(30, 0, .868501);
    row(30, 1, .351395);
    row(30, 2, .062113);
    row(60, 1, .630792);
}

void TestEvalue::chances()
{
    QFETCH(int, judged);
    QFETCH(int, wrong);
    QFETCH(double, expected);
    Evaluator evaluator;
    const double got = chanceToPass({1000, judged, wrong, 0, 0}, kAlpha, kLogTwenty, evaluator);
    QVERIFY2(std::abs(got - expected) < kTolerance, qPrintable(QString::number(got, 'f', 8)));
}

void TestEvalue::agreesWithTheFormulaTypedAfresh()
{
    unsigned random = 7;
    const auto below = [&](int bound) {
        random = random * 1664525U + 1013904223U;
        return static_cast<int>((random >> 8) % static_cast<unsigned>(bound));
    };
    for (int round = 0; round < 100; ++round) {
        const int items = 20 + below(300);
        const int judged = 1 + below(std::min(items, 120));
        const int wrong = below(std::min(judged + 1, 6));
        const int plants = plantsFor(judged);
        const int missed = below(plants + 1);
        const double alpha = below(2) == 0 ? .05 : .10;
        const double expected = afresh(items, judged, wrong, plants, missed, alpha);
        const double got = logEvalue({items, judged, wrong, plants, missed}, alpha);
        if (std::isinf(expected))
            QVERIFY(std::isinf(got));
        else
            QVERIFY2(std::abs(got - expected) < 1e-6, qPrintable(QStringLiteral("%1 %2").arg(got).arg(expected)));
    }
}

void TestEvalue::quickAnswersAreTheExactOnes()
{
    Evaluator evaluator;
    for (const int items : {20, 59, 100, 300}) {
        for (int judged = 1; judged <= std::min(items, 130); judged += 7) {
            for (int wrong = 0; wrong <= std::min(judged, 3); ++wrong) {
                for (int missed = 0; missed <= std::min(plantsFor(judged), 3); ++missed) {
                    const Counts counts{items, judged, wrong, plantsFor(judged), missed};
                    QCOMPARE(evaluator.reaches(counts, kAlpha, kLogTwenty), logEvalue(counts) >= kLogTwenty);
                }
            }
        }
    }
}

void TestEvalue::blindReviewersNeverPass_data()
{
    QTest::addColumn<int>("items");
    for (const int items : {20, 40, 59, 500, 10000})
        QTest::addRow("%d", items) << items;
}

/// Always Same: whatever the pool, however long.
void TestEvalue::blindReviewersNeverPass()
{
    QFETCH(int, items);
    Evaluator evaluator;
    for (int judged = 1; judged <= std::min(items, 2000); ++judged) {
        const int plants = plantsFor(judged);
        QVERIFY(!evaluator.reaches({items, judged, 0, plants, plants}, kAlpha, kLogTwenty));
        QVERIFY(!evaluator.reaches({items, judged, 0, plants, plants}, kGroupAlpha, kLogTwenty));
    }
}

void TestEvalue::missingEveryPlantProvesNothing()
{
    for (const int items : {20, 100, 1000, 5000}) {
        for (const int judged : {10, 20, 100, 200, 1000}) {
            if (judged <= items) {
                const int plants = plantsFor(judged);
                QVERIFY(logEvalue({items, judged, 0, plants, plants}) <= 1e-12);
                QVERIFY(logEvalue({items, judged, judged / 30, plants, plants}) <= 1e-12);
            }
        }
    }
}

void TestEvalue::levelsOfAPool()
{
    // 2,000 items at 0.55, evenly from 0.55 to 0.95; as many below.
    std::vector<reid::Ticks> scores;
    for (int i = 0; i < 4000; ++i)
        scores.push_back(static_cast<reid::Ticks>(9499 - 2 * i));
    const std::vector<Level> levels = makeLevels(scores, 5500, Preset::Short);
    QVERIFY(std::any_of(levels.begin(), levels.end(), [](const Level &level) { return level.ticks == 5500; }));
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto items =
            std::count_if(scores.begin(), scores.end(), [&](reid::Ticks score) { return score >= levels[i].ticks; });
        QCOMPARE(static_cast<int>(items), levels[i].items);
        QVERIFY(levels[i].ticks % kLevelStep == 0);
        QVERIFY(i == 0 || (levels[i].items > levels[i - 1].items && levels[i].ticks < levels[i - 1].ticks));
    }
    // The strictest multiple of 0.005 with at least half of them: at 0.75 there are 1,000 of 2,000.
    QCOMPARE(levels.front().ticks, 7500);
    QCOMPARE(levels.front().items, 1000);
    QCOMPARE(makeLevels(scores, 5500, Preset::Standard).front().items, 500);
    QCOMPARE(makeLevels(scores, 5500, Preset::Direct).front().ticks, 5500);
    // A candidate that is no multiple of 0.005 is a level all the same.
    const std::vector<Level> odd = makeLevels(scores, 5512, Preset::Direct);
    QCOMPARE(odd.front().ticks, 5512);
}

void TestEvalue::smallPoolsHaveNoLevels()
{
    const std::vector<reid::Ticks> scores(19, 8000);
    for (const Preset preset : kPresets)
        QVERIFY(makeLevels(scores, 5500, preset).empty());
    QVERIFY(makeLevels({}, 5500, Preset::Short).empty());
    QVERIFY(makeLevels(std::vector<reid::Ticks>(500, 5000), 5500, Preset::Short).empty());
}

void TestEvalue::tiesAndRepeatsMakeOneLevel()
{
    // 30 items of one score: every fraction leads to all of them.
    const std::vector<Level> levels = makeLevels(std::vector<reid::Ticks>(30, 7012), 7000, Preset::Short);
    QCOMPARE(levels.size(), std::size_t(1));
    QCOMPARE(levels.front(), (Level{7000, 30}));
}

QTEST_GUILESS_MAIN(TestEvalue)
#include "test_evalue.moc"
