// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/rawclient.h"
#include "tests/core/http/testserver.h"

#include <QTest>

using namespace herdbook;
using test::RawAnswer;
using test::RawClient;

class TestFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framing_data();
    void framing();
};

/// Heads that say two things at once are how one request is smuggled past a proxy inside another: none may reach the handler.
void TestFraming::framing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    const QByteArray host = "Host: localhost\r\n";
    const QByteArray post = "POST /echo HTTP/1.1\r\n" + host;
    row("plain", "GET /echo HTTP/1.1\r\n" + host + "\r\n", 200);
    row("HTTP/1.0 without Host", "GET /echo HTTP/1.0\r\n\r\n", 200);
    row("chunked", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 200);
    row("chunk extension", post + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\n", 200);
    row("no Host", "GET /echo HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", "GET /echo HTTP/1.1\r\n" + host + host + "\r\n", 400);
    row("length and chunked", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    row("chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400);
    row("two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
    row("the same length twice", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400);
    row("list of lengths", post + "Content-Length: 3, 3\r\n\r\nabc", 400);
    row("negative length", post + "Content-Length: -3\r\n\r\nabc", 400);
    row("signed length", post + "Content-Length: +3\r\n\r\nabc", 400);
    row("hexadecimal length", post + "Content-Length: 0x3\r\n\r\nabc", 400);
    row("empty length", post + "Content-Length: \r\n\r\n", 400);
    row("length beyond 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\n", 400);
    row("length beyond the limit", post + "Content-Length: 2097153\r\n\r\n", 413);
    row("two codings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
    row("two coding headers", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n", 400);
    row("unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
    row("quoted coding", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n", 501);
    row("chunked in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    row("chunk size is no number", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 400);
    row("negative chunk", post + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n", 400);
    row("endless chunk size", post + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(40, 'f') + "\r\n", 400);
    row("chunk larger than the limit", post + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n", 413);
    row("chunk without its end", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n", 400);
    row("endless chunk extension",
        post + "Transfer-Encoding: chunked\r\n\r\n3;" + QByteArray(40'000, 'x') + "\r\nabc\r\n0\r\n\r\n", 400);
    row("space before the colon", "GET /echo HTTP/1.1\r\nHost : localhost\r\n\r\n", 400);
    row("header without a colon", "GET /echo HTTP/1.1\r\n" + host + "nonsense\r\n\r\n", 400);
    row("null byte in a header", "GET /echo HTTP/1.1\r\n" + host + QByteArray("X: a\0b\r\n\r\n", 10), 400);
    row("carriage return in a header", "GET /echo HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n", 400);
    row("bare line feeds", "GET /echo HTTP/1.1\nHost: localhost\n\n", 400);
    row("space in the target", "GET /echo /x HTTP/1.1\r\n" + host + "\r\n", 400);
    row("null byte in the target", QByteArray("GET /ec\0ho HTTP/1.1\r\n", 21) + host + "\r\n", 400);
    row("no version", "GET /echo\r\n" + host + "\r\n", 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    row("HTTP/9", "GET /echo HTTP/9.9\r\n" + host + "\r\n", 400);
    row("HTTP/1.2", "GET /echo HTTP/1.2\r\n" + host + "\r\n", 400);
    row("other protocol", "GET /echo SMTP/1.1\r\n" + host + "\r\n", 400);
    row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
    row("binary", QByteArray("\xff\xfe\x00\x01\r\n\r\n", 8), 400);
    row("empty method", " /echo HTTP/1.1\r\n" + host + "\r\n", 400);
    row("large header", "GET /echo HTTP/1.1\r\n" + host + "X: " + QByteArray(17'000, 'a') + "\r\n\r\n", 431);
    row("many headers", "GET /echo HTTP/1.1\r\n" + host + QByteArray("X: a\r\n").repeated(5'000) + "\r\n", 431);
    row("long target", "GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 431);
    row("unknown expectation", post + "Content-Length: 3\r\nExpect: cake\r\n\r\nabc", 417);
    row("refused by the head", "POST /closed HTTP/1.1\r\n" + host + "Content-Length: 100\r\n\r\n", 403);
}

void TestFraming::framing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    test::TestServer server;
    // What comes after a refused request must never be taken for the next one.
    RawClient client(server.port());
    client.send(bytes);
    const bool refused = status != 200;
    if (refused)
        client.send("GET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const RawAnswer answer = client.receive();
    QCOMPARE(answer.status, status);
    if (refused) {
        QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
        QVERIFY(answer.body.startsWith("{\"detail\":\""));
        QCOMPARE(client.receive().status, 0);
    }
}

QTEST_GUILESS_MAIN(TestFraming)
#include "test_framing.moc"
