// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobcontrol.h"
#include "core/exports/taskmessage.h"
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"

#include <QElapsedTimer>
#include <QTest>

using namespace herdbook;
using exports::JobState;

/// Jobs that are cancelled or removed, and workers that are stopped or can't begin.
class TestStopping : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void cancelWaiting();
    void cancelRunningStopsWithinASecond();
    void removedJobStaysRemoved();
    void stopHandsBack();
    void whatWasBegunInTimeIsMade();
    void stopLetsFinish();
    void waitsForRedisAtTheStart();
    void saysWhenRedisRefuses();
    void saysWhenTheFolderIsMissing();
    void worksWithTheRightsOfTheContract();
};

void TestStopping::cancelWaiting()
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

void TestStopping::cancelRunningStopsWithinASecond()
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
void TestStopping::removedJobStaysRemoved()
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

void TestStopping::stopHandsBack()
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

// It was taken in its hour, and handed back; the next worker comes after it.
void TestStopping::whatWasBegunInTimeIsMade()
{
    test::Gate gate;
    const QString begun = submit(test::someReport());
    {
        test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
        QTRY_COMPARE(gate.waiting(), 1);
    }
    const QString never = submit(test::someReport());
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), test::makeSmallFile,
                                     [] { return QDateTime::currentDateTimeUtc().addSecs(2 * 3600); });
    QTRY_VERIFY(status(begun).isFinished() && status(never).isFinished());
    QCOMPARE(status(begun).error, QString());
    QCOMPARE(status(begun).state, JobState::Completed);
    QCOMPARE(status(never).error, QStringLiteral("The job expired before a worker could begin it"));
}

void TestStopping::stopLetsFinish()
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
void TestStopping::waitsForRedisAtTheStart()
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

void TestStopping::saysWhenRedisRefuses()
{
    Settings settings = m_servers.settings();
    settings.redis.password = QStringLiteral("wrong");
    const Result<void> ended = worker::Worker(test::quickOptions(settings), test::makeSmallFile).run();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Denied);
    QVERIFY(!ended.error().message.contains(QLatin1String("wrong")));
}

void TestStopping::saysWhenTheFolderIsMissing()
{
    Settings settings = m_servers.settings();
    settings.exportFolder = QStringLiteral("/proc/exports");
    const Result<void> ended = worker::Worker(test::quickOptions(settings), test::makeSmallFile).run();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Storage);
    QVERIFY(ended.error().message.contains(QLatin1String("/proc/exports")));
}

// Users of Redis 7 start without the right to any channel.
void TestStopping::worksWithTheRightsOfTheContract()
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

QTEST_GUILESS_MAIN(TestStopping)
#include "test_stopping.moc"
