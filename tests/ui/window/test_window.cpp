// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/offertime.h"
#include "ui/widgets/screen.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/aboutpanel.h"
#include "ui/window/keyspanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/rail.h"

#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

using namespace herdbook;

namespace {

/// A page that notes what the window asked of it.
class FakePage : public QWidget, public Screen
{
public:
    FakePage()
    {
        auto *row = new QHBoxLayout(this);
        for (QLineEdit **pane : {&form, &list}) {
            *pane = new QLineEdit;
            row->addWidget(*pane);
        }
    }
    void refresh() override { ++refreshed; }
    void startNew() override { ++started; }
    bool mayClose() override { return closable; }
    void focusSearch() override { list->setFocus(); }
    QList<QWidget *> panes() const override { return {form, list}; }
    QList<KeyHelp> keys() const override
    {
        return {{QStringLiteral("Ctrl+Enter"), QStringLiteral("Make export")},
                {QStringLiteral("Ctrl+Z"), QStringLiteral("Undo the batch")},
                {QStringLiteral("Del"), QStringLiteral("Remove the job")}};
    }

    QLineEdit *form = nullptr;
    QLineEdit *list = nullptr;
    int refreshed = 0;
    int started = 0;
    bool closable = true;
};

SystemHealth wellSystem()
{
    SystemHealth health;
    health.postgres = {ServiceHealth::State::Connected, 3, {}, {}};
    health.redis = {ServiceHealth::State::Connected, 0.42, {}, {}};
    health.workersOnline = 2;
    health.queueLength = 5;
    return health;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, m_settings); }
    void init()
    {
        m_settings.clear();
        m_window = makeWindow();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void pagesByKeysAndRail()
    {
        QSignalSpy changed(m_window.get(), &MainWindow::pageChanged);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Exports);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Reid);
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Connection);
        auto *rail = m_window->findChild<Rail *>();
        QTest::mouseClick(rail->button(2), Qt::LeftButton);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Trial);
        QVERIFY(rail->button(2)->isChecked());
        QCOMPARE(changed.size(), 3);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Trial - Demo ranch - Herdbook"));
    }

    void theTitleSaysWhatIsOpen()
    {
        m_window->setWelcome(new FakePage);
        m_window->showWelcome();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Welcome - Demo ranch - Herdbook"));
        m_window->setProfile({}, false);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Herdbook"));
        m_window->showPage(MainWindow::Page::Exports);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Herdbook"));
        m_window->setProfile(QStringLiteral("North [*] pasture"), true);
        QCOMPARE(m_window->windowHandle()->title(), QStringLiteral("Exports - North [*] pasture - Herdbook"));
    }

    void quittingAsksAsClosingDoes()
    {
        auto *page = new FakePage;
        m_window->setPage(MainWindow::Page::Trial, page);
        page->closable = false;
        QSignalSpy closing(m_window.get(), &MainWindow::closing);
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Trial); // which has something to say
        QVERIFY(m_window->isVisible() && closing.isEmpty());
        page->closable = true;
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!m_window->isVisible());
        QCOMPARE(closing.size(), 1);
    }

    void keysReachThePage()
    {
        auto *page = new FakePage;
        m_window->setPage(MainWindow::Page::Exports, page);
        m_window->showPage(MainWindow::Page::Connection);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Exports);
        QCOMPARE(page->started, 1);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(page->refreshed, 1);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(page->list->hasFocus());
    }

    void f6GoesThroughThePanes()
    {
        auto *page = new FakePage;
        m_window->setPage(MainWindow::Page::Exports, page);
        page->form->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(page->list->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), m_window->findChild<Rail *>()->button(0));
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), m_window->statusStrip()->cell(StatusStrip::Cell::PostgreSql));
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(page->form->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), m_window->statusStrip()->cell(StatusStrip::Cell::PostgreSql));
    }

    void f1ShowsTheKeysOfThisScreen()
    {
        auto *page = new FakePage;
        m_window->setPage(MainWindow::Page::Exports, page);
        page->form->setFocus();
        QTest::keyClick(page->form, Qt::Key_F1);
        QPointer<KeysPanel> panel = m_window->findChild<KeysPanel *>();
        QVERIFY(panel);
        QStringList words;
        for (const Label *label : panel->findChildren<Label *>())
            words << label->text();
        for (const char *word : {"Ctrl+Enter", "Make export", "F6", "Search"})
            QVERIFY2(words.contains(QLatin1String(word)), word);
        QCOMPARE(words.count(QStringLiteral("Ctrl+Z")), 1); // as it is meant here
        QVERIFY(words.filter(QStringLiteral("Control+")).isEmpty());
        picture(QStringLiteral("window-keys"));
        QTest::keyClick(panel.data(), Qt::Key_Escape);
        QTRY_VERIFY(!panel);
        QVERIFY(page->form->hasFocus());
    }

    void stripShowsHealth()
    {
        m_window->setHealth(wellSystem());
        QCOMPARE(cell(StatusStrip::Cell::PostgreSql)->value(), QStringLiteral("3 ms"));
        QCOMPARE(cell(StatusStrip::Cell::Redis)->value(), QStringLiteral("0.4 ms"));
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("2 online"));
        QCOMPARE(cell(StatusStrip::Cell::Queue)->value(), QStringLiteral("5 waiting"));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(cell(StatusStrip::Cell::Redis));
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Redis: 0.4 ms"));
        QCOMPARE(accessible->role(), QAccessible::PushButton);
    }

    void whatTheStripSaysMovesNoCell()
    {
        const auto places = [this] {
            // A layout in a layout asks its parent in the next round.
            for (int level = 0; level < 3; ++level)
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QList<QRect> all;
            for (const StatusStrip::Cell each : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis,
                                                 StatusStrip::Cell::Workers, StatusStrip::Cell::Queue})
                all << cell(each)->geometry();
            return all;
        };
        m_window->resize(1440, 900);
        SystemHealth health = wellSystem();
        m_window->setHealth(health);
        const QList<QRect> before = places();
        health.postgres.latencyMs = 144;
        health.redis.latencyMs = 1;
        health.queueLength = 144;
        for (const int workers : {0, 1, 44}) {
            health.workersOnline = workers;
            m_window->setHealth(health);
            QCOMPARE(places(), before);
        }
        health.redis = {ServiceHealth::State::Unknown, 0, {}, {}};
        m_window->setHealth(health);
        QCOMPARE(places().first(2), before.first(2));
    }

    void stripTellsStaleFromUnknown()
    {
        SystemHealth health = wellSystem();
        health.redis = {ServiceHealth::State::Unreachable, 0, QDateTime({2026, 11, 22}, {20, 2}, Qt::UTC),
                        QStringLiteral("Connection refused")};
        health.countsAt = health.redis.since;
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::Redis)->value(), QStringLiteral("unreachable since 14:02")); // site time
        QCOMPARE(cell(StatusStrip::Cell::Redis)->tone(), Tone::Error);
        QCOMPARE(cell(StatusStrip::Cell::Redis)->accessibleDescription(), QStringLiteral("Connection refused"));
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("unknown (2 at 14:02)"));
        QCOMPARE(cell(StatusStrip::Cell::Workers)->tone(), Tone::Stale);
        health.redis.refused = true;
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::Redis)->value(), QStringLiteral("refused since 14:02"));
        QVERIFY(!cell(StatusStrip::Cell::Workers)->accessibleDescription().contains(QLatin1String("unreachable")));
        health.redis.refused = false;
        m_window->setHealth(health);
        m_window->resize(1100, 700); // the strip has room for all of it at the least size
        picture(QStringLiteral("window-offline"));
        for (const StatusStrip::Cell each : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis,
                                             StatusStrip::Cell::Workers, StatusStrip::Cell::Queue})
            QVERIFY(cell(each)->width() >= cell(each)->minimumSizeHint().width());
        // Of another day the time alone would be taken for today's.
        health.redis.since = health.countsAt = QDateTime({2026, 11, 20}, {20, 2}, Qt::UTC);
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::Redis)->value(), QStringLiteral("unreachable since 20 Nov, 14:02"));
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("unknown (2 at 20 Nov, 14:02)"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(m_window->width(), 1100);
        health.workersOnline.reset();
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("unknown"));
    }

    /// Whoever asks a server may hang as well: then the last latency is no news.
    void aServerNotHeardOfIsNotConnected()
    {
        SystemHealth health = wellSystem();
        health.postgres.heardAt = health.redis.heardAt = health.countsAt = m_now;
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::PostgreSql)->value(), QStringLiteral("3 ms"));
        m_now = m_now.addSecs(20);
        QTRY_COMPARE_WITH_TIMEOUT(cell(StatusStrip::Cell::PostgreSql)->value(), QStringLiteral("not heard since 14:01"),
                                  60'000);
        QCOMPARE(cell(StatusStrip::Cell::Redis)->tone(), Tone::Warn);
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("unknown (2 at 14:01)"));
        QCOMPARE(cell(StatusStrip::Cell::Queue)->tone(), Tone::Stale);
        m_window->resize(1100, 700);
        picture(QStringLiteral("window-silent"));
        health.postgres.heardAt = health.redis.heardAt = m_now;
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::PostgreSql)->tone(), Tone::Ok);
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("2 online"));
    }

    void noWorkerIsAWarning()
    {
        SystemHealth health = wellSystem();
        health.workersOnline = 0;
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::Workers)->tone(), Tone::Warn);
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("none online"));
        // What is asked for now isn't made by one that starts tomorrow.
        QVERIFY(cell(StatusStrip::Cell::Workers)->accessibleDescription().contains(QLatin1String("wait an hour")));
    }

    void pythonWorkersAreCountedAndTold()
    {
        SystemHealth health = wellSystem();
        health.workersOnline = 3;
        health.pythonWorkers = 2;
        m_window->setHealth(health);
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("3 online"));
        QVERIFY(cell(StatusStrip::Cell::Workers)->accessibleDescription().contains(QLatin1String("2 Python workers")));
    }

    void workersThatCantWorkAreNoWorkersOnline()
    {
        SystemHealth health = wellSystem();
        health.workersOnline = 0;
        health.workersNotReady = 1;
        health.remarks = {QStringLiteral("The Redis user <b>x</b> lacks rights: LMOVE")};
        m_window->setHealth(health);
        StatusCell *workers = cell(StatusStrip::Cell::Workers);
        QCOMPARE(workers->value(), QStringLiteral("0 online, 1 not ready"));
        QCOMPARE(workers->tone(), Tone::Warn);
        QVERIFY(workers->accessibleDescription().contains(QLatin1String("lacks rights: LMOVE")));
        QVERIFY(!workers->toolTip().contains(QLatin1String("<b>")));
        health.workersOnline = 2;
        health.workersNotReady = 0;
        health.remarks = {QStringLiteral("The clock of barn is 95 s ahead of Redis's")};
        m_window->setHealth(health);
        QCOMPARE(workers->value(), QStringLiteral("2 online, 1 to note"));
        QCOMPARE(workers->tone(), Tone::Warn);
        QVERIFY(workers->accessibleDescription().contains(QLatin1String("95 s ahead")));
        m_window->resize(1100, 700);
        picture(QStringLiteral("window-clock"));
        QVERIFY(workers->width() >= workers->minimumSizeHint().width());
    }

    void aCellOpensConnection()
    {
        QSignalSpy asked(m_window.get(), &MainWindow::connectionAsked);
        cell(StatusStrip::Cell::Redis)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(cell(StatusStrip::Cell::Redis), Qt::Key_Return);
        QCOMPARE(m_window->currentPage(), MainWindow::Page::Connection);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<StatusStrip::Cell>(), StatusStrip::Cell::Redis);
    }

    void undoIsOfferedOnce()
    {
        int undone = 0;
        m_window->offerUndo(QStringLiteral("2 jobs removed"), [&undone] { ++undone; });
        QToolButton *undo = m_window->statusStrip()->undoButton();
        QVERIFY(undo->isVisible());
        QCOMPARE(undo->accessibleName(), QStringLiteral("Undo: 2 jobs removed"));
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(undone, 1);
        QVERIFY(!undo->isVisible());
        m_window->statusStrip()->offerUndo(QStringLiteral("1 job removed"), std::chrono::milliseconds(30),
                                           [&undone] { ++undone; });
        QTest::mouseMove(m_window.get(), QPoint(4, 4)); // it stays under the pointer
        QTRY_VERIFY(!undo->isVisible());
        QCOMPARE(undone, 1);
    }

    void theOfferToUndoStaysWhileItHasTheFocusAndWhileTheWindowIsLeft()
    {
        m_window->statusStrip()->offerUndo(QStringLiteral("Removed Barn"), std::chrono::minutes(1), [] {});
        QToolButton *undo = m_window->statusStrip()->undoButton();
        QTest::mouseMove(m_window.get(), QPoint(4, 4));
        cell(StatusStrip::Cell::Redis)->setFocus();
        QSignalSpy held(undo->findChild<OfferTime *>(), &OfferTime::heldChanged);
        const auto last = [&held](bool now) { return !held.isEmpty() && held.last().at(0).toBool() == now; };
        undo->setFocus();
        QTRY_VERIFY(last(true));
        cell(StatusStrip::Cell::Redis)->setFocus();
        QTRY_VERIFY(last(false));
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_VERIFY(last(true));
        m_window->activateWindow();
        QTRY_VERIFY(last(false));
    }

    void theKeyOfUndoIsThatOfThePageWhereItIsOffered()
    {
        int undone = 0;
        m_window->showPage(MainWindow::Page::Connection);
        m_window->offerUndo(QStringLiteral("Removed Barn"), [&undone] { ++undone; });
        const QToolButton *undo = m_window->statusStrip()->undoButton();
        m_window->showPage(MainWindow::Page::Exports);
        QVERIFY(undo->isVisible() && undo->shortcut().isEmpty());
        m_window->showPage(MainWindow::Page::Connection);
        QCOMPARE(undo->shortcut(), QKeySequence(QKeySequence::Undo));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(undone, 1);
        QVERIFY(!undo->isVisible() && undo->shortcut().isEmpty());
        m_window->showPage(MainWindow::Page::Exports);
        m_window->showPage(MainWindow::Page::Connection);
        QVERIFY(undo->shortcut().isEmpty());
    }

    void geometryAndPageAreRemembered()
    {
        const QSize size(m_window->minimumWidth() - 4, m_window->minimumHeight() + 6);
        m_window->setMinimumSize(600, 600);
        m_window->resize(size);
        m_window->showPage(MainWindow::Page::Trial);
        m_window->close();
        const auto again = makeWindow();
        QCOMPARE(again->size(), size);
        QCOMPARE(again->currentPage(), MainWindow::Page::Trial);
    }

    void itFitsTheScreenAsRemembered_data()
    {
        QTest::addColumn<QSize>("remembered");
        QTest::newRow("never open before") << QSize();
        QTest::newRow("on a larger screen") << QSize(2560, 1440);
        QTest::newRow("taller") << QSize(700, 2000);
    }

    /// The frame counts: a strip below the screen's edge can't be read.
    void itFitsTheScreenAsRemembered()
    {
        QFETCH(const QSize, remembered);
        if (remembered.isValid()) {
            m_window->resize(remembered);
            m_window->close();
        } else {
            m_settings.clear();
        }
        const auto again = makeWindow();
        again->show();
        QVERIFY(QTest::qWaitForWindowExposed(again.get()));
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        QTRY_VERIFY2(room.contains(again->frameGeometry()),
                     qPrintable(QDebug::toString(again->frameGeometry()) + QDebug::toString(room)));
        // And on a screen that shrinks under it: a panel appears, the scale changes.
        QVERIFY(again->minimumWidth() <= room.width() && again->minimumHeight() <= room.height());
    }

    void aFirstStartShowsTheWelcomePage()
    {
        auto *welcome = new FakePage;
        m_window->setWelcome(welcome);
        m_window->showWelcome();
        QVERIFY(m_window->isWelcome());
        auto *rail = m_window->findChild<Rail *>();
        for (int i = 0; i < 4; ++i)
            QVERIFY(!rail->button(i)->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(welcome->refreshed, 1);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!m_window->isWelcome() && rail->button(1)->isChecked());
        m_window->showWelcome();
        m_window->showPage(MainWindow::Page::Reid); // the page that was there before
        QVERIFY(!m_window->isWelcome() && rail->button(1)->isChecked());
    }

    void whatIsNotSetUpIsNoError()
    {
        m_window->setHealth({});
        for (const StatusStrip::Cell each : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis}) {
            QCOMPARE(cell(each)->value(), QStringLiteral("not set up"));
            QCOMPARE(cell(each)->tone(), Tone::Neutral);
        }
        QCOMPARE(cell(StatusStrip::Cell::Workers)->value(), QStringLiteral("none yet"));
    }

    void theMenuOpensByKeyAndAboutCopies()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        QTRY_VERIFY(m_window->menu()->isVisible());
        QTest::keyClick(m_window->menu(), Qt::Key_Escape);
        QPointer<AboutPanel> about = new AboutPanel(
            {QStringLiteral("1.2.3"), {{QStringLiteral("Qt"), QStringLiteral("6")}}, QStringLiteral("facts")},
            m_window.get());
        QTest::mouseClick(about->copyButton(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("facts"));
        // The focus stays over the veil.
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(about->isAncestorOf(QApplication::focusWidget()));
        }
        picture(QStringLiteral("window-about"));
        // Another program takes the clipboard the moment it is filled.
        const auto others = connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [] {
            if (QGuiApplication::clipboard()->text() == QLatin1String("facts"))
                QGuiApplication::clipboard()->setText(QStringLiteral("theirs"));
        });
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(about->copyButton(), Qt::LeftButton);
        disconnect(others);
        QStringList said;
        for (const QLabel *label : about->findChildren<QLabel *>())
            said << label->text();
        QVERIFY2(said.join(u'\n').contains(QLatin1String("Not copied")) && !said.contains(QStringLiteral("Copied.")),
                 qPrintable(said.join(u'\n')));
        QTest::keyClick(about.data(), Qt::Key_Escape);
        QTRY_VERIFY(!about);
    }

    void leastSizeYieldsToASmallScreen()
    {
        const QSize room = QGuiApplication::primaryScreen()->availableSize();
        QVERIFY(m_window->minimumWidth() <= std::min(1100, room.width()));
        QVERIFY(m_window->minimumHeight() <= std::min(700, room.height()));
    }

    void pictures()
    {
        m_window->setHealth(wellSystem());
        m_window->resize(1440, 900);
        picture(QStringLiteral("window"));
        m_window->statusStrip()->offerUndo(QStringLiteral("Removed 2 jobs"), std::chrono::seconds(6), {});
        m_window->setProfile(QStringLiteral("Production"), true);
        m_window->resize(1100, 700);
        picture(QStringLiteral("window-small"));
    }

private:
    std::unique_ptr<MainWindow> makeWindow()
    {
        m_now = QDateTime({2026, 11, 22}, {20, 1, 58, 500}, Qt::UTC);
        auto window = std::make_unique<MainWindow>(m_settings, [this] { return m_now; });
        window->setSiteTimeZone(QTimeZone("America/Chicago"));
        window->setProfile(QStringLiteral("Demo ranch"), false);
        return window;
    }

    StatusCell *cell(StatusStrip::Cell cell) const { return m_window->statusStrip()->cell(cell); }

    void picture(const QString &name)
    {
        const QDir output(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()));
        for (const bool dark : {false, true}) {
            m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
            // The palette reaches the widgets by an event.
            QTRY_COMPARE(m_window->palette().color(QPalette::Window), m_theme->tokens().window);
            QVERIFY(m_window->grab().save(
                output.filePath(name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")))));
        }
    }

    QDateTime m_now;
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
