// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/privateservers.h"
#include "core/trial/batch/batchstatements.h"
#include "core/trial/batch/rights.h"
#include "core/trial/review/sharedtrials.h"
#include "tests/core/trial/ranch.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

namespace {

/// A private server that others may follow.
class Replicating : public demo::PrivatePostgres
{
public:
    explicit Replicating(const QString &folder) : PrivatePostgres(folder) {}

    /// Makes a standby of this server in a folder and starts it.
    Result<void> follow(Replicating &standby) const
    {
        const PostgresSettings own = settings();
        if (!QDir().mkpath(standby.folder()) || !QFile::copy(m_folder + u"/password", standby.folder() + u"/password"))
            return Error{ErrorKind::Storage, standby.folder()};
        if (Result<void> mine = standby.prepareFolder(); !mine)
            return mine;
        const Result<int> copied = demo::ChildProcess::run(
            {.program = program(QStringLiteral("pg_basebackup")),
             .arguments = {QStringLiteral("-D"), standby.folder() + QStringLiteral("/data"), QStringLiteral("-R"),
                           QStringLiteral("-X"), QStringLiteral("stream"), QStringLiteral("-c"), QStringLiteral("fast"),
                           QStringLiteral("--no-sync"), QStringLiteral("-h"), own.host, QStringLiteral("-p"),
                           QString::number(own.port), QStringLiteral("-U"), own.user},
             .environment = {QStringLiteral("LC_ALL=C"), QStringLiteral("PGPASSWORD=") + own.password},
             .workingFolder = standby.folder(),
             .logFile = standby.logFile(),
             .user = m_user});
        if (!copied || *copied != 0) {
            QFile log(standby.logFile());
            (void)log.open(QIODevice::ReadOnly);
            return Error{ErrorKind::Internal, QString::fromUtf8(log.readAll())};
        }
        return standby.start();
    }

private:
    static QString program(const QString &name)
    {
        return QStringLiteral("/usr/lib/postgresql/%1/bin/%2").arg(majorVersion().valueOr(0)).arg(name);
    }
    Result<demo::ChildCommand> command() override
    {
        QStringList arguments{QStringLiteral("-D"), m_folder + QStringLiteral("/data")};
        for (const QString &option :
             {QStringLiteral("listen_addresses=127.0.0.1"), QStringLiteral("port=%1").arg(m_port),
              QStringLiteral("unix_socket_directories="), QStringLiteral("fsync=off"),
              QStringLiteral("wal_level=replica"), QStringLiteral("max_wal_senders=4"),
              QStringLiteral("max_connections=60"), QStringLiteral("shared_buffers=32MB"),
              QStringLiteral("dynamic_shared_memory_type=mmap"), QStringLiteral("timezone=UTC")})
            arguments << QStringLiteral("-c") << option;
        return demo::ChildCommand{.program = program(QStringLiteral("postgres")),
                                  .arguments = arguments,
                                  .environment = {QStringLiteral("LC_ALL=C"), QStringLiteral("TZ=UTC")},
                                  .workingFolder = m_folder,
                                  .logFile = logFile(),
                                  .user = m_user,
                                  .deathSignal = SIGINT};
    }
};

} // namespace

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
    void tablesAsTheyAreFound_data();
    void tablesAsTheyAreFound();
    void undoLeavesChangedRowsAlone();
    void aPlanIsCarriedOutOnce();
    void waitsForNobodyWhileHoldingLocks();
    void retriesUntilTheRowsAreFree();
    void refusesADetectionTwice();
    void readOnlyRoleGetsThePreview();
    void withoutTheSchemaNothingIsWritten();
    void canBeCancelled();
    void emptyPlan();
    void undoKeepsWhatAPersonDecidedSince();
    void undoPutsSightingCountsBack();
    void undoTellsWhichCountsItCantPutBack();
    void undoPutsATriggersWorkBack();
    void aTriggerThatKeepsTheDeerIsNoUndo_data();
    void aTriggerThatKeepsTheDeerIsNoUndo();
    void whatChangesBetweenApplyAndUndo_data();
    void whatChangesBetweenApplyAndUndo();
    void hiddenRowsAreNotDeletedOnes();
    void aReadOnlyServerKeepsEverything();
    void aStandbyKeepsEverything();
    void whatNoRowAllowsCanBeUndoneLater();
    void aLaterBatchIsUndoneFirst_data();
    void aLaterBatchIsUndoneFirst();
    void aLaterBatchThatWasUndoneIsNotInTheWay();
    void whatWasReviewedBeforeNotesIsKept();
    void aTriggerThatCountsAtTheCommitCountsOnce();
    void aNewerJournalIsLeftAlone();
    void readingNamesWhoIsInTheWay_data();
    void readingNamesWhoIsInTheWay();
    void whatRecoveryEndsIsNobodysDoing();
    void aStrangersSchemaIsRefused_data();
    void aStrangersSchemaIsRefused();
    void whoHoldsTheJournalIsNamed();
    void aMigrationIsNeverTheVictim_data();
    void aMigrationIsNeverTheVictim();
    void waitingCanBeCancelled();

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
        if (step == Step::LockProfiles) { // after the transaction began, before the rows are locked
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
        if (step == Step::LockProfiles)
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

void TestBatch::tablesAsTheyAreFound_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("refused"); // words of the one sentence that says why; empty: it works
    const auto row = [](const char *name, const char *change, const char *refused) {
        QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(refused);
    };
    row("ids are text",
        "DROP TABLE reid_similarity_scores; ALTER TABLE detections DROP CONSTRAINT detections_deer_id_fkey; "
        "ALTER TABLE deer ALTER id TYPE text USING '{' || id || '}'; ALTER TABLE detections ALTER id TYPE varchar(36), "
        "ALTER deer_id TYPE text USING '{' || deer_id || '}'; ALTER TABLE detections ADD FOREIGN KEY (deer_id) "
        "REFERENCES deer (id)",
        "");
    row("classes in capitals, with blanks, corrections empty",
        "UPDATE detections SET classification = ' Doe', corrected_classification = ' '", "");
    row("sex is text", "ALTER TABLE deer ALTER sex TYPE text USING upper(sex::text) || ' '", "");
    row("a correction is an enum",
        "CREATE TYPE word AS ENUM ('doe', 'buck'); ALTER TABLE detections ALTER corrected_classification TYPE word "
        "USING 'doe'::word",
        "");
    row("reviewed without a zone",
        "ALTER TABLE detections ALTER reviewed_at TYPE timestamp; "
        "UPDATE detections SET reviewed_at = '2026-11-01 01:30'",
        "");
    row("a review column is generated",
        "ALTER TABLE detections DROP COLUMN is_reviewed, ADD COLUMN is_reviewed boolean GENERATED ALWAYS AS "
        "(reviewed_at IS NOT NULL) STORED",
        "");
    row("counts may be missing",
        "ALTER TABLE deer ALTER sighting_count DROP NOT NULL; UPDATE deer SET sighting_count = NULL", "");
    row("others of that name are in public",
        "CREATE SCHEMA camp; ALTER TABLE detections SET SCHEMA camp; ALTER TABLE deer SET SCHEMA camp; ALTER TABLE "
        "images SET SCHEMA camp; CREATE TABLE public.detections (LIKE camp.detections); CREATE TABLE public.deer (LIKE "
        "camp.deer); DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = camp, public', "
        "current_database()); END$$; SET search_path = camp, public",
        "");
    row("detections are a view", "ALTER TABLE detections RENAME TO seen; CREATE VIEW detections AS SELECT * FROM seen",
        "public.detections is a view");
    row("deer are a view", "ALTER TABLE deer RENAME TO animals; CREATE VIEW deer AS SELECT * FROM animals",
        "public.deer is a view");
    row("a type that can't be read",
        "ALTER TABLE detections ALTER is_reviewed DROP DEFAULT, ALTER is_reviewed TYPE text",
        "detections.is_reviewed is of type text, which can't be read; accepted: boolean");
    row("no id",
        "DROP TABLE reid_similarity_scores; ALTER TABLE detections ALTER id TYPE text; "
        "UPDATE detections SET id = 'none' WHERE id = made(2, 50)::text",
        "detections.id is of type text and holds \"none\", which is no id; accepted: uuid, or text of 36 characters");
    row("an id is there twice",
        "DROP TABLE reid_similarity_scores; ALTER TABLE detections DROP CONSTRAINT detections_pkey; INSERT INTO "
        "detections SELECT * FROM detections WHERE id = made(2, 1)",
        "2 times");
    row("no counts", "ALTER TABLE deer DROP COLUMN sighting_count", "no column deer.sighting_count");
}

/// What analyses read is written as well, or one sentence says why not before anything is written.
void TestBatch::tablesAsTheyAreFound()
{
    QFETCH(QString, change);
    QFETCH(QString, refused);
    const BatchPlan plan = m_ranch.plan(1, 3);
    QCOMPARE(sql(QStringLiteral("DROP TRIGGER note ON detections; ") + change + QStringLiteral("; SELECT 1")),
             QStringLiteral("1"));
    const QString held = QStringLiteral("SELECT count(*) FROM detections d JOIN deer p ON p.id = d.deer_id "
                                        "WHERE trim(d.id::text, '{}') IN (SELECT made(2, n)::text FROM "
                                        "generate_series(1, 3) n)");
    const QString others = QStringLiteral("SELECT md5(string_agg((to_jsonb(d) - 'deer_id')::text, '' ORDER BY d.id)) "
                                          "FROM detections d");
    const QString untouched = sql(others);
    const auto connection = m_ranch.connect();
    const Result<Preview> preview = previewBatch(*connection, plan);
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    const Result<Rights> rights = inspectRights(*connection);
    QVERIFY2(rights, qPrintable(reason(rights)));
    if (!refused.isEmpty()) {
        for (const QString &said : {reason(preview), reason(done), rights->unfit})
            QVERIFY2(said.contains(refused), qPrintable(said));
        QVERIFY(!rights->mayWrite());
        QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.batch")), QStringLiteral("0"));
        return;
    }
    QVERIFY(rights->mayWrite());
    QVERIFY2(preview, qPrintable(reason(preview)));
    QCOMPARE(preview->ready, qint64{3});
    QVERIFY(preview->rows[0].takenAt.isValid());
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(done->written, qint64{3});
    QCOMPARE(sql(held), QStringLiteral("3"));
    const Result<BatchRecord> would = previewUndo(*connection, plan.id);
    QVERIFY2(would && would->restored == 3, qPrintable(reason(would)));
    // Another session's time zone is no decision of a person.
    QVERIFY(connection->execute(QStringLiteral("SET TimeZone = 'Pacific/Kiritimati'")));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(undone->restored, qint64{3});
    QCOMPARE(sql(held), QStringLiteral("0"));
    QCOMPARE(sql(others), untouched);
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
        QVERIFY(blocker->runScript(QStringLiteral("SELECT 1 FROM %1 FOR UPDATE").arg(held)));
        const Result<BatchRecord> done = applyBatch(*connection, plan);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
        const QString &why = done.error().message; // whose it is the server doesn't tell
        QVERIFY2(why.startsWith(QLatin1String("Somebody else is changing the same rows (")) &&
                     why.contains(QLatin1String("could not obtain lock on row")),
                 qPrintable(why));
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
    QVERIFY(blocker->runScript(QStringLiteral("SELECT other_set(made(2, 3), made(1, 1))")));
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

/// Unassigned by a person and given the same deer again by hand: that is a decision, not what the batch wrote.
void TestBatch::undoKeepsWhatAPersonDecidedSince()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    sql(QStringLiteral("UPDATE detections SET deer_id = NULL WHERE id = made(2, 1) RETURNING 1"));
    sql(QStringLiteral(
        "UPDATE detections SET deer_id = made(1, 2), is_reviewed = true, reviewed_by = 'ann', reviewed_at = "
        "'2026-11-28 15:10+00' WHERE id = made(2, 1) RETURNING 1"));
    sql(QStringLiteral("UPDATE detections SET is_reviewed = true WHERE id = made(2, 2) RETURNING 1"));
    sql(QStringLiteral("UPDATE detections SET corrected_classification = 'mature' WHERE id = made(2, 3) RETURNING 1"));
    const Result<BatchRecord> expected = previewUndo(*connection, plan.id);
    QVERIFY2(expected, qPrintable(reason(expected)));
    QCOMPARE(expected->restored, qint64{1});
    QVERIFY(!expected->isUndone());
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(undone->restored, qint64{1});
    QCOMPARE(undone->undoConflicts.size(), std::size_t{3});
    for (const BatchRecord *record : {&*expected, &*undone}) {
        for (const Conflict &conflict : record->undoConflicts)
            QCOMPARE(conflict.state, RowState::Reviewed);
        QCOMPARE(record->undoConflicts[0].foundBy, QStringLiteral("ann"));
        QCOMPARE(record->undoConflicts[0].foundAt, QDateTime(QDate(2026, 11, 28), QTime(15, 10), Qt::UTC));
    }
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
    QCOMPARE(m_ranch.holds(4), QStringLiteral("none"));
}

/// The deployed system's count needn't be the number of rows: what was there comes back, others' changes stay.
void TestBatch::undoPutsSightingCountsBack()
{
    const auto connection = m_ranch.connect();
    const auto counts = [&] {
        return sql(QStringLiteral("SELECT string_agg(sighting_count::text, ' ' ORDER BY id) FROM deer"));
    };
    sql(QStringLiteral("UPDATE deer SET sighting_count = 17 RETURNING 1"));
    const BatchPlan plan = m_ranch.plan(1, 9);
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    QVERIFY2(done, qPrintable(reason(done)));
    QVERIFY(!done->sightings.empty());
    int added = 0;
    for (const Sighting &sighting : done->sightings) {
        QCOMPARE(sighting.before, 17);
        added += sighting.after - sighting.before;
    }
    QCOMPARE(added, 8);
    sql(QStringLiteral("SELECT other_set(made(2, 30), made(1, 3))")); // one more, by somebody else
    QVERIFY(previewUndo(*connection, plan.id)->miscounts.empty());
    QVERIFY(undoBatch(*connection, plan.id, plan.by)->miscounts.empty());
    QCOMPARE(counts(), QStringLiteral("16 17 18 17 17 17"));
}

/// The deployed system has counted anew since: no count falls under 0, and one is no more kept. Both are told, before and after.
void TestBatch::undoTellsWhichCountsItCantPutBack()
{
    sql(QStringLiteral("ALTER TABLE deer ALTER sighting_count DROP NOT NULL; UPDATE deer SET sighting_count = 10; "
                       "SELECT 1"));
    const auto connection = m_ranch.connect();
    BatchPlan plan = m_ranch.plan(1, 9);
    for (Change &change : plan.changes)
        change.deer = m_ranch.deer(change.detection == m_ranch.detection(1) ? 4 : 2);
    const Result<Preview> preview = previewBatch(*connection, plan);
    QVERIFY2(preview, qPrintable(reason(preview)));
    QCOMPARE(preview->profiles, qint64{2});
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    QVERIFY2(done, qPrintable(reason(done)));
    QVERIFY(done->written > 4 && done->miscounts.empty());
    sql(QStringLiteral("UPDATE deer SET sighting_count = CASE id WHEN made(1, 2) THEN 3 END; SELECT 1"));
    const Result<BatchRecord> would = previewUndo(*connection, plan.id);
    QVERIFY2(would, qPrintable(reason(would)));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    for (const BatchRecord *record : {&*would, &*undone}) {
        QCOMPARE(record->restored, done->written);
        QCOMPARE(record->miscounts.size(), std::size_t{2});
        for (const Miscount &one : record->miscounts) {
            const bool second = one.deer == m_ranch.deer(2);
            QVERIFY(second || one.deer == m_ranch.deer(4));
            QVERIFY(!one.name.isEmpty());
            QCOMPARE(one.rows, second ? done->written - 1 : 1);
            QCOMPARE(one.before, second ? std::optional(3) : std::nullopt);
            QCOMPARE(one.after, second ? std::optional(0) : std::nullopt);
        }
    }
    QCOMPARE(sql(QStringLiteral("SELECT sighting_count FROM deer WHERE id = made(1, 2)")), QStringLiteral("0"));
    // Profiles without a count have none counted up.
    const Result<Preview> uncounted = previewBatch(*connection, plan);
    QVERIFY2(uncounted, qPrintable(reason(uncounted)));
    QCOMPARE(uncounted->ready, done->written);
    QCOMPARE(uncounted->profiles, qint64{1});
}

/// A trigger of the deployed system marks what was assigned: undo takes the marks back too.
void TestBatch::undoPutsATriggersWorkBack()
{
    // Neither reviewed nor not, where the deployment allows that.
    sql(QStringLiteral("ALTER TABLE detections ALTER is_reviewed DROP NOT NULL; UPDATE detections SET is_reviewed = "
                       "NULL WHERE id = made(2, 1); SELECT 1"));
    sql(QStringLiteral(
        "CREATE FUNCTION mark() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.deer_id IS NOT NULL "
        "AND OLD.deer_id IS NULL THEN NEW.is_reviewed := true; NEW.reviewed_by := 'auto'; END IF; RETURN NEW; "
        "END $$; CREATE TRIGGER mark BEFORE UPDATE ON detections FOR EACH ROW EXECUTE FUNCTION mark(); "
        "SELECT 1"));
    const QString state = QStringLiteral("SELECT md5(string_agg(d::text, ',' ORDER BY id)) FROM detections d");
    const QString before = sql(state);
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 9);
    const Result<BatchRecord> done = applyBatch(*connection, plan);
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM detections WHERE reviewed_by = 'auto'")), QStringLiteral("8"));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(undone->restored, qint64{8});
    QCOMPARE(sql(state), before);
}

void TestBatch::aTriggerThatKeepsTheDeerIsNoUndo_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("kind");
    QTest::newRow("puts the deer back") << QStringLiteral(
                                               "NEW.deer_id := coalesce(NEW.deer_id, OLD.deer_id); RETURN NEW;")
                                        << QStringLiteral("BEFORE");
    QTest::newRow("swallows it") << QStringLiteral("IF NEW.deer_id IS NULL THEN RETURN NULL; END IF; RETURN NEW;")
                                 << QStringLiteral("BEFORE");
    QTest::newRow("refuses") << QStringLiteral("IF NEW.deer_id IS NULL THEN RAISE 'never'; END IF; RETURN NEW;")
                             << QStringLiteral("BEFORE");
    QTest::newRow("marks the row for ever")
        << QStringLiteral("NEW.reviewed_by := 'robot'; NEW.reviewed_at := now(); RETURN NEW;")
        << QStringLiteral("BEFORE");
    QTest::newRow("puts it back at the commit")
        << QStringLiteral("IF NEW.deer_id IS NULL AND OLD.deer_id IS NOT NULL THEN UPDATE detections SET deer_id = "
                          "OLD.deer_id WHERE id = OLD.id; END IF; RETURN NULL;")
        << QStringLiteral("DEFERRED");
}

/// Undone is only what is as it was: a statement that reports its rows proves nothing.
void TestBatch::aTriggerThatKeepsTheDeerIsNoUndo()
{
    QFETCH(QString, body);
    QFETCH(QString, kind);
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 9);
    QVERIFY(applyBatch(*connection, plan));
    const QString state = QStringLiteral("SELECT md5(string_agg(d::text, ',' ORDER BY id)) FROM detections d");
    const QString applied = sql(state);
    sql(QStringLiteral("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %1 END $$; ").arg(body) +
        (kind == QLatin1String("BEFORE")
             ? QStringLiteral("CREATE TRIGGER keep BEFORE UPDATE ON detections FOR EACH ROW EXECUTE FUNCTION keep(); ")
             : QStringLiteral("CREATE CONSTRAINT TRIGGER keep AFTER UPDATE ON detections DEFERRABLE INITIALLY DEFERRED "
                              "FOR EACH ROW EXECUTE FUNCTION keep(); ")) +
        QStringLiteral("SELECT 1"));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY(!undone);
    QCOMPARE(sql(state), applied);
    QVERIFY(!(*findBatch(*connection, plan.id))->isUndone());
    sql(QStringLiteral("DROP TRIGGER keep ON detections; SELECT 1"));
    QCOMPARE(undoBatch(*connection, plan.id, plan.by)->restored, qint64{8});
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::whatChangesBetweenApplyAndUndo_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("back");
    QTest::addColumn<int>("restored");   // of 8, by the undo before `back`; -1: an error, and nothing is undone
    QTest::addColumn<QString>("before"); // apply
    const auto row = [](const char *name, const char *change, const char *back, int restored, const char *before = "") {
        QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(back) << restored
                            << QString::fromLatin1(before);
    };
    const char *unreviewed = "DROP TRIGGER note ON detections; ALTER TABLE detections DROP COLUMN is_reviewed";
    row("a review column comes", "ALTER TABLE detections ADD COLUMN is_reviewed boolean NOT NULL DEFAULT false", "", 8,
        unreviewed);
    row("a review column comes, and a review",
        "ALTER TABLE detections ADD COLUMN is_reviewed boolean NOT NULL DEFAULT false; "
        "UPDATE detections SET is_reviewed = true WHERE id = made(2, 1)",
        "", 7, unreviewed);
    row("a review column comes with a trigger",
        "ALTER TABLE detections ADD COLUMN is_reviewed boolean NOT NULL DEFAULT false; CREATE FUNCTION mark() RETURNS "
        "trigger LANGUAGE plpgsql AS $$ BEGIN NEW.is_reviewed := true; RETURN NEW; END $$; CREATE TRIGGER mark BEFORE "
        "UPDATE OF deer_id ON detections FOR EACH ROW EXECUTE FUNCTION mark()",
        "", 8, unreviewed);
    row("a review column is dropped", "ALTER TABLE detections DROP COLUMN is_reviewed",
        "ALTER TABLE detections ADD COLUMN is_reviewed boolean DEFAULT false", -1);
    row("a column comes", "ALTER TABLE detections ADD COLUMN more text DEFAULT 'x'", "", 8);
    row("sighting_count is dropped", "ALTER TABLE deer RENAME COLUMN sighting_count TO counted",
        "ALTER TABLE deer RENAME COLUMN counted TO sighting_count", -1);
    row("the table is another one", "ALTER TABLE detections RENAME TO was; CREATE TABLE detections (LIKE was)",
        "DROP TABLE detections; ALTER TABLE was RENAME TO detections", 0);
    row("the tables have moved", "CREATE SCHEMA elsewhere; ALTER TABLE detections SET SCHEMA elsewhere",
        "ALTER TABLE elsewhere.detections SET SCHEMA public", -1);
    row("the journal has moved", "ALTER SCHEMA herdbook RENAME TO old_herdbook",
        "ALTER SCHEMA old_herdbook RENAME TO herdbook", -1);
    row("a row is deleted", "SELECT other_delete_detection(made(2, 1))", "", 7);
    row("a deer is deleted", "SELECT other_delete_deer(made(1, 2))", "", 6);
    row("counts are set by others", "UPDATE deer SET sighting_count = sighting_count + 3", "", 8);
    row("everybody is assigned anew", "SELECT other_set(d.id, made(1, 6)) FROM detections d", "", -2);
}

/// What is called undone is as it was before; what isn't can be undone once what is in the way has gone.
void TestBatch::whatChangesBetweenApplyAndUndo()
{
    QFETCH(QString, change);
    QFETCH(QString, back);
    QFETCH(int, restored);
    QFETCH(QString, before);
    if (!before.isEmpty())
        QCOMPARE(sql(before + QStringLiteral("; SELECT 1")), QStringLiteral("1"));
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 9);
    QCOMPARE(applyBatch(*connection, plan)->written, qint64{8});
    sql(change + QStringLiteral("; SELECT 1"));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QCOMPARE(static_cast<bool>(undone), restored != -1);
    if (undone) {
        QVERIFY(undone->restored + static_cast<qint64>(undone->undoConflicts.size()) == 8);
        QCOMPARE(undone->isUndone(), undone->restored > 0);
        if (restored >= 0)
            QCOMPARE(undone->restored, qint64{restored});
    }
    if (!back.isEmpty()) {
        sql(back + QStringLiteral("; SELECT 1"));
        QVERIFY(!(*findBatch(*connection, plan.id))->isUndone());
        QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
        const Result<BatchRecord> again = undoBatch(*connection, plan.id, plan.by);
        QVERIFY2(again, qPrintable(reason(again)));
        QCOMPARE(again->restored, qint64{8});
        QCOMPARE(m_ranch.holds(1), QStringLiteral("none"));
    }
}

/// Row security that hides a row makes it look deleted: nobody may conclude that from it.
void TestBatch::hiddenRowsAreNotDeletedOnes()
{
    const BatchPlan plan = m_ranch.plan(1, 9);
    QVERIFY(applyBatch(*m_ranch.connect(), plan));
    sql(QStringLiteral(
        "DO $$ BEGIN CREATE ROLE half LOGIN PASSWORD 'half'; EXCEPTION WHEN duplicate_object THEN NULL; END $$; "
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO half; GRANT USAGE ON SCHEMA herdbook TO half; "
        "GRANT ALL ON ALL TABLES IN SCHEMA herdbook TO half; "
        "CREATE POLICY a_few ON detections USING (id <> made(2, 1)); "
        "ALTER TABLE detections ENABLE ROW LEVEL SECURITY; SELECT 1"));
    PostgresSettings settings = m_servers.settings().postgres;
    settings.user = QStringLiteral("half");
    settings.password = QStringLiteral("half");
    const Result<std::unique_ptr<storage::Postgres>> half = storage::Postgres::open(settings);
    QVERIFY2(half, qPrintable(reason(half)));
    for (const Error &error :
         {applyBatch(**half, m_ranch.plan(11, 19)).error(), undoBatch(**half, plan.id, plan.by).error(),
          previewUndo(**half, plan.id).error(), previewBatch(**half, m_ranch.plan(11, 19)).error()}) {
        QCOMPARE(error.kind, ErrorKind::Denied);
        QVERIFY2(error.message.contains(QLatin1String("Row security")), qPrintable(error.message));
    }
    QVERIFY(!inspectRights(**half)->mayWrite());
    // Whoever sees everything may.
    QCOMPARE(undoBatch(*m_ranch.connect(), plan.id, plan.by)->restored, qint64{8});
}

/// A server set to read only: nothing is written, nothing says otherwise.
void TestBatch::aReadOnlyServerKeepsEverything()
{
    const BatchPlan plan = m_ranch.plan(1, 9);
    QVERIFY(applyBatch(*m_ranch.connect(), plan));
    const QString state = QStringLiteral("SELECT md5(string_agg(d::text, ',' ORDER BY id)) FROM detections d");
    const QString before = sql(state);
    const auto connection = m_ranch.connect();
    for (const bool undo : {false, true}) {
        const StepListener readOnly = [&](Step step) {
            if (step == Step::Serialize)
                QVERIFY(connection->execute(QStringLiteral("SET TRANSACTION READ ONLY")));
        };
        const Result<BatchRecord> done = undo ? undoBatch(*connection, plan.id, plan.by, {}, readOnly)
                                              : applyBatch(*connection, m_ranch.plan(11, 19), {}, readOnly);
        QVERIFY(!done && done.error().kind != ErrorKind::Conflict);
        QCOMPARE(sql(state), before);
        QVERIFY(!(*findBatch(*connection, plan.id))->isUndone());
    }
}

/// A standby that follows a server: nothing is written, what the server writes is there, and nothing says otherwise.
void TestBatch::aStandbyKeepsEverything()
{
    const BatchPlan plan = m_ranch.plan(1, 9);
    QVERIFY(applyBatch(*m_ranch.connect(), plan));
    const QString database = m_servers.settings().postgres.database;
    const QString folder = m_servers.postgres().folder();
    m_servers.postgres().stop();
    {
        Replicating primary(folder);
        Replicating standby(folder + QStringLiteral("-standby"));
        const auto started = primary.start();
        QVERIFY2(started, qPrintable(reason(started)));
        const auto follows = primary.follow(standby);
        QVERIFY2(follows, qPrintable(reason(follows)));
        const auto copy = storage::Postgres::open(standby.settings(database));
        QVERIFY2(copy, qPrintable(reason(copy)));
        const auto value = [&](const QString &text) {
            const auto read = (*copy)->all(text, {}, [](const storage::Row &row) { return row.text("value"); });
            return read && !read->empty() ? read->front() : QStringLiteral("?");
        };
        QCOMPARE(value(QStringLiteral("SELECT pg_is_in_recovery()::text AS value")), QStringLiteral("true"));
        const Result<Rights> rights = inspectRights(**copy);
        QVERIFY2(rights, qPrintable(reason(rights)));
        QVERIFY(rights->readOnlyServer && rights->missing.isEmpty() && !rights->mayWrite());
        const QString state =
            QStringLiteral("SELECT md5(string_agg(d::text, ',' ORDER BY id)) AS value FROM detections d");
        const QString before = value(state);
        for (const bool undo : {false, true}) {
            const Result<BatchRecord> done =
                undo ? undoBatch(**copy, plan.id, plan.by) : applyBatch(**copy, m_ranch.plan(11, 19));
            QVERIFY(!done);
            QVERIFY2(done.error().kind != ErrorKind::Conflict && !done.error().message.isEmpty(),
                     qPrintable(done.error().message));
            QCOMPARE(value(state), before);
            QVERIFY(!(*findBatch(**copy, plan.id))->isUndone());
        }
        // Taken back where it can be, the standby knows it too.
        const auto origin = storage::Postgres::open(primary.settings(database));
        QCOMPARE(undoBatch(**origin, plan.id, plan.by)->restored, qint64{8});
        QTRY_VERIFY((*findBatch(**copy, plan.id))->isUndone());
        QVERIFY(value(state) != before);
    }
    QVERIFY(m_servers.postgres().start());
}

/// A person took every row of it; once he has taken that back, it can be undone.
void TestBatch::whatNoRowAllowsCanBeUndoneLater()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    sql(QStringLiteral("UPDATE detections SET is_reviewed = true WHERE deer_id IS NOT NULL; SELECT 1"));
    const Result<BatchRecord> refused = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(refused, qPrintable(reason(refused)));
    QVERIFY(!refused->isUndone() && refused->restored == 0 && refused->undoConflicts.size() == 4);
    QCOMPARE(refused->undoConflicts.front().state, RowState::Reviewed);
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
    sql(QStringLiteral("UPDATE detections SET is_reviewed = false WHERE deer_id IS NOT NULL; SELECT 1"));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY(undone->isUndone());
    QCOMPARE(undone->restored, qint64{4});
}

void TestBatch::aLaterBatchIsUndoneFirst_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("as numbered") << QStringLiteral("SELECT 1");
    QTest::newRow("numbered otherwise when the journal was upgraded") << QStringLiteral(
        "UPDATE herdbook.version SET installed_at = now() WHERE version = 4; ALTER TABLE "
        "herdbook.batch ALTER ordinal DROP IDENTITY; UPDATE herdbook.batch SET ordinal = 10 - ordinal; "
        "SELECT 1");
}

void TestBatch::aLaterBatchIsUndoneFirst()
{
    QFETCH(QString, change);
    const auto connection = m_ranch.connect();
    const BatchPlan first = m_ranch.plan(1, 4);
    const BatchPlan second = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, first));
    sql(QStringLiteral("SELECT other_set(made(2, 1), NULL)"));
    QCOMPARE(applyBatch(*connection, second)->written, qint64{1});
    QCOMPARE(sql(change), QStringLiteral("1"));
    const Result<BatchRecord> preview = previewUndo(*connection, first.id);
    QCOMPARE(preview->undoConflicts.size(), std::size_t{1});
    QCOMPARE(preview->undoConflicts.front().state, RowState::LaterBatch);
    QCOMPARE(preview->undoConflicts.front().laterBatch, second.id);
    const Result<BatchRecord> undone = undoBatch(*connection, first.id, first.by);
    QCOMPARE(undone->restored, qint64{3});
    QCOMPARE(undone->undoConflicts.front().state, RowState::LaterBatch);
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2")); // the second batch's
    QCOMPARE(undoBatch(*connection, second.id, second.by)->restored, qint64{1});
    QCOMPARE(m_ranch.holds(1), QStringLiteral("none"));
    QCOMPARE(m_ranch.fault(), QString());
}

/// It can't be undone a second time, so it can't be asked for first. What a person gave its rows since stays, also where that is what the
/// first one had written.
void TestBatch::aLaterBatchThatWasUndoneIsNotInTheWay()
{
    const auto connection = m_ranch.connect();
    const BatchPlan first = m_ranch.plan(1, 4);
    const BatchPlan second = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, first));
    sql(QStringLiteral("SELECT other_set(made(2, n), NULL) FROM generate_series(1, 3) n"));
    QCOMPARE(applyBatch(*connection, second)->written, qint64{3});
    sql(QStringLiteral("SELECT other_set(made(2, 1), made(1, 6))"));
    QCOMPARE(undoBatch(*connection, second.id, second.by)->restored, qint64{2});
    sql(QStringLiteral("SELECT other_set(made(2, 1), made(1, 2)), other_set(made(2, 3), made(1, 4))"));
    const Result<BatchRecord> preview = previewUndo(*connection, first.id);
    QVERIFY2(preview, qPrintable(reason(preview)));
    QVERIFY(preview->compared && !(*findBatch(*connection, first.id))->compared);
    QCOMPARE(preview->restored, qint64{1}); // row 2 was taken back by the second's undo
    const Result<BatchRecord> undone = undoBatch(*connection, first.id, first.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(undone->restored, qint64{1});
    QCOMPARE(undone->undoConflicts.size(), std::size_t{3});
    for (const Conflict &conflict : undone->undoConflicts)
        QCOMPARE(conflict.state, RowState::Changed);
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
    QCOMPARE(m_ranch.holds(3), QStringLiteral("deer 4"));
    QCOMPARE(m_ranch.holds(4), QStringLiteral("none"));
    QCOMPARE(m_ranch.fault(), QString());
}

/// After the journal went back to version 3 and up again nobody knows what a batch found: a person's decision stays, whenever it was.
void TestBatch::whatWasReviewedBeforeNotesIsKept()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 3));
    QVERIFY(migrateSchema(*connection, 3, kSchemaVersion));
    sql(QStringLiteral(
        "UPDATE detections SET is_reviewed = true, reviewed_at = NULL WHERE id = made(2, 1) RETURNING 1"));
    sql(QStringLiteral("UPDATE detections SET reviewed_at = '2020-01-01' WHERE id = made(2, 2) RETURNING 1"));
    sql(QStringLiteral("UPDATE detections SET corrected_classification = 'doe' WHERE id = made(2, 3) RETURNING 1"));
    const Result<BatchRecord> preview = previewUndo(*connection, plan.id);
    QVERIFY2(preview, qPrintable(reason(preview)));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    for (const BatchRecord *record : {&*preview, &*undone}) {
        QCOMPARE(record->restored, qint64{1});
        QCOMPARE(record->undoConflicts.size(), std::size_t{3});
        for (const Conflict &conflict : record->undoConflicts)
            QVERIFY(conflict.state == RowState::Reviewed && !conflict.noted);
    }
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
    QCOMPARE(m_ranch.holds(4), QStringLiteral("none"));
}

void TestBatch::aTriggerThatCountsAtTheCommitCountsOnce()
{
    sql(QStringLiteral(
        "CREATE FUNCTION recount() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "UPDATE deer SET sighting_count = sighting_count + 1 WHERE id = NEW.deer_id; "
        "UPDATE deer SET sighting_count = sighting_count - 1 WHERE id = OLD.deer_id; RETURN NULL; END $$; "
        "CREATE CONSTRAINT TRIGGER recount AFTER UPDATE OF deer_id ON detections DEFERRABLE INITIALLY DEFERRED FOR "
        "EACH ROW EXECUTE FUNCTION recount(); UPDATE deer SET sighting_count = 12; SELECT 1"));
    const QString counts = QStringLiteral("SELECT string_agg(sighting_count::text, ' ' ORDER BY id) FROM deer");
    const QString before = sql(counts);
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 9);
    QCOMPARE(applyBatch(*connection, plan)->written, qint64{8});
    QCOMPARE(sql(QStringLiteral("SELECT sum(sighting_count) FROM deer")), QString::number(6 * 12 + 8));
    const Result<BatchRecord> undone = undoBatch(*connection, plan.id, plan.by);
    QVERIFY2(undone, qPrintable(reason(undone)));
    QCOMPARE(sql(counts), before);
    for (const Sighting &sighting : undone->sightings)
        QCOMPARE(sighting.undoAfter, std::optional(12)); // what is told is what is there
}

/// What a newer version means by its rows this one can't know.
void TestBatch::aNewerJournalIsLeftAlone()
{
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    sql(QStringLiteral("INSERT INTO herdbook.version (version) VALUES (%1) RETURNING 1").arg(kSchemaVersion + 1));
    const QString state = QStringLiteral("SELECT md5(string_agg(d::text, ',' ORDER BY id)) FROM detections d");
    const QString before = sql(state);
    for (const Error &error : {applyBatch(*connection, m_ranch.plan(6, 9)).error(),
                               undoBatch(*connection, plan.id, plan.by).error(), sharedTrials(*connection).error()})
        QVERIFY2(error.message.contains(QStringLiteral("version %1").arg(kSchemaVersion + 1)),
                 qPrintable(error.message));
    QCOMPARE(sql(state), before);
    sql(QStringLiteral("ALTER TABLE herdbook.assignment DROP CONSTRAINT assignment_undo_outcome_check; UPDATE "
                       "herdbook.assignment SET undo_outcome = 'mended' WHERE detection_id = made(2, 1); SELECT 1"));
    const Result<std::optional<BatchRecord>> record = findBatch(*connection, plan.id);
    QVERIFY(!record);
    QCOMPARE(record.error().kind, ErrorKind::Corrupt);
    QVERIFY2(record.error().message.contains(QLatin1String("mended")), qPrintable(record.error().message));
}

void TestBatch::readingNamesWhoIsInTheWay_data()
{
    QTest::addColumn<QString>("table");
    for (const char *table : {"detections", "images", "herdbook.assignment", "herdbook.version"})
        QTest::newRow(table) << QString::fromLatin1(table);
}

void TestBatch::readingNamesWhoIsInTheWay()
{
    QFETCH(QString, table);
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    const auto holder = m_ranch.connect();
    const Result<QString> pid = singleText(*holder, QStringLiteral("SELECT pg_backend_pid()::text AS value"));
    QVERIFY(pid);
    QVERIFY(holder->execute(QStringLiteral("BEGIN")));
    QVERIFY(holder->execute(QStringLiteral("LOCK TABLE ") + table));
    Error error;
    if (table == QLatin1String("herdbook.assignment"))
        error = previewUndo(*connection, plan.id).error();
    else if (table == QLatin1String("herdbook.version"))
        error = inspectRights(*connection).error();
    else
        error = previewBatch(*connection, plan).error();
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QVERIFY2(error.message.contains(*pid), qPrintable(error.message));
    QVERIFY(connection->isOpen());
    QVERIFY(holder->execute(QStringLiteral("ROLLBACK")));
    QVERIFY(previewUndo(*connection, plan.id));
}

/// As a standby does where it has to apply what its server removed.
void TestBatch::whatRecoveryEndsIsNobodysDoing()
{
    const auto connection = m_ranch.connect();
    const Result<void> read = readPatiently(*connection, [&] {
        return connection->runScript(
            QStringLiteral("DO $$ BEGIN RAISE EXCEPTION 'canceling statement due to conflict with recovery' USING "
                           "ERRCODE = '40001'; END $$"));
    });
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Conflict);
    QCOMPARE(read.error().message,
             QStringLiteral("PostgreSQL could not keep transactions apart: canceling statement due to conflict with "
                            "recovery; nothing was written, try again"));
    QVERIFY(connection->isOpen());
}

void TestBatch::aStrangersSchemaIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("word");
    QTest::newRow("owner of the schema") << QStringLiteral("ALTER SCHEMA herdbook OWNER TO stranger; SELECT 1")
                                         << QStringLiteral("stranger");
    QTest::newRow("owner of a table") << QStringLiteral("ALTER TABLE herdbook.assignment OWNER TO stranger; SELECT 1")
                                      << QStringLiteral("assignment");
    QTest::newRow("trigger")
        << QStringLiteral("CREATE FUNCTION public.take() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ALTER ROLE "
                          "stranger SUPERUSER; RETURN NULL; END $$; ALTER FUNCTION public.take() OWNER TO stranger; "
                          "CREATE TRIGGER take AFTER INSERT ON herdbook.batch EXECUTE FUNCTION public.take(); "
                          "SELECT 1")
        << QStringLiteral("trigger take");
    QTest::newRow("rule") << QStringLiteral(
                                 "CREATE RULE twice AS ON INSERT TO herdbook.batch DO ALSO DELETE FROM deer; "
                                 "SELECT 1")
                          << QStringLiteral("rule twice");
    QTest::newRow("view") << QStringLiteral(
                                 "ALTER TABLE herdbook.version RENAME TO was; CREATE VIEW herdbook.version AS "
                                 "SELECT * FROM herdbook.was; SELECT 1")
                          << QStringLiteral("not a plain table");
}

void TestBatch::aStrangersSchemaIsRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, word);
    sql(QStringLiteral("DO $$ BEGIN CREATE ROLE stranger; EXCEPTION WHEN duplicate_object THEN NULL; END $$; "
                       "ALTER ROLE stranger NOSUPERUSER; GRANT CREATE, USAGE ON SCHEMA public TO stranger; SELECT 1"));
    const auto connection = m_ranch.connect();
    const BatchPlan plan = m_ranch.plan(1, 4);
    QVERIFY(applyBatch(*connection, plan));
    sql(change);
    for (const Error &error :
         {applyBatch(*connection, m_ranch.plan(6, 9)).error(), undoBatch(*connection, plan.id, plan.by).error(),
          findBatch(*connection, plan.id).error(), migrateSchema(*connection, kSchemaVersion, 0).error(),
          schemaVersion(*connection).error()}) {
        QCOMPARE(error.kind, ErrorKind::Denied);
        QVERIFY2(error.message.contains(word), qPrintable(error.message));
    }
    const Result<Rights> rights = inspectRights(*connection);
    QVERIFY2(rights, qPrintable(reason(rights)));
    QVERIFY(!rights->mayWrite() && rights->untrusted.contains(word));
    QCOMPARE(sql(QStringLiteral("SELECT CAST(rolsuper AS text) FROM pg_roles WHERE rolname = 'stranger'")),
             QStringLiteral("false"));
    QCOMPARE(m_ranch.holds(1), QStringLiteral("deer 2"));
}

void TestBatch::whoHoldsTheJournalIsNamed()
{
    const auto holder = m_ranch.connect();
    const auto connection = m_ranch.connect();
    QVERIFY(holder->execute(QStringLiteral("BEGIN")));
    const Result<QString> pid =
        singleText(*holder, QStringLiteral("SELECT pg_backend_pid()::text AS value FROM (SELECT "
                                           "pg_advisory_xact_lock(4852444201)) locked"));
    QVERIFY2(pid, qPrintable(reason(pid)));
    const Result<BatchRecord> done = applyBatch(*connection, m_ranch.plan(1, 4));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY2(done.error().message.contains(*pid) && done.error().message.contains(QLatin1String("since")),
             qPrintable(done.error().message));
    // A lock of another program's, whose key is negative, hides it from nobody.
    const auto stranger = m_ranch.connect();
    QVERIFY(stranger->execute(QStringLiteral("SELECT pg_advisory_lock(-5)")));
    const Result<BatchRecord> again = applyBatch(*connection, m_ranch.plan(1, 4));
    QVERIFY(!again && again.error().kind == ErrorKind::Conflict);
    QVERIFY2(again.error().message.contains(*pid), qPrintable(again.error().message));
    const Result<QString> writes = whoWrites(*connection);
    QVERIFY2(writes && writes->startsWith(QLatin1String("The journal is in use by ")) && writes->contains(*pid),
             qPrintable(writes ? *writes : reason(writes)));
    QCOMPARE(whoWrites(*holder).valueOr(QStringLiteral("?")), QString()); // nobody else does
    // Since when is hidden from other roles.
    sql(QStringLiteral("DO $$ BEGIN CREATE ROLE stranger; EXCEPTION WHEN duplicate_object THEN NULL; END $$; "
                       "ALTER ROLE stranger NOSUPERUSER; SELECT 1"));
    QVERIFY(connection->execute(QStringLiteral("SET ROLE stranger")));
    const Result<QString> seen = whoWrites(*connection);
    QVERIFY2(seen && seen->endsWith(QStringLiteral("(process %1)").arg(*pid)), qPrintable(seen ? *seen : reason(seen)));
    QVERIFY(connection->execute(QStringLiteral("RESET ROLE")));
    QVERIFY(holder->execute(QStringLiteral("ROLLBACK")));
    QCOMPARE(whoWrites(*connection).valueOr(QStringLiteral("?")), QString());
    QVERIFY(applyBatch(*connection, m_ranch.plan(1, 4)));
}

void TestBatch::aMigrationIsNeverTheVictim_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("deer first") << QStringLiteral("deer") << QStringLiteral("detections");
    QTest::newRow("detections first") << QStringLiteral("detections") << QStringLiteral("deer");
}

/// Locks one table, then, while a batch is under way, the other one, as a schema change does.
void TestBatch::aMigrationIsNeverTheVictim()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto connection = m_ranch.connect();
    Result<void> migrated;
    std::jthread migration;
    int begun = 0;
    const Result<BatchRecord> done = applyBatch(*connection, m_ranch.plan(1, 4), {}, [&](Step step) {
        if (step != Step::Open || ++begun > 1)
            return;
        // Both tables' rows are locked by the batch; the migration waits for its first table, then goes on.
        migration = std::jthread([&] {
            const auto other = m_ranch.connect();
            migrated =
                other->runScript(QStringLiteral("BEGIN; LOCK TABLE %1; LOCK TABLE %2; ALTER TABLE deer ADD COLUMN "
                                                "note2 text; COMMIT")
                                     .arg(first, second));
        });
    });
    migration.join();
    QVERIFY2(migrated, qPrintable(reason(migrated)));
    QVERIFY2(done, qPrintable(reason(done)));
    QCOMPARE(m_ranch.fault(), QString());
}

void TestBatch::waitingCanBeCancelled()
{
    const auto holder = m_ranch.connect();
    const auto connection = m_ranch.connect();
    QVERIFY(holder->execute(QStringLiteral("BEGIN")));
    QVERIFY(holder->execute(QStringLiteral("LOCK TABLE deer")));
    std::stop_source stop;
    int attempts = 0;
    const Result<BatchRecord> done = applyBatch(*connection, m_ranch.plan(1, 4), stop.get_token(), [&](Step step) {
        if (step == Step::Begin && ++attempts == 2)
            stop.request_stop();
    });
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QVERIFY(holder->execute(QStringLiteral("ROLLBACK")));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM audit")), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "test_batch.moc"
