// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/batch/rights.h"
#include "tests/core/trial/ranch.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(reason(started)));
    }
    void init() { QVERIFY(m_servers.freshDatabase()); }

    void goesUpAndDownStepByStep();
    void doesExactlyWhatIsShown();
    void refusesWhenItIsNotWhatWasShown();
    void leavesAForeignSchemaAlone();
    void twoAdministratorsCreateItOnce();
    void removesNothingElse();
    void removesOnlyWhatWasCounted();
    void batchesKeepTheOrderOfTheirTimes();
    void versionThreeWorksWithWhatFourHasLeft();
    void namesMissingRights();

private:
    std::unique_ptr<storage::Postgres> connect() { return test::Ranch(m_servers).connect(); }
    QString sql(const QString &text) { return test::Ranch(m_servers).other(text); }
    /// All tables with their columns, outside the schema herdbook or in it.
    QString structure(bool herdbook)
    {
        return sql(
            QStringLiteral("SELECT string_agg(concat_ws(':', table_schema, table_name, column_name, data_type), ' ' "
                           "ORDER BY table_schema, table_name, ordinal_position) FROM information_schema.columns "
                           "WHERE (table_schema = 'herdbook') = %1 AND table_schema NOT IN ('pg_catalog', "
                           "'information_schema')")
                .arg(herdbook ? QStringLiteral("true") : QStringLiteral("false")));
    }

    test::Servers m_servers;
};

void TestSchema::goesUpAndDownStepByStep()
{
    const auto connection = connect();
    const QString before = structure(false);
    QCOMPARE(*schemaVersion(*connection), 0);
    QVERIFY(migrateSchema(*connection, 0, 1));
    QCOMPARE(*schemaVersion(*connection), 1);
    const QString first = structure(true);
    const Result<void> upgraded = migrateSchema(*connection, 1, 2);
    QVERIFY2(upgraded, qPrintable(reason(upgraded)));
    const QString second = structure(true);
    QVERIFY(second.size() > first.size());
    QVERIFY(migrateSchema(*connection, 2, 1));
    QCOMPARE(*schemaVersion(*connection), 1);
    QCOMPARE(structure(true), first);
    QVERIFY(migrateSchema(*connection, 1, 2));
    QCOMPARE(structure(true), second);
    QVERIFY(migrateSchema(*connection, 2, 3));
    // Going back keeps what the journal says, in the words of then.
    sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (gen_random_uuid(), "
                       "gen_random_uuid(), 0.5, 'x') RETURNING 1"));
    sql(QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, new_deer_id, outcome) SELECT id, "
                       "gen_random_uuid(), gen_random_uuid(), 'duplicate' FROM herdbook.batch RETURNING 1"));
    const Result<void> back = migrateSchema(*connection, 3, 2);
    QVERIFY2(back, qPrintable(reason(back)));
    QCOMPARE(sql(QStringLiteral("SELECT outcome FROM herdbook.assignment")), QStringLiteral("changed"));
    QCOMPARE(structure(true), second);
    QVERIFY(migrateSchema(*connection, 2, 0));
    QCOMPARE(*schemaVersion(*connection), 0);
    QCOMPARE(structure(false), before); // the deployed tables are as they were
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM pg_constraint WHERE conrelid::regclass::text LIKE 'herdbook%'")),
             QStringLiteral("0"));
}

void TestSchema::doesExactlyWhatIsShown()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const QString ours = structure(true);
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 0));
    QVERIFY(connection->runScript(migrationSql(0, kSchemaVersion)));
    QCOMPARE(structure(true), ours);
    QVERIFY(migrationSql(2, 2).isEmpty());
    QVERIFY(migrationSql(0, 1).contains(QLatin1String("CREATE SCHEMA herdbook")));
    // No reference that would change how the deployed tables behave.
    QCOMPARE(
        sql(QStringLiteral("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text LIKE "
                           "'herdbook.%' AND confrelid::regclass::text NOT LIKE 'herdbook.%'")),
        QStringLiteral("0"));
}

void TestSchema::refusesWhenItIsNotWhatWasShown()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, 1));
    const Result<void> again = migrateSchema(*connection, 0, 1);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE(migrateSchema(*connection, 0, 9).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(*schemaVersion(*connection), 1);
}

void TestSchema::leavesAForeignSchemaAlone()
{
    sql(QStringLiteral("CREATE SCHEMA herdbook; CREATE TABLE herdbook.cows (id int); SELECT 1"));
    const auto connection = connect();
    QCOMPARE(schemaVersion(*connection).error().kind, ErrorKind::Conflict);
    QVERIFY(!migrateSchema(*connection, 0, 1));
    QVERIFY(!migrateSchema(*connection, 1, 0));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.cows")), QStringLiteral("0"));
}

void TestSchema::twoAdministratorsCreateItOnce()
{
    const PostgresSettings settings = m_servers.settings().postgres;
    std::vector<Result<void>> results(2);
    std::vector<std::jthread> admins;
    for (Result<void> &result : results)
        admins.emplace_back([&result, settings] {
            const auto connection = storage::Postgres::open(settings);
            result = connection ? migrateSchema(**connection, 0, kSchemaVersion) : Result<void>(connection.error());
        });
    admins.clear();
    QVERIFY(results[0].hasValue() != results[1].hasValue());
    const Result<void> &loser = results[0] ? results[1] : results[0];
    QCOMPARE(loser.error().kind, ErrorKind::Conflict);
    QCOMPARE(*schemaVersion(*connect()), kSchemaVersion);
}

void TestSchema::removesNothingElse()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    sql(QStringLiteral("CREATE TABLE herdbook.notes (text text); SELECT 1"));
    QVERIFY(!migrateSchema(*connection, kSchemaVersion, 0));
    QCOMPARE(*schemaVersion(*connection), kSchemaVersion); // all or nothing
}

/// A batch written after the count was shown is not lost by a yes to the other one.
void TestSchema::removesOnlyWhatWasCounted()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const qint64 shown = *assignmentsNotUndone(*connection);
    QCOMPARE(shown, qint64{0});
    sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (gen_random_uuid(), "
                       "gen_random_uuid(), 0.5, 'x') RETURNING 1"));
    sql(QStringLiteral("INSERT INTO herdbook.assignment (batch_id, detection_id, new_deer_id, outcome) SELECT id, "
                       "gen_random_uuid(), gen_random_uuid(), 'written' FROM herdbook.batch RETURNING 1"));
    const Result<void> removed = migrateSchema(*connection, kSchemaVersion, 0, {}, shown);
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::Conflict);
    QVERIFY2(removed.error().message.contains(QLatin1String("look again")), qPrintable(removed.error().message));
    QCOMPARE(*schemaVersion(*connection), kSchemaVersion);
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 3, {}, shown)); // which loses no row
    QVERIFY(migrateSchema(*connection, 3, 0, {}, 1));
    QCOMPARE(*schemaVersion(*connection), 0);
}

/// Which batch is the later one decides which is undone first.
void TestSchema::batchesKeepTheOrderOfTheirTimes()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, 3));
    for (const QString &day : {QStringLiteral("03"), QStringLiteral("01"), QStringLiteral("02")})
        sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by, applied_at) VALUES "
                           "(gen_random_uuid(), gen_random_uuid(), 0.5, '%1', '2026-11-%1 12:00+00') RETURNING 1")
                .arg(day));
    const Result<void> upgraded = migrateSchema(*connection, 3, kSchemaVersion);
    QVERIFY2(upgraded, qPrintable(reason(upgraded)));
    sql(QStringLiteral("INSERT INTO herdbook.batch (id, trial_id, threshold, applied_by) VALUES (gen_random_uuid(), "
                       "gen_random_uuid(), 0.5, 'new') RETURNING 1"));
    QCOMPARE(sql(QStringLiteral("SELECT string_agg(applied_by, ' ' ORDER BY ordinal) FROM herdbook.batch")),
             QStringLiteral("01 02 03 new"));
}

/// As programs of then write trials and answers.
void TestSchema::versionThreeWorksWithWhatFourHasLeft()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const QString newest = structure(true);
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 3));
    QCOMPARE(
        sql(QStringLiteral("INSERT INTO herdbook.trial (id, created_at, created_by, definition) VALUES "
                           "(gen_random_uuid(), now(), 'ann', '{\"format\": 1, \"pairs\": []}') RETURNING edition")),
        QStringLiteral("1"));
    QCOMPARE(sql(QStringLiteral("INSERT INTO herdbook.answer (trial_id, reviewer, sequence, position, answer, note, "
                                "answered_at, milliseconds) SELECT id, 'ann', 1, 0, 'S', '', now(), 4000 FROM "
                                "herdbook.trial RETURNING answer")),
             QStringLiteral("S"));
    const Result<void> upgraded = migrateSchema(*connection, 3, kSchemaVersion);
    QVERIFY2(upgraded, qPrintable(reason(upgraded)));
    QCOMPARE(structure(true), newest);
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.trial WHERE edition = 1 AND digest IS NULL")),
             QStringLiteral("1"));
    QCOMPARE(sql(QStringLiteral("SELECT count(*) FROM herdbook.answer WHERE item IS NULL AND NOT plant")),
             QStringLiteral("1"));
    // All the way down nothing is in the way.
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 3));
    const Result<void> removed = migrateSchema(*connection, 3, 0);
    QVERIFY2(removed, qPrintable(reason(removed)));
}

void TestSchema::namesMissingRights()
{
    const auto connection = connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    QVERIFY(inspectRights(*connection)->mayWrite());
    sql(QStringLiteral("DROP ROLE IF EXISTS \"Read \"\"er\"; CREATE ROLE \"Read \"\"er\" LOGIN PASSWORD 'read'; "
                       "GRANT SELECT ON ALL TABLES IN SCHEMA public TO \"Read \"\"er\"; SELECT 1"));
    PostgresSettings settings = m_servers.settings().postgres;
    settings.user = QStringLiteral("Read \"er");
    settings.password = QStringLiteral("read");
    {
        const auto reader = storage::Postgres::open(settings);
        QVERIFY2(reader, qPrintable(reason(reader)));
        const Result<Rights> rights = inspectRights(**reader);
        QVERIFY2(rights, qPrintable(reason(rights)));
        QVERIFY(!rights->mayWrite() && !rights->mayCreateSchema);
        QVERIFY(!rights->readable); // there is a journal: it must not be told that there is none
        QCOMPARE(rights->missing, QStringList{QStringLiteral("USAGE on schema herdbook")});
        sql(rights->grants + QStringLiteral("SELECT 1"));
        const Result<Rights> better = inspectRights(**reader);
        QVERIFY2(better, qPrintable(reason(better)));
        QCOMPARE(better->schemaVersion, kSchemaVersion);
        QCOMPARE(better->missing, (QStringList{QStringLiteral("UPDATE (deer_id) on detections"),
                                               QStringLiteral("UPDATE (sighting_count) on deer")}));
        sql(better->grants + QStringLiteral("SELECT 1"));
        QVERIFY(inspectRights(**reader)->mayWrite());
        sql(QStringLiteral("REVOKE SELECT ON herdbook.version FROM \"Read \"\"er\"; SELECT 1"));
        const Result<Rights> blind = inspectRights(**reader);
        QVERIFY2(blind, qPrintable(reason(blind)));
        QVERIFY(!blind->readable && !blind->mayWrite());
        QCOMPARE(blind->missing, QStringList{QStringLiteral("SELECT on herdbook.version")});
    }
    sql(QStringLiteral("DROP OWNED BY \"Read \"\"er\"; DROP ROLE \"Read \"\"er\"; SELECT 1"));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "test_schema.moc"
