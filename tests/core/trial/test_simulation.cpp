// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/simulation.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;

/// The certificate's promise, checked where the truth is known: 200 trials in every situation, through the same code as a real
/// trial from detections to verdict. Slow on purpose (some seconds).
class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void falseCertificatesStayUnderTheNominalLevel_data();
    void falseCertificatesStayUnderTheNominalLevel();
    void aSoundCandidateIsCertifiedAboutThreeTimesInFour();
};

void TestSimulation::falseCertificatesStayUnderTheNominalLevel_data()
{
    QTest::addColumn<int>("situation");
    for (std::size_t i = 0; i < simulation::situations().size(); ++i)
        QTest::newRow(simulation::situations()[i].name) << static_cast<int>(i);
}

void TestSimulation::falseCertificatesStayUnderTheNominalLevel()
{
    QFETCH(int, situation);
    constexpr int trials = 200;
    const simulation::Population population =
        simulation::populate(simulation::situations()[static_cast<std::size_t>(situation)], 7);
    for (const simulation::Pick &pick : simulation::picks(population)) {
        const simulation::Tally tally = simulation::run(population, pick.threshold, trials, 1000);
        qInfo("%-20s at %.3f: true share %.4f, %d certificates, %d of the candidate, %d false", pick.name,
              pick.threshold, tally.shareAtCandidate, tally.certificates, tally.candidateCertified,
              tally.wrongCertificates);
        QVERIFY(tally.wrongCertificates <= trials * 0.05);
    }
}

void TestSimulation::aSoundCandidateIsCertifiedAboutThreeTimesInFour()
{
    const simulation::Population population = simulation::populate(simulation::situations().front(), 7);
    const simulation::Pick sound = simulation::picks(population).front();
    const simulation::Tally tally = simulation::run(population, sound.threshold, 200, 5000);
    QVERIFY(tally.shareAtCandidate <= 0.02);
    QVERIFY2(tally.candidateCertified > 130, qPrintable(QString::number(tally.candidateCertified)));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "test_simulation.moc"
