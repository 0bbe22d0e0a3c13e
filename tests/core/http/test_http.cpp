// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/byterange.h"
#include "tests/core/http/rawclient.h"
#include "tests/core/http/testserver.h"

#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace herdbook;
using test::RawAnswer;
using test::RawClient;

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void keepAliveAndPipelining();
    void headHasNoBody();
    void answersFromAnotherThread();
    void forgottenAndThrownAreAnswered();
    void continueIsSentBeforeTheBody();
    void headersCannotBeInjected();
    void downloads();
    void resumingAnotherVersionStartsOver();
    void onlyRegularFilesOpen();
    void stopLetsTheAnswerOut();
};

void TestHttp::ranges_data()
{
    using Kind = http::ByteRange::Kind;
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("length");
    const auto row = [](const char *header, Kind kind, quint64 offset, quint64 length) {
        QTest::newRow(*header != '\0' ? header : "none")
            << QByteArray(header) << static_cast<int>(kind) << offset << length;
    };
    row("", Kind::Whole, 0, 1000);
    row("bytes=0-0", Kind::Part, 0, 1);
    row("bytes=0-499", Kind::Part, 0, 500);
    row("bytes=500-", Kind::Part, 500, 500);
    row("bytes=999-", Kind::Part, 999, 1);
    row("bytes=-500", Kind::Part, 500, 500);
    row("bytes=-5000", Kind::Part, 0, 1000);
    row("bytes=900-5000", Kind::Part, 900, 100);
    row("bytes=0-99999999999999999999999999", Kind::Part, 0, 1000);
    row("bytes=1000-", Kind::Unsatisfiable, 0, 0);
    row("bytes=99999999999999999999999999-", Kind::Unsatisfiable, 0, 0);
    row("bytes=-0", Kind::Unsatisfiable, 0, 0);
    row("bytes=5-4", Kind::Whole, 0, 1000);
    row("bytes=0-1,5-6", Kind::Whole, 0, 1000);
    row("bytes=-", Kind::Whole, 0, 1000);
    row("bytes=a-b", Kind::Whole, 0, 1000);
    row("bytes= 0-1", Kind::Whole, 0, 1000);
    row("bytes=--1", Kind::Whole, 0, 1000);
    row("items=0-1", Kind::Whole, 0, 1000);
    row("bytes-1", Kind::Whole, 0, 1000);
}

void TestHttp::ranges()
{
    QFETCH(QByteArray, header);
    QFETCH(int, kind);
    QFETCH(quint64, offset);
    QFETCH(quint64, length);
    const http::ByteRange range = http::selectRange(header.toStdString(), 1000);
    QCOMPARE(static_cast<int>(range.kind), kind);
    QCOMPARE(quint64{range.offset}, offset);
    QCOMPARE(quint64{range.length}, length);
    QCOMPARE(http::selectRange("bytes=-5", 0).kind, http::ByteRange::Kind::Unsatisfiable);
}

void TestHttp::keepAliveAndPipelining()
{
    test::TestServer server;
    RawClient client(server.port());
    for (int at = 0; at < 3; ++at) {
        client.send(RawClient::request("POST", "/echo?x=1", QByteArray::number(at)));
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "POST /echo " + QByteArray::number(at));
        QVERIFY(answer.headers.value("date").endsWith("GMT"));
    }
    QByteArray many;
    for (int at = 0; at < 200; ++at)
        many += RawClient::request("GET", "/echo/" + QByteArray::number(at));
    client.send(many + RawClient::request("POST", "/echo", QByteArray(100'000, 'x')));
    for (int at = 0; at < 200; ++at)
        QCOMPARE(client.receive().body, "GET /echo/" + QByteArray::number(at) + ' ');
    QCOMPARE(client.receive().body.size(), 100'011);
    client.send(RawClient::request("GET", "/echo", {}, "Connection: close\r\n"));
    QCOMPARE(client.receive().headers.value("connection"), QByteArray("close"));
    QVERIFY(client.isClosedByServer());
}

void TestHttp::headHasNoBody()
{
    test::TestServer server;
    RawClient client(server.port());
    client.send(RawClient::request("HEAD", "/echo"));
    const RawAnswer head = client.receive(true);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"), QByteArray("11"));
    client.send(RawClient::request("GET", "/echo"));
    QCOMPARE(client.receive().body, QByteArray("GET /echo "));
}

void TestHttp::answersFromAnotherThread()
{
    test::TestServer server;
    RawClient client(server.port());
    client.send(RawClient::request("GET", "/later"));
    const std::vector<http::Responder> later = server.handler.waitForLater(1);
    QCOMPARE(later.size(), size_t{1});
    RawClient other(server.port());
    other.send(RawClient::request("GET", "/echo"));
    QCOMPARE(other.receive().status, 200);
    std::jthread([&] { later.front()(http::problem(202, "done")); }).join();
    later.front()(http::problem(500, "twice"));
    QCOMPARE(client.receive().status, 202);
    client.send(RawClient::request("GET", "/echo"));
    QCOMPARE(client.receive().status, 200);
}

void TestHttp::forgottenAndThrownAreAnswered()
{
    test::TestServer server;
    for (const char *path : {"/never", "/throw"}) {
        RawClient client(server.port());
        client.send(RawClient::request("GET", path));
        QCOMPARE(client.receive().status, 500);
        client.send(RawClient::request("GET", "/echo"));
        QCOMPARE(client.receive().status, 200);
    }
}

void TestHttp::continueIsSentBeforeTheBody()
{
    test::TestServer server;
    RawClient client(server.port());
    client.send(RawClient::request("POST", "/echo", {}, "Content-Length: 3\r\nExpect: 100-continue\r\n"));
    QCOMPARE(client.receiveBytes(25), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("abc");
    QCOMPARE(client.receive().body, QByteArray("POST /echo abc"));
}

void TestHttp::headersCannotBeInjected()
{
    http::Response response;
    response.add("X", "a\r\nSet-Cookie: b");
    QCOMPARE(response.headers, std::string("X: a  Set-Cookie: b\r\n"));
}

void TestHttp::downloads()
{
    test::TestServer server;
    QTemporaryDir folder;
    server.handler.folder = folder.path();
    QByteArray content(3'000'000, '\0');
    for (qsizetype at = 0; at < content.size(); ++at)
        content[at] = static_cast<char>(at * 31 % 251);
    QFile file(folder.filePath(QStringLiteral("file.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();

    RawClient client(server.port());
    const auto get = [&](const QByteArray &headers) {
        client.send(RawClient::request("GET", "/file", {}, headers));
        return client.receive();
    };
    const RawAnswer whole = get({});
    QCOMPARE(whole.status, 200);
    QVERIFY(whole.body == content);
    QCOMPARE(whole.headers.value("content-disposition"), QByteArray("attachment; filename=\"file.bin\""));
    QCOMPARE(whole.headers.value("accept-ranges"), QByteArray("bytes"));
    const RawAnswer part = get("Range: bytes=1000-2499999\r\n");
    QCOMPARE(part.status, 206);
    QCOMPARE(part.headers.value("content-range"), QByteArray("bytes 1000-2499999/3000000"));
    QVERIFY(part.body == content.mid(1000, 2'499'000));
    QVERIFY(get("Range: bytes=-7\r\n").body == content.right(7));
    const RawAnswer beyond = get("Range: bytes=3000000-\r\n");
    QCOMPARE(beyond.status, 416);
    QCOMPARE(beyond.headers.value("content-range"), QByteArray("bytes */3000000"));
    client.send(RawClient::request("HEAD", "/file"));
    QCOMPARE(client.receive(true).headers.value("content-length"), QByteArray("3000000"));
    QVERIFY(file.resize(0));
    QCOMPARE(get({}).headers.value("content-length"), QByteArray("0"));
}

void TestHttp::resumingAnotherVersionStartsOver()
{
    test::TestServer server;
    QTemporaryDir folder;
    server.handler.folder = folder.path();
    QFile file(folder.filePath(QStringLiteral("file.bin")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("first version") > 0);
    file.close();
    const auto get = [&](const QByteArray &headers) {
        return RawClient::ask(server.port(), RawClient::request("GET", "/file", {}, headers));
    };
    const QByteArray tag = get({}).headers.value("etag");
    QCOMPARE(get("Range: bytes=6-\r\nIf-Range: " + tag + "\r\n").body, QByteArray("version"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("another version") > 0);
    file.close();
    const RawAnswer again = get("Range: bytes=6-\r\nIf-Range: " + tag + "\r\n");
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, QByteArray("another version"));
}

void TestHttp::onlyRegularFilesOpen()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sub")));
    QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), folder.filePath(QStringLiteral("link"))));
    QVERIFY(::mkfifo(folder.filePath(QStringLiteral("pipe")).toLocal8Bit().constData(), 0600) == 0);
    QFile file(folder.filePath(QStringLiteral("plain")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(http::openRegularFile(path, "plain"));
    for (const char *name :
         {"", ".", "..", "sub", "link", "pipe", "absent", "../plain", "sub/../plain", "/etc/hostname"})
        QVERIFY2(!http::openRegularFile(path, name), name);
    QVERIFY(!http::openRegularFile(path, std::string("plain\0x", 7)));
    QVERIFY(!http::openRegularFile("/nowhere", "plain"));
}

void TestHttp::stopLetsTheAnswerOut()
{
    // One event loop: when it has let go of the idle client, it knows of the stop.
    test::TestServer server({}, 1);
    RawClient idle(server.port());
    idle.send(RawClient::request("GET", "/echo"));
    QCOMPARE(idle.receive().status, 200);
    RawClient busy(server.port());
    busy.send(RawClient::request("GET", "/later"));
    const std::vector<http::Responder> later = server.handler.waitForLater(1);
    QCOMPARE(later.size(), size_t{1});
    std::jthread stopping([&] { server.stop(); });
    QVERIFY(idle.isClosedByServer());
    later.front()(http::problem(202, "done"));
    const RawAnswer answer = busy.receive();
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
    stopping.join();
    QCOMPARE(RawClient::ask(server.port(), RawClient::request("GET", "/echo")).status, 0);
}

QTEST_GUILESS_MAIN(TestHttp)
#include "test_http.moc"
