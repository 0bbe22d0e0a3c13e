// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/clock.h"
#include "core/base/diskhand.h"
#include "core/base/farewell.h"
#include "core/base/faults.h"
#include "core/base/webaddress.h"
#include "core/config/commandline.h"
#include "core/config/environment.h"
#include "core/config/imagepath.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <clocale>
#include <cstdlib>
#include <future>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace herdbook;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // First, while there is no other thread: they fork.
    void anEndWaitsForNoThreadLeftBehind();
    void anEndWaitsForWhatHangsWithinItsPatience();

    void wireTime_data();
    void wireTime();
    void wireTimeIsWrittenAsPythonDoes();
    void atomicFileAppearsWholeOrNotAtAll();
    void atomicFileNamesTheFault();
    void settingsDefaults();
    void settingsRejects_data();
    void settingsRejects();
    void settingsSurviveTheRoundTrip();
    void environmentFile();
    void librariesSpeakEnglish();
    void whoAnswersIsNotUnreachable();
    void imagePathStaysInside();
    void theWebAddressKeepsItsPath();
    void aDiskIsAskedByManyThreads();
    void aSilentDiskHoldsNobodyElse();
    void whoGoesIsNotHeldByWhatIsLeft();
};

void TestBase::wireTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("naive is UTC") << "2026-11-22T14:30:45.123456"
                                  << "2026-11-22T14:30:45.123Z";
    QTest::newRow("Z") << "2026-11-22T14:30:45Z"
                       << "2026-11-22T14:30:45.000Z";
    QTest::newRow("offset") << "2026-11-22T14:30:45.5-06:00"
                            << "2026-11-22T20:30:45.500Z";
    QTest::newRow("no fraction") << "2026-11-22T14:30:45"
                                 << "2026-11-22T14:30:45.000Z";
    QTest::newRow("an hour that Chicago skipped") << "2026-03-08T02:30:00.5"
                                                  << "2026-03-08T02:30:00.500Z";
    QTest::newRow("only a day") << "2026-11-22"
                                << "";
    QTest::newRow("nonsense") << "yesterday"
                              << "";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("endless") << QString(5000, u'1') << "";
}

void TestBase::wireTime()
{
    qputenv("TZ", "America/Chicago");
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto time = fromWireTime(text);
    QCOMPARE(time ? time->toString(Qt::ISODateWithMs) : QString(), utc);
}

void TestBase::wireTimeIsWrittenAsPythonDoes()
{
    const QDateTime time(QDate(2026, 11, 22), QTime(8, 30, 45, 7), QTimeZone("America/Chicago"));
    QCOMPARE(toWireTime(time), QStringLiteral("2026-11-22T14:30:45.007000"));
}

void TestBase::atomicFileAppearsWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("report.pdf"));
    {
        AtomicFile file(target);
        QFile part(file.temporaryPath());
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("half");
        part.close();
        QVERIFY(!QFile::exists(target));
        QVERIFY(AtomicFile::isTemporaryName(QFileInfo(file.temporaryPath()).fileName()));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 0);
    QVERIFY(AtomicFile::write(target, "whole"));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("whole"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestBase::atomicFileNamesTheFault()
{
    const auto written = AtomicFile::write(QStringLiteral("/proc/no-such-folder/report.pdf"), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY2(written.error().message.contains(QLatin1String("/proc/no-such-folder/report.pdf")),
             qPrintable(written.error().message));
    const auto full = AtomicFile::write(QStringLiteral("/dev/full/x"), "x");
    QVERIFY(!full);
}

void TestBase::settingsDefaults()
{
    const auto settings = settingsFromVariables({});
    QVERIFY(settings);
    QCOMPARE(settings->redis.port, 6379);
    QCOMPARE(settings->postgres.user, QStringLiteral("deertrack"));
    QCOMPARE(settings->postgres.database, QStringLiteral("deer_tracking"));
    QCOMPARE(settings->reidThreshold, 0.70);
    QCOMPARE(settings->keepFilesHours, 24);
}

void TestBase::settingsRejects_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("port") << "REDIS_PORT"
                          << "70000";
    QTest::newRow("port text") << "POSTGRES_PORT"
                               << "http";
    QTest::newRow("threshold") << "REID_THRESHOLD"
                               << "70";
    QTest::newRow("zone") << "HERDBOOK_SITE_TZ"
                          << "Mars/Olympus";
    QTest::newRow("tls") << "REDIS_TLS"
                         << "perhaps";
    QTest::newRow("sslmode") << "POSTGRES_SSLMODE"
                             << "sure";
    for (const char *prefix : {"two words", "line\n", "herd*", "herd?", "[herd]", "herd\\",
                               "w\u00e4ld:", "12345678901234567890123456789012345678901234567890123456789012345"})
        QTest::newRow(prefix) << "HERDBOOK_REDIS_KEYPREFIX" << prefix;
    QTest::newRow("hours") << "HERDBOOK_KEEP_FILES_HOURS"
                           << "0";
}

void TestBase::settingsRejects()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const auto settings = settingsFromVariables({{name, value}});
    QVERIFY(!settings);
    QVERIFY(settings.error().message.contains(name));
    QVERIFY(settings.error().message.contains(value));
    QVERIFY(settings.error().message.contains(QLatin1String("must be")));
}

void TestBase::settingsSurviveTheRoundTrip()
{
    Settings settings;
    settings.redis = {QStringLiteral("::1"),
                      6380,
                      3,
                      QStringLiteral("desk"),
                      QStringLiteral("p'w"),
                      true,
                      QStringLiteral("/etc/ssl/ranch ca.pem"),
                      QStringLiteral("herd:")};
    settings.siteTimeZone = QTimeZone("America/Chicago");
    settings.reidThreshold = 0.5825;
    const auto again = settingsFromVariables(variablesFromSettings(settings));
    QVERIFY(again);
    QVERIFY(*again == settings);
}

void TestBase::environmentFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deployment.env"));
    QVERIFY(AtomicFile::write(
        path, "# comment\nexport REDIS_HOST=\"barn\"\nREDIS_PASSWORD='s # t'\nREDIS_PORT=6380 # outside\n\n"));
    const auto read = readEnvironmentFile(path);
    QVERIFY(read);
    QCOMPARE(read->value(QStringLiteral("REDIS_HOST")), QStringLiteral("barn"));
    QCOMPARE(read->value(QStringLiteral("REDIS_PASSWORD")), QStringLiteral("s # t"));
    QCOMPARE(read->value(QStringLiteral("REDIS_PORT")), QStringLiteral("6380"));

    QVERIFY(AtomicFile::write(path, "REDIS_HOST=a\nB='secret\n"));
    const auto broken = readEnvironmentFile(path);
    QVERIFY(!broken);
    QVERIFY(broken.error().message.contains(QLatin1String("line 2")));
    QVERIFY(!broken.error().message.contains(QLatin1String("secret")));

    QVERIFY(writeEnvironmentFile(path, {{QStringLiteral("A"), QStringLiteral("b c")}}));
    QCOMPARE(readEnvironmentFile(path)->value(QStringLiteral("A")), QStringLiteral("b c"));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

/// What libpq says is read, whatever language the desktop speaks.
void TestBase::librariesSpeakEnglish()
{
    const std::string before = std::setlocale(LC_MESSAGES, nullptr);
    QVERIFY(std::setlocale(LC_MESSAGES, "de_DE.UTF-8") != nullptr || std::setlocale(LC_MESSAGES, "C.UTF-8") != nullptr);
    CommandLine commandLine(QStringLiteral("A program"));
    QCOMPARE(commandLine.parse({QStringLiteral("program"), QStringLiteral("unknown")}), ExitUsage);
    QCOMPARE(std::setlocale(LC_MESSAGES, nullptr), "C");
    std::setlocale(LC_MESSAGES, before.c_str());
}

void TestBase::whoAnswersIsNotUnreachable()
{
    const auto refuses = [](ErrorKind kind, const char *message) {
        return isRefusal({kind, QString::fromLatin1(message)});
    };
    QVERIFY(refuses(ErrorKind::Denied, "Redis refused: NOAUTH Authentication required."));
    QVERIFY(refuses(ErrorKind::Internal, "Redis refused: ERR DB index is out of range"));
    QVERIFY(refuses(ErrorKind::Unreachable, "Redis at barn:6380: TLS: no secure connection: wrong version number"));
    QVERIFY(refuses(ErrorKind::Unreachable, "PostgreSQL at barn:5433 is unreachable: server does not support SSL"));
    for (const char *away : {
             "Redis at barn:6380 is unreachable: Connection refused",
             "Redis at barn:6380: no answer to TLS within 2000 ms",
             "Redis at barn:6380: the connection broke while TLS began",
             "Redis at barn:6380: TLS: no certificates of authorities can be read from /nowhere",
             "PostgreSQL at barn:5433 is unreachable: TLS: no certificates of authorities can be read from /x: No file",
             "PostgreSQL at barn:5433 is unreachable: SSL SYSCALL error: Connection reset by peer",
             "PostgreSQL at barn:5433 is unreachable: SSL SYSCALL error: EOF detected",
             "PostgreSQL at barn:5433 is unreachable: SSL error: unexpected eof while reading",
         })
        QVERIFY2(!refuses(ErrorKind::Unreachable, away), away);
    QVERIFY(!refuses(ErrorKind::Unreachable, "Redis refused: LOADING Redis is loading the dataset in memory"));
    // A host's name is none of libpq's words.
    const QString named = QStringLiteral("PostgreSQL at ssl.barn:5433 refused: password authentication failed");
    QVERIFY(!tellsOfTls(named) && !tellsOfAnotherServer(named));
    QVERIFY(tellsOfTls(QStringLiteral("server does not support SSL, but SSL was required")));
    QVERIFY(tellsOfAnotherServer(QStringLiteral("received invalid response to SSL negotiation: H")));
}

void TestBase::imagePathStaysInside()
{
    const QString folder = QStringLiteral("/photos");
    QCOMPARE(mappedImagePath(QStringLiteral("/mnt/images/ridge/a.jpg"), folder).value(),
             QStringLiteral("/photos/ridge/a.jpg"));
    QCOMPARE(mappedImagePath(QStringLiteral("/srv/photos/b.jpg"), folder).value(), QStringLiteral("/srv/photos/b.jpg"));
    QVERIFY(!mappedImagePath(QStringLiteral("/mnt/images/../../etc/passwd"), folder));
    QVERIFY(!mappedImagePath(QStringLiteral("relative.jpg"), folder));
}

void TestBase::theWebAddressKeepsItsPath()
{
    const auto under = [](const char *address, const char *path = "/api/x.pdf") {
        return underWebAddress(QUrl(QString::fromLatin1(address)), QString::fromLatin1(path))
            .toString(QUrl::FullyEncoded);
    };
    QCOMPARE(under("https://host"), QStringLiteral("https://host/api/x.pdf"));
    QCOMPARE(under("https://host:8001/"), QStringLiteral("https://host:8001/api/x.pdf"));
    QCOMPARE(under("https://host/herd"), QStringLiteral("https://host/herd/api/x.pdf"));
    QCOMPARE(under("https://host/h%20d//?a=b#c"), QStringLiteral("https://host/h%20d/api/x.pdf"));
    QCOMPARE(under("https://host/herd", "/api/a%2Fb"), QStringLiteral("https://host/herd/api/a%2Fb"));
}

void TestBase::aDiskIsAskedByManyThreads()
{
    const DiskHand hand;
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int number = 0; number < 8; ++number)
            threads.emplace_back([&, number] {
                for (int at = 0; at < 200; ++at) {
                    if (hand.ask([=] { return 1000 * number + at; }, std::chrono::minutes(1)) != 1000 * number + at)
                        ++wrong;
                }
            });
    }
    QCOMPARE(wrong, 0);
}

void TestBase::aSilentDiskHoldsNobodyElse()
{
    using std::chrono::milliseconds, std::chrono::minutes;
    std::promise<void> gate;
    const auto slow = [opens = gate.get_future().share()] {
        opens.wait();
        return 1;
    };
    const DiskHand hand;
    QVERIFY(!hand.ask(slow, milliseconds(1)));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!hand.ask([] { return 2; }, minutes(1)));
    QVERIFY2(timer.elapsed() < 30'000, "waited for what was waited for in vain before");
    QVERIFY(!askDisk(slow, milliseconds(1))); // ends without it
    gate.set_value();
    QTRY_COMPARE(hand.ask([] { return 3; }, minutes(1)), std::optional(3));
}

void TestBase::whoGoesIsNotHeldByWhatIsLeft()
{
    std::promise<void> let;
    std::atomic<int> finished = 0;
    const std::shared_future<void> gate = let.get_future().share();
    for (int i = 0; i < 3; ++i)
        finishLater([gate, &finished] {
            gate.wait();
            ++finished;
        });
    QCOMPARE(finished.load(), 0); // and this is reached
    let.set_value();
    finishAll();
    QCOMPARE(finished.load(), 3);
}

void TestBase::anEndWaitsForNoThreadLeftBehind()
{
    for (const bool later : {false, true}) {
        const pid_t child = ::fork();
        if (child == 0) {
            ::alarm(60);                       // ends it as by a fault
            std::atexit([] { std::abort(); }); // a library's handler that takes away what the thread uses
            leaveBehind(std::thread([] { ::pause(); }));
            if (later) {
                std::atexit([] { std::abort(); });
                finishAll(); // as the application's end does
            }
            std::exit(7);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 7);
    }
}

void TestBase::anEndWaitsForWhatHangsWithinItsPatience()
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(60); // ends it as by a fault
        std::atexit([] { std::abort(); });
        finishLater([] { ::pause(); }, std::chrono::milliseconds(200));
        finishLater(std::jthread([] { ::pause(); })); // heeds no stop
        finishAll();
        finishAll(); // once more, as the application's end does
        std::exit(7);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
}

QTEST_GUILESS_MAIN(TestBase)
#include "test_base.moc"
