// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobcontrol.h"
#include "core/exports/jobstore.h"
#include "core/exports/taskmessage.h"
#include "core/jobs/tracking/jobtracker.h"
#include "tests/support/servers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <ctime>
#include <unistd.h>

using namespace herdbook;
using namespace herdbook::jobs;

namespace {

/// Memory of this process, as /proc tells.
double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

/// More in Redis than anybody wants to see: memory and work stay bounded, what isn't shown is counted, and what matters is shown all the same.
class TestJobCrowd : public QObject
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
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis, std::chrono::seconds(60));
    }

    void whatHasNoRoomIsCounted()
    {
        statuses(200, R"({"status":"completed","job_id":"j%d","created_at":"2026-11-22T14:30:45.123456"})");
        run({"SET", "export_job:mine", R"({"status":"processing","job_id":"mine"})"});
        JobTracker tracker(options(50));
        tracker.expect(QStringLiteral("mine"));
        Health health = turn(tracker);
        QVERIFY(health.complete);
        QCOMPARE(tracker.rows().size(), 50);
        QVERIFY(health.jobsNotShown >= 151 && health.jobsNotShown < 160); // a scan may meet some twice
        QVERIFY(row(tracker, QStringLiteral("mine")));

        // What is waiting or in a worker's hands has its place.
        const QString waiting = submit();
        health = turn(tracker);
        QCOMPARE(row(tracker, waiting)->queuePosition, 1);
        QCOMPARE(tracker.rows().size(), 51);
        QVERIFY(health.jobsNotShown >= 151 && health.jobsNotShown < 160); // a scan may meet some twice

        // Room that is given back is used, and the count follows.
        statuses(200, {});
        for (int turns = 0; turns < 5; ++turns)
            health = turn(tracker);
        QCOMPARE(health.jobsNotShown, 0);
        QVERIFY(row(tracker, QStringLiteral("mine")));
    }

    void ofALongQueueTheNextAreKnownAndNobodyIsDoubted()
    {
        QStringList ids;
        for (int at = 0; at < QueueReader::MostTasks + 300; ++at)
            ids << submit();
        JobTracker tracker(options(20'000));
        Health health;
        for (int turns = 0; turns < 3; ++turns)
            health = turn(tracker);
        QCOMPARE(health.queueLength, ids.size());
        QCOMPARE(row(tracker, ids.at(QueueReader::MostTasks - 1))->queuePosition, QueueReader::MostTasks);
        QCOMPARE(row(tracker, ids.last())->queuePosition, 0);
        // Those at the end: nobody can say that nobody holds them.
        m_ahead = 600;
        turn(tracker);
        turn(tracker);
        for (const JobRowPtr &each : tracker.rows()) {
            QVERIFY2(each->contradiction == Contradiction::None, qPrintable(each->id));
            QCOMPARE(each->state, RowState::Queued);
        }
        // They move up as others are taken, also out of the middle.
        run({"LREM", "exports", "1", m_redis->command({"LINDEX", "exports", "-1000"})->text});
        run({"RPOP", "exports", "100"});
        turn(tracker);
        QCOMPARE(row(tracker, ids.at(QueueReader::MostTasks))->queuePosition, QueueReader::MostTasks - 100);
        run({"RPOP", "exports", "1000"});
        turn(tracker);
        QCOMPARE(row(tracker, ids.last())->queuePosition, ids.size() - 1101);
        // As soon as all places are known, who has none is doubted again.
        run({"SET", "export_job:lost", R"({"status":"processing","job_id":"lost","worker":"barn:1:0"})"});
        turn(tracker);
        m_ahead += 600;
        turn(tracker);
        QCOMPARE(row(tracker, QStringLiteral("lost"))->contradiction, Contradiction::NobodyHoldsIt);
    }

    void memoryAndWorkAreBounded_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::addColumn<int>("others");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("finished")
            << 60'000 << 200'000
            << QByteArray(
                   R"({"status":"completed","job_id":"j%d","created_at":"2026-11-22T14:30:45.123456","kind":"pdf",)"
                   R"("filename":"report_j%d_20261122_143045.pdf","file_size_bytes":123456,"requested_by":"anna@desk",)"
                   R"("completed_at":"2026-11-22T14:31:45.123456"})");
        QTest::newRow("processing")
            << 25'000 << 0
            << QByteArray(
                   R"({"status":"processing","job_id":"j%d","created_at":"2026-11-22T14:30:45.123456","kind":"pdf"})");
    }

    /// Many jobs among many keys of others, and somebody who writes all the time.
    void memoryAndWorkAreBounded()
    {
        QFETCH(int, jobs);
        QFETCH(int, others);
        QFETCH(QByteArray, status);
        statuses(jobs, status);
        run({"EVAL", "for i = 1, ARGV[1] do redis.call('SET', 'exporter:' .. i, i) end", "0",
             QByteArray::number(others)});
        for (int at = 0; at < 5; ++at) // monsters
            run({"SET", "export_job:j" + QByteArray::number(at), QByteArray(20 << 20, '{')});
        const double before = residentMegabytes();
        JobTracker tracker(options(20'000));
        Health health;
        double worst = 0;
        int turns = 0;
        const double start = processorSeconds();
        for (; turns < 1000 && (!health.complete || turns < 20); ++turns) {
            run({"SET", "somebody", "writes"});
            const double began = processorSeconds();
            health = turn(tracker);
            worst = std::max(worst, processorSeconds() - began);
        }
        const double grown = residentMegabytes() - before;
        qInfo("%lld jobs listed, about %lld more; memory +%.0f MB; a turn of 500 ms takes %.1f ms of processor on "
              "average (%.1f%% of a core), %.0f ms at most; known whole after %d turns",
              static_cast<long long>(tracker.rows().size()), static_cast<long long>(health.jobsNotShown), grown,
              (processorSeconds() - start) / turns * 1000, (processorSeconds() - start) / turns / 0.5 * 100,
              worst * 1000, turns);
        QVERIFY(health.complete);
        QCOMPARE(tracker.rows().size(), 20'000);
        QVERIFY(std::abs(health.jobsNotShown - (jobs - 20'000)) < jobs / 100);
        QVERIFY2(grown < 250, qPrintable(QString::number(grown)));
    }

    /// Each a ZIP of some 10,000 detections, and two messages that no answer of Redis may hold: in the queue and in a worker's hands.
    void largeMessagesHideNothing()
    {
        constexpr int Count = 200;
        for (int at = 0; at < Count; ++at)
            run({"LPUSH", "exports", largeMessage(QStringLiteral("large-%1").arg(at))});
        run({"EVAL", "for _, key in ipairs(KEYS) do redis.call('LPUSH', key, string.rep('x', 73400320)) end", "2",
             "exports", "exports:processing:barn:1:0"});
        run({"SET", "exports:alive:barn:1:0", R"({"host":"barn"})"});
        for (int at = 0; at < 120; ++at) {
            const QByteArray message = largeMessage(QStringLiteral("python-%1").arg(at));
            const QJsonArray entry{QJsonDocument::fromJson(message).object(), QString(), QStringLiteral("exports")};
            run({"HSET", "unacked", QByteArray::number(at), QJsonDocument(entry).toJson(QJsonDocument::Compact)});
        }
        JobTracker tracker(options(20'000));
        const QString last = QStringLiteral("large-%1").arg(Count - 1);
        Health health;
        for (int turns = 0; turns < 100 && !(row(tracker, last) && row(tracker, last)->queuePosition > 0); ++turns)
            health = turn(tracker);
        QCOMPARE(health.queueLength, Count + 1);
        QCOMPARE(health.workersOnline, 1);
        QCOMPARE(row(tracker, last)->queuePosition, Count);
        QCOMPARE(row(tracker, QStringLiteral("large-0"))->queuePosition, 1);
        QVERIFY(row(tracker, QStringLiteral("python-119")));
        const auto cancelled = exports::cancelJob(*m_redis, systemClock(), QStringLiteral("large-100"));
        QVERIFY2(cancelled, qPrintable(test::reason(cancelled)));
        QCOMPARE(m_redis->command({"LLEN", "exports"})->integer, Count);
        for (int turns = 0; turns < 100 && row(tracker, last)->queuePosition != Count - 1; ++turns)
            turn(tracker);
        QCOMPARE(row(tracker, last)->queuePosition, Count - 1);
    }

    void moreWorkersThanCanBeLookedAtAreSaid()
    {
        run({"EVAL", "for i = 1, 3000 do redis.call('SET', 'exports:alive:h:' .. i .. ':0', '{\"host\":\"h\"}') end",
             "0"});
        JobTracker tracker(options(50));
        const Health health = turn(tracker);
        QCOMPARE(health.workersOnline, 1000);
        QVERIFY2(health.warnings.join(u' ').contains(QStringLiteral("more workers, than are looked at")),
                 qPrintable(health.warnings.join(u' ')));
    }

private:
    JobTracker::Options options(size_t most)
    {
        return {m_servers.settings().redis,
                m_servers.settings().exportFolder,
                QStringLiteral("anna@desk"),
                [this] { return QDateTime::currentDateTimeUtc().addSecs(m_ahead); },
                most,
                std::chrono::minutes(1)};
    }
    QString submit()
    {
        exports::ExportRequest request;
        request.start = QDate(2026, 8, 24);
        request.end = QDate(2026, 11, 20);
        return exports::JobStore(*m_redis, systemClock()).submit({request, {}, {}, {}, -1}).valueOr({});
    }
    /// 600 kB.
    static QByteArray largeMessage(const QString &id)
    {
        exports::TaskMessage task;
        task.taskId = task.jobId = id;
        task.request = QJsonObject{{QLatin1String("title"), QString(450'000, u'x')}};
        return exports::encodeTask(task, QStringLiteral("h"));
    }
    void run(const QByteArrayList &command)
    {
        const auto done = m_redis->command(command);
        QVERIFY2(done, qPrintable(test::reason(done)));
    }
    /// Writes the same status of many jobs, or deletes them.
    void statuses(int count, const QByteArray &status)
    {
        run({"EVAL",
             "for i = 0, ARGV[1] - 1 do local key = 'export_job:j' .. i "
             "if ARGV[2] == '' then redis.call('DEL', key) else "
             "redis.call('SETEX', key, 3600, (string.gsub(ARGV[2], '%%d', i))) end end",
             "0", QByteArray::number(count), status});
    }
    static Health turn(JobTracker &tracker)
    {
        const auto delta = tracker.turn();
        if (!delta)
            qWarning("%s", qPrintable(delta.error().message));
        return delta ? delta->health : Health{};
    }
    static JobRowPtr row(const JobTracker &tracker, const QString &id)
    {
        const QList<JobRowPtr> rows = tracker.rows();
        const auto at = std::ranges::find_if(rows, [&](const JobRowPtr &each) { return each->id == id; });
        return at == rows.end() ? nullptr : *at;
    }

    test::Servers m_servers;
    std::unique_ptr<storage::Redis> m_redis;
    qint64 m_ahead = 0; ///< seconds the clock here has gone on
};

QTEST_GUILESS_MAIN(TestJobCrowd)
#include "test_jobcrowd.moc"
