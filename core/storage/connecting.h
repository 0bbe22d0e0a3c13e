// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/owndatabase.h"
#include "core/storage/wire.h"

namespace herdbook::storage {

/// A connection opened by Qt's PostgreSQL driver, which belongs to the calling thread. Qt opens it, and talks to the server on the way, with
/// no deadline of its own; here the caller waits no longer than `limit`, or until a stop.
/// Unreachable when nobody answers or takes connections at present, Denied when user, password or database are refused.
Result<std::unique_ptr<OwnDatabase>> openDatabase(const PostgresSettings &settings, std::chrono::milliseconds limit,
                                                  const std::stop_token &stop);

/// "PostgreSQL at host:port"
QString placeOf(const PostgresSettings &settings);

/// libpq's connection of a driver; nullptr when it has none.
pg_conn *connectionOf(const QSqlDatabase &database);

} // namespace herdbook::storage
