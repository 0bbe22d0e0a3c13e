// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/custody/custody.h"

#include "core/worker/custody/recovery.h"
#include "core/worker/take.h"
#include "core/worker/upkeep/exportfolder.h"
#include "tests/core/worker/workbench.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace herdbook;
using exports::JobState;
using worker::Job;
using worker::Verdict;

/// How jobs change hands: the scripts, one step at a time, between workers that need not exist.
class TestCustody : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void takeLooksIntoTheOwnListFirst();
    void livingWorkersJobsAreLeftAlone();
    void deadWorkersJobsGoBackInFront();
    void deadWorkersCopyOfALivingJobIsNoAttempt();
    void threeDeathsAreEnough();
    void slowWorkerCantOverwriteItsSuccessor();
    void whatRedisLostTakesNoJobAway_data();
    void whatRedisLostTakesNoJobAway();
    void finishedJobIsNotGivenUp();
    void cancelledJobIsNotGivenUp();
    void statusIsNotWrittenOverAFinalOne();
    void lateProcessingAfterTheEndIsSettled();
    void lateProcessingAfterCancellingIsSettled();
    void lateProcessingOfAMalformedMessageIsSettled();
    void lateProcessingOfAWaitingJobIsPutRight();
    void unreadableStatusIsReplaced();
    void deadWorkersGarbageIsPutAside();
    void statusesOfLargeWaitingMessagesAreRenewed();
    void refusedRenewalsAreNoRenewals();
    void workerOfTheSameNameIsAwaited();
    void workerOfTheSameNameStaysOut();

private:
    Job take(const QByteArray &worker)
    {
        Job job;
        job.worker = worker;
        job.message = (*worker::Take(*m_redis, {}, worker).next())->message;
        job.task = std::get<exports::TaskMessage>(exports::decodeTask(job.message));
        return job;
    }
    worker::Custody custody() { return {*m_redis, {}}; }
    Verdict begin(Job &job, int milliseconds = 60'000)
    {
        return custody()
            .begin(job, "{\"job\":\"" + job.task.jobId.toUtf8() + "\"}", std::chrono::milliseconds(milliseconds))
            ->verdict;
    }
    /// As a Python producer does it, that queues first.
    void writeProcessing(const QString &id)
    {
        exports::JobStatus processing;
        processing.jobId = id;
        processing.createdAt = QDateTime::currentDateTimeUtc();
        QVERIFY(store().write(processing));
    }
    void die(const QByteArray &worker) { QVERIFY(m_redis->command({"DEL", "exports:alive:" + worker})); }
    int recover() { return *worker::Recovery(*m_redis, {}, 3).sweep(); }
    static Job completed(Job job)
    {
        job.status.state = JobState::Completed;
        job.status.completedAt = job.status.startedAt;
        job.status.fileName = exports::exportFileName(job.task.kind, job.task.jobId, job.status.startedAt);
        return job;
    }
};

// A take whose answer was lost, or one that Redis carried out only after a pause, is in the list already.
void TestCustody::takeLooksIntoTheOwnListFirst()
{
    QVERIFY(m_redis->command({"LPUSH", "exports", "waiting"}));
    QVERIFY(m_redis->command({"LPUSH", "exports:processing:a:1:1", "unseen"}));
    worker::Take take(*m_redis, {}, "a:1:1");
    QCOMPARE((*take.next())->message, QByteArray("unseen"));
    QVERIFY(m_redis->command({"DEL", "exports:processing:a:1:1"}));
    QCOMPARE((*take.next())->message, QByteArray("waiting"));
}

void TestCustody::livingWorkersJobsAreLeftAlone()
{
    submit(test::someReport());
    Job job = take("a:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    QCOMPARE(recover(), 0);
    QCOMPARE(number({"LLEN", "exports:processing:a:1:1"}), 1);
    QCOMPARE(number({"HLEN", "exports:attempts"}), 0);
}

void TestCustody::deadWorkersJobsGoBackInFront()
{
    const QString id = submit(test::someReport());
    submit(test::someReport());
    Job job = take("a:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    die("a:1:1");
    QCOMPARE(recover(), 1);
    QCOMPARE(number({"LLEN", "exports"}), 2);
    Job again = take("b:1:1");
    QCOMPARE(again.task.jobId, id);
    QCOMPARE(again.message, job.message);
    QCOMPARE(begin(again), Verdict::Mine);
    QCOMPARE(again.attempt, 2);
    QCOMPARE(status(id).attempt, 2);
    QCOMPARE(status(id).worker, QStringLiteral("b:1:1"));
}

// Who died had a second message of the job in hand: the one that makes it goes on.
void TestCustody::deadWorkersCopyOfALivingJobIsNoAttempt()
{
    submit(test::someReport());
    Job job = take("a:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    QVERIFY(m_redis->command({"LPUSH", "exports:processing:b:1:1", job.message}));
    QCOMPARE(recover(), 1);
    QCOMPARE(number({"LLEN", "exports"}), 1);
    QCOMPARE(custody().report(job)->verdict, Verdict::Mine);
    Job copy = take("c:1:1");
    QCOMPARE(begin(copy), Verdict::Duplicate);
    QCOMPARE(custody().park(copy)->verdict, Verdict::Duplicate);
    QCOMPARE(custody().finish(completed(job))->verdict, Verdict::Mine);
}

void TestCustody::threeDeathsAreEnough()
{
    const QString id = submit(test::someReport());
    for (int attempt = 1; attempt <= 3; ++attempt) {
        Job job = take("a:1:1");
        QCOMPARE(begin(job), Verdict::Mine);
        QCOMPARE(job.attempt, attempt);
        QCOMPARE(status(id).state, JobState::Processing);
        die("a:1:1");
        QCOMPARE(recover(), 1);
    }
    QCOMPARE(number({"LLEN", "exports"}), 0);
    QCOMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("The worker stopped 3 times while making this export"));
    QVERIFY(status(id).createdAt.isValid() && status(id).completedAt.isValid());
    const QJsonObject dead = QJsonDocument::fromJson(m_redis->command({"LINDEX", "exports:dead", "0"})->text).object();
    QCOMPARE(dead.value(QLatin1String("job_id")).toString(), id);
    QCOMPARE(dead.value(QLatin1String("reason")).toString(), status(id).error);
    QVERIFY(m_redis->command({"GET", "celery-task-meta-" + id.toUtf8()})->text.contains("\"FAILURE\""));
    QVERIFY(isTidy());
}

void TestCustody::slowWorkerCantOverwriteItsSuccessor()
{
    const QString id = submit(test::someReport());
    Job slow = take("a:1:1");
    QCOMPARE(begin(slow), Verdict::Mine);
    die("a:1:1");
    QCOMPARE(recover(), 1);
    QCOMPARE(custody().report(slow)->verdict, Verdict::Lost);
    QCOMPARE(custody().finish(completed(slow))->verdict, Verdict::Lost);
    QCOMPARE(custody().handBack(slow)->verdict, Verdict::Lost);
    QCOMPARE(number({"LLEN", "exports"}), 1);

    Job next = take("b:1:1");
    QCOMPARE(begin(next), Verdict::Mine);
    QCOMPARE(custody().finish(completed(slow))->verdict, Verdict::Lost);
    QCOMPARE(status(id).state, JobState::Processing);
    QCOMPARE(custody().finish(completed(next))->verdict, Verdict::Mine);
    QCOMPARE(custody().finish(completed(slow))->verdict, Verdict::Finished);
    QCOMPARE(custody().report(slow)->verdict, Verdict::Finished);
    QCOMPARE(status(id).worker, QStringLiteral("b:1:1"));
    QVERIFY(isTidy());
}

void TestCustody::whatRedisLostTakesNoJobAway_data()
{
    QTest::addColumn<QByteArrayList>("loss");
    QTest::newRow("attempts evicted") << QByteArrayList{"DEL", "exports:attempts"};
    QTest::newRow("list evicted") << QByteArrayList{"DEL", "exports:processing:b:1:1"};
    QTest::newRow("flushed") << QByteArrayList{"FLUSHDB"};
}

// In its second attempt: fewer counted than it makes is no sign of a successor.
void TestCustody::whatRedisLostTakesNoJobAway()
{
    QFETCH(const QByteArrayList, loss);
    const QString id = submit(test::someReport());
    Job first = take("a:1:1");
    QCOMPARE(begin(first), Verdict::Mine);
    die("a:1:1");
    QCOMPARE(recover(), 1);
    Job job = take("b:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    QVERIFY(m_redis->command(loss));
    QCOMPARE(custody().handBack(job)->verdict, Verdict::Mine);
    QCOMPARE(number({"LLEN", "exports"}), 1);
    QCOMPARE(status(id).stage, QStringLiteral("queued"));
    QCOMPARE(custody().handBack(job)->verdict, Verdict::Lost); // it's in the queue already
    QCOMPARE(number({"LLEN", "exports"}), 1);

    Job next = take("c:1:1");
    QCOMPARE(begin(next), Verdict::Mine);
    QVERIFY(m_redis->command(loss));
    QCOMPARE(custody().report(next)->verdict, Verdict::Mine);
    QCOMPARE(custody().finish(completed(next))->verdict, Verdict::Mine);
    QCOMPARE(status(id).state, JobState::Completed);
}

// The worker died after the last word on its job and before anything else: nothing may change that word.
void TestCustody::finishedJobIsNotGivenUp()
{
    const QString id = submit(test::someReport());
    Job job = take("a:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    const QByteArray message = job.message;
    const QString fileName = completed(job).status.fileName;
    const worker::ExportFolder folder(m_servers.settings().exportFolder);
    QVERIFY(folder.prepare() && folder.announce(fileName));
    QVERIFY(QFile(folder.pathOf(fileName)).open(QIODevice::WriteOnly));
    QCOMPARE(custody().finish(completed(job))->verdict, Verdict::Mine);
    QVERIFY(m_redis->command({"LPUSH", "exports:processing:a:1:1", message}));
    QVERIFY(m_redis->command({"HSET", "exports:attempts", id.toUtf8(), "2"}));
    die("a:1:1");
    QCOMPARE(recover(), 1);
    QCOMPARE(status(id).state, JobState::Completed);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{fileName});
    QVERIFY(isTidy());
}

void TestCustody::cancelledJobIsNotGivenUp()
{
    const QString id = submit(test::someReport());
    Job job = take("a:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    QVERIFY(m_redis->command({"SETEX", exports::QueueNames().cancelKey(id), "3600", "1"}));
    QCOMPARE(custody().report(job)->verdict, Verdict::Cancelled);
    QCOMPARE(custody().finish(completed(job))->verdict, Verdict::Cancelled);
    QVERIFY(m_redis->command({"HSET", "exports:attempts", id.toUtf8(), "2"}));
    die("a:1:1");
    QCOMPARE(recover(), 1);
    QCOMPARE(number({"LLEN", "exports:dead"}), 0);
}

void TestCustody::statusIsNotWrittenOverAFinalOne()
{
    const QString id = submit(test::someReport());
    Job job = take("a:1:1");
    exports::JobStatus other = status(id);
    other.state = JobState::Failed;
    other.error = QStringLiteral("by somebody else");
    QVERIFY(store().write(other));
    QCOMPARE(begin(job), Verdict::Finished);
    QCOMPARE(status(id).error, other.error);
    QVERIFY(!*custody().reassert(completed(job).status));
    QCOMPARE(status(id).error, other.error);
}

// Its worker died before it could look again: any other one does, and until then nobody makes the job a second time.
void TestCustody::lateProcessingAfterTheEndIsSettled()
{
    const QString id = submit(test::someReport());
    Job job = take("a:1:1");
    QCOMPARE(begin(job), Verdict::Mine);
    QCOMPARE(custody().finish(completed(job))->verdict, Verdict::Mine);
    QCOMPARE(*custody().finished(), QByteArrayList{id.toUtf8()});
    writeProcessing(id);
    QVERIFY(m_redis->command({"LPUSH", "exports", job.message}));
    Job copy = take("b:1:1");
    QCOMPARE(begin(copy), Verdict::Finished);
    const worker::Outcome again = *custody().finish(completed(job));
    QCOMPARE(again.verdict, Verdict::Finished);
    QVERIFY(worker::namesFile(again.status, completed(job).status.fileName));
    QVERIFY(*custody().settle(id.toUtf8()));
    QCOMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).fileName, completed(job).status.fileName);
    QCOMPARE(custody().finished()->size(), 0);
    QVERIFY(!*custody().settle(id.toUtf8()));
}

void TestCustody::lateProcessingAfterCancellingIsSettled()
{
    const QString cancelled = submit(test::someReport());
    const QString removed = submit(test::someReport());
    for (const QString &id : {cancelled, removed}) {
        Job job = take("a:1:1");
        QCOMPARE(begin(job), Verdict::Mine);
        QVERIFY(m_redis->command({"SETEX", exports::QueueNames().cancelKey(id), "3600", "1"}));
        QVERIFY(custody().acknowledgeCancelled(job));
    }
    writeProcessing(cancelled);
    QVERIFY(m_redis->command({"DEL", exports::statusKey(removed)}));
    QVERIFY(*custody().settle(cancelled.toUtf8()));
    QVERIFY(!*custody().settle(removed.toUtf8()));
    QVERIFY(status(cancelled).cancelled && status(cancelled).isFinished());
    QCOMPARE(number({"EXISTS", exports::statusKey(removed)}), 0);
    QCOMPARE(custody().finished()->size(), 0);
}

void TestCustody::lateProcessingOfAMalformedMessageIsSettled()
{
    QVERIFY(m_redis->command({"LPUSH", "exports:processing:a:1:1", "garbage"}));
    QVERIFY(custody().quarantine("a:1:1", "garbage",
                                 {exports::MessageFault::Malformed, QStringLiteral("broken"), QStringLiteral("job-1"),
                                  QStringLiteral("job-1"), false}));
    QCOMPARE(status(QStringLiteral("job-1")).error, QStringLiteral("broken"));
    writeProcessing(QStringLiteral("job-1"));
    QVERIFY(*custody().settle("job-1"));
    QCOMPARE(status(QStringLiteral("job-1")).error, QStringLiteral("broken"));
}

void TestCustody::lateProcessingOfAWaitingJobIsPutRight()
{
    const QString id = QStringLiteral("later");
    const QString other = QStringLiteral("wrong type");
    Job job;
    for (const QString &each : {other, id}) {
        QVERIFY(m_redis->command(
            {"LPUSH", "exports", test::message(each, each, {}, QDateTime::currentDateTimeUtc().addSecs(3'600))}));
        job = take("a:1:1");
        QCOMPARE(custody().park(job)->verdict, Verdict::Mine);
    }
    QVERIFY(!*custody().reassertWaiting(job.status, job.message));
    const exports::JobStatus parked = status(id);
    QVERIFY(m_redis->transaction({{"DEL", exports::statusKey(other)}, {"LPUSH", exports::statusKey(other), "a list"}}));
    // The first as a worker that parked it, the second as any that is there much later.
    const QByteArray late = R"({"status":"processing","job_id":"later","created_at":"2026-11-22T14:30:45.123456"})";
    QVERIFY(m_redis->command({"SETEX", exports::statusKey(id), "100", late}));
    QVERIFY(*custody().reassertWaiting(job.status, job.message));
    QVERIFY(status(id) == parked);
    QVERIFY(m_redis->command({"SETEX", exports::statusKey(id), "100", late}));
    QVERIFY(!custody().keepWaiting());
    QCOMPARE(status(id).waitingFor, exports::WaitsForItsTime);
    QCOMPARE(status(id).stage, parked.stage);
    QCOMPARE(status(id).request, parked.request);
    QCOMPARE(status(id).createdAt.date(), QDate(2026, 11, 22));
    QVERIFY(number({"TTL", exports::statusKey(id)}) > 3'000);
    // What runs, and what doesn't wait any more, is left as it is.
    const QByteArray running = R"({"status":"processing","worker":"b:1:1"})";
    QVERIFY(m_redis->command({"SET", exports::statusKey(id), running}));
    QVERIFY(!*custody().reassertWaiting(job.status, job.message));
    QVERIFY(m_redis->command({"SET", exports::statusKey(id), late}));
    QCOMPARE(*custody().wake(QDateTime::currentDateTimeUtc().addSecs(3'700)), 2);
    QVERIFY(!*custody().reassertWaiting(job.status, job.message));
    QCOMPARE(m_redis->command({"GET", exports::statusKey(id)})->text, late);
}

void TestCustody::unreadableStatusIsReplaced()
{
    for (const QByteArray &text : {QByteArray("garbage"), QByteArray("[]"),
                                   QByteArray(R"({"status": null, "worker": 5})"), QByteArray(2000, '[')}) {
        const QString id = submit(test::someReport());
        QVERIFY(m_redis->command({"SET", exports::statusKey(id), text}));
        Job job = take("a:1:1");
        QCOMPARE(begin(job), Verdict::Mine);
        QCOMPARE(status(id).state, JobState::Processing);
        QCOMPARE(custody().finish(completed(job))->verdict, Verdict::Mine);
    }
}

void TestCustody::deadWorkersGarbageIsPutAside()
{
    QVERIFY(m_redis->command({"LPUSH", "exports:processing:a:1:1", "garbage"}));
    QCOMPARE(recover(), 1);
    QCOMPARE(number({"LLEN", "exports:dead"}), 1);
    QCOMPARE(count("exports:processing:*"), 0);
}

void TestCustody::statusesOfLargeWaitingMessagesAreRenewed()
{
    constexpr int Count = 100; // of 700 kB: more than one answer of Redis may have
    for (int at = 0; at < Count; ++at) {
        exports::TaskMessage task;
        task.taskId = task.jobId = QStringLiteral("later-%1").arg(at);
        task.request = QJsonObject{{QLatin1String("title"), QString(525'000, u'x')}};
        QVERIFY(m_redis->command(
            {"ZADD", "exports:waiting", QByteArray::number(at), exports::encodeTask(task, QStringLiteral("h"))}));
        QVERIFY(m_redis->command({"SETEX", exports::statusKey(task.jobId), "100", "{}"}));
    }
    const auto kept = custody().keepWaiting();
    QVERIFY2(kept, qPrintable(test::reason(kept)));
    for (int at = 0; at < Count; ++at)
        QVERIFY(number({"TTL", exports::statusKey(QStringLiteral("later-%1").arg(at))}) > 3000);
}

void TestCustody::refusedRenewalsAreNoRenewals()
{
    const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(3'600);
    const QString id = QStringLiteral("later");
    QVERIFY(m_redis->command({"LPUSH", "exports", test::message(id, id, {}, later)}));
    Job job = take("a:1:1");
    QCOMPARE(custody().park(job)->verdict, Verdict::Mine);
    QVERIFY(m_redis->command({"ACL", "SETUSER", "narrow", "reset", "on", ">secret", "~*", "&*", "+@all", "-expire"}));
    RedisSettings narrow = m_servers.settings().redis;
    narrow.username = QStringLiteral("narrow");
    narrow.password = QStringLiteral("secret");
    storage::Redis refused(narrow, std::chrono::seconds(20));
    const Result<void> kept = worker::Custody(refused, {}).keepWaiting();
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Denied);
    QVERIFY(m_redis->command({"ACL", "DELUSER", "narrow"}));
    QVERIFY(custody().keepWaiting());
}

// In a container every process has the same number: a restarted worker has its predecessor's name.
void TestCustody::workerOfTheSameNameIsAwaited()
{
    const QByteArray name = worker::workerIds(1).front();
    const QString id = submit(test::someReport());
    Job job = take(name);
    QCOMPARE(begin(job, 700), Verdict::Mine);
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    QTRY_COMPARE(status(id).state, JobState::Completed);
    QCOMPARE(status(id).attempt, 2);
}

void TestCustody::workerOfTheSameNameStaysOut()
{
    const QByteArray name = worker::workerIds(1).front();
    QVERIFY(m_redis->command({"SET", "exports:alive:" + name, "somebody"}));
    const Result<void> ended = worker::Worker(test::quickOptions(m_servers.settings()), test::makeSmallFile).run();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Conflict);
    QCOMPARE(m_redis->command({"GET", "exports:alive:" + name})->text, QByteArray("somebody"));
}

QTEST_GUILESS_MAIN(TestCustody)
#include "test_custody.moc"
