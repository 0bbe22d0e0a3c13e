// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstore.h"
#include "core/storage/connectioncheck.h"
#include "core/storage/postgres.h"
#include "core/trial/batch/schema.h"
#include "core/trial/batch/writingcheck.h"
#include "tests/support/commands.h"
#include "tests/support/servers.h"

#include <QDir>
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
        const CheckReport postgres = checkPostgres(m_servers.settings().postgres, trial::checkWriting);
        QVERIFY2(postgres.passed(), qPrintable(written(postgres)));
        QCOMPARE(postgres.summary(), QString());
        QCOMPARE(postgres.steps.size(), 4);
        const CheckReport redis = checkRedis(m_servers.settings().redis, asking());
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
        const CheckReport report = checkPostgres(settings, trial::checkWriting);
        const CheckStep failed = stepOf(report, Outcome::Failed);
        QCOMPARE(failed.what, what);
        QVERIFY2(failed.detail.contains(word), qPrintable(failed.detail));
        QVERIFY(!written(report).contains(QLatin1String("hush")));
    }

    void aMissingTableIsNamed()
    {
        QVERIFY(m_servers.sql(QStringLiteral("DROP TABLE reid_similarity_scores")));
        CheckReport report = checkPostgres(m_servers.settings().postgres, trial::checkWriting);
        QVERIFY(report.passed());
        QVERIFY(stepOf(report, Outcome::Warning).detail.contains(QLatin1String("reid_similarity_scores")));
        QVERIFY(m_servers.sql(QStringLiteral("DROP TABLE detections")));
        report = checkPostgres(m_servers.settings().postgres, trial::checkWriting);
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
        CheckReport report = checkPostgres(settings, trial::checkWriting);
        QCOMPARE(stepOf(report, Outcome::Failed).detail, QStringLiteral("The right SELECT is missing on detections"));
        QVERIFY(m_servers.sql(QStringLiteral("GRANT SELECT ON detections TO watcher")));
        report = checkPostgres(settings, trial::checkWriting);
        QVERIFY2(report.passed(), qPrintable(written(report)));
        const QString warning = stepOf(report, Outcome::Warning).detail;
        QVERIFY2(warning.contains(QLatin1String("UPDATE (deer_id) on detections")), qPrintable(warning));
        QVERIFY2(warning.contains(QLatin1String("schema herdbook")), qPrintable(warning));
        report = checkPostgres(settings, {}); // a read-only profile needs none of these
        QCOMPARE(report.summary(), QString());
        QVERIFY(m_servers.sql(QStringLiteral("DROP OWNED BY watcher; DROP ROLE watcher")));
    }

    void theJournalsRightsAreNamed()
    {
        auto admin = Postgres::open(m_servers.settings().postgres);
        QVERIFY2(admin, qPrintable(test::reason(admin)));
        const Result<void> made = trial::migrateSchema(**admin, 0, trial::kSchemaVersion);
        QVERIFY2(made, qPrintable(test::reason(made)));
        const auto run = [&](const QString &sql) {
            const auto done = (*admin)->runScript(sql);
            QVERIFY2(done, qPrintable(test::reason(done)));
        };
        run(QStringLiteral("DROP ROLE IF EXISTS keeper; CREATE ROLE keeper LOGIN PASSWORD 'k'; "
                           "GRANT SELECT ON ALL TABLES IN SCHEMA public TO keeper; GRANT UPDATE (deer_id) ON "
                           "detections TO keeper; GRANT UPDATE (sighting_count) ON deer TO keeper;"));
        PostgresSettings settings = m_servers.settings().postgres;
        settings.user = QStringLiteral("keeper");
        settings.password = QStringLiteral("k");
        const auto warning = [&settings] {
            const CheckReport report = checkPostgres(settings, trial::checkWriting);
            return report.passed() ? report.summary() : written(report);
        };
        QVERIFY2(warning().contains(QLatin1String("missing: USAGE on schema herdbook")), qPrintable(warning()));
        // To look into the schema isn't to write there.
        run(QStringLiteral("GRANT USAGE ON SCHEMA herdbook TO keeper;"));
        QVERIFY2(warning().startsWith(QLatin1String("Trials can't be kept or applied; missing: SELECT on herdbook")),
                 qPrintable(warning()));
        run(QStringLiteral("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA herdbook TO keeper;"));
        QCOMPARE(warning(), QString());
        const std::pair<const char *, const char *> needs[]{{"batch", "SELECT, INSERT, UPDATE"},
                                                            {"assignment", "SELECT, INSERT, UPDATE"},
                                                            {"sighting", "SELECT, INSERT, UPDATE"},
                                                            {"trial", "SELECT, INSERT"},
                                                            {"answer", "SELECT, INSERT"},
                                                            {"pool", "SELECT, INSERT"},
                                                            {"certificate", "SELECT, INSERT, UPDATE"},
                                                            {"version", "SELECT"}};
        for (const auto &[table, rights] : needs) {
            const QStringList each = QString::fromLatin1(rights).split(QLatin1String(", "));
            for (const QString &right : each) {
                const QString what = QStringLiteral("%1 on herdbook.%2").arg(right, QLatin1String(table));
                run(QStringLiteral("REVOKE %1 FROM keeper;").arg(what));
                QVERIFY2(warning().endsWith(QLatin1String("missing: ") + what), qPrintable(what + warning()));
                run(QStringLiteral("GRANT %1 TO keeper;").arg(what));
            }
        }
        QCOMPARE(warning(), QString());
        run(QStringLiteral("REVOKE USAGE ON SCHEMA herdbook FROM keeper; GRANT CREATE ON SCHEMA herdbook TO keeper;"));
        QVERIFY2(warning().contains(QLatin1String("missing: USAGE on schema herdbook")), qPrintable(warning()));
        run(QStringLiteral("DROP OWNED BY keeper; DROP ROLE keeper;"));
    }

    void whatNoBatchCanBeWrittenIntoIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("word");
        for (const char *table : {"detections", "deer"})
            QTest::newRow(table) << QStringLiteral("ALTER TABLE %1 RENAME TO kept; CREATE VIEW %1 AS TABLE kept;")
                                        .arg(QLatin1String(table))
                                 << QStringLiteral("%1 is a view").arg(QLatin1String(table));
        QTest::newRow("a stranger's schema")
            << QStringLiteral("CREATE SCHEMA herdbook; CREATE TABLE herdbook.horses (id int);") << "isn't Herdbook's";
        QTest::newRow("an older journal") << trial::migrationSql(0, 3) << "no journal of version 4";
        QTest::newRow("a newer journal") << QString(trial::migrationSql(0, trial::kSchemaVersion) +
                                                    QStringLiteral("INSERT INTO herdbook.version VALUES (99);"))
                                         << "made by a newer Herdbook";
    }

    void whatNoBatchCanBeWrittenIntoIsNamed()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, word);
        auto admin = Postgres::open(m_servers.settings().postgres);
        QVERIFY2(admin, qPrintable(test::reason(admin)));
        const auto changed = (*admin)->runScript(change);
        QVERIFY2(changed, qPrintable(test::reason(changed)));
        const CheckReport report = checkPostgres(m_servers.settings().postgres, trial::checkWriting);
        QVERIFY2(report.passed(), qPrintable(written(report)));
        QCOMPARE(report.steps.last().outcome, Outcome::Warning);
        QVERIFY2(report.steps.last().detail.contains(word), qPrintable(written(report)));
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
        const CheckReport report = checkRedis(settings, exports::submitCommands(settings));
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
        CheckReport report = checkRedis(settings, exports::submitCommands(settings));
        QVERIFY2(report.passed(), qPrintable(written(report)));
        QVERIFY(stepOf(report, Outcome::Warning).detail.contains(QLatin1String("Asking for exports is not allowed")));
        QCOMPARE(checkRedis(settings, {}).summary(), QString());
        QVERIFY(m_servers.redisCommand(
            {QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("watcher"), QStringLiteral("-get")}));
        report = checkRedis(settings, {});
        QVERIFY(stepOf(report, Outcome::Failed).detail.contains(QLatin1String("Reading jobs is not allowed")));
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("DELUSER"), QStringLiteral("watcher")}));
    }

    void whatASubmissionNeedsIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("command");
        Redis redis(m_servers.settings().redis, std::chrono::seconds(20));
        const QByteArrayList commands = test::commandsOf(redis, {QStringLiteral("exports")});
        QVERIFY(commands.contains("LPUSH") && commands.contains("SETEX") && commands.contains("EVAL"));
        for (const QByteArray &command : QByteArrayList{"MULTI", "EVALSHA"} + commands)
            QTest::newRow(command.constData()) << command;
    }

    /// Where one command is refused and no export can be asked for, that was said beforehand.
    void whatASubmissionNeedsIsAskedFor()
    {
        QFETCH(const QByteArray, command);
        Redis admin(m_servers.settings().redis, std::chrono::seconds(20));
        const auto run = [&admin](const QByteArrayList &words) {
            const auto done = admin.command(words);
            QVERIFY2(done, qPrintable(test::reason(done)));
        };
        run({"ACL", "SETUSER", "asker", "reset", "on", ">a", "~*", "&*", "+@all"});
        run({"SCRIPT", "FLUSH"});
        RedisSettings settings = m_servers.settings().redis;
        settings.username = QStringLiteral("asker");
        settings.password = QStringLiteral("a");
        QCOMPARE(checkRedis(settings, exports::submitCommands(settings)).summary(), QString());
        run({"ACL", "SETUSER", "asker", '-' + command.toLower()});
        const CheckReport report = checkRedis(settings, exports::submitCommands(settings));
        QCOMPARE(*m_servers.redisCommand({QStringLiteral("DBSIZE")}), QStringLiteral("0")); // nothing was written
        Redis redis(settings, std::chrono::seconds(20));
        exports::ExportRequest request;
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 20);
        const auto submitted = exports::JobStore(redis, systemClock()).submit({request, {}, {}, {}, -1});
        if (!submitted)
            QVERIFY2(report.summary().contains(QString::fromLatin1(command), Qt::CaseInsensitive),
                     qPrintable(written(report) + test::reason(submitted)));
        if (command == "MULTI") // with which it is asked for
            QVERIFY2(submitted && report.summary().contains(QLatin1String("can't be tested")),
                     qPrintable(written(report)));
        run({"ACL", "DELUSER", "asker"});
    }

    void aRedisThatTakesNothingIsSaidTo_data()
    {
        QTest::addColumn<QStringList>("begin");
        QTest::addColumn<QStringList>("end");
        QTest::addColumn<QString>("word");
        const QStringList config{QStringLiteral("CONFIG"), QStringLiteral("SET")};
        QTest::newRow("no memory") << config + QStringList{QStringLiteral("maxmemory"), QStringLiteral("1000")}
                                   << config + QStringList{QStringLiteral("maxmemory"), QStringLiteral("0")} << "OOM";
        QTest::newRow("too few replicas")
            << config + QStringList{QStringLiteral("min-replicas-to-write"), QStringLiteral("1")}
            << config + QStringList{QStringLiteral("min-replicas-to-write"), QStringLiteral("0")} << "NOREPLICAS";
        QTest::newRow("a replica") << QStringList{QStringLiteral("REPLICAOF"), QStringLiteral("127.0.0.1"),
                                                  QStringLiteral("1")}
                                   << QStringList{QStringLiteral("REPLICAOF"), QStringLiteral("NO"),
                                                  QStringLiteral("ONE")}
                                   << "READONLY";
    }

    void aRedisThatTakesNothingIsSaidTo()
    {
        QFETCH(const QStringList, begin);
        QFETCH(const QStringList, end);
        QFETCH(const QString, word);
        QVERIFY(m_servers.redisCommand({QStringLiteral("CONFIG"), QStringLiteral("SET"),
                                        QStringLiteral("maxmemory-policy"), QStringLiteral("noeviction")}));
        QVERIFY(m_servers.redisCommand(begin));
        const CheckReport report = checkRedis(m_servers.settings().redis, asking());
        const CheckReport reading = checkRedis(m_servers.settings().redis, {});
        QVERIFY(m_servers.redisCommand(end));
        QVERIFY2(report.passed(), qPrintable(written(report)));
        const QString warning = stepOf(report, Outcome::Warning).detail;
        QVERIFY2(warning.startsWith(QLatin1String("Nothing can be asked for")) && warning.contains(word),
                 qPrintable(written(report)));
        QCOMPARE(reading.summary(), QString()); // what writes nothing isn't concerned
        QCOMPARE(checkRedis(m_servers.settings().redis, asking()).summary(), QString());
    }

    void redisRightsAreAskedForBehindThePrefix()
    {
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("SETUSER"), QStringLiteral("herder"),
                                        QStringLiteral("on"), QStringLiteral(">h"), QStringLiteral("~herd:*"),
                                        QStringLiteral("~export_job:*"), QStringLiteral("+@all")}));
        RedisSettings settings = m_servers.settings().redis;
        settings.username = QStringLiteral("herder");
        settings.password = QStringLiteral("h");
        CheckReport report = checkRedis(settings, exports::submitCommands(settings));
        QVERIFY(stepOf(report, Outcome::Failed).detail.contains(QLatin1String("Reading jobs is not allowed")));
        settings.keyPrefix = QStringLiteral("herd:");
        report = checkRedis(settings, exports::submitCommands(settings));
        QVERIFY2(report.passed(), qPrintable(written(report)));
        QCOMPARE(stepOf(report, Outcome::Warning).detail, QString());
        QVERIFY(m_servers.redisCommand({QStringLiteral("ACL"), QStringLiteral("DELUSER"), QStringLiteral("herder")}));
    }

    void aStoppedServerIsNamed()
    {
        m_servers.redis().pause();
        const CheckReport report = checkRedis(m_servers.settings().redis, asking());
        m_servers.redis().resume();
        QVERIFY(!report.passed());
        QVERIFY2(report.summary().contains(QLatin1String("did not answer")), qPrintable(written(report)));
    }

    void aStopEndsItBetweenSteps()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(checkPostgres(m_servers.settings().postgres, trial::checkWriting, stop.get_token()).steps.size(), 1);
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
        // A fresh disk has this; what a worker leaves is hidden.
        QVERIFY(QDir(empty.path()).mkdir(QStringLiteral("lost+found")));
        const CheckReport both = checkFolders(empty.path(), empty.path());
        QVERIFY(both.passed());
        for (const CheckStep &step : both.steps)
            QCOMPARE(step.outcome, Outcome::Warning);
        QVERIFY2(both.summary().contains(QLatin1String("no export was made yet, or its disk isn't mounted")),
                 qPrintable(both.summary()));
        QVERIFY(QDir(empty.path()).mkdir(QStringLiteral(".herdbook")));
        QCOMPARE(checkFolders(empty.path(), empty.path()).summary(), QString());
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
        QTRY_VERIFY(written(checkPostgres(settings, trial::checkWriting)).contains(QLatin1String("is in, encrypted")));
        settings.sslRootCert = folder.filePath(QStringLiteral("other"));
        for (const char *mode : {"verify-full", "require"}) {
            settings.sslMode = QLatin1String(mode);
            const CheckReport report = checkPostgres(settings, trial::checkWriting);
            QCOMPARE(stepOf(report, Outcome::Failed).what, QStringLiteral("TLS"));
            QVERIFY2(written(report).contains(QLatin1String("certificate verify failed")), qPrintable(written(report)));
        }
    }

private:
    QList<QByteArrayList> asking() const { return exports::submitCommands(m_servers.settings().redis); }

    test::Servers m_servers;
};

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "test_connectioncheck.moc"
