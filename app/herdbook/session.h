// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/jobs/files/folderlook.h"
#include "core/jobs/jobactions.h"
#include "core/jobs/jobfeed.h"
#include "core/storage/postgresmonitor.h"
#include "ui/exports/exportpreview.h"
#include "ui/reid/analysisrunner.h"
#include "ui/window/systemhealth.h"

#include <QObject>

#include <memory>

class QSettings;

namespace herdbook {

class MainWindow;
namespace ui {
class ReidPage;
}
namespace ui {
class ExportsPage;
}
namespace trial {
class TrialPage;
}

/// Where things of one deployment are kept on this machine.
struct SessionPlaces
{
    QString data;       ///< the folder of history, trials and the log of actions, or empty where it can't be used
    QString folder;     ///< that one, or what it would be
    QString letterhead; ///< whose one reports bear: the deployment's, named as its folder is
    QString analysis;   ///< the file of the last analysis, which can be made again at any time; empty: none is kept
    bool isAnalyzed = false; ///< whether there is that file

    /// Makes the folders and looks: waits for the disk.
    static SessionPlaces of(const Settings &settings, const Profile &profile);
    /// A file in the data folder; empty where that can't be used.
    QString dataFile(const QString &name) const { return data.isEmpty() ? QString() : data + name; }
};

/// What the window works with while one profile is in use: the services for its PostgreSQL and Redis, and the pages made of them.
/// Another profile means another session; the window keeps nothing of the old one.
class Session : public QObject
{
    Q_OBJECT

public:
    /// @param places as SessionPlaces::of() tells them.
    /// @param remembered what the pages remember of their looks and input; outlives the session, as does the window.
    Session(const Settings &settings, const Profile &profile, SessionPlaces places, QSettings &remembered,
            MainWindow &window);
    ~Session() override;

    const SystemHealth &health() const { return m_health; }
    /// Where history, trials and the log of actions are kept on this machine, or would be.
    const QString &folder() const { return m_places.folder; }
    /// Photos were added to the image folder.
    void lookForPictures();
    /// Whether it could be used when this session began.
    bool keeps() const { return !m_places.data.isEmpty(); }

Q_SIGNALS:
    void connectionAsked();
    void photosAsked();

private:
    void addExports(QSettings &remembered, const Profile &profile);
    void addReidAndTrial(QSettings &remembered, const Profile &profile);
    void bringAnalyses(trial::TrialPage &trial);
    void watchHealth();
    void showRedis(const jobs::FeedConnection &connection);

    const Settings m_settings;
    const SessionPlaces m_places;
    MainWindow &m_window;
    SystemHealth m_health;
    storage::PostgresMonitor m_postgres;
    jobs::JobFeed m_feed;
    std::unique_ptr<jobs::JobActions> m_actions;
    jobs::FolderLook m_exportFolder;
    ui::ExportPreview m_preview;
    ui::AnalysisRunner m_analyses;
    ui::ExportsPage *m_exports = nullptr; ///< owned by the window, as the next
    ui::ReidPage *m_reid = nullptr;
};

} // namespace herdbook
