// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/farewell.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/words.h"
#include "tests/support/heartbeat.h"
#include "tests/support/silentfolder.h"
#include "tests/ui/trial/stage.h"
#include "ui/trial/journal/batchdetails.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/journal/maintenance.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/verdictpage.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/placeholders.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <array>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;
using test::Stage;

const QString kNoRoom = QStringLiteral("CREATE TRIGGER no_room BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, "
                                       "'no room left'); END");

/// What needs the shared journal: setting it up and removing it, two workstations, two reviewers, what others change meanwhile.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_stage.close(); }
    void journalGoesUpAndDownInView();
    void aJournalJustSetUpIsKnownAtOnce();
    void theSamplePageComesBackByItself();
    void twoReviewersOnTwoWorkstations();
    void twoWindowsOnePipeline();
    void twoWindowsOfOneReviewer();
    void oneReviewerOnTwoComputers();
    void triesOfOtherComputersCount();
    void whatOthersChangedIsNamed();
    void undoShowsWhatItLeftAlone();
    void twoAdministratorsAtOnce();
    void anOldVerdictIsGoneWhenAnswersChange();
    void aVerdictThatCantBeKeptOrMadeSaysSo();
    void whyNothingWasUndoneStays();
    void whileAnotherWritesNothingIsOffered();
    void aBatchThatWroteNothingBlocksNothing();
    void lostConnectionsAreNoPromise();
    void aFrozenDatabaseHoldsNoClosing();
    void aSilentDiskHoldsNoClosing();
    void whatWasDoneIsNotCalledNotDone();
    void aRoleThatMayNotLookIsNotToldThereIsNone();
    void anOlderJournalTellsNothingOfUndo();
    void answersOutliveTheWindow();
    void answersThatCantBeSavedOutliveTheWindow();
    void answersLeftWithAnotherTrialOutliveTheWindow();
    void closingIsRefusedAgainWhenSavingFailsAgain();
    void aTrialThatDoesntOpenLeavesTheReviewAsItIs();
    void listsSayThatAnswersCameSince();
    void keptVerdictsAreJudgedByTodaysRules();
    void aTrialOpensWhereItStands();
    void buttonsStayInView_data();
    void buttonsStayInView();
    void tabReachesOnlyWhatIsInView();
    void waysOutStayInView();

private:
    /// A small trial, reviewed by truth; its verdict is shown and the apply panel is ready.
    TrialPage &openVerdict(const std::function<void(Services &)> &change = {});
    void setUpJournal();
    bool ready(ApplyPanel &panel)
    {
        return Stage::waitFor([&] { return panel.applyButton()->isVisible() && panel.applyButton()->isEnabled(); });
    }
    QString sql(const QString &text) { return m_stage.servers().sql(text).valueOr(QStringLiteral("?")); }
    /// Changes the journal on this computer behind the program's back.
    bool alter(const QString &statement)
    {
        QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("alter"));
        store.setDatabaseName(m_stage.storePath());
        const bool done = store.open() && QSqlQuery(store).exec(statement);
        store = {};
        QSqlDatabase::removeDatabase(QStringLiteral("alter"));
        return done;
    }
    std::size_t storedEvents(const QUuid &trial) const
    {
        const auto store = TrialStore::open(m_stage.storePath());
        return store ? (*store)->events(trial, QStringLiteral("mo@ranch")).valueOr({}).size() : 0;
    }
    static QStringList column(const QTableView &table, int column);
    /// What the bar over a part of the page says; empty: it isn't there.
    static QString said(const QWidget &part)
    {
        const Banner *banner = part.findChild<Banner *>();
        return banner != nullptr && banner->isVisibleTo(&part) ? banner->accessibleName() : QString();
    }

    Stage m_stage;
};

void TestSharing::initTestCase()
{
    const Result<void> prepared = m_stage.prepare();
    QVERIFY2(prepared, qPrintable(reason(prepared)));
}

void TestSharing::init()
{
    const Result<void> fresh = m_stage.freshRanch();
    QVERIFY2(fresh, qPrintable(reason(fresh)));
}

void TestSharing::setUpJournal()
{
    const auto connection = storage::Postgres::open(m_stage.servers().settings().postgres);
    QVERIFY(migrateSchema(**connection, 0, kSchemaVersion));
}

QStringList TestSharing::column(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

TrialPage &TestSharing::openVerdict(const std::function<void(Services &)> &change)
{
    TrialPage &page = m_stage.openReview(change);
    m_stage.reviewByTruth(page);
    // The draw is another one each time: what a certificate was told by can't be taken back, what comes after it can.
    while (!page.desk().session()->canUndo() && page.desk().session()->current())
        m_stage.reviewByTruth(page, 1);
    m_stage.finish(page);
    Stage::waitFor([&] { return page.desk().applying().state() != nullptr; });
    return page;
}

void TestSharing::journalGoesUpAndDownInView()
{
    const QString version = QStringLiteral("SELECT coalesce(max(version), 0) FROM herdbook.version");
    TrialPage &page = m_stage.open();
    Maintenance &maintenance = *page.journalPage()->maintenance();
    // Opened anew each time: closed; what is missing is chosen.
    const auto openAt = [&](int count, bool missing) {
        const QSignalSpy anew(&page.desk().applying(), &ApplyDesk::journalRead);
        QTest::mouseClick(page.journalButton(), Qt::LeftButton);
        const bool read = Stage::waitFor([&] { return !anew.isEmpty() && maintenance.targetBox()->count() == count; });
        const bool closed = !maintenance.isOpen() && maintenance.targetBox()->currentIndex() == (missing ? 0 : -1);
        QTest::mouseClick(maintenance.toggleButton(), Qt::LeftButton);
        return read && closed && maintenance.runButton()->isEnabled() == missing;
    };
    const auto back = [&] { QTest::mouseClick(page.journalPage()->backButton(), Qt::LeftButton); };
    QVERIFY(openAt(4, true));
    maintenance.targetBox()->setCurrentIndex(2); // an older version first, to be upgraded
    QCOMPARE(maintenance.sql()->toPlainText(), migrationSql(0, 2));
    QTest::mouseClick(maintenance.runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return sql(version) == QLatin1String("2"); }));
    sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (gen_random_uuid(), "
                       "gen_random_uuid(), 0.5, 'x') RETURNING 1"));
    sql(QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, new_deer_id, outcome) SELECT id, "
                       "gen_random_uuid(), gen_random_uuid(), 'written' FROM herdbook.batch RETURNING 1"));
    back();
    QVERIFY(openAt(4, true));
    QCOMPARE(maintenance.runButton()->text(), QStringLiteral("Upgrade to version 4"));
    m_stage.savePictures(QStringLiteral("journal-upgrade"));
    // That row's detection isn't even there: what isn't undone need not be able to go back.
    QVERIFY2(maintenance.findChild<QLabel *>(QStringLiteral("found"))
                 ->text()
                 .contains(QLatin1String("Written by batches and not undone: 1 row. Each batch tells")),
             "found");
    // Another one writes meanwhile: what was chosen stays.
    const auto readAnew = [&] {
        sql(QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, new_deer_id, outcome) SELECT id, "
                           "gen_random_uuid(), gen_random_uuid(), 'written' FROM herdbook.batch RETURNING 1"));
        const QSignalSpy read(&page.desk().applying(), &ApplyDesk::journalRead);
        page.refresh();
        return Stage::waitFor([&] { return !read.isEmpty(); });
    };
    QVERIFY(readAnew());
    QCOMPARE(maintenance.targetBox()->currentIndex(), 0);
    QTest::mouseClick(maintenance.runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return sql(version) == QLatin1String("4"); }));
    back();

    // Removing says what is lost and asks once.
    QVERIFY(openAt(4, false));
    maintenance.targetBox()->setCurrentIndex(3);
    QCOMPARE(maintenance.sql()->toPlainText(), migrationSql(kSchemaVersion, 0));
    QTest::mouseClick(maintenance.runButton(), Qt::LeftButton);
    QCOMPARE(sql(version), QStringLiteral("4"));
    QVERIFY(maintenance.removeButton()->isVisible());
    QVERIFY(readAnew()); // more would be lost than was asked about
    QVERIFY(!maintenance.removeButton()->isVisible());
    QTest::mouseClick(maintenance.runButton(), Qt::LeftButton);
    QTest::mouseClick(maintenance.removeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] {
        return sql(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'")) ==
               QLatin1String("0");
    }));
}

/// Neither the journal's page nor the verdict says that there is none once it was set up.
void TestSharing::aJournalJustSetUpIsKnownAtOnce()
{
    TrialPage &page = openVerdict();
    const VerdictPage &verdict = *page.verdictPage();
    QVERIFY(verdict.outcome()->unshared);
    QVERIFY(Stage::waitFor([&] { return verdict.applyPanel()->journalButton()->isVisible(); }));
    QTest::mouseClick(verdict.applyPanel()->journalButton(), Qt::LeftButton);
    Maintenance &maintenance = *page.journalPage()->maintenance();
    QVERIFY(
        Stage::waitFor([&] { return maintenance.runButton()->isVisible() && maintenance.runButton()->isEnabled(); }));
    const auto *found = maintenance.findChild<QLabel *>(QStringLiteral("found"));
    QVERIFY2(found->text().startsWith(QLatin1String("This database has no journal")), qPrintable(found->text()));
    QTest::mouseClick(maintenance.runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return found->text().startsWith(QLatin1String("Schema herdbook, version 4")); }));
    QVERIFY(Stage::waitFor([&] { return verdict.outcome() != nullptr && !verdict.outcome()->unshared; }));
    for (const QLabel *label : verdict.findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(QLatin1String("no journal")), qPrintable(label->text()));
}

/// While PostgreSQL is away nobody knows whether others have begun trials, nor which pictures are there: it says so until it knows.
void TestSharing::theSamplePageComesBackByItself()
{
    setUpJournal();
    m_stage.servers().postgres().stop();
    TrialPage &page = m_stage.open();
    const SamplePage &sample = *page.samplePage();
    const auto empty = [&] { return sample.trials()->findChild<EmptyState *>()->findChild<QLabel *>()->text(); };
    QVERIFY(Stage::waitFor([&] { return said(sample).startsWith(QLatin1String("PostgreSQL is away:")); }));
    QVERIFY(Stage::waitFor([&] { return empty() == QLatin1String("Not known"); }));
    page.setAnalysis(m_stage.analysis());
    QVERIFY(Stage::waitFor([&] { return said(sample).contains(QLatin1String("No trial can begin")); }));
    QVERIFY(!sample.startButton()->isEnabled());
    m_stage.savePictures(QStringLiteral("sample-away"));
    QVERIFY(m_stage.servers().postgres().start());
    QVERIFY(Stage::waitFor([&] { return said(sample).isEmpty() && sample.startButton()->isEnabled(); }));
    QVERIFY(Stage::waitFor([&] { return empty() == QLatin1String("No trials yet"); }));
    // Gone while it is looked at.
    m_stage.servers().postgres().stop();
    page.samplePage()->noticeDatabaseAway();
    QVERIFY(Stage::waitFor([&] { return said(sample).contains(QLatin1String("Trials of other computers")); }));
    QVERIFY(m_stage.servers().postgres().start());
    QVERIFY(Stage::waitFor([&] { return said(sample).isEmpty(); }));
}

void TestSharing::twoReviewersOnTwoWorkstations()
{
    setUpJournal();
    TrialPage *page = &openVerdict();
    const TrialRecord first = *page->desk().record();
    QVERIFY(Stage::waitFor([&] { return page->desk().unsent() == std::optional(0); }));
    QVERIFY(Stage::waitFor(
        [&] { return sql(QStringLiteral("SELECT count(*) FROM herdbook.certificate")) == QLatin1String("1"); }));

    // Another computer, another reviewer: the trial comes from the database, to look at or to review the same pairs anew.
    const QString office = m_stage.storePath() + QStringLiteral(".office");
    QFile::remove(office);
    page = &m_stage.open([&](Services &services) {
        services.reviewer = QStringLiteral("ann@office");
        services.storePath = office;
    });
    TrialList *trials = page->samplePage()->trials();
    QVERIFY(Stage::waitFor([&] { return trials->list()->count() == 1; }));
    QVERIFY(trials->list()->item(0)->text().contains(QLatin1String("on another computer")));
    QVERIFY2(trials->list()->item(0)->text().contains(QLatin1String("certified at")),
             qPrintable(trials->list()->item(0)->text()));
    trials->list()->setCurrentRow(0);
    m_stage.savePictures(QStringLiteral("sample-shared"));
    QTest::mouseClick(trials->verdictButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page->step() == TrialPage::VerdictStep && page->verdictPage()->outcome(); }));
    QCOMPARE(page->verdictPage()->outcome()->certificate.reviewers, QStringList{QStringLiteral("mo@ranch")});
    QVERIFY(page->verdictPage()->outcome()->certified());
    page->startNew();
    trials->list()->setCurrentRow(0);
    QTest::mouseClick(trials->reviewButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page->step() == TrialPage::ReviewStep; }));
    const TrialRecord &second = *page->desk().record();
    QVERIFY(second.id != first.id && second.pairs == first.pairs && second.seed == first.seed);
    QCOMPARE(second.ordinal, 2);
    QCOMPARE(page->desk().session()->looks(), 0);
    QFile::remove(office);
}

/// Two windows on two computers, one trial: Same only where both say so, and both come to the same verdict.
void TestSharing::twoWindowsOnePipeline()
{
    setUpJournal();
    Services services;
    TrialPage &page = m_stage.open([&](Services &mine) { services = mine; });
    page.setAnalysis(m_stage.analysis());
    QVERIFY(Stage::waitFor([&] { return page.samplePage()->startButton()->isEnabled(); }));
    const QStringList names{QStringLiteral("mo@ranch"), QStringLiteral("ann@office")};
    page.desk().start({*page.samplePage()->form()->candidate(), Preset::Short, names, Pipeline::Strict});
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(0); }));
    services.reviewer = names[1];
    services.storePath = m_stage.storePath() + QStringLiteral(".second");
    QFile::remove(services.storePath);
    TrialPage office(services);
    office.setAnalysis(m_stage.analysis());
    office.desk().fetch(page.desk().record()->id, names[1], TrialDesk::Goal::Review);
    QVERIFY(Stage::waitFor([&] { return office.desk().session() != nullptr; }));
    // Each answers when it has something to look at, which may take until it heard of the other's answers.
    std::array<int, 2> given{};
    QVERIFY(Stage::waitFor([&] {
        const std::array<TrialPage *, 2> both{&page, &office};
        for (std::size_t i = 0; i < both.size(); ++i) {
            const ReviewSession *session = both[i]->desk().session();
            if (given[i] >= 90 || !session->current() || session->pair() == nullptr)
                continue;
            both[i]->desk().answer(m_stage.truth(*session->pair()), {}, 4000, 0, false);
            ++given[i];
        }
        return given[0] >= 90 && given[1] >= 90;
    }));
    QVERIFY(Stage::waitFor(
        [&] { return page.desk().unsent() == std::optional(0) && office.desk().unsent() == std::optional(0); }));
    // Who judges hears of the others' answers, and is told to judge again (F5) with them.
    for (TrialPage *one : {&page, &office}) {
        one->desk().conclude();
        QVERIFY(Stage::waitFor([&] { return one->verdictPage()->outcome() != nullptr; }));
    }
    // Each window has everything the other one was told.
    const auto looks = [](TrialPage &one) {
        const Progress &progress = one.desk().session()->replay().progress();
        return std::pair(progress.looks(0), progress.looks(1));
    };
    QVERIFY(Stage::waitFor([&] {
        return page.desk().unsaved() == 0 && office.desk().unsaved() == 0 && looks(page) == looks(office) &&
               looks(page).first >= 80 && looks(page).second >= 80;
    }));
    for (TrialPage *one : {&page, &office}) {
        QSignalSpy concluded(&one->desk(), &TrialDesk::concluded);
        one->desk().conclude();
        QVERIFY(Stage::waitFor([&] { return !concluded.isEmpty(); }));
    }
    const Outcome &mine = *page.verdictPage()->outcome();
    const Outcome &theirs = *office.verdictPage()->outcome();
    QVERIFY2(mine.certified(), qPrintable(Words::verdict(*page.desk().record(), mine)));
    QCOMPARE(theirs.certificate.threshold, mine.certificate.threshold);
    QCOMPARE(theirs.certificate.levels, mine.certificate.levels);
    QCOMPARE(mine.certificate.reviewers, names);
    QVERIFY(mine.agreement && mine.agreement->pairs > 60);
    QCOMPARE(page.desk().unheard(), QString());

    // What the other one answers now, the very next verdict here knows.
    const int before = mine.looks;
    for (int i = 0; i < 3; ++i)
        office.desk().answer(m_stage.truth(*office.desk().session()->pair()), {}, 4000, 0, false);
    QVERIFY(Stage::waitFor([&] { return office.desk().unsaved() == 0 && office.desk().unsent() == std::optional(0); }));
    QSignalSpy again(&page.desk(), &TrialDesk::concluded);
    page.desk().conclude();
    QVERIFY(Stage::waitFor([&] { return !again.isEmpty(); }));
    QCOMPARE(page.desk().outcome()->looks, before + 3);

    // Away, the verdict comes all the same and says what it may lack.
    m_stage.servers().postgres().stop();
    again.clear();
    page.desk().conclude();
    QVERIFY(Stage::waitFor([&] { return !again.isEmpty(); }));
    QVERIFY(!page.desk().unheard().isEmpty());
    QVERIFY(page.verdictPage()->findChild<QWidget *>(QStringLiteral("unheard"))->isVisibleTo(page.verdictPage()));
    QCOMPARE(page.verdictPage()->state(), QStringLiteral("Not confirmed"));
    QVERIFY(!page.verdictPage()->applyPanel()->isOffered()); // an answer may be another one by now
    m_stage.savePictures(QStringLiteral("unheard"));
    QVERIFY(m_stage.servers().postgres().start());
    again.clear();
    page.desk().conclude();
    QVERIFY(Stage::waitFor([&] { return !again.isEmpty() && page.desk().unheard().isEmpty(); }));
}

/// What one window answers, the other one can't save: it certifies nothing from memory, and loses no answer unsaid.
void TestSharing::twoWindowsOfOneReviewer()
{
    Services services;
    TrialPage &page = m_stage.openReview([&](Services &mine) { services = mine; });
    TrialDesk &desk = page.desk();
    const QUuid trial = desk.record()->id;
    TrialPage second(services);
    second.setAnalysis(m_stage.analysis());
    second.desk().open(trial, services.reviewer);
    QVERIFY(Stage::waitFor([&] { return second.desk().session() != nullptr; }));
    second.desk().answer(m_stage.truth(*second.desk().session()->pair()), {}, 4000);
    QVERIFY(Stage::waitFor([&] { return second.desk().unsaved() == 0; }));
    const QSignalSpy failed(&desk, &TrialDesk::reviewFailed);
    for (int i = 0; i < 2; ++i)
        desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    QVERIFY(Stage::waitFor([&] { return !failed.isEmpty(); }));
    QCOMPARE(desk.unsaved(), 2);

    const QSignalSpy refused(&desk, &TrialDesk::notJudged);
    desk.conclude();
    QVERIFY(Stage::waitFor([&] { return !refused.isEmpty(); }));
    const QString why = refused.front().at(0).value<Error>().message;
    QVERIFY2(why.contains(QLatin1String("another window")), qPrintable(why));
    QVERIFY(!desk.outcome());
    // Opened again it goes on from what is kept; said once, what isn't is given up.
    const QSignalSpy told(&desk, &TrialDesk::sampleFailed);
    const QSignalSpy opened(&desk, &TrialDesk::trialOpened);
    desk.open(trial, services.reviewer);
    QCOMPARE(told.size(), 1);
    QVERIFY2(said(page).startsWith(QLatin1String("Not done:")), qPrintable(said(page))); // on every step
    QCOMPARE(desk.unsaved(), 2);
    desk.open(trial, services.reviewer);
    QVERIFY(Stage::waitFor([&] { return !opened.isEmpty(); }));
    QCOMPARE(told.size(), 1);
    QCOMPARE(desk.unsaved(), 0);
    QVERIFY(desk.session()->events() == second.desk().session()->events());
    desk.conclude();
    QVERIFY(Stage::waitFor([&] { return desk.outcome() != nullptr; }));
    QCOMPARE(desk.outcome()->looks, 1);
    // One that is just being saved needs no asking.
    desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    desk.open(trial, services.reviewer);
    QVERIFY(Stage::waitFor([&] { return opened.size() == 2; }));
    QCOMPARE(told.size(), 1);
    QCOMPARE(desk.session()->looks(), 2);
    // Nor do those that are given while it opens; what comes next takes nobody's place.
    const qsizetype failures = failed.size();
    desk.open(trial, services.reviewer);
    desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    QVERIFY(Stage::waitFor([&] { return opened.size() == 3; }));
    QCOMPARE(desk.session()->looks(), 4);
    desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    QVERIFY(Stage::waitFor([&] { return desk.unsaved() == 0; }));
    QCOMPARE(failed.size(), failures);
    QCOMPARE(storedEvents(trial), std::size_t{5});
}

/// What was answered on the other computer is heard of here, before a verdict is made without it, and gone on from.
void TestSharing::oneReviewerOnTwoComputers()
{
    setUpJournal();
    Services services;
    TrialPage &page = m_stage.openReview([&](Services &mine) {
        mine.hearWithin = std::chrono::hours(1);
        services = mine;
    });
    TrialDesk &desk = page.desk();
    m_stage.reviewByTruth(page, 5);
    QVERIFY(Stage::waitFor([&] { return desk.unsent() == std::optional(0); }));
    services.storePath = m_stage.storePath() + QStringLiteral(".office");
    QFile::remove(services.storePath);
    TrialPage office(services);
    office.setAnalysis(m_stage.analysis());
    office.desk().fetch(desk.record()->id, services.reviewer);
    QVERIFY(Stage::waitFor([&] { return office.desk().session() != nullptr; }));
    QCOMPARE(office.desk().session()->looks(), 5);
    for (int i = 0; i < 4; ++i)
        office.desk().answer(m_stage.truth(*office.desk().session()->pair()), {}, 4000);
    QVERIFY(Stage::waitFor([&] { return office.desk().unsaved() == 0 && office.desk().unsent() == std::optional(0); }));
    const QSignalSpy concluded(&desk, &TrialDesk::concluded);
    const QSignalSpy refused(&desk, &TrialDesk::notJudged);
    desk.conclude();
    QVERIFY(Stage::waitFor([&] { return !refused.isEmpty() || !concluded.isEmpty(); }));
    QVERIFY(refused.isEmpty());
    QCOMPARE(desk.outcome()->looks, 9);
    QVERIFY(Stage::waitFor([&] { return desk.session()->looks() == 9; }));
    desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    QVERIFY(Stage::waitFor([&] { return desk.unsaved() == 0 && desk.unsent() == std::optional(0); }));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.answer")), QStringLiteral("10"));
    // Gone on with at the office, whose copy is one behind: from the tenth, not beside it.
    const QSignalSpy listed(&office.desk(), &TrialDesk::sharedTrialsListed);
    office.desk().listTrials();
    QVERIFY(Stage::waitFor([&] { return !listed.isEmpty(); }));
    QCOMPARE(office.desk().session()->looks(), 9);
    std::optional<int> from;
    connect(&office.desk(), &TrialDesk::trialOpened, this, [&] { from = office.desk().session()->looks(); });
    office.samplePage()->trials()->reviewButton()->click();
    QVERIFY(Stage::waitFor([&] { return from.has_value(); }));
    QCOMPARE(*from, 10);
    QFile::remove(services.storePath);
}

/// Two computers begin a trial of one pool while neither hears of the other: each is the second try of somebody.
void TestSharing::triesOfOtherComputersCount()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(0); }));
    QCOMPARE(page.desk().outcome()->certificate.risk, 0.05);
    QVERIFY(!sql(QStringLiteral(
                     "WITH t AS (INSERT INTO herdbook.trial (id, created_at, created_by, definition, edition, digest) "
                     "SELECT gen_random_uuid(), created_at, 'ann', definition, edition, digest FROM herdbook.trial "
                     "RETURNING id) INSERT INTO herdbook.answer (trial_id, reviewer, sequence, position, answer, note, "
                     "answered_at, milliseconds) SELECT t.id, 'ann', 1, 0, 'S', '', now(), 4000 FROM t RETURNING 1"))
                 .isEmpty());
    QSignalSpy concluded(&page.desk(), &TrialDesk::concluded);
    page.desk().conclude();
    QVERIFY(Stage::waitFor([&] { return !concluded.isEmpty(); }));
    QCOMPARE(page.desk().outcome()->certificate.risk, 0.06);
}

void TestSharing::whatOthersChangedIsNamed()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    const std::vector<Change> changes = page.desk().applying().state()->plan.changes;
    const auto id = [&](std::size_t i) { return changes[i].detection.toString(QUuid::WithoutBraces); };
    const QString set = QStringLiteral("UPDATE detections SET %1 WHERE id = '%2' RETURNING 1");
    sql(set.arg(QStringLiteral("is_valid = false"), id(0)));
    sql(set.arg(QStringLiteral("is_duplicate = true"), id(1)));
    sql(set.arg(QStringLiteral("corrected_classification = 'cattle'"), id(2)));
    // After the preview: the batch itself has to see it.
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled(); }));
    const std::shared_ptr<const ApplyState> state = page.desk().applying().state();
    QCOMPARE(state->batch->applyConflicts.size(), std::size_t{3});
    QCOMPARE(state->batch->written, static_cast<qint64>(changes.size()) - 3);
    const QStringList shown = column(*panel.table(), 3).mid(0, 3);
    for (const QString &expected : {QStringLiteral("left alone: not valid"), QStringLiteral("left alone: duplicate"),
                                    QStringLiteral("left alone: other sex")})
        QVERIFY2(shown.contains(expected), qPrintable(shown.join(u'|')));
    m_stage.savePictures(QStringLiteral("verdict-conflicts"));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(sql(QStringLiteral("SELECT count(deer_id) FROM detections WHERE id = '%1'").arg(id(i))),
                 QStringLiteral("0"));
}

void TestSharing::undoShowsWhatItLeftAlone()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    const QString id = page.desk().applying().state()->plan.changes.front().detection.toString(QUuid::WithoutBraces);
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled(); }));
    sql(QStringLiteral("UPDATE detections SET deer_id = NULL WHERE id = '%1' RETURNING 1").arg(id));
    panel.undo();
    QVERIFY(ready(panel));
    QCOMPARE(page.desk().applying().state()->batch->undoConflicts.size(), std::size_t{1});
    QCOMPARE(column(*panel.table(), 3).front(), QStringLiteral("undo left it alone"));
    m_stage.savePictures(QStringLiteral("verdict-undo-conflict"));
    // The list of rows as a file, written beside the screen.
    const QString path = m_stage.storePath() + QStringLiteral(".csv");
    QSignalSpy saved(&page.desk(), &TrialDesk::saved);
    panel.savePreviewTo(path);
    QVERIFY(Stage::waitFor([&] { return !saved.isEmpty(); }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), panel.table()->model()->rowCount() + 1);
    QVERIFY(text.contains(QByteArray(id.toLatin1() + ',')));
    QVERIFY(text.contains(",unassigned,undo left it alone,"));
    saved.clear();
    panel.savePreviewTo(QStringLiteral("/proc/none/preview.csv"));
    QVERIFY(Stage::waitFor([&] { return !saved.isEmpty(); }));
    QVERIFY(!saved.front().at(1).value<Result<void>>());
}

/// The later batch of two finds nothing left; the one that wrote is the one that can be taken back.
void TestSharing::twoAdministratorsAtOnce()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    BatchPlan other = page.desk().applying().state()->plan;
    other.id = QUuid::createUuid();
    other.by = QStringLiteral("boss@office");
    const auto connection = storage::Postgres::open(m_stage.servers().settings().postgres);
    const Result<BatchRecord> first = applyBatch(**connection, other);
    QVERIFY2(first, qPrintable(reason(first)));
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled(); }));
    QCOMPARE(page.desk().applying().state()->batch->id, other.id);
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("2"));
    panel.undo();
    QVERIFY(Stage::waitFor(
        [&] { return sql(QStringLiteral("SELECT count(deer_id) FROM detections")) == QLatin1String("1100"); }));
}

/// Certified, gone on, an answer taken back and given otherwise: until that is judged nothing of the old verdict can be used.
void TestSharing::anOldVerdictIsGoneWhenAnswersChange()
{
    setUpJournal();
    TrialPage &page = openVerdict([](Services &services) { services.hearWithin = std::chrono::hours(1); });
    VerdictPage &verdict = *page.verdictPage();
    ApplyPanel &panel = *verdict.applyPanel();
    QVERIFY(ready(panel));
    QVERIFY(verdict.outcome()->certified());
    QVERIFY(Stage::waitFor([&] { return page.desk().unsent() == std::optional(0); }));
    const auto holder = storage::Postgres::open(m_stage.servers().settings().postgres);
    QVERIFY((*holder)->execute(QStringLiteral("BEGIN")));
    QVERIFY((*holder)->execute(QStringLiteral("LOCK TABLE herdbook.version")));
    QVERIFY(page.desk().undo());
    page.desk().answer(Answer::Different, {}, 3000);
    QVERIFY(Stage::waitFor([&] { return page.desk().unsaved() == 0; }));
    page.refresh();
    QCOMPARE(verdict.sentence(), QStringLiteral("Judging …"));
    QVERIFY(!verdict.outcome() && !page.desk().outcome() && !page.desk().applying().state());
    QVERIFY(!panel.applyButton()->isVisible() && !panel.isOffered());
    panel.confirm();
    page.desk().applying().apply();
    m_stage.savePictures(QStringLiteral("verdict-judging"));
    const QSignalSpy saved(&page.desk(), &TrialDesk::saved); // a protocol asked for all the same says why there is none
    page.desk().saveProtocol(m_stage.storePath() + QStringLiteral(".none.pdf"));
    QCOMPARE(saved.size(), 1);
    QVERIFY((*holder)->execute(QStringLiteral("ROLLBACK")));
    QVERIFY(Stage::waitFor([&] { return verdict.outcome() != nullptr; }));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("0"));
}

void TestSharing::aVerdictThatCantBeKeptOrMadeSaysSo()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    VerdictPage &verdict = *page.verdictPage();
    QVERIFY(ready(*verdict.applyPanel()));
    QVERIFY(alter(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON certificate BEGIN SELECT RAISE(ABORT, "
                                 "'no room left'); END")));
    page.refresh();
    QVERIFY(Stage::waitFor([&] { return verdict.outcome() != nullptr; }));
    QVERIFY2(page.desk().unkept().contains(QLatin1String("no room left")), qPrintable(page.desk().unkept()));
    auto *note = verdict.findChild<QLabel *>(QStringLiteral("unheard"));
    QVERIFY(note->isVisibleTo(&verdict) && note->text().contains(QLatin1String("no room left")));
    QVERIFY(ready(*verdict.applyPanel()));
    m_stage.savePictures(QStringLiteral("verdict-unkept"));
    QVERIFY(alter(QStringLiteral("ALTER TABLE event RENAME TO lost")));
    page.refresh();
    QVERIFY(Stage::waitFor([&] { return verdict.sentence() == QLatin1String("Not judged"); }));
    QVERIFY(!verdict.outcome() && !page.desk().outcome());
    QVERIFY(!verdict.applyPanel()->applyButton()->isVisible());
    m_stage.savePictures(QStringLiteral("verdict-not-judged"));
    QVERIFY(alter(QStringLiteral("ALTER TABLE lost RENAME TO event")));
    page.refresh();
    QVERIFY(Stage::waitFor([&] { return verdict.outcome() != nullptr; }));
    // Answers that aren't on the disk are in no journal: nothing is written on them.
    QVERIFY(alter(kNoRoom));
    TrialDesk &desk = page.desk();
    QVERIFY(ready(*verdict.applyPanel()));
    verdict.applyPanel()->confirm();
    QVERIFY(verdict.applyPanel()->writeButton()->isVisible());
    QVERIFY(desk.undo());
    desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000);
    QTest::mouseClick(verdict.applyPanel()->writeButton(), Qt::LeftButton);
    QVERIFY(!verdict.applyPanel()->writeButton()->isVisible());
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("0"));
    page.refresh();
    QPushButton &apply = *verdict.applyPanel()->applyButton();
    QVERIFY(Stage::waitFor([&] { return apply.isVisible(); }));
    QVERIFY(desk.unsaved() == 2 && !apply.isEnabled());
    verdict.applyPanel()->confirm();
    QVERIFY(!verdict.applyPanel()->writeButton()->isVisible());
    QVERIFY(alter(QStringLiteral("DROP TRIGGER no_room")));
    desk.saveAgain();
    QVERIFY(Stage::waitFor([&] { return desk.unsaved() == 0; }));
    QVERIFY(ready(*verdict.applyPanel()));
}

/// Closed, or another profile chosen, before any of them is known to be on the disk.
void TestSharing::answersOutliveTheWindow()
{
    TrialPage &page = m_stage.openReview();
    const QUuid trial = page.desk().record()->id;
    for (int i = 0; i < 20; ++i)
        QVERIFY(page.desk().answer(m_stage.truth(*page.desk().session()->pair()), {}, 3000));
    QVERIFY(page.desk().unsaved() > 0);
    m_stage.close();
    finishAll();
    QCOMPARE(storedEvents(trial), std::size_t{20});
}

void TestSharing::answersThatCantBeSavedOutliveTheWindow()
{
    TrialPage *page = &m_stage.openReview();
    const QUuid trial = page->desk().record()->id;
    QVERIFY(alter(kNoRoom));
    const QSignalSpy failed(&page->desk(), &TrialDesk::reviewFailed);
    for (int i = 0; i < 3; ++i)
        QVERIFY(page->desk().answer(m_stage.truth(*page->desk().session()->pair()), {}, 3000));
    QVERIFY(Stage::waitFor([&] { return !failed.isEmpty(); }));
    QVERIFY(page->desk().savingFailed());
    // Said once when the window is to be closed.
    QVERIFY(!m_stage.window().close());
    QVERIFY2(said(*page).startsWith(QLatin1String("Not saved:")), qPrintable(said(*page)));
    QVERIFY(page->mayClose());
    m_stage.close();
    finishAll();
    QCOMPARE(storedEvents(trial), std::size_t{0});
    // The next one tells of them, and goes on with no other answers in their place.
    page = &m_stage.open();
    QVERIFY(Stage::waitFor([&] { return said(*page).startsWith(QLatin1String("Not stored yet: 3 answers")); }));
    const QSignalSpy refused(&page->desk(), &TrialDesk::sampleFailed);
    const QSignalSpy opened(&page->desk(), &TrialDesk::trialOpened);
    page->desk().open(trial, QStringLiteral("mo@ranch"));
    QVERIFY(Stage::waitFor([&] { return !refused.isEmpty(); }));
    QCOMPARE(opened.size(), 0);
    QVERIFY(alter(QStringLiteral("DROP TRIGGER no_room")));
    page->desk().open(trial, QStringLiteral("mo@ranch"));
    QVERIFY(Stage::waitFor([&] { return !opened.isEmpty(); }));
    QCOMPARE(page->desk().session()->looks(), 3);
    QVERIFY(Stage::waitFor([&] { return said(*page).startsWith(QLatin1String("Stored now: 3 answers")); }));
    QCOMPARE(storedEvents(trial), std::size_t{3});
}

/// Given while another trial is being opened, and nobody looks at the list of trials before the window closes.
void TestSharing::answersLeftWithAnotherTrialOutliveTheWindow()
{
    TrialDesk &desk = m_stage.openReview().desk();
    const QUuid trial = desk.record()->id;
    const QSignalSpy opened(&desk, &TrialDesk::trialOpened);
    desk.startAnother(QStringLiteral("ann@office"));
    QVERIFY(Stage::waitFor([&] { return opened.size() == 1; }));
    const QUuid other = desk.record()->id;
    desk.open(trial, QStringLiteral("mo@ranch"));
    QVERIFY(Stage::waitFor([&] { return opened.size() == 2; }));
    const auto answer = [&] { return desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000); };
    QVERIFY(answer());
    desk.open(other, QStringLiteral("ann@office"));
    QVERIFY(answer() && answer());
    QVERIFY(Stage::waitFor([&] { return opened.size() == 3; }));
    QCOMPARE(desk.record()->id, other);
    m_stage.close(); // waits as the program's end does
    QCOMPARE(storedEvents(trial), std::size_t{3});
}

/// So many may have been told before; they were saved meanwhile.
void TestSharing::closingIsRefusedAgainWhenSavingFailsAgain()
{
    TrialPage &page = m_stage.openReview();
    TrialDesk &desk = page.desk();
    for (int time = 0; time < 2; ++time) {
        QVERIFY(alter(kNoRoom));
        QVERIFY(desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000));
        QVERIFY(Stage::waitFor([&] { return desk.savingFailed(); }));
        QVERIFY(!page.mayClose());
        QVERIFY(page.mayClose());
        QVERIFY(alter(QStringLiteral("DROP TRIGGER no_room")));
        desk.saveAgain();
        QVERIFY(Stage::waitFor([&] { return desk.unsaved() == 0; }));
    }
}

/// What is answered after that is still the one's who answers.
void TestSharing::aTrialThatDoesntOpenLeavesTheReviewAsItIs()
{
    TrialPage &page = m_stage.openReview();
    TrialDesk &desk = page.desk();
    const QSignalSpy failed(&desk, &TrialDesk::sampleFailed);
    desk.open(QUuid::createUuid(), QStringLiteral("ann@office"));
    QVERIFY(Stage::waitFor([&] { return !failed.isEmpty(); }));
    QCOMPARE(desk.reviewer(), QStringLiteral("mo@ranch"));
    QVERIFY(desk.answer(m_stage.truth(*desk.session()->pair()), {}, 3000));
    QVERIFY(Stage::waitFor([&] { return desk.unsaved() == 0; }));
    QCOMPARE(storedEvents(desk.record()->id), std::size_t{1});
    // Another's answers can be looked at, and a key there says so.
    const QSignalSpy opened(&desk, &TrialDesk::trialOpened);
    desk.open(desk.record()->id, QStringLiteral("ann@office"), TrialDesk::Goal::Verdict);
    QVERIFY(Stage::waitFor([&] { return !opened.isEmpty(); }));
    QVERIFY(!desk.isOwn() && !desk.answer(Answer::Same, {}, 3000));
}

void TestSharing::whyNothingWasUndoneStays()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled(); }));
    QCOMPARE(sql(QStringLiteral("UPDATE detections d SET reviewed_by = 'ann' FROM herdbook.assignment a WHERE "
                                "a.detection_id = d.id RETURNING 1")),
             QStringLiteral("1"));
    QSignalSpy read(&page.desk().applying(), &ApplyDesk::stateReady);
    panel.undo();
    QVERIFY(Stage::waitFor([&] { return !read.isEmpty(); }));
    QVERIFY2(said(panel).contains(QLatin1String("reviewed by a person")), qPrintable(said(panel)));
    m_stage.savePictures(QStringLiteral("verdict-undo-refused"));
    {
        // Another program holds the journal: why nothing was done outlives the reading after it.
        const auto holder = storage::Postgres::open(m_stage.servers().settings().postgres);
        QVERIFY((*holder)->execute(QStringLiteral("SELECT pg_advisory_lock(4852444201)")));
        read.clear();
        panel.undo();
        QVERIFY(Stage::waitFor([&] { return !read.isEmpty() && said(panel).startsWith(QLatin1String("Not done:")); }));
        QVERIFY2(said(panel).startsWith(QLatin1String("Not done:")) && said(panel).contains(QLatin1String("process")),
                 qPrintable(said(panel)));
    }
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled(); })); // the other one is seen to be done
    // The next write is about something else.
    sql(QStringLiteral(
        "UPDATE detections d SET reviewed_by = a.new_reviewed_by FROM herdbook.assignment a WHERE a.detection_id = "
        "d.id RETURNING 1"));
    panel.undo();
    QVERIFY(ready(panel));
    QCOMPARE(said(panel), QString());
}

/// Who it is is said, and when it is over it is offered again.
void TestSharing::whileAnotherWritesNothingIsOffered()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    {
        const auto holder = storage::Postgres::open(m_stage.servers().settings().postgres);
        QVERIFY((*holder)->execute(QStringLiteral("SELECT pg_advisory_lock(4852444201)")));
        page.desk().applying().read();
        QVERIFY(Stage::waitFor([&] { return said(panel).startsWith(QLatin1String("Under way elsewhere:")); }));
        QVERIFY(panel.applyButton()->isVisible() && !panel.applyButton()->isEnabled());
        panel.confirm();
        QVERIFY(!panel.writeButton()->isVisible());
        m_stage.savePictures(QStringLiteral("verdict-under-way"));
        // Looked at again, it isn't shown anew.
        const QSignalSpy shown(&page.desk().applying(), &ApplyDesk::stateReady);
        QTest::qWait(5000);
        QCOMPARE(shown.size(), 0);
    }
    QVERIFY(ready(panel));
    QCOMPARE(said(panel), QString());
}

void TestSharing::aBatchThatWroteNothingBlocksNothing()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    sql(QStringLiteral("UPDATE detections SET is_valid = false WHERE deer_id IS NULL RETURNING 1"));
    QSignalSpy read(&page.desk().applying(), &ApplyDesk::stateReady);
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return !read.isEmpty(); }));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("1"));
    QVERIFY(!page.desk().applying().state()->batch);
    // The protocol names it all the same.
    const Result<std::vector<BatchRecord>> written = page.desk().applying().written();
    QVERIFY(written && written->size() == 1 && written->front().written == 0);
    QVERIFY2(said(panel).contains(QLatin1String("not valid")), qPrintable(said(panel)));
    QVERIFY(panel.applyButton()->isVisible() && !panel.applyButton()->isEnabled());
    sql(QStringLiteral("UPDATE detections SET is_valid = true WHERE deer_id IS NULL RETURNING 1"));
    page.refresh();
    QVERIFY(ready(panel));
}

/// What can't be read is neither nothing written nor being written.
void TestSharing::lostConnectionsAreNoPromise()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    QVERIFY(page.desk().applying().written() && page.desk().applying().written()->empty());
    m_stage.servers().postgres().stop();
    QSignalSpy failed(&page.desk().applying(), &ApplyDesk::failed);
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return failed.size() >= 2; })); // the write, and the reading after it
    QVERIFY2(said(panel).startsWith(QLatin1String("Not done:")), qPrintable(said(panel)));
    QVERIFY(!panel.applyButton()->isEnabled());
    QVERIFY(!page.desk().applying().written()); // so the protocol can't say that nothing was written
    m_stage.savePictures(QStringLiteral("verdict-not-known"));
    // The journal neither.
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalPage &journal = *page.journalPage();
    QVERIFY(Stage::waitFor([&] { return said(journal).startsWith(QLatin1String("PostgreSQL is away:")); }));
    m_stage.savePictures(QStringLiteral("journal-not-read"));
    const SegmentedControl *kinds = journal.findChild<SegmentedControl *>();
    for (int i = 0; i < kinds->count(); ++i)
        QVERIFY2(!kinds->segment(i)->text().contains(QRegularExpression(QStringLiteral("[0-9]"))),
                 qPrintable(kinds->segment(i)->text()));
    QVERIFY(m_stage.servers().postgres().start());
    QTest::mouseClick(journal.backButton(), Qt::LeftButton);
    page.refresh();
    QVERIFY(ready(panel));
    QCOMPARE(said(panel), QString());
}

/// With its connection open, in the middle of a statement.
void TestSharing::aFrozenDatabaseHoldsNoClosing()
{
    TrialDesk &desk = m_stage.open().desk();
    const QSignalSpy listed(&desk, &TrialDesk::sharedTrialsListed);
    desk.listTrials();
    QVERIFY(Stage::waitFor([&] { return !listed.isEmpty(); }));
    m_stage.servers().postgres().pause();
    const auto resume = qScopeGuard([this] { m_stage.servers().postgres().resume(); });
    desk.listTrials();
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    m_stage.close();
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

/// In the middle of saving a file.
void TestSharing::aSilentDiskHoldsNoClosing()
{
    const QTemporaryDir share;
    test::SilentFolder silent(share.path());
    if (!silent.reason().isEmpty())
        QSKIP(qPrintable(silent.reason()));
    const QTemporaryDir folder;
    Services services;
    services.storePath = folder.filePath(QStringLiteral("trials.sqlite"));
    test::Heartbeat heartbeat;
    auto desk = std::make_unique<TrialDesk>(services);
    const QSignalSpy saved(desk.get(), &TrialDesk::saved);
    desk->saveFile(share.filePath(QStringLiteral("counts.csv")), QByteArray("1"));
    QTest::qWait(300);
    QVERIFY(saved.isEmpty());
    desk.reset();
    QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
    silent.answer();
    finishAll();
}

/// Written, and then the role may not read the journal back.
void TestSharing::whatWasDoneIsNotCalledNotDone()
{
    setUpJournal();
    sql(QStringLiteral("DROP ROLE IF EXISTS writer; CREATE ROLE writer LOGIN PASSWORD 'write'; GRANT SELECT, UPDATE ON "
                       "ALL TABLES IN SCHEMA public TO writer; GRANT USAGE ON SCHEMA herdbook TO writer; GRANT SELECT, "
                       "INSERT, UPDATE ON ALL TABLES IN SCHEMA herdbook TO writer; SELECT 1"));
    TrialPage &page = openVerdict([](Services &services) {
        services.postgres.user = QStringLiteral("writer");
        services.postgres.password = QStringLiteral("write");
    });
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    sql(QStringLiteral("REVOKE SELECT ON deer FROM writer; GRANT SELECT (id, sex, sighting_count) ON deer TO writer; "
                       "SELECT 1"));
    QSignalSpy failed(&page.desk().applying(), &ApplyDesk::failed);
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return failed.size() >= 2; })); // of the journal, and of the reading after it
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("1"));
    QVERIFY2(said(panel).startsWith(QLatin1String("Done, but the journal")), qPrintable(said(panel)));
    m_stage.close();
    sql(QStringLiteral("DROP OWNED BY writer; DROP ROLE writer; SELECT 1"));
}

void TestSharing::aRoleThatMayNotLookIsNotToldThereIsNone()
{
    setUpJournal();
    sql(QStringLiteral("DROP ROLE IF EXISTS watcher; CREATE ROLE watcher LOGIN PASSWORD 'watch'; GRANT SELECT ON ALL "
                       "TABLES IN SCHEMA public TO watcher; SELECT 1"));
    TrialPage &page = openVerdict([](Services &services) {
        services.postgres.user = QStringLiteral("watcher");
        services.postgres.password = QStringLiteral("watch");
    });
    const Result<std::vector<BatchRecord>> written = page.desk().applying().written();
    QVERIFY(!written && written.error().message.contains(QLatin1String("USAGE on schema herdbook")));
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalPage &journal = *page.journalPage();
    QVERIFY(Stage::waitFor([&] { return said(journal).contains(QLatin1String("USAGE on schema herdbook")); }));
    Maintenance &maintenance = *journal.maintenance();
    QCOMPARE(maintenance.targetBox()->count(), 0);
    QVERIFY(!maintenance.runButton()->isEnabled());
    m_stage.savePictures(QStringLiteral("journal-not-readable"));
    m_stage.close();
    sql(QStringLiteral("DROP OWNED BY watcher; DROP ROLE watcher; SELECT 1"));
}

void TestSharing::anOlderJournalTellsNothingOfUndo()
{
    {
        const auto connection = storage::Postgres::open(m_stage.servers().settings().postgres);
        QVERIFY(migrateSchema(**connection, 0, 3));
    }
    sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (gen_random_uuid(), "
                       "gen_random_uuid(), 0.5, 'x') RETURNING 1"));
    sql(QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, new_deer_id, outcome) SELECT id, "
                       "gen_random_uuid(), gen_random_uuid(), 'written' FROM herdbook.batch RETURNING 1"));
    TrialPage &page = m_stage.open();
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalPage &journal = *page.journalPage();
    QVERIFY(Stage::waitFor([&] { return journal.model()->rowCount() == 1; }));
    QCOMPARE(journal.model()->row(0).certificate, QStringLiteral("not known")); // its trial isn't here
    journal.table()->selectRow(0);
    QVERIFY(Stage::waitFor([&] { return journal.details()->undoText().contains(QLatin1String("is upgraded")); }));
    QVERIFY(!journal.details()->undoText().contains(QLatin1String("as the batch left them")));
    QVERIFY(!journal.details()->undoButton()->isVisible());
    m_stage.savePictures(QStringLiteral("journal-older"));
}

void TestSharing::listsSayThatAnswersCameSince()
{
    setUpJournal();
    TrialPage &page = openVerdict();
    QVERIFY(page.verdictPage()->outcome()->certified());
    QListWidget *trials = page.samplePage()->trials()->list();
    page.startNew();
    QVERIFY(Stage::waitFor([&] { return trials->count() == 1; }));
    QVERIFY2(!trials->item(0)->text().contains(QLatin1String("since")), qPrintable(trials->item(0)->text()));
    QVERIFY(page.desk().undo());
    QVERIFY(Stage::waitFor([&] { return page.desk().unsaved() == 0; }));
    page.startNew();
    QVERIFY(Stage::waitFor([&] { return trials->item(0)->text().contains(QLatin1String("answered on since")); }));
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalModel *journal = page.journalPage()->model();
    QVERIFY(Stage::waitFor([&] {
        return journal->rowCount() == 1 && journal->row(0).stateText.contains(QLatin1String("answered on since"));
    }));
    QCOMPARE(journal->row(0).state, JournalRow::State::Nothing);
    QTest::mouseClick(page.journalPage()->backButton(), Qt::LeftButton);
    // Judged again, it is news no more, here and for others.
    page.desk().conclude();
    QVERIFY(Stage::waitFor([&] { return page.desk().outcome() != nullptr; }));
    page.startNew();
    QVERIFY(Stage::waitFor([&] { return !trials->item(0)->text().contains(QLatin1String("since")); }));
    QVERIFY(Stage::waitFor([&] {
        return sql(QStringLiteral("SELECT CAST((SELECT max(answered_at) FROM herdbook.answer) = finished_at AS text) "
                                  "FROM herdbook.certificate")) == QLatin1String("true");
    }));
}

/// The rules have become stricter since a certificate was kept: nothing calls it one any more, before anybody looks at its verdict.
void TestSharing::keptVerdictsAreJudgedByTodaysRules()
{
    setUpJournal();
    TrialPage *page = &openVerdict();
    QVERIFY(page->desk().outcome()->certified());
    QVERIFY(Stage::waitFor([&] { return page->desk().unsent() == std::optional(0); }));
    const QString certified = QStringLiteral("SELECT count(*) FROM herdbook.certificate WHERE threshold IS NOT NULL");
    QVERIFY(Stage::waitFor([&] { return sql(certified) == QLatin1String("1"); }));
    m_stage.close();
    // Answers that no certificate could come of today.
    QVERIFY(alter(QStringLiteral("UPDATE event SET milliseconds = 900 WHERE sequence = 5")));
    QCOMPARE(sql(QStringLiteral("WITH u AS (UPDATE herdbook.answer SET milliseconds = 900 WHERE sequence = 5 "
                                "RETURNING 1) SELECT count(*) FROM u")),
             QStringLiteral("1"));

    const QString office = m_stage.storePath() + QStringLiteral(".office");
    const auto removed = qScopeGuard([&] { QFile::remove(office); });
    for (const bool here : {false, true}) {
        page = &m_stage.open([&](Services &services) {
            if (!here)
                services.storePath = office;
        });
        QListWidget *trials = page->samplePage()->trials()->list();
        QVERIFY(Stage::waitFor([&] { return trials->count() == 1; }));
        QVERIFY2(trials->item(0)->text().contains(QLatin1String("withheld")), qPrintable(trials->item(0)->text()));
        QTest::mouseClick(page->journalButton(), Qt::LeftButton);
        const JournalModel &journal = *page->journalPage()->model();
        QVERIFY(Stage::waitFor([&] { return journal.rowCount() == 1; }));
        QCOMPARE(journal.row(0).state, JournalRow::State::Withheld);
        QCOMPARE(journal.row(0).certificate, QStringLiteral("withheld"));
        QVERIFY2(journal.row(0).stateText.contains(QLatin1String("within one second")),
                 qPrintable(journal.row(0).stateText));
        const QByteArray csv = journal.csv();
        QVERIFY2(csv.contains("within one second") && !csv.contains("ertified"), csv.constData());
    }
    // What is sent again is what is so today.
    QCOMPARE(sql(certified), QStringLiteral("1"));
    QVERIFY(alter(QStringLiteral("UPDATE event SET sent = 0")));
    page->desk().listTrials();
    QVERIFY(Stage::waitFor([&] { return sql(certified) == QLatin1String("0"); }));
}

/// Unfinished, finished, applied: a double click or Enter leads to the review, the verdict, the verdict with Undo.
void TestSharing::aTrialOpensWhereItStands()
{
    setUpJournal();
    TrialPage &page = m_stage.openReview();
    TrialDesk &desk = page.desk();
    JournalPage &journal = *page.journalPage();
    m_stage.reviewByTruth(page, 9);
    const auto reads = [&] {
        const QSignalSpy here(&desk, &TrialDesk::trialsListed);
        const QSignalSpy batches(&desk.applying(), &ApplyDesk::journalRead);
        page.startNew();
        QTest::mouseClick(page.journalButton(), Qt::LeftButton);
        return Stage::waitFor([&] { return here.size() >= 2 && !batches.isEmpty(); });
    };
    const auto choose = [&](JournalRow::What what) {
        for (int row = 0; row < journal.model()->rowCount(); ++row) {
            if (journal.model()->row(row).what == what) {
                journal.table()->selectRow(row);
                return true;
            }
        }
        return false;
    };
    QSignalSpy opened(&desk, &TrialDesk::trialOpened);
    const auto leadsTo = [&](TrialPage::Step step) {
        const bool came = Stage::waitFor([&] { return !opened.isEmpty() && page.step() == step; });
        opened.clear();
        return came;
    };
    QVERIFY(reads());
    QVERIFY(Stage::waitFor([&] { return choose(JournalRow::What::Trial); }));
    const QPoint place = journal.table()->visualRect(journal.table()->currentIndex()).center();
    QTest::mouseClick(journal.table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(journal.table()->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(leadsTo(TrialPage::ReviewStep));
    QCOMPARE(desk.session()->looks(), 9);
    // Another's is looked at: reviewing it would be a trial more.
    const Result<std::vector<TrialSummary>> all = [&] {
        const auto store = TrialStore::open(m_stage.storePath());
        return (*store)->trials();
    }();
    QVERIFY(TrialDesk::calledFor(all->front(), QStringLiteral("mo@ranch")) == TrialDesk::Goal::Review);
    QVERIFY(TrialDesk::calledFor(all->front(), QStringLiteral("ann@office")) == TrialDesk::Goal::Verdict);

    m_stage.reviewByTruth(page);
    m_stage.finish(page);
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    QVERIFY(Stage::waitFor([&] { return desk.unsent() == std::optional(0); }));
    QVERIFY(reads());
    QVERIFY(Stage::waitFor([&] { return choose(JournalRow::What::Trial); }));
    QTest::keyClick(journal.table(), Qt::Key_Return);
    QVERIFY(leadsTo(TrialPage::VerdictStep));
    QVERIFY(ready(panel));
    page.startNew();
    QListWidget *trials = page.samplePage()->trials()->list();
    QVERIFY(Stage::waitFor([&] { return trials->count() == 1; }));
    QTest::keyClick(trials, Qt::Key_Return);
    QVERIFY(leadsTo(TrialPage::VerdictStep));
    QVERIFY(ready(panel));

    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled(); }));
    for (const JournalRow::What what : {JournalRow::What::Trial, JournalRow::What::Batch}) {
        QVERIFY(reads());
        QVERIFY(Stage::waitFor([&] { return choose(what); }));
        QTest::keyClick(journal.table(), Qt::Key_Return);
        QVERIFY(leadsTo(TrialPage::VerdictStep));
        QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isVisible() && panel.undoButton()->isEnabled(); }));
    }
}

void TestSharing::buttonsStayInView_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1100, 700), QSize(1280, 720), QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestSharing::buttonsStayInView()
{
    QFETCH(QSize, size);
    setUpJournal();
    TrialPage &page = m_stage.open();
    QWidget &window = m_stage.window();
    const auto inView = [&](const QWidget &widget) {
        const QRect place(widget.mapTo(&window, QPoint()), widget.size());
        return window.rect().adjusted(0, 0, 0, -27).contains(place) &&
               widget.visibleRegion().boundingRect() == widget.rect();
    };
    window.resize(size);
    page.setAnalysis(m_stage.analysis());
    QPushButton &begin = *page.samplePage()->startButton();
    QVERIFY(Stage::waitFor([&] { return begin.isEnabled() && inView(begin); }));
    QTest::mouseClick(&begin, Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.reviewPage()->right()->hasPhoto(); }));
    QVERIFY(Stage::waitFor([&] { return inView(*page.reviewPage()->answers()->button(Answer::BadCrop)); }));
    m_stage.reviewByTruth(page);
    m_stage.finish(page);
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    QVERIFY(Stage::waitFor([&] { return inView(*panel.applyButton()); }));
    // Also under a note.
    Q_EMIT page.desk().saved(QStringLiteral("/tmp/file"), Result<void>());
    QCoreApplication::processEvents();
    QVERIFY(Stage::waitFor([&] { return inView(*panel.applyButton()); }));
    panel.confirm();
    QTest::mouseClick(panel.writeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return panel.undoButton()->isEnabled() && inView(*panel.undoButton()); }));
    // Why nothing could be done takes room above.
    Q_EMIT page.desk().applying().failed(Fault::NotDone, {ErrorKind::Conflict, QStringLiteral("in use ").repeated(60)});
    QCoreApplication::processEvents();
    QVERIFY(Stage::waitFor([&] { return inView(*panel.undoButton()); }));
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalPage &journal = *page.journalPage();
    QVERIFY(Stage::waitFor([&] { return journal.model()->rowCount() == 2; }));
    const int batch = journal.model()->row(0).what == JournalRow::What::Batch ? 0 : 1;
    journal.table()->selectRow(batch);
    QVERIFY(Stage::waitFor([&] { return inView(*journal.details()->undoButton()); }));
    journal.table()->selectRow(1 - batch);
    QVERIFY(Stage::waitFor([&] { return inView(*journal.details()->openButton()); }));
}

/// Also where there is more than the window has room for.
void TestSharing::tabReachesOnlyWhatIsInView()
{
    setUpJournal();
    TrialPage &page = m_stage.open();
    QWidget &window = m_stage.window();
    window.resize(1280, 720);
    page.setAnalysis(m_stage.analysis());
    QPushButton &begin = *page.samplePage()->startButton();
    QVERIFY(Stage::waitFor([&] { return begin.isEnabled(); }));
    const auto hidden = [&]() -> QString {
        QSet<QWidget *> seen;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            QWidget *now = window.focusWidget();
            seen << now;
            QRect part = now->rect(); // that none of what it lies in hides
            for (QWidget *one = now; one != &window; one = one->parentWidget())
                part = part.translated(one->pos()) & one->parentWidget()->rect();
            if (part.isEmpty() || (qobject_cast<QAbstractButton *>(now) != nullptr && part.size() != now->size()))
                return QString::fromUtf8(now->metaObject()->className()) + u' ' + now->accessibleName();
        }
        return seen.contains(&begin) || page.step() != TrialPage::SampleStep ? QString()
                                                                             : QStringLiteral("Begin is not reached");
    };
    begin.setFocus();
    QCOMPARE(hidden(), QString());
    QTest::mouseClick(&begin, Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page.reviewPage()->right()->hasPhoto(); }));
    m_stage.reviewByTruth(page);
    m_stage.finish(page);
    QVERIFY(ready(*page.verdictPage()->applyPanel()));
    QCOMPARE(hidden(), QString());
}

/// Nothing certified: what there is to do is in view as well.
void TestSharing::waysOutStayInView()
{
    TrialPage &page = m_stage.openReview();
    m_stage.window().resize(1280, 720);
    m_stage.review(page, 60, [](const Pair &) { return Answer::Different; });
    m_stage.finish(page);
    QVERIFY(Stage::waitFor([&] {
        const QPushButton *button = page.verdictPage()->anotherButton();
        return button->isVisible() && button->visibleRegion().boundingRect() == button->rect();
    }));
}

QTEST_MAIN(TestSharing)
#include "test_sharing.moc"
