// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "tests/api/apiserver.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace herdbook;
using test::RawAnswer;

/// What a poll says, whatever is in Redis.
class TestStatus : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void pdfStatus_data();
    void pdfStatus();
    void aLinkIsOneToAFile();
    void aLostFileIsMadeAnew();
    void zipStatusNeverPassesHundredPercent_data();
    void zipStatusNeverPassesHundredPercent();
    void kindMatters();
    void expiredIsNotFoundInTheExactWords();
    void unreadableStatusIsNoCrash();
    void listIsNewestFirst();
    void manyPollsAreAnsweredTogether();

private:
};

void TestStatus::pdfStatus_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("processing")
        << QByteArray(R"({"status":"processing","job_id":"j","created_at":"2026-11-22T14:30:45.123456"})")
        << QByteArray(R"({"completed_at":null,"created_at":"2026-11-22T14:30:45.123000","download_url":null,)"
                      R"("error_message":null,"expires_at":null,"file_size_bytes":null,"filename":null,)"
                      R"("job_id":"j","status":"processing"})");
    QTest::newRow("completed")
        << QByteArray(R"({"status":"completed","job_id":"j","created_at":"2026-11-22T14:30:45Z",)"
                      R"("completed_at":"2026-11-22T14:31:00","filename":"report_j_20261122_143100.pdf",)"
                      R"("download_url":"/api/static/exports/report_j_20261122_143100.pdf","file_size_bytes":5})")
        << QByteArray(R"({"completed_at":"2026-11-22T14:31:00.000000","created_at":"2026-11-22T14:30:45.000000",)"
                      R"("download_url":null,"error_message":null,)"
                      R"("expires_at":"2026-11-22T15:31:00.000000","file_available":false,"file_size_bytes":5,)"
                      R"("filename":"report_j_20261122_143100.pdf","job_id":"j","status":"completed"})");
    QTest::newRow("failed")
        << QByteArray(R"({"status":"failed","job_id":"j","created_at":"2026-11-22T14:30:45",)"
                      R"("completed_at":"2026-11-22T14:31:00","error":"No detections"})")
        << QByteArray(
               R"({"completed_at":"2026-11-22T14:31:00.000000","created_at":"2026-11-22T14:30:45.000000",)"
               R"("download_url":null,"error_message":"No detections","expires_at":"2026-11-22T15:31:00.000000",)"
               R"("file_size_bytes":null,"filename":null,"job_id":"j","status":"failed"})");
}

/// A link that leads nowhere is none: whether the file is there is said, and where it can't be known, that.
void TestStatus::aLinkIsOneToAFile()
{
    const QString folder = m_servers.settings().exportFolder;
    const QString name = QStringLiteral("report_j_20261122_143100.pdf");
    QVERIFY(AtomicFile::write(folder + QStringLiteral("/another"),
                              "x")); // an empty folder may be a disk that isn't mounted
    const test::ApiServer api(m_servers.settings());
    test::writeStatus(m_servers, QStringLiteral("j"),
                      R"({"status":"completed","kind":"pdf","filename":"report_j_20261122_143100.pdf",)"
                      R"("download_url":"https://elsewhere.example/"})");
    const auto available = [&](bool listed) {
        const QJsonObject status =
            listed ? test::jsonOf(api.get("/api/exports"))[QLatin1String("jobs")].toArray().first().toObject()
                   : test::jsonOf(api.get("/api/exports/pdf/j"));
        const QString link = status[QLatin1String("download_url")].toString();
        if (link != (status[QLatin1String("file_available")] == false ? QString() : exports::downloadUrl(name)))
            return QJsonValue(link);
        return status[QLatin1String("file_available")];
    };
    for (const bool listed : {false, true}) {
        QCOMPARE(available(listed), QJsonValue(false));
        QVERIFY(AtomicFile::write(folder + u'/' + name, "%PDF"));
        QCOMPARE(available(listed), QJsonValue(true));
        QVERIFY(QFile::remove(folder + u'/' + name));
        QVERIFY(QDir().rename(folder, folder + QStringLiteral(".away")));
        QVERIFY(available(listed).isNull()); // a folder that is away tells of no file
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(available(listed).isNull()); // nor does an empty one
        QVERIFY(QDir().rmdir(folder));
        QVERIFY(QDir().rename(folder + QStringLiteral(".away"), folder));
    }
}

/// The key of a job whose file is lost makes the file anew instead of leading to it again.
void TestStatus::aLostFileIsMadeAnew()
{
    const QString folder = m_servers.settings().exportFolder;
    const test::ApiServer api(m_servers.settings());
    const auto submit = [&] {
        return test::jsonOf(api.post("/api/exports/pdf", test::reportBody(), "Idempotency-Key: once\r\n"))
            .value(QLatin1String("job_id"))
            .toString();
    };
    const QString first = submit();
    const QString path = folder + QStringLiteral("/report_%1_20261122_143100.pdf").arg(first);
    QVERIFY(AtomicFile::write(path, "%PDF"));
    QVERIFY(AtomicFile::write(folder + QStringLiteral("/another"), "x"));
    test::writeStatus(m_servers, first,
                      QStringLiteral(R"({"status":"completed","kind":"pdf","filename":"%1"})")
                          .arg(QFileInfo(path).fileName())
                          .toLatin1());
    QCOMPARE(submit(), first);
    QVERIFY(QFile::remove(path));
    const QString second = submit();
    QVERIFY(!second.isEmpty() && second != first);
    QCOMPARE(submit(), second);
}

void TestStatus::pdfStatus()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, answer);
    QVERIFY(AtomicFile::write(m_servers.settings().exportFolder + QStringLiteral("/another"), "x"));
    const test::ApiServer api(m_servers.settings());
    test::writeStatus(m_servers, QStringLiteral("j"), stored);
    const RawAnswer status = api.get("/api/exports/pdf/j");
    QCOMPARE(status.status, 200);
    QCOMPARE(status.body, answer);
    QCOMPARE(status.headers.value("cache-control"), QByteArray("no-store"));
}

/// Baseline 1: there, the status of a completed ZIP was a 500, because progress passed 100%.
void TestStatus::zipStatusNeverPassesHundredPercent_data()
{
    QTest::addColumn<QByteArray>("counts");
    QTest::addColumn<int>("percent");
    QTest::newRow("total dropped") << QByteArray(R"("status":"completed","processed_count":250)") << 100;
    QTest::newRow("more than all") << QByteArray(R"("status":"processing","processed_count":7,"total_detections":5)")
                                   << 100;
    QTest::newRow("on the way") << QByteArray(R"("status":"processing","processed_count":1,"total_detections":8)")
                                << 12;
    QTest::newRow("no counts") << QByteArray(R"("status":"processing")") << 0;
    QTest::newRow("none of none") << QByteArray(R"("status":"processing","processed_count":0,"total_detections":0)")
                                  << 0;
    QTest::newRow("nonsense") << QByteArray(R"("status":"processing","processed_count":"x","total_detections":-4)")
                              << 0;
    QTest::newRow("huge") << QByteArray(R"("status":"processing","processed_count":1e300,"total_detections":1e15)")
                          << 0;
}

void TestStatus::zipStatusNeverPassesHundredPercent()
{
    QFETCH(QByteArray, counts);
    QFETCH(int, percent);
    const test::ApiServer api(m_servers.settings());
    test::writeStatus(m_servers, QStringLiteral("j"), "{" + counts + "}");
    const RawAnswer status = api.get("/api/exports/zip/j");
    QCOMPARE(status.status, 200);
    QCOMPARE(test::jsonOf(status).value(QLatin1String("progress_percent")).toInt(-1), percent);
}

void TestStatus::kindMatters()
{
    const test::ApiServer api(m_servers.settings());
    test::writeStatus(m_servers, QStringLiteral("j"), R"({"status":"processing","kind":"pdf"})");
    QCOMPARE(api.get("/api/exports/pdf/j").status, 200);
    QCOMPARE(api.get("/api/exports/zip/j").status, 404);
    test::writeStatus(m_servers, QStringLiteral("j"), R"({"status":"processing"})");
    QCOMPARE(api.get("/api/exports/pdf/j").status, 200);
    QCOMPARE(api.get("/api/exports/zip/j").status, 200);
    QCOMPARE(api.ask("HEAD", "/api/exports/zip/j").status, 200);
}

/// Baseline 3 and SC-004.
void TestStatus::expiredIsNotFoundInTheExactWords()
{
    const test::ApiServer api(m_servers.settings());
    const QByteArray jobId = test::jsonOf(api.post("/api/exports/pdf", test::reportBody()))
                                 .value(QLatin1String("job_id"))
                                 .toString()
                                 .toLatin1();
    const auto left =
        m_servers.redisCommand({QStringLiteral("TTL"), QStringLiteral("export_job:") + QLatin1String(jobId)});
    QVERIFY2(left && left->toInt() > 3'590 && left->toInt() <= 3'600, qPrintable(left.valueOr({})));
    QCOMPARE(api.get("/api/exports/pdf/" + jobId).status, 200);
    QVERIFY(m_servers.redisCommand(
        {QStringLiteral("PEXPIRE"), QStringLiteral("export_job:") + QLatin1String(jobId), QStringLiteral("20")}));
    QTRY_COMPARE(api.get("/api/exports/pdf/" + jobId).status, 404);
    const QByteArray words = R"({"detail":"Job not found or expired"})";
    QCOMPARE(api.get("/api/exports/pdf/" + jobId).body, words);
    for (const char *never : {"/api/exports/pdf/never-was", "/api/exports/zip/never-was", "/api/exports/pdf/a%20b"}) {
        const RawAnswer answer = api.get(never);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body, words);
    }
}

void TestStatus::unreadableStatusIsNoCrash()
{
    const test::ApiServer api(m_servers.settings());
    for (const char *text :
         {"", "nonsense", "[]", "null", R"({"status":"weird"})", R"({"status":7})", "{\"status\":"}) {
        test::writeStatus(m_servers, QStringLiteral("j"), text);
        const RawAnswer answer = api.get("/api/exports/pdf/j");
        QCOMPARE(answer.status, 500);
        QCOMPARE(test::detailOf(answer), QStringLiteral("Unreadable status"));
    }
    QVERIFY(m_servers.flushRedis());
    QVERIFY(m_servers.redisCommand({QStringLiteral("LPUSH"), QStringLiteral("export_job:j"), QStringLiteral("x")}));
    QVERIFY(m_servers.redisCommand(
        {QStringLiteral("HSET"), QStringLiteral("export_job:h"), QStringLiteral("a"), QStringLiteral("b")}));
    for (const RawAnswer &answer :
         {api.get("/api/exports/pdf/j"), api.get("/api/exports/zip/h"), api.ask("DELETE", "/api/exports/h")}) {
        QCOMPARE(answer.status, 500);
        QVERIFY2(test::detailOf(answer).contains(QLatin1String("wrong kind of value")), answer.body.constData());
    }
    QCOMPARE(api.get("/api/exports").body,
             QByteArray(R"({"jobs":[],"note":"2 jobs are left out: what Redis holds of them is no status"})"));
    QVERIFY(api.get("/metrics").body.contains("\nherdbook_jobs_unreadable 2\n"));
}

void TestStatus::listIsNewestFirst()
{
    const test::ApiServer api(m_servers.settings());
    QCOMPARE(api.get("/api/exports").body, QByteArray(R"({"jobs":[]})"));
    for (int at = 0; at < 30; ++at)
        test::writeStatus(m_servers, QStringLiteral("job-%1").arg(at),
                          R"({"status":"processing","kind":"zip","created_at":"2026-11-22T14:30:)" +
                              QByteArray::number(10 + at * 7 % 30) + "\"}");
    test::writeStatus(m_servers, QStringLiteral("broken"), "nonsense");
    const QJsonArray jobs = test::jsonOf(api.get("/api/exports")).value(QLatin1String("jobs")).toArray();
    QCOMPARE(jobs.size(), 30);
    for (qsizetype at = 1; at < jobs.size(); ++at)
        QVERIFY(jobs.at(at - 1)[QLatin1String("created_at")].toString() >
                jobs.at(at)[QLatin1String("created_at")].toString());
    QCOMPARE(jobs.first()[QLatin1String("kind")].toString(), QStringLiteral("zip"));
}

void TestStatus::manyPollsAreAnsweredTogether()
{
    const test::ApiServer api(m_servers.settings());
    for (int at = 0; at < 50; ++at)
        test::writeStatus(m_servers, QString::number(at), R"({"status":"processing"})");
    std::vector<test::RawClient> clients;
    for (int at = 0; at < 100; ++at) {
        clients.emplace_back(api.port());
        clients.back().send(test::RawClient::request("GET", "/api/exports/pdf/" + QByteArray::number(at)).repeated(3));
    }
    for (int at = 0; at < 100; ++at) {
        for (int times = 0; times < 3; ++times) {
            const RawAnswer answer = clients[static_cast<std::size_t>(at)].receive();
            QCOMPARE(answer.status, at < 50 ? 200 : 404);
            if (at < 50)
                QCOMPARE(test::jsonOf(answer).value(QLatin1String("job_id")).toString(), QString::number(at));
        }
    }
}

QTEST_GUILESS_MAIN(TestStatus)
#include "test_status.moc"
