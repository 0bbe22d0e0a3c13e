// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/postgres.h"

#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

namespace herdbook::storage {

namespace {

/// The first line of libpq's message: it names what is wrong and holds no secret.
QString firstLine(const QSqlError &error)
{
    QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    text = text.section(u'\n', 0, 0).trimmed();
    for (const QLatin1String prefix : {QLatin1String("FATAL:"), QLatin1String("ERROR:")}) {
        if (const auto at = text.indexOf(prefix); at >= 0)
            text = text.mid(at + prefix.size()).trimmed();
    }
    return text;
}

Error connectionError(const PostgresSettings &settings, const QSqlError &error)
{
    const QString text = firstLine(error);
    const bool denied = text.contains(QLatin1String("authentication")) || text.contains(QLatin1String("password")) ||
                        text.contains(QLatin1String("does not exist")) || text.contains(QLatin1String("pg_hba")) ||
                        text.contains(QLatin1String("permission denied"));
    const QString where = QStringLiteral("PostgreSQL at %1:%2").arg(settings.host).arg(settings.port);
    if (denied)
        return {ErrorKind::Denied, QStringLiteral("%1 refused: %2").arg(where, text)};
    return {ErrorKind::Unreachable, QStringLiteral("%1 is unreachable: %2").arg(where, text)};
}

} // namespace

Result<std::unique_ptr<Postgres>> Postgres::open(const PostgresSettings &settings)
{
    std::unique_ptr<Postgres> connection(new Postgres);
    QSqlDatabase &database = connection->m_database;
    if (!database.isValid())
        return Error{ErrorKind::Internal,
                     QStringLiteral("Qt's PostgreSQL driver is missing (Debian: libqt6sql6-psql)")};
    database.setHostName(settings.host);
    database.setPort(settings.port);
    database.setUserName(settings.user);
    database.setPassword(settings.password);
    database.setDatabaseName(settings.database);
    database.setConnectOptions(
        QStringLiteral("connect_timeout=3;keepalives_idle=10;keepalives_interval=5;keepalives_count=2;"
                       "application_name=herdbook;sslmode=%1")
            .arg(settings.sslMode));
    if (!database.open())
        return connectionError(settings, database.lastError());
    if (const Result<qint64> set = connection->execute(QStringLiteral("SET client_min_messages = warning")); !set)
        return set.error();
    return connection;
}

bool Postgres::isOpen() const
{
    return m_database.isOpen() && handle() != nullptr && PQstatus(handle()) == CONNECTION_OK;
}

pg_conn *Postgres::handle() const
{
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "PGconn*") != 0 && qstrcmp(handle.typeName(), "pg_conn*") != 0)
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

Error Postgres::errorOf(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (!isOpen() || code.startsWith(QLatin1String("08")) || code.startsWith(QLatin1String("57P")))
        return {ErrorKind::Unreachable, QStringLiteral("The connection to PostgreSQL was lost")};
    if (code == QLatin1String("57014"))
        return {ErrorKind::Cancelled, QStringLiteral("The query was cancelled")};
    if (code == QLatin1String("42501"))
        return {ErrorKind::Denied, QStringLiteral("PostgreSQL: a right is missing: %1").arg(firstLine(error))};
    if (code == QLatin1String("55P03") || code == QLatin1String("40P01") || code == QLatin1String("40001"))
        return {ErrorKind::Conflict, QStringLiteral("PostgreSQL: somebody else is changing the same rows")};
    if (code == QLatin1String("53100"))
        return {ErrorKind::Storage, QStringLiteral("PostgreSQL: the server's disk is full")};
    return {ErrorKind::Internal, QStringLiteral("PostgreSQL: %1").arg(firstLine(error))};
}

Result<QSqlQuery> Postgres::query(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorOf(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return errorOf(query.lastError());
    return query;
}

Result<qint64> Postgres::execute(const QString &sql, const QVariantList &values)
{
    if (values.isEmpty()) {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            return errorOf(query.lastError());
        return qint64{query.numRowsAffected()};
    }
    Result<QSqlQuery> done = query(sql, values);
    if (!done)
        return done.error();
    return qint64{done->numRowsAffected()};
}

Result<QByteArray> Postgres::runDirectly(const QByteArray &sql)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(handle(), sql.constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return QByteArray(PQcmdStatus(result.get()));
    return errorOf(QSqlError(QString(), QString::fromUtf8(PQresultErrorMessage(result.get())),
                             QSqlError::StatementError,
                             QString::fromLatin1(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE))));
}

Result<void> Postgres::runScript(const QString &sql)
{
    const Result<QByteArray> done = runDirectly(sql.toUtf8());
    return done ? Result<void>() : Result<void>(done.error());
}

std::function<void()> Postgres::canceller() const
{
    std::shared_ptr<PGcancel> cancel(PQgetCancel(handle()), PQfreeCancel);
    return [cancel] {
        char message[256];
        PQcancel(cancel.get(), message, sizeof message);
    };
}

Result<Transaction> Transaction::begin(Postgres &connection, Mode mode)
{
    const QString sql = mode == Mode::ReadOnlySnapshot
                            ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                            : QStringLiteral("BEGIN");
    if (const Result<qint64> begun = connection.execute(sql); !begun)
        return begun.error();
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    if (m_connection != nullptr && m_connection->isOpen())
        (void)m_connection->execute(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    const Result<QByteArray> done = m_connection->runDirectly("COMMIT");
    m_connection = nullptr;
    if (!done)
        return done.error();
    // PostgreSQL answers COMMIT of a failed transaction by rolling back, without an error.
    if (*done != "COMMIT")
        return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL rolled the transaction back")};
    return {};
}

} // namespace herdbook::storage
