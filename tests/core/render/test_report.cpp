// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/render/exportmaker.h"
#include "core/render/preview.h"
#include "core/render/report/forest.h"
#include "core/render/report/gather.h"
#include "core/render/report/knowndeer.h"
#include "core/render/report/section.h"
#include "core/render/report/sketchmap.h"
#include "core/render/report/words.h"
#include "core/render/report/workcalendar.h"
#include "tests/core/render/photos.h"
#include "tests/core/season/farm.h"
#include "tests/support/servers.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::render;
using exports::ExportRequest;
using exports::GroupBy;
using exports::ReportType;

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seasonalSaysWhatTheDatabaseHolds();
    void everyKindIsMade_data();
    void everyKindIsMade();
    void hostileTextIsText();
    void partsCanBeLeftOut();
    void customIsAListOfSections();
    void comparisonPutsPeriodsSideBySide();
    void sharedDaysOfAComparisonCountOnce();
    void likeWithLikeSaysWhatTurnsTheSign();
    void theAxisOfRatiosStaysInItsColumn();
    void agesAndSexesAreToldOnlyOfAllBucks();
    void noneInOneOfTwoIsADifference();
    void shortComparisonsClaimNothing();
    void periodsAreToldInTheirOrder();
    void effortStandsBesideWhatWasCounted();
    void theRateOfHalfADayIsMarked();
    void figuresNearNothingAreNotNothing();
    void theFirstPageSaysWhatIsToBeKnown();
    void aWeekOfUnreadPhotosIsSaidToBeUnread();
    void misdatedDeerAreNotNone();
    void whoIsSeenInAnotherPeriodIsNeitherGoneNorNew();
    void unreadCamerasAreDrawn();
    void periodsHaveNamesOfTheirOwn();
    void chosenLocationsOnly();
    void letterheadIsOnTheFirstPage();
    void crowdsFitOnPages();
    void deerLeftOutAreInAZipThatCanBeMade_data();
    void deerLeftOutAreInAZipThatCanBeMade();
    void noDataIsAnErrorUnlessAskedFor();
    void fewDetectionsClaimNothing();
    void cancelLeavesNothing();
    void unwritableFolderIsAnErrorInWords();
    void severalAtOnceInOtherThreads();
    void previewIsTheFirstPage();
    void estimateCounts();
    void estimateAndPageAreOfTheRequestsZone();
    void noPageIsHalfEmpty();
    void nothingIsCut();
    void portraitsNeedAUsableBox();

private:
    ExportRequest seasonal(GroupBy groupBy = GroupBy::Week) const;
    ExportRequest comparison() const;
    ExportRequest ruts(int year) const;
    Result<MadeExport> make(const ExportRequest &request, const QString &name) const;
    QString textOf(const QString &path) const;
    QString toolOutput(const QString &program, const QStringList &arguments) const;
    qint64 scalar(const QString &sql) const { return m_servers.sql(sql).valueOr(QStringLiteral("-1")).toLongLong(); }

    test::Servers m_servers;
    test::Farm m_farm;
    const Clock m_clock = [] { return QDateTime(QDate(2026, 11, 22), QTime(20, 30), Qt::UTC); };
    const QString m_output =
        QDir(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath())).filePath(QStringLiteral("reports"));
};

void TestReport::initTestCase()
{
    QVERIFY(QDir().mkpath(m_output));
    const Result<void> started = m_servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY2(connection, qPrintable(test::reason(connection)));
    test::Farm &farm = m_farm;
    farm.season(QDate(2024, 9, 1), QDate(2025, 12, 31), 9);
    // A few detections under names that are hard to set.
    const QString far = farm.location(QStringLiteral(
        "The far corner of the old Schönbuch-Waldweide beyond the second cattle guard, by the burnt oak tree"));
    const QString named = farm.deer(QStringLiteral("<b>Grandfather</b> of the Northern Ridge & Sons, Limited Edition"),
                                    QStringLiteral("buck"));
    test::Spotted animal;
    animal.classification = QStringLiteral("mature");
    animal.deer = named;
    for (int i = 0; i < 4; ++i)
        farm.spot(QDateTime(QDate(2023, 5, 1 + i), QTime(12, 0), Qt::UTC), far, animal);
    farm.crowd(2020, 7, 12);
    const Result<void> stored = farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    QVERIFY((*connection)->runScript(QStringLiteral("ANALYZE")));
    // All photos but every fifth are there.
    const QString folder = m_servers.settings().imageFolder;
    QVERIFY(test::writeFile(folder + QStringLiteral("/scene"), test::jpegOf(test::scenery({640, 480}))));
    const qint64 photos = scalar(QStringLiteral("SELECT count(*) FROM images"));
    for (qint64 i = 1; i <= photos; ++i) {
        if (i % 5 != 0)
            QFile::link(folder + QStringLiteral("/scene"), QStringLiteral("%1/%2.jpg").arg(folder).arg(i));
    }
}

ExportRequest TestReport::seasonal(GroupBy groupBy) const
{
    ExportRequest request;
    request.start = QDate(2025, 1, 1);
    request.end = QDate(2025, 12, 31);
    request.groupBy = groupBy;
    return request;
}

ExportRequest TestReport::comparison() const
{
    ExportRequest request;
    request.reportType = ReportType::Comparison;
    request.comparisonPeriods = {{QStringLiteral("Autumn 2024"), QDate(2024, 9, 1), QDate(2024, 11, 30)},
                                 {QStringLiteral("Summer 2025"), QDate(2025, 6, 1), QDate(2025, 8, 31)},
                                 {QStringLiteral("Rut 2025"), QDate(2025, 11, 1), QDate(2025, 11, 30)}};
    return request;
}

ExportRequest TestReport::ruts(int year) const
{
    ExportRequest request;
    request.reportType = ReportType::Comparison;
    for (const int at : {year, year + 1})
        request.comparisonPeriods << exports::Period{QStringLiteral("Rut %1").arg(at), QDate(at, 10, 1),
                                                     QDate(at, 11, 28)};
    return request;
}

Result<MadeExport> TestReport::make(const ExportRequest &request, const QString &name) const
{
    return ExportMaker(m_servers.settings(), m_clock).make(request, m_output + u'/' + name + QStringLiteral(".pdf"));
}

QString TestReport::textOf(const QString &path) const
{
    return toolOutput(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}).simplified();
}

QString TestReport::toolOutput(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

void TestReport::seasonalSaysWhatTheDatabaseHolds()
{
    const Result<MadeExport> made = make(seasonal(), QStringLiteral("seasonal-week-a4"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(made.value().bytes < 5 * 1024 * 1024);
    const QString counted =
        QStringLiteral(" FROM detections d JOIN images i ON i.id = image_id WHERE is_valid AND NOT is_duplicate AND "
                       "(\"timestamp\" AT TIME ZONE 'America/Chicago')::date BETWEEN '2025-01-01' AND '2025-12-31'");
    const QLocale english(QLocale::English);
    const qint64 total = scalar(QStringLiteral("SELECT count(*)") + counted);
    QCOMPARE(made.value().totalDetections, static_cast<int>(total));
    QCOMPARE(made.value().processed, static_cast<int>(total));
    const QString text = textOf(made.value().path);
    QVERIFY(text.contains(QLatin1String("Seasonal activity")));
    QVERIFY(text.contains(QLatin1String("1 January to 31 December 2025")));
    QVERIFY(text.contains(english.toString(total)));
    for (const char *animal : {"doe", "fawn"}) {
        const qint64 count = scalar(QStringLiteral("SELECT count(*)") + counted +
                                    QStringLiteral(" AND coalesce(corrected_classification, classification) = '%1'")
                                        .arg(QLatin1String(animal)));
        QVERIFY2(text.contains(english.toString(count)), animal);
    }
    QVERIFY(text.contains(QLatin1String("North ridge was the busiest location: ")));
    QVERIFY(text.contains(QLatin1String("7 cameras worked ")));
    QVERIFY(text.contains(QLatin1String("Per 100 camera-days")));
    QVERIFY(text.contains(QLatin1String("Week of 29 December 2025 *")));
    QVERIFY(text.contains(QLatin1String("Hazel")));
    QVERIFY(text.contains(QLatin1String("Data quality")));
    QVERIFY(text.contains(QLatin1String("Page 1 of ")));
    QVERIFY(text.contains(QLatin1String("made 22 November 2026, 14:30 (America/Chicago)")));
    QVERIFY(text.count(QLatin1String("Bucks Does Fawns Unknown")) >= 3); // the table's header on each of its pages
    // Every fifth photo is missing, but each of the most-seen deer has one that is there.
    const QString images = toolOutput(QStringLiteral("pdfimages"), {QStringLiteral("-list"), made.value().path});
    QCOMPARE(images.count(QLatin1String(" image ")), 8);
    // Everything else is vectors: no chart is a picture.
    QVERIFY(!images.contains(QLatin1String(" smask ")));
}

void TestReport::everyKindIsMade_data()
{
    QTest::addColumn<ExportRequest>("request");
    QTest::addColumn<QString>("words");
    ExportRequest request = seasonal(GroupBy::Month);
    request.pageSize = exports::PageSize::Letter;
    QTest::newRow("seasonal-month-letter") << request << QStringLiteral("Detections by month");
    request = seasonal(GroupBy::Day);
    request.classifications = {QStringLiteral("doe"), QStringLiteral("fawn")};
    QTest::newRow("seasonal-day") << request << QStringLiteral("Classes: doe, fawn");
    request = seasonal(GroupBy::Day);
    request.end = QDate(2025, 1, 9);
    QTest::newRow("seasonal-nine-days") << request << QStringLiteral("1 to 9 January 2025");
    request = comparison();
    QTest::newRow("comparison-a4") << request << QStringLiteral("Periods side by side");
    request.pageSize = exports::PageSize::Letter;
    request.title = QStringLiteral("Two autumns");
    request.comparisonPeriods = request.comparisonPeriods.mid(0, 2);
    QTest::newRow("comparison-letter") << request << QStringLiteral("Two autumns");
    request = comparison();
    request.comparisonPeriods
        << exports::Period{QStringLiteral(
                               "A label as long as a label may be, which is eighty characters, and that is a lot"),
                           QDate(2025, 9, 1), QDate(2025, 9, 30)}
        << exports::Period{QStringLiteral("Before the cameras"), QDate(2022, 9, 1), QDate(2022, 9, 30)};
    QTest::newRow("comparison-five") << request << QStringLiteral("Before the cameras");
    request = seasonal();
    request.title = QString(200, u'W');
    QTest::newRow("title-long") << request << QStringLiteral("WWWW");
    request.title = QStringLiteral("Олени северного хребта – Ελάφια της κορυφογραμμής");
    QTest::newRow("title-cyrillic-greek") << request << request.title;
    request.title = QStringLiteral("الغزلان في الحافة الشمالية – उत्तरी पर्वत का हिरण");
    QTest::newRow("title-arabic-devanagari") << request << QStringLiteral("Seasonal activity");
    // No font that Herdbook depends on has most of these, and none at all the last one.
    request.title =
        QStringLiteral("\u5317\u5c71\u306e\u9e7f 2025 \U0001F98C \U0001F468\u200D\U0001F33E e\u0301 \uFFFE \U0010FFFD");
    QTest::newRow("title-without-font") << request << QStringLiteral("Boxes stand for characters that no font");
}

void TestReport::everyKindIsMade()
{
    QFETCH(const ExportRequest, request);
    QFETCH(const QString, words);
    const Result<MadeExport> made = make(request, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(made.value().bytes < 5 * 1024 * 1024);
    const QString text = textOf(made.value().path);
    QVERIFY2(text.contains(words), qPrintable(text.left(400)));
    QCOMPARE(text.contains(QLatin1String("Boxes stand for")), words.startsWith(QLatin1String("Boxes")));
    QVERIFY(!text.contains(QLatin1String("nan")));
    QVERIFY(!text.contains(QLatin1String(" inf ")));
}

void TestReport::hostileTextIsText()
{
    ExportRequest request;
    request.start = QDate(2023, 5, 1);
    request.end = QDate(2023, 5, 31);
    request.title = QStringLiteral("<b>x</b> <img src=/etc/passwd> <img src=http://127.0.0.1:9/> & =1+1");
    const Result<MadeExport> made = make(request, QStringLiteral("hostile"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY2(text.contains(request.title), qPrintable(text.left(300)));
    QVERIFY(text.contains(QLatin1String("<b>Grandfather</b>")));
    QVERIFY(!text.contains(QLatin1String("root:")));
}

void TestReport::partsCanBeLeftOut()
{
    ExportRequest request = seasonal();
    request.includeCharts = request.includeTables = request.includeInsights = false;
    const Result<MadeExport> made = make(request, QStringLiteral("seasonal-bare"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY(!text.contains(QLatin1String("Timeline")));
    QVERIFY(!text.contains(QLatin1String("By location")));
    QVERIFY(!text.contains(QLatin1String("Findings")));
    QVERIFY(text.contains(QLatin1String("Key figures")));
}

void TestReport::customIsAListOfSections()
{
    ExportRequest request = seasonal(GroupBy::Month);
    request.reportType = ReportType::Custom;
    request.sections = {QStringLiteral("individuals"), QStringLiteral("timeline")};
    const Result<MadeExport> made = make(request, QStringLiteral("custom"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY(text.indexOf(QLatin1String("Most-seen deer")) < text.indexOf(QLatin1String("Timeline")));
    QVERIFY(!text.contains(QLatin1String("Key figures")));
    QVERIFY(!text.contains(QLatin1String("Moon phase")));
    request.sections = {QStringLiteral("moon_phase")};
    const Result<MadeExport> moon = make(request, QStringLiteral("custom-moon"));
    QVERIFY2(moon, qPrintable(test::reason(moon)));
    QVERIFY(textOf(moon.value().path).contains(QLatin1String("Detections per 100 camera-days by phase of the moon")));
    request.sections = {QStringLiteral("individuals")};
    request.classifications = {QStringLiteral("unknown")}; // of which nobody is known
    const Result<MadeExport> nobody = make(request, QStringLiteral("custom-nobody"));
    QVERIFY2(nobody, qPrintable(test::reason(nobody)));
    QVERIFY(textOf(nobody.value().path)
                .contains(QLatin1String("No detection of this period is assigned to a known deer.")));
    for (const QString &name : exports::knownSections()) {
        request.sections = {name};
        QCOMPARE(sectionsOf(request).size(), 2U); // the cover and this one
    }
}

void TestReport::comparisonPutsPeriodsSideBySide()
{
    const Result<MadeExport> made = make(comparison(), QStringLiteral("comparison"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QString row = QStringLiteral("Detections, all cameras");
    for (const exports::Period &period : comparison().comparisonPeriods) {
        const qint64 count =
            scalar(QStringLiteral("SELECT count(*) FROM detections d JOIN images i ON i.id = image_id WHERE is_valid "
                                  "AND NOT is_duplicate AND "
                                  "(\"timestamp\" AT TIME ZONE 'America/Chicago')::date BETWEEN '%1' AND '%2'")
                       .arg(period.start.toString(Qt::ISODate), period.end.toString(Qt::ISODate)));
        row += u' ' + QLocale(QLocale::English).toString(count);
    }
    QVERIFY2(text.contains(row), qPrintable(row));
    QVERIFY2(text.contains(QLatin1String("Bucks were ")), qPrintable(text.left(2000)));
    QVERIFY(text.contains(QLatin1String("as frequent per camera-day in Rut 2025 as in Summer 2025")));
}

void TestReport::sharedDaysOfAComparisonCountOnce()
{
    ExportRequest request = comparison();
    request.comparisonPeriods = {{QStringLiteral("October to December"), QDate(2024, 10, 1), QDate(2024, 12, 31)},
                                 {QStringLiteral("November to January"), QDate(2024, 11, 1), QDate(2025, 1, 31)}};
    const qint64 count =
        scalar(QStringLiteral("SELECT count(*) FROM detections d JOIN images i ON i.id = image_id WHERE is_valid "
                              "AND NOT is_duplicate AND (\"timestamp\" AT TIME ZONE 'America/Chicago')::date BETWEEN "
                              "'2024-10-01' AND '2025-01-31'"));
    const Result<MadeExport> made = make(request, QStringLiteral("shared-days"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, static_cast<int>(count));
    QCOMPARE(made.value().processed, static_cast<int>(count));
    QCOMPARE(estimateExport(m_servers.settings(), request).value().detections, count);
}

void TestReport::likeWithLikeSaysWhatTurnsTheSign()
{
    ExportRequest request = ruts(2020);
    request.title = QStringLiteral("Rut 2020 against 2021, Miller Ranch");
    const Result<MadeExport> made = make(request, QStringLiteral("rut-against-rut"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    for (const char *words :
         {"Like with like", "Stand 7 (", "did not work, or too little, in Rut 2020.",
          "On the 6 cameras that worked in both", "6 cameras, both periods", "not compared",
          "counts alone: ", "Where, in Rut 2021", "When the cameras worked", "1 Nov",
          "Stand 1: no photo 14 to 25 October 2021 (12 days), by its own rhythm less than once in 1,000 years",
          "Known deer, new and gone"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + u'\n' + text.left(4000)));
    // The true ratio is 0.85 on the six; no percentage of plain counts may stand before it as the change.
    QVERIFY(text.contains(QStringLiteral("Change, like with like")));
}

void TestReport::agesAndSexesAreToldOnlyOfAllBucks()
{
    const QString heading = QStringLiteral("Sex and age over time");
    const QString ofAges = QStringLiteral("Ages are shares of the bucks whose age class is known");
    const QString ofPart = QStringLiteral("Bucks per doe: not all bucks in this report.");
    const QRegularExpression ratio(QStringLiteral("January 2025 \\d+\\.\\d\\d "));
    const QRegularExpression dash(QStringLiteral("January 2025 \u2013 "));
    const auto told = [this](const QStringList &classes) {
        ExportRequest request = seasonal(GroupBy::Month);
        request.classifications = classes;
        const Result<MadeExport> made = make(request, QStringLiteral("some-classes"));
        return made ? textOf(made.value().path) : QString();
    };
    const QString doe = QStringLiteral("doe");
    const QString mature = QStringLiteral("mature");
    const QString all = told({});
    QVERIFY2(all.contains(heading) && all.contains(ofAges) && !all.contains(ofPart), qPrintable(all));
    QVERIFY2(all.contains(ratio) && !all.contains(dash), qPrintable(all));
    // Of the bucks only the mature ones: neither how many bucks there were nor how old they are is known.
    const QString part = told({doe, mature});
    QVERIFY2(!part.isEmpty() && !part.contains(heading) && !part.contains(ofAges), qPrintable(part));
    const QString fawns = told({doe, mature, QStringLiteral("fawn")});
    QVERIFY2(fawns.contains(heading) && fawns.contains(ofPart) && !fawns.contains(ofAges), qPrintable(fawns));
    QVERIFY2(fawns.contains(dash) && !fawns.contains(ratio), qPrintable(fawns));
    // All that have an age.
    const QString aged = told({doe, mature, QStringLiteral("mid"), QStringLiteral("young")});
    QVERIFY2(aged.contains(heading) && aged.contains(ofPart) && aged.contains(ofAges), qPrintable(aged));
    QVERIFY2(aged.contains(dash) && !aged.contains(ratio), qPrintable(aged));
}

void TestReport::noneInOneOfTwoIsADifference()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    for (const char *name : {"Dry creek", "Dry hill"}) {
        const QString place = m_farm.location(QString::fromLatin1(name));
        for (int i = 0; i < 28; ++i) {
            for (const int year : {2008, 2009})
                m_farm.photo(QDateTime(QDate(year, 6, 1).addDays(i), QTime(17, i), Qt::UTC), place);
            m_farm.spot(QDateTime(QDate(2009, 6, 1).addDays(i), QTime(18, i), Qt::UTC), place);
        }
    }
    const Result<void> stored = m_farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    ExportRequest request;
    request.reportType = ReportType::Comparison;
    for (const int year : {2008, 2009})
        request.comparisonPeriods << exports::Period{QStringLiteral("June %1").arg(year), QDate(year, 6, 1),
                                                     QDate(year, 6, 28)};
    const auto told = [&] {
        const Result<MadeExport> made = make(request, QStringLiteral("none-in-one"));
        return made ? textOf(made.value().path) : QString();
    };
    const QString later = told();
    QVERIFY2(later.contains(QLatin1String("On the 2 cameras that worked in both: seen only in June 2009.")),
             qPrintable(later));
    QCOMPARE(later.count(QLatin1String("seen only in June 2009")), 2); // the sentence and the card
    QVERIFY2(!later.contains(QLatin1String("not comparable")), qPrintable(later));
    std::swap(request.comparisonPeriods[0], request.comparisonPeriods[1]);
    const QString earlier = told();
    QCOMPARE(earlier.count(QLatin1String("seen only in June 2009")), 2);
    QVERIFY2(!earlier.contains(QLatin1String("not comparable")), qPrintable(earlier));
}

void TestReport::shortComparisonsClaimNothing()
{
    ExportRequest request = ruts(2020);
    for (exports::Period &period : request.comparisonPeriods)
        period.end = period.start.addDays(8);
    const Result<MadeExport> nine = make(request, QStringLiteral("comparison-of-nine-days"));
    QVERIFY2(nine, qPrintable(test::reason(nine)));
    QString text = textOf(nine.value().path);
    for (const char *words : {"and whether that is more than chance can't be told.", "too short to tell"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + u'\n' + text));
    for (const char *words :
         {"no clear change", "no reliable change", "no difference", "did not work, or too little, in Rut 2021"})
        QVERIFY2(!text.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + u'\n' + text));
    for (exports::Period &period : request.comparisonPeriods)
        period.end = period.start.addDays(4);
    const Result<MadeExport> five = make(request, QStringLiteral("comparison-of-five-days"));
    QVERIFY2(five, qPrintable(test::reason(five)));
    text = textOf(five.value().path);
    QVERIFY2(text.contains(QLatin1String("longer periods would let Herdbook tell")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("dashed: not compared")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("none worked in every period")), qPrintable(text));
}

void TestReport::periodsAreToldInTheirOrder()
{
    // The newer one is asked for first, and one in which no camera worked.
    ExportRequest request = ruts(2020);
    std::swap(request.comparisonPeriods[0], request.comparisonPeriods[1]);
    request.comparisonPeriods << exports::Period{QStringLiteral("Before the cameras"), QDate(2002, 6, 1),
                                                 QDate(2002, 8, 31)};
    const Result<MadeExport> made = make(request, QStringLiteral("periods-out-of-order"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY(text.contains(QLatin1String(" known deer in Rut 2020, ")));
    QVERIFY(!text.contains(QLatin1String("not in Before the cameras")));
    QVERIFY(text.contains(QLatin1String("No camera worked in Before the cameras, as far as photos tell")));
    QVERIFY(text.contains(QLatin1String("day 30 "))); // no one calendar holds for all
    QVERIFY(!text.contains(QLatin1String("1 Nov ")));
    // What changed is in the figures, and no bar says 0 where nobody watched.
    const QString figures = text.left(text.indexOf(QLatin1String("by location")));
    QVERIFY2(
        figures.contains(QRegularExpression(QStringLiteral("Rut 2020 to Rut 2021 .*[+\u2212]\\d+% .*95% interval"))),
        qPrintable(figures));
    QVERIFY2(text.contains(QLatin1String("Not shown: the rate of Before the cameras (no camera worked).")),
             qPrintable(text));
}

void TestReport::effortStandsBesideWhatWasCounted()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    test::Farm &farm = m_farm;
    const auto watch = [&farm](const QString &place, const QDate &first, const QDate &last, int every = 1) {
        for (QDate day = first; day <= last; day = day.addDays(every))
            farm.photo(QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(60 * (day.toJulianDay() * 397 % 1440)), place);
    };
    const QString old = farm.location(QStringLiteral("Old bridge"));
    watch(old, QDate(2012, 5, 20), QDate(2012, 7, 10));
    for (int i = 0; i < 20; ++i) // five a week
        farm.spot(QDateTime(QDate(2012, 6, 1).addDays(7 * (i / 5) + i % 5), QTime(18, 0), Qt::UTC), old);
    for (const char *name : {"New bridge", "New gate"}) {
        const QString place = farm.location(QString::fromLatin1(name));
        watch(place, QDate(2014, 5, 20), QDate(2014, 7, 10));
        for (int i = 0; i < 15; ++i)
            farm.spot(QDateTime(QDate(2014, 6, 1).addDays(i), QTime(18, 0), Qt::UTC), place);
    }
    for (int i = 0; i < 5; ++i)
        farm.spot(QDateTime(QDate(2014, 6, 2).addDays(i), QTime(18, 0), Qt::UTC)); // nobody knows where
    const QString quiet = farm.location(QStringLiteral("Quiet knoll"));
    watch(quiet, QDate(2012, 8, 15), QDate(2012, 9, 24), 8); // 31 August and 8 September
    watch(old, QDate(2012, 7, 11), QDate(2012, 9, 24));
    farm.spot(QDateTime(QDate(2012, 9, 3), QTime(18, 0), Qt::UTC), old);
    const Result<void> stored = farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));

    ExportRequest request;
    request.reportType = ReportType::Comparison;
    for (const int year : {2012, 2014})
        request.comparisonPeriods << exports::Period{QStringLiteral("June %1").arg(year), QDate(year, 6, 1),
                                                     QDate(year, 6, 28)};
    const Result<MadeExport> made = make(request, QStringLiteral("no-camera-in-both"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    for (const char *words :
         {"Like with like No camera worked in both, so the two can't be compared. ",
          "All cameras: 35 detections in June 2014 against 20 in June 2012, in 56.0 camera-days against 28.0.",
          "All cameras 28 20 71.4 56 35 53.6 – counts alone: +75%",
          "The count of all cameras holds what was counted while no camera is known to have worked",
          "Fawns 0 none (≤ 13.2) 0 none (≤ "})
        QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(QString::fromUtf8(words) + u'\n' + text));

    request = {};
    request.start = QDate(2012, 9, 1);
    request.end = QDate(2012, 9, 7);
    const Result<MadeExport> week = make(request, QStringLiteral("quiet-camera"));
    QVERIFY2(week, qPrintable(test::reason(week)));
    const QString places = textOf(week.value().path);
    QVERIFY2(places.contains(QLatin1String("Old bridge 0 1 0 0 1 1 0 7.0 14.3")), qPrintable(places));
    QVERIFY2(places.contains(QLatin1String("Quiet knoll 0 0 0 0 0 0 0 7.0 none")), qPrintable(places));
    QVERIFY2(places.contains(QLatin1String("14.0 ")), qPrintable(places));
}

void TestReport::theRateOfHalfADayIsMarked()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    ExportRequest request;
    request.start = QDate(2015, 6, 1);
    request.end = QDate(2015, 6, 3);
    request.groupBy = GroupBy::Day;
    for (const char *name : {"Half gate", "Half gap"}) {
        const QString place = m_farm.location(QString::fromLatin1(name));
        request.locationIds << place;
        for (QDate day = request.start; day <= QDate(2015, 6, 30); day = day.addDays(1)) // the first ones: half a day
            m_farm.spot(QDateTime(day, QTime(18, day.day()), Qt::UTC), place);
    }
    const Result<void> stored = m_farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    const Result<MadeExport> made = make(request, QStringLiteral("half-a-day"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY2(text.contains(QLatin1String("half of the cameras or more worked only a part of that day")),
             qPrintable(text));
    static const QRegularExpression marked(QStringLiteral(R"( \* (\d+ )+\d\.\d \d+\.\d)"));
    QCOMPARE(text.count(marked), 1);
    QVERIFY2(text.contains(QLatin1String("1.0 200.0")), qPrintable(text)); // two in two halves
}

void TestReport::figuresNearNothingAreNotNothing()
{
    season::Rate rate{20, 10'000, 0.2, 0.12, 0.33, 1, {}};
    QCOMPARE(rateFigure(rate), QStringLiteral("0.2"));
    QCOMPARE(rateNote(rate), QStringLiteral("95% interval 0.1 to 0.3"));
    rate.value = 0.02;
    QCOMPARE(rateFigure(rate), QStringLiteral("<0.1"));
    rate.value = 274.29;
    QCOMPARE(rateFigure(rate), QStringLiteral("274.3"));
    const season::Rate none{0, 28, 0.0, {}, {}, {}, 19.8};
    QCOMPARE(rateText(none), QStringLiteral("none (\u2264 19.8)"));
    QCOMPARE(rateFigure(none), QStringLiteral("none"));
    QCOMPARE(rateNote(none), QStringLiteral("upper limit 19.8 per 100"));
    QCOMPARE(rateText({}), QStringLiteral("no camera"));
    season::Rate unread;
    unread.isUnread = true;
    QCOMPARE(rateText(unread), QStringLiteral("not read"));
    QCOMPARE(rateNote(unread), QStringLiteral("photos not read yet"));
    QCOMPARE(percentOf(1, 10'000), QStringLiteral("<0.1%"));
    QCOMPARE(percentOf(9999, 10'000), QStringLiteral(">99%"));
    QCOMPARE(percentOf(5, 5), QStringLiteral("100%"));
    QCOMPARE(ratioText(season::RateRatio{0.004, 0.001, 0.5, 0.01, 1}), QStringLiteral("<0.01 (<0.01 to 0.50)"));
}

void TestReport::theFirstPageSaysWhatIsToBeKnown()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    test::Farm &farm = m_farm;
    const QString mapped =
        farm.location(QStringLiteral("Mapped oak"), QStringLiteral(R"({"lat": 30.0, "lon": -98.0})"));
    const QString unmapped = farm.location(QStringLiteral("Hidden hut"));
    test::Spotted mature;
    mature.classification = QStringLiteral("mature");
    for (QDate day(2016, 6, 1); day <= QDate(2016, 6, 30); day = day.addDays(1)) {
        for (const QString &place : {mapped, unmapped}) {
            farm.spot(QDateTime(day, QTime(18, day.day()), Qt::UTC), place, day.day() % 2 ? mature : test::Spotted());
            farm.photo(QDateTime(day, QTime(19, day.day()), Qt::UTC), place, {}, QStringLiteral("pending"));
        }
    }
    const Result<void> stored = farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    ExportRequest request;
    request.start = QDate(2016, 6, 1);
    request.end = QDate(2016, 6, 30);
    request.language = QStringLiteral("de");
    request.reportType = ReportType::Custom;
    request.sections = {QStringLiteral("key_figures"), QStringLiteral("locations")};
    request.classifications = {QStringLiteral("mature"), QStringLiteral("doe")};
    const Result<MadeExport> made = make(request, QStringLiteral("first-page"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    for (const char *words : {"Asked for in German; reports are written in English.",
                              "Bucks are those of the classes named above, not all bucks.",
                              "50% of the photos are not read yet (60 of 120)", "not all bucks in this report",
                              "2 cameras worked 58.0 of 60 camera-days (97%); of these 29.0 count, as the rest",
                              "counted; 2 cameras", "No coordinates, so not on the map: Hidden hut.", "in 30 days"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + u'\n' + text));
    // What else stands under Data quality, and the whole line of what is covered.
    request.locationIds = QStringList{mapped, unmapped};
    const Result<ReportData> read =
        gatherReport(**connection, request, m_servers.settings(), {}, m_clock(), [](const QString &) {}, {});
    QVERIFY2(read, qPrintable(test::reason(read)));
    ReportData data = read.value();
    data.remarks << QStringLiteral("The view has no column of boxes");
    for (season::CameraEffort &camera : data.periods[0].effort.cameras)
        camera.name += QStringLiteral(" and on and on, as far as the last of all oaks of this ranch");
    const QString path = m_output + QStringLiteral("/caveats.pdf");
    QVERIFY(AtomicFile::write(path, composeReport(data).pdf()));
    const QString told = textOf(path);
    const QString zone = QString::fromLatin1(data.zone.id());
    for (const QString &words : {QStringLiteral("The view has no column of boxes."),
                                 QStringLiteral("2 cameras worked "), QStringLiteral("times of %1").arg(zone)})
        QVERIFY2(told.contains(words), qPrintable(words + u'\n' + told));
    // Of many sentences those on single cameras are cut; what the line above says of locations isn't said again.
    season::SeasonEffort &effort = data.periods[0].effort;
    data.request.locationIds << QStringLiteral("11111111-1111-4111-8111-111111111111");
    data.remarks << season::unknownLocationsText(data.request.locationIds, effort);
    for (int day = 0; day < 20; ++day)
        effort.cameras[0].outages.push_back({static_cast<int>(request.start.toJulianDay()) + day, 1, 0.01});
    effort.impossibleDates = 5;
    QVERIFY(AtomicFile::write(path, composeReport(data).pdf()));
    const QString cut = textOf(path);
    for (const char *words : {"5 photos bear impossible dates; they are in no rate.",
                              "more are left out here; a report with the section on data quality has all."})
        QVERIFY2(cut.contains(QLatin1String(words)), qPrintable(cut));
    QCOMPARE(cut.count(QLatin1String("1 of the 3 locations asked for is not in the database")), 1);
    request.locationIds.clear();
    request.language = QStringLiteral("en");
    request.sections << QStringLiteral("data_quality");
    request.classifications.clear();
    const Result<MadeExport> usual = make(request, QStringLiteral("first-page-usual"));
    QVERIFY2(usual, qPrintable(test::reason(usual)));
    const QString quiet = textOf(usual.value().path);
    for (const char *words : {"Asked for in", "not all bucks"})
        QVERIFY2(!quiet.contains(QLatin1String(words)), words);
    QCOMPARE(quiet.count(QLatin1String("are not read yet")), 2); // of the photos, and of the days that don't count
}

void TestReport::aWeekOfUnreadPhotosIsSaidToBeUnread()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    const QString place = m_farm.location(QStringLiteral("Full card"));
    const QString idle = m_farm.location(QStringLiteral("Idle elm"), QStringLiteral(R"({"lat": 30.1, "lon": -98.0})"));
    for (QDate day(2016, 8, 1); day <= QDate(2016, 8, 21); day = day.addDays(1)) {
        const QDateTime at(day, QTime(18, day.day()), Qt::UTC);
        if (day < QDate(2016, 8, 15))
            m_farm.spot(at, place);
        else
            m_farm.photo(at, place, {}, QStringLiteral("pending"));
    }
    const Result<void> stored = m_farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    ExportRequest request;
    request.start = QDate(2016, 8, 1);
    request.end = QDate(2016, 8, 21);
    request.groupBy = exports::GroupBy::Week;
    request.locationIds = QStringList{place, idle};
    const Result<MadeExport> made = make(request, QStringLiteral("unread-week"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY2(
        text.contains(QLatin1String("No photo of 1 of 3 weeks is read yet; no bar there doesn't mean no animals.")),
        qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("0.0 not read")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("worked not read silent")), qPrintable(text)); // the calendar's legend
    QVERIFY2(text.contains(QLatin1String("There is no map: no coordinates of Full card.")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("No camera worked")), qPrintable(text));
    // Beside several periods it is said once before the pairs, and once under Data quality.
    request.reportType = ReportType::Comparison;
    request.comparisonPeriods = {{QStringLiteral("August"), request.start, request.end},
                                 {QStringLiteral("September"), QDate(2016, 9, 1), QDate(2016, 9, 21)},
                                 {QStringLiteral("October"), QDate(2016, 10, 1), QDate(2016, 10, 21)}};
    const Result<MadeExport> several = make(request, QStringLiteral("unread-of-several"));
    QVERIFY2(several, qPrintable(test::reason(several)));
    const QString compared = textOf(several.value().path);
    QVERIFY2(compared.count(QLatin1String("33% of the photos of August are not read yet (7 of 21)")) == 2,
             qPrintable(compared));
}

void TestReport::misdatedDeerAreNotNone()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    const QString wrong = m_farm.location(QStringLiteral("Wrong clock"));
    const QString right = m_farm.location(QStringLiteral("Right clock"));
    test::Spotted known;
    known.deer = m_farm.deer(QStringLiteral("Wanderer"), QStringLiteral("doe"));
    for (QDate day(2017, 2, 20); day <= QDate(2017, 5, 10); day = day.addDays(1))
        m_farm.photo(QDateTime(day, QTime(17, day.day()), Qt::UTC), right);
    for (int i = 0; i < 6; ++i) {
        m_farm.spot(QDateTime(QDate(2017, 3, 6 + i), QTime(18, 0), Qt::UTC), wrong, known);
        m_farm.spot(QDateTime(QDate(2017, 3, 6 + i), QTime(18, 0), Qt::UTC), right);
    }
    m_farm.spot(QDateTime(QDate(2017, 4, 6), QTime(18, 0), Qt::UTC), right, known);
    const Result<void> stored = m_farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    // Stored before they were taken.
    QVERIFY((*connection)
                ->execute(QStringLiteral("UPDATE images SET created_at = \"timestamp\" - interval '1 year' WHERE "
                                         "location_id = ?::uuid"),
                          {wrong}));
    ExportRequest request;
    request.start = QDate(2017, 3, 1);
    request.end = QDate(2017, 3, 31);
    const Result<MadeExport> made = make(request, QStringLiteral("misdated-deer"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    for (const char *words : {"not known: all of", "Wrong clock 0 6 0 0 6 6 – ", "Right clock 0 6 0 0 6 6 0 ",
                              "Whole period 0 12 0 0 12 12 – ", "not read or bear impossible dates"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(QString::fromUtf8(words) + u'\n' + text));
    QVERIFY2(!text.contains(QLatin1String("none identified")), qPrintable(text));
    // Under both tables and Data quality.
    QCOMPARE(text.count(QLatin1String("6 detections of known deer bear impossible dates and are left out of known deer "
                                      "seen")),
             3);
    request.reportType = ReportType::Comparison;
    request.comparisonPeriods = {{QStringLiteral("March"), request.start, request.end},
                                 {QStringLiteral("April"), QDate(2017, 4, 1), QDate(2017, 4, 30)}};
    const Result<MadeExport> compared = make(request, QStringLiteral("misdated-deer-compared"));
    QVERIFY2(compared, qPrintable(test::reason(compared)));
    const QString both = textOf(compared.value().path);
    for (const char *words :
         {"Known deer seen – 1 ", "6 detections of known deer in March bear impossible dates and are left out",
          "isn't known. Who is new or gone can't be said."})
        QVERIFY2(both.contains(QString::fromUtf8(words)), qPrintable(QString::fromUtf8(words) + u'\n' + both));
    QVERIFY2(!both.contains(QLatin1String("0 known deer in March")), qPrintable(both));
}

void TestReport::whoIsSeenInAnotherPeriodIsNeitherGoneNorNew()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    const QString creek = m_farm.location(QStringLiteral("Returning creek"));
    const auto deer = [this](const char *name) {
        test::Spotted animal;
        animal.deer = m_farm.deer(QString::fromLatin1(name), QStringLiteral("doe"));
        return animal;
    };
    const test::Spotted stayer = deer("Stayer");
    const test::Spotted returner = deer("Returner");
    const test::Spotted departed = deer("Departed");
    const test::Spotted roamer = deer("Roamer");
    const test::Spotted newcomer = deer("Newcomer");
    for (const int year : {2007, 2008, 2009}) {
        for (QDate day(year, 9, 15); day <= QDate(year, 11, 15); day = day.addDays(1))
            m_farm.photo(QDateTime(day, QTime(17, day.day()), Qt::UTC), creek);
        for (int i = 0; i < 10; ++i) {
            const QDateTime at(QDate(year, 10, 5 + i), QTime(18, 0), Qt::UTC);
            m_farm.spot(at, creek, stayer);
            if (year != 2008)
                m_farm.spot(at, creek, returner);
            if (year == 2007) {
                m_farm.spot(at, creek, departed);
                m_farm.spot(at, {}, roamer);
            }
            if (year == 2009)
                m_farm.spot(at, creek, newcomer);
        }
    }
    const Result<void> stored = m_farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    QVERIFY((*connection)->runScript(QStringLiteral("UPDATE deer SET status = 'deceased' WHERE name = 'Departed'")));
    ExportRequest request;
    request.reportType = ReportType::Comparison;
    for (const int year : {2007, 2008, 2009})
        request.comparisonPeriods << exports::Period{QStringLiteral("Rut %1").arg(year), QDate(year, 10, 1),
                                                     QDate(year, 10, 31)};
    const Result<MadeExport> made = make(request, QStringLiteral("seen-again"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    const qsizetype gone = text.indexOf(QLatin1String("Seen in Rut 2007, not in Rut 2008"));
    const qsizetype come = text.indexOf(QLatin1String("Seen in Rut 2009, not in Rut 2008"));
    QVERIFY2(gone > 0 && come > gone, qPrintable(text));
    for (const char *words : {"; seen in Rut 2009", "Returner 10 10.0 not seen", "Roamer 10 – not seen; nothing",
                              "Departed 10 10.0 not seen", "; recorded as deceased"}) {
        const qsizetype at = text.indexOf(QString::fromUtf8(words), gone);
        QVERIFY2(at > 0 && at < come, qPrintable(QString::fromUtf8(words) + u'\n' + text));
    }
    QVERIFY(text.indexOf(QLatin1String("Departed 10"), gone) > text.indexOf(QLatin1String("Roamer 10"), gone));
    const QString later = text.mid(come);
    for (const char *words : {"; seen in Rut 2007; profile made on ", "; new, profile made on "})
        QVERIFY2(later.contains(QLatin1String(words)), qPrintable(later));
    QCOMPARE(later.count(QLatin1String("; new, ")), 1);
    for (const char *words : {"Not seen again", "New: "})
        QVERIFY2(!text.contains(QLatin1String(words)), words);
}

void TestReport::unreadCamerasAreDrawn()
{
    season::SeasonStatistics season;
    season.start = QDate(2026, 10, 1);
    season.end = season.start.addDays(19);
    const auto add = [&season](const QString &name, int read, int worked) { // days from the first on
        season::CameraEffort &camera = season.effort.cameras.emplace_back();
        camera.id = camera.name = name;
        camera.place = Coordinates{30, -98};
        camera.counts.resize(20);
        for (int day = 0; day < 20; ++day) {
            camera.worked.push_back(day < read ? 1 : 0);
            camera.unread.push_back(day >= read && day < worked ? 1 : 0);
        }
    };
    add(QStringLiteral("Creek"), 12, 18);
    add(QStringLiteral("Gate"), 0, 20);
    add(QStringLiteral("Idle"), 0, 0);
    const WorkCalendar calendar = workCalendarOf({season});
    QCOMPARE(calendar.lines.size(), 2U);
    QCOMPARE(calendar.lines[0].unread[0], (std::vector<std::pair<int, int>>{{12, 17}}));
    QCOMPARE(calendar.lines[1].name, QStringLiteral("Gate"));
    QCOMPARE(calendar.lines[1].unread[0], (std::vector<std::pair<int, int>>{{0, 19}}));
    const SketchMap map = sketchMapOf(season.effort, {});
    QCOMPARE(map.places.size(), 2U);
    QCOMPARE(map.places[1].note, QStringLiteral("not read"));
}

void TestReport::periodsHaveNamesOfTheirOwn()
{
    // One written from right to left keeps to itself.
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    ExportRequest request = ruts(2020);
    request.comparisonPeriods[0].label = QStringLiteral("الخريف");
    const Result<ReportData> data =
        gatherReport(**connection, request, m_servers.settings(), {}, m_clock(), [](const QString &) {}, {});
    QVERIFY2(data, qPrintable(test::reason(data)));
    QCOMPARE(data.value().periods[0].label, QChar(0x2068) + request.comparisonPeriods[0].label + QChar(0x2069));
    QCOMPARE(data.value().periods[1].label, QStringLiteral("Rut 2021"));
    // Names that say nothing get a number.
    request.comparisonPeriods[0].label = request.comparisonPeriods[1].label = QStringLiteral("rut");
    request.comparisonPeriods << exports::Period{QStringLiteral(" "), QDate(2019, 10, 1), QDate(2019, 11, 28)};
    const Result<ReportData> numbered =
        gatherReport(**connection, request, m_servers.settings(), {}, m_clock(), [](const QString &) {}, {});
    QVERIFY2(numbered, qPrintable(test::reason(numbered)));
    QStringList labels;
    for (const season::SeasonStatistics &period : numbered.value().periods)
        labels << period.label;
    QCOMPARE(labels, (QStringList{QStringLiteral("rut (1)"), QStringLiteral("rut (2)"), QStringLiteral("Period 3")}));
    QCOMPARE(numbered.value().datesText(),
             QStringLiteral("rut (1) (1 October to 28 November 2020) \u00b7 rut (2) (1 October to 28 November 2021) "
                            "\u00b7 Period 3 (1 October to 28 November 2019)"));
    // Nor does a number make a name that another has, nor a name stand for a number.
    for (const auto &[given, expected] :
         {std::pair(QStringList{QStringLiteral("A"), QStringLiteral("A"), QStringLiteral("A (1)")},
                    QStringList{QStringLiteral("A (2)"), QStringLiteral("A (3)"), QStringLiteral("A (1)")}),
          std::pair(QStringList{QStringLiteral("%2"), QStringLiteral("%2"), QStringLiteral(" ")},
                    QStringList{QStringLiteral("%2 (1)"), QStringLiteral("%2 (2)"), QStringLiteral("Period 3")})}) {
        for (qsizetype i = 0; i < 3; ++i)
            request.comparisonPeriods[i].label = given[i];
        const Result<ReportData> apart =
            gatherReport(**connection, request, m_servers.settings(), {}, m_clock(), [](const QString &) {}, {});
        QVERIFY2(apart, qPrintable(test::reason(apart)));
        for (qsizetype i = 0; i < 3; ++i)
            QCOMPARE(apart.value().periods[static_cast<std::size_t>(i)].label, expected[i]);
    }
}

void TestReport::chosenLocationsOnly()
{
    ExportRequest request;
    request.start = QDate(2021, 10, 1);
    request.end = QDate(2021, 11, 28);
    const QString id =
        m_servers.sql(QStringLiteral("SELECT id FROM locations WHERE name = 'Stand 3'")).valueOr(QString());
    request.locationIds = {id};
    const qint64 count =
        scalar(QStringLiteral(
                   "SELECT count(*) FROM detections d JOIN images i ON i.id = image_id WHERE i.location_id = '%1' AND "
                   "(\"timestamp\" AT TIME ZONE 'America/Chicago')::date BETWEEN '2021-10-01' AND '2021-11-28'")
                   .arg(id));
    QVERIFY(count > 20);
    const Result<MadeExport> made = make(request, QStringLiteral("one-location"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, static_cast<int>(count));
    const QString text = textOf(made.value().path);
    QVERIFY(text.contains(QLatin1String("at Stand 3")));
    QVERIFY(!text.contains(QLatin1String("Stand 2")));
    QCOMPARE(estimateExport(m_servers.settings(), request).value().detections, count);
    request.kind = exports::ExportKind::Zip;
    request.includeCrops = false;
    QCOMPARE(estimateExport(m_servers.settings(), request).value().detections, count);
    // A location that isn't there is told, beside others and alone.
    request.kind = exports::ExportKind::Pdf;
    request.locationIds << QStringLiteral("11111111-1111-4111-8111-111111111111");
    const Result<MadeExport> half = make(request, QStringLiteral("one-of-two-locations"));
    QVERIFY2(half, qPrintable(test::reason(half)));
    QCOMPARE(half.value().totalDetections, static_cast<int>(count));
    QCOMPARE(textOf(half.value().path).count(QLatin1String("1 of the 2 locations asked for is not in the database")),
             2);
    request.locationIds.removeFirst();
    for (const exports::ExportKind kind : {exports::ExportKind::Pdf, exports::ExportKind::Zip}) {
        request.kind = kind;
        const Result<MadeExport> none = make(request, QStringLiteral("no-location"));
        QVERIFY(!none);
        QCOMPARE(none.error().message, QStringLiteral("The location asked for is not in the database"));
    }
}

void TestReport::letterheadIsOnTheFirstPage()
{
    ExportRequest request;
    request.start = QDate(2021, 10, 1);
    request.end = QDate(2021, 10, 31);
    request.pageSize = exports::PageSize::Letter;
    request.letterhead.client = QStringLiteral("For the Miller family & sons");
    request.letterhead.footer = QStringLiteral("Confidential");
    request.letterhead.logo = QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"80\">"
                                         "<rect width=\"200\" height=\"80\" fill=\"#0a5\"/></svg>");
    const Result<MadeExport> made = make(request, QStringLiteral("letterhead"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY(text.contains(QLatin1String("For the Miller family & sons")));
    QVERIFY(text.count(QLatin1String("Confidential")) >= 2); // on every page
    QCOMPARE(toolOutput(QStringLiteral("pdfimages"),
                        {QStringLiteral("-list"), QStringLiteral("-l"), QStringLiteral("1"), made.value().path})
                 .count(QLatin1String(" image ")),
             1);
    request.letterhead.logo.replace("width=\"200\"", "width=\"0\""); // well-formed
    const Result<MadeExport> without = make(request, QStringLiteral("letterhead-without-logo"));
    QVERIFY2(without, qPrintable(test::reason(without)));
    QVERIFY(textOf(without.value().path).contains(QLatin1String("The logo is left out: it can't be drawn.")));
}

void TestReport::crowdsFitOnPages()
{
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(m_servers.settings().postgres);
    QVERIFY(connection);
    const Result<void> cleared =
        (*connection)
            ->runScript(QStringLiteral("DELETE FROM images WHERE \"timestamp\" >= '2020-01-01' AND \"timestamp\" < "
                                       "'2022-01-01'; DELETE FROM locations l WHERE "
                                       "name LIKE 'Stand %'; DELETE FROM deer WHERE name LIKE 'Deer %'"));
    QVERIFY2(cleared, qPrintable(test::reason(cleared)));
    m_farm.crowd(2020, 60, 200);
    const Result<void> stored = m_farm.store(**connection);
    QVERIFY2(stored, qPrintable(test::reason(stored)));
    const Result<MadeExport> made = make(ruts(2020), QStringLiteral("crowd-comparison"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    ExportRequest request;
    request.start = QDate(2021, 10, 1);
    request.end = QDate(2021, 11, 28);
    request.groupBy = GroupBy::Week;
    request.pageSize = exports::PageSize::Letter;
    const Result<MadeExport> season = make(request, QStringLiteral("crowd-seasonal"));
    QVERIFY2(season, qPrintable(test::reason(season)));
    const QString text = textOf(season.value().path);
    QVERIFY(text.contains(QLatin1String("60 cameras worked")));
    QVERIFY(text.contains(QLatin1String("with most detections of ")));
    QVERIFY(text.contains(QLatin1String("No room on the map for: ")));
    QVERIFY(text.contains(QLatin1String("Not shown are 59 cameras that worked on every day.")));
    const qsizetype map = text.indexOf(QLatin1String("Where ")); // with what stands below it, all have their name there
    const QString around = text.mid(map, text.indexOf(QLatin1String("Most-seen deer")) - map);
    for (int stand = 1; stand <= 60; ++stand)
        QVERIFY2(around.contains(QRegularExpression(QStringLiteral("Stand %1\\b").arg(stand))), qPrintable(around));
}

void TestReport::deerLeftOutAreInAZipThatCanBeMade_data()
{
    QTest::addColumn<qint64>("detections");
    QTest::addColumn<QString>("words");
    QTest::newRow("one holds them") << qint64(10'000) << QStringLiteral("of 81; a ZIP of the period lists all.");
    QTest::newRow("too many for one") << qint64(10'001)
                                      << QStringLiteral("of 81; ZIPs of shorter periods list the others.");
}

void TestReport::deerLeftOutAreInAZipThatCanBeMade()
{
    QFETCH(const qint64, detections);
    QFETCH(const QString, words);
    season::SeasonStatistics season;
    season.start = QDate(2026, 10, 1);
    season.end = season.start.addDays(19);
    season.detections = detections;
    for (int i = 0; i < 81; ++i) {
        season::IndividualHistory &deer = season.knownDeer.emplace_back();
        deer.name = QStringLiteral("Deer %1").arg(i);
        deer.sex = QStringLiteral("doe");
        deer.detections = 1;
        deer.days[i % 20] = deer.hours[12] = 1;
    }
    layout::Document document(QPageSize(QPageSize::A4), {});
    addKnownDeer(document, season);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deer.pdf"));
    QVERIFY(AtomicFile::write(path, document.pdf()));
    const QString text = textOf(path);
    QVERIFY2(text.contains(words), qPrintable(text.right(400)));
}

void TestReport::noDataIsAnErrorUnlessAskedFor()
{
    ExportRequest request;
    request.start = QDate(2020, 1, 1);
    request.end = QDate(2020, 6, 30);
    const Result<MadeExport> failed = make(request, QStringLiteral("empty"));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::NotFound);
    QCOMPARE(failed.error().message, QStringLiteral("No detections found in the selected date range"));
    QVERIFY(!QFile::exists(m_output + QStringLiteral("/empty.pdf")));
    request.allowEmpty = true;
    const Result<MadeExport> made = make(request, QStringLiteral("empty"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(textOf(made.value().path).contains(QLatin1String("No detections found in the selected date range")));
    QVERIFY(QFile::remove(made.value().path));
    ExportRequest periods = comparison();
    for (exports::Period &period : periods.comparisonPeriods) {
        period.start = period.start.addYears(-20);
        period.end = period.end.addYears(-20);
    }
    QVERIFY(!make(periods, QStringLiteral("empty")));
}

void TestReport::fewDetectionsClaimNothing()
{
    ExportRequest request;
    request.start = QDate(2023, 5, 1);
    request.end = QDate(2023, 5, 31);
    const Result<MadeExport> made = make(request, QStringLiteral("tiny"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    const QString text = textOf(made.value().path);
    QVERIFY2(text.contains(QLatin1String("Too little to tell a pattern from chance: 4 detections in 3.0 camera-days.")),
             qPrintable(text));
    QVERIFY(text.contains(QLatin1String("no does detected")));
}

void TestReport::cancelLeavesNothing()
{
    const QTemporaryDir folder;
    for (const QString &stage : {QStringLiteral("Reading"), QStringLiteral("Cutting"), QStringLiteral("Writing")}) {
        std::stop_source stop;
        const Result<MadeExport> made = ExportMaker(m_servers.settings(), m_clock)
                                            .make(
                                                seasonal(), folder.filePath(QStringLiteral("x.pdf")),
                                                [&](const ExportProgress &progress) {
                                                    if (progress.stage.startsWith(stage))
                                                        stop.request_stop();
                                                },
                                                stop.get_token());
        QVERIFY2(!made, qPrintable(stage));
        QCOMPARE(made.error().kind, ErrorKind::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
}

void TestReport::unwritableFolderIsAnErrorInWords()
{
    const Result<MadeExport> made =
        ExportMaker(m_servers.settings(), m_clock).make(seasonal(), m_output + QStringLiteral("/nowhere/x.pdf"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Storage);
    QVERIFY2(made.error().message.startsWith(QLatin1String("Can't write")), qPrintable(made.error().message));
}

void TestReport::severalAtOnceInOtherThreads()
{
    std::array<QString, 3> texts;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            threads.emplace_back([this, i, &texts] {
                const Result<MadeExport> made = make(seasonal(GroupBy::Month), QStringLiteral("thread%1").arg(i));
                texts[i] = made ? textOf(made.value().path) : made.error().message;
            });
        }
    }
    QVERIFY(texts[0].contains(QLatin1String("Data quality")));
    QCOMPARE(texts[1], texts[0]);
    QCOMPARE(texts[2], texts[0]);
    for (std::size_t i = 0; i < texts.size(); ++i)
        QVERIFY(QFile::remove(m_output + QStringLiteral("/thread%1.pdf").arg(i)));
}

void TestReport::previewIsTheFirstPage()
{
    const Result<QImage> page = previewReport(m_servers.settings(), seasonal(), m_clock(), 96);
    QVERIFY2(page, qPrintable(test::reason(page)));
    QCOMPARE(page.value().size(), QSize(793, 1123));
    QVERIFY(page.value().save(m_output + QStringLiteral("/preview.png")));
    QCOMPARE(QColor(page.value().pixel(400, 60)), QColor(layout::ink::accent)); // the rule above the title
    ExportRequest request = seasonal();
    request.start = request.end = QDate(2020, 1, 1);
    QVERIFY(previewReport(m_servers.settings(), request, m_clock(), 50));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(previewReport(m_servers.settings(), seasonal(), m_clock(), 96, stop.get_token()).error().kind,
             ErrorKind::Cancelled);
    request.kind = exports::ExportKind::Zip;
    QCOMPARE(previewReport(m_servers.settings(), request, m_clock(), 96).error().kind, ErrorKind::InvalidInput);
}

void TestReport::estimateCounts()
{
    ExportRequest request = seasonal();
    request.kind = exports::ExportKind::Zip;
    request.end = QDate(2025, 3, 31);
    const Result<ExportEstimate> estimate = estimateExport(m_servers.settings(), request);
    QVERIFY2(estimate, qPrintable(test::reason(estimate)));
    const QString counted =
        QStringLiteral(" FROM detections d JOIN images i ON i.id = image_id WHERE is_valid AND NOT is_duplicate AND "
                       "(\"timestamp\" AT TIME ZONE 'America/Chicago')::date BETWEEN '2025-01-01' AND '2025-03-31'");
    QCOMPARE(estimate.value().detections, scalar(QStringLiteral("SELECT count(*)") + counted));
    QCOMPARE(estimate.value().images, scalar(QStringLiteral("SELECT count(DISTINCT i.id)") + counted));
    QCOMPARE(estimate.value().locations, 7);
    QCOMPARE(estimate.value().missingImages,
             scalar(QStringLiteral("SELECT count(DISTINCT i.id)") + counted +
                    QStringLiteral(" AND substring(path from '(\\d+)\\.jpg')::int % 5 = 0")));
    QVERIFY(estimate.value().bytes > 1'000'000);
    QVERIFY(!estimate.value().tooMany);
    // Where the image folder isn't mounted, nobody knows how many are missing.
    Settings elsewhere = m_servers.settings();
    elsewhere.imageFolder = QStringLiteral("/nowhere");
    const Result<ExportEstimate> bare = estimateExport(elsewhere, request);
    QVERIFY2(bare, qPrintable(test::reason(bare)));
    QVERIFY(estimate.value().photosUnknown.isEmpty());
    QCOMPARE(bare.value().photosUnknown, QStringLiteral("The image folder /nowhere is missing"));
    QCOMPARE(bare.value().missingImages, 0);
    // Nor where a disk belongs within it, though other photos are there.
    const QString disk = m_servers.settings().imageFolder + QStringLiteral("/estimated");
    QVERIFY(QDir().mkpath(disk));
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE images SET path = replace(path, '/mnt/images/', "
                                         "'/mnt/images/estimated/') WHERE path LIKE '%7.jpg'")));
    const Result<ExportEstimate> partly = estimateExport(m_servers.settings(), request);
    QVERIFY(m_servers.sql(QStringLiteral("UPDATE images SET path = replace(path, '/estimated/', '/')")));
    QVERIFY(QDir().rmdir(disk));
    QVERIFY2(partly, qPrintable(test::reason(partly)));
    QVERIFY2(partly.value().photosUnknown.contains(disk + QStringLiteral(" is empty")),
             qPrintable(partly.value().photosUnknown));
    QCOMPARE(partly.value().missingImages, 0);
    elsewhere.imageFolder.clear();
    const Result<ExportEstimate> unset = estimateExport(elsewhere, request);
    QVERIFY2(unset, qPrintable(test::reason(unset)));
    QCOMPARE(unset.value().photosUnknown, QStringLiteral("No image folder is set"));
    const Result<ExportEstimate> compared = estimateExport(m_servers.settings(), comparison());
    QVERIFY2(compared, qPrintable(test::reason(compared)));
    QVERIFY(compared.value().detections > 1000);
}

void TestReport::estimateAndPageAreOfTheRequestsZone()
{
    // One detection at noon UTC of each of the first days of May: where it is 14 hours later, of the next day.
    Settings elsewhere = m_servers.settings();
    elsewhere.siteTimeZone = QTimeZone("Pacific/Kiritimati");
    elsewhere.postgres.siteZone = QStringLiteral("Pacific/Kiritimati");
    ExportRequest request;
    request.start = QDate(2023, 5, 1);
    request.end = QDate(2023, 5, 2);
    QCOMPARE(estimateExport(elsewhere, request).value().detections, 1);
    const Result<QImage> theirs = previewReport(elsewhere, request, m_clock(), 50);
    QVERIFY2(theirs, qPrintable(test::reason(theirs)));
    request.siteTimeZone = QStringLiteral("America/Chicago");
    QCOMPARE(estimateExport(elsewhere, request).value().detections, 2);
    const QString path = m_output + QStringLiteral("/zone.pdf");
    const Result<MadeExport> made = ExportMaker(elsewhere, m_clock).make(request, path);
    QVERIFY2(made, qPrintable(test::reason(made)));
    QCOMPARE(made.value().totalDetections, 2);
    QVERIFY(QFile::remove(path));
    const Result<QImage> page = previewReport(elsewhere, request, m_clock(), 50);
    QVERIFY2(page, qPrintable(test::reason(page)));
    QVERIFY(page.value() != theirs.value());
    QCOMPARE(page.value(), previewReport(m_servers.settings(), request, m_clock(), 50).value());
}

void TestReport::noPageIsHalfEmpty() // but the last one
{
    for (const auto &name :
         {QStringLiteral("seasonal-week-a4"), QStringLiteral("seasonal-month-letter"),
          QStringLiteral("rut-against-rut"), QStringLiteral("crowd-comparison"), QStringLiteral("crowd-seasonal")}) {
        QTemporaryDir folder;
        toolOutput(QStringLiteral("pdftoppm"),
                   {QStringLiteral("-r"), QStringLiteral("20"), QStringLiteral("-gray"), QStringLiteral("-png"),
                    m_output + u'/' + name + QStringLiteral(".pdf"), folder.filePath(QStringLiteral("page"))});
        const QStringList pages = QDir(folder.path()).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
        QVERIFY2(pages.size() > 1, qPrintable(name));
        for (qsizetype at = 0; at + 1 < pages.size(); ++at) {
            const QImage page(folder.filePath(pages[at]));
            int lowest = page.height() * 93 / 100; // above the footer
            const auto isBlank = [&page](int y) {
                for (int x = 0; x < page.width(); ++x) {
                    if (qGray(page.pixel(x, y)) < 240)
                        return false;
                }
                return true;
            };
            while (lowest > 0 && isBlank(lowest))
                --lowest;
            QVERIFY2(
                lowest > page.height() / 2,
                qPrintable(QStringLiteral("%1, page %2: %3%").arg(name).arg(at + 1).arg(100 * lowest / page.height())));
        }
    }
}

/// Titles, notes and cards of reports with usual names are whole; what belongs together is on one page.
void TestReport::nothingIsCut()
{
    for (const auto &name :
         {QStringLiteral("seasonal-week-a4"), QStringLiteral("seasonal-month-letter"),
          QStringLiteral("seasonal-nine-days"), QStringLiteral("comparison-a4"), QStringLiteral("rut-against-rut"),
          QStringLiteral("crowd-comparison"), QStringLiteral("crowd-seasonal"), QStringLiteral("one-location"),
          QStringLiteral("periods-out-of-order"), QStringLiteral("no-camera-in-both"),
          QStringLiteral("quiet-camera")}) {
        const QString path = m_output + u'/' + name + QStringLiteral(".pdf");
        const QString text = textOf(path);
        const qsizetype cut = text.indexOf(QChar(0x2026));
        QVERIFY2(!text.isEmpty() && cut < 0, qPrintable(name + QStringLiteral(": ") + text.mid(cut - 60, 70)));
        const QStringList pages =
            toolOutput(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY2(pages.last().contains(QLatin1String("How to read this report")), qPrintable(name));
    }
}

void TestReport::theAxisOfRatiosStaysInItsColumn()
{
    for (const double high : {1.2, 2.0, 4.0}) {
        season::RateRatio ratio;
        ratio.ratio = 1;
        ratio.low = 1 / high;
        ratio.high = high;
        ratio.hasInterval = true;
        QImage image(300, 40, QImage::Format_RGB32);
        image.setDotsPerMeterX(2835); // points
        image.setDotsPerMeterY(2835);
        image.fill(Qt::white);
        const QRect place(100, 5, 110, 30);
        QPainter painter(&image);
        Forest(std::vector<std::optional<season::RateRatio>>{ratio}).column(place.width()).drawTitle(painter, place);
        painter.end();
        int inside = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == QColor(Qt::white))
                    continue;
                QVERIFY2(x >= place.left() - 1 && x <= place.right() + 1, qPrintable(QString::number(x)));
                ++inside;
            }
        }
        QVERIFY(inside > 50);
    }
}

/// A pixel of a photo is no portrait, where a box is in fractions and the database's others are in pixels. The last: boxes stay so.
void TestReport::portraitsNeedAUsableBox()
{
    QVERIFY(m_servers.sql(QStringLiteral(
        R"(UPDATE detections SET bbox = '{"x": 0.25, "y": 0.5, "width": 0.5, "height": 0.25}' FROM images i )"
        R"(WHERE i.id = image_id AND i."timestamp" >= '2024-01-01')")));
    const Result<MadeExport> made = make(seasonal(), QStringLiteral("seasonal-without-boxes"));
    QVERIFY2(made, qPrintable(test::reason(made)));
    QVERIFY(textOf(made.value().path).contains(QLatin1String("without a usable box); 8 of the most-seen deer")));
    const QString images = toolOutput(QStringLiteral("pdfimages"), {QStringLiteral("-list"), made.value().path});
    QCOMPARE(images.count(QLatin1String(" image ")), 0);
}

QTEST_MAIN(TestReport)
#include "test_report.moc"
