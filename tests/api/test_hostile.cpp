// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "tests/api/apiserver.h"
#include "tests/api/hostilerequests.h"

#include <QElapsedTimer>
#include <QTest>

#include <ctime>

using namespace herdbook;
using test::RawAnswer;
using test::RawClient;

/// Requests of which none may do anything: SC-006, SC-007, SC-010.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bodies_data() { rows(test::hostileBodies()); }
    void bodies() { check(); }
    void heads_data() { rows(test::hostileHeads()); }
    void heads() { check(); }
    void theTableIsLarge();
    void cutOffRequests();

private:
    static void rows(const QList<test::HostileRequest> &all)
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        for (const test::HostileRequest &request : all)
            QTest::newRow(request.name.constData()) << request.bytes << request.status;
    }
    void check();

    test::Servers m_servers;
    std::unique_ptr<test::ApiServer> m_api;
    QString m_content;
};

void TestHostile::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    const QString folder = m_servers.settings().exportFolder;
    // Things to be got at: a secret beside the folder and in it, a link out of it, and a file that is really offered.
    QVERIFY(AtomicFile::write(folder + QStringLiteral("/../secret"), "secret"));
    QVERIFY(AtomicFile::write(folder + QStringLiteral("/secret"), "secret"));
    QVERIFY(AtomicFile::write(folder + QStringLiteral("/report_j_20261122_143100.pdf"), "offered"));
    QVERIFY(QFile::link(folder + QStringLiteral("/../secret"),
                        folder + QStringLiteral("/report_link_20261122_143100.pdf")));
    test::writeStatus(m_servers, QStringLiteral("j"),
                      R"({"status":"completed","kind":"pdf","filename":"report_j_20261122_143100.pdf"})");
    test::writeStatus(m_servers, QStringLiteral("link"),
                      R"({"status":"completed","kind":"pdf","filename":"report_link_20261122_143100.pdf"})");
    m_content = test::redisContent(m_servers);
    QCOMPARE(m_content, QStringLiteral("2/0"));
    m_api = std::make_unique<test::ApiServer>(m_servers.settings());
    QCOMPARE(m_api->get("/api/static/exports/report_j_20261122_143100.pdf").body, QByteArray("offered"));
}

void TestHostile::cleanupTestCase()
{
    if (m_api)
        QCOMPARE(m_api->get("/api/static/exports/report_j_20261122_143100.pdf").body, QByteArray("offered"));
    m_api.reset();
}

void TestHostile::check()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    // Within 100 ms (SC-006), the best of ten. Where this machine is busy with other things, the processor time of client and server
    // counts, and the second is the limit for waiting.
    qint64 best = std::numeric_limits<qint64>::max();
    for (int attempt = 0; attempt < 10 && best >= 100; ++attempt) {
        RawClient client(m_api->port());
        QElapsedTimer timer;
        timer.start();
        const std::clock_t worked = std::clock();
        client.send(bytes);
        const RawAnswer answer = client.receive(bytes.startsWith("HEAD "));
        const qint64 waited = timer.elapsed();
        const qint64 work = 1000 * (std::clock() - worked) / CLOCKS_PER_SEC;
        best = std::min(best, waited < 1000 ? std::min(waited, work) : waited);
        QVERIFY2(answer.status == status,
                 QByteArray(QByteArray::number(answer.status) + ' ' + answer.body).constData());
        if (bytes.startsWith("HEAD "))
            continue;
        QVERIFY2(!test::detailOf(answer).isEmpty(), answer.body.constData());
        QVERIFY(!answer.body.contains("secret") && !answer.body.contains("root:"));
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(answer.headers.contains("allow"), status == 405);
    }
    QVERIFY2(best < 100, qPrintable(QStringLiteral("%1 ms").arg(best)));
    QCOMPARE(test::redisContent(m_servers), m_content);
}

void TestHostile::theTableIsLarge()
{
    const qsizetype size = test::hostileBodies().size() + test::hostileHeads().size();
    qInfo("%lld hostile requests", static_cast<long long>(size));
    QVERIFY(size >= 150);
}

/// Every prefix of a valid request, and then nothing more: no crash, no job.
void TestHostile::cutOffRequests()
{
    const QByteArray whole =
        RawClient::request("POST", "/api/exports/pdf", R"({"start_date":"2026-06-01","end_date":"2026-06-30"})",
                           "Content-Type: application/json\r\n");
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(RawClient(m_api->port()).send(whole.left(size)));
    QCOMPARE(m_api->get("/api/exports/pdf/j").status, 200);
    QCOMPARE(test::redisContent(m_servers), m_content);
}

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
