// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/copyreader.h"
#include "core/storage/owndatabase.h"
#include "core/storage/rows.h"

#include <functional>

namespace herdbook::storage {

/// One connection to PostgreSQL, made, used and destroyed by the same thread: the one way to it. Values travel with the statement, as $1,
/// $2 ... or ? in turn, and never become part of its text; nothing named is left on the server and no session setting is relied upon, so that a pooler may
/// stand between. No call waits longer than the limits say, and every call ends soon after the stop that was given to open(): what was going
/// on is cancelled, and the connection given up.
///
/// All calls fail alike: Unreachable when the connection is lost or the server silent, Cancelled after the stop, otherwise what the server
/// says, by the table in core/base/faults.h.
class Postgres
{
public:
    /// Connects within Limits::connect. Unreachable (host, port; too many connections), Denied (user, password, database) otherwise; the
    /// message says which.
    static Result<std::unique_ptr<Postgres>> open(const PostgresSettings &settings, std::stop_token stop = {});
    static Result<std::unique_ptr<Postgres>> open(const PostgresSettings &settings, std::stop_token stop,
                                                  const Limits &limits);

    /// Runs a statement; its rows are to be read to their end before the next statement.
    Result<Rows> read(const QString &sql, const QVariantList &values = {});

    /// Reads all rows by `take(row)`, which returns nothing or a Result<void>; its error ends the reading.
    template<class Take>
    Result<void> each(const QString &sql, const QVariantList &values, Take &&take);

    /// All rows, each turned into a value by `take(row)`.
    template<class Take>
    auto all(const QString &sql, const QVariantList &values, Take &&take)
        -> Result<std::vector<decltype(take(std::declval<const Row &>()))>>;

    /// The one row of a statement that gives exactly one, turned into a value by `take(row)`. Internal error for none or several.
    template<class Take>
    auto one(const QString &sql, const QVariantList &values, Take &&take)
        -> Result<decltype(take(std::declval<const Row &>()))>;

    /// Runs `COPY (query) TO STDOUT`; the rows are to be read to their end before the next statement.
    /// @param query SQL of our own: COPY takes no values.
    Result<CopyReader> copy(const QString &query);

    /// Reads all rows of such a COPY, as each() does.
    template<class Take>
    Result<void> copyEach(const QString &query, Take &&take)
    {
        return takeAll(copy(query), take);
    }

    /// Runs `COPY ... FROM STDIN` with blocks until `next` gives an empty one; the number of rows stored, all or none. An error of `next`
    /// ends it and is passed on.
    Result<qint64> copyIn(const QString &sql, const std::function<Result<QByteArray>()> &next);

    /// Runs one statement and tells the number of rows it changed.
    Result<qint64> execute(const QString &sql, const QVariantList &values = {});

    /// Runs several statements without parameters (schema scripts), all or none unless they say otherwise.
    Result<void> runScript(const QString &sql);

    /// The first value of a script's last statement in the server's own text; empty when there is none.
    Result<QByteArray> valueAsText(const QString &sql);

    /// Ends what goes on, and the connection, when `stop` is requested; instead of the one given to open().
    void stopOn(std::stop_token stop) { m_wire->stopOn(std::move(stop)); }

    /// Limits::statement from now on.
    void limitStatements(std::chrono::milliseconds limit) { m_wire->limitStatements(limit); }

    /// Called with true when a statement has been without an answer for two seconds (locked rows, a busy or silent server), in the thread that
    /// waits for it, and with false when it goes on.
    void onWaiting(std::function<void(bool)> tell) { m_wire->onWaiting(std::move(tell)); }

    /// Whether the connection was alive after the last statement.
    bool isOpen() const { return m_wire->isUsable(); }

    /// The site's time zone by its name, for times that were stored without one.
    QString siteZone() const { return m_siteZone; }
    void setSiteZone(const QString &zone) { m_siteZone = zone; }

    /// A function that asks the server to end the statement in progress, without waiting; from any thread, also after this object is gone.
    std::function<void()> canceller() const;

private:
    friend class Transaction;
    Postgres() = default;
    template<class Reading, class Take>
    static Result<void> takeAll(Result<Reading> rows, Take &take);
    /// Runs statements and tells the tag of the last command.
    Result<QByteArray> runDirectly(const QByteArray &sql);

    QString m_siteZone;
    std::unique_ptr<OwnDatabase> m_database;
    std::unique_ptr<Wire> m_wire;
};

/// A transaction that is rolled back unless it was committed. The answer to its COMMIT is waited for even after a stop; after one, the
/// connection is given up rather than waiting for a rollback.
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

template<class Reading, class Take>
Result<void> Postgres::takeAll(Result<Reading> rows, Take &take)
{
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if constexpr (std::is_void_v<decltype(take(rows->row()))>) {
            take(rows->row());
        } else {
            if (Result<void> taken = take(rows->row()); !taken)
                return taken;
        }
    }
}

template<class Take>
Result<void> Postgres::each(const QString &sql, const QVariantList &values, Take &&take)
{
    return takeAll(read(sql, values), take);
}

template<class Take>
auto Postgres::all(const QString &sql, const QVariantList &values, Take &&take)
    -> Result<std::vector<decltype(take(std::declval<const Row &>()))>>
{
    std::vector<decltype(take(std::declval<const Row &>()))> list;
    if (const Result<void> read = each(sql, values, [&](const Row &row) { list.push_back(take(row)); }); !read)
        return read.error();
    return list;
}

template<class Take>
auto Postgres::one(const QString &sql, const QVariantList &values, Take &&take)
    -> Result<decltype(take(std::declval<const Row &>()))>
{
    std::optional<decltype(take(std::declval<const Row &>()))> value;
    int rows = 0;
    const Result<void> read = each(sql, values, [&](const Row &row) {
        if (++rows == 1)
            value.emplace(take(row));
    });
    if (!read)
        return read.error();
    if (rows != 1)
        return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL gave %1 rows for one").arg(rows)};
    return *std::move(value);
}

} // namespace herdbook::storage
