// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/farewell.h"
#include "core/exports/exportvalidation.h"
#include "core/exports/jobcontrol.h"
#include "core/exports/jobstore.h"
#include "core/exports/taskmessage.h"
#include "core/jobs/files/filewatch.h"
#include "core/jobs/jobactions.h"
#include "core/jobs/jobfeed.h"
#include "core/jobs/jobhistory.h"
#include "core/jobs/mender.h"
#include "core/jobs/tracking/jobrecord.h"
#include "core/storage/owndatabase.h"
#include "tests/support/servers.h"
#include "tests/support/silentfolder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

using namespace herdbook;
using namespace herdbook::jobs;

class TestJobTracker : public QObject
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
        QVERIFY(m_servers.freshDatabase());
        m_now = QDateTime::currentDateTimeUtc();
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(20));
        m_tracker = std::make_unique<JobTracker>(options());
    }

    void cleanup()
    {
        m_tracker.reset();
        m_redis.reset();
    }

    void submittedJobsStandInTheQueueInOrder()
    {
        const QString first = submit(QStringLiteral("First"));
        const QString second = submit(QStringLiteral("Second"));
        turn();
        QCOMPARE(row(first)->state, RowState::Queued);
        QCOMPARE(row(first)->queuePosition, 1);
        QCOMPARE(row(second)->queuePosition, 2);
        QCOMPARE(row(second)->queueLength, 2);
        QCOMPARE(row(second)->title, QStringLiteral("Second"));
        QVERIFY(row(first)->mine);
        QVERIFY(turn().changed.isEmpty());

        // A take from the right moves everybody up.
        run({"RPOP", "exports"});
        turn();
        QCOMPARE(row(second)->queuePosition, 1);
    }

    void theQueueIsReadAnewWhenItChangedInTheMiddle()
    {
        QStringList jobs;
        for (int at = 0; at < 450; ++at)
            jobs << submit(QStringLiteral("Job %1").arg(at));
        turn();
        QCOMPARE(row(jobs.at(449))->queuePosition, 450);
        QVERIFY(exports::cancelJob(*m_redis, clock(), jobs.at(200)));
        turn();
        QCOMPARE(row(jobs.at(200))->state, RowState::Cancelled);
        QCOMPARE(row(jobs.at(199))->queuePosition, 200);
        QCOMPARE(row(jobs.at(201))->queuePosition, 201);
        QCOMPARE(row(jobs.at(449))->queuePosition, 449);
        const QString last = submit(QStringLiteral("Last"));
        run({"RPOPLPUSH", "exports", "exports:processing:barn:1:0"});
        turn();
        QCOMPARE(row(jobs.at(1))->queuePosition, 1);
        QCOMPARE(row(last)->queuePosition, 449);
    }

    void aSilentFolderHoldsNobodyAndNothingOldCounts()
    {
        JobTracker::Options own = options();
        own.folderPatience = std::chrono::milliseconds(250);
        m_tracker = std::make_unique<JobTracker>(own);
        const QString folder = m_servers.settings().exportFolder;
        QStringList ids;
        for (int at = 0; at < 3; ++at) {
            const QString id = submit(QStringLiteral("Job %1").arg(at));
            exports::JobStatus status = statusOf(id);
            status.state = exports::JobState::Completed;
            status.fileName = QStringLiteral("report_%1_20261122_120000.pdf").arg(id);
            status.fileSize = 5;
            status.completedAt = m_now;
            QVERIFY(AtomicFile::write(folder + u'/' + status.fileName, "12345"));
            write(status);
            ids << id;
        }
        run({"DEL", "exports"});
        for (const QString &id : ids)
            QTRY_COMPARE((turn(), row(id)->file), FileFact::Present);
        test::SilentFolder silent(folder);
        if (!silent.reason().isEmpty())
            QSKIP(qPrintable(silent.reason()));
        later(6); // asks, and gets no answer
        const QDateTime asked = m_now;
        QVERIFY(!m_tracker->turn()->health.filesSilentSince.isValid()); // it may just be slow
        m_now = m_now.addSecs(6);
        const Result<JobDelta> delta = m_tracker->turn();
        QVERIFY(delta);
        QCOMPARE(delta->health.filesSilentSince, asked);
        QCOMPARE(delta->changed.size(), 3);
        for (const QString &id : ids) {
            QCOMPARE(row(id)->file, FileFact::Silent);
            QCOMPARE(row(id)->contradiction, Contradiction::None);
        }
        // What happens meanwhile is seen, but for the files.
        const QString late = submit(QStringLiteral("Late"));
        exports::JobStatus status = statusOf(late);
        status.state = exports::JobState::Completed;
        status.fileName = QStringLiteral("report_%1_20261122_120000.pdf").arg(late);
        write(status);
        run({"DEL", "exports"});
        later(1);
        QCOMPARE(row(late)->state, RowState::Completed);
        QCOMPARE(row(late)->file, FileFact::Silent);
        silent.answer();
        QTRY_VERIFY(!m_tracker->turn()->health.filesSilentSince.isValid());
        // What waited had failed: a moment ago nothing was mounted.
        QVERIFY(QTest::qWaitFor([&] { return later(6), row(late)->file == FileFact::Gone; }, 60'000));
        for (const QString &id : ids)
            QVERIFY(QTest::qWaitFor([&] { return later(6), row(id)->file == FileFact::Present; }, 60'000));
    }

    void aJobGoesItsWay()
    {
        const QString id = submit(QStringLiteral("Way"));
        turn();
        lease();
        run({"LMOVE", "exports", "exports:processing:barn:1:0", "RIGHT", "LEFT"});
        exports::JobStatus status = statusOf(id);
        status.worker = QStringLiteral("barn:1:0");
        status.attempt = 1;
        status.startedAt = m_now;
        status.stage = QStringLiteral("Making crops");
        status.totalDetections = 400;
        status.processedCount = 0;
        write(status);
        turn();
        QCOMPARE(row(id)->state, RowState::Running);
        QCOMPARE(row(id)->stage, QStringLiteral("Making crops"));
        QCOMPARE(row(id)->hand->worker, QStringLiteral("barn:1:0"));

        m_now = m_now.addSecs(2);
        status.processedCount = 100;
        write(status);
        turn();
        QCOMPARE(row(id)->percent, 25);
        QCOMPARE(row(id)->itemsPerSecond, 50.0);
        QCOMPARE(row(id)->secondsLeft, 6);

        QFile file(m_servers.settings().exportFolder + QStringLiteral("/report_x.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("12345");
        file.close();
        status.state = exports::JobState::Completed;
        status.fileName = QStringLiteral("report_x.pdf");
        status.fileSize = 5;
        status.completedAt = m_now;
        write(status);
        run({"DEL", "exports:processing:barn:1:0"});
        turn();
        QCOMPARE(row(id)->state, RowState::Completed);
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        QCOMPARE(row(id)->file, FileFact::Present);
        QVERIFY(std::abs(m_now.secsTo(row(id)->expiresAt) - 3600) <= 2);
        QList<TimelineEvent::Kind> kinds;
        for (const TimelineEvent &event : row(id)->timeline)
            kinds << event.kind;
        using Kind = TimelineEvent::Kind;
        QCOMPARE(kinds, (QList<Kind>{Kind::Asked, Kind::Taken, Kind::Stage, Kind::Completed}));

        // The file goes: after the check's few seconds and the grace.
        QVERIFY(AtomicFile::write(m_servers.settings().exportFolder + QStringLiteral("/another"), "x"));
        QVERIFY(file.remove());
        later(6);
        later(2);
        QCOMPARE(row(id)->contradiction, Contradiction::FileGone);
        QCOMPARE(row(id)->mending, Mending::RunAgain);

        run({"DEL", "export_job:" + id.toUtf8()});
        turn();
        QCOMPARE(row(id)->state, RowState::Removed);
        QCOMPARE(row(id)->title, QStringLiteral("Way"));
    }

    void aStoppedWorkerIsNamed()
    {
        const QString id = submit(QStringLiteral("Stopped"));
        lease();
        run({"LMOVE", "exports", "exports:processing:barn:1:0", "RIGHT", "LEFT"});
        turn();
        QCOMPARE(row(id)->state, RowState::Running);
        run({"DEL", "exports:alive:barn:1:0"});
        turn();
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        later(2);
        QCOMPARE(row(id)->contradiction, Contradiction::HolderStopped);
        QCOMPARE(row(id)->mending, Mending::PutBackInQueue);
        QVERIFY(row(id)->hand->lastAlive.isValid());
    }

    void nobodyHoldsItIsSaidOnlyWhenItLasts()
    {
        const QString id = adrift(QStringLiteral("Adrift"));
        turn();
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        later(2);
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        later(2);
        QCOMPARE(row(id)->contradiction, Contradiction::NobodyHoldsIt);
    }

    void whatCantBeReadInAWorkersHandsIsNotNothing()
    {
        const QString id = adrift(QStringLiteral("Adrift"));
        run({"SET", "exports:processing:barn:1:0", "no list"});
        turn();
        later(4);
        const Health health = turn().health;
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        QVERIFY(!health.warnings.isEmpty());
        run({"DEL", "exports:processing:barn:1:0"});
        turn();
        later(4);
        QCOMPARE(row(id)->contradiction, Contradiction::NobodyHoldsIt);
    }

    /// Celery acknowledges before the task begins: all that shows that it is being made is that the key is written.
    void whatAPythonWorkerMayBeMakingIsNotPutBack()
    {
        const QString id = submit(QStringLiteral("Python"));
        run({"RPOP", "exports"});
        exports::JobStatus status = statusOf(id);
        turn();
        pythonBeat();
        turn();
        QVERIFY(status.worker.isEmpty());
        status.totalDetections = 300;
        for (int seconds = 0; seconds < 300; seconds += 100) {
            status.processedCount = seconds;
            write(status);
            later(100);
            QCOMPARE(row(id)->state, RowState::Running);
            QCOMPARE(row(id)->contradiction, Contradiction::None);
        }
        // It doesn't write any more; while it works it need not beat.
        later(121);
        QCOMPARE(row(id)->contradiction, Contradiction::HolderUnheard);
        QCOMPARE(row(id)->mending, Mending::None);
        // After it took its leave nobody is at it.
        beat("worker.offline",
             R"({"type":"worker-offline","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})");
        turn();
        later(121);
        QCOMPARE(row(id)->contradiction, Contradiction::NobodyHoldsIt);
        QCOMPARE(row(id)->mending, Mending::PutBackInQueue);
    }

    /// With --without-heartbeat nobody hears it: only what it wrote tells of it.
    void aPythonWorkerThatNeverBeatsIsNotTakenForGone()
    {
        const QString wrote = submit(QStringLiteral("Wrote"));
        const QString silent = submit(QStringLiteral("Silent"));
        run({"DEL", "exports"});
        exports::JobStatus status = statusOf(wrote);
        status.totalDetections = 300;
        status.processedCount = 100;
        write(status);
        turn();
        turn();
        later(121);
        QCOMPARE(row(wrote)->contradiction, Contradiction::HolderUnheard);
        QCOMPARE(row(wrote)->mending, Mending::None);
        QCOMPARE(row(silent)->contradiction, Contradiction::NobodyHoldsIt);
        QCOMPARE(row(silent)->mending, Mending::PutBackInQueue);
    }

    void whoCantHearPythonWorkersPutsNothingBack()
    {
        run({"ACL", "SETUSER", "deaf", "on", ">look", "~*", "+@all", "resetchannels"});
        JobTracker::Options deaf = options();
        deaf.redis.username = QStringLiteral("deaf");
        deaf.redis.password = QStringLiteral("look");
        m_tracker = std::make_unique<JobTracker>(deaf);
        const QString id = submit(QStringLiteral("Python"));
        run({"RPOP", "exports"});
        turn();
        turn();
        later(121);
        QCOMPARE(row(id)->contradiction, Contradiction::HolderUnheard);
        QCOMPARE(row(id)->mending, Mending::None);
        m_tracker.reset();
        run({"ACL", "DELUSER", "deaf"});
    }

    void aPythonWorkerThatIsntHeardIsNotSaidToRun()
    {
        const QString id = submit(QStringLiteral("Python"));
        takeAsPython();
        turn();
        pythonBeat();
        turn();
        QVERIFY(row(id)->hand->alive);
        later(6); // two beats missed
        QVERIFY(!row(id)->hand->alive);
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        later(121);
        QCOMPARE(row(id)->contradiction, Contradiction::HolderUnheard);
        QCOMPARE(row(id)->mending, Mending::None);
        pythonBeat();
        turn();
        QVERIFY(row(id)->hand->alive);
        QCOMPARE(row(id)->contradiction, Contradiction::None);
    }

    void aPythonWorkerThatIsntHeardOutweighsAStoppedOne()
    {
        const QString id = submit(QStringLiteral("Twice"));
        const auto message = m_redis->command({"LINDEX", "exports", "0"});
        QVERIFY(message);
        takeAsPython();
        run({"LPUSH", "exports:processing:barn:1:0", message->text});
        turn();
        later(6);
        later(121);
        QVERIFY(row(id)->hand->python);
        QCOMPARE(row(id)->contradiction, Contradiction::HolderUnheard);
        QCOMPARE(row(id)->mending, Mending::None);
    }

    /// The scan takes several turns to come to its keys.
    void aWorkerThatHasJustStartedHoldsItsJob()
    {
        fillKeySpace();
        for (int turns = 0; turns < 200 && !turn().health.complete; ++turns) {
        }
        const QString id = submit(QStringLiteral("Fresh"));
        m_tracker->expect(id);
        run({"SETEX", "exports:alive:barn:1:0", "60", R"({"host":"barn","pid":1,"job":null})"});
        run({"LMOVE", "exports", "exports:processing:barn:1:0", "RIGHT", "LEFT"});
        exports::JobStatus status = statusOf(id);
        status.worker = QStringLiteral("barn:1:0");
        write(status);
        turn();
        later(4);
        QCOMPARE(row(id)->state, RowState::Running);
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        QVERIFY(row(id)->hand && row(id)->hand->alive);
    }

    void nothingIsAdriftBeforeAllKeysWereSeen()
    {
        fillKeySpace();
        const QString id = adrift(QStringLiteral("Adrift"));
        m_tracker->expect(id);
        turn();
        m_now = m_now.addSecs(4);
        QVERIFY(!turn().health.complete);
        QCOMPARE(row(id)->contradiction, Contradiction::None);
        for (int turns = 0; turns < 200 && !turn().health.complete; ++turns) {
        }
        turn();
        later(4);
        QCOMPARE(row(id)->contradiction, Contradiction::NobodyHoldsIt);
    }

    void whatWaitsInAPriorityListWaits()
    {
        const QByteArray priority = exports::QueueNames(m_servers.settings().redis).priorityQueues().constFirst();
        const QString low = submit(QStringLiteral("Low"));
        run({"RPOPLPUSH", "exports", priority});
        const QString next = submit(QStringLiteral("Next"));
        turn();
        later(130);
        QCOMPARE(row(next)->queuePosition, 1);
        QCOMPARE(row(low)->state, RowState::Queued);
        QCOMPARE(row(low)->queuePosition, 2);
        QCOMPARE(row(low)->queueLength, 2);
        QCOMPARE(row(low)->contradiction, Contradiction::None);
    }

    void whatAPythonWorkerHoldsIsSeen()
    {
        const QString id = submit(QStringLiteral("Python"));
        takeAsPython();
        turn();
        QCOMPARE(row(id)->state, RowState::Running);
        QVERIFY(row(id)->hand->python);
        run({"HDEL", "unacked", "tag-1"});
        turn();
        QVERIFY(!row(id)->hand);
    }

    void resultsOverwrittenBySlowProducersAreSeen()
    {
        const QString id = adrift(QStringLiteral("Overwritten"));
        run({"SET", "celery-task-meta-" + id.toUtf8(),
             R"({"status":"SUCCESS","result":{"filename":"report_y.pdf"},"task_id":"x"})"});
        turn();
        later(4);
        QCOMPARE(row(id)->contradiction, Contradiction::DoneButProcessing);
        QCOMPARE(row(id)->resultText, QStringLiteral("report_y.pdf"));
    }

    /// A successful result that names no file: the folder may.
    void aResultWithoutANameIsSoughtInTheFolder()
    {
        const QString id = adrift(QStringLiteral("Nameless"));
        run({"SET", "celery-task-meta-" + id.toUtf8(), R"({"status":"SUCCESS","result":{}})"});
        const QString folder = m_servers.settings().exportFolder;
        const QString away = folder + QStringLiteral(".away");
        // What a folder that is away or empty doesn't hold may be there all the same.
        QVERIFY(QFile::rename(folder, away));
        turn();
        later(4);
        QCOMPARE(row(id)->contradiction, Contradiction::DoneButProcessing);
        QCOMPARE(row(id)->mending, Mending::None);
        QVERIFY(QDir().mkdir(folder));
        later(6);
        QCOMPARE(row(id)->mending, Mending::None);
        QVERIFY(QDir().rmdir(folder) && QFile::rename(away, folder));
        QVERIFY(AtomicFile::write(folder + QStringLiteral("/another"), "x"));
        later(6);
        QCOMPARE(row(id)->mending, Mending::RunAgain);
        for (const char *time : {"110000", "120000", "100000"})
            QVERIFY(AtomicFile::write(
                folder + QStringLiteral("/report_%1_20261122_%2.pdf").arg(id, QLatin1String(time)), "x"));
        later(6);
        QCOMPARE(row(id)->mending, Mending::AcceptResult);
        QCOMPARE(row(id)->resultText, QStringLiteral("report_%1_20261122_120000.pdf").arg(id));
    }

    /// However long it takes, and whoever asks besides.
    void aSlowListingIsTakenWhenItIsDone()
    {
        std::promise<void> gate;
        std::atomic<int> listings = 0;
        FileWatch watch(QStringLiteral("/slow"), [&, opens = gate.get_future().share()](const QString &) {
            if (++listings == 1)
                opens.wait();
            return std::optional(QStringList{QStringLiteral("report_a_20261122_120000.pdf")});
        });
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const QString c = QStringLiteral("c");
        QVERIFY(!watch.fileOf(a, m_now));
        QVERIFY(!watch.fileOf(b, m_now));
        QVERIFY(!watch.fileOf(c, m_now.addMSecs(500)));
        gate.set_value();
        QTRY_COMPARE(watch.fileOf(a, m_now = m_now.addMSecs(500)), QStringLiteral("report_a_20261122_120000.pdf"));
        QCOMPARE(listings, 1);
        QCOMPARE(watch.fileOf(b, m_now), QString());
        QVERIFY(!watch.fileOf(c, m_now)); // its file may have come after that listing was begun
        QTRY_COMPARE(watch.fileOf(c, m_now = m_now.addMSecs(500)), QString());
        QCOMPARE(listings, 2);
    }

    void foreignAndDamagedThingsDoNoHarm()
    {
        run({"SET", "export_job:odd", "no json at all"});
        run({"SETEX", "export_job:legacy", "3600", R"({"status":"exploded"})"});
        run({"SETEX", "export_job:two\nlines", "3600", "{}"});
        run({"SETEX", "export_job:odd id *!", "3600", "{}"});
        run({"LPUSH", "exports", "not json", R"({"headers":{"task":"other.task","id":"x"}})"});
        const QString id = submit(QStringLiteral("Third"));
        turn();
        QCOMPARE(row(QStringLiteral("odd"))->state, RowState::Unreadable);
        QCOMPARE(row(QStringLiteral("odd"))->raw, QByteArray("no json at all"));
        QCOMPARE(row(QStringLiteral("legacy"))->contradiction, Contradiction::UnreadableStatus);
        QVERIFY(!row(QStringLiteral("two\nlines")));
        QCOMPARE(row(QStringLiteral("odd id *!"))->state, RowState::Unreadable);
        QCOMPARE(row(id)->queuePosition, 3);
    }

    void expiryAndLossAreToldApart()
    {
        const QString lost = submit(QStringLiteral("Lost"));
        const QString old = submit(QStringLiteral("Old"));
        run({"DEL", "exports"});
        run({"PEXPIRE", "export_job:" + old.toUtf8(), "1"});
        turn();
        QTRY_COMPARE(
            m_servers.redisCommand({QStringLiteral("EXISTS"), QStringLiteral("export_job:") + old}).valueOr({}),
            QStringLiteral("0"));
        QVERIFY(m_servers.flushRedis());
        turn();
        QCOMPARE(row(lost)->state, RowState::Lost);
        QCOMPARE(row(lost)->mending, Mending::SubmitAgain);
        if (row(old)) // else it went before it was ever seen
            QCOMPARE(row(old)->state, RowState::Expired);
    }

    void onlyWhatWentWithARestartIsLost()
    {
        const QString before = finished(QStringLiteral("before")).jobId;
        turn();
        m_servers.redis().stop(); // this server keeps nothing
        QVERIFY(!m_tracker->turn());
        QVERIFY(m_servers.redis().start());
        turn();
        QCOMPARE(row(before)->state, RowState::Lost);
        // Made before the restart too, but seen after it (a server that keeps its data): somebody took it away.
        m_redis->disconnect();
        exports::JobStatus after = finished(QStringLiteral("after"));
        after.createdAt = m_now.addSecs(-600);
        write(after);
        m_now = m_now.addSecs(2);
        turn();
        run({"DEL", "export_job:after"});
        turn();
        QCOMPARE(row(after.jobId)->state, RowState::Removed);
    }

    void waitingLongerThanTheKeyIsNotGone()
    {
        const QString id = submit(QStringLiteral("Patient"));
        turn();
        run({"DEL", "export_job:" + id.toUtf8()});
        turn();
        later(4);
        QCOMPARE(row(id)->state, RowState::Queued);
        QCOMPARE(row(id)->contradiction, Contradiction::WaitingStatusExpired);
        QCOMPARE(row(id)->title, QStringLiteral("Patient"));
    }

    void whatWaitsTooLongIsSaidToBeTooLate_data()
    {
        QTest::addColumn<QList<int>>("seconds"); // from now on, until the job's messages hold; 0: always
        QTest::addColumn<bool>("keyGone");
        QTest::addColumn<Contradiction>("contradiction");
        QTest::newRow("its time is over") << QList<int>{-60} << false << Contradiction::WaitedTooLong;
        QTest::newRow("its key's, too") << QList<int>{-60} << true << Contradiction::WaitedTooLong;
        QTest::newRow("its key's alone") << QList<int>{0} << true << Contradiction::WaitingStatusExpired;
        QTest::newRow("not yet over") << QList<int>{3000} << false << Contradiction::None;
        QTest::newRow("another message holds") << QList<int>{-60, 3000} << false << Contradiction::None;
        QTest::newRow("another holds always") << QList<int>{-60, 0} << false << Contradiction::None;
    }

    /// By Redis's time: this machine's clock, an hour ahead, doesn't count.
    void whatWaitsTooLongIsSaidToBeTooLate()
    {
        QFETCH(const QList<int>, seconds);
        QFETCH(const bool, keyGone);
        QFETCH(const Contradiction, contradiction);
        const QString id = submit(QStringLiteral("Friday"));
        const QDateTime begun = QDateTime::currentDateTimeUtc();
        run({"DEL", "exports"});
        for (const int until : seconds) {
            exports::TaskMessage task;
            task.taskId = task.jobId = id;
            task.expires = until == 0 ? QDateTime() : begun.addSecs(until);
            run({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("desk"))});
        }
        m_now = m_now.addSecs(3600);
        turn();
        if (keyGone)
            run({"DEL", "export_job:" + id.toUtf8()});
        turn();
        later(4);
        QCOMPARE(row(id)->state, RowState::Queued);
        QCOMPARE(row(id)->contradiction, contradiction);
        if (seconds.last() == 0)
            QVERIFY(!row(id)->beginBy.isValid());
        else
            QCOMPARE(row(id)->beginBy.toSecsSinceEpoch(), begun.addSecs(seconds.last()).toSecsSinceEpoch());
    }

    void aRedisThatMayOnlyBeReadIsKnown()
    {
        run({"ACL", "SETUSER", "viewer", "on", ">look", "~*", "+@read", "+@connection", "+info"});
        JobTracker::Options viewer = options();
        viewer.redis.username = QStringLiteral("viewer");
        viewer.redis.password = QStringLiteral("look");
        submit(QStringLiteral("Seen"));
        JobTracker tracker(viewer);
        const auto delta = tracker.turn();
        QVERIFY2(delta, qPrintable(test::reason(delta)));
        QVERIFY(delta->health.readOnly);
        QCOMPARE(delta->changed.size(), 1);
        QVERIFY(!turn().health.readOnly);
        run({"ACL", "DELUSER", "viewer"});
    }

    void atRestNeitherKeysNorValuesAreRead()
    {
        for (int at = 0; at < 30; ++at)
            finished(QStringLiteral("done-%1").arg(at));
        QCOMPARE(turn().changed.size(), 30);
        later(2); // their files are found missing, which takes a moment to be believed
        later(2);
        const qint64 before = calls("scan") + calls("mget") + calls("pttl");
        for (int at = 0; at < 5; ++at)
            QVERIFY(turn().changed.isEmpty());
        QCOMPARE(calls("scan") + calls("mget") + calls("pttl"), before);
    }

    void afterAWriteEverythingIsTrueInTheNextTurn()
    {
        QList<exports::JobStatus> jobs;
        for (int at = 0; at < 700; ++at)
            jobs << finished(QStringLiteral("done-%1").arg(at));
        turn();
        later(2);
        later(2);
        QVERIFY(turn().changed.isEmpty());
        // Another producer takes one away, overwrites one, and makes one that nobody announced.
        run({"DEL", "export_job:done-17"});
        jobs[650].state = exports::JobState::Failed;
        jobs[650].error = QStringLiteral("disk is full");
        write(jobs[650]);
        finished(QStringLiteral("new"));
        run({"EXPIRE", "export_job:done-3", "100"});
        turn();
        QCOMPARE(row(QStringLiteral("done-17"))->state, RowState::Removed);
        QCOMPARE(row(QStringLiteral("done-650"))->state, RowState::Failed);
        QCOMPARE(row(QStringLiteral("new"))->state, RowState::Completed);
        for (int at = 0; at < 12; ++at) // times are asked for some keys a turn
            turn();
        QVERIFY(m_now.secsTo(row(QStringLiteral("done-3"))->expiresAt) <= 100);
    }

    void whoMayNotReadTheCountersSeesChangesAllTheSame()
    {
        run({"ACL", "SETUSER", "narrow", "on", ">look", "~*", "+@read", "+@connection", "-info"});
        JobTracker::Options narrow = options();
        narrow.redis.username = QStringLiteral("narrow");
        narrow.redis.password = QStringLiteral("look");
        m_tracker = std::make_unique<JobTracker>(narrow);
        finished(QStringLiteral("done"));
        turn();
        QCOMPARE(row(QStringLiteral("done"))->state, RowState::Completed);
        run({"DEL", "export_job:done"});
        turn();
        QCOMPARE(row(QStringLiteral("done"))->state, RowState::Removed);
        m_tracker.reset();
        run({"ACL", "DELUSER", "narrow"});
    }

    void aStatusWrittenAgainAsItWasLivesOn()
    {
        const exports::JobStatus status = finished(QStringLiteral("again"));
        run({"EXPIRE", "export_job:again", "5"});
        turn();
        run({"EXPIRE", "export_job:again", "3600"});
        later(20); // later than the end last known
        QCOMPARE(row(status.jobId)->state, RowState::Completed);
        QVERIFY(m_now.secsTo(row(status.jobId)->expiresAt) > 3000);
    }

    void pythonWorkersAreKnownByTheirHeartbeat()
    {
        lease();
        QCOMPARE(turn().health.workersOnline, 1);
        // The channel is listened to now.
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})");
        beat("worker.online", R"({"type":"worker-online","hostname":"celery@ml-2","freq":2.0,"sw_ident":"py-celery"})");
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"barn","freq":2.0,"sw_ident":"herdbook-worker"})");
        beat("task.multi", R"([{"type":"task-started","hostname":"celery@ml-3"}])");
        beat("worker.heartbeat", "no json");
        Health health = turn().health;
        QCOMPARE(health.pythonWorkers, 2);
        QCOMPARE(health.workersOnline, 3);
        QVERIFY(!health.warnings.contains(exports::WorkerBeats::doubt()));
        beat("worker.offline",
             R"({"type":"worker-offline","hostname":"celery@ml-2","freq":2.0,"sw_ident":"py-celery"})");
        QCOMPARE(turn().health.pythonWorkers, 1);
        // Two beats missed.
        m_now = m_now.addSecs(6);
        health = turn().health;
        QCOMPARE(health.pythonWorkers, 0);
        QCOMPARE(health.workersOnline, 1);
        // One that may leave exports alone is all there is.
        QVERIFY(m_servers.flushRedis());
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})");
        health = turn().health;
        QCOMPARE(health.workersOnline, 1);
        QVERIFY(health.warnings.contains(exports::WorkerBeats::doubt()));
    }

    /// What was seen before doesn't lie in the future till then.
    void aClockThatIsSetBackHidesNothing()
    {
        const QString folder = m_servers.settings().exportFolder;
        const QString id = submit(QStringLiteral("Held"));
        exports::JobStatus done = finished(QStringLiteral("done"));
        done.fileName = QStringLiteral("report_done_20261122_120000.pdf");
        done.fileSize = 1;
        QVERIFY(AtomicFile::write(folder + u'/' + done.fileName, "x"));
        QVERIFY(AtomicFile::write(folder + QStringLiteral("/another"), "x")); // else its disk may not be mounted
        write(done);
        turn();
        turn();
        QCOMPARE(row(QStringLiteral("done"))->file, FileFact::Present);
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})");
        QCOMPARE(turn().health.pythonWorkers, 1);
        run({"LMOVE", "exports", "exports:processing:barn:1:0", "RIGHT", "LEFT"});
        QVERIFY(QFile::remove(folder + u'/' + done.fileName));
        turn(); // its holder isn't there: not told at once

        m_now = m_now.addSecs(-3600);
        turn();
        QVERIFY(std::abs(m_now.secsTo(row(id)->expiresAt) - 3600) < 30);
        later(7);
        turn();
        later(2);
        QCOMPARE(row(id)->contradiction, Contradiction::HolderStopped);
        QCOMPARE(row(QStringLiteral("done"))->contradiction, Contradiction::FileGone);
        QCOMPARE(turn().health.pythonWorkers, 0);
    }

    void whatRedisDropsIsLostNotRemoved()
    {
        finished(QStringLiteral("dropped"));
        turn();
        run({"CONFIG", "SET", "maxmemory-policy", "allkeys-lru"});
        run({"CONFIG", "SET", "maxmemory", "1"});
        (void)m_redis->command({"SET", "one", "more"}); // makes room
        run({"CONFIG", "SET", "maxmemory", "0"});
        QCOMPARE(m_redis->command({"EXISTS", "export_job:dropped"})->integer, 0);
        const Health health = turn().health;
        QCOMPARE(row(QStringLiteral("dropped"))->state, RowState::Lost);
        QVERIFY2(health.warnings.join(u' ').contains(QLatin1String("has dropped keys")),
                 qPrintable(health.warnings.join(u' ')));
        run({"CONFIG", "SET", "maxmemory-policy", "noeviction"});
        run({"CONFIG", "RESETSTAT"});
    }

    void workersThatSayTheyCantWorkAreNotOnline()
    {
        lease();
        run({"SETEX", "exports:alive:barn:2:0", "60", R"({"host":"barn","pid":2,"problems":["No rights"]})"});
        run({"SETEX", "exports:alive:barn:2:1", "60", R"({"host":"barn","pid":2})"}); // its other slot
        run({"SETEX", "exports:alive:barn:3:0", "60",
             R"({"host":"barn","pid":3,"warnings":["The clock of barn differs"]})"});
        const Health health = turn().health;
        QCOMPARE(health.workersOnline, 2);
        QCOMPARE(health.workersNotReady, 1);
        QCOMPARE(health.problems, QStringList{QStringLiteral("No rights")});
        QVERIFY(health.warnings.contains(QStringLiteral("The clock of barn differs")));
    }

    void whatIsNoLeaseIsNoWorker()
    {
        run({"SET", "exports:alive:zzz:1:1", "junk"});
        run({"HSET", "exports:alive:zzz:2:1", "host", "zzz"});
        const Health health = turn().health;
        QCOMPARE(health.workersOnline, 0);
        for (const char *key : {"exports:alive:zzz:1:1", "exports:alive:zzz:2:1"})
            QVERIFY2(health.warnings.join(u' ').contains(QLatin1String(key)), qPrintable(health.warnings.join(u' ')));
    }

    void heartbeatsAreHeardByTheRightsCeleryNames()
    {
        run({"ACL", "SETUSER", "listener", "on", ">look", "~*", "+@all", "resetchannels", "&/0.celeryev/*"});
        JobTracker::Options narrow = options();
        narrow.redis.username = QStringLiteral("listener");
        narrow.redis.password = QStringLiteral("look");
        QCOMPARE(narrow.redis.database, 0);
        m_tracker = std::make_unique<JobTracker>(narrow);
        turn();
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})");
        QCOMPARE(turn().health.pythonWorkers, 1);
        m_tracker.reset();
        run({"ACL", "DELUSER", "listener"});
    }

    void behindAKeyPrefixEverythingButStatusesIsLookedFor()
    {
        JobTracker::Options prefixed = options();
        prefixed.redis.keyPrefix = QStringLiteral("herd:");
        m_redis = std::make_unique<storage::Redis>(prefixed.redis, std::chrono::seconds(20));
        m_tracker = std::make_unique<JobTracker>(prefixed);
        lease(); // another deployment's
        const QString id = submit(QStringLiteral("Prefixed"));
        turn();
        QCOMPARE(row(id)->queuePosition, 1);
        QCOMPARE(turn().health.workersOnline, 0);

        run({"SETEX", "herd:exports:alive:barn:2:0", "60", R"({"host":"barn","pid":2,"job":null})"});
        run({"LMOVE", "herd:exports", "herd:exports:processing:barn:2:0", "RIGHT", "LEFT"});
        QCOMPARE(turn().health.workersOnline, 1);
        QCOMPARE(row(id)->hand->worker, QStringLiteral("barn:2:0"));
        run({"DEL", "herd:exports:alive:barn:2:0"});
        turn();
        later(2);
        QCOMPARE(row(id)->mending, Mending::PutBackInQueue);
        const auto mended = Mender(*m_redis, clock(), {}).mend(*row(id));
        QVERIFY2(mended, qPrintable(test::reason(mended)));
        turn();
        QCOMPARE(row(id)->queuePosition, 1);

        const auto popped = m_redis->command({"RPOP", "herd:exports"});
        const QJsonArray entry{QJsonDocument::fromJson(popped->text).object(), QString(), QStringLiteral("exports")};
        run({"HSET", "herd:unacked", "tag-1", QJsonDocument(entry).toJson(QJsonDocument::Compact)});
        turn();
        QVERIFY(row(id)->hand->python);
        run({"SETEX", "herd:exports:cancel:" + id.toUtf8(), "60", "1"});
        turn();
        QVERIFY(row(id)->cancelRequested);
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})", "herd:");
        QCOMPARE(turn().health.pythonWorkers, 1);
    }

    /// What somebody removes was cancelled first: Redis lost nothing.
    void whatSomebodyRemovedIsNotLost()
    {
        const QString id = submit(QStringLiteral("Taken away"));
        turn();
        QVERIFY(exports::removeJob(*m_redis, clock(), id));
        turn();
        QCOMPARE(row(id)->state, RowState::Removed);
        QCOMPARE(row(id)->mending, Mending::None);
    }

    /// A plain `revoke` is for what waits: what a worker has begun it goes on with. And a key that is gone cancels nothing.
    void onlyWhatIsHeededIsBeingCancelled()
    {
        const QString id = submit(QStringLiteral("Revoked"));
        const QByteArray key = "exports:cancel:" + id.toUtf8();
        lease();
        turn();
        run({"SETEX", key, "60", "revoked"});
        turn();
        QVERIFY(row(id)->cancelRequested);
        run({"LMOVE", "exports", "exports:processing:barn:1:0", "RIGHT", "LEFT"});
        turn();
        QVERIFY(row(id)->hand && row(id)->hand->alive);
        QVERIFY(!row(id)->cancelRequested);
        run({"SETEX", key, "60", "1"});
        turn();
        QVERIFY(row(id)->cancelRequested);
        run({"DEL", key});
        turn();
        QVERIFY(!row(id)->cancelRequested);
    }

    void whatBecameOfAJobOutlivesItsHour()
    {
        const QString id = submit(QStringLiteral("Taken away"));
        turn();
        run({"DEL", "exports", "export_job:" + id.toUtf8()});
        later(1);
        const RowState state = row(id)->state;
        QCOMPARE(state, RowState::Lost); // mine, and not finished
        const JobRow past = *row(id);
        m_now = m_now.addSecs(4000);
        m_tracker = std::make_unique<JobTracker>(options());
        m_tracker->learn({past});
        QCOMPARE(turn().changed.size(), 1);
        QCOMPARE(row(id)->state, RowState::Lost);
        QCOMPARE(row(id)->mending, Mending::SubmitAgain);
    }

    /// Where Redis may have lost data while the desktop was closed, nobody is said to have removed anything.
    void whatWentWhileNobodyLookedIsNotKnown()
    {
        finished(QStringLiteral("done"));
        turn();
        JobRow past = fromRecord(toRecord(*row(QStringLiteral("done"))));
        run({"DEL", "export_job:done"});
        const auto learned = [&] {
            m_tracker = std::make_unique<JobTracker>(options());
            m_tracker->learn({past});
            turn();
            return row(QStringLiteral("done"))->state;
        };
        QCOMPARE(learned(), RowState::Removed);
        past.seenIn = QStringLiteral("another 0"); // restarted
        QCOMPARE(learned(), RowState::Gone);
        past.seenIn.clear(); // kept by an earlier version
        QCOMPARE(learned(), RowState::Gone);
        past = fromRecord(toRecord(*row(QStringLiteral("done"))));
        QCOMPARE(learned(), RowState::Gone);
    }

    void theFeedSurvivesRedisAndRemembers()
    {
        QTemporaryDir folder;
        const QString id = submit(QStringLiteral("Remembered"));
        const QString history = folder.filePath(QStringLiteral("history.sqlite"));
        {
            JobFeed feed({options(), history});
            feed.start();
            QTRY_COMPARE(feed.connection().state, FeedConnection::State::Online);
            QTRY_VERIFY(feed.turns() > 1);
            m_servers.redis().stop();
            QTRY_COMPARE(feed.connection().state, FeedConnection::State::Offline);
            QVERIFY(!feed.connection().error.isEmpty());
            QVERIFY(feed.connection().nextTry > feed.connection().since);
            QVERIFY(m_servers.redis().start());
            feed.refresh();
            QTRY_COMPARE(feed.connection().state, FeedConnection::State::Online);
        }
        // The private Redis came back empty; the next window still knows the job and what became of it.
        JobFeed feed({options(), history});
        QHash<QString, JobRowPtr> rows;
        connect(&feed, &JobFeed::delivered, this, [&rows](const JobDelta &delta) {
            for (const JobRowPtr &changed : delta.changed)
                rows.insert(changed->id, changed);
        });
        feed.start();
        QTRY_VERIFY(rows.contains(id));
        QCOMPARE(rows.value(id)->state, RowState::Lost);
        QCOMPARE(rows.value(id)->title, QStringLiteral("Remembered"));
    }

    void aHistoryThatIsHeldLosesNothing_data()
    {
        QTest::addColumn<bool>("fromTheStart");
        QTest::newRow("from the start") << true;
        QTest::newRow("later") << false;
    }

    /// Another program holds the file for a while: nothing is missing in it afterwards, and nothing is said to be.
    void aHistoryThatIsHeldLosesNothing()
    {
        QFETCH(const bool, fromTheStart);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("history.sqlite"));
        const auto open = [&] {
            const RedisSettings redis = options().redis;
            return JobHistory::open(path,
                                    QStringLiteral("%1:%2/%3").arg(redis.host).arg(redis.port).arg(redis.database));
        };
        JobRow old;
        old.id = QStringLiteral("forgotten");
        old.createdAt = m_now.addDays(-1);
        old.state = RowState::Expired;
        QVERIFY((*open())->write({std::make_shared<const JobRow>(old)}));
        storage::OwnDatabase other("QSQLITE");
        other.setDatabaseName(path);
        QVERIFY(other.open());
        const auto hold = [&other] { return other.exec(QStringLiteral("BEGIN IMMEDIATE")).lastError().type(); };

        JobFeed feed({options(), path});
        if (fromTheStart)
            QCOMPARE(hold(), QSqlError::NoError);
        feed.start();
        QTRY_VERIFY(feed.turns() > 1);
        if (!fromTheStart)
            QCOMPARE(hold(), QSqlError::NoError);
        const QString kept = submit(QStringLiteral("Kept"));
        QTRY_VERIFY(feed.historyProblem().contains(QLatin1String("locked")));
        feed.forget({old.id});
        QCOMPARE(other.exec(QStringLiteral("COMMIT")).lastError().type(), QSqlError::NoError);
        QTRY_VERIFY_WITH_TIMEOUT(feed.historyProblem().isEmpty(), 60'000);
        const auto history = open();
        QVERIFY(history);
        const auto rows = (*history)->newest(10);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().id, kept);
    }

    /// What is counted and searched is what is kept, and not the newest of it.
    void allThatTheHistoryKeepsIsShown()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("history.sqlite"));
        QList<JobRowPtr> kept;
        for (int at = 0; at < 2'500; ++at) {
            JobRow old;
            old.id = QStringLiteral("old-%1").arg(at);
            old.createdAt = m_now.addDays(-1).addSecs(-at);
            old.state = RowState::Expired;
            kept << std::make_shared<const JobRow>(old);
        }
        const RedisSettings redis = options().redis;
        const QString source = QStringLiteral("%1:%2/%3").arg(redis.host).arg(redis.port).arg(redis.database);
        QVERIFY((*JobHistory::open(path, source))->write(kept));
        JobFeed feed({options(), path});
        QSet<QString> shown;
        connect(&feed, &JobFeed::delivered, this, [&shown](const JobDelta &delta) {
            for (const JobRowPtr &changed : delta.changed)
                shown << changed->id;
        });
        feed.start();
        QTRY_COMPARE(shown.size(), kept.size());
    }

    void whatWasRemovedAtTheEndDoesntComeBack_data()
    {
        QTest::addColumn<QStringList>("left");
        QTest::newRow("removed") << QStringList();
        QTest::newRow("one of them") << QStringList{QStringLiteral("other")};
        QTest::newRow("not removed") << QStringList{QStringLiteral("other"), QStringLiteral("removed")};
    }

    /// The next feed has learned the job before its removal has come to its end.
    void whatWasRemovedAtTheEndDoesntComeBack()
    {
        QFETCH(const QStringList, left);
        const QStringList ids{QStringLiteral("other"), QStringLiteral("removed")};
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("history.sqlite"));
        const RedisSettings redis = options().redis;
        const QString source = QStringLiteral("%1:%2/%3").arg(redis.host).arg(redis.port).arg(redis.database);
        for (const QString &id : ids) {
            JobRow old;
            old.id = id;
            old.createdAt = m_now.addDays(-1);
            old.state = RowState::Expired;
            QVERIFY((*JobHistory::open(path, source))->write({std::make_shared<const JobRow>(old)}));
        }
        QPromise<ActionOutcome> removal;
        removal.start();
        {
            JobFeed before({options(), path});
            before.start();
            QTRY_VERIFY(before.turns() > 1);
            before.forgetOnce(ids, removal.future());
        }
        JobFeed feed({options(), path});
        QSet<QString> shown;
        connect(&feed, &JobFeed::delivered, this, [&shown](const JobDelta &delta) {
            for (const JobRowPtr &changed : delta.changed)
                shown << changed->id;
            for (const QString &gone : delta.gone)
                shown.remove(gone);
        });
        feed.start();
        QTRY_COMPARE(shown.size(), ids.size());
        removal.addResult(ActionOutcome{static_cast<int>(ids.size() - left.size()),
                                        QStringList(left.isEmpty() ? 0 : 1, QStringLiteral("refused")), left});
        removal.finish();
        finishAll();
        const int turns = feed.turns();
        feed.refresh();
        QTRY_VERIFY(feed.turns() > turns + 1);
        QCOMPARE(shown, QSet<QString>(left.cbegin(), left.cend()));
        QCOMPARE((*JobHistory::open(path, source))->newest(10)->size(), left.size());
    }

    void retriesGetRarer()
    {
        QCOMPARE(retryDelay(1, 0).count(), 1000);
        QCOMPARE(retryDelay(2, 1).count(), 1600);
        QCOMPARE(retryDelay(4, 0).count(), 8000);
        QCOMPARE(retryDelay(5, 0).count(), 15000);
        QCOMPARE(retryDelay(500, 1).count(), 12000);
    }

private:
    JobTracker::Options options() const
    {
        JobTracker::Options options{m_servers.settings().redis, m_servers.settings().exportFolder,
                                    QStringLiteral("anna@desk"), clock()};
        options.folderPatience = std::chrono::minutes(1);
        return options;
    }
    Clock clock() const
    {
        return [this] { return m_now; };
    }
    QString submit(const QString &title)
    {
        exports::ExportRequest request;
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 20);
        request.title = title;
        const auto id = exports::JobStore(*m_redis, clock()).submit({request, QStringLiteral("anna@desk"), {}, {}, -1});
        return id.valueOr({});
    }
    exports::JobStatus statusOf(const QString &id)
    {
        return exports::JobStore(*m_redis, clock()).status(id).valueOr({});
    }
    void write(const exports::JobStatus &status) { QVERIFY(exports::JobStore(*m_redis, clock()).write(status)); }
    void run(const QByteArrayList &command)
    {
        const auto done = m_redis->command(command);
        QVERIFY2(done, qPrintable(test::reason(done)));
    }
    exports::JobStatus finished(const QString &id)
    {
        exports::JobStatus status;
        status.jobId = id;
        status.kind = exports::ExportKind::Pdf;
        status.state = exports::JobState::Completed;
        status.createdAt = status.completedAt = m_now;
        status.fileName = QStringLiteral("report_%1.pdf").arg(id);
        write(status);
        return status;
    }
    /// Said to be processing, and in nobody's hands.
    QString adrift(const QString &title)
    {
        const QString id = submit(title);
        exports::JobStatus status = statusOf(id);
        status.worker = QStringLiteral("barn:1:0");
        write(status);
        run({"DEL", "exports"});
        return id;
    }
    /// How often a command was called on this server.
    qint64 calls(const QByteArray &command)
    {
        const QByteArray text = m_redis->command({"INFO", "commandstats"}).valueOr({}).text;
        const QByteArray name = "cmdstat_" + command + ":calls=";
        const qsizetype at = text.indexOf(name);
        return at < 0 ? 0 : text.mid(at + name.size(), text.indexOf(',', at) - at - name.size()).toLongLong();
    }
    /// Publishes an event as kombu does, with the body in base64.
    void beat(const QByteArray &routingKey, const QByteArray &body, const QByteArray &prefix = {})
    {
        const QJsonObject envelope{
            {QStringLiteral("body"), QString::fromLatin1(body.toBase64())},
            {QStringLiteral("content-encoding"), QStringLiteral("utf-8")},
            {QStringLiteral("content-type"), QStringLiteral("application/json")},
            {QStringLiteral("headers"), QJsonObject()},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("body_encoding"), QStringLiteral("base64")},
                         {QStringLiteral("delivery_tag"), QStringLiteral("tag")},
                         {QStringLiteral("delivery_info"),
                          QJsonObject{{QStringLiteral("exchange"), QStringLiteral("celeryev")},
                                      {QStringLiteral("routing_key"), QString::fromLatin1(routingKey)}}}}}};
        const QByteArray channel =
            prefix + '/' + QByteArray::number(m_servers.settings().redis.database) + ".celeryev/" + routingKey;
        const auto heard = m_redis->command({"PUBLISH", channel, QJsonDocument(envelope).toJson()});
        QVERIFY(heard);
        if (routingKey.startsWith("worker."))
            QCOMPARE(heard->integer, 1);
    }
    void pythonBeat()
    {
        beat("worker.heartbeat",
             R"({"type":"worker-heartbeat","hostname":"celery@ml-1","freq":2.0,"sw_ident":"py-celery"})");
    }
    /// The next message, not yet acknowledged.
    void takeAsPython()
    {
        const auto popped = m_redis->command({"RPOP", "exports"});
        QVERIFY(popped);
        const QJsonArray entry{QJsonDocument::fromJson(popped->text).object(), QString(), QStringLiteral("exports")};
        run({"HSET", "unacked", "tag-1", QJsonDocument(entry).toJson(QJsonDocument::Compact)});
    }
    /// With keys of others, more than a few turns' scan goes through.
    void fillKeySpace() { run({"EVAL", "for i = 1, 200000 do redis.call('SET', 'other:' .. i, i) end", "0"}); }
    void lease() { run({"SETEX", "exports:alive:barn:1:0", "60", R"({"host":"barn","pid":1,"job":null})"}); }
    JobDelta turn()
    {
        auto delta = m_tracker->turn();
        if (!delta)
            qWarning("%s", qPrintable(delta.error().message));
        return delta ? *delta : JobDelta{};
    }
    void later(int seconds)
    {
        m_now = m_now.addSecs(seconds);
        turn();
    }
    JobRowPtr row(const QString &id) const
    {
        for (const JobRowPtr &known : m_tracker->rows()) {
            if (known->id == id)
                return known;
        }
        return nullptr;
    }

    test::Servers m_servers;
    QDateTime m_now;
    std::unique_ptr<storage::Redis> m_redis;
    std::unique_ptr<JobTracker> m_tracker;
};

QTEST_GUILESS_MAIN(TestJobTracker)
#include "test_jobtracker.moc"
