// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <functional>
#include <memory>

struct pg_conn;

namespace herdbook::demo {

/// A plain libpq connection for making and filling private databases: statements without results, single values, COPY.
/// For one thread at a time.
class PgSession
{
public:
    /// Unreachable or Denied with the server's message.
    static Result<PgSession> open(const PostgresSettings &settings);

    /// Runs one or several statements and drops their results. Internal error with the server's message.
    Result<void> execute(const QByteArray &sql);

    /// The first column of the first row as text; empty when there is none.
    Result<QByteArray> value(const QByteArray &sql);

    /// Feeds `COPY ... FROM STDIN` with blocks until `next` gives an empty one. Stops at the first error.
    Result<void> copyIn(const QByteArray &sql, const std::function<QByteArray()> &next);

private:
    struct Close
    {
        void operator()(pg_conn *connection) const;
    };
    std::unique_ptr<pg_conn, Close> m_connection;
};

} // namespace herdbook::demo
