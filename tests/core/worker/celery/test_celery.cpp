// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/envelope.h"
#include "core/exports/jobcontrol.h"
#include "core/exports/taskmessage.h"
#include "core/worker/pause.h"
#include "tests/core/worker/celery/pythonside.h"
#include "tests/core/worker/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace herdbook;
using exports::JobState;

namespace {

const QString Node = QStringLiteral("herdbook@test");

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString requestText(const exports::ExportRequest &request)
{
    return QString::fromUtf8(QJsonDocument(exports::toJson(request)).toJson(QJsonDocument::Compact));
}

/// Goes on until it is stopped, or the file `go` appears beside the target.
Result<render::MadeExport> makeUntilStopped(const exports::ExportRequest &request, const QString &target,
                                            const render::ExportMaker::Progress &progress, const std::stop_token &stop)
{
    progress({1, 10, QStringLiteral("Waiting")});
    while (worker::pause(stop, std::chrono::milliseconds(5))) {
    }
    return test::makeSmallFile(request, target, progress, stop);
}

} // namespace

/// Herdbook and real Celery on one Redis, in both directions.
class TestCelery : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void pythonProducerReadsTheResult();
    void pythonProducerReadsTheFailure();
    void lateProcessingIsPutRight();
    void taggedUuidsAreAccepted();
    void priorityListsAreServed();
    void expiredMessagesAreNotMade();
    void pythonWorkerMakesHerdbooksJobs();
    void bothWorkersShareTheQueue();
    void whatProducersSend_data();
    void whatProducersSend();
    void revokeWithoutTerminateLetsItFinish();
    void scheduledTasksAreTold();
    void revokeWaiting();
    void revokeThatNobodyHereHeardIsLearnedFromOthers();
    void whatNobodyCouldHearIsTold();
    void revokeRunning();
    void cancelEndsThePythonWorkersTask();
    void inspectSeesTheWorker_data();
    void inspectSeesTheWorker();
    void monitorsSeeEvents();
    void shutdownEndsTheWorker();

private:
    /// Whether the worker listens to Celery's control messages by now.
    bool isListening() { return m_redis->command({"PUBSUB", "NUMPAT"})->integer == 1; }
    QJsonObject resultOf(const QString &id)
    {
        return QJsonDocument::fromJson(m_redis->command({"GET", "celery-task-meta-" + id.toUtf8()})->text).object();
    }

    /// What kombu calls a list, hash or set of that name.
    QByteArray key(const QByteArray &name) { return m_settings.redis.keyPrefix.toUtf8() + name; }

    Settings m_settings;
    std::unique_ptr<test::PythonSide> m_python;
};

void TestCelery::initTestCase_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::newRow("no prefix") << QString();
    QTest::newRow("global_keyprefix") << "herd:";
}

void TestCelery::init()
{
    Bench::init();
    QFETCH_GLOBAL(QString, prefix);
    m_settings = m_servers.settings();
    m_settings.redis.keyPrefix = prefix;
    m_redis = std::make_unique<storage::Redis>(m_settings.redis, std::chrono::seconds(20));
    m_python = std::make_unique<test::PythonSide>(m_settings);
}

// Neither side writes a name without the prefix, except those that have none.
void TestCelery::cleanup()
{
    const auto names = m_redis->command({"KEYS", "*"});
    QVERIFY2(names, qPrintable(test::reason(names)));
    for (const storage::RedisReply &name : names->items) {
        const bool bare = name.text.startsWith("export_job:") || name.text.startsWith("celery-task-meta-");
        QVERIFY2(bare || name.text == "made-by-python" || name.text.startsWith(key({})), name.text.constData());
    }
}

void TestCelery::pythonProducerReadsTheResult()
{
    const test::RunningWorker worker(test::quickOptions(m_settings));
    const QString id = newId();
    const auto answer =
        m_python->json({QStringLiteral("produce"), QStringLiteral("pdf"), id, requestText(test::someReport())});
    QVERIFY2(answer, qPrintable(test::reason(answer)));
    QCOMPARE(answer->value(QLatin1String("state")).toString(), QStringLiteral("SUCCESS"));
    const QJsonObject result = answer->value(QLatin1String("result")).toObject();
    QCOMPARE(result.value(QLatin1String("job_id")).toString(), id);
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(result.value(QLatin1String("filename")).toString(), status(id).fileName);
}

void TestCelery::pythonProducerReadsTheFailure()
{
    const test::RunningWorker worker(test::quickOptions(m_settings));
    const QString id = newId();
    const auto answer = m_python->json({QStringLiteral("produce"), QStringLiteral("pdf"), id,
                                        QStringLiteral(R"({"start_date": "2026-07-01", "end_date": "2026-06-01"})")});
    QVERIFY2(answer, qPrintable(test::reason(answer)));
    QCOMPARE(answer->value(QLatin1String("state")).toString(), QStringLiteral("FAILURE"));
    QCOMPARE(answer->value(QLatin1String("type")).toString(), QStringLiteral("RuntimeError"));
    QCOMPARE(answer->value(QLatin1String("message")).toString(), QStringLiteral("start_date must be before end_date"));
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("start_date must be before end_date"));
}

// Fault 2 of the deployed system: its API queues first and writes `processing` afterwards.
void TestCelery::lateProcessingIsPutRight()
{
    const test::RunningWorker worker(test::quickOptions(m_settings));
    const QString id = newId();
    const auto answer =
        m_python->json({QStringLiteral("produce"), QStringLiteral("pdf"), id, requestText(test::someReport())},
                       {QStringLiteral("WRITE_LATE=1")});
    QVERIFY2(answer, qPrintable(test::reason(answer)));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(!status(id).fileName.isEmpty());
}

// kombu 5.3 tags UUIDs, 5.2 sends them plain.
void TestCelery::taggedUuidsAreAccepted()
{
    const test::RunningWorker worker(test::quickOptions(m_settings));
    const QString id = newId();
    const QString hex = QUuid::createUuid().toString(QUuid::Id128);
    const QString request =
        QStringLiteral(R"({"detection_ids": [{"__type__": "uuid", "__value__": {"hex": "%1"}}, "%2"]})")
            .arg(hex, newId());
    // kombu's own decoder would turn the tag into a UUID on the Python side; it's sent as it stands.
    const auto answer = m_python->json({QStringLiteral("produce"), QStringLiteral("zip"), id, request});
    QVERIFY2(answer, qPrintable(test::reason(answer)));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).totalDetections, 2);
}

void TestCelery::priorityListsAreServed()
{
    const QString id = newId();
    const auto queued = m_python->run({QStringLiteral("queue"), exports::taskName(exports::ExportKind::Pdf), id,
                                       requestText(test::someReport()), QStringLiteral(R"({"priority": 6})")});
    QVERIFY2(queued, qPrintable(test::reason(queued)));
    QCOMPARE(number({"LLEN", key("exports")}), 0);
    QCOMPARE(number({"LLEN", key("exports\x06\x16"
                                 "6")}),
             1);
    const test::RunningWorker worker(test::quickOptions(m_settings));
    QTRY_COMPARE(status(id).state, JobState::Completed);
}

void TestCelery::expiredMessagesAreNotMade()
{
    const QString id = newId();
    QVERIFY(m_python->run({QStringLiteral("queue"), exports::taskName(exports::ExportKind::Pdf), id,
                           requestText(test::someReport()), QStringLiteral(R"({"expires": 0.01})")}));
    exports::JobStatus processing;
    processing.jobId = id;
    processing.createdAt = QDateTime::currentDateTimeUtc();
    QVERIFY(store().write(processing));
    const test::RunningWorker worker(test::quickOptions(m_settings));
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("The job expired before a worker could begin it"));
    QCOMPARE(test::filesIn(m_settings), QStringList());
}

void TestCelery::pythonWorkerMakesHerdbooksJobs()
{
    const auto started = m_python->start({QStringLiteral("work")});
    QVERIFY2(started, qPrintable(test::reason(started)));
    const auto report = store().submit({test::someReport(), {}, {}, {}, -1});
    const auto zip = store().submit({test::someZip(3), {}, {}, {}, 3});
    QVERIFY(report && zip);
    QTRY_VERIFY(status(*report).isFinished() && status(*zip).isFinished());
    QCOMPARE(status(*report).state, JobState::Completed);
    QCOMPARE(status(*zip).fileName, QString(QStringLiteral("detections_") + *zip + QStringLiteral(".made-by-python")));
    QCOMPARE(resultOf(*report).value(QLatin1String("status")).toString(), QStringLiteral("SUCCESS"));
}

void TestCelery::bothWorkersShareTheQueue()
{
    // Python needs 12 s for all of it; Herdbook waits until Python has made one.
    QVERIFY(m_python->start({QStringLiteral("work")}, {QStringLiteral("TASK_SECONDS=0.2")}));
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_settings), gate.maker());
    QStringList ids;
    for (int at = 0; at < 60; ++at)
        ids << *store().submit({test::someReport(), {}, {}, {}, -1});
    QTRY_COMPARE(gate.waiting(), 1);
    QTRY_VERIFY(number({"HLEN", "made-by-python"}) > 0);
    gate.open();
    int byPython = 0;
    for (const QString &id : ids) {
        QTRY_COMPARE(status(id).state, JobState::Completed);
        byPython += status(id).fileName.endsWith(QLatin1String(".made-by-python")) ? 1 : 0;
    }
    QVERIFY2(byPython > 0 && byPython < 60, qPrintable(QString::number(byPython)));
    QCOMPARE(test::filesIn(m_settings).size(), 60);
}

void TestCelery::whatProducersSend_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("refused"); // what the error says; empty: it is made
    for (const char *how : {"gzip", "zlib", "bzip2", "lzma"})
        QTest::newRow(how) << QStringLiteral(R"({"compression": "%1"})").arg(QLatin1String(how)) << QString();
    QTest::newRow("protocol 1") << R"({"protocol1": true})" << QString();
    QTest::newRow("protocol 1, packed") << R"({"protocol1": true, "compression": "bzip2"})" << QString();
    QTest::newRow("arguments by name") << R"({"by_name": true})" << QString();
    QTest::newRow("countdown") << R"({"countdown": 1.5})" << QString();
    QTest::newRow("pickle") << R"({"serializer": "pickle"})"
                            << "serialized by pickle";
    QTest::newRow("yaml") << R"({"serializer": "yaml"})"
                          << "serialized by yaml";
    const QString next =
        QStringLiteral(R"({"task": "next", "args": [], "kwargs": {}, "options": {}, "subtask_type": null,
                                            "immutable": false})");
    QTest::newRow("link") << QStringLiteral(R"({"link": %1})").arg(next) << "link (a callback after success)";
    QTest::newRow("link_error") << QStringLiteral(R"({"link_error": %1})").arg(next) << "link_error (a callback";
    QTest::newRow("chain") << QStringLiteral(R"({"chain": [%1]})").arg(next) << "chain (a following task)";
    QTest::newRow("chord") << QStringLiteral(R"({"chord": %1})").arg(next) << "chord (a task after a group)";
}

// A real producer's habits: made as a Python worker makes them, or refused by name before anything is made.
void TestCelery::whatProducersSend()
{
    QFETCH(QString, options);
    QFETCH(QString, refused);
    const QString id = QStringLiteral("job:of.a producer");
    const auto queued = m_python->run({QStringLiteral("queue"), exports::taskName(exports::ExportKind::Pdf), id,
                                       requestText(test::someReport()), options});
    QVERIFY2(queued, qPrintable(test::reason(queued)));
    const test::RunningWorker worker(test::quickOptions(m_settings));
    QTRY_VERIFY(status(id).isFinished());
    QCOMPARE(status(id).state, refused.isEmpty() ? JobState::Completed : JobState::Failed);
    QVERIFY2(status(id).error.contains(refused), qPrintable(status(id).error));
    QCOMPARE(test::filesIn(m_settings).size(), refused.isEmpty() ? 1 : 0);
    QTRY_COMPARE(resultOf(id).value(QLatin1String("status")).toString(),
                 refused.isEmpty() ? QStringLiteral("SUCCESS") : QStringLiteral("FAILURE"));
    QTRY_COMPARE(count(key("exports:processing:*")), 0);
}

void TestCelery::revokeWithoutTerminateLetsItFinish()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_settings), gate.maker());
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
    const QString running = *store().submit({test::someReport(), {}, {}, {}, -1});
    const QString waiting = *store().submit({test::someReport(), {}, {}, {}, -1});
    QTRY_COMPARE(gate.waiting(), 1);
    for (const QString &id : {running, waiting}) {
        QVERIFY(m_python->run({QStringLiteral("flag"), id}));
        QTRY_COMPARE(m_redis->command({"GET", key("exports:cancel:" + id.toUtf8())})->text, QByteArray("revoked"));
    }
    gate.open();
    QTRY_COMPARE(status(running).state, JobState::Completed);
    QTRY_VERIFY(status(waiting).cancelled);
    QCOMPARE(gate.begun().size(), 1);
    QTRY_COMPARE(resultOf(waiting).value(QLatin1String("status")).toString(), QStringLiteral("REVOKED"));
}

void TestCelery::scheduledTasksAreTold()
{
    const test::RunningWorker worker(test::quickOptions(m_settings));
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
    const QString id = newId();
    QVERIFY(m_python->run({QStringLiteral("queue"), exports::taskName(exports::ExportKind::Pdf), id,
                           requestText(test::someReport()), QStringLiteral(R"({"countdown": 600})")}));
    QTRY_COMPARE(number({"ZCARD", key("exports:waiting")}), 1);
    const auto answer = m_python->json({QStringLiteral("inspect"), QStringLiteral("scheduled"), Node});
    QVERIFY2(answer, qPrintable(test::reason(answer)));
    const QJsonObject first = answer->value(Node).toArray().first().toObject();
    QCOMPARE(first.value(QLatin1String("request")).toObject().value(QLatin1String("id")).toString(), id);
    QVERIFY(!first.value(QLatin1String("eta")).toString().isEmpty());
}

void TestCelery::revokeWaiting()
{
    // Nobody listens yet: it is the worker that is there while the job waits behind another one that hears it.
    std::atomic<bool> goOn = false;
    const auto whenTold = [&](const auto &request, const QString &target, const auto &progress, std::stop_token stop) {
        while (!goOn && worker::pause(stop, std::chrono::milliseconds(5))) {
        }
        return test::makeSmallFile(request, target, progress, std::move(stop));
    };
    const test::RunningWorker worker(test::quickOptions(m_settings), whenTold);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
    const QString first = *store().submit({test::someReport(), {}, {}, {}, -1});
    const QString second = *store().submit({test::someReport(), {}, {}, {}, -1});
    QTRY_COMPARE(status(first).attempt, 1);
    QVERIFY(m_python->run({QStringLiteral("revoke"), second}));
    QTRY_COMPARE(number({"EXISTS", key("exports:cancel:" + second.toUtf8())}), 1);
    goOn = true;
    QTRY_COMPARE(status(first).state, JobState::Completed);
    QTRY_COMPARE(status(second).state, JobState::Failed);
    QVERIFY(status(second).cancelled);
    QCOMPARE(resultOf(second).value(QLatin1String("status")).toString(), QStringLiteral("REVOKED"));
    QCOMPARE(test::filesIn(m_settings), QStringList{status(first).fileName});
}

// Both listening connections break just before the word comes; a worker of Celery's own has heard it.
void TestCelery::revokeThatNobodyHereHeardIsLearnedFromOthers()
{
    const auto listeners = [this] {
        QByteArrayList ids;
        for (const QByteArray &line : m_redis->command({"CLIENT", "LIST", "TYPE", "pubsub"})->text.split('\n')) {
            if (line.startsWith("id="))
                ids << line.mid(3, line.indexOf(' ') - 3);
        }
        return ids;
    };
    const auto started = m_python->start({QStringLiteral("work")}, {QStringLiteral("QUEUE=others")});
    QVERIFY2(started, qPrintable(test::reason(started)));
    QTRY_VERIFY(m_python->output().contains("ready"));
    // It says so before it listens; what it answers it heard.
    const auto answers = [this] {
        const auto answer = m_python->json({QStringLiteral("inspect"), QStringLiteral("ping")});
        return answer && !answer->isEmpty();
    };
    QTRY_VERIFY(answers());
    const QByteArrayList others = listeners();
    QVERIFY(!others.isEmpty());
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_settings), gate.maker());
    QTRY_COMPARE(listeners().size(), others.size() + 2);
    const QString inHand = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QString next = submit(test::someReport());
    QList<QByteArrayList> commands;
    for (const QByteArray &id : listeners()) {
        if (!others.contains(id))
            commands << QByteArrayList{"CLIENT", "KILL", "ID", id};
    }
    QCOMPARE(commands.size(), 2);
    commands << QByteArrayList{"PUBLISH", key("/0.celery.pidbox"), exports::revokeMessage(next)};
    QVERIFY(m_redis->pipeline(commands));
    QTRY_COMPARE(number({"EXISTS", exports::QueueNames(m_settings.redis).cancelKey(next)}), 1);
    gate.open();
    QTRY_COMPARE(status(inHand).state, JobState::Completed);
    QTRY_VERIFY(status(next).cancelled);
    // The question leaves nothing behind.
    QTRY_COMPARE(count("*-*.reply.celery.pidbox"), 0);
    m_python->stop();
}

// Nobody was there to hear: a task that waits may have been revoked, and that is said.
void TestCelery::whatNobodyCouldHearIsTold()
{
    const QByteArray words = "No other worker tells what Celery's control said before";
    {
        test::RunningWorker worker(test::quickOptions(m_settings));
        QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
        const QByteArray asking = key("_kombu.binding.reply.celery.pidbox");
        QTRY_COMPARE_WITH_TIMEOUT(number({"SCARD", asking}), 1, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(number({"SCARD", asking}), 0, 60'000);
        QVERIFY(!leases(key("exports:alive:*")).contains(words)); // nothing waited
    }
    submit(test::someReport());
    test::Gate gate;
    test::RunningWorker worker(test::quickOptions(m_settings), gate.maker());
    QTRY_VERIFY_WITH_TIMEOUT(leases(key("exports:alive:*")).contains(words), 60'000);
    gate.open();
}

void TestCelery::revokeRunning()
{
    const test::RunningWorker worker(test::quickOptions(m_settings), makeUntilStopped);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
    const QString id = *store().submit({test::someReport(), {}, {}, {}, -1});
    QTRY_COMPARE(status(id).stage, QStringLiteral("Waiting"));
    QVERIFY(m_python->run({QStringLiteral("revoke"), id}));
    QTRY_VERIFY(status(id).cancelled);
    QCOMPARE(status(id).state, JobState::Failed);
    QTRY_COMPARE(resultOf(id).value(QLatin1String("status")).toString(), QStringLiteral("REVOKED"));
    QTRY_COMPARE(count(key("exports:processing:*")), 0);
    QCOMPARE(test::filesIn(m_settings), QStringList());
}

// Celery's workers don't know Herdbook's cancel key; cancelling also revokes.
void TestCelery::cancelEndsThePythonWorkersTask()
{
    QVERIFY(
        m_python->start({QStringLiteral("work")}, {QStringLiteral("POOL=prefork"), QStringLiteral("TASK_SECONDS=60")}));
    QTRY_VERIFY(m_python->output().contains("ready"));
    const QString id = *store().submit({test::someReport(), {}, {}, {}, -1});
    QTRY_VERIFY(!test::filesIn(m_settings).isEmpty());
    const auto cancelled = exports::cancelJob(*m_redis, systemClock(), id);
    QVERIFY2(cancelled, qPrintable(test::reason(cancelled)));
    QTRY_COMPARE(resultOf(id).value(QLatin1String("status")).toString(), QStringLiteral("REVOKED"));
    QVERIFY(status(id).cancelled);
}

void TestCelery::inspectSeesTheWorker_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ping") << "ping"
                          << R"({"ok":"pong"})";
    QTest::newRow("registered")
        << "registered"
        << R"(["worker.tasks.exports.create_zip_archive_task","worker.tasks.exports.generate_pdf_report_task"])";
    QTest::newRow("active_queues") << "active_queues"
                                   << R"("name":"exports")";
    QTest::newRow("stats") << "stats"
                           << R"("max-concurrency":3)";
    QTest::newRow("conf") << "conf"
                          << R"("task_default_queue":"exports")";
    QTest::newRow("report") << "report"
                            << "herdbook-worker";
    QTest::newRow("clock") << "clock"
                           << R"({"clock":)";
    QTest::newRow("scheduled") << "scheduled"
                               << "[]";
    QTest::newRow("query_task") << "query_task"
                                << "{}";
    QTest::newRow("active") << "active"
                            << R"([])";
}

void TestCelery::inspectSeesTheWorker()
{
    QFETCH(QString, command);
    QFETCH(QString, expected);
    const test::RunningWorker worker(test::quickOptions(m_settings, 3));
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
    const bool asks = command == QLatin1String("query_task");
    const auto answer =
        m_python->json(asks ? QStringList{QStringLiteral("ask"), command, Node, QStringLiteral(R"([["x"]])")}
                            : QStringList{QStringLiteral("inspect"), command, Node});
    QVERIFY2(answer, qPrintable(test::reason(answer)));
    QCOMPARE(answer->keys(), QStringList{Node});
    const QJsonValue payload = answer->value(Node);
    const QByteArray text = (payload.isArray() ? QJsonDocument(payload.toArray()) : QJsonDocument(payload.toObject()))
                                .toJson(QJsonDocument::Compact);
    QVERIFY2(text.contains(expected.toUtf8()), text.constData());
}

void TestCelery::monitorsSeeEvents()
{
    QVERIFY(m_python->start({QStringLiteral("events"), QStringLiteral("60")}));
    QTRY_VERIFY(m_python->output().contains("listening"));
    QTRY_COMPARE(m_redis->command({"PUBSUB", "NUMPAT"})->integer, 1);
    auto options = test::quickOptions(m_settings);
    options.timings.heartbeat = std::chrono::milliseconds(300);
    {
        const test::RunningWorker worker(options);
        const QString good = *store().submit({test::someReport(), {}, {}, {}, -1});
        exports::ExportRequest backwards = test::someReport();
        std::swap(backwards.start, backwards.end);
        const QString bad = *store().submit({backwards, {}, {}, {}, -1});
        for (const auto &[type, id] : {std::pair("task-received", good), std::pair("task-started", good),
                                       std::pair("task-succeeded", good), std::pair("task-failed", bad)}) {
            const QByteArray line =
                QByteArray(R"({"type": ")") + type + R"(", "hostname": "herdbook@test", "uuid": ")" + id.toUtf8();
            QTRY_VERIFY2(m_python->output().contains(line), line.constData());
        }
        QTRY_VERIFY(m_python->output().contains(
            R"({"type": "worker-heartbeat", "hostname": "herdbook@test", "uuid": null, "freq": 0.3)"));
    }
    QVERIFY(m_python->output().contains(R"({"type": "worker-online", "hostname": "herdbook@test")"));
    QTRY_VERIFY(m_python->output().contains(R"({"type": "worker-offline", "hostname": "herdbook@test")"));
}

void TestCelery::shutdownEndsTheWorker()
{
    test::RunningWorker worker(test::quickOptions(m_settings));
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), 60'000);
    QVERIFY(m_python->run({QStringLiteral("shutdown"), Node}));
    QTRY_COMPARE(count(key("exports:alive:*")), 0);
    QCOMPARE(number({"SCARD", key("_kombu.binding.celery.pidbox")}), 0);
}

QTEST_GUILESS_MAIN(TestCelery)
#include "test_celery.moc"
