// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/config/environment.h"
#include "core/exports/jobstore.h"
#include "tests/support/servers.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace herdbook;

/// Whatever umask the programs are started with: no file that they make may be read, or written, by everyone, unless they are told so.
class TestModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
    }

    void filesAreNotForEveryone_data()
    {
        QTest::addColumn<QString>("umask");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("everyone");
        QTest::newRow("umask 022") << "022" << QString() << false;
        QTest::newRow("umask 000") << "000" << QString() << false;
        QTest::newRow("told") << "022"
                              << "0022" << true;
    }

    void filesAreNotForEveryone()
    {
        QFETCH(QString, umask);
        QFETCH(QString, told);
        QFETCH(bool, everyone);
        const auto fresh = m_servers.freshDatabase();
        QVERIFY2(fresh, qPrintable(test::reason(fresh)));
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const Variables variables = variablesFromSettings(m_servers.settings());
        for (auto at = variables.begin(); at != variables.end(); ++at)
            environment.insert(at.key(), at.value());
        environment.insert(QStringLiteral("HERDBOOK_UMASK"), told);
        for (const char *name : {"HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                 "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            const QString folder = home.filePath(QString::fromLatin1(name));
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
            environment.insert(QString::fromLatin1(name), folder);
        }
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        const QStringList folders{home.path(), m_servers.settings().exportFolder};

        QProcess worker, api, desktop;
        start(worker, QStringLiteral("herdbook-worker"), umask, environment);
        start(api, QStringLiteral("herdbook-api --port 0"), umask, environment);
        exports::ExportRequest report;
        report.start = QDate(2026, 6, 1);
        report.end = QDate(2026, 6, 30);
        report.allowEmpty = true;
        storage::Redis redis(m_servers.settings().redis, std::chrono::seconds(20));
        exports::JobStore store(redis, systemClock());
        const Result<QString> id = store.submit({report, {}, {}, {}, -1});
        QVERIFY2(id, qPrintable(test::reason(id)));
        QTRY_VERIFY_WITH_TIMEOUT(store.status(*id).valueOr({}).isFinished(), 60'000);
        QVERIFY2(store.status(*id)->state == exports::JobState::Completed, qPrintable(store.status(*id)->error));
        // The desktop has met that job and written it down.
        start(desktop, QStringLiteral("herdbook"), umask, environment);
        const auto holds = [&](const QString &form) {
            const QStringList all = filesIn(folders);
            return all.indexOf(QRegularExpression(form)) >= 0;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(holds(QStringLiteral(".*(history|jobs).*")), qPrintable(filesIn(folders).join(u'\n')),
                                  60'000);
        for (QProcess *process : {&desktop, &api, &worker}) {
            look(folders, everyone);
            process->terminate();
            QVERIFY(process->waitForFinished(60'000));
        }
        look(folders, everyone);
        QVERIFY(holds(QStringLiteral(".*/report_.*[.]pdf")));
    }

private:
    static void start(QProcess &process, const QString &program, const QString &umask,
                      const QProcessEnvironment &environment)
    {
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
             QStringLiteral("umask %1; exec %2/%3").arg(umask, qEnvironmentVariable("HERDBOOK_BIN"), program)});
        QVERIFY(process.waitForStarted());
    }
    /// Files and sockets.
    static QStringList filesIn(const QStringList &folders)
    {
        QStringList files;
        for (const QString &folder : folders) {
            QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
            while (all.hasNext())
                files << all.next();
        }
        return files;
    }
    static void look(const QStringList &folders, bool everyone)
    {
        const QStringList files = filesIn(folders);
        QVERIFY(!files.isEmpty());
        bool open = false;
        for (const QString &file : files) {
            struct stat about = {};
            if (::lstat(QFile::encodeName(file).constData(), &about) != 0 || S_ISLNK(about.st_mode))
                continue; // gone again
            QVERIFY2((about.st_mode & 0002) == 0, qPrintable(file));
            open = open || (about.st_mode & 0004) != 0;
            QVERIFY2(everyone || (about.st_mode & 0004) == 0, qPrintable(file));
        }
        QCOMPARE(open, everyone);
    }

    test::Servers m_servers;
};

QTEST_GUILESS_MAIN(TestModes)
#include "test_modes.moc"
