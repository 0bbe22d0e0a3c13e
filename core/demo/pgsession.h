// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

namespace herdbook::demo {

/// A connection for making and filling private databases: statements without results, single values as text, COPY. For one thread at a
/// time.
class PgSession
{
public:
    /// Unreachable or Denied with the server's message.
    static Result<PgSession> open(const PostgresSettings &settings);

    /// Runs one or several statements and drops their results.
    Result<void> execute(const QByteArray &sql) { return m_connection->runScript(QString::fromUtf8(sql)); }

    /// The first column of the first row as text; empty when there is none.
    Result<QByteArray> value(const QByteArray &sql) { return m_connection->valueAsText(QString::fromUtf8(sql)); }

    /// Feeds `COPY ... FROM STDIN` with blocks until `next` gives an empty one. Stops at the first error.
    Result<void> copyIn(const QByteArray &sql, const std::function<QByteArray()> &next);

private:
    explicit PgSession(std::unique_ptr<storage::Postgres> connection) : m_connection(std::move(connection)) {}

    std::unique_ptr<storage::Postgres> m_connection;
};

} // namespace herdbook::demo
