// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/faults.h"
#include "core/storage/postgres.h"
#include "tests/support/proxy.h"
#include "tests/support/servers.h"

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace herdbook;
using namespace herdbook::storage;
using namespace std::chrono_literals;

/// Reading by storage::Postgres: whole or an error, whatever happens to the connection and whatever the server says.
class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void typesAreReadByName();
    void whatIsNotThereIsNotMisread_data();
    void whatIsNotThereIsNotMisread();
    void valuesTravelBesideTheStatement();
    void cutAnywhereItIsWholeOrAnError_data();
    void cutAnywhereItIsWholeOrAnError();
    void aSilentServerIsNamed_data();
    void aSilentServerIsNamed();
    void aHeldProgramIsNoSilentServer();
    void aStopEndsWaitingAtOnce();
    void aStopEndsATransactionWithoutWaiting();
    void connectingToASilentServerEnds();
    void theServersOwnWords_data();
    void theServersOwnWords();
    void everyFaultHasItsLine();
    void faultsOfFiles_data();
    void faultsOfFiles();

private:
    std::unique_ptr<Postgres> open(const PostgresSettings &settings, std::stop_token stop = {});

    test::Servers m_servers;
    std::unique_ptr<test::Proxy> m_proxy;
    Limits m_limits{20s, 120s, 30s};
};

std::unique_ptr<Postgres> TestReading::open(const PostgresSettings &settings, std::stop_token stop)
{
    auto connection = Postgres::open(settings, std::move(stop), m_limits);
    if (!connection)
        qWarning().noquote() << connection.error().message;
    return connection ? *std::move(connection) : nullptr;
}

void TestReading::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    m_proxy = std::make_unique<test::Proxy>(m_servers.settings().postgres);
}

void TestReading::typesAreReadByName()
{
    const auto db = open(m_servers.settings().postgres);
    const auto checked = db->one(
        QStringLiteral(
            "SELECT 'a'::text AS t, 'b'::varchar AS v, 'c '::char(2) AS c, 1::smallint AS i2, 2::int AS i4, "
            "-9000000000::bigint AS i8, 1.5::real AS r, 2.25::float8 AS d, -123456.0625::numeric AS n, true AS yes, "
            "'00112233-4455-6677-8899-aabbccddeeff'::uuid AS id, '00112233-4455-6677-8899-AABBCCDDEEFF' AS textid, "
            "'2026-03-08 02:30:00.123+00'::timestamptz AS at, 'infinity'::timestamptz AS never, '2024-02-29'::date AS "
            "day, '\\x0001ff'::bytea AS b, '{\"x\": 1}'::jsonb AS j, NULL::int AS none, 'buck'::deersex AS sex"),
        {}, [](const Row &row) {
            return row.text("t") == QLatin1String("a") && row.text("v") == QLatin1String("b") &&
                   row.text("c") == QLatin1String("c ") && row.integer("i2") == 1 && row.integer("i4") == 2 &&
                   row.integer("i8") == -9'000'000'000 && row.number("r") == 1.5 && row.number("d") == 2.25 &&
                   row.number("n") == -123456.0625 && row.boolean("yes") && row.uuid("id") == row.uuid("textid") &&
                   row.text("id") == QLatin1String("00112233-4455-6677-8899-aabbccddeeff") &&
                   row.instant("at") == QDateTime({2026, 3, 8}, {2, 30, 0, 123}, Qt::UTC) &&
                   !row.instant("never").isValid() && row.date("day") == QDate(2024, 2, 29) &&
                   row.bytes("b") == QByteArray("\x00\x01\xff", 3) && row.text("j") == QLatin1String("{\"x\": 1}") &&
                   row.isNull("none") && row.integer("none") == 0 && row.text("sex") == QLatin1String("buck");
        });
    QVERIFY2(checked, qPrintable(test::reason(checked)));
    QVERIFY(*checked);
}

void TestReading::whatIsNotThereIsNotMisread_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("no such column") << QStringLiteral("SELECT 1 AS other");
    QTest::newRow("text as a number") << QStringLiteral("SELECT '7'::text AS n");
    QTest::newRow("time as a number") << QStringLiteral("SELECT now() AS n");
    QTest::newRow("fraction as a number") << QStringLiteral("SELECT 7.5::float8 AS n");
}

void TestReading::whatIsNotThereIsNotMisread()
{
    QFETCH(QString, sql);
    const auto db = open(m_servers.settings().postgres);
    const auto read = db->one(sql, {}, [](const Row &row) { return row.integer("n"); });
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QLatin1String("column n")), qPrintable(read.error().message));
}

void TestReading::valuesTravelBesideTheStatement()
{
    const auto db = open(m_servers.settings().postgres);
    const QString hostile = QStringLiteral("'); DROP TABLE images; -- \\ ? $1 \" {} , é");
    const QDateTime at({2026, 1, 2}, {3, 4, 5, 678}, QTimeZone("America/Chicago"));
    const QByteArray bytes("\0\\'\xff", 4);
    const auto same = db->one(
        QStringLiteral(
            "SELECT $1::text AS t, $2::text[] = ARRAY[$1::text, 'b'] AS list, $3::timestamptz AS at, "
            "$4::bytea AS b, $5::float8 = 0.1::float8 AS exact, $6::text IS NULL AS none, $7::boolean AS yes"),
        {hostile, QStringList{hostile, QStringLiteral("b")}, at, bytes, 0.1, QString(), true}, [&](const Row &row) {
            return row.text("t") == hostile && row.boolean("list") && row.instant("at") == at &&
                   row.bytes("b") == bytes && row.boolean("exact") && row.boolean("none") && row.boolean("yes");
        });
    QVERIFY2(same, qPrintable(test::reason(same)));
    QVERIFY(*same);
    const auto prepared = db->one(QStringLiteral("SELECT count(*) AS n FROM pg_prepared_statements"), {},
                                  [](const Row &row) { return row.integer("n"); });
    QCOMPARE(prepared.valueOr(-1), 0);
}

void TestReading::cutAnywhereItIsWholeOrAnError_data()
{
    QTest::addColumn<bool>("copy");
    QTest::newRow("rows") << false;
    QTest::newRow("copy") << true;
}

void TestReading::cutAnywhereItIsWholeOrAnError()
{
    QFETCH(bool, copy);
    const QString sql = QStringLiteral("SELECT n::text AS t FROM generate_series(1, 300) n");
    const auto count = [&](Postgres &db) -> Result<int> {
        int rows = 0;
        if (!copy) {
            const Result<void> read = db.each(sql, {}, [&rows](const Row &row) { rows += row.isNull("t") ? 0 : 1; });
            return read ? Result<int>(rows) : Result<int>(read.error());
        }
        Result<CopyReader> reader = db.copy(sql);
        if (!reader)
            return reader.error();
        for (;; ++rows) {
            const Result<bool> more = reader->next();
            if (!more)
                return more.error();
            if (!*more)
                return rows;
        }
    };
    m_proxy->heal();
    qint64 opening = 0;
    qint64 all = 0;
    {
        const auto db = open(m_proxy->settings());
        opening = m_proxy->passed();
        const auto whole = count(*db);
        QCOMPARE(whole.valueOr(-1), 300);
        all = m_proxy->passed();
    }
    int whole = 0;
    for (qint64 at = opening + 1; at <= all + 1; at += 61) {
        m_proxy->arm(test::Proxy::Fault::Cut, at);
        auto db = Postgres::open(m_proxy->settings());
        if (!db)
            continue;
        const auto read = count(**db);
        if (read) {
            QCOMPARE(*read, 300);
            ++whole;
        } else {
            QCOMPARE(read.error().kind, ErrorKind::Unreachable);
            QVERIFY(read.error().passing);
        }
    }
    QVERIFY(whole <= 2);
}

void TestReading::aSilentServerIsNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("after");
    QTest::newRow("before the first row") << QStringLiteral("SELECT 1") << 0;
    QTest::newRow("amid rows") << QStringLiteral("SELECT repeat('x', 1000) AS t FROM generate_series(1, 1000)")
                               << 50'000;
    QTest::newRow("amid a copy") << QStringLiteral("COPY") << 50'000;
}

void TestReading::aSilentServerIsNamed()
{
    QFETCH(QString, sql);
    QFETCH(int, after);
    m_proxy->heal();
    m_limits = {20s, 3s, 3s};
    qint64 opening = 0;
    {
        const auto probe = open(m_proxy->settings());
        QVERIFY(probe);
        opening = m_proxy->passed();
    }
    m_proxy->arm(test::Proxy::Fault::Freeze, opening + std::max(after, 1));
    const auto db = open(m_proxy->settings());
    m_limits = {20s, 120s, 30s};
    QVERIFY(db);
    Result<void> read;
    if (sql == QLatin1String("COPY")) {
        Result<CopyReader> rows = db->copy(QStringLiteral("SELECT repeat('x', 1000) FROM generate_series(1, 1000)"));
        QVERIFY(rows);
        Result<bool> more = true;
        while (more && *more)
            more = rows->next();
        QVERIFY(!more);
        read = more.error();
    } else {
        read = db->each(sql, {}, [](const Row &) {});
    }
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Unreachable);
    QVERIFY(read.error().passing);
    QVERIFY2(read.error().message.contains(QLatin1String("does not answer")), qPrintable(read.error().message));
    QVERIFY(!db->isOpen());
    QVERIFY(!db->execute(QStringLiteral("SELECT 1")));
    m_proxy->heal();
}

/// The machine sleeps, or is too busy: the server is given its time all the same.
void TestReading::aHeldProgramIsNoSilentServer()
{
    m_limits = {20s, 4s, 4s};
    const auto db = open(m_servers.settings().postgres);
    m_limits = {20s, 120s, 30s};
    QVERIFY(db);
    const pid_t program = ::getpid();
    const pid_t holder = ::fork();
    if (holder == 0) {
        ::sleep(2); // the question is on its way by then
        ::kill(program, SIGSTOP);
        ::sleep(8);
        ::kill(program, SIGCONT);
        ::_exit(0);
    }
    const auto read = db->execute(QStringLiteral("SELECT pg_sleep(11.5)"));
    QCOMPARE(::waitpid(holder, nullptr, 0), holder);
    QVERIFY2(read, qPrintable(test::reason(read)));
}

void TestReading::aStopEndsWaitingAtOnce()
{
    std::stop_source stop;
    const auto db = open(m_servers.settings().postgres, stop.get_token());
    const std::jthread stopper([&] {
        // Once the server has begun.
        while (m_servers
                   .sql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(3600%' AND "
                                       "pid <> pg_backend_pid()"))
                   .valueOr(QString()) != QLatin1String("1"))
            std::this_thread::yield();
        stop.request_stop();
    });
    const auto read = db->each(QStringLiteral("SELECT pg_sleep(3600)"), {}, [](const Row &) {});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(
        m_servers
            .sql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(3600%' AND state = "
                                "'active' AND pid <> pg_backend_pid()"))
            .valueOr(QString()),
        QStringLiteral("0"));
}

void TestReading::aStopEndsATransactionWithoutWaiting()
{
    m_proxy->heal();
    std::stop_source stop;
    const auto db = open(m_proxy->settings(), stop.get_token());
    QVERIFY(db);
    {
        const auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        stop.request_stop();
    }
    QVERIFY(!db->isOpen());
    QCOMPARE(db->execute(QStringLiteral("SELECT 1")).error().kind, ErrorKind::Cancelled);
}

void TestReading::connectingToASilentServerEnds()
{
    m_proxy->arm(test::Proxy::Fault::Freeze, 0);
    const auto connection = Postgres::open(m_proxy->settings(), {}, Limits{300ms, 1s, 1s});
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, ErrorKind::Unreachable);
    QVERIFY(connection.error().passing);
    QVERIFY2(connection.error().message.contains(QLatin1String("does not answer")),
             qPrintable(connection.error().message));
    // As far as Qt's own statements after the connection stands.
    m_proxy->arm(test::Proxy::Fault::Freeze, 400);
    const auto later = Postgres::open(m_proxy->settings(), {}, Limits{300ms, 1s, 1s});
    QVERIFY(!later);
    QVERIFY(later.error().message.contains(QLatin1String("does not answer")));
    m_proxy->heal();
}

void TestReading::theServersOwnWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("passing");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *before, const char *sql, ErrorKind kind, bool passing,
                        const char *words) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(sql) << kind << passing
                            << QString::fromLatin1(words);
    };
    row("statement_timeout", "SET statement_timeout = 20", "SELECT pg_sleep(60)", ErrorKind::ServerLimit, true,
        "statement timeout");
    row("lock_timeout", "SET lock_timeout = 20", "SELECT count(*) FROM locked", ErrorKind::Conflict, true,
        "lock timeout");
    row("idle in a transaction", "SET idle_in_transaction_session_timeout = 20; BEGIN; SELECT 1", "WAIT",
        ErrorKind::Unreachable, true, "");
    row("an administrator", "", "SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)", ErrorKind::Unreachable,
        true, "administrator command");
    row("an administrator's cancel", "", "SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(60)",
        ErrorKind::ServerLimit, true, "canceling statement");
    row("read only", "SET default_transaction_read_only = on", "UPDATE images SET path = path", ErrorKind::Denied,
        false, "read-only");
    row("missing table", "", "SELECT 1 FROM nowhere", ErrorKind::Corrupt, false, "nowhere");
    row("missing column", "", "SELECT nothing FROM images", ErrorKind::Corrupt, false, "nothing");
    row("missing right", "DROP ROLE IF EXISTS peon; CREATE ROLE peon; SET ROLE peon", "SELECT 1 FROM images",
        ErrorKind::Denied, false, "images");
    row("too many connections", "", "DO $$BEGIN RAISE EXCEPTION 'many' USING ERRCODE = '53300'; END$$",
        ErrorKind::ServerLimit, true, "too many connections: many");
    row("out of memory", "", "DO $$BEGIN RAISE EXCEPTION 'oom' USING ERRCODE = '53200'; END$$", ErrorKind::ServerLimit,
        true, "out of memory: oom");
    row("disk full", "", "DO $$BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END$$", ErrorKind::ServerLimit,
        false, "disk is full: full");
    row("our own defect", "", "SELECT 1 / 0", ErrorKind::Internal, false, "division by zero");
}

void TestReading::theServersOwnWords()
{
    QFETCH(QString, before);
    QFETCH(QString, sql);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, passing);
    QFETCH(QString, words);
    QVERIFY(m_servers.freshDatabase());
    QVERIFY(m_servers.sql(QStringLiteral("CREATE TABLE locked (n int); SELECT 1")));
    const auto holder = open(m_servers.settings().postgres);
    const auto held = Transaction::begin(*holder);
    QVERIFY(holder->execute(QStringLiteral("LOCK TABLE locked")));
    const auto db = open(m_servers.settings().postgres);
    if (!before.isEmpty())
        QVERIFY(db->runScript(before));
    if (sql == QLatin1String("WAIT")) {
        QTRY_COMPARE(m_servers
                         .sql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                             "current_database() AND state = 'idle in transaction' AND "
                                             "query = 'SET idle_in_transaction_session_timeout = 20; "
                                             "BEGIN; SELECT 1'"))
                         .valueOr(QString()),
                     QStringLiteral("0"));
        sql = QStringLiteral("SELECT 1");
    }
    const auto read = db->execute(sql);
    QVERIFY(!read);
    QVERIFY2(read.error().kind == kind, qPrintable(read.error().message));
    QCOMPARE(read.error().passing, passing);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
    QVERIFY(!read.error().message.contains(QLatin1String("somebody")));
}

void TestReading::everyFaultHasItsLine()
{
    QVERIFY(serverFaults().size() > 20);
    for (const ServerFault &fault : serverFaults()) {
        const QByteArray state = fault.state.leftJustified(5, '9');
        const Error error = faultOfServer(state, QStringLiteral("its own words\nDETAIL: more"));
        QVERIFY2(error.message == fault.words + QLatin1String(": its own words"), fault.state.constData());
        QCOMPARE(error.kind, fault.kind);
        QCOMPARE(error.passing, fault.passing);
        QVERIFY(error.kind != ErrorKind::Cancelled);
    }
}

void TestReading::faultsOfFiles_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("passing");
    QTest::newRow("read-only folder") << EROFS << true;
    QTest::newRow("vanished mount") << ENOENT << true;
    QTest::newRow("mount without its server") << ENOTCONN << true;
    QTest::newRow("stale mount") << ESTALE << true;
    QTest::newRow("missing right") << EACCES << false;
    QTest::newRow("full disk") << ENOSPC << false;
    QTest::newRow("used up quota") << EDQUOT << false;
    QTest::newRow("bad name") << ENAMETOOLONG << false;
}

void TestReading::faultsOfFiles()
{
    QFETCH(int, number);
    QFETCH(bool, passing);
    const Error error = faultOfFile(number, QStringLiteral("Can't write /mnt/exports/a.pdf"));
    QCOMPARE(error.kind, ErrorKind::Storage);
    QCOMPARE(error.passing, passing);
    QVERIFY(error.message.startsWith(QLatin1String("Can't write /mnt/exports/a.pdf: ")));
    QCOMPARE(error.message.endsWith(QLatin1String("the disk is full")), number == ENOSPC || number == EDQUOT);
}

QTEST_GUILESS_MAIN(TestReading)
#include "test_reading.moc"
