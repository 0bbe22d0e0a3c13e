// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/storage/owndatabase.h"

#include <QSqlQuery>
#include <QVariantList>
#include <functional>
#include <memory>

struct pg_conn;

namespace herdbook::storage {

/// One connection to PostgreSQL, made, used and destroyed by the same thread. Statements take positional parameters (`?`); values
/// never become part of the SQL text.
class Postgres
{
public:
    /// Connects within about 3 s. Unreachable (host, port), Denied (user, password, database) otherwise; the message says which.
    static Result<std::unique_ptr<Postgres>> open(const PostgresSettings &settings);

    /// Runs one statement; the query is forward-only and stands before its first row. Unreachable when the connection is lost (also
    /// by a restart of the server), Cancelled after cancel(), Denied when a right is missing, Conflict when a lock wasn't to be had.
    Result<QSqlQuery> query(const QString &sql, const QVariantList &values = {});

    /// Runs one statement and tells the number of rows it changed.
    Result<qint64> execute(const QString &sql, const QVariantList &values = {});

    /// Runs several statements without parameters (schema scripts), all or none unless they say otherwise. Qt's driver would look at
    /// the first one's result only.
    Result<void> runScript(const QString &sql);

    /// Whether the connection was alive after the last statement.
    bool isOpen() const;

    /// libpq's handle, for COPY. Drain PQgetResult afterwards.
    pg_conn *handle() const;

    /// A function that interrupts the statement in progress; it may be called from any thread, also after this object is gone.
    std::function<void()> canceller() const;

private:
    friend class Transaction;
    Postgres() = default;
    /// Runs SQL by libpq itself and tells the tag of the last command.
    Result<QByteArray> runDirectly(const QByteArray &sql);
    Error errorOf(const QSqlError &error);

    OwnDatabase m_database{"QPSQL"};
};

/// A transaction that is rolled back unless it was committed.
class Transaction
{
public:
    enum class Mode { ReadWrite, ReadOnlySnapshot }; ///< the snapshot is repeatable read, read only

    static Result<Transaction> begin(Postgres &connection, Mode mode = Mode::ReadWrite);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    /// Commits; an error also when a statement before had failed, so that PostgreSQL rolled back.
    Result<void> commit();

private:
    explicit Transaction(Postgres &connection) : m_connection(&connection) {}

    Postgres *m_connection;
};

} // namespace herdbook::storage
