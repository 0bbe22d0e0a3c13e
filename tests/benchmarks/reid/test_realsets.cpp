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
    QStringList faults;
    for (const Features &set : *sets) {
        if (set.rows() > 4000)
            continue;
        std::vector<Case> cases{{Sexes::Random, .4, .1, 7}, {Sexes::Single, .4, .1, 7}};
        if (set.name == QLatin1String("att_hog_cen")) // small, and the evidence is weak
            cases.insert(cases.end(),
                         {{Sexes::Single, .4, .1, 13}, {Sexes::Single, .6, .05, 13}, {Sexes::Group, .4, .1, 13}});
        for (const Case &one : cases) {
            const Result<Verdict> verdict = hold(servers, map(set, one), QStringLiteral(HERDBOOK_ANALYZE));
            QVERIFY2(verdict, qPrintable(verdict ? QString() : verdict.error().message));
            if (const QString wrong = verdict->faults(); !wrong.isEmpty())
                faults << describe(set, one) + QStringLiteral(": ") + wrong;
            tally.add(*verdict);
        }
    }
    tally.print(QStringLiteral("short part"));
    QCOMPARE(faults.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestRealSets)
#include "test_realsets.moc"
