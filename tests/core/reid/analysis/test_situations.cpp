// SPDX-License-Identifier: GPL-3.0-or-later
// Herds with known truth. benchmark_reid_simulations prints the same over 20 seeds.
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
};

void TestSituations::picksAreRightOrAbstained_data()
{
    QTest::addColumn<int>("situation");
    QTest::addColumn<bool>("mayPick");
    QTest::addColumn<bool>("mustPick");
    QTest::newRow("moderate") << static_cast<int>(Situation::Moderate) << true << true;
    QTest::newRow("weak") << static_cast<int>(Situation::Weak) << true << false;
    QTest::newRow("no signal") << static_cast<int>(Situation::NoSignal) << false << false;
    QTest::newRow("shared background") << static_cast<int>(Situation::SharedBackground) << true << false;
    QTest::newRow("duplicate profiles") << static_cast<int>(Situation::DuplicateProfiles) << true << true;
}

void TestSituations::picksAreRightOrAbstained()
{
    QFETCH(int, situation);
    QFETCH(bool, mayPick);
    QFETCH(bool, mustPick);
    for (const std::uint64_t seed : {1, 2, 3}) {
        const World world = simulate(static_cast<Situation>(situation), seed);
        const Analysis analysis = analyzeWorld(world);
        const Recommendation &r = analysis.recommendation;
        QVERIFY(!r.reason.empty());
        QVERIFY(r.threshold ? mayPick : !mustPick);
        QCOMPARE(r.threshold.has_value(), r.status == Status::Recommend || r.status == Status::TrialOnly);
        if (r.threshold) {
            QVERIFY(trueWrongShare(world, analysis, *r.threshold).value_or(1) < .05);
            QVERIFY(*r.at->gain >= .2);
        }
        for (const double t : {.50, .55, .60, .65}) {
            const Evaluation e = analysis.evaluate(t);
            QVERIFY(e.fdrUpper);
            QVERIFY(trueWrongShare(world, analysis, t).value_or(0) <= *e.fdrUpper);
        }
    }
}

QTEST_GUILESS_MAIN(TestSituations)
#include "test_situations.moc"
