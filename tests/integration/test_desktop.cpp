// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/about.h"
#include "app/herdbook/demostart.h"
#include "app/herdbook/desktop.h"
#include "app/herdbook/instance.h"
#include "core/config/commandline.h"
#include "tests/support/heartbeat.h"
#include "tests/support/processesin.h"
#include "tests/support/servers.h"
#include "tests/support/silentfolder.h"
#include "ui/connection/welcomepage.h"
#include "ui/exports/previewbox.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/style/theme.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace herdbook;

/// The program as it is started: its options, and servers that are away at the start and come later.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void optionsNeedNoDisplay_data();
    void optionsNeedNoDisplay();
    void withoutADisplayItSaysSo();
    void aDisplayThatCantBeReachedIsSaid();
    void serversAwayAtStartAreSaidAndAwaited();
    void aServerThatRefusesIsNotUnreachable();
    void aFrozenDatabaseIsSaidAndAwaited();
    void aMissingPasswordLeadsToItsField();
    void aProfileThatCantBeUsedSaysWhy();
    void aFirstStartWelcomesAndLaterIsRemembered();
    void whatCantBeStoredIsSaid();
    void aSilentHomeHoldsNoWindow();
    void noTwoActionsShareAKey();
    void everyControlHasANameWithoutMarkup();
    void diagnosticsHoldNoSecret();
    void aSecondStartRaisesTheFirst();
    void aSecondStartAwaitsOneThatIsStarting();
    void aSecondStartTakesThePlaceOfOneThatEnds();
    void theDemoThatIsOpenIsNotStartedAgain();
    void aSilentDemoElsewhereFreezesNothing();
    void theRanchLastInUseIsOpenedAgainButForTheCommandLine_data();
    void theRanchLastInUseIsOpenedAgainButForTheCommandLine();
    void aRanchThatIsGivenUpOrFailsLocksNobodyOut();
    void aRanchOfBeforeIsInTheListAndStartedFromThere();
    void aDemoThatIsCancelledLeavesNothingAndStartsAgain();
    void aSilentBusHoldsNeitherStartNorEnd();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Remembered> m_settings;
    std::unique_ptr<Theme> m_theme;
};

namespace {

struct Ended
{
    int code = -1;
    QString output;
    QString errors;
};

Ended run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook"), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// Of the demo ranch, in another thread.
class SecondStart
{
public:
    SecondStart() { m_thread->start(); }
    ~SecondStart() { m_thread->wait(); }
    Q_DISABLE_COPY_MOVE(SecondStart)

    QThread &thread() { return *m_thread; }
    /// Once the thread is finished.
    std::optional<Instance::Start> outcome() const { return m_outcome; }

private:
    std::optional<Instance::Start> m_outcome;
    const std::unique_ptr<QThread> m_thread{
        QThread::create([this] { m_outcome = Instance(Instance::demoScope()).start(); })};
};

QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

/// In which no other Herdbook is met.
struct OwnRuntime
{
    OwnRuntime() { qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path())); }
    ~OwnRuntime()
    {
        if (usual.isNull())
            qunsetenv("XDG_RUNTIME_DIR");
        else
            qputenv("XDG_RUNTIME_DIR", usual);
    }
    OwnRuntime(const OwnRuntime &) = delete;
    OwnRuntime &operator=(const OwnRuntime &) = delete;

    /// The lock is beside it.
    QString socketOf(const QString &scope) const
    {
        Instance first(scope);
        first.becomeFirst();
        return folder.filePath(QDir(folder.path()).entryList({QStringLiteral("herdbook-*.lock")}).value(0).chopped(5));
    }

    const QTemporaryDir folder;
    const QByteArray usual = qgetenv("XDG_RUNTIME_DIR");
};

} // namespace

void TestDesktop::initTestCase()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("data"))));
    m_settings = std::make_unique<Remembered>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<Theme>(*qApp, m_settings->settings());
}

void TestDesktop::optionsNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QStringLiteral("herdbook 0.");
    QTest::newRow("env without a path") << QStringList{QStringLiteral("--tour"), QStringLiteral("x"),
                                                       QStringLiteral("--env"), QString()}
                                        << 2 << QStringLiteral("--env");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QStringLiteral("POSTGRES_PASSWORD");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--version"), QStringLiteral("--no-such")} << 2
                                    << QStringLiteral("no-such");
    QTest::newRow("missing file") << QStringList{QStringLiteral("--tour"), QStringLiteral("x"), QStringLiteral("--env"),
                                                 QStringLiteral("/no/such.env")}
                                  << 2 << QStringLiteral("/no/such.env");
}

void TestDesktop::optionsNeedNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = run(arguments, withoutDisplay());
    QCOMPARE(ended.code, code);
    const QString said = ended.output + ended.errors;
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestDesktop::withoutADisplayItSaysSo()
{
    const Ended ended = run({}, withoutDisplay());
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.errors.contains(QLatin1String("no display")), qPrintable(ended.errors));
}

void TestDesktop::aDisplayThatCantBeReachedIsSaid()
{
    QProcessEnvironment environment = withoutDisplay();
    environment.insert(QStringLiteral("DISPLAY"), QStringLiteral("nowhere.invalid:1"));
    const Ended ended = run({}, environment);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.errors.contains(QLatin1String("The display can't be used")), qPrintable(ended.errors));
}

void TestDesktop::serversAwayAtStartAreSaidAndAwaited()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Variables variables = variablesFromSettings(servers.settings());
    servers.postgres().stop();
    servers.redis().stop();

    Desktop desktop(*m_settings, *m_theme, variables, std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    StatusStrip *strip = desktop.window().statusStrip();
    for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis})
        QTRY_VERIFY2_WITH_TIMEOUT(strip->cell(cell)->value().contains(QLatin1String("unreachable")),
                                  qPrintable(strip->cell(cell)->value()), 60'000);
    QVERIFY(strip->cell(StatusStrip::Cell::PostgreSql)
                ->toolTip()
                .contains(QString::number(servers.settings().postgres.port)));

    QVERIFY(servers.postgres().start());
    QVERIFY(servers.redis().start());
    for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis})
        QTRY_VERIFY2_WITH_TIMEOUT(strip->cell(cell)->tone() == Tone::Ok, qPrintable(strip->cell(cell)->value()),
                                  60'000);
}

/// Strip and Connection say the same.
void TestDesktop::aServerThatRefusesIsNotUnreachable()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Variables variables = variablesFromSettings(servers.settings());
    variables.insert(QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.1"));
    for (const char *password : {"POSTGRES_PASSWORD", "REDIS_PASSWORD"})
        variables.insert(QLatin1String(password), QStringLiteral("not-it"));
    Desktop desktop(*m_settings, *m_theme, variables, std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    StatusStrip *strip = desktop.window().statusStrip();
    for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis})
        QTRY_VERIFY2_WITH_TIMEOUT(strip->cell(cell)->value().contains(QLatin1String("refused")),
                                  qPrintable(strip->cell(cell)->value()), 60'000);
    QCOMPARE(desktop.connections().trouble().tone, Tone::Error);
    QVERIFY2(desktop.connections().trouble().reason.contains(QLatin1String("Redis refused: ")),
             qPrintable(desktop.connections().trouble().reason));
}

/// Stopped processes and open connections: strip, preview and Re-ID say so, and come back by themselves.
void TestDesktop::aFrozenDatabaseIsSaidAndAwaited()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Settings settings = servers.settings();
    settings.postgres.connectSeconds = settings.postgres.statementSeconds = settings.postgres.silenceSeconds = 2;
    servers.postgres().pause();
    const auto resume = qScopeGuard([&servers] { servers.postgres().resume(); });
    Desktop desktop(*m_settings, *m_theme, variablesFromSettings(settings), std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    QTRY_VERIFY(desktop.window().findChild<ui::PreviewBox *>() != nullptr); // the session has begun
    const StatusStrip::Cell cell = StatusStrip::Cell::PostgreSql;
    StatusStrip *strip = desktop.window().statusStrip();
    const auto *preview = desktop.window().page(MainWindow::Page::Exports)->findChild<ui::PreviewBox *>();
    QWidget *reid = desktop.window().page(MainWindow::Page::Reid);
    const auto analyze = [reid] {
        for (QPushButton *button : reid->findChildren<QPushButton *>()) {
            if (button->text().startsWith(QLatin1String("Analyze")) && button->isEnabled())
                button->click();
        }
    };
    const auto reidSays = [reid](const char *words) {
        const auto all = reid->findChildren<Banner *>();
        return std::any_of(all.begin(), all.end(), [words](const Banner *banner) {
            return !banner->isHidden() && banner->accessibleName().contains(QLatin1String(words));
        });
    };
    QVERIFY(preview != nullptr);
    analyze();
    QTRY_VERIFY2_WITH_TIMEOUT(preview->text().contains(QLatin1String("does not answer")), qPrintable(preview->text()),
                              60'000);
    QTRY_VERIFY_WITH_TIMEOUT(strip->cell(cell)->tone() == Tone::Error, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(reidSays("does not answer"), 60'000);

    servers.postgres().resume();
    QTRY_VERIFY_WITH_TIMEOUT(strip->cell(cell)->tone() == Tone::Ok, 60'000);
    QTRY_VERIFY2_WITH_TIMEOUT(preview->text().contains(QLatin1String("No detections")), qPrintable(preview->text()),
                              60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!reidSays("does not answer") && !reidSays("tried again"), 60'000);

    // With its connections open.
    servers.postgres().pause();
    QTRY_VERIFY_WITH_TIMEOUT(strip->cell(cell)->tone() == Tone::Error, 60'000);
    QTRY_VERIFY2_WITH_TIMEOUT(preview->text().contains(QLatin1String("PostgreSQL is away now")) &&
                                  preview->text().contains(QLatin1String("No detections")),
                              qPrintable(preview->text()), 60'000);
    analyze();
    QTRY_VERIFY_WITH_TIMEOUT(reidSays("does not answer"), 60'000);
    servers.postgres().resume();
    QTRY_VERIFY_WITH_TIMEOUT(!preview->text().contains(QLatin1String("is away now")), 60'000);
}

/// As after a restart where no keychain keeps them.
void TestDesktop::aMissingPasswordLeadsToItsField()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Variables variables = variablesFromSettings(servers.settings());
    QVERIFY(variables.remove(QStringLiteral("POSTGRES_PASSWORD")));
    Desktop desktop(*m_settings, *m_theme, variables, std::nullopt);
    MainWindow &window = desktop.window();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto *cell = window.statusStrip()->cell(StatusStrip::Cell::PostgreSql);
    QTRY_VERIFY_WITH_TIMEOUT(cell->tone() == Tone::Error, 60'000);
    for (const MainWindow::Page which : {MainWindow::Page::Reid, MainWindow::Page::Trial}) {
        window.showPage(which);
        QPushButton *way = nullptr;
        const auto isTold = [&] {
            for (const Banner *banner : window.page(which)->findChildren<Banner *>()) {
                for (QPushButton *button : banner->findChildren<QPushButton *>()) {
                    if (button->isVisible() && button->text() == QStringLiteral("Connection…") &&
                        banner->accessibleName().startsWith(QStringLiteral("Please enter this profile’s password.")) &&
                        banner->accessibleName().contains(QLatin1String("wants a password for")))
                        way = button;
                }
            }
            return way != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), 60'000);
        way->click();
        QCOMPARE(window.currentPage(), MainWindow::Page::Connection);
        const auto *field = qobject_cast<QLineEdit *>(window.focusWidget());
        QVERIFY(field != nullptr && field->echoMode() == QLineEdit::Password);
        QStringList texts;
        for (const QLabel *label : window.page(MainWindow::Page::Connection)->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY2(texts.join(u'\n').contains(QLatin1String("is missing; the server wants one")),
                 qPrintable(texts.join(u'\n')));
    }
}

void TestDesktop::aProfileThatCantBeUsedSaysWhy()
{
    Desktop desktop(*m_settings, *m_theme, {{QStringLiteral("REDIS_PORT"), QStringLiteral("http")}}, std::nullopt);
    desktop.window().show();
    QTRY_COMPARE(desktop.window().currentPage(), MainWindow::Page::Connection);
    desktop.window().showPage(MainWindow::Page::Exports);
    QStringList texts;
    for (const QLabel *label : desktop.window().findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.join(u'\n').contains(QLatin1String("REDIS_PORT")), qPrintable(texts.join(u'\n')));
}

void TestDesktop::aFirstStartWelcomesAndLaterIsRemembered()
{
    Remembered fresh(m_folder.filePath(QStringLiteral("fresh.ini")));
    {
        Desktop desktop(fresh, *m_theme, {}, std::nullopt);
        desktop.window().show();
        QVERIFY(desktop.window().isWelcome());
        StatusStrip *strip = desktop.window().statusStrip();
        for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis}) {
            QCOMPARE(strip->cell(cell)->value(), QStringLiteral("not set up"));
            QVERIFY(strip->cell(cell)->tone() == Tone::Neutral); // nothing is wrong: nobody named a server
        }
        QTest::mouseClick(desktop.welcome()->laterButton(), Qt::LeftButton);
        QVERIFY(!desktop.window().isWelcome());
        desktop.window().showPage(MainWindow::Page::Exports);
        QStringList texts;
        for (const QLabel *label : desktop.window().page(MainWindow::Page::Exports)->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.join(u'\n').contains(QLatin1String("No deployment is connected yet")));
    }
    Desktop again(fresh, *m_theme, {}, std::nullopt);
    QVERIFY(!again.window().isWelcome());
    again.window().showWelcome(); // from the menu it comes back
    QVERIFY(again.window().isWelcome());
}

namespace {

/// A key, and where it counts.
struct BoundKey
{
    QKeySequence key;
    const QWidget *owner;
    Qt::ShortcutContext context;
    QString name;
};

/// Pages of one stack are never on the screen together.
bool canBeSeenTogether(const QWidget *a, const QWidget *b)
{
    for (const QWidget *at = a; at != nullptr; at = at->parentWidget()) {
        const QWidget *stack = at->parentWidget();
        if (qobject_cast<const QStackedWidget *>(stack) != nullptr && stack->isAncestorOf(b) && at != b &&
            !at->isAncestorOf(b))
            return false;
    }
    return true;
}

bool collide(const BoundKey &a, const BoundKey &b)
{
    if (a.key != b.key || !canBeSeenTogether(a.owner, b.owner))
        return false;
    const auto within = [](const QWidget *inner, const QWidget *outer) {
        return inner == outer || outer->isAncestorOf(inner);
    };
    // The narrower one decides: where its focus can be, the other one must not count as well.
    if (a.context == Qt::WidgetShortcut && b.context == Qt::WidgetShortcut)
        return a.owner == b.owner;
    if (a.context == Qt::WidgetShortcut)
        return b.context != Qt::WidgetWithChildrenShortcut || within(a.owner, b.owner);
    if (b.context == Qt::WidgetShortcut)
        return a.context != Qt::WidgetWithChildrenShortcut || within(b.owner, a.owner);
    if (a.context == Qt::WidgetWithChildrenShortcut && b.context == Qt::WidgetWithChildrenShortcut)
        return within(a.owner, b.owner) || within(b.owner, a.owner);
    return true;
}

} // namespace

/// The session begins once the disk with its files has answered.
void TestDesktop::aSilentHomeHoldsNoWindow()
{
    const QByteArray data = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("silent-home"))));
    const auto back = qScopeGuard([&data] { qputenv("XDG_DATA_HOME", data); });
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QVERIFY(QDir().mkpath(own));
    test::SilentFolder silent(own);
    if (!silent.reason().isEmpty())
        QSKIP(qPrintable(silent.reason()));
    const Variables environment{{QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.1")},
                                {QStringLiteral("POSTGRES_PORT"), QStringLiteral("1")},
                                {QStringLiteral("REDIS_PORT"), QStringLiteral("1")}};
    Desktop desktop(*m_settings, *m_theme, environment, std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    test::Heartbeat heartbeat;
    const auto says = [&desktop](const QString &text) {
        const QWidget *page = desktop.window().page(MainWindow::Page::Exports);
        const QList<QLabel *> labels = page != nullptr ? page->findChildren<QLabel *>() : QList<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text() == text; });
    };
    QTRY_VERIFY(says(QStringLiteral("This profile is being opened")));
    QTest::qWait(1000);
    QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
    silent.answer();
    QTRY_VERIFY(desktop.window().page(MainWindow::Page::Exports)->findChild<ui::PreviewBox *>() != nullptr);
}

void TestDesktop::noTwoActionsShareAKey()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Desktop desktop(*m_settings, *m_theme, variablesFromSettings(servers.settings()), std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    QTRY_VERIFY(desktop.window().findChild<ui::PreviewBox *>() != nullptr); // the session has begun
    QList<BoundKey> keys;
    for (const QShortcut *shortcut : desktop.window().findChildren<QShortcut *>()) {
        if (const auto *owner = qobject_cast<const QWidget *>(shortcut->parent()))
            keys << BoundKey{shortcut->key(), owner, shortcut->context(),
                             QStringLiteral("shortcut of %1 %2")
                                 .arg(QLatin1String(owner->metaObject()->className()), owner->objectName())};
    }
    QSet<const QAction *> seen;
    for (const QWidget *widget : desktop.window().findChildren<QWidget *>()) {
        for (const QAction *action : widget->actions()) {
            for (const QKeySequence &key : action->shortcuts())
                keys << BoundKey{key, widget, action->shortcutContext(), action->text()};
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->shortcut().isEmpty())
            keys << BoundKey{button->shortcut(), widget, Qt::WindowShortcut, button->text()};
    }
    keys.removeIf([](const BoundKey &key) { return key.key.isEmpty(); });
    QVERIFY(keys.size() > 30);
    QVERIFY(
        std::any_of(keys.begin(), keys.end(), [](const BoundKey &one) { return one.name == QLatin1String("Quit"); }));
    QStringList found;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        for (qsizetype j = i + 1; j < keys.size(); ++j) {
            if (collide(keys.at(i), keys.at(j)))
                found << QStringLiteral("%1: %2 / %3").arg(keys.at(i).key.toString(), keys.at(i).name, keys.at(j).name);
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestDesktop::everyControlHasANameWithoutMarkup()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Desktop desktop(*m_settings, *m_theme, variablesFromSettings(servers.settings()), std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    QTRY_VERIFY(desktop.window().findChild<ui::PreviewBox *>() != nullptr); // the session has begun
    QStringList wrong;
    int looked = 0;
    for (int page = 0; page < QMetaEnum::fromType<MainWindow::Page>().keyCount(); ++page) {
        desktop.window().showPage(static_cast<MainWindow::Page>(page));
        QCoreApplication::sendPostedEvents();
        for (QWidget *widget : desktop.window().findChildren<QWidget *>()) {
            // What scrolls only carries others; a choice's own line is part of it.
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || !widget->isEnabled() ||
                qobject_cast<QScrollArea *>(widget) != nullptr ||
                qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr ||
                qobject_cast<QComboBox *>(widget->parentWidget()) != nullptr ||
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible == nullptr)
                continue;
            ++looked;
            const QString name = accessible->text(QAccessible::Name);
            const QString description = accessible->text(QAccessible::Description);
            const QString where =
                QStringLiteral("%1 %2: name \"%3\", description \"%4\"")
                    .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), name, description);
            if (name.isEmpty() || name.contains(u'<') || description.contains(u'<'))
                wrong << where;
            // What a choice is for, and what is chosen.
            if (const auto *box = qobject_cast<QComboBox *>(widget);
                box != nullptr && (box->accessibleName().isEmpty() || name != box->accessibleName() ||
                                   accessible->text(QAccessible::Value) != box->currentText()))
                wrong << where;
        }
    }
    QVERIFY(looked > 60);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestDesktop::whatCantBeStoredIsSaid()
{
    // A folder that can't be made stands for one that can't be written: root may write into any.
    const QString blocked = m_folder.filePath(QStringLiteral("no-folder"));
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray data = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QFile::encodeName(blocked));
    Remembered settings(blocked + QStringLiteral("/herdbook/herdbook.conf"));
    const Variables environment{{QStringLiteral("POSTGRES_HOST"), QStringLiteral("127.0.0.1")},
                                {QStringLiteral("POSTGRES_PORT"), QStringLiteral("1")},
                                {QStringLiteral("REDIS_PORT"), QStringLiteral("1")}};
    {
        Desktop desktop(settings, *m_theme, environment, std::nullopt);
        desktop.window().show();
        const StatusCell *cell = desktop.window().statusStrip()->notKept();
        QTRY_VERIFY(cell->accessibleDescription().contains(QLatin1String("trials")));
        QVERIFY(cell->isVisible());
        for (const char *said : {"Profiles, letterheads", "The history of jobs, trials", "no-folder"})
            QTRY_VERIFY2(cell->accessibleDescription().contains(QLatin1String(said)),
                         qPrintable(cell->accessibleDescription()));
    }
    qputenv("XDG_DATA_HOME", data);
    {
        Desktop desktop(*m_settings, *m_theme, environment, std::nullopt);
        desktop.window().show();
        const StatusCell *cell = desktop.window().statusStrip()->notKept();
        QTRY_VERIFY(desktop.connections().isReady());
        QVERIFY(!cell->isVisible());
        // The disk is full from now on: nothing says so before something is to be kept.
        const QString kept = m_folder.filePath(QStringLiteral("settings.ini"));
        // Until none is just being written.
        QTRY_VERIFY((QFile::remove(kept), QDir().mkpath(kept + QStringLiteral("/in-its-place"))));
        desktop.connections().addProfile();
        QTRY_VERIFY(cell->isVisible());
        QVERIFY(QDir(kept).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(!cell->isVisible(), 60'000);
    }
}

void TestDesktop::diagnosticsHoldNoSecret()
{
    Profile profile{QStringLiteral("x"), QStringLiteral("Barn"), false, {}};
    Settings settings;
    settings.postgres.password = QStringLiteral("pg-Secret-1");
    settings.redis.password = QStringLiteral("redis-Secret-2");
    settings.apiToken = QStringLiteral("token-Secret-3");
    settings.corsOrigins = {QStringLiteral("https://ranger:cors-Secret-4@barn.example")};
    SystemHealth health;
    health.postgres = {ServiceHealth::State::Unreachable, 0, QDateTime::currentDateTimeUtc(),
                       QStringLiteral("refused pg-Secret-1")};
    health.redis = {ServiceHealth::State::Unreachable, 0, QDateTime::currentDateTimeUtc(), QStringLiteral("gone")};
    health.workersOnline = 2;
    health.countsAt = QDateTime({2026, 11, 22}, {20, 2}, Qt::UTC);
    health.remarks = {QStringLiteral("The clock of barn is 95 s ahead of Redis's")};
    const AboutPanel::Facts facts = aboutFacts(profile, settings, health);
    for (const char *secret : {"pg-Secret-1", "redis-Secret-2", "token-Secret-3", "cors-Secret-4"})
        QVERIFY2(!facts.diagnostics.contains(QLatin1String(secret)), secret);
    for (const char *told : {"POSTGRES_PASSWORD=(set)", "Qt: 6", "libpq", "Barn", "Herdbook 0.",
                             "Workers online: 2, waiting: unknown, as last read at 2026-11-22T20:02:00Z",
                             "The clock of barn is 95 s ahead"})
        QVERIFY2(facts.diagnostics.contains(QLatin1String(told)), told);
    QVERIFY(!buildId().isEmpty());
    const Result<Settings> unusable = settingsFromVariables(
        {{QStringLiteral("HERDBOOK_API_URL"), QStringLiteral("https://ranger:url-Secret-5@barn.example")}});
    const QString why = aboutFacts(profile, unusable, health).diagnostics;
    QVERIFY2(why.contains(QLatin1String("HERDBOOK_API_URL is unusable")) && !why.contains(QLatin1String("Secret-5")),
             qPrintable(why));
}

void TestDesktop::aSecondStartRaisesTheFirst()
{
    // The other start is another process, as in life: a lock of this process is no lock to itself.
    const QString scope = Instance::desktopScope({}, {});
    QVERIFY(scope != Instance::desktopScope({}, {{QStringLiteral("REDIS_PORT"), QStringLiteral("1")}}));
    QVERIFY(scope != Instance::demoScope());
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME"})
        environment.insert(QString::fromLatin1(name), home.path());
    QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess first;
    first.setProcessEnvironment(environment);
    first.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook"), {});
    QVERIFY(first.waitForStarted());
    const auto sockets = [&home] {
        return QDir(home.path()).entryList({QStringLiteral("herdbook-*")}, QDir::Files | QDir::System);
    };
    QTRY_VERIFY_WITH_TIMEOUT(sockets().size() >= 2, 60'000); // its lock, and its ear
    // Raised the first, once that hears it, and opened nothing.
    QVERIFY(QTest::qWaitFor([&] { return run({}, environment).code == 0; }, 60'000));
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(60'000));
    // One that was killed leaves nothing that would keep the next from starting.
    QProcess third;
    third.setProcessEnvironment(environment);
    third.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook"), {});
    QVERIFY(third.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(sockets().size() >= 2, 60'000);
    third.kill();
    QVERIFY(third.waitForFinished(60'000));
    QProcess fourth;
    fourth.setProcessEnvironment(environment);
    fourth.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook"), {});
    QTRY_VERIFY_WITH_TIMEOUT(([&sockets, &home] {
                                 QLocalSocket ear;
                                 ear.connectToServer(home.filePath(
                                     sockets().filter(QRegularExpression(QStringLiteral("[0-9a-f]$"))).value(0)));
                                 return ear.waitForConnected(500);
                             }()),
                             60'000);
    QCOMPARE(fourth.state(), QProcess::Running);
    fourth.terminate();
    QVERIFY(fourth.waitForFinished(60'000));
}

void TestDesktop::aSecondStartAwaitsOneThatIsStarting()
{
    const OwnRuntime runtime;
    Instance first(Instance::demoScope());
    const QSignalSpy raised(&first, &Instance::raiseAsked);
    QVERIFY(first.becomeFirst());
    SecondStart second;
    // Busy with its start, it handles no events.
    QVERIFY(!second.thread().wait(5000));
    QTRY_VERIFY_WITH_TIMEOUT(second.thread().isFinished(), 60'000);
    QVERIFY(second.outcome() == Instance::Start::Raised);
    QCOMPARE(raised.size(), 1);
}

void TestDesktop::aSecondStartTakesThePlaceOfOneThatEnds()
{
    const OwnRuntime runtime;
    // It has the lock and no ear yet.
    QLockFile lock(runtime.socketOf(Instance::demoScope()) + QStringLiteral(".lock"));
    QVERIFY(lock.tryLock(0));
    SecondStart second;
    QVERIFY(!second.thread().wait(5000));
    lock.unlock();
    QTRY_VERIFY_WITH_TIMEOUT(second.thread().isFinished(), 60'000);
    QVERIFY(second.outcome() == Instance::Start::First);
}

void TestDesktop::theDemoThatIsOpenIsNotStartedAgain()
{
    Settings ranch;
    ranch.postgres.port = ranch.redis.port = 1;
    Remembered fresh(m_folder.filePath(QStringLiteral("runs.ini")));
    Desktop desktop(fresh, *m_theme, {}, ranch);
    QPushButton *demo = desktop.welcome()->demoButton();
    QVERIFY(demo->isHidden());
    // Beside another one that is open it only has to be gone back to.
    desktop.connections().select(1);
    QVERIFY(desktop.connections().use());
    QTRY_VERIFY_WITH_TIMEOUT(!demo->isHidden(), 30'000);
    demo->click();
    QTRY_VERIFY_WITH_TIMEOUT(demo->isHidden(), 30'000);
    QCOMPARE(desktop.connections().activeId(), QStringLiteral("demo"));
}

void TestDesktop::aSilentDemoElsewhereFreezesNothing()
{
    const OwnRuntime runtime;
    const QString path = runtime.socketOf(Instance::demoScope());
    // It has the lock and an ear, and never says a word.
    QLockFile lock(path + QStringLiteral(".lock"));
    QVERIFY(lock.tryLock(0));
    QLocalServer silent;
    QVERIFY(silent.listen(path));
    Remembered fresh(m_folder.filePath(QStringLiteral("silent.ini")));
    Desktop desktop(fresh, *m_theme, {}, std::nullopt);
    desktop.window().show();
    QTest::mouseClick(desktop.welcome()->demoButton(), Qt::LeftButton);
    QVERIFY(!desktop.welcome()->demoButton()->isVisible()); // still asking
    QTRY_VERIFY_WITH_TIMEOUT(desktop.welcome()->demoButton()->isVisible(), 60'000);
    QStringList texts;
    for (const QLabel *label : desktop.welcome()->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.join(u'\n').contains(QLatin1String("doesn't answer")), qPrintable(texts.join(u'\n')));
}

void TestDesktop::theRanchLastInUseIsOpenedAgainButForTheCommandLine_data()
{
    QTest::addColumn<QStringList>("used"); // in this order
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<bool>("opens");
    const QString demo = QStringLiteral("demo");
    const QString barn = QStringLiteral("production");
    QTest::newRow("nothing used") << QStringList() << QString() << QString() << false;
    QTest::newRow("the ranch last") << QStringList{barn, demo} << QString() << QString() << true;
    QTest::newRow("another last") << QStringList{demo, barn} << QString() << QString() << false;
    QTest::newRow("--env") << QStringList{demo} << QStringLiteral("barn.env") << QString() << false;
    QTest::newRow("a server") << QStringList{demo} << QString() << QStringLiteral("REDIS_HOST") << false;
    QTest::newRow("an URL") << QStringList{demo} << QString() << QStringLiteral("DATABASE_URL") << false;
    QTest::newRow("no server") << QStringList{demo} << QString() << QStringLiteral("HERDBOOK_SITE_TZ") << true;
}

void TestDesktop::theRanchLastInUseIsOpenedAgainButForTheCommandLine()
{
    QFETCH(const QStringList, used);
    QFETCH(const QString, file);
    QFETCH(const QString, variable);
    QFETCH(const bool, opens);
    QSettings settings(m_folder.filePath(QStringLiteral("used.ini")), QSettings::IniFormat);
    settings.clear();
    ProfileStore profiles(settings);
    for (const QString &id : used)
        profiles.setCurrentId(id);
    Variables environment{{QStringLiteral("POSTGRES_HOST"), QString()}};
    if (!variable.isEmpty())
        environment.insert(variable, QStringLiteral("x"));
    QCOMPARE(opensDemoAgain(profiles, file, environment), opens);
}

void TestDesktop::aRanchThatIsGivenUpOrFailsLocksNobodyOut()
{
    demo::DemoRanch::Options options;
    options.folder = QStringLiteral("/dev/null/ranch"); // which nobody can make
    for (const bool waits : {true, false}) {
        DemoStart start(DemoStart::WayOut::GoOnWithout, options);
        QSignalSpy given(&start, &DemoStart::given);
        QSignalSpy ended(&start, &DemoStart::ended);
        QSignalSpy ready(&start, &DemoStart::ready);
        start.start();
        const auto buttons = start.window().findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        QCOMPARE(buttons.first()->text(), QStringLiteral("Go on without"));
        if (!waits)
            QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(given.size(), 1, 60'000); // without a display it closes by itself
        QCOMPARE(given.first().first().toInt(), int(waits ? ExitFailure : ExitDone));
        start.end();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
        QCOMPARE(given.size(), 1);
        QCOMPARE(ready.size(), 0);
    }
}

void TestDesktop::aRanchOfBeforeIsInTheListAndStartedFromThere()
{
    const OwnRuntime runtime;
    // Another Herdbook has it, so that none is made here.
    Instance other(Instance::demoScope());
    QVERIFY(other.becomeFirst());
    QSignalSpy raised(&other, &Instance::raiseAsked);
    Remembered before(m_folder.filePath(QStringLiteral("before.ini")));
    ProfileStore(before.settings()).setCurrentId(QStringLiteral("demo"));
    Desktop desktop(before, *m_theme, {}, std::nullopt);
    desktop.window().show();
    QCOMPARE(desktop.connections().profiles().size(), 2);
    QVERIFY(!desktop.connections().isSetUp());
    desktop.window().showPage(MainWindow::Page::Connection);
    desktop.connections().select(0);
    QVERIFY(desktop.connections().use());
    QVERIFY(desktop.window().isWelcome());
    QVERIFY(!desktop.welcome()->demoButton()->isVisible()); // on its way
    QTRY_COMPARE_WITH_TIMEOUT(raised.size(), 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.welcome()->demoButton()->isVisible(), 60'000);
}

void TestDesktop::aDemoThatIsCancelledLeavesNothingAndStartsAgain()
{
    const OwnRuntime runtime;
    const QTemporaryDir place;
    // As root, the servers' user has to get through.
    QVERIFY(QFile::setPermissions(place.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                    QFile::ExeGroup | QFile::ExeOther));
    demo::DemoRanch::Options options;
    options.folder = place.filePath(QStringLiteral("ranch"));
    options.photos = 5'000; // it isn't ready before it is cancelled
    options.later = {.days = 0, .profiles = 0};
    {
        Remembered fresh(m_folder.filePath(QStringLiteral("cancelled.ini")));
        Desktop desktop(fresh, *m_theme, {}, std::nullopt);
        desktop.setRanchOptions(options);
        desktop.window().show();
        QPushButton *start = desktop.welcome()->demoButton();
        QPushButton *cancel = desktop.welcome()->cancelDemoButton();
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(cancel->isVisible() && !start->isVisible());
        const auto serves = [&options](const char *part) {
            return !test::processesIn(options.folder + QLatin1String(part)).isEmpty();
        };
        const auto exportsSay = [&desktop](const QString &sentence) {
            const auto labels = desktop.window().page(MainWindow::Page::Exports)->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&sentence](const QLabel *label) { return label->text() == sentence; });
        };
        QVERIFY(exportsSay(QStringLiteral("The demo ranch is starting")));
        desktop.window().showPage(MainWindow::Page::Exports);
        const auto buttons = desktop.window().page(MainWindow::Page::Exports)->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        buttons.first()->click();
        QVERIFY(desktop.window().isWelcome() && cancel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(serves("/redis") && serves("/postgres"), 60'000);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(exportsSay(QStringLiteral("No deployment is connected yet")));
        QTRY_VERIFY_WITH_TIMEOUT(start->isVisible(), 60'000);
        QVERIFY(start->isEnabled() && !cancel->isVisible() && desktop.window().isWelcome());
        QVERIFY(!desktop.connections().demoRuns());
        QTRY_VERIFY2(test::processesIn(place.path()).isEmpty(), qPrintable(test::processesIn(place.path()).join(u' ')));

        options.photos = 20;
        desktop.setRanchOptions(options);
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(cancel->isVisible() && cancel->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(desktop.connections().demoRuns(), 300'000);
        QCOMPARE(desktop.connections().activeId(), QStringLiteral("demo"));
        QVERIFY(!desktop.window().isWelcome() && serves("/redis") && serves("/postgres"));
    }
    QTRY_VERIFY2(test::processesIn(place.path()).isEmpty(), qPrintable(test::processesIn(place.path()).join(u' ')));
}

void TestDesktop::aSilentBusHoldsNeitherStartNorEnd()
{
    QTemporaryDir home;
    QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QLocalServer silent;
    QVERIFY(silent.listen(home.filePath(QStringLiteral("bus"))));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME"})
        environment.insert(QString::fromLatin1(name), home.path());
    for (const char *name : {"POSTGRES_PORT", "REDIS_PORT"}) // so that there is a session
        environment.insert(QString::fromLatin1(name), QStringLiteral("1"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                       QString(QStringLiteral("unix:path=") + silent.fullServerName()));
    QProcess herdbook;
    herdbook.setProcessEnvironment(environment);
    herdbook.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook"), {});
    QVERIFY(herdbook.waitForStarted());
    const auto sockets = [&home] {
        return QDir(home.path()).entryList({QStringLiteral("herdbook-*")}, QDir::Files | QDir::System);
    };
    QTRY_VERIFY_WITH_TIMEOUT(sockets().size() >= 2, 60'000);
    QTRY_VERIFY(silent.hasPendingConnections()); // it was asked
    QTest::qWait(1000);
    QCOMPARE(herdbook.state(), QProcess::Running);
    herdbook.terminate();
    QVERIFY(herdbook.waitForFinished(20'000)); // who waits for it does so for 25 s
}

QTEST_MAIN(TestDesktop)
#include "test_desktop.moc"
