// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/upkeep/outbox.h"
#include "tests/core/worker/workbench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace herdbook;
using exports::JobState;

/// Final statuses that Redis could not be told at once.
class TestOutbox : public test::Bench
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
    void fileThatIsGoneIsMadeAgain_data();
    void fileThatIsGoneIsMadeAgain();
    void nothingIsToldWhileTheFolderIsAway();
    void refusedEntryStopsNobodyElse();

private:
    QStringList waiting()
    {
        return QDir(path(QStringLiteral(".herdbook/outbox"))).entryList(QDir::Files | QDir::Hidden);
    }
    /// A job whose worker finished it while Redis was away, and ended; Redis is back.
    void finishWithoutRedis(test::Gate &gate, QString &id)
    {
        {
            const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
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
        touch(job.status.fileName, 0);
        return job;
    }
    /// Puts a job into an outbox and delivers it so many seconds later; how many statuses took effect.
    qsizetype deliverLate(const worker::Job &job, qint64 seconds)
    {
        qint64 late = 0;
        const worker::ExportFolder folder(m_servers.settings().exportFolder);
        worker::Outbox outbox(folder, [&] { return QDateTime::currentDateTimeUtc().addSecs(late); });
        if (!folder.prepare())
            return -1;
        outbox.put(job);
        late = seconds;
        worker::Custody custody(*m_redis, {});
        return outbox.deliver(custody).told.size();
    }
};

// Fault 5: Redis fails during a task, the file is whole, and the status never says so.
void TestOutbox::statusWaitsWhileRedisIsAway()
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

void TestOutbox::restartedWorkerDelivers()
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

void TestOutbox::deliveredLateTheStatusHasWhatIsLeftOfItsHour()
{
    const worker::Job job = finishedJob();
    const QString &id = job.task.jobId;
    QCOMPARE(deliverLate(job, 1'000), 1);
    QCOMPARE(status(id).state, JobState::Completed);
    const qint64 left = number({"TTL", exports::statusKey(id)});
    QVERIFY2(left > 2'590 && left <= 2'600, qPrintable(QString::number(left)));
    QVERIFY(isTidy());
}

void TestOutbox::nothingIsDeliveredAfterTheHour()
{
    const worker::Job job = finishedJob();
    const QString &id = job.task.jobId;
    QVERIFY(m_redis->command({"DEL", exports::statusKey(id)})); // it has expired
    QCOMPARE(deliverLate(job, exports::StatusLifetime + 1), 0);
    QCOMPARE(number({"EXISTS", exports::statusKey(id)}), 0);
    QCOMPARE(waiting(), QStringList());
    QVERIFY(isTidy());
}

// The worker ended with Redis away, and its job was put back before anybody could deliver: it's not made a second time.
void TestOutbox::successorTakesOverWhatWasMade()
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

void TestOutbox::cancelledMeanwhileIsNotDelivered()
{
    test::Gate gate;
    QString id;
    finishWithoutRedis(gate, id);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(m_redis->command({"SETEX", exports::QueueNames().cancelKey(id), "3600", "1"}));
    QVERIFY(m_redis->command({"DEL", exports::statusKey(id)})); // removed
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()), gate.maker());
    QTRY_VERIFY(isTidy() && waiting().isEmpty());
    QTRY_COMPARE(test::filesIn(m_servers.settings()), QStringList());
    QCOMPARE(number({"EXISTS", exports::statusKey(id)}), 0);
}

void TestOutbox::fullOutboxWaitsInMemory()
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

void TestOutbox::unreadableEntryStopsNobody()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral(".herdbook/outbox"))));
    touch(QStringLiteral(".herdbook/outbox/broken.json"), 0);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_COMPARE(waiting(), QStringList{QStringLiteral("broken.json.bad")});
}

void TestOutbox::fileThatIsGoneIsMadeAgain_data()
{
    QTest::addColumn<bool>("delivered");
    QTest::newRow("before the job is taken again") << true;
    QTest::newRow("by who takes it again") << false;
}

// It was made while Redis was away, and deleted before that could be told.
void TestOutbox::fileThatIsGoneIsMadeAgain()
{
    QFETCH(const bool, delivered);
    const worker::Job job = finishedJob();
    const QString &id = job.task.jobId;
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare());
    worker::Outbox outbox(folder, systemClock());
    outbox.put(job);
    QVERIFY(QFile::remove(path(job.status.fileName)));
    if (delivered) {
        worker::Custody custody(*m_redis, {});
        QCOMPARE(outbox.deliver(custody).told.size(), 0);
        QCOMPARE(waiting(), QStringList());
    }
    QCOMPARE(status(id).state, JobState::Processing);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QVERIFY(status(id).fileName != job.status.fileName);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
    QTRY_VERIFY(isTidy() && waiting().isEmpty());
}

void TestOutbox::nothingIsToldWhileTheFolderIsAway()
{
    const worker::Job job = finishedJob();
    const QString folderPath = m_servers.settings().exportFolder;
    const worker::ExportFolder folder(folderPath);
    QVERIFY(folder.prepare());
    worker::Outbox outbox(folder, systemClock());
    outbox.put(job);
    worker::Custody custody(*m_redis, {});
    QVERIFY(QFile::rename(folderPath, folderPath + QLatin1String(".away")));
    const auto away = outbox.deliver(custody).told;
    QVERIFY(QFile::rename(folderPath + QLatin1String(".away"), folderPath));
    QCOMPARE(away.size(), 0);
    QCOMPARE(status(job.task.jobId).state, JobState::Processing);
    QCOMPARE(outbox.deliver(custody).told.size(), 1);
    QCOMPARE(status(job.task.jobId).state, JobState::Completed);
}

void TestOutbox::refusedEntryStopsNobodyElse()
{
    QList<worker::Job> jobs{finishedJob(), finishedJob()};
    std::sort(jobs.begin(), jobs.end(),
              [](const worker::Job &a, const worker::Job &b) { return a.task.jobId < b.task.jobId; });
    const QString id = jobs.first().task.jobId; // whose turn comes first
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare());
    worker::Outbox outbox(folder, systemClock());
    for (const worker::Job &job : std::as_const(jobs))
        outbox.put(job);
    const QByteArray key = exports::statusKey(id);
    QVERIFY(m_redis->transaction({{"DEL", key}, {"LPUSH", key, "a list"}}));
    worker::Custody custody(*m_redis, {});
    const auto [told, refused] = outbox.deliver(custody);
    QCOMPARE(told.size(), 1);
    QCOMPARE(status(jobs.last().task.jobId).state, JobState::Completed);
    QVERIFY(refused);
    QCOMPARE(refused->first.task.jobId, id);

    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const QByteArray words = "The end of job " + id.toUtf8() + " can't be told: The key " + key + " in Redis holds";
    QTRY_VERIFY2(leases().contains(words), leases().constData());
    QVERIFY(m_redis->command({"DEL", key}));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QTRY_VERIFY2(!leases().contains(words), leases().constData());
    QTRY_VERIFY(isTidy() && waiting().isEmpty());
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "test_outbox.moc"
