// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/datafolder.h"
#include "core/config/profile.h"
#include "core/config/storing.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace herdbook;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings.clear(); }

    void aFirstProfileOffersTheOutsidePorts()
    {
        const ProfileStore store(m_settings);
        QVERIFY(store.profiles().isEmpty()); // nobody has made one
        const Profile first = firstProfile(ProfileStore::firstId(), QStringLiteral("Production"));
        QVERIFY(validateProfile(first, {}).isEmpty());
        const Result<Settings> settings = settingsOfProfile(first, {});
        QVERIFY(settings);
        QCOMPARE(int(settings->redis.port), 6380);
        QCOMPARE(int(settings->postgres.port), 5433);
        QCOMPARE(settings->redis.host, QStringLiteral("localhost"));
        QCOMPARE(store.currentId(), first.id);
    }

    void savedAndReadBackWithoutSecrets()
    {
        Profile barn = firstProfile(QStringLiteral("a1"), QStringLiteral("Barn"));
        barn.readOnly = true;
        barn.values[QStringLiteral("POSTGRES_HOST")] = QStringLiteral("barn.example");
        barn.values[QStringLiteral("HERDBOOK_REDIS_KEYPREFIX")] = QStringLiteral("herd:");
        barn.values[QStringLiteral("POSTGRES_PASSWORD")] = QStringLiteral("hush-7261");
        barn.values[QStringLiteral("REDIS_PASSWORD")] = QStringLiteral("hush-7262");
        barn.values[QStringLiteral("HERDBOOK_API_TOKEN")] = QStringLiteral("hush-7263");
        ProfileStore store(m_settings);
        store.save(barn);
        store.setCurrentId(barn.id);
        m_settings.sync();
        QFile file(m_settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("barn.example"));
        QVERIFY(!bytes.contains("hush"));
        QSettings again(m_settings.fileName(), QSettings::IniFormat);
        const ProfileStore other(again);
        QCOMPARE(other.profiles().size(), 1); // and no other beside it
        const Profile read = other.profiles().last();
        QVERIFY(read.readOnly);
        QCOMPARE(read.values.value(QStringLiteral("POSTGRES_HOST")), QStringLiteral("barn.example"));
        QCOMPARE(settingsOfProfile(read, {})->redis.keyPrefix, QStringLiteral("herd:"));
        QVERIFY(!read.values.contains(QStringLiteral("POSTGRES_PASSWORD")));
        QCOMPARE(other.currentId(), QStringLiteral("a1"));
    }

    void everySettingIsKept()
    {
        // Of each, a value that is not the usual one; what is added later needs one here.
        Settings other;
        other.redis = {QStringLiteral("cache"), 6381, 3, QStringLiteral("desk"), {}, true, QStringLiteral("/ca.pem"),
                       QStringLiteral("herd:")};
        other.postgres = {QStringLiteral("db"),
                          5434,
                          QStringLiteral("reader"),
                          {},
                          QStringLiteral("deer2"),
                          QStringLiteral("require"),
                          QStringLiteral("/postgres-ca.pem"),
                          QStringLiteral("Asia/Tokyo"),
                          7,
                          121,
                          31};
        other.exportFolder = QStringLiteral("/srv/exports");
        other.imageFolder = QStringLiteral("/srv/images");
        other.imageRoots = QStringList{QStringLiteral("/srv/old"), QStringLiteral("/srv/new")};
        other.contributors = QStringList{QStringLiteral("Ann"), QStringLiteral("Bo")};
        other.license = QStringLiteral("CC-BY-4.0");
        other.photoMegapixels = 50;
        other.photoMemoryMb = 256;
        other.reidThreshold = 0.65;
        other.siteTimeZone = QTimeZone("Asia/Tokyo");
        other.apiUrl = QStringLiteral("https://barn.example");
        other.keepFilesHours = 48;
        other.corsOrigins = QStringList{QStringLiteral("https://a.example"), QStringLiteral("https://b.example")};
        other.allowedHosts = QStringList{QStringLiteral("barn")};
        other.fileMask = 0077;
        other.retrySeconds = 60;
        const Variables values = variablesFromSettings(other);
        const Variables usual = variablesFromSettings(Settings());
        for (const QString &variable : settingVariables())
            QVERIFY2(secretVariables().contains(variable) || values.value(variable) != usual.value(variable),
                     qPrintable(variable));
        ProfileStore store(m_settings);
        store.save({QStringLiteral("a"), QStringLiteral("A"), false, values});
        store.save(firstProfile(QStringLiteral("b"), QStringLiteral("B"))); // writes all of them anew
        const QList<Profile> all = store.profiles();
        const auto kept = std::find_if(all.begin(), all.end(),
                                       [](const Profile &profile) { return profile.id == QLatin1String("a"); });
        QVERIFY(kept != all.end());
        const Result<Settings> settings = settingsOfProfile(*kept, {});
        QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
        QVERIFY(*settings == other);
    }

    void removingTheCurrentOneFallsBack()
    {
        ProfileStore store(m_settings);
        store.save(firstProfile(QStringLiteral("b"), QStringLiteral("B")));
        store.save(firstProfile(QStringLiteral("a"), QStringLiteral("A")));
        store.setCurrentId(QStringLiteral("a"));
        store.remove(QStringLiteral("a"));
        QCOMPARE(store.currentId(), QStringLiteral("b"));
        store.remove(QStringLiteral("b"));
        QCOMPARE(store.currentId(), ProfileStore::firstId());
    }

    void theDemoIsRememberedBesideTheStoredOne()
    {
        ProfileStore store(m_settings);
        store.save(firstProfile(QStringLiteral("a"), QStringLiteral("A")));
        store.save(firstProfile(QStringLiteral("b"), QStringLiteral("B")));
        store.setCurrentId(QStringLiteral("b"));
        QVERIFY(!store.hasDemo());
        store.setCurrentId(QStringLiteral("demo"));
        QVERIFY(store.hasDemo() && store.isDemoCurrent());
        QCOMPARE(store.currentId(), QStringLiteral("b"));
        store.setCurrentId(QStringLiteral("a"));
        QVERIFY(store.hasDemo() && !store.isDemoCurrent());
        store.forgetDemo();
        QVERIFY(!store.hasDemo());
        QCOMPARE(store.currentId(), QStringLiteral("a"));
    }

    void validation_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *variable, const QString &text, const char *message) {
            QTest::newRow(name) << QString::fromLatin1(variable) << text << QString::fromLatin1(message);
        };
        row("host empty", "POSTGRES_HOST", {}, "is needed");
        row("host blank inside", "REDIS_HOST", QStringLiteral("my host"), "must be a host name or address");
        row("host trailing space", "REDIS_HOST", QStringLiteral("barn "), "must not begin or end with a space");
        row("port no number", "POSTGRES_PORT", QStringLiteral("54x"), "must be a whole number from 1 to 65535");
        row("port 0", "REDIS_PORT", QStringLiteral("0"), "must be a whole number from 1 to 65535");
        row("port 65536", "REDIS_PORT", QStringLiteral("65536"), "must be a whole number from 1 to 65535");
        row("database number", "REDIS_DB", QStringLiteral("-1"), "must be a whole number from 0 to 65535");
        row("user empty", "POSTGRES_USER", {}, "is needed");
        row("time zone", "HERDBOOK_SITE_TZ", QStringLiteral("Texas"),
            "must be an IANA time zone such as America/Chicago");
        row("relative folder", "EXPORT_DIR", QStringLiteral("exports"), "must be a whole path, from /");
        row("relative authorities", "POSTGRES_SSLROOTCERT", QStringLiteral("ca.pem"), "must be a whole path, from /");
        row("relative images", "IMAGE_PATH", QStringLiteral("./images"), "must be a whole path, from /");
        row("url scheme", "HERDBOOK_API_URL", QStringLiteral("ftp://barn"),
            "must be an address such as https://barn.example:8001");
        row("url words", "HERDBOOK_API_URL", QStringLiteral("the barn"),
            "must be an address such as https://barn.example:8001");
        row("url secret", "HERDBOOK_API_URL", QStringLiteral("https://a:b@barn"),
            "must be an address such as https://barn.example:8001 without name and password; the token is a setting of "
            "its own, HERDBOOK_API_TOKEN");
        row("threshold", "REID_THRESHOLD", QStringLiteral("1.2"), "must be a number from 0 to 1");
        row("password with spaces", "POSTGRES_PASSWORD", QStringLiteral(" x "), "");
        row("no user", "REDIS_USERNAME", {}, "");
    }

    void validation()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, text);
        QFETCH(const QString, message);
        Profile profile = firstProfile(QStringLiteral("a"), QStringLiteral("A"));
        profile.values[variable] = text;
        const QList<ProfileIssue> issues = validateProfile(profile, {});
        if (message.isEmpty()) {
            QVERIFY(issues.isEmpty());
        } else {
            QCOMPARE(issues.size(), 1);
            QCOMPARE(issues.first().variable, variable);
            QCOMPARE(issues.first().message, message);
        }
    }

    void folderOrAddressIsNeeded()
    {
        Profile profile = firstProfile(QStringLiteral("a"), QStringLiteral("A"));
        profile.values[QStringLiteral("EXPORT_DIR")].clear();
        QCOMPARE(validateProfile(profile, {}).size(), 1);
        profile.values[QStringLiteral("HERDBOOK_API_URL")] = QStringLiteral("https://barn:8001");
        QVERIFY(validateProfile(profile, {}).isEmpty());
        QCOMPARE(settingsOfProfile(profile, {})->exportFolder, QString());
    }

    void names()
    {
        Profile profile = firstProfile(QStringLiteral("a"), QStringLiteral(" barn "));
        QCOMPARE(validateProfile(profile, {QStringLiteral("Barn")}).first().message,
                 QStringLiteral("Another profile has this name"));
        profile.name = QStringLiteral("  ");
        QCOMPARE(validateProfile(profile, {}).first().message, QStringLiteral("A profile needs a name"));
        profile.name = QString(61, QLatin1Char('x'));
        QCOMPARE(validateProfile(profile, {}).size(), 1);
    }

    void whatIsKeptIsOfOneDatabase_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("other");
        QTest::newRow("host") << "POSTGRES_HOST"
                              << "127.0.0.2" << true;
        QTest::newRow("port") << "POSTGRES_PORT"
                              << "5999" << true;
        QTest::newRow("database") << "POSTGRES_DB"
                                  << "other_ranch" << true;
        QTest::newRow("user") << "POSTGRES_USER"
                              << "reader" << true;
        QTest::newRow("password") << "POSTGRES_PASSWORD"
                                  << "changed" << false;
        QTest::newRow("Redis") << "REDIS_PORT"
                               << "6999" << false;
    }

    void eachDeploymentHasItsFolder()
    {
        QTemporaryDir root;
        const QString profile = root.filePath(QStringLiteral("a"));
        // What was kept before deployments were told apart stays where it was, with the one that is met first.
        QVERIFY(QDir().mkpath(profile));
        QFile old(profile + QStringLiteral("/trials.sqlite"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        const QString first = dataFolder(profile, QStringLiteral("k1"));
        QCOMPARE(first, profile);
        const QString second = dataFolder(profile, QStringLiteral("k2"));
        QVERIFY(second != first && QFileInfo(second).isDir());
        QCOMPARE(dataFolder(profile, QStringLiteral("k1")), first); // back again
        QCOMPARE(dataFolder(profile, QStringLiteral("k2")), second);
        QVERIFY(old.exists());
        QCOMPARE(dataFolders(profile), (QStringList{first, second}));
        // Whose it is can't be read: it is taken for nobody's, and nobody's mark is put over it.
        const QString mark = profile + QStringLiteral("/deployment");
        QVERIFY(QFile::remove(mark) && QFile::link(mark, mark));
        QCOMPARE(dataFolder(profile, QStringLiteral("k1")), QString());
        QVERIFY(QFileInfo(mark).isSymLink());
    }

    void aFolderThatCantBeMarkedIsNobodys()
    {
        QTemporaryDir root;
        const QString profile = root.filePath(QStringLiteral("a"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit usual{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
        const rlimit full{0, usual.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
        const QString first = dataFolder(profile, QStringLiteral("k1"));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
        QCOMPARE(first, QString()); // else its jobs and trials would be those of the next one
        QCOMPARE(dataFolder(profile, QStringLiteral("k2")), profile);
    }

    void whatIsKeptIsOfOneDatabase()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        const Profile profile = firstProfile(QStringLiteral("a"), QStringLiteral("A"));
        const QString before = deploymentKey(profile, *settingsOfProfile(profile, {}));
        const Result<Settings> changed = settingsOfProfile(profile, {{variable, value}});
        QVERIFY(changed);
        QTEST(deploymentKey(profile, *changed) != before, "other");
        // The demo ranch is the same one on its next port, but not what an environment puts in its place.
        const auto demoKey = [&](const QString &own, const Variables &environment) {
            Profile demo = profile;
            demo.id = QStringLiteral("demo");
            demo.values.insert(QStringLiteral("POSTGRES_PORT"), own);
            return deploymentKey(demo, *settingsOfProfile(demo, environment));
        };
        const QString port = QStringLiteral("21000");
        QCOMPARE(demoKey(port, {}), demoKey(QStringLiteral("21001"), {}));
        QTEST(demoKey(port, {{variable, value}}) != demoKey(port, {}), "other");
    }

    void environmentWins()
    {
        const Profile profile = firstProfile(QStringLiteral("a"), QStringLiteral("A"));
        const Variables environment{{QStringLiteral("REDIS_PORT"), QStringLiteral("7777")},
                                    {QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("x")}};
        const Result<Settings> settings = settingsOfProfile(profile, environment);
        QVERIFY(settings);
        QCOMPARE(int(settings->redis.port), 7777);
        QCOMPARE(int(settings->postgres.port), 5433);
        QCOMPARE(settings->postgres.password, QStringLiteral("x"));
        QVERIFY(!settingsOfProfile(profile, {{QStringLiteral("REDIS_PORT"), QStringLiteral("x")}}));
    }

    void whatIsRememberedIsOnDiskAndOfOtherWindows()
    {
        const QString file = m_folder.filePath(QStringLiteral("sub/remembered.conf"));
        const auto onDisk = [&file](const char *key) {
            return QSettings(file, QSettings::NativeFormat).value(QLatin1String(key)).toString();
        };
        {
            Remembered first(file);
            Remembered second(file);
            QVERIFY(first.problem().isEmpty());
            first.settings().setValue(QStringLiteral("a"), 1);
            first.settings().setValue(QStringLiteral("b"), 1);
            QVERIFY(!QFile::exists(file)); // who sets a value waits for no disk
            first.store();
            QTRY_COMPARE(onDisk("a"), QStringLiteral("1"));
            second.settings().setValue(QStringLiteral("b"), 2);
            second.settings().setValue(QStringLiteral("c"), QByteArray("\0x", 2));
            second.store();
            QTRY_COMPARE(second.settings().value(QStringLiteral("a")).toInt(), 1); // of the other window
            QCOMPARE(second.settings().value(QStringLiteral("b")).toInt(), 2);     // its own
            first.store();
            QTRY_COMPARE(first.settings().value(QStringLiteral("c")).toByteArray(), QByteArray("\0x", 2));
            first.settings().remove(QStringLiteral("a"));
            first.settings().setValue(QStringLiteral("d"), QStringLiteral("at the end"));
        }
        QCOMPARE(onDisk("d"), QStringLiteral("at the end"));
        QCOMPARE(onDisk("b"), QStringLiteral("2"));
        QVERIFY(!QSettings(file, QSettings::NativeFormat).contains(QStringLiteral("a")));
    }

    void whatCantBeStoredIsSaidUntilItIs()
    {
        const QString file = m_folder.filePath(QStringLiteral("blocked.conf"));
        Remembered remembered(file);
        remembered.settings().setValue(QStringLiteral("early"), 1);
        remembered.store();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_COMPARE(QSettings(file, QSettings::NativeFormat).value(QStringLiteral("early")).toInt(), 1);
        QVERIFY(QFile::remove(file) && QDir().mkpath(file + QStringLiteral("/in-its-place")));
        QSignalSpy told(&remembered, &Remembered::told);
        remembered.settings().setValue(QStringLiteral("late"), 2);
        remembered.store();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(remembered.problem().contains(file), qPrintable(remembered.problem()));
        QVERIFY(QDir(file).removeRecursively());
        remembered.store();
        QTRY_COMPARE(told.size(), 2);
        QVERIFY(remembered.problem().isEmpty());
        const QSettings disk(file, QSettings::NativeFormat);
        QCOMPARE(disk.value(QStringLiteral("early")).toInt(), 1);
        QCOMPARE(disk.value(QStringLiteral("late")).toInt(), 2);
    }

    /// Else the first value set would take the place of all that couldn't be read.
    void whatCantBeReadIsLeftAsItIs()
    {
        const QString file = m_folder.filePath(QStringLiteral("damaged.conf"));
        const QByteArray damaged("[profiles]\nsize=1\nhalf a li");
        QFile writing(file);
        QVERIFY(writing.open(QIODevice::WriteOnly) && writing.write(damaged) == damaged.size());
        writing.close();
        {
            Remembered remembered(file);
            QVERIFY2(remembered.problem().contains(file), qPrintable(remembered.problem()));
            remembered.settings().setValue(QStringLiteral("a"), 1);
            QCOMPARE(remembered.settings().value(QStringLiteral("a")).toInt(), 1);
            remembered.store();
        }
        QFile reading(file);
        QVERIFY(reading.open(QIODevice::ReadOnly));
        QCOMPARE(reading.readAll(), damaged);
    }

    /// A pipe that nobody writes to: whoever opens it to read waits.
    void aSilentDiskHoldsNobody()
    {
        const QString file = m_folder.filePath(QStringLiteral("silent.conf"));
        Remembered remembered(file);
        remembered.settings().setValue(QStringLiteral("a"), 1);
        remembered.store();
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(!QFile::exists(file + QStringLiteral(".lock")));
        QVERIFY(QFile::remove(file));
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        QSignalSpy told(&remembered, &Remembered::told);
        remembered.settings().setValue(QStringLiteral("b"), 2);
        remembered.store();
        QElapsedTimer timer;
        timer.start();
        remembered.settings().setValue(QStringLiteral("b"), 3);
        QCOMPARE(remembered.settings().value(QStringLiteral("a")).toInt(), 1);
        remembered.store();
        QVERIFY(timer.elapsed() < DiskErrand::Patience.count()); // it waits for so long where it waits
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(remembered.problem().contains(QLatin1String("doesn't answer")), qPrintable(remembered.problem()));
        // It answers again: what waited is there in the end.
        const int end = ::open(QFile::encodeName(file).constData(), O_WRONLY);
        QVERIFY(end >= 0 && QFile::remove(file));
        ::close(end);
        QTRY_COMPARE(QSettings(file, QSettings::NativeFormat).value(QStringLiteral("b")).toInt(), 3);
        QTRY_VERIFY(remembered.problem().isEmpty());
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
