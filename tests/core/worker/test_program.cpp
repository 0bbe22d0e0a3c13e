// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"
#include "core/demo/childprocess.h"
#include "core/exports/taskmessage.h"
#include "tests/core/render/photos.h"
#include "tests/core/season/farm.h"
#include "tests/core/worker/workbench.h"
#include "tests/support/heartbeat.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace herdbook;
using exports::JobState;

/// herdbook-worker itself: real reports and data sets out of a real database, signals, exit codes.
class TestProgram : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void makesRealExports();
    void lockedTableIsWaitedForAndToldSo();
    void failsWithTheMakersWords();
    void killedInTheMiddleOfAZip();
    void killedBeforeAProducersLateProcessing();
    void handsBackWithinTenSecondsOfSigterm();
    void endsWithinTenSecondsBeforeAFrozenDatabase_data();
    void endsWithinTenSecondsBeforeAFrozenDatabase();
    void fullDiskIsToldInEveryFormat_data();
    void fullDiskIsToldInEveryFormat();
    void exitCodes_data();
    void exitCodes();

private:
    demo::ChildCommand command(const QStringList &arguments)
    {
        demo::ChildCommand command;
        command.program = qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-worker");
        command.arguments = arguments;
        command.logFile = m_log.filePath(QStringLiteral("log"));
        Settings settings = m_servers.settings();
        if (m_asReader) {
            settings.postgres.user = QStringLiteral("herdbook");
            settings.postgres.password = QStringLiteral("reader");
        }
        const Variables variables = variablesFromSettings(settings);
        for (auto at = variables.begin(); at != variables.end(); ++at)
            command.environment << at.key() + u'=' + at.value();
        return command;
    }
    demo::ChildProcess startWorker(const QString &name)
    {
        return *demo::ChildProcess::start(command({QStringLiteral("--name"), name}));
    }
    QByteArray log()
    {
        QFile file(m_log.filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Photos on June days, each with two animals; the detections' ids. All photos are one file under many names.
    QStringList fillRanch(int photos, const QSize &size)
    {
        const auto connection = storage::Postgres::open(m_servers.settings().postgres);
        const QString folder = m_servers.settings().imageFolder;
        const QString file = folder + QStringLiteral("/photo.jpg");
        test::writeFile(file, test::jpegOf(test::scenery(size)));
        test::Farm farm;
        const QString creek = farm.location(QStringLiteral("Creek"));
        QStringList ids;
        for (int at = 0; at < photos; ++at) {
            const QString name = QStringLiteral("photo%1.jpg").arg(at);
            ::link(QFile::encodeName(file).constData(), QFile::encodeName(folder + u'/' + name).constData());
            const QString photo = farm.photo(QDateTime(QDate(2026, 6, 1 + at % 30), QTime(6, 0), Qt::UTC), creek,
                                             QStringLiteral("/mnt/images/") + name);
            ids << farm.detection(photo) << farm.detection(photo);
        }
        const Result<void> stored = farm.store(**connection);
        if (!stored)
            qWarning().noquote() << stored.error().message;
        return stored ? ids : QStringList();
    }
    /// Submits a ZIP and stops the worker by SIGSTOP in the middle of making it; the job's id. It is let run a little at a time and
    /// looked at while it stands, and where a machine is so fast that it was done between two looks, a longer ZIP follows.
    QString stopInTheMiddle(const demo::ChildProcess &worker, const QStringList &detections, qsizetype size)
    {
        for (; size <= detections.size(); size *= 2) {
            exports::ExportRequest crops = test::someZip(0);
            crops.detectionIds = detections.first(size);
            const QString id = submit(crops);
            while (!status(id).isFinished()) {
                worker.pauseTree();
                const exports::JobStatus now = status(id);
                if (!now.isFinished() && now.processedCount > 0 && visibleFiles().isEmpty())
                    return id;
                worker.resumeTree();
                QTest::qWait(5);
            }
            QFile::remove(m_servers.settings().exportFolder + u'/' + status(id).fileName);
        }
        qWarning().noquote() << "never in the middle:" << log();
        return {};
    }
    /// From now on the worker comes as a role that has the very rights that the README says suffice.
    void comeAsReader()
    {
        QFile readme(QStringLiteral(HERDBOOK_README));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        const qsizetype from = text.indexOf(QLatin1String("GRANT SELECT ON "));
        QVERIFY(from > 0);
        const auto made = m_servers.sql(
            QStringLiteral("DROP ROLE IF EXISTS herdbook; CREATE ROLE herdbook LOGIN PASSWORD 'reader'; ") +
            text.mid(from, text.indexOf(u'\n', from) - from));
        QVERIFY2(made, qPrintable(test::reason(made)));
        m_asReader = true;
    }
    QStringList visibleFiles() { return QDir(m_servers.settings().exportFolder).entryList(QDir::Files); }
    QByteArray fileOf(const QString &id)
    {
        QFile file(m_servers.settings().exportFolder + u'/' + status(id).fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const QTemporaryDir m_log;
    bool m_asReader = false;
};

void TestProgram::makesRealExports()
{
    const QStringList ids = fillRanch(3, {640, 360});
    comeAsReader();
    QCOMPARE(ids.size(), 6);
    const demo::ChildProcess worker = startWorker(QStringLiteral("one"));
    const QString report = submit(test::someReport());
    exports::ExportRequest crops = test::someZip(0);
    crops.detectionIds = ids;
    const QString zip = submit(crops);
    QTRY_VERIFY2_WITH_TIMEOUT(status(report).isFinished() && status(zip).isFinished(), log().constData(), 60'000);
    QCOMPARE(status(report).error, QString());
    QVERIFY(fileOf(report).startsWith("%PDF-"));
    QCOMPARE(status(zip).error, QString());
    QVERIFY(fileOf(zip).startsWith("PK"));
    QCOMPARE(status(zip).totalDetections, 6);
    QCOMPARE(status(zip).processedCount, 6);
    QTRY_VERIFY(isTidy());
    m_asReader = false;
}

void TestProgram::lockedTableIsWaitedForAndToldSo()
{
    exports::ExportRequest zip = test::someZip(0);
    zip.detectionIds = fillRanch(2, {64, 48});
    const auto other = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(other);
    for (const exports::ExportRequest &request : {test::someReport(), zip}) {
        Result<storage::Transaction> lock = storage::Transaction::begin(**other);
        QVERIFY(lock && (*other)->execute(QStringLiteral("LOCK TABLE images IN ACCESS EXCLUSIVE MODE")));
        const QString id = submit(request);
        const demo::ChildProcess worker = startWorker(QStringLiteral("one"));
        QTRY_COMPARE(status(id).waitingFor, QStringLiteral("database"));
        QCOMPARE(status(id).state, JobState::Processing);
        QVERIFY(lock->commit());
        QTRY_COMPARE(status(id).state, JobState::Completed);
        QVERIFY(status(id).waitingFor.isEmpty());
    }
}

void TestProgram::failsWithTheMakersWords()
{
    const demo::ChildProcess worker = startWorker(QStringLiteral("one"));
    const QString id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Failed);
    QCOMPARE(status(id).error, QStringLiteral("No detections found in the selected date range"));
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList());
}

// Fault 4 of the deployed system: "processing" until it expired, and half a file to download. With the delivered lease of 15 s.
void TestProgram::killedInTheMiddleOfAZip()
{
    const QStringList detections = fillRanch(5'000, {1920, 1080});
    QCOMPARE(detections.size(), 10'000);
    demo::ChildProcess first = startWorker(QStringLiteral("one"));
    const QString id = stopInTheMiddle(first, detections, 300);
    QVERIFY(!id.isEmpty());
    first.signal(SIGKILL);
    QVERIFY(first.waitForExit(60'000));
    QCOMPARE(status(id).state, JobState::Processing);
    QCOMPARE(visibleFiles(), QStringList()); // what there is of the file has a name that is never offered
    QElapsedTimer timer;
    timer.start();
    const demo::ChildProcess second = startWorker(QStringLiteral("two"));
    QTRY_COMPARE_WITH_TIMEOUT(status(id).attempt, 2, 120'000);
    qInfo("taken again after %.1f s", static_cast<double>(timer.elapsed()) / 1000.0);
    QTRY_COMPARE_WITH_TIMEOUT(status(id).state, JobState::Completed, 300'000);
    QCOMPARE(fileOf(id).size(), status(id).fileSize);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList{status(id).fileName});
    QTRY_VERIFY(isTidy());
}

// Fault 2 of the deployed system, at its worst: the producer writes `processing` when the job is done and its worker is dead.
void TestProgram::killedBeforeAProducersLateProcessing()
{
    QVERIFY(!fillRanch(3, {640, 360}).isEmpty());
    exports::TaskMessage task;
    task.jobId = task.taskId = QStringLiteral("late");
    task.request = exports::toJson(test::someReport());
    QVERIFY(m_redis->command({"LPUSH", "exports", exports::encodeTask(task, QStringLiteral("python"))}));
    demo::ChildProcess first = startWorker(QStringLiteral("one"));
    QTRY_VERIFY2_WITH_TIMEOUT(status(task.jobId).isFinished(), log().constData(), 60'000);
    first.signal(SIGKILL);
    QVERIFY(first.waitForExit(60'000));
    const exports::JobStatus done = status(task.jobId);
    QCOMPARE(done.state, JobState::Completed);
    exports::JobStatus processing;
    processing.jobId = task.jobId;
    processing.createdAt = done.createdAt;
    QVERIFY(store().write(processing));
    const demo::ChildProcess second = startWorker(QStringLiteral("two"));
    QTRY_COMPARE_WITH_TIMEOUT(status(task.jobId).state, JobState::Completed, 60'000);
    QCOMPARE(status(task.jobId), done);
    QCOMPARE(fileOf(task.jobId).size(), done.fileSize);
    QTRY_COMPARE(number({"EXISTS", "exports:finished"}), 0);
}

void TestProgram::handsBackWithinTenSecondsOfSigterm()
{
    const QStringList detections = fillRanch(5'000, {1920, 1080});
    demo::ChildProcess worker = startWorker(QStringLiteral("one"));
    const QString id = stopInTheMiddle(worker, detections, detections.size());
    QVERIFY(!id.isEmpty());
    worker.signal(SIGTERM);
    QElapsedTimer timer;
    timer.start();
    // It has 6 s to finish what it has in hand. In these it runs so little that no machine is fast enough for that.
    while (timer.elapsed() < 6'000) {
        worker.signal(SIGCONT);
        if (worker.waitForExit(2))
            break;
        worker.signal(SIGSTOP);
        QTest::qWait(50);
    }
    QVERIFY(timer.elapsed() >= 6'000);
    worker.signal(SIGCONT);
    test::Heartbeat heartbeat; // 10 s are promised, on a machine that runs
    QVERIFY(worker.waitForExit(30'000));
    QVERIFY2(heartbeat.longestGap() < 4'000, qPrintable(QString::number(heartbeat.longestGap())));
    QCOMPARE(worker.exitCode(), 0);
    QVERIFY(isTidy());
    QCOMPARE(status(id).state, JobState::Processing);
    QCOMPARE(status(id).stage, QStringLiteral("queued"));
    QCOMPARE(number({"LLEN", "exports"}), 1);
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList());
}

void TestProgram::endsWithinTenSecondsBeforeAFrozenDatabase_data()
{
    QTest::addColumn<bool>("connected");
    QTest::newRow("while connecting") << false;
    QTest::newRow("in a statement") << true;
}

void TestProgram::endsWithinTenSecondsBeforeAFrozenDatabase()
{
    QFETCH(bool, connected);
    QCOMPARE(fillRanch(3, {640, 360}).size(), 6);
    demo::ChildProcess worker = startWorker(QStringLiteral("one"));
    QTRY_COMPARE(count("exports:alive:*"), 1);
    const auto other = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(other && (*other)->runScript(QStringLiteral("BEGIN; LOCK TABLE images")));
    QString id;
    if (connected) {
        id = submit(test::someReport());
        QTRY_COMPARE(m_servers
                         .sql(QStringLiteral("SELECT count(*)::text FROM pg_stat_activity WHERE wait_event_type = "
                                             "'Lock' AND datname = current_database()"))
                         .valueOr({}),
                     QStringLiteral("1"));
    }
    m_servers.postgres().pause();
    const auto resume = qScopeGuard([this] { m_servers.postgres().resume(); });
    if (!connected)
        id = submit(test::someReport());
    QTRY_COMPARE(status(id).state, JobState::Processing);
    worker.signal(SIGTERM);
    test::Heartbeat heartbeat; // 10 s are promised, on a machine that runs
    QVERIFY(worker.waitForExit(30'000));
    QVERIFY2(heartbeat.longestGap() < 10'000, qPrintable(QString::number(heartbeat.longestGap())));
    QCOMPARE(worker.exitCode(), 0);
    QVERIFY(isTidy());
    QCOMPARE(status(id).stage, QStringLiteral("queued"));
    QCOMPARE(number({"LLEN", "exports"}), 1);
}

void TestProgram::fullDiskIsToldInEveryFormat_data()
{
    QTest::addColumn<bool>("pdf");
    QTest::addColumn<bool>("crops");
    QTest::newRow("report") << true << false;
    QTest::newRow("tables alone") << false << false;
    QTest::newRow("crops and tables") << false << true;
}

// A real small disk, filled up by the job itself; with room again the worker goes on as it is.
void TestProgram::fullDiskIsToldInEveryFormat()
{
    QFETCH(bool, pdf);
    QFETCH(bool, crops);
    if (::geteuid() != 0)
        QSKIP("only root can mount a small disk");
    const QStringList ids = fillRanch(60, {640, 360});
    const QByteArray disk = QFile::encodeName(m_servers.settings().exportFolder);
    QCOMPARE(::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=20k"), 0);
    const auto unmount = qScopeGuard([&] { ::umount2(disk.constData(), MNT_DETACH); });
    exports::ExportRequest request = pdf ? test::someReport() : test::someZip(0);
    if (!pdf)
        request.detectionIds = ids;
    request.includeCrops = crops;
    const demo::ChildProcess worker = startWorker(QStringLiteral("one"));
    // Tables are small: what is left of the disk is less.
    QFile filler(path(QStringLiteral("filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    filler.write(QByteArray(12 << 10, 'x'));
    const QString id = submit(request);
    QTRY_VERIFY2(status(id).isFinished(), log().constData());
    QCOMPARE(status(id).state, JobState::Failed);
    QVERIFY2(status(id).error.contains(QLatin1String("the disk is full")), qPrintable(status(id).error));
    QCOMPARE(visibleFiles(), QStringList{QStringLiteral("filler")});
    QCOMPARE(::mount("tmpfs", disk.constData(), "tmpfs", MS_REMOUNT, "size=64m"), 0);
    const QString next = submit(request);
    QTRY_VERIFY2(status(next).state == JobState::Completed, qPrintable(status(next).error));
}

void TestProgram::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<int>("code");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); };
    QTest::newRow("version") << words("--version") << QString() << 0;
    QTest::newRow("help") << words("--help") << QString() << 0;
    QTest::newRow("unknown option") << words("--fast") << QString() << 2;
    QTest::newRow("no slots") << words("--concurrency 0") << QString() << 2;
    QTest::newRow("no name") << QStringList{QStringLiteral("--name"), QString()} << QString() << 2;
    QTest::newRow("bad setting") << words("") << "REDIS_PORT=none" << 2;
    QTest::newRow("wrong password") << words("") << "REDIS_PASSWORD=wrong" << 5;
    QTest::newRow("no folder") << words("") << "EXPORT_DIR=/proc/exports" << 1;
}

void TestProgram::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, variable);
    QFETCH(int, code);
    demo::ChildCommand given = command(arguments);
    if (!variable.isEmpty()) {
        const QString name = variable.section(u'=', 0, 0) + u'=';
        given.environment.removeIf([&](const QString &each) { return each.startsWith(name); });
        given.environment << variable;
    }
    const Result<int> ended = demo::ChildProcess::run(given);
    QVERIFY(ended);
    QCOMPARE(*ended, code);
    QVERIFY(!log().contains("=wrong"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
