// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/envelope.h"
#include "core/exports/jobcontrol.h"
#include "core/exports/taskmessage.h"
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"
#include "tests/support/commands.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace herdbook;
using exports::JobState;

/// What is lost, and who is told, when Redis refuses just this command, or the export folder is away for a while: nothing, and everybody.
class TestRefusals : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withdrawnRightLosesNothing_data();
    void withdrawnRightLosesNothing();
    void everyCommandInTurn();
    void replicasMissingLoseNothing();
    void memoryFullLosesNothing();
    void wrongTypeOfOneJobStopsNobodyElse_data();
    void wrongTypeOfOneJobStopsNobodyElse();
    void whatIsRefusedOfOneJobStaysSaidBesideAnother();
    void refusedEndOfACancelledJobIsNamed_data();
    void refusedEndOfACancelledJobIsNamed();
    void wrongTypeOfTheQueuesKeysIsNamed_data();
    void wrongTypeOfTheQueuesKeysIsNamed();
    void missingRightsAreNamedAndAwaited_data();
    void missingRightsAreNamedAndAwaited();
    void rightsOfTheReadmeSuffice();
    void readmeNamesEveryCommand();
    void closedIdleConnectionsLoseNoRevocation();
    void brokenListeningConnectionLosesNoRevocation();
    void revocationIsRememberedAsLongAsCelerysWorkersDo();
    void whatIsOverIsNoProblemOfTheNextJob();
    void deafTimeIsTold();
    void jobOfATimeWaitsWithoutASlot();
    void jobOfATimeSurvivesItsWorker();
    void jobOfATimeSaysSoAfterASlowProducer();
    void waitingJobCanBeCancelled();
    void oversizedMessageFailsItsJob();
    void deadListIsBounded();
    void foldersOfTheExportsComeBack_data();
    void foldersOfTheExportsComeBack();
    void strangeIdsAreMade_data();
    void strangeIdsAreMade();

private:
    /// The lines of the README, as arguments of ACL SETUSER.
    static QByteArrayList rulesOfTheReadme()
    {
        QFile readme(QStringLiteral(HERDBOOK_README));
        const QString text = readme.open(QIODevice::ReadOnly) ? QString::fromUtf8(readme.readAll()) : QString();
        const QString first = QStringLiteral("ACL SETUSER herdbook on >password ");
        const qsizetype from = text.indexOf(first);
        const qsizetype to = text.indexOf(QStringLiteral("\n\n"), from);
        QByteArrayList rules;
        for (const QString &rule :
             text.mid(from + first.size(), to - from - first.size()).simplified().split(u' ', Qt::SkipEmptyParts))
            rules << rule.toUtf8().replace("\\x06", "\x06");
        return from > 0 ? rules : QByteArrayList();
    }
    /// A user of Redis with all rights, as whom the workers come.
    Settings workersSettings() const
    {
        Settings settings = m_servers.settings();
        settings.redis.username = QStringLiteral("worker");
        settings.redis.password = QStringLiteral("secret");
        return settings;
    }
    void setUser(const QByteArrayList &rules)
    {
        const auto done = m_redis->command(QByteArrayList{"ACL", "SETUSER", "worker"} + rules);
        QVERIFY2(done, qPrintable(test::reason(done)));
    }
    QByteArray message(const QString &jobId, const QDateTime &eta = {})
    {
        return test::message(jobId, jobId, test::someReport().title, eta);
    }
};

void TestRefusals::init()
{
    Bench::init();
    setUser({"reset", "on", ">secret", "~*", "&*", "+@all"});
    QVERIFY(m_redis->command({"ACL", "LOG", "RESET"}));
}

void TestRefusals::withdrawnRightLosesNothing_data()
{
    QTest::addColumn<QByteArrayList>("withdrawn");
    QTest::addColumn<QByteArrayList>("given");
    for (const char *command : {"setex", "blmove", "evalsha", "lrem", "hget", "hdel", "time"})
        QTest::newRow(command) << QByteArrayList{QByteArray("-") + command}
                               << QByteArrayList{QByteArray("+") + command};
    QTest::newRow("status keys") << QByteArrayList{"resetkeys", "~exports*", "~_kombu*", "~celery*"}
                                 << QByteArrayList{"~*"};
    QTest::newRow("all keys") << QByteArrayList{"resetkeys"} << QByteArrayList{"~*"};
}

void TestRefusals::withdrawnRightLosesNothing()
{
    QFETCH(QByteArrayList, withdrawn);
    QFETCH(QByteArrayList, given);
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(workersSettings(), 2), gate.maker());
    QStringList ids;
    for (int at = 0; at < 5; ++at)
        ids << submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 2);
    setUser(withdrawn);
    gate.open();
    // Both in hand end, and the next ones are tried, while the right is away.
    QTRY_COMPARE(gate.waiting(), 0);
    worker::pause(std::stop_token(), std::chrono::milliseconds(400));
    for (const QString &id : std::as_const(ids)) { // what is said meanwhile is so
        const exports::JobStatus said = status(id);
        QVERIFY2(said.state != JobState::Failed, qPrintable(said.error));
        QVERIFY(said.state != JobState::Completed || QFile::exists(path(said.fileName)));
    }
    setUser(given);
    for (const QString &id : std::as_const(ids))
        QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
    QTRY_VERIFY(isTidy());
    QCOMPARE(number({"ZCARD", "exports:waiting"}), 0);
    QCOMPARE(test::filesIn(m_servers.settings()).size(), 5);
}

// Each of the code's commands is refused for a while, one after the other, to the same worker under way.
void TestRefusals::everyCommandInTurn()
{
    const QByteArrayList commands =
        test::commandsOf(*m_redis, {QStringLiteral("worker"), QStringLiteral("exports"), QStringLiteral("storage")});
    QVERIFY(commands.contains("BLMOVE") && commands.contains("EVALSHA") && commands.contains("LTRIM"));
    const test::RunningWorker worker(test::quickOptions(workersSettings(), 2));
    QStringList ids;
    for (const QByteArray &command : commands) {
        for (int at = 0; at < 2; ++at)
            ids << submit(test::someReport());
        QVERIFY(m_redis->command({"LPUSH", "exports", "garbage"}));
        ids << QStringLiteral("of the dead, ") + QString::fromLatin1(command);
        QVERIFY(m_redis->command({"LPUSH", "exports:processing:dead:1:" + command, message(ids.last())}));
        setUser({'-' + command.toLower()});
        worker::pause(std::stop_token(), std::chrono::milliseconds(120));
        for (const QString &id : std::as_const(ids)) { // what is said meanwhile is so
            const exports::JobStatus said = status(id);
            QVERIFY2(said.state != JobState::Failed, qPrintable(said.error));
            QVERIFY(said.state != JobState::Completed || QFile::exists(path(said.fileName)));
        }
        setUser({'+' + command.toLower()});
    }
    for (const QString &id : std::as_const(ids))
        QTRY_COMPARE(status(id).state, JobState::Completed);
    // One that was refused in the middle is noted again.
    QTRY_VERIFY(number({"LLEN", "exports:dead"}) >= commands.size());
    QTRY_VERIFY(isTidy());
    QCOMPARE(test::filesIn(m_servers.settings()).size(), ids.size());
    QTRY_VERIFY2(!leases().contains("problems"), leases().constData());
}

void TestRefusals::replicasMissingLoseNothing()
{
    QStringList ids;
    for (int at = 0; at < 20; ++at)
        ids << submit(test::someReport());
    const test::RunningWorker worker(test::quickOptions(workersSettings(), 2));
    for (int flap = 0; flap < 5; ++flap) {
        for (const char *number : {"1", "0"}) {
            QVERIFY(m_redis->command({"CONFIG", "SET", "min-replicas-to-write", number}));
            worker::pause(std::stop_token(), std::chrono::milliseconds(60));
        }
    }
    for (const QString &id : std::as_const(ids))
        QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
    QTRY_VERIFY(isTidy());
}

void TestRefusals::memoryFullLosesNothing()
{
    QStringList ids;
    for (int at = 0; at < 5; ++at)
        ids << submit(test::someReport());
    QVERIFY(m_redis->command({"CONFIG", "SET", "maxmemory-policy", "noeviction"}));
    QVERIFY(m_redis->command({"CONFIG", "SET", "maxmemory", "1000"}));
    const test::RunningWorker worker(test::quickOptions(workersSettings(), 2));
    worker::pause(std::stop_token(), std::chrono::milliseconds(700));
    QCOMPARE(status(ids.first()).state, JobState::Processing);
    QVERIFY(m_redis->command({"CONFIG", "SET", "maxmemory", "0"}));
    for (const QString &id : std::as_const(ids))
        QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
}

void TestRefusals::wrongTypeOfOneJobStopsNobodyElse_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("status") << QByteArray("export_job:");
    QTest::newRow("cancel key") << QByteArray("exports:cancel:");
}

void TestRefusals::wrongTypeOfOneJobStopsNobodyElse()
{
    QFETCH(QByteArray, key);
    const QString id = submit(test::someReport());
    key += id.toUtf8();
    QVERIFY(m_redis->command({"DEL", key}));
    QVERIFY(m_redis->command({"LPUSH", key, "a list"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString next = submit(test::someReport());
    QTRY_COMPARE(status(next).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
    const QByteArray words = key + " in Redis holds a list, not a string";
    QTRY_VERIFY2(leases().contains(words), leases().constData());
    QVERIFY(m_redis->command({"DEL", key}));
    QTRY_VERIFY2(!leases().contains(words), leases().constData());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_VERIFY(isTidy());
}

void TestRefusals::whatIsRefusedOfOneJobStaysSaidBesideAnother()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QString sound = submit(test::someReport()); // looked at after it
    QTRY_COMPARE(gate.waiting(), 2);
    const QByteArray key = exports::statusKey(id);
    QVERIFY(m_redis->transaction({{"DEL", key}, {"LPUSH", key, "a list"}}));
    const QByteArray words = "How far job " + id.toUtf8() + " is can't be written";
    QTRY_VERIFY2(leases().contains(words), leases().constData());
    for (int look = 0; look < 20; ++look) {
        worker::pause(std::stop_token(), std::chrono::milliseconds(100));
        QVERIFY2(leases().contains(words), leases().constData());
    }
    QVERIFY(m_redis->command({"DEL", key}));
    QTRY_VERIFY2(!leases().contains(words), leases().constData());
    gate.open();
    for (const QString &each : {id, sound})
        QTRY_COMPARE(status(each).state, JobState::Completed);
    QTRY_VERIFY(isTidy());
}

void TestRefusals::refusedEndOfACancelledJobIsNamed_data()
{
    QTest::addColumn<QList<QByteArrayList>>("refused");
    QTest::addColumn<QByteArrayList>("allowed");
    QTest::addColumn<QByteArray>("named");
    for (const char *command : {"setex", "hdel"})
        QTest::newRow(command) << QList<QByteArrayList>{{"ACL", "SETUSER", "worker", QByteArray("-") + command}}
                               << QByteArrayList{"ACL", "SETUSER", "worker", QByteArray("+") + command}
                               << QByteArray("Redis refused: ");
    QTest::newRow("wrong type") << QList<QByteArrayList>{{"DEL", "export_job:job-1"},
                                                         {"SET", "exports:finished", "a string"}}
                                << QByteArrayList{"DEL", "exports:finished"}
                                << QByteArray("exports:finished in Redis holds a string, not a hash");
}

// Somebody cancels or removes a job in the making, and Redis doesn't take its end: that is said, and tried again later.
void TestRefusals::refusedEndOfACancelledJobIsNamed()
{
    QFETCH(const QList<QByteArrayList>, refused);
    QFETCH(const QByteArrayList, allowed);
    QFETCH(const QByteArray, named);
    const QString id = QStringLiteral("job-1");
    storage::Redis listener(m_servers.settings().redis, std::chrono::seconds(20));
    QVERIFY(listener.command({"PSUBSCRIBE", "/0.celeryev/task.revoked"}));
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(workersSettings()), gate.maker());
    QVERIFY(m_redis->command({"LPUSH", "exports", message(id)}));
    QTRY_COMPARE(gate.waiting(), 1);
    const QByteArrayList cancel{"SETEX", exports::QueueNames().cancelKey(id), "3600", "1"};
    QVERIFY(m_redis->transaction(QList<QByteArrayList>{cancel} + refused));
    QTRY_VERIFY2(leases().contains(named), leases().constData());
    const qint64 before = scriptsRun();
    QElapsedTimer timer;
    timer.start();
    worker::pause(std::stop_token(), std::chrono::milliseconds(1'000));
    const qint64 run = scriptsRun() - before;
    QVERIFY2(1000 * run < 150 * timer.elapsed(), qPrintable(QString::number(run)));
    QVERIFY(m_redis->command(allowed));
    QTRY_VERIFY(m_redis->command({"GET", "celery-task-meta-job-1"})->text.contains("\"REVOKED\""));
    QTRY_VERIFY(isTidy());
    QCOMPARE(number({"ZCARD", "exports:waiting"}), 0);
    QCOMPARE(status(id).cancelled, number({"EXISTS", exports::statusKey(id)}) == 1);
    QTRY_VERIFY2(!leases().contains(named), leases().constData());
    int told = 0;
    for (auto heard = listener.receive(std::chrono::seconds(60)); heard && !heard->isNil();
         heard = listener.receive(std::chrono::milliseconds(500)))
        ++told;
    QCOMPARE(told, 1);
}

void TestRefusals::wrongTypeOfTheQueuesKeysIsNamed_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("should");
    QTest::newRow("queue") << QByteArray("exports") << QByteArray("list");
    QTest::newRow("attempts") << QByteArray("exports:attempts") << QByteArray("hash");
    QTest::newRow("finished") << QByteArray("exports:finished") << QByteArray("hash");
}

void TestRefusals::wrongTypeOfTheQueuesKeysIsNamed()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, should);
    QVERIFY(m_redis->command({"SET", key, "a string"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QString id;
    if (key != "exports")
        id = submit(test::someReport());
    const QByteArray words = key + " in Redis holds a string, not a " + should;
    QTRY_VERIFY2(leases().contains(words), leases().constData());
    QVERIFY(m_redis->command({"DEL", key}));
    if (id.isEmpty())
        id = submit(test::someReport());
    QTRY_VERIFY2(!leases().contains("in Redis holds"), leases().constData());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
}

void TestRefusals::missingRightsAreNamedAndAwaited_data()
{
    QTest::addColumn<QByteArrayList>("rules");
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<QByteArrayList>("given");
    QTest::newRow("a command") << QByteArrayList{"-lmove"} << QByteArray("LMOVE") << QByteArrayList{"+lmove"};
    QTest::newRow("of the cleanup") << QByteArrayList{"-getrange"} << QByteArray("GETRANGE")
                                    << QByteArrayList{"+getrange"};
    QTest::newRow("the channels") << QByteArrayList{"resetchannels"} << QByteArray("PSUBSCRIBE on the channel")
                                  << QByteArrayList{"allchannels"};
    QTest::newRow("a key") << QByteArrayList{"resetkeys", "~exports*", "~_kombu*", "~celery*"}
                           << QByteArray("export_job:") << QByteArrayList{"~export_job:*"};
}

void TestRefusals::missingRightsAreNamedAndAwaited()
{
    QFETCH(QByteArrayList, rules);
    QFETCH(QByteArray, named);
    QFETCH(QByteArrayList, given);
    setUser(rules);
    const test::RunningWorker worker(test::quickOptions(workersSettings()));
    const QString id = submit(test::someReport());
    QTRY_VERIFY2(leases().contains(named), leases().constData());
    QVERIFY(leases().contains("The Redis user worker lacks rights"));
    QCOMPARE(number({"LLEN", "exports"}), 1);
    setUser(given);
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_VERIFY(!leases().contains("problems"));
}

// The very lines of the README.
void TestRefusals::rightsOfTheReadmeSuffice()
{
    const QByteArrayList rules = rulesOfTheReadme();
    QVERIFY(!rules.isEmpty());
    setUser(QByteArrayList{"reset", "on", ">secret"} + rules);
    const test::RunningWorker worker(test::quickOptions(workersSettings()));
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    const QString id = submit(test::someReport());
    QVERIFY(m_redis->command({"LPUSH", "exports", "garbage"}));
    QVERIFY(m_redis->command(
        {"LPUSH", "exports", message(QStringLiteral("later"), QDateTime::currentDateTimeUtc().addSecs(2))}));
    QVERIFY(m_redis->command({"LPUSH", "exports:processing:dead:1:1", message(QStringLiteral("of a dead worker"))}));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_COMPARE(status(QStringLiteral("later")).state, JobState::Completed);
    QTRY_COMPARE(status(QStringLiteral("of a dead worker")).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 1);
    QVERIFY2(!leases().contains("problems"), leases().constData());
    QTRY_VERIFY(isTidy());
    const auto log = m_redis->command({"ACL", "LOG"});
    QVERIFY(log);
    for (const storage::RedisReply &entry : log->items) {
        for (size_t at = 0; at + 1 < entry.items.size(); ++at)
            QVERIFY2(entry.items[at].text != "username" || entry.items[at + 1].text != "worker",
                     entry.items.size() > 7 ? QByteArray(entry.items[5].text + ' ' + entry.items[7].text).constData()
                                            : "refused");
    }
}

// What a rare path sends counts as well: the commands are read from the code, in C++ and in Lua.
void TestRefusals::readmeNamesEveryCommand()
{
    const QByteArrayList rules = rulesOfTheReadme();
    const QByteArrayList commands =
        test::commandsOf(*m_redis, QStringLiteral("worker exports jobs api storage").split(u' '));
    QVERIFY(commands.contains("BLMOVE") && commands.contains("ZSCORE"));
    for (const QByteArray &command : commands)
        QVERIFY2(rules.contains('+' + command.toLower()), command.constData());
}

// Redis closes what is idle; the connection that writes cancel keys and answers is, most of the time.
void TestRefusals::closedIdleConnectionsLoseNoRevocation()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    QVERIFY(m_redis->command({"CLIENT", "KILL", "TYPE", "normal"}));
    QTRY_VERIFY(m_redis->command({"PUBLISH", "/0.celery.pidbox", exports::revokeMessage(id)}));
    QTRY_VERIFY(status(id).cancelled);
    QCOMPARE(number({"EXISTS", exports::QueueNames().cancelKey(id)}), 1);
}

// Redis or what is between drops the connection that listens, just before the word comes.
void TestRefusals::brokenListeningConnectionLosesNoRevocation()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    const auto listeners = [this] {
        QByteArrayList ids;
        for (const QByteArray &line : m_redis->command({"CLIENT", "LIST", "TYPE", "pubsub"})->text.split('\n')) {
            if (line.startsWith("id="))
                ids << line.mid(3, line.indexOf(' ') - 3);
        }
        return ids;
    };
    for (int which = 0; which < 2; ++which) {
        QTRY_COMPARE(listeners().size(), 2);
        const QString id = submit(test::someReport());
        QTRY_COMPARE(gate.waiting(), 1);
        QVERIFY(m_redis->pipeline({{"CLIENT", "KILL", "ID", listeners().at(which)},
                                   {"PUBLISH", "/0.celery.pidbox", exports::revokeMessage(id)}}));
        QTRY_VERIFY(status(id).cancelled);
        QTRY_COMPARE(gate.waiting(), 0);
    }
}

// With both connections gone nobody can know what was published: that is said.
void TestRefusals::deafTimeIsTold()
{
    const test::RunningWorker worker(test::quickOptions(workersSettings()));
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    setUser({"resetchannels"});
    QVERIFY(m_redis->command({"CLIENT", "KILL", "TYPE", "pubsub"}));
    QTRY_VERIFY2(leases().contains("Celery's control can't be heard"), leases().constData());
    worker::pause(std::stop_token(), std::chrono::milliseconds(4'000)); // as long as a gap must be to be one
    setUser({"allchannels"});
    QTRY_VERIFY2(leases().contains("has to be revoked again"), leases().constData());
    QTRY_VERIFY(!leases().contains("problems"));
}

void TestRefusals::revocationIsRememberedAsLongAsCelerysWorkersDo()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(workersSettings()), gate.maker());
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    const QString inHand = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QString revoked = submit(test::someReport());
    QVERIFY(m_redis->command({"PUBLISH", "/0.celery.pidbox", exports::revokeMessage(revoked)}));
    const QByteArray key = exports::QueueNames().cancelKey(revoked);
    QTRY_COMPARE(number({"EXISTS", key}), 1);
    QVERIFY(number({"TTL", key}) > 3 * 3600 - 100);
    QVERIFY(m_redis->command({"DEL", key})); // the worker itself knows it all the same
    gate.open();
    QTRY_COMPARE(status(inHand).state, JobState::Completed);
    QTRY_VERIFY(status(revoked).isFinished());
    QVERIFY(status(revoked).cancelled);
    QCOMPARE(gate.begun().size(), 1);
    QTRY_VERIFY(isTidy());
}

// A job may take half an hour: meanwhile the worker is ready, and says so.
void TestRefusals::whatIsOverIsNoProblemOfTheNextJob()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(workersSettings()), gate.maker());
    QTRY_COMPARE(count("exports:alive:*"), 1);
    setUser({"-blmove"});
    QTRY_VERIFY2(leases().contains("problems"), leases().constData());
    const QString id = submit(test::someReport());
    setUser({"+blmove"});
    QTRY_COMPARE(gate.waiting(), 1);
    QTRY_VERIFY2(!leases().contains("problems"), leases().constData());
    QCOMPARE(status(id).state, JobState::Processing);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
}

void TestRefusals::jobOfATimeWaitsWithoutASlot()
{
    const QDateTime eta = QDateTime::currentDateTimeUtc().addSecs(8);
    QVERIFY(m_redis->command({"LPUSH", "exports", message(QStringLiteral("later"), eta)}));
    const QString now = submit(test::someReport());
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(now).state, JobState::Completed);
    QCOMPARE(status(QStringLiteral("later")).waitingFor, exports::WaitsForItsTime);
    QCOMPARE(number({"ZCARD", "exports:waiting"}), 1);
    QTRY_COMPARE(status(QStringLiteral("later")).state, JobState::Completed);
    QVERIFY(status(QStringLiteral("later")).completedAt.addSecs(1) >= eta);
    QVERIFY(status(QStringLiteral("later")).waitingFor.isEmpty());
    QTRY_VERIFY(isTidy());
}

void TestRefusals::jobOfATimeSurvivesItsWorker()
{
    const QDateTime eta = QDateTime::currentDateTimeUtc().addSecs(8);
    QVERIFY(m_redis->command({"LPUSH", "exports", message(QStringLiteral("later"), eta)}));
    {
        const test::RunningWorker first(test::quickOptions(m_servers.settings()));
        QTRY_COMPARE(number({"ZCARD", "exports:waiting"}), 1);
    }
    const test::RunningWorker second(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(QStringLiteral("later")).state, JobState::Completed);
    QCOMPARE(status(QStringLiteral("later")).attempt, 1);
}

// A Python producer queues first and writes `processing` afterwards.
void TestRefusals::jobOfATimeSaysSoAfterASlowProducer()
{
    const QString id = QStringLiteral("later");
    auto options = test::quickOptions(m_servers.settings());
    options.timings.reassert = {std::chrono::milliseconds(100), std::chrono::milliseconds(1'000)};
    const test::RunningWorker worker(options);
    QVERIFY(m_redis->command({"LPUSH", "exports", message(id, QDateTime::currentDateTimeUtc().addSecs(3'600))}));
    QTRY_COMPARE(number({"ZCARD", "exports:waiting"}), 1);
    QVERIFY(
        m_redis->command({"SETEX", exports::statusKey(id), "3600",
                          R"({"status":"processing","job_id":"later","created_at":"2026-11-22T14:30:45.123456"})"}));
    QTRY_COMPARE(status(id).waitingFor, exports::WaitsForItsTime);
    QCOMPARE(number({"ZCARD", "exports:waiting"}), 1);
}

void TestRefusals::waitingJobCanBeCancelled()
{
    const QDateTime eta = QDateTime::currentDateTimeUtc().addSecs(3'600);
    for (const char *id : {"cancelled", "revoked"})
        QVERIFY(m_redis->command({"LPUSH", "exports", message(QString::fromLatin1(id), eta)}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(number({"ZCARD", "exports:waiting"}), 2);
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    const auto cancelled = exports::cancelJob(*m_redis, systemClock(), QStringLiteral("cancelled"));
    QVERIFY2(cancelled, qPrintable(test::reason(cancelled)));
    QVERIFY(m_redis->command({"PUBLISH", "/0.celery.pidbox", exports::revokeMessage(QStringLiteral("revoked"))}));
    QTRY_VERIFY(status(QStringLiteral("revoked")).cancelled);
    QVERIFY(status(QStringLiteral("cancelled")).cancelled);
    QTRY_COMPARE(number({"ZCARD", "exports:waiting"}), 0);
    QTRY_VERIFY(isTidy());
}

void TestRefusals::oversizedMessageFailsItsJob()
{
    QJsonObject envelope = QJsonDocument::fromJson(message(QStringLiteral("huge"))).object();
    envelope.insert(QLatin1String("body"), QString(30 << 20, u'A'));
    QVERIFY(m_redis->command({"LPUSH", "exports", QJsonDocument(envelope).toJson(QJsonDocument::Compact)}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(QStringLiteral("huge")).state, JobState::Failed);
    QVERIFY2(status(QStringLiteral("huge")).error.contains(QLatin1String("30 MiB")),
             qPrintable(status(QStringLiteral("huge")).error));
    QVERIFY(m_redis->command({"GET", "celery-task-meta-huge"})->text.contains("\"FAILURE\""));
    const QString next = submit(test::someReport());
    QTRY_COMPARE(status(next).state, JobState::Completed);
    QTRY_VERIFY(isTidy());
}

void TestRefusals::deadListIsBounded()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QByteArray garbage(900'000, 'x');
    for (int at = 0; at < 40; ++at)
        QVERIFY(m_redis->command({"LPUSH", "exports", garbage + QByteArray::number(at)}));
    QTRY_COMPARE(number({"LLEN", "exports"}), 0);
    QTRY_VERIFY(isTidy());
    qint64 bytes = 0;
    const auto lines = m_redis->command({"LRANGE", "exports:dead", "0", "-1"});
    QVERIFY(lines);
    for (const storage::RedisReply &line : lines->items)
        bytes += line.text.size();
    QVERIFY2(bytes > 16 << 20 && bytes <= 32 << 20, qPrintable(QString::number(bytes)));
    QVERIFY(number({"TTL", "exports:dead"}) > 0);
}

void TestRefusals::foldersOfTheExportsComeBack_data()
{
    QTest::addColumn<QString>("gone");
    QTest::newRow("made anew") << QString();
    QTest::newRow("hidden folder") << QStringLiteral("/.herdbook");
}

void TestRefusals::foldersOfTheExportsComeBack()
{
    QFETCH(QString, gone);
    Settings settings = m_servers.settings();
    settings.exportFolder += QStringLiteral("/again");
    QVERIFY(QDir().mkpath(settings.exportFolder));
    auto options = test::quickOptions(settings);
    options.patience = std::chrono::hours(1);
    const test::RunningWorker worker(options);
    const QString before = submit(test::someReport());
    QTRY_COMPARE(status(before).state, JobState::Completed);
    QVERIFY(QDir(settings.exportFolder + gone).removeRecursively());
    const QString during = submit(test::someReport());
    if (gone.isEmpty()) {
        QTRY_COMPARE(status(during).waitingFor, QStringLiteral("export folder"));
        QVERIFY(!QDir(settings.exportFolder).exists());
        QVERIFY(QDir().mkdir(settings.exportFolder));
    }
    QTRY_COMPARE(status(during).state, JobState::Completed);
    QVERIFY(status(during).waitingFor.isEmpty());
    QCOMPARE(test::filesIn(settings).size(), gone.isEmpty() ? 1 : 2);
}

void TestRefusals::strangeIdsAreMade_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("dots") << "a.b.c";
    QTest::newRow("colons") << "celery:job:1";
    QTest::newRow("a path") << "../../etc/passwd";
    QTest::newRow("spaces and quotes") << QStringLiteral("it's \"mine\" %1 * [x]");
    QTest::newRow("letters of others") << QStringLiteral("Hirsch-ä-鹿");
    QTest::newRow("long") << QString(255, u'x');
}

void TestRefusals::strangeIdsAreMade()
{
    QFETCH(QString, id);
    QVERIFY(m_redis->command({"LPUSH", "exports", message(id)}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    const QString stem = exports::fileStem(id);
    QCOMPARE(stem.size(), 32);
    QVERIFY(exports::isFileOfJob(status(id).fileName, id));
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
    QTRY_VERIFY(isTidy());
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "test_refusals.moc"
