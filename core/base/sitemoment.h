// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDateTime;
class QTimeZone;

namespace herdbook {

/// As documents say when something was: "28 November 2026, 14:00 (America/Chicago)".
QString siteMoment(const QDateTime &time, const QTimeZone &zone);

} // namespace herdbook
