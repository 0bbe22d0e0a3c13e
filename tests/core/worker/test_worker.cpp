// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/workbench.h"

#include <QTest>

using namespace herdbook;
using exports::JobState;

/// A worker with its real Redis: the way of a job from the queue to its end.
class TestWorker : public QObject
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
        m_redis = std::make_unique<storage::Redis>(m_servers.settings().redis);
    }

    void makesAReport();
    void makesAZipAndCountsIt();

private:
    exports::JobStore store() { return {*m_redis, systemClock()}; }
    Result<exports::JobStatus> status(const QString &id) { return store().status(id); }
    bool isFinished(const QString &id)
    {
        const auto now = status(id);
        return now && now->isFinished();
    }

    test::Servers m_servers;
    std::unique_ptr<storage::Redis> m_redis;
};

void TestWorker::makesAReport()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const auto id = store().submit({test::someReport(), QStringLiteral("ann@ranch"), {}, {}, -1});
    QVERIFY2(id, qPrintable(test::reason(id)));
    QTRY_VERIFY(isFinished(*id));
    const exports::JobStatus done = *status(*id);
    QCOMPARE(done.state, JobState::Completed);
    QCOMPARE(done.error, QString());
    QCOMPARE(exports::jobIdOfFile(done.fileName), *id);
    QCOMPARE(done.downloadUrl, exports::downloadUrl(done.fileName));
    QCOMPARE(done.requestedBy, QStringLiteral("ann@ranch"));
    QCOMPARE(done.attempt, 1);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{done.fileName});
    QCOMPARE(done.fileSize, QFileInfo(m_servers.settings().exportFolder + u'/' + done.fileName).size());
    const auto left = m_redis->command({"TTL", exports::statusKey(*id)});
    QVERIFY(left->integer > 3590 && left->integer <= 3600);
    QCOMPARE(m_redis->command({"KEYS", "exports:processing:*"})->items.size(), size_t{0});
}

void TestWorker::makesAZipAndCountsIt()
{
    const test::RunningWorker worker(test::quickOptions(m_servers.settings()));
    const auto id = store().submit({test::someZip(25), {}, {}, {}, 25});
    QVERIFY(id);
    QTRY_VERIFY(isFinished(*id));
    QCOMPARE(status(*id)->state, JobState::Completed);
    QCOMPARE(status(*id)->totalDetections, 25);
    QCOMPARE(status(*id)->processedCount, 25);
    QCOMPARE(status(*id)->percent(), 100);
}

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
