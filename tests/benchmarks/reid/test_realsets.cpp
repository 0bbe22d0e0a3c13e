// SPDX-License-Identifier: GPL-3.0-or-later
// A short part of benchmark_reid_realsets.
#include "tests/benchmarks/reid/held.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::reid::realsets;

class TestRealSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingFalseIsRecommended();
};

void TestRealSets::nothingFalseIsRecommended()
{
    if (archive().isEmpty())
        QSKIP("there are no real sets beside the source tree");
    const Result<std::vector<Features>> sets = read(archive());
    QVERIFY2(sets, qPrintable(sets ? QString() : sets.error().message));
    QVERIFY(!sets->empty());
    test::Servers servers;
    const Result<void> started = servers.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    Tally tally;
    for (const Features &set : *sets) {
        if (set.rows() > 4000)
            continue;
        for (const Sexes sexes : {Sexes::Random, Sexes::Single}) {
            const Result<Verdict> verdict =
                hold(servers, map(set, {sexes, .4, .1, 7}), QStringLiteral(HERDBOOK_ANALYZE));
            QVERIFY2(verdict, qPrintable(verdict ? QString() : verdict.error().message));
            tally.add(*verdict);
        }
    }
    tally.print(QStringLiteral("short part"));
    QCOMPARE(tally.falseRecommends, 0);
    QCOMPARE(tally.wrongTrials, 0);
    QCOMPARE(tally.unbroken, tally.bounds);
}

QTEST_GUILESS_MAIN(TestRealSets)
#include "test_realsets.moc"
