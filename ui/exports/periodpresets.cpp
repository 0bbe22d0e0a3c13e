// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/periodpresets.h"

#include <QCoreApplication>
#include <QLocale>

namespace herdbook::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

} // namespace

QString periodLabel(const QDate &start, const QDate &end)
{
    if (!start.isValid() || !end.isValid() || start > end)
        return {};
    const auto day = [](const QDate &date, const QString &format) { return QLocale::c().toString(date, format); };
    if (start.dayOfYear() == 1 && end == start.addYears(1).addDays(-1))
        return QString::number(start.year());
    if (start.day() == 1 && end == start.addMonths(1).addDays(-1))
        return day(start, QStringLiteral("MMMM yyyy"));
    const bool sameYear = start.year() == end.year();
    return day(start, sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy")) + QStringLiteral(" \u2013 ") +
           day(end, QStringLiteral("d MMM yyyy"));
}

QList<ComparisonPreset> comparisonPresets(const QDate &today)
{
    QList<ComparisonPreset> presets;
    const auto period = [](const QString &label, const QDate &start, const QDate &end) {
        return FormInput::PeriodInput{label, start.toString(Qt::ISODate), end.toString(Qt::ISODate)};
    };
    // The earlier one ends where the newer one has come to.
    const auto add = [&](const QString &name, const QString &earlier, const QString &newer, const QDate &start,
                         const QDate &end) {
        const QDate last = std::min(end, today);
        // What the period calls whole is not, yet. Its name is printed in the report, which is English.
        const auto cut = [&](const QString &label, const QDate &to) {
            return last == end
                       ? label
                       : QStringLiteral("%1 to %2").arg(label, QLocale::c().toString(to, QStringLiteral("d MMM")));
        };
        // All of these end with a month: February is a day longer in a leap year.
        const QDate whole = QDate(end.year(), end.month(), 1).addYears(-1).addMonths(1).addDays(-1);
        const QDate earlierEnd = last == end ? whole : last.addYears(-1);
        ComparisonPreset preset{
            name,
            {period(cut(earlier, earlierEnd), start.addYears(-1), earlierEnd), period(cut(newer, last), start, last)},
            {}};
        if (start >= last)
            preset.problem = tr("Only one day so far: a range needs two");
        presets.append(preset);
    };
    const int newest = today.month() >= 10 ? today.year() : today.year() - 1;
    for (int year = newest; year > newest - 2; --year)
        add(tr("Rut %1 against %2").arg(year - 1).arg(year), QStringLiteral("Rut %1").arg(year - 1),
            QStringLiteral("Rut %1").arg(year), QDate(year, 10, 1), QDate(year + 1, 1, 31));
    const QDate month(today.year(), today.month(), 1);
    const auto named = [](const QDate &day) { return QLocale::c().toString(day, QStringLiteral("MMMM yyyy")); };
    add(tr("This month against the same month last year"), named(month.addYears(-1)), named(month), month,
        QDate(month.year(), month.month(), month.daysInMonth()));
    const QDate before = month.addMonths(-1);
    add(tr("Last month against the same month a year before"), named(before.addYears(-1)), named(before), before,
        month.addDays(-1));
    add(tr("This year against last year"), QString::number(today.year() - 1), QString::number(today.year()),
        QDate(today.year(), 1, 1), QDate(today.year(), 12, 31));
    return presets;
}

QList<DatePreset> datePresets(const QDate &today)
{
    QList<DatePreset> presets;
    const auto add = [&](const QString &name, const QDate &start, const QDate &end) {
        DatePreset preset{name, start, std::min(end, today), {}};
        if (preset.start >= preset.end)
            preset.problem = tr("Only one day so far: a range needs two");
        presets.append(preset);
    };
    const QDate month(today.year(), today.month(), 1);
    add(tr("Last 30 days"), today.addDays(-29), today);
    add(tr("This month"), month, today);
    add(tr("Last month"), month.addMonths(-1), month.addDays(-1));
    const int newest = today.month() >= 10 ? today.year() : today.year() - 1;
    for (int year = newest; year > newest - 3; --year)
        add(tr("Rut season %1").arg(year), QDate(year, 10, 1), QDate(year + 1, 1, 31));
    add(tr("A year up to today"), today.addYears(-1).addDays(1), today);
    return presets;
}

} // namespace herdbook::ui
