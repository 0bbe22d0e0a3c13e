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

namespace herdbook {

namespace {

QString profileFolder(const Profile &profile)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + profile.id;
}

/// A file in the user's data folder that belongs to one deployment: the jobs and trials of two are not mixed.
QString dataFile(const Settings &settings, const Profile &profile, const QString &name)
{
    const QString folder = dataFolder(profileFolder(profile), deploymentKey(profile, settings));
    return folder.isEmpty() ? QString() : folder + u'/' + name;
}

/// Whose letterhead reports bear: the deployment's, named as its folder is.
QString letterheadOf(const Settings &settings, const Profile &profile)
{
    const QString key = deploymentKey(profile, settings);
    const QString own = profileFolder(profile);
    const QString folder = dataFolder(own, key);
    const bool unmarked = folder.isEmpty() && !QFileInfo::exists(own + QStringLiteral("/deployment"));
    return unmarked || folder == own ? profile.id : profile.id + u'/' + key;
}

jobs::JobFeed::Options feedOptions(const Settings &settings, const Profile &profile)
{
    return {{settings.redis, settings.exportFolder, exports::requesterIdentity(), systemClock()},
            dataFile(settings, profile, QStringLiteral("history.sqlite"))};
}

jobs::JobActions::Options actionOptions(const Settings &settings, const Profile &profile)
{
    return {settings.redis, settings.exportFolder, exports::requesterIdentity(),
            dataFile(settings, profile, QStringLiteral("audit.log")), systemClock()};
}

/// Where this database's last analysis is kept, which can be made again at any time. Times without a zone are read as the site's.
QString analysisFile(const Settings &settings, const Profile &profile)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u'/' + profile.id;
    return QDir().mkpath(folder)
               ? folder + QStringLiteral("/analysis-%1-%2.bin")
                              .arg(deploymentKey(profile, settings),
                                   QString::fromLatin1(settings.siteTimeZone.id()).replace(u'/', u'-'))
               : QString();
}

} // namespace

Session::Session(const Settings &settings, const Profile &profile, QSettings &remembered, MainWindow &window)
    : m_settings(settings), m_data(dataFile(settings, profile, {})),
      m_folder(m_data.isEmpty() ? profileFolder(profile) : m_data), m_window(window), m_postgres(settings.postgres),
      m_feed(feedOptions(settings, profile)),
      m_actions(std::make_unique<jobs::JobActions>(actionOptions(settings, profile))),
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
    finishLater([actions = m_actions.release()] { delete actions; });
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
                                     letterheadOf(m_settings, profile),
                                     m_settings.exportFolder.isEmpty() ? nullptr : &m_exportFolder});
    m_exports->setReadOnly(profile.readOnly);
    m_window.setPage(MainWindow::Page::Exports, m_exports);
    connect(m_exports, &ui::ExportsPage::connectionAsked, this, &Session::connectionAsked);
    connect(m_exports, &ui::ExportsPage::photosAsked, this, &Session::photosAsked);
}

void Session::addReidAndTrial(QSettings &remembered, const Profile &profile)
{
    auto *reid = new dashboard::ReidPage(m_analyses, remembered);
    m_reid = reid;
    reid->setSource(deploymentKey(profile, m_settings));
    reid->setSiteTimeZone(m_settings.siteTimeZone);
    reid->setPhotos(m_settings.postgres, m_settings.imageFolder);
    trial::Services services;
    services.postgres = m_settings.postgres;
    services.imageFolder = m_settings.imageFolder;
    services.storePath = dataFile(m_settings, profile, QStringLiteral("trials.sqlite"));
    services.reviewer = exports::requesterIdentity();
    services.siteTimeZone = m_settings.siteTimeZone;
    services.readOnly = profile.readOnly;
    m_analyses.setFile(analysisFile(m_settings, profile));
    m_analyses.setCertifier(
        [path = services.storePath](storage::Postgres &connection) { return trial::certifierFor(connection, {path}); });
    auto *trial = new trial::TrialPage(services);
    bringAnalyses(*trial);
    m_window.setPage(MainWindow::Page::Reid, reid);
    m_window.setPage(MainWindow::Page::Trial, trial);
    connect(&m_postgres, &storage::PostgresMonitor::unreachable, trial->samplePage(),
            &trial::SamplePage::noticeDatabaseAway);
    connect(&trial->desk(), &trial::TrialDesk::concluded, reid, &dashboard::ReidPage::checkAgain);
    reid->setExportable(!profile.readOnly);
    connect(reid, &dashboard::ReidPage::zipAsked, this, [this](const QStringList &ids) {
        m_window.showPage(MainWindow::Page::Exports);
        m_exports->prepareZip(ids);
    });
    connect(reid, &dashboard::ReidPage::photosAsked, this, &Session::photosAsked);
    connect(reid, &dashboard::ReidPage::trialAsked, this, [this] { m_window.showPage(MainWindow::Page::Trial); });
    connect(trial, &trial::TrialPage::reidAsked, this, [this] { m_window.showPage(MainWindow::Page::Reid); });
}

void Session::bringAnalyses(trial::TrialPage &trial)
{
    using Awaited = trial::SamplePage::Awaited;
    using dashboard::AnalysisRunner;
    trial::SamplePage *sample = trial.samplePage();
    connect(&m_analyses, &AnalysisRunner::started, sample,
            [this, sample] { sample->setAwaited(m_analyses.mayRemember() ? Awaited::Kept : Awaited::New); });
    const auto ended = [sample] { sample->setAwaited(Awaited::Nothing); };
    connect(&m_analyses, &AnalysisRunner::finished, sample, ended);
    connect(&m_analyses, &AnalysisRunner::cancelled, sample, ended);
    connect(&m_analyses, &AnalysisRunner::failed, sample, ended);
    connect(&m_analyses, &AnalysisRunner::finished, &trial, &trial::TrialPage::setAnalysis);
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
                m_exports->setDatabaseAway(true);
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
    m_health.redis = {ServiceHealth::State::Unreachable, 0, connection.since, connection.error};
    m_window.setHealth(m_health);
}

} // namespace herdbook
