// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/heartbeat.h"
#include "ui/jobs/jobnotifier.h"
#include "ui/jobs/table/jobtablemodel.h"

#include <QDBusConnection>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace herdbook;
using namespace herdbook::jobs;
using namespace herdbook::ui;

/// The desktop's end of the notifications, on a bus of its own.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint replaced = 0;
        QString title, text;
        QStringList actions;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &, uint replaced, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({replaced, title, text, actions});
        return replaced > 0 ? replaced : ++m_last;
    }

private:
    uint m_last = 40;
};

class TestJobNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("There is no dbus-daemon");
        const QString address = QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
        m_daemon.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                                QStringLiteral("--print-address"), QStringLiteral("--address=") + address});
        QVERIFY(m_daemon.waitForReadyRead(20'000)); // it listens
        qputenv("DBUS_SESSION_BUS_ADDRESS", address.toLatin1());
        QDBusConnection desktop = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
        QVERIFY(desktop.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &m_desktop,
                                       QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.Notifications")));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        m_daemon.terminate();
        m_daemon.waitForFinished(60'000);
    }

    void manyEndsAreOneNotification()
    {
        JobTableModel model([] { return QDateTime::currentDateTimeUtc(); });
        QWidget page; // nobody looks at it
        const JobNotifier notifier(model, page);
        JobRow row;
        row.id = QStringLiteral("first");
        row.title = QStringLiteral("Autumn");
        row.state = RowState::Completed;
        row.fileSize = 1'240'000;
        const auto end = [&model, &row] { Q_EMIT model.ended(std::make_shared<const JobRow>(row)); };
        end();
        QTRY_COMPARE(m_desktop.shown.size(), 1);
        QCOMPARE(m_desktop.shown.first().replaced, 0U);
        QCOMPARE(m_desktop.shown.first().title, QStringLiteral("Export ready"));
        QVERIFY(m_desktop.shown.first().actions.contains(QLatin1String("open")));
        // Two at once: the second doesn't overtake the answer that names what it replaces.
        row.id = QStringLiteral("second");
        row.crops.emplace().missing = 3;
        end();
        row.id = QStringLiteral("third");
        row.title = QStringLiteral("Winter");
        row.crops.reset();
        row.state = RowState::Failed;
        row.error = QStringLiteral("disk full");
        end();
        const QString all = QStringLiteral("1 export ready, 1 export incomplete, 1 export failed");
        QTRY_COMPARE(m_desktop.shown.last().title, all);
        QCOMPARE(m_desktop.shown.last().text, QStringLiteral("Export failed: Winter: disk full"));
        QVERIFY(!m_desktop.shown.last().actions.contains(QLatin1String("open")));
        for (const FakeDesktop::Shown &later : m_desktop.shown.mid(1))
            QCOMPARE(later.replaced, 41U);
    }

    /// It takes the greeting and says nothing: neither the start, nor a notification, nor the end waits for it.
    void aSilentBusHoldsNothing()
    {
        const auto restore = qScopeGuard(
            [before = qgetenv("DBUS_SESSION_BUS_ADDRESS")] { qputenv("DBUS_SESSION_BUS_ADDRESS", before); });
        QLocalServer silent;
        QVERIFY(silent.listen(m_folder.filePath(QStringLiteral("silent"))));
        qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + QFile::encodeName(silent.fullServerName())));
        JobTableModel model([] { return QDateTime::currentDateTimeUtc(); });
        QWidget page;
        auto notifier = std::make_unique<JobNotifier>(model, page);
        JobRow row;
        row.id = QStringLiteral("first");
        row.state = RowState::Failed;
        const auto end = [&model, &row] { Q_EMIT model.ended(std::make_shared<const JobRow>(row)); };
        int beats = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&beats] { ++beats; });
        heart.start(20);
        end();
        QTRY_VERIFY(silent.hasPendingConnections());
        const QLocalSocket *question = silent.nextPendingConnection();
        beats = 0;
        QTRY_COMPARE(question->state(), QLocalSocket::UnconnectedState); // given up after 3 s
        QVERIFY2(beats > 10, qPrintable(QString::number(beats)));
        // Start and end, in the middle of the question.
        notifier.reset();
        test::Heartbeat heartbeat;
        notifier = std::make_unique<JobNotifier>(model, page);
        end();
        QTRY_VERIFY(silent.hasPendingConnections());
        silent.nextPendingConnection();
        notifier.reset();
        QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    FakeDesktop m_desktop;
};

QTEST_MAIN(TestJobNotifier)
#include "test_jobnotifier.moc"
