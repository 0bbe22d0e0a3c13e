// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/farewell.h"
#include "core/storage/postgres.h"
#include "tests/core/reid/load/worldtables.h"
#include "tests/support/heartbeat.h"
#include "tests/support/servers.h"
#include "tests/support/silentfolder.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/figurerow.h"
#include "ui/reid/pageheader.h"
#include "ui/reid/previousanalysis.h"
#include "ui/reid/reidpage.h"
#include "ui/widgets/labels/pill.h"

#include <QFileInfo>
#include <QPushButton>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

namespace {

/// Cancels just before the second of what a runner's thread tells from now on.
class CancelBeforeSecond : public QObject
{
public:
    explicit CancelBeforeSecond(AnalysisRunner &runner) : m_runner(runner) { runner.installEventFilter(this); }
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::MetaCall && ++m_told == 2)
            m_runner.cancel();
        return false;
    }

private:
    AnalysisRunner &m_runner;
    int m_told = 0;
};

} // namespace

/// The last result comes back at once, and is made anew only when something changed.
class TestRemembering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyWhenSomethingChanged();
    void anUncheckedResultIsMarked();
    void whatTrialsFoundIsKept();
    void nothingIsShownBeforeTheLastResult();
    void changesAreNoticed();
    void whatWasSupersededIsNotShown();
    void anotherDatabaseHasItsOwnCursorAndComparison();
    void aSilentDiskHoldsNoClosing();

private:
    /// The runner of one start of the program.
    struct Start
    {
        explicit Start(const TestRemembering &test, double inForce = .7)
            : runner(test.m_servers.settings().postgres, inForce)
        {
            const QString file = test.m_folder.filePath(QStringLiteral("analysis.bin"));
            runner.setFile(file, QFileInfo::exists(file));
            runner.setCertifier([&test](storage::Postgres &) {
                return [&test](const reid::Analysis &) { return test.m_certification; };
            });
        }
        /// What came of one run; nothing when it failed.
        SharedAnalysis run()
        {
            runner.start();
            if (!QTest::qWaitFor([this] { return !runner.isRunning(); }, 60'000) || finished.isEmpty())
                return {};
            return finished.takeLast().first().value<SharedAnalysis>();
        }

        AnalysisRunner runner;
        QSignalSpy remembered{&runner, &AnalysisRunner::remembered};
        QSignalSpy finished{&runner, &AnalysisRunner::finished};
    };

    test::Servers m_servers;
    QTemporaryDir m_folder;
    reid::Certification m_certification{true, {}, {}};
    QSemaphore m_asked; ///< the runner's thread waits for m_answer
    QSemaphore m_answer;
};

void TestRemembering::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    auto session = demo::PgSession::open(m_servers.settings().postgres);
    QVERIFY(session);
    const auto written = reid::simulation::writeWorld(
        *session, reid::simulation::simulate(reid::simulation::Situation::Plain, 5, 700, 40, 16), "real[]");
    QVERIFY2(written, qPrintable(test::reason(written)));
}

void TestRemembering::onlyWhenSomethingChanged()
{
    SharedAnalysis first;
    {
        Start start(*this);
        first = start.run();
        QVERIFY(first);
        QVERIFY(start.remembered.isEmpty());
        QCOMPARE(start.run(), first); // F5
    }
    Start second(*this);
    const SharedAnalysis kept = second.run();
    QVERIFY(kept);
    QCOMPARE(second.remembered.size(), 1);
    QCOMPARE(second.remembered.first().first().value<SharedAnalysis>(), kept);
    QCOMPARE(kept->madeAt, first->madeAt);
    // A certificate is known at once, and when it goes.
    m_certification.certificate =
        reid::Certificate{.45, "2026-11-28T10:00:00Z", "ranger", 186, {"doe"}, std::string(64, 'a'), 0, 500, 500};
    const SharedAnalysis certified = second.run();
    QVERIFY(certified && certified != kept);
    QCOMPARE(certified->madeAt, first->madeAt);
    QVERIFY(certified->recommendation.certified());
    m_certification.certificate.reset();
    QVERIFY(!second.run()->recommendation.certified());
    const auto connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    QVERIFY(
        (*connection)
            ->execute(QStringLiteral("UPDATE deer SET name = name WHERE id = (SELECT min(id::text)::uuid FROM deer)")));
    const SharedAnalysis changed = second.run();
    QVERIFY(changed);
    QVERIFY(changed->madeAt != first->madeAt);
    Start other(*this, .65); // another threshold in force
    const SharedAnalysis otherwise = other.run();
    QVERIFY(otherwise);
    QVERIFY(other.remembered.isEmpty());
    QCOMPARE(otherwise->options.current, .65);
}

/// What is shown at the next start, before the database answers (or while it doesn't), tells of a trial that failed.
void TestRemembering::whatTrialsFoundIsKept()
{
    const QString words = QStringLiteral("looked at 60 pairs and certified nothing (31 were not called the same)");
    const auto says = [&](const SharedAnalysis &analysis) {
        const reid::Recommendation &told = analysis->recommendation;
        return QString::fromStdString(told.reason).contains(words) ||
               std::ranges::any_of(
                   told.unknown, [&](const std::string &line) { return QString::fromStdString(line).contains(words); });
    };
    {
        Start before(*this);
        const SharedAnalysis analysis = before.run();
        QVERIFY(analysis && !says(analysis));
        m_certification.seen = {{"2026-11-28T10:00:00Z", 60, 31, {}, {}}};
        const SharedAnalysis failed = before.run();
        QVERIFY(failed && says(failed));
        QCOMPARE(failed->madeAt, analysis->madeAt);
        QVERIFY(!failed->recommendation.threshold);
    }
    Start next(*this);
    QVERIFY(next.run());
    QCOMPARE(next.remembered.size(), 1);
    const auto shown = next.remembered.first().first().value<SharedAnalysis>();
    QVERIFY(says(shown) && !shown->recommendation.threshold);
    m_certification.seen.clear();
    QVERIFY(!says(next.run()));
}

void TestRemembering::nothingIsShownBeforeTheLastResult()
{
    QVERIFY(Start(*this).run()); // there is one
    QSettings settings(m_folder.filePath(QStringLiteral("flash.ini")), QSettings::IniFormat);
    Start start(*this);
    ReidPage page(start.runner, settings);
    auto *figures = page.findChild<FigureRow *>();
    bool empty = false;
    connect(&start.runner, &AnalysisRunner::started, &page, [&] { empty = empty || figures->isVisibleTo(&page); });
    connect(&start.runner, &AnalysisRunner::remembered, &page, [&] { empty = empty || page.analysis() == nullptr; });
    page.show();
    page.activateWindow();
    QVERIFY(!figures->isVisibleTo(&page));
    QTRY_VERIFY_WITH_TIMEOUT(!start.finished.isEmpty(), 60'000);
    QVERIFY(figures->isVisibleTo(&page) && page.analysis() && !empty);
    QTRY_VERIFY(page.distribution()->histogram()->hasFocus()); // the arrows move the threshold
    // Without one, the page is there at once and says what it is.
    AnalysisRunner first(m_servers.settings().postgres, .7);
    first.setFile(m_folder.filePath(QStringLiteral("none.bin")), false);
    ReidPage without(first, settings);
    without.show();
    QVERIFY(without.findChild<FigureRow *>()->isVisibleTo(&without));
    first.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!first.isRunning(), 60'000);
}

void TestRemembering::anUncheckedResultIsMarked()
{
    QSettings settings(m_folder.filePath(QStringLiteral("page.ini")), QSettings::IniFormat);
    PostgresSettings nowhere = m_servers.settings().postgres;
    nowhere.port = 1;
    AnalysisRunner runner(nowhere, .65);
    runner.setFile(m_folder.filePath(QStringLiteral("analysis.bin")), true);
    ReidPage page(runner, settings);
    QSignalSpy failed(&runner, &AnalysisRunner::failed);
    page.resize(1340, 830);
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 60'000);
    QVERIFY(page.analysis());
    const auto *stale = page.findChild<PageHeader *>()->findChild<Pill *>();
    QVERIFY(stale->isVisible());
    QVERIFY(stale->text().startsWith(QLatin1String("the result of")));
    runner.start();
    runner.cancel();
    QTRY_VERIFY(!runner.isRunning());
    QVERIFY(page.analysis());
    QVERIFY(stale->isVisible());
    // One that held until the last analysis failed, too.
    const SharedAnalysis shown = page.analysis();
    page.setAnalysis(shown);
    failed.clear();
    runner.start();
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 60'000);
    runner.start();
    runner.cancel();
    QTRY_VERIFY(!runner.isRunning());
    QVERIFY(stale->isVisible());
}

/// What this program writes is marked at once, what others write is seen when the page is shown.
void TestRemembering::changesAreNoticed()
{
    QSettings settings(m_folder.filePath(QStringLiteral("changes.ini")), QSettings::IniFormat);
    Start start(*this);
    ReidPage page(start.runner, settings);
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(!start.finished.isEmpty() && !start.runner.isRunning(), 60'000);
    const auto *header = page.findChild<PageHeader *>();
    const auto *stale = header->findChild<Pill *>();
    QVERIFY(page.analysis() && !stale->isVisible());
    const auto change = [this] {
        const auto connection = storage::Postgres::open(m_servers.settings().postgres);
        return connection && (*connection)->execute(QStringLiteral("UPDATE deer SET name = name"));
    };
    SharedAnalysis before = page.analysis();
    QVERIFY(change());
    page.noticeChange();
    QVERIFY(stale->isVisible());
    QVERIFY2(stale->text().startsWith(QLatin1String("out of date")), qPrintable(stale->text()));
    QTRY_VERIFY_WITH_TIMEOUT(page.analysis() != before && !start.runner.isRunning(), 60'000);
    QVERIFY(!stale->isVisible());
    // While it is hidden, and twice: the run under way may have read what was before.
    before = page.analysis();
    page.hide();
    QVERIFY(change());
    start.finished.clear();
    page.noticeChange();
    page.noticeChange();
    QVERIFY(stale->isVisibleTo(header));
    QTRY_VERIFY_WITH_TIMEOUT(!start.finished.isEmpty() && !start.runner.isRunning(), 60'000);
    QVERIFY(page.analysis() != before && !stale->isVisibleTo(header));
    // By another program.
    before = page.analysis();
    QVERIFY(change());
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(page.analysis() != before && !start.runner.isRunning(), 60'000);
    // What that changed is still told after a visit to another page; who asks is told that the data hasn't changed since.
    const QString comparison = header->comparison();
    QVERIFY2(comparison.contains(QLatin1String("other rows")), qPrintable(comparison));
    page.hide();
    start.finished.clear();
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(!start.finished.isEmpty() && !start.runner.isRunning(), 60'000);
    QCOMPARE(header->comparison(), comparison);
    page.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(header->comparison().startsWith(QStringLiteral("the data hadn’t changed")), 60'000);
}

/// Cancelled after a change: what may have been read before it is never told as current, and the page doesn't stay at "Analyzing.".
void TestRemembering::whatWasSupersededIsNotShown()
{
    QVERIFY(Start(*this).run()); // there is one
    QSettings settings(m_folder.filePath(QStringLiteral("superseded.ini")), QSettings::IniFormat);
    Start start(*this);
    // The last thing it does: by then it doesn't look any more whether it is to stop.
    start.runner.setCertifier([this](storage::Postgres &) {
        return [this](const reid::Analysis &) {
            m_asked.release();
            m_answer.acquire();
            return m_certification;
        };
    });
    ReidPage page(start.runner, settings);
    QSignalSpy cancelled(&start.runner, &AnalysisRunner::cancelled);
    page.show();
    QVERIFY(m_asked.tryAcquire(1, 60'000));
    m_answer.release();
    QTRY_VERIFY_WITH_TIMEOUT(!start.finished.isEmpty() && !start.runner.isRunning(), 60'000);
    const auto *header = page.findChild<PageHeader *>();
    const auto *stale = header->findChild<Pill *>();
    QVERIFY(!stale->isVisible());
    start.finished.clear();
    const auto isOutdated = [&] {
        return start.finished.isEmpty() && header->analyzeButton()->isEnabled() && stale->isVisible() &&
               stale->text().startsWith(QLatin1String("out of date"));
    };
    start.runner.start();
    QVERIFY(m_asked.tryAcquire(1, 60'000));
    page.noticeChange();
    start.runner.cancel();
    m_answer.release();
    QTRY_VERIFY_WITH_TIMEOUT(!start.runner.isRunning(), 60'000);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(isOutdated());
    // While a new result is written.
    start.runner.start();
    QVERIFY(m_asked.tryAcquire(1, 60'000));
    page.noticeChange();
    QCoreApplication::sendPostedEvents(&start.runner); // what its thread has told so far
    const CancelBeforeSecond cancelling(start.runner);
    m_certification.seen = {{"2026-11-28T10:00:00Z", 60, 31, {}, {}}};
    m_answer.release();
    QTRY_VERIFY_WITH_TIMEOUT(!start.runner.isRunning(), 60'000);
    m_certification.seen.clear();
    QCOMPARE(cancelled.size(), 2);
    QVERIFY(isOutdated());
    // Read anew when somebody asks for it.
    m_answer.release();
    header->analyzeButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!start.finished.isEmpty() && !start.runner.isRunning(), 60'000);
    QVERIFY(!stale->isVisible());
}

void TestRemembering::anotherDatabaseHasItsOwnCursorAndComparison()
{
    QSettings settings(m_folder.filePath(QStringLiteral("sources.ini")), QSettings::IniFormat);
    Start start(*this);
    const SharedAnalysis analysis = start.run();
    QVERIFY(analysis);
    const auto firstCursor = [&](const QString &source, const SharedAnalysis &shown, double moved) {
        ReidPage page(start.runner, settings);
        page.setSource(source);
        page.setAnalysis(shown);
        const double shownAt = page.cursor().value();
        page.cursor().setValue(moved);
        return shownAt;
    };
    const double own = analysis->recommendation.threshold.value_or(.70);
    QCOMPARE(firstCursor(QStringLiteral("a"), analysis, .123), own);
    QCOMPARE(firstCursor(QStringLiteral("a"), analysis, .123), .123);
    QVERIFY(!PreviousAnalysis::load(settings, QStringLiteral("b")));
    QCOMPARE(firstCursor(QStringLiteral("b"), {}, .5), .70); // never reached: nothing to remember
    QCOMPARE(firstCursor(QStringLiteral("b"), analysis, .6), own);
    QCOMPARE(firstCursor(QStringLiteral("a"), analysis, .123), .123);
}

void TestRemembering::aSilentDiskHoldsNoClosing()
{
    const QTemporaryDir cache;
    test::SilentFolder silent(cache.path());
    if (!silent.reason().isEmpty())
        QSKIP(qPrintable(silent.reason()));
    test::Heartbeat heartbeat;
    auto runner = std::make_unique<AnalysisRunner>(m_servers.settings().postgres, .7);
    runner->setFile(cache.filePath(QStringLiteral("analysis.bin")), true);
    QVERIFY(runner->mayRemember());
    runner->start();
    QTest::qWait(300);
    QVERIFY(runner->isRunning()); // reading what doesn't come
    runner.reset();
    QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
    silent.answer();
    finishAll();
}

QTEST_MAIN(TestRemembering)
#include "test_remembering.moc"
