// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/calendar.h"

#include <QLocale>

namespace herdbook::season {

using exports::GroupBy;

namespace {

QString english(const QDate &day, const QString &format)
{
    return QLocale::c().toString(day, format);
}

QDate nextUnit(const QDate &unit, GroupBy groupBy)
{
    return groupBy == GroupBy::Day ? unit.addDays(1) : groupBy == GroupBy::Week ? unit.addDays(7) : unit.addMonths(1);
}

} // namespace

QDate unitOf(const QDate &day, GroupBy groupBy)
{
    switch (groupBy) {
    case GroupBy::Day:
        return day;
    case GroupBy::Week:
        return day.addDays(1 - day.dayOfWeek());
    case GroupBy::Month:
        return {day.year(), day.month(), 1};
    }
    return day;
}

std::vector<Bucket> bucketsOf(const QDate &start, const QDate &end, GroupBy groupBy)
{
    std::vector<Bucket> buckets;
    if (!start.isValid() || !end.isValid())
        return buckets;
    for (QDate unit = unitOf(start, groupBy); unit <= end; unit = nextUnit(unit, groupBy))
        buckets.push_back({unit, std::max(unit, start), std::min(nextUnit(unit, groupBy).addDays(-1), end)});
    return buckets;
}

QString unitKey(const QDate &day, GroupBy groupBy)
{
    switch (groupBy) {
    case GroupBy::Day:
        return day.toString(Qt::ISODate);
    case GroupBy::Week: {
        int year = 0;
        const int week = day.weekNumber(&year);
        return QStringLiteral("%1-W%2").arg(year, 4, 10, QLatin1Char('0')).arg(week, 2, 10, QLatin1Char('0'));
    }
    case GroupBy::Month:
        return english(day, QStringLiteral("yyyy-MM"));
    }
    return {};
}

QString unitName(const QDate &unit, GroupBy groupBy)
{
    switch (groupBy) {
    case GroupBy::Day:
        return dayName(unit);
    case GroupBy::Week:
        return QStringLiteral("week of ") + dayName(unit);
    case GroupBy::Month:
        return english(unit, QStringLiteral("MMMM yyyy"));
    }
    return {};
}

QString shortUnitName(const QDate &unit, GroupBy groupBy)
{
    return english(unit, groupBy == GroupBy::Month ? QStringLiteral("MMM yyyy") : QStringLiteral("d MMM"));
}

QString dayName(const QDate &day)
{
    return english(day, QStringLiteral("d MMMM yyyy"));
}

QString periodName(const QDate &start, const QDate &end)
{
    if (start == end)
        return dayName(start);
    const QString format = start.year() != end.year()     ? QStringLiteral("d MMMM yyyy")
                           : start.month() != end.month() ? QStringLiteral("d MMMM")
                                                          : QStringLiteral("d");
    return english(start, format) + QStringLiteral(" to ") + dayName(end);
}

InstantRange instantsOf(const QDate &start, const QDate &end, const QTimeZone &zone)
{
    return {start.startOfDay(zone).toUTC(), end.addDays(1).startOfDay(zone).toUTC()};
}

} // namespace herdbook::season
