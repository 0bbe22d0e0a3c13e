// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/rights.h"
#include "tests/core/trial/ranch.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

class TestBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(reason(started)));
    }
    void init()
    {
        QVERIFY(m_servers.freshDatabase());
        const auto filled = m_ranch.fill(100);
        QVERIFY2(filled, qPrintable(reason(filled)));
    }

    void previewIsWhatHappens();
    void applyAndUndoTouchTwoColumnsOnly();
    void otherPeoplesRowsAreLeftAlone();
    void whatMadeARowEligibleIsGuarded_data();
    void whatMadeARowEligibleIsGuarded();
    void olderTablesLackColumns();
    void undoLeavesChangedRowsAlone();
    void aPlanIsCarriedOutOnce();
    void waitsForNobodyWhileHoldingLocks();
    void retriesUntilTheRowsAreFree();
    void refusesADetectionTwice();
    void readOnlyRoleGetsThePreview();
    void withoutTheSchemaNothingIsWritten();
    void canBeCancelled();
    void emptyPlan();

private:
    QString sql(const QString &text) { return m_ranch.other(text); }

    test::Servers m_servers;
    test::Ranch m_ranch{m_servers};
};

void TestBatch::previewIsWhatHappens()
{
    sql(QStringLiteral("SELECT other_set(made(2, 12), made(1, 3)), other_delete_detection(made(2, 13)), "
                       "other_delete_deer(made(1, 3))")); // 12 is unassigned again, deer 3 is gone: 14, 20, ...
    sql(QStringLiteral("SELECT other_set(made(2, 16), made(1, 4))"));
    const auto connection = m_ranch.connect();
    BatchPlan plan = m_ranch.plan(11, 30);
    plan.sample.push_back(test::Ranch::detection(40)); // in the sample, but not changed
    const QString untouched = m_ranch.untouchedColumns();
    const Result<Preview> preview = previewBatch(*connection, plan);
    QVERIFY2(preview, qPrintable(reason(preview)));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM audit WHERE program = 'herdbook'")), QStringLiteral("0"));
    QCOMPARE(preview->rows.size(), std::size_t{20});
    QCOMPARE(preview->rows[2].state, RowState::Deleted);
    QCOMPARE(preview->rows[3].state, RowState::ProfileGone); // 14 -> deer 3
    QCOMPARE(preview->rows[4].state, RowState::Changed);     // 15 was assigned from the start
    QCOMPARE(preview->rows[5].nowName, QStringLiteral("deer 4"));
    QCOMPARE(preview->rows[0].deerName, QStringLiteral("deer 6"));
    QCOMPARE(preview->rows[0].takenAt, QDateTime(QDate(2026, 11, 1), QTime(0, 11), Qt::UTC));
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(done->written, preview->ready);
    QCOMPARE(done->applyConflicts.size(), preview->rows.size() - static_cast<std::size_t>(preview->ready));
    for (const PreviewRow &row : preview->rows) {
        const auto conflict = std::find_if(done->applyConflicts.begin(), done->applyConflicts.end(),
                                           [&](const Conflict &one) { return one.detection == row.change.detection; });
        QCOMPARE(conflict == done->applyConflicts.end() ? RowState::Ready : conflict->state, row.state);
    }
    const Result<Preview> after = previewBatch(*connection, plan);
    QCOMPARE(after->allBefore.assigned, preview->allAfter.assigned);
    QCOMPARE(after->allBefore.all, preview->allAfter.all);
    QCOMPARE(after->sampleBefore.assigned, preview->sampleAfter.assigned);
    QCOMPARE(after->sampleBefore.all, qint64{20}); // 21 less the deleted one
    QCOMPARE(after->ready, qint64{0});
    QCOMPARE(m_ranch.untouchedColumns(), untouched);
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::applyAndUndoTouchTwoColumnsOnly()
{
    const auto connection = m_ranch.connect();
    const QString untouched = m_ranch.untouchedColumns();
    const QString before =
        sql(QStringLiteral("SELECT string_agg(coalesce(deer_id::text, '-'), ' ' ORDER BY id) FROM detections"));
    const BatchPlan plan = m_ranch.plan(1, 50);
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(done->written, qint64{40});
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
    QCOMPARE(m_ranch.untouchedColumns(), untouched);
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, QStringLiteral("boss@here"));
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(undone->restored, qint64{40});
    QVERIFY(undone->undoConflicts.empty() && undone->isUndone());
    QCOMPARE(undone->undoneBy, QStringLiteral("boss@here"));
    QCOMPARE(sql(QStringLiteral("SELECT string_agg(coalesce(deer_id::text, '-'), ' ' ORDER BY id) FROM detections")),
             before);
    QCOMPARE(m_ranch.untouchedColumns(), untouched);
    QCOMPARE(m_ranch.fault(), QString());
    const auto all = batchesOf(*connection, plan.trial);
    QCOMPARE(all->size(), std::size_t{1});
    QCOMPARE(all->front().appliedBy, QStringLiteral("tester@here"));
    QVERIFY(qAbs(all->front().appliedAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestBatch::otherPeoplesRowsAreLeftAlone()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    const Result<BatchRecord> done = applyBatch(*connection, plan, {}, [&](Step step) {
        if (step == Step::LockRows) { // after the transaction began, before the rows are locked
            sql(QStringLiteral("SELECT other_set(made(2, 1), made(1, 5))"));
            sql(QStringLiteral("SELECT other_delete_detection(made(2, 2))"));
            sql(QStringLiteral("SELECT other_delete_deer(made(1, 4))"));
        }
    });
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(done->written, qint64{1});
    QCOMPARE(done->applyConflicts.size(), std::size_t{3});
    QCOMPARE(done->applyConflicts[0].state, RowState::Changed);
    QCOMPARE(done->applyConflicts[0].foundName, QStringLiteral("deer 5"));
    QCOMPARE(done->applyConflicts[1].state, RowState::Deleted);
    QCOMPARE(done->applyConflicts[2].state, RowState::ProfileGone);
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 5"));
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::whatMadeARowEligibleIsGuarded_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<RowState>("state");
    QTest::newRow("marked as not valid") << "SELECT other_judge(made(2, 1), false)" << RowState::Invalid;
    QTest::newRow("marked as a duplicate") << "SELECT other_double(made(2, 1), true)" << RowState::Duplicate;
    QTest::newRow("corrected to a buck") << "SELECT other_correct(made(2, 1), 'mature')" << RowState::OtherSex;
    QTest::newRow("corrected to no deer") << "SELECT other_correct(made(2, 1), 'cattle')" << RowState::OtherSex;
    QTest::newRow("profile is a buck") << "SELECT other_sex(made(1, 2), 'buck')" << RowState::OtherSex;
    QTest::newRow("both are bucks") << "SELECT other_sex(made(1, 2), 'buck'), other_correct(made(2, 1), 'mature')"
                                    << RowState::Ready;
    QTest::newRow("profile deleted") << "SELECT other_delete_deer(made(1, 2))" << RowState::ProfileGone;
}

/// Between preview and apply, and between the transaction's begin and its locks.
void TestBatch::whatMadeARowEligibleIsGuarded()
{
    QFETCH(QString, change);
    QFETCH(RowState, state);
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 3);
    QCOMPARE(previewBatch(*connection, plan)->ready, qint64{3});
    const Result<BatchRecord> done = applyBatch(*connection, plan, {}, [&](Step step) {
        if (step == Step::LockRows)
            sql(change);
    });
    QVERIFY2(done, qPrintable(reason(done)));
    const bool written = state == RowState::Ready;
    QCOMPARE(done->written, qint64{written ? 3 : 2});
    QCOMPARE(done->applyConflicts.size(), std::size_t{written ? 0U : 1U});
    QVERIFY(written ||
            (done->applyConflicts[0].state == state && done->applyConflicts[0].detection == test::Ranch::detection(1)));
    QCOMPARE(m_ranch.holds(1), written ? QStringLiteral("deer 2") : QStringLiteral("none"));
    QCOMPARE(m_ranch.fault(), QString());
    QVERIFY(undoBatch(*connection, plan.id, plan.by));
    QCOMPARE(previewBatch(*connection, plan)->rows[0].state, state);
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::olderTablesLackColumns()
{
    sql(QStringLiteral("DROP TRIGGER note ON detections; ALTER TABLE detections DROP COLUMN is_valid, DROP COLUMN "
                       "is_duplicate, DROP COLUMN corrected_classification; SELECT 1"));
    sql(QStringLiteral("UPDATE detections SET classification = 'cattle' WHERE id = made(2, 2)"));
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 3);
    const Result<Preview> preview = previewBatch(*connection, plan);
    QVERIFY2(preview, qPrintable(reason(preview)));
    QCOMPARE(preview->rows[1].state, RowState::OtherSex);
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(done->written, qint64{2});
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
}

void TestBatch::undoLeavesChangedRowsAlone()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    sql(QStringLiteral("SELECT other_set(made(2, 1), made(1, 6)), other_set(made(2, 2), NULL), "
                       "other_delete_detection(made(2, 3))"));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(undone->restored, qint64{1});
    QCOMPARE(undone->undoConflicts.size(), std::size_t{3});
    QCOMPARE(undone->undoConflicts[0].foundName, QStringLiteral("deer 6"));
    QCOMPARE(undone->undoConflicts[0].expected, test::Ranch::deer(2));
    QVERIFY(undone->undoConflicts[1].found.isNull());
    QCOMPARE(undone->undoConflicts[2].state, RowState::Deleted);
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 6"));
    QCOMPARE(m_ranch.fault(), QString());
    const Result<BatchRecord> again = undoBatch(*connection, plan.id, QStringLiteral("another"));
    QCOMPARE(again->undoneBy, plan.by);
    QCOMPARE(undoBatch(*connection, QUuid::createUuid(), plan.by).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::aPlanIsCarriedOutOnce()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 9);
    QVERIFY(applyBatch(*connection, plan));
    QVERIFY(undoBatch(*connection, plan.id, plan.by));
    const Result<BatchRecord> again = applyBatch(*connection, plan);
    QVERIFY(again->isUndone());
    QCOMPARE(m_ranch.holds(1), QStringLiteral("none"));
}

void TestBatch::waitsForNobodyWhileHoldingLocks()
{
    const auto blocker = m_ranch.connect();
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    for (const QString &held :
         {QStringLiteral("detections WHERE id = made(2, 3)"), QStringLiteral("deer WHERE id = made(1, 4)")}) {
        QVERIFY(blocker->execute(QStringLiteral("BEGIN")));
        QVERIFY(blocker->query(QStringLiteral("SELECT 1 FROM %1 FOR UPDATE").arg(held)));
        const Result<BatchRecord> done = applyBatch(*connection, plan);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
        QVERIFY(blocker->execute(QStringLiteral("ROLLBACK")));
        QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("0"));
    }
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::retriesUntilTheRowsAreFree()
{
    const auto blocker = m_ranch.connect();
    const auto connection = m_ranch.connect();
    QVERIFY(blocker->execute(QStringLiteral("SET application_name = 'other'")));
    QVERIFY(blocker->execute(QStringLiteral("BEGIN")));
    QVERIFY(blocker->query(QStringLiteral("SELECT other_set(made(2, 3), made(1, 1))")));
    int attempts = 0;
    const Result<BatchRecord> done = applyBatch(*connection, m_ranch.plan(1, 4), {}, [&](Step step) {
        if (step == Step::Begin && ++attempts == 3)
            QVERIFY(blocker->execute(QStringLiteral("COMMIT")));
    });
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(attempts, 3);
    QCOMPARE(done->written, qint64{3});
    QCOMPARE(done->applyConflicts.front().foundName, QStringLiteral("deer 1"));
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::refusesADetectionTwice()
{
    BatchPlan plan = m_ranch.plan(1, 3);
    plan.changes.push_back(plan.changes.front());
    const auto connection = m_ranch.connect();
    QCOMPARE(applyBatch(*connection, plan).error().kind, ErrorKind::InvalidInput);
}

void TestBatch::readOnlyRoleGetsThePreview()
{
    sql(QStringLiteral(
        "DROP ROLE IF EXISTS looker; CREATE ROLE looker LOGIN PASSWORD 'look'; GRANT SELECT ON ALL TABLES IN "
        "SCHEMA public TO looker; GRANT USAGE ON SCHEMA herdbook TO looker; GRANT SELECT, INSERT, UPDATE ON "
        "ALL TABLES IN SCHEMA herdbook TO looker; SELECT 1"));
    PostgresSettings settings = m_servers.settings().postgres;
    settings.user = QStringLiteral("looker");
    settings.password = QStringLiteral("look");
    {
        const auto looker = storage::Postgres::open(settings);
        QVERIFY2(looker, qPrintable(reason(looker)));
        const BatchPlan plan = m_ranch.plan(1, 9);
        const Result<Preview> preview = previewBatch(**looker, plan);
        QVERIFY2(preview, qPrintable(reason(preview)));
        QCOMPARE(preview->ready, qint64{8});
        QCOMPARE(inspectRights(**looker)->missing.size(), 2);
        const Result<BatchRecord> done = applyBatch(**looker, plan);
        QCOMPARE(done.error().kind, ErrorKind::Denied);
        QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("0"));
    }
    sql(QStringLiteral("DROP OWNED BY looker; DROP ROLE looker; SELECT 1"));
}

void TestBatch::withoutTheSchemaNothingIsWritten()
{
    const auto connection = m_ranch.connect();
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 0));
    QVERIFY(!applyBatch(*connection, m_ranch.plan(1, 9)));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM audit")), QStringLiteral("0"));
    QVERIFY(previewBatch(*connection, m_ranch.plan(1, 9)));
}

void TestBatch::canBeCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto connection = m_ranch.connect();
    QCOMPARE(applyBatch(*connection, m_ranch.plan(1, 9), stop.get_token()).error().kind, ErrorKind::Cancelled);
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM audit")), QStringLiteral("0"));
}

void TestBatch::emptyPlan()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 0);
    const Result<Preview> preview = previewBatch(*connection, plan);
    QCOMPARE(preview->ready, qint64{0});
    QVERIFY(!preview->sampleBefore.share());
    QCOMPARE(applyBatch(*connection, plan)->written, qint64{0});
}

QTEST_GUILESS_MAIN(TestBatch)
#include "test_batch.moc"
