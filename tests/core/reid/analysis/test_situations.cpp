// SPDX-License-Identifier: GPL-3.0-or-later
// Herds with known truth. benchmark_reid_simulations prints the same over 20 seeds. The bounds that mate-removed and
// cross-sex searches gave broke on most of them.
#include "tests/core/reid/simulation/simulation.h"

#include <QTest>

using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

class TestSituations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picksAreRightOrAbstained_data();
    void picksAreRightOrAbstained();
    void thousandsOfAnimals();
};

void TestSituations::picksAreRightOrAbstained_data()
{
    QTest::addColumn<int>("situation");
    QTest::addColumn<bool>("mayPick");
    QTest::addColumn<bool>("mustRecommend");
    for (const Situation situation : kSituations) {
        const bool none = situation == Situation::NoSignal || situation == Situation::StoredScores;
        QTest::newRow(name(situation)) << static_cast<int>(situation) << !none << (situation == Situation::Plain);
    }
}

void TestSituations::picksAreRightOrAbstained()
{
    QFETCH(int, situation);
    QFETCH(bool, mayPick);
    QFETCH(bool, mustRecommend);
    int recommended = 0;
    for (const std::uint64_t seed : {1, 3}) {
        const World world = simulate(static_cast<Situation>(situation), seed);
        const Analysis analysis = analyzeWorld(world);
        const Recommendation &r = analysis.recommendation;
        QVERIFY(!r.reason.empty() && !r.whySoFew.empty());
        QVERIFY(!r.threshold || mayPick);
        recommended += r.status == Status::Recommend ? 1 : 0;
        QCOMPARE(r.threshold.has_value(), r.status == Status::Recommend || r.status == Status::TrialOnly);
        if (r.threshold) {
            QVERIFY(trueWrongShare(world, analysis, *r.threshold).value_or(1) < .05);
            QVERIFY(*r.at->gain >= .2);
            QVERIFY(r.trial && r.trial->judged && r.trial->looks);
        }
        const std::vector<std::uint32_t> wrong = trulyWrong(world, analysis);
        for (const int tick : analysis.grid) {
            const Evaluation e = analysis.evaluate(fromTicks(tick));
            QVERIFY2(!e.wrongUpper || wrong[static_cast<std::size_t>(tick)] <= *e.wrongUpper + 1e-9,
                     qPrintable(QStringLiteral("seed %1 at %2").arg(seed).arg(e.threshold)));
        }
    }
    QVERIFY(!mustRecommend || recommended > 0);
}

void TestSituations::thousandsOfAnimals()
{
    const World world = simulate(Situation::Plain, 4, 12000, 5000, 4000);
    const Analysis analysis = analyzeWorld(world);
    QVERIFY(analysis.counts.profiles > 1000); // most animals of 5,000 aren't seen, or once
    QVERIFY(!analysis.recommendation.reason.empty());
    const std::vector<std::uint32_t> wrong = trulyWrong(world, analysis);
    for (const int tick : analysis.grid) {
        const Evaluation e = analysis.evaluate(fromTicks(tick));
        QVERIFY2(!e.wrongUpper || wrong[static_cast<std::size_t>(tick)] <= *e.wrongUpper + 1e-9,
                 qPrintable(QString::number(e.threshold)));
    }
    QVERIFY(!analysis.recommendation.threshold ||
            trueWrongShare(world, analysis, *analysis.recommendation.threshold).value_or(1) < .05);
}

QTEST_GUILESS_MAIN(TestSituations)
#include "test_situations.moc"
