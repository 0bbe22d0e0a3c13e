// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/faults.h"
#include "core/storage/redis.h"
#include "tests/support/loopback.h"
#include "tests/support/servers.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

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
    void aReplicaIsLeft();
    void aMissingRightIsDenied();
    void messagesArePushed();
    void tlsIsRefusedClearly();
    void tlsIsChecked_data();
    void tlsIsChecked();
    void tlsEndsWithItsServer();
    void aFrozenTlsServerHoldsNobody();
    void aDeadPeerIsNoticed_data();
    void aDeadPeerIsNoticed();
    void localSocket();
    void endlessAnswersEnd();

private:
    /// A Redis that speaks only TLS, with a certificate for `localhost` and 127.0.0.1 by an authority of its own; `settings` reach it.
    void startTls(QProcess &server, const QString &folder, RedisSettings &settings);

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
    Redis redis(m_servers.settings().redis, 20s);
    const QByteArray bytes("a\0b\r\n\xff{}", 8);
    QVERIFY(redis.command({"SET", "key " + bytes, bytes}));
    QCOMPARE(redis.command({"GET", "key " + bytes})->text, bytes);
}

void TestRedis::repliesOfEveryType()
{
    Redis redis(m_servers.settings().redis, 20s);
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
    Redis redis(m_servers.settings().redis, 20s);
    const auto replies = redis.pipeline({{"SET", "n", "x"}, {"INCR", "n"}, {"GET", "n"}});
    QVERIFY(replies);
    QVERIFY(!replies->at(0).isError());
    QVERIFY(replies->at(1).isError());
    QCOMPARE(replies->at(2).text, QByteArray("x"));
}

void TestRedis::aTransactionIsAllOrNothing()
{
    Redis redis(m_servers.settings().redis, 20s);
    const auto done = redis.transaction({{"SET", "a", "1"}, {"LPUSH", "l", "x"}});
    QVERIFY(done);
    QCOMPARE(done->at(1).integer, 1);
    const auto refused = redis.transaction({{"SET", "b", "1"}, {"NOSUCHCOMMAND"}});
    QVERIFY(!refused);
    QVERIFY(redis.command({"GET", "b"})->isNil());
}

void TestRedis::scriptsAreSentOnce()
{
    Redis redis(m_servers.settings().redis, 20s);
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
    QCOMPARE(tellsOfMissingPassword(connected.error().message), what == QLatin1String("none"));
    QVERIFY(!connected.error().message.contains(QLatin1String("wrong-secret")));
    QVERIFY(!redis.isConnected());
}

void TestRedis::aRestartIsSurvived()
{
    Redis redis(m_servers.settings().redis, 20s);
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
    QVERIFY(
        QTest::qWaitFor([&] { return bool(redis.command({"PING"})); }, 60'000)); // a busy machine takes long as well
    m_servers.redis().pause();
    const auto silent = redis.command({"PING"});
    const auto stillSilent = redis.command({"PING"});
    m_servers.redis().resume();
    QVERIFY(!silent);
    QCOMPARE(silent.error().kind, ErrorKind::Unreachable);
    QVERIFY2(silent.error().message.contains(QLatin1String("200 ms")), qPrintable(silent.error().message));
    QVERIFY(!stillSilent);
    QVERIFY(QTest::qWaitFor([&] { return bool(redis.command({"PING"})); }, 60'000));
}

/// After a failover the name may lead to the new master: the next command asks anew.
void TestRedis::aReplicaIsLeft()
{
    Redis admin(m_servers.settings().redis, 20s);
    Redis redis(m_servers.settings().redis, 20s);
    static const RedisScript script{"return redis.call('SET', KEYS[1], 'b')"};
    const std::vector<std::function<bool()>> writes{
        [&] {
            return bool(redis.command({"SET", "a", "b"}));
        },
        [&] {
            return bool(redis.transaction({{"SET", "a", "b"}}));
        },
        [&] { return bool(redis.eval(script, {"a"})); },
    };
    const auto connection = [&] { return redis.command({"CLIENT", "ID"})->integer; };
    for (const auto &write : writes) {
        QVERIFY(write());
        const qint64 before = connection();
        QVERIFY(admin.command({"REPLICAOF", "127.0.0.1", "1"}));
        const bool written = write();
        QVERIFY(admin.command({"REPLICAOF", "NO", "ONE"}));
        QVERIFY(!written && redis.isConnected()); // it answered: nothing is in doubt
        QVERIFY(connection() != before);
    }
}

void TestRedis::aMissingRightIsDenied()
{
    Redis admin(m_servers.settings().redis, 20s);
    QVERIFY(admin.command({"ACL", "SETUSER", "reader", "on", ">reading", "~*", "+@read", "+select", "+auth"}));
    RedisSettings settings = m_servers.settings().redis;
    settings.username = QStringLiteral("reader");
    settings.password = QStringLiteral("reading");
    Redis reader(settings, 20s);
    QVERIFY(reader.command({"GET", "a"}));
    const auto denied = reader.command({"SET", "a", "b"});
    QVERIFY(!denied);
    QCOMPARE(denied.error().kind, ErrorKind::Denied);
    QVERIFY(admin.command({"ACL", "DELUSER", "reader"}));
}

void TestRedis::messagesArePushed()
{
    Redis listener(m_servers.settings().redis, 20s);
    Redis sender(m_servers.settings().redis, 20s);
    QCOMPARE(listener.receive(1ms).error().kind, ErrorKind::Unreachable);
    QVERIFY(listener.command({"PSUBSCRIBE", "/0.celery*"}));
    QVERIFY(listener.receive(1ms)->isNil());
    QVERIFY(sender.pipeline({{"PUBLISH", "/0.celery.pidbox", "one"}, {"PUBLISH", "/0.celery.pidbox", "two"}}));
    QCOMPARE(listener.receive(20s)->items.at(3).text, QByteArray("one"));
    QCOMPARE(listener.receive(20s)->items.at(3).text, QByteArray("two"));
}

void TestRedis::tlsIsRefusedClearly()
{
    RedisSettings settings = m_servers.settings().redis;
    settings.tls = true;
    const auto connected = Redis(settings).connect();
    QVERIFY(!connected);
    QVERIFY(connected.error().message.contains(QLatin1String("TLS")));
    // Whom nobody takes in says nothing.
    const auto [listener, port] = test::listenOnLoopback();
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = port;
    const auto unheard = Redis(settings, 300ms).connect();
    ::close(listener);
    QVERIFY(!unheard);
    QVERIFY2(unheard.error().message.contains(QLatin1String("no answer to TLS")) && !isRefusal(unheard.error()),
             qPrintable(unheard.error().message));
}

void TestRedis::startTls(QProcess &server, const QString &folder, RedisSettings &settings)
{
    settings.password = QStringLiteral("hush");
    settings.tls = true;
    settings.tlsCa = folder + QStringLiteral("/ca.crt");
    const auto openssl = [&](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    };
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    QVERIFY(openssl(list("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 2 -subj /CN=authority")));
    QVERIFY(openssl(list("req -newkey rsa:2048 -nodes -keyout key -out request -subj /CN=localhost")));
    QFile names(folder + QStringLiteral("/names"));
    QVERIFY(names.open(QIODevice::WriteOnly) && names.write("subjectAltName=DNS:localhost,IP:127.0.0.1") > 0);
    names.close();
    QVERIFY(openssl(
        list("x509 -req -in request -CA ca.crt -CAkey ca.key -CAcreateserial -out crt -days 2 -extfile names")));
    settings.port = test::freePort();
    server.setWorkingDirectory(folder);
    server.start(QStringLiteral("redis-server"),
                 list("--port 0 --bind 127.0.0.1 --tls-cert-file crt --tls-key-file key --tls-ca-cert-file ca.crt "
                      "--tls-auth-clients no --unixsocket redis.sock --requirepass hush --tls-port") +
                     QStringList{QString::number(settings.port)});
    QVERIFY(server.waitForStarted());
    QTRY_VERIFY(server.bytesAvailable() > 0 && server.peek(100'000).contains("Ready to accept"));
}

void TestRedis::tlsIsChecked_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("authority");
    QTest::addColumn<QString>("refused");
    QTest::newRow("name") << "localhost" << true << QString();
    QTest::newRow("address") << "127.0.0.1" << true << QString();
    QTest::newRow("another name") << "localhost.localdomain" << true << "certificate";
    QTest::newRow("another address") << "127.0.0.2" << true << "TLS";
    QTest::newRow("unknown authority") << "localhost" << false << "certificate is not good";
}

void TestRedis::tlsIsChecked()
{
    QFETCH(QString, host);
    QFETCH(bool, authority);
    QFETCH(QString, refused);
    const QTemporaryDir folder;
    QProcess server;
    RedisSettings settings;
    startTls(server, folder.path(), settings);
    QVERIFY(!QTest::currentTestFailed());
    settings.host = host;
    if (!authority)
        settings.tlsCa.clear();
    Redis redis(settings, 20s);
    const auto connected = redis.connect();
    if (refused.isEmpty()) {
        QVERIFY2(connected, qPrintable(test::reason(connected)));
        const QByteArray large(3'000'000, 'x');
        QVERIFY(redis.command({"SET", "large", large}));
        QCOMPARE(redis.command({"GET", "large"})->text, large);
        QCOMPARE(redis.command({"BLMOVE", "none", "none", "LEFT", "LEFT", "0.1"})->isNil(), true);
    } else if (host != QLatin1String("localhost.localdomain") || connected.error().kind != ErrorKind::Unreachable) {
        QVERIFY(!connected);
        QVERIFY2(connected.error().message.contains(refused) || connected.error().kind == ErrorKind::Unreachable,
                 qPrintable(connected.error().message));
    }
    server.kill();
    server.waitForFinished();
}

void TestRedis::tlsEndsWithItsServer()
{
    const QTemporaryDir folder;
    QProcess server;
    RedisSettings settings;
    startTls(server, folder.path(), settings);
    QVERIFY(!QTest::currentTestFailed());
    Redis redis(settings, 20s);
    QVERIFY(redis.command({"PING"}));
    server.kill();
    server.waitForFinished();
    const auto after = redis.command({"PING"});
    QVERIFY(!after);
    QCOMPARE(after.error().kind, ErrorKind::Unreachable);
}

// More is under way than all the buffers hold, and the server takes nothing.
void TestRedis::aFrozenTlsServerHoldsNobody()
{
    const QTemporaryDir folder;
    QProcess server;
    RedisSettings settings;
    startTls(server, folder.path(), settings);
    QVERIFY(!QTest::currentTestFailed());
    Redis redis(settings, 1s);
    QVERIFY(QTest::qWaitFor([&] { return bool(redis.command({"PING"})); }, 60'000));
    QCOMPARE(::kill(static_cast<pid_t>(server.processId()), SIGSTOP), 0);
    for (int again = 0; again < 2; ++again) {
        const auto sent = redis.command({"SET", "large", QByteArray(30'000'000, 'x')});
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Unreachable);
    }
    QCOMPARE(::kill(static_cast<pid_t>(server.processId()), SIGCONT), 0);
    QVERIFY(QTest::qWaitFor([&] { return bool(redis.command({"PING"})); }, 60'000));
    server.kill();
    server.waitForFinished();
}

void TestRedis::aDeadPeerIsNoticed_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

// No machine here can vanish behind a connection, so what the kernel was asked to do about it is read from the socket.
void TestRedis::aDeadPeerIsNoticed()
{
    QFETCH(bool, tls);
    const QTemporaryDir folder;
    QProcess server;
    RedisSettings settings = m_servers.settings().redis;
    if (tls) {
        startTls(server, folder.path(), settings);
        QVERIFY(!QTest::currentTestFailed());
    }
    Redis listener(settings, 20s);
    QVERIFY(listener.command({"PSUBSCRIBE", "any*"}));
    int found = 0;
    const QStringList open = QDir(QStringLiteral("/proc/self/fd")).entryList();
    for (const QString &name : open) {
        const int socket = name.toInt();
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &size) != 0 || peer.sin_family != AF_INET ||
            ntohs(peer.sin_port) != settings.port)
            continue;
        ++found;
        const auto option = [socket](int level, int which) {
            int value = 0;
            socklen_t length = sizeof value;
            return ::getsockopt(socket, level, which, &value, &length) == 0 ? value : -1;
        };
        QCOMPARE(option(SOL_SOCKET, SO_KEEPALIVE), 1);
        const int idle = option(IPPROTO_TCP, TCP_KEEPIDLE);
        QVERIFY(idle + option(IPPROTO_TCP, TCP_KEEPINTVL) * option(IPPROTO_TCP, TCP_KEEPCNT) <= 30);
        QVERIFY(idle > 0);
        QCOMPARE(option(IPPROTO_TCP, TCP_USER_TIMEOUT), 30'000);
    }
    QCOMPARE(found, 1);
    server.kill();
    server.waitForFinished();
}

void TestRedis::localSocket()
{
    const QTemporaryDir folder;
    QProcess server;
    RedisSettings settings;
    startTls(server, folder.path(), settings);
    QVERIFY(!QTest::currentTestFailed());
    settings.host = folder.filePath(QStringLiteral("redis.sock"));
    settings.tls = false;
    QVERIFY(Redis(settings, 20s).command({"PING"}));
    server.kill();
    server.waitForFinished();
}

void TestRedis::endlessAnswersEnd()
{
    Redis redis(m_servers.settings().redis, 20s);
    QVERIFY(redis.command({"EVAL", "redis.call('SET', KEYS[1], string.rep('x', 80000000)) return 1", "1", "huge"}));
    const auto read = redis.command({"GET", "huge"});
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QLatin1String("64 MiB")), qPrintable(read.error().message));
    QVERIFY(redis.command({"PING"}));
}

QTEST_GUILESS_MAIN(TestRedis)
#include "test_redis.moc"
