// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/schema.h"
#include "tests/ui/trial/stage.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/previewmodel.h"
#include "ui/trial/verdict/verdictpage.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

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
    void nothingIsCertifiedWhenTooManyAreWrong();
    void goesOnAfterClosing();
    void keysDoWhatTheySay();
    void missingPictureSaysWhere();
    void reviewGoesOnWithoutPostgres();
    void unwritableJournalIsSaid();
    void readOnlyProfileWritesNothing();
    void roleWithoutRightsIsTold();

private:
    static void key(QWidget &window, Qt::Key key) { QTest::keyClick(window.focusWidget(), key); }
    /// Types a plan and draws; the review is open afterwards.
    void draw(TrialPage &page, const QString &seed, const QString &size = QStringLiteral("210"));
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
    QPushButton *button = page.samplePage()->reidButton();
    QVERIFY(button->isVisible() && !page.samplePage()->form()->candidateField()->isEnabled());
    QVERIFY(page.samplePage()->form()->reviewerField()->isEnabled()); // a trial can be gone on with
    m_stage.savePictures(QStringLiteral("empty"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestScreen::draw(TrialPage &page, const QString &seed, const QString &size)
{
    page.setAnalysis(m_stage.analysis());
    SamplePage *sample = page.samplePage();
    sample->form()->seedField()->setText(seed);
    sample->form()->sizeField()->setText(size);
    QVERIFY(Stage::waitFor([&] { return sample->startButton()->isEnabled(); }));
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

    QSignalSpy applyState(&page.desk().applying(), &ApplyDesk::stateReady);
    m_stage.reviewByTruth(page);
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
    QVERIFY(panel->journalButton()->isVisible());
    QTest::mouseClick(panel->journalButton(), Qt::LeftButton);
    JournalPage *journal = page.journalPage();
    QVERIFY(Stage::waitFor([&] { return journal->runButton()->isEnabled(); }));
    QVERIFY(journal->isVisible());
    QCOMPARE(journal->sql()->toPlainText(), migrationSql(0, kSchemaVersion));
    m_stage.savePictures(QStringLiteral("journal"));
    QTest::mouseClick(journal->runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel->applyButton()->isVisible() && panel->applyButton()->isEnabled(); }));
    m_stage.savePictures(QStringLiteral("verdict"));

    const QString assigned = QStringLiteral("SELECT count(deer_id) FROM detections");
    const int before = sql(assigned).toInt();
    const int rows = panel->table()->model()->rowCount();
    QTest::keyClick(m_stage.window().focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(panel->writeButton()->isVisible());
    QCOMPARE(sql(assigned).toInt(), before); // asked, nothing more
    m_stage.savePictures(QStringLiteral("verdict-ask"));
    QTest::mouseClick(panel->writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel->undoButton()->isEnabled(); }));
    QCOMPARE(sql(assigned).toInt(), before + rows);
    m_stage.savePictures(QStringLiteral("verdict-written"));
    qInfo("%d rows written: %d -> %d of %s detections", rows, before, sql(assigned).toInt(),
          qPrintable(sql(QStringLiteral("SELECT count(*) FROM detections"))));
    const QString protocol = m_stage.storePath() + QStringLiteral(".pdf");
    const QSignalSpy saved(&page.desk(), &TrialDesk::saved);
    page.desk().saveProtocol(protocol);
    QVERIFY(Stage::waitFor([&] { return !saved.isEmpty(); }));
    const QString copy =
        qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()) + QStringLiteral("/trial-protocol.pdf");
    QFile::remove(copy);
    QVERIFY(QFile::copy(protocol, copy));
    qInfo("protocol: %lld KiB", QFile(copy).size() / 1024);

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

void TestScreen::nothingIsCertifiedWhenTooManyAreWrong()
{
    TrialPage &page = m_stage.openReview();
    QCOMPARE(page.step(), TrialPage::ReviewStep);
    QSignalSpy applyState(&page.desk().applying(), &ApplyDesk::stateReady);
    const std::array<Qt::Key, 5> keys{Qt::Key_D, Qt::Key_U, Qt::Key_B, Qt::Key_C, Qt::Key_S};
    for (int i = 0; !page.desk().session()->isComplete(); ++i)
        key(m_stage.window(), keys[static_cast<std::size_t>(std::min(i % 12, 4))]);
    QVERIFY(Stage::waitFor([&] { return !applyState.isEmpty(); }));
    QVERIFY(!page.verdictPage()->outcome()->verdict.certified);
    ApplyPanel *panel = page.verdictPage()->applyPanel();
    QVERIFY(!panel->applyButton()->isVisible() && !panel->undoButton()->isVisible());
    m_stage.savePictures(QStringLiteral("verdict-none"));
}

void TestScreen::goesOnAfterClosing()
{
    TrialPage *page = &m_stage.openReview();
    for (int i = 0; i < 9; ++i)
        key(m_stage.window(), Qt::Key_S);
    key(m_stage.window(), Qt::Key_Backspace);
    const QUuid trial = page->desk().record()->id;
    QVERIFY(Stage::waitFor([&] { return page->desk().unsaved() == 0; }));
    m_stage.close();
    page = &m_stage.open();
    page->setAnalysis(m_stage.analysis());
    QListWidget *trials = page->samplePage()->trials()->list();
    QVERIFY(Stage::waitFor([&] { return trials->count() == 1; }));
    m_stage.savePictures(QStringLiteral("sample-trials"));
    trials->setCurrentRow(0);
    QTest::keyClick(trials, Qt::Key_Return);
    QVERIFY(Stage::waitFor([&] { return page->step() == TrialPage::ReviewStep; }));
    QCOMPARE(page->desk().record()->id, trial);
    QCOMPARE(page->desk().session()->answered(), std::size_t{8});
    QCOMPARE(page->desk().session()->position(), std::size_t{8});
    key(m_stage.window(), Qt::Key_Backspace); // also what was answered before closing can be taken back
    QCOMPARE(page->desk().session()->position(), std::size_t{7});
}

void TestScreen::keysDoWhatTheySay()
{
    TrialPage &page = m_stage.openReview();
    ReviewPage *review = page.reviewPage();
    QWidget *focus = m_stage.window().focusWidget();
    QTest::keyPress(focus, Qt::Key_Space);
    QCOMPARE(review->left()->view().zoom, 1.0);
    QCOMPARE(review->right()->view(), review->left()->view());
    m_stage.savePictures(QStringLiteral("review-zoomed"));
    QTest::keyRelease(focus, Qt::Key_Space);
    QCOMPARE(review->left()->view(), View());
    const auto wheel = [&](PhotoPane *pane) {
        QWheelEvent event(QPointF(100, 200), pane->mapToGlobal(QPointF(100, 200)), {}, {0, 480}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(pane, &event);
    };
    wheel(review->right());
    wheel(review->right());
    QCOMPARE(review->left()->view().zoom, 2.0);
    QTest::mousePress(review->left(), Qt::LeftButton, {}, {200, 200});
    QTest::mouseMove(review->left(), {150, 200});
    QTest::mouseRelease(review->left(), Qt::LeftButton, {}, {150, 200});
    QVERIFY(review->right()->view().offset.x() > 0);
    QCOMPARE(review->right()->view(), review->left()->view());
    QTest::mouseDClick(review->right(), Qt::LeftButton);
    QCOMPARE(review->left()->view(), View());

    const QString founder = review->right()->accessibleName();
    key(m_stage.window(), Qt::Key_1);
    QVERIFY(review->right()->accessibleName() != founder);
    key(m_stage.window(), Qt::Key_1);
    QCOMPARE(review->right()->accessibleName(), founder);

    key(m_stage.window(), Qt::Key_N);
    QVERIFY(review->answers()->noteField()->hasFocus());
    QTest::keyClicks(review->answers()->noteField(), QStringLiteral("scar S"));
    QCOMPARE(page.desk().session()->answered(), std::size_t{0}); // letters of a note are no answers
    QTest::keyClick(review->answers()->noteField(), Qt::Key_Return);
    key(m_stage.window(), Qt::Key_U);
    QCOMPARE(page.desk().session()->states()[0].note, QStringLiteral("scar S"));
    QCOMPARE(page.desk().session()->states()[0].answer, std::optional(Answer::CantTell));
    key(m_stage.window(), Qt::Key_Backspace);
    QCOMPARE(review->answers()->noteField()->text(), QStringLiteral("scar S"));
    QTest::mouseClick(review->answers()->button(Answer::BadCrop), Qt::LeftButton);
    QCOMPARE(page.desk().session()->states()[0].answer, std::optional(Answer::BadCrop));
    key(m_stage.window(), Qt::Key_P);
    QCOMPARE(page.step(), TrialPage::SampleStep);
}

void TestScreen::missingPictureSaysWhere()
{
    TrialPage &page = m_stage.openReview([](Services &services) { services.reviewer = QStringLiteral("ann"); });
    QVERIFY(Stage::waitFor([&] { return page.desk().unsaved() == 0; }));
    // The same trial where the pictures are not mounted.
    TrialPage &bare = m_stage.open([](Services &services) { services.imageFolder = QStringLiteral("/nowhere"); });
    bare.desk().listTrials();
    bare.setAnalysis(m_stage.analysis());
    QListWidget *trials = bare.samplePage()->trials()->list();
    QVERIFY(Stage::waitFor([&] { return trials->count() == 1; }));
    trials->setCurrentRow(0);
    QTest::keyClick(trials, Qt::Key_Return);
    QVERIFY(Stage::waitFor([&] { return bare.step() == TrialPage::ReviewStep; }));
    AnswerBar *answers = bare.reviewPage()->answers();
    QVERIFY(Stage::waitFor([&] { return !answers->button(Answer::Same)->isEnabled(); }));
    QVERIFY(answers->button(Answer::CantTell)->isEnabled() && answers->button(Answer::BadCrop)->isEnabled());
    QVERIFY(bare.reviewPage()->left()->accessibleDescription().contains(QLatin1String("/nowhere/")));
    m_stage.savePictures(QStringLiteral("review-missing"));
    key(m_stage.window(), Qt::Key_S);
    QCOMPARE(bare.desk().session()->answered(), std::size_t{0});
    key(m_stage.window(), Qt::Key_U);
    QCOMPARE(bare.desk().session()->answered(), std::size_t{1});
}

void TestScreen::reviewGoesOnWithoutPostgres()
{
    const auto connection = storage::Postgres::open(m_stage.servers().settings().postgres);
    QVERIFY(migrateSchema(**connection, 0, kSchemaVersion));
    TrialPage &page = m_stage.openReview();
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(0); }));
    m_stage.servers().postgres().stop();
    for (int i = 0; i < 12; ++i)
        key(m_stage.window(), Qt::Key_S);
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(12); }));
    QCOMPARE(page.desk().unsaved(), 0);
    m_stage.savePictures(QStringLiteral("review-offline"));
    QVERIFY(m_stage.servers().postgres().start());
    key(m_stage.window(), Qt::Key_S);
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(0); }));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.answer")), QStringLiteral("13"));
}

void TestScreen::unwritableJournalIsSaid()
{
    TrialPage &page =
        m_stage.open([](Services &services) { services.storePath = QStringLiteral("/proc/none/trials.sqlite"); });
    const QSignalSpy failed(&page.desk(), &TrialDesk::sampleFailed);
    page.setAnalysis(m_stage.analysis());
    QVERIFY(Stage::waitFor([&] { return page.samplePage()->startButton()->isEnabled(); }));
    QTest::mouseClick(page.samplePage()->startButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return !failed.isEmpty(); }));
    QCOMPARE(page.step(), TrialPage::SampleStep);
    m_stage.savePictures(QStringLiteral("sample-error"));
}

void TestScreen::readOnlyProfileWritesNothing()
{
    TrialPage &page = m_stage.openReview([](Services &services) { services.readOnly = true; });
    QSignalSpy applyState(&page.desk().applying(), &ApplyDesk::stateReady);
    m_stage.reviewByTruth(page);
    QVERIFY(Stage::waitFor([&] { return !applyState.isEmpty(); }));
    ApplyPanel *panel = page.verdictPage()->applyPanel();
    QVERIFY(!panel->applyButton()->isVisible() && !panel->undoButton()->isVisible() &&
            !panel->journalButton()->isVisible());
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'")), QStringLiteral("0"));
    page.desk().applying().apply();
    page.desk().applying().migrate(0, kSchemaVersion);
    QVERIFY(m_stage.servers().sql(QStringLiteral("SELECT 1")));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'")), QStringLiteral("0"));
}

void TestScreen::roleWithoutRightsIsTold()
{
    {
        const auto connection = storage::Postgres::open(m_stage.servers().settings().postgres);
        QVERIFY(migrateSchema(**connection, 0, kSchemaVersion));
    }
    sql(QStringLiteral(
        "DROP ROLE IF EXISTS watcher; CREATE ROLE watcher LOGIN PASSWORD 'watch'; GRANT SELECT ON ALL TABLES IN "
        "SCHEMA public TO watcher; GRANT USAGE ON SCHEMA herdbook TO watcher; GRANT SELECT, INSERT, UPDATE ON "
        "ALL TABLES IN SCHEMA herdbook TO watcher; SELECT 1"));
    TrialPage &page = m_stage.openReview([](Services &services) {
        services.postgres.user = QStringLiteral("watcher");
        services.postgres.password = QStringLiteral("watch");
    });
    QSignalSpy applyState(&page.desk().applying(), &ApplyDesk::stateReady);
    m_stage.reviewByTruth(page);
    QVERIFY(Stage::waitFor([&] { return !applyState.isEmpty(); }));
    ApplyPanel *panel = page.verdictPage()->applyPanel();
    QVERIFY(panel->applyButton()->isVisible() && !panel->applyButton()->isEnabled());
    QVERIFY(panel->applyButton()->toolTip().contains(QLatin1String("UPDATE (deer_id) on detections")));
    m_stage.savePictures(QStringLiteral("verdict-rights"));
    m_stage.close();
    sql(QStringLiteral("DROP OWNED BY watcher; DROP ROLE watcher; SELECT 1"));
}

QTEST_MAIN(TestScreen)
#include "test_screen.moc"
