// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause.h"
#include "core/worker/upkeep/cleanup.h"
#include "core/worker/upkeep/folderkeeping.h"
#include "core/worker/upkeep/housekeeping.h"
#include "tests/core/worker/workbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <ctime>

using namespace herdbook;
using exports::JobState;

/// What has to come right when servers fail in the middle, and what is cleaned up afterwards.
class TestUpkeep : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void databaseAwayIsTriedAgain();
    void databaseAwayForGoodIsAFailure();
    void cancelEndsTheWaitForTheDatabase();
    void pausedRedisCostsNoAttempt();
    void expiredFilesAreDeleted();
    void refusedCleanupIsTold();
    void endingWaitsWithoutWork();
    void refusedReassertionsDontMultiply();
    void leftoversOfDeadAttemptsAreDeleted();
};

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
    options.timings.firstRetry = options.timings.longestRetry = options.patience = std::chrono::hours(1);
    const test::RunningWorker worker(options, away);
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).stage, QStringLiteral("Waiting for the database"));
    QVERIFY(m_redis->command({"SETEX", exports::QueueNames().cancelKey(id), "3600", "1"}));
    QTRY_VERIFY(status(id).cancelled && isTidy());
}

// While Redis stands still all leases run out; that makes nobody dead.
void TestUpkeep::pausedRedisCostsNoAttempt()
{
    test::Gate gate;
    auto options = test::quickOptions(m_servers.settings());
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
    // One that can't be deleted, here a folder in its place, keeps its note; whose a file is whose note can't be read, nobody knows.
    const QString stuck = name(QStringLiteral("stuck"));
    const QString unread = name(QString(32, u'a'));
    QVERIFY(folder.announce(stuck) && QDir().mkdir(path(stuck)));
    touch(QStringLiteral(".herdbook/made/") + stuck, 30);
    touch(unread, 30);
    const QString loop = path(QStringLiteral(".herdbook/made/") + unread);
    QVERIFY(QFile::link(loop, loop));
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

    QVERIFY(worker::Cleanup(*m_redis, folder, systemClock(), 24).run());
    QStringList left{known,
                     fresh,
                     foreign,
                     unread,
                     QStringLiteral("notes.txt"),
                     u'.' + name(QStringLiteral("running")) + QStringLiteral(".x2.part")};
    left.sort();
    QStringList found = test::filesIn(m_servers.settings());
    found.sort();
    QCOMPARE(found, left);
    QCOMPARE(exports::notedRetention(m_servers.settings().exportFolder), std::optional(24));
    QCOMPARE(QDir(path(QStringLiteral(".herdbook/made"))).entryList(QDir::Files), (QStringList{fresh, known, stuck}));
    QVERIFY(QDir().rmdir(path(stuck)));
    QVERIFY(worker::Cleanup(*m_redis, folder, systemClock(), 24).run());
    QCOMPARE(QDir(path(QStringLiteral(".herdbook/made"))).entryList(QDir::Files), (QStringList{fresh, known}));
}

// A right that is withdrawn under way.
void TestUpkeep::refusedCleanupIsTold()
{
    QVERIFY(m_redis->command({"ACL", "SETUSER", "narrow", "reset", "on", ">secret", "~*", "&*", "+@all", "-getrange"}));
    auto options = test::quickOptions(m_servers.settings());
    options.settings.redis.username = QStringLiteral("narrow");
    options.settings.redis.password = QStringLiteral("secret");
    options.timings.cleanup = options.timings.outbox = std::chrono::milliseconds(20);
    const worker::ExportFolder folder(options.settings.exportFolder);
    const QString expired = QStringLiteral("report_expired_20260601_120000.pdf");
    QVERIFY(folder.prepare() && folder.announce(expired));
    touch(expired, 30);
    touch(QStringLiteral(".herdbook/made/") + expired, 30);
    worker::Condition condition;
    const auto warnings = [&condition] {
        QJsonObject lease;
        condition.addTo(lease);
        return lease.value(QLatin1String("warnings")).toArray().first().toString();
    };
    worker::Outbox outbox(folder, systemClock());
    worker::Housekeeping housekeeping(options, condition, systemClock());
    const worker::FolderKeeping keeping(options, folder, outbox, housekeeping, condition, systemClock());
    QTRY_VERIFY2(warnings().startsWith(QLatin1String("Expired files can't be deleted: ")), qPrintable(warnings()));
    QVERIFY(QFile::exists(path(expired)));
    QVERIFY(m_redis->command({"ACL", "SETUSER", "narrow", "+getrange"}));
    QTRY_VERIFY(!QFile::exists(path(expired)));
    QTRY_VERIFY(warnings().isEmpty());
}

void TestUpkeep::endingWaitsWithoutWork()
{
    auto options = test::quickOptions(m_servers.settings());
    options.timings.reassert = {std::chrono::milliseconds(1'500), std::chrono::milliseconds(1'500)};
    worker::Condition condition;
    exports::JobStatus status;
    status.jobId = QStringLiteral("job-1");
    status.state = JobState::Completed;
    const auto seconds = [](clockid_t clock) {
        timespec time{};
        clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    };
    auto keeping = std::make_unique<worker::Housekeeping>(options, condition, systemClock());
    keeping->reassertLater(status);
    const double begun = seconds(CLOCK_MONOTONIC);
    const double usedBefore = seconds(CLOCK_PROCESS_CPUTIME_ID);
    keeping.reset(); // looks at the status once more
    const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - usedBefore;
    const double taken = seconds(CLOCK_MONOTONIC) - begun;
    QVERIFY2(used < taken / 4, qPrintable(QStringLiteral("%1 of %2 s").arg(used).arg(taken)));
}

void TestUpkeep::refusedReassertionsDontMultiply()
{
    auto options = test::quickOptions(m_servers.settings());
    options.timings.reassert = {std::chrono::milliseconds(20), std::chrono::milliseconds(20)};
    worker::Condition condition;
    exports::JobStatus status;
    status.jobId = QStringLiteral("job-1");
    status.state = JobState::Completed;
    QVERIFY(m_redis->command({"LPUSH", exports::statusKey(status.jobId), "a list"}));
    worker::Housekeeping keeping(options, condition, systemClock());
    const qint64 before = scriptsRun();
    QElapsedTimer timer;
    timer.start();
    keeping.reassertLater(status);
    QTRY_VERIFY(scriptsRun() > before);
    worker::pause(std::stop_token(), std::chrono::milliseconds(1'000));
    const qint64 run = scriptsRun() - before;
    QVERIFY2(1000 * run < 200 * timer.elapsed(), qPrintable(QString::number(run)));
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
