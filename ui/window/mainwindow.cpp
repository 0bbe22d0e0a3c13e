// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/screen.h"
#include "ui/window/keyspanel.h"
#include "ui/window/rail.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMetaEnum>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QWindow>

namespace herdbook {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
constexpr QSize leastSize(1100, 700);
constexpr QSize firstSize(1440, 900);
constexpr std::chrono::seconds undoTime(6);

} // namespace

MainWindow::MainWindow(QSettings &settings, Clock clock, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), m_rail(new Rail), m_stack(new QStackedWidget),
      m_strip(new StatusStrip(std::move(clock))), m_menu(new QMenu(this)),
      m_quit(new QAction(themeIcon(Icon::Close, &ThemeTokens::text), tr("Quit"), this))
{
    auto *center = new QWidget;
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(m_strip);
    setCentralWidget(center);
    m_rail->addPage(pageName(Page::Exports), Icon::RailExports, tr("Exports (Ctrl+1)"));
    m_rail->addPage(pageName(Page::Reid), Icon::RailReid, tr("Re-identification (Ctrl+2)"));
    m_rail->addPage(pageName(Page::Trial), Icon::RailTrial, tr("Trial of a threshold (Ctrl+3)"));
    m_rail->addPage(pageName(Page::Connection), Icon::RailConnection, tr("Connection (Ctrl+4)"), true);
    m_menu->setObjectName(QStringLiteral("railMenu"));
    connect(m_menu->addAction(themeIcon(Icon::Keyboard, &ThemeTokens::text), tr("Keys of this screen\tF1")),
            &QAction::triggered, this, &MainWindow::showKeys);
    m_rail->addMenu(tr("Menu"), Icon::More, tr("Appearance, keys, welcome page, about (F10)"), m_menu);
    for (int i = 0; i < QMetaEnum::fromType<Page>().keyCount(); ++i) {
        addArea();
        setPageNote(static_cast<Page>(i), tr("%1 is not part of this build yet").arg(pageName(static_cast<Page>(i))),
                    {});
    }
    connect(m_rail, &Rail::chosen, this, [this](int index) { showPage(static_cast<Page>(index)); });
    connect(m_strip, &StatusStrip::activated, this, [this](StatusStrip::Cell cell) {
        showPage(Page::Connection);
        Q_EMIT connectionAsked(cell);
    });
    connect(m_strip, &StatusStrip::focusLost, this, [this] {
        if (const Screen *now = screen())
            focusFirstOf(now->panes());
    });
    addKeys();
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        resize(firstSize);
    fitScreen();
    m_ownSize = size();
    bool known = false;
    const int page = QMetaEnum::fromType<Page>().keyToValue(settings.value(pageKey).toByteArray().constData(), &known);
    showPage(known ? static_cast<Page>(page) : Page::Exports);
}

QString MainWindow::pageName(Page page) const
{
    switch (page) {
    case Page::Exports:
        return tr("Exports");
    case Page::Reid:
        return tr("Re-ID");
    case Page::Trial:
        return tr("Trial");
    case Page::Connection:
        break;
    }
    return tr("Connection");
}

QScrollArea *MainWindow::addArea()
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(area);
    return area;
}

void MainWindow::fitScreen()
{
    // On a screen that is smaller (1920 x 1080 at 200%) the least size yields, and the pages scroll. Before the window is on the screen
    // nobody knows how thick its frame will be.
    const QRect room = QWidget::screen()->availableGeometry();
    QSize frame = frameGeometry().size() - geometry().size();
    if (frame.isNull() || !isVisible())
        frame = QSize(8, 36);
    const QSize most = room.size() - frame;
    setMinimumSize(leastSize.boundedTo(most));
    if (isMaximized() || isFullScreen())
        return;
    resize(size().boundedTo(most));
    if (!isVisible())
        return;
    const QRect outer = frameGeometry();
    const QPoint place(std::clamp(outer.x(), room.left(), std::max(room.left(), room.right() + 1 - outer.width())),
                       std::clamp(outer.y(), room.top(), std::max(room.top(), room.bottom() + 1 - outer.height())));
    if (place != outer.topLeft())
        move(place);
}

void MainWindow::fitOnce()
{
    if (m_ownSize.isValid() && isVisible() && size() == m_ownSize && frameGeometry() != geometry()) {
        m_ownSize = {};
        fitScreen();
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // Another screen, or a panel that takes its room.
    connect(windowHandle(), &QWindow::screenChanged, this, &MainWindow::fitScreen, Qt::UniqueConnection);
    connect(QWidget::screen(), &QScreen::availableGeometryChanged, this, &MainWindow::fitScreen, Qt::UniqueConnection);
    fitOnce();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    fitOnce();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitOnce();
}

void MainWindow::addKeys()
{
    const auto on = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    for (int i = 0; i < QMetaEnum::fromType<Page>().keyCount(); ++i)
        on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { showPage(static_cast<Page>(i)); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPage(Page::Connection); });
    on(QKeySequence(Qt::Key_F5), [this] {
        if (Screen *now = screen())
            now->refresh();
    });
    on(QKeySequence::New, [this] {
        showPage(Page::Exports);
        if (Screen *now = screen())
            now->startNew();
    });
    on(QKeySequence::Find, [this] {
        if (Screen *now = screen())
            now->focusSearch();
    });
    on(QKeySequence(Qt::Key_F6), [this] { movePane(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { movePane(-1); });
    on(QKeySequence(Qt::Key_F1), [this] { showKeys(); });
    on(QKeySequence(Qt::Key_F10), [this] { m_rail->menuButton()->click(); });
    const QList<QKeySequence> usual = QKeySequence::keyBindings(QKeySequence::Quit); // not every desktop has one
    m_quit->setShortcuts(usual.isEmpty() ? QList<QKeySequence>{Qt::CTRL | Qt::Key_Q} : usual);
    m_quit->setShortcutContext(Qt::ApplicationShortcut);
    addAction(m_quit);
    connect(m_quit, &QAction::triggered, this, &MainWindow::quit);
}

void MainWindow::quit()
{
    if (close()) {
        QApplication::closeAllWindows();
    } else { // it says why not, perhaps under a report's window
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
    }
}

void MainWindow::setPage(Page page, QWidget *content)
{
    static_cast<QScrollArea *>(m_stack->widget(static_cast<int>(page)))->setWidget(content);
}

void MainWindow::setPageNote(Page page, const QString &sentence, const QString &note, const QString &action,
                             const std::function<void()> &run)
{
    auto *content = new EmptyState(sentence, note);
    if (!action.isEmpty())
        connect(content->setAction(action), &QPushButton::clicked, this, run);
    setPage(page, content);
}

void MainWindow::setWelcome(QWidget *content)
{
    if (m_welcome == nullptr)
        m_welcome = addArea();
    m_welcome->setWidget(content);
}

void MainWindow::showWelcome()
{
    if (m_welcome == nullptr)
        return;
    m_stack->setCurrentWidget(m_welcome);
    m_rail->setCurrent(-1);
    m_pane = -1;
    showTitle();
}

bool MainWindow::isWelcome() const
{
    return m_welcome != nullptr && m_stack->currentWidget() == m_welcome;
}

QWidget *MainWindow::page(Page page) const
{
    return static_cast<QScrollArea *>(m_stack->widget(static_cast<int>(page)))->widget();
}

MainWindow::Page MainWindow::currentPage() const
{
    return m_page;
}

Screen *MainWindow::screen() const
{
    return dynamic_cast<Screen *>(isWelcome() ? m_welcome->widget() : page(currentPage()));
}

void MainWindow::showPage(Page page)
{
    const bool other = std::exchange(m_page, page) != page;
    m_stack->setCurrentIndex(static_cast<int>(page));
    m_rail->setCurrent(static_cast<int>(page));
    m_pane = -1;
    showTitle();
    if (other) {
        m_strip->setUndoKey(page == m_undoPage);
        Q_EMIT pageChanged(page);
    }
}

void MainWindow::setProfile(const QString &name, bool readOnly)
{
    m_profile = name;
    m_strip->setProfile(name, readOnly);
    showTitle();
}

void MainWindow::setHealth(const SystemHealth &health)
{
    m_strip->setHealth(health);
    Q_EMIT healthChanged(health);
}

void MainWindow::showTitle()
{
    QStringList parts{tr("Herdbook")};
    if (!m_profile.isEmpty())
        parts = QStringList{isWelcome() ? tr("Welcome") : pageName(m_page), m_profile} + parts;
    // "[*]" would be a place holder of Qt's.
    setWindowTitle(parts.join(QStringLiteral(" - ")).replace(QLatin1String("[*]"), QLatin1String("[*][*]")));
}

void MainWindow::offerUndo(const QString &text, std::function<void()> undo)
{
    m_undoPage = currentPage();
    m_strip->offerUndo(text, undoTime, std::move(undo));
}

void MainWindow::movePane(int step)
{
    QList<QWidget *> panes{m_rail->button(static_cast<int>(currentPage()))};
    if (const Screen *now = screen())
        panes = now->panes() + panes;
    panes.append(m_strip->cell(StatusStrip::Cell::PostgreSql));
    // Where the focus is decides, not where F6 was last: the pointer may have moved it.
    const QWidget *focus = QApplication::focusWidget();
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            m_pane = static_cast<int>(i);
    }
    const int count = static_cast<int>(panes.size());
    for (int tries = 0; tries < count; ++tries) {
        m_pane = ((m_pane < 0 && step < 0 ? 0 : m_pane) + step + count) % count;
        if (panes.at(m_pane)->isVisible() && panes.at(m_pane)->isEnabled()) {
            panes.at(m_pane)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::showKeys()
{
    if (m_keys) {
        m_keys->close();
        return;
    }
    const Screen *now = screen();
    const QList<KeyHelp> own = now ? now->keys() : QList<KeyHelp>();
    QList<KeyHelp> general{
        {tr("Ctrl+1 / 2 / 3 / 4"), tr("Exports, Re-ID, Trial, Connection")},
        {tr("F5"), tr("Refresh, or analyze again")},
        {tr("Ctrl+N"), tr("New export")},
        {tr("Ctrl+F"), tr("Search")},
        {tr("F6 / Shift+F6"), tr("Next or previous pane")},
        {tr("Ctrl+,"), tr("Connection")},
        {tr("Ctrl+Z"), tr("Undo a removal, while it is offered")},
        {tr("Esc"), tr("Leave the inner thing")},
        {tr("F10"), tr("Menu")},
        {tr("F1"), tr("These keys")},
        {m_quit->shortcut().toString(QKeySequence::PortableText), tr("Quit")},
    };
    // What a key means on this screen it means nowhere else at the same time.
    general.removeIf([&own](const KeyHelp &help) {
        return std::any_of(own.begin(), own.end(), [&help](const KeyHelp &mine) { return mine.keys == help.keys; });
    });
    m_keys = new KeysPanel(isWelcome() ? tr("Welcome") : pageName(currentPage()), own, general, this);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    for (int i = 0; i < QMetaEnum::fromType<Page>().keyCount(); ++i) {
        auto *one = dynamic_cast<Screen *>(page(static_cast<Page>(i)));
        if (one != nullptr && !one->mayClose()) {
            showPage(static_cast<Page>(i));
            event->ignore();
            return;
        }
    }
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(pageKey,
                        QString::fromLatin1(QMetaEnum::fromType<Page>().valueToKey(static_cast<int>(currentPage()))));
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace herdbook
