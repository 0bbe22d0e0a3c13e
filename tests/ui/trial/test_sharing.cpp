// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/schema.h"
#include "tests/ui/trial/stage.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/checkscard.h"
#include "ui/trial/verdict/verdictpage.h"

#include <QComboBox>
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

/// What needs the shared journal: setting it up and removing it, two workstations, two reviewers, what others change meanwhile.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_stage.close(); }
    void journalGoesUpAndDownInView();
    void twoReviewersOnTwoWorkstations();
    void whatOthersChangedIsNamed();
    void undoShowsWhatItLeftAlone();
    void twoAdministratorsAtOnce();
    void buttonsStayInView_data();
    void buttonsStayInView();

private:
    /// A small trial, reviewed by truth; its verdict is shown and the apply panel is ready.
    TrialPage &openVerdict(const std::function<void(Services &)> &change = {});
    void setUpJournal();
    bool ready(ApplyPanel &panel)
    {
        return Stage::waitFor([&] { return panel.applyButton()->isVisible() && panel.applyButton()->isEnabled(); });
    }
    QString sql(const QString &text) { return m_stage.servers().sql(text).valueOr(QStringLiteral("?")); }
    static QStringList column(const QTableView &table, int column);

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
    Stage::waitFor([&] { return page.desk().applying().state() != nullptr; });
    return page;
}

void TestSharing::journalGoesUpAndDownInView()
{
    const QString version = QStringLiteral("SELECT coalesce(max(version), 0) FROM herdbook.version");
    TrialPage &page = m_stage.open();
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    JournalPage &journal = *page.journalPage();
    QVERIFY(Stage::waitFor([&] { return journal.runButton()->isEnabled(); }));
    QCOMPARE(journal.targetBox()->count(), 3);
    QCOMPARE(journal.sql()->toPlainText(), migrationSql(0, kSchemaVersion));
    // An older version first, to be upgraded.
    journal.targetBox()->setCurrentIndex(1);
    QCOMPARE(journal.sql()->toPlainText(), migrationSql(0, 2));
    QTest::mouseClick(journal.runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return !journal.isVisible(); }));
    QCOMPARE(sql(version), QStringLiteral("2"));
    sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (gen_random_uuid(), "
                       "gen_random_uuid(), 0.5, 'x') RETURNING 1"));
    sql(QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, new_deer_id, outcome) SELECT id, "
                       "gen_random_uuid(), gen_random_uuid(), 'written' FROM herdbook.batch RETURNING 1"));
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return journal.runButton()->text() == QLatin1String("Upgrade to version 3"); }));
    m_stage.savePictures(QStringLiteral("journal-upgrade"));
    QTest::mouseClick(journal.runButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return !journal.isVisible(); }));
    QCOMPARE(sql(version), QStringLiteral("3"));

    // Removing says what is lost and asks once.
    QTest::mouseClick(page.journalButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return journal.runButton()->text() == QLatin1String("Go back to version 2"); }));
    journal.targetBox()->setCurrentIndex(2);
    QCOMPARE(journal.sql()->toPlainText(), migrationSql(kSchemaVersion, 0));
    m_stage.savePictures(QStringLiteral("journal-remove"));
    QTest::mouseClick(journal.runButton(), Qt::LeftButton);
    QCOMPARE(sql(version), QStringLiteral("3"));
    QVERIFY(journal.removeButton()->isVisible());
    QTest::mouseClick(journal.removeButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return !journal.isVisible(); }));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'herdbook'")), QStringLiteral("0"));
}

void TestSharing::twoReviewersOnTwoWorkstations()
{
    setUpJournal();
    TrialPage *page = &openVerdict();
    const QUuid trial = page->desk().record()->id;
    const auto pairs = static_cast<int>(page->desk().record()->pairs.size());
    QVERIFY(!page->verdictPage()->checks()->reviewerBox()->isVisible());
    QVERIFY(Stage::waitFor([&] { return page->desk().unsent() == std::optional(0); }));

    // Another computer, another reviewer: the trial comes from the database, and her answers are her own.
    const auto elsewhere = [this](Services &services) {
        services.reviewer = QStringLiteral("ann@office");
        services.storePath = m_stage.storePath() + QStringLiteral(".office");
    };
    QFile::remove(m_stage.storePath() + QStringLiteral(".office"));
    page = &m_stage.open(elsewhere);
    TrialList *trials = page->samplePage()->trials();
    QVERIFY(Stage::waitFor([&] { return trials->list()->count() == 1; }));
    QVERIFY(trials->list()->item(0)->text().contains(QLatin1String("on another computer")));
    QVERIFY(trials->list()->item(0)->text().contains(QLatin1String("mo@ranch done")));
    trials->list()->setCurrentRow(0);
    m_stage.savePictures(QStringLiteral("sample-shared"));
    // Its verdict can be looked at without judging.
    QTest::mouseClick(trials->verdictButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page->step() == TrialPage::VerdictStep && page->verdictPage()->outcome(); }));
    QCOMPARE(page->verdictPage()->outcome()->reviewers, QStringList{QStringLiteral("mo@ranch")});
    page->startNew();
    trials->list()->setCurrentRow(0);
    QTest::mouseClick(trials->reviewButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page->step() == TrialPage::ReviewStep; }));
    QCOMPARE(page->desk().record()->id, trial);
    QCOMPARE(page->desk().session()->answered(), std::size_t{0});
    QSignalSpy concluded(&page->desk(), &TrialDesk::concluded);
    int differently = 2;
    while (!page->desk().session()->isComplete()) {
        const Pair &pair = page->desk().record()->pairs[page->desk().session()->position()];
        const bool other = pair.kind == Item::Kind::Sampled && differently-- > 0;
        m_stage.answer(other ? Answer::CantTell : m_stage.truth(pair));
    }
    QVERIFY(Stage::waitFor([&] { return !concluded.isEmpty(); }));
    const std::shared_ptr<const Outcome> both = page->verdictPage()->outcome();
    QCOMPARE(both->reviewers.size(), 2);
    QCOMPARE(both->agreement->pairs, static_cast<std::size_t>(pairs));
    QVERIFY(both->agreement->same <= static_cast<std::size_t>(pairs - 2));
    m_stage.savePictures(QStringLiteral("verdict-two"));
    // Whose answers count can be chosen.
    QComboBox *box = page->verdictPage()->checks()->reviewerBox();
    QVERIFY(box->isVisible());
    QCOMPARE(box->count(), 3);
    concluded.clear();
    box->setCurrentIndex(2);
    Q_EMIT box->activated(2);
    QVERIFY(Stage::waitFor([&] { return !concluded.isEmpty(); }));
    QCOMPARE(page->verdictPage()->outcome()->reviewers, QStringList{QStringLiteral("mo@ranch")});
    QVERIFY(!page->verdictPage()->outcome()->agreement);
    concluded.clear();
    page->refresh(); // keeps the choice
    QVERIFY(Stage::waitFor([&] { return !concluded.isEmpty(); }));
    QCOMPARE(page->verdictPage()->outcome()->reviewers, QStringList{QStringLiteral("mo@ranch")});
    QVERIFY(Stage::waitFor([&] { return page->desk().unsent() == std::optional(0); }));

    // Back at the first computer her answers are there.
    page = &m_stage.open();
    trials = page->samplePage()->trials();
    QVERIFY(Stage::waitFor([&] {
        return trials->list()->count() == 1 &&
               trials->list()->item(0)->text().contains(QLatin1String("ann@office done"));
    }));
    trials->list()->setCurrentRow(0);
    QVERIFY(!trials->reviewButton()->isEnabled()); // all judged
    QTest::mouseClick(trials->verdictButton(), Qt::LeftButton);
    QVERIFY(Stage::waitFor([&] { return page->verdictPage()->outcome() != nullptr; }));
    QCOMPARE(page->verdictPage()->outcome()->reviewers.size(), 2);
    QFile::remove(m_stage.storePath() + QStringLiteral(".office"));
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
    QVERIFY(text.contains(",\"unassigned\",\"undo left it alone\","));
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

void TestSharing::buttonsStayInView_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1100, 700), QSize(1440, 900), QSize(1920, 1080)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestSharing::buttonsStayInView()
{
    QFETCH(QSize, size);
    setUpJournal();
    TrialPage &page = m_stage.openReview();
    QWidget &window = m_stage.window();
    const auto inView = [&](const QWidget &widget) {
        const QRect place(widget.mapTo(&window, QPoint()), widget.size());
        return window.rect().adjusted(0, 0, 0, -27).contains(place) &&
               widget.visibleRegion().boundingRect() == widget.rect();
    };
    window.resize(size);
    QVERIFY(Stage::waitFor([&] { return inView(*page.reviewPage()->answers()->button(Answer::BadCrop)); }));
    m_stage.reviewByTruth(page);
    ApplyPanel &panel = *page.verdictPage()->applyPanel();
    QVERIFY(ready(panel));
    QVERIFY(Stage::waitFor([&] { return inView(*panel.applyButton()); }));
    // Also under a note.
    Q_EMIT page.desk().saved(QStringLiteral("/tmp/file"), Result<void>());
    QCoreApplication::processEvents();
    QVERIFY(Stage::waitFor([&] { return inView(*panel.applyButton()); }));
}

QTEST_MAIN(TestSharing)
#include "test_sharing.moc"
