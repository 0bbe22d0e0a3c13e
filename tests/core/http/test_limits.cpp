// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/rawclient.h"
#include "tests/core/http/testserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using test::RawClient;

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowHeadsAreEnded();
    void silentClientsAreEnded();
    void slowBodiesAreEnded();
    void slowHandlersAreAnsweredFor();
    void crowdOfSlowClientsShutsNobodyOut();
    void fullOfAnswersSaysSo();
    void largeBodiesAreCounted();
    void slowDownloadsTakeNoMemory();
    void stalledDownloadEnds();

private:
    /// This one alone is short: a machine that stalls exceeds no other.
    static http::Limits shortly(std::chrono::milliseconds http::Limits::*limit);
    /// Whether this process, and so the server, has the file open for reading.
    static bool isOpenHere(const QString &path);
};

bool TestLimits::isOpenHere(const QString &path)
{
    const QFileInfoList open = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::AllEntries | QDir::System);
    return std::any_of(open.begin(), open.end(), [&](const QFileInfo &each) { return each.symLinkTarget() == path; });
}

http::Limits TestLimits::shortly(std::chrono::milliseconds http::Limits::*limit)
{
    http::Limits limits;
    limits.*limit = std::chrono::milliseconds(300);
    return limits;
}

void TestLimits::slowHeadsAreEnded()
{
    test::TestServer server(shortly(&http::Limits::head));
    RawClient slow(server.port());
    QVERIFY(slow.send("GET /echo HTTP/1.1\r\n"));
    // A byte now and then doesn't buy time.
    for (int at = 0; at < 400 && !slow.hasAnswer() && slow.send("X"); ++at)
        QTest::qWait(50);
    QCOMPARE(slow.receive().status, 408);
}

void TestLimits::silentClientsAreEnded()
{
    test::TestServer server(shortly(&http::Limits::idle));
    RawClient silent(server.port());
    QVERIFY(silent.isClosedByServer());
}

void TestLimits::slowBodiesAreEnded()
{
    test::TestServer server(shortly(&http::Limits::body));
    RawClient client(server.port());
    client.send(RawClient::request("POST", "/echo", {}, "Content-Length: 10\r\n") + "abc");
    QCOMPARE(client.receive().status, 408);
    QVERIFY(client.isClosedByServer());
}

void TestLimits::slowHandlersAreAnsweredFor()
{
    test::TestServer server(shortly(&http::Limits::answer));
    RawClient client(server.port());
    client.send(RawClient::request("GET", "/later"));
    const test::RawAnswer answer = client.receive();
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.headers.contains("retry-after"));
    for (const http::Responder &late : server.handler.takeLater()) {
        QVERIFY(!late.isAwaited());
        late(http::problem(200, "too late"));
    }
    QCOMPARE(client.receive().status, 0);
    test::TestServer patient;
    RawClient waiting(patient.port());
    waiting.send(RawClient::request("GET", "/later"));
    const auto held = patient.handler.waitForLater(1);
    QVERIFY(held.size() == 1 && held.front().isAwaited());
    // What may have changed something isn't to be asked again at once.
    RawClient other(server.port());
    other.send(RawClient::request("POST", "/later"));
    const test::RawAnswer doubt = other.receive();
    QCOMPARE(doubt.status, 503);
    QVERIFY(!doubt.headers.contains("retry-after") && doubt.body.contains("isn't known"));
}

void TestLimits::crowdOfSlowClientsShutsNobodyOut()
{
    http::Limits limits;
    limits.connections = 40;
    test::TestServer server(limits);
    std::vector<RawClient> crowd;
    for (int at = 0; at < 200; ++at) {
        crowd.emplace_back(server.port());
        crowd.back().send("GET /echo HTTP/1.1\r\nX: ");
        if (at % 20 == 0)
            QCOMPARE(RawClient::ask(server.port(), RawClient::request("GET", "/echo")).status, 200);
    }
}

void TestLimits::fullOfAnswersSaysSo()
{
    http::Limits limits;
    limits.connections = 3;
    test::TestServer server(limits, 1);
    std::vector<RawClient> busy;
    for (int at = 0; at < 4; ++at) {
        busy.emplace_back(server.port());
        busy.back().send(RawClient::request("GET", "/later"));
    }
    const std::vector<http::Responder> later = server.handler.waitForLater(4);
    QCOMPARE(later.size(), size_t{4});
    const test::RawAnswer refused = RawClient::ask(server.port(), RawClient::request("GET", "/echo"));
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.headers.contains("retry-after"));
    for (const http::Responder &responder : later)
        responder(http::problem(202, "done"));
    for (RawClient &client : busy)
        QCOMPARE(client.receive().status, 202);
    QCOMPARE(RawClient::ask(server.port(), RawClient::request("GET", "/echo")).status, 200);
}

void TestLimits::largeBodiesAreCounted()
{
    http::Limits limits;
    limits.largeBodies = 2;
    test::TestServer server(limits);
    const QByteArray large(200'000, 'x');
    RawClient first(server.port());
    first.send(RawClient::request("POST", "/later", large));
    auto second = std::make_unique<RawClient>(server.port());
    second->send(RawClient::request("POST", "/later", large));
    const std::vector<http::Responder> later = server.handler.waitForLater(2);
    QCOMPARE(later.size(), size_t{2});
    QCOMPARE(RawClient::ask(server.port(), RawClient::request("POST", "/echo", large)).status, 503);
    QCOMPARE(RawClient::ask(server.port(), RawClient::request("POST", "/echo", "small")).status, 200);
    QByteArray chunks;
    for (int at = 0; at < 20; ++at)
        chunks += "2710\r\n" + QByteArray(10'000, 'x') + "\r\n";
    const QByteArray chunked =
        RawClient::request("POST", "/echo", {}, "Transfer-Encoding: chunked\r\n") + chunks + "0\r\n\r\n";
    QCOMPARE(RawClient::ask(server.port(), chunked).status, 503);
    for (const http::Responder &responder : later)
        responder(http::problem(202, "done"));
    QCOMPARE(first.receive().status, 202);
    QCOMPARE(second->receive().status, 202);
    for (int at = 0; at < 4; ++at) // every place was given back
        QVERIFY(QTest::qWaitFor(
            [&] { return RawClient::ask(server.port(), RawClient::request("POST", "/echo", large)).status == 200; },
            60'000));
    QCOMPARE(RawClient::ask(server.port(), chunked).status, 200);
}

void TestLimits::slowDownloadsTakeNoMemory()
{
    const auto residentKb = [] {
        QFile status(QStringLiteral("/proc/self/statm"));
        if (!status.open(QIODevice::ReadOnly))
            return qint64{-1};
        return status.readAll().split(' ').value(1).toLongLong() * 4;
    };
    test::TestServer server;
    QTemporaryDir folder;
    server.handler.folder = folder.path();
    QFile file(folder.filePath(QStringLiteral("file.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64{200} << 20));
    QCOMPARE(RawClient::ask(server.port(), RawClient::request("GET", "/echo")).status, 200);
    const qint64 before = residentKb();
    std::vector<RawClient> slow;
    for (int at = 0; at < 16; ++at) {
        slow.emplace_back(server.port());
        slow.back().send(RawClient::request("GET", "/file"));
        QCOMPARE(slow.back().receive(true).status, 200);
    }
    QCOMPARE(RawClient::ask(server.port(), RawClient::request("GET", "/echo")).status, 200);
    const qint64 grown = residentKb() - before;
    QVERIFY2(before > 0 && grown < 8'000, qPrintable(QString::number(grown)));
}

void TestLimits::stalledDownloadEnds()
{
    test::TestServer server(shortly(&http::Limits::stall));
    QTemporaryDir folder;
    server.handler.folder = folder.path();
    QFile file(folder.filePath(QStringLiteral("file.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64{200} << 20));
    file.close();
    RawClient client(server.port());
    client.send(RawClient::request("GET", "/file"));
    QCOMPARE(client.receive(true).status, 200);
    // The server lets go of it. What the kernel had taken still comes; then it is over long before the file is.
    QTRY_VERIFY(!isOpenHere(file.fileName()));
    QVERIFY(client.receiveBytes(qsizetype{200} << 20).isEmpty());
    QVERIFY(client.isClosedByServer());
}

QTEST_GUILESS_MAIN(TestLimits)
#include "test_limits.moc"
