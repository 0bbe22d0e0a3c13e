// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobcontrol.h"
#include "core/exports/taskmessage.h"
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>

using namespace herdbook;
using exports::JobState;

/// A worker with its real Redis: the way of a job from the queue to its end.
class TestWorker : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void makesAReport();
    void countsAZip();
    void progressIsSeenWhileItRuns();
    void invalidRequestFailsWithTheRule();
    void failureTellsTheReason();
    void exceptionIsAFailure();
    void firstInFirstOut();
    void severalAtOnce();
    void putsAsideWhatIsNoExport_data();
    void putsAsideWhatIsNoExport();
    void statusOfAnotherTypeStopsNobody();
    void malformedMessageFailsItsJob();
    void foreignTaskLeavesTheJobOfItsIdAlone();
    void jobThatExpiredWaitingStaysGone();
    void secondCopyWhileTheFirstIsMade();
    void secondCopyAfterwards();
    void cancelWaiting();
    void cancelRunningStopsWithinASecond();
    void removedJobStaysRemoved();
    void stopHandsBack();
    void stopLetsFinish();
    void waitsForRedisAtTheStart();
    void saysWhenRedisRefuses();
    void saysWhenTheFolderIsMissing();
    void worksWithTheRightsOfTheContract();
    void doubleClickIsOneJob();
    void thousandFromEightThreadsAreMadeOnce();

private:
    QJsonObject firstDead()
    {
        return QJsonDocument::fromJson(m_redis->command({"LINDEX", "exports:dead", "0"})->text).object();
    }
};

void TestWorker::makesAReport()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const auto id = store().submit({test::someReport(), QStringLiteral("ann@ranch"), {}, {}, -1});
    QVERIFY2(id, qPrintable(test::reason(id)));
    QTRY_VERIFY(status(*id).isFinished());
    const exports::JobStatus done = status(*id);
    QCOMPARE(done.state, JobState::Completed);
    QCOMPARE(done.error, QString());
    QCOMPARE(exports::jobIdOfFile(done.fileName), *id);
    QCOMPARE(done.downloadUrl, exports::downloadUrl(done.fileName));
    QCOMPARE(done.requestedBy, QStringLiteral("ann@ranch"));
    QCOMPARE(done.attempt, 1);
    QCOMPARE(done.sha256.size(), 64);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{done.fileName});
    QCOMPARE(done.fileSize, QFileInfo(m_servers.settings().exportFolder + u'/' + done.fileName).size());
    const qint64 left = number({"TTL", exports::statusKey(*id)});
    QVERIFY2(left > 3590 && left <= 3600, qPrintable(QString::number(left)));
    QVERIFY(isTidy());
}

void TestWorker::countsAZip()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString id = submit(test::someZip(25));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).totalDetections, 25);
    QCOMPARE(status(id).processedCount, 25);
    QCOMPARE(status(id).percent(), 100);
}

// Faults 1 and 17 of the deployed system: no progress at all, or one beyond 100%.
void TestWorker::progressIsSeenWhileItRuns()
{
    std::atomic<int> step = 0;
    const auto stepwise = [&](const auto &request, const QString &target, const auto &progress, std::stop_token stop) {
        for (int done = 0; done <= 4 && !stop.stop_requested(); ++done) {
            progress({done * 10, 30, QStringLiteral("Making crops")}); // the last one is too many
            while (step <= done && worker::pause(stop, std::chrono::milliseconds(5))) {
            }
        }
        return test::makeSmallFile(request, target, progress, std::move(stop));
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), stepwise);
    const QString id = submit(test::someZip(30));
    for (const int percent : {0, 33, 66, 100, 100}) {
        QTRY_COMPARE(status(id).percent(), percent);
        QCOMPARE(status(id).state, JobState::Processing);
        QCOMPARE(status(id).totalDetections, 30);
        ++step;
    }
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).processedCount, 30);
}

void TestWorker::invalidRequestFailsWithTheRule()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    exports::ExportRequest backwards = test::someReport();
    std::swap(backwards.start, backwards.end);
    const QString id = submit(backwards);
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("start_date must be before end_date"));
    QVERIFY(status(id).completedAt.isValid());
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList());
    QTRY_VERIFY(isTidy());
}

void TestWorker::failureTellsTheReason()
{
    const auto nothing = [](const auto &, const QString &, const auto &, const auto &) -> Result<render::MadeExport> {
        return Error{ErrorKind::NotFound, QStringLiteral("No detections found in the selected date range")};
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), nothing);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("No detections found in the selected date range"));
    QVERIFY(!status(id).cancelled);
}

void TestWorker::exceptionIsAFailure()
{
    const auto broken = [](const auto &, const QString &, const auto &, const auto &) -> Result<render::MadeExport> {
        throw std::bad_alloc();
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), broken);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QVERIFY(status(id).error.startsWith(QLatin1String("Making the export failed: ")));
}

void TestWorker::firstInFirstOut()
{
    QStringList titles;
    for (int at = 0; at < 20; ++at) {
        exports::ExportRequest request = test::someReport();
        titles << (request.title = QString::number(at));
        submit(request);
    }
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(gate.begun(), titles);
}

void TestWorker::severalAtOnce()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 3), gate.maker());
    QStringList ids;
    for (int at = 0; at < 4; ++at)
        ids << submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 3);
    QCOMPARE(count("exports:alive:*"), 3);
    QCOMPARE(number({"LLEN", "exports"}), 1);
    gate.open();
    for (const QString &id : ids)
        QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(isTidy());
}

void TestWorker::putsAsideWhatIsNoExport_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("reason");
    exports::TaskMessage task;
    task.taskId = task.jobId = QStringLiteral("job-1");
    const QJsonObject good = QJsonDocument::fromJson(exports::encodeTask(task, QStringLiteral("h"))).object();
    const auto without = [&](const char *part, const char *field) {
        QJsonObject envelope = good;
        QJsonObject inner = envelope.value(QLatin1String(part)).toObject();
        inner.remove(QLatin1String(field));
        envelope.insert(QLatin1String(part), inner);
        return QJsonDocument(envelope).toJson();
    };
    const auto withBody = [&](const QByteArray &body) {
        QJsonObject envelope = good;
        envelope.insert(QLatin1String("body"), QString::fromLatin1(body.toBase64()));
        return QJsonDocument(envelope).toJson();
    };
    const auto withTask = [&](const QString &name) {
        QJsonObject envelope = good;
        QJsonObject headers = envelope.value(QLatin1String("headers")).toObject();
        headers.insert(QLatin1String("task"), name);
        envelope.insert(QLatin1String("headers"), headers);
        return QJsonDocument(envelope).toJson();
    };
    QTest::newRow("empty") << QByteArray("") << "The message is not a JSON object";
    QTest::newRow("no JSON") << QByteArray("\xff\x00garbage", 9) << "The message is not a JSON object";
    QTest::newRow("a list") << QByteArray("[1]") << "The message is not a JSON object";
    QTest::newRow("no task") << without("headers", "task") << "The message names no task";
    QTest::newRow("no id") << without("headers", "id") << "The message has no id";
    QTest::newRow("no tag") << without("properties", "delivery_tag") << "The message has no delivery tag";
    QTest::newRow("body of two") << withBody("[[\"job-1\", {}], {}]") << "The message's body is not a list of three";
    QTest::newRow("body no JSON") << withBody("garbage") << "The message's body is not a list of three";
    QTest::newRow("path as id") << withBody("[[\"../../etc/passwd\", {}], {}, {}]")
                                << "The message has no acceptable job id";
    QTest::newRow("foreign task") << withTask(QStringLiteral("worker.tasks.detection.run"))
                                  << "Not an export task: worker.tasks.detection.run";
    QJsonObject topic = good;
    QJsonObject properties = topic.value(QLatin1String("properties")).toObject();
    properties.insert(QLatin1String("delivery_info"), QJsonObject{{QLatin1String("exchange"), QLatin1String("tasks")}});
    topic.insert(QLatin1String("properties"), properties);
    QTest::newRow("foreign exchange") << QJsonDocument(topic).toJson()
                                      << "Not an export task: worker.tasks.exports.generate_pdf_report_task";
}

// Also fault 18: tasks of other queues that a topic exchange brings here are never executed.
void TestWorker::putsAsideWhatIsNoExport()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, reason);
    QVERIFY(m_redis->command({"LPUSH", "exports", message}));
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(number({"LLEN", "exports:dead"}), 1);
    QCOMPARE(firstDead().value(QLatin1String("reason")).toString(), reason);
    QCOMPARE(QByteArray::fromBase64(firstDead().value(QLatin1String("message")).toString().toLatin1()), message);
    // And the next job is made as if nothing had been.
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(gate.begun(), QStringList{QStringLiteral("June")});
    QVERIFY(isTidy());
}

void TestWorker::statusOfAnotherTypeStopsNobody()
{
    const QString id = submit(test::someReport());
    QVERIFY(m_redis->command({"DEL", exports::statusKey(id)}));
    QVERIFY(m_redis->command({"LPUSH", exports::statusKey(id), "a list"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(number({"LLEN", "exports:dead"}), 1);
    const QString next = submit(test::someReport());
    QTRY_COMPARE(status(next).state, JobState::Completed);
}

void TestWorker::malformedMessageFailsItsJob()
{
    const QString id = *store().submit({test::someReport(), QStringLiteral("ann@ranch"), {}, {}, -1});
    QJsonObject envelope = QJsonDocument::fromJson(m_redis->command({"LINDEX", "exports", "0"})->text).object();
    envelope.insert(QLatin1String("body"), QLatin1String("W10=")); // []
    QVERIFY(m_redis->command({"LSET", "exports", "0", QJsonDocument(envelope).toJson()}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("The message's body is not a list of three"));
    QCOMPARE(status(id).requestedBy, QStringLiteral("ann@ranch"));
}

void TestWorker::foreignTaskLeavesTheJobOfItsIdAlone()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QByteArray key = m_redis->command({"KEYS", "exports:processing:*"})->items.at(0).text;
    QByteArray message = m_redis->command({"LINDEX", key, "0"})->text;
    QVERIFY(m_redis->command({"LPUSH", "exports", message.replace(R"("exchange":"")", R"("exchange":"tasks")")}));
    QTRY_COMPARE(number({"LLEN", "exports:dead"}), 1);
    QCOMPARE(status(id).state, JobState::Processing);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
}

// Fault 7: without a worker a job was "processing", then 404, and completed in the end after all.
void TestWorker::jobThatExpiredWaitingStaysGone()
{
    const QDateTime earlier = QDateTime::currentDateTimeUtc().addSecs(-exports::StatusLifetime - 60);
    exports::JobStore past(*m_redis, [&] { return earlier; });
    const auto gone = past.submit({test::someReport(), {}, {}, {}, -1});
    const auto begun = past.submit({test::someReport(), {}, {}, {}, -1});
    QVERIFY(gone && m_redis->command({"DEL", exports::statusKey(*gone)}));
    QVERIFY(begun && m_redis->command({"HSET", "exports:attempts", begun->toUtf8(), "1"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    // The one whose worker died had begun in time.
    QTRY_COMPARE(status(*begun).state, JobState::Completed);
    QCOMPARE(number({"EXISTS", exports::statusKey(*gone)}), 0);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(*begun).fileName});
    QTRY_VERIFY(isTidy());
}

void TestWorker::secondCopyWhileTheFirstIsMade()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 2), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    const QByteArray key = m_redis->command({"KEYS", "exports:processing:*"})->items.at(0).text;
    const QByteArray message = m_redis->command({"LINDEX", key, "0"})->text;
    QVERIFY(m_redis->command({"LPUSH", "exports", message}));
    QTRY_COMPARE(number({"LLEN", "exports"}), 0);
    QTRY_COMPARE(count("exports:processing:*"), 1);
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(gate.begun().size(), 1);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
}

void TestWorker::secondCopyAfterwards()
{
    const QString id = submit(test::someReport());
    const QByteArray message = m_redis->command({"LINDEX", "exports", "0"})->text;
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    const exports::JobStatus done = status(id);
    QVERIFY(m_redis->command({"LPUSH", "exports", message}));
    QTRY_VERIFY(number({"LLEN", "exports"}) == 0 && isTidy());
    QCOMPARE(status(id), done);
    QCOMPARE(gate.begun().size(), 1);
}

void TestWorker::cancelWaiting()
{
    const QString id = submit(test::someReport());
    QVERIFY(exports::cancelJob(*m_redis, systemClock(), id));
    QCOMPARE(number({"LLEN", "exports"}), 0);
    // A copy that somebody took before, such as Celery, and gave back.
    exports::TaskMessage task;
    task.jobId = task.taskId = id;
    task.request = exports::toJson(test::someReport());
    QVERIFY(m_redis->command({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("h"))}));
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_VERIFY(number({"LLEN", "exports"}) == 0 && isTidy());
    QCOMPARE(status(id).state, JobState::Failed);
    QVERIFY(status(id).cancelled);
    QCOMPARE(gate.begun(), QStringList());
}

void TestWorker::cancelRunningStopsWithinASecond()
{
    test::Gate gate;
    auto options = test::quickOptions(m_servers.settings());
    options.timings.watch = worker::Timings().watch; // as it is delivered
    const test::RunningWorker worker(options, gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(exports::cancelJob(*m_redis, systemClock(), id));
    QTRY_COMPARE(gate.waiting(), 0);
    qInfo("stopped after %lld ms", timer.elapsed());
    QVERIFY(options.timings.watch < std::chrono::milliseconds(500)); // of the second that it may take
    QTRY_VERIFY(isTidy());
    QCOMPARE(status(id).state, JobState::Failed);
    QVERIFY(status(id).cancelled);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList());
}

// Fault 8: a running job that was deleted came back as completed.
void TestWorker::removedJobStaysRemoved()
{
    std::atomic<bool> removed = false;
    const auto heedless = [&](const auto &request, const QString &target, const auto &progress, const auto &) {
        progress({1, 2, QStringLiteral("Making")});
        while (!removed)
            worker::pause(std::stop_token(), std::chrono::milliseconds(5));
        return test::makeSmallFile(request, target, progress, std::stop_token());
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), heedless);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).stage, QStringLiteral("Making"));
    QVERIFY(exports::removeJob(*m_redis, systemClock(), id));
    removed = true;
    QTRY_VERIFY(isTidy());
    QCOMPARE(number({"EXISTS", exports::statusKey(id)}), 0);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList());
}

void TestWorker::stopHandsBack()
{
    test::Gate gate;
    const QString id = submit(test::someReport());
    const QString behind = submit(test::someReport());
    {
        test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
        QTRY_COMPARE(gate.waiting(), 1);
        QVERIFY(worker.stop());
    }
    QCOMPARE(number({"LLEN", "exports"}), 2);
    QCOMPARE(status(id).state, JobState::Processing);
    QCOMPARE(status(id).stage, QStringLiteral("queued"));
    QVERIFY(isTidy());
    QCOMPARE(count("exports:alive:*"), 0);
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(behind).state, JobState::Completed);
    QCOMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).attempt, 1);
}

void TestWorker::stopLetsFinish()
{
    auto options = test::quickOptions(m_servers.settings());
    options.timings.finishAfterStop = std::chrono::seconds(6);
    test::Gate gate;
    test::RunningWorker worker(options, gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    std::jthread stopping([&] { (void)worker.stop(); });
    gate.open();
    stopping.join();
    QCOMPARE(status(id).state, JobState::Completed);
}

// Fault 6: the worker has to take up work whenever Redis comes, or comes back.
void TestWorker::waitsForRedisAtTheStart()
{
    const QString id = submit(test::someReport());
    m_servers.redis().stop();
    test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QVERIFY(m_servers.redis().start());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    m_servers.redis().stop();
    QVERIFY(m_servers.redis().start());
    QTRY_VERIFY(store().queueLength());
    const QString next = submit(test::someReport());
    QTRY_COMPARE(status(next).state, JobState::Completed);
    m_servers.redis().stop();
    QVERIFY(worker.stop()); // also without Redis it ends
    QVERIFY(m_servers.redis().start());
}

void TestWorker::saysWhenRedisRefuses()
{
    Settings settings = m_servers.settings();
    settings.redis.password = QStringLiteral("wrong");
    const Result<void> ended = worker::Worker(test::quickOptions(settings), test::makeSmallFile).run();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Denied);
    QVERIFY(!ended.error().message.contains(QLatin1String("wrong")));
}

void TestWorker::saysWhenTheFolderIsMissing()
{
    Settings settings = m_servers.settings();
    settings.exportFolder = QStringLiteral("/proc/exports");
    const Result<void> ended = worker::Worker(test::quickOptions(settings), test::makeSmallFile).run();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Storage);
    QVERIFY(ended.error().message.contains(QLatin1String("/proc/exports")));
}

// Users of Redis 7 start without the right to any channel.
void TestWorker::worksWithTheRightsOfTheContract()
{
    QVERIFY(
        m_redis->command({"ACL", "SETUSER", "maker", "on", ">secret", "resetchannels", "&/0.celery.pidbox",
                          "&/0.celeryev/*", "&celery-task-meta-*", "~export_job:*", "~exports*", "~celery-task-meta-*",
                          "~_kombu.binding.*", "~*.reply.celery.pidbox", "+@all", "-@dangerous", "+keys"}));
    Settings settings = m_servers.settings();
    settings.redis.username = QStringLiteral("maker");
    settings.redis.password = QStringLiteral("secret");
    const test::RunningWorker worker(test::quickOptions(settings));
    QTRY_COMPARE(number({"PUBSUB", "NUMPAT"}), 1);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(number({"EXISTS", "celery-task-meta-" + id.toUtf8()}), 1);
}

void TestWorker::doubleClickIsOneJob()
{
    const auto once = store().submit({test::someReport(), {}, {}, QStringLiteral("click"), -1});
    const auto twice = store().submit({test::someReport(), {}, {}, QStringLiteral("click"), -1});
    QVERIFY(once && twice);
    QCOMPARE(*once, *twice);
    QCOMPARE(number({"LLEN", "exports"}), 1);
    test::Gate gate;
    gate.open();
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(*once).state, JobState::Completed);
    QCOMPARE(*store().submit({test::someReport(), {}, {}, QStringLiteral("click"), -1}), *once);
    QCOMPARE(number({"LLEN", "exports"}), 0);
    QCOMPARE(gate.begun().size(), 1);
}

void TestWorker::thousandFromEightThreadsAreMadeOnce()
{
    std::mutex mutex;
    std::map<QString, int> made;
    const auto counting = [&](const auto &request, const QString &target, const auto &progress, const auto &stop) {
        {
            const std::lock_guard lock(mutex);
            ++made[*exports::jobIdOfFile(QFileInfo(target).fileName())];
        }
        return test::makeSmallFile(request, target, progress, stop);
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings(), 4), counting);
    std::vector<QStringList> ids(8);
    {
        std::vector<std::jthread> producers;
        for (QStringList &mine : ids) {
            producers.emplace_back([&mine, settings = m_servers.settings().redis] {
                storage::Redis redis(settings);
                exports::JobStore jobs(redis, systemClock());
                for (int at = 0; at < 125; ++at)
                    mine << jobs.submit({test::someReport(), {}, {}, {}, -1}).valueOr({});
            });
        }
    }
    QSet<QString> all;
    for (const QStringList &mine : ids)
        all += QSet<QString>(mine.begin(), mine.end());
    QCOMPARE(all.size(), 1000);
    for (const QString &id : std::as_const(all))
        QTRY_COMPARE_WITH_TIMEOUT(status(id).state, JobState::Completed, 60'000);
    const std::lock_guard lock(mutex);
    QCOMPARE(made.size(), size_t{1000});
    QVERIFY(std::all_of(made.begin(), made.end(), [](const auto &each) { return each.second == 1; }));
    QCOMPARE(test::filesIn(m_servers.settings()).size(), 1000);
}

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
