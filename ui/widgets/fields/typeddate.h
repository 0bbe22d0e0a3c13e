// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace herdbook::ui {

/// What somebody meant who typed or pasted a day.
struct TypedDate
{
    enum class Kind {
        Empty,
        Beginning, ///< of something that can become a date: "2026-1", "31/"
        Day,       ///< one reading
        TwoDays,   ///< two readings: 1/3/2026 is 1 March and 3 January
        NoSuchDay, ///< a date by its form, but not one of the calendar
        NoDate
    };

    Kind kind = Kind::Empty;
    QList<QDate> days;    ///< one for Day, two for TwoDays, the usual day-first reading first
    QString problem;      ///< in words for NoSuchDay: "2026 has no 29 February"
    bool mayGoOn = false; ///< Day, but one more digit would still make a date: "2026-11-2"

    /// Understands year-month-day with any of - / . or blanks between (20261128 too), day.month.year, day/month/year or month/day/year where only
    /// one of the two is possible, names of months in English, German and Spanish, a time of day behind, and blanks of every sort around it.
    static TypedDate read(const QString &text);

    bool isDay() const { return kind == Kind::Day; }
    /// The day as the request wants it (YYYY-MM-DD); the text without its blanks where it isn't one day.
    static QString normalized(const QString &text);
};

/// "1 March 2026".
QString dayText(const QDate &day);

} // namespace herdbook::ui
