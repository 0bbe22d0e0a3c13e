// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace herdbook {

Clock systemClock()
{
    return [] { return QDateTime::currentDateTimeUtc(); };
}

QString toWireTime(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    const QTime day = utc.time();
    // Every status has several of these; by a format of QDateTime's it takes ten times as long.
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03d000", date.year(),
                                   date.month(), date.day(), day.hour(), day.minute(), day.second(), day.msec());
    return time.isValid() ? QString::fromLatin1(text.data(), size) : QString();
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

QString clockDifference(const QString &whose, qint64 ahead)
{
    constexpr qint64 MostSeconds = 30;
    if (std::abs(ahead) <= MostSeconds)
        return {};
    return QStringLiteral("The clock of %1 is %2 s %3 Redis's")
        .arg(whose)
        .arg(std::abs(ahead))
        .arg(ahead > 0 ? QLatin1String("ahead of") : QLatin1String("behind"));
}

} // namespace herdbook
