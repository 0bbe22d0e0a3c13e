// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

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
        QCOMPARE(stateOf(m_servers.redis().pid()), 'T');
        m_servers.redis().resume();
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("PING")}), QStringLiteral("PONG"));
        m_servers.postgres().pause();
        QCOMPARE(stateOf(m_servers.postgres().pid()), 'T');
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
