// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"
#include "core/config/imagepath.h"
#include "core/demo/demoranch.h"
#include "core/demo/pgsession.h"
#include "core/demo/ranchdata.h"
#include "core/storage/redis.h"
#include "tests/support/processesin.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace herdbook;
using namespace herdbook::demo;

/// The whole ranch, with few photos drawn. The worker is a stand-in that only waits: what counts here is that it runs and ends.
/// What a ranch told; a QSignalSpy would write on the ranch's thread what the test reads on its own.
template<typename... Args>
class Heard : public QList<std::tuple<std::decay_t<Args>...>>
{
public:
    Heard(const DemoRanch &ranch, void (DemoRanch::*signal)(Args...))
    {
        QObject::connect(&ranch, signal, &m_listener,
                         [this](Args... args) { this->push_back(std::tuple<std::decay_t<Args>...>(args...)); });
    }

private:
    QObject m_listener;
};

class TestRanch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_base.isValid());
        ::chmod(QFile::encodeName(m_base.path()).constData(), 0711);
        m_worker = m_base.filePath(QStringLiteral("worker"));
        QFile script(m_worker);
        QVERIFY(script.open(QIODevice::WriteOnly));
        // Proves that it got its settings by the environment, and no other servers.
        qputenv("REDIS_URL", "redis://somebody:secret@nowhere:1/2");
        qputenv("DATABASE_URL", "postgresql://somebody:secret@nowhere:1/d?sslmode=require");
        script.write("#!/bin/sh\necho \"$POSTGRES_PORT $REDIS_PORT $$ $REDIS_URL$DATABASE_URL\" >> "
                     "worker.started\nexec sleep 600\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void firstStartMakesEverything()
    {
        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<DemoRanch> ranch = opened();
        QVERIFY(ranch);
        qInfo("first start with %d photos: %lld ms", photos, timer.elapsed());
        Result<PgSession> session = PgSession::open(m_settings.postgres);
        QVERIFY(session);
        QCOMPARE(*session->value("SELECT count(*) FROM detections"), QByteArray("11570"));
        m_firstDetection = *session->value("SELECT min(id::text) FROM detections");

        const Result<Variables> variables = readEnvironmentFile(DemoRanch::environmentFile(folder()));
        QVERIFY(variables);
        const Result<Settings> read = settingsFromVariables(*variables);
        QVERIFY(read);
        QCOMPARE(*read, m_settings);
        QCOMPARE(QFile::permissions(DemoRanch::environmentFile(folder())) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(m_settings.siteTimeZone.id(), QByteArray("America/Chicago"));

        const QByteArray founder =
            *session->value("SELECT path FROM images JOIN deer ON best_photo_id = images.id LIMIT 1");
        const Result<QString> path = mappedImagePath(QString::fromUtf8(founder), m_settings.imageFolder);
        QVERIFY(path);
        QCOMPARE(QImage(*path).size(), QSize(1920, 1080));

        QTRY_COMPARE_WITH_TIMEOUT(workersStarted().size(), 1, patience);
        QVERIFY(workersStarted()[0].startsWith(
            QStringLiteral("%1 %2 ").arg(m_settings.postgres.port).arg(m_settings.redis.port)));
        QVERIFY2(!workersStarted()[0].contains(QStringLiteral("nowhere")), qPrintable(workersStarted()[0]));
    }

    void laterStartKeepsTheDataAndRestartsTheWorker()
    {
        QElapsedTimer timer;
        timer.start();
        const std::unique_ptr<DemoRanch> ranch = opened();
        QVERIFY(ranch);
        qInfo("later start: %lld ms", timer.elapsed());
        Result<PgSession> session = PgSession::open(m_settings.postgres);
        QVERIFY(session);
        QCOMPARE(*session->value("SELECT min(id::text) FROM detections"), m_firstDetection);
        QTRY_COMPARE_WITH_TIMEOUT(workersStarted().size(), 2, patience);
        QCOMPARE(::kill(workersStarted()[1].section(u' ', 2).toInt(), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(workersStarted().size(), 3, patience);

        // The servers come back too, with their data, where they were.
        for (const QString &pidFile :
             {QStringLiteral("/postgres/data/postmaster.pid"), QStringLiteral("/redis/redis.pid")}) {
            const auto pid = [path = QString(folder() + pidFile)] {
                QFile file(path);
                return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toInt() : 0;
            };
            const int before = pid();
            QVERIFY2(before > 1, qPrintable(pidFile));
            QCOMPARE(::kill(before, SIGKILL), 0);
            QTRY_VERIFY2_WITH_TIMEOUT(pid() > 1 && pid() != before, qPrintable(pidFile), patience);
        }
        const auto firstDetection = [this] {
            Result<PgSession> again = PgSession::open(m_settings.postgres);
            const Result<QByteArray> value =
                again ? again->value("SELECT min(id::text) FROM detections") : again.error();
            return value ? *value : QByteArray();
        };
        QTRY_COMPARE_WITH_TIMEOUT(firstDetection(), m_firstDetection, patience);
        storage::Redis redis(m_settings.redis, std::chrono::seconds(5));
        QTRY_VERIFY_WITH_TIMEOUT(redis.connect().hasValue(), patience);
    }

    void morePhotosComeInTheBackground()
    {
        DemoRanch::Options own = options();
        own.later = {.days = 2, .profiles = 0, .keepFree = 0, .nice = 0};
        const auto drawn = [this] { return imagesDrawn().size(); };
        {
            const std::unique_ptr<DemoRanch> ranch = opened(own);
            QVERIFY(ranch);
            const Heard added(*ranch, &DemoRanch::photosAdded);
            QTRY_VERIFY_WITH_TIMEOUT(!added.isEmpty() && drawn() > photos, patience);
        }
        // Half drawn is as sound as before.
        const qsizetype before = drawn();
        QVERIFY(opened());
        QVERIFY2(m_begunAnew.isEmpty(), qPrintable(m_begunAnew));
        QVERIFY(drawn() >= before);
    }

    void everyChildEndsWithTheRanch()
    {
        QTRY_VERIFY2_WITH_TIMEOUT(test::processesIn(folder()).isEmpty(),
                                  qPrintable(test::processesIn(folder()).join(u' ')), patience);
        QVERIFY(!QFile::exists(DemoRanch::environmentFile(folder())));
    }

    void secondProgramOnTheFolderIsRefused()
    {
        QVERIFY(!DemoRanch::printableEnvironment(folder()));
        const std::unique_ptr<DemoRanch> ranch = opened();
        QVERIFY(ranch);
        const Result<QByteArray> printed = DemoRanch::printableEnvironment(folder());
        QVERIFY(printed);
        QVERIFY(printed->contains(QByteArray("POSTGRES_PORT='").append(QByteArray::number(m_settings.postgres.port))));
        DemoRanch second(options());
        const Heard failed(second, &DemoRanch::failed);
        second.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        const auto error = std::get<0>(failed[0]);
        QCOMPARE(error.kind, ErrorKind::Conflict);
        QVERIFY(error.message.contains(DemoRanch::environmentFile(folder())));
    }

    void noOrphansWhenTheProgramIsKilled()
    {
        QProcess helper;
        helper.start(QCoreApplication::applicationDirPath() + QStringLiteral("/demo_ranchhelper"),
                     {folder(), m_worker, QString::number(photos)});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += helper.readAllStandardOutput()).contains("ready"), patience);
        QVERIFY(test::processesIn(folder()).size() >= 3); // PostgreSQL, Redis, worker
        helper.kill();
        QVERIFY(helper.waitForFinished());
        QTRY_VERIFY2_WITH_TIMEOUT(test::processesIn(folder()).isEmpty(),
                                  qPrintable(test::processesIn(folder()).join(u' ')), patience);
        // And what it leaves behind doesn't hinder the next one.
        QVERIFY(opened());
    }

    void halfMadeOrOldDataIsMadeAnew_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<bool>("good");
        const QString stamp = QStringLiteral("{\"version\": %1, \"seed\": \"2026\", \"photos\": %2, \"end\": \"%3\"}");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("broken") << QStringLiteral("{\"version\": 4, \"se") << false;
        QTest::newRow("today's") << stamp.arg(4).arg(60).arg(QStringLiteral("2026-11-22")) << true;
        QTest::newRow("three days old") << stamp.arg(4).arg(60).arg(QStringLiteral("2026-11-19")) << true;
        QTest::newRow("four days old") << stamp.arg(4).arg(60).arg(QStringLiteral("2026-11-18")) << false;
        QTest::newRow("from the future") << stamp.arg(4).arg(60).arg(QStringLiteral("2026-11-23")) << false;
        QTest::newRow("other version") << stamp.arg(0).arg(60).arg(QStringLiteral("2026-11-22")) << false;
        QTest::newRow("fewer photos") << stamp.arg(4).arg(50).arg(QStringLiteral("2026-11-22")) << false;
    }

    void halfMadeOrOldDataIsMadeAnew()
    {
        QFETCH(QString, made);
        const QTemporaryDir place;
        QFile file(place.filePath(QStringLiteral("ranch.json")));
        if (!made.isEmpty())
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made.toUtf8()) > 0);
        file.close();
        QTEST(isGoodEnough(readStamp(place.path()), {2026, 60, QDate(2026, 11, 22)}), "good");
    }

    void whatCannotBeOpenedIsMadeAnewAndSaid_data()
    {
        QTest::addColumn<QString>("spoil"); // a shell line, run in the ranch's folder
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("keepsData");
        QTest::newRow("made by an older PostgreSQL")
            << QStringLiteral("echo 9 > postgres/data/PG_VERSION") << QStringLiteral("PostgreSQL 9,") << false;
        QTest::newRow("tables' files gone") << QStringLiteral("find postgres/data/base -type f -size +1000k -delete")
                                            << QStringLiteral("can't be read") << false;
        QTest::newRow("Redis data of a later version")
            << QStringLiteral("for f in redis/appendonlydir/*.rdb; do printf REDIS9999 > $f; done")
            << QStringLiteral("Redis") << true;
    }

    void whatCannotBeOpenedIsMadeAnewAndSaid()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, says);
        QFETCH(bool, keepsData);
        QVERIFY(opened());
        QVERIFY2(m_begunAnew.isEmpty(), qPrintable(m_begunAnew)); // nothing is wrong with what an open ranch leaves
        const QString kept = folder() + QStringLiteral("/exports/kept.pdf");
        QFile file(kept);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("kept") == 4);
        file.close();
        QFile images(folder() + QStringLiteral("/images/mark"));
        QVERIFY(images.open(QIODevice::WriteOnly));
        images.close();
        QProcess shell;
        shell.setWorkingDirectory(folder());
        shell.start(QStringLiteral("sh"), {QStringLiteral("-ec"), spoil});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);

        const std::unique_ptr<DemoRanch> ranch = opened();
        QVERIFY(ranch);
        QVERIFY2(m_begunAnew.contains(says), qPrintable(m_begunAnew));
        QVERIFY2(m_begunAnew.contains(QStringLiteral("xports and history are kept")), qPrintable(m_begunAnew));
        QVERIFY(QFile::exists(kept));
        QCOMPARE(images.exists(), keepsData);
        Result<PgSession> session = PgSession::open(m_settings.postgres);
        QVERIFY(session);
        QCOMPARE(*session->value("SELECT count(*) FROM detections"), QByteArray("11570"));
    }

    void forgetRemovesAllOfAClosedRanchOnly()
    {
        {
            const std::unique_ptr<DemoRanch> ranch = opened();
            QVERIFY(ranch);
            QVERIFY(DemoRanch::isOpen(folder()));
            const Result<qint64> refused = DemoRanch::forget(folder());
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        }
        // One that was killed leaves its file.
        QFile file(DemoRanch::environmentFile(folder()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(!DemoRanch::isOpen(folder()));
        QVERIFY(!DemoRanch::printableEnvironment(folder()));
        const Result<qint64> freed = DemoRanch::forget(folder());
        QVERIFY(freed);
        QVERIFY(*freed > 1'000'000);
        QVERIFY(!QFileInfo::exists(folder()));
        QVERIFY(!DemoRanch::isOpen(folder()));
        QVERIFY2(!QFileInfo::exists(folder()), "asking makes nothing");
        QCOMPARE(*DemoRanch::forget(folder()), qint64(-1));
    }

    void stoppingInTheMiddleLeavesNoStampAndNoProcess()
    {
        DemoRanch::Options own = options();
        own.seed = 77; // other data than what is there
        own.photos = 1'150;
        {
            DemoRanch ranch(own);
            const Heard progress(ranch, &DemoRanch::progress);
            const Heard ready(ranch, &DemoRanch::ready);
            ranch.start();
            QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty() && std::get<1>(progress.last()) > 0.06, patience);
            QCOMPARE(ready.size(), 0);
        }
        QVERIFY(!readStamp(folder()));
        QTRY_VERIFY_WITH_TIMEOUT(test::processesIn(folder()).isEmpty(), patience);
    }

    void whatWasDrawnBeforeAStopIsNotDrawnAgain()
    {
        DemoRanch::Options own = options();
        own.seed = 78; // other data than what the last one was stopped at
        own.photos = 150;
        /// How many are drawn when the first count is told; the ranch is stopped then.
        const auto firstCount = [](const DemoRanch::Options &of) {
            DemoRanch ranch(of);
            int first = 0;
            const QObject listener; // of this thread, and gone before the ranch
            connect(&ranch, &DemoRanch::progress, &listener, [&first](const QString &stage) {
                static const QRegularExpression counted(QStringLiteral(": (\\d+) of \\d+$"));
                if (first == 0)
                    first = counted.match(stage).captured(1).toInt();
            });
            ranch.start();
            (void)QTest::qWaitFor([&first] { return first > 0; }, patience);
            return first;
        };
        QVERIFY(firstCount(own) > 0);
        const QMap<QString, QDateTime> before = imagesDrawn();
        QVERIFY(!before.isEmpty() && !readStamp(folder()));
        QCOMPARE(firstCount(own), before.size());
        const QMap<QString, QDateTime> after = imagesDrawn();
        for (auto image = before.cbegin(); image != before.cend(); ++image)
            QCOMPARE(after.value(image.key()), image.value());
        // One that the power left empty.
        QVERIFY(QFile::resize(before.firstKey(), 0));
        QVERIFY(opened(own));
        QVERIFY(!QImage(before.firstKey()).isNull());
        QCOMPARE(imagesDrawn().size(), own.photos);
    }

    void foldersOnTheWayCanBeEntered_data()
    {
        QTest::addColumn<QString>("parent"); // of the ranch's folder
        QTest::addColumn<int>("mode");       // it is there with; 0: it isn't
        QTest::addColumn<int>("becomes");
        QTest::newRow("none is there") << QStringLiteral("a/b/herdbook") << 0 << 0711;
        QTest::newRow("closed by an earlier Herdbook") << QStringLiteral("c/herdbook") << 0750 << 0751;
        QTest::newRow("everyone's") << QStringLiteral("d/herdbook") << 0755 << 0755;
        QTest::newRow("somebody closed it") << QStringLiteral("private") << 0750 << 0750;
    }

    void foldersOnTheWayCanBeEntered()
    {
        QFETCH(QString, parent);
        QFETCH(int, mode);
        QFETCH(int, becomes);
        if (::geteuid() != 0)
            QSKIP("Only as root the servers run as another user");
        const QString above = m_base.filePath(parent);
        if (mode != 0) {
            QVERIFY(QDir().mkpath(above));
            QCOMPARE(::chmod(QFile::encodeName(above).constData(), static_cast<mode_t>(mode)), 0);
        }
        DemoRanch::Options own = options();
        own.folder = above + QStringLiteral("/demo");
        const mode_t umask = ::umask(027);
        {
            DemoRanch ranch(own);
            const Heard failed(ranch, &DemoRanch::failed);
            const Heard progress(ranch, &DemoRanch::progress);
            ranch.start();
            // The servers have started when the data is being made.
            QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty() || (!progress.isEmpty() && std::get<1>(progress.last()) > 0.03),
                                     patience);
            QCOMPARE(failed.isEmpty(), (becomes & S_IXOTH) != 0);
        }
        ::umask(umask);
        for (QString made = above; made != m_base.path(); made = QFileInfo(made).path()) {
            struct stat info
            {
            };
            QCOMPARE(::stat(QFile::encodeName(made).constData(), &info), 0);
            if (mode == 0 || made == above)
                QCOMPARE(static_cast<int>(info.st_mode & 07777), becomes);
        }
        QVERIFY(DemoRanch::forget(own.folder));
        QVERIFY(!QFileInfo::exists(own.folder));
    }

    void folderThatCannotBeUsedIsNamed()
    {
        DemoRanch::Options own = options();
        own.folder = QStringLiteral("/proc/herdbook");
        DemoRanch ranch(own);
        const Heard failed(ranch, &DemoRanch::failed);
        ranch.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QVERIFY(std::get<0>(failed[0]).message.contains(own.folder));
    }

private:
    static constexpr int photos = 60;
    static constexpr int patience = 300'000; // ms, on a machine busy with other things

    QString folder() const { return m_base.filePath(QStringLiteral("ranch")); }

    DemoRanch::Options options() const
    {
        DemoRanch::Options options;
        options.folder = folder();
        options.worker = m_worker;
        options.photos = photos;
        options.later = {.days = 0, .profiles = 0};
        return options;
    }

    /// A ranch that is ready, or null.
    std::unique_ptr<DemoRanch> opened() { return opened(options()); }
    std::unique_ptr<DemoRanch> opened(const DemoRanch::Options &options)
    {
        auto ranch = std::make_unique<DemoRanch>(options);
        const Heard ready(*ranch, &DemoRanch::ready);
        const Heard failed(*ranch, &DemoRanch::failed);
        m_begunAnew.clear();
        connect(ranch.get(), &DemoRanch::begunAnew, this, [this](const QString &why) { m_begunAnew += why; });
        ranch->start();
        if (!QTest::qWaitFor([&] { return !ready.isEmpty() || !failed.isEmpty(); }, patience) || ready.isEmpty()) {
            if (!failed.isEmpty())
                qWarning("%s", qPrintable(std::get<0>(failed[0]).message));
            return nullptr;
        }
        m_settings = std::get<0>(ready[0]);
        return ranch;
    }

    /// Photos, and when each was drawn.
    QMap<QString, QDateTime> imagesDrawn() const
    {
        QMap<QString, QDateTime> images;
        for (QDirIterator each(folder() + QStringLiteral("/images"), QDir::Files, QDirIterator::Subdirectories);
             each.hasNext();) {
            each.next();
            images.insert(each.filePath(), each.fileInfo().lastModified());
        }
        return images;
    }

    QStringList workersStarted() const
    {
        QFile file(folder() + QStringLiteral("/worker.started"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    const QTemporaryDir m_base{QDir::tempPath() + QStringLiteral("/herdbook-ranch-XXXXXX")};
    QString m_worker;
    Settings m_settings;
    QByteArray m_firstDetection;
    QString m_begunAnew;
};

QTEST_MAIN(TestRanch)
#include "test_ranch.moc"
