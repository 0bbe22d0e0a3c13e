// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/desktop.h"

#include "app/herdbook/about.h"
#include "app/herdbook/demostart.h"
#include "core/base/farewell.h"
#include "core/base/faults.h"
#include "core/base/whendone.h"
#include "ui/connection/connectionpage.h"
#include "ui/connection/welcomepage.h"
#include "ui/widgets/style/theme.h"
#include "ui/widgets/text/coretexts.h"

#include <QActionGroup>
#include <QMenu>
#include <QPushButton>
#include <QtConcurrentRun>

namespace herdbook {

namespace {

using Part = connection::ConnectionModel::Part;
constexpr MainWindow::Page workPages[] = {MainWindow::Page::Exports, MainWindow::Page::Reid, MainWindow::Page::Trial};
/// Whether the welcome page was answered with "later": it doesn't come again by itself.
const QString laterKey = QStringLiteral("welcome/later");

} // namespace

Desktop::Desktop(Remembered &remembered, Theme &theme, const Variables &environment,
                 const std::optional<Settings> &demo)
    : m_ranchOptions(ranchOptions()), m_remembered(remembered), m_theme(theme),
      m_secrets(keychainBackend(), &remembered.settings()), m_window(remembered.settings(), systemClock()),
      m_connections(remembered.settings(), m_secrets, environment, demo)
{
    auto *page = new connection::ConnectionPage(m_connections, m_secrets);
    m_window.setPage(MainWindow::Page::Connection, page);
    makeWelcome();
    if (demo)
        m_welcome->showDemoRuns({});
    makeMenu();
    connect(page, &connection::ConnectionPage::undoOffered, &m_window, &MainWindow::offerUndo);
    connect(page, &connection::ConnectionPage::connected, this,
            [this] { m_window.showPage(MainWindow::Page::Exports); });
    connect(&m_window, &MainWindow::connectionAsked, page, [page](StatusStrip::Cell cell) {
        page->showCheck(cell == StatusStrip::Cell::PostgreSql ? Part::Postgres : Part::Redis);
    });
    connect(&m_window, &MainWindow::healthChanged, this, &Desktop::tellTrouble);
    connect(&m_connections, &connection::ConnectionModel::activeChanged, this, &Desktop::openSession);
    connect(&m_connections, &connection::ConnectionModel::activeRenamed, this,
            [this] { showProfile(m_connections.activeProfile()); });
    constexpr auto StoringInterval = std::chrono::seconds(5);
    connect(&m_storing, &QTimer::timeout, &m_remembered, &Remembered::store);
    // Tried when it was opened; after that those who write there say it when they can't.
    connect(&m_storing, &QTimer::timeout, this, [this] {
        if (!m_folderProblem.isEmpty())
            tryFolder();
    });
    connect(&m_connections, &connection::ConnectionModel::profilesChanged, &m_remembered, &Remembered::store);
    connect(&m_connections, &connection::ConnectionModel::demoAsked, this, &Desktop::offerDemo);
    connect(&m_remembered, &Remembered::told, this, &Desktop::showNotKept);
    connect(&m_folderErrand, &DiskErrand::silent, this, [this] {
        if (!m_session || m_session->folder() != m_folderAsked)
            return;
        m_folderProblem = tr("Its disk doesn't answer");
        showNotKept();
    });
    m_storing.start(StoringInterval);
    m_remembered.store();
    showNotKept();
    if (!m_connections.isSetUp()) {
        showUnconnected();
        if (!m_remembered.settings().value(laterKey).toBool())
            m_window.showWelcome();
    } else if (m_connections.isReady()) {
        openSession();
    }
}

Desktop::~Desktop()
{
    m_session.reset();
    finishAll(); // while the ranch's servers are there
    m_ranchEnding.waitForFinished();
}

void Desktop::makeWelcome()
{
    m_welcome = new connection::WelcomePage(m_secrets);
    m_window.setWelcome(m_welcome);
    connect(m_welcome, &connection::WelcomePage::demoAsked, this, &Desktop::startDemo);
    connect(m_welcome, &connection::WelcomePage::demoCancelled, this, &Desktop::cancelDemo);
    connect(m_welcome, &connection::WelcomePage::laterAsked, this, [this] {
        if (!m_connections.isSetUp())
            m_remembered.settings().setValue(laterKey, true);
        m_window.showPage(m_window.currentPage());
    });
    connect(m_welcome, &connection::WelcomePage::byHandAsked, this,
            [this](const QString &name, const Variables &values) {
                if (!values.isEmpty())
                    m_connections.propose(name, values);
                m_window.showPage(MainWindow::Page::Connection);
            });
    connect(m_welcome, &connection::WelcomePage::connectAsked, this,
            [this](const QString &name, const Variables &values) {
                m_connections.adopt(name, values);
                m_window.showPage(MainWindow::Page::Exports);
            });
}

void Desktop::makeMenu()
{
    QMenu *menu = m_window.menu();
    QMenu *looks = menu->addMenu(themeIcon(Icon::Sun, &ThemeTokens::text), tr("Appearance"));
    auto *choices = new QActionGroup(looks);
    const std::pair<Theme::Choice, QString> names[]{{Theme::Choice::System, tr("As the desktop")},
                                                    {Theme::Choice::Light, tr("Light")},
                                                    {Theme::Choice::Dark, tr("Dark")}};
    for (const auto &[choice, name] : names) {
        QAction *action = looks->addAction(name);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, which = choice] { m_theme.setChoice(which); });
    }
    connect(looks, &QMenu::aboutToShow, this, [this, choices] {
        for (QAction *action : choices->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(m_theme.choice()));
    });
    makeLanguageMenu();
    connect(menu->addAction(themeIcon(Icon::Play, &ThemeTokens::text), tr("Welcome page")), &QAction::triggered,
            &m_window, &MainWindow::showWelcome);
    menu->addSeparator();
    connect(menu->addAction(themeIcon(Icon::Info, &ThemeTokens::text), tr("About Herdbook")), &QAction::triggered, this,
            &Desktop::showAbout);
    menu->addAction(m_window.quitAction());
}

void Desktop::makeLanguageMenu()
{
    using Choice = Language::Choice;
    // Its name in English as well: who reads no German finds the way back.
    const QString name = tr("Language");
    const QString english = QStringLiteral("Language");
    QMenu *menu = m_window.menu()->addMenu(themeIcon(Icon::Flag, &ThemeTokens::text),
                                           name == english ? name : name + QStringLiteral(" (%1)").arg(english));
    menu->setObjectName(QStringLiteral("language"));
    auto *choices = new QActionGroup(menu);
    for (const Choice choice : {Choice::System, Choice::English, Choice::German, Choice::Spanish}) {
        QAction *action = menu->addAction(choice == Choice::System ? tr("As the desktop") : Language::nameOf(choice));
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { chooseLanguage(choice); });
    }
    connect(menu, &QMenu::aboutToShow, this, [this, choices] {
        for (QAction *action : choices->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(Language::stored(m_remembered.settings())));
    });
    menu->addSeparator();
    menu->addAction(tr("Spoken from the next start on"))->setEnabled(false);
    menu->addAction(tr("English all the same: PDF reports, CSV, and what servers and workers say"))->setEnabled(false);
}

void Desktop::chooseLanguage(Language::Choice choice)
{
    const Language::Choice before = Language::stored(m_remembered.settings());
    if (choice == before)
        return;
    Language::store(m_remembered.settings(), choice);
    const auto sentence = [choice] {
        switch (choice) {
        case Language::Choice::English:
            return tr("Herdbook speaks English from its next start");
        case Language::Choice::German:
            return tr("Herdbook speaks German from its next start");
        case Language::Choice::Spanish:
            return tr("Herdbook speaks Spanish from its next start");
        case Language::Choice::System:
            break;
        }
        return tr("Herdbook speaks the desktop's language from its next start");
    };
    m_window.offerUndo(sentence(), [this, before] { Language::store(m_remembered.settings(), before); });
}

void Desktop::showAbout()
{
    new AboutPanel(aboutFacts(m_connections.activeProfile(), m_connections.activeSettings(),
                              m_session ? m_session->health() : SystemHealth()),
                   &m_window);
}

void Desktop::tryFolder()
{
    if (!m_session || m_folderErrand.isBusy())
        return;
    const auto problem = std::make_shared<QString>();
    m_folderAsked = m_session->folder();
    m_folderErrand.give(
        [problem, folder = m_folderAsked] {
            if (const Result<void> can = canStoreIn(folder); !can)
                *problem = can.error().message;
        },
        [this, problem] {
            if (!m_session || m_session->folder() != m_folderAsked)
                return tryFolder(); // another profile was opened meanwhile
            m_folderProblem = *problem;
            showNotKept();
        });
}

void Desktop::showNotKept()
{
    QStringList sentences;
    if (!m_remembered.problem().isEmpty())
        sentences << tr("Profiles, letterheads and the window's looks are kept until Herdbook closes. %1")
                         .arg(coreText(m_remembered.problem()));
    if (m_session && !m_folderProblem.isEmpty())
        sentences
            << tr("The history of jobs, trials and the log of actions aren't kept. %1").arg(coreText(m_folderProblem));
    else if (m_session && !m_session->keeps())
        sentences
            << tr("The history of jobs, trials and the log of actions aren't kept: %1 could not be used when this "
                  "profile was opened. Open it again under Connection")
                   .arg(m_session->folder());
    m_window.statusStrip()->setNotKept(sentences);
}

void Desktop::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Desktop::lookForPictures()
{
    // Another profile's session has other photos.
    if (m_session && m_connections.activeProfile().id == QLatin1String("demo"))
        m_session->lookForPictures();
}

void Desktop::showUnconnected()
{
    for (const MainWindow::Page page : workPages) {
        if (m_ranch)
            m_window.setPageNote(page, tr("The demo ranch is starting"), tr("It opens by itself as soon as it runs."),
                                 tr("Show how far it is"), [this] { m_window.showWelcome(); });
        else
            m_window.setPageNote(page, tr("No deployment is connected yet"),
                                 tr("Look around on the demo ranch, or connect to a deployment by its .env file."),
                                 tr("Choose…"), [this] { m_window.showWelcome(); });
    }
    m_window.setProfile({}, false);
    m_window.setHealth({});
}

void Desktop::showProfile(const Profile &profile)
{
    m_window.setProfile(profile.name, profile.readOnly);
    m_welcome->showOpen(profile.name, profile.id == QLatin1String("demo"));
}

void Desktop::tellTrouble(const SystemHealth &health)
{
    if (!m_connections.isReady()) // it is of the profile before
        return;
    connection::ConnectionModel::Trouble trouble;
    for (const ServiceHealth &server : {health.postgres, health.redis}) {
        if (server.state != ServiceHealth::State::Unreachable)
            continue;
        trouble.tone = Tone::Error;
        trouble.reason += (trouble.reason.isEmpty() ? QString() : QStringLiteral("; ")) + coreText(server.reason);
    }
    m_connections.setServerTrouble(trouble);
}

void Desktop::offerDemo()
{
    m_window.showWelcome();
    m_welcome->startDemo();
}

void Desktop::startDemo()
{
    if (m_connections.demoRuns()) {
        m_connections.useDemo();
        m_window.showPage(MainWindow::Page::Exports);
        return;
    }
    m_demoInstance = std::make_unique<Instance>(Instance::demoScope());
    if (m_demoInstance->becomeFirst())
        return startRanch();
    whenDone(QtConcurrent::run(m_demoInstance->asking()), this, [this](Instance::Start other) {
        if (other == Instance::Start::Silent && m_demoInstance->becomeFirst())
            return startRanch(); // the other one ended without an answer
        m_demoInstance.reset();
        if (other == Instance::Start::Raised)
            m_welcome->showDemoIdle(); // it is open in another window, which is in front now
        else
            m_welcome->showDemoError(
                {ErrorKind::Conflict,
                 tr("The demo ranch is open in another Herdbook, which doesn't answer. End that one first.")});
    });
}

void Desktop::startRanch()
{
    connect(m_demoInstance.get(), &Instance::raiseAsked, this, &Desktop::raise);
    m_ranch = std::make_unique<demo::DemoRanch>(m_ranchOptions);
    connect(m_ranch.get(), &demo::DemoRanch::progress, m_welcome, &connection::WelcomePage::showDemoProgress);
    connect(m_ranch.get(), &demo::DemoRanch::failed, this, [this](const Error &error) {
        if (!m_ranch)
            return; // cancelled meanwhile, as below
        endRanch([this, error] { m_welcome->showDemoError(error); });
    });
    m_demoNote.clear();
    connect(m_ranch.get(), &demo::DemoRanch::begunAnew, this, [this](const QString &why) { m_demoNote = why; });
    connect(m_ranch.get(), &demo::DemoRanch::ready, this, [this](const Settings &settings) {
        if (!m_ranch)
            return;
        m_welcome->showDemoRuns(m_demoNote);
        m_connections.openDemo(settings);
        connect(m_ranch.get(), &demo::DemoRanch::photosAdded, this, &Desktop::lookForPictures, Qt::UniqueConnection);
        m_window.showPage(MainWindow::Page::Exports);
    });
    m_ranch->start();
    if (!m_connections.isSetUp())
        showUnconnected();
}

void Desktop::cancelDemo()
{
    m_welcome->showDemoStopping();
    if (m_ranch) // otherwise another Herdbook is being asked for it, which ends by itself
        endRanch([this] { m_welcome->showDemoIdle(); });
}

void Desktop::endRanch(const std::function<void()> &then)
{
    m_ranchEnding = endApart(std::move(m_ranch));
    if (!m_connections.isSetUp())
        showUnconnected();
    whenDone(m_ranchEnding, this, [this, then](bool) {
        m_demoInstance.reset(); // until then nobody else can open it
        then();
    });
}

void Desktop::openSession()
{
    m_session.reset();
    m_opening.reset();
    m_folderProblem.clear();
    showNotKept();
    m_welcome->showOpen({}, false);
    if (!m_connections.isSetUp()) {
        showUnconnected();
        return;
    }
    const Result<Settings> settings = m_connections.activeSettings();
    if (!settings) {
        for (const MainWindow::Page page : workPages)
            m_window.setPageNote(page, tr("This profile can't be used"), coreText(settings.error().message));
        m_window.setProfile({}, false);
        m_window.setHealth({});
        m_window.showPage(MainWindow::Page::Connection);
        return;
    }
    const Profile profile = m_connections.activeProfile();
    showProfile(profile);
    const auto places = std::make_shared<SessionPlaces>();
    m_opening = std::make_unique<DiskErrand>();
    m_opening->give([places, settings = *settings, profile] { *places = SessionPlaces::of(settings, profile); },
                    [this, places, settings = *settings, profile] { beginSession(settings, profile, *places); });
    constexpr std::chrono::milliseconds Moment(300); // a disk that answers shows no other pages in between
    if (m_opening->finish(Moment))
        return;
    for (const MainWindow::Page page : workPages)
        m_window.setPageNote(page, tr("This profile is being opened"),
                             tr("The disk with this user's files hasn't answered yet."));
    m_window.setHealth({});
}

void Desktop::showConnection()
{
    m_window.showPage(MainWindow::Page::Connection);
    QStringList missing;
    if (tellsOfMissingPassword(m_session->health().postgres.reason))
        missing << QStringLiteral("POSTGRES_PASSWORD");
    if (tellsOfMissingPassword(m_session->health().redis.reason))
        missing << QStringLiteral("REDIS_PASSWORD");
    if (!missing.isEmpty())
        static_cast<connection::ConnectionPage *>(m_window.page(MainWindow::Page::Connection))
            ->askForPasswords(missing);
}

void Desktop::beginSession(const Settings &settings, const Profile &profile, const SessionPlaces &places)
{
    m_session = std::make_unique<Session>(settings, profile, places, m_remembered.settings(), m_window);
    showNotKept();
    tryFolder();
    connect(m_session.get(), &Session::connectionAsked, this, &Desktop::showConnection);
    connect(m_session.get(), &Session::photosAsked, this, [this] {
        m_window.showPage(MainWindow::Page::Connection);
        static_cast<connection::ConnectionPage *>(m_window.page(MainWindow::Page::Connection))->showPhotoFolder();
    });
}

} // namespace herdbook
