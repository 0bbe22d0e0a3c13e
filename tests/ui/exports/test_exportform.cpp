// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportform.h"

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
                                   << "2026-11-22" << none << "Date range cannot exceed 1 year";
        QTest::newRow("equal") << "2026-11-01"
                               << "2026-11-01"
                               << "start_date must be before end_date" << none;
        QTest::newRow("reversed") << "2026-11-05"
                                  << "2026-11-01"
                                  << "start_date must be before end_date" << none;
        QTest::newRow("future end") << "2026-11-01"
                                    << "2026-11-23" << none << "end_date cannot be in the future";
        QTest::newRow("both future") << "2026-12-01"
                                     << "2026-12-02"
                                     << "start_date cannot be in the future"
                                     << "end_date cannot be in the future";
        QTest::newRow("no day of the calendar") << "2026-02-30"
                                                << "2026-11-22"
                                                << "start_date must be a date in the form YYYY-MM-DD" << none;
        QTest::newRow("no date at all") << "yesterday"
                                        << "2026-11-22"
                                        << "start_date must be a date in the form YYYY-MM-DD" << none;
        QTest::newRow("another order") << "22.11.2026"
                                       << "2026-11-22"
                                       << "start_date must be a date in the form YYYY-MM-DD" << none;
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
        for (const char *typed : {"", "2", "2026", "2026-", "2026-1", "2026-11-", "2026-11-2"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << true;
        for (const char *typed : {"x", "2026/", "2026-13", "2026-11-4", "2026-02-30", "2026-11-221"})
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
        QCOMPARE(form.message(QStringLiteral("end_date")), QStringLiteral("Date range cannot exceed 1 year"));
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
        QVERIFY(form.message(field).contains(QLatin1String("end_date cannot be in the future")));
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
            QVERIFY(FormInput::fromJson(input.toJson(), form.defaults()) == input);
            form.setInput(input);
            const exports::ExportRequest asked = *form.request();
            const auto again = FormInput::fromRequest(asked.kind, exports::toJson(asked), form.defaults());
            QVERIFY(again.has_value());
            form.setInput(*again);
            QVERIFY(form.request() == asked);
        }
        QVERIFY(!FormInput::fromRequest(exports::ExportKind::Zip,
                                        {{QStringLiteral("detection_ids"), QStringLiteral("x")}}, form.defaults()));
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
