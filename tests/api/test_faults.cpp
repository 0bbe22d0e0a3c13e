// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/storage/postgres.h"
#include "tests/api/apiserver.h"
#include "tests/support/silentfolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace herdbook;
using test::RawAnswer;
using test::RawClient;

namespace {

/// Holds the detections locked while it lives.
class Locked
{
public:
    explicit Locked(const Settings &settings) : m_connection(storage::Postgres::open(settings.postgres))
    {
        const bool held = m_connection && (*m_connection)->execute(QStringLiteral("BEGIN")) &&
                          (*m_connection)->execute(QStringLiteral("LOCK TABLE detections"));
        if (!held)
            qFatal("no lock");
    }

private:
    Result<std::unique_ptr<storage::Postgres>> m_connection;
};

} // namespace

/// Baseline 6: there, requests hung up to 19 s while Redis was away, and health said "healthy".
class TestFaults : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (demo::PrivateServer *server :
             std::initializer_list<demo::PrivateServer *>{&m_servers.postgres(), &m_servers.redis()}) {
            server->resume();
            if (!server->isRunning())
                QVERIFY(server->start());
        }
        QVERIFY(m_servers.flushRedis());
        test::makeExportFolder(m_servers);
    }

    void redisAway_data();
    void redisAway();
    void redisThatRefusesToWriteIsNotWell_data();
    void redisThatRefusesToWriteIsNotWell();
    void crowdDuringAHangingRedis();
    void restartOfRedisGoesUnnoticed();
    void postgresAway_data();
    void postgresAway();
    void restartOfPostgresGoesUnnoticed();
    void aSlowCountIsNoSilence();
    void whatNobodyAwaitsIsNotQueued_data();
    void whatNobodyAwaitsIsNotQueued();
    void missingRightsAreNamed();
    void wrongPasswords();
    void healthTellsTheTruth();
    void anEmptyExportFolderIsTold();
    void aSilentFolderHoldsNobody();

private:
    /// The status; more than what the timeouts allow together is none.
    int statusOf(const std::function<RawAnswer()> &ask, bool wantsRetry = true)
    {
        QElapsedTimer timer;
        timer.start();
        const RawAnswer answer = ask();
        if (timer.elapsed() > 15'000) {
            qWarning("took %lld ms", timer.elapsed());
            return 0;
        }
        if (answer.status == 503 && wantsRetry && !answer.headers.contains("retry-after"))
            return -503;
        return answer.status;
    }
    QString healthOf(const test::ApiServer &api, const char *part)
    {
        return test::jsonOf(api.get("/health")).value(QLatin1String(part)).toVariant().toString();
    }
    static QJsonObject zipByDates() { return test::reportBody(); }
};

void TestFaults::redisAway_data()
{
    QTest::addColumn<bool>("hangs");
    QTest::addColumn<bool>("connected");
    QTest::newRow("gone before") << false << false;
    QTest::newRow("gone") << false << true;
    QTest::newRow("hangs before") << true << false;
    QTest::newRow("hangs") << true << true;
}

void TestFaults::redisAway()
{
    QFETCH(bool, hangs);
    QFETCH(bool, connected);
    const test::ApiServer api(m_servers.settings());
    if (connected) {
        for (int at = 0; at < 8; ++at)
            QCOMPARE(api.get("/api/exports").status, 200);
        QCOMPARE(api.get("/api/exports/pdf/j").status, 404);
    }
    if (hangs)
        m_servers.redis().pause();
    else
        m_servers.redis().stop();

    const QByteArray file = "/api/static/exports/report_j_20261122_143100.pdf";
    QCOMPARE(statusOf([&] { return api.get("/api/exports/pdf/j"); }), 503);
    QCOMPARE(statusOf([&] { return api.get("/api/exports/zip/j"); }), 503);
    QCOMPARE(statusOf([&] { return api.post("/api/exports/pdf", test::reportBody()); }), 503);
    QCOMPARE(statusOf([&] { return api.post("/api/exports/zip", zipByDates()); }), 503);
    QCOMPARE(statusOf([&] { return api.get("/api/exports"); }), 503);
    QCOMPARE(statusOf([&] { return api.get(file); }), 503);
    QCOMPARE(statusOf([&] { return api.ask("DELETE", "/api/exports/j"); }), 503);
    QCOMPARE(statusOf([&] { return api.get("/health"); }, false), 503);
    QVERIFY(test::jsonOf(api.get("/health")).value(QLatin1String("queue_length")).isNull()); // not 0
    QCOMPARE(healthOf(api, "redis"), QStringLiteral("unreachable"));
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("ok"));
    QCOMPARE(healthOf(api, "status"), QStringLiteral("down"));
    // Validation comes first.
    QCOMPARE(statusOf([&] { return api.post("/api/exports/pdf", {}); }), 400);
    QVERIFY(!api.get("/api/exports").body.contains(QByteArray::number(m_servers.settings().redis.port)));

    if (hangs)
        m_servers.redis().resume();
    else
        QVERIFY(m_servers.redis().start());
    QTRY_COMPARE(api.get("/api/exports/pdf/j").status, 404);
    QTRY_COMPARE(api.get("/health").status, 200);
    // What was answered with 503 is not carried out afterwards.
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
    QCOMPARE(api.post("/api/exports/pdf", test::reportBody()).status, 202);
}

void TestFaults::redisThatRefusesToWriteIsNotWell_data()
{
    QTest::addColumn<QList<QStringList>>("begin");
    QTest::addColumn<QStringList>("end");
    QTest::addColumn<QString>("words");
    const auto config = [](const char *name, const char *value) {
        return QStringList{QStringLiteral("CONFIG"), QStringLiteral("SET"), QLatin1String(name), QLatin1String(value)};
    };
    QTest::newRow("a replica") << QList<QStringList>{{QStringLiteral("REPLICAOF"), QStringLiteral("127.0.0.1"),
                                                      QStringLiteral("1")}}
                               << QStringList{QStringLiteral("REPLICAOF"), QStringLiteral("NO"), QStringLiteral("ONE")}
                               << QStringLiteral("READONLY");
    QTest::newRow("too few replicas") << QList<QStringList>{config("min-replicas-to-write", "1")}
                                      << config("min-replicas-to-write", "0") << QStringLiteral("NOREPLICAS");
    QTest::newRow("no memory") << QList<QStringList>{config("maxmemory-policy", "noeviction"),
                                                     config("maxmemory", "1000")}
                               << config("maxmemory", "0") << QStringLiteral("used memory");
}

/// It answers, and a worker is there; but nothing can be asked for.
void TestFaults::redisThatRefusesToWriteIsNotWell()
{
    QFETCH(const QList<QStringList>, begin);
    QFETCH(const QStringList, end);
    QFETCH(const QString, words);
    QVERIFY(m_servers.redisCommand({QStringLiteral("SETEX"), QStringLiteral("exports:alive:a:1:1"),
                                    QStringLiteral("600"), QStringLiteral(R"({"host":"a"})")}));
    const test::ApiServer api(m_servers.settings());
    QCOMPARE(healthOf(api, "status"), QStringLiteral("ok"));
    for (const QStringList &command : begin)
        QVERIFY(m_servers.redisCommand(command));
    QCOMPARE(statusOf([&] { return api.post("/api/exports/pdf", test::reportBody()); }), 503);
    const RawAnswer health = api.get("/health");
    QVERIFY(m_servers.redisCommand(end));
    QCOMPARE(health.status, 503);
    const QJsonObject said = test::jsonOf(health);
    QCOMPARE(said.value(QLatin1String("redis")).toString(), QStringLiteral("not writable"));
    QCOMPARE(said.value(QLatin1String("workers")).toInt(), 1);
    QVERIFY2(said.value(QLatin1String("problems")).toArray().first().toString().contains(words),
             health.body.constData());
    QTRY_COMPARE(healthOf(api, "status"), QStringLiteral("ok"));
}

void TestFaults::crowdDuringAHangingRedis()
{
    const test::ApiServer api(m_servers.settings());
    m_servers.redis().pause();
    std::vector<RawClient> clients;
    QElapsedTimer timer;
    timer.start();
    for (int at = 0; at < 60; ++at) {
        clients.emplace_back(api.port());
        clients.back().send(at % 3 == 0   ? RawClient::request("GET", "/api/exports/pdf/j")
                            : at % 3 == 1 ? RawClient::request("GET", "/api/exports")
                                          : RawClient::request("DELETE", "/api/exports/j"));
    }
    for (RawClient &client : clients)
        QCOMPARE(client.receive().status, 503);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestFaults::restartOfRedisGoesUnnoticed()
{
    const test::ApiServer api(m_servers.settings());
    for (int at = 0; at < 8; ++at)
        QCOMPARE(api.get("/api/exports").status, 200);
    QCOMPARE(api.get("/api/exports/pdf/j").status, 404);
    m_servers.redis().kill();
    QVERIFY(m_servers.redis().start());
    QCOMPARE(api.get("/api/exports/pdf/j").status, 404);
    for (int at = 0; at < 8; ++at)
        QCOMPARE(api.post("/api/exports/pdf", test::reportBody()).status, 202);
}

void TestFaults::postgresAway_data()
{
    QTest::addColumn<bool>("hangs");
    QTest::newRow("gone") << false;
    QTest::newRow("hangs") << true;
}

void TestFaults::postgresAway()
{
    QFETCH(bool, hangs);
    const test::ApiServer api(m_servers.settings());
    for (int at = 0; at < 8; ++at)
        QCOMPARE(api.post("/api/exports/zip", zipByDates()).status, 202);
    QVERIFY(m_servers.flushRedis());
    if (hangs)
        m_servers.postgres().pause();
    else
        m_servers.postgres().kill();
    QCOMPARE(statusOf([&] { return api.post("/api/exports/zip", zipByDates()); }), 503);
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
    QCOMPARE(statusOf([&] { return api.get("/health"); }, false), 503);
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("unreachable"));
    QCOMPARE(healthOf(api, "redis"), QStringLiteral("ok"));
    // What doesn't need PostgreSQL goes on.
    QCOMPARE(statusOf([&] { return api.post("/api/exports/pdf", test::reportBody()); }), 202);
    QCOMPARE(statusOf([&] { return api.get("/api/exports"); }), 200);
    if (hangs)
        m_servers.postgres().resume();
    else
        QVERIFY(m_servers.postgres().start());
    QTRY_COMPARE(api.post("/api/exports/zip", zipByDates()).status, 202);
}

void TestFaults::restartOfPostgresGoesUnnoticed()
{
    const test::ApiServer api(m_servers.settings());
    for (int at = 0; at < 8; ++at)
        QCOMPARE(api.post("/api/exports/zip", zipByDates()).status, 202);
    QVERIFY(m_servers.terminateConnections());
    for (int at = 0; at < 8; ++at)
        QCOMPARE(api.post("/api/exports/zip", zipByDates()).status, 202);
}

void TestFaults::aSlowCountIsNoSilence()
{
    const test::ApiServer api(m_servers.settings());
    const Locked locked(m_servers.settings());
    const RawAnswer answer = api.post("/api/exports/zip", zipByDates());
    QCOMPARE(answer.status, 503);
    QVERIFY2(test::detailOf(answer).startsWith(QLatin1String("PostgreSQL answers, but did not count")), answer.body);
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("ok"));
}

void TestFaults::whatNobodyAwaitsIsNotQueued_data()
{
    QTest::addColumn<bool>("shared");
    QTest::newRow("plain") << false;
    QTest::newRow("with other origins") << true;
}

/// Who was told that the answer took too long may have asked again.
void TestFaults::whatNobodyAwaitsIsNotQueued()
{
    QFETCH(bool, shared);
    http::Limits limits;
    limits.answer = std::chrono::milliseconds(500);
    Settings settings = m_servers.settings();
    if (shared)
        settings.corsOrigins << QStringLiteral("https://barn.example");
    const test::ApiServer api(settings, systemClock(), limits);
    {
        const Locked locked(m_servers.settings());
        const RawAnswer answer = api.post("/api/exports/zip", zipByDates());
        QCOMPARE(answer.status, 503);
        QVERIFY2(test::detailOf(answer).contains(QLatin1String("isn't known")), answer.body);
        QVERIFY(!answer.headers.contains("retry-after"));
    }
    QTest::qWait(1000);
    QCOMPARE(test::redisContent(m_servers), QStringLiteral("0/0"));
}

void TestFaults::missingRightsAreNamed()
{
    QVERIFY(m_servers.sql(QStringLiteral("DROP ROLE IF EXISTS watcher; CREATE ROLE watcher LOGIN PASSWORD 'w'; "
                                         "GRANT SELECT ON images, locations, deer TO watcher")));
    Settings settings = m_servers.settings();
    settings.postgres.user = QStringLiteral("watcher");
    settings.postgres.password = QStringLiteral("w");
    const test::ApiServer api(settings);
    QCOMPARE(api.get("/health").status, 503);
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("not usable"));
    QVERIFY(api.get("/health").body.contains("may not read detections"));
    const RawAnswer answer = api.post("/api/exports/zip", zipByDates());
    QCOMPARE(answer.status, 503);
    QVERIFY2(answer.body.contains("a right is missing"), answer.body);
    QVERIFY(m_servers.sql(QStringLiteral("GRANT SELECT ON detections TO watcher")));
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("ok"));
    // A single column is as good as all of them.
    QVERIFY(m_servers.sql(QStringLiteral(
        "REVOKE SELECT ON detections FROM watcher; DO $$BEGIN EXECUTE (SELECT format('GRANT SELECT (%s) ON detections "
        "TO watcher', string_agg(quote_ident(attname), ', ')) FROM pg_attribute WHERE attrelid = "
        "'detections'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'feature_vector'); END$$")));
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("not usable"));
    QCOMPARE(api.post("/api/exports/zip", zipByDates()).status, 503);
}

void TestFaults::wrongPasswords()
{
    Settings settings = m_servers.settings();
    settings.redis.password = QStringLiteral("wrong-secret");
    settings.postgres.password = QStringLiteral("wrong-secret");
    const test::ApiServer api(settings);
    QCOMPARE(statusOf([&] { return api.get("/api/exports/pdf/j"); }), 503);
    QCOMPARE(statusOf([&] { return api.post("/api/exports/pdf", test::reportBody()); }), 503);
    QCOMPARE(healthOf(api, "redis"), QStringLiteral("access denied"));
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("access denied"));
    QVERIFY(!api.get("/health").body.contains("secret"));
}

void TestFaults::healthTellsTheTruth()
{
    const test::ApiServer api(m_servers.settings());
    QCOMPARE(
        api.get("/health").body,
        QByteArray(
            R"({"export_dir":"ok","postgresql":"ok","queue_length":0,"redis":"ok","status":"degraded","workers":0})"));
    QVERIFY(m_servers.redisCommand(
        {QStringLiteral("SET"), QStringLiteral("exports:alive:h:1:0"), QStringLiteral(R"({"host":"h","pid":1})")}));
    QCOMPARE(api.post("/api/exports/pdf", test::reportBody()).status, 202);
    QCOMPARE(healthOf(api, "status"), QStringLiteral("ok"));
    QCOMPARE(healthOf(api, "workers"), QStringLiteral("1"));
    QCOMPARE(healthOf(api, "queue_length"), QStringLiteral("1"));
    // A server that answers without what exports need isn't fine, and is again without a restart.
    auto admin = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(admin, qPrintable(test::reason(admin)));
    QVERIFY((*admin)->execute(QStringLiteral("ALTER TABLE detections RENAME TO elsewhere")));
    QCOMPARE(api.get("/health").status, 503);
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("not usable"));
    QVERIFY(api.get("/health").body.contains("detections"));
    QVERIFY((*admin)->execute(QStringLiteral("ALTER TABLE elsewhere RENAME TO detections")));
    QCOMPARE(healthOf(api, "postgresql"), QStringLiteral("ok"));
    // A migration beside: no connection keeps its own picture of the columns.
    const QJsonObject zip{{QStringLiteral("start_date"), QStringLiteral("2026-09-01")},
                          {QStringLiteral("end_date"), QStringLiteral("2026-10-31")}};
    QCOMPARE(api.post("/api/exports/zip", zip).status, 202);
    QVERIFY((*admin)->execute(QStringLiteral("ALTER TABLE detections RENAME is_valid TO was_valid")));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.post("/api/exports/zip", zip).status, 202);
    QVERIFY((*admin)->execute(QStringLiteral("ALTER TABLE detections RENAME was_valid TO is_valid")));
    QDir(m_servers.settings().exportFolder).removeRecursively();
    QCOMPARE(api.get("/health").status, 503);
    QCOMPARE(healthOf(api, "export_dir"), QStringLiteral("missing"));
}

/// As a mount point is whose disk isn't mounted: what was made can't be downloaded from there.
void TestFaults::anEmptyExportFolderIsTold()
{
    const QDir folder(m_servers.settings().exportFolder);
    const QByteArray name("report_j_20261122_143100.pdf");
    QVERIFY(m_servers.redisCommand({QStringLiteral("SETEX"), QStringLiteral("exports:alive:a:1:1"),
                                    QStringLiteral("600"), QStringLiteral(R"({"host":"a"})")}));
    test::writeStatus(m_servers, QStringLiteral("j"),
                      R"({"status":"completed","kind":"pdf","filename":")" + name + "\"}");
    const test::ApiServer api(m_servers.settings());
    QCOMPARE(healthOf(api, "status"), QStringLiteral("ok"));
    QVERIFY(QDir(folder).removeRecursively() && QDir().mkpath(folder.path()));
    QCOMPARE(statusOf([&] { return api.get("/api/static/exports/" + name); }, false), 503);
    const auto isToldOf = [&] {
        const RawAnswer health = api.get("/health");
        const QJsonObject said = test::jsonOf(health);
        return health.status == 200 && said.value(QLatin1String("status")).toString() == QLatin1String("degraded") &&
               said.value(QLatin1String("export_dir")).toString() == QLatin1String("empty") &&
               said.value(QLatin1String("problems"))
                   .toArray()
                   .at(0)
                   .toString()
                   .contains(QLatin1String("isn't mounted"));
    };
    QVERIFY2(isToldOf(), api.get("/health").body.constData());
    QVERIFY(folder.mkdir(QStringLiteral("lost+found"))); // a fresh disk
    QVERIFY2(isToldOf(), api.get("/health").body.constData());
    QVERIFY(AtomicFile::write(folder.filePath(QString::fromLatin1(name)), "%PDF"));
    QCOMPARE(healthOf(api, "status"), QStringLiteral("ok"));
    QCOMPARE(healthOf(api, "export_dir"), QStringLiteral("ok"));
    QCOMPARE(api.get("/api/static/exports/" + name).body, QByteArray("%PDF"));
}

/// More requests than the service has threads meet a folder that never answers.
void TestFaults::aSilentFolderHoldsNobody()
{
    constexpr int MoreThanThreads = 6;
    const QString folder = m_servers.settings().exportFolder;
    const QByteArray name("report_j_20261122_143100.pdf");
    const QByteArray url = "/api/static/exports/" + name;
    QVERIFY(AtomicFile::write(folder + u'/' + QLatin1String(name), "%PDF"));
    test::writeStatus(m_servers, QStringLiteral("j"),
                      R"({"status":"completed","kind":"pdf","filename":")" + name + "\"}");
    const test::ApiServer api(m_servers.settings());
    auto second = std::make_unique<test::ApiServer>(m_servers.settings());
    const auto available = [&](bool listed) {
        const QJsonObject answer = test::jsonOf(api.get(listed ? "/api/exports" : "/api/exports/pdf/j"));
        // The oldest stands last.
        return (listed ? answer[QLatin1String("jobs")].toArray().last().toObject() : answer)
            .value(QLatin1String("file_available"));
    };
    QVERIFY(QTest::qWaitFor([&] { return available(false) == QJsonValue(true); },
                            60'000)); // a busy machine may take longer than a glance
    test::SilentFolder silent(folder);
    if (!silent.reason().isEmpty())
        QSKIP(qPrintable(silent.reason()));
    for (int at = 0; at < MoreThanThreads; ++at) {
        QVERIFY(available(false).isNull());
        QVERIFY(available(true).isNull());
        QCOMPARE(statusOf([&] { return api.get(url); }), 503);
        const RawAnswer kept = api.ask("DELETE", "/api/exports/j");
        QCOMPARE(kept.status, 500);
        QVERIFY2(kept.body.contains("doesn't answer"), kept.body.constData());
        QCOMPARE(statusOf([&] { return api.get("/health"); }, false), 503);
        QCOMPARE(healthOf(api, "export_dir"), QStringLiteral("unreachable"));
        QCOMPARE(statusOf([&] { return api.post("/api/exports/pdf", test::reportBody()); }), 202);
    }
    QCOMPARE(statusOf([&] { return second->get(url); }), 503);
    second.reset(); // ends all the same
    QCOMPARE(*m_servers.redisCommand({QStringLiteral("EXISTS"), QStringLiteral("export_job:j")}), QStringLiteral("1"));
    silent.answer();
    QVERIFY(QTest::qWaitFor([&] { return available(false) == QJsonValue(true); }, 60'000));
    QTRY_COMPARE(healthOf(api, "export_dir"), QStringLiteral("ok"));
    QCOMPARE(api.get(url).body, QByteArray("%PDF"));
    QCOMPARE(api.ask("DELETE", "/api/exports/j").status, 204);
    QVERIFY(!QFile::exists(folder + u'/' + QLatin1String(name)));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
