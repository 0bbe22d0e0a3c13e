// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobreader.h"
#include "tests/api/apiserver.h"
#include "tests/support/commands.h"
#include "tests/support/proxy.h"

#include <QJsonArray>
#include <QTest>

using namespace herdbook;
using test::RawAnswer;

/// What the service answers when Redis refuses just this command, holds something else than it should, or an answer gets lost: never what
/// isn't so, and /health isn't "ok" where a call fails. Afterwards everything is as before, without a restart.
class TestApiRefusals : public test::ApiBench
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_servers.flushRedis());
        test::makeExportFolder(m_servers);
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(20));
        setUser({"reset", "on", ">secret", "~*", "&*", "+@all"});
        test::writeStatus(m_servers, QStringLiteral("known"),
                          R"({"job_id":"known","status":"processing","created_at":"2026-11-22T14:30:45"})");
        run({"SET", "exports:alive:h:1:0", R"({"host":"h","pid":1})"});
        run({"LPUSH", "exports", "a message"});
    }

    void refusedCommands_data()
    {
        QTest::addColumn<QByteArray>("command");
        storage::Redis redis(m_servers.settings().redis, std::chrono::seconds(20));
        const QByteArrayList commands = test::commandsOf(redis, {QStringLiteral("api"), QStringLiteral("exports")});
        QVERIFY(commands.contains("MGET") && commands.contains("LPUSH") && commands.contains("SCAN"));
        for (const QByteArray &command : commands)
            QTest::newRow(command.constData()) << command;
    }

    void refusedCommands()
    {
        QFETCH(QByteArray, command);
        const test::ApiServer api(settings());
        QCOMPARE(healthOf(api), QStringLiteral("ok"));
        tell(api);
        setUser({'-' + command.toLower()});
        const bool failed = tell(api);
        const QByteArray health = api.get("/health").body;
        if (failed)
            QVERIFY2(!health.contains("\"status\":\"ok\""), health.constData());
        setUser({"+@all"});
        QTRY_VERIFY(!tell(api));
        QTRY_COMPARE(healthOf(api), QStringLiteral("ok"));
    }

    /// "No worker is online" and "0 workers" are said where they were counted.
    void uncountedWorkersAreNotNone()
    {
        setUser({"-scan"});
        const test::ApiServer api(settings());
        const RawAnswer posted = api.post("/api/exports/pdf", test::reportBody());
        QCOMPARE(posted.status, 202);
        QVERIFY2(posted.body.contains("the workers couldn't be counted"), posted.body.constData());
        QVERIFY(test::jsonOf(api.get("/health")).value(QLatin1String("workers")).isNull());
    }

    void wrongTypes_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const char *key : {"exports", "exports:waiting", "exports:dead", "unacked", "exports:attempts",
                                "exports:finished", "exports:alive:h:2:0", "export_job:other", "exports:cancel:known"})
            QTest::newRow(key) << QByteArray(key);
    }

    void wrongTypes()
    {
        QFETCH(QByteArray, key);
        const test::ApiServer api(settings());
        QVERIFY(!tell(api));
        run({"DEL", key});
        if (key == "exports:waiting")
            run({"SET", key, "x"});
        else
            run({"ZADD", key, "1", "x"});
        const bool failed = tell(api);
        const QByteArray health = api.get("/health").body;
        if (failed)
            QVERIFY2(!health.contains("\"status\":\"ok\""), health.constData());
        run({"DEL", key});
        QVERIFY(!tell(api));
    }

    /// The connection breaks after every so many bytes of answers.
    void lostAnswers()
    {
        PostgresSettings way;
        way.host = m_servers.settings().redis.host;
        way.port = m_servers.settings().redis.port;
        test::Proxy proxy(way);
        Settings through = settings();
        through.redis.port = proxy.settings().port;
        const test::ApiServer api(through);
        QTRY_VERIFY(!tell(api));
        for (qint64 bytes = 0; bytes < 1500; bytes += 29) {
            proxy.arm(test::Proxy::Fault::Cut, bytes);
            tell(api);
            proxy.heal();
            QTRY_VERIFY(!tell(api));
        }
    }

private:
    /// Calls everything, and holds what is answered against what is so. Whether something failed.
    bool tell(const test::ApiServer &api)
    {
        bool failed = false;
        const auto holds = [&](const char *call, const RawAnswer &answer, int well, bool isSo) {
            const bool refused = answer.status == 503 || answer.status == 500;
            if (answer.status == 503 && !answer.headers.contains("retry-after"))
                QTest::qFail(call, __FILE__, __LINE__);
            failed = failed || refused;
            if (!refused && (answer.status != well || !isSo))
                QTest::qFail(QByteArray(QByteArray(call) + ": " + QByteArray::number(answer.status) + ' ' + answer.body)
                                 .constData(),
                             __FILE__, __LINE__);
        };
        const RawAnswer status = api.get("/api/exports/pdf/known");
        holds("status", status, 200, status.body.contains("processing"));
        const RawAnswer list = api.get("/api/exports");
        holds("list", list, 200, list.body.contains("\"known\""));
        const qint64 before = queued();
        const RawAnswer posted = api.post("/api/exports/pdf", test::reportBody());
        holds("submit", posted, 202, queued() == before + 1);
        const bool unknown = posted.body.contains("isn't known");
        if (posted.status != 202 && !unknown && queued() != before)
            QTest::qFail("a job that was refused is queued", __FILE__, __LINE__);
        if (posted.status == 202) {
            const QByteArray id = test::jsonOf(posted).value(QLatin1String("job_id")).toString().toUtf8();
            const RawAnswer deleted = api.ask("DELETE", "/api/exports/" + id);
            holds("delete", deleted, 204, number({"EXISTS", "export_job:" + id}) == 0 && queued() == before);
        }
        const RawAnswer metrics = api.get("/metrics");
        holds("metrics", metrics, 200,
              (!metrics.body.contains("\nherdbook_queue_length ") ||
               metrics.body.contains(QByteArray("\nherdbook_queue_length " + QByteArray::number(queued()) + '\n'))));
        return failed;
    }
    Settings settings() const
    {
        Settings settings = m_servers.settings();
        settings.redis.username = QStringLiteral("service");
        settings.redis.password = QStringLiteral("secret");
        return settings;
    }
    static QString healthOf(const test::ApiServer &api)
    {
        return test::jsonOf(api.get("/health")).value(QLatin1String("status")).toString();
    }
    void setUser(const QByteArrayList &rules) { run(QByteArrayList{"ACL", "SETUSER", "service"} + rules); }
    void run(const QByteArrayList &command)
    {
        const auto done = m_redis->command(command);
        QVERIFY2(done, qPrintable(test::reason(done)));
    }
    qint64 number(const QByteArrayList &command) { return m_redis->command(command).valueOr({}).integer; }
    qint64 queued() { return number({"LLEN", "exports"}); }

    std::unique_ptr<storage::Redis> m_redis;
};

QTEST_GUILESS_MAIN(TestApiRefusals)
#include "test_refusals.moc"
