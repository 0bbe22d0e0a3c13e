// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <functional>
#include <optional>

namespace herdbook {

/// Tells the time in UTC. Injected wherever "now" or "today" decides something, so that tests can set it.
using Clock = std::function<QDateTime()>;

/// The machine's clock.
Clock systemClock();

/// Naive UTC ISO 8601 with microseconds, "2026-11-22T14:30:45.123456", as the Python side writes (the last three digits are 0).
QString toWireTime(const QDateTime &time);

/// Reads the wire form; a trailing `Z` or offset is accepted, a missing one means UTC. Nothing when it is no time.
std::optional<QDateTime> fromWireTime(const QString &text);

/// What is said of a clock that differs from Redis's by over 30 s, by which all jobs' times are judged; nothing of another.
/// @param whose such as a machine's name.
/// @param ahead seconds; negative where it is behind.
QString clockDifference(const QString &whose, qint64 ahead);

} // namespace herdbook
