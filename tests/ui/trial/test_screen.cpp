// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/schema.h"
#include "core/trial/review/digest.h"
#include "core/trial/review/words.h"
#include "tests/ui/keyhelp.h"
#include "tests/ui/trial/stage.h"
#include "ui/trial/desk/papers.h"
#include "ui/trial/journal/batchdetails.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/journal/maintenance.h"
#include "ui/trial/review/progressrow.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/review/strips.h"
#include "ui/trial/sample/prospect.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/cards.h"
#include "ui/trial/verdict/previewmodel.h"
#include "ui/trial/verdict/verdictpage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>

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
    void anotherThresholdThanTheOneInForceIsNoted();
    void fromSampleToUndo();
    void aDoubtfulCertificateIsNotGreen();
    void pressingSameIsWithheld();
    void keysOfTheFirstSecondAreNone();
    void theFocusedButtonIsPressedByKeys_data();
    void theFocusedButtonIsPressedByKeys();
    void finishingIsAlwaysAsked();
    void nothingMovesWithSingleAnswers();
    void nothingIsCertifiedWhenTooManyAreWrong();
    void whatWasPromisedAndDidntComeIsExplained();
    void aFurtherTryIsNotPromisedAsTheFirst();
    void finishSaysWhatGoingOnBrings();
    void goesOnAfterClosing();
    void keysDoWhatTheySay();
    void onlyTheDrawnPairCounts();
    void missingPictureSaysWhere();
    void reviewGoesOnWithoutPostgres();
    void unwritableJournalIsSaid();
    void readOnlyProfileWritesNothing();
    void roleWithoutRightsIsTold();

private:
    static void key(QWidget &window, Qt::Key key) { QTest::keyClick(window.focusWidget(), key); }
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
    const QLabel *sentence = button->parentWidget()->findChild<QLabel *>();
    const QString nothing = sentence->text();
    page.samplePage()->setAwaited(SamplePage::Awaited::Kept);
    QCOMPARE(sentence->text(), QStringLiteral("The last analysis is being read …"));
    page.samplePage()->setAwaited(SamplePage::Awaited::Nothing);
    QCOMPARE(sentence->text(), nothing);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    // What another Herdbook has written since is looked for when the page is shown, and with each analysis.
    page.desk().listTrials();
    QSignalSpy listed(&page.desk(), &TrialDesk::sharedTrialsListed);
    QVERIFY(Stage::waitFor([&] { return !listed.isEmpty(); }));
    page.hide();
    listed.clear();
    page.show();
    QVERIFY(Stage::waitFor([&] { return !listed.isEmpty(); }));
    listed.clear();
    page.setAnalysis(m_stage.analysis());
    QVERIFY(Stage::waitFor([&] { return !listed.isEmpty(); }));
}

void TestScreen::anotherThresholdThanTheOneInForceIsNoted()
{
    using Outcome = reid::Check::Outcome;
    reid::Analysis analysis;
    const QStringList before = describeData(analysis, QTimeZone::utc());
    analysis.integrity.push_back({"founder", "Whose?", Outcome::Warn, "Nobody's.", {}});
    analysis.integrity.push_back({"thresholds", "Which?", Outcome::Pass, "Used: 0.70.", {}});
    QCOMPARE(describeData(analysis, QTimeZone::utc()), before);
    analysis.integrity.push_back({"threshold_in_force", "Is it?", Outcome::Warn, "3 of 4 score less.", {}});
    QCOMPARE(describeData(analysis, QTimeZone::utc()),
             before + QStringList{QStringLiteral("Is it? 3 of 4 score less.")});
}

void TestScreen::fromSampleToUndo()
{
    TrialPage &page = m_stage.open();
    page.setAnalysis(m_stage.analysis());
    SamplePage *sample = page.samplePage();
    QVERIFY(Stage::waitFor([&] { return sample->startButton()->isEnabled(); }));
    QVERIFY(Stage::waitFor([&] { return sample->prospect()->promise().startsWith(QLatin1String("About ")); }));
    qInfo("%s", qPrintable(sample->prospect()->promise()));
    m_stage.savePictures(QStringLiteral("sample"));
    // Nothing begins from figures that no longer hold.
    sample->noticeChange();
    QVERIFY(!sample->startButton()->isEnabled());
    QVERIFY(sample->prospect()->promise().contains(QLatin1String("out of date")));
    page.setAnalysis(m_stage.analysis());
    QVERIFY(Stage::waitFor([&] { return sample->startButton()->isEnabled(); }));
    QCOMPARE(herdbook::test::unnamedShortcuts(page, page.keys()).join(u' '), QString());
    QTest::mouseClick(sample->startButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.step() == TrialPage::ReviewStep; }));
    QVERIFY(Stage::waitFor(
        [&] { return page.reviewPage()->left()->hasPhoto() && page.reviewPage()->right()->hasPhoto(); }));
    m_stage.answer(m_stage.truth(*page.desk().session()->pair()));
    QCOMPARE(page.desk().session()->looks(), 1);
    m_stage.reviewByTruth(page, 90);
    for (const Pair &pair : page.desk().record()->pairs) {
        QSet<QString> captions;
        const FrameGroup burst = burstStrip(*page.desk().record(), pair);
        for (const Still &still : burst.frames)
            captions << still.caption;
        QCOMPARE(captions.size(), static_cast<qsizetype>(burst.frames.size())); // each is told apart
    }
    m_stage.savePictures(QStringLiteral("review"));
    QCOMPARE(herdbook::test::unnamedShortcuts(page, page.keys()).join(u' '), QString());
    m_stage.reviewByTruth(page, 40);
    QSignalSpy applyState(&page.desk().applying(), &ApplyDesk::stateReady);
    m_stage.finish(page);
    QVERIFY(Stage::waitFor([&] { return !applyState.isEmpty(); }));
    const std::shared_ptr<const Outcome> outcome = page.verdictPage()->outcome();
    qInfo("%d looks, %d known pairs: %s", outcome->looks, outcome->checks.plantsSeen.all,
          qPrintable(page.verdictPage()->sentence()));
    for (const CertificateRecord::Level &level : outcome->certificate.levels)
        qInfo("%.4f: %d detections, certified after %d", level.ticks / 1e4, level.items, level.looks);
    m_stage.savePictures(QStringLiteral("verdict-schema"));
    QVERIFY(outcome->certified());
    QCOMPARE(outcome->notCompared, QString());
    QCOMPARE(page.verdictPage()->state(), QStringLiteral("Certificate holds"));
    QVERIFY(page.verdictPage()->findChild<QLabel *>(QStringLiteral("doubts"))->isHidden());
    QVERIFY(page.verdictPage()->findChild<QLabel *>(QStringLiteral("handOverDoubt"))->isHidden());

    // The journal first, by an explicit act with the SQL in view: who comes for it finds all of it ready.
    ApplyPanel *panel = page.verdictPage()->applyPanel();
    QVERIFY(panel->journalButton()->isVisible());
    QTest::mouseClick(panel->journalButton(), Qt::LeftButton);
    JournalPage *journal = page.journalPage();
    Maintenance *maintenance = journal->maintenance();
    QVERIFY(
        Stage::waitFor([&] { return maintenance->targetBox()->isEnabled() && maintenance->targetBox()->count() > 0; }));
    QVERIFY(maintenance->isOpen() && maintenance->targetBox()->currentData().toInt() == kSchemaVersion);
    QCOMPARE(m_stage.window().focusWidget(), maintenance->runButton());
    QCOMPARE(maintenance->sql()->toPlainText(), migrationSql(0, kSchemaVersion));
    for (const QSize &size : {QSize(1280, 720), QSize(1100, 700)}) {
        const QSize before = m_stage.window().size();
        m_stage.window().resize(size);
        const QPlainTextEdit *text = maintenance->sql();
        const QPushButton *button = maintenance->runButton();
        QVERIFY(Stage::waitFor([&] {
            return text->height() >= 90 &&
                   text->mapTo(maintenance, text->rect().bottomLeft()).y() < button->mapTo(maintenance, QPoint()).y() &&
                   maintenance->rect().contains(button->mapTo(maintenance, button->rect().bottomLeft()));
        }));
        m_stage.window().resize(before);
    }
    m_stage.savePictures(QStringLiteral("journal-setup"));
    QTest::mouseClick(maintenance->runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor(
        [&] { return sql(QStringLiteral("SELECT max(version) FROM herdbook.version")) == QLatin1String("4"); }));
    QTest::mouseClick(journal->backButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel->applyButton()->isVisible() && panel->applyButton()->isEnabled(); }));
    m_stage.savePictures(QStringLiteral("verdict"));
    QCOMPARE(herdbook::test::unnamedShortcuts(page, page.keys()).join(u' '), QString());
    // Of what the certificate covers, those that have no profile yet and don't get one here.
    const reid::Analysis &analysis = *m_stage.analysis();
    const PoolState pool = checkPool(*page.desk().record(), analysis.data, QString::fromStdString(analysis.source),
                                     *outcome->certificate.threshold);
    const QString others = QStringLiteral("The other %L1 of the certificate get a profile when operations")
                               .arg(pool.open - panel->table()->model()->rowCount());
    const auto handsOver = [&](const QString &start) {
        const QList<QLabel *> words = panel->findChildren<QLabel *>();
        return std::ranges::any_of(words, [&](const QLabel *label) {
            return label->text().startsWith(start) && label->text().contains(others);
        });
    };
    QVERIFY(handsOver(QStringLiteral("Apply writes ")));

    const QString assigned = QStringLiteral("SELECT count(deer_id) FROM detections");
    const QString counts =
        QStringLiteral("SELECT md5(string_agg(id || ':' || sighting_count, ',' ORDER BY id)) FROM deer");
    const int before = sql(assigned).toInt();
    const QString countsBefore = sql(counts);
    const int rows = panel->table()->model()->rowCount();
    const QSignalSpy changed(&page.desk().applying(), &ApplyDesk::assignmentsChanged);
    QTest::keyClick(m_stage.window().focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(panel->writeButton()->isVisible());
    QCOMPARE(sql(assigned).toInt(), before); // asked, nothing more
    QTest::mouseClick(panel->writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel->undoButton()->isEnabled(); }));
    QCOMPARE(sql(assigned).toInt(), before + rows);
    QVERIFY(handsOver(others)); // as many, now that the rest is written
    QCOMPARE(changed.size(), 1);
    m_stage.savePictures(QStringLiteral("verdict-written"));
    qInfo("%d rows written: %d -> %d", rows, before, sql(assigned).toInt());
    const QString protocol = m_stage.storePath() + QStringLiteral(".pdf");
    const QSignalSpy saved(&page.desk(), &TrialDesk::saved);
    page.desk().saveProtocol(protocol);
    QVERIFY(Stage::waitFor([&] { return !saved.isEmpty(); }));
    const QString copy =
        qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()) + QStringLiteral("/trial-protocol.pdf");
    QFile::remove(copy);
    QVERIFY(QFile::copy(protocol, copy));

    // What a truthful reviewer called the same is the same.
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.assignment a JOIN demo_truth.detections t USING "
                                "(detection_id) JOIN demo_truth.profiles p ON p.deer_id = a.new_deer_id "
                                "WHERE t.animal_id <> p.animal_id")),
             QStringLiteral("0"));
    // The certificate is in the journal.
    QVERIFY(Stage::waitFor([&] {
        return sql(QStringLiteral("SELECT count(*) FROM herdbook.certificate WHERE threshold IS NOT NULL")) ==
               QLatin1String("1");
    }));
    // The analysis in hand is of the data before that: it can't tell whether they are still those of the trial.
    QSignalSpy judged(&page.desk(), &TrialDesk::concluded);
    page.desk().conclude();
    QVERIFY(Stage::waitFor([&] { return !judged.isEmpty(); }));
    QVERIFY(page.verdictPage()->outcome()->certified());
    QVERIFY2(page.verdictPage()->outcome()->notCompared.contains(QLatin1String("analyze again")),
             qPrintable(page.verdictPage()->outcome()->notCompared));
    QCOMPARE(page.verdictPage()->state(), QStringLiteral("Not compared"));
    m_stage.savePictures(QStringLiteral("verdict-not-compared"));
    // One that arrives meanwhile is compared by itself.
    judged.clear();
    page.setAnalysis(std::make_shared<reid::Analysis>(*m_stage.analysis()));
    QVERIFY(Stage::waitFor([&] { return !judged.isEmpty(); }));
    // Undone from the list.
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return journal->model()->rowCount() >= 2; }));
    journal->table()->selectRow(0);
    QVERIFY(Stage::waitFor([&] { return journal->details()->undoButton()->isVisible(); }));
    QVERIFY2(journal->details()->undoText().contains(QStringLiteral("%1 row").arg(rows)),
             qPrintable(journal->details()->undoText()));
    // Other columns weren't looked at.
    QVERIFY2(journal->details()->undoText().endsWith(
                 QLatin1String("Profile, review and correction of all of these rows are as the batch left them.")),
             qPrintable(journal->details()->undoText()));
    m_stage.savePictures(QStringLiteral("journal"));
    QCOMPARE(herdbook::test::unnamedShortcuts(*journal, page.keys()).join(u' '), QString());
    // Behind Maintenance nothing is asked, and nothing confirmed: it closes first.
    const auto undoByKey = [&] { QTest::keyClick(m_stage.window().focusWidget(), Qt::Key_Z, Qt::ControlModifier); };
    const QSignalSpy undoAsked(journal->details(), &BatchDetails::undoAsked);
    maintenance->setOpen(true);
    journal->details()->askUndo();
    undoByKey();
    QVERIFY(!maintenance->isOpen() && journal->details()->undoButton()->isVisible());
    undoByKey();
    QVERIFY(journal->details()->confirmButton()->isVisible());
    maintenance->setOpen(true);
    undoByKey();
    QVERIFY(journal->details()->confirmButton()->isVisible()); // seen again, not confirmed
    QVERIFY(undoAsked.isEmpty());
    // Another row chosen by key is seen, too.
    maintenance->setOpen(true);
    journal->table()->setFocus();
    QTest::keyClick(journal->table(), Qt::Key_Down);
    QVERIFY(!maintenance->isOpen());
    QTest::keyClick(journal->table(), Qt::Key_Up);
    QVERIFY(Stage::waitFor([&] { return journal->details()->undoButton()->isVisible(); }));
    undoByKey();
    QVERIFY(journal->details()->confirmButton()->isVisible());
    {
        // Another program holds the journal: it is named, and one may wait once more.
        const auto holder = storage::Postgres::open(m_stage.servers().settings().postgres);
        QVERIFY((*holder)->execute(QStringLiteral("SELECT pg_advisory_lock(4852444201)")));
        QTest::mouseClick(journal->details()->confirmButton(), Qt::LeftButton);
        QVERIFY(Stage::waitFor([&] { return journal->waitButton()->isVisible(); }));
        QVERIFY(sql(assigned).toInt() != before);
    }
    QTest::mouseClick(journal->waitButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return sql(assigned).toInt() == before; }));
    QCOMPARE(sql(counts), countsBefore);
    QVERIFY(Stage::waitFor([&] {
        return journal->model()->rowCount() > 0 && journal->model()->row(0).state == JournalRow::State::Undone;
    }));
    QCOMPARE(changed.size(), 2);
    QVERIFY(journal->model()->csv().contains("batch") || journal->model()->csv().contains("Batch"));
    const QAbstractItemModelTester tester(journal->model());
    journal->model()->setFilter(JournalRow::What::Trial, std::nullopt, {});
    QCOMPARE(journal->model()->rowCount(), 1);
    journal->model()->setFilter(std::nullopt, std::nullopt, QStringLiteral("nobody"));
    QCOMPARE(journal->model()->rowCount(), 0);
}

void TestScreen::aDoubtfulCertificateIsNotGreen()
{
    TrialPage &page = m_stage.openReview();
    bool corrected = false;
    while (page.desk().session()->current() && page.desk().session()->looks() < 130) {
        if (!corrected && page.desk().session()->pair()->known) {
            corrected = true;
            m_stage.review(page, 1, [](const Pair &) { return Answer::Same; });
            QVERIFY(page.desk().undo());
        }
        m_stage.reviewByTruth(page, 1);
    }
    m_stage.finish(page);
    const VerdictPage *verdict = page.verdictPage();
    QVERIFY(corrected && verdict->outcome()->certified());
    QCOMPARE(verdict->state(), QStringLiteral("Holds, with doubts"));
    const auto *doubts = verdict->findChild<QLabel *>(QStringLiteral("doubts"));
    QVERIFY(!doubts->isHidden());
    QVERIFY2(doubts->text().contains(QLatin1String("only after an answer Same was taken back")),
             qPrintable(doubts->text()));
    QVERIFY(!verdict->findChild<QLabel *>(QStringLiteral("handOverDoubt"))->isHidden());
    QVERIFY(verdict->claims()->text().contains(QStringLiteral("so the lines don’t add up")));
}

/// The finding that this edition began with.
void TestScreen::pressingSameIsWithheld()
{
    TrialPage &page = m_stage.openReview();
    m_stage.review(page, 122, [](const Pair &) { return Answer::Same; });
    QCOMPARE(page.reviewPage()->progress()->certifiedText(), QStringLiteral("Nothing certified yet"));
    m_stage.finish(page);
    VerdictPage *verdict = page.verdictPage();
    QVERIFY2(verdict->sentence().contains(QLatin1String("known to be different deer were answered Same")),
             qPrintable(verdict->sentence()));
    ApplyPanel *panel = verdict->applyPanel();
    QVERIFY(!panel->isOffered() && !panel->applyButton()->isVisible() && !panel->journalButton()->isVisible());
    panel->confirm(); // Ctrl+Enter does nothing
    page.desk().applying().apply();
    QVERIFY(!panel->writeButton()->isVisible());
    QVERIFY(verdict->anotherButton()->isVisible());
    m_stage.savePictures(QStringLiteral("withheld"));
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalModel *journal = page.journalPage()->model();
    QVERIFY(Stage::waitFor(
        [&] { return journal->rowCount() == 1 && journal->row(0).state == JournalRow::State::Withheld; }));
    QVERIFY(journal->row(0).stateText.contains(QLatin1String("answered Same")));
    QCOMPARE(sql(QStringLiteral("SELECT count(deer_id) FROM detections")), QStringLiteral("1100"));
    // Who only looks at the verdict takes nobody's answer back.
    QVERIFY(page.desk().session()->canUndo());
    const QSignalSpy opened(&page.desk(), &TrialDesk::trialOpened);
    page.desk().open(page.desk().record()->id, QStringLiteral("ann@office"), TrialDesk::Goal::Verdict);
    QVERIFY(Stage::waitFor([&] { return !opened.isEmpty(); }));
    QVERIFY(page.desk().session()->canUndo() && !page.desk().undo());
}

void TestScreen::keysOfTheFirstSecondAreNone()
{
    TrialPage &page = m_stage.openReview();
    ReviewPage *review = page.reviewPage();
    for (int i = 0; i < 3; ++i) {
        if (review->isReady()) { // on a slow machine the second is over: looked at anew, it begins anew
            review->hide();
            review->show();
        }
        m_stage.hastyAnswer(Answer::Same);
    }
    QCOMPARE(page.desk().session()->looks(), 0);
    m_stage.answer(Answer::CantTell);
    QCOMPARE(page.desk().session()->looks(), 1);
    QCOMPARE(page.desk().session()->events().back().ignored, 3);
    QVERIFY(page.desk().session()->events().back().milliseconds >= kLeastMilliseconds);
}

void TestScreen::theFocusedButtonIsPressedByKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Enter);
    QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
}

/// F asks and leaves the focus on Finish: there these keys say yes.
void TestScreen::theFocusedButtonIsPressedByKeys()
{
    QFETCH(int, key);
    TrialPage &page = m_stage.openReview();
    m_stage.review(page, 1, [](const Pair &) { return Answer::CantTell; });
    ProgressRow *row = page.reviewPage()->progress();
    QSignalSpy finished(row, &ProgressRow::finishAsked);
    QSignalSpy continued(row, &ProgressRow::continued);
    QVERIFY(!row->continueButton()->isVisible()); // nothing is asked yet
    const auto labels = row->findChildren<QLabel *>();
    const QString looks =
        QStringLiteral("%1 look of at most %2").arg(page.desk().session()->looks()).arg(page.desk().budget());
    QCOMPARE(std::ranges::count(labels, looks, &QLabel::text), 1);
    QCoreApplication::processEvents();
    const int right = row->finishButton()->geometry().right();
    QTest::keyClick(page.reviewPage(), Qt::Key_F);
    QCoreApplication::processEvents();
    QCOMPARE(row->finishButton()->geometry().right(), right); // Back comes before it
    QCOMPARE(page.window()->focusWidget(), row->finishButton());
    QVERIFY(row->continueButton()->isVisible());
    QTest::keyClick(row->continueButton(), static_cast<Qt::Key>(key));
    QCOMPARE(continued.size(), 1);
    QCOMPARE(finished.size(), 0);
    QVERIFY(!row->continueButton()->isVisible());
    // A double click asks and says nothing.
    QTest::mouseClick(row->finishButton(), Qt::LeftButton);
    const QPointF middle(row->finishButton()->rect().center());
    for (const QEvent::Type type : {QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
        const bool down = type == QEvent::MouseButtonDblClick;
        QMouseEvent event(type, middle, row->finishButton()->mapToGlobal(middle), Qt::LeftButton,
                          down ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(row->finishButton(), &event);
    }
    QVERIFY(row->continueButton()->isVisible());
    QCOMPARE(finished.size(), 0);
    QTest::keyClick(row->finishButton(), static_cast<Qt::Key>(key));
    QCOMPARE(finished.size(), 1);
}

/// Also where it is advised; nothing that was answered or typed goes with the question.
void TestScreen::finishingIsAlwaysAsked()
{
    TrialPage &page = m_stage.openReview();
    ReviewPage *review = page.reviewPage();
    ProgressRow *row = review->progress();
    const QSignalSpy finished(row, &ProgressRow::finishAsked);
    m_stage.review(page, 40, [](const Pair &) { return Answer::Different; });
    QVERIFY(row->continueButton()->isVisible()); // a certificate is unlikely by now
    QCOMPARE(row->continueButton()->text(), QStringLiteral("Continue"));
    review->answers()->setNote(QStringLiteral("scar"));
    QTest::keyClick(review, Qt::Key_F);
    QVERIFY(row->question().startsWith(QLatin1String("Finish at 40 looks?")));
    QCOMPARE(row->continueButton()->text(), QStringLiteral("Back"));
    QCOMPARE(page.window()->focusWidget(), row->finishButton());
    QTest::keyClick(row->finishButton(), Qt::Key_F); // asked already
    QCOMPARE(finished.size(), 0);
    QTest::keyClick(row->finishButton(), Qt::Key_Escape);
    QCOMPARE(row->continueButton()->text(), QStringLiteral("Continue")); // advised again
    QCOMPARE(page.window()->focusWidget(), review);
    QCOMPARE(page.step(), TrialPage::ReviewStep);
    QCOMPARE(page.desk().session()->looks(), 40);
    QCOMPARE(review->answers()->noteField()->text(), QStringLiteral("scar"));
    QTest::mouseClick(row->finishButton(), Qt::LeftButton); // the button asks as the key does
    QCOMPARE(finished.size(), 0);
    QTest::mouseClick(row->finishButton(), Qt::LeftButton);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(page.step(), TrialPage::VerdictStep);
}

/// Two answers that differ leave the same screen but for the pair itself.
void TestScreen::nothingMovesWithSingleAnswers()
{
    TrialPage &page = m_stage.openReview();
    QStringList seen;
    for (const Answer answer : {Answer::Same, Answer::Different}) {
        m_stage.review(page, 1, [&](const Pair &) { return answer; });
        ProgressRow *row = page.reviewPage()->progress();
        QStringList texts;
        for (const QLabel *label : row->findChildren<QLabel *>())
            texts << label->text();
        for (const QPushButton *button : row->findChildren<QPushButton *>())
            texts << button->text();
        seen << texts.join(u'|');
        page.desk().undo();
    }
    QCOMPARE(seen[0], seen[1]);
    // Nothing of date, hour or place.
    const QString place = page.desk().record()->pictures.value(page.desk().session()->pair()->detection).location;
    QVERIFY(!place.isEmpty());
    QVERIFY(!page.reviewPage()->left()->accessibleName().contains(place));
    QVERIFY(!page.reviewPage()->left()->accessibleName().contains(QLatin1String("2026")));
}

void TestScreen::nothingIsCertifiedWhenTooManyAreWrong()
{
    TrialPage &page = m_stage.openReview();
    const std::array<Answer, 4> answers{Answer::Different, Answer::Background, Answer::BadCrop, Answer::Same};
    int i = 0;
    m_stage.review(page, 60, [&](const Pair &pair) {
        return pair.known ? Answer::Different : answers[static_cast<std::size_t>(i++ % 4)];
    });
    m_stage.finish(page);
    QVERIFY(!page.verdictPage()->outcome()->certified());
    QVERIFY(page.verdictPage()->outcome()->certificate.withheld.isEmpty());
    QVERIFY(!page.verdictPage()->applyPanel()->applyButton()->isVisible());
    m_stage.savePictures(QStringLiteral("verdict-none"));
    // Stricter levels keep what was answered, and need more proof.
    const QUuid failed = page.desk().record()->id;
    QVERIFY(page.verdictPage()->stricterButton()->isVisible());
    QVERIFY2(page.verdictPage()->meaning().contains(QLatin1String("in a new trial")),
             qPrintable(page.verdictPage()->meaning()));
    // It is said before that this is a new trial, and what becomes of this one.
    VerdictPage &verdict = *page.verdictPage();
    QVERIFY(verdict.stricterQuestion().isEmpty());
    QTest::mouseClick(verdict.stricterButton(), Qt::LeftButton);
    QVERIFY(verdict.beginStricterButton()->isVisible() && !verdict.anotherButton()->isVisible());
    QCOMPARE(m_stage.window().focusWidget(), verdict.beginStricterButton());
    for (const char *part : {"Begin a new trial", "pairs of its own", "stays in the journal with all its answers"})
        QVERIFY2(verdict.stricterQuestion().contains(QLatin1String(part)), qPrintable(verdict.stricterQuestion()));
    QCOMPARE(page.desk().record()->id, failed);
    m_stage.savePictures(QStringLiteral("verdict-stricter"));
    QTest::mouseClick(verdict.beginStricterButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.desk().record()->id != failed && page.desk().session() != nullptr; }));
    QCOMPARE(page.desk().record()->ordinal, 2);
    QVERIFY(page.desk().session()->looks() > 0 && page.desk().session()->looks() < 60);
}

/// A first certificate was promised after so many looks, none came: before finishing that is said, after it why, and what it takes now.
void TestScreen::whatWasPromisedAndDidntComeIsExplained()
{
    TrialPage &page = m_stage.openReview();
    QVERIFY(Stage::waitFor([&] { return page.desk().expected().has_value(); }));
    const double firstLooks = page.desk().expected()->firstLooks;
    const int promised = static_cast<int>(std::lround(firstLooks));
    QVERIFY(promised > 0 && page.desk().expected()->firstShare > 0);
    int i = 0;
    m_stage.review(page, promised + 1,
                   [&](const Pair &pair) { return pair.known || i++ % 4 == 0 ? Answer::Different : Answer::Same; });
    ProgressRow &row = *page.reviewPage()->progress();
    row.askFinish();
    QVERIFY2(row.question().contains(QLatin1String("This trial takes more")), qPrintable(row.question()));
    row.goBack();
    m_stage.finish(page);
    const VerdictPage &verdict = *page.verdictPage();
    QVERIFY2(verdict.sentence().contains(QLatin1String("not answered Same")), qPrintable(verdict.sentence()));
    for (const QString &part : {QStringLiteral("counts as a wrong match"), QStringLiteral("Without such answers"),
                                QStringLiteral("About %1 looks were to be expected").arg(Words::roughly(firstLooks)),
                                QStringLiteral("The answers are kept.")})
        QVERIFY2(verdict.meaning().contains(part), qPrintable(part + u'\n' + verdict.meaning()));
}

/// After a trial that certified nothing the sample page knows that the next one takes more, and promises nothing of one that goes on.
void TestScreen::aFurtherTryIsNotPromisedAsTheFirst()
{
    TrialPage &page = m_stage.open();
    page.setAnalysis(m_stage.analysis());
    SamplePage &sample = *page.samplePage();
    const auto promised = [&](Preset preset) {
        sample.form()->card(preset)->button()->click();
        static const QRegularExpression about(QStringLiteral("^About ([0-9,]+) looks"));
        QRegularExpressionMatch match;
        return Stage::waitFor([&] { return (match = about.match(sample.prospect()->promise())).hasMatch(); })
                   ? match.captured(1).remove(u',').toInt()
                   : 0;
    };
    QVERIFY(Stage::waitFor([&] { return sample.startButton()->isEnabled(); }));
    const int first = promised(Preset::Short);
    QVERIFY(promised(Preset::Standard) > 0 && first > 0);
    QTest::mouseClick(sample.startButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.step() == TrialPage::ReviewStep; }));
    int i = 0;
    m_stage.review(page, 60,
                   [&](const Pair &pair) { return pair.known || i++ % 4 < 3 ? Answer::Different : Answer::Same; });
    m_stage.finish(page);
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Sample…"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(page.step(), TrialPage::SampleStep);
    QVERIFY(Stage::waitFor([&] { return sample.startButton()->text() == QLatin1String("Go on at look 61"); }));
    QVERIFY(
        Stage::waitFor([&] { return sample.prospect()->promise().startsWith(QLatin1String("60 looks are done")); }));
    QVERIFY(sample.prospect()->note().contains(QLatin1String("is not known")));
    m_stage.savePictures(QStringLiteral("sample-begun"));
    // Another way to go about it is another trial.
    const int second = promised(Preset::Short);
    qInfo("%d pairs at first, %d after a trial", first, second);
    QVERIFY(second > first);
    QVERIFY2(
        sample.prospect()->note().startsWith(QLatin1String("An earlier trial of these detections certified nothing")),
        qPrintable(sample.prospect()->note()));
    QCOMPARE(sample.startButton()->text(), QStringLiteral("Begin the review"));
    m_stage.savePictures(QStringLiteral("sample-further"));
    QTest::mouseClick(sample.startButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.step() == TrialPage::ReviewStep; }));
    QCOMPARE(page.desk().record()->ordinal, 2);
    QCOMPARE(page.desk().session()->looks(), 0);
}

void TestScreen::finishSaysWhatGoingOnBrings()
{
    TrialPage &page = m_stage.openReview();
    ProgressRow &row = *page.reviewPage()->progress();
    QVERIFY(Stage::waitFor([&] { return page.desk().expected().has_value(); }));
    const auto asked = [&] {
        row.askFinish();
        const QString sentence = row.question();
        row.continueButton()->click();
        return sentence;
    };
    m_stage.reviewByTruth(page, 5);
    QCOMPARE(asked(), QStringLiteral("Finish at 5 looks? If 1% are wrong, a first certificate takes about %1.")
                          .arg(Words::roughly(page.desk().expected()->firstLooks)));
    const auto certified = [&] { return page.desk().session()->replay().progress().announcements().size(); };
    while (certified() == 0 && page.desk().session()->looks() < 200)
        m_stage.reviewByTruth(page, 1);
    QVERIFY(certified() > 0);
    const Level &level = page.desk().record()->levels[certified() - 1];
    const Expected::Onward &onward = page.desk().expected()->onward[certified() - 1];
    QVERIFY(onward.detections > level.items && onward.looks > page.desk().session()->looks());
    const QString sentence = asked();
    QVERIFY2(sentence.contains(QStringLiteral("brings about %1 detections instead of %L2.")
                                   .arg(Words::roughly(onward.detections))
                                   .arg(level.items)),
             qPrintable(sentence));
    row.askFinish();
    m_stage.savePictures(QStringLiteral("review-finish"));
}

void TestScreen::goesOnAfterClosing()
{
    TrialPage *page = &m_stage.openReview();
    m_stage.reviewByTruth(*page, 9);
    page->desk().undo();
    const QUuid trial = page->desk().record()->id;
    const std::optional<Look> next = page->desk().session()->current();
    QVERIFY(Stage::waitFor([&] { return page->desk().unsaved() == 0; }));
    m_stage.close();
    page = &m_stage.open();
    page->setAnalysis(m_stage.analysis());
    QListWidget *trials = page->samplePage()->trials()->list();
    QVERIFY(Stage::waitFor([&] { return trials->count() == 1; }));
    // Begin says that it goes on, and does.
    QVERIFY(
        Stage::waitFor([&] { return page->samplePage()->startButton()->text() == QLatin1String("Go on at look 9"); }));
    QTest::mouseClick(page->samplePage()->startButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page->step() == TrialPage::ReviewStep; }));
    QCOMPARE(page->desk().record()->id, trial);
    QCOMPARE(page->desk().session()->looks(), 8);
    QCOMPARE(page->desk().session()->current(), next);
    QVERIFY(page->desk().undo()); // also what was answered before closing can be taken back
    QCOMPARE(page->desk().session()->looks(), 7);
    QVERIFY(Stage::waitFor([&] { return page->desk().unsaved() == 0; }));
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

    const QUuid shown = review->right()->picture().detection;
    key(m_stage.window(), Qt::Key_2);
    QVERIFY(review->right()->picture().detection != shown);
    key(m_stage.window(), Qt::Key_2);
    QCOMPARE(review->right()->picture().detection, shown);
    key(m_stage.window(), Qt::Key_M);
    QVERIFY(review->right()->isMirrored() && !review->left()->isMirrored());
    m_stage.savePictures(QStringLiteral("review-mirrored"));
    key(m_stage.window(), Qt::Key_M);
    QVERIFY(!review->right()->isMirrored());

    key(m_stage.window(), Qt::Key_T);
    QVERIFY(review->answers()->noteField()->hasFocus());
    QTest::keyClicks(review->answers()->noteField(), QStringLiteral("scar S"));
    QCOMPARE(page.desk().session()->looks(), 0); // letters of a note are no answers
    QTest::keyClick(review->answers()->noteField(), Qt::Key_Return);
    m_stage.answer(Answer::CantTell);
    QCOMPARE(page.desk().session()->events().back().note, QStringLiteral("scar S"));
    QCOMPARE(page.desk().session()->events().back().answer, std::optional(Answer::CantTell));
    key(m_stage.window(), Qt::Key_Backspace);
    QCOMPARE(review->answers()->noteField()->text(), QStringLiteral("scar S"));
    QVERIFY(Stage::waitFor([&] { return review->isReady(); }));
    QTest::mouseClick(review->answers()->button(Answer::BadCrop), Qt::LeftButton);
    QCOMPARE(page.desk().session()->events().back().answer, std::optional(Answer::BadCrop));
    key(m_stage.window(), Qt::Key_P);
    QCOMPARE(page.step(), TrialPage::SampleStep);
}

/// Other photos may be brought up, but the second is one in which the pair itself was on screen.
void TestScreen::onlyTheDrawnPairCounts()
{
    TrialPage &page = m_stage.openReview();
    ReviewPage *review = page.reviewPage();
    QVERIFY(Stage::waitFor([&] { return review->isReady(); }));
    const QUuid drawn = review->right()->picture().detection;
    QTest::keyClick(review, Qt::Key_2);
    QVERIFY(review->right()->picture().detection != drawn);
    QVERIFY(review->isReady()); // it was seen
    review->hide();
    review->show();
    QVERIFY(Stage::waitFor([&] { return review->right()->hasPhoto(); }));
    QTest::qWait(kLeastMilliseconds + 200);
    QVERIFY(!review->isReady());
    QTest::keyClick(review, Qt::Key_S); // no answer, and no haste: it says what to do
    QCOMPARE(page.desk().session()->looks(), 0);
    const QList<QLabel *> labels = review->answers()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text() == QStringLiteral("Bring back the pair’s own photo first");
    }));
    QTest::keyClick(review, Qt::Key_2);
    QCOMPARE(review->right()->picture().detection, drawn);
    QVERIFY(Stage::waitFor([&] { return review->isReady(); }));
    QTest::keyClick(review, Qt::Key_U);
    QCOMPARE(page.desk().session()->looks(), 1);
    QCOMPARE(page.desk().session()->events().back().ignored, 0);
}

void TestScreen::missingPictureSaysWhere()
{
    TrialPage &page = m_stage.openReview();
    QVERIFY(Stage::waitFor([&] { return page.desk().unsaved() == 0; }));
    // The same trial where the pictures are not mounted.
    TrialPage &bare = m_stage.open([](Services &services) { services.imageFolder = QStringLiteral("/nowhere"); });
    bare.desk().listTrials();
    bare.setAnalysis(m_stage.analysis());
    // The folder's fault, not the photos'; and the way out.
    QVERIFY(Stage::waitFor([&] { return bare.samplePage()->photosButton()->isVisible(); }));
    QVERIFY(bare.samplePage()->photosButton()->parentWidget()->accessibleName().contains(
        QLatin1String("The image folder /nowhere is missing")));
    QCOMPARE(bare.samplePage()->prospect()->promise(), QStringLiteral("Which pictures are there isn’t known"));
    const QSignalSpy asked(&bare, &TrialPage::photosAsked);
    QTest::mouseClick(bare.samplePage()->photosButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
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
    QCOMPARE(bare.desk().session()->looks(), 0);
    m_stage.answer(Answer::BadCrop);
    QCOMPARE(bare.desk().session()->looks(), 1);
    QVERIFY(bare.desk().session()->events().back().pictureFailed);
    // Another photo of its burst in its place makes the missing one no more judged.
    const auto current = [&] {
        const Pair *shown = bare.desk().session()->pair();
        return shown != nullptr ? *shown : Pair();
    };
    for (int i = 0; i < 60 && current().burst.size() < 2; ++i)
        m_stage.review(bare, 1, [](const Pair &) { return Answer::BadCrop; });
    const Pair pair = current();
    QVERIFY(Stage::waitFor([&] { return !answers->button(Answer::Same)->isEnabled(); }));
    FrameButton *other = nullptr;
    for (const Filmstrip *strip : bare.reviewPage()->findChildren<Filmstrip *>()) {
        for (FrameButton *frame : strip->frames()) {
            if (frame->picture().detection != pair.detection &&
                std::ranges::find(pair.burst, frame->picture().detection) != pair.burst.end())
                other = frame;
        }
    }
    QVERIFY(other != nullptr);
    other->click();
    QVERIFY(!answers->button(Answer::Same)->isEnabled() && answers->button(Answer::BadCrop)->isEnabled());
}

void TestScreen::reviewGoesOnWithoutPostgres()
{
    const auto connection = storage::Postgres::open(m_stage.servers().settings().postgres);
    QVERIFY(migrateSchema(**connection, 0, kSchemaVersion));
    TrialPage &page = m_stage.openReview();
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(0); }));
    m_stage.servers().postgres().stop();
    m_stage.reviewByTruth(page, 12);
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(12); }));
    QCOMPARE(page.desk().unsaved(), 0);
    m_stage.savePictures(QStringLiteral("review-offline"));
    // What other computers tried can't be asked: that is not to say that there was nothing.
    const auto unread = [&] {
        return page.samplePage()->prospect()->risk().contains(QStringLiteral("shared journal can’t be read"));
    };
    QVERIFY(!unread());
    page.desk().listTrials();
    QVERIFY(Stage::waitFor(unread));
    QVERIFY(m_stage.servers().postgres().start());
    page.desk().listTrials();
    QVERIFY(Stage::waitFor([&] { return !unread(); }));
    m_stage.reviewByTruth(page, 1);
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
    m_stage.finish(page);
    QVERIFY(Stage::waitFor([&] { return !applyState.isEmpty(); }));
    ApplyPanel *panel = page.verdictPage()->applyPanel();
    QVERIFY(!panel->applyButton()->isVisible() && !panel->undoButton()->isVisible() &&
            !panel->journalButton()->isVisible());
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'")), QStringLiteral("0"));
    page.desk().applying().apply();
    page.desk().applying().migrate(0, kSchemaVersion, 0);
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
    m_stage.finish(page);
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
