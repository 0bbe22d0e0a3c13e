// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pgsession.h"

namespace herdbook::demo {

Result<PgSession> PgSession::open(const PostgresSettings &settings)
{
    // Filling and indexing a large database takes its time.
    using namespace std::chrono_literals;
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings, {}, {10s, 30min, 30min});
    return connection ? Result<PgSession>(PgSession(*std::move(connection))) : Result<PgSession>(connection.error());
}

Result<void> PgSession::copyIn(const QByteArray &sql, const std::function<QByteArray()> &next)
{
    const Result<qint64> stored =
        m_connection->copyIn(QString::fromUtf8(sql), [&next]() -> Result<QByteArray> { return next(); });
    return stored ? Result<void>() : Result<void>(stored.error());
}

} // namespace herdbook::demo
