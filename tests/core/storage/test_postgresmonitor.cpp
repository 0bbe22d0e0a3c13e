// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/postgresmonitor.h"
#include "tests/support/fallingsilent.h"
#include "tests/support/heartbeat.h"
#include "tests/support/proxy.h"
#include "tests/support/servers.h"

#include <QSignalSpy>
#include <QTest>

using namespace herdbook;
using namespace herdbook::storage;

class TestPostgresMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenItGoesAndComesBack();
    void aFrozenServerIsTold();
    void aRefusalIsNoSilence();
    void closingWaitsForNoServer();
};

void TestPostgresMonitor::tellsWhenItGoesAndComesBack()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    PostgresMonitor monitor(servers.settings().postgres);
    QSignalSpy answered(&monitor, &PostgresMonitor::answered);
    QSignalSpy unreachable(&monitor, &PostgresMonitor::unreachable);
    QTRY_VERIFY(!answered.isEmpty());
    QVERIFY(answered.first().first().toDouble() > 0);

    servers.postgres().stop();
    monitor.askNow();
    QTRY_VERIFY(!unreachable.isEmpty());
    QVERIFY(!unreachable.first().at(1).toString().isEmpty());
    monitor.askNow();
    QTRY_VERIFY(unreachable.size() >= 2);
    QCOMPARE(unreachable.at(1).first().toDateTime(), unreachable.at(0).first().toDateTime());

    QVERIFY(servers.postgres().start());
    answered.clear();
    monitor.askNow();
    QTRY_VERIFY(!answered.isEmpty());
}

void TestPostgresMonitor::aFrozenServerIsTold()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    PostgresMonitor monitor(servers.settings().postgres);
    QSignalSpy answered(&monitor, &PostgresMonitor::answered);
    QSignalSpy unreachable(&monitor, &PostgresMonitor::unreachable);
    QTRY_VERIFY(!answered.isEmpty());
    test::Proxy proxy(servers.settings().postgres);
    PostgresMonitor through(proxy.settings());
    QSignalSpy answeredThrough(&through, &PostgresMonitor::answered);
    QSignalSpy silent(&through, &PostgresMonitor::unreachable);
    QTRY_VERIFY(!answeredThrough.isEmpty());
    proxy.arm(test::Proxy::Fault::Freeze, 1);
    QTRY_VERIFY(!silent.isEmpty());
    QVERIFY(!silent.first().at(2).toBool());
    proxy.heal();
    answeredThrough.clear();
    QTRY_VERIFY(!answeredThrough.isEmpty());
    QVERIFY(unreachable.isEmpty());
}

void TestPostgresMonitor::aRefusalIsNoSilence()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    PostgresSettings settings = servers.settings().postgres;
    settings.password = QStringLiteral("wrong");
    PostgresMonitor monitor(settings);
    QSignalSpy unreachable(&monitor, &PostgresMonitor::unreachable);
    QTRY_VERIFY(!unreachable.isEmpty());
    QVERIFY(unreachable.first().at(2).toBool());
    QVERIFY(unreachable.first().at(1).toString().contains(QLatin1String("refused")));
}

void TestPostgresMonitor::closingWaitsForNoServer()
{
    test::FallingSilent server;
    auto monitor = std::make_unique<PostgresMonitor>(server.settings());
    QTRY_VERIFY(server.met() == 2); // it is asked again what it meant
    test::Heartbeat heartbeat;
    monitor.reset();
    QVERIFY2(heartbeat.longestGap() < 1000, qPrintable(QString::number(heartbeat.longestGap())));
}

QTEST_GUILESS_MAIN(TestPostgresMonitor)
#include "test_postgresmonitor.moc"
