// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/herdbook/instance.h"
#include "app/herdbook/session.h"
#include "core/config/storing.h"
#include "core/demo/demoranch.h"
#include "ui/connection/connectionmodel.h"
#include "ui/widgets/text/language.h"
#include "ui/window/mainwindow.h"

#include <QFuture>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace herdbook {

class Theme;
namespace connection {
class WelcomePage;
}

/// The window with its Connection screen, and a session for the profile in use; a new one when that changes. Before anybody has chosen a
/// deployment there is no session but a welcome page.
class Desktop : public QObject
{
    Q_OBJECT

public:
    /// @param environment wins over every profile.
    /// @param demo the running demo ranch, which then is the profile in use.
    Desktop(Remembered &remembered, Theme &theme, const Variables &environment, const std::optional<Settings> &demo);

    ~Desktop() override;

    /// Another demo ranch than this user's is started from the welcome page.
    void setRanchOptions(demo::DemoRanch::Options options) { m_ranchOptions = std::move(options); }
    MainWindow &window() { return m_window; }
    connection::ConnectionModel &connections() { return m_connections; }
    connection::WelcomePage *welcome() const { return m_welcome; }
    /// Brings the window to the front, wherever it is.
    void raise();
    /// Starts the demo ranch on the welcome page; where another Herdbook has it, brings that one to the front.
    void offerDemo();
    /// The demo ranch has drawn more photos.
    void lookForPictures();

private:
    void makeMenu();
    void makeLanguageMenu();
    void chooseLanguage(Language::Choice choice);
    void makeWelcome();
    void openSession();
    void beginSession(const Settings &settings, const Profile &profile, const SessionPlaces &places);
    void showUnconnected();
    /// Where servers want passwords that aren't given, these are asked for.
    void showConnection();
    void showProfile(const Profile &profile);
    void tellTrouble(const SystemHealth &health);
    void startDemo();
    void startRanch();
    void cancelDemo();
    /// Without a wait; then `then`.
    void endRanch(const std::function<void()> &then);
    void showAbout();
    void tryFolder();
    void showNotKept();

    std::unique_ptr<Instance> m_demoInstance;
    demo::DemoRanch::Options m_ranchOptions;
    std::unique_ptr<demo::DemoRanch> m_ranch; ///< started from the welcome page; outlives what uses it
    QFuture<bool> m_ranchEnding;              ///< of one that was cancelled
    Remembered &m_remembered;
    Theme &m_theme;
    SecretStore m_secrets;
    MainWindow m_window;
    connection::ConnectionModel m_connections;
    connection::WelcomePage *m_welcome = nullptr; ///< owned by the window
    std::unique_ptr<Session> m_session;           ///< none while a profile can't be used
    std::unique_ptr<DiskErrand> m_opening;        ///< asks where the next session keeps things
    QTimer m_storing;
    DiskErrand m_folderErrand;
    QString m_demoNote;      ///< that it was begun anew, and why
    QString m_folderAsked;   ///< the one the errand is about
    QString m_folderProblem; ///< why the session's folder can't be written
};

} // namespace herdbook
