// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redis.h"
#include "tests/support/servers.h"

#include <QTest>

using namespace herdbook;
using namespace herdbook::storage;
using namespace std::chrono_literals;

class TestRedis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void bytesSurvive();
    void repliesOfEveryType();
    void aPipelineKeepsErrorsInPlace();
    void aTransactionIsAllOrNothing();
    void scriptsAreSentOnce();
    void connectingNamesWhatIsWrong_data();
    void connectingNamesWhatIsWrong();
    void aRestartIsSurvived();
    void aHungServerTimesOut();
    void aMissingRightIsDenied();
    void messagesArePushed();
    void tlsIsRefusedClearly();

private:
    test::Servers m_servers;
};

void TestRedis::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
}

void TestRedis::init()
{
    QVERIFY(m_servers.flushRedis());
}

void TestRedis::bytesSurvive()
{
    Redis redis(m_servers.settings().redis);
    const QByteArray bytes("a\0b\r\n\xff{}", 8);
    QVERIFY(redis.command({"SET", "key " + bytes, bytes}));
    QCOMPARE(redis.command({"GET", "key " + bytes})->text, bytes);
}

void TestRedis::repliesOfEveryType()
{
    Redis redis(m_servers.settings().redis);
    QCOMPARE(redis.command({"PING"})->type, RedisReply::Type::Status);
    QVERIFY(redis.command({"GET", "missing"})->isNil());
    QCOMPARE(redis.command({"RPUSH", "list", "a", "b"})->integer, 2);
    const auto list = redis.command({"LRANGE", "list", "0", "-1"});
    QCOMPARE(list->items.size(), 2U);
    QCOMPARE(list->items.at(1).text, QByteArray("b"));
    const auto error = redis.command({"INCR", "list"});
    QVERIFY(!error);
    QVERIFY(error.error().message.contains(QLatin1String("WRONGTYPE")));
    QVERIFY(redis.isConnected());
}

void TestRedis::aPipelineKeepsErrorsInPlace()
{
    Redis redis(m_servers.settings().redis);
    const auto replies = redis.pipeline({{"SET", "n", "x"}, {"INCR", "n"}, {"GET", "n"}});
    QVERIFY(replies);
    QVERIFY(!replies->at(0).isError());
    QVERIFY(replies->at(1).isError());
    QCOMPARE(replies->at(2).text, QByteArray("x"));
}

void TestRedis::aTransactionIsAllOrNothing()
{
    Redis redis(m_servers.settings().redis);
    const auto done = redis.transaction({{"SET", "a", "1"}, {"LPUSH", "l", "x"}});
    QVERIFY(done);
    QCOMPARE(done->at(1).integer, 1);
    const auto refused = redis.transaction({{"SET", "b", "1"}, {"NOSUCHCOMMAND"}});
    QVERIFY(!refused);
    QVERIFY(redis.command({"GET", "b"})->isNil());
}

void TestRedis::scriptsAreSentOnce()
{
    Redis redis(m_servers.settings().redis);
    const RedisScript script{"return redis.call('INCRBY', KEYS[1], ARGV[1])"};
    QVERIFY(redis.command({"SCRIPT", "FLUSH"}));
    QCOMPARE(redis.eval(script, {"n"}, {"5"})->integer, 5);
    QCOMPARE(redis.eval(script, {"n"}, {"5"})->integer, 10);
    QVERIFY(!redis.eval({"return nonsense("}, {}));
}

void TestRedis::connectingNamesWhatIsWrong_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("password") << "password" << ErrorKind::Denied;
    QTest::newRow("no password") << "none" << ErrorKind::Denied;
    QTest::newRow("user") << "user" << ErrorKind::Denied;
    QTest::newRow("port") << "port" << ErrorKind::Unreachable;
    QTest::newRow("host") << "host" << ErrorKind::Unreachable;
    QTest::newRow("database number") << "database" << ErrorKind::Internal;
}

void TestRedis::connectingNamesWhatIsWrong()
{
    QFETCH(QString, what);
    QFETCH(ErrorKind, kind);
    RedisSettings settings = m_servers.settings().redis;
    if (what == QLatin1String("password"))
        settings.password = QStringLiteral("wrong-secret");
    else if (what == QLatin1String("none"))
        settings.password.clear();
    else if (what == QLatin1String("user"))
        settings.username = QStringLiteral("nobody");
    else if (what == QLatin1String("port"))
        settings.port = 1;
    else if (what == QLatin1String("host"))
        settings.host = QStringLiteral("no-such-host.invalid");
    else
        settings.database = 999;
    Redis redis(settings);
    const auto connected = redis.connect();
    QVERIFY(!connected);
    QCOMPARE(connected.error().kind, kind);
    QVERIFY(!connected.error().message.isEmpty());
    QVERIFY(!connected.error().message.contains(QLatin1String("wrong-secret")));
    QVERIFY(!redis.isConnected());
}

void TestRedis::aRestartIsSurvived()
{
    Redis redis(m_servers.settings().redis);
    QVERIFY(redis.command({"PING"}));
    m_servers.redis().stop();
    const auto away = redis.command({"PING"});
    QVERIFY(!away);
    QCOMPARE(away.error().kind, ErrorKind::Unreachable);
    QVERIFY(!redis.command({"PING"}));
    QVERIFY(m_servers.redis().start());
    QVERIFY(redis.command({"PING"}));
}

void TestRedis::aHungServerTimesOut()
{
    Redis redis(m_servers.settings().redis, 200ms);
    QVERIFY(redis.command({"PING"}));
    m_servers.redis().pause();
    const auto silent = redis.command({"PING"});
    const auto stillSilent = redis.command({"PING"});
    m_servers.redis().resume();
    QVERIFY(!silent);
    QCOMPARE(silent.error().kind, ErrorKind::Unreachable);
    QVERIFY2(silent.error().message.contains(QLatin1String("200 ms")), qPrintable(silent.error().message));
    QVERIFY(!stillSilent);
    QVERIFY(redis.command({"PING"}));
}

void TestRedis::aMissingRightIsDenied()
{
    Redis admin(m_servers.settings().redis);
    QVERIFY(admin.command({"ACL", "SETUSER", "reader", "on", ">reading", "~*", "+@read", "+select", "+auth"}));
    RedisSettings settings = m_servers.settings().redis;
    settings.username = QStringLiteral("reader");
    settings.password = QStringLiteral("reading");
    Redis reader(settings);
    QVERIFY(reader.command({"GET", "a"}));
    const auto denied = reader.command({"SET", "a", "b"});
    QVERIFY(!denied);
    QCOMPARE(denied.error().kind, ErrorKind::Denied);
    QVERIFY(admin.command({"ACL", "DELUSER", "reader"}));
}

void TestRedis::messagesArePushed()
{
    Redis listener(m_servers.settings().redis);
    Redis sender(m_servers.settings().redis);
    QCOMPARE(listener.receive(1ms).error().kind, ErrorKind::Unreachable);
    QVERIFY(listener.command({"PSUBSCRIBE", "/0.celery*"}));
    QVERIFY(listener.receive(1ms)->isNil());
    QVERIFY(sender.pipeline({{"PUBLISH", "/0.celery.pidbox", "one"}, {"PUBLISH", "/0.celery.pidbox", "two"}}));
    QCOMPARE(listener.receive(5s)->items.at(3).text, QByteArray("one"));
    QCOMPARE(listener.receive(5s)->items.at(3).text, QByteArray("two"));
}

void TestRedis::tlsIsRefusedClearly()
{
    RedisSettings settings = m_servers.settings().redis;
    settings.tls = true;
    const auto connected = Redis(settings).connect();
    QVERIFY(!connected);
    QVERIFY(connected.error().message.contains(QLatin1String("TLS")));
}

QTEST_GUILESS_MAIN(TestRedis)
#include "test_redis.moc"
