// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/childprocess.h"
#include "tests/core/render/photos.h"
#include "tests/core/season/farm.h"
#include "tests/core/worker/workbench.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace herdbook;
using exports::JobState;

namespace {

/// A disk that never answers: FUSE with nobody behind it. Nothing is mounted where this process may not do so.
class SilentDisk
{
public:
    explicit SilentDisk(const QString &folder)
        : m_folder(QFile::encodeName(folder)), m_device(::open("/dev/fuse", O_RDWR | O_CLOEXEC))
    {
        const QByteArray options =
            "fd=" + QByteArray::number(m_device) + ",rootmode=40000,user_id=0,group_id=0,allow_other";
        m_mounted =
            m_device >= 0 && ::mount("herdbook-test", m_folder.constData(), "fuse", 0, options.constData()) == 0;
    }
    ~SilentDisk()
    {
        if (m_device >= 0)
            ::close(m_device); // who waits gets an error
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SilentDisk(const SilentDisk &) = delete;
    SilentDisk &operator=(const SilentDisk &) = delete;
    bool isMounted() const { return m_mounted; }

private:
    const QByteArray m_folder;
    const int m_device;
    bool m_mounted = false;
};

} // namespace

/// herdbook-worker where disks don't answer, of photos or of the exports, and where fonts are missing. Where FUSE isn't to be had, a pipe that nobody writes to stands for
/// the disk: it holds whoever opens it.
class TestPhotoDisks : public test::Bench
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItWaitsForAndCancels();
    void endsOnSigterm();
    void leavesOutWhatItDiedOf();
    void saysThatTheExportFolderIsSilentAndEnds();
    void endsBeforeAFolderThatIsSilentFromTheStart();
    void refusesWithoutFonts();
    void cleanup()
    {
        m_disk.reset();
        QFile::remove(m_log.filePath(QStringLiteral("log")));
    }

private:
    demo::ChildCommand command(const QStringList &more = {})
    {
        demo::ChildCommand command;
        command.program = qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-worker");
        command.arguments = QStringList{QStringLiteral("--name"), QStringLiteral("one")};
        command.logFile = m_log.filePath(QStringLiteral("log"));
        Variables variables = variablesFromSettings(m_servers.settings());
        variables.insert(QStringLiteral("HERDBOOK_SILENCE_SECONDS"), QStringLiteral("3600"));
        for (auto at = variables.begin(); at != variables.end(); ++at)
            command.environment << at.key() + u'=' + at.value();
        command.environment << more;
        return command;
    }
    QByteArray log()
    {
        QFile file(m_log.filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A ZIP of one detection on a photo that hangs and one on a good one.
    QString submitHanging()
    {
        const auto connection = storage::Postgres::open(m_servers.settings().postgres);
        const QString folder = m_servers.settings().imageFolder;
        const QString disk = folder + QStringLiteral("/disk");
        QDir().mkpath(disk);
        m_disk = std::make_unique<SilentDisk>(disk);
        if (!m_disk->isMounted())
            ::mkfifo(QFile::encodeName(disk + QStringLiteral("/hangs.jpg")).constData(), 0644);
        test::writeFile(folder + QStringLiteral("/good.jpg"), test::jpegOf(test::scenery({640, 360})));
        test::Farm farm;
        const QDateTime time(QDate(2026, 6, 1), QTime(6, 0), Qt::UTC);
        exports::ExportRequest request = test::someZip(0);
        for (const char *name : {"/mnt/images/disk/hangs.jpg", "/mnt/images/good.jpg"})
            request.detectionIds << farm.detection(farm.photo(time, {}, QString::fromLatin1(name)));
        const Result<void> stored = farm.store(**connection);
        return stored ? submit(request) : QString();
    }

    const QTemporaryDir m_log;
    std::unique_ptr<SilentDisk> m_disk;
};

void TestPhotoDisks::saysWhatItWaitsForAndCancels()
{
    const QString id = submitHanging();
    demo::ChildProcess worker = *demo::ChildProcess::start(command());
    QTRY_COMPARE_WITH_TIMEOUT(status(id).waitingFor, QStringLiteral("hangs.jpg"), 60'000);
    QTRY_COMPARE(status(id).processedCount, 1); // the good one went on
    QVERIFY(m_redis->command({"SET", "exports:cancel:" + id.toUtf8(), "1"}));
    QTRY_VERIFY2(status(id).isFinished(), log().constData());
    QVERIFY(status(id).cancelled);
    QTRY_VERIFY(isTidy());
}

void TestPhotoDisks::endsOnSigterm()
{
    const QString id = submitHanging();
    demo::ChildProcess worker = *demo::ChildProcess::start(command());
    QTRY_COMPARE_WITH_TIMEOUT(status(id).waitingFor, QStringLiteral("hangs.jpg"), 60'000);
    worker.signal(SIGTERM);
    QVERIFY2(worker.waitForExit(30'000), log().constData()); // 10 s are promised, on a machine with time
    QCOMPARE(worker.exitCode(), 0);
    QCOMPARE(status(id).stage, QStringLiteral("queued"));
    QCOMPARE(test::filesIn(m_servers.settings()), QStringList());
}

void TestPhotoDisks::leavesOutWhatItDiedOf()
{
    const QString id = submitHanging();
    demo::ChildProcess first = *demo::ChildProcess::start(command());
    QTRY_COMPARE_WITH_TIMEOUT(status(id).waitingFor, QStringLiteral("hangs.jpg"), 60'000);
    QTRY_COMPARE(status(id).processedCount, 1);
    first.signal(SIGKILL);
    QVERIFY(first.waitForExit(60'000));
    // Why the first ended isn't known: the photo is waited for once more.
    demo::ChildProcess second = *demo::ChildProcess::start(command());
    QTRY_COMPARE_WITH_TIMEOUT(status(id).attempt, 2, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(status(id).waitingFor, QStringLiteral("hangs.jpg"), 60'000);
    second.signal(SIGKILL);
    QVERIFY(second.waitForExit(60'000));
    demo::ChildProcess third = *demo::ChildProcess::start(command());
    QTRY_VERIFY2_WITH_TIMEOUT(status(id).isFinished(), log().constData(), 90'000);
    const exports::JobStatus done = status(id);
    QCOMPARE(done.state, JobState::Completed);
    QVERIFY(done.crops);
    QCOMPARE(done.crops->unreadable, 1);
    QCOMPARE(done.crops->total(), 1);
    QCOMPARE(done.crops->names, QStringList{QStringLiteral("hangs.jpg")});
    QVERIFY(done.waitingFor.isEmpty());
}

void TestPhotoDisks::saysThatTheExportFolderIsSilentAndEnds()
{
    demo::ChildProcess worker = *demo::ChildProcess::start(command());
    QTRY_COMPARE_WITH_TIMEOUT(count("exports:alive:*"), 1, 60'000);
    m_disk = std::make_unique<SilentDisk>(m_servers.settings().exportFolder);
    if (!m_disk->isMounted())
        QSKIP("no FUSE here");
    const QString id = submit(test::someReport());
    QTRY_VERIFY2_WITH_TIMEOUT(leases().contains("doesn't answer") && leases().contains("problems"), log().constData(),
                              60'000);
    worker.signal(SIGTERM);
    QVERIFY2(worker.waitForExit(30'000), log().constData()); // 10 s are promised, on a machine with time
    QCOMPARE(worker.exitCode(), 1);
    QCOMPARE(count("exports:alive:*"), 0);
    m_disk.reset();
    const demo::ChildProcess second = *demo::ChildProcess::start(command());
    QTRY_COMPARE_WITH_TIMEOUT(status(id).error, QStringLiteral("No detections found in the selected date range"),
                              60'000);
}

void TestPhotoDisks::endsBeforeAFolderThatIsSilentFromTheStart()
{
    m_disk = std::make_unique<SilentDisk>(m_servers.settings().exportFolder);
    if (!m_disk->isMounted())
        QSKIP("no FUSE here");
    demo::ChildProcess worker = *demo::ChildProcess::start(command());
    QTRY_VERIFY2_WITH_TIMEOUT(log().contains("doesn't answer"), log().constData(), 60'000);
    worker.signal(SIGTERM);
    QVERIFY2(worker.waitForExit(30'000), log().constData());
    QVERIFY(log().contains("ending without it"));
}

void TestPhotoDisks::refusesWithoutFonts()
{
    QTemporaryDir empty;
    const QString configuration = empty.filePath(QStringLiteral("fonts.conf"));
    QVERIFY(test::writeFile(configuration,
                            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
                            "<cachedir>/nonexistent</cachedir></fontconfig>"));
    const Result<int> ended = demo::ChildProcess::run(command(
        {QStringLiteral("FONTCONFIG_FILE=") + configuration, QStringLiteral("QT_QPA_FONTDIR=") + empty.path()}));
    QVERIFY(ended);
    QCOMPARE(*ended, 1);
    QVERIFY2(log().contains("fonts-open-sans"), log().constData());
}

QTEST_GUILESS_MAIN(TestPhotoDisks)
#include "test_photodisks.moc"
