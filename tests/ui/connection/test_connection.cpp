// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/apiserver.h"
#include "tests/support/cuttexts.h"
#include "tests/support/heartbeat.h"
#include "tests/support/silentfolder.h"
#include "tests/ui/spoken.h"
#include "ui/connection/checklist.h"
#include "ui/connection/connectionpage.h"
#include "ui/connection/profilelistmodel.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtWidgets>

using namespace herdbook;
using namespace herdbook::connection;

using Part = ConnectionModel::Part;

namespace {

/// A keychain in memory, shared by the stores of one test.
class MemoryKeychain : public SecretBackend
{
public:
    using Answers = std::vector<std::function<void()>>;
    /// What it would answer waits in `held` while there is one.
    MemoryKeychain(QMap<QString, QString> &secrets, std::optional<Answers> &held, const bool &locked)
        : m_secrets(secrets), m_held(held), m_locked(locked)
    {
    }
    void read(const QString &key, Read answer) override
    {
        later([this, key, answer = std::move(answer)] {
            if (m_locked)
                answer(refusal());
            else if (m_secrets.contains(key))
                answer(m_secrets.value(key));
            else
                answer(Error{ErrorKind::NotFound, QStringLiteral("none")});
        });
    }
    void write(const QString &key, const QString &secret, Done answer) override
    {
        later([this, key, secret, answer = std::move(answer)] {
            if (m_locked)
                return answer(refusal());
            m_secrets.insert(key, secret);
            answer({});
        });
    }
    void erase(const QString &key, Done answer) override
    {
        later([this, key, answer = std::move(answer)] {
            if (m_locked)
                return answer(refusal());
            m_secrets.remove(key);
            answer({});
        });
    }

private:
    void later(std::function<void()> what)
    {
        if (m_held)
            m_held->push_back(std::move(what));
        else
            QTimer::singleShot(0, &m_context, std::move(what));
    }
    static Error refusal() { return {ErrorKind::Denied, QStringLiteral("The keychain is locked or refused access")}; }
    QMap<QString, QString> &m_secrets;
    std::optional<Answers> &m_held;
    const bool &m_locked;
    QObject m_context;
};

/// An HTTP server that gives every request the same answer.
class OneAnswer : public QTcpServer
{
public:
    explicit OneAnswer(const QByteArray &status, const QByteArray &body)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, status, body] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, status, body] {
                request += socket->readAll();
                if (!request.contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                              "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    QByteArray request;
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        m_theme = std::make_unique<Theme>(*qApp, m_appearance);
    }

    void init()
    {
        m_settings.clear();
        m_keychain.clear();
        m_held.reset();
        m_locked = false;
        m_environment.clear();
        m_demo.reset();
    }
    void cleanup() { close(); }

    void firstStartOffersTheOutsidePorts()
    {
        open();
        QCOMPARE(edit("POSTGRES_PORT")->text(), QStringLiteral("5433"));
        QCOMPARE(edit("REDIS_PORT")->text(), QStringLiteral("6380"));
        QCOMPARE(edit("POSTGRES_HOST")->text(), QStringLiteral("localhost"));
        QTRY_VERIFY(m_model->isReady());
        QCOMPARE(int(m_model->activeSettings()->redis.port), 6380);
        QVERIFY(!m_model->isDirty());
        // Nobody has made it: it is in no list until it is saved.
        auto *list = m_page->findChild<QListView *>();
        QVERIFY(m_model->isProposal() && list->model()->rowCount() == 0 && !list->isVisible());
        QVERIFY(hasText(QStringLiteral("No profile yet")));
        QCOMPARE(m_model->draft().name, QStringLiteral("Production"));
        for (const char *name : {"Duplicate", "Remove"})
            QVERIFY2(!button(name)->isEnabled(), name);
        QTest::mouseClick(button("New"), Qt::LeftButton);
        QVERIFY(m_model->isProposal() && ProfileStore(m_settings).isEmpty());
        QTest::mouseClick(button("Save"), Qt::LeftButton);
        QVERIFY(!m_model->isProposal() && list->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(!button("Save")->isEnabled());
    }

    void whatTheEnvironmentNamesIsInTheList()
    {
        m_environment.insert(QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.2"));
        open();
        QVERIFY(!m_model->isProposal());
        QTest::mouseClick(button("New"), Qt::LeftButton);
        QCOMPARE(m_model->listed(), 2); // it stays beside the new one
        QCOMPARE(ProfileStore(m_settings).profiles().size(), 2);
    }

    void aWrongValueSaysSoUnderItsField()
    {
        open();
        QLineEdit *port = edit("POSTGRES_PORT");
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("54x"));
        QCOMPARE(port->accessibleDescription(), QStringLiteral("Port must be a whole number from 1 to 65535"));
        QCOMPARE(QAccessible::queryAccessibleInterface(port)->text(QAccessible::Description),
                 port->accessibleDescription());
        QVERIFY(!button("Save")->isEnabled());
        QVERIFY(edit("REDIS_PORT")->accessibleDescription().isEmpty());
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("5439"));
        QVERIFY(port->accessibleDescription().isEmpty());
        QVERIFY(button("Save")->isEnabled());
        QTest::mouseClick(button("Discard changes"), Qt::LeftButton);
        QCOMPARE(port->text(), QStringLiteral("5433"));
        QVERIFY(!m_model->isDirty());
    }

    void aThresholdMayHaveADecimalComma()
    {
        open();
        const QString variable = QStringLiteral("REID_THRESHOLD");
        QLineEdit *threshold = edit("REID_THRESHOLD");
        threshold->selectAll();
        QTest::keyClicks(threshold, QStringLiteral("0,6,5"));
        QVERIFY(!m_model->problem(variable).isEmpty());
        threshold->selectAll();
        QTest::keyClicks(threshold, QStringLiteral("0,65"));
        QCOMPARE(m_model->problem(variable), QString());
        QCOMPARE(threshold->text(), QStringLiteral("0,65")); // as it is typed
        QTest::mouseClick(button("Save"), Qt::LeftButton);
        QCOMPARE(m_model->draft().values.value(variable), QStringLiteral("0.65"));
        QCOMPARE(threshold->text(), QStringLiteral("0.65"));
    }

    void passwordsGoToTheKeychainOnly()
    {
        open();
        QLineEdit *password = edit("POSTGRES_PASSWORD");
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QTest::keyClicks(password, QStringLiteral("hush-4711"));
        QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        QTest::mouseClick(button("Save"), Qt::LeftButton);
        QVERIFY(!m_model->isDirty());
        QCOMPARE(password->text(), QStringLiteral("hush-4711")); // no flicker
        QTRY_COMPARE(m_keychain.value(QStringLiteral("production/POSTGRES_PASSWORD")), QStringLiteral("hush-4711"));
        QCOMPARE(active.size(), 1);
        QCOMPARE(m_model->activeSettings()->postgres.password, QStringLiteral("hush-4711"));
        m_settings.sync();
        QFile file(m_settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("hush"));
        close();
        open();
        QVERIFY(!m_model->isReady() || m_model->activeSettings()->postgres.password == QLatin1String("hush-4711"));
        QTRY_COMPARE(edit("POSTGRES_PASSWORD")->text(), QStringLiteral("hush-4711"));
        QCOMPARE(m_model->activeSettings()->postgres.password, QStringLiteral("hush-4711"));
    }

    void withoutKeychainItSaysSo()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        m_secrets = std::make_unique<SecretStore>(keychainBackend());
        openWith(*m_secrets);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isReady(), 60'000);
        QVERIFY(!m_secrets->isPersistent());
        QVERIFY(hasText(QStringLiteral("There is no keychain on this computer: ")));
        QVERIFY(hasText(QStringLiteral("never on disk")));
        const auto lines = m_page->findChildren<QLabel *>(QStringLiteral("keeping"));
        QCOMPARE(lines.size(), 2); // under the form, and in the import's
        for (const QLabel *keeping : lines) {
            QCOMPARE(keeping->text(), lines.first()->text());
            QVERIFY2(keeping->toolTip().contains(QLatin1String("GNOME Keyring")) &&
                         keeping->accessibleDescription().contains(QLatin1String("herdbook.conf")),
                     qPrintable(keeping->toolTip()));
        }
    }

    void theFooterSaysWhatALockedKeychainHoldsAndWhenItKeepsAgain()
    {
        openSaved();
        m_locked = true;
        m_model->setValue(QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("hush-1"));
        QVERIFY(m_model->save());
        QTRY_VERIFY(
            hasText(QStringLiteral("The keychain is locked or refused access: new passwords are kept until Herdbook")));
        QVERIFY(!hasText(QStringLiteral("never on disk")));
        QVERIFY(m_model->removeProfile());
        QTRY_VERIFY(hasText(QStringLiteral("removed passwords may still be in it")));
        m_locked = false;
        m_model->setValue(QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("hush-2"));
        QVERIFY(m_model->save());
        QTRY_VERIFY(hasText(QStringLiteral("Passwords are kept in the desktop's keychain")));
        QVERIFY(!hasText(QStringLiteral("removed passwords")));
    }

    /// Who unlocks it after a minute has a session with the password.
    void aPasswordThatComesLateIsUsed()
    {
        m_keychain.insert(QStringLiteral("production/POSTGRES_PASSWORD"), QStringLiteral("hush-late"));
        m_held.emplace();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isReady(), 60'000);
        QVERIFY(m_model->activeSettings()->postgres.password.isEmpty());
        QVERIFY(hasText(QStringLiteral("The desktop's keychain doesn't answer: ")));
        QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        releaseKeychain();
        QTRY_COMPARE(active.size(), 1);
        QCOMPARE(m_model->activeSettings()->postgres.password, QStringLiteral("hush-late"));
        QCOMPARE(edit("POSTGRES_PASSWORD")->text(), QStringLiteral("hush-late"));
        QVERIFY(!m_model->isDirty());
        QVERIFY(hasText(QStringLiteral("Passwords are kept in the desktop's keychain")));
    }

    /// Nothing is made anew for one that the environment overrides.
    void aPasswordThatComesLateAndIsntUsedChangesNothing()
    {
        m_keychain.insert(QStringLiteral("production/POSTGRES_PASSWORD"), QStringLiteral("hush-late"));
        m_environment.insert(QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("hush-9"));
        m_held.emplace();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isReady(), 60'000);
        const QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        QSignalSpy late(m_secrets.get(), &SecretStore::cameLate);
        releaseKeychain();
        QTRY_COMPARE(late.size(), 1);
        QTest::qWait(0);
        QCOMPARE(active.size(), 0);
        QCOMPARE(m_model->activeSettings()->postgres.password, QStringLiteral("hush-9"));
    }

    void theEnvironmentWins()
    {
        m_environment = {{QStringLiteral("REDIS_HOST"), QStringLiteral("other.example")},
                         {QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("hush-9")}};
        qputenv("REDIS_HOST", "other.example");
        m_environment.insert(QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.2")); // --env's file has it
        open();
        QLineEdit *host = edit("REDIS_HOST");
        QCOMPARE(host->text(), QStringLiteral("other.example"));
        QVERIFY(!host->isEnabled());
        QCOMPARE(host->accessibleDescription(), QStringLiteral("Set by REDIS_HOST (environment)"));
        QVERIFY(edit("POSTGRES_PASSWORD")->text().isEmpty()); // used, never shown
        QCOMPARE(m_model->activeSettings()->postgres.password, QStringLiteral("hush-9"));
        QVERIFY(edit("POSTGRES_PORT")->isEnabled());
        QCOMPARE(edit("POSTGRES_HOST")->accessibleDescription(), QStringLiteral("Set by POSTGRES_HOST (--env)"));
        QCOMPARE(ProfileListModel(*m_model).index(0).data(ProfileListModel::Place).toString(),
                 QStringLiteral("127.0.0.2"));
        qunsetenv("REDIS_HOST");
        close();
        for (const auto &[word, on] : {std::pair("true", true), std::pair("On", true), std::pair("0", false)}) {
            m_environment = {{QStringLiteral("REDIS_TLS"), QLatin1String(word)}};
            open();
            QVERIFY2(m_page->findChild<QCheckBox *>(QStringLiteral("REDIS_TLS"))->isChecked() == on, word);
            QCOMPARE(m_model->activeSettings()->redis.tls, on);
            close();
        }
    }

    void profilesAreAddedUsedAndRemoved()
    {
        openSaved();
        QSignalSpy undoOffered(m_page, &ConnectionPage::undoOffered);
        QListView *list = m_page->findChild<QListView *>();
        QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::mouseClick(button("New"), Qt::LeftButton);
        QCOMPARE(list->model()->rowCount(), 2);
        auto *nameField = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(nameField);
        QTest::keyClicks(nameField, QStringLiteral("production"));
        QCOMPARE(nameField->accessibleDescription(), QStringLiteral("Another profile has this name"));
        nameField->selectAll();
        QTest::keyClicks(nameField, QStringLiteral("Barn"));
        QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        QTest::mouseClick(button("Save and use"), Qt::LeftButton);
        QTRY_COMPARE(active.size(), 1);
        QCOMPARE(m_model->activeProfile().name, QStringLiteral("Barn"));
        QTRY_VERIFY(list->hasFocus()); // the button can't be pressed any more
        QVERIFY(list->model()->index(1, 0).data(ProfileListModel::InUse).toBool());
        QVERIFY(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Barn, in use"));
        QTest::mouseClick(button("Duplicate"), Qt::LeftButton);
        QCOMPARE(m_model->draft().name, QStringLiteral("Barn 2"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(m_model->draft().name, QStringLiteral("Production"));
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(undoOffered.size(), 1);
        undoOffered.at(0).at(1).value<std::function<void()>>()();
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(m_model->draft().name, QStringLiteral("Production"));
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Production")); // in its place
        QCOMPARE(undoOffered.at(0).at(0).toString(), QStringLiteral("Removed Production"));
        m_model->select(1);
        QCOMPARE(m_model->draft().name, QStringLiteral("Barn"));
        QTest::mouseClick(button("Remove"), Qt::LeftButton);
        QCOMPARE(undoOffered.size(), 2);
        QTRY_COMPARE(active.size(), 2);
        QCOMPARE(undoOffered.at(1).at(0).toString(),
                 QStringLiteral("Removed Barn. %1 is in use now").arg(m_model->activeProfile().name));
    }

    void theLastProfileCanBeRemovedAndComesBack()
    {
        openSaved();
        m_model->setValue(QStringLiteral("POSTGRES_HOST"), QStringLiteral("barn.invalid"));
        m_model->setValue(QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("hush-4711"));
        QVERIFY(m_model->use());
        QTRY_VERIFY(m_model->isReady());
        m_model->setValue(QStringLiteral("REDIS_HOST"), QStringLiteral("cache.invalid")); // not saved
        QSignalSpy undoOffered(m_page, &ConnectionPage::undoOffered);
        QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        QTest::mouseClick(button("Remove"), Qt::LeftButton);
        QCOMPARE(undoOffered.size(), 1);
        QTRY_COMPARE(active.size(), 1);
        QVERIFY(m_model->isProposal() && !m_model->isSetUp());
        QVERIFY(hasText(QStringLiteral("No profile yet")));
        QCOMPARE(edit("POSTGRES_HOST")->text(), QStringLiteral("localhost"));
        QCOMPARE(edit("REDIS_HOST")->text(), QStringLiteral("localhost"));
        QVERIFY(!m_model->isDirty());
        QVERIFY(!button("Remove")->isEnabled() && !button("Remove")->accessibleDescription().isEmpty());
        undoOffered.at(0).at(1).value<std::function<void()>>()();
        QTRY_COMPARE(active.size(), 2);
        QVERIFY(m_model->isSetUp() && m_model->listed() == 1 && button("Remove")->isEnabled());
        QCOMPARE(m_model->activeSettings()->postgres.host, QStringLiteral("barn.invalid"));
        QCOMPARE(m_model->activeSettings()->postgres.password, QStringLiteral("hush-4711"));
        QCOMPARE(edit("REDIS_HOST")->text(), QStringLiteral("cache.invalid"));
        QVERIFY(m_model->isDirty());
    }

    void whatWasTypedInARemovedProfileIsInNoProposal()
    {
        openSaved();
        m_model->setValue(QStringLiteral("REDIS_HOST"), QStringLiteral("cache.invalid"));
        m_model->addProfile();
        m_model->select(0);
        m_model->removeProfile();
        QVERIFY(!m_model->isProposal());
        m_model->removeProfile();
        QVERIFY(m_model->isProposal() && !m_model->isDirty());
        QCOMPARE(edit("REDIS_HOST")->text(), QStringLiteral("localhost"));
    }

    /// What an import read begins a form, and nothing of it is stored.
    void whatWasReadIsProposed()
    {
        open();
        m_model->propose(QStringLiteral("Barn"), {{QStringLiteral("POSTGRES_HOST"), QStringLiteral("barn.invalid")},
                                                  {QStringLiteral("REDIS_PORT"), QStringLiteral("http")},
                                                  {QStringLiteral("REDIS_PASSWORD"), QStringLiteral("hush-1")}});
        QVERIFY(m_model->isProposal() && m_model->isDirty() && ProfileStore(m_settings).isEmpty());
        QCOMPARE(m_model->draft().name, QStringLiteral("Barn"));
        QCOMPARE(edit("POSTGRES_HOST")->text(), QStringLiteral("barn.invalid"));
        QCOMPARE(edit("REDIS_PASSWORD")->text(), QStringLiteral("hush-1"));
        QVERIFY(edit("REDIS_PORT")->accessibleDescription().contains(QLatin1String("whole number")));
        QVERIFY(m_keychain.isEmpty());
        for (const Part part : {Part::Postgres, Part::Redis}) // tested at once: what is wrong is marked
            QTRY_VERIFY_WITH_TIMEOUT(m_model->check(part).report.has_value(), 60'000);
        QVERIFY(!m_model->check(Part::Redis).report->passed());
        QCOMPARE(m_model->check(Part::Redis).report->steps.first().what, QStringLiteral("Values"));
        for (const Part part : {Part::Postgres, Part::Files}) // Redis's value is no fault of theirs
            QTRY_VERIFY_WITH_TIMEOUT(m_model->check(part).report &&
                                         m_model->check(part).report->steps.first().what != QLatin1String("Values"),
                                     60'000);
    }

    /// What one profile's servers want is no matter of the next one's.
    void aWantedPasswordIsThatOfTheProfileInUse()
    {
        openSaved();
        m_model->askForPasswords({QStringLiteral("REDIS_PASSWORD")});
        QVERIFY(!m_model->problem(QStringLiteral("REDIS_PASSWORD")).isEmpty());
        m_model->addProfile();
        m_model->setName(QStringLiteral("Barn"));
        QVERIFY(m_model->use());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isReady(), 60'000);
        QCOMPARE(m_model->problem(QStringLiteral("REDIS_PASSWORD")), QString());
    }

    void whatIsProposedBesideOthersGoesWhenItIsDiscarded()
    {
        openSaved();
        for (const bool kept : {false, true}) {
            Variables values = m_model->draft().values;
            values.insert(QStringLiteral("POSTGRES_HOST"), QStringLiteral("b.invalid"));
            m_model->propose(QStringLiteral("Barn"), values);
            QCOMPARE(m_model->listed(), 2);
            QCOMPARE(ProfileStore(m_settings).profiles().size(), 1);
            if (kept)
                QVERIFY(m_model->save());
            m_model->discard();
            QCOMPARE(m_model->listed(), kept ? 2 : 1);
            QCOMPARE(m_model->draft().name, kept ? QStringLiteral("Barn") : QStringLiteral("Production"));
        }
    }

    void whatIsProposedBesideOthersIsGoneWhenTheProgramEndsBefore()
    {
        openSaved();
        const QList<Profile> stored = ProfileStore(m_settings).profiles();
        Variables values = m_model->draft().values;
        values.insert(QStringLiteral("POSTGRES_HOST"), QStringLiteral("b.invalid"));
        m_model->propose(QStringLiteral("Barn"), values);
        m_model->select(0);
        m_model->select(1); // it stays meanwhile
        QCOMPARE(m_model->draft().name, QStringLiteral("Barn"));
        const std::function<void()> undo = m_model->removeProfile();
        QCOMPARE(m_model->listed(), 1);
        undo();
        QCOMPARE(m_model->draft().values.value(QStringLiteral("POSTGRES_HOST")), QStringLiteral("b.invalid"));
        QCOMPARE(ProfileStore(m_settings).profiles(), stored);
        close();
        open();
        QCOMPARE(m_model->listed(), 1);
        QCOMPARE(m_model->draft().name, QStringLiteral("Production"));
    }

    void whatTheEnvironmentNamesStaysBesideWhatIsProposed()
    {
        m_environment.insert(QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.2"));
        open();
        Variables values = m_model->draft().values;
        values.insert(QStringLiteral("REDIS_HOST"), QStringLiteral("b.invalid"));
        m_model->propose(QStringLiteral("Barn"), values);
        QCOMPARE(m_model->listed(), 2);
        QVERIFY(!m_model->isProposal() && ProfileStore(m_settings).isEmpty());
        QVERIFY(m_model->save());
        QCOMPARE(ProfileStore(m_settings).profiles().size(), 2);
        QCOMPARE(ProfileStore(m_settings).profiles().constFirst().id, m_model->activeId());
    }

    void editsStayWhileAnotherProfileIsLookedAt()
    {
        openSaved();
        QLineEdit *host = edit("POSTGRES_HOST");
        host->selectAll();
        QTest::keyClicks(host, QStringLiteral("barn.example"));
        QTest::keyClicks(edit("POSTGRES_PASSWORD"), QStringLiteral("hush-12"));
        auto *list = m_page->findChild<QListView *>();
        const auto heard = [list](int row) {
            return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY2(heard(0).contains(QLatin1String("changes aren't saved")), qPrintable(heard(0)));
        QTest::mouseClick(button("New"), Qt::LeftButton);
        QCOMPARE(host->text(), QStringLiteral("localhost"));
        QVERIFY(heard(0).contains(QLatin1String("changes aren't saved")));
        QVERIFY(!heard(1).contains(QLatin1String("changes aren't saved")));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(host->text(), QStringLiteral("barn.example"));
        QCOMPARE(edit("POSTGRES_PASSWORD")->text(), QStringLiteral("hush-12"));
        // Looking at another one and back once more, then away with them.
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Home);
        QTest::mouseClick(button("Discard changes"), Qt::LeftButton);
        QCOMPARE(host->text(), QStringLiteral("localhost"));
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(host->text(), QStringLiteral("localhost"));
        QVERIFY(!heard(0).contains(QLatin1String("changes aren't saved")));
        // What is read from a file isn't mixed with them.
        QTest::keyClicks(host, QStringLiteral("x"));
        m_model->adopt(QStringLiteral("Deer"), variablesFromSettings(m_servers.settings()));
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(host->text(), QStringLiteral("localhostx"));
    }

    void theDemoCantBeChanged()
    {
        m_demo = m_servers.settings();
        open();
        QCOMPARE(m_model->activeProfile().id, QStringLiteral("demo"));
        QVERIFY(m_model->isReady());
        QVERIFY(!edit("POSTGRES_HOST")->isEnabled());
        QVERIFY(!button("Remove")->isEnabled());
        QCOMPARE(button("Remove")->toolTip(), QStringLiteral("The demo ranch stays in the list"));
        // The copy would lead to ports that its servers don't have at the next start.
        QVERIFY(!button("Duplicate")->isEnabled() && !button("Duplicate")->toolTip().isEmpty());
        m_model->duplicateProfile();
        QVERIFY(ProfileStore(m_settings).isEmpty());
        QCOMPARE(m_page->findChild<QListView *>()->model()->rowCount(), 1);
    }

    void aDemoThatDoesNotRunIsStartedFromTheList()
    {
        ProfileStore(m_settings).setCurrentId(QStringLiteral("demo"));
        open();
        QVERIFY(!m_model->isSetUp());
        QCOMPARE(m_model->activeId(), QStringLiteral("production"));
        QVERIFY(ProfileStore(m_settings).isDemoCurrent()); // nobody has chosen anything yet
        auto *list = m_page->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data(ProfileListModel::Place).toString(), QStringLiteral("not started"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(m_model->draft().id, QStringLiteral("demo"));
        for (const char *name : {"Duplicate", "Remove", "Test PostgreSQL", "Test Redis", "Test Files", "Save"})
            QVERIFY2(!button(name)->isEnabled(), name);
        QSignalSpy asked(m_model.get(), &ConnectionModel::demoAsked);
        QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        QTest::mouseClick(button("Start the demo ranch"), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(active.size(), 0);
        m_model->openDemo(m_servers.settings());
        QCOMPARE(active.size(), 1);
        QVERIFY(m_model->isSetUp() && m_model->activeId() == QLatin1String("demo"));
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(!button("Duplicate")->isEnabled() && button("Test Redis")->isEnabled());
        QTest::mouseClick(button("New"), Qt::LeftButton); // the first one
        QVERIFY(m_model->isProposal() && !button("Remove")->isEnabled());
        QTest::mouseClick(button("Save and use"), Qt::LeftButton);
        QTRY_COMPARE(active.size(), 2);
        QVERIFY(ProfileStore(m_settings).hasDemo() && !ProfileStore(m_settings).isDemoCurrent());
        close();
        open();
        QCOMPARE(m_model->activeId(), QStringLiteral("production"));
        QCOMPARE(m_model->profiles().size(), 2);
    }

    void resultsMoveNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Language::Choice>("language");
        QTest::newRow("1280") << QSize(1280, 720) << Language::Choice::English;
        QTest::newRow("1440") << QSize(1440, 900) << Language::Choice::English;
        QTest::newRow("1280, German") << QSize(1280, 720) << Language::Choice::German;
        QTest::newRow("1440, German") << QSize(1440, 900) << Language::Choice::German;
    }

    void resultsMoveNothing()
    {
        QFETCH(const QSize, size);
        QFETCH(const Language::Choice, language);
        const test::Spoken spoken(m_appearance, language);
        openOnServers();
        m_window->resize(size);
        QTest::qWait(100);
        const QMap<QString, QRect> before = places();
        QVERIFY(before.size() > 25);
        const auto reported = [this](Part part) { return m_model->check(part).report.has_value(); };
        m_page->refresh();
        QVERIFY(!reported(Part::Postgres) && !reported(Part::Redis) && !reported(Part::Files));
        QTest::qWait(0);
        QCOMPARE(places(), before);
        for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
            QTRY_VERIFY_WITH_TIMEOUT(reported(part), 60'000);
        QTest::qWait(100);
        QCOMPARE(places(), before);
        // What takes more lines than there are.
        m_model->setValue(QStringLiteral("POSTGRES_PORT"), QStringLiteral("1"));
        m_model->setValue(QStringLiteral("EXPORT_DIR"), u'/' + QString(2000, u'x'));
        m_model->setValue(QStringLiteral("IMAGE_PATH"), QStringLiteral("/no/such folder"));
        QTest::qWait(100);
        QCOMPARE(places(), before);
        m_page->refresh();
        for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
            QTRY_VERIFY_WITH_TIMEOUT(reported(part), 60'000);
        QTest::qWait(100);
        QCOMPARE(places(), before);
        for (const CheckList *list : m_page->findChildren<CheckList *>()) {
            const auto texts = list->findChildren<LeadText *>();
            QVERIFY(!texts.isEmpty());
            for (const LeadText *text : texts)
                QVERIFY2(list->rect().contains(QRect(text->mapTo(list, QPoint()), text->size())),
                         qPrintable(text->text().left(40)));
        }
    }

    void testsAgainstRealServers()
    {
        openOnServers();
        QTest::mouseClick(button("Test PostgreSQL"), Qt::LeftButton);
        QVERIFY(m_model->check(Part::Postgres).running);
        QVERIFY(!button("Test PostgreSQL")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->check(Part::Postgres).report.has_value(), 60'000);
        QVERIFY2(m_model->check(Part::Postgres).report->passed(),
                 qPrintable(m_model->check(Part::Postgres).report->summary()));
        QVERIFY(hasText(QStringLiteral("All tables of the deployment are there")));
        m_page->showCheck(Part::Redis);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->check(Part::Redis).report.has_value(), 60'000);
        QVERIFY(m_model->check(Part::Redis).report->passed());
        QLineEdit *password = edit("REDIS_PASSWORD");
        password->selectAll();
        QTest::keyClicks(password, QStringLiteral("wrong"));
        QTest::mouseClick(button("Test Redis"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->check(Part::Redis).running, 60'000);
        QVERIFY(!m_model->check(Part::Redis).report->passed());
        QVERIFY(hasText(QStringLiteral("Password.")));
    }

    void onlyWhatASessionWorksWithMakesItAnew()
    {
        openOnServers();
        QSignalSpy active(m_model.get(), &ConnectionModel::activeChanged);
        QSignalSpy renamed(m_model.get(), &ConnectionModel::activeRenamed);
        m_model->setName(QStringLiteral("Barn"));
        QVERIFY(m_model->save());
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(active.size(), 0);
        QCOMPARE(m_model->activeProfile().name, QStringLiteral("Barn"));
        m_model->setValue(QStringLiteral("REID_THRESHOLD"), QStringLiteral("0.61"));
        QVERIFY(m_model->save());
        QCOMPARE(active.size(), 1);
        m_model->setValue(QStringLiteral("REID_THRESHOLD"), QStringLiteral("0.62"));
        QVERIFY(m_model->use()); // once, not for the saving as well
        QCOMPARE(active.size(), 2);
    }

    void webAddress_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("ok") << QByteArray("200 OK") << QByteArray("{\"status\":\"ok\"}") << "The web API answers: ok";
        QTest::newRow("no worker") << QByteArray("200 OK") << QByteArray("{\"status\":\"degraded\"}")
                                   << "but no worker is ready";
        QTest::newRow("a problem") << QByteArray("200 OK")
                                   << QByteArray(R"({"status":"degraded","workers":2,"problems":["It rains"]})")
                                   << "but reports: It rains";
        QTest::newRow("down") << QByteArray("503 Unavailable") << QByteArray("{\"status\":\"down\"}")
                              << "a part behind it is down";
        QTest::newRow("token") << QByteArray("401 Unauthorized") << QByteArray("{\"detail\":\"x\"}")
                               << "The token is refused";
        QTest::newRow("other") << QByteArray("404 Not Found") << QByteArray("<html>")
                               << "but not as this system's web API";
        QTest::newRow("sends on") << QByteArray("301 Moved\r\nLocation: http://u:hush@127.0.0.2:1/health?t=hush")
                                  << QByteArray() << "sends on to http://127.0.0.2:1. The address that answers itself";
        QTest::newRow("nobody") << QByteArray() << QByteArray() << "Nothing listens at 127.0.0.1, port 1";
    }

    void webAddress()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, says);
        OneAnswer server(status, body);
        open();
        m_model->setValue(QStringLiteral("EXPORT_DIR"), {});
        m_model->setValue(QStringLiteral("IMAGE_PATH"), {});
        m_model->setValue(QStringLiteral("HERDBOOK_API_URL"),
                          status.isEmpty() ? QStringLiteral("http://127.0.0.1:1") : server.address() + u'/');
        m_model->setValue(QStringLiteral("HERDBOOK_API_TOKEN"), QStringLiteral("t-1"));
        m_model->runCheck(Part::Files);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->check(Part::Files).report.has_value(), 60'000);
        const QString detail = m_model->check(Part::Files).report->steps.last().detail;
        QVERIFY2(detail.contains(says), qPrintable(detail));
        if (!status.isEmpty()) {
            QVERIFY(server.request.startsWith("GET /health HTTP/1.1"));
            QVERIFY(server.request.contains("Bearer t-1"));
        }
    }

    void aTestIsOfTheValuesItWasMadeWith()
    {
        openOnServers();
        m_page->refresh();
        const auto reported = [this](Part part) { return m_model->check(part).report.has_value(); };
        for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
            QTRY_VERIFY_WITH_TIMEOUT(reported(part), 60'000);
        QVERIFY(hasText(QStringLiteral("Tested ")));
        // Whether both know the zone alike is asked of PostgreSQL.
        m_model->setValue(QStringLiteral("HERDBOOK_SITE_TZ"), QStringLiteral("Asia/Kolkata"));
        QVERIFY(!reported(Part::Postgres) && reported(Part::Redis));
        m_model->runCheck(Part::Postgres);
        QTRY_VERIFY_WITH_TIMEOUT(reported(Part::Postgres), 60'000);
        m_model->setValue(QStringLiteral("POSTGRES_HOST"), QStringLiteral("elsewhere.example"));
        QVERIFY(!reported(Part::Postgres) && reported(Part::Redis) && reported(Part::Files));
        m_model->setValue(QStringLiteral("REDIS_DB"), QStringLiteral("3"));
        QVERIFY(!reported(Part::Redis) && reported(Part::Files));
        m_model->setValue(QStringLiteral("HERDBOOK_API_TOKEN"), QStringLiteral("t"));
        QVERIFY(!reported(Part::Files));
        QVERIFY(!hasText(QStringLiteral("Tested ")));
        // Nor is the answer to what was asked before.
        m_model->runCheck(Part::Redis);
        m_model->setValue(QStringLiteral("REDIS_DB"), QStringLiteral("4"));
        m_model->runCheck(Part::Redis);
        QVERIFY(m_model->check(Part::Redis).running);
        QTRY_VERIFY_WITH_TIMEOUT(reported(Part::Redis), 60'000);
    }

    void savingKeepsWhatWasFound()
    {
        openOnServers();
        m_model->setValue(QStringLiteral("POSTGRES_PASSWORD"), QStringLiteral("wrong"));
        m_page->refresh();
        const auto reported = [this](Part part) { return m_model->check(part).report.has_value(); };
        for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
            QTRY_VERIFY_WITH_TIMEOUT(reported(part), 60'000);
        m_model->setName(QStringLiteral("Barn"));
        QVERIFY(m_model->use());
        QVERIFY(reported(Part::Postgres) && reported(Part::Redis) && reported(Part::Files));
        QVERIFY(!m_model->check(Part::Postgres).report->passed());
        QVERIFY(hasText(QStringLiteral("with this password is refused")));
    }

    /// "In use" names a profile and doesn't say that it works.
    void inUseIsGreenNowhere()
    {
        QTemporaryDir folders;
        openOnServers();
        auto *pill = m_page->findChild<Pill *>(QStringLiteral("inUse"));
        for (const char *variable : {"EXPORT_DIR", "IMAGE_PATH"})
            m_model->setValue(QLatin1String(variable), folders.path());
        QVERIFY(m_model->use());
        const auto mark = [this] {
            return static_cast<Tone>(ProfileListModel(*m_model).index(0).data(ProfileListModel::Trouble).toInt());
        };
        QTRY_COMPARE_WITH_TIMEOUT(pill->tone(), Tone::Neutral, 60'000);
        QVERIFY(pill->isVisible() && mark() == Tone::Neutral);
        const QString gone = folders.path();
        QVERIFY(folders.remove());
        m_model->lookAtFolders();
        QTRY_COMPARE_WITH_TIMEOUT(pill->tone(), Tone::Warn, 60'000);
        QVERIFY(hasText(gone) && mark() == Tone::Warn);
        m_model->setServerTrouble({Tone::Error, QStringLiteral("Redis refused: NOAUTH")});
        QVERIFY(pill->tone() == Tone::Error && mark() == Tone::Error);
        QVERIFY(hasText(QStringLiteral("Redis refused: NOAUTH")));
        m_model->setServerTrouble({});
        QCOMPARE(pill->tone(), Tone::Warn);
    }

    void aSilentFolderIsSaidAndHoldsNobody()
    {
        QTemporaryDir folder;
        test::SilentFolder silent(folder.path());
        if (!silent.reason().isEmpty())
            QSKIP(qPrintable(silent.reason()));
        open();
        m_model->setValue(QStringLiteral("EXPORT_DIR"), folder.path());
        m_model->setValue(QStringLiteral("IMAGE_PATH"), {});
        m_model->runCheck(Part::Files);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->check(Part::Files).running, 60'000);
        const QString detail = m_model->check(Part::Files).report->steps.first().detail;
        QVERIFY2(detail.contains(QLatin1String("did not answer within 5 s")), qPrintable(detail));
        // Who asks often hears it, too.
        QVERIFY(m_model->use());
        QTRY_VERIFY_WITH_TIMEOUT((m_model->lookAtFolders(), m_model->trouble().tone == Tone::Warn), 60'000);
        m_model->runCheck(Part::Files);
        QVERIFY(m_model->check(Part::Files).running);
        close(); // in the middle, while nothing answers
    }

    void aSilentRedisHoldsNoClosing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        int met = 0;
        connect(&silent, &QTcpServer::newConnection, this, [&silent, &met] {
            while (silent.nextPendingConnection() != nullptr)
                ++met;
        });
        // The check's patience is short: where the machine stalls, it may be over before the closing.
        bool running = false;
        for (int time = 0; time < 3 && !running; ++time) {
            met = 0;
            open();
            m_model->setValue(QStringLiteral("REDIS_HOST"), QStringLiteral("127.0.0.1"));
            m_model->setValue(QStringLiteral("REDIS_PORT"), QString::number(silent.serverPort()));
            m_model->runCheck(Part::Redis);
            QTRY_VERIFY_WITH_TIMEOUT(met >= 2, 60'000); // whether somebody listens, and then the talk
            m_window.reset();
            running = m_model->check(Part::Redis).running;
            test::Heartbeat heartbeat;
            m_model.reset();
            QVERIFY2(heartbeat.longestGap() < 1000, qPrintable(QString::number(heartbeat.longestGap())));
            close();
        }
        QVERIFY(running);
    }

    void aTokenIsTriedWhereOneIsWanted()
    {
        Settings settings = m_servers.settings();
        settings.exportFolder = m_folder.path();
        settings.apiToken = QStringLiteral("t-right");
        const test::ApiServer server(settings); // which tells its health to everyone
        open();
        m_model->setValue(QStringLiteral("EXPORT_DIR"), {});
        m_model->setValue(QStringLiteral("IMAGE_PATH"), {});
        m_model->setValue(QStringLiteral("HERDBOOK_API_URL"), QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
        const std::pair<const char *, const char *> tokens[]{
            {"t-wrong", "The token is refused"}, {"", "wants a token"}, {"t-right", "but no worker is ready"}};
        for (const auto &[token, says] : tokens) {
            m_model->setValue(QStringLiteral("HERDBOOK_API_TOKEN"), QString::fromLatin1(token));
            m_model->runCheck(Part::Files);
            QTRY_VERIFY_WITH_TIMEOUT(!m_model->check(Part::Files).running, 60'000);
            const QString detail = m_model->check(Part::Files).report->steps.last().detail;
            QVERIFY2(detail.contains(QLatin1String(says)), qPrintable(detail));
        }
    }

    void keyboardOnly()
    {
        openSaved();
        m_page->findChild<QListView *>()->setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget()->objectName());
        }
        for (const char *variable :
             {"POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_SSLMODE", "REDIS_TLS", "IMAGE_PATH", "HERDBOOK_SITE_TZ"})
            QVERIFY2(reached.contains(QLatin1String(variable)), variable);
    }

    void pictures()
    {
        openOnServers();
        m_model->addProfile();
        m_model->setName(QStringLiteral("North barn"));
        m_model->setValue(QStringLiteral("POSTGRES_HOST"), QStringLiteral("barn.example"));
        m_model->setReadOnly(true);
        QVERIFY(m_model->save());
        picture(QStringLiteral("connection-new"), {1440, 900});
        m_model->select(0);
        m_page->refresh();
        for (const Part part : {Part::Postgres, Part::Redis, Part::Files})
            QTRY_VERIFY_WITH_TIMEOUT(m_model->check(part).report.has_value(), 60'000);
        picture(QStringLiteral("connection-tested"), {1440, 900});
        picture(QStringLiteral("connection-tested-small"), {1100, 700});
        picture(QStringLiteral("connection-tested-1280"), {1280, 720});
        picture(QStringLiteral("connection-tested-1366"), {1366, 768});
        picture(QStringLiteral("connection-tested-2560"), {2560, 1440});
        QLineEdit *port = edit("REDIS_PORT");
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("1"));
        QLineEdit *host = edit("POSTGRES_HOST");
        host->setFocus();
        host->clear();
        QTest::keyClicks(host, QStringLiteral("no such host"));
        m_model->runCheck(Part::Redis);
        QTRY_VERIFY_WITH_TIMEOUT(!m_model->check(Part::Redis).running, 60'000);
        picture(QStringLiteral("connection-wrong"), {1440, 900});
        picture(QStringLiteral("connection-wrong-1280"), {1280, 720});
    }

private:
    void open()
    {
        m_secrets = std::make_unique<SecretStore>(std::make_unique<MemoryKeychain>(m_keychain, m_held, m_locked));
        openWith(*m_secrets);
    }

    /// With the first profile in the list, and in use.
    void openSaved()
    {
        open();
        QTRY_VERIFY(m_model->isReady());
        QVERIFY(m_model->save());
        QTRY_VERIFY(m_model->isReady());
    }

    void releaseKeychain()
    {
        const MemoryKeychain::Answers answers = std::move(m_held).value_or(MemoryKeychain::Answers());
        m_held.reset();
        for (const auto &answer : answers)
            answer();
    }

    void openWith(SecretStore &secrets)
    {
        m_model = std::make_unique<ConnectionModel>(m_settings, secrets, m_environment, m_demo);
        m_window = std::make_unique<MainWindow>(m_settings, systemClock());
        m_page = new ConnectionPage(*m_model, secrets);
        m_window->setPage(MainWindow::Page::Connection, m_page);
        m_window->showPage(MainWindow::Page::Connection);
        m_window->resize(1440, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    /// The first profile leads to the private servers.
    void openOnServers()
    {
        open();
        QTRY_VERIFY(m_model->isReady());
        const Variables variables = variablesFromSettings(m_servers.settings());
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            m_model->setValue(it.key(), it.value());
        m_model->setValue(QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.1"));
        QVERIFY(m_model->use());
    }

    void close()
    {
        m_window.reset();
        m_model.reset();
        m_secrets.reset();
    }

    /// Where the cards are, their fields and buttons, and the room of the results.
    QMap<QString, QRect> places() const
    {
        QMap<QString, QRect> found;
        QWidget *content = edit("POSTGRES_HOST");
        while (content->parentWidget()->objectName() != QLatin1String("qt_scrollarea_viewport"))
            content = content->parentWidget();
        int number = 0;
        for (const QWidget *widget : content->findChildren<QWidget *>()) {
            const bool counts = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const Card *>(widget) ||
                                qobject_cast<const CheckList *>(widget);
            if (counts)
                found.insert(QStringLiteral("%1 %2 %3")
                                 .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                                 .arg(++number),
                             QRect(widget->mapTo(content, QPoint()), widget->size()));
        }
        return found;
    }

    QLineEdit *edit(const char *variable) const { return m_page->findChild<QLineEdit *>(QLatin1String(variable)); }

    /// The button of that text or accessible name.
    QAbstractButton *button(const char *text) const
    {
        for (auto *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == QLatin1String(text) ||
                (button->accessibleName().isEmpty() && button->text() == QLatin1String(text)))
                return button;
        }
        return nullptr;
    }

    bool hasText(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->text().contains(text); });
    }

    void picture(const QString &name, QSize size)
    {
        m_window->resize(size);
        const QDir output(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()));
        for (const bool dark : {false, true}) {
            m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
            QTRY_COMPARE(m_window->palette().color(QPalette::Window), m_theme->tokens().window);
            QTest::qWait(0);
            const QStringList cut = size.width() < 1280 ? QStringList() : test::cutTexts(*m_window);
            QVERIFY2(cut.isEmpty(), qPrintable(name + u'\n' + cut.join(u'\n')));
            QVERIFY(m_window->grab().save(
                output.filePath(name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")))));
        }
    }

    test::Servers m_servers;
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    QSettings m_appearance{m_folder.filePath(QStringLiteral("appearance.ini")), QSettings::IniFormat};
    QMap<QString, QString> m_keychain;
    std::optional<MemoryKeychain::Answers> m_held;
    bool m_locked = false;
    Variables m_environment;
    std::optional<Settings> m_demo;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ConnectionModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    ConnectionPage *m_page = nullptr;
};

QTEST_MAIN(TestConnection)
#include "test_connection.moc"
