// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/settings.h"

#include <QVariantList>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

struct pg_conn;
struct pg_result;
struct pg_cancel;

namespace herdbook::storage {

/// How long PostgreSQL may keep somebody waiting.
struct Limits
{
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds statement{120'000}; ///< to the first answer
    std::chrono::milliseconds silence{30'000};    ///< between two answers, and while sending

    static Limits of(const PostgresSettings &settings)
    {
        return {std::chrono::seconds(settings.connectSeconds), std::chrono::seconds(settings.statementSeconds),
                std::chrono::seconds(settings.silenceSeconds)};
    }
};

/// The talk with the server on a connection of libpq's: nothing here waits longer than the limits say, or after a stop. Inside of
/// core/storage; others use Postgres. A connection on which an answer was not read to its end is given up, so that no later statement can
/// take the rest of it, or a late cancellation, for its own.
class Wire
{
public:
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    using Answer = std::unique_ptr<pg_result, Clear>;

    Wire(pg_conn *connection, QString where, Limits limits, std::stop_token stop);
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    /// Sends one statement with its parameters; answers come in binary and, when wanted, row by row.
    Result<void> send(const QByteArray &sql, const QVariantList &values, bool rowByRow);

    /// Sends one or several statements without parameters.
    Result<void> sendScript(const QByteArray &sql);

    /// The next answer; nullptr when the statement has been answered. An error ends the statement.
    Result<Answer> next();

    /// Reads the statement's answers to their end; the last one, or the first error.
    Result<Answer> finish();

    /// The next block of COPY TO STDOUT, to be freed by PQfreemem; size -1 at the end, after which finish() tells how it ended.
    struct Block
    {
        char *data = nullptr;
        int size = -1;
    };
    Result<Block> copyBlock();
    Result<void> putBlock(const QByteArray &block);
    Result<void> endCopy(const char *error);

    /// Ends the statement in progress and the connection, without waiting.
    void giveUp(const Error &why);

    bool isStopped() const { return m_stop.stop_requested(); }

    /// Whether the end of a transaction is to be waited for even after a stop.
    void heedStop(bool heed) { m_heedStop = heed; }

    void stopOn(std::stop_token stop) { m_stop = std::move(stop); }

    /// How long the statements from now on may go without an answer.
    void limitStatements(std::chrono::milliseconds limit) { m_limits.statement = limit; }

    /// Called with true when a statement has been without an answer for Patience, in the thread that waits, and with false when it goes on.
    void onWaiting(std::function<void(bool)> tell) { m_tellWaiting = std::move(tell); }
    static constexpr std::chrono::milliseconds Patience{2000};

    bool isUsable() const;
    pg_conn *connection() const { return m_connection; }

    /// What a failed answer says; the connection's own end when it has ended.
    Error faultOf(const pg_result *answer);

    /// Asks the server to end the statement in progress; from any thread, at once, in the background.
    struct Canceller
    {
        std::shared_ptr<pg_cancel> cancel;
        std::atomic<bool> asked = false;
        void operator()();
    };
    const std::shared_ptr<Canceller> &canceller() const { return m_canceller; }

private:
    Result<void> wait(short events);
    void setWaiting(bool waiting);
    Result<void> flush();
    Result<void> begin();
    Error lost();
    Error silent(std::chrono::milliseconds limit);

    pg_conn *m_connection;
    const QString m_where;
    Limits m_limits;
    std::stop_token m_stop;
    std::shared_ptr<Canceller> m_canceller;
    std::chrono::steady_clock::time_point m_sent;
    bool m_answered = false;
    bool m_busy = false;
    bool m_heedStop = true;
    bool m_waiting = false; ///< as it was told last
    std::function<void(bool)> m_tellWaiting;
    std::optional<Error> m_end; ///< why the connection can't be used any more
};

} // namespace herdbook::storage
