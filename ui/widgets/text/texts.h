// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

/// Counts, times and tool tips as every screen writes them.
namespace herdbook {

/// "20,000".
QString countText(qint64 number);
/// "1 image", "2,300 images".
/// @param many holds %1.
QString countText(qint64 number, const QString &one, const QString &many);

/// "28 Nov 2026".
QString dateText(const QDate &day);
/// "14:02".
QString clockText(const QDateTime &time, const QTimeZone &zone);
/// Since when something lasts: "14:02" where that is today, else "28 Nov, 14:02".
QString sinceText(const QDateTime &time, const QTimeZone &zone, const QDateTime &now);
/// "28 Nov 2026, 14:02".
QString momentText(const QDateTime &time, const QTimeZone &zone);

/// A tool tip of a text with names and errors from outside: none of it becomes markup.
QString plainTip(const QString &text);

} // namespace herdbook
