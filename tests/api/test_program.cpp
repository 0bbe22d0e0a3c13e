// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"
#include "tests/api/apiserver.h"
#include "tests/support/proxy.h"

#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;

/// herdbook-api as it is started by people and by systemd.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        QVERIFY(writeEnvironmentFile(m_folder.filePath(QStringLiteral("env")),
                                     variablesFromSettings(m_servers.settings())));
    }

    void servesUntilTerminated();
    void withTheRealWorker();
    void startsWithoutServers();
    void beforeAFrozenDatabase_data();
    void beforeAFrozenDatabase();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void portInUse();

private:
    static QString worker() { return qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-worker"); }
    static QString program() { return qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-api"); }
    /// Starts it on a free port, which is the answer.
    static quint16 start(QProcess &process, const QStringList &arguments)
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), QStringList{QStringLiteral("--port"), QStringLiteral("0")} + arguments);
        static const QRegularExpression line(QStringLiteral("Listening on http://127\\.0\\.0\\.1:(\\d+)"));
        QByteArray said;
        while (process.waitForReadyRead(60'000)) {
            said += process.readAll();
            if (const auto match = line.match(QString::fromUtf8(said)); match.hasMatch())
                return static_cast<quint16>(match.captured(1).toUInt());
        }
        qWarning("%s", said.constData());
        return 0;
    }

    QTemporaryDir m_folder;
    test::Servers m_servers;
};

void TestProgram::servesUntilTerminated()
{
    QProcess process;
    const quint16 port = start(process, {QStringLiteral("--env"), m_folder.filePath(QStringLiteral("env"))});
    QVERIFY(port != 0);
    QCOMPARE(test::RawClient::ask(port, test::RawClient::request("GET", "/health")).status, 200);
    test::RawClient idle(port);
    idle.send(test::RawClient::request("GET", "/api/exports"));
    QCOMPARE(idle.receive().status, 200);
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(idle.isClosedByServer());
}

/// From the request to the PDF on disk and off again, by the programs as they are installed.
void TestProgram::withTheRealWorker()
{
    const QStringList env{QStringLiteral("--env"), m_folder.filePath(QStringLiteral("env"))};
    QProcess api;
    const quint16 port = start(api, env);
    QVERIFY(port != 0);
    QProcess maker;
    maker.setProcessChannelMode(QProcess::ForwardedChannels);
    maker.start(worker(), env);
    QVERIFY(maker.waitForStarted());
    const auto ask = [port](const QByteArray &method, const QByteArray &path, const QByteArray &headers = {}) {
        return test::RawClient::ask(port, test::RawClient::request(method, path, {}, headers));
    };
    const test::RawAnswer accepted = test::RawClient::ask(
        port, test::RawClient::request("POST", "/api/exports/pdf",
                                       R"({"start_date":"2026-06-01","end_date":"2026-06-30","allow_empty":true})",
                                       "Content-Type: application/json\r\n"));
    QCOMPARE(accepted.status, 202);
    const QByteArray jobId = test::jsonOf(accepted).value(QLatin1String("job_id")).toString().toLatin1();
    QJsonObject status;
    QTRY_VERIFY_WITH_TIMEOUT((status = test::jsonOf(ask("GET", "/api/exports/pdf/" + jobId)),
                              status.value(QLatin1String("status")).toString() != QLatin1String("processing")),
                             60'000);
    QCOMPARE(status.value(QLatin1String("error_message")).toString(), QString());
    const QByteArray url = status.value(QLatin1String("download_url")).toString().toLatin1();
    const test::RawAnswer whole = ask("GET", url);
    QCOMPARE(whole.status, 200);
    QVERIFY(whole.body.startsWith("%PDF-"));
    QCOMPARE(whole.body.size(), status.value(QLatin1String("file_size_bytes")).toInt());
    const test::RawAnswer rest = ask("GET", url, "Range: bytes=100-\r\n");
    QCOMPARE(rest.status, 206);
    QCOMPARE(rest.body, whole.body.mid(100));
    QCOMPARE(ask("DELETE", "/api/exports/" + jobId).status, 204);
    QCOMPARE(ask("GET", url).status, 404);
    QCOMPARE(ask("GET", "/api/exports/pdf/" + jobId).body, QByteArray(R"({"detail":"Job not found or expired"})"));
    for (QProcess *process : {&maker, &api}) {
        process->terminate();
        QVERIFY(process->waitForFinished(60'000));
        QCOMPARE(process->exitCode(), 0);
    }
}

void TestProgram::startsWithoutServers()
{
    Settings away = m_servers.settings();
    away.redis.port = away.postgres.port = 1;
    const QString env = m_folder.filePath(QStringLiteral("away"));
    QVERIFY(writeEnvironmentFile(env, variablesFromSettings(away)));
    QProcess process;
    const quint16 port = start(process, {QStringLiteral("--env"), env});
    QVERIFY(port != 0);
    QCOMPARE(test::RawClient::ask(port, test::RawClient::request("GET", "/health")).status, 503);
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::beforeAFrozenDatabase_data()
{
    QTest::addColumn<bool>("silent");
    QTest::newRow("stopped server") << false;
    QTest::newRow("silent tunnel") << true;
}

/// It says so, goes on with what needs no database, ends when told, and sees the database again.
void TestProgram::beforeAFrozenDatabase()
{
    QFETCH(bool, silent);
    test::Proxy proxy(m_servers.settings().postgres);
    Settings settings = m_servers.settings();
    settings.postgres = proxy.settings();
    const QString env = m_folder.filePath(QStringLiteral("frozen"));
    QVERIFY(writeEnvironmentFile(env, variablesFromSettings(settings)));
    QProcess process;
    const quint16 port = start(process, {QStringLiteral("--env"), env});
    QVERIFY(port != 0);
    const auto submit = [port] {
        return test::RawClient::ask(port,
                                    test::RawClient::request("POST", "/api/exports/zip",
                                                             R"({"start_date":"2026-06-01","end_date":"2026-06-30"})",
                                                             "Content-Type: application/json\r\n"));
    };
    QCOMPARE(submit().status, 202);
    if (silent)
        proxy.arm(test::Proxy::Fault::Freeze, 0);
    else
        m_servers.postgres().pause();
    const auto resume = qScopeGuard([this] { m_servers.postgres().resume(); });
    const test::RawAnswer refused = submit();
    QCOMPARE(refused.status, 503);
    QVERIFY2(test::detailOf(refused).contains(QLatin1String("PostgreSQL")), refused.body.constData());
    const test::RawAnswer health = test::RawClient::ask(port, test::RawClient::request("GET", "/health"));
    QCOMPARE(health.status, 503);
    QCOMPARE(test::jsonOf(health).value(QLatin1String("postgresql")).toString(), QStringLiteral("unreachable"));
    QCOMPARE(test::RawClient::ask(port, test::RawClient::request("GET", "/api/exports")).status, 200);
    if (silent)
        proxy.heal();
    else
        m_servers.postgres().resume();
    QTRY_COMPARE(submit().status, 202);
    m_servers.postgres().pause();
    test::RawClient waiting(port);
    waiting.send(test::RawClient::request("GET", "/health"));
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("help") << QStringLiteral("--help") << 0 << QStringLiteral("--threads");
    QTest::newRow("version") << QStringLiteral("--version") << 0 << QStringLiteral("herdbook-api ");
    QTest::newRow("unknown option") << QStringLiteral("--nonsense") << 2 << QStringLiteral("nonsense");
    QTest::newRow("port") << QStringLiteral("--port 99999") << 2 << QStringLiteral("--port must be");
    QTest::newRow("threads") << QStringLiteral("--threads 0") << 2 << QStringLiteral("--threads must be");
    QTest::newRow("no file") << QStringLiteral("--env /nonexistent") << 2 << QStringLiteral("/nonexistent");
    QTest::newRow("no such address") << QStringLiteral("--host 192.0.2.1 --port 0") << 1 << QStringLiteral("192.0.2.1");
}

void TestProgram::saysWhatIsWrong()
{
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program(), arguments.split(u' '));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), code);
    const QString output = QString::fromUtf8(process.readAll());
    QVERIFY2(output.contains(says), qPrintable(output));
}

void TestProgram::portInUse()
{
    const test::ApiServer api(m_servers.settings());
    QProcess process;
    process.start(program(), {QStringLiteral("--port"), QString::number(api.port())});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("Can't listen on 127.0.0.1:"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
