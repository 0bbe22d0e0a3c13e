// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"
#include "tests/support/servers.h"
#include "ui/connection/connectionmodel.h"
#include "ui/connection/envcard.h"
#include "ui/connection/welcomepage.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

using namespace herdbook;
using namespace herdbook::connection;

using Row = EnvImport::Row;

namespace {

/// No keychain, as on a machine without a desktop session.
class NoKeychain : public SecretBackend
{
public:
    void read(const QString &, Read answer) override
    {
        answer(Error{ErrorKind::Unreachable, QStringLiteral("no keychain")});
    }
    void write(const QString &, const QString &, Done answer) override { answer({}); }
    void erase(const QString &, Done answer) override { answer({}); }
};

} // namespace

/// The welcome page against real servers: what it takes from an .env file, what it says to each thing that can be wrong with one, and that it
/// takes nothing in use before that is right.
class TestWelcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        QVERIFY(m_folder.isValid() && QFile(m_folder.filePath(QStringLiteral("mounted"))).open(QIODevice::WriteOnly));
        m_theme = std::make_unique<Theme>(*qApp, m_settings);
        m_good = variablesFromSettings(m_servers.settings());
        m_good.insert(QStringLiteral("EXPORT_DIR"), m_folder.path());
        m_good.insert(QStringLiteral("IMAGE_PATH"), m_folder.path());
        m_good.insert(QStringLiteral("HERDBOOK_SITE_TZ"), QStringLiteral("America/Chicago"));
        m_good.insert(QStringLiteral("REID_THRESHOLD"), QStringLiteral("0.65"));
        m_good.insert(QStringLiteral("COMPOSE_PROJECT_NAME"), QStringLiteral("deer"));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(m_settings, systemClock());
        m_secrets = std::make_unique<SecretStore>(std::make_unique<NoKeychain>());
        m_page = new WelcomePage(*m_secrets);
        m_window->setWelcome(m_page);
        m_window->showWelcome();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void aRightFileConnects()
    {
        picture(QStringLiteral("welcome-empty"));
        read(m_good);
        QVERIFY(m_page->import().canConnect());
        QCOMPARE(m_page->import().found(), int(m_good.size()));
        QVERIFY(m_page->import().unused().contains(QStringLiteral("COMPOSE_PROJECT_NAME")));
        QCOMPARE(m_page->import().unused().size(), m_page->import().found() - m_page->import().used());
        for (int row = 0; row < EnvImport::RowCount; ++row) {
            const EnvImport::Line line = m_page->import().line(static_cast<Row>(row));
            const bool mayWarn = static_cast<Row>(row) == Row::Rights || static_cast<Row>(row) == Row::Photos ||
                                 static_cast<Row>(row) == Row::Database;
            QVERIFY2(line.tone == Tone::Ok || (mayWarn && line.tone == Tone::Warn),
                     qPrintable(line.name + line.answer));
        }
        QSignalSpy asked(m_page, &WelcomePage::connectAsked);
        QTest::keyClick(m_page->envCard()->fileEdit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
        const auto values = asked.at(0).at(1).value<Variables>();
        const Result<Settings> settings = settingsFromVariables(values);
        QVERIFY(settings);
        QVERIFY(settings->redis == m_servers.settings().redis && settings->postgres == m_servers.settings().postgres);
        QCOMPARE(settings->reidThreshold, 0.65);
    }

    void whatIsWrongIsNamedInItsRowAndMendedThere_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("withoutRedis");
        const auto add = [](const char *name, const char *variable, const QString &value, Row row, const char *says,
                            bool without = false) {
            QTest::newRow(name) << QString::fromLatin1(variable) << value << static_cast<int>(row)
                                << QString::fromLatin1(says) << without;
        };
        add("Redis password missing", "REDIS_PASSWORD", {}, Row::Redis, "wants a password", true);
        add("Redis password wrong", "REDIS_PASSWORD", QStringLiteral("not-it"), Row::Redis, "password", true);
        add("Redis port closed", "REDIS_PORT", QStringLiteral("1"), Row::Redis, "Nothing listens on port 1", true);
        add("Redis port of another server", "REDIS_PORT", m_good.value(QStringLiteral("POSTGRES_PORT")), Row::Redis,
            "connection", true);
        add("Redis port no number", "REDIS_PORT", QStringLiteral("http"), Row::Redis, "whole number", true);
        add("a whole URL as Redis' host", "REDIS_HOST", QStringLiteral("redis://:hush-77@cache"), Row::Redis,
            "belongs in REDIS_URL", true);
        add("PostgreSQL password wrong", "POSTGRES_PASSWORD", QStringLiteral("not-it"), Row::Postgres, "password");
        add("PostgreSQL port closed", "POSTGRES_PORT", QStringLiteral("1"), Row::Postgres, "Nothing listens on port 1");
        add("a name only the deployment knows", "POSTGRES_HOST", QStringLiteral("postgres.invalid"), Row::Postgres,
            "No host is named");
        add("no such database", "POSTGRES_DB", QStringLiteral("elsewhere"), Row::Database,
            "no database named elsewhere");
        add("a database of something else", "POSTGRES_DB", QStringLiteral("postgres"), Row::Database,
            "Is this the database of the deployment?");
        add("authorities' file of another machine", "POSTGRES_SSLROOTCERT", QStringLiteral("/nowhere/ca.pem"),
            Row::Postgres, "/nowhere/ca.pem");
        add("threshold beyond 1", "REID_THRESHOLD", QStringLiteral("70"), Row::Threshold, "0 to 1");
        add("no such zone", "HERDBOOK_SITE_TZ", QStringLiteral("Texas"), Row::TimeZone, "IANA");
    }

    void whatIsWrongIsNamedInItsRowAndMendedThere()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        QFETCH(const int, row);
        QFETCH(const QString, says);
        QFETCH(const bool, withoutRedis);
        Variables wrong = m_good;
        wrong.insert(variable, value);
        if (variable == QLatin1String("POSTGRES_SSLROOTCERT"))
            wrong.insert(QStringLiteral("POSTGRES_SSLMODE"), QStringLiteral("prefer"));
        read(wrong);
        EnvRow *shown = m_page->envCard()->row(static_cast<Row>(row));
        QCOMPARE(shown->line().tone, Tone::Error);
        QVERIFY2(shown->line().answer.contains(says, Qt::CaseInsensitive), qPrintable(shown->line().answer));
        for (const QString &text : {shown->line().found, shown->line().answer})
            QVERIFY(!text.contains(QLatin1String("hush")));
        QVERIFY(!m_page->envCard()->connectButton()->isEnabled());
        QVERIFY(m_page->import().needing() != 1 || m_page->envCard()->pill()->text() == u"1 of 8 needs you");
        QCOMPARE(m_page->envCard()->connectWithoutRedisButton()->isVisible(), withoutRedis);
        QSignalSpy asked(m_page, &WelcomePage::connectAsked);
        QTest::keyClick(m_page->envCard()->fileEdit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), 0);
        if (variable == QLatin1String("REDIS_PASSWORD"))
            picture(QStringLiteral("welcome-wrong"));
        QLineEdit *field = shown->field(variable);
        if (variable == QLatin1String("POSTGRES_DB") && value == QLatin1String("postgres"))
            return; // the tables are missing: which database holds them is for the file to say
        QVERIFY2(field, qPrintable(variable));
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, m_good.value(variable));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isTesting(), 60'000);
        QVERIFY2(m_page->import().canConnect(), qPrintable(m_page->import().line(static_cast<Row>(row)).answer));
    }

    void rowsKeepTheirPlacesAndFieldsTheFocusWhileLinesAreJudged()
    {
        const QString password = QStringLiteral("REDIS_PASSWORD");
        Variables wrong = m_good;
        wrong.insert(password, QStringLiteral("not-it"));
        read(wrong);
        EnvCard *const card = m_page->envCard();
        const auto places = [card] {
            QList<int> tops;
            for (int row = 0; row < EnvImport::RowCount; ++row)
                tops << card->row(static_cast<Row>(row))->mapTo(card, QPoint()).y();
            return tops;
        };
        const QPointer<QLineEdit> field = card->row(Row::Redis)->field(password);
        const auto isShown = [&field] {
            const QLineEdit *one = field.data();
            return one != nullptr && one->isVisible() && one->height() > 0;
        };
        const auto isFocused = [&field] {
            const QLineEdit *one = field.data();
            return one != nullptr && one->hasFocus();
        };
        QVERIFY(field);
        QTRY_VERIFY(isShown());
        const QList<int> before = places();
        const auto type = [&field](const QString &text) {
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        };
        int lost = 0;
        const auto watch =
            connect(&m_page->import(), &EnvImport::changed, card, [&] { lost += isFocused() && isShown() ? 0 : 1; });
        type(QStringLiteral("nor-this"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isTesting(), 60'000);
        QVERIFY(disconnect(watch));
        QCOMPARE(lost, 0);
        QVERIFY(isFocused());
        // Also when all is read again, by a button that stays.
        auto buttons = card->findChildren<QPushButton *>();
        buttons.removeIf([](const QPushButton *one) { return one->text() != QLatin1String("Test again"); });
        QCOMPARE(buttons.size(), 1);
        buttons.first()->setFocus();
        QTest::keyClick(buttons.first(), Qt::Key_Space);
        QVERIFY(m_page->import().isTesting() && buttons.first()->hasFocus());
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isTesting(), 60'000);
        QVERIFY(buttons.first()->hasFocus() && field);
        QCOMPARE(places(), before);
        type(m_good.value(password));
        QTRY_VERIFY_WITH_TIMEOUT(m_page->import().canConnect(), 60'000);
        QTRY_VERIFY(!isShown());
        card->grab();               // lays out
        QCOMPARE(places(), before); // what was asked for leaves its room
    }

    void typingByHandBeginsWithWhatWasRead()
    {
        auto buttons = m_page->findChildren<QPushButton *>();
        buttons.removeIf([](const QPushButton *one) { return one->text() != QLatin1String("Type it all by hand"); });
        QCOMPARE(buttons.size(), 1);
        QSignalSpy asked(m_page, &WelcomePage::byHandAsked);
        buttons.first()->click();
        QVERIFY(asked.size() == 1 && asked.at(0).at(1).value<Variables>().isEmpty());
        Variables wrong = m_good;
        wrong.insert(QStringLiteral("REDIS_PORT"), QStringLiteral("http"));
        wrong.insert(QStringLiteral("HERDBOOK_API_URL"), QStringLiteral("https://ranger:hush-77@barn.example"));
        read(wrong);
        buttons.first()->click();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(1).at(0).toString(), QStringLiteral("Deer"));
        const auto values = asked.at(1).at(1).value<Variables>();
        QCOMPARE(values.value(QStringLiteral("REDIS_PORT")), QStringLiteral("http"));
        for (const char *same : {"POSTGRES_HOST", "POSTGRES_PASSWORD", "EXPORT_DIR", "HERDBOOK_SITE_TZ"})
            QCOMPARE(values.value(QLatin1String(same)), m_good.value(QLatin1String(same)));
        QVERIFY(!QStringList(values.values()).join(u'\n').contains(QLatin1String("hush-77")));
    }

    void aFolderOfAnybodyGivesNoName()
    {
        const QByteArray home = qgetenv("HOME");
        const auto back = qScopeGuard([&home] { qputenv("HOME", home); });
        qputenv("HOME", QFile::encodeName(m_folder.path()));
        for (const auto &[host, says] : {std::pair("barn.invalid", "barn.invalid"), std::pair("127.0.0.1", "herd")}) {
            const QString path = m_folder.filePath(QStringLiteral("home.env"));
            QVERIFY(writeEnvironmentFile(path, {{QStringLiteral("POSTGRES_HOST"), QLatin1String(host)},
                                                {QStringLiteral("POSTGRES_DB"), QStringLiteral("herd")}}));
            m_page->import().read(path);
            QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isReading(), 60'000);
            QCOMPARE(m_page->import().suggestedName(), QLatin1String(says));
        }
    }

    void whatCanNotBeUsedIsSaidToBeLeftOut()
    {
        auto *leftOut = m_page->findChild<QLabel *>(QStringLiteral("leftOut"));
        read(m_good);
        QVERIFY(!leftOut->isVisible());
        Variables wrong = m_good;
        wrong.insert(QStringLiteral("HERDBOOK_API_URL"), QStringLiteral("https://ranger:hush-77@barn.example"));
        wrong.insert(QStringLiteral("HERDBOOK_UMASK"), QStringLiteral("999"));
        wrong.insert(QStringLiteral("IMAGE_ROOTS"), QStringLiteral("/srv/old"));
        read(wrong);
        QVERIFY(m_page->import().canConnect());
        QVERIFY(leftOut->isVisible());
        QVERIFY2(leftOut->text().contains(QLatin1String("HERDBOOK_API_URL must be an address")) &&
                     leftOut->text().contains(QLatin1String("HERDBOOK_UMASK must be octal")) &&
                     !leftOut->text().contains(QLatin1String("hush")),
                 qPrintable(leftOut->text()));
        wrong.insert(QStringLiteral("hush9f2Kq"), QStringLiteral("="));
        read(wrong);
        QCOMPARE(m_page->import().found() - m_page->import().used() - m_page->import().unused().size(), 1);
        QVERIFY(!m_page->import().unused().join(u' ').contains(QLatin1String("hush")));
        const Variables values = m_page->import().values();
        QCOMPARE(values.value(QStringLiteral("IMAGE_ROOTS")), QStringLiteral("/srv/old"));
        QVERIFY(values.value(QStringLiteral("HERDBOOK_API_URL")).isEmpty());
        picture(QStringLiteral("welcome-leftout"));
    }

    void aBadLineIsNamedAndTheRestIsTested()
    {
        QFile file(m_folder.filePath(QStringLiteral("junk.env")));
        QVERIFY(writeEnvironmentFile(file.fileName(), m_good));
        QVERIFY(file.open(QIODevice::Append) && file.write("hush 77 junk\n") > 0);
        file.close();
        m_page->import().read(file.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isTesting(), 60'000);
        QVERIFY(m_page->import().canConnect());
        auto *leftOut = m_page->findChild<QLabel *>(QStringLiteral("leftOut"));
        QVERIFY(leftOut->isVisible());
        const QString line = QStringLiteral("line %1 must be NAME=value").arg(m_good.size() + 1);
        QVERIFY2(leftOut->text().contains(line) && !leftOut->text().contains(QLatin1String("hush")),
                 qPrintable(leftOut->text()));
        const QList<ElidedLabel *> labels = m_page->envCard()->findChildren<ElidedLabel *>();
        const auto namesUnused = [](const ElidedLabel *label) {
            return label->text().contains(QLatin1String(" used. Not used: ")) &&
                   label->text().contains(QLatin1String("COMPOSE_PROJECT_NAME"));
        };
        QVERIFY(std::any_of(labels.begin(), labels.end(), namesUnused));
    }

    void aWholeAddressThatCantBeUsedIsItsRowsAlone()
    {
        Variables wrong = m_good;
        wrong.removeIf([](auto it) {
            return it.key().startsWith(QLatin1String("REDIS_")) && it.key() != QLatin1String("REDIS_PASSWORD");
        });
        wrong.insert(QStringLiteral("REDIS_URL"), QStringLiteral("redis://:hush-77@127.0.0.1:99999/0"));
        read(wrong);
        const EnvImport &import = m_page->import();
        QVERIFY(import.hasFile());
        QCOMPARE(import.line(Row::Postgres).tone, Tone::Ok);
        const EnvImport::Line redis = import.line(Row::Redis);
        QCOMPARE(redis.tone, Tone::Error);
        QVERIFY2(redis.answer.startsWith(QLatin1String("REDIS_URL must be redis://")), qPrintable(redis.answer));
        QVERIFY(!QString(redis.found + redis.answer + redis.note).contains(QLatin1String("hush")));
        QVERIFY(import.canConnectWithoutRedis());
        m_page->import().setValue(QStringLiteral("REDIS_PORT"), m_good.value(QStringLiteral("REDIS_PORT")));
        m_page->import().test(Row::Redis);
        QVERIFY(import.line(Row::Redis).answer.startsWith(QLatin1String("REDIS_URL")));
        m_page->import().setValue(QStringLiteral("REDIS_HOST"), m_good.value(QStringLiteral("REDIS_HOST")));
        m_page->import().test(Row::Redis);
        QTRY_VERIFY_WITH_TIMEOUT(!import.isTesting(), 60'000);
        QVERIFY2(import.canConnect(), qPrintable(import.line(Row::Redis).answer));
    }

    void whoseFaultAPasswordIsIsSaidAsItIs()
    {
        const QString password = QStringLiteral("REDIS_PASSWORD");
        const auto note = [this] { return m_page->import().line(Row::Redis).note; };
        Variables wrong = m_good;
        wrong.insert(password, QStringLiteral("not-it"));
        read(wrong);
        QVERIFY2(note().startsWith(QLatin1String("The one in this file")), qPrintable(note()));
        wrong.insert(password, {});
        read(wrong);
        QVERIFY2(note().startsWith(QLatin1String("REDIS_PASSWORD is empty in this file")), qPrintable(note()));
        wrong.remove(password);
        read(wrong);
        QVERIFY2(note().startsWith(QLatin1String("REDIS_PASSWORD is not in this file")), qPrintable(note()));
        m_page->import().setValue(password, QStringLiteral("not-it"));
        m_page->import().test(Row::Redis);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isTesting(), 60'000);
        QVERIFY2(note().startsWith(QLatin1String("The one you typed")), qPrintable(note()));
    }

    void aFolderTheFileDoesNotTellIsCalledTheUsual()
    {
        Variables bare = m_good;
        bare.remove(QStringLiteral("IMAGE_PATH"));
        read(bare);
        const EnvImport::Line line = m_page->import().line(Row::Photos);
        QCOMPARE(line.tone, Tone::Warn);
        QVERIFY(line.found.isEmpty());
        QVERIFY2(line.answer.startsWith(QLatin1String("not in this file: the usual /mnt/images")),
                 qPrintable(line.answer));
    }

    void aFileThatIsNoneIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "holds no settings";
        QTest::newRow("of something else") << QByteArray("FOO=1\nBAR=2\n") << "Is it the deployment's .env?";
        QTest::newRow("known names without values")
            << QByteArray("REDIS_HOST=\nPOSTGRES_HOST=\n") << "Is it the deployment's .env?";
        QTest::newRow("in Latin-1") << QByteArray("POSTGRES_USER=a\nPOSTGRES_PASSWORD=K\xf6ln7\n")
                                    << "odd.env, line 2: must be text in UTF-8";
    }

    void aFileThatIsNoneIsSaid()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, says);
        QFile file(m_folder.filePath(QStringLiteral("odd.env")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        m_page->import().read(file.fileName());
        QTRY_VERIFY(!m_page->import().isReading());
        QVERIFY2(m_page->import().fileProblem().contains(says), qPrintable(m_page->import().fileProblem()));
        QVERIFY(!m_page->envCard()->connectButton()->isEnabled());
    }

    void noFileAtAll()
    {
        m_page->import().read(QStringLiteral("/no/such/.env"));
        QTRY_VERIFY(m_page->import().fileProblem().contains(QLatin1String("/no/such/.env")));
    }

    void whatTheFileDoesNotTellIsCalledAnAssumption()
    {
        Variables bare = m_good;
        bare.remove(QStringLiteral("HERDBOOK_SITE_TZ"));
        bare.remove(QStringLiteral("REID_THRESHOLD"));
        read(bare);
        for (const Row row : {Row::Threshold, Row::TimeZone}) {
            QCOMPARE(m_page->import().line(row).tone, Tone::Warn);
            QVERIFY(m_page->import().line(row).answer.startsWith(QLatin1String("not in this file")));
        }
        QVERIFY(m_page->import().canConnect());
        const QString threshold = QStringLiteral("REID_THRESHOLD");
        m_page->import().setValue(threshold, QStringLiteral("0,65")); // a decimal comma
        QCOMPARE(m_page->import().line(Row::Threshold).tone, Tone::Ok);
        QCOMPARE(m_page->import().values().value(threshold), QStringLiteral("0.65"));
    }

    void theFirstImportTakesThePlaceOfTheProfileNobodyChose()
    {
        QSettings settings(m_folder.filePath(QStringLiteral("profiles.ini")), QSettings::IniFormat);
        ConnectionModel model(settings, *m_secrets, {}, std::nullopt);
        QVERIFY(!model.isSetUp());
        QSignalSpy active(&model, &ConnectionModel::activeChanged);
        model.adopt(QStringLiteral("Deer"), m_good);
        QTRY_VERIFY(model.isReady());
        QVERIFY(model.isSetUp() && active.size() == 1);
        QCOMPARE(model.profiles().size(), 1);
        QVERIFY(model.activeSettings()->postgres == m_servers.settings().postgres);
        QVERIFY(model.activeSettings()->redis == m_servers.settings().redis);
        model.adopt(QStringLiteral("Deer"), m_good);
        QCOMPARE(model.profiles().size(), 2);
        QCOMPARE(model.activeProfile().name, QStringLiteral("Deer 2"));
        settings.sync();
        QFile stored(settings.fileName());
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray bytes = stored.readAll();
        for (const QString &secret : secretVariables())
            QVERIFY(m_good.value(secret).isEmpty() || !bytes.contains(m_good.value(secret).toUtf8()));
    }

    void demoShowsItsStage()
    {
        QSignalSpy asked(m_page, &WelcomePage::demoAsked);
        QTest::mouseClick(m_page->demoButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(!m_page->demoButton()->isVisible()); // no second one
        m_page->showDemoProgress(QStringLiteral("Drawing trail-camera photos: 300 of 1050"), 0.4);
        picture(QStringLiteral("welcome-demo"));
        m_page->showDemoError({ErrorKind::NotFound, QStringLiteral("initdb is missing")});
        QVERIFY(m_page->demoButton()->isVisible());
        QVERIFY(!m_page->cancelDemoButton()->isVisible());
    }

    void aDemoOnItsWayCanBeCancelled()
    {
        QSignalSpy cancelled(m_page, &WelcomePage::demoCancelled);
        const QPoint start = m_page->demoButton()->mapTo(m_page, QPoint(10, 10));
        QTest::mouseClick(m_page->demoButton(), Qt::LeftButton);
        QPushButton *cancel = m_page->cancelDemoButton();
        QTRY_VERIFY(cancel->isVisible() && cancel->x() > 0);
        QVERIFY(m_page->childAt(start) != cancel); // a double click starts it
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        m_page->showDemoStopping();
        QVERIFY(!cancel->isEnabled());
        m_page->showDemoProgress(QStringLiteral("Drawing trail-camera photos: 300 of 1050"), 0.4); // was on its way
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text() == QLatin1String("Stopping"); }));
        m_page->showDemoIdle();
        QVERIFY(m_page->demoButton()->isVisible() && !cancel->isVisible());
        QTest::mouseClick(m_page->demoButton(), Qt::LeftButton);
        QVERIFY(cancel->isVisible() && cancel->isEnabled());
    }

    void overAnOpenRanchItLeadsBackToIt()
    {
        const auto said = [this] {
            QStringList texts;
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        QVERIFY(said().contains(QLatin1String("Everything waits for a connection")));
        m_page->showOpen(QStringLiteral("Deer & Co"), false);
        QVERIFY2(said().contains(QLatin1String("Deer & Co is open")) &&
                     !said().contains(QLatin1String("Everything waits for a connection")),
                 qPrintable(said()));
        QSignalSpy back(m_page, &WelcomePage::laterAsked);
        QTest::mouseClick(m_page->laterButton(), Qt::LeftButton);
        QCOMPARE(back.size(), 1);
        QCOMPARE(m_page->demoButton()->text(), QStringLiteral("Start the demo ranch"));
        // It was opened, and then another one: it is there at once.
        m_page->showDemoRuns({});
        QCOMPARE(m_page->demoButton()->text(), QStringLiteral("Open the demo ranch"));
        picture(QStringLiteral("welcome-open"));
        QSignalSpy asked(m_page, &WelcomePage::demoAsked);
        QTest::mouseClick(m_page->demoButton(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QVERIFY(m_page->demoButton()->isVisible());
        m_page->showOpen(QStringLiteral("Demo ranch"), true);
        QVERIFY(!m_page->demoButton()->isVisible());
        m_page->showOpen({}, false);
        QVERIFY(said().contains(QLatin1String("Everything waits for a connection")));
    }

    void narrowIsOneColumn()
    {
        m_window->setMinimumSize(700, 500);
        m_window->resize(960, 540);
        picture(QStringLiteral("welcome-narrow"));
        auto *area = m_window->findChildren<QScrollArea *>().last();
        QVERIFY(m_page->width() <= area->viewport()->width());
    }

private:
    void read(const Variables &variables)
    {
        const QString path = m_folder.filePath(QStringLiteral("deer/.env"));
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(writeEnvironmentFile(path, variables));
        QLineEdit *file = m_page->envCard()->fileEdit();
        file->setFocus();
        file->selectAll();
        QTest::keyClicks(file, path);
        QTest::keyClick(file, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->import().isTesting(), 60'000);
    }

    void picture(const QString &name)
    {
        const QDir output(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()));
        for (const bool dark : {false, true}) {
            m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
            QTRY_COMPARE(m_window->palette().color(QPalette::Window), m_theme->tokens().window);
            QVERIFY(m_window->grab().save(
                output.filePath(name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")))));
        }
    }

    test::Servers m_servers;
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Variables m_good;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<MainWindow> m_window;
    WelcomePage *m_page = nullptr;
};

QTEST_MAIN(TestWelcome)
#include "test_welcome.moc"
