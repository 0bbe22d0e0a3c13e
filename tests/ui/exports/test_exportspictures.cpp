// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exports/stage.h"
#include "ui/exports/previewbox.h"
#include "ui/jobs/jobdetails.h"
#include "ui/widgets/messagelabel.h"

#include <QDir>
#include <QTest>

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
        QTest::newRow("light") << light << QSize(1440, 900);
        QTest::newRow("dark") << dark << QSize(1440, 900);
        QTest::newRow("small") << light << QSize(1100, 700);
        QTest::newRow("large") << light << QSize(1920, 1080);
    }

    void pictures()
    {
        QFETCH(const int, theme);
        QFETCH(const QSize, size);
        QVERIFY(m_stage->reset());
        m_stage->setTheme(static_cast<Theme::Choice>(theme));
        ExportsPage &page = m_stage->open(size);
        save("loading");
        QVERIFY(m_stage->settle());
        QTRY_COMPARE_WITH_TIMEOUT(page.jobsPanel()->shownPage(), 2, 30000);
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
        FormInput comparison = page.form().defaults();
        comparison.kind = FormKind::ComparisonPdf;
        page.form().setInput(comparison);
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("failed"))));
        save("comparison-failed");

        m_servers.redis().stop();
        page.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->feed().connection().state, jobs::FeedConnection::State::Offline, 10'000);
        page.form().setInput(input);
        QVERIFY(page.jobsPanel()->selectJob(ids.value(QStringLiteral("stuck"))));
        save("offline");
        QVERIFY(m_servers.redis().start());
        page.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->feed().connection().state, jobs::FeedConnection::State::Online, 10'000);
        QVERIFY(m_stage->settle());
        save("lost");
    }

private:
    static QString output()
    {
        return qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()) + QStringLiteral("/exports");
    }
    void save(const char *name)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        const QPixmap picture = m_stage->window().grab();
        QVERIFY(picture.save(
            QStringLiteral("%1/%2-%3.png").arg(output(), QLatin1String(QTest::currentDataTag()), QLatin1String(name))));
    }

    test::Servers m_servers;
    std::unique_ptr<test::Stage> m_stage;
};

QTEST_MAIN(TestExportsPictures)
#include "test_exportspictures.moc"
