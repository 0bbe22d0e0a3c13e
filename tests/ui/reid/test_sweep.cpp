// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/output/textreport.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/charts/chartdata.h"
#include "ui/reid/panels/sweepcard.h"
#include "ui/reid/words.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelHoldsItsPromises();
    void rowsSayTheAnalysis();
    void addedRowsSurviveANewAnalysis();
    void comparesTwoRows();
    void deletesOnlyAddedRows();
    void narrowSharesFit();
    void scoresAreRoundedDown();
    void rowsOfASexSayOfHowMany();

private:
    SharedAnalysis m_analysis = test::syntheticAnalysis(reid::Status::Recommend);
};

void TestSweep::modelHoldsItsPromises()
{
    SweepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!model.addThreshold(0.5)); // nothing is analyzed
    model.setAnalysis(m_analysis);
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(model.addThreshold(0.5));
    QVERIFY(model.addThreshold(0.72));
    QVERIFY(model.addThreshold(0.58));
    QVERIFY(!model.addThreshold(0.58));
    QVERIFY(!model.addThreshold(1.2));
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.threshold(row) < model.threshold(row - 1)); // strictest first
    QVERIFY(model.removeThreshold(model.rowOf(0.5)));
    QCOMPARE(model.rowCount(), 6);
    model.setAnalysis(test::syntheticAnalysis(reid::Status::NoData));
    model.setAnalysis({});
    QCOMPARE(model.rowCount(), 0);
}

void TestSweep::rowsSayTheAnalysis()
{
    SweepModel model;
    model.setAnalysis(m_analysis);
    const reid::Evaluation expected = m_analysis->evaluate(0.6);
    const int row = model.rowOf(0.6);
    const auto text = [&](int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(SweepModel::Threshold), QStringLiteral("0.60"));
    QCOMPARE(text(SweepModel::New), u'+' + QLocale().toString(static_cast<qulonglong>(expected.added)));
    QCOMPARE(text(SweepModel::Rate), QStringLiteral("%1%").arg(100 * *expected.rate, 0, 'f', 1));
    QCOMPARE(text(SweepModel::AtMost), mostShareText(expected.fdrUpper, true));
    QVERIFY(model.index(model.rowOf(0.7), 0).data(SweepModel::InForceRole).toBool());
    QVERIFY(model.index(model.rowOf(0.55), 0).data(SweepModel::RecommendedRole).toBool());
    QVERIFY(model.addThreshold(0.4));
    QVERIFY(model.index(model.rowOf(0.4), SweepModel::Wrong).data(SweepModel::OverLimitRole).toBool());
    QVERIFY(!model.index(model.rowOf(0.6), SweepModel::Wrong).data(SweepModel::OverLimitRole).toBool());
}

void TestSweep::addedRowsSurviveANewAnalysis()
{
    SweepModel model;
    model.setAnalysis(m_analysis);
    QVERIFY(model.addThreshold(0.58));
    model.setAnalysis(test::syntheticAnalysis(reid::Status::Abstain));
    QVERIFY(model.rowOf(0.58) >= 0);
}

void TestSweep::comparesTwoRows()
{
    ThresholdCursor cursor;
    SweepCard card(cursor);
    card.resize(400, 400);
    card.setAnalysis(m_analysis);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QTableView *table = card.table();
    const auto spot = [&](double threshold) {
        return table->visualRect(card.model().index(card.model().rowOf(threshold), 1)).center();
    };
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, spot(0.65));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, spot(0.55));
    const auto buttons = card.findChildren<QPushButton *>();
    const auto which = std::find_if(buttons.begin(), buttons.end(),
                                    [](const QPushButton *b) { return b->text() == QLatin1String("Which?"); });
    QVERIFY(which != buttons.end());
    QVERIFY((*which)->isVisible());
    const qulonglong more = m_analysis->evaluate(0.55).added - m_analysis->evaluate(0.65).added;
    QVERIFY(card.model()
                .compare(card.model().rowOf(0.65), card.model().rowOf(0.55))
                .contains(QLocale().toString(more) + QStringLiteral(" more")));
    QSignalSpy asked(&card, &SweepCard::differenceAsked);
    QTest::mouseClick(*which, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).toDouble(), 0.55);
    QCOMPARE(asked.first().at(1).toDouble(), 0.65);
    QCOMPARE(m_analysis->unassignedBetween(0.55, 0.65).size(), static_cast<std::size_t>(more));
}

void TestSweep::deletesOnlyAddedRows()
{
    ThresholdCursor cursor;
    SweepCard card(cursor);
    card.setAnalysis(m_analysis);
    card.addThreshold(0.58);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    card.table()->setFocus();
    card.table()->selectRow(card.model().rowOf(0.58));
    QTest::keyClick(card.table(), Qt::Key_Delete);
    QCOMPARE(card.model().rowOf(0.58), -1);
    card.table()->selectRow(card.model().rowOf(0.65));
    QTest::keyClick(card.table(), Qt::Key_Delete);
    QVERIFY(card.model().rowOf(0.65) >= 0);

    // What may be recommended may be typed.
    auto *editor = card.findChild<QLineEdit *>();
    for (const double threshold : {.2, .25, .975, 1.0}) {
        editor->setText(QString::number(threshold));
        Q_EMIT editor->returnPressed();
        QVERIFY2(card.model().rowOf(threshold) >= 0, qPrintable(editor->text()));
    }
    const int rows = card.model().rowCount();
    for (const char *refused : {"0.19", "1.01", "nan", "x"}) {
        editor->setText(QLatin1String(refused));
        Q_EMIT editor->returnPressed();
        QCOMPARE(card.model().rowCount(), rows);
    }
}

void TestSweep::narrowSharesFit()
{
    QCOMPARE(shareText(0.0004, true), QStringLiteral("<0.1%"));
    QCOMPARE(shareText(0.0004), QStringLiteral("under 0.1%"));
    QCOMPARE(shareText(0.0), QStringLiteral("under 0.1%"));
    QCOMPARE(shareText(std::nullopt), QStringLiteral("–"));
    QCOMPARE(shareText(0.0321), QStringLiteral("3.2%"));
    QCOMPARE(mostShareText(0.0321), QStringLiteral("3.3%")); // a bound is never less than it is
    QCOMPARE(mostShareText(0.05), QStringLiteral("5.0%"));
    QCOMPARE(mostShareText(std::nullopt), QStringLiteral("–"));
}

/// Beside a threshold in force of 0.70 an unassigned detection of 0.6996 must not seem to reach it.
void TestSweep::scoresAreRoundedDown()
{
    QCOMPARE(scoreText(6996), QStringLiteral("0.699"));
    QCOMPARE(scoreText(7000), QStringLiteral("0.700"));
    QCOMPARE(scoreText(7009), QStringLiteral("0.700"));
    QCOMPARE(scoreText(-15), QStringLiteral("-0.002"));
    QCOMPARE(thresholdText(0.6155), QStringLiteral("0.6155")); // in full: none is looser than it says
    QCOMPARE(thresholdText(0.6), QStringLiteral("0.600"));
    QCOMPARE(shortThreshold(0.705), QStringLiteral("0.705"));
    QCOMPARE(shortThreshold(0.7), QStringLiteral("0.70"));
}

void TestSweep::rowsOfASexSayOfHowMany()
{
    ThresholdCursor cursor;
    SweepCard card(cursor);
    card.setAnalysis(m_analysis);
    QVERIFY(card.legend().isEmpty());
    const auto bySex = std::make_shared<reid::Analysis>(*m_analysis);
    reid::SexAdvice does;
    does.sex = reid::Sex::Doe;
    does.threshold = .62;
    bySex->recommendation.sexes = {does};
    card.setAnalysis(bySex);
    const reid::Curves &curves = bySex->bySex[static_cast<std::size_t>(reid::Sex::Doe)].curves;
    QVERIFY(curves.detections > 0 && curves.detections < bySex->curves.detections);
    const QString of = QLocale().toString(static_cast<qulonglong>(curves.detections));
    QVERIFY2(card.legend().contains(QStringLiteral("up to 10% may be wrong: does of %1 detections").arg(of)),
             qPrintable(card.legend()));
    const auto certified = std::make_shared<reid::Analysis>(*bySex);
    certified->recommendation.vouched = true;
    SweepCard beside(cursor);
    beside.setAnalysis(certified);
    QCOMPARE(beside.legend(), card.legend() + QLatin1String(" All rows are estimates, that of the certified threshold "
                                                            "too; the certificate is in none of them."));
    const int row = card.model().rowOf(.62, reid::Sex::Doe);
    const QString tip = card.model().index(row, SweepModel::Rate).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(of) && tip.contains(QLocale().toString(static_cast<qulonglong>(curves.population))),
             qPrintable(tip));
    const QList<QByteArray> lines = reid::sweepCsv(*bySex).split('\n');
    QVERIFY(lines.front().trimmed().endsWith(",sex,detections,unassigned"));
    const auto ends = [&](const QByteArray &end) {
        return std::count_if(lines.begin(), lines.end(),
                             [&](const QByteArray &line) { return line.trimmed().endsWith(end); });
    };
    QCOMPARE(ends(",doe," + QByteArray::number(static_cast<qulonglong>(curves.detections)) + ',' +
                  QByteArray::number(static_cast<qulonglong>(curves.population))),
             1);
    // What isn't counted by sex is empty, not 0.
    const qsizetype at = lines.front().split(',').indexOf("contradictions");
    const auto ofDoes =
        std::find_if(lines.begin(), lines.end(), [](const QByteArray &line) { return line.contains(",doe,"); });
    QCOMPARE(lines[1].split(',')[at], QByteArray("0"));
    QCOMPARE(ofDoes->split(',').sliced(at, 2), QList<QByteArray>(2));
}

QTEST_MAIN(TestSweep)
#include "test_sweep.moc"
