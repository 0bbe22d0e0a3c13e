// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/herdbook/desktop.h"
#include "tests/support/servers.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;

/// The program as it is started: its options, and servers that are away at the start and come later.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void optionsNeedNoDisplay_data();
    void optionsNeedNoDisplay();
    void withoutADisplayItSaysSo();
    void serversAwayAtStartAreSaidAndAwaited();
    void aProfileThatCantBeUsedSaysWhy();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

namespace {

struct Ended
{
    int code = -1;
    QString output;
    QString errors;
};

Ended run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook"), arguments);
    if (!process.waitForFinished(20000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

} // namespace

void TestDesktop::initTestCase()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("data"))));
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp, *m_settings);
}

void TestDesktop::optionsNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QStringLiteral("herdbook 0.");
    QTest::newRow("env without a path") << QStringList{QStringLiteral("--tour"), QStringLiteral("x"),
                                                       QStringLiteral("--env"), QString()}
                                        << 2 << QStringLiteral("--env");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QStringLiteral("POSTGRES_PASSWORD");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--version"), QStringLiteral("--no-such")} << 2
                                    << QStringLiteral("no-such");
    QTest::newRow("missing file") << QStringList{QStringLiteral("--tour"), QStringLiteral("x"), QStringLiteral("--env"),
                                                 QStringLiteral("/no/such.env")}
                                  << 2 << QStringLiteral("/no/such.env");
}

void TestDesktop::optionsNeedNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = run(arguments, withoutDisplay());
    QCOMPARE(ended.code, code);
    const QString said = ended.output + ended.errors;
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestDesktop::withoutADisplayItSaysSo()
{
    const Ended ended = run({}, withoutDisplay());
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.errors.contains(QLatin1String("no display")), qPrintable(ended.errors));
}

void TestDesktop::serversAwayAtStartAreSaidAndAwaited()
{
    test::Servers servers;
    const auto started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Variables variables = variablesFromSettings(servers.settings());
    servers.postgres().stop();
    servers.redis().stop();

    Desktop desktop(*m_settings, *m_theme, variables, std::nullopt);
    desktop.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&desktop.window()));
    StatusStrip *strip = desktop.window().statusStrip();
    for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis})
        QTRY_VERIFY2_WITH_TIMEOUT(strip->cell(cell)->value().contains(QLatin1String("unreachable")),
                                  qPrintable(strip->cell(cell)->value()), 15000);
    QVERIFY(strip->cell(StatusStrip::Cell::PostgreSql)
                ->toolTip()
                .contains(QString::number(servers.settings().postgres.port)));

    QVERIFY(servers.postgres().start());
    QVERIFY(servers.redis().start());
    for (const StatusStrip::Cell cell : {StatusStrip::Cell::PostgreSql, StatusStrip::Cell::Redis})
        QTRY_VERIFY2_WITH_TIMEOUT(strip->cell(cell)->tone() == Tone::Ok, qPrintable(strip->cell(cell)->value()), 30000);
}

void TestDesktop::aProfileThatCantBeUsedSaysWhy()
{
    Desktop desktop(*m_settings, *m_theme, {{QStringLiteral("REDIS_PORT"), QStringLiteral("http")}}, std::nullopt);
    desktop.window().show();
    QTRY_COMPARE(desktop.window().currentPage(), MainWindow::Page::Connection);
    desktop.window().showPage(MainWindow::Page::Exports);
    QStringList texts;
    for (const QLabel *label : desktop.window().findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.join(u'\n').contains(QLatin1String("REDIS_PORT")), qPrintable(texts.join(u'\n')));
}

QTEST_MAIN(TestDesktop)
#include "test_desktop.moc"
