// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportrequest.h"
#include "core/storage/postgres.h"

#include <chrono>

namespace herdbook::api {

/// A connection to PostgreSQL that is kept, on which nothing but a count waits longer than `patience`. One thread at a time.
class Database
{
public:
    explicit Database(PostgresSettings settings, std::chrono::milliseconds patience = std::chrono::milliseconds(1500));

    /// Whether it answers, has the tables that reports need, lets them be read and knows the site's zone; otherwise what is wrong.
    Result<void> ping();

    /// How many detections a ZIP by dates will hold: valid, no duplicates, of the request's classes, both days inclusive in `zone`. InvalidInput
    /// where that takes too long on a server that answers, and for a while afterwards.
    Result<qint64> countDetections(const exports::ExportRequest &request, const QTimeZone &zone);

private:
    Result<void> connect();
    /// Runs `step` on the connection; once more on a new one where the old one proves lost, as after a restart of the server.
    template<class Step>
    auto ask(Step &&step) -> decltype(step());

    const PostgresSettings m_settings;
    const std::chrono::milliseconds m_patience;
    std::unique_ptr<storage::Postgres> m_connection;
    std::chrono::steady_clock::time_point m_slowUntil; ///< no count is tried before
};

} // namespace herdbook::api
