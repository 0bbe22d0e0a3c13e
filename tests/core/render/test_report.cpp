// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/exportmaker.h"
#include "tests/core/reports/farm.h"
#include "tests/support/servers.h"

#include <QDir>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace herdbook;
using namespace herdbook::render;

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seasonalReport();

private:
    exports::ExportRequest seasonal() const;
    QString make(const exports::ExportRequest &request, const QString &name);
    QString textOf(const QString &path);

    test::Servers m_servers;
    QString m_output =
        QDir(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QStringLiteral("."))).filePath(QStringLiteral("reports"));
};

void TestReport::initTestCase()
{
    QVERIFY(QDir().mkpath(m_output));
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(connection, qPrintable(test::reason(connection)));
    test::Farm farm;
    farm.season(QDate(2024, 9, 1), QDate(2025, 12, 31), 9);
    const Result<void> stored = farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    QVERIFY((*connection)->runScript(QStringLiteral("ANALYZE")));
}

exports::ExportRequest TestReport::seasonal() const
{
    exports::ExportRequest request;
    request.start = QDate(2025, 1, 1);
    request.end = QDate(2025, 12, 31);
    request.groupBy = exports::GroupBy::Week;
    return request;
}

QString TestReport::make(const exports::ExportRequest &request, const QString &name)
{
    const QString path = m_output + u'/' + name + QStringLiteral(".pdf");
    const ExportMaker maker(m_servers.settings(),
                            [] { return QDateTime(QDate(2026, 11, 22), QTime(20, 30), Qt::UTC); });
    const Result<MadeExport> made = maker.make(request, path);
    if (!made)
        qWarning() << made.error().message;
    return made ? path : QString();
}

void TestReport::seasonalReport()
{
    const QString path = make(seasonal(), QStringLiteral("seasonal-week-a4"));
    QVERIFY(!path.isEmpty());
    QVERIFY(QFileInfo(path).size() < 5 * 1024 * 1024);
}

QTEST_MAIN(TestReport)
#include "test_report.moc"
