// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pgsession.h"

#include <libpq-fe.h>

namespace herdbook::demo {

namespace {

struct Clear
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Reply = std::unique_ptr<PGresult, Clear>;

Error serverError(PGconn *connection)
{
    return {ErrorKind::Internal, QString::fromUtf8(PQerrorMessage(connection)).trimmed()};
}

bool succeeded(const Reply &reply)
{
    const ExecStatusType status = PQresultStatus(reply.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

} // namespace

void PgSession::Close::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

Result<PgSession> PgSession::open(const PostgresSettings &settings)
{
    const QByteArray host = settings.host.toUtf8();
    const QByteArray port = QByteArray::number(settings.port);
    const QByteArray user = settings.user.toUtf8();
    const QByteArray password = settings.password.toUtf8();
    const QByteArray database = settings.database.toUtf8();
    const QByteArray sslMode = settings.sslMode.toUtf8();
    const char *keys[] = {"host", "port", "user", "password", "dbname", "sslmode", "connect_timeout", nullptr};
    const char *values[] = {host, port, user, password, database, sslMode, "10", nullptr};
    PgSession session;
    session.m_connection.reset(PQconnectdbParams(keys, values, 0));
    PGconn *connection = session.m_connection.get();
    if (PQstatus(connection) != CONNECTION_OK)
        return Error{PQconnectionNeedsPassword(connection) ? ErrorKind::Denied : ErrorKind::Unreachable,
                     serverError(connection).message};
    PQsetNoticeProcessor(
        connection, [](void *, const char *) {}, nullptr);
    return session;
}

Result<void> PgSession::execute(const QByteArray &sql)
{
    const Reply reply(PQexec(m_connection.get(), sql.constData()));
    if (!succeeded(reply))
        return serverError(m_connection.get());
    return {};
}

Result<QByteArray> PgSession::value(const QByteArray &sql)
{
    const Reply reply(PQexec(m_connection.get(), sql.constData()));
    if (!succeeded(reply))
        return serverError(m_connection.get());
    return PQntuples(reply.get()) > 0 ? QByteArray(PQgetvalue(reply.get(), 0, 0)) : QByteArray();
}

Result<void> PgSession::copyIn(const QByteArray &sql, const std::function<QByteArray()> &next)
{
    PGconn *connection = m_connection.get();
    if (const Reply reply(PQexec(connection, sql.constData())); PQresultStatus(reply.get()) != PGRES_COPY_IN)
        return serverError(connection);
    bool sent = true;
    for (QByteArray block = next(); sent && !block.isEmpty(); block = next())
        sent = PQputCopyData(connection, block.constData(), static_cast<int>(block.size())) == 1;
    sent = PQputCopyEnd(connection, sent ? nullptr : "interrupted") == 1 && sent;
    std::optional<Error> error;
    while (const Reply reply{PQgetResult(connection)}) {
        if (!succeeded(reply) && !error)
            error = serverError(connection);
    }
    if (error || !sent)
        return error.value_or(serverError(connection));
    return {};
}

} // namespace herdbook::demo
