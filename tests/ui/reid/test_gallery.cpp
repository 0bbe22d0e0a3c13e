// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cputime.h"
#include "tests/support/proxy.h"
#include "tests/support/servers.h"
#include "tests/ui/keyhelp.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairphotos.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/reid/words.h"
#include "ui/trial/photos/photopane.h"
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <random>

using namespace herdbook;
using namespace herdbook::ui;

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
    void aFrozenDatabaseHoldsNoClosing();
    void boxesInFractions();
    void keyboard();
    void tilesLieWhereTheyAreFound();
    void keysReachEveryTileOnce();
    void onlyWithPicture();
    void nothingIsLeftOutUnknown();
    void noPictureSaysWhereToLook();
    void ordersAndGroups();
    void placesAndDaysAreChosen();
    void everySexCanBeChosen();
    void burstsAndDeerAreFoundByTheirIndex();
    void rangesAreSelected();
    void selectionGoesOut();
    void burstsWithoutATimeSaySo();
    void pairIsSeenLarge();
    void onlyAFounderIsCalledOne();
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
    // The one of detection 6 lost a sector.
    QFile damaged(QStringLiteral("%1/photo6.jpg").arg(images));
    QFile sound(QStringLiteral("%1/photo0.jpg").arg(images));
    QVERIFY(sound.open(QIODevice::ReadOnly) && damaged.open(QIODevice::WriteOnly));
    QByteArray bytes = sound.readAll();
    bytes.replace(bytes.size() / 4, 512, QByteArray(512, '\0'));
    damaged.write(bytes);
    damaged.close();
    // Every third detection's photo is one of the three; the others' photos aren't on disk.
    QStringList rows;
    for (std::size_t at = 0; at < 4000; ++at) {
        const QString path = at % 3 == 0 ? QStringLiteral("/mnt/images/photo%1.jpg").arg(at)
                                         : QStringLiteral("/mnt/images/gone/%1.jpg").arg(at);
        rows << QStringLiteral("('%1','f','%2',now(),now())")
                    .arg(QString::fromStdString(reid::toString(m_analysis->data.detections[at].image)), path);
        if (at % 3 == 0 && at >= 3 && at != 6)
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
    QCOMPARE(static_cast<int>(duplicates.row(0).detection), sets.standIn(3));
    QCOMPARE(duplicates.row(0).other, sets.standIn(7));
    QCOMPARE(sets.mislabeled().count, std::size_t{1});
    const std::int32_t lookedLike = sets.mislabeled().row(0).profile;
    QCOMPARE(sets.profileSex(lookedLike), m_analysis->data.profiles[static_cast<std::size_t>(lookedLike)].sex);
    QCOMPARE(sets.profileSex(-1), reid::Sex::Unknown);
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
    const auto rowOf = [&panel](std::uint32_t detection) {
        std::size_t row = 0;
        while (panel.view()->rows().row(row).detection != detection)
            ++row;
        return row;
    };
    for (const std::uint32_t detection : {0U, 1U, 3U, 6U}) {
        panel.view()->setCurrent(static_cast<int>(rowOf(detection)));
        QTRY_VERIFY_WITH_TIMEOUT(panel.view()->isComplete(), 60'000);
    }
    QVERIFY(!panel.view()->isMissing(0));
    QVERIFY(panel.view()->isMissing(1));
    QVERIFY(panel.view()->describe(rowOf(1)).contains(QStringLiteral("gone/1.jpg")));
    QVERIFY(!panel.view()->isMissing(3));
    QVERIFY(!panel.view()->isDamaged(3));
    QVERIFY(!panel.view()->describe(rowOf(3)).contains(QStringLiteral("damaged")));
    QTRY_VERIFY_WITH_TIMEOUT(panel.view()->isDamaged(6), 60'000);
    QVERIFY(panel.view()->describe(rowOf(6)).contains(QStringLiteral("damaged")));
    QVERIFY(panel.view()->accessibleDescription().contains(QStringLiteral("damaged")));
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
    QCOMPARE(loaded.first().at(3).value<CropLoader::Lack>(),
             CropLoader::Lack::Unread); // whether it is there isn't known
    CropLoader there(m_servers.settings().postgres, m_servers.settings().imageFolder);
    QSignalSpy missing(&there, &CropLoader::loaded);
    there.want({{1, m_analysis->data.detections[1].image, m_analysis->data.detections[1].box}});
    QTRY_COMPARE_WITH_TIMEOUT(missing.size(), 1, 60'000);
    QCOMPARE(missing.first().at(3).value<CropLoader::Lack>(), CropLoader::Lack::Missing);
}

void TestGallery::aFrozenDatabaseHoldsNoClosing()
{
    test::Proxy proxy(m_servers.settings().postgres);
    proxy.arm(test::Proxy::Fault::Freeze, 1);
    PostgresSettings frozen = proxy.settings();
    frozen.connectSeconds = 60;
    auto loader = std::make_unique<CropLoader>(frozen, m_servers.settings().imageFolder);
    std::vector<CropLoader::Want> wanted;
    for (std::uint32_t key = 0; key < 100; ++key) // more than are read at once
        wanted.push_back({key, m_analysis->data.detections[key].image, m_analysis->data.detections[key].box});
    loader->want(std::move(wanted));
    QTRY_VERIFY(proxy.broke()); // in the middle of connecting
    QElapsedTimer timer;
    timer.start();
    loader.reset();
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestGallery::boxesInFractions()
{
    reid::Detection detection = m_analysis->data.detections[0];
    detection.box = {0.25F, 0.25F, 0.5F, 0.5F};
    const auto store = [&](const char *box) {
        return m_servers.sql(QStringLiteral("INSERT INTO detections (id, image_id, bbox, confidence, classification, "
                                            "created_at) VALUES (gen_random_uuid(), '%1', '%2', 0.9, 'doe', now())")
                                 .arg(QString::fromStdString(reid::toString(detection.image)), QLatin1String(box)));
    };
    QList<QVariant> told;
    const auto cut = [&] {
        CropLoader loader(m_servers.settings().postgres, m_servers.settings().imageFolder);
        QSignalSpy loaded(&loader, &CropLoader::loaded);
        loader.want({{0, detection.image, detection.box}});
        told = QTest::qWaitFor([&] { return !loaded.isEmpty(); }, 60'000) ? loaded.first() : QList<QVariant>(4);
    };
    const auto unit = [&] {
        PictureIndex pictures(m_servers.settings().postgres, m_servers.settings().imageFolder);
        pictures.look({detection});
        return QTest::qWaitFor([&] { return pictures.isKnown(); }, 60'000) ? std::optional(pictures.boxUnit())
                                                                           : std::nullopt;
    };
    QVERIFY(store(R"({"x": 0.25, "y": 0.25, "width": 0.5, "height": 0.5})"));
    cut();
    QCOMPARE(told[1].value<QImage>().size(), QSize(320, 240));
    QVERIFY(unit() == render::BoxUnit::Fractions);
    // Where another box is in pixels it is none: no pixel is shown for it, and it is said why.
    QVERIFY(store(R"({"x": 100, "y": 100, "width": 200, "height": 150})"));
    cut();
    QVERIFY(told[1].value<QImage>().isNull());
    QVERIFY2(told[2].toString().contains(QLatin1String("fractions")), qPrintable(told[2].toString()));
    QCOMPARE(told[3].value<CropLoader::Lack>(), CropLoader::Lack::Unusable);
    QVERIFY(unit() == render::BoxUnit::Pixels);
    QVERIFY(m_servers.sql(QStringLiteral("DELETE FROM detections")));
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

namespace {

GalleryLayout randomLayout(std::mt19937 &random)
{
    GalleryLayout layout;
    const std::size_t count = random() % 60;
    std::vector<GalleryGroup> groups;
    for (std::size_t first = 0; random() % 4 > 0 && first < count; first += 1 + random() % 9)
        groups.push_back({first, QStringLiteral("group %1").arg(first)});
    if (!groups.empty())
        groups.front().first = 0;
    layout.setTiles(count, groups);
    layout.setWidth(200 + static_cast<int>(random() % 900), 180 + static_cast<int>(random() % 100));
    for (std::size_t at = 0; at < layout.sections().size(); ++at)
        layout.fold(at, random() % 3 == 0);
    return layout;
}

} // namespace

void TestGallery::tilesLieWhereTheyAreFound()
{
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const GalleryLayout layout = randomLayout(random);
        const int top = static_cast<int>(random() % 900);
        const int bottom = top + 1 + static_cast<int>(random() % 700);
        const auto [first, last] = layout.between(top, bottom);
        for (std::size_t at = 0; at < layout.count(); ++at) {
            const QRect tile = layout.tile(at);
            QCOMPARE(tile.isEmpty(), layout.isFolded(at));
            if (tile.isEmpty())
                continue;
            QCOMPARE(layout.tileAt(tile.center()), std::optional(at));
            QVERIFY(tile.bottom() < layout.height());
            if (tile.bottom() >= top && tile.top() < bottom)
                QVERIFY2(at >= first && at < last, qPrintable(QStringLiteral("%1 of %2").arg(at).arg(layout.count())));
            if (at > 0 && !layout.tile(at - 1).isEmpty())
                QVERIFY(!tile.intersects(layout.tile(at - 1)));
        }
    }
}

void TestGallery::keysReachEveryTileOnce()
{
    using Step = GalleryLayout::Step;
    std::mt19937 random(4);
    for (int round = 0; round < 300; ++round) {
        const GalleryLayout layout = randomLayout(random);
        std::size_t open = 0;
        for (std::size_t at = 0; at < layout.count(); ++at)
            open += layout.isFolded(at) ? 0 : 1;
        QCOMPARE(layout.firstTile().has_value(), open > 0);
        if (open == 0)
            continue;
        std::size_t at = *layout.firstTile();
        std::size_t walked = 1;
        for (std::size_t next = layout.stepped(at, Step::Right); next != at; next = layout.stepped(at, Step::Right)) {
            QVERIFY(!layout.isFolded(next));
            QCOMPARE(layout.stepped(next, Step::Left), at);
            at = next;
            ++walked;
        }
        QCOMPARE(walked, open);
        QCOMPARE(at, *layout.lastTile());
        // Down leads to the end in as many steps as there are rows, always lower on the page.
        at = *layout.firstTile();
        for (std::size_t next = layout.stepped(at, Step::Down); next != at; next = layout.stepped(at, Step::Down)) {
            QVERIFY(layout.tile(next).top() > layout.tile(at).top());
            at = next;
        }
        QCOMPARE(layout.tile(at).top(), layout.tile(*layout.lastTile()).top());
    }
}

void TestGallery::onlyWithPicture()
{
    const Settings settings = m_servers.settings();
    PictureIndex pictures(settings.postgres, settings.imageFolder);
    QSignalSpy changed(&pictures, &PictureIndex::changed);
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    QWidget page;
    panel.setPhotos(&pictures, settings.imageFolder, &page);
    panel.setAnalysis(m_analysis);
    panel.showStep(QStringLiteral("all"));
    QCOMPARE(panel.view()->count(), m_analysis->data.detections.size()); // not known yet: all
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 60'000);
    QVERIFY2(pictures.isKnown(), qPrintable(pictures.problem()));
    std::size_t drawn = 0;
    for (const reid::Detection &detection : m_analysis->data.detections)
        drawn += pictures.has(detection) ? 1 : 0;
    QVERIFY(drawn > 1000 && drawn < m_analysis->data.detections.size());
    QCOMPARE(panel.view()->count(), drawn);
    panel.onlyWithPicture()->setChecked(false);
    QCOMPARE(panel.view()->count(), m_analysis->data.detections.size());
}

void TestGallery::nothingIsLeftOutUnknown()
{
    PostgresSettings nowhere = m_servers.settings().postgres;
    nowhere.host = QStringLiteral("/nowhere");
    PictureIndex pictures(nowhere, m_servers.settings().imageFolder);
    QSignalSpy changed(&pictures, &PictureIndex::changed);
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    QWidget page;
    panel.setPhotos(&pictures, m_servers.settings().imageFolder, &page);
    panel.setAnalysis(m_analysis);
    panel.showStep(QStringLiteral("all"));
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 60'000);
    QVERIFY(!pictures.isKnown());
    QVERIFY(!pictures.problem().isEmpty());
    QCOMPARE(panel.view()->count(), m_analysis->data.detections.size());
}

void TestGallery::noPictureSaysWhereToLook()
{
    const QTemporaryDir nothing;
    QFile other(nothing.filePath(QStringLiteral("other.txt"))); // an empty folder would be doubted
    QVERIFY(other.open(QIODevice::WriteOnly));
    for (const QString &folder : {nothing.path(), nothing.filePath(QStringLiteral("not mounted"))}) {
        PictureIndex pictures(m_servers.settings().postgres, folder);
        ThresholdCursor cursor;
        GalleryPanel panel(cursor);
        QWidget page;
        panel.setPhotos(&pictures, folder, &page);
        panel.setAnalysis(m_analysis);
        panel.resize(640, 700);
        panel.showScores(0.5, 0.6);
        const auto *empty = panel.findChild<QWidget *>(QStringLiteral("galleryEmpty"));
        QVERIFY(empty != nullptr && !empty->isVisible());
        const std::size_t all = panel.view()->count();
        QVERIFY(all > 100);
        QTRY_VERIFY_WITH_TIMEOUT(pictures.isKnown(), 60'000);
        QTRY_VERIFY(empty->isVisible() && !panel.view()->isVisible());
        QString said;
        for (const QLabel *label : empty->findChildren<QLabel *>())
            said += label->text() + u'\n';
        const bool mounted = folder == nothing.path();
        QVERIFY2(said.contains(QStringLiteral("None of %L1 %2 a picture here")
                                   .arg(all)
                                   .arg(QLatin1String(mounted ? "has" : "is known to have"))),
                 qPrintable(said));
        QString counted;
        for (const QLabel *label : panel.findChildren<QLabel *>())
            counted += label->text() + u'\n';
        QCOMPARE(counted.contains(QLatin1String(", pictures unknown")), !mounted);
        const QString path = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path());
        QVERIFY(panel.grab().save(
            path + QLatin1String(mounted ? "/reidpage-gallery-nopicture.png" : "/reidpage-gallery-notmounted.png")));
        QSignalSpy asked(&panel, &GalleryPanel::photosAsked);
        auto *where = empty->findChild<QPushButton *>();
        QVERIFY(where->isVisible());
        QTest::mouseClick(where, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        // A filter that fits none is no matter of photos; without them the tiles are there.
        panel.fromEdit()->setDate(QDate(1999, 1, 1));
        panel.toEdit()->setDate(QDate(1999, 1, 1));
        QVERIFY(empty->isVisible() && !where->isVisible());
        panel.fromEdit()->clear();
        panel.toEdit()->clear();
        QVERIFY(where->isVisible());
        panel.onlyWithPicture()->setChecked(false);
        QVERIFY(!empty->isVisible() && panel.view()->isVisible());
        QCOMPARE(panel.view()->count(), all);
    }
}

void TestGallery::everySexCanBeChosen()
{
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    const reid::Label labels[] = {reid::Label::Mature, reid::Label::Doe, reid::Label::Fawn, reid::Label::Unknown};
    for (std::size_t at = 0; at < analysis->data.detections.size(); ++at)
        analysis->data.detections[at].label = labels[at % 4];
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.setAnalysis(analysis);
    panel.onlyWithPicture()->setChecked(false);
    panel.showScores(0.3, 1.0001);
    const std::vector<std::size_t> all = analysis->unassignedBetween(0.3, 1.0001);
    for (const reid::Sex sex : reid::kAllSexes) {
        panel.sexControl()->setCurrentIndex(1 + static_cast<int>(sex));
        const auto fits =
            std::ranges::count(all, sex, [&](std::size_t at) { return analysis->data.detections[at].sex(); });
        QVERIFY(fits > 0);
        QCOMPARE(panel.view()->count(), static_cast<std::size_t>(fits));
        QCOMPARE(static_cast<int>(sexClass(sex)), static_cast<int>(sexOfClassification(QString::fromUtf8(
                                                      reid::name(sex).data(), qsizetype(reid::name(sex).size())))));
    }
    // Who is no deer has no sex, not even an unknown one.
    for (std::size_t at = 0; at < analysis->data.detections.size(); at += 5)
        analysis->data.detections[at].label = reid::Label::Cattle;
    panel.showStep(QStringLiteral("deer_class"));
    for (const reid::Sex sex : reid::kAllSexes) {
        panel.sexControl()->setCurrentIndex(1 + static_cast<int>(sex));
        QCOMPARE(panel.view()->count(), std::size_t(0));
    }
    // What a tile says of a class is a word, not the database's.
    for (int label = 0; label < reid::kLabels; ++label)
        QVERIFY(!className(static_cast<reid::Label>(label)).isEmpty());
    QCOMPARE(className(reid::Label::Mid), QStringLiteral("mid-aged buck"));
}

void TestGallery::placesAndDaysAreChosen()
{
    // Two places, a photo a day, every tenth without a time.
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->data.locations = {"Creek", "Ridge"};
    const QDate start(2026, 10, 1);
    for (std::size_t at = 0; at < analysis->data.detections.size(); ++at) {
        reid::Detection &detection = analysis->data.detections[at];
        detection.location = static_cast<std::int32_t>(at % 3) - 1;
        const QDate day = start.addDays(static_cast<int>(at % 40));
        detection.takenAt =
            at % 10 == 0 ? 0 : QDateTime(day, QTime(23, 30), QTimeZone("America/Chicago")).toMSecsSinceEpoch() * 1000;
    }
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.setSiteTimeZone(QTimeZone("America/Chicago"));
    panel.setAnalysis(analysis);
    panel.onlyWithPicture()->setChecked(false);
    panel.showScores(0.3, 1.0001);
    const auto shown = [&](auto fits) {
        const std::vector<std::size_t> all = analysis->unassignedBetween(0.3, 1.0001);
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [&](std::size_t at) { return fits(at, analysis->data.detections[at]); }));
    };
    const std::size_t all = panel.view()->count();
    QCOMPARE(panel.placeBox()->count(), 3);
    panel.placeBox()->setCurrentIndex(2);
    QCOMPARE(panel.view()->count(), shown([](std::size_t, const reid::Detection &d) { return d.location == 1; }));
    panel.placeBox()->setCurrentIndex(0);
    panel.fromEdit()->setDate(start.addDays(5));
    panel.toEdit()->setDate(start.addDays(7));
    const auto inDays = [](std::size_t at, const reid::Detection &d) {
        return d.takenAt != 0 && at % 40 >= 5 && at % 40 <= 7;
    };
    QVERIFY(shown(inDays) > 0);
    QCOMPARE(panel.view()->count(), shown(inDays));
    // As people type, here and in the export form; what is no day leaves nothing out, and says so.
    panel.toEdit()->clear();
    panel.fromEdit()->clear();
    panel.resize(424, 700);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const QRect tiles = panel.view()->geometry();
    const auto from = [](std::size_t at, const reid::Detection &d) { return d.takenAt != 0 && at % 40 >= 19; };
    for (const char *typed :
         {"2026-10-20", "20.10.2026", "10/20/2026", "20 Oct 2026", "31.2.2026", "3/4/2026", "soon"}) {
        const bool meant = QByteArray(typed).contains("20") && typed[0] != '3';
        panel.fromEdit()->clear();
        QTest::keyClicks(panel.fromEdit(), QString::fromLatin1(typed));
        QTest::keyClick(panel.fromEdit(), Qt::Key_Return);
        QCOMPARE(panel.fromEdit()->text(), QString::fromLatin1(meant ? "2026-10-20" : typed));
        QVERIFY2(panel.dayProblem()->text().isEmpty() == meant, typed);
        QCOMPARE(panel.view()->geometry(), tiles); // a message moves nothing
        QVERIFY2(panel.view()->count() == (meant ? shown(from) : all), typed);
    }
    panel.fromEdit()->clear();
    QVERIFY(panel.dayProblem()->text().isEmpty());
    QCOMPARE(panel.view()->count(), all);
    // Esc closes the calendar alone.
    QCOMPARE(panel.fromEdit()->calendarPage(), std::min(QDate(2026, 11, 1), QDate::currentDate()));
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.fromEdit()->openCalendar();
    QTRY_VERIFY(QApplication::focusWidget() && panel.fromEdit()->calendarPopup());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!panel.fromEdit()->calendarPopup());
    QVERIFY(panel.isVisible());
    panel.placeBox()->setCurrentIndex(1);
    panel.setAnalysis(m_analysis); // another one's places
    QCOMPARE(panel.placeBox()->currentIndex(), 0);
}

void TestGallery::burstsAndDeerAreFoundByTheirIndex()
{
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    std::vector<reid::Detection> &all = analysis->data.detections;
    for (std::size_t at = 0; at < all.size(); ++at) {
        all[at].burst = {};
        all[at].burst[3] = static_cast<std::uint8_t>(at * 7 % 11); // 0: none
    }
    const GallerySets sets(analysis);
    for (std::uint8_t number = 0; number < 12; ++number) {
        reid::Uuid burst{};
        burst[3] = number;
        std::vector<std::int32_t> expected;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (number > 0 && all[at].burst == burst)
                expected.push_back(static_cast<std::int32_t>(at));
        }
        QCOMPARE(sets.burst(burst), expected);
    }
    std::size_t assigned = 0;
    for (std::size_t profile = 0; profile < analysis->data.profiles.size(); ++profile) {
        for (const std::int32_t at : sets.assignedTo(static_cast<std::int32_t>(profile))) {
            QCOMPARE(std::size_t(all[static_cast<std::size_t>(at)].ownProfile), profile);
            ++assigned;
        }
    }
    QCOMPARE(assigned, static_cast<std::size_t>(std::count_if(
                           all.begin(), all.end(), [](const reid::Detection &d) { return d.ownProfile >= 0; })));
    QVERIFY(sets.assignedTo(-1).empty());
}

void TestGallery::ordersAndGroups()
{
    const GallerySets sets(m_analysis);
    const GallerySet all = sets.lostAt(QStringLiteral("all"), 0.5);
    const reid::Dataset &data = m_analysis->data;
    for (const GalleryOrder order : {GalleryOrder::ScoreHigh, GalleryOrder::ScoreLow, GalleryOrder::MarginSmall,
                                     GalleryOrder::Newest, GalleryOrder::Oldest}) {
        for (const GalleryGrouping grouping : {GalleryGrouping::None, GalleryGrouping::ByScore, GalleryGrouping::ByDeer,
                                               GalleryGrouping::ByPlace, GalleryGrouping::ByBurst}) {
            const GalleryChoice choice{order, grouping, false};
            const GallerySet set = arranged(sets, all, choice, nullptr);
            QCOMPARE(set.count, all.count);
            const std::vector<GalleryGroup> groups = groupsOf(sets, set, choice, QTimeZone::utc());
            QCOMPARE(groups.empty(), grouping == GalleryGrouping::None);
            QSet<std::uint32_t> seen;
            for (std::size_t at = 0; at < set.count; ++at)
                seen.insert(set.row(at).detection);
            QCOMPARE(static_cast<std::size_t>(seen.size()), all.count);
            QSet<std::size_t> begins;
            QSet<QString> titles; // each deer, place or band has one group
            for (const GalleryGroup &group : groups) {
                QVERIFY(!group.title.isEmpty());
                begins.insert(group.first);
                titles.insert(group.title);
            }
            if (grouping == GalleryGrouping::ByPlace || grouping == GalleryGrouping::ByScore)
                QCOMPARE(static_cast<std::size_t>(titles.size()), groups.size());
            if (grouping == GalleryGrouping::ByScore)
                QVERIFY2(groups.size() > 5, qPrintable(QString::number(groups.size())));
            for (std::size_t at = 1; at < set.count; ++at) { // sorted within each group
                const GalleryRow &before = set.row(at - 1);
                const GalleryRow &now = set.row(at);
                if (begins.contains(at))
                    continue;
                if (grouping == GalleryGrouping::ByDeer)
                    QCOMPARE(before.profile, now.profile);
                if (order == GalleryOrder::ScoreHigh)
                    QVERIFY(before.score >= now.score);
                if (order == GalleryOrder::ScoreLow)
                    QVERIFY(before.score <= now.score);
                if (order == GalleryOrder::MarginSmall)
                    QVERIFY(marginOf(data.matches[before.detection]).value_or(2) <=
                            marginOf(data.matches[now.detection]).value_or(2));
                if (order == GalleryOrder::Newest)
                    QVERIFY(data.detections[before.detection].takenAt >= data.detections[now.detection].takenAt);
            }
        }
    }
    // A brush of a tenth is in bands as fine as the histogram's bins, each where its title says.
    const GallerySet brushed = sets.unassigned(0.5, 0.6);
    const GalleryChoice bands{GalleryOrder::MarginSmall, GalleryGrouping::ByScore, false};
    const GallerySet banded = arranged(sets, brushed, bands, nullptr);
    const std::vector<GalleryGroup> groups = groupsOf(sets, banded, bands, QTimeZone::utc());
    QCOMPARE(groups.size(), std::size_t(10));
    QCOMPARE(groups.front().title, QStringLiteral("0.59 to 0.60"));
    QCOMPARE(groups.back().title, QStringLiteral("0.50 to 0.51"));
    QVERIFY(banded.row(0).score >= 5900 && banded.row(banded.count - 1).score < 5100);
    const GallerySet bucks = arranged(sets, all, {.onlyWithPicture = false, .sex = reid::Sex::Buck}, nullptr);
    const GallerySet does = arranged(sets, all, {.onlyWithPicture = false, .sex = reid::Sex::Doe}, nullptr);
    QVERIFY(bucks.count > 0 && does.count > 0 && bucks.count + does.count <= all.count);
}

void TestGallery::burstsWithoutATimeSaySo()
{
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    std::vector<reid::Detection> &all = analysis->data.detections;
    for (std::size_t at = 0; at < all.size(); ++at)
        all[at].burst[3] = static_cast<std::uint8_t>(1 + at % 2);
    for (std::size_t at = 1; at < all.size(); at += 2) // the second burst's, but one
        all[at].takenAt = 1'700'000'000'000'000 + static_cast<std::int64_t>(at);
    all[3].takenAt = 0;
    const GallerySets sets(analysis);
    const GalleryChoice choice{GalleryOrder::ScoreHigh, GalleryGrouping::ByBurst, false};
    const GallerySet set = arranged(sets, sets.lostAt(QStringLiteral("all"), 0.5), choice, nullptr);
    const std::vector<GalleryGroup> groups = groupsOf(sets, set, choice, QTimeZone::utc());
    QCOMPARE(groups.size(), std::size_t{2});
    QCOMPARE(groups.front().title, QStringLiteral("14 Nov 2023, 22:13:20"));
    QCOMPARE(groups.back().title, QStringLiteral("Time not known"));
}

void TestGallery::rangesAreSelected()
{
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.resize(900, 760);
    panel.setAnalysis(m_analysis);
    panel.showScores(0.5, 0.6);
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    GalleryView *view = panel.view();
    const auto selected = [&] {
        QList<std::size_t> rows;
        for (std::size_t at = 0; at < view->count(); ++at) {
            if (view->isSelected(view->rows().row(at).detection))
                rows << at;
        }
        return rows;
    };
    const auto through = [](std::size_t from, std::size_t to) {
        QList<std::size_t> rows;
        for (std::size_t at = from; at <= to; ++at)
            rows << at;
        return rows;
    };
    const auto click = [&](std::size_t at, Qt::KeyboardModifiers modifiers) {
        const QPoint point = view->tiles().tile(at).center() - QPoint(0, view->verticalScrollBar()->value());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, point);
    };
    click(1, {});
    click(4, Qt::ShiftModifier);
    QCOMPARE(selected(), through(1, 4));
    QCOMPARE(view->current(), 4);
    click(0, Qt::ShiftModifier); // from the same tile, now to the other side
    QCOMPARE(selected(), through(0, 1));
    view->clearSelection();
    // By keys it grows, shrinks, and leaves alone what was selected before.
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_Return);
    for (int press = 0; press < 3; ++press)
        QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected(), QList<std::size_t>{0} + through(3, 5));
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(selected(), QList<std::size_t>{0} + through(3, 4));
    QTest::keyClick(view, Qt::Key_Right); // ends it
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selected(), QList<std::size_t>{0} + through(3, 5 + static_cast<std::size_t>(view->tiles().columns())));
    view->clearSelection();
    QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(selected().last(), view->count() - 1);
    QTest::keyClick(view, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(selected(), through(0, 5 + static_cast<std::size_t>(view->tiles().columns())));
    // What is folded away isn't selected unseen.
    panel.groupBox()->setCurrentIndex(static_cast<int>(GalleryGrouping::ByScore));
    view->clearSelection();
    const std::vector<GalleryLayout::Section> &bands = view->tiles().sections();
    QVERIFY(bands.size() > 2);
    view->fold(1, true);
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(view->selectedCount(), view->count() - bands[1].count);
}

void TestGallery::selectionGoesOut()
{
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.resize(640, 500);
    panel.setAnalysis(m_analysis);
    panel.showScores(0.5, 0.6);
    panel.setExportable(true);
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    GalleryView *view = panel.view();
    const auto idOf = [&](std::size_t at) {
        return QString::fromStdString(reid::toString(m_analysis->data.detections[view->rows().row(at).detection].id));
    };
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), idOf(0) + u'\n' + idOf(2));
    const QSet<QString> chosen{idOf(0), idOf(2)};
    panel.groupBox()->setCurrentIndex(static_cast<int>(GalleryGrouping::ByPlace)); // another order keeps the selection
    QCOMPARE(view->selectedCount(), std::size_t{2});
    QSignalSpy asked(&panel, &GalleryPanel::zipAsked);
    const auto buttons = panel.findChildren<QPushButton *>();
    const auto zip = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->text().contains(QLatin1String("ZIP"));
    });
    QVERIFY(zip != buttons.end());
    (*zip)->click();
    QCOMPARE(asked.size(), 1);
    const QStringList ids = asked.first().first().toStringList();
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()), chosen);
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view->selectedCount(), view->count());
    panel.showScores(0.6, 0.7); // another gallery starts without
    QCOMPARE(view->selectedCount(), std::size_t{0});
}

void TestGallery::pairIsSeenLarge()
{
    const Settings settings = m_servers.settings();
    PictureIndex pictures(settings.postgres, settings.imageFolder);
    QSignalSpy changed(&pictures, &PictureIndex::changed);
    CropLoader loader(settings.postgres, settings.imageFolder);
    ThresholdCursor cursor;
    QWidget page;
    page.resize(1360, 800);
    auto *panel = new GalleryPanel(cursor, &page);
    panel->setGeometry(400, 0, 960, 800);
    panel->view()->setLoader(&loader);
    panel->setPhotos(&pictures, settings.imageFolder, &page);
    panel->setAnalysis(m_analysis);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    panel->showScores(0.5, 0.7);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isKnown(), 60'000);
    QVERIFY(panel->view()->count() > 3);
    panel->view()->setFocus();
    QTest::keyClick(panel->view(), Qt::Key_Home);
    QTest::keyClick(panel->view(), Qt::Key_Right);
    QTest::keyClick(panel->view(), Qt::Key_Space);
    QPointer<PairView> pair = panel->pair();
    QVERIFY(pair);
    QCOMPARE(pair->geometry(), page.rect());
    QCOMPARE(pair->row(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(pair->leftPane()->hasPhoto(), 60'000);
    const QString path = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", m_folder.path());
    QVERIFY(page.grab().save(path + QStringLiteral("/reidpage-pair-light.png")));
    m_theme->setChoice(Theme::Choice::Dark);
    QCoreApplication::processEvents();
    QVERIFY(page.grab().save(path + QStringLiteral("/reidpage-pair-dark.png")));
    m_theme->setChoice(Theme::Choice::Light);
    // One look for both panes, by wheel, by key, and back.
    trial::PhotoPane *left = pair->leftPane();
    // A photo of raised contrast isn't as the camera saw it.
    QCOMPARE(left->note().isEmpty(), left->isBrightened());
    QTest::keyClick(pair, Qt::Key_N);
    QVERIFY(!left->isBrightened());
    QCOMPARE(left->note(), QStringLiteral("as the camera saw it"));
    QTest::keyClick(pair, Qt::Key_N);
    QCOMPARE(left->note().isEmpty(), left->isBrightened());
    const QPointF middle = left->rect().center();
    QWheelEvent wheel(middle, left->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(left, &wheel);
    QVERIFY(left->view().zoom > 0);
    QVERIFY(left->view() == pair->rightPane()->view());
    QTest::keyClick(pair, Qt::Key_Plus);
    QVERIFY(left->view() == pair->rightPane()->view());
    QTest::keyClick(pair, Qt::Key_0);
    QVERIFY(left->view() == trial::View{});
    QTest::keyClick(pair, Qt::Key_M);
    QVERIFY(pair->rightPane()->isMirrored());
    QVERIFY(!left->isMirrored());
    QTest::keyClick(pair, Qt::Key_Return);
    QCOMPARE(panel->view()->selectedCount(), std::size_t{1});
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(pair, Qt::Key_Right);
    QCOMPARE(pair->row(), std::min(4, static_cast<int>(panel->view()->count()) - 1));
    QCOMPARE(test::wronglyNamedKeys(*pair, PairView::keys(), {Qt::Key_Up, Qt::Key_Down, Qt::Key_Space, Qt::Key_Equal})
                 .join(u' '),
             QString());
    const int last = pair->row();
    QTest::keyClick(pair, Qt::Key_Escape);
    QCOMPARE(panel->view()->current(), last);
    QVERIFY(panel->isVisible());
    QTRY_VERIFY(!pair);
    panel->orderBox()->setCurrentIndex(static_cast<int>(GalleryOrder::MarginSmall)); // the hardest of each deer
    panel->groupBox()->setCurrentIndex(static_cast<int>(GalleryGrouping::ByDeer));
    QTRY_VERIFY_WITH_TIMEOUT(panel->view()->isComplete(), 60'000);
    QVERIFY(page.grab().save(path + QStringLiteral("/reidpage-groups-light.png")));
    m_theme->setChoice(Theme::Choice::Dark);
    QCoreApplication::processEvents();
    QVERIFY(page.grab().save(path + QStringLiteral("/reidpage-groups-dark.png")));
    m_theme->setChoice(Theme::Choice::Light);
    disconnect(panel->view(), &GalleryView::enlargeAsked, nullptr, nullptr); // by Space
    QCOMPARE(
        test::wronglyNamedKeys(*panel->view(), GalleryView::keys(), {Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Equal})
            .join(u' '),
        QString());
    QCOMPARE(test::unnamedShortcuts(*panel, GalleryView::keys()).join(u' '), QString());
}

void TestGallery::onlyAFounderIsCalledOne()
{
    PostgresSettings nowhere;
    nowhere.host = QStringLiteral("/nowhere");
    PictureIndex pictures(nowhere, m_folder.path());
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    QWidget page;
    page.resize(1360, 800);
    panel.setPhotos(&pictures, m_folder.path(), &page);
    // What is said over the right photo, and over the small ones after the deer's name.
    const auto said = [&](const SharedAnalysis &analysis) {
        panel.setAnalysis(analysis);
        panel.showScores(0.5, 0.6);
        Q_EMIT panel.view()->enlargeAsked(0);
        const GalleryRow &row = panel.view()->rows().row(0);
        const PairPhotos photos(*panel.view(), pictures, QTimeZone::utc());
        const QString name = panel.view()->sets()->profileName(row.profile);
        return QStringList{panel.pair()->rightPane()->note(),
                           photos.likenesses(row).groups.front().title.mid(name.size())};
    };
    const QStringList founder{QStringLiteral("the founder of the profile"),
                              QStringLiteral(": founder, then over its time")};
    QCOMPARE(said(m_analysis), founder);
    const QStringList closest{QStringLiteral("the photo closest to the profile"),
                              QStringLiteral(": closest photo, then over its time")};
    auto poor = std::make_shared<reid::Analysis>(*m_analysis); // profiles are means, or their founders are gone
    for (reid::Match &match : poor->data.matches)
        match.own = std::min<reid::Ticks>(match.own, reid::kFounder - 1);
    QCOMPARE(said(poor), closest);
    auto bare = std::make_shared<reid::Analysis>(*m_analysis);
    for (reid::Detection &detection : bare->data.detections)
        detection.ownProfile = -1;
    QCOMPARE(said(bare), QStringList({QString(), QString()}));
}

void TestGallery::thousandsScroll()
{
    ThresholdCursor cursor;
    GalleryPanel panel(cursor);
    panel.resize(960, 800);
    panel.setAnalysis(m_analysis);
    panel.showStep(QStringLiteral("all"));
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QCOMPARE(panel.view()->count(), m_analysis->data.detections.size());
    PostgresSettings nowhere;
    nowhere.host = QStringLiteral("/nowhere");
    CropLoader loader(nowhere, m_folder.path());
    panel.view()->setLoader(&loader);
    QImage crop(panel.view()->pictureSize(), QImage::Format_RGB32);
    crop.fill(Qt::darkGreen);
    QScrollBar *bar = panel.view()->verticalScrollBar();
    for (const GalleryGrouping grouping : {GalleryGrouping::None, GalleryGrouping::ByScore, GalleryGrouping::ByDeer}) {
        panel.groupBox()->setCurrentIndex(static_cast<int>(grouping));
        std::vector<double> times;
        for (int step = 1; step <= 200; ++step) {
            // Each frame shows pictures that weren't there before: the worst there is.
            const auto [first, last] =
                panel.view()->tiles().between(bar->maximum() / 200 * step, bar->maximum() / 200 * step + 800);
            for (std::size_t at = first; at < last; ++at) {
                Q_EMIT loader.loaded(panel.view()->rows().row(at).detection, crop, {}, CropLoader::Lack::None);
                if (const std::int32_t other = panel.view()->rows().row(at).other; other >= 0)
                    Q_EMIT loader.loaded(static_cast<quint32>(other), crop, {}, CropLoader::Lack::None);
            }
            const double before = test::cpuMilliseconds();
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 200));
            QCoreApplication::sendPostedEvents();
            QEvent paint(QEvent::UpdateRequest);
            QCoreApplication::sendEvent(&panel, &paint);
            times.push_back(test::cpuMilliseconds() - before);
        }
        std::sort(times.begin(), times.end());
        qInfo("RESULT a frame of the UI thread at %zu tiles, of the processor's time: median %.2f ms, p99 %.2f ms",
              panel.view()->count(), times[100], times[198]);
        QCOMPARE(bar->value(), bar->maximum());
    }
}

QTEST_MAIN(TestGallery)
#include "test_gallery.moc"
