// SPDX-License-Identifier: GPL-3.0-or-later
// What reports take beside the contract's fields: locations, letterhead, and the name of the file they become.
#include "core/exports/exportvalidation.h"
#include "core/exports/logocheck.h"
#include "core/exports/shownname.h"

#include <QJsonArray>
#include <QTest>
#include <QtEndian>
#include <boost/crc.hpp>

using namespace herdbook::exports;

class TestReportFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locationsAreUuids_data();
    void locationsAreUuids();
    void letterheadGoesThereAndBack();
    void logos_data();
    void logos();
    void names_data();
    void names();
    void namesAreFileNames_data();
    void namesAreFileNames();
    void dispositionHasBothForms();
    void groupingGoesByLength_data();
    void groupingGoesByLength();
    void paperGoesBySite_data();
    void paperGoesBySite();

private:
    static QJsonObject autumn()
    {
        return {{QLatin1String("start_date"), QStringLiteral("2026-10-01")},
                {QLatin1String("end_date"), QStringLiteral("2026-11-28")}};
    }
    const QDate m_today{2026, 11, 28};
};

namespace {

QByteArray png(quint32 width = 10, quint32 height = 10)
{
    const auto bytes = [](quint32 number) {
        number = qToBigEndian(number);
        return QByteArray(reinterpret_cast<const char *>(&number), 4);
    };
    const auto part = [&](const QByteArray &type, const QByteArray &content) -> QByteArray {
        const QByteArray summed = type + content;
        boost::crc_32_type sum;
        sum.process_bytes(summed.constData(), static_cast<std::size_t>(summed.size()));
        return bytes(static_cast<quint32>(content.size())) + summed + bytes(sum.checksum());
    };
    return QByteArray("\x89PNG\r\n\x1a\n") +
           part("IHDR", bytes(width) + bytes(height) + QByteArray("\x08\x06\0\0\0", 5)) +
           part("IDAT", QByteArray(20, 'x')) + part("IEND", {});
}

} // namespace

void TestReportFields::locationsAreUuids_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("ids");
    const QString one = QStringLiteral("0b5f3f0e-6b1e-4c7e-9f7a-000000000001");
    QTest::newRow("one") << QJsonValue(QJsonArray{one.toUpper()}) << QStringList{one};
    QTest::newRow("twice") << QJsonValue(QJsonArray{one, one}) << QStringList{one};
    QTest::newRow("null") << QJsonValue() << QStringList();
    QTest::newRow("empty") << QJsonValue(QJsonArray()) << QStringList{QStringLiteral("wrong")};
    QTest::newRow("name") << QJsonValue(QJsonArray{QStringLiteral("Creek")}) << QStringList{QStringLiteral("wrong")};
    QTest::newRow("text") << QJsonValue(one) << QStringList{QStringLiteral("wrong")};
    QTest::newRow("hostile") << QJsonValue(QJsonArray{QStringLiteral("'); DROP TABLE images; --")})
                             << QStringList{QStringLiteral("wrong")};
}

void TestReportFields::locationsAreUuids()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const QStringList, ids);
    for (const ExportKind kind : {ExportKind::Pdf, ExportKind::Zip}) {
        QJsonObject body = autumn();
        body.insert(QLatin1String("location_ids"), value);
        const Validation validation = validate(kind, body, m_today);
        if (ids == QStringList{QStringLiteral("wrong")}) {
            QVERIFY(!validation.request);
            QCOMPARE(validation.violations[0].field, QStringLiteral("location_ids"));
            continue;
        }
        QVERIFY(validation.request);
        QCOMPARE(validation.request->locationIds, ids);
        QCOMPARE(validate(kind, toJson(*validation.request), m_today).request, validation.request);
    }
}

void TestReportFields::letterheadGoesThereAndBack()
{
    QJsonObject body = autumn();
    body.insert(QLatin1String("client"), QStringLiteral("Miller Ranch"));
    body.insert(QLatin1String("footer"), QStringLiteral("Confidential"));
    body.insert(QLatin1String("logo"), QString::fromLatin1(png().toBase64()));
    const Validation validation = validate(ExportKind::Pdf, body, m_today);
    QVERIFY(validation.request);
    QCOMPARE(validation.request->letterhead.client, QStringLiteral("Miller Ranch"));
    QCOMPARE(validation.request->letterhead.logo, png());
    QCOMPARE(validate(ExportKind::Pdf, toJson(*validation.request), m_today).request, validation.request);
    const QJsonObject remembered = toRememberedJson(*validation.request);
    QVERIFY(!remembered.contains(QLatin1String("logo"))); // every poll would read it
    QCOMPARE(notKept(remembered), QStringList{QStringLiteral("logo")});
    QVERIFY(notKept(toJson(*validation.request)).isEmpty());
    body.insert(QLatin1String("footer"), QStringLiteral("two\nlines"));
    QVERIFY(!validate(ExportKind::Pdf, body, m_today).request);
}

void TestReportFields::logos_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("fine");
    const auto svg = [](const char *inside) -> QByteArray {
        return QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                          "width=\"10\" height=\"10\">") +
               inside + "</svg>";
    };
    QTest::newRow("png") << png() << true;
    QTest::newRow("png of 100,000 pixels") << png(100000, 10) << false;
    QTest::newRow("png without size") << png(0, 10) << false;
    QTest::newRow("png cut") << png().left(20) << false;
    QTest::newRow("png with a header alone") << png().left(33) << false;
    QTest::newRow("png without its end") << png().chopped(12) << false;
    QTest::newRow("png damaged") << png().replace("xxx", "xyx") << false;
    QTest::newRow("svg of nothing") << QByteArray("<svg/>") << false;
    QTest::newRow("svg of definitions alone") << svg("<defs><linearGradient id=\"g\"/></defs>") << false;
    QTest::newRow("svg") << svg("<rect width=\"5\" height=\"5\" fill=\"#0a0\"/>") << true;
    QTest::newRow("svg with a gradient of its own")
        << svg("<defs><linearGradient id=\"g\"/></defs><rect fill=\"url(#g)\" width=\"5\" height=\"5\"/>") << true;
    QTest::newRow("svg image") << svg("<image xlink:href=\"file:///etc/passwd\"/>") << false;
    QTest::newRow("svg use of a file") << svg("<use xlink:href=\"other.svg#a\"/>") << false;
    QTest::newRow("svg fill from outside") << svg("<rect fill=\"url(http://127.0.0.1/x)\"/>") << false;
    QTest::newRow("svg style import") << svg("<style>@import 'x.css';</style>") << false;
    QTest::newRow("svg style url") << svg("<style>rect { fill: URL( 'http://x/' ) }</style>") << false;
    QTest::newRow("svg script") << svg("<script>1</script>") << false;
    QTest::newRow("svg handler") << svg("<rect onload=\"x()\"/>") << false;
    QTest::newRow("svg foreign object") << svg("<foreignObject/>") << false;
    QTest::newRow("svg link") << svg("<a xlink:href=\"#x\"/>") << false;
    QTest::newRow("svg entities") << QByteArray("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>") +
                                         svg("<text>&a;</text>")
                                  << false;
    QTest::newRow("svg stylesheet") << QByteArray("<?xml-stylesheet href=\"x.css\"?>") + svg("") << false;
    QTest::newRow("svg cut") << svg("<rect").left(120) << false;
    QTest::newRow("html") << QByteArray("<html/>") << false;
    QTest::newRow("text") << QByteArray("hello") << false;
    QTest::newRow("large") << QByteArray(300 * 1024, ' ') << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestReportFields::logos()
{
    QFETCH(const QByteArray, data);
    QFETCH(const bool, fine);
    QVERIFY2(logoFault(data).isEmpty() == fine, qPrintable(logoFault(data)));
}

void TestReportFields::names_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::addColumn<QString>("name");
    const QDate october(2026, 10, 1);
    QTest::newRow("titled with its year")
        << QStringLiteral("Rut 2026") << october << QDate(2026, 11, 28) << QStringLiteral("Rut 2026 seasonal.pdf");
    QTest::newRow("titled without") << QStringLiteral("Miller Ranch") << october << QDate(2026, 10, 31)
                                    << QStringLiteral("Miller Ranch October 2026 seasonal.pdf");
    QTest::newRow("month") << QString() << october << QDate(2026, 10, 31)
                           << QStringLiteral("October 2026 seasonal.pdf");
    QTest::newRow("year") << QString() << QDate(2025, 1, 1) << QDate(2025, 12, 31)
                          << QStringLiteral("2025 seasonal.pdf");
    QTest::newRow("days") << QString() << october << QDate(2026, 11, 28)
                          << QStringLiteral("2026-10-01 to 2026-11-28 seasonal.pdf");
}

void TestReportFields::names()
{
    QFETCH(const QString, title);
    QFETCH(const QDate, start);
    QFETCH(const QDate, end);
    QFETCH(const QString, name);
    ExportRequest request;
    request.title = title;
    request.start = start;
    request.end = end;
    QCOMPARE(shownFileName(request), name);
    request.kind = ExportKind::Zip;
    QCOMPARE(shownFileName(request),
             QString(name).replace(QLatin1String("seasonal.pdf"), QLatin1String("detections.zip")));
    // By ids, few or more than are remembered, the dates say nothing.
    for (const qsizetype count : {1, 200}) {
        request.detectionIds.clear();
        for (qsizetype i = 0; i < count; ++i)
            request.detectionIds << QStringLiteral("0b5f3f0e-6b1e-4c7e-9f7a-%1").arg(i, 12, 10, QLatin1Char('0'));
        JobStatus status;
        status.kind = ExportKind::Zip;
        status.request = toRememberedJson(request);
        const QString chosen = count == 1 ? QStringLiteral("Herdbook") : QStringLiteral("Chosen");
        QCOMPARE(shownFileName(status), QStringLiteral("%1 detections.zip").arg(title.isEmpty() ? chosen : title));
    }
}

void TestReportFields::namesAreFileNames_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("path") << QStringLiteral("../../etc/passwd");
    QTest::newRow("windows") << QStringLiteral("C:\\a|b?*<>\"");
    QTest::newRow("hidden") << QStringLiteral(".bashrc");
    QTest::newRow("option") << QStringLiteral("--help");
    QTest::newRow("turned round") << QStringLiteral("a\u202Efdp.exe");
    QTest::newRow("long") << QString(200, u'\u00e4');
    QTest::newRow("emoji") << QString(100, u'x') + QStringLiteral("\U0001F98C\U0001F98C");
    QTest::newRow("dots") << QStringLiteral("...");
    QTest::newRow("lone surrogate") << QString(QChar(0xd83e)) + QStringLiteral(" deer");
}

void TestReportFields::namesAreFileNames()
{
    QFETCH(const QString, title);
    ExportRequest request;
    request.title = title;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 10, 31);
    const QString name = shownFileName(request);
    QVERIFY2(name.endsWith(QLatin1String(" seasonal.pdf")), qPrintable(name));
    for (const QChar character : name) {
        QVERIFY2(!QStringLiteral("/\\:*?\"<>|").contains(character), qPrintable(name));
        QVERIFY(character.unicode() >= 32 && character.unicode() != 0x202e);
    }
    QVERIFY(!name.startsWith(u'.') && !name.startsWith(u'-'));
    QVERIFY(name.toUtf8().size() <= 255);
    QCOMPARE(QString::fromUtf8(name.toUtf8()), name);
}

void TestReportFields::dispositionHasBothForms()
{
    QCOMPARE(contentDisposition(QStringLiteral("Rut 2026 seasonal.pdf")),
             QByteArray("attachment; filename=\"Rut 2026 seasonal.pdf\"; filename*=UTF-8''Rut%202026%20seasonal.pdf"));
    const QByteArray odd = contentDisposition(QStringLiteral("Sch\u00f6nbuch\"\r\nX: y.pdf"));
    QVERIFY(!odd.contains('\r') && !odd.contains('\n'));
    QVERIFY(odd.contains("filename*=UTF-8''Sch%C3%B6nbuch"));
}

void TestReportFields::groupingGoesByLength_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("unit");
    QTest::newRow("two days") << 2 << QStringLiteral("day");
    QTest::newRow("a month") << 31 << QStringLiteral("day");
    QTest::newRow("58 days") << 58 << QStringLiteral("week");
    QTest::newRow("rut") << 123 << QStringLiteral("week");
    QTest::newRow("a year") << 365 << QStringLiteral("month");
}

void TestReportFields::groupingGoesByLength()
{
    QFETCH(const int, days);
    QFETCH(const QString, unit);
    QCOMPARE(wireName(groupingFor(days)), unit);
}

void TestReportFields::paperGoesBySite_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("paper");
    QTest::newRow("Chicago") << QByteArray("America/Chicago") << QStringLiteral("de_DE") << QStringLiteral("Letter");
    QTest::newRow("Toronto") << QByteArray("America/Toronto") << QStringLiteral("C") << QStringLiteral("Letter");
    QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << QStringLiteral("en_US") << QStringLiteral("A4");
    QTest::newRow("UTC in the States") << QByteArray("UTC") << QStringLiteral("en_US") << QStringLiteral("Letter");
    QTest::newRow("UTC elsewhere") << QByteArray("UTC") << QStringLiteral("en_GB") << QStringLiteral("A4");
    QTest::newRow("by hours") << QByteArray("Etc/GMT+6") << QStringLiteral("en_US") << QStringLiteral("Letter");
}

void TestReportFields::paperGoesBySite()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, locale);
    QFETCH(const QString, paper);
    QCOMPARE(wireName(customaryPageSize(QTimeZone(zone), QLocale(locale))), paper);
}

QTEST_GUILESS_MAIN(TestReportFields)
#include "test_reportfields.moc"
