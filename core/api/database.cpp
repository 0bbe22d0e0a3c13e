// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/database.h"

#include "core/season/detectionrows.h"
#include "core/storage/columns.h"
#include "core/storage/zones.h"

#include <QElapsedTimer>

namespace herdbook::api {

namespace {

constexpr auto Counting = std::chrono::seconds(3); ///< may a statement of a count take
constexpr auto Rest = std::chrono::seconds(10);    ///< when one took longer

Error slow()
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("PostgreSQL answers, but did not count the detections within %1 s: ask again later or for a "
                           "shorter period, or name the detections")
                .arg(Counting.count()),
            true};
}

} // namespace

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
        m_connection->limitStatements(m_patience);
        const Result<storage::Columns> columns = storage::Columns::probe(*m_connection, storage::Columns::Use::Reports);
        if (!columns)
            return columns.error();
        if (const QStringList refused = columns->unreadable(); !refused.isEmpty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("PostgreSQL: this service's role may not read ") +
                                                      refused.join(QLatin1String(", "))};
        return storage::checkZone(*m_connection, QTimeZone(m_settings.siteZone.toLatin1()));
    });
}

Result<qint64> Database::countDetections(const exports::ExportRequest &request, const QTimeZone &zone)
{
    if (std::chrono::steady_clock::now() < m_slowUntil)
        return slow();
    QElapsedTimer timer;
    timer.start();
    Result<qint64> counted = ask([&]() -> Result<qint64> {
        m_connection->limitStatements(m_patience);
        // As the worker will read them: times without a zone are of the request's.
        m_connection->setSiteZone(QString::fromLatin1(zone.id()));
        // Each time: a migration may run beside.
        const Result<storage::Columns> columns = storage::Columns::probe(*m_connection, storage::Columns::Use::Reports);
        if (!columns)
            return columns.error();
        m_connection->limitStatements(Counting);
        if (const Result<void> once = columns->checkIds(*m_connection); !once)
            return once.error();
        return season::countDetections(*m_connection, *columns,
                                       season::countedIn({season::instantsOf(request.start, request.end, zone)},
                                                         exports::coveredClassifications(request),
                                                         request.locationIds));
    });
    if (counted)
        return counted;
    // A role that connected, but may not read a table: no waiting helps.
    if (counted.error().kind == ErrorKind::Denied && m_connection)
        return Error{ErrorKind::InvalidInput, counted.error().message};
    if (counted.error().kind == ErrorKind::Unreachable &&
        timer.hasExpired(std::chrono::milliseconds(Counting).count()) && ping()) {
        m_slowUntil = std::chrono::steady_clock::now() + Rest;
        return slow();
    }
    return counted;
}

} // namespace herdbook::api
