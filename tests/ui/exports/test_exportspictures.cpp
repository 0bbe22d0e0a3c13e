// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/jobstatus.h"
#include "tests/support/cuttexts.h"
#include "tests/ui/exports/stage.h"
#include "ui/exports/pagepopup.h"
#include "ui/exports/previewbox.h"
#include "ui/jobs/details/croptexts.h"
#include "ui/jobs/details/jobdetails.h"
#include "ui/jobs/notice.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/labels/messagelabel.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace herdbook;
using namespace herdbook::ui;

/// Draws the exports page in all its states into the test output folder, for looking at, and checks what can be checked of a picture: that
/// nothing is cut off.
class TestExportsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        m_stage = std::make_unique<test::Stage>(m_servers);
        QDir().mkpath(output());
    }
    void cleanupTestCase() { m_stage.reset(); }

    void pictures_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        const auto light = static_cast<int>(Theme::Choice::Light);
        const auto dark = static_cast<int>(Theme::Choice::Dark);
        if (qApp->devicePixelRatio() > 1) { // run once more with QT_SCALE_FACTOR=2
            QTest::newRow("double") << light << QSize(1440, 900);
            QTest::newRow("double-dark-least") << dark << QSize(960, 540);
            return;
        }
        QTest::newRow("light") << light << QSize(1440, 900);
        QTest::newRow("dark") << dark << QSize(1440, 900);
        QTest::newRow("small") << light << QSize(1100, 700);
        QTest::newRow("large") << light << QSize(1920, 1080);
        QTest::newRow("1280") << dark << QSize(1280, 720);
        QTest::newRow("1366") << light << QSize(1366, 768);
        QTest::newRow("2560") << dark << QSize(2560, 1440);
    }

    void pictures()
    {
        QFETCH(const int, theme);
        QFETCH(const QSize, size);
        m_cut.clear();
        QVERIFY(m_stage->reset());
        m_stage->setTheme(static_cast<Theme::Choice>(theme));
        ExportsPage &page = m_stage->open(size);
        save("loading");
        QVERIFY(m_stage->settle());
        QTRY_COMPARE_WITH_TIMEOUT(page.jobsPanel()->shownPage(), 2, 60'000);
        save("empty");

        const QHash<QString, QString> ids = m_stage->fill();
        QVERIFY(m_stage->settle());
        m_stage->advance(4);
        QVERIFY(m_stage->settle());
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("stuck"))));
        FormInput input = page.form().defaults();
        input.kind = FormKind::ZipDataset;
        input.title = QStringLiteral("Autumn 2026, all named classes");
        input.classes.removeAll(QStringLiteral("unknown"));
        page.form().setInput(input);
        page.form().edit(QStringLiteral("end_date"), [](FormInput &typed) {
            typed.end = QDate::fromString(typed.end, Qt::ISODate).addDays(8).toString(Qt::ISODate);
        });
        page.formWidget()->preview()->setTexts(QStringLiteral("With an end date of today, 2026-11-22"),
                                               QStringLiteral("2,314 detections on 1,702 images at 7 locations; "),
                                               QStringLiteral("12 images missing"),
                                               QStringLiteral("; about 38 MB, 20 s"));
        QCOMPARE(page.jobsPanel()->details()->job()->contradiction, jobs::Contradiction::HolderStopped);
        save("contradiction");

        page.form().setInput(page.form().defaults());
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("running"))));
        save("running");
        m_stage->run({"PEXPIRE", "export_job:" + ids.value(QStringLiteral("completed")).toUtf8(), "3000"});
        QTRY_COMPARE_WITH_TIMEOUT(page.jobsPanel()->model().job(ids.value(QStringLiteral("completed")))->isPast(), true,
                                  60'000);
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("completed"))));
        page.jobsPanel()->notice()->tell(QStringLiteral("Saved as report_20261122.pdf"), false);
        save("expired");
        page.setReadOnly(true);
        save("read-only");
        page.setReadOnly(false);
        showLacking(page);
        save("lacking");
        QVERIFY(page.jobsPanel()->details()->photosButton()->isVisible());
        QSignalSpy asked(&page, &ExportsPage::photosAsked);
        page.jobsPanel()->details()->photosButton()->click();
        QCOMPARE(asked.size(), 1);
        FormInput zip = page.form().defaults();
        zip.kind = FormKind::ZipDataset;
        zip.camtrap = zip.forExcel = true;
        page.form().setInput(zip);
        save("zip");
        zip.detectionIds = QStringLiteral("7d0f5a52-3f0e-4a3c-9a55-0d7c4bd6a101\n7d0f5a52-3f0e-4a3c-9a55-0d7c4bd6a102");
        zip.classes.clear();
        zip.end = QStringLiteral("nonsense");
        page.form().setInput(zip);
        QVERIFY2(page.form().canSubmit() || page.form().violations().isEmpty(), "ids alone decide");
        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("start_date"))->isEnabled());
        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("class_doe"))->isEnabled());
        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("location_ids"))->isEnabled());
        save("zip-ids");
        page.form().setInput(page.form().defaults());
        QVERIFY(page.findChild<QWidget *>(QStringLiteral("class_doe"))->isEnabled());
        page.jobsPanel()->searchField()->setText(QStringLiteral("zebra"));
        QTRY_COMPARE(page.jobsPanel()->shownPage(), 2);
        save("filter-empty");
        page.jobsPanel()->searchField()->clear();
        QTRY_COMPARE(page.jobsPanel()->shownPage(), 0);
        FormInput comparison = page.form().defaults();
        comparison.kind = FormKind::ComparisonPdf;
        page.form().setInput(comparison);
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("failed"))));
        save("comparison-failed");

        m_servers.redis().stop();
        page.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->feed().connection().state, jobs::FeedConnection::State::Offline, 60'000);
        page.form().setInput(input);
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("stuck"))));
        save("offline");
        QVERIFY(m_servers.redis().start());
        page.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->feed().connection().state, jobs::FeedConnection::State::Online, 60'000);
        QVERIFY(m_stage->settle());
        save("lost");
        QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut.join(u'\n')));
    }

    /// What a widget paints itself may end in an ellipsis of its own.
    void aLongCountIsNotCutOff()
    {
        QWidget page;
        auto *box = new PreviewBox(&page);
        box->setGeometry(0, 0, 300, 60);
        page.show();
        box->setPending(QStringLiteral("Counting…"));
        QTRY_COMPARE(box->text(), QStringLiteral("Counting…"));
        QCOMPARE(test::cutTexts(page), QStringList());
    }

    void firstPage()
    {
        QVERIFY(m_stage->reset());
        m_stage->setTheme(Theme::Choice::Light);
        const auto added = m_servers.sql(QStringLiteral(
            "WITH l AS (INSERT INTO locations (id, name, active, image_count) SELECT gen_random_uuid(), n, true, 300 "
            "FROM unnest(ARRAY['North ridge', 'Creek crossing', 'Feeder 3']) n RETURNING id), "
            "i AS (INSERT INTO images (id, filename, path, \"timestamp\", created_at, location_id) "
            "SELECT gen_random_uuid(), 'a', '/mnt/images/' || l.id || h || '.jpg', now() - h * interval '2.7 hours', "
            "now(), l.id FROM l, generate_series(1, 300) h RETURNING id, \"timestamp\"), "
            "d AS (INSERT INTO detections (id, image_id, bbox, confidence, classification, created_at) "
            "SELECT gen_random_uuid(), id, '{\"x\":1,\"y\":1,\"width\":9,\"height\":9}', 0.9, "
            "(ARRAY['buck', 'doe', 'doe', 'fawn'])[1 + get_byte(uuid_send(id), 0) % 4], now() FROM i "
            "RETURNING 1) SELECT count(*)::text FROM d"));
        QVERIFY2(added, qPrintable(test::reason(added)));
        m_stage->setCounting(true);
        ExportsPage &page = m_stage->open();
        m_stage->setCounting(false);
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTRY_VERIFY_WITH_TIMEOUT(page.formWidget()->preview()->text().contains(QLatin1String("detections on")), 60'000);
        QTest::mouseClick(page.formWidget()->pageButton(), Qt::LeftButton);
        auto *popup = page.findChild<PagePopup *>();
        QTRY_VERIFY_WITH_TIMEOUT(popup->hasPage(), 60'000);
        QVERIFY(popup->isVisible());
        QVERIFY(popup->grab().save(QStringLiteral("%1/%2first-page.png").arg(output(), scaleName())));
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(m_stage->window().isVisible());
    }

private:
    static QString scaleName() { return qApp->devicePixelRatio() > 1 ? QStringLiteral("double-") : QString(); }
    static QString output()
    {
        return qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()) + QStringLiteral("/exports");
    }
    /// A data set that lacks crops.
    void showLacking(ExportsPage &page)
    {
        const QString id = QStringLiteral("lacking");
        exports::JobStatus status;
        status.jobId = id;
        status.kind = exports::ExportKind::Zip;
        status.state = exports::JobState::Completed;
        status.createdAt = status.completedAt = QDateTime::currentDateTimeUtc();
        status.fileName = exports::exportFileName(*status.kind, id, status.createdAt);
        status.fileSize = 18'000'000;
        status.totalDetections = status.processedCount = 2211;
        exports::CropCounts lacks{1032, 29, 2, 0, 2, {}, {}, {}};
        lacks.reasons = {{QStringLiteral("photo_missing"), {1032, 812}},
                         {QStringLiteral("photo_unreadable"), {24, 19}},
                         {QStringLiteral("photo_too_large"), {5, 3}},
                         {QStringLiteral("photo_damaged"), {2, 2}}};
        lacks.names = {QStringLiteral("south_pasture_20261002_041207_01188.jpg"),
                       QStringLiteral("south_pasture_20261002_041211_01189.jpg")};
        status.crops = lacks;
        QFile file(m_servers.settings().exportFolder + u'/' + status.fileName);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(status.fileSize));
        m_stage->run({"SETEX", "export_job:lacking", "3000", exports::toWire(status)});
        page.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(page.jobsPanel()->selectJob(id), 60'000);
        QCOMPARE(ui::lackText(*page.jobsPanel()->details()->job()), QStringLiteral("1,061 crops missing, 2 damaged"));
    }

    void save(const char *name)
    {
        for (int level = 0; level < 4; ++level) { // a layout in a layout asks its parent in the next round
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
        if (m_stage->window().width() >= 1280) {
            for (const QString &text : test::cutTexts(m_stage->window()))
                m_cut << QLatin1String(name) + QStringLiteral(": ") + text;
        }
        const QPixmap picture = m_stage->window().grab();
        QVERIFY(picture.save(
            QStringLiteral("%1/%2-%3.png").arg(output(), QLatin1String(QTest::currentDataTag()), QLatin1String(name))));
    }

    QStringList m_cut;
    test::Servers m_servers;
    std::unique_ptr<test::Stage> m_stage;
};

QTEST_MAIN(TestExportsPictures)
#include "test_exportspictures.moc"
