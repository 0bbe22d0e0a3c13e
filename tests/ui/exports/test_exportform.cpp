// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportform.h"
#include "ui/exports/exportpreview.h"
#include "ui/exports/periodpresets.h"
#include "ui/widgets/fields/typeddate.h"

#include <QSignalSpy>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

namespace {

const QDate Today(2026, 11, 22);

} // namespace

class TestExportForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshFormCanBeSent()
    {
        ExportForm form([] { return Today; });
        QVERIFY(form.canSubmit());
        QVERIFY(form.reason().isEmpty());
        QCOMPARE(form.request()->start, QDate(2026, 10, 24));
        QCOMPARE(form.request()->end, Today);
        QVERIFY(form.request()->classifications.isEmpty()); // all deer: not named
    }

    void groupingGoesByLengthUnlessChosen()
    {
        ExportForm form([] { return Today; });
        QCOMPARE(form.request()->groupBy, exports::GroupBy::Day); // 30 days
        form.edit(QStringLiteral("start_date"), [](FormInput &input) { input.start = QStringLiteral("2026-09-26"); });
        QCOMPARE(form.request()->groupBy, exports::GroupBy::Week); // 58 days
        form.edit(QStringLiteral("start_date"), [](FormInput &input) { input.start = QStringLiteral("2025-12-01"); });
        QCOMPARE(form.request()->groupBy, exports::GroupBy::Month);
        form.edit(QStringLiteral("group_by"), [](FormInput &input) {
            input.groupBy = exports::GroupBy::Day;
            input.groupChosen = true;
        });
        form.edit(QStringLiteral("start_date"), [](FormInput &input) { input.start = QStringLiteral("2026-09-26"); });
        QCOMPARE(form.request()->groupBy, exports::GroupBy::Day);
        QCOMPARE(FormInput::fromJson(form.input().toJson(), form.defaults()).groupChosen, true);
    }

    void theSitesPaperHoldsUntilOneIsChosen()
    {
        ExportForm form([] { return Today; });
        const QJsonObject saved = form.input().toJson(); // on A4
        form.setPaper(exports::PageSize::Letter);
        QCOMPARE(FormInput::fromJson(saved, form.defaults()).pageSize, exports::PageSize::Letter);
        FormInput chosen = form.input();
        chosen.pageSize = exports::PageSize::A4;
        chosen.paperChosen = true;
        QCOMPARE(FormInput::fromJson(chosen.toJson(), form.defaults()).pageSize, exports::PageSize::A4);
    }

    void theFormOffersWhatTheCoreCan()
    {
        ExportForm form([] { return Today; });
        const QString place = QStringLiteral("00000000-0000-4000-8000-000000000001");
        form.setLetterhead({QStringLiteral("Miller Ranch"), QStringLiteral("Confidential"), {}});
        form.setDefaultTitle(QStringLiteral("Deer of the ranch"));
        form.edit(QStringLiteral("sections"), [&](FormInput &input) {
            input.sections = {QStringLiteral("moon_phase"), QStringLiteral("findings")};
            input.locationIds = {place};
            input.pageSize = exports::PageSize::Letter;
        });
        QVERIFY2(form.canSubmit(), qPrintable(form.reason()));
        QCOMPARE(form.request()->reportType, exports::ReportType::Custom);
        QCOMPARE(form.request()->sections, (QStringList{QStringLiteral("moon_phase"), QStringLiteral("findings")}));
        QCOMPARE(form.request()->locationIds, QStringList{place});
        QCOMPARE(form.request()->pageSize, exports::PageSize::Letter);
        QCOMPARE(form.request()->letterhead.client, QStringLiteral("Miller Ranch"));
        QCOMPARE(form.request()->title, QStringLiteral("Deer of the ranch"));
        const auto again =
            FormInput::fromRequest(exports::ExportKind::Pdf, exports::toJson(*form.request()), form.defaults());
        QVERIFY(again);
        QCOMPARE(again->sections, form.input().sections);
        QCOMPARE(again->locationIds, form.input().locationIds);

        form.edit(QStringLiteral("sections"), [](FormInput &input) { input.charts = input.insights = false; });
        QVERIFY(!form.canSubmit());
        QCOMPARE(form.message(QStringLiteral("sections")),
                 QStringLiteral("Charts, tables or findings are switched off: none of these sections remains"));
        form.edit(QStringLiteral("sections"), [](FormInput &input) { input.charts = true; });
        QVERIFY(form.canSubmit());

        form.edit(QStringLiteral("report_type"), [](FormInput &input) { input.kind = FormKind::ZipDataset; });
        form.edit(QStringLiteral("detection_ids"), [&](FormInput &input) {
            input.detectionIds = QStringLiteral("\"%1\",\n 00000000-0000-4000-8000-000000000002").arg(place);
        });
        QVERIFY2(form.canSubmit(), qPrintable(form.reason()));
        QCOMPARE(form.request()->detectionIds.size(), 2);
        QVERIFY(!form.request()->start.isValid());
        form.edit(QStringLiteral("detection_ids"),
                  [](FormInput &input) { input.detectionIds = QStringLiteral("Hazel"); });
        form.settle(QStringLiteral("detection_ids"));
        QVERIFY(!form.canSubmit());
        QVERIFY(!form.message(QStringLiteral("detection_ids")).isEmpty());
        QVERIFY2(form.reason().startsWith(QLatin1String("Put right first: ")), qPrintable(form.reason()));
    }

    void comparisonPresetsCompareAsMuchOfBoth_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::newRow("within the rut") << Today;
        QTest::newRow("first of a month") << QDate(2026, 11, 1);
        QTest::newRow("leap day") << QDate(2028, 2, 29);
        QTest::newRow("new year") << QDate(2027, 1, 1);
        QTest::newRow("a year after the leap day") << QDate(2029, 3, 10);
    }

    void comparisonPresetsCompareAsMuchOfBoth()
    {
        QFETCH(const QDate, today);
        ExportForm form([today] { return today; });
        int usable = 0;
        for (const ComparisonPreset &preset : comparisonPresets(today)) {
            if (!preset.problem.isEmpty())
                continue;
            ++usable;
            FormInput input = form.input();
            input.kind = FormKind::ComparisonPdf;
            input.periods = preset.periods;
            form.setInput(input);
            QVERIFY2(form.canSubmit(), qPrintable(preset.name + form.reason()));
            const QList<exports::Period> &periods = form.request()->comparisonPeriods;
            for (const exports::Period &period : periods) { // a part isn't called by the name of the whole
                const bool whole = periods[1].end != today || (today.day() == today.daysInMonth() &&
                                                               preset.name.startsWith(QLatin1String("This month")));
                const QString until =
                    QStringLiteral(" to ") + QLocale::c().toString(period.end, QStringLiteral("d MMM"));
                QCOMPARE(period.label.endsWith(until), !whole);
                if (period.label == QLatin1String("February 2028"))
                    QCOMPARE(period.end, QDate(2028, 2, 29));
            }
            QVERIFY(std::abs(periods[0].start.daysTo(periods[0].end) - periods[1].start.daysTo(periods[1].end)) <= 1);
        }
        QVERIFY(usable >= 3);
    }

    void periodsNobodyNamedAreCalledByTheirDates()
    {
        ExportForm form([] { return Today; });
        form.setKind(FormKind::ComparisonPdf);
        const auto put = [&form](int at, const QString &part, QString FormInput::PeriodInput::*value,
                                 const QString &text) {
            form.edit(QStringLiteral("comparison_periods[%1].%2").arg(at).arg(part),
                      [=](FormInput &input) { input.periods[at].*value = text; });
        };
        const auto date = [&put](int at, const QString &start, const QString &end) {
            put(at, QStringLiteral("start_date"), &FormInput::PeriodInput::start, start);
            put(at, QStringLiteral("end_date"), &FormInput::PeriodInput::end, end);
        };
        const auto name = [&put](int at, const QString &label) {
            put(at, QStringLiteral("label"), &FormInput::PeriodInput::label, label);
        };
        const auto labels = [&form] {
            return QStringList{form.input().periods.at(0).label, form.input().periods.at(1).label};
        };
        const QList<FormInput::PeriodInput> usual = form.input().periods;
        QCOMPARE(labels(), (QStringList{QStringLiteral("Last year"), QStringLiteral("This year")}));
        date(1, QStringLiteral("2026-09-01"), QStringLiteral("30.9.2026"));
        QCOMPARE(labels(),
                 (QStringList{QStringLiteral("24 Oct \u2013 22 Nov 2025"), QStringLiteral("September 2026")}));
        date(0, QStringLiteral("2025-01-01"), QStringLiteral("2025-12-31"));
        date(1, QStringLiteral("2026-09-01"), QStringLiteral("2026-10-"));
        QCOMPARE(labels(), (QStringList{QStringLiteral("2025"), QStringLiteral("September 2026")}));
        date(1, QStringLiteral("2026-09-01"), QStringLiteral("2026-10-15"));
        QCOMPARE(labels(), (QStringList{QStringLiteral("2025"), QStringLiteral("1 Sep \u2013 15 Oct 2026")}));

        name(0, QStringLiteral("Before the fence"));
        const auto again = FormInput::fromJson(form.input().toJson(), form.defaults());
        form.setInput(again);
        date(0, usual.at(0).start, usual.at(0).end);
        date(1, usual.at(1).start, usual.at(1).end);
        QCOMPARE(labels(), (QStringList{QStringLiteral("Before the fence"), QStringLiteral("This year")}));
        name(0, QString()); // given back
        date(0, QStringLiteral("2025-12-15"), QStringLiteral("2026-01-10"));
        QCOMPARE(labels().first(), QStringLiteral("15 Dec 2025 \u2013 10 Jan 2026"));
    }

    void dates_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("startMessage");
        QTest::addColumn<QString>("endMessage");
        const QString none;
        QTest::newRow("right") << "2026-01-01"
                               << "2026-11-22" << none << none;
        QTest::newRow("365 days pass") << "2025-11-22"
                                       << "2026-11-22" << none << none;
        QTest::newRow("366 don't") << "2025-11-21"
                                   << "2026-11-22" << none << "A range is at most one year";
        QTest::newRow("equal") << "2026-11-01"
                               << "2026-11-01"
                               << "A range needs two days or more" << none;
        QTest::newRow("reversed") << "2026-11-05"
                                  << "2026-11-01"
                                  << "The start must be before the end" << none;
        QTest::newRow("future end") << "2026-11-01"
                                    << "2026-11-23" << none << "This day is still to come";
        QTest::newRow("both future") << "2026-12-01"
                                     << "2026-12-02"
                                     << "This day is still to come"
                                     << "This day is still to come";
        QTest::newRow("no day of the calendar") << "2026-02-29"
                                                << "2026-11-22"
                                                << "2026 has no 29 February" << none;
        QTest::newRow("no such month") << "2026-13-01"
                                       << "2026-11-22"
                                       << "There is no month 13" << none;
        QTest::newRow("no date at all") << "yesterday"
                                        << "2026-11-22"
                                        << "Not a day. Type it as 2026-11-22" << none;
        QTest::newRow("two readings") << "1/3/2026"
                                      << "2026-11-22"
                                      << "Which day is meant?" << none;
        QTest::newRow("understood") << "1.3.2026"
                                    << " 2026-11-22\u00a0" << none << none;
    }

    void dates()
    {
        QFETCH(const QString, start);
        QFETCH(const QString, end);
        ExportForm form([] { return Today; });
        form.edit(QStringLiteral("start_date"), [&](FormInput &input) { input.start = start; });
        form.edit(QStringLiteral("end_date"), [&](FormInput &input) { input.end = end; });
        form.settle(QStringLiteral("end_date"));
        QTEST(form.message(QStringLiteral("start_date")), "startMessage");
        QTEST(form.message(QStringLiteral("end_date")), "endMessage");
        QCOMPARE(form.canSubmit(), form.violations().isEmpty());
        if (!form.canSubmit())
            QVERIFY(form.reason().startsWith(QLatin1String("Put right first: ")));
    }

    void whatIsBeingTypedIsNotYetWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("incomplete");
        for (const char *typed :
             {"", "2", "2026", "2026-", "2026-1", "2026-11-", "2026/", "31/", "31/12/20", "1.3.", "1.3.26"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << true;
        for (const char *typed : {"x", "2026-13", "2026-02-30", "2026-11-221", "1/3/2026", "31.12.20266"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << false;
    }

    void whatIsBeingTypedIsNotYetWrong()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, incomplete);
        const QString field = QStringLiteral("start_date");
        ExportForm form([] { return Today; });
        form.edit(field, [&](FormInput &input) { input.start = typed; });
        QCOMPARE(form.message(field).isEmpty(), incomplete);
        QVERIFY(!form.canSubmit());
        form.settle(field);
        QVERIFY(!form.message(field).isEmpty());
        // Right again: the message goes at once.
        form.edit(field, [](FormInput &input) { input.start = QStringLiteral("2026-11-01"); });
        QVERIFY(form.message(field).isEmpty());
    }

    void aStartThatMakesTheRangeTooLongIsToldAtTheEnd()
    {
        ExportForm form([] { return Today; });
        form.setInput(form.defaults());
        form.edit(QStringLiteral("start_date"), [](FormInput &input) { input.start = QStringLiteral("2024-01-01"); });
        QCOMPARE(form.message(QStringLiteral("end_date")), QStringLiteral("A range is at most one year"));
    }

    void whatIsUnderstoodIsWrittenAsTheRequestWantsIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("days"); ///< one: understood; two: offered; none: not a day
        const auto row = [](const char *typed, const QStringList &days) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << days;
        };
        const QStringList march{QStringLiteral("2026-03-01")};
        for (const char *typed : {"2026-03-01", "2026-3-1", "1.3.2026", "01.03.2026", "1. 3. 2026", "2026/3/1",
                                  "2026.03.01", "20260301", " 2026-03-01\n", "\t2026-03-01", "2026\u201103\u201101",
                                  "\u00a02026-03-01\u200b", "2026-03-01T14:05:00Z", "2026-03-01 14:05", "1 March 2026",
                                  "March 1, 2026", "Mar 1st, 2026", "1. M\u00e4rz 2026", "1 de marzo de 2026"})
            row(typed, march);
        row("31/12/2025", {QStringLiteral("2025-12-31")});
        row("12/31/2025", {QStringLiteral("2025-12-31")});
        row("12.31.2025", {QStringLiteral("2025-12-31")});
        row("31-12-2025", {QStringLiteral("2025-12-31")});
        row("3/3/2026", {QStringLiteral("2026-03-03")});
        row("29/2/2024", {QStringLiteral("2024-02-29")});
        row("1/3/2026", {QStringLiteral("2026-03-01"), QStringLiteral("2026-01-03")});
        row("01-03-2026", {QStringLiteral("2026-03-01"), QStringLiteral("2026-01-03")});
        row("11/12/2025", {QStringLiteral("2025-12-11"), QStringLiteral("2025-11-12")});
        for (const char *typed :
             {"2026-02-29", "29/2/2026", "2/29/2026", "31.4.2026", "2026-00-10", "2026-10-00", "0/0/2026", "2026-1-2-3",
              "1.3/2026", "1 Marchen 2026", "march", "32/32/2026", "2026-03-01; DROP", "12026-03-01", "0000-01-01"})
            row(typed, {});
    }

    void whatIsUnderstoodIsWrittenAsTheRequestWantsIt()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, days);
        const TypedDate read = TypedDate::read(typed);
        QStringList got;
        for (const QDate &day : read.days)
            got << day.toString(Qt::ISODate);
        QCOMPARE(got, days);
        const QString field = QStringLiteral("start_date");
        ExportForm form([] { return Today; });
        form.edit(field, [&](FormInput &input) { input.start = typed; });
        form.settle(field);
        QCOMPARE(form.readings(field).size(), days.size() == 2 ? 2 : 0);
        QCOMPARE(form.message(field).isEmpty(), days.size() == 1);
        if (days.size() == 1 && form.request())
            QCOMPARE(form.request()->start.toString(Qt::ISODate), days.first());
        form.leave(field);
        if (days.size() == 1)
            QCOMPARE(form.input().start, days.first());
        else
            QVERIFY(!form.canSubmit());
    }

    /// Of each day of the calendar, in each form that has one reading, the same day comes back.
    void everyDayIsReadBack()
    {
        for (QDate day(2023, 12, 1); day < QDate(2025, 2, 1); day = day.addDays(1)) {
            for (const char *form : {"yyyy-M-d", "yyyy/MM/dd", "d.M.yyyy", "dd.MM.yyyy", "yyyyMMdd"}) {
                const TypedDate read = TypedDate::read(day.toString(QString::fromLatin1(form)));
                QVERIFY2(read.isDay() && read.days.first() == day, form);
            }
            const TypedDate slashed = TypedDate::read(day.toString(QStringLiteral("d/M/yyyy")));
            QVERIFY(slashed.days.contains(day));
            QCOMPARE(slashed.isDay(), day.day() > 12 || day.day() == day.month());
        }
    }

    /// What is said to people never speaks of the API's fields.
    void wordsAreForPeople()
    {
        ExportForm form([] { return Today; });
        FormInput input = form.defaults();
        input.start = QStringLiteral("nonsense");
        input.end = QStringLiteral("2027-01-01");
        input.cropSize = QStringLiteral("big");
        input.classes.clear();
        input.title = QString(201, u'x');
        input.periods = {{{}, QStringLiteral("x"), {}},
                         {QString(81, u'y'), QStringLiteral("2026-03-02"), QStringLiteral("2026-03-01")}};
        input.sections = {QStringLiteral("weather")};
        input.locationIds = {QStringLiteral("the north stand")};
        form.setLetterhead({QString(201, u'c'), QString(201, u'f'), "no picture"});
        int said = 0;
        for (const FormKind kind : {FormKind::SeasonalPdf, FormKind::ComparisonPdf, FormKind::ZipDataset}) {
            input.kind = kind;
            form.setInput(input);
            form.touchAll();
            QVERIFY(!form.violations().isEmpty());
            for (const exports::Violation &violation : form.violations()) {
                const QString message = form.message(violation.field);
                QVERIFY2(!message.isEmpty() && !message.contains(u'_') && !message.contains(u'[') &&
                             message != violation.message,
                         qPrintable(violation.field + QStringLiteral(": ") + message));
                QVERIFY2(message.size() <= 40, qPrintable(message)); // one line of the form
                ++said;
            }
        }
        QVERIFY(said > 16);
    }

    void wrongIdsAreNamed()
    {
        ExportForm form([] { return Today; });
        form.setKind(FormKind::ZipDataset);
        const QString id = QStringLiteral("00000000-0000-4000-8000-000000000001");
        const auto said = [&](const QString &text) {
            form.edit(QStringLiteral("detection_ids"), [&](FormInput &input) { input.detectionIds = text; });
            form.settle(QStringLiteral("detection_ids"));
            return form.message(QStringLiteral("detection_ids"));
        };
        QCOMPARE(said(id), QString());
        QCOMPARE(said(id + QStringLiteral("\nbuck 12")), QStringLiteral("No detection id: buck"));
        QCOMPARE(said(id + u'\n' + id.chopped(1)), QStringLiteral("No detection id: 00000000-0000-4000-…"));
        QCOMPARE(said(QString(id + u'\n').repeated(exports::MaximumDetections + 1)),
                 QStringLiteral("10,001 ids; at most 10,000 fit"));
    }

    void countsHaveTheirNumberAndPlural()
    {
        render::ExportEstimate estimate;
        estimate.detections = estimate.images = estimate.locations = 1;
        QCOMPARE(countsText(estimate), QStringLiteral("1 detection on 1 image at 1 location"));
        estimate.detections = 12314;
        estimate.images = 1702;
        estimate.locations = 7;
        QCOMPARE(countsText(estimate), QStringLiteral("12,314 detections on 1,702 images at 7 locations"));
    }

    void eachKindKeepsItsOwnTitle()
    {
        ExportForm form([] { return Today; });
        form.edit(QStringLiteral("title"), [](FormInput &input) { input.title = QStringLiteral("Rut"); });
        form.setKind(FormKind::ComparisonPdf);
        QVERIFY(form.input().title.isEmpty());
        form.edit(QStringLiteral("title"), [](FormInput &input) { input.title = QStringLiteral("Years"); });
        form.setKind(FormKind::ZipDataset);
        QVERIFY(form.input().title.isEmpty());
        form.setKind(FormKind::SeasonalPdf);
        QCOMPARE(form.input().title, QStringLiteral("Rut"));
        form.setKind(FormKind::ComparisonPdf);
        QCOMPARE(form.input().title, QStringLiteral("Years"));
    }

    void untouchedIsNeverRed()
    {
        ExportForm form([] { return Today; });
        FormInput empty = form.defaults();
        empty.start.clear();
        form.setInput(empty);
        QVERIFY(form.message(QStringLiteral("start_date")).isEmpty());
        QCOMPARE(form.reason(), QStringLiteral("Still missing: Start"));
        QVERIFY(!form.reasonIsError());
        form.touchAll();
        QVERIFY(!form.message(QStringLiteral("start_date")).isEmpty());
        QVERIFY(form.reasonIsError());
    }

    void otherFields_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("cropSize");
        QTest::addColumn<QStringList>("classes");
        QTest::addColumn<QString>("wrong");
        const auto zip = static_cast<int>(FormKind::ZipDataset);
        const auto pdf = static_cast<int>(FormKind::SeasonalPdf);
        const QStringList all = exports::deerClassifications();
        QTest::newRow("least crop") << zip << "128" << all << QString();
        QTest::newRow("too small") << zip << "127" << all << "crop_size";
        QTest::newRow("too large") << zip << "1025" << all << "crop_size";
        QTest::newRow("no number") << zip << "big" << all << "crop_size";
        QTest::newRow("a PDF has no crops") << pdf << "big" << all << QString();
        QTest::newRow("no class") << pdf << "300" << QStringList() << "classifications";
        QTest::newRow("one class") << pdf << "300" << QStringList{QStringLiteral("doe")} << QString();
    }

    void otherFields()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, cropSize);
        QFETCH(const QStringList, classes);
        QFETCH(const QString, wrong);
        ExportForm form([] { return Today; });
        FormInput input = form.defaults();
        input.kind = static_cast<FormKind>(kind);
        input.cropSize = cropSize;
        input.classes = classes;
        form.setInput(input);
        QCOMPARE(form.violations().isEmpty() ? QString() : form.violations().first().field, wrong);
        QCOMPARE(form.canSubmit(), wrong.isEmpty());
    }

    void comparisonsHaveTheirOwnMessages()
    {
        ExportForm form([] { return Today; });
        FormInput input = form.defaults();
        input.kind = FormKind::ComparisonPdf;
        form.setInput(input);
        QVERIFY(form.canSubmit());
        const QString field = QStringLiteral("comparison_periods[1].end_date");
        form.edit(field, [](FormInput &typed) { typed.periods[1].end = QStringLiteral("2027-01-01"); });
        QCOMPARE(form.message(field), QStringLiteral("This day is still to come"));
        QVERIFY(form.message(QStringLiteral("comparison_periods[0].end_date")).isEmpty());
        QCOMPARE(form.reason(), QStringLiteral("Put right first: Period 2 end"));
    }

    void presets()
    {
        const auto find = [](const QDate &today, const QString &name) {
            for (const DatePreset &preset : datePresets(today)) {
                if (preset.name == name)
                    return preset;
            }
            return DatePreset();
        };
        const DatePreset rut = find(Today, QStringLiteral("Rut season 2026"));
        QCOMPARE(rut.start, QDate(2026, 10, 1));
        QCOMPARE(rut.end, Today);
        const DatePreset last = find(Today, QStringLiteral("Last month"));
        QCOMPARE(last.start, QDate(2026, 10, 1));
        QCOMPARE(last.end, QDate(2026, 10, 31));
        QVERIFY(!find(QDate(2026, 11, 1), QStringLiteral("This month")).problem.isEmpty());
        QVERIFY(find(QDate(2026, 11, 2), QStringLiteral("This month")).problem.isEmpty());
        // Whatever the day, what a preset offers is valid.
        for (QDate day(2024, 1, 1); day < QDate(2028, 3, 1); day = day.addDays(1)) {
            for (const DatePreset &preset : datePresets(day)) {
                ExportForm form([day] { return day; });
                FormInput input = form.defaults();
                input.start = preset.start.toString(Qt::ISODate);
                input.end = preset.end.toString(Qt::ISODate);
                form.setInput(input);
                QVERIFY2(form.canSubmit() == preset.problem.isEmpty(),
                         qPrintable(preset.name + u' ' + day.toString(Qt::ISODate)));
            }
        }
    }

    void inputSurvivesItsTextAndItsRequest()
    {
        ExportForm form([] { return Today; });
        FormInput input = form.defaults();
        for (const FormKind kind : {FormKind::SeasonalPdf, FormKind::ComparisonPdf, FormKind::ZipDataset}) {
            input.kind = kind;
            input.title = QStringLiteral("Größe & \"quotes\"");
            input.classes = {QStringLiteral("doe"), QStringLiteral("mid")};
            input.cropSize = QStringLiteral("512");
            input.language = kind == FormKind::ZipDataset ? QString() : QStringLiteral("de");
            input.allowEmpty = kind != FormKind::ZipDataset;
            input.siteTimeZone = QStringLiteral("Europe/Berlin");
            FormInput remembered = input;
            remembered.allowEmpty = false; // of the edited job only
            remembered.siteTimeZone.clear();
            QVERIFY(FormInput::fromJson(input.toJson(), form.defaults()) == remembered);
            form.setInput(input);
            const exports::ExportRequest asked = *form.request();
            QCOMPARE(asked.language, input.language);
            QCOMPARE(asked.allowEmpty, input.allowEmpty);
            QCOMPARE(asked.siteTimeZone, input.siteTimeZone);
            const auto again = FormInput::fromRequest(asked.kind, exports::toJson(asked), form.defaults());
            QVERIFY(again.has_value());
            form.setInput(*again);
            QVERIFY(form.request() == asked);
        }
        QVERIFY(!FormInput::fromRequest(exports::ExportKind::Zip,
                                        {{QStringLiteral("detection_ids"), QStringLiteral("x")}}, form.defaults()));
    }

    /// The day after, a preset's name must neither stand for other dates nor be taken for a name that somebody typed.
    void whatIsEditedAgainHasTheDatesOfItsJob()
    {
        QDate now = Today;
        ExportForm form([&now] { return now; });
        for (const bool preset : {false, true}) {
            now = Today;
            FormInput input = form.defaults();
            input.kind = FormKind::ComparisonPdf;
            if (preset)
                input.periods = comparisonPresets(now).first().periods; // of the rut, up to today
            form.setInput(input);
            const exports::ExportRequest asked = *form.request();
            now = Today.addDays(40);
            const auto again = FormInput::fromRequest(asked.kind, exports::toJson(asked), form.defaults());
            QVERIFY(again.has_value());
            form.setInput(*again);
            QCOMPARE(form.request()->comparisonPeriods.size(), 2);
            for (qsizetype at = 0; at < 2; ++at) {
                const exports::Period &was = asked.comparisonPeriods[at];
                const exports::Period &is = form.request()->comparisonPeriods[at];
                QCOMPARE(is.start, was.start);
                QCOMPARE(is.end, was.end);
                QCOMPARE(is.label, preset ? was.label : periodLabel(was.start, was.end));
            }
            const QDate end = asked.comparisonPeriods[1].end.addDays(-1);
            const QString field = QStringLiteral("comparison_periods[1].end_date");
            form.edit(field, [&](FormInput &edited) { *edited.textOf(field) = end.toString(Qt::ISODate); });
            QCOMPARE(form.input().periods[1].label, periodLabel(asked.comparisonPeriods[1].start, end));
        }
    }

    /// Where the request counts its days it may be tomorrow already.
    void todayIsOfTheRequestsZone()
    {
        const QByteArray tokyo("Asia/Tokyo");
        ExportForm form([] { return Today; },
                        [&](const QTimeZone &zone) { return zone.id() == tokyo ? Today.addDays(1) : QDate(); });
        FormInput input = form.defaults();
        input.end = Today.addDays(1).toString(Qt::ISODate);
        form.setInput(input);
        QVERIFY(!form.canSubmit());
        input.siteTimeZone = QString::fromLatin1(tokyo);
        form.setInput(input);
        QVERIFY2(form.canSubmit(), qPrintable(form.reason()));
        QCOMPARE(form.today(), Today.addDays(1));
    }

    /// Left open over midnight.
    void aNewDayIsFollowed()
    {
        QDate day = Today;
        ExportForm form([&day] { return day; });
        form.edit(QStringLiteral("end_date"),
                  [](FormInput &input) { input.end = Today.addDays(1).toString(Qt::ISODate); });
        QVERIFY(!form.canSubmit());
        QVERIFY(!form.message(QStringLiteral("end_date")).isEmpty());
        const QSignalSpy changed(&form, &ExportForm::changed);
        form.followDay();
        QCOMPARE(changed.size(), 0);
        day = Today.addDays(1);
        form.followDay();
        QCOMPARE(changed.size(), 1);
        QVERIFY2(form.canSubmit(), qPrintable(form.reason()));
        QCOMPARE(form.message(QStringLiteral("end_date")), QString());
    }

    void barriersAreExplained()
    {
        ExportForm form([] { return Today; });
        form.setBarrier(ExportForm::Barrier::RedisAway);
        QVERIFY(!form.canSubmit());
        QCOMPARE(form.reason(), QStringLiteral("Waits for Redis; your input is kept"));
        form.setBarrier(ExportForm::Barrier::None);
        QVERIFY(form.canSubmit());
    }

    void thePreviewGoesOnWithAFutureEnd()
    {
        ExportForm form([] { return Today; });
        form.edit(QStringLiteral("end_date"), [](FormInput &input) { input.end = QStringLiteral("2026-12-24"); });
        bool moved = false;
        const auto request = form.previewRequest(&moved);
        QVERIFY(request && moved);
        QCOMPARE(request->end, Today);
    }
};

QTEST_GUILESS_MAIN(TestExportForm)
#include "test_exportform.moc"
