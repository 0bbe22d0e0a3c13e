// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <algorithm>

namespace herdbook {

Clock systemClock()
{
    return [] { return QDateTime::currentDateTimeUtc(); };
}

QString toWireTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + QLatin1String("000");
}

std::optional<QDateTime> fromWireTime(const QString &text)
{
    if (text.size() > 40)
        return std::nullopt;
    // Never by way of the local time zone: it has hours that don't exist, and looking at it costs a system call.
    const bool isNaive = std::none_of(text.begin() + std::min<qsizetype>(10, text.size()), text.end(),
                                      [](QChar c) { return c == u'Z' || c == u'z' || c == u'+' || c == u'-'; });
    const QDateTime time = QDateTime::fromString(isNaive ? text + u'Z' : text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toUTC();
}

} // namespace herdbook
