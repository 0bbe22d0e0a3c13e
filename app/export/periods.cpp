// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/periods.h"

namespace herdbook::exporting {

namespace {

/// The days of a period by name: last-7-days, last-30-days, this-month, last-month, this-year, last-year, rut-2026 (1 October to 31
/// January). Nothing for another name. No day after `today`.
std::optional<exports::Period> periodByName(const QString &name, const QDate &today)
{
    const QDate month(today.year(), today.month(), 1);
    const auto period = [&](const QDate &start, const QDate &end) {
        return exports::Period{name, start, std::min(end, today)};
    };
    if (name == QLatin1String("last-7-days"))
        return period(today.addDays(-6), today);
    if (name == QLatin1String("last-30-days"))
        return period(today.addDays(-29), today);
    if (name == QLatin1String("this-month"))
        return period(month, today);
    if (name == QLatin1String("last-month"))
        return period(month.addMonths(-1), month.addDays(-1));
    if (name == QLatin1String("this-year"))
        return period(QDate(today.year(), 1, 1), today);
    if (name == QLatin1String("last-year"))
        return period(QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31));
    bool ok = false;
    const int year = name.mid(4).toInt(&ok);
    if (ok && name.startsWith(QLatin1String("rut-")) && year >= 1900 && year <= 9998)
        return period(QDate(year, 10, 1), QDate(year + 1, 1, 31));
    return std::nullopt;
}

/// The day up to which a period is compared with those named beside it: where the newest of its kind isn't over, all end on the day to
/// which that has come.
QDate comparedUpTo(const exports::Period &period, const QStringList &names, const QDate &today)
{
    if (period.label == QLatin1String("last-year") && names.contains(QLatin1String("this-year")))
        return std::min(period.end, today.addYears(-1));
    const bool monthIsOver = today.day() == today.daysInMonth();
    if (period.label == QLatin1String("last-month") && names.contains(QLatin1String("this-month")) && !monthIsOver)
        return std::min(period.end, today.addMonths(-1));
    const QLatin1String rut("rut-");
    for (const QString &name : names) {
        const std::optional<exports::Period> newest = periodByName(name, today);
        if (newest && period.label.startsWith(rut) && name.startsWith(rut) && newest->end == today &&
            today >= newest->start)
            return std::min(period.end, today.addYears(period.start.year() - newest->start.year()));
    }
    return period.end;
}

} // namespace

Result<exports::Period> begunPeriod(const QString &name, const QDate &today)
{
    const std::optional<exports::Period> named = periodByName(name, today);
    if (!named)
        return invalid(QStringLiteral("\"%1\" is none of: last-7-days, last-30-days, this-month, last-month, "
                                      "this-year, last-year, rut-YYYY")
                           .arg(name));
    if (named->start > today)
        return invalid(QStringLiteral("%1 begins on %2").arg(name, named->start.toString(Qt::ISODate)));
    if (named->start == named->end)
        return invalid(QStringLiteral("%1 has only one day so far: a range needs two").arg(name));
    return *named;
}

void setDays(QJsonObject &body, const QDate &start, const QDate &end)
{
    body.insert(QLatin1String("start_date"), start.toString(Qt::ISODate));
    body.insert(QLatin1String("end_date"), end.toString(Qt::ISODate));
}

Result<QJsonArray> comparedPeriods(const QStringList &texts, const QDate &today)
{
    const auto daysOf = [](const QString &text) { return text.mid(text.lastIndexOf(u'=') + 1).trimmed(); };
    QStringList names;
    std::transform(texts.begin(), texts.end(), std::back_inserter(names), daysOf);
    QJsonArray periods;
    for (const QString &text : texts) {
        const qsizetype at = text.lastIndexOf(u'=');
        if (at <= 0)
            return invalid(
                QStringLiteral("--compare must be LABEL=YYYY-MM-DD..YYYY-MM-DD or LABEL=NAME, not \"%1\"").arg(text));
        QJsonObject period{{QLatin1String("label"), text.left(at).trimmed()}};
        const QStringList ends = daysOf(text).split(QStringLiteral(".."));
        if (ends.size() == 2) {
            period.insert(QLatin1String("start_date"), ends[0].trimmed());
            period.insert(QLatin1String("end_date"), ends[1].trimmed());
        } else {
            const Result<exports::Period> named = begunPeriod(daysOf(text), today);
            if (!named)
                return invalid(QStringLiteral("--compare: ") + named.error().message);
            setDays(period, named->start, comparedUpTo(*named, names, today));
        }
        periods.append(period);
    }
    return periods;
}

} // namespace herdbook::exporting
