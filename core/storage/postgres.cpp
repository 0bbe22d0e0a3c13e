// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/postgres.h"

#include "core/base/faults.h"
#include "core/storage/connecting.h"

#include <QSqlError>

#include <libpq-fe.h>

namespace herdbook::storage {

namespace {

/// The statement with its ? as $1, $2 ...; those in quotes are no places of values.
QByteArray numbered(const QString &sql, const QVariantList &values)
{
    if (values.isEmpty() || sql.contains(QLatin1String("$1")))
        return sql.toUtf8();
    QString text;
    QChar quote;
    int places = 0;
    for (const QChar c : sql) {
        if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = {};
        if (c == u'?' && quote.isNull())
            text += u'$' + QString::number(++places);
        else
            text += c;
    }
    return text.toUtf8();
}

} // namespace

Result<std::unique_ptr<Postgres>> Postgres::open(const PostgresSettings &settings, std::stop_token stop)
{
    return open(settings, std::move(stop), Limits::of(settings));
}

Result<std::unique_ptr<Postgres>> Postgres::open(const PostgresSettings &settings, std::stop_token stop,
                                                 const Limits &limits)
{
    Result<std::unique_ptr<OwnDatabase>> database = openDatabase(settings, limits.connect, stop);
    if (!database)
        return database.error();
    std::unique_ptr<Postgres> connection(new Postgres);
    connection->m_database = *std::move(database);
    connection->m_siteZone = settings.siteZone;
    pg_conn *handle = connectionOf(*connection->m_database);
    if (handle == nullptr)
        return Error{ErrorKind::Internal, QStringLiteral("Qt's PostgreSQL driver gave no connection of libpq's")};
    connection->m_wire = std::make_unique<Wire>(handle, placeOf(settings), limits, std::move(stop));
    return connection;
}

Result<Rows> Postgres::read(const QString &sql, const QVariantList &values)
{
    if (const Result<void> sent = m_wire->send(numbered(sql, values), values, true); !sent)
        return sent.error();
    return Rows(*m_wire);
}

Result<CopyReader> Postgres::copy(const QString &query)
{
    const QString sql = QStringLiteral("COPY (%1) TO STDOUT (FORMAT binary)").arg(query);
    if (const Result<void> sent = m_wire->send(sql.toUtf8(), {}, false); !sent)
        return sent.error();
    const Result<Wire::Answer> answer = m_wire->next();
    if (!answer)
        return answer.error();
    if (PQresultStatus(answer.value().get()) != PGRES_COPY_OUT) {
        m_wire->giveUp({ErrorKind::Internal, QStringLiteral("PostgreSQL did not begin the COPY")});
        return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL did not begin the COPY")};
    }
    return CopyReader(*m_wire);
}

Result<qint64> Postgres::copyIn(const QString &sql, const std::function<Result<QByteArray>()> &next)
{
    if (const Result<void> sent = m_wire->send(sql.toUtf8(), {}, false); !sent)
        return sent.error();
    const Result<Wire::Answer> begun = m_wire->next();
    if (!begun)
        return begun.error();
    std::optional<Error> stopped;
    for (;;) {
        const Result<QByteArray> block = next();
        if (!block)
            stopped = block.error();
        if (!block || block->isEmpty())
            break;
        if (const Result<void> put = m_wire->putBlock(block.value()); !put)
            return put.error();
    }
    if (const Result<void> ended = m_wire->endCopy(stopped ? "stopped by the sender" : nullptr); !ended)
        return ended.error();
    const Result<Wire::Answer> answer = m_wire->finish();
    if (stopped)
        return *stopped;
    if (!answer)
        return answer.error();
    return QByteArray(PQcmdTuples(answer.value().get())).toLongLong();
}

Result<qint64> Postgres::execute(const QString &sql, const QVariantList &values)
{
    if (const Result<void> sent = m_wire->send(numbered(sql, values), values, false); !sent)
        return sent.error();
    const Result<Wire::Answer> answer = m_wire->finish();
    if (!answer)
        return answer.error();
    return QByteArray(PQcmdTuples(answer.value().get())).toLongLong();
}

Result<QByteArray> Postgres::runDirectly(const QByteArray &sql)
{
    if (const Result<void> sent = m_wire->sendScript(sql); !sent)
        return sent.error();
    const Result<Wire::Answer> answer = m_wire->finish();
    if (!answer)
        return answer.error();
    return QByteArray(PQcmdStatus(answer.value().get()));
}

Result<void> Postgres::runScript(const QString &sql)
{
    const Result<QByteArray> done = runDirectly(sql.toUtf8());
    return done ? Result<void>() : Result<void>(done.error());
}

Result<QByteArray> Postgres::valueAsText(const QString &sql)
{
    if (const Result<void> sent = m_wire->sendScript(sql.toUtf8()); !sent)
        return sent.error();
    const Result<Wire::Answer> answer = m_wire->finish();
    if (!answer)
        return answer.error();
    const pg_result *rows = answer.value().get();
    return PQntuples(rows) > 0 ? QByteArray(PQgetvalue(rows, 0, 0), PQgetlength(rows, 0, 0)) : QByteArray();
}

std::function<void()> Postgres::canceller() const
{
    return [canceller = m_wire->canceller()] { (*canceller)(); };
}

Result<Transaction> Transaction::begin(Postgres &connection, Mode mode)
{
    const QString sql = mode == Mode::ReadOnlySnapshot
                            ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                            : QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED");
    if (const Result<qint64> begun = connection.execute(sql); !begun)
        return begun.error();
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction()
{
    if (m_connection == nullptr || !m_connection->isOpen())
        return;
    // After a stop nothing is waited for: the connection's end rolls back as well.
    if (m_connection->m_wire->isStopped())
        m_connection->m_wire->giveUp({ErrorKind::Cancelled, QStringLiteral("Cancelled")});
    else
        (void)m_connection->runDirectly("ROLLBACK");
}

Result<void> Transaction::commit()
{
    Postgres &connection = *std::exchange(m_connection, nullptr);
    connection.m_wire->heedStop(false);
    const Result<QByteArray> done = connection.runDirectly("COMMIT");
    connection.m_wire->heedStop(true);
    if (!done)
        return done.error();
    // PostgreSQL answers COMMIT of a failed transaction by rolling back, without an error.
    if (*done != "COMMIT")
        return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL rolled the transaction back")};
    return {};
}

} // namespace herdbook::storage
