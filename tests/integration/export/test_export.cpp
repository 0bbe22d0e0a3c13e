// SPDX-License-Identifier: GPL-3.0-or-later
// herdbook-export as a timer runs it: with a worker and the web API beside it, real ones.
#include "core/base/atomicfile.h"
#include "core/config/environment.h"
#include "core/exports/exportrequest.h"
#include "core/storage/redis.h"
#include "tests/core/season/farm.h"
#include "tests/support/loopback.h"
#include "tests/support/servers.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace herdbook;

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void savesUnderItsProperName_data();
    void savesUnderItsProperName();
    void flagsMakeTheRequest();
    void zipFlagsMakeAZip_data();
    void zipFlagsMakeAZip();
    void uselessFlagsAreRefused_data();
    void uselessFlagsAreRefused();
    void aFileThatCantBeReadIsBlamed_data();
    void aFileThatCantBeReadIsBlamed();
    void theZoneOfTheJsonStays();
    void unfinishedPeriodsAreComparedAlike();
    void theReadmesTimerWorks();
    void rutsEndOnTheSameDay();
    void everyFieldHasItsFlag_data();
    void everyFieldHasItsFlag();
    void exitCodes_data();
    void exitCodes();
    void unreachableHasItsExitCode();
    void oddEndsAreTold_data();
    void oddEndsAreTold();
    void anAnswerThatIsLostLeavesADoubt();
    void onlyTheFileThatWasMadeIsSaved_data();
    void onlyTheFileThatWasMadeIsSaved();
    void whatTheArchiveLacksIsSaid_data();
    void whatTheArchiveLacksIsSaid();

private:
    /// The one job that Redis knows, once it does: its key.
    QByteArray onlyJob(storage::Redis &redis) const;
    struct Ended
    {
        int code = -1;
        QString output, errors;
    };
    QProcessEnvironment environment(const Settings &settings) const;
    Ended run(const QStringList &arguments, const Settings &settings, const QByteArray &input = {}) const;

    test::Servers m_servers;
    Settings m_settings;
    QProcess m_worker, m_api;
    QTemporaryDir m_folder;
};

QProcessEnvironment TestExport::environment(const Settings &settings) const
{
    QProcessEnvironment made = QProcessEnvironment::systemEnvironment();
    const Variables variables = variablesFromSettings(settings);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        made.insert(it.key(), it.value());
    return made;
}

TestExport::Ended TestExport::run(const QStringList &arguments, const Settings &settings, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment(settings));
    process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-export"), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(300'000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray TestExport::onlyJob(storage::Redis &redis) const
{
    const auto keys = redis.command({"KEYS", "export_job:*"});
    return keys && !keys->items.empty() ? keys->items.front().text : QByteArray();
}

void TestExport::initTestCase()
{
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(connection, qPrintable(test::reason(connection)));
    test::Farm farm;
    farm.season(QDate(2025, 10, 1), QDate(2025, 11, 30), 5);
    QVERIFY(farm.store(**connection));

    m_settings = m_servers.settings();
    const quint16 port = test::freePort();
    m_settings.apiUrl = QStringLiteral("http://127.0.0.1:%1").arg(port);
    const QString programs = qEnvironmentVariable("HERDBOOK_BIN");
    for (QProcess *process : {&m_worker, &m_api}) {
        process->setProcessEnvironment(environment(m_settings));
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }
    m_worker.start(programs + QStringLiteral("/herdbook-worker"), QStringList());
    m_api.start(programs + QStringLiteral("/herdbook-api"), {QStringLiteral("--port"), QString::number(port)});
    QVERIFY(m_worker.waitForStarted());
    QVERIFY(m_api.waitForStarted());
    QTRY_VERIFY([&] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1000);
    }());
}

void TestExport::cleanupTestCase()
{
    for (QProcess *process : {&m_worker, &m_api}) {
        process->terminate();
        QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(60'000));
    }
}

void TestExport::savesUnderItsProperName_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("magic");
    const QStringList days = {QStringLiteral("--start-date"), QStringLiteral("2025-10-01"),
                              QStringLiteral("--end-date"), QStringLiteral("2025-10-31")};
    QTest::newRow("seasonal") << days << QStringLiteral("October 2025 seasonal.pdf") << QByteArray("%PDF");
    QTest::newRow("titled") << days + QStringList{QStringLiteral("--title"), QStringLiteral("Rut 2025")}
                            << QStringLiteral("Rut 2025 seasonal.pdf") << QByteArray("%PDF");
    QTest::newRow("hostile") << days + QStringList{QStringLiteral("--title"), QStringLiteral("../../a:b*c")}
                             << QStringLiteral("a-b-c October 2025 seasonal.pdf") << QByteArray("%PDF");
    QTest::newRow("comparison") << QStringList{QStringLiteral("--compare"),
                                               QStringLiteral("October=2025-10-01..2025-10-31"),
                                               QStringLiteral("--compare"),
                                               QStringLiteral("November=2025-11-01..2025-11-30")}
                                << QStringLiteral("October against November comparison.pdf") << QByteArray("%PDF");
    QTest::newRow("zip") << days + QStringList{QStringLiteral("--kind"), QStringLiteral("zip"),
                                               QStringLiteral("--no-crops")}
                         << QStringLiteral("October 2025 detections.zip") << QByteArray("PK");
}

void TestExport::savesUnderItsProperName()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, magic);
    for (const QString &via : {QStringLiteral("redis"), QStringLiteral("api")}) {
        const QTemporaryDir folder;
        const Ended ended = run(
            arguments + QStringList{QStringLiteral("--via"), via, QStringLiteral("--out"), folder.path()}, m_settings);
        QVERIFY2(ended.code == 0, qPrintable(via + u'\n' + ended.errors));
        QCOMPARE(ended.output.trimmed(), folder.filePath(name));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name}); // nothing half made
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(magic));
        QVERIFY2(ended.errors.isEmpty(), qPrintable(ended.errors)); // no progress where there is no terminal
    }
}

void TestExport::flagsMakeTheRequest()
{
    const QByteArray json = R"({"start_date": "2025-10-01", "end_date": "2025-11-28", "title": "From JSON"})";
    const Ended ended =
        run({QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--title"), QStringLiteral("From a flag"),
             QStringLiteral("--sections"), QStringLiteral("findings, moon_phase"), QStringLiteral("--no-tables"),
             QStringLiteral("--print-request")},
            m_settings, json);
    QVERIFY2(ended.code == 0, qPrintable(ended.errors));
    const QJsonObject request = QJsonDocument::fromJson(ended.output.toUtf8()).object();
    QCOMPARE(request.value(QLatin1String("title")).toString(), QStringLiteral("From a flag"));
    QCOMPARE(request.value(QLatin1String("report_type")).toString(), QStringLiteral("custom"));
    QCOMPARE(request.value(QLatin1String("sections")).toArray(),
             (QJsonArray{QStringLiteral("findings"), QStringLiteral("moon_phase")}));
    QCOMPARE(request.value(QLatin1String("group_by")).toString(), QStringLiteral("week"));    // 59 days
    QCOMPARE(request.value(QLatin1String("page_size")).toString(), QStringLiteral("Letter")); // America/Chicago
    QCOMPARE(request.value(QLatin1String("include_tables")).toBool(true), false);
}

void TestExport::zipFlagsMakeAZip_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("camtrap") << QStringList{QStringLiteral("--camtrap-dp")};
    QTest::newRow("excel") << QStringList{QStringLiteral("--csv-for-excel")};
    QTest::newRow("crops") << QStringList{QStringLiteral("--no-crops")};
    QTest::newRow("size") << QStringList{QStringLiteral("--crop-size"), QStringLiteral("512")};
}

void TestExport::zipFlagsMakeAZip()
{
    QFETCH(const QStringList, flags);
    const Ended ended = run(
        flags + QStringList{QStringLiteral("--period"), QStringLiteral("last-year"), QStringLiteral("--print-request")},
        m_settings);
    QVERIFY2(ended.code == 0, qPrintable(ended.errors));
    const QJsonObject request = QJsonDocument::fromJson(ended.output.toUtf8()).object();
    QVERIFY2(request.contains(QLatin1String("include_crops")), qPrintable(ended.output));
}

void TestExport::uselessFlagsAreRefused_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("named"); // nothing: they are taken
    const QString ids = m_folder.filePath(QStringLiteral("useless.txt"));
    QVERIFY(AtomicFile::write(ids, "11111111-1111-4111-8111-111111111111"));
    const QStringList compare{QStringLiteral("--compare"), QStringLiteral("a=2025-10-01..2025-10-31"),
                              QStringLiteral("--compare"), QStringLiteral("b=2025-11-01..2025-11-30")};
    const QStringList sections{QStringLiteral("--sections"), QStringLiteral("findings")};
    const auto row = [](const char *name, const QStringList &flags, const QByteArray &json, const QStringList &named) {
        QTest::newRow(name) << flags << json << named;
    };
    row("ids of a report", {QStringLiteral("--kind"), QStringLiteral("pdf"), QStringLiteral("--detection-ids"), ids},
        {}, {QStringLiteral("--detection-ids")});
    row("a comparison of a ZIP", compare + QStringList{QStringLiteral("--kind"), QStringLiteral("zip")}, {},
        {QStringLiteral("--compare")});
    row("a comparison with Camtrap DP", compare + QStringList{QStringLiteral("--camtrap-dp")}, {},
        {QStringLiteral("--camtrap-dp")});
    row("a ZIP of JSON", sections + QStringList{QStringLiteral("--no-charts")}, R"({"report_type": "zip"})",
        {QStringLiteral("--sections"), QStringLiteral("--no-charts")});
    row("a report of JSON", {QStringLiteral("--csv-for-excel")}, R"({"report_type": "pdf"})",
        {QStringLiteral("--csv-for-excel")});
    const QByteArray withIds(R"("detection_ids": ["11111111-1111-4111-8111-111111111111"]})");
    row("ids beside a report's type", {}, R"({"report_type": "seasonal_activity", )" + withIds,
        {QStringLiteral("detection_ids")});
    row("sections over ids", sections, '{' + withIds, {QStringLiteral("detection_ids")});
    row("sections over ids of a PDF", sections, R"({"report_type": "pdf", )" + withIds, {});
    row("sections over ids, as a PDF", sections + QStringList{QStringLiteral("--kind"), QStringLiteral("pdf")},
        '{' + withIds, {});
    row("sections without an id", sections, R"({"detection_ids": []})", {});
    row("sections of another type",
        sections + QStringList{QStringLiteral("--report-type"), QStringLiteral("seasonal_activity")}, {},
        {QStringLiteral("--sections")});
    row("sections over a PDF of JSON", sections, R"({"report_type": "pdf"})", {});
    row("sections over a type of JSON", sections, R"({"report_type": "seasonal_activity"})", {});
    row("sections over a ZIP of JSON, as a PDF",
        sections + QStringList{QStringLiteral("--kind"), QStringLiteral("pdf")}, R"({"report_type": "zip"})", {});
}

void TestExport::uselessFlagsAreRefused()
{
    QFETCH(const QStringList, flags);
    QFETCH(const QByteArray, json);
    QFETCH(const QStringList, named);
    QStringList arguments =
        flags + QStringList{QStringLiteral("--start-date"), QStringLiteral("2025-10-01"), QStringLiteral("--end-date"),
                            QStringLiteral("2025-10-31"), QStringLiteral("--print-request")};
    if (!json.isEmpty())
        arguments << QStringLiteral("--json") << QStringLiteral("-");
    const Ended ended = run(arguments, m_settings, json);
    QCOMPARE(ended.code, named.isEmpty() ? 0 : 2);
    for (const QString &flag : named)
        QVERIFY2(ended.errors.contains(flag + QStringLiteral(" is only for a ")), qPrintable(ended.errors));
    if (named.isEmpty())
        QVERIFY2(ended.output.contains(QLatin1String("\"custom\"")), qPrintable(ended.output));
}

void TestExport::aFileThatCantBeReadIsBlamed_data()
{
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("says");
    const QString path = m_folder.filePath(QStringLiteral("latin.txt"));
    QVERIFY(AtomicFile::write(path, "11111111-1111-4111-8111-111111111111\nK\xf6ln\n"));
    QTest::newRow("not UTF-8") << path << path + QStringLiteral(", line 2: must be text in UTF-8");
    // It opens, and fails with EIO: none of its ids are no choice of all.
    QTest::newRow("broken off") << QStringLiteral("/proc/self/mem") << QStringLiteral("Can't read /proc/self/mem: ");
}

void TestExport::aFileThatCantBeReadIsBlamed()
{
    QFETCH(const QString, ids);
    QFETCH(const QString, says);
    const Ended ended = run({QStringLiteral("--kind"), QStringLiteral("zip"), QStringLiteral("--detection-ids"), ids,
                             QStringLiteral("--start-date"), QStringLiteral("2025-10-01"), QStringLiteral("--end-date"),
                             QStringLiteral("2025-10-31"), QStringLiteral("--print-request")},
                            m_settings);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.errors.contains(says), qPrintable(ended.errors));
}

void TestExport::theZoneOfTheJsonStays()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Of these two one has another day than the site at any time.
    for (const QByteArray zone : {"Pacific/Kiritimati", "Pacific/Niue"}) {
        const Ended ended = run({QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--period"),
                                 QStringLiteral("last-7-days"), QStringLiteral("--print-request")},
                                m_settings, R"({"site_tz": ")" + zone + R"("})");
        QVERIFY2(ended.code == 0, qPrintable(ended.errors));
        const QJsonObject request = QJsonDocument::fromJson(ended.output.toUtf8()).object();
        QCOMPARE(request.value(QLatin1String("site_tz")).toString(), QString::fromLatin1(zone));
        const QDate end = QDate::fromString(request.value(QLatin1String("end_date")).toString(), Qt::ISODate);
        const QDate today = now.toTimeZone(QTimeZone(zone)).date();
        QVERIFY(end == today || end == today.addDays(1)); // midnight may have passed
    }
}

/// A part isn't compared with a whole.
void TestExport::unfinishedPeriodsAreComparedAlike()
{
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(m_settings.siteTimeZone).date();
    for (const QString &unit : {QStringLiteral("year"), QStringLiteral("month")}) {
        const bool year = unit == QLatin1String("year");
        if (today.day() == 1 && (!year || today.month() == 1))
            continue; // one day is no period yet
        const Ended ended =
            run({QStringLiteral("--compare"), QStringLiteral("before=last-") + unit, QStringLiteral("--compare"),
                 QStringLiteral("now=this-") + unit, QStringLiteral("--print-request")},
                m_settings);
        QVERIFY2(ended.code == 0, qPrintable(ended.errors));
        const QJsonArray periods = QJsonDocument::fromJson(ended.output.toUtf8())
                                       .object()
                                       .value(QLatin1String("comparison_periods"))
                                       .toArray();
        const auto end = [&periods](int at) {
            return QDate::fromString(periods[at].toObject().value(QLatin1String("end_date")).toString(), Qt::ISODate);
        };
        QCOMPARE(end(1), today);
        const QDate whole(today.year(), today.month(), 1);
        QCOMPARE(end(0), year                                 ? today.addYears(-1)
                         : today.day() == today.daysInMonth() ? whole.addDays(-1)
                                                              : today.addMonths(-1));
    }
}

/// The command of the service in README.md, as it stands there but for the folder.
void TestExport::theReadmesTimerWorks()
{
    QFile readme(QStringLiteral(HERDBOOK_SOURCE_DIR "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    static const QRegularExpression command(QStringLiteral("ExecStart=/usr/bin/herdbook-export (.*)\n"));
    QStringList arguments = command.match(QString::fromUtf8(readme.readAll())).captured(1).split(u' ');
    const qsizetype out = arguments.indexOf(QLatin1String("--out"));
    QVERIFY2(out > 0 && arguments.contains(QLatin1String("--timeout")), qPrintable(arguments.join(u' ')));
    arguments[out + 1] = m_folder.path();
    const Ended ended = run(arguments, m_settings);
    QVERIFY2(ended.code == 4, qPrintable(ended.errors)); // the farm's photos are of 2025
    QVERIFY2(ended.errors.contains(QLatin1String("No detections found")), qPrintable(ended.errors));
}

void TestExport::rutsEndOnTheSameDay()
{
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(m_settings.siteTimeZone).date();
    const int newest = today > QDate(today.year(), 10, 1) ? today.year() : today.year() - 1;
    const auto compared = [](const QString &label, int year) {
        return QStringList{QStringLiteral("--compare"), QStringLiteral("%1=rut-%2").arg(label).arg(year)};
    };
    const Ended ended = run(compared(QStringLiteral("before"), newest - 1) + compared(QStringLiteral("now"), newest) +
                                QStringList{QStringLiteral("--print-request")},
                            m_settings);
    QVERIFY2(ended.code == 0, qPrintable(ended.errors));
    const QJsonArray periods =
        QJsonDocument::fromJson(ended.output.toUtf8()).object().value(QLatin1String("comparison_periods")).toArray();
    const auto day = [&periods](int at, const char *field) {
        return QDate::fromString(periods[at].toObject().value(QLatin1String(field)).toString(), Qt::ISODate);
    };
    QCOMPARE(day(1, "start_date"), QDate(newest, 10, 1));
    QCOMPARE(day(1, "end_date"), std::min(today, QDate(newest + 1, 1, 31)));
    for (const char *field : {"start_date", "end_date"})
        QCOMPARE(day(0, field).addYears(1), day(1, field));
}

void TestExport::everyFieldHasItsFlag_data()
{
    QTest::addColumn<exports::ExportRequest>("request");
    exports::ExportRequest request;
    request.start = QDate(2025, 10, 1);
    request.end = QDate(2025, 10, 31);
    request.classifications = request.locationIds = request.sections = {QStringLiteral("x")};
    request.title = request.letterhead.client = request.letterhead.footer = QStringLiteral("x");
    request.siteTimeZone = QStringLiteral("America/Chicago");
    request.letterhead.logo = "x";
    request.language = QStringLiteral("en");
    request.comparisonPeriods = {{QStringLiteral("x"), request.start, request.end}};
    QTest::newRow("pdf") << request;
    request.kind = exports::ExportKind::Zip;
    request.detectionIds = {QStringLiteral("x")};
    request.includeCamtrapDp = request.csvForExcel = true;
    QTest::newRow("zip") << request;
}

void TestExport::everyFieldHasItsFlag()
{
    QFETCH(const exports::ExportRequest, request);
    const QString help = run({QStringLiteral("--help")}, m_settings).output;
    for (const QString &field : exports::toJson(request).keys()) {
        QString flag = QString(field).replace(QLatin1String("include_"), QLatin1String("no_")).replace(u'_', u'-');
        if (field == QLatin1String("comparison_periods"))
            flag = QStringLiteral("compare");
        else if (field == QLatin1String("include_camtrap_dp"))
            flag = QStringLiteral("camtrap-dp");
        else if (field == QLatin1String("site_tz")) // HERDBOOK_SITE_TZ
            continue;
        QVERIFY2(help.contains(QStringLiteral("--%1 ").arg(flag)), qPrintable(flag));
    }
    const Ended ended = run({QStringLiteral("--kind"), QStringLiteral("zip"), QStringLiteral("--start-date"),
                             QStringLiteral("2025-10-01"), QStringLiteral("--end-date"), QStringLiteral("2025-10-31"),
                             QStringLiteral("--camtrap-dp"), QStringLiteral("--csv-for-excel"),
                             QStringLiteral("--no-metadata-csv"), QStringLiteral("--print-request")},
                            m_settings);
    const QJsonObject sent = QJsonDocument::fromJson(ended.output.toUtf8()).object();
    QVERIFY(sent.value(QLatin1String("include_camtrap_dp")).toBool());
    QVERIFY(sent.value(QLatin1String("csv_for_excel")).toBool());
    QVERIFY(!sent.value(QLatin1String("include_metadata_csv")).toBool(true));
}

void TestExport::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")} << 2 << QStringLiteral("nonsense");
    QTest::newRow("no dates") << QStringList() << 2 << QStringLiteral("start_date is required");
    QTest::newRow("two faults") << QStringList{QStringLiteral("--start-date"), QStringLiteral("2025-11-01"),
                                               QStringLiteral("--end-date"),   QStringLiteral("2025-10-01"),
                                               QStringLiteral("--group-by"),   QStringLiteral("year")}
                                << 2 << QStringLiteral("group_by must be one of");
    QTest::newRow("period") << QStringList{QStringLiteral("--period"), QStringLiteral("sometime")} << 2
                            << QStringLiteral("\"sometime\" is none of: last-7-days");
    QTest::newRow("still to come") << QStringList{QStringLiteral("--period"), QStringLiteral("rut-9998")} << 2
                                   << QStringLiteral("rut-9998 begins on 9998-10-01");
    QTest::newRow("compared with what is to come")
        << QStringList{QStringLiteral("--compare"), QStringLiteral("a=last-year"), QStringLiteral("--compare"),
                       QStringLiteral("b=rut-9998")}
        << 2 << QStringLiteral("--compare: rut-9998 begins on");
    const QString nobody = QStringLiteral("11111111-1111-4111-8111-111111111111");
    const QString ids = m_folder.filePath(QStringLiteral("ids.txt"));
    QVERIFY(AtomicFile::write(ids, nobody.toLatin1()));
    QTest::newRow("no such location") << QStringList{QStringLiteral("--period"), QStringLiteral("last-year"),
                                                     QStringLiteral("--location-ids"), nobody}
                                      << 4 << QStringLiteral("The location asked for is not in the database");
    QTest::newRow("no such detection") << QStringList{QStringLiteral("--detection-ids"), ids} << 4
                                       << QStringLiteral("The detection asked for is not in the database");
    QTest::newRow("location") << QStringList{QStringLiteral("--period"), QStringLiteral("last-year"),
                                             QStringLiteral("--location-ids"), QStringLiteral("Creek")}
                              << 2 << QStringLiteral("location_ids must be a list");
    QTest::newRow("folder") << QStringList{QStringLiteral("--period"), QStringLiteral("last-year"),
                                           QStringLiteral("--out"), QStringLiteral("/nowhere/at/all/x.pdf")}
                            << 2 << QStringLiteral("doesn't exist");
    QTest::newRow("no data") << QStringList{QStringLiteral("--start-date"), QStringLiteral("2020-10-01"),
                                            QStringLiteral("--end-date"), QStringLiteral("2020-10-31")}
                             << 4 << QStringLiteral("No detections found");
    QTest::newRow("logo") << QStringList{QStringLiteral("--period"), QStringLiteral("last-year"),
                                         QStringLiteral("--logo"), QStringLiteral("/proc/version")}
                          << 2 << QStringLiteral("logo must be a PNG or an SVG without references");
}

void TestExport::exitCodes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QString, words);
    for (const QStringList &via : {QStringList(), QStringList{QStringLiteral("--via"), QStringLiteral("api")}}) {
        const Ended ended = run(arguments + via, m_settings);
        QVERIFY2(ended.code == code, qPrintable(QStringLiteral("%1: %2").arg(ended.code).arg(ended.errors)));
        QVERIFY2(ended.errors.contains(words), qPrintable(ended.errors));
        QVERIFY(ended.output.isEmpty());
    }
}

void TestExport::unreachableHasItsExitCode()
{
    Settings nowhere = m_settings;
    nowhere.redis.port = 1;
    nowhere.apiUrl = QStringLiteral("http://127.0.0.1:1");
    for (const QString &via : {QStringLiteral("redis"), QStringLiteral("api")}) {
        const Ended ended =
            run({QStringLiteral("--period"), QStringLiteral("last-year"), QStringLiteral("--via"), via}, nowhere);
        QCOMPARE(ended.code, 5);
        QVERIFY2(ended.errors.contains(QLatin1String("127.0.0.1")) || ended.errors.contains(QLatin1String("localhost")),
                 qPrintable(ended.errors));
    }
}

void TestExport::onlyTheFileThatWasMadeIsSaved_data()
{
    QTest::addColumn<QString>("via");
    QTest::addColumn<QByteArray>("bytes"); // on the disk
    QTest::addColumn<bool>("summed");
    QTest::addColumn<qint64>("room"); // bytes that may be written
    QTest::addColumn<QString>("words");
    const QByteArray made("%PDF-1.7 whole");
    for (const char *via : {"redis", "api"}) {
        const auto row = [via](const char *what, const QByteArray &bytes, bool summed, qint64 room, const char *words) {
            QTest::addRow("%s, %s", what, via)
                << QString::fromLatin1(via) << bytes << summed << room << QString::fromLatin1(words);
        };
        row("whole", made, true, -1, "");
        row("cut", made.first(6), true, -1, "6 of 14 bytes");
        row("altered", QByteArray(made).replace("whole", "other"), true, -1, "SHA-256 differs");
        row("no sum", made, false, -1, "only its size was compared");
        row("no sum, cut", made.first(6), false, -1, "6 of 14 bytes");
        row("no room", made, true, 4, "File too large");
    }
}

void TestExport::oddEndsAreTold_data()
{
    QTest::addColumn<QByteArray>("status"); // nothing: its key goes
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("old worker without data")
        << QByteArray(R"({"status":"failed","error":"No detections found in the selected date range"})") << 4
        << QStringLiteral("No detections found");
    QTest::newRow("no reason") << QByteArray(R"({"status":"failed","error":null})") << 1
                               << QStringLiteral("its status doesn't say why");
    QTest::newRow("no file") << QByteArray(R"({"status":"completed","result":null})") << 1
                             << QStringLiteral("names no file of its own");
    QTest::newRow("another's file") << QByteArray(R"({"status":"completed","filename":"../../etc/passwd"})") << 1
                                    << QStringLiteral("names no file of its own");
    QTest::newRow("gone") << QByteArray() << 1 << QStringLiteral("What became of the export isn't known; it is job ");
}

/// This test is the worker.
void TestExport::oddEndsAreTold()
{
    QFETCH(const QByteArray, status);
    QFETCH(const int, code);
    QFETCH(const QString, words);
    m_worker.terminate();
    QVERIFY(m_worker.state() == QProcess::NotRunning || m_worker.waitForFinished(60'000));
    for (const QString &via : {QStringLiteral("redis"), QStringLiteral("api")}) {
        QVERIFY(m_servers.flushRedis());
        QProcess process;
        process.setProcessEnvironment(environment(m_settings));
        process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-export"),
                      {QStringLiteral("--period"), QStringLiteral("last-year"), QStringLiteral("--via"), via,
                       QStringLiteral("--out"), m_folder.path()});
        storage::Redis redis(m_settings.redis, std::chrono::seconds(20));
        QByteArray key;
        QTRY_VERIFY(!(key = onlyJob(redis)).isEmpty());
        QVERIFY(
            redis.command(status.isEmpty() ? QByteArrayList{"DEL", key} : QByteArrayList{"SETEX", key, "600", status}));
        QVERIFY(process.waitForFinished(300'000));
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == code && errors.contains(words), qPrintable(errors));
    }
}

/// The web API takes the request, and is gone before it answers.
void TestExport::anAnswerThatIsLostLeavesADoubt()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Settings settings = m_settings;
    settings.apiUrl = QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort());
    QProcess process;
    process.setProcessEnvironment(environment(settings));
    process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-export"),
                  {QStringLiteral("--period"), QStringLiteral("last-year"), QStringLiteral("--via"),
                   QStringLiteral("api"), QStringLiteral("--out"), m_folder.path()});
    // Qt's client asks once more on another connection.
    while (process.state() != QProcess::NotRunning) {
        if (server.waitForNewConnection(100)) {
            const std::unique_ptr<QTcpSocket> client(server.nextPendingConnection());
            client->waitForReadyRead(60'000);
            client->abort();
        }
        process.waitForFinished(10);
    }
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    QCOMPARE(process.exitCode(), 5);
    QVERIFY2(errors.contains(QLatin1String("Whether the export was queued isn't known")), qPrintable(errors));
}

/// This test is the worker, so that it knows what is on the disk.
void TestExport::onlyTheFileThatWasMadeIsSaved()
{
    QFETCH(const QString, via);
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, summed);
    QFETCH(const qint64, room);
    QFETCH(const QString, words);
    m_worker.terminate();
    QVERIFY(m_worker.state() == QProcess::NotRunning || m_worker.waitForFinished(60'000));
    QVERIFY(m_servers.flushRedis());
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(environment(m_settings));
    if (room >= 0)
        process.setChildProcessModifier([room] {
            const rlimit limit{static_cast<rlim_t>(room), static_cast<rlim_t>(room)};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_IGN);
        });
    process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-export"),
                  {QStringLiteral("--start-date"), QStringLiteral("2025-10-01"), QStringLiteral("--end-date"),
                   QStringLiteral("2025-10-31"), QStringLiteral("--via"), via, QStringLiteral("--out"), folder.path()});
    storage::Redis redis(m_settings.redis, std::chrono::seconds(20));
    QByteArray key;
    QTRY_VERIFY(!(key = onlyJob(redis)).isEmpty());
    const QString name = QStringLiteral("report_%1_20251101_000000.pdf").arg(QString::fromLatin1(key.mid(11)));
    QVERIFY(AtomicFile::write(m_settings.exportFolder + u'/' + name, bytes));
    QJsonObject status{{QStringLiteral("status"), QStringLiteral("completed")},
                       {QStringLiteral("kind"), QStringLiteral("pdf")},
                       {QStringLiteral("filename"), name},
                       {QStringLiteral("file_size_bytes"), 14}};
    if (summed)
        status.insert(
            QStringLiteral("sha256"),
            QString::fromLatin1(QCryptographicHash::hash("%PDF-1.7 whole", QCryptographicHash::Sha256).toHex()));
    QVERIFY(redis.command({"SETEX", key, "600", QJsonDocument(status).toJson()}));
    QVERIFY(process.waitForFinished(300'000));
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    const bool saved = room < 0 && bytes.size() == 14 && !words.contains(QLatin1String("differs"));
    QCOMPARE(process.exitCode() == 0, saved);
    QVERIFY2(words.isEmpty() ? errors.isEmpty() : errors.contains(words), qPrintable(errors));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             saved ? QStringList{QStringLiteral("October 2025 seasonal.pdf")} : QStringList());
}

void TestExport::whatTheArchiveLacksIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("counts");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words"); // nothing: none
    const QString ids = m_folder.filePath(QStringLiteral("lacking.txt"));
    QVERIFY(AtomicFile::write(ids, "11111111-1111-4111-8111-111111111111"));
    const QStringList crops{QStringLiteral("--kind"), QStringLiteral("zip"), QStringLiteral("--period"),
                            QStringLiteral("last-year")};
    const QStringList chosen{QStringLiteral("--detection-ids"), ids, QStringLiteral("--no-crops")};
    const QStringList none = crops + QStringList{QStringLiteral("--no-crops")};
    const QByteArray whole = R"({"crops_missing":0,"crops_unreadable":0,"crops_damaged":0,"crops_outside":0})";
    const QByteArray lacking =
        R"({"crops_missing":3,"crops_unreadable":2,"crops_damaged":1,"crops_outside":1,"crops_flagged":1})";
    const QString unknown = QStringLiteral("Whether the archive is complete isn't known");
    QTest::newRow("whole") << crops << whole << 0 << QString();
    QTest::newRow("crops lacking") << crops << lacking << 6
                                   << QStringLiteral("without a crop, or with one of a damaged photo: 7 of 10;");
    QTest::newRow("detections lacking") << chosen << QByteArray(R"({"crops_missing":3})") << 6
                                        << QStringLiteral("Detections that aren't in the archive: 3 of 10;");
    QTest::newRow("crops of a Python worker") << crops << QByteArray("{}") << 0 << unknown;
    QTest::newRow("detections of a Python worker") << chosen << QByteArray("{}") << 0 << unknown;
    QTest::newRow("nothing can lack") << none << QByteArray("{}") << 0 << QString();
}

/// This test is the worker.
void TestExport::whatTheArchiveLacksIsSaid()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, counts);
    QFETCH(const int, code);
    QFETCH(const QString, words);
    m_worker.terminate();
    QVERIFY(m_worker.state() == QProcess::NotRunning || m_worker.waitForFinished(60'000));
    for (const QString &via : {QStringLiteral("redis"), QStringLiteral("api")}) {
        QVERIFY(m_servers.flushRedis());
        const QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("made.zip"));
        QProcess process;
        process.setProcessEnvironment(environment(m_settings));
        process.start(qEnvironmentVariable("HERDBOOK_BIN") + QStringLiteral("/herdbook-export"),
                      arguments + QStringList{QStringLiteral("--via"), via, QStringLiteral("--out"), target});
        storage::Redis redis(m_settings.redis, std::chrono::seconds(20));
        QByteArray key;
        QTRY_VERIFY(!(key = onlyJob(redis)).isEmpty());
        const QString name = QStringLiteral("detections_%1_20251101_000000.zip").arg(QString::fromLatin1(key.mid(11)));
        QVERIFY(AtomicFile::write(m_settings.exportFolder + u'/' + name, "PK"));
        QJsonObject status = QJsonDocument::fromJson(counts).object();
        status.insert(QStringLiteral("status"), QStringLiteral("completed"));
        status.insert(QStringLiteral("filename"), name);
        status.insert(QStringLiteral("file_size_bytes"), 2);
        status.insert(QStringLiteral("total_detections"), 10);
        status.insert(QStringLiteral("processed_count"), 10);
        status.insert(QStringLiteral("sha256"),
                      QString::fromLatin1(QCryptographicHash::hash("PK", QCryptographicHash::Sha256).toHex()));
        QVERIFY(redis.command({"SETEX", key, "600", QJsonDocument(status).toJson()}));
        QVERIFY(process.waitForFinished(300'000));
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == code, qPrintable(errors));
        QVERIFY2(words.isEmpty() ? errors.isEmpty() : errors.contains(words) && errors.count(u'\n') == 1,
                 qPrintable(errors));
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(), target);
        QVERIFY(QFile::exists(target));
    }
}

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
