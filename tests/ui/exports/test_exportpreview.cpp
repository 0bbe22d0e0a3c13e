// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fallingsilent.h"
#include "tests/support/heartbeat.h"
#include "tests/support/proxy.h"
#include "tests/support/servers.h"
#include "ui/exports/exportpreview.h"

#include <QSignalSpy>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

class TestExportPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
    }

    void onlyTheLastQuestionIsCounted()
    {
        const auto added = m_servers.sql(QStringLiteral(
            "WITH i AS (INSERT INTO images (id, filename, path, \"timestamp\", created_at) VALUES (gen_random_uuid(), "
            "'a', "
            "'/mnt/images/a.jpg', '2026-10-05 12:00+00', now()) RETURNING id) INSERT INTO detections (id, image_id, "
            "bbox, "
            "confidence, classification, created_at) SELECT gen_random_uuid(), id, '{}', 0.9, 'doe', now() FROM i "
            "RETURNING 'done'"));
        QVERIFY2(added, qPrintable(test::reason(added)));
        ExportPreview preview(m_servers.settings(), systemClock());
        QSignalSpy counted(&preview, &ExportPreview::counted);
        qint64 detections = -1;
        connect(&preview, &ExportPreview::counted, this,
                [&detections](const render::ExportEstimate &estimate) { detections = estimate.detections; });
        for (int day = 2; day < 12; ++day)
            preview.ask(request(QDate(2026, 10, day)));
        preview.ask(request(QDate(2026, 10, 31)));
        QTRY_COMPARE_WITH_TIMEOUT(counted.size(), 1, 60'000);
        QCOMPARE(preview.counts(), 1);
        QCOMPARE(detections, 1);
    }

    void theFirstPageIsPainted()
    {
        ExportPreview preview(m_servers.settings(), systemClock());
        QSignalSpy ready(&preview, &ExportPreview::pageReady);
        preview.askPage(request(QDate(2026, 10, 31)), 72);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60'000);
        QVERIFY(!ready.first().first().value<QImage>().isNull());
    }

    void aFrozenDatabaseHoldsNoClosing()
    {
        test::Proxy proxy(m_servers.settings().postgres);
        proxy.arm(test::Proxy::Fault::Freeze, 1);
        Settings settings = m_servers.settings();
        settings.postgres = proxy.settings();
        settings.postgres.connectSeconds = 60;
        auto preview = std::make_unique<ExportPreview>(settings, systemClock());
        preview->ask(request(QDate(2026, 10, 31)));
        preview->askPage(request(QDate(2026, 10, 31)), 72);
        preview->askLocations();
        QTRY_COMPARE(preview->counts(), 1);
        QTRY_VERIFY(proxy.broke()); // in the middle of connecting
        test::Heartbeat heartbeat;
        preview.reset();
        QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
    }

    void aDatabaseThatFallsSilentHoldsNoClosing()
    {
        test::FallingSilent server;
        Settings settings = m_servers.settings();
        settings.postgres = server.settings();
        auto preview = std::make_unique<ExportPreview>(settings, systemClock());
        preview->askLocations();
        QTRY_COMPARE_WITH_TIMEOUT(server.met(), 2, 60'000); // it is asked again what it meant
        test::Heartbeat heartbeat;
        preview.reset();
        QVERIFY2(heartbeat.longestGap() < 2000, qPrintable(QString::number(heartbeat.longestGap())));
    }

    void postgresAwayIsSaid()
    {
        ExportPreview preview(m_servers.settings(), systemClock());
        QSignalSpy failed(&preview, &ExportPreview::failed);
        m_servers.postgres().stop();
        preview.ask(request(QDate(2026, 10, 31)));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
        QVERIFY(!failed.first().first().toString().isEmpty());
    }

private:
    static exports::ExportRequest request(const QDate &end)
    {
        exports::ExportRequest request;
        request.start = QDate(2026, 10, 1);
        request.end = end;
        return request;
    }

    test::Servers m_servers;
};

QTEST_MAIN(TestExportPreview)
#include "test_exportpreview.moc"
