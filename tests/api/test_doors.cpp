// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/exports/jobstatus.h"
#include "tests/api/apiserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace herdbook;
using test::RawAnswer;

/// Who gets in from other sites, under which names, and what the service says of itself.
class TestDoors : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void hostsThatWereNamed_data();
    void hostsThatWereNamed();
    void sharingWithNamedOrigins();
    void jsonByAnotherName();
    void targetsInAllForms_data();
    void targetsInAllForms();
    void idempotencyKeyOfAnotherRequest();
    void idempotencyKeyOfAJobThatEnded();
    void idempotencyKeyOfARemovedJob();
    void earlierIdempotencyKeyIsStillRead();
    void removingLeavesForeignFilesAlone();
    void strangeIdsAreServed();
    void metricsAreWhatPrometheusReads();
    void changesArePushed();
    void wrongTokensSlowDown();
    void listSaysWhatItLeavesOut();
    void describesItself();
    void workerWithoutRightsIsNotReady();
    void whatIsNoLeaseIsNoWorker_data();
    void whatIsNoLeaseIsNoWorker();
    void wrongTypesAreNamed();
    void manyKeysHideNoWorker();
};

void TestDoors::hostsThatWereNamed_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    for (const char *good : {"localhost", "LOCALHOST:8001", "127.0.0.1", "192.168.1.7:80", "[::1]", "[fe80::1]:8001",
                             "ranch.example", "Ranch.Example:443", "ranch.example.", "a.barn.example"})
        QTest::newRow(good) << QByteArray(good) << 200;
    for (const char *bad :
         {"elsewhere.example", "barn.example", "xbarn.example", "ranch.example.elsewhere.example", "ranch"})
        QTest::newRow(bad) << QByteArray(bad) << 421;
}

void TestDoors::hostsThatWereNamed()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    Settings settings = m_servers.settings();
    settings.allowedHosts = {QStringLiteral("ranch.example"), QStringLiteral(".barn.example")};
    const test::ApiServer api(settings);
    test::RawClient client(api.port());
    client.send("GET /api/exports HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QCOMPARE(client.receive().status, status);
    test::RawClient absolute(api.port());
    absolute.send("GET http://" + host + "/api/exports HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(absolute.receive().status, status);
}

void TestDoors::sharingWithNamedOrigins()
{
    Settings settings = m_servers.settings();
    settings.corsOrigins = {QStringLiteral("https://ranch.example")};
    settings.apiToken = QStringLiteral("sesame");
    const test::ApiServer api(settings);
    const QByteArray mine = "Origin: https://ranch.example\r\n";
    const QByteArray asks = "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n";
    const RawAnswer preflight = api.ask("OPTIONS", "/api/exports/pdf", {}, mine + asks);
    QCOMPARE(preflight.status, 200);
    QCOMPARE(preflight.headers.value("access-control-allow-origin"), QByteArray("https://ranch.example"));
    QCOMPARE(preflight.headers.value("access-control-allow-headers"), QByteArray("content-type"));
    QVERIFY(preflight.headers.value("access-control-allow-methods").contains("DELETE"));
    QCOMPARE(preflight.headers.value("vary"), QByteArray("Origin"));
    QCOMPARE(api.ask("OPTIONS", "/api/exports/pdf", {}, "Origin: https://elsewhere.example\r\n" + asks).status, 400);
    const QByteArray token = "Authorization: Bearer sesame\r\n";
    for (const RawAnswer &answer :
         {api.get("/api/exports", mine + token), api.get("/api/exports", mine), api.get("/nothing", mine + token),
          api.get("/api/exports/pdf/none", mine + token)}) {
        QCOMPARE(answer.headers.value("access-control-allow-origin"), QByteArray("https://ranch.example"));
        QCOMPARE(answer.headers.value("vary"), QByteArray("Origin"));
    }
    const RawAnswer other = api.get("/api/exports", "Origin: https://elsewhere.example\r\n" + token);
    QCOMPARE(other.status, 200);
    QVERIFY(!other.headers.contains("access-control-allow-origin"));
    QCOMPARE(other.headers.value("vary"), QByteArray("Origin"));
}

void TestDoors::jsonByAnotherName()
{
    const test::ApiServer api(m_servers.settings());
    const QByteArray body = R"({"start_date":"2026-06-01","end_date":"2026-06-30"})";
    for (const char *type : {"application/json; charset=utf-8", "Application/JSON", "application/vnd.ranch+json"})
        QCOMPARE(api.ask("POST", "/api/exports/pdf", body, QByteArray("Content-Type: ") + type + "\r\n").status, 202);
    QCOMPARE(api.ask("POST", "/api/exports/pdf", body).status, 415);
}

void TestDoors::targetsInAllForms_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("unreserved, encoded") << QByteArray("/%61pi/%65xports/pdf/j%2D1") << 200;
    QTest::newRow("absolute") << QByteArray("http://localhost/api/exports/pdf/j-1") << 200;
    QTest::newRow("absolute, no path") << QByteArray("http://localhost") << 404;
    QTest::newRow("query") << QByteArray("/api/exports/pdf/j-1?x=/y") << 200;
    QTest::newRow("slash at the end") << QByteArray("/api/exports/pdf/j-1/") << 307;
    QTest::newRow("encoded slash") << QByteArray("/api%2fexports/pdf/j-1") << 404;
    QTest::newRow("half of a code") << QByteArray("/api/exports/pdf/j-1%2") << 404;
}

void TestDoors::targetsInAllForms()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    test::writeStatus(m_servers, QStringLiteral("j-1"), R"({"status":"processing"})");
    const test::ApiServer api(m_servers.settings());
    for (const char *method : {"GET", "HEAD"}) {
        const RawAnswer answer = api.ask(method, target);
        QCOMPARE(answer.status, status);
        if (status == 307)
            QCOMPARE(answer.headers.value("location"), QByteArray("/api/exports/pdf/j-1"));
    }
}

void TestDoors::idempotencyKeyOfAnotherRequest()
{
    const test::ApiServer api(m_servers.settings());
    const QByteArray key = "Idempotency-Key: october\r\n";
    const RawAnswer first = api.post("/api/exports/pdf", test::reportBody(), key);
    QCOMPARE(first.status, 202);
    const RawAnswer same = api.post("/api/exports/pdf", test::reportBody(), key);
    QCOMPARE(same.status, 202);
    QCOMPARE(test::jsonOf(same).value(QLatin1String("job_id")), test::jsonOf(first).value(QLatin1String("job_id")));
    QJsonObject other = test::reportBody();
    other.insert(QLatin1String("end_date"), QLatin1String("2026-06-29"));
    const RawAnswer differs = api.post("/api/exports/pdf", other, key);
    QCOMPARE(differs.status, 409);
    QVERIFY2(test::detailOf(differs).contains(QLatin1String("end_date")), differs.body.constData());
    const RawAnswer kind = api.post("/api/exports/zip", test::reportBody(), key);
    QCOMPARE(kind.status, 409);
    QVERIFY2(test::detailOf(kind).contains(QLatin1String("kind")), kind.body.constData());
    QCOMPARE(*m_servers.redisCommand({QStringLiteral("LLEN"), QStringLiteral("exports")}), QStringLiteral("1"));
}

/// The answer to a repeated request is about that job: nothing was queued, and nothing is awaited of one that failed.
void TestDoors::idempotencyKeyOfAJobThatEnded()
{
    const test::ApiServer api(m_servers.settings());
    const QByteArray key = "Idempotency-Key: october\r\n";
    const auto ask = [&] { return test::jsonOf(api.post("/api/exports/pdf", test::reportBody(), key)); };
    const QString id = ask().value(QLatin1String("job_id")).toString();
    const auto repeated = [&](const QByteArray &stored) {
        test::writeStatus(m_servers, id, stored);
        const QJsonObject answer = ask();
        return answer.value(QLatin1String("job_id")) == id &&
                       answer.value(QLatin1String("estimated_completion")).isNull()
                   ? answer.value(QLatin1String("status")).toString() + u'|' +
                         answer.value(QLatin1String("message")).toString()
                   : QString();
    };
    const QString used = QStringLiteral("|This Idempotency-Key was used for this job, which ");
    QCOMPARE(repeated(R"({"status":"processing","kind":"pdf"})"),
             QStringLiteral("processing") + used + QStringLiteral("waits or is being made"));
    QCOMPARE(repeated(R"({"status":"failed","kind":"pdf","error":"disk full"})"),
             QStringLiteral("failed") + used + QStringLiteral("has failed: use another key to ask again"));
    QCOMPARE(repeated(R"({"status":"failed","kind":"pdf","cancelled":true})"),
             QStringLiteral("failed") + used + QStringLiteral("was cancelled: use another key to ask again"));
    QCOMPARE(*m_servers.redisCommand({QStringLiteral("LLEN"), QStringLiteral("exports")}), QStringLiteral("1"));
}

void TestDoors::idempotencyKeyOfARemovedJob()
{
    const test::ApiServer api(m_servers.settings());
    const QByteArray key = "Idempotency-Key: october\r\n";
    const QString first =
        test::jsonOf(api.post("/api/exports/pdf", test::reportBody(), key)).value(QLatin1String("job_id")).toString();
    QCOMPARE(api.ask("DELETE", "/api/exports/" + first.toUtf8()).status, 204);
    const RawAnswer again = api.post("/api/exports/pdf", test::reportBody(), key);
    QCOMPARE(again.status, 202);
    QVERIFY(test::jsonOf(again).value(QLatin1String("job_id")).toString() != first);
    QCOMPARE(*m_servers.redisCommand({QStringLiteral("LLEN"), QStringLiteral("exports")}), QStringLiteral("1"));
}

void TestDoors::earlierIdempotencyKeyIsStillRead()
{
    test::writeStatus(m_servers, QStringLiteral("j-1"), R"({"status":"processing","kind":"pdf"})");
    QVERIFY(m_servers.redisCommand({QStringLiteral("SETEX"), QStringLiteral("exports:idempotency:old"),
                                    QStringLiteral("3600"), QStringLiteral("j-1")}));
    const test::ApiServer api(m_servers.settings());
    const RawAnswer answer = api.post("/api/exports/pdf", test::reportBody(), "Idempotency-Key: old\r\n");
    QCOMPARE(test::jsonOf(answer).value(QLatin1String("job_id")).toString(), QStringLiteral("j-1"));
}

void TestDoors::removingLeavesForeignFilesAlone()
{
    const QString folder = m_servers.settings().exportFolder + u'/';
    const QStringList foreign{QStringLiteral("important.txt"), QStringLiteral("report_other_20261122_143100.pdf")};
    for (const QString &name : foreign) {
        QVERIFY(AtomicFile::write(folder + name, "important"));
        test::writeStatus(m_servers, QStringLiteral("j"),
                          R"({"status":"completed","kind":"pdf","filename":")" + name.toUtf8() + "\"}");
        const test::ApiServer api(m_servers.settings());
        QCOMPARE(api.get("/api/static/exports/" + name.toUtf8()).status, 404);
        QCOMPARE(api.ask("DELETE", "/api/exports/j").status, 204);
        QVERIFY2(QFile::exists(folder + name), qPrintable(name));
    }
}

void TestDoors::strangeIdsAreServed()
{
    const QString id = QStringLiteral("ranch:job.1 ä");
    const QString name =
        exports::exportFileName(exports::ExportKind::Pdf, id, QDateTime(QDate(2026, 11, 22), QTime(14, 31), Qt::UTC));
    const QString folder = m_servers.settings().exportFolder;
    QVERIFY(AtomicFile::write(folder + u'/' + name, "made"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/.herdbook/made")));
    QVERIFY(AtomicFile::write(folder + QStringLiteral("/.herdbook/made/") + name, id.toUtf8()));
    test::writeStatus(m_servers, id, R"({"status":"completed","kind":"pdf","filename":")" + name.toUtf8() + "\"}");
    const test::ApiServer api(m_servers.settings());
    const QByteArray encoded = id.toUtf8().toPercentEncoding();
    QCOMPARE(test::jsonOf(api.get("/api/exports/pdf/" + encoded)).value(QLatin1String("job_id")).toString(), id);
    QCOMPARE(api.get("/api/static/exports/" + name.toUtf8()).body, QByteArray("made"));
    QCOMPARE(api.ask("DELETE", "/api/exports/" + encoded).status, 204);
    QVERIFY(!QFile::exists(folder + u'/' + name));
}

void TestDoors::metricsAreWhatPrometheusReads()
{
    test::writeStatus(m_servers, QStringLiteral("j"), R"({"status":"completed","kind":"pdf","attempt":2,
        "started_at":"2026-06-01T10:00:00.000000","completed_at":"2026-06-01T10:00:03.500000"})");
    for (const char *job : {"z1", "z2"})
        test::writeStatus(m_servers, QLatin1String(job), R"({"status":"completed","kind":"zip","crops_missing":12,
            "crops_unreadable":3,"crops_damaged":2,"crops_outside":0})");
    test::writeStatus(m_servers, QStringLiteral("python"),
                      R"({"status":"completed","filename":"detections_python_20260601_100000.zip"})");
    QVERIFY(m_servers.redisCommand({QStringLiteral("SET"), QStringLiteral("exports:alive:barn:1:1"),
                                    QStringLiteral(R"({"host":"barn","problems":["No rights"]})")}));
    const test::ApiServer api(m_servers.settings());
    QCOMPARE(api.get("/api/exports/pdf/j").status, 200);
    QCOMPARE(api.post("/api/exports/pdf", test::reportBody()).status, 202);
    const RawAnswer answer = api.get("/metrics");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers.value("content-type").startsWith("text/plain; version=0.0.4"));
    for (const char *line : {"\nherdbook_queue_length 1\n", "\nherdbook_jobs{kind=\"pdf\",state=\"completed\"} 1\n",
                             "\nherdbook_jobs{kind=\"pdf\",state=\"processing\"} 1\n", "\nherdbook_workers_ready 0\n",
                             "\nherdbook_jobs_attempts{kind=\"pdf\",state=\"completed\"} 2\n",
                             "\nherdbook_jobs_crops_lacking{reason=\"missing\"} 24\n",
                             "\nherdbook_jobs_crops_lacking{reason=\"damaged\"} 4\n",
                             "\nherdbook_jobs_crops_lacking{reason=\"outside\"} 0\n", "\nherdbook_jobs_uncounted 1\n",
                             "\nherdbook_jobs_duration_seconds{kind=\"pdf\",state=\"completed\"} 3.5\n",
                             "\nherdbook_worker_leases{state=\"not_ready\"} 1\n", "\nherdbook_status_polls_total 1\n"})
        QVERIFY2(answer.body.contains(line), answer.body.constData());
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(QStringLiteral("promtool"), {QStringLiteral("check"), QStringLiteral("metrics")});
    QVERIFY2(promtool.waitForStarted(), "promtool of the package prometheus");
    promtool.write(answer.body);
    promtool.closeWriteChannel();
    QVERIFY(promtool.waitForFinished());
    const QByteArray said = promtool.readAll();
    QVERIFY2(promtool.exitCode() == 0 && said.isEmpty(), said.constData());
}

void TestDoors::changesArePushed()
{
    test::writeStatus(m_servers, QStringLiteral("a"), R"({"status":"processing","kind":"pdf"})");
    const test::ApiServer api(m_servers.settings());
    test::RawClient client(api.port());
    QVERIFY(client.send(test::RawClient::request("GET", "/api/exports/events")));
    QByteArray heard;
    const auto hears = [&](const QByteArray &text) {
        while (!heard.contains(text)) {
            const QByteArray more = client.receiveBytes(1);
            if (more.isEmpty())
                return false;
            heard += more;
        }
        heard = heard.mid(heard.indexOf(text) + text.size());
        return true;
    };
    QVERIFY(hears("Content-Type: text/event-stream"));
    QVERIFY(!heard.contains("Content-Length"));
    QVERIFY(hears("event: job\ndata: {") && hears("\"job_id\":\"a\"") && hears("event: ready\ndata: {}\n\n"));
    test::writeStatus(m_servers, QStringLiteral("b"), "nonsense");
    QVERIFY(hears("event: ready\ndata: {\"note\":\"1 job is left out"));
    QVERIFY(m_servers.redisCommand({QStringLiteral("DEL"), QStringLiteral("export_job:b")}));
    QVERIFY(hears("event: gone\ndata: {\"job_id\":\"b\"}"));
    test::writeStatus(m_servers, QStringLiteral("a"), "nonsense"); // processing it was said to be
    QVERIFY(hears("event: gone\ndata: {\"job_id\":\"a\"}"));
    test::writeStatus(m_servers, QStringLiteral("a"), R"({"status":"failed","kind":"pdf","error":"two\nlines"})");
    QVERIFY(hears("event: job\n") && hears("two\\nlines") && hears("\"status\":\"failed\""));
    QVERIFY(m_servers.redisCommand({QStringLiteral("DEL"), QStringLiteral("export_job:a")}));
    QVERIFY(hears("event: gone\ndata: {\"job_id\":\"a\"}"));
    m_servers.redis().stop();
    QVERIFY(hears("event: problem\n"));
    QVERIFY(m_servers.redis().start());
    QVERIFY(hears("event: ready\n"));
    // One that goes is forgotten, HEAD opens none, and another method is none of it.
    QCOMPARE(api.ask("DELETE", "/api/exports/events").status, 405);
    QVERIFY(api.get("/health").status > 0);
}

void TestDoors::wrongTokensSlowDown()
{
    using namespace std::chrono_literals;
    api::WrongTokens tokens;
    const auto now = std::chrono::steady_clock::now();
    for (int free = 0; free < 10; ++free)
        QCOMPARE(tokens.note("10.0.0.1", now), 0ms);
    std::chrono::milliseconds last(0);
    for (int more = 0; more < 20; ++more) {
        const auto wait = tokens.note("10.0.0.1", now);
        QVERIFY(wait > 0ms && wait >= last && wait <= 1s);
        last = wait;
    }
    QCOMPARE(tokens.note("10.0.0.2", now), 0ms);
    for (int host = 0; host < 30; ++host) // one network of IPv6 is one client
        last = tokens.note("2001:db8::" + std::to_string(host), now);
    QVERIFY(last > 0ms);
    QCOMPARE(tokens.note("10.0.0.1", now + 11min), 0ms);
    for (int client = 0; client < 5'000; ++client)
        tokens.note("10.1." + std::to_string(client / 250) + '.' + std::to_string(client % 250), now);
    QCOMPARE(tokens.remembered(), std::size_t{1'000});

    Settings settings = m_servers.settings();
    settings.apiToken = QStringLiteral("open-sesame");
    const test::ApiServer api(settings);
    QElapsedTimer timer;
    timer.start();
    for (int guess = 0; guess < 12; ++guess)
        QCOMPARE(api.get("/api/exports", "Authorization: Bearer guess\r\n").status, 401);
    QVERIFY(timer.elapsed() >= 150);
    QCOMPARE(api.get("/api/exports", "Authorization: Bearer open-sesame\r\n").status, 200);
}

void TestDoors::listSaysWhatItLeavesOut()
{
    const test::ApiServer api(m_servers.settings());
    QVERIFY(!test::jsonOf(api.get("/api/exports")).contains(QLatin1String("note")));
    storage::Redis redis(m_servers.settings().redis, std::chrono::seconds(20));
    QList<QByteArrayList> commands;
    for (int job = 0; job <= 5'000; ++job)
        commands << QByteArrayList{"SET", "export_job:" + QByteArray::number(job), R"({"status":"processing"})"};
    QVERIFY(redis.pipeline(commands));
    const QJsonObject list = test::jsonOf(api.get("/api/exports"));
    QCOMPARE(list.value(QLatin1String("jobs")).toArray().size(), 5'000);
    QVERIFY(list.value(QLatin1String("note")).toString().contains(QLatin1String("more jobs than the 5000")));
}

void TestDoors::describesItself()
{
    const test::ApiServer api(m_servers.settings());
    const QJsonObject paths = test::jsonOf(api.get("/openapi.json")).value(QLatin1String("paths")).toObject();
    QVERIFY(paths.value(QLatin1String("/api/exports/zip")).toObject().contains(QLatin1String("post")));
    QVERIFY(paths.value(QLatin1String("/api/exports/{job_id}")).toObject().contains(QLatin1String("delete")));
    const QByteArray page = api.get("/docs").body;
    QVERIFY(page.contains("/api/static/exports/{filename}"));
    QVERIFY(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"));
}

void TestDoors::workerWithoutRightsIsNotReady()
{
    const auto lease = [&](const char *name, const char *text) {
        return m_servers.redisCommand({QStringLiteral("SETEX"), QStringLiteral("exports:alive:") + QLatin1String(name),
                                       QStringLiteral("60"), QString::fromLatin1(text)});
    };
    QVERIFY(lease("a:1:1", R"({"host":"a","problems":["The Redis user w lacks rights: LMOVE on exports"]})"));
    const test::ApiServer api(m_servers.settings());
    QJsonObject health = test::jsonOf(api.get("/health"));
    QCOMPARE(health.value(QLatin1String("workers")).toInt(), 0);
    QCOMPARE(health.value(QLatin1String("status")).toString(), QStringLiteral("degraded"));
    QVERIFY(health.value(QLatin1String("problems")).toArray().first().toString().contains(QLatin1String("LMOVE")));
    QVERIFY(lease("b:1:1", R"({"host":"b","warnings":["The clock of b is 90 s ahead of it"]})"));
    health = test::jsonOf(api.get("/health"));
    QCOMPARE(health.value(QLatin1String("workers")).toInt(), 1);
    QVERIFY(health.value(QLatin1String("warnings")).toArray().first().toString().contains(QLatin1String("90 s")));
}

void TestDoors::whatIsNoLeaseIsNoWorker_data()
{
    QTest::addColumn<QStringList>("command");
    const auto row = [](const char *text) {
        QTest::newRow(text) << QStringList{QStringLiteral("SET"), QStringLiteral("exports:alive:zzz:1:1"),
                                           QString::fromLatin1(text)};
    };
    for (const char *text : {"1", "junk", "{}", "[]", "null", R"(["host"])", R"({"host":1,"pid":2})", R"({"host":"a")"})
        row(text);
    QTest::newRow("hash") << QStringList{QStringLiteral("HSET"), QStringLiteral("exports:alive:zzz:1:1"),
                                         QStringLiteral("host"), QStringLiteral("a")};
}

void TestDoors::whatIsNoLeaseIsNoWorker()
{
    QFETCH(const QStringList, command);
    QVERIFY(m_servers.redisCommand(command));
    const test::ApiServer api(m_servers.settings());
    const QJsonObject health = test::jsonOf(api.get("/health"));
    QCOMPARE(health.value(QLatin1String("workers")).toInt(), 0);
    QCOMPARE(health.value(QLatin1String("status")).toString(), QStringLiteral("degraded"));
    QCOMPARE(
        health.value(QLatin1String("warnings")).toArray().first().toString(),
        QStringLiteral("The key exports:alive:zzz:1:1 in Redis holds no lease: whether a worker is there isn't known"));
    const QByteArray metrics = api.get("/metrics").body;
    QVERIFY(metrics.contains("\nherdbook_workers_ready 0\n"));
    QVERIFY(metrics.contains("herdbook_worker_leases{state=\"ready\"} 0\n"));
}

void TestDoors::wrongTypesAreNamed()
{
    QVERIFY(m_servers.redisCommand({QStringLiteral("SET"), QStringLiteral("exports:attempts"), QStringLiteral("x")}));
    const test::ApiServer api(m_servers.settings());
    const QJsonArray problems = test::jsonOf(api.get("/health")).value(QLatin1String("problems")).toArray();
    QCOMPARE(problems.first().toString(),
             QStringLiteral("The key exports:attempts in Redis holds a string, not a hash"));
}

void TestDoors::manyKeysHideNoWorker()
{
    storage::Redis redis(m_servers.settings().redis, std::chrono::seconds(60));
    QVERIFY(redis.command({"EVAL", "for i = 1, 600000 do redis.call('SET', 'foreign:' .. i, 'x') end", "0"}));
    QVERIFY(m_servers.redisCommand({QStringLiteral("SETEX"), QStringLiteral("exports:alive:a:1:1"),
                                    QStringLiteral("60"), QStringLiteral(R"({"host":"a"})")}));
    const test::ApiServer api(m_servers.settings());
    QTRY_COMPARE(test::jsonOf(api.get("/health")).value(QLatin1String("workers")).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestDoors)
#include "test_doors.moc"
