// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text/texts.h"

#include "core/base/language.h"

#include <QTextDocument>

namespace herdbook {

QString countText(qint64 number)
{
    return shownCount(number);
}

QString countText(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(countText(number));
}

QString dateText(const QDate &day)
{
    return shownDate(day, QStringLiteral("d MMM yyyy"));
}

QString clockText(const QDateTime &time, const QTimeZone &zone)
{
    return time.toTimeZone(zone).toString(QStringLiteral("HH:mm"));
}

QString sinceText(const QDateTime &time, const QTimeZone &zone, const QDateTime &now)
{
    const QDate day = time.toTimeZone(zone).date();
    if (day == now.toTimeZone(zone).date())
        return clockText(time, zone);
    return shownDate(day, QStringLiteral("d MMM")) + QStringLiteral(", ") + clockText(time, zone);
}

QString momentText(const QDateTime &time, const QTimeZone &zone)
{
    return dateText(time.toTimeZone(zone).date()) + QStringLiteral(", ") + clockText(time, zone);
}

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace herdbook
