// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/postgres.h"
#include "tests/support/servers.h"

#include <QTest>

#include <thread>

using namespace herdbook;
using namespace herdbook::storage;

class TestPostgres : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void valuesNeverBecomeSql();
    void connectingNamesWhatIsWrong_data();
    void connectingNamesWhatIsWrong();
    void aLostConnectionIsUnreachable();
    void aMissingRightIsDenied();
    void aRunningQueryCanBeCancelled();
    void aTransactionIsRolledBackUnlessCommitted();
    void aFailedTransactionDoesNotCommit();
    void aScriptTellsTheFaultOfAnyStatement();
    void aSnapshotSeesOneStateAndCantWrite();

private:
    std::unique_ptr<Postgres> open();

    test::Servers m_servers;
};

std::unique_ptr<Postgres> TestPostgres::open()
{
    auto connection = Postgres::open(m_servers.settings().postgres);
    return connection ? *std::move(connection) : nullptr;
}

void TestPostgres::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

void TestPostgres::init()
{
    QVERIFY(m_servers.freshDatabase());
}

void TestPostgres::valuesNeverBecomeSql()
{
    const auto db = open();
    QVERIFY(db);
    QVERIFY(db->execute(QStringLiteral("CREATE TABLE t (x text, n int)")));
    const QString hostile = QStringLiteral("'); DROP TABLE t; -- \\ ? $1 \u00e9");
    const auto changed =
        db->execute(QStringLiteral("INSERT INTO t VALUES (?, ?), (?, NULL)"), {hostile, 7, QStringLiteral("b")});
    QVERIFY2(changed, qPrintable(test::reason(changed)));
    QCOMPARE(*changed, 2);
    const auto row = db->one(QStringLiteral("SELECT x, n FROM t WHERE x = ?"), {hostile},
                             [](const storage::Row &found) { return std::pair(found.text("x"), found.integer("n")); });
    QVERIFY2(row, qPrintable(test::reason(row)));
    QCOMPARE(row->first, hostile);
    QCOMPARE(row->second, 7);
}

void TestPostgres::connectingNamesWhatIsWrong_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("password") << "password" << ErrorKind::Denied << "password";
    QTest::newRow("no password") << "none" << ErrorKind::Denied << "wants a password for";
    QTest::newRow("user") << "user" << ErrorKind::Denied << "nobody_knows";
    QTest::newRow("database") << "database" << ErrorKind::Denied << "no_such_database";
    QTest::newRow("port") << "port" << ErrorKind::Unreachable << ":1 ";
    QTest::newRow("host") << "host" << ErrorKind::Unreachable << "no-such-host.invalid";
}

void TestPostgres::connectingNamesWhatIsWrong()
{
    QFETCH(QString, what);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, word);
    PostgresSettings settings = m_servers.settings().postgres;
    const QString secret = QStringLiteral("wrong-secret");
    if (what == QLatin1String("password"))
        settings.password = secret;
    else if (what == QLatin1String("none"))
        settings.password.clear();
    else if (what == QLatin1String("user"))
        settings.user = QStringLiteral("nobody_knows");
    else if (what == QLatin1String("database"))
        settings.database = QStringLiteral("no_such_database");
    else if (what == QLatin1String("port"))
        settings.port = 1;
    else
        settings.host = QStringLiteral("no-such-host.invalid");
    const auto connection = Postgres::open(settings);
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, kind);
    QVERIFY2(connection.error().message.contains(word), qPrintable(connection.error().message));
    QVERIFY(!connection.error().message.contains(secret));
    QVERIFY(!connection.error().message.contains(u'\n'));
}

void TestPostgres::aLostConnectionIsUnreachable()
{
    const auto db = open();
    QVERIFY(db->isOpen());
    QVERIFY(m_servers.terminateConnections());
    const auto lost = db->execute(QStringLiteral("SELECT 1"));
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ErrorKind::Unreachable);
    QVERIFY(!lost.error().message.isEmpty());
    QVERIFY(!db->isOpen());
    QVERIFY(open());
}

void TestPostgres::aMissingRightIsDenied()
{
    const auto db = open();
    QVERIFY(db->runScript(QStringLiteral("DROP ROLE IF EXISTS reader; CREATE ROLE reader; SET ROLE reader")));
    const auto denied = db->execute(QStringLiteral("DELETE FROM detections"));
    QVERIFY(!denied);
    QCOMPARE(denied.error().kind, ErrorKind::Denied);
    QVERIFY2(denied.error().message.contains(QLatin1String("detections")), qPrintable(denied.error().message));
}

void TestPostgres::aRunningQueryCanBeCancelled()
{
    const auto db = open();
    const auto cancel = db->canceller();
    std::jthread canceller([&](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            cancel();
            std::this_thread::yield();
        }
    });
    const auto cancelled = db->execute(QStringLiteral("SELECT pg_sleep(60)"));
    canceller.request_stop();
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
}

void TestPostgres::aTransactionIsRolledBackUnlessCommitted()
{
    const auto db = open();
    QVERIFY(db->execute(QStringLiteral("CREATE TABLE t (n int)")));
    {
        const auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (?)"), {1}));
    }
    QCOMPARE(m_servers.sql(QStringLiteral("SELECT count(*) FROM t")).value(), QStringLiteral("0"));
    auto transaction = Transaction::begin(*db);
    QVERIFY(transaction);
    QVERIFY(db->execute(QStringLiteral("INSERT INTO t VALUES (?)"), {2}));
    QVERIFY(transaction->commit());
    QCOMPARE(m_servers.sql(QStringLiteral("SELECT count(*) FROM t")).value(), QStringLiteral("1"));
}

void TestPostgres::aFailedTransactionDoesNotCommit()
{
    const auto db = open();
    Result<Transaction> transaction = Transaction::begin(*db);
    QVERIFY(transaction);
    QVERIFY(!db->execute(QStringLiteral("SELECT nonsense")));
    QVERIFY(!transaction->commit());
    QVERIFY(db->execute(QStringLiteral("SELECT 1")));
}

void TestPostgres::aScriptTellsTheFaultOfAnyStatement()
{
    const auto db = open();
    QVERIFY(!db->runScript(QStringLiteral("CREATE TABLE first (id int); SELECT nonsense; CREATE TABLE last (id int)")));
    QVERIFY(!db->execute(QStringLiteral("SELECT * FROM first")));
    QVERIFY(db->runScript(QStringLiteral("CREATE TABLE first (id int); SELECT 1")));
    QVERIFY(db->execute(QStringLiteral("SELECT * FROM first")));
}

void TestPostgres::aSnapshotSeesOneStateAndCantWrite()
{
    const auto db = open();
    QVERIFY(db->execute(QStringLiteral("CREATE TABLE t (n int)")));
    const auto snapshot = Transaction::begin(*db, Transaction::Mode::ReadOnlySnapshot);
    QVERIFY(snapshot);
    const auto count = [&] {
        return db
            ->one(QStringLiteral("SELECT count(*) FROM t"), {}, [](const Row &row) { return row.integer("count"); })
            .valueOr(-1);
    };
    QCOMPARE(count(), 0);
    QVERIFY(m_servers.sql(QStringLiteral("INSERT INTO t VALUES (1) RETURNING n")));
    QCOMPARE(count(), 0);
    QVERIFY(!db->execute(QStringLiteral("INSERT INTO t VALUES (?)"), {2}));
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "test_postgres.moc"
