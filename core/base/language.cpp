// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/language.h"

#include <QDateTime>

namespace herdbook {

namespace {

thread_local int englishScopes = 0;

QString formatFor(const QLocale &locale, QString format)
{
    switch (locale.language()) {
    case QLocale::German:
        return format == QLatin1String("d") ? QStringLiteral("d.")
                                            : format.replace(QStringLiteral("d M"), QStringLiteral("d. M"));
    case QLocale::Spanish:
        return format.replace(QStringLiteral("d MMMM"), QStringLiteral("d 'de' MMMM"))
            .replace(QStringLiteral("MMMM yyyy"), QStringLiteral("MMMM 'de' yyyy"));
    default:
        return format;
    }
}

} // namespace

EnglishTexts::EnglishTexts()
{
    ++englishScopes;
}

EnglishTexts::~EnglishTexts()
{
    --englishScopes;
}

bool EnglishTexts::isOn()
{
    return englishScopes > 0;
}

QLocale shownLocale()
{
    return EnglishTexts::isOn() ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale();
}

QString shownPercent(const QString &number)
{
    return number + (shownLocale().language() == QLocale::German ? QStringLiteral("\u00a0%") : QStringLiteral("%"));
}

QString shownNumber(double value, int decimals)
{
    return shownLocale().toString(value, 'f', decimals);
}

QString shownFigure(const std::string &text)
{
    const QLocale locale = shownLocale();
    QString figure;
    for (const QChar mark : QString::fromStdString(text))
        figure += mark == u',' ? locale.groupSeparator() : mark == u'.' ? locale.decimalPoint() : QString(mark);
    return figure.endsWith(u'%') ? shownPercent(figure.chopped(1)) : figure;
}

QString typedNumber(QString text)
{
    return text.replace(u',', u'.');
}

QString shownCount(qint64 number)
{
    return shownLocale().toString(number);
}

QString shownDate(const QDate &day, const QString &format)
{
    const QLocale locale = shownLocale();
    return locale.toString(day, formatFor(locale, format));
}

QString shownDate(const QDateTime &time, const QString &format)
{
    const QLocale locale = shownLocale();
    return locale.toString(time, formatFor(locale, format));
}

} // namespace herdbook
