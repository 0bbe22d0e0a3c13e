// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/desktop.h"
#include "app/herdbook/instance.h"
#include "core/exports/jobstore.h"
#include "core/storage/redis.h"
#include "core/trial/batch/schema.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/trial/stage.h"
#include "ui/connection/checklist.h"
#include "ui/connection/envcard.h"
#include "ui/connection/welcomepage.h"
#include "ui/exports/exportspage.h"
#include "ui/reid/reidpage.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/journal/maintenance.h"
#include "ui/trial/review/progressrow.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/verdictpage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using test::Stage;

/// Which windows came beside the program's: a widget that is shown before it is in its place is one for a moment, and takes the keys.
class OtherWindows : public QObject
{
public:
    QStringList shown;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget != nullptr && widget->windowType() == Qt::Window &&
            qobject_cast<const MainWindow *>(widget) == nullptr)
            shown << QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                 widget->objectName());
        return false;
    }
};

/// From a first start to what was applied and undone in the whole window, by keys alone. Reports and why so few are found again are in
/// exports_page and reid_page.
class TestJourneys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QCOMPARE(std::exchange(m_others.shown, {}), QStringList()); }
    void cleanupTestCase() { m_stage.close(); }
    void firstStart();
    void connectToADeployment();
    void tryAThreshold();

private:
    static void show(Desktop &desktop);
    QString sql(const QString &text) { return m_stage.servers().sql(text).valueOr(QStringLiteral("?")); }

    QTemporaryDir m_folder;
    Stage m_stage;
    test::Keyboard m_keys;
    OtherWindows m_others;
};

#define BY_KEYS(does) QVERIFY2(m_keys.does, m_keys.told())
#define AWAIT(state) QTRY_VERIFY(state)

void TestJourneys::initTestCase()
{
    for (const char *place : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, QFile::encodeName(m_folder.path()));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // passwords typed here are for nobody's keychain
    const Result<void> prepared = m_stage.prepare();
    QVERIFY2(prepared, qPrintable(test::reason(prepared)));
    qApp->installEventFilter(&m_others);
}

void TestJourneys::show(Desktop &desktop)
{
    desktop.window().resize(1440, 900);
    desktop.window().show();
    desktop.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window()));
}

/// Each of the three ways is looked at. The ranch is open elsewhere: making one is what other tests do.
void TestJourneys::firstStart()
{
    Instance other(Instance::demoScope());
    QVERIFY(other.becomeFirst());
    const QSignalSpy raised(&other, &Instance::raiseAsked);
    Remembered remembered(m_folder.filePath(QStringLiteral("first.ini")));
    Desktop desktop(remembered, m_stage.theme(), {}, std::nullopt);
    show(desktop);
    MainWindow &window = desktop.window();
    connection::WelcomePage *welcome = desktop.welcome();
    QVERIFY(window.isWelcome());
    BY_KEYS(reach("envFile"));
    BY_KEYS(type(QStringLiteral("/no/such/.env")));
    BY_KEYS(press(Qt::Key_Return));
    AWAIT(welcome->import().fileProblem().contains(QLatin1String("/no/such/.env")));
    BY_KEYS(rests());
    QVERIFY(welcome->envCard()->fileEdit()->hasFocus()); // to type another one
    BY_KEYS(reach("Start the demo ranch"));

    BY_KEYS(reach("Go on without"));
    BY_KEYS(press(Qt::Key_Space));
    QVERIFY(!window.isWelcome());
    QCOMPARE(window.currentPage(), MainWindow::Page::Exports);
    QStringList texts;
    for (const QLabel *label : window.page(MainWindow::Page::Exports)->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.contains(QStringLiteral("No deployment is connected yet")), qPrintable(texts.join(u'\n')));

    BY_KEYS(reach("Choose…"));
    BY_KEYS(press(Qt::Key_Space));
    QVERIFY(window.isWelcome());
    BY_KEYS(reach("Type it all by hand"));
    BY_KEYS(press(Qt::Key_Space));
    QVERIFY(!window.isWelcome());
    QCOMPARE(window.currentPage(), MainWindow::Page::Connection);
    BY_KEYS(reach("POSTGRES_HOST"));

    BY_KEYS(press(Qt::Key_F10));
    BY_KEYS(choose("Welcome page"));
    QVERIFY(window.isWelcome());
    BY_KEYS(reach("Start the demo ranch"));
    BY_KEYS(press(Qt::Key_Space));
    AWAIT(raised.size() == 1 && welcome->demoButton()->isVisible());
    BY_KEYS(rests());
    BY_KEYS(press(Qt::Key_Escape));
    QVERIFY(!window.isWelcome());
}

void TestJourneys::connectToADeployment()
{
    using Part = connection::ConnectionModel::Part;
    const Settings deployment = m_stage.servers().settings();
    storage::Redis redis(deployment.redis, std::chrono::seconds(20));
    exports::ExportRequest request;
    request.start = QDate(2026, 8, 24);
    request.end = QDate(2026, 11, 22);
    request.title = QStringLiteral("Herd");
    const Result<QString> queued =
        exports::JobStore(redis, systemClock()).submit({request, QStringLiteral("web@barn"), {}, {}});
    QVERIFY2(queued, qPrintable(test::reason(queued)));

    Remembered remembered(m_folder.filePath(QStringLiteral("connect.ini")));
    Desktop desktop(remembered, m_stage.theme(), {}, std::nullopt);
    show(desktop);
    MainWindow &window = desktop.window();
    connection::ConnectionModel &model = desktop.connections();
    BY_KEYS(press(Qt::Key_4, Qt::ControlModifier));
    QCOMPARE(window.currentPage(), MainWindow::Page::Connection);
    const QWidget *page = window.page(MainWindow::Page::Connection);
    const auto tested = [&model](Part part) { return !model.check(part).running && model.check(part).report; };
    const auto says = [page](const QString &words) {
        const auto lists = page->findChildren<connection::CheckList *>();
        return std::any_of(lists.begin(), lists.end(), [&words](const connection::CheckList *list) {
            return list->isVisible() && list->accessibleName().startsWith(words);
        });
    };
    const auto onPage = [page] { return page->isAncestorOf(QApplication::focusWidget()); };

    const std::pair<const char *, QString> database[]{{"POSTGRES_HOST", deployment.postgres.host},
                                                      {"POSTGRES_PORT", QString::number(deployment.postgres.port)},
                                                      {"POSTGRES_DB", deployment.postgres.database},
                                                      {"POSTGRES_USER", deployment.postgres.user},
                                                      {"POSTGRES_PASSWORD", QStringLiteral("not-it")}};
    for (const auto &[field, value] : database) {
        BY_KEYS(reach(field));
        BY_KEYS(type(value));
    }
    BY_KEYS(reach("Test PostgreSQL"));
    BY_KEYS(press(Qt::Key_Space));
    AWAIT(tested(Part::Postgres));
    QVERIFY(!model.check(Part::Postgres).report->passed());
    QVERIFY2(says(QStringLiteral("Test failed. User %1 with this password is refused").arg(deployment.postgres.user)),
             qPrintable(model.check(Part::Postgres).report->summary()));
    BY_KEYS(rests());
    QVERIFY(onPage());

    BY_KEYS(reach("POSTGRES_PASSWORD"));
    BY_KEYS(type(deployment.postgres.password));
    BY_KEYS(reach("Test PostgreSQL"));
    BY_KEYS(press(Qt::Key_Space));
    AWAIT(tested(Part::Postgres));
    QVERIFY2(model.check(Part::Postgres).report->passed(), qPrintable(model.check(Part::Postgres).report->summary()));
    QVERIFY(says(QStringLiteral("Test passed.")));
    BY_KEYS(rests());
    QVERIFY(onPage());

    const std::pair<const char *, QString> jobs[]{{"REDIS_HOST", deployment.redis.host},
                                                  {"REDIS_PORT", QString::number(deployment.redis.port)},
                                                  {"REDIS_PASSWORD", deployment.redis.password}};
    for (const auto &[field, value] : jobs) {
        BY_KEYS(reach(field));
        BY_KEYS(type(value));
    }
    BY_KEYS(reach("Test Redis"));
    BY_KEYS(press(Qt::Key_Space));
    AWAIT(tested(Part::Redis));
    QVERIFY2(model.check(Part::Redis).report->passed(), qPrintable(model.check(Part::Redis).report->summary()));

    BY_KEYS(reach("Save and use"));
    BY_KEYS(press(Qt::Key_Space));
    AWAIT(model.isSetUp() && model.isReady());
    QVERIFY(onPage()); // the button says "In use" now and can't be pressed
    BY_KEYS(press(Qt::Key_1, Qt::ControlModifier));
    ui::ExportsPage *exports = nullptr; // once the session has begun
    AWAIT((exports = qobject_cast<ui::ExportsPage *>(window.page(MainWindow::Page::Exports))) != nullptr);
    ui::JobsPanel *panel = exports->jobsPanel();
    AWAIT(panel->model().rowCount() == 1 && panel->table()->isVisible());
    QCOMPARE(panel->model().row(0)->title, request.title);
    for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis})
        QTRY_VERIFY2_WITH_TIMEOUT(window.statusStrip()->cell(cell)->tone() == Tone::Ok,
                                  qPrintable(window.statusStrip()->cell(cell)->value()), 30'000);
    BY_KEYS(reach(panel->table(), Qt::Key_F6));
    BY_KEYS(press(Qt::Key_Down));
    QVERIFY(panel->table()->currentIndex().isValid());
}

void TestJourneys::tryAThreshold()
{
    const Result<void> fresh = m_stage.freshRanch();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    Settings deployment = m_stage.servers().settings();
    deployment.imageFolder = m_stage.imageFolder();
    Remembered remembered(m_folder.filePath(QStringLiteral("trial.ini")));
    Desktop desktop(remembered, m_stage.theme(), variablesFromSettings(deployment), std::nullopt);
    show(desktop);
    MainWindow &window = desktop.window();
    ui::ReidPage *reid = nullptr; // once the session has begun
    AWAIT((reid = qobject_cast<ui::ReidPage *>(window.page(MainWindow::Page::Reid))) != nullptr);
    auto *page = qobject_cast<trial::TrialPage *>(window.page(MainWindow::Page::Trial));
    QVERIFY(page != nullptr);
    BY_KEYS(press(Qt::Key_2, Qt::ControlModifier));
    QCOMPARE(window.currentPage(), MainWindow::Page::Reid);
    QTRY_VERIFY_WITH_TIMEOUT(reid->analysis() != nullptr, 120'000);
    const ui::SharedAnalysis first = reid->analysis();
    const auto *attempt = reid->findChild<QPushButton *>(QStringLiteral("tryInTrial"));
    QVERIFY(attempt != nullptr && attempt->isVisible() && attempt->isEnabled());
    BY_KEYS(reach("tryInTrial"));
    BY_KEYS(press(Qt::Key_Space));
    QCOMPARE(window.currentPage(), MainWindow::Page::Trial);
    AWAIT(page->samplePage()->startButton()->isEnabled());
    BY_KEYS(reach(page->samplePage()->startButton()));
    BY_KEYS(press(Qt::Key_Space));

    const trial::ReviewPage *review = page->reviewPage();
    AWAIT(page->step() == trial::TrialPage::ReviewStep);
    const auto answer = [&] {
        // A key within the first second is none.
        return Stage::waitFor([&] { return review->isReady(); }) &&
               m_keys.press(static_cast<Qt::Key>(trial::letter(m_stage.truth(*page->desk().session()->pair()))));
    };
    for (int looks = 1; looks <= 3; ++looks) {
        QVERIFY2(answer(), m_keys.told());
        QCOMPARE(page->desk().session()->looks(), looks);
    }
    BY_KEYS(press(Qt::Key_Backspace));
    QCOMPARE(page->desk().session()->looks(), 2);
    QVERIFY2(answer(), m_keys.told());
    QCOMPARE(page->desk().session()->looks(), 3);
    m_stage.reviewByTruth(*page); // a second for each of the others is what a test has no time for
    BY_KEYS(press(Qt::Key_F));
    QVERIFY2(review->progress()->question().startsWith(QLatin1String("Finish at ")),
             qPrintable(review->progress()->question()));
    QVERIFY(review->progress()->finishButton()->hasFocus());
    BY_KEYS(press(Qt::Key_Return));
    const trial::VerdictPage *verdict = page->verdictPage();
    AWAIT(page->step() == trial::TrialPage::VerdictStep && verdict->outcome() != nullptr);
    QVERIFY2(verdict->outcome()->certified() && verdict->sentence().startsWith(QLatin1String("At most 5% of these ")),
             qPrintable(verdict->sentence()));

    // There is no journal yet to note what is written.
    const trial::ApplyPanel *panel = verdict->applyPanel();
    AWAIT(panel->journalButton()->isVisible());
    BY_KEYS(reach(panel->journalButton()));
    BY_KEYS(press(Qt::Key_Return));
    const trial::Maintenance *maintenance = page->journalPage()->maintenance();
    AWAIT(maintenance->runButton()->hasFocus());
    QCOMPARE(maintenance->targetBox()->currentData().toInt(), trial::kSchemaVersion);
    BY_KEYS(press(Qt::Key_Return));
    AWAIT(sql(QStringLiteral("SELECT max(version) FROM herdbook.version")) == QString::number(trial::kSchemaVersion));
    BY_KEYS(rests());
    BY_KEYS(press(Qt::Key_Escape));

    AWAIT(panel->applyButton()->isVisible() && panel->applyButton()->isEnabled());
    const QString assigned = QStringLiteral("SELECT count(deer_id) FROM detections");
    const int before = sql(assigned).toInt();
    const int rows = panel->table()->model()->rowCount();
    QVERIFY(rows > 0);
    BY_KEYS(press(Qt::Key_Return, Qt::ControlModifier));
    QVERIFY(panel->writeButton()->hasFocus()); // it asks
    QCOMPARE(sql(assigned).toInt(), before);
    BY_KEYS(press(Qt::Key_Return));
    AWAIT(panel->undoButton()->isVisible() && panel->undoButton()->isEnabled());
    QCOMPARE(sql(assigned).toInt(), before + rows);
    QVERIFY(panel->undoButton()->hasFocus());
    BY_KEYS(press(Qt::Key_Z, Qt::ControlModifier));
    AWAIT(sql(assigned).toInt() == before);
    AWAIT(panel->applyButton()->isVisible());
    BY_KEYS(rests());
    QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
    // What was written and taken back is read anew without being asked for.
    QTRY_VERIFY_WITH_TIMEOUT(reid->analysis() != first &&
                                 static_cast<int>(reid->analysis()->counts.assigned) == before &&
                                 !page->samplePage()->isOutdated(),
                             120'000);
}

QTEST_MAIN(TestJourneys)
#include "test_journeys.moc"
