// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/database.h"

#include "core/reports/detectionrows.h"
#include "core/storage/columns.h"

#include <QElapsedTimer>

namespace herdbook::api {

Database::Database(PostgresSettings settings, std::chrono::milliseconds patience)
    : m_settings(std::move(settings)), m_patience(patience)
{
}

Result<void> Database::connect()
{
    Result<std::unique_ptr<storage::Postgres>> opened =
        storage::Postgres::open(m_settings, {}, {m_patience, m_patience, m_patience});
    if (!opened)
        return opened.error();
    m_connection = *std::move(opened);
    return {};
}

template<class Step>
auto Database::ask(Step &&step) -> decltype(step())
{
    QElapsedTimer timer;
    timer.start();
    if (m_connection) {
        auto answer = step();
        if (answer || m_connection->isOpen())
            return answer;
        m_connection.reset();
        if (timer.hasExpired(m_patience.count()))
            return answer; // silent, not merely stale
    }
    if (const Result<void> connected = connect(); !connected)
        return connected.error();
    auto answer = step();
    if (!m_connection->isOpen())
        m_connection.reset();
    return answer;
}

Result<void> Database::ping()
{
    return ask([this]() -> Result<void> {
        const Result<storage::Columns> columns = storage::Columns::probe(*m_connection, storage::Columns::Use::Reports);
        return columns ? Result<void>() : Result<void>(columns.error());
    });
}

Result<qint64> Database::countDetections(const exports::ExportRequest &request, const QTimeZone &zone)
{
    return ask([&]() -> Result<qint64> {
        // As the worker will read them: times without a zone are of the request's.
        m_connection->setSiteZone(QString::fromLatin1(zone.id()));
        // Each time: a migration may run beside.
        const Result<storage::Columns> columns = storage::Columns::probe(*m_connection, storage::Columns::Use::Reports);
        if (!columns)
            return columns.error();
        if (const Result<void> once = columns->checkIds(*m_connection); !once)
            return once.error();
        return reports::countDetections(*m_connection, *columns,
                                        reports::countedIn({reports::instantsOf(request.start, request.end, zone)},
                                                           exports::coveredClassifications(request),
                                                           request.locationIds));
    });
}

} // namespace herdbook::api
