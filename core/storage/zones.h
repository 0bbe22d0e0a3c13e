// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QTimeZone>

namespace herdbook::storage {

class Postgres;

/// Whether PostgreSQL knows the zone and has the same local times in it, in summer and winter of the years from `first` to `last`, as
/// this machine. InvalidInput, naming the zone and a time that differs, otherwise: days would be counted wrongly.
Result<void> checkZone(Postgres &connection, const QTimeZone &zone, const QDate &first, const QDate &last);

/// The same for this year.
Result<void> checkZone(Postgres &connection, const QTimeZone &zone);

} // namespace herdbook::storage
