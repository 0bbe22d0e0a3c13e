// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sessionbus.h"
#include "core/config/secrets.h"
#include "tests/support/heartbeat.h"

#include <QLocalServer>
#include <QProcess>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace herdbook;

namespace {

/// A keychain in memory that can be locked, and may not answer until somebody unlocks it.
class FakeKeychain : public SecretBackend
{
public:
    struct State
    {
        QMap<QString, QString> secrets;
        bool locked = false;
        bool asksSomebody = false;
        std::vector<std::function<void()>> asked = {};
    };
    explicit FakeKeychain(State &state) : m_state(state) {}

    void read(const QString &key, Read answer) override
    {
        later([this, key, answer = std::move(answer)] {
            if (m_state.locked)
                answer(Error{ErrorKind::Denied, QStringLiteral("locked")});
            else if (m_state.secrets.contains(key))
                answer(m_state.secrets.value(key));
            else
                answer(Error{ErrorKind::NotFound, QStringLiteral("none")});
        });
    }
    void write(const QString &key, const QString &secret, Done answer) override
    {
        later([this, key, secret, answer = std::move(answer)] {
            if (!m_state.locked)
                m_state.secrets.insert(key, secret);
            answer(m_state.locked ? Result<void>(Error{ErrorKind::Denied, QStringLiteral("locked")}) : Result<void>());
        });
    }
    void erase(const QString &key, Done answer) override
    {
        later([this, key, answer = std::move(answer)] {
            if (!m_state.locked)
                m_state.secrets.remove(key);
            answer(m_state.locked ? Result<void>(Error{ErrorKind::Denied, QStringLiteral("locked")}) : Result<void>());
        });
    }

private:
    void later(std::function<void()> what)
    {
        if (m_state.asksSomebody)
            m_state.asked.push_back(std::move(what));
        else
            QTimer::singleShot(0, &m_context, std::move(what));
    }

    State &m_state;
    QObject m_context;
};

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptOverSessions()
    {
        FakeKeychain::State keychain;
        {
            SecretStore store(std::make_unique<FakeKeychain>(keychain));
            store.write(QStringLiteral("a/POSTGRES_PASSWORD"), QStringLiteral("s1"));
            QTRY_COMPARE(keychain.secrets.size(), 1);
        }
        SecretStore next(std::make_unique<FakeKeychain>(keychain));
        QVERIFY(!next.hasAnswered()); // whether it keeps anything isn't known yet
        QSignalSpy answered(&next, &SecretStore::persistenceChanged);
        QCOMPARE(readFrom(next, QStringLiteral("a/POSTGRES_PASSWORD")), QStringLiteral("s1"));
        QCOMPARE(readFrom(next, QStringLiteral("b/POSTGRES_PASSWORD")), QStringLiteral("-"));
        QVERIFY(next.isPersistent()); // not having an entry is no fault of the keychain
        QVERIFY(next.hasAnswered() && answered.size() == 1);
        next.write(QStringLiteral("a/POSTGRES_PASSWORD"), {});
        QTRY_VERIFY(keychain.secrets.isEmpty());
    }

    void lockedKeychainMeansThisSessionOnly()
    {
        FakeKeychain::State keychain;
        keychain.locked = true;
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        QSignalSpy changed(&store, &SecretStore::persistenceChanged);
        store.write(QStringLiteral("k"), QStringLiteral("s"));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!store.isPersistent());
        QCOMPARE(store.keeping(), SecretStore::Keeping::Locked);
        QCOMPARE(store.reason(), QStringLiteral("locked"));
        QCOMPARE(readFrom(store, QStringLiteral("k")), QStringLiteral("s"));
        QVERIFY(keychain.secrets.isEmpty());
    }

    /// What it refused is asked for again as soon as it takes anything: then all of it is true.
    void anUnlockedKeychainIsSaidToKeep()
    {
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("old"), QStringLiteral("s1"));
        keychain.locked = true;
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        QSignalSpy late(&store, &SecretStore::cameLate);
        store.write(QStringLiteral("a"), QStringLiteral("s2"));
        QCOMPARE(readFrom(store, QStringLiteral("old")), QStringLiteral("-"));
        QCOMPARE(store.keeping(), SecretStore::Keeping::Locked);
        QVERIFY(!store.mayHoldForgotten());
        keychain.locked = false;
        store.write(QStringLiteral("b"), QStringLiteral("s3"));
        QTRY_COMPARE(store.keeping(), SecretStore::Keeping::Kept);
        QVERIFY(store.isPersistent());
        QCOMPARE(store.reason(), QString());
        QTRY_COMPARE(keychain.secrets.value(QStringLiteral("a")), QStringLiteral("s2"));
        QCOMPARE(keychain.secrets.value(QStringLiteral("b")), QStringLiteral("s3"));
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(readFrom(store, QStringLiteral("old")), QStringLiteral("s1"));
    }

    void whatItDidntForgetIsToldAndForgottenLater()
    {
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("s"));
        keychain.locked = true;
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        QSignalSpy changed(&store, &SecretStore::persistenceChanged);
        store.write(QStringLiteral("k"), {});
        QTRY_VERIFY(store.mayHoldForgotten());
        QCOMPARE(changed.size(), 1);
        QVERIFY(keychain.secrets.contains(QStringLiteral("k")));
        keychain.locked = false;
        store.write(QStringLiteral("b"), QStringLiteral("s"));
        QTRY_VERIFY(!keychain.secrets.contains(QStringLiteral("k")));
        QVERIFY(!store.mayHoldForgotten());
        QCOMPARE(store.keeping(), SecretStore::Keeping::Kept);
    }

    /// The password of a removed profile must not stay because the program ended before the keychain was unlocked.
    void whatItDidntForgetIsForgottenInALaterSession()
    {
        QSettings debts(m_folder.filePath(QStringLiteral("debts.ini")), QSettings::IniFormat);
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("hush-77"));
        keychain.locked = true;
        {
            SecretStore store(std::make_unique<FakeKeychain>(keychain), &debts);
            store.write(QStringLiteral("k"), {});
            store.write(QStringLiteral("kept"), QStringLiteral("hush-78"));
            QTRY_VERIFY(store.mayHoldForgotten());
        }
        {
            SecretStore store(std::make_unique<FakeKeychain>(keychain), &debts);
            QTRY_VERIFY(store.mayHoldForgotten()); // still locked, and said again
            QCOMPARE(readFrom(store, QStringLiteral("k")), QStringLiteral("-"));
        }
        debts.sync();
        QFile file(debts.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("hush"));
        keychain.locked = false;
        {
            SecretStore store(std::make_unique<FakeKeychain>(keychain), &debts);
            QTRY_VERIFY(keychain.secrets.isEmpty());
            QTRY_VERIFY(debts.allKeys().isEmpty());
            QVERIFY(!store.mayHoldForgotten());
        }
        // Ended before it answered, and given a new one meanwhile.
        for (const bool again : {false, true}) {
            keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("hush-77"));
            {
                keychain.asksSomebody = true;
                SecretStore store(std::make_unique<FakeKeychain>(keychain), &debts);
                store.write(QStringLiteral("k"), {});
                if (again)
                    store.write(QStringLiteral("k"), QStringLiteral("new"));
                keychain.asked.clear();
            }
            keychain.asksSomebody = false;
            SecretStore store(std::make_unique<FakeKeychain>(keychain), &debts);
            QCOMPARE(debts.allKeys().isEmpty(), again);
            if (again)
                QCOMPARE(readFrom(store, QStringLiteral("k")), QStringLiteral("hush-77"));
            else
                QTRY_VERIFY(keychain.secrets.isEmpty());
        }
    }

    void whatIsSparedIsThereAgain()
    {
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("s"));
        keychain.locked = true;
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        store.write(QStringLiteral("k"), {});
        QTRY_VERIFY(store.mayHoldForgotten());
        store.spare(QStringLiteral("k"));
        QVERIFY(!store.mayHoldForgotten());
        keychain.locked = false;
        QCOMPARE(readFrom(store, QStringLiteral("k")), QStringLiteral("s"));
        store.write(QStringLiteral("b"), QStringLiteral("s"));
        QTRY_VERIFY(keychain.secrets.contains(QStringLiteral("b")));
        QTest::qWait(0);
        QVERIFY(keychain.secrets.contains(QStringLiteral("k")));
    }

    void whatWasTypedMeanwhileWins()
    {
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("old"));
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        QString got;
        store.read(QStringLiteral("k"), this, [&got](const Result<QString> &secret) { got = *secret; });
        store.write(QStringLiteral("k"), QStringLiteral("new"));
        QTRY_COMPARE(got, QStringLiteral("new"));
    }

    void noAnswerToWhatIsGone()
    {
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("s"));
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        bool answered = false;
        auto context = std::make_unique<QObject>();
        store.read(QStringLiteral("k"), context.get(), [&answered](const Result<QString> &) { answered = true; });
        context.reset();
        QCOMPARE(readFrom(store, QStringLiteral("k")), QStringLiteral("s"));
        QVERIFY(!answered);
    }

    /// Waiting for somebody to unlock it: after 5 s the session goes on without, and has the secret when it comes.
    void whatComesLateIsTakenAllTheSame()
    {
        FakeKeychain::State keychain;
        keychain.secrets.insert(QStringLiteral("k"), QStringLiteral("s"));
        keychain.asksSomebody = true;
        SecretStore store(std::make_unique<FakeKeychain>(keychain));
        QSignalSpy late(&store, &SecretStore::cameLate);
        QString got;
        store.read(QStringLiteral("k"), this,
                   [&got](const Result<QString> &secret) { got = secret ? *secret : QStringLiteral("-"); });
        QTRY_COMPARE(got, QStringLiteral("-"));
        QCOMPARE(store.keeping(), SecretStore::Keeping::Silent);
        QVERIFY(!store.isPersistent() && !store.reason().isEmpty());
        QCOMPARE(late.size(), 0);
        QCOMPARE(keychain.asked.size(), std::size_t{1});
        keychain.asked.front()();
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(store.keeping(), SecretStore::Keeping::Kept);
        QCOMPARE(store.known(QStringLiteral("k")).value_or(QString()), QStringLiteral("s"));
        QCOMPARE(got, QStringLiteral("-")); // answered once
    }

    void withoutABusItIsSaidWhatIs_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<SecretStore::Keeping>("keeping");
        const QByteArray folder = QFile::encodeName(m_folder.path());
        QTest::newRow("nowhere") << QByteArray("unix:path=/nonexistent") << SecretStore::Keeping::NoKeychain;
        QTest::newRow("unset") << QByteArray() << SecretStore::Keeping::NoKeychain;
        QTest::newRow("a file") << QByteArray("unix:path=" + folder) << SecretStore::Keeping::NoKeychain;
        QTest::newRow("silent") << QByteArray("unix:path=" + folder + "/silent") << SecretStore::Keeping::Silent;
        QTest::newRow("silent, after one that is away")
            << QByteArray("unix:path=/nonexistent;unix:path=" + folder + "/silent,guid=1")
            << SecretStore::Keeping::Silent;
        QTest::newRow("silent, where it usually is") << QByteArray("usual") << SecretStore::Keeping::Silent;
    }

    /// The real keychain: it is said within 5 s, the event loop goes on meanwhile, and so does the session.
    void withoutABusItIsSaidWhatIs()
    {
        QFETCH(const QByteArray, address);
        QFETCH(const SecretStore::Keeping, keeping);
        const auto restore = qScopeGuard([bus = qgetenv("DBUS_SESSION_BUS_ADDRESS"), run = qgetenv("XDG_RUNTIME_DIR")] {
            qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
            qputenv("XDG_RUNTIME_DIR", run);
        });
        QLocalServer silent;
        const bool usual = address == "usual";
        QVERIFY(silent.listen(m_folder.filePath(usual ? QStringLiteral("bus") : QStringLiteral("silent"))));
        qputenv("XDG_RUNTIME_DIR", usual ? QFile::encodeName(m_folder.path()) : QByteArray("/nonexistent"));
        if (usual || address.isEmpty())
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        else
            qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        test::Heartbeat heartbeat;
        SecretStore store(keychainBackend());
        const QString key = QStringLiteral("herdbook-test");
        store.write(key, QStringLiteral("s"));
        QTRY_COMPARE_WITH_TIMEOUT(store.keeping(), keeping, 20'000); // D-Bus itself would wait for 25 s
        QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
        QVERIFY(store.hasAnswered() && !store.isPersistent());
        QVERIFY(!store.reason().isEmpty());
        QCOMPARE(readFrom(store, key), QStringLiteral("s"));
        QCOMPARE(readFrom(store, QStringLiteral("another")), QStringLiteral("-"));
    }

    /// A bus that answers, on which nobody keeps secrets.
    void aBusWithoutAKeychain()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("There is no dbus-daemon");
        QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        const QByteArray address = "unix:path=" + QFile::encodeName(m_folder.filePath(QStringLiteral("real")));
        const QByteArray rules =
            "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>";
        configuration.write(QByteArray("<busconfig><type>session</type><listen>" + address +
                                       "</listen><policy context=\"default\">" + rules + "</policy></busconfig>"));
        configuration.close();
        QProcess bus;
        bus.start(daemon, {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"), QStringLiteral("--print-address"),
                           QStringLiteral("--config-file=") + configuration.fileName()});
        QVERIFY(bus.waitForReadyRead(60'000)); // it listens
        const auto restore = qScopeGuard([&bus, before = qgetenv("DBUS_SESSION_BUS_ADDRESS")] {
            bus.terminate();
            bus.waitForFinished(60'000);
            qputenv("DBUS_SESSION_BUS_ADDRESS", before);
        });
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QCOMPARE(askSessionBus(), SessionBus::Answers);
        SecretStore store(keychainBackend());
        QCOMPARE(readFrom(store, QStringLiteral("herdbook-test")), QStringLiteral("-"));
        QTRY_COMPARE(store.keeping(), SecretStore::Keeping::NoKeychain);
    }

private:
    /// The secret, or "-".
    QString readFrom(SecretStore &store, const QString &key)
    {
        std::optional<QString> got;
        store.read(key, this, [&got](const Result<QString> &secret) { got = secret ? *secret : QStringLiteral("-"); });
        [&] { QTRY_VERIFY(got.has_value()); }();
        return got.value_or(QString());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "test_secrets.moc"
