// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/statusstrip.h"

#include <QMainWindow>
#include <QPointer>

class QScrollArea;
class QSettings;
class QStackedWidget;

namespace herdbook {

class KeysPanel;
class Rail;
class Screen;

/// The one window: rail, pages, status strip. It knows no page's content: app/ puts them in. Keys: Ctrl+1..4 pages, Ctrl+comma
/// Connection, F5 refresh, Ctrl+N new export, Ctrl+F search, F6 / Shift+F6 panes, F1 keys of this screen.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page { Exports, Reid, Trial, Connection };
    Q_ENUM(Page)

    /// `settings` remembers geometry and page; it must outlive the window.
    MainWindow(QSettings &settings, Clock clock, QWidget *parent = nullptr);

    /// Puts a page in (the window owns it). If it is a Screen as well, the window's keys reach it. Until then, one line stands there.
    void setPage(Page page, QWidget *content);
    QWidget *page(Page page) const;
    Page currentPage() const;
    /// What stands in for a page that isn't there yet.
    void setPageNote(Page page, const QString &sentence, const QString &note);

    StatusStrip *statusStrip() const { return m_strip; }
    void setProfile(const QString &name, bool readOnly);
    void setSiteTimeZone(const QTimeZone &zone) { m_strip->setSiteTimeZone(zone); }
    /// Removing that can be undone: says so in the strip, see StatusStrip::offerUndo().
    void offerUndo(const QString &text, std::function<void()> undo);

public Q_SLOTS:
    void showPage(herdbook::MainWindow::Page page);
    void setHealth(const herdbook::SystemHealth &health) { m_strip->setHealth(health); }
    void showKeys();

Q_SIGNALS:
    void pageChanged(herdbook::MainWindow::Page page);
    /// A cell of the strip was activated; Connection is shown already.
    void connectionAsked(herdbook::StatusStrip::Cell cell);
    /// The window is about to close.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    Screen *screen() const;
    QString pageName(Page page) const;
    void addKeys();
    void movePane(int step);
    void limitSize();

    QSettings &m_settings;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusStrip *m_strip;
    QPointer<KeysPanel> m_keys;
    int m_pane = -1;
};

} // namespace herdbook
