// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobcontrol.h"
#include "core/exports/taskmessage.h"
#include "core/jobs/jobactions.h"
#include "core/jobs/tracking/jobtracker.h"
#include "core/storage/connectioncheck.h"
#include "tests/support/commands.h"
#include "tests/support/proxy.h"
#include "tests/support/redisproxy.h"
#include "tests/support/servers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace herdbook;
using namespace herdbook::jobs;

/// What the desktop shows and does when Redis refuses just this command, or an answer gets lost: nothing that isn't so, and afterwards everything
/// as before.
class TestJobRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
    }

    void init()
    {
        QVERIFY(m_servers.flushRedis());
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(20));
        setUser({"reset", "on", ">secret", "~*", "&*", "+@all"});
        m_ahead = 0;
    }

    void refusedReadingsAreNoFacts_data() { everyCommand(); }

    void refusedReadingsAreNoFacts()
    {
        QFETCH(QByteArray, command);
        makeWorld();
        JobTracker tracker(options(desktopsRedis()));
        QVERIFY(tracker.turn());
        QVERIFY(tracker.turn());
        m_ahead = 10; // past every grace
        QVERIFY(tracker.turn());
        const auto before = statesOf(tracker);
        QCOMPARE(before.size(), 5);
        QVERIFY(!before.values().contains(QString()));
        setUser({'-' + command.toLower()});
        run({"CONFIG", "RESETSTAT"});
        bool told = false;
        bool failed = false;
        for (int turns = 0; turns < 6; ++turns) {
            m_ahead += 10;
            run({"SET", "somebody", "writes"});
            const auto delta = tracker.turn();
            told = told || !delta || !delta->health.warnings.isEmpty() || delta->health.readOnly;
            failed = failed || !delta;
            QVERIFY2(delta || delta.error().kind == ErrorKind::Denied, qPrintable(test::reason(delta)));
            QCOMPARE(statesOf(tracker), before);
        }
        // The connection's test tells it beforehand.
        if (failed)
            QVERIFY(!storage::checkRedis(desktopsRedis(), {}).passed());
        const QByteArray stats = m_redis->command({"INFO", "commandstats"})->text;
        const qsizetype at = stats.indexOf(QByteArray("cmdstat_" + command.toLower() + ':'));
        const bool refused = at > 0 && !stats.mid(at, stats.indexOf('\r', at) - at).contains("rejected_calls=0");
        // Without these it only looks more often, or in smaller pieces.
        QVERIFY(told || !refused || QByteArrayList({"INFO", "EVAL", "EVALSHA", "LINDEX"}).contains(command));
        setUser({"+@all"});
        Result<JobDelta> last = Error{ErrorKind::Internal, {}};
        for (int turns = 0; turns < 11; ++turns) // the right to write is asked for again now and then
            last = tracker.turn();
        QVERIFY2(last, qPrintable(test::reason(last)));
        QCOMPARE(statesOf(tracker), before);
        QVERIFY(!last->health.readOnly);
        QCOMPARE(last->health.queueLength, 1);
        // A new one after the refusal is met.
        const QString fresh = submit(*m_redis).valueOr({});
        QVERIFY(tracker.turn());
        QCOMPARE(statesOf(tracker).value(fresh), QStringLiteral("queued"));
    }

    void keysOfAWrongTypeAreNoFacts_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QStringList>("about"); ///< jobs it tells of
        const QStringList held{QStringLiteral("held")};
        const QStringList stopped{QStringLiteral("stopped")};
        QTest::newRow("queue") << QByteArray("exports") << QStringList{QStringLiteral("*")};
        QTest::newRow("priority") << QByteArray("exports\x06\x16"
                                                "3")
                                  << QStringList();
        QTest::newRow("unacked") << QByteArray("unacked") << QStringList{QStringLiteral("python")};
        QTest::newRow("status") << QByteArray("export_job:held") << held;
        QTest::newRow("list") << QByteArray("exports:processing:barn:1:0") << held;
        QTest::newRow("lease") << QByteArray("exports:alive:barn:1:0") << held;
        QTest::newRow("stopped") << QByteArray("exports:processing:barn:2:0") << stopped;
        QTest::newRow("cancel key") << QByteArray("exports:cancel:held") << held;
        QTest::newRow("result") << QByteArray("celery-task-meta-python") << QStringList();
    }

    /// Whatever one key holds, it changes nothing about the jobs it isn't about; afterwards all is as before.
    void keysOfAWrongTypeAreNoFacts()
    {
        QFETCH(QByteArray, key);
        QFETCH(QStringList, about);
        makeWorld();
        JobTracker tracker(options(m_servers.settings().redis));
        QVERIFY(tracker.turn());
        m_ahead = 10;
        QVERIFY(tracker.turn());
        const auto before = statesOf(tracker);
        const QByteArray kept = m_redis->command({"DUMP", key})->text;
        run({"DEL", key});
        run({"PFADD", key, "neither"}); // a string that no JSON is
        for (const char *type : {"string", "zset"}) {
            if (QByteArray(type) == "zset") {
                run({"DEL", key});
                run({"ZADD", key, "1", "member"});
            }
            for (int turns = 0; turns < 3; ++turns) {
                m_ahead += 10;
                const auto delta = tracker.turn();
                QVERIFY2(delta || delta.error().kind == ErrorKind::Corrupt, qPrintable(test::reason(delta)));
                auto now = statesOf(tracker);
                for (auto at = before.begin(); at != before.end(); ++at) {
                    if (!about.contains(at.key()) && !about.contains(QStringLiteral("*")))
                        QCOMPARE(now.value(at.key()), at.value());
                }
            }
        }
        run({"DEL", key});
        if (!kept.isEmpty())
            run({"RESTORE", key, "0", kept});
        for (int turns = 0; turns < 3; ++turns) {
            m_ahead += 10;
            QVERIFY(tracker.turn());
        }
        auto after = statesOf(tracker);
        if (key == "export_job:held") // restored without an end
            after.insert(QStringLiteral("held"), before.value(QStringLiteral("held")));
        QCOMPARE(after, before);
    }

    void refusedActionsAreTold_data() { everyCommand(); }

    void refusedActionsAreTold()
    {
        QFETCH(QByteArray, command);
        makeWorld();
        JobTracker tracker(options(m_servers.settings().redis));
        QVERIFY(tracker.turn());
        m_ahead = 10;
        QVERIFY(tracker.turn());
        QHash<QString, JobRowPtr> rows;
        for (const JobRowPtr &row : tracker.rows())
            rows.insert(row->id, row);
        JobActions actions(
            {desktopsRedis(), m_servers.settings().exportFolder, QStringLiteral("anna@desk"), {}, [this] {
                 return now();
             }});
        const std::vector<std::pair<const char *, std::function<ActionOutcome()>>> all{
            {"submit",
             [&] {
                 const auto id = actions.submit({request(), {}, {}, QStringLiteral("once"), -1}).result();
                 return ActionOutcome{id ? 1 : 0, id ? QStringList() : QStringList(id.error().message), {}};
             }},
            {"put back", [&] { return actions.mend({rows.value(QStringLiteral("stopped"))}).result(); }},
            {"cancel", [&] { return actions.cancel({rows.value(m_waiting)}).result(); }},
            {"remove", [&] { return actions.remove({rows.value(QStringLiteral("done"))}).result(); }},
        };
        for (const auto &[name, act] : all) {
            setUser({"+@all", '-' + command.toLower()});
            const qint64 messages = number({"LLEN", "exports"});
            const qint64 statuses = number({"DBSIZE"});
            const ActionOutcome refused = act();
            QCOMPARE(refused.done + refused.errors.size(), 1);
            if (refused.done == 0 && QByteArray(name) == "submit") { // no message without a status, and the reverse
                QCOMPARE(number({"LLEN", "exports"}), messages);
                QCOMPARE(number({"DBSIZE"}), statuses);
            }
            setUser({"+@all"});
            if (refused.done == 0) {
                const ActionOutcome again = act();
                QVERIFY2(again.done == 1, qPrintable(QString::fromLatin1(name) + again.errors.join(u' ')));
            }
        }
        const auto turned = tracker.turn();
        QVERIFY(turned);
        const auto states = statesOf(tracker);
        QCOMPARE(states.value(QStringLiteral("stopped")), QStringLiteral("queued"));
        QCOMPARE(states.value(m_waiting), QStringLiteral("cancelled"));
        QVERIFY(number({"EXISTS", "export_job:done"}) == 0);
        // The one that was submitted and the one put back.
        QCOMPARE(number({"LLEN", "exports"}), 2);
    }

    void aRedisThatRefusesToWriteIsSaidToBe_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("too few replicas")
            << QByteArray("min-replicas-to-write") << QByteArray("1") << QByteArray("NOREPLICAS");
        QTest::newRow("no memory") << QByteArray("maxmemory") << QByteArray("1") << QByteArray("OOM");
    }

    /// What Redis refuses to everybody is no lack of a right of this user's.
    void aRedisThatRefusesToWriteIsSaidToBe()
    {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, word);
        JobTracker tracker(options(desktopsRedis()));
        QVERIFY(tracker.turn());
        run({"CONFIG", "SET", setting, value});
        Result<JobDelta> delta = Error{ErrorKind::Internal, {}};
        for (int turns = 0; turns < 11; ++turns)
            delta = tracker.turn();
        run({"CONFIG", "SET", setting, "0"});
        QVERIFY2(delta, qPrintable(test::reason(delta)));
        QVERIFY(!delta->health.readOnly);
        const QString said = delta->health.warnings.join(u' ');
        QVERIFY2(said.contains(QLatin1String("Nothing can be asked for")) && said.contains(QLatin1String(word)),
                 qPrintable(said));
        for (int turns = 0; turns < 11; ++turns)
            delta = tracker.turn();
        QVERIFY2(delta->health.warnings.isEmpty(), qPrintable(delta->health.warnings.join(u' ')));
    }

    void aCancelThatStopsHalfwaySaysSo()
    {
        const QString id = submit(*m_redis).valueOr({});
        setUser({"+@all", "-lrem"});
        storage::Redis redis(desktopsRedis(), std::chrono::seconds(20));
        const auto cancelled = exports::cancelJob(redis, systemClock(), id);
        QVERIFY(!cancelled);
        QCOMPARE(number({"EXISTS", exports::QueueNames().cancelKey(id)}), 1);
        QVERIFY2(cancelled.error().message.startsWith(QLatin1String("No Herdbook worker makes this job any more")),
                 qPrintable(test::reason(cancelled)));
        setUser({"+@all"});
        QVERIFY(exports::cancelJob(redis, systemClock(), id));
        QCOMPARE(number({"LLEN", "exports"}), 0);
    }

    /// The connection breaks, or falls silent, after every so many bytes of Redis's answers.
    void lostAnswersAreNoFacts_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("cut") << static_cast<int>(test::Proxy::Fault::Cut);
        QTest::newRow("silent") << static_cast<int>(test::Proxy::Fault::Freeze);
    }

    void lostAnswersAreNoFacts()
    {
        QFETCH(int, fault);
        makeWorld();
        PostgresSettings way;
        way.host = m_servers.settings().redis.host;
        way.port = m_servers.settings().redis.port;
        test::Proxy proxy(way);
        RedisSettings through = desktopsRedis();
        through.port = proxy.settings().port;
        JobTracker tracker(options(through));
        QVERIFY(tracker.turn());
        m_ahead = 10;
        QVERIFY(tracker.turn());
        const auto before = statesOf(tracker);
        proxy.heal();
        run({"SET", "somebody", "writes"});
        QTRY_VERIFY(tracker.turn());
        const qint64 whole = proxy.passed();
        QVERIFY(whole > 500);
        const bool cut = fault == static_cast<int>(test::Proxy::Fault::Cut);
        for (qint64 bytes = 0; bytes < whole; bytes += whole / (cut ? 60 : 5)) {
            proxy.arm(static_cast<test::Proxy::Fault>(fault), bytes);
            m_ahead += 10;
            run({"SET", "somebody", "writes"});
            const auto delta = tracker.turn();
            QVERIFY2(delta || delta.error().kind == ErrorKind::Unreachable, qPrintable(test::reason(delta)));
            QCOMPARE(statesOf(tracker), before);
            proxy.heal();
            QTRY_VERIFY(tracker.turn());
            QCOMPARE(statesOf(tracker), before);
        }
    }

    /// However the answer gets lost: asked once, it is one job or none, and what is said is so.
    void lostAnswerOfASubmission()
    {
        PostgresSettings way;
        way.host = m_servers.settings().redis.host;
        way.port = m_servers.settings().redis.port;
        test::Proxy proxy(way);
        RedisSettings through = m_servers.settings().redis;
        through.port = proxy.settings().port;
        storage::Redis redis(through);
        proxy.heal();
        QVERIFY(submit(redis));
        const qint64 whole = proxy.passed();
        for (const auto fault : {test::Proxy::Fault::Cut, test::Proxy::Fault::Freeze}) {
            for (qint64 bytes = 0; bytes <= whole; bytes += fault == test::Proxy::Fault::Cut ? 3 : whole / 3) {
                QVERIFY(m_servers.flushRedis());
                proxy.arm(fault, bytes);
                const Result<QString> id = submit(redis);
                const qint64 queued = number({"LLEN", "exports"});
                QVERIFY(queued <= 1);
                if (id)
                    QCOMPARE(queued, 1);
                else if (queued == 1)
                    QVERIFY2(id.error().message.contains(QStringLiteral("isn't known")), qPrintable(test::reason(id)));
                QCOMPARE(number({"DBSIZE"}), queued == 1 ? 2 : 0);
                proxy.heal();
            }
        }
    }

    /// The job was queued, and Redis refuses when it's asked again: that says nothing of the first time.
    void aRefusalAfterALostAnswerTellsNothing()
    {
        test::RedisProxy proxy(desktopsRedis());
        storage::Redis redis(proxy.settings(), std::chrono::seconds(5));
        exports::JobStore store(redis, systemClock());
        QVERIFY(store.submit({request(), {}, {}, {}, -1}));
        QVERIFY(!store.isInDoubt());
        QSet<QByteArray> scripts;
        for (const QByteArray &name : proxy.seen()) {
            if (name.startsWith("script "))
                scripts << name;
        }
        QCOMPARE(scripts.size(), 1);
        proxy.arm(test::RedisProxy::Fault::Hold, scripts);
        std::jthread refusing([this, settings = m_servers.settings().redis] {
            storage::Redis other(settings, std::chrono::seconds(20));
            for (int tries = 0; tries < 1000; ++tries) {
                if (other.command({"LLEN", "exports"}).valueOr({}).integer == 2)
                    break;
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
            (void)other.command({"ACL", "SETUSER", "desktop", "-evalsha", "-eval"});
        });
        const Result<QString> id = store.submit({request(), {}, {}, {}, -1});
        refusing.join();
        setUser({"+@all"});
        QCOMPARE(number({"LLEN", "exports"}), 2);
        QVERIFY(!id);
        QVERIFY2(id.error().message.contains(QLatin1String("isn't known")), qPrintable(test::reason(id)));
        QVERIFY(store.isInDoubt());
        QVERIFY(store.submit({request(), {}, {}, {}, -1}) && !store.isInDoubt());
    }

private:
    void everyCommand()
    {
        QTest::addColumn<QByteArray>("command");
        storage::Redis redis(m_servers.settings().redis, std::chrono::seconds(20));
        const QByteArrayList commands = test::commandsOf(redis, {QStringLiteral("jobs"), QStringLiteral("exports")});
        QVERIFY(commands.contains("GETRANGE") && commands.contains("PTTL") && commands.contains("RPUSH"));
        for (const QByteArray &command : commands)
            QTest::newRow(command.constData()) << command;
    }
    /// A job of each place: waiting, in a living worker's hands, in a stopped one's, in a Python one's, finished.
    void makeWorld()
    {
        m_waiting = submit(*m_redis).valueOr({});
        run({"SET", "exports:alive:barn:1:0", "{}"});
        for (const auto &[id, worker] : {std::pair("held", "barn:1:0"), std::pair("stopped", "barn:2:0")}) {
            write(id, exports::JobState::Processing, worker);
            run({"LPUSH", QByteArray("exports:processing:") + worker, message(QLatin1String(id))});
        }
        write("python", exports::JobState::Processing);
        const QJsonArray entry{QJsonDocument::fromJson(message(QStringLiteral("python"))).object(), QString(),
                               QStringLiteral("exports")};
        run({"HSET", "unacked", "tag", QJsonDocument(entry).toJson()});
        write("done", exports::JobState::Failed);
    }
    void write(const char *id, exports::JobState state, const char *worker = "")
    {
        exports::JobStatus status;
        status.jobId = QLatin1String(id);
        status.state = state;
        status.createdAt = now();
        status.worker = QLatin1String(worker);
        status.error = state == exports::JobState::Failed ? QStringLiteral("No detections") : QString();
        QVERIFY(exports::JobStore(*m_redis, systemClock()).write(status));
    }
    static exports::ExportRequest request()
    {
        exports::ExportRequest request;
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 20);
        return request;
    }
    static QByteArray message(const QString &id)
    {
        exports::TaskMessage task;
        task.taskId = task.jobId = id;
        task.request = exports::toJson(request());
        return exports::encodeTask(task, QStringLiteral("h"));
    }
    Result<QString> submit(storage::Redis &redis)
    {
        return exports::JobStore(redis, [this] { return now(); }).submit({request(), {}, {}, {}, -1});
    }
    /// What is shown of each job: its state, and what is wrong with it.
    static QMap<QString, QString> statesOf(const JobTracker &tracker)
    {
        static const QStringList names =
            QStringLiteral("queued running completed failed cancelled unreadable expired removed lost").split(u' ');
        QMap<QString, QString> states;
        for (const JobRowPtr &row : tracker.rows())
            states.insert(row->id, names.at(static_cast<int>(row->state)) +
                                       (row->contradiction == Contradiction::None ||
                                                row->contradiction == Contradiction::HolderUnheard // for lack of a beat
                                            ? QString()
                                            : QStringLiteral(", but %1").arg(static_cast<int>(row->contradiction))));
        return states;
    }
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_ahead); }
    JobTracker::Options options(const RedisSettings &redis)
    {
        return {.redis = redis,
                .exportFolder = m_servers.settings().exportFolder,
                .identity = QStringLiteral("anna@desk"),
                .clock = [this] { return now(); },
                .folderPatience = std::chrono::minutes(1)};
    }
    RedisSettings desktopsRedis() const
    {
        RedisSettings redis = m_servers.settings().redis;
        redis.username = QStringLiteral("desktop");
        redis.password = QStringLiteral("secret");
        return redis;
    }
    void setUser(const QByteArrayList &rules) { run(QByteArrayList{"ACL", "SETUSER", "desktop"} + rules); }
    void run(const QByteArrayList &command)
    {
        const auto done = m_redis->command(command);
        QVERIFY2(done, qPrintable(test::reason(done)));
    }
    qint64 number(const QByteArrayList &command) { return m_redis->command(command)->integer; }

    test::Servers m_servers;
    std::unique_ptr<storage::Redis> m_redis;
    QString m_waiting;
    qint64 m_ahead = 0;
};

QTEST_GUILESS_MAIN(TestJobRefusals)
#include "test_jobrefusals.moc"
