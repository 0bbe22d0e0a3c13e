// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause.h"
#include "core/worker/upkeep/cleanup.h"
#include "core/worker/upkeep/outbox.h"
#include "tests/core/worker/workbench.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>

using namespace herdbook;
using exports::JobState;

/// What has to come right when servers or disks fail in the middle, and what is cleaned up afterwards.
class TestUpkeep : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void statusWaitsWhileRedisIsAway();
    void restartedWorkerDelivers();
    void deliveredLateTheStatusHasWhatIsLeftOfItsHour();
    void nothingIsDeliveredAfterTheHour();
    void successorTakesOverWhatWasMade();
    void cancelledMeanwhileIsNotDelivered();
    void fullOutboxWaitsInMemory();
    void unreadableEntryStopsNobody();
    void databaseAwayIsTriedAgain();
    void databaseAwayForGoodIsAFailure();
    void cancelEndsTheWaitForTheDatabase();
    void pausedRedisCostsNoAttempt();
    void expiredFilesAreDeleted();
    void leftoversOfDeadAttemptsAreDeleted();

private:
    QString path(const QString &name) { return m_servers.settings().exportFolder + u'/' + name; }
    void touch(const QString &name, qint64 hoursAgo)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("x") == 1 && file.flush());
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600 * hoursAgo),
                                 QFileDevice::FileModificationTime));
    }
    QStringList waiting()
    {
        return QDir(path(QStringLiteral(".herdbook/outbox"))).entryList(QDir::Files | QDir::Hidden);
    }
    /// What it leaves is another worker's when its lease is over.
    worker::Options shortLived()
    {
        worker::Options options = test::quickOptions(m_servers.settings());
        options.timings.lease = std::chrono::milliseconds(1'500);
        return options;
    }
    /// A job whose worker finished it while Redis was away, and ended; Redis is back.
    void finishWithoutRedis(test::Gate &gate, QString &id)
    {
        {
            const test::RunningWorker worker(shortLived(), gate.maker());
            id = submit(test::someReport());
            QTRY_COMPARE(gate.waiting(), 1);
            m_servers.redis().stop();
            gate.open();
            QTRY_COMPARE(waiting(), QStringList{id + QLatin1String(".json")});
        }
        QVERIFY(m_servers.redis().start());
        QTRY_VERIFY(m_redis->command({"PING"}));
    }
    /// A job that a worker took and finished; what became of it is not told yet.
    worker::Job finishedJob()
    {
        const QString id = submit(test::someReport());
        worker::Job job;
        job.worker = "a:1:1";
        job.message = m_redis->command({"LMOVE", "exports", "exports:processing:a:1:1", "RIGHT", "LEFT"})->text;
        job.task = std::get<exports::TaskMessage>(exports::decodeTask(job.message));
        job.status = status(id);
        job.status.state = JobState::Completed;
        job.status.fileName = QStringLiteral("report_%1_20260601_000000.pdf").arg(id);
        return job;
    }
};

// Fault 5: Redis fails during a task, the file is whole, and the status never says so.
void TestUpkeep::statusWaitsWhileRedisIsAway()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    m_servers.redis().stop();
    gate.open();
    QTRY_COMPARE(waiting(), QStringList{id + QLatin1String(".json")});
    QCOMPARE(test::filesIn(m_servers.settings()).size(), 1);
    QVERIFY(m_servers.redis().start());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_COMPARE(waiting(), QStringList());
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
    QCOMPARE(gate.begun().size(), 1);
    QTRY_VERIFY(isTidy());
}

void TestUpkeep::restartedWorkerDelivers()
{
    test::Gate gate;
    QString id;
    finishWithoutRedis(gate, id);
    QVERIFY(!QTest::currentTestFailed());
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_VERIFY(isTidy() && waiting().isEmpty());
    QCOMPARE(gate.begun().size(), 1);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
}

void TestUpkeep::deliveredLateTheStatusHasWhatIsLeftOfItsHour()
{
    std::atomic<qint64> late = 0;
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare());
    worker::Outbox outbox(folder, [&] { return QDateTime::currentDateTimeUtc().addSecs(late); });
    const worker::Job job = finishedJob();
    const QString &id = job.task.jobId;
    outbox.put(job);
    late = 1'000;
    worker::Custody custody(*m_redis, {});
    QCOMPARE(outbox.deliver(custody)->size(), 1);
    QCOMPARE(status(id).state, JobState::Completed);
    const qint64 left = number({"TTL", exports::statusKey(id)});
    QVERIFY2(left > 2'590 && left <= 2'600, qPrintable(QString::number(left)));
    QVERIFY(isTidy());
}

void TestUpkeep::nothingIsDeliveredAfterTheHour()
{
    std::atomic<qint64> late = 0;
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare());
    worker::Outbox outbox(folder, [&] { return QDateTime::currentDateTimeUtc().addSecs(late); });
    const worker::Job job = finishedJob();
    const QString &id = job.task.jobId;
    outbox.put(job);
    QVERIFY(m_redis->command({"DEL", exports::statusKey(id)})); // it has expired
    late = exports::StatusLifetime + 1;
    worker::Custody custody(*m_redis, {});
    QCOMPARE(outbox.deliver(custody)->size(), 0);
    QCOMPARE(number({"EXISTS", exports::statusKey(id)}), 0);
    QCOMPARE(waiting(), QStringList());
    QVERIFY(isTidy());
}

// The worker ended with Redis away, and its job was put back before anybody could deliver: it's not made a second time.
void TestUpkeep::successorTakesOverWhatWasMade()
{
    test::Gate gate;
    QString id;
    finishWithoutRedis(gate, id);
    QVERIFY(!QTest::currentTestFailed());
    const QByteArray name = worker::workerIds(1).front();
    QVERIFY(m_redis->command({"LMOVE", "exports:processing:" + name, "exports", "RIGHT", "RIGHT"}));
    QVERIFY(m_redis->command({"HSET", "exports:attempts", id.toUtf8(), "1"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).attempt, 2);
    QCOMPARE(gate.begun().size(), 1);
    QTRY_VERIFY(isTidy() && waiting().isEmpty());
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
}

void TestUpkeep::cancelledMeanwhileIsNotDelivered()
{
    test::Gate gate;
    QString id;
    finishWithoutRedis(gate, id);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(m_redis->command({"SETEX", exports::cancelKey(id), "3600", "1"}));
    QVERIFY(m_redis->command({"DEL", exports::statusKey(id)})); // removed
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_VERIFY(isTidy() && waiting().isEmpty());
    QTRY_COMPARE(test::filesIn(m_servers.settings()), QStringList());
    QCOMPARE(number({"EXISTS", exports::statusKey(id)}), 0);
}

void TestUpkeep::fullOutboxWaitsInMemory()
{
    test::Gate gate;
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    QVERIFY(QDir().rmdir(path(QStringLiteral(".herdbook/outbox"))));
    m_servers.redis().stop();
    gate.open();
    QTRY_COMPARE(test::filesIn(m_servers.settings()).size(), 1);
    QTRY_COMPARE(gate.waiting(), 0);
    QVERIFY(m_servers.redis().start());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(gate.begun().size(), 1);
}

void TestUpkeep::unreadableEntryStopsNobody()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral(".herdbook/outbox"))));
    touch(QStringLiteral(".herdbook/outbox/broken.json"), 0);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_COMPARE(waiting(), QStringList{QStringLiteral("broken.json.bad")});
}

void TestUpkeep::databaseAwayIsTriedAgain()
{
    std::atomic<int> tries = 0;
    const auto second = [&](const auto &request, const QString &target, const auto &progress,
                            const auto &stop) -> Result<render::MadeExport> {
        if (++tries == 1)
            return Error{ErrorKind::Unreachable, QStringLiteral("PostgreSQL at db:5432 is unreachable: gone")};
        return test::makeSmallFile(request, target, progress, stop);
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), second);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(tries, 2);
}

void TestUpkeep::databaseAwayForGoodIsAFailure()
{
    const auto away = [](const auto &, const QString &, const auto &, const auto &) -> Result<render::MadeExport> {
        return Error{ErrorKind::Unreachable, QStringLiteral("PostgreSQL at db:5432 is unreachable: gone")};
    };
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), away);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("PostgreSQL at db:5432 is unreachable: gone (tried 3 times)"));
    QVERIFY(isTidy());
}

void TestUpkeep::cancelEndsTheWaitForTheDatabase()
{
    const auto away = [](const auto &, const QString &, const auto &, const auto &) -> Result<render::MadeExport> {
        return Error{ErrorKind::Unreachable, QStringLiteral("gone")};
    };
    auto options = test::quickOptions(m_servers.settings());
    options.timings.databaseRetries = {std::chrono::hours(1)};
    const test::RunningWorker worker(options, away);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).stage, QStringLiteral("Waiting for the database"));
    QVERIFY(m_redis->command({"SETEX", exports::cancelKey(id), "3600", "1"}));
    QTRY_VERIFY(status(id).cancelled && isTidy());
}

// While Redis stands still all leases run out; that makes nobody dead.
void TestUpkeep::pausedRedisCostsNoAttempt()
{
    test::Gate gate;
    auto options = test::quickOptions(m_servers.settings());
    options.timings.lease = std::chrono::milliseconds(1'500);
    options.timings.settle = std::chrono::seconds(5);
    const test::RunningWorker worker(options, gate.maker());
    const QString id = submit(test::someReport());
    QTRY_COMPARE(gate.waiting(), 1);
    m_servers.redis().pause();
    // The lease is over when this is: the one wait here that can't be for an event.
    worker::pause(std::stop_token(), options.timings.lease + std::chrono::milliseconds(500));
    m_servers.redis().resume();
    gate.open();
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).attempt, 1);
    QCOMPARE(gate.begun().size(), 1);
    QTRY_VERIFY(isTidy());
}

// Fault 9, and never a file that Herdbook didn't make.
void TestUpkeep::expiredFilesAreDeleted()
{
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare());
    const auto name = [](const QString &id) { return QStringLiteral("report_%1_20260601_120000.pdf").arg(id); };
    const QString expired = name(QStringLiteral("expired"));
    const QString known = name(QStringLiteral("known"));
    const QString fresh = name(QStringLiteral("fresh"));
    const QString foreign = name(QStringLiteral("foreign"));
    for (const QString &mine : {expired, known, fresh}) {
        QVERIFY(folder.announce(mine));
        touch(mine, 30);
        if (mine != fresh)
            touch(QStringLiteral(".herdbook/made/") + mine, 30);
    }
    touch(foreign, 1'000);
    touch(QStringLiteral("notes.txt"), 1'000);
    touch(u'.' + name(QStringLiteral("dead")) + QStringLiteral(".x1.part"), 2);
    touch(u'.' + name(QStringLiteral("running")) + QStringLiteral(".x2.part"), 0);
    exports::JobStatus status;
    status.jobId = QStringLiteral("known");
    status.state = JobState::Completed;
    status.createdAt = QDateTime::currentDateTimeUtc();
    status.fileName = known;
    QVERIFY(store().write(status));

    worker::Cleanup(*m_redis, folder, systemClock(), 24).run();
    QStringList left{known, fresh, foreign, QStringLiteral("notes.txt"),
                     u'.' + name(QStringLiteral("running")) + QStringLiteral(".x2.part")};
    left.sort();
    QStringList found = test::filesIn(m_servers.settings());
    found.sort();
    QCOMPARE(found, left);
    QCOMPARE(QDir(path(QStringLiteral(".herdbook/made"))).entryList(QDir::Files), (QStringList{fresh, known}));
}

// Fault 4: what a killed worker leaves is neither offered nor kept.
void TestUpkeep::leftoversOfDeadAttemptsAreDeleted()
{
    const QString id = submit(test::someReport());
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare());
    const QString half = QStringLiteral("report_%1_20260601_120000.pdf").arg(id);
    QVERIFY(folder.announce(half));
    touch(half, 0);
    touch(QStringLiteral(".report_%1_20260601_120000.pdf.k3.part.Ab12Cd").arg(id), 0);
    touch(QStringLiteral(".report_%1x_20260601_120000.pdf.k3.part").arg(id), 0); // of another job
    QVERIFY(m_redis->command({"LMOVE", "exports", "exports:processing:dead:1:1", "RIGHT", "LEFT"}));
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QStringList found = test::filesIn(m_servers.settings());
    QCOMPARE(found.size(), 2);
    QVERIFY(found.contains(status(id).fileName));
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "test_upkeep.moc"
