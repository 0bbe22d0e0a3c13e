// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame takes while the threshold is dragged through the charts under a display server (Xvfb). The figures are printed and
// recorded in test-output/reid-dragging.txt; what is asserted is that every step was painted and that everything followed.
#include "core/demo/herd/loadherd.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/storage/postgres.h"
#include "tests/support/privatedisplay.h"
#include "tests/support/servers.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/distributiontab.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/panels/summarystrip.h"
#include "ui/reid/reidpage.h"
#include "ui/widgets/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace herdbook;
using namespace herdbook::ui;

namespace {

/// Counts what is painted of one widget.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget *watched) : m_watched(watched) { qApp->installEventFilter(this); }
    int paints = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint && watched == m_watched;
        return false;
    }

private:
    QWidget *m_watched;
};

} // namespace

class TestDragging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void frames_data();
    void frames();

private:
    /// The demo ranch's herd, analyzed from a private PostgreSQL.
    Result<SharedAnalysis> analyzeRanch();

    QTemporaryDir m_folder;
    QHash<QString, SharedAnalysis> m_analyses;
};

Result<SharedAnalysis> TestDragging::analyzeRanch()
{
    test::Servers servers;
    if (const Result<void> started = servers.start(); !started)
        return started.error();
    PostgresSettings settings = servers.settings().postgres;
    const Result<void> made =
        demo::createHerdDatabase(settings, QStringLiteral("dragging"), demo::generateHerd(2026, QDate(2026, 11, 22)));
    if (!made)
        return made.error();
    settings.database = QStringLiteral("dragging");
    const auto database = storage::Postgres::open(settings);
    if (!database)
        return database.error();
    return reid::analyzeDatabase(**database, {}, reid::Source::Best, {});
}

void TestDragging::initTestCase()
{
    qInfo("platform %s", qPrintable(QGuiApplication::platformName()));
    const Result<SharedAnalysis> ranch = analyzeRanch();
    QVERIFY2(ranch, qPrintable(test::reason(ranch)));
    QCOMPARE((*ranch)->counts.detections, std::uint64_t(11570));
    m_analyses.insert(QStringLiteral("ranch"), *ranch);
    m_analyses.insert(QStringLiteral("million"), test::syntheticAnalysis(reid::Status::Recommend, 1000000));
}

void TestDragging::frames_data()
{
    QTest::addColumn<QString>("herd");
    QTest::addColumn<QString>("tab");
    for (const char *herd : {"ranch", "million"}) {
        for (const char *tab : {"distribution", "gallery", "tradeoff", "bysex"})
            QTest::addRow("%s %s", herd, tab) << QString::fromLatin1(herd) << QString::fromLatin1(tab);
    }
}

void TestDragging::frames()
{
    QFETCH(QString, herd);
    QFETCH(QString, tab);
    const SharedAnalysis analysis = m_analyses.value(herd);
    QSettings settings(m_folder.filePath(QStringLiteral("page.ini")), QSettings::IniFormat);
    settings.clear();
    Theme theme(*qApp, settings);
    AnalysisRunner runner({QStringLiteral("/nowhere"), 1, {}, {}, {}, {}, {}}, 0.7);
    ReidPage page(runner, settings);
    page.resize(1340, 830);
    page.setAnalysis(analysis);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const bool withGallery = tab == QLatin1String("gallery");
    if (withGallery)
        page.gallery()->showScores(0.9, 1.0001); // follows the cursor
    auto *tabs = page.findChild<QTabBar *>();
    for (int at = 0; at < tabs->count(); ++at) {
        if (tabs->tabData(at) == (withGallery ? QStringLiteral("distribution") : tab))
            tabs->setCurrentIndex(at);
    }
    page.cursor().setValue(0.9);
    QCoreApplication::processEvents();

    // Any chart over the scores will do.
    ChartPane *dragged = nullptr;
    for (ChartPane *chart : page.findChildren<ChartPane *>()) {
        if (chart->isVisible() && dragged == nullptr)
            dragged = chart;
    }
    QVERIFY(dragged != nullptr);
    const auto at = [&](double score) { return QPoint(qRound(dragged->xOf(score)), dragged->height() / 2); };
    QTest::mousePress(dragged, Qt::LeftButton, {}, at(0.9));
    PaintCounter counter(dragged);
    constexpr int steps = 400;
    std::vector<double> times;
    for (int step = 1; step <= steps; ++step) {
        const double score = 0.9 - 0.5 * step / steps;
        const double before = page.cursor().value();
        const int paintsBefore = counter.paints;
        QElapsedTimer timer;
        timer.start();
        QTest::mouseMove(dragged, at(score));
        QCoreApplication::sendPostedEvents();
        QEvent paint(QEvent::UpdateRequest); // now, not with the next beat of the platform's timer
        QCoreApplication::sendEvent(&page, &paint);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        const double now = page.cursor().value();
        if (now != before) { // a step under a pixel, or one held by a mark, paints nothing
            QVERIFY(counter.paints > paintsBefore);
            QCOMPARE(page.distribution()->strip()->sentence(), summaryOf(analysis->evaluate(now)));
            if (withGallery)
                QCOMPARE(page.gallery()->view()->count(), std::size_t(analysis->evaluate(now).added));
        }
    }
    QTest::mouseRelease(dragged, Qt::LeftButton, {}, at(0.4));
    QVERIFY(std::abs(page.cursor().value() - 0.4) < 0.01);
    const int pixels = at(0.9).x() - at(0.4).x();
    QVERIFY2(counter.paints >= std::min(steps, pixels) / 2, qPrintable(QString::number(counter.paints)));

    std::sort(times.begin(), times.end());
    const QString line =
        QStringLiteral("%1, %2, %3 detections, %4: median %5 ms, p99 %6 ms, longest %7 ms (goal: p99 at "
                       "most 16 ms)")
            .arg(QGuiApplication::platformName(), herd)
            .arg(analysis->counts.detections)
            .arg(tab)
            .arg(times[times.size() / 2], 0, 'f', 2)
            .arg(times[times.size() * 99 / 100], 0, 'f', 2)
            .arg(times.back(), 0, 'f', 2);
    qInfo("RESULT %s", qPrintable(line));
    QFile record(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path()) + QStringLiteral("/reid-dragging.txt"));
    QVERIFY(record.open(QIODevice::Append | QIODevice::Text));
    record.write(line.toUtf8() + '\n');
}

int main(int argc, char **argv)
{
    const test::PrivateDisplay display;
    if (!display.isReady()) {
        std::fputs("Xvfb can't be started; packaging/dependencies installs it\n", stderr);
        return 1;
    }
    QApplication app(argc, argv);
    TestDragging test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_dragging.moc"
