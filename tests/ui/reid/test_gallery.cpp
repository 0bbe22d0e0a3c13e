// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::dashboard;

/// The gallery over a real database and real photos, some of them missing.
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void setsAreWhatTheAnalysisSays();
    void everyFunnelStepOpens();
    void followsTheCursor();
    void picturesComeOrAreSaidMissing();
    void databaseAway();
    void keyboard();
    void thousandsScroll();

private:
    SharedAnalysis m_analysis = test::syntheticAnalysis(reid::Status::Recommend);
    test::Servers m_servers;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

void TestGallery::initTestCase()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("theme.ini")), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp, *m_settings);
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    const QString images = m_servers.settings().imageFolder;
    for (std::uint32_t number = 0; number < m_analysis->data.detections.size(); ++number) {
        const bool drawn = number < 3;
        if (!drawn)
            continue;
        QImage photo(640, 480, QImage::Format_RGB32);
        photo.fill(QColor::fromHsv(static_cast<int>(number) * 110 % 360, 120, 170));
        QPainter painter(&photo);
        painter.setBrush(Qt::darkGreen);
        painter.drawEllipse(QRect(110, 110, 180, 130));
        painter.end();
        QVERIFY(photo.save(QStringLiteral("%1/photo%2.jpg").arg(images).arg(number), "JPG"));
    }
    // Every third detection's photo is one of the three; the others' photos aren't on disk.
    QStringList rows;
    for (std::size_t at = 0; at < 4000; ++at) {
        const QString path = at % 3 == 0 ? QStringLiteral("/mnt/images/photo%1.jpg").arg(at)
                                         : QStringLiteral("/mnt/images/gone/%1.jpg").arg(at);
        rows << QStringLiteral("('%1','f','%2',now(),now())")
                    .arg(QString::fromStdString(reid::toString(m_analysis->data.detections[at].image)), path);
        if (at % 3 == 0 && at >= 3)
            QVERIFY(QFile::link(QStringLiteral("%1/photo0.jpg").arg(images),
                                QStringLiteral("%1/photo%2.jpg").arg(images).arg(at)));
    }
    const Result<QString> filled = m_servers.sql(
        QStringLiteral("INSERT INTO images (id, filename, path, \"timestamp\", created_at) VALUES ") + rows.join(u','));
    QVERIFY2(filled, qPrintable(test::reason(filled)));
}

void TestGallery::setsAreWhatTheAnalysisSays()
{
    const GallerySets sets(m_analysis);
    for (const auto &[from, to] : {std::pair(0.55, 0.60), std::pair(0.4321, 1.0001), std::pair(0.3, 0.31)}) {
        const GallerySet set = sets.unassigned(from, to);
        const std::vector<std::size_t> expected = m_analysis->unassignedBetween(from, to);
        QCOMPARE(set.count, expected.size());
        for (std::size_t at = 0; at < set.count; ++at)
            QCOMPARE(std::size_t{set.row(at).detection}, expected[at]);
    }
    const GallerySet duplicates = sets.duplicates();
    QCOMPARE(duplicates.count, std::size_t{1});
    QCOMPARE(static_cast<int>(duplicates.row(0).detection), sets.founder(3));
    QCOMPARE(duplicates.row(0).other, sets.founder(7));
    QCOMPARE(sets.mislabeled().count, std::size_t{1});
    QCOMPARE(sets.contradictions().row(0).profile, -1);
}

void TestGallery::everyFunnelStepOpens()
{
    const GallerySets sets(m_analysis);
    for (const reid::FunnelStep &step : m_analysis->funnel(0.55)) {
        const GallerySet set = sets.lostAt(QString::fromStdString(step.id), 0.55);
        QCOMPARE(set.count, static_cast<std::size_t>(step.id == "all" ? step.remaining : step.lost));
    }
}

void TestGallery::followsTheCursor()
{
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.setAnalysis(m_analysis);
    QVERIFY(!panel.isVisible());
    panel.resize(420, 600);
    panel.showScores(0.6, 1.0001);
    QVERIFY(panel.isVisible());
    cursor.setValue(0.5);
    QCOMPARE(panel.view()->count(), static_cast<std::size_t>(m_analysis->evaluate(0.5).added));
    panel.showScores(0.45, 0.46);
    const std::size_t brushed = panel.view()->count();
    cursor.setValue(0.55);
    QCOMPARE(panel.view()->count(), brushed); // a brushed range stays
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.view()->setFocus();
    QTest::keyClick(panel.view(), Qt::Key_Escape);
    QTRY_VERIFY(!panel.isVisible());
}

void TestGallery::picturesComeOrAreSaidMissing()
{
    const Settings settings = m_servers.settings();
    CropLoader loader(settings.postgres, settings.imageFolder);
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.view()->setLoader(&loader);
    panel.resize(440, 640);
    panel.setAnalysis(m_analysis);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.showStep(QStringLiteral("all"));
    QVERIFY(!panel.view()->isComplete());
    QTRY_VERIFY_WITH_TIMEOUT(panel.view()->isComplete(), 20000);
    QVERIFY(!panel.view()->isMissing(0));
    QVERIFY(panel.view()->isMissing(1));
    QVERIFY(panel.view()->describe(1).contains(QStringLiteral("gone/1.jpg")));
    QVERIFY(!panel.view()->isMissing(3));
    const QString path = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path());
    QVERIFY(panel.grab().save(path + QStringLiteral("/reidpage-gallery-light.png")));
    m_theme->setChoice(Theme::Choice::Dark);
    QCoreApplication::processEvents();
    QVERIFY(panel.grab().save(path + QStringLiteral("/reidpage-gallery-dark.png")));
    m_theme->setChoice(Theme::Choice::Light);
}

void TestGallery::databaseAway()
{
    PostgresSettings nowhere = m_servers.settings().postgres;
    nowhere.host = QStringLiteral("/nowhere");
    CropLoader loader(nowhere, m_servers.settings().imageFolder);
    QSignalSpy loaded(&loader, &CropLoader::loaded);
    loader.want({{0, m_analysis->data.detections[0].image, m_analysis->data.detections[0].box}});
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(loaded.first().at(1).value<QImage>().isNull());
    QVERIFY(!loaded.first().at(2).toString().isEmpty());
}

void TestGallery::keyboard()
{
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.resize(440, 500);
    panel.setAnalysis(m_analysis);
    panel.showScores(0.5, 0.6);
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    GalleryView *view = panel.view();
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->current(), 0);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->current(), 1);
    QCOMPARE(view->accessibleDescription(), view->describe(1));
    for (int press = 0; press < 30; ++press)
        QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(view->verticalScrollBar()->value() > 0); // the current cell stays in view
    QTest::keyClick(view, Qt::Key_Up);
    QVERIFY(view->current() > 1);
}

void TestGallery::thousandsScroll()
{
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.resize(440, 640);
    panel.setAnalysis(m_analysis);
    panel.showStep(QStringLiteral("all"));
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QCOMPARE(panel.view()->count(), m_analysis->data.detections.size());
    QScrollBar *bar = panel.view()->verticalScrollBar();
    std::vector<double> times;
    for (int step = 1; step <= 200; ++step) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 200));
        QCoreApplication::sendPostedEvents();
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&panel, &paint);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    qInfo("RESULT scrolling %zu rows: median %.2f ms, p99 %.2f ms", panel.view()->count(), times[100], times[198]);
    QCOMPARE(bar->value(), bar->maximum());
}

QTEST_MAIN(TestGallery)
#include "test_gallery.moc"
