// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/wire.h"

#include "core/base/farewell.h"
#include "core/base/faults.h"
#include "core/storage/parameters.h"

#include <algorithm>
#include <libpq-fe.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>

namespace herdbook::storage {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kStopCheck(100);
constexpr int kMostCancellations = 8; // at a time: each may hang for as long as the server does

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("Cancelled")};
}

QString fieldOf(const PGresult *answer, int field)
{
    return QString::fromUtf8(PQresultErrorField(answer, field));
}

bool isFailure(const PGresult *answer)
{
    const ExecStatusType status = PQresultStatus(answer);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR;
}

} // namespace

void Wire::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

void Wire::Canceller::operator()()
{
    static std::atomic<int> running = 0;
    asked = true;
    if (running.fetch_add(1) >= kMostCancellations) {
        --running;
        return;
    }
    // PQcancel connects and waits for an answer, without a deadline.
    leaveBehind(std::thread([request = cancel] {
        char message[256];
        PQcancel(request.get(), message, sizeof message);
        --running;
    }));
}

Wire::Wire(pg_conn *connection, QString where, Limits limits, std::stop_token stop)
    : m_connection(connection), m_where(std::move(where)), m_limits(limits), m_stop(std::move(stop)),
      m_canceller(std::make_shared<Canceller>())
{
    m_canceller->cancel.reset(PQgetCancel(connection), PQfreeCancel);
    PQsetnonblocking(connection, 1);
    PQsetNoticeProcessor(
        connection, [](void *, const char *) {}, nullptr);
}

bool Wire::isUsable() const
{
    return !m_end && PQstatus(m_connection) == CONNECTION_OK;
}

void Wire::giveUp(const Error &why)
{
    if (m_end)
        return;
    m_end = why;
    if (m_busy)
        (*m_canceller)();
    ::shutdown(PQsocket(m_connection), SHUT_RDWR);
}

Error Wire::lost()
{
    giveUp({ErrorKind::Unreachable, QStringLiteral("The connection to %1 was lost").arg(m_where), true});
    return *m_end;
}

Error Wire::silent(milliseconds limit)
{
    giveUp({ErrorKind::Unreachable,
            QStringLiteral("%1 does not answer: nothing came for %2 s")
                .arg(m_where)
                .arg(static_cast<double>(limit.count()) / 1000),
            true});
    return *m_end;
}

void Wire::setWaiting(bool waiting)
{
    if (m_tellWaiting && std::exchange(m_waiting, waiting) != waiting)
        m_tellWaiting(waiting);
}

Result<void> Wire::wait(short events)
{
    steady_clock::time_point begun = steady_clock::now(), looked = begun;
    for (;;) {
        if (m_heedStop && m_stop.stop_requested()) {
            giveUp(cancelled());
            return cancelled();
        }
        const bool amid = m_answered || (events & POLLOUT) != 0;
        const milliseconds limit = amid ? m_limits.silence : m_limits.statement;
        const steady_clock::time_point since = amid ? begun : m_sent;
        const auto left = std::chrono::ceil<milliseconds>(since + limit - steady_clock::now());
        if (steady_clock::now() - since >= Patience)
            setWaiting(true);
        pollfd waiting{PQsocket(m_connection), events, 0};
        const milliseconds slice = std::clamp(left, milliseconds(0), kStopCheck);
        const int ready = ::poll(&waiting, 1, static_cast<int>(slice.count()));
        if (ready > 0) {
            setWaiting(false);
            return {};
        }
        // What this machine stood still for, or slept, is no silence of the server's.
        const steady_clock::time_point now = steady_clock::now();
        const auto held = now - std::exchange(looked, now) - slice;
        if (held > kStopCheck) {
            begun += held;
            m_sent += held;
            continue;
        }
        if (left.count() <= 0)
            return silent(limit);
        if (ready < 0 && errno != EINTR)
            return lost();
    }
}

Result<void> Wire::begin()
{
    if (m_end)
        return *m_end;
    if (m_busy) {
        giveUp({ErrorKind::Internal, QStringLiteral("A statement was begun before another one was read to its end")});
        return *m_end;
    }
    m_canceller->asked = false;
    m_sent = steady_clock::now();
    m_answered = false;
    m_busy = true;
    return {};
}

Result<void> Wire::flush()
{
    for (;;) {
        const int rest = PQflush(m_connection);
        if (rest == 0)
            return {};
        if (rest < 0)
            return {}; // reading tells the server's last words
        if (const Result<void> ready = wait(POLLIN | POLLOUT); !ready)
            return ready;
        if (PQconsumeInput(m_connection) == 0)
            return {};
    }
}

Result<void> Wire::send(const QByteArray &sql, const QVariantList &values, bool rowByRow)
{
    if (const Result<void> begun = begin(); !begun)
        return begun;
    const Parameters parameters(values);
    if (PQsendQueryParams(m_connection, sql.constData(), parameters.count(), parameters.types(), parameters.values(),
                          parameters.lengths(), parameters.formats(), 1) == 0)
        return lost();
    if (rowByRow)
        PQsetSingleRowMode(m_connection);
    return flush();
}

Result<void> Wire::sendScript(const QByteArray &sql)
{
    if (const Result<void> begun = begin(); !begun)
        return begun;
    if (PQsendQuery(m_connection, sql.constData()) == 0)
        return lost();
    return flush();
}

Result<Wire::Answer> Wire::next()
{
    if (m_end)
        return *m_end;
    while (PQisBusy(m_connection) != 0) {
        if (const Result<void> ready = wait(POLLIN); !ready)
            return ready.error();
        if (PQconsumeInput(m_connection) == 0)
            break;
        m_answered = true;
    }
    Answer answer(PQgetResult(m_connection));
    if (!answer) {
        m_busy = false;
        if (PQstatus(m_connection) != CONNECTION_OK)
            return lost();
        // Another client of a pooler may have changed it: what was read then are other letters.
        if (PQclientEncoding(m_connection) != pg_char_to_encoding("UTF8")) {
            giveUp({ErrorKind::Unreachable,
                    QStringLiteral("%1 changed the connection's encoding; UTF8 is needed").arg(m_where), true});
            return *m_end;
        }
        return answer;
    }
    if (!isFailure(answer.get()))
        return answer;
    const Error error = faultOf(answer.get());
    while (!m_end) {
        const Result<Answer> rest = next();
        if (!rest || !*rest)
            break;
    }
    return error;
}

Result<Wire::Answer> Wire::finish()
{
    Answer last;
    for (;;) {
        Result<Answer> answer = next();
        if (!answer || !*answer)
            return answer ? Result<Answer>(std::move(last)) : std::move(answer);
        last = *std::move(answer);
    }
}

Error Wire::faultOf(const pg_result *answer)
{
    const QByteArray state(PQresultErrorField(answer, PG_DIAG_SQLSTATE));
    if (state == "57014" && m_canceller->asked)
        return cancelled();
    if (!state.isEmpty()) {
        const Error error = faultOfServer(state, fieldOf(answer, PG_DIAG_MESSAGE_PRIMARY));
        // 08: a pooler's own words, such as "query_wait_timeout", which come before it closes.
        if (PQstatus(m_connection) != CONNECTION_OK || state.startsWith("57P") || state.startsWith("08")) {
            m_busy = false;
            giveUp(error);
        }
        return error;
    }
    if (PQstatus(m_connection) != CONNECTION_OK)
        return lost();
    return {ErrorKind::Internal,
            QStringLiteral("PostgreSQL: %1")
                .arg(QString::fromUtf8(PQresultErrorMessage(answer)).section(u'\n', 0, 0).trimmed())};
}

Result<Wire::Block> Wire::copyBlock()
{
    if (m_end)
        return *m_end;
    for (;;) {
        Block block;
        block.size = PQgetCopyData(m_connection, &block.data, 1);
        if (block.size > 0)
            return block;
        if (block.size < 0)
            return Block{};
        if (const Result<void> ready = wait(POLLIN); !ready)
            return ready.error();
        if (PQconsumeInput(m_connection) == 0)
            return Block{};
        m_answered = true;
    }
}

Result<void> Wire::putBlock(const QByteArray &block)
{
    if (m_end)
        return *m_end;
    for (;;) {
        const int put = PQputCopyData(m_connection, block.constData(), static_cast<int>(block.size()));
        if (put < 0)
            return {}; // reading tells why
        if (put > 0)
            return flush();
        if (const Result<void> ready = wait(POLLOUT); !ready)
            return ready;
    }
}

Result<void> Wire::endCopy(const char *error)
{
    for (;;) {
        const int put = PQputCopyEnd(m_connection, error);
        if (put != 0)
            break;
        if (const Result<void> ready = wait(POLLOUT); !ready)
            return ready;
    }
    m_sent = steady_clock::now();
    return flush();
}

} // namespace herdbook::storage
