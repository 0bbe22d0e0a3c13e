// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace herdbook;

class TestSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        const Result<void> started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        qInfo("servers ready in %lld ms", timer.elapsed());
    }

    void everyDatabaseStartsWithTheEmptyDeployedSchema()
    {
        const QString tables = QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
        QCOMPARE(value(tables), QStringLiteral("5"));
        QCOMPARE(value(QStringLiteral("INSERT INTO locations VALUES (gen_random_uuid(), 'a', NULL, NULL, true, 0) "
                                      "RETURNING name")),
                 QStringLiteral("a"));
        QVERIFY(m_servers.redisCommand({QStringLiteral("SET"), QStringLiteral("k"), QStringLiteral("v")}));
        const Settings before = m_servers.settings();
        QVERIFY(QFile(before.exportFolder + QStringLiteral("/left")).open(QIODevice::WriteOnly));
        QElapsedTimer timer;
        timer.start();
        const Result<void> fresh = m_servers.freshDatabase();
        QVERIFY2(fresh, qPrintable(test::reason(fresh)));
        qInfo("fresh database in %lld ms", timer.elapsed());
        QVERIFY(m_servers.settings().postgres.database != before.postgres.database);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM locations")), QStringLiteral("0"));
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("DBSIZE")}), QStringLiteral("0"));
        QVERIFY(QDir(m_servers.settings().exportFolder).isEmpty());
        QVERIFY(m_servers.freshDatabase(test::Servers::Content::Empty));
        QCOMPARE(value(tables), QStringLiteral("0"));
    }

    void aClusterThatCannotBeOpenedIsMadeAnew_data()
    {
        QTest::addColumn<QString>("spoil"); // a shell line, run in the server's folder
        QTest::addColumn<QString>("says");
        QTest::newRow("untouched") << QStringLiteral("true") << QString();
        QTest::newRow("made by a newer one")
            << QStringLiteral("echo 99 > data/PG_VERSION") << QStringLiteral("by PostgreSQL 99,");
        QTest::newRow("no version") << QStringLiteral("rm data/PG_VERSION") << QStringLiteral("PG_VERSION is missing");
        QTest::newRow("empty version") << QStringLiteral(": > data/PG_VERSION") << QStringLiteral("did not start");
        QTest::newRow("no control file") << QStringLiteral("rm data/global/pg_control")
                                         << QStringLiteral("pg_control is missing");
        QTest::newRow("no log") << QStringLiteral("rm -r data/pg_wal") << QStringLiteral("pg_wal is missing");
        QTest::newRow("emptied log") << QStringLiteral("find data/pg_wal -type f -delete")
                                     << QStringLiteral("did not start");
        QTest::newRow("damaged control file")
            << QStringLiteral("dd if=/dev/zero of=data/global/pg_control bs=8192 count=1 conv=notrunc status=none")
            << QStringLiteral("did not start");
    }

    void aClusterThatCannotBeOpenedIsMadeAnew()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, says);
        const QTemporaryDir place;
        ::chmod(QFile::encodeName(place.path()).constData(), 0711);
        const QString folder = place.filePath(QStringLiteral("postgres"));
        {
            demo::PrivatePostgres first(folder);
            const Result<void> started = first.start();
            QVERIFY2(started, qPrintable(test::reason(started)));
            QVERIFY(demo::PgSession::open(first.settings())->execute("CREATE TABLE mine ()"));
            first.stop();
        }
        QProcess shell;
        shell.setWorkingDirectory(folder);
        shell.start(QStringLiteral("sh"), {QStringLiteral("-ec"), spoil});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        demo::PrivatePostgres second(folder);
        const Result<void> started = second.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        QVERIFY2(says.isEmpty() ? second.begunAnew().isEmpty() : second.begunAnew().contains(says),
                 qPrintable(second.begunAnew()));
        const Result<QByteArray> tables =
            demo::PgSession::open(second.settings())->value("SELECT count(*) FROM pg_tables WHERE tablename = 'mine'");
        QVERIFY(tables);
        QCOMPARE(*tables, says.isEmpty() ? QByteArray("1") : QByteArray("0"));
        QVERIFY(!QFileInfo::exists(folder + QStringLiteral("/data.old")));
    }

    void dataIsKeptWhenItIsNotToBlame()
    {
        const QTemporaryDir place;
        ::chmod(QFile::encodeName(place.path()).constData(), 0711);
        const QString folder = place.filePath(QStringLiteral("redis"));
        {
            demo::PrivateRedis redis(folder, demo::PrivateRedis::Persistence::AppendOnly);
            const Result<void> started = redis.start();
            QVERIFY2(started, qPrintable(test::reason(started)));
            redis.stop();
        }
        const QDir data(folder + QStringLiteral("/appendonlydir"));
        const QStringList before = data.entryList(QDir::Files);
        QVERIFY(!before.isEmpty());
        // Where its socket should be is something else.
        QVERIFY(QDir().mkdir(folder + QStringLiteral("/redis.sock")));
        QVERIFY(QDir().mkdir(folder + QStringLiteral("/redis.sock/taken")));
        demo::PrivateRedis redis(folder, demo::PrivateRedis::Persistence::AppendOnly);
        const Result<void> started = redis.start();
        QVERIFY(!started);
        QCOMPARE(data.entryList(QDir::Files), before);
        QVERIFY(redis.begunAnew().isEmpty());
    }

    void wrongPasswordIsDenied()
    {
        PostgresSettings settings = m_servers.settings().postgres;
        settings.password = QStringLiteral("wrong");
        QVERIFY(!demo::PgSession::open(settings));
        QVERIFY(!m_servers.sql(QStringLiteral("SELECT nonsense")));
    }

    void serversComeBackOnTheSamePort()
    {
        const Settings before = m_servers.settings();
        m_servers.postgres().kill();
        m_servers.redis().stop();
        QVERIFY(!m_servers.postgres().isRunning());
        QVERIFY(!m_servers.sql(QStringLiteral("SELECT 1")));
        QVERIFY(!m_servers.redisCommand({QStringLiteral("PING")}));
        for (demo::PrivateServer *server :
             std::initializer_list<demo::PrivateServer *>{&m_servers.postgres(), &m_servers.redis()}) {
            const Result<void> again = server->start();
            QVERIFY2(again, qPrintable(test::reason(again)));
        }
        QCOMPARE(m_servers.settings(), before);
        QCOMPARE(value(QStringLiteral("SELECT 1")), QStringLiteral("1"));
    }

    void pausedServersAnswerAgainWhenResumed()
    {
        m_servers.redis().pause();
        QTRY_COMPARE(stateOf(m_servers.redis().pid()), 'T');
        m_servers.redis().resume();
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("PING")}), QStringLiteral("PONG"));
        m_servers.postgres().pause();
        QTRY_COMPARE(stateOf(m_servers.postgres().pid()), 'T');
        m_servers.postgres().resume();
        QCOMPARE(value(QStringLiteral("SELECT 2")), QStringLiteral("2"));
    }

    void redisKeepsDataWhereAsked()
    {
        test::Servers keeping(demo::PrivateRedis::Persistence::AppendOnly);
        QVERIFY(keeping.start());
        QVERIFY(keeping.redisCommand({QStringLiteral("SET"), QStringLiteral("k"), QStringLiteral("v")}));
        keeping.redis().stop();
        QVERIFY(keeping.redis().start());
        QCOMPARE(*keeping.redisCommand({QStringLiteral("GET"), QStringLiteral("k")}), QStringLiteral("v"));
    }

    void unreachableFolderIsNamed()
    {
        demo::PrivateRedis redis(QStringLiteral("/proc/herdbook"));
        const Result<void> started = redis.start();
        QVERIFY(!started);
        QVERIFY(started.error().message.contains(QLatin1String("/proc/herdbook")));
    }

private:
    QString value(const QString &sql)
    {
        const Result<QString> result = m_servers.sql(sql);
        return result ? *result : result.error().message;
    }

    static char stateOf(pid_t pid)
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!stat.open(QIODevice::ReadOnly))
            return '?';
        const QByteArray text = stat.readAll();
        return text.at(text.lastIndexOf(')') + 2);
    }

    test::Servers m_servers;
};

QTEST_GUILESS_MAIN(TestSupport)
#include "test_support.moc"
