// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/nullpools.h"

#include <QTest>
#include <cmath>

using namespace herdbook::trial;

/// The promise of a certificate where the truth is known and as bad as can be: through the same code as a real trial, from the queue
/// to the certificate. 200 trials a pool; bench_trial runs thousands.
class TestNulls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void falseCertificatesAreRare_data();
    void falseCertificatesAreRare();
    void aBlindReviewerIsNeverCertified_data();
    void aBlindReviewerIsNeverCertified();
    void aBrokenRuleIsFoundOut_data();
    void aBrokenRuleIsFoundOut();
    void cleanPoolsAreCertified();
};

void TestNulls::falseCertificatesAreRare_data()
{
    QTest::addColumn<int>("pool");
    QTest::addColumn<double>("misses");
    const std::vector<nulls::Pool> pools = nulls::pools();
    for (std::size_t i = 0; i < pools.size(); ++i) {
        for (const double misses : {0.0, 0.3})
            QTest::addRow("%s, misses %g", pools[i].name.c_str(), misses) << static_cast<int>(i) << misses;
    }
}

/// 200 trials at 5%: 10 expected at the most; 20 would be over three standard deviations more. A rule that tests a level
/// by its 5% one-sided bound at every answer gets there at once.
void TestNulls::falseCertificatesAreRare()
{
    QFETCH(int, pool);
    QFETCH(double, misses);
    constexpr int kTrials = 200;
    std::mt19937_64 random(static_cast<std::uint64_t>(pool) * 2 + (misses > 0 ? 1 : 0) + 1);
    Evaluator evaluator;
    int wrong = 0;
    const nulls::Pool shape = nulls::pools()[static_cast<std::size_t>(pool)];
    for (int trial = 0; trial < kTrials; ++trial) {
        const nulls::Draw draw = nulls::draw(shape, random);
        wrong += nulls::review(draw, {misses, 0.0, trial % 4 == 0 ? 0.05 : 0.0}, random, evaluator).falseCertificate;
    }
    const double most = 0.05 * kTrials + 3 * std::sqrt(0.05 * 0.95 * kTrials);
    QVERIFY2(wrong <= most, qPrintable(QStringLiteral("%1 of %2 false").arg(wrong).arg(kTrials)));
}

void TestNulls::aBlindReviewerIsNeverCertified_data()
{
    QTest::addColumn<double>("same");
    for (const double same : {1.0, 0.98, 0.95, 0.9, 0.7, 0.5})
        QTest::addRow("Same with chance %g", same) << same;
}

/// Says Same with one chance whatever is shown, to the end and beyond every advice; every match may even be right.
void TestNulls::aBlindReviewerIsNeverCertified()
{
    QFETCH(double, same);
    std::mt19937_64 random(5);
    Evaluator evaluator;
    for (const nulls::Pool &pool : {nulls::Pool{"", {20, 40, 80, 160}, nulls::Kind::OnlyAtTheTop},
                                    nulls::Pool{"", {500, 1000}, nulls::Kind::FirstLevel}}) {
        for (int trial = 0; trial < 20; ++trial) {
            const nulls::Draw draw = nulls::draw(pool, random);
            QCOMPARE(nulls::review(draw, {same, 1 - same, 0}, random, evaluator, 100000).certified, -1);
        }
    }
}

void TestNulls::aBrokenRuleIsFoundOut_data()
{
    QTest::addColumn<double>("bound");
    QTest::addColumn<bool>("blindToPlants");
    QTest::newRow("a bound of 5 instead of 20") << std::log(5.0) << false;
    QTest::newRow("plants that are never missed, a reviewer who misses a half") << kLogTwenty << true;
}

/// The bound of falseCertificatesAreRare() is one that a wrong rule breaks.
void TestNulls::aBrokenRuleIsFoundOut()
{
    QFETCH(double, bound);
    QFETCH(bool, blindToPlants);
    constexpr int kTrials = 200;
    std::mt19937_64 random(3);
    Evaluator evaluator;
    int wrong = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
        nulls::Draw draw = nulls::draw({"", {500, 707, 1000}, nulls::Kind::FirstLevel}, random);
        draw.scheme = Scheme(draw.scheme.items(), draw.scheme.levels(), 40, bound, false);
        Progress progress(draw.scheme, random(), Pipeline::Single, evaluator);
        while (const std::optional<Look> look = progress.next()) {
            const bool sees = blindToPlants ? look->plant || random() % 2 == 0 : true;
            progress.give(*look,
                          sees && (look->plant || draw.wrong[look->index] != 0) ? Answer::Different : Answer::Same);
            if (progress.advice() != Advice::GoOn || !progress.announcements().empty())
                break;
        }
        wrong += progress.announcements().empty() ? 0 : 1;
    }
    QVERIFY2(wrong > 0.05 * kTrials + 3 * std::sqrt(0.05 * 0.95 * kTrials), qPrintable(QString::number(wrong)));
}

void TestNulls::cleanPoolsAreCertified()
{
    std::mt19937_64 random(9);
    Evaluator evaluator;
    nulls::Draw draw = nulls::draw({"", {500, 1000}, nulls::Kind::FirstLevel}, random);
    std::fill(draw.wrong.begin(), draw.wrong.end(), 0);
    const nulls::Result result = nulls::review(draw, {}, random, evaluator);
    QCOMPARE(result.certified, 1);
    QVERIFY2(result.looks < 150, qPrintable(QString::number(result.looks)));
}

QTEST_GUILESS_MAIN(TestNulls)
#include "test_nulls.moc"
