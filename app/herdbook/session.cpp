// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/session.h"

#include "core/base/farewell.h"
#include "core/config/datafolder.h"
#include "core/exports/jobstore.h"
#include "core/trial/review/certifier.h"
#include "ui/exports/exportspage.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/reidpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/trialpage.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <mutex>

namespace herdbook {

namespace {

QString profileFolder(const Profile &profile)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + profile.id;
}

jobs::JobFeed::Options feedOptions(const Settings &settings, const SessionPlaces &places)
{
    return {{settings.redis, settings.exportFolder, exports::requesterIdentity(), systemClock()},
            places.dataFile(QStringLiteral("history.sqlite"))};
}

jobs::JobActions::Options actionOptions(const Settings &settings, const SessionPlaces &places)
{
    return {settings.redis, settings.exportFolder, exports::requesterIdentity(),
            places.dataFile(QStringLiteral("audit.log")), systemClock()};
}

} // namespace

SessionPlaces SessionPlaces::of(const Settings &settings, const Profile &profile)
{
    static std::mutex one; // of two that wait for a silent disk the later one sees what the first has marked
    const std::lock_guard lock(one);
    SessionPlaces places;
    const QString own = profileFolder(profile);
    // The jobs and trials of two deployments are not mixed.
    const QString key = deploymentKey(profile, settings);
    const QString data = dataFolder(own, key);
    places.data = data.isEmpty() ? QString() : data + u'/';
    places.folder = data.isEmpty() ? own : places.data;
    const bool unmarked = data.isEmpty() && !QFileInfo::exists(own + QStringLiteral("/deployment"));
    places.letterhead = unmarked || data == own ? profile.id : profile.id + u'/' + key;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u'/' + profile.id;
    if (QDir().mkpath(cache)) // times without a zone are read as the site's
        places.analysis = cache + QStringLiteral("/analysis-%1-%2.bin")
                                      .arg(key, QString::fromLatin1(settings.siteTimeZone.id()).replace(u'/', u'-'));
    places.isAnalyzed = !places.analysis.isEmpty() && QFileInfo::exists(places.analysis);
    return places;
}

Session::Session(const Settings &settings, const Profile &profile, SessionPlaces places, QSettings &remembered,
                 MainWindow &window)
    : m_settings(settings), m_places(std::move(places)), m_window(window), m_postgres(settings.postgres),
      m_feed(feedOptions(settings, m_places)),
      m_actions(std::make_unique<jobs::JobActions>(actionOptions(settings, m_places))),
      m_exportFolder({settings.redis, settings.exportFolder, settings.keepFilesHours, systemClock()}),
      m_preview(settings, systemClock()), m_analyses(settings.postgres, settings.reidThreshold)
{
    m_window.setSiteTimeZone(m_settings.siteTimeZone);
    m_window.setProfile(profile.name, profile.readOnly);
    m_health.postgres.state = m_health.redis.state = ServiceHealth::State::Unknown;
    m_window.setHealth(m_health);
    watchHealth();
    addExports(remembered, profile);
    addReidAndTrial(remembered, profile);
}

Session::~Session()
{
    // The pages use the services, so they go first.
    for (const MainWindow::Page page : {MainWindow::Page::Exports, MainWindow::Page::Reid, MainWindow::Page::Trial})
        delete m_window.page(page);
    // Waits until all that was asked for is done, which nobody has to do here.
    finishLater([actions = m_actions.release()] { delete actions; }, WorkPatience);
}

void Session::addExports(QSettings &remembered, const Profile &profile)
{
    m_exports = new ui::ExportsPage({m_feed,
                                     *m_actions,
                                     remembered,
                                     systemClock(),
                                     m_settings.siteTimeZone,
                                     &m_preview,
                                     {QUrl(m_settings.apiUrl), m_settings.apiToken},
                                     m_places.letterhead,
                                     m_settings.exportFolder.isEmpty() ? nullptr : &m_exportFolder});
    m_exports->setReadOnly(profile.readOnly);
    m_window.setPage(MainWindow::Page::Exports, m_exports);
    connect(m_exports, &ui::ExportsPage::connectionAsked, this, &Session::connectionAsked);
    connect(m_exports, &ui::ExportsPage::photosAsked, this, &Session::photosAsked);
}

void Session::addReidAndTrial(QSettings &remembered, const Profile &profile)
{
    auto *reid = new ui::ReidPage(m_analyses, remembered);
    m_reid = reid;
    reid->setSource(deploymentKey(profile, m_settings));
    reid->setSiteTimeZone(m_settings.siteTimeZone);
    reid->setPhotos(m_settings.postgres, m_settings.imageFolder);
    trial::Services services;
    services.postgres = m_settings.postgres;
    services.imageFolder = m_settings.imageFolder;
    services.storePath = m_places.dataFile(QStringLiteral("trials.sqlite"));
    services.reviewer = exports::requesterIdentity();
    services.siteTimeZone = m_settings.siteTimeZone;
    services.readOnly = profile.readOnly;
    m_analyses.setFile(m_places.analysis, m_places.isAnalyzed);
    m_analyses.setCertifier(
        [path = services.storePath](storage::Postgres &connection) { return trial::certifierFor(connection, {path}); });
    auto *trial = new trial::TrialPage(services);
    bringAnalyses(*trial);
    m_window.setPage(MainWindow::Page::Reid, reid);
    m_window.setPage(MainWindow::Page::Trial, trial);
    connect(&m_postgres, &storage::PostgresMonitor::unreachable, trial->samplePage(),
            &trial::SamplePage::noticeDatabaseAway);
    connect(&trial->desk(), &trial::TrialDesk::concluded, reid, &ui::ReidPage::checkAgain);
    const trial::ApplyDesk *applying = &trial->desk().applying();
    connect(applying, &trial::ApplyDesk::assignmentsChanged, trial->samplePage(), &trial::SamplePage::noticeChange);
    connect(applying, &trial::ApplyDesk::assignmentsChanged, reid, &ui::ReidPage::noticeChange);
    reid->setExportable(!profile.readOnly);
    connect(reid, &ui::ReidPage::zipAsked, this, [this](const QStringList &ids) {
        m_window.showPage(MainWindow::Page::Exports);
        m_exports->prepareZip(ids);
    });
    connect(reid, &ui::ReidPage::connectionAsked, this, &Session::connectionAsked);
    connect(trial, &trial::TrialPage::connectionAsked, this, &Session::connectionAsked);
    connect(reid, &ui::ReidPage::photosAsked, this, &Session::photosAsked);
    connect(reid, &ui::ReidPage::trialAsked, this, [this] { m_window.showPage(MainWindow::Page::Trial); });
    connect(trial, &trial::TrialPage::photosAsked, this, &Session::photosAsked);
    connect(trial, &trial::TrialPage::reidAsked, this, [this] { m_window.showPage(MainWindow::Page::Reid); });
}

void Session::bringAnalyses(trial::TrialPage &trial)
{
    using Awaited = trial::SamplePage::Awaited;
    using ui::AnalysisRunner;
    trial::SamplePage *sample = trial.samplePage();
    connect(&m_analyses, &AnalysisRunner::started, sample,
            [this, sample] { sample->setAwaited(m_analyses.mayRemember() ? Awaited::Kept : Awaited::New); });
    connect(&m_analyses, &AnalysisRunner::finished, &trial, &trial::TrialPage::setAnalysis);
    const auto ended = [sample] { sample->setAwaited(Awaited::Nothing); };
    connect(&m_analyses, &AnalysisRunner::finished, sample, ended);
    connect(&m_analyses, &AnalysisRunner::cancelled, sample, ended);
    connect(&m_analyses, &AnalysisRunner::failed, sample, ended);
    // One that is kept is read as Re-ID does when it is shown; a new one is made only there.
    connect(&trial, &trial::TrialPage::analysisMissed, &m_analyses, [this] {
        if (!m_analyses.isRunning() && m_analyses.mayRemember())
            m_analyses.start();
    });
}

void Session::lookForPictures()
{
    m_reid->gallery()->lookForPictures();
}

void Session::watchHealth()
{
    connect(&m_postgres, &storage::PostgresMonitor::answered, this, [this](double milliseconds) {
        m_health.postgres = {ServiceHealth::State::Connected, milliseconds, {}, {}, false,
                             QDateTime::currentDateTimeUtc()};
        m_window.setHealth(m_health);
        m_exports->setDatabaseAway(false);
    });
    connect(&m_postgres, &storage::PostgresMonitor::unreachable, this,
            [this](const QDateTime &since, const QString &reason, bool refused) {
                m_health.postgres = {ServiceHealth::State::Unreachable, 0, since, reason, refused};
                m_window.setHealth(m_health);
                m_exports->setDatabaseAway(true, refused);
            });
    connect(&m_feed, &jobs::JobFeed::connectionChanged, this, &Session::showRedis);
    connect(&m_feed, &jobs::JobFeed::healthRead, this, [this](const jobs::Health &health) {
        m_health.redis = {ServiceHealth::State::Connected, health.milliseconds, {}, {}, false,
                          QDateTime::currentDateTimeUtc()};
        m_health.workersOnline = health.workersOnline;
        m_health.pythonWorkers = health.pythonWorkers;
        m_health.workersNotReady = health.workersNotReady;
        m_health.remarks = health.problems + health.warnings;
        m_health.queueLength = static_cast<int>(health.queueLength);
        m_health.countsAt = health.readAt;
        m_window.setHealth(m_health);
    });
}

void Session::showRedis(const jobs::FeedConnection &connection)
{
    if (connection.state != jobs::FeedConnection::State::Offline)
        return;
    m_health.countsAt = m_feed.health().readAt;
    m_health.redis = {ServiceHealth::State::Unreachable, 0, connection.since, connection.error, connection.isRefusal()};
    m_window.setHealth(m_health);
}

} // namespace herdbook
