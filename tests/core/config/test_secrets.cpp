// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace herdbook;

namespace {

/// A keychain in memory that can be locked, and answers late.
class FakeKeychain : public SecretBackend
{
public:
    struct State
    {
        QMap<QString, QString> secrets;
        bool locked = false;
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
            m_state.secrets.remove(key);
            answer({});
        });
    }

private:
    void later(std::function<void()> what) { QTimer::singleShot(0, &m_context, std::move(what)); }

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
        QCOMPARE(store.reason(), QStringLiteral("locked"));
        QCOMPARE(readFrom(store, QStringLiteral("k")), QStringLiteral("s"));
        QVERIFY(keychain.secrets.isEmpty());
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

    /// Where tests run there is no keychain service: the real backend has to say so, and the session has to go on.
    void realKeychainIsAbsentOrWorks()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        SecretStore store(keychainBackend());
        QSignalSpy changed(&store, &SecretStore::persistenceChanged);
        store.write(QStringLiteral("herdbook-test"), QStringLiteral("s"));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30000);
        QVERIFY(!store.isPersistent());
        QVERIFY(!store.reason().isEmpty());
        QCOMPARE(readFrom(store, QStringLiteral("herdbook-test")), QStringLiteral("s"));
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
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "test_secrets.moc"
