// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/schema.h"
#include "tests/ui/trial/stage.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/previewmodel.h"
#include "ui/trial/verdict/verdictpage.h"
#include "ui/widgets/placeholders.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;
using test::Stage;

/// The Trial screen end to end on the demo ranch, driven by keys and the mouse.
class TestScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_stage.close(); }
    void withoutAnAnalysisItPointsToReid();
    void fromSampleToUndo();

private:
    static void key(QWidget &window, Qt::Key key) { QTest::keyClick(window.focusWidget(), key); }
    /// Types a plan and draws; the review is open afterwards.
    void draw(TrialPage &page, const QString &seed, const QString &size = QStringLiteral("210"));
    /// Answers everything that is left by what is true.
    void reviewByTruth(TrialPage &page);
    QString sql(const QString &text) { return m_stage.servers().sql(text).valueOr(QStringLiteral("?")); }

    Stage m_stage;
};

void TestScreen::initTestCase()
{
    const Result<void> prepared = m_stage.prepare();
    QVERIFY2(prepared, qPrintable(reason(prepared)));
    const reid::Recommendation &advice = m_stage.analysis()->recommendation;
    qInfo("recommendation %s: threshold %.4f, candidate %.4f; %s", std::string(reid::name(advice.status)).c_str(),
          advice.threshold.value_or(0), advice.candidate.value_or(0), advice.reason.c_str());
}

void TestScreen::init()
{
    const Result<void> fresh = m_stage.freshRanch();
    QVERIFY2(fresh, qPrintable(reason(fresh)));
}

void TestScreen::withoutAnAnalysisItPointsToReid()
{
    TrialPage &page = m_stage.open();
    const QSignalSpy asked(&page, &TrialPage::reidAsked);
    auto *button = page.samplePage()->findChild<EmptyState *>()->findChild<QPushButton *>();
    QVERIFY(button != nullptr && button->isVisible());
    m_stage.savePictures(QStringLiteral("empty"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestScreen::draw(TrialPage &page, const QString &seed, const QString &size)
{
    page.setAnalysis(m_stage.analysis());
    SamplePage *sample = page.samplePage();
    sample->seedField()->setText(seed);
    sample->sizeField()->setText(size);
    QVERIFY(Stage::waitFor([&] { return sample->startButton()->isEnabled(); }));
}

void TestScreen::reviewByTruth(TrialPage &page)
{
    QWidget &window = m_stage.window();
    while (!page.desk().session()->isComplete()) {
        const Pair &pair = page.desk().record()->pairs[page.desk().session()->position()];
        const std::size_t before = page.desk().session()->answered();
        key(window, static_cast<Qt::Key>(letter(m_stage.truth(pair))));
        QCOMPARE(page.desk().session()->answered(), before + 1);
    }
}

void TestScreen::fromSampleToUndo()
{
    TrialPage &page = m_stage.open();
    draw(page, QStringLiteral("20261122"));
    m_stage.savePictures(QStringLiteral("sample"));
    QTest::mouseClick(page.samplePage()->startButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.step() == TrialPage::ReviewStep; }));
    QVERIFY(Stage::waitFor(
        [&] { return page.reviewPage()->left()->hasPhoto() && page.reviewPage()->right()->hasPhoto(); }));
    m_stage.savePictures(QStringLiteral("review"));

    QSignalSpy applyState(&page.desk(), &TrialDesk::applyStateReady);
    reviewByTruth(page);
    QVERIFY(Stage::waitFor([&] { return !applyState.isEmpty(); }));
    QCOMPARE(page.step(), TrialPage::VerdictStep);
    const std::shared_ptr<const Outcome> outcome = page.verdictPage()->outcome();
    QVERIFY(outcome->verdict.complete);
    for (const Test &test : outcome->verdict.tests)
        qInfo("%.4f: %d judged, %d wrong, %d allowed", test.threshold, test.share.judged, test.share.wrong,
              test.allowed);
    m_stage.savePictures(QStringLiteral("verdict-schema"));
    QVERIFY(outcome->verdict.certified);

    // The journal first, by an explicit act with the SQL in view.
    ApplyPanel *panel = page.verdictPage()->applyPanel();
    QVERIFY(panel->findChild<QPlainTextEdit *>() != nullptr);
    QPushButton *setUp = panel->journalButton();
    QVERIFY(setUp->isVisible());
    QTest::mouseClick(setUp, Qt::LeftButton);
    QVERIFY(panel->schemaButton()->isVisible());
    QVERIFY(panel->findChild<QPlainTextEdit *>()->toPlainText().contains(QLatin1String("CREATE SCHEMA herdbook")));
    m_stage.savePictures(QStringLiteral("verdict-sql"));
    QTest::mouseClick(panel->schemaButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel->applyButton()->isVisible() && panel->applyButton()->isEnabled(); }));
    m_stage.savePictures(QStringLiteral("verdict"));

    const QString assigned = QStringLiteral("SELECT count(deer_id) FROM detections");
    const int before = sql(assigned).toInt();
    const int rows = panel->table()->model()->rowCount();
    QTest::keyClick(m_stage.window().focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(panel->writeButton()->isVisible());
    QCOMPARE(sql(assigned).toInt(), before); // asked, nothing more
    m_stage.savePictures(QStringLiteral("verdict-ask"));
    QTest::keyClick(panel->writeButton(), Qt::Key_Space);
    QVERIFY(Stage::waitFor([&] { return panel->undoButton()->isEnabled(); }));
    QCOMPARE(sql(assigned).toInt(), before + rows);
    m_stage.savePictures(QStringLiteral("verdict-written"));
    qInfo("%d rows written: %d -> %d of %s detections", rows, before, sql(assigned).toInt(),
          qPrintable(sql(QStringLiteral("SELECT count(*) FROM detections"))));
    // What a truthful reviewer called the same is the same; carried over to a burst it may be another animal's, rarely.
    const int wrong =
        sql(QStringLiteral("SELECT count(*) FROM herdbook.assignment a JOIN demo_truth.detections t USING "
                           "(detection_id) JOIN demo_truth.profiles p ON p.deer_id = a.new_deer_id "
                           "WHERE t.animal_id <> p.animal_id"))
            .toInt();
    qInfo("%d of them wrong by carrying over", wrong);
    QVERIFY(wrong * 20 < rows);
    QVERIFY(panel->undoButton()->hasFocus());
    QTest::keyClick(panel->undoButton(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(Stage::waitFor([&] { return sql(assigned).toInt() == before && panel->applyButton()->isVisible(); }));
    m_stage.savePictures(QStringLiteral("verdict-undone"));
    QCOMPARE(
        sql(QStringLiteral("SELECT count(*) FROM deer WHERE sighting_count <> (SELECT count(*) FROM detections d WHERE "
                           "d.deer_id = deer.id)")),
        QStringLiteral("0"));
}

QTEST_MAIN(TestScreen)
#include "test_screen.moc"
