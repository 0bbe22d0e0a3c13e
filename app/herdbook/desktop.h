// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/herdbook/session.h"
#include "ui/connection/connectionmodel.h"
#include "ui/window/mainwindow.h"

#include <memory>
#include <optional>

class QSettings;

namespace herdbook {

class Theme;

/// The window with its Connection screen, and a session for the profile in use; a new one when that changes.
class Desktop : public QObject
{
    Q_OBJECT

public:
    /// @param environment wins over every profile.
    /// @param demo the running demo ranch, which then is the profile in use.
    Desktop(QSettings &remembered, Theme &theme, const Variables &environment, const std::optional<Settings> &demo);

    MainWindow &window() { return m_window; }

private:
    void openSession();

    QSettings &m_remembered;
    SecretStore m_secrets;
    MainWindow m_window;
    connection::ConnectionModel m_connections;
    std::unique_ptr<Session> m_session; ///< none while a profile can't be used
};

} // namespace herdbook
