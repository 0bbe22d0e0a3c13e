// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/exports/exportrequest.h"

#include <chrono>
#include <memory>

struct pg_conn;
struct pg_result;

namespace herdbook::api {

/// A connection to PostgreSQL on which nothing waits longer than `patience`, whether the server is gone, hangs or is slow (which
/// storage::Postgres can't promise: a blocking call waits for a stopped server as long as it is stopped). One thread at a time.
class Database
{
public:
    explicit Database(PostgresSettings settings, std::chrono::milliseconds patience = std::chrono::milliseconds(1500));
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Whether it answers: Unreachable or Denied otherwise.
    Result<void> ping();

    /// How many detections a ZIP by dates will hold: valid, no duplicates, of the request's classes, both days inclusive in `zone`.
    Result<qint64> countDetections(const exports::ExportRequest &request, const QTimeZone &zone);

private:
    struct Finish
    {
        void operator()(pg_conn *connection) const;
    };
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    using Answer = std::unique_ptr<pg_result, Clear>;
    using Deadline = std::chrono::steady_clock::time_point;

    Result<void> connect(Deadline deadline);
    Result<Answer> ask(const char *sql, const QByteArrayList &values);
    Result<Answer> askOnce(const char *sql, const QByteArrayList &values, Deadline deadline);
    Error lost(const QString &why);

    const PostgresSettings m_settings;
    const std::chrono::milliseconds m_patience;
    std::unique_ptr<pg_conn, Finish> m_connection;
};

} // namespace herdbook::api
