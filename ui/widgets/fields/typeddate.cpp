// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/typeddate.h"

#include "core/base/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace herdbook::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

const QString Iso = QStringLiteral("yyyy-MM-dd");

/// Blanks, of the narrow and the invisible sort too, become one plain one; none is left at the ends.
QString tidied(const QString &text)
{
    static const QRegularExpression invisible(
        QStringLiteral("[\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}\\x{FEFF}]"));
    static const QRegularExpression dashes(QStringLiteral("[\\x{2010}-\\x{2015}\\x{2212}]"));
    return QString(text).remove(invisible).replace(dashes, QStringLiteral("-")).simplified();
}

QString monthName(int month)
{
    return QLocale().monthName(month, QLocale::LongFormat);
}

/// 1..12 for a month's name or the beginning of it from three letters on; 0 for anything else.
int monthOf(const QString &word)
{
    const QString wanted = word.endsWith(u'.') ? word.chopped(1) : word;
    if (wanted.size() < 3)
        return 0;
    for (const QLocale::Language language : {QLocale::English, QLocale::German, QLocale::Spanish}) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            if (locale.standaloneMonthName(month, QLocale::LongFormat).startsWith(wanted, Qt::CaseInsensitive))
                return month;
        }
    }
    return 0;
}

TypedDate dayOf(int year, int month, int day)
{
    TypedDate typed;
    const QDate date(year, month, day);
    if (date.isValid()) {
        typed.kind = TypedDate::Kind::Day;
        typed.days = {date};
        return typed;
    }
    typed.kind = TypedDate::Kind::NoSuchDay;
    if (month < 1 || month > 12)
        typed.problem = tr("There is no month %1").arg(month);
    else if (day < 1 || day > 31)
        typed.problem = tr("There is no day %1").arg(day);
    else if (year < 1)
        typed.problem = tr("There is no year %1").arg(year);
    else
        typed.problem = tr("%1 has no %2 %3").arg(year).arg(day).arg(monthName(month));
    return typed;
}

/// Two numbers and a year, where either may be the day.
TypedDate dayOrMonthFirst(int first, int second, int year, bool dayFirst)
{
    const bool onlyMonthFirst = first <= 12 && second > 12;
    if (onlyMonthFirst)
        return dayOf(year, first, second);
    if (dayFirst || first > 12 || first == second || first == 0 || second == 0)
        return dayOf(year, second, first);
    TypedDate typed;
    typed.kind = TypedDate::Kind::TwoDays;
    typed.days = {QDate(year, second, first), QDate(year, first, second)};
    return year < 1 ? dayOf(year, second, first) : typed;
}

TypedDate byName(const QString &text)
{
    static const QRegularExpression dayFirst(
        QStringLiteral("\\A(\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:de )?(\\p{L}+\\.?),? ?(?:de |del )?(\\d{4})\\z"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression monthFirst(
        QStringLiteral("\\A(\\p{L}+\\.?) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\z"),
        QRegularExpression::CaseInsensitiveOption);
    for (const bool first : {true, false}) {
        const QRegularExpressionMatch match = (first ? dayFirst : monthFirst).match(text);
        const int month = match.hasMatch() ? monthOf(match.captured(first ? 2 : 1)) : 0;
        if (month > 0)
            return dayOf(match.captured(3).toInt(), month, match.captured(first ? 1 : 2).toInt());
    }
    return {TypedDate::Kind::NoDate, {}, {}, false};
}

bool isBeginning(const QString &text)
{
    static const QRegularExpression beginning(
        QStringLiteral("\\A(\\d{1,4}|\\d{4} ?[-/. ] ?(0?|1|0?[1-9]|1[0-2])|\\d{4} ?[-/. ] ?(0?[1-9]|1[0-2]) ?[-/. ] ?0?"
                       "|\\d{1,2} ?[-/.] ?(\\d{1,2}( ?[-/.] ?\\d{0,3})?)?)\\z"));
    return beginning.match(text).hasMatch();
}

} // namespace

TypedDate TypedDate::read(const QString &text)
{
    // A day out of a table may have its time behind it.
    static const QRegularExpression time(
        QStringLiteral("(?<=\\d)[T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?\\z"));
    static const QRegularExpression yearFirst(QStringLiteral("\\A(\\d{4}) ?([-/. ]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})\\z"));
    static const QRegularExpression yearLast(QStringLiteral("\\A(\\d{1,2}) ?([-/. ]) ?(\\d{1,2}) ?\\2 ?(\\d{4})\\z"));
    static const QRegularExpression packed(QStringLiteral("\\A(\\d{4})(\\d{2})(\\d{2})\\z"));
    const QString tidy = tidied(text).remove(time);
    if (tidy.isEmpty())
        return {};
    if (const auto match = yearFirst.match(tidy); match.hasMatch() && match.captured(4) != QLatin1String("0")) {
        TypedDate typed = dayOf(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
        typed.mayGoOn = typed.isDay() && match.captured(4).size() == 1 && match.captured(4).toInt() <= 3;
        return typed;
    }
    if (const auto match = packed.match(tidy); match.hasMatch())
        return dayOf(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (const auto match = yearLast.match(tidy); match.hasMatch())
        return dayOrMonthFirst(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt(),
                               match.captured(2) == QLatin1String("."));
    static const QRegularExpression monthOnly(QStringLiteral("\\A\\d{4}-(\\d{2})-?\\z"));
    if (const auto match = monthOnly.match(tidy); match.hasMatch() && match.captured(1).toInt() > 12)
        return dayOf(2000, match.captured(1).toInt(), 1);
    if (isBeginning(tidy))
        return {Kind::Beginning, {}, {}, false};
    return byName(tidy);
}

QString TypedDate::normalized(const QString &text)
{
    const TypedDate typed = read(text);
    return typed.isDay() ? typed.days.first().toString(Iso) : tidied(text);
}

QString dayText(const QDate &day)
{
    return shownDate(day, QStringLiteral("d MMMM yyyy"));
}

} // namespace herdbook::ui
