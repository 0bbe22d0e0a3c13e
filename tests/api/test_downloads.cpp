// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "tests/api/apiserver.h"

#include <QDir>
#include <QTest>
#include <sys/stat.h>

using namespace herdbook;
using test::RawAnswer;

class TestDownloads : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ApiBench::initTestCase();
        m_api = std::make_unique<test::ApiServer>(m_servers.settings());
    }
    void init()
    {
        QVERIFY(m_servers.flushRedis());
        QDir(m_servers.settings().exportFolder).removeRecursively();
        QVERIFY(QDir().mkpath(m_servers.settings().exportFolder));
        QVERIFY(AtomicFile::write(path(), "%PDF-content"));
        // An empty folder may be one whose disk isn't mounted.
        QVERIFY(AtomicFile::write(m_servers.settings().exportFolder + QStringLiteral("/another"), "x"));
    }
    void cleanupTestCase() { m_api.reset(); }

    void completedFileIsServed();
    void brokenDownloadGoesOn();
    void onlyCompletedFilesAreServed_data();
    void onlyCompletedFilesAreServed();
    void expiredFileIsGone();
    void linksAndOddThingsAreNotServed();
    void emptyFile();
    void onlyTheFileThatWasMadeIsServed();
    void removeDeletesFileAndKey();
    void removeTouchesNothingElse();
    void whatCantBeDeletedKeepsItsJob();

private:
    QString path() const { return m_servers.settings().exportFolder + u'/' + QLatin1String(Name); }
    void complete(const QByteArray &name = Name) const;
    static constexpr const char *Name = "report_j_20261122_143100.pdf";
    const QByteArray m_url = QByteArray("/api/static/exports/") + Name;
    std::unique_ptr<test::ApiServer> m_api;
};

void TestDownloads::complete(const QByteArray &name) const
{
    test::writeStatus(m_servers, QStringLiteral("j"),
                      R"({"status":"completed","kind":"pdf","filename":")" + name + "\"}");
}

void TestDownloads::completedFileIsServed()
{
    complete();
    const RawAnswer answer = m_api->get(m_url);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("%PDF-content"));
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/pdf"));
    QCOMPARE(answer.headers.value("content-disposition"),
             QByteArray("attachment; filename=\"") + Name + "\"; filename*=UTF-8''" + Name);
    QCOMPARE(answer.headers.value("content-length"), QByteArray("12"));
    QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
    const RawAnswer head = m_api->ask("HEAD", m_url);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"), QByteArray("12"));
}

/// A folder in the place of the file, and an export folder that is away: nobody can delete there.
void TestDownloads::whatCantBeDeletedKeepsItsJob()
{
    complete();
    QVERIFY(QFile::remove(path()));
    QVERIFY(QDir().mkdir(path()));
    RawAnswer answer = m_api->ask("DELETE", "/api/exports/j");
    QCOMPARE(answer.status, 500);
    QVERIFY2(test::detailOf(answer).startsWith(QLatin1String("Can't delete report_j_20261122_143100.pdf: ")),
             answer.body.constData());
    QCOMPARE(m_api->get("/api/exports/pdf/j").status, 200);
    const QString away = m_servers.settings().exportFolder + QStringLiteral(".away");
    QVERIFY(QDir().rename(m_servers.settings().exportFolder, away));
    for (const bool empty : {false, true}) {
        if (empty)
            QVERIFY(QDir().mkdir(m_servers.settings().exportFolder));
        answer = m_api->ask("DELETE", "/api/exports/j");
        QCOMPARE(answer.status, 500);
        QVERIFY2(test::detailOf(answer).contains(QLatin1String("isn't known")), answer.body.constData());
        answer = m_api->get(m_url);
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.headers.contains("retry-after") &&
                     test::detailOf(answer).contains(QLatin1String("isn't known")),
                 answer.body.constData());
    }
    QVERIFY(QDir().rmdir(m_servers.settings().exportFolder));
    QVERIFY(QDir().rename(away, m_servers.settings().exportFolder));
    QCOMPARE(m_api->get("/api/exports/pdf/j").status, 200);
    QVERIFY(QDir().rmdir(path()));
    QCOMPARE(m_api->ask("DELETE", "/api/exports/j").status, 204);
    QCOMPARE(m_api->get("/api/exports/pdf/j").status, 404);
}

void TestDownloads::brokenDownloadGoesOn()
{
    complete();
    const RawAnswer first = m_api->get(m_url, "Range: bytes=0-4\r\n");
    QCOMPARE(first.status, 206);
    QCOMPARE(first.headers.value("content-range"), QByteArray("bytes 0-4/12"));
    const RawAnswer rest = m_api->get(m_url, "Range: bytes=5-\r\nIf-Range: " + first.headers.value("etag") + "\r\n");
    QCOMPARE(rest.status, 206);
    QCOMPARE(first.body + rest.body, QByteArray("%PDF-content"));
    QCOMPARE(m_api->get(m_url, "Range: bytes=-4\r\n").body, QByteArray("tent"));
    const RawAnswer beyond = m_api->get(m_url, "Range: bytes=12-\r\n");
    QCOMPARE(beyond.status, 416);
    QCOMPARE(beyond.headers.value("content-range"), QByteArray("bytes */12"));
}

/// Baseline 4: there, the half file of a job that was still "processing" could be downloaded.
void TestDownloads::onlyCompletedFilesAreServed_data()
{
    QTest::addColumn<QByteArray>("status");
    const QByteArray name = QByteArray(R"("filename":")") + Name + '"';
    QTest::newRow("processing") << "{\"status\":\"processing\"," + name + "}";
    QTest::newRow("failed") << "{\"status\":\"failed\"," + name + "}";
    QTest::newRow("another file") << QByteArray(R"({"status":"completed","filename":"report_j_20261122_143101.pdf"})");
    QTest::newRow("no file") << QByteArray(R"({"status":"completed"})");
    QTest::newRow("unreadable") << QByteArray("nonsense");
}

void TestDownloads::onlyCompletedFilesAreServed()
{
    QFETCH(QByteArray, status);
    test::writeStatus(m_servers, QStringLiteral("j"), status);
    const RawAnswer answer = m_api->get(m_url);
    QCOMPARE(answer.status, 404);
    QCOMPARE(test::detailOf(answer), QStringLiteral("File not found or expired"));
}

/// Baseline 9: there, the file stayed downloadable after its job had expired.
void TestDownloads::expiredFileIsGone()
{
    complete();
    QCOMPARE(m_api->get(m_url).status, 200);
    QVERIFY(m_servers.redisCommand({QStringLiteral("PEXPIRE"), QStringLiteral("export_job:j"), QStringLiteral("20")}));
    QTRY_COMPARE(m_api->get(m_url).status, 404);
    QVERIFY(QFile::exists(path()));
}

void TestDownloads::linksAndOddThingsAreNotServed()
{
    complete();
    QVERIFY(QFile::remove(path()));
    QCOMPARE(m_api->get(m_url).status, 404);
    QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), path()));
    QCOMPARE(m_api->get(m_url).status, 404);
    QVERIFY(QFile::remove(path()) && QDir().mkdir(path()));
    QCOMPARE(m_api->get(m_url).status, 404);
    QVERIFY(QDir().rmdir(path()) && ::mkfifo(QFile::encodeName(path()).constData(), 0600) == 0);
    QCOMPARE(m_api->get(m_url).status, 404);
}

void TestDownloads::emptyFile()
{
    complete();
    QVERIFY(QFile::resize(path(), 0));
    const RawAnswer answer = m_api->get(m_url);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-length"), QByteArray("0"));
    QCOMPARE(m_api->get(m_url, "Range: bytes=0-\r\n").status, 416);
}

void TestDownloads::onlyTheFileThatWasMadeIsServed()
{
    const QByteArray start =
        R"({"status":"completed","kind":"pdf","filename":")" + QByteArray(Name) + R"(","file_size_bytes":)";
    test::writeStatus(m_servers, QStringLiteral("j"), start + R"(12,"sha256":")" + QByteArray(64, 'a') + "\"}");
    const RawAnswer whole = m_api->get(m_url);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.headers.value("repr-digest"), "sha-256=:" + QByteArray(32, '\xaa').toBase64() + ':');
    test::writeStatus(m_servers, QStringLiteral("j"), start + "13}");
    const RawAnswer cut = m_api->get(m_url);
    QCOMPARE(cut.status, 500);
    QVERIFY2(test::detailOf(cut).contains(QLatin1String("12 of 13 bytes")), cut.body.constData());
}

void TestDownloads::removeDeletesFileAndKey()
{
    complete();
    const RawAnswer removed = m_api->ask("DELETE", "/api/exports/j");
    QCOMPARE(removed.status, 204);
    QVERIFY(!removed.headers.contains("content-length"));
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(m_api->get("/api/exports/pdf/j").status, 404);
    QCOMPARE(m_api->get(m_url).status, 404);
    const RawAnswer again = m_api->ask("DELETE", "/api/exports/j");
    QCOMPARE(again.status, 404);
    QCOMPARE(test::detailOf(again), QStringLiteral("Job not found or expired"));
}

void TestDownloads::removeTouchesNothingElse()
{
    // The status names a file that isn't this job's.
    for (const char *name : {"../images/keep", "/etc/hostname", "report_other_20261122_143100.pdf", "keep"}) {
        const QString folder = m_servers.settings().exportFolder;
        QVERIFY(AtomicFile::write(folder + QStringLiteral("/keep"), "x"));
        QVERIFY(AtomicFile::write(folder + QStringLiteral("/report_other_20261122_143100.pdf"), "x"));
        QVERIFY(AtomicFile::write(m_servers.settings().imageFolder + QStringLiteral("/keep"), "x"));
        complete(name);
        QCOMPARE(m_api->ask("DELETE", "/api/exports/j").status, 204);
        QVERIFY(QFile::exists(folder + QStringLiteral("/keep")));
        QVERIFY(QFile::exists(folder + QStringLiteral("/report_other_20261122_143100.pdf")));
        QVERIFY(QFile::exists(m_servers.settings().imageFolder + QStringLiteral("/keep")));
    }
}

QTEST_GUILESS_MAIN(TestDownloads)
#include "test_downloads.moc"
