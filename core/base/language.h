// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <string>

class QDate;
class QDateTime;

namespace herdbook {

/// While one is alive, this thread's texts are English whatever the desktop speaks: for what is stored, sent or saved for programs to
/// read. They nest.
class EnglishTexts
{
public:
    EnglishTexts();
    ~EnglishTexts();
    EnglishTexts(const EnglishTexts &) = delete;
    EnglishTexts &operator=(const EnglishTexts &) = delete;

    static bool isOn();
};

/// The locale of numbers and dates for a person to read: the default one, which the desktop sets to that of its words. What a program
/// reads is never written by it.
QLocale shownLocale();

/// A number as a percentage: "5.0%", "5,0 %".
QString shownPercent(const QString &number);
/// "0.70", "0,70".
QString shownNumber(double value, int decimals);
/// A figure that core wrote, such as "<0.1%", "0.5525" or "12,070", with the marks of the language. It holds no words.
QString shownFigure(const std::string &text);
/// A number that somebody typed, with either decimal mark, as programs read it.
QString typedNumber(QString text);
/// "12,070", "12.070".
QString shownCount(qint64 number);
/// A day by Qt's format in the order and with the marks of an English one ("d MMM yyyy", "MMMM yyyy", "d"), as the language writes it:
/// "28 Nov 2026", "28. Nov. 2026", "28 nov 2026".
QString shownDate(const QDate &day, const QString &format);
/// The same with the time of day: "d MMM yyyy, HH:mm:ss".
QString shownDate(const QDateTime &time, const QString &format);

} // namespace herdbook
