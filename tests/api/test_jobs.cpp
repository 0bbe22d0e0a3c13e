// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/apiserver.h"
#include "tests/core/worker/celery/pythonside.h"
#include "tests/core/worker/workbench.h"

#include <QTest>
#include <QUuid>

using namespace herdbook;
using test::RawAnswer;

/// Jobs from the request to the file, through the real worker (which makes a small file here: what is in it is render's business).
class TestJobs : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void fromRequestToFile();
    void removedWhileQueuedIsNeverMade();
    void removedWhileRunningStaysAway();
    void celerysWorkersAreCounted_data();
    void celerysWorkersAreCounted();

private:
    static QByteArray submit(const test::ApiServer &api)
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return test::jsonOf(api.post("/api/exports/zip", test::zipBody({id})))
            .value(QLatin1String("job_id"))
            .toString()
            .toLatin1();
    }
    static QString stateOf(const test::ApiServer &api, const QByteArray &jobId)
    {
        return test::jsonOf(api.get("/api/exports/zip/" + jobId)).value(QLatin1String("status")).toString();
    }
};

void TestJobs::fromRequestToFile()
{
    const test::ApiServer api(m_servers.settings());
    test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(test::jsonOf(api.get("/health")).value(QLatin1String("status")).toString(), QStringLiteral("ok"));
    const QByteArray jobId = submit(api);
    QTRY_COMPARE(stateOf(api, jobId), QStringLiteral("completed"));
    const QJsonObject status = test::jsonOf(api.get("/api/exports/zip/" + jobId));
    QCOMPARE(status.value(QLatin1String("progress_percent")).toInt(), 100);
    const QByteArray url = status.value(QLatin1String("download_url")).toString().toLatin1();
    const RawAnswer whole = api.get(url);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.body.size(), status.value(QLatin1String("file_size_bytes")).toInt());
    const RawAnswer rest = api.get(url, "Range: bytes=3-\r\n");
    QCOMPARE(rest.status, 206);
    QCOMPARE(rest.body, whole.body.mid(3));
    QCOMPARE(api.get(url, "Range: bytes=1000-\r\n").status, 416);
    QCOMPARE(api.ask("DELETE", "/api/exports/" + jobId).status, 204);
    QCOMPARE(api.get(url).status, 404);
    QCOMPARE(api.get("/api/exports/zip/" + jobId).body, QByteArray(R"({"detail":"Job not found or expired"})"));
    QVERIFY(test::filesIn(m_servers.settings()).isEmpty());
}

void TestJobs::removedWhileQueuedIsNeverMade()
{
    const test::ApiServer api(m_servers.settings());
    const QByteArray first = submit(api);
    const QByteArray second = submit(api);
    QCOMPARE(api.ask("DELETE", "/api/exports/" + first).status, 204);
    QCOMPARE(*m_servers.redisCommand({QStringLiteral("LLEN"), QStringLiteral("exports")}), QStringLiteral("1"));
    test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(stateOf(api, second), QStringLiteral("completed"));
    QCOMPARE(api.get("/api/exports/zip/" + first).status, 404);
    QCOMPARE(test::filesIn(m_servers.settings()).size(), 1);
}

/// Baseline 8: there, a job that was deleted while it ran came back as completed.
void TestJobs::removedWhileRunningStaysAway()
{
    const test::ApiServer api(m_servers.settings());
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    test::RunningWorker worker(test::quickOptions(m_servers.settings()),
                               [&](const exports::ExportRequest &request, const QString &target,
                                   const render::ExportMaker::Progress &progress, const std::stop_token &stop) {
                                   // The first runs until it is stopped and, as bad luck would have it, has its file ready all the same.
                                   if (++begun == 1) {
                                       while (!stop.stop_requested())
                                           std::this_thread::yield();
                                   }
                                   auto made = test::makeSmallFile(request, target, progress, {});
                                   ++ended;
                                   return made;
                               });
    const QByteArray jobId = submit(api);
    QTRY_COMPARE(begun.load(), 1);
    QTRY_COMPARE(stateOf(api, jobId), QStringLiteral("processing"));
    QCOMPARE(api.ask("DELETE", "/api/exports/" + jobId).status, 204);
    QCOMPARE(api.get("/api/exports/zip/" + jobId).status, 404);
    QTRY_COMPARE(ended.load(), 1);
    // The next one is done after everything about the first is over.
    const QByteArray next = submit(api);
    QTRY_COMPARE(stateOf(api, next), QStringLiteral("completed"));
    QCOMPARE(api.get("/api/exports/zip/" + jobId).status, 404);
    QCOMPARE(test::filesIn(m_servers.settings()).size(), 1);
}

void TestJobs::celerysWorkersAreCounted_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::newRow("no prefix") << QString();
    QTest::newRow("global_keyprefix") << "herd:";
}

/// A real Celery worker makes exports as well, or not, by its queues: it counts, but alone it leaves a doubt.
void TestJobs::celerysWorkersAreCounted()
{
    QFETCH(QString, prefix);
    Settings settings = m_servers.settings();
    settings.redis.keyPrefix = prefix;
    test::makeExportFolder(m_servers);
    const test::ApiServer api(settings);
    const auto health = [&api](const char *field) {
        const QVariant value = test::jsonOf(api.get("/health")).value(QLatin1String(field)).toVariant();
        return value.typeId() == QMetaType::QVariantList ? value.toStringList().join(u' ') : value.toString();
    };
    QCOMPARE(health("status"), QStringLiteral("degraded"));
    const QByteArray jobId = submit(api);
    QCOMPARE(health("queue_length"), QStringLiteral("1"));
    test::PythonSide python(settings);
    QVERIFY(python.start({QStringLiteral("work")}));
    QTRY_COMPARE(health("workers"), QStringLiteral("1"));
    QCOMPARE(health("status"), QStringLiteral("ok"));
    QVERIFY(health("warnings")
                .startsWith(QLatin1String("No worker of Herdbook's is ready, and whether one of the Python")));
    const QByteArray metrics = api.get("/metrics").body;
    QVERIFY2(metrics.contains("\nherdbook_workers_ready 1\n") && metrics.contains("\nherdbook_workers_celery 1\n"),
             metrics.constData());
    QTRY_COMPARE(stateOf(api, jobId), QStringLiteral("completed"));
    const QString lease = prefix + QStringLiteral("exports:alive:barn:1:0");
    QVERIFY(m_servers.redisCommand({QStringLiteral("SET"), lease, QStringLiteral(R"({"host":"barn"})")}));
    QCOMPARE(health("status"), QStringLiteral("ok"));
    QVERIFY(m_servers.redisCommand({QStringLiteral("DEL"), lease}));
    python.stop();
    QTRY_COMPARE(health("workers"), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestJobs)
#include "test_jobs.moc"
