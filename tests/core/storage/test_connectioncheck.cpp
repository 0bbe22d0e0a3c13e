// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connectioncheck.h"
#include "tests/support/servers.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::storage;

using Outcome = CheckStep::Outcome;

namespace {

QString written(const CheckReport &report)
{
    QStringList lines;
    for (const CheckStep &step : report.steps)
        lines << QStringLiteral("%1 %2: %3").arg(static_cast<int>(step.outcome)).arg(step.what, step.detail);
    return lines.join(QLatin1String("; "));
}

CheckStep stepOf(const CheckReport &report, Outcome outcome)
{
    for (const CheckStep &step : report.steps) {
        if (step.outcome == outcome)
            return step;
    }
    return {};
}

/// The mistakes that both servers' settings can have; whether it was one of them.
template<class AnySettings>
bool spoil(AnySettings &settings, const QString &change, const QString &wrongPassword)
{
    if (change == QLatin1String("host"))
        settings.host = QStringLiteral("no-such-host.invalid");
    else if (change == QLatin1String("port"))
        settings.port = 1;
    else if (change == QLatin1String("password"))
        settings.password = wrongPassword;
    else if (change == QLatin1String("nopassword"))
        settings.password.clear();
    else
        return false;
    return true;
}

} // namespace

class TestConnectionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
    }
    void init() { QVERIFY(m_servers.freshDatabase()); }

    void allIsWell()
    {
        const CheckReport postgres = checkPostgres(m_servers.settings().postgres, false);
        QVERIFY2(postgres.passed(), qPrintable(written(postgres)));
        QCOMPARE(postgres.summary(), QString());
        QCOMPARE(postgres.steps.size(), 4);
        const CheckReport redis = checkRedis(m_servers.settings().redis, false);
        QVERIFY2(redis.passed(), qPrintable(written(redis)));
        QCOMPARE(redis.summary(), QString());
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("DBSIZE")}), QStringLiteral("0")); // nothing was written
    }

    void postgresNamesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("word");
        QTest::newRow("host") << "host"
                              << "Host and port"
                              << "No host is named no-such-host.invalid";
        QTest::newRow("port") << "port"
                              << "Host and port"
                              << "Nothing listens on port 1";
        QTest::newRow("password") << "password"
                                  << "User and password"
                                  << "refused";
        QTest::newRow("no password") << "nopassword"
                                     << "Password"
                                     << "none is given";
        QTest::newRow("user") << "user"
                              << "User and password"
                              << "nobody_knows";
        QTest::newRow("database") << "database"
                                  << "Database"
                                  << "no database named elsewhere";
        QTest::newRow("tls") << "tls"
                             << "TLS"
                             << "The server has no TLS";
        QTest::newRow("authorities' file missing") << "/nowhere/ca.pem"
                                                   << "TLS"
                                                   << "can be read from /nowhere/ca.pem";
        QTest::newRow("authorities' file empty") << "/dev/null"
                                                 << "TLS"
                                                 << "no certificate in PEM form";
    }

    void postgresNamesWhatIsWrong()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, what);
        QFETCH(const QString, word);
        PostgresSettings settings = m_servers.settings().postgres;
        settings.host = QStringLiteral("127.0.0.1");
        if (change == QLatin1String("user"))
            settings.user = QStringLiteral("nobody_knows");
        else if (change == QLatin1String("database"))
            settings.database = QStringLiteral("elsewhere");
        else if (!spoil(settings, change, QStringLiteral("hush-1"))) {
            settings.sslMode = QStringLiteral("require");
            settings.sslRootCert = change == QLatin1String("tls") ? QString() : change;
        }
        const CheckReport report = checkPostgres(settings, false);
        const CheckStep failed = stepOf(report, Outcome::Failed);
        QCOMPARE(failed.what, what);
        QVERIFY2(failed.detail.contains(word), qPrintable(failed.detail));
        QVERIFY(!written(report).contains(QLatin1String("hush")));
    }

    void aMissingTableIsNamed()
    {
        QVERIFY(m_servers.sql(QStringLiteral("DROP TABLE reid_similarity_scores")));
        CheckReport report = checkPostgres(m_servers.settings().postgres, false);
        QVERIFY(report.passed());
        QVERIFY(stepOf(report, Outcome::Warning).detail.contains(QLatin1String("reid_similarity_scores")));
        QVERIFY(m_servers.sql(QStringLiteral("DROP TABLE detections")));
        report = checkPostgres(m_servers.settings().postgres, false);
        QCOMPARE(stepOf(report, Outcome::Failed).what, QStringLiteral("Tables"));
        QVERIFY(stepOf(report, Outcome::Failed).detail.contains(QLatin1String("Missing: detections.")));
    }

    void missingRightsAreNamed()
    {
        QVERIFY(m_servers.sql(QStringLiteral("DROP ROLE IF EXISTS watcher; CREATE ROLE watcher LOGIN PASSWORD 'w'; "
                                             "GRANT SELECT ON images, deer, locations TO watcher;"
                                             "GRANT SELECT ON reid_similarity_scores TO watcher")));
        PostgresSettings settings = m_servers.settings().postgres;
        settings.user = QStringLiteral("watcher");
        settings.password = QStringLiteral("w");
        CheckReport report = checkPostgres(settings, false);
        QCOMPARE(stepOf(report, Outcome::Failed).detail, QStringLiteral("The right SELECT is missing on detections"));
        QVERIFY(m_servers.sql(QStringLiteral("GRANT SELECT ON detections TO watcher")));
        report = checkPostgres(settings, false);
        QVERIFY2(report.passed(), qPrintable(written(report)));
        const QString warning = stepOf(report, Outcome::Warning).detail;
        QVERIFY2(warning.contains(QLatin1String("UPDATE of detections.deer_id")), qPrintable(warning));
        QVERIFY2(warning.contains(QLatin1String("schema herdbook")), qPrintable(warning));
        report = checkPostgres(settings, true); // a read-only profile needs none of these
        QCOMPARE(report.summary(), QString());
        QVERIFY(m_servers.sql(QStringLiteral("DROP OWNED BY watcher; DROP ROLE watcher")));
    }

    void redisNamesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("word");
        QTest::newRow("host") << "host"
                              << "Host and port"
                              << "No host is named no-such-host.invalid";
        QTest::newRow("port") << "port"
                              << "Host and port"
                              << "Nothing listens on port 1";
        QTest::newRow("password") << "password"
                                  << "Password"
                                  << "password";
        QTest::newRow("no password") << "nopassword"
                                     << "Password"
                                     << "none is given";
        QTest::newRow("user") << "user"
                              << "Password"
                              << "password";
        QTest::newRow("database") << "database"
                                  << "Database"
                                  << "no database 4000";
        QTest::newRow("tls") << "tls"
                             << "TLS"
                             << "TLS";
        QTest::newRow("tls, port") << "tls, port"
                                   << "Host and port"
                                   << "Nothing listens on port 1";
        QTest::newRow("socket") << "socket"
                                << "Host and port"
                                << "is unreachable";
    }

    void redisNamesWhatIsWrong()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, what);
        QFETCH(const QString, word);
        RedisSettings settings = m_servers.settings().redis;
        if (change == QLatin1String("user"))
            settings.username = QStringLiteral("nobody");
        else if (change == QLatin1String("database"))
            settings.database = 4000;
        else if (change == QLatin1String("socket"))
            settings.host = QStringLiteral("/nowhere/redis.sock");
        else if (!spoil(settings, change, QStringLiteral("hush-2")))
            settings.tls = true;
        if (change == QLatin1String("tls, port"))
            settings.port = 1;
        const CheckReport report = checkRedis(settings, false);
        const CheckStep failed = stepOf(report, Outcome::Failed);
        QVERIFY2(failed.what == what, qPrintable(written(report)));
        QVERIFY2(failed.detail.contains(word), qPrintable(failed.detail));
        QVERIFY(!written(report).contains(QLatin1String("hush")));
    }

    void redisRightsAreNamed()
    {
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("watcher"),
                                        QStringLiteral("on"), QStringLiteral(">w"), QStringLiteral("~*"),
                                        QStringLiteral("+@read"), QStringLiteral("+select"), QStringLiteral("+info")}));
        RedisSettings settings = m_servers.settings().redis;
        settings.username = QStringLiteral("watcher");
        settings.password = QStringLiteral("w");
        CheckReport report = checkRedis(settings, false);
        QVERIFY2(report.passed(), qPrintable(written(report)));
        QVERIFY(stepOf(report, Outcome::Warning).detail.contains(QLatin1String("Asking for exports is not allowed")));
        QCOMPARE(checkRedis(settings, true).summary(), QString());
        QVERIFY(m_servers.redisCommand(
            {QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("watcher"), QStringLiteral("-get")}));
        report = checkRedis(settings, true);
        QVERIFY(stepOf(report, Outcome::Failed).detail.contains(QLatin1String("Reading jobs is not allowed")));
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("DELUSER"), QStringLiteral("watcher")}));
    }

    void redisRightsAreAskedForBehindThePrefix()
    {
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("herder"),
                                        QStringLiteral("on"), QStringLiteral(">h"), QStringLiteral("~herd:*"),
                                        QStringLiteral("~export_job:*"), QStringLiteral("+@all")}));
        RedisSettings settings = m_servers.settings().redis;
        settings.username = QStringLiteral("herder");
        settings.password = QStringLiteral("h");
        CheckReport report = checkRedis(settings, false);
        QVERIFY(stepOf(report, Outcome::Failed).detail.contains(QLatin1String("Reading jobs is not allowed")));
        settings.keyPrefix = QStringLiteral("herd:");
        report = checkRedis(settings, false);
        QVERIFY2(report.passed(), qPrintable(written(report)));
        QCOMPARE(stepOf(report, Outcome::Warning).detail, QString());
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("DELUSER"), QStringLiteral("herder")}));
    }

    void aStoppedServerIsNamed()
    {
        m_servers.redis().pause();
        const CheckReport report = checkRedis(m_servers.settings().redis, false);
        m_servers.redis().resume();
        QVERIFY(!report.passed());
        QVERIFY2(report.summary().contains(QLatin1String("did not answer")), qPrintable(written(report)));
    }

    void aStopEndsItBetweenSteps()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(checkPostgres(m_servers.settings().postgres, false, stop.get_token()).steps.size(), 1);
    }

    void folders()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // What isn't set wasn't looked at: that is no success.
        const CheckReport none = checkFolders({}, {});
        QCOMPARE(none.steps.size(), 2);
        for (const CheckStep &step : none.steps)
            QVERIFY2(step.outcome == CheckStep::Outcome::Warning && step.detail.contains(QLatin1String("none is set")),
                     qPrintable(step.detail));
        QCOMPARE(checkFolders(folder.path(), folder.path()).summary(), QString());
        QVERIFY(
            checkFolders(QStringLiteral("/no/such/folder"), {}).summary().contains(QLatin1String("does not exist")));
        QVERIFY(checkFolders(file.fileName(), {}).summary().contains(QLatin1String("is not a folder")));
        const QString circle = folder.filePath(QStringLiteral("circle"));
        QVERIFY(QFile::link(circle, circle));
        QVERIFY(checkFolders(circle, {}).summary().contains(QLatin1String("can't be looked at")));
        const QTemporaryDir empty;
        const CheckReport images = checkFolders({}, empty.path());
        QVERIFY(images.passed());
        QVERIFY(images.steps.last().detail.contains(QLatin1String("Is it mounted?")));
    }

    /// The server's certificate is its own authority.
    void onlyGivenAuthoritiesAreTrusted()
    {
        const auto sql = [this](const QString &text) {
            const Result<QString> done = m_servers.sql(text);
            return done ? *done : QStringLiteral("failed: ") + done.error().message;
        };
        const QTemporaryDir folder;
        for (const char *name : {"server", "other"}) {
            QCOMPARE(
                sql(QStringLiteral("COPY (SELECT 1) TO PROGRAM 'openssl req -x509 -newkey rsa:2048 -nodes -days 2 "
                                   "-keyout %1.key -out %1.crt -subj /CN=ranch -addext subjectAltName=IP:127.0.0.1'")
                        .arg(QLatin1String(name))),
                QString());
            const QString made = sql(QStringLiteral("SELECT pg_read_file('%1.crt')").arg(QLatin1String(name)));
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made.toUtf8()) > 0);
        }
        const auto off = qScopeGuard([&sql] {
            sql(QStringLiteral("ALTER SYSTEM RESET ssl"));
            sql(QStringLiteral("SELECT pg_reload_conf()"));
        });
        QCOMPARE(sql(QStringLiteral("ALTER SYSTEM SET ssl = on")), QString());
        sql(QStringLiteral("SELECT pg_reload_conf()"));
        PostgresSettings settings = m_servers.settings().postgres;
        settings.host = QStringLiteral("127.0.0.1");
        settings.sslMode = QStringLiteral("verify-full");
        settings.sslRootCert = folder.filePath(QStringLiteral("server"));
        QTRY_VERIFY(written(checkPostgres(settings, false)).contains(QLatin1String("is in, encrypted")));
        settings.sslRootCert = folder.filePath(QStringLiteral("other"));
        for (const char *mode : {"verify-full", "require"}) {
            settings.sslMode = QLatin1String(mode);
            const CheckReport report = checkPostgres(settings, false);
            QCOMPARE(stepOf(report, Outcome::Failed).what, QStringLiteral("TLS"));
            QVERIFY2(written(report).contains(QLatin1String("certificate verify failed")), qPrintable(written(report)));
        }
    }

private:
    test::Servers m_servers;
};

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "test_connectioncheck.moc"
