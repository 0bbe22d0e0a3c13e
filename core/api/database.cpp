// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/database.h"

#include <QByteArrayList>
#include <QDateTime>

#include <libpq-fe.h>
#include <poll.h>

namespace herdbook::api {

namespace {

using std::chrono::steady_clock;

/// False when the socket wasn't ready by then.
bool waitFor(int socket, short events, steady_clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - steady_clock::now());
    pollfd waiting{socket, events, 0};
    return left.count() > 0 && ::poll(&waiting, 1, static_cast<int>(left.count())) > 0;
}

/// Columns that migrations added may be missing: a name that the inner query's tables don't have means the outer one of `missing`.
constexpr const char *CountSql = R"(
SELECT n FROM (SELECT true AS is_valid, false AS is_duplicate, NULL::text AS corrected_classification) missing,
LATERAL (SELECT count(*) AS n FROM detections d JOIN images i ON i.id = d.image_id
         WHERE i."timestamp" >= $1::timestamptz AND i."timestamp" < $2::timestamptz
           AND coalesce(is_valid, true) AND NOT coalesce(is_duplicate, false)
           AND coalesce(corrected_classification, d.classification) = ANY ($3::text[])
           AND (cardinality($4::uuid[]) = 0 OR i.location_id = ANY ($4::uuid[]))) counted)";

QByteArray startOf(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toUTC().toString(Qt::ISODate).toLatin1();
}

} // namespace

void Database::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

void Database::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

Database::Database(PostgresSettings settings, std::chrono::milliseconds patience)
    : m_settings(std::move(settings)), m_patience(patience)
{
}

Database::~Database() = default;

Error Database::lost(const QString &why)
{
    m_connection.reset();
    return {ErrorKind::Unreachable,
            QStringLiteral("PostgreSQL at %1:%2 %3").arg(m_settings.host).arg(m_settings.port).arg(why)};
}

Result<void> Database::connect(Deadline deadline)
{
    const QByteArrayList values{m_settings.host.toUtf8(),
                                QByteArray::number(m_settings.port),
                                m_settings.user.toUtf8(),
                                m_settings.password.toUtf8(),
                                m_settings.database.toUtf8(),
                                m_settings.sslMode.toUtf8(),
                                "herdbook-api",
                                "-c statement_timeout=5000"};
    const char *const names[] = {"host",    "port", "user", "password", "dbname", "sslmode", "application_name",
                                 "options", nullptr};
    std::vector<const char *> texts;
    for (const QByteArray &value : values)
        texts.push_back(value.constData());
    texts.push_back(nullptr);
    m_connection.reset(PQconnectStartParams(names, texts.data(), 0));
    if (!m_connection)
        return Error{ErrorKind::Internal, QStringLiteral("Out of memory connecting to PostgreSQL")};
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED || PQstatus(m_connection.get()) == CONNECTION_BAD) {
            const QString why = QString::fromUtf8(PQerrorMessage(m_connection.get())).section(u'\n', 0, 0);
            const bool denied = why.contains(QLatin1String("FATAL"));
            m_connection.reset();
            return Error{denied ? ErrorKind::Denied : ErrorKind::Unreachable, QStringLiteral("PostgreSQL: ") + why};
        }
        const short events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (!waitFor(PQsocket(m_connection.get()), events, deadline))
            return lost(QStringLiteral("does not answer"));
        state = PQconnectPoll(m_connection.get());
    }
    return {};
}

Result<Database::Answer> Database::askOnce(const char *sql, const QByteArrayList &values, Deadline deadline)
{
    std::vector<const char *> texts;
    for (const QByteArray &value : values)
        texts.push_back(value.constData());
    if (PQsendQueryParams(m_connection.get(), sql, static_cast<int>(texts.size()), nullptr, texts.data(), nullptr,
                          nullptr, 0) == 0)
        return lost(QStringLiteral("broke the connection"));
    Answer last;
    for (;;) {
        while (PQisBusy(m_connection.get()) != 0) {
            if (!waitFor(PQsocket(m_connection.get()), POLLIN, deadline))
                return lost(QStringLiteral("does not answer"));
            if (PQconsumeInput(m_connection.get()) == 0)
                return lost(QStringLiteral("broke the connection"));
        }
        Answer next(PQgetResult(m_connection.get()));
        if (!next)
            break;
        last = std::move(next);
    }
    if (PQresultStatus(last.get()) == PGRES_TUPLES_OK)
        return last;
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        return lost(QStringLiteral("broke the connection"));
    return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL: ") +
                                          QString::fromUtf8(PQresultErrorField(last.get(), PG_DIAG_MESSAGE_PRIMARY))};
}

Result<Database::Answer> Database::ask(const char *sql, const QByteArrayList &values)
{
    const Deadline deadline = steady_clock::now() + m_patience;
    // A connection from before a restart of the server says so only when it is used.
    const bool mayBeStale = m_connection != nullptr;
    if (mayBeStale) {
        Result<Answer> answer = askOnce(sql, values, deadline);
        if (answer || answer.error().kind != ErrorKind::Unreachable || steady_clock::now() >= deadline)
            return answer;
    }
    if (const Result<void> connected = connect(deadline); !connected)
        return connected.error();
    return askOnce(sql, values, deadline);
}

Result<void> Database::ping()
{
    const Result<Answer> answer = ask("SELECT 1", {});
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<qint64> Database::countDetections(const exports::ExportRequest &request, const QTimeZone &zone)
{
    const QString classes = u'{' + exports::coveredClassifications(request).join(u',') + u'}';
    const QString locations = u'{' + request.locationIds.join(u',') + u'}';
    const Result<Answer> answer = ask(CountSql, {startOf(request.start, zone), startOf(request.end.addDays(1), zone),
                                                 classes.toLatin1(), locations.toLatin1()});
    if (!answer)
        return answer.error();
    return QByteArray(PQgetvalue(answer.value().get(), 0, 0)).toLongLong();
}

} // namespace herdbook::api
