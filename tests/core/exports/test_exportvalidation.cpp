// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/exportvalidation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace herdbook::exports;

namespace {

const QDate Today(2026, 11, 22);

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson("[" + QByteArray(text) + "]").array().at(0);
}

QStringList messages(const Validation &validation)
{
    QStringList texts;
    for (const Violation &violation : validation.violations)
        texts << violation.message;
    return texts;
}

} // namespace

class TestExportValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstMessage_data();
    void firstMessage();
    void accepts_data();
    void accepts();
    void listsAllInTheOrderOfTheContract();
    void fieldsAreNamed();
    void duplicateIdsCountOnce();
    void bothUuidEncodings();
    void tooManyIds();
    void jsonRoundTrip();
    void comparisonPeriodsKeepTheSameRules();
};

void TestExportValidation::firstMessage_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *kind, const char *body, const char *detail) {
        QTest::newRow(name) << QByteArray(kind) << QByteArray(body) << QString::fromUtf8(detail);
    };
    row("start after end", "pdf", R"({"start_date":"2026-06-02","end_date":"2026-06-01"})",
        "start_date must be before end_date");
    for (const char *zone : {"UTC-06:00", "Mars/Phobos", "CST6CDT", "../etc/passwd", "Etc/GMT+6; DROP", "x"})
        row(zone, "pdf",
            QByteArray(R"({"start_date":"2026-06-01","end_date":"2026-06-02","site_tz":")")
                .append(zone)
                .append(R"("})"),
            "site_tz must be an IANA time zone such as America/Chicago");
    row("start equals end", "pdf", R"({"start_date":"2026-06-01","end_date":"2026-06-01"})",
        "start_date must be before end_date");
    row("366 days", "pdf", R"({"start_date":"2025-06-01","end_date":"2026-06-02"})", "Date range cannot exceed 1 year");
    row("366 days over a leap day", "zip", R"({"start_date":"2024-02-28","end_date":"2025-02-28"})",
        "Date range cannot exceed 1 year");
    row("language", "pdf", R"({"start_date":"2026-06-01","end_date":"2026-06-02","language":"fr"})",
        "language must be one of: en, de, es");
    row("language number", "pdf", R"({"start_date":"2026-06-01","end_date":"2026-06-02","language":7})",
        "language must be one of: en, de, es");
    row("group_by", "pdf", R"({"start_date":"2026-06-01","end_date":"2026-06-02","group_by":"year"})",
        "group_by must be one of: day, week, month");
    row("group_by number", "zip", R"({"start_date":"2026-06-01","end_date":"2026-06-02","group_by":7})",
        "group_by must be one of: day, week, month");
    row("group_by case", "zip", R"({"start_date":"2026-06-01","end_date":"2026-06-02","group_by":"Day"})",
        "group_by must be one of: day, week, month");
    row("start in the future", "pdf", R"({"start_date":"2026-11-23","end_date":"2026-11-30"})",
        "start_date cannot be in the future");
    row("end in the future", "pdf", R"({"start_date":"2026-11-01","end_date":"2026-11-23"})",
        "end_date cannot be in the future");
    row("no date", "pdf", R"({"start_date":"yesterday","end_date":"2026-06-02"})",
        "start_date must be a date in the form YYYY-MM-DD");
    row("ISO week date", "pdf", R"({"start_date":"2026-W05-1","end_date":"2026-06-02"})",
        "start_date must be a date in the form YYYY-MM-DD");
    row("basic form", "pdf", R"({"start_date":"20260601","end_date":"2026-06-02"})",
        "start_date must be a date in the form YYYY-MM-DD");
    row("date and time", "pdf", R"({"start_date":"2026-06-01T00:00:00","end_date":"2026-06-02"})",
        "start_date must be a date in the form YYYY-MM-DD");
    row("31 February", "pdf", R"({"start_date":"2026-02-01","end_date":"2026-02-31"})",
        "end_date must be a date in the form YYYY-MM-DD");
    row("29 February of no leap year", "pdf", R"({"start_date":"2026-02-01","end_date":"2026-02-29"})",
        "end_date must be a date in the form YYYY-MM-DD");
    row("number as date", "pdf", R"({"start_date":20260601,"end_date":"2026-06-02"})",
        "start_date must be a date in the form YYYY-MM-DD");
    row("other digits", "pdf", "{\"start_date\":\"٢٠٢٦-06-01\",\"end_date\":\"2026-06-02\"}",
        "start_date must be a date in the form YYYY-MM-DD");
    row("space", "pdf", R"({"start_date":" 2026-06-01","end_date":"2026-06-02"})",
        "start_date must be a date in the form YYYY-MM-DD");
    row("missing start", "pdf", R"({"end_date":"2026-06-02"})",
        "start_date is required, a date in the form YYYY-MM-DD");
    row("null end", "pdf", R"({"start_date":"2026-06-02","end_date":null})",
        "end_date is required, a date in the form YYYY-MM-DD");
    row("array", "pdf", "[1]", "body must be a JSON object");
    row("text", "zip", "\"x\"", "body must be a JSON object");
    row("null", "zip", "null", "body must be a JSON object");
    row("report type", "pdf", R"({"report_type":"weekly","start_date":"2026-06-01","end_date":"2026-06-02"})",
        "report_type must be one of: seasonal_activity, comparison, custom");
    row("class", "pdf", R"({"classifications":["buck","deer"],"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "classifications must be a list of at least one of: buck, doe, fawn, mature, mid, young, unknown, cattle, pig, "
        "raccoon");
    row("no class", "zip", R"({"classifications":[],"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "classifications must be a list of at least one of: buck, doe, fawn, mature, mid, young, unknown, cattle, pig, "
        "raccoon");
    row("class as text", "zip", R"({"classifications":"buck","start_date":"2026-06-01","end_date":"2026-06-02"})",
        "classifications must be a list of at least one of: buck, doe, fawn, mature, mid, young, unknown, cattle, pig, "
        "raccoon");
    row("crop too small", "zip", R"({"crop_size":127,"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "crop_size must be a whole number from 128 to 1024");
    row("crop too large", "zip", R"({"crop_size":1025,"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "crop_size must be a whole number from 128 to 1024");
    row("crop fraction", "zip", R"({"crop_size":300.5,"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "crop_size must be a whole number from 128 to 1024");
    row("crop text", "zip", R"({"crop_size":"300","start_date":"2026-06-01","end_date":"2026-06-02"})",
        "crop_size must be a whole number from 128 to 1024");
    row("switch as number", "zip", R"({"include_crops":1,"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "include_crops must be true or false");
    row("title too long", "pdf", nullptr, "title must be text of at most 200 characters without control characters");
    row("title with control character", "pdf",
        R"({"title":"a\u0007b","start_date":"2026-06-01","end_date":"2026-06-02"})",
        "title must be text of at most 200 characters without control characters");
    row("title as number", "pdf", R"({"title":5,"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "title must be text of at most 200 characters without control characters");
    row("no ids", "zip", R"({"detection_ids":[]})", "detection_ids must be a list of 1 to 10000 detection ids (UUIDs)");
    row("ids not a list", "zip", R"({"detection_ids":"all"})",
        "detection_ids must be a list of 1 to 10000 detection ids (UUIDs)");
    row("bad id", "zip", R"({"detection_ids":["0f6b1c2e-7d51-4a9a-b0c3-5e21d8f4a917","x"]})",
        "detection_ids must be a list of 1 to 10000 detection ids (UUIDs); entry 2 is none");
    row("neither ids nor dates", "zip", "{}",
        "detection_ids (1 to 10000 detection ids) or start_date and end_date are required");
    row("zip with one date", "zip", R"({"start_date":"2026-06-01"})",
        "end_date is required, a date in the form YYYY-MM-DD");
    row("comparison without periods", "pdf", R"({"report_type":"comparison"})",
        "comparison_periods required for comparison reports (2-5 periods)");
    row("one period", "pdf",
        R"({"report_type":"comparison","comparison_periods":[{"label":"a","start_date":"2026-06-01","end_date":"2026-06-02"}]})",
        "comparison_periods required for comparison reports (2-5 periods)");
    row("custom without sections", "pdf",
        R"({"report_type":"custom","start_date":"2026-06-01","end_date":"2026-06-02"})",
        "sections is required for custom reports, a list of at least one of: key_figures, timeline, hours, locations, "
        "individuals, tables, findings, data_quality, moon_phase");
    row("unknown section", "pdf",
        R"({"report_type":"custom","sections":["poem"],"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "sections must be a list of at least one of: key_figures, timeline, hours, locations, individuals, tables, "
        "findings, data_quality, moon_phase");
    row("sections that the switches leave out", "pdf",
        R"({"report_type":"custom","sections":["hours","tables"],"include_charts":false,"include_tables":false,"start_date":"2026-06-01","end_date":"2026-06-02"})",
        "sections: include_charts, include_tables and include_insights leave all of them out");
}

void TestExportValidation::firstMessage()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    QJsonValue value = json(body.constData());
    if (body.isEmpty())
        value = QJsonObject{{QStringLiteral("title"), QString(201, u'x')},
                            {QStringLiteral("start_date"), QStringLiteral("2026-06-01")},
                            {QStringLiteral("end_date"), QStringLiteral("2026-06-02")}};
    const Validation validation = validate(kind == "pdf" ? ExportKind::Pdf : ExportKind::Zip, value, Today);
    QVERIFY(!validation.request);
    QVERIFY(!validation.violations.isEmpty());
    QCOMPARE(validation.violations.first().message, detail);
}

void TestExportValidation::accepts_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("365 days") << QByteArray("pdf")
                              << QByteArray(R"({"start_date":"2025-06-01","end_date":"2026-06-01"})");
    QTest::newRow("365 days over a leap day")
        << QByteArray("pdf") << QByteArray(R"({"start_date":"2024-02-28","end_date":"2025-02-27"})");
    QTest::newRow("up to today") << QByteArray("zip")
                                 << QByteArray(R"({"start_date":"2026-11-01","end_date":"2026-11-22"})");
    QTest::newRow("two days") << QByteArray("pdf")
                              << QByteArray(R"({"start_date":"2026-11-21","end_date":"2026-11-22"})");
    for (const char *zone : {"America/Chicago", "Etc/GMT+6", "UTC", "Asia/Kathmandu"})
        QTest::newRow(zone) << QByteArray("zip")
                            << QByteArray(R"({"start_date":"2026-11-01","end_date":"2026-11-22","site_tz":")")
                                   .append(zone)
                                   .append(R"("})");
    QTest::newRow("unknown fields") << QByteArray("pdf")
                                    << QByteArray(
                                           R"({"start_date":"2026-11-01","end_date":"2026-11-22","color":"red"})");
    QTest::newRow("nulls are defaults")
        << QByteArray("pdf")
        << QByteArray(
               R"({"start_date":"2026-11-01","end_date":"2026-11-22","group_by":null,"title":null,"classifications":null})");
    QTest::newRow("cattle")
        << QByteArray("zip")
        << QByteArray(R"({"start_date":"2026-11-01","end_date":"2026-11-22","classifications":["cattle"]})");
    QTest::newRow("whole number written with a point")
        << QByteArray("zip") << QByteArray(R"({"start_date":"2026-11-01","end_date":"2026-11-22","crop_size":128.0})");
    QTest::newRow("ids in capitals") << QByteArray("zip")
                                     << QByteArray(R"({"detection_ids":["0F6B1C2E-7D51-4A9A-B0C3-5E21D8F4A917"]})");
}

void TestExportValidation::accepts()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, body);
    const Validation validation =
        validate(kind == "pdf" ? ExportKind::Pdf : ExportKind::Zip, json(body.constData()), Today);
    QVERIFY2(validation.isValid(), qPrintable(messages(validation).join(u';')));
    QVERIFY(validation.request);
}

void TestExportValidation::listsAllInTheOrderOfTheContract()
{
    const Validation validation = validate(
        ExportKind::Pdf,
        json(
            R"({"report_type":"comparison","title":4,"group_by":"hour","start_date":"2027-01-02","end_date":"2027-01-01","include_charts":"no"})"),
        Today);
    const QStringList expected{
        QStringLiteral("start_date must be before end_date"),
        QStringLiteral("group_by must be one of: day, week, month"),
        QStringLiteral("start_date cannot be in the future"),
        QStringLiteral("end_date cannot be in the future"),
        QStringLiteral("title must be text of at most 200 characters without control characters"),
        QStringLiteral("include_charts must be true or false"),
        QStringLiteral("comparison_periods required for comparison reports (2-5 periods)")};
    QCOMPARE(messages(validation), expected);
}

void TestExportValidation::fieldsAreNamed()
{
    const Validation validation = validateAny(json(R"({"start_date":"x","end_date":"2026-06-01"})"), Today);
    QCOMPARE(validation.violations.size(), 2);
    QCOMPARE(validation.violations.at(0).field, QStringLiteral("start_date"));
    QCOMPARE(validation.violations.at(0).rule, QStringLiteral("date_format"));
    QCOMPARE(validation.violations.at(1).field, QStringLiteral("report_type"));
    QCOMPARE(validation.violations.at(1).message, QStringLiteral("report_type must be one of: pdf, zip"));
    QVERIFY(validateAny(json(R"({"report_type":"zip","start_date":"2026-05-01","end_date":"2026-06-01"})"), Today)
                .isValid());
    QVERIFY(validateAny(json(R"({"report_type":"pdf","start_date":"2026-05-01","end_date":"2026-06-01"})"), Today)
                .isValid());
}

void TestExportValidation::duplicateIdsCountOnce()
{
    const Validation validation = validate(
        ExportKind::Zip,
        json(
            R"({"detection_ids":["0f6b1c2e-7d51-4a9a-b0c3-5e21d8f4a917","0F6B1C2E-7D51-4A9A-B0C3-5E21D8F4A917","1f6b1c2e-7d51-4a9a-b0c3-5e21d8f4a917"]})"),
        Today);
    QVERIFY(validation.request);
    QCOMPARE(validation.request->detectionIds.size(), 2);
}

void TestExportValidation::bothUuidEncodings()
{
    const Validation validation = validate(
        ExportKind::Zip,
        json(R"({"detection_ids":[{"__type__":"uuid","__value__":{"hex":"0f6b1c2e7d514a9ab0c35e21d8f4a917"}}]})"),
        Today);
    QVERIFY(validation.request);
    QCOMPARE(validation.request->detectionIds, QStringList{QStringLiteral("0f6b1c2e-7d51-4a9a-b0c3-5e21d8f4a917")});
    QVERIFY(
        !validate(
             ExportKind::Zip,
             json(R"({"detection_ids":[{"__type__":"set","__value__":{"hex":"0f6b1c2e7d514a9ab0c35e21d8f4a917"}}]})"),
             Today)
             .isValid());
}

void TestExportValidation::tooManyIds()
{
    QJsonArray ids;
    for (int at = 0; at < MaximumDetections; ++at)
        ids.append(QStringLiteral("00000000-0000-4000-8000-%1").arg(at, 12, 16, QLatin1Char('0')));
    QVERIFY(validate(ExportKind::Zip, QJsonObject{{QStringLiteral("detection_ids"), ids}}, Today).isValid());
    ids.append(ids.first());
    QVERIFY(!validate(ExportKind::Zip, QJsonObject{{QStringLiteral("detection_ids"), ids}}, Today).isValid());
}

void TestExportValidation::jsonRoundTrip()
{
    const char *bodies[] = {
        R"({"report_type":"comparison","title":"Rut <b>2025</b>","page_size":"Letter","language":"de","comparison_periods":[{"label":"a","start_date":"2026-06-01","end_date":"2026-06-02"},{"label":"b","start_date":"2025-06-01","end_date":"2025-06-02"}]})",
        R"({"report_type":"custom","sections":["hours","findings"],"start_date":"2026-06-01","end_date":"2026-06-02","allow_empty":true,"include_charts":false,"group_by":"day"})"};
    for (const char *body : bodies) {
        const Validation first = validate(ExportKind::Pdf, json(body), Today);
        QVERIFY(first.request);
        const Validation second = validate(ExportKind::Pdf, toJson(*first.request), Today);
        QVERIFY(second.request);
        QVERIFY(*second.request == *first.request);
        QCOMPARE(toJson(*first.request).value(QLatin1String("language")), json(body)[QLatin1String("language")]);
    }
    const Validation zip = validate(
        ExportKind::Zip,
        json(
            R"({"detection_ids":["0f6b1c2e-7d51-4a9a-b0c3-5e21d8f4a917"],"crop_size":640,"include_crops":false,"classifications":["doe"]})"),
        Today);
    QVERIFY(*validate(ExportKind::Zip, toJson(*zip.request), Today).request == *zip.request);
}

void TestExportValidation::comparisonPeriodsKeepTheSameRules()
{
    const Validation validation = validate(
        ExportKind::Pdf,
        json(
            R"({"report_type":"comparison","comparison_periods":[{"label":"a","start_date":"2026-06-02","end_date":"2026-06-01"},{"label":"","start_date":"2026-06-01","end_date":"2027-06-01"}]})"),
        Today);
    QCOMPARE(validation.violations.size(), 3);
    QCOMPARE(validation.violations.at(0).field, QStringLiteral("comparison_periods[0].start_date"));
    QCOMPARE(validation.violations.at(0).message,
             QStringLiteral("comparison_periods[0]: start_date must be before end_date"));
    QCOMPARE(validation.violations.at(1).message,
             QStringLiteral("comparison_periods[1]: end_date cannot be in the future"));
    QCOMPARE(validation.violations.at(2).field, QStringLiteral("comparison_periods[1].label"));
}

QTEST_GUILESS_MAIN(TestExportValidation)
#include "test_exportvalidation.moc"
