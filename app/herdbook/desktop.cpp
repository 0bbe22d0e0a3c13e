// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/desktop.h"

#include "ui/connection/connectionpage.h"

namespace herdbook {

namespace {

using Part = connection::ConnectionModel::Part;

} // namespace

Desktop::Desktop(QSettings &remembered, Theme &theme, const Variables &environment, const std::optional<Settings> &demo)
    : m_remembered(remembered), m_secrets(keychainBackend()), m_window(remembered, systemClock()),
      m_connections(remembered, m_secrets, environment, demo)
{
    auto *page = new connection::ConnectionPage(m_connections, m_secrets, theme);
    m_window.setPage(MainWindow::Page::Connection, page);
    connect(page, &connection::ConnectionPage::undoOffered, &m_window, &MainWindow::offerUndo);
    connect(&m_window, &MainWindow::connectionAsked, page, [page](StatusStrip::Cell cell) {
        page->showCheck(cell == StatusStrip::Cell::PostgreSql ? Part::Postgres : Part::Redis);
    });
    connect(&m_connections, &connection::ConnectionModel::activeChanged, this, &Desktop::openSession);
    if (m_connections.isReady())
        openSession();
}

void Desktop::openSession()
{
    m_session.reset();
    const Result<Settings> settings = m_connections.activeSettings();
    if (!settings) {
        for (const MainWindow::Page page : {MainWindow::Page::Exports, MainWindow::Page::Reid, MainWindow::Page::Trial})
            m_window.setPageNote(page, tr("This profile can't be used"), settings.error().message);
        m_window.showPage(MainWindow::Page::Connection);
        return;
    }
    m_session = std::make_unique<Session>(*settings, m_connections.activeProfile(), m_remembered, m_window);
    connect(m_session.get(), &Session::connectionAsked, this,
            [this] { m_window.showPage(MainWindow::Page::Connection); });
}

} // namespace herdbook
