// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause.h"
#include "tests/core/worker/workbench.h"

#include <QFileInfo>
#include <QTest>

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
    QCOMPARE(exports::stemOfFile(done.fileName), *id);
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

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
