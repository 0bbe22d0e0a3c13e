// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/panewalk.h"
#include "ui/window/statusstrip.h"

#include <QMainWindow>
#include <QPointer>
#include <functional>

class QMenu;
class QScrollArea;
class QSettings;
class QStackedWidget;

namespace herdbook {

class KeysPanel;
class Rail;
class Screen;
class ScreenFit;

/// The one window: rail, pages, status strip. It knows no page's content: app/ puts them in. Keys: Ctrl+1..4 pages, Ctrl+comma
/// Connection, F5 refresh, Ctrl+N new export, Ctrl+F search, F6 / Shift+F6 panes, F1 keys of this screen, Ctrl+Q quit.
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
    /// What stands in for a page that isn't there yet, perhaps with a button that does something about it.
    void setPageNote(Page page, const QString &sentence, const QString &note, const QString &action = {},
                     const std::function<void()> &run = {});

    /// The page of a first start, beside the others: while it is shown no page of the rail is current.
    void setWelcome(QWidget *content);
    void showWelcome();
    bool isWelcome() const;
    /// The menu of the rail; it holds the keys, what else is in it comes from app/, with quitAction() at the end.
    QMenu *menu() const { return m_menu; }
    /// Closes this window as its frame does, and with it those beside it. Its key counts in all of them.
    QAction *quitAction() const { return m_quit; }

    StatusStrip *statusStrip() const { return m_strip; }
    /// What is open; an empty name: nothing is.
    void setProfile(const QString &name, bool readOnly);
    void setSiteTimeZone(const QTimeZone &zone) { m_strip->setSiteTimeZone(zone); }
    /// Removing that can be undone: says so in the strip, see StatusStrip::offerUndo().
    void offerUndo(const QString &text, std::function<void()> undo);

public Q_SLOTS:
    void showPage(herdbook::MainWindow::Page page);
    void setHealth(const herdbook::SystemHealth &health);
    void showKeys();

Q_SIGNALS:
    void healthChanged(const herdbook::SystemHealth &health);
    void pageChanged(herdbook::MainWindow::Page page);
    /// A cell of the strip was activated; Connection is shown already.
    void connectionAsked(herdbook::StatusStrip::Cell cell);
    /// The window is about to close.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Screen *screen() const;
    QString pageName(Page page) const;
    void addKeys();
    void quit();
    void showTitle();
    void movePane(int step);
    QScrollArea *addArea();

    QSettings &m_settings;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusStrip *m_strip;
    QMenu *m_menu;
    QAction *m_quit;
    ScreenFit *m_fit;
    QScrollArea *m_welcome = nullptr;
    Page m_page = Page::Exports;
    Page m_undoPage = Page::Exports; ///< where the last offer to undo was made
    QString m_profile;               ///< empty: none is open
    QPointer<KeysPanel> m_keys;
    PaneWalk m_panes;
};

} // namespace herdbook
