// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/copyreader.h"

#include "core/storage/postgres.h"

#include <QtEndian>
#include <cstring>
#include <libpq-fe.h>

namespace herdbook::reid {

namespace {

constexpr int kHeader = 19; // signature, flags, length of the extension (which is 0)

qint16 int16At(const char *data)
{
    return qFromBigEndian<qint16>(data);
}

} // namespace

std::int64_t Cell::int64(std::int64_t fallback) const
{
    return size == 8 ? qFromBigEndian<qint64>(data) : fallback;
}

double Cell::float8(double fallback) const
{
    return size == 8 ? qFromBigEndian<double>(data) : fallback;
}

Uuid Cell::uuid() const
{
    Uuid id{};
    if (size == static_cast<int>(id.size()))
        std::memcpy(id.data(), data, id.size());
    return id;
}

std::optional<int> Cell::numericTicks() const
{
    // Four int16: count of digits, weight of the first, sign, scale; then digits to the base of 10,000.
    if (isNull() || size < 8 || int16At(data + 4) != 0)
        return std::nullopt;
    const char *at = data + 8;
    const char *end = data + size;
    const int digits = int16At(data);
    const int weight = int16At(data + 2);
    int ticks = 0;
    for (int i = 0; i < digits && end - at >= 2; ++i, at += 2) {
        const int power = weight - i;
        if (power == 0)
            ticks += int16At(at) * kTicksPerUnit;
        else if (power == -1)
            ticks += int16At(at);
    }
    return ticks;
}

Result<CopyReader> CopyReader::start(storage::Postgres &database, const QString &query)
{
    CopyReader reader(database);
    const QByteArray sql = "COPY (" + query.toUtf8() + ") TO STDOUT (FORMAT binary)";
    PGresult *answer = PQexec(database.handle(), sql.constData());
    const bool copying = PQresultStatus(answer) == PGRES_COPY_OUT;
    reader.m_done = !copying;
    const Error error = copying ? Error() : reader.lastError();
    PQclear(answer);
    if (!copying)
        return error;
    return reader;
}

CopyReader::CopyReader(CopyReader &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_buffer(std::exchange(other.m_buffer, nullptr)),
      m_cells(std::move(other.m_cells)), m_started(other.m_started), m_done(std::exchange(other.m_done, true))
{
}

CopyReader::~CopyReader()
{
    PQfreemem(m_buffer);
    if (m_done)
        return;
    m_database->canceller()();
    char *rest = nullptr;
    while (PQgetCopyData(m_database->handle(), &rest, 0) > 0)
        PQfreemem(rest);
    while (PGresult *answer = PQgetResult(m_database->handle()))
        PQclear(answer);
}

Error CopyReader::lastError() const
{
    const QString text = QString::fromUtf8(PQerrorMessage(m_database->handle())).section(u'\n', 0, 0).trimmed();
    if (PQstatus(m_database->handle()) != CONNECTION_OK)
        return {ErrorKind::Unreachable, QStringLiteral("The connection to PostgreSQL was lost")};
    return {text.contains(QLatin1String("permission denied")) ? ErrorKind::Denied : ErrorKind::Internal,
            QStringLiteral("PostgreSQL: %1").arg(text)};
}

Result<bool> CopyReader::finish()
{
    m_done = true;
    m_cells.clear();
    std::optional<Error> error;
    while (PGresult *answer = PQgetResult(m_database->handle())) {
        if (PQresultStatus(answer) != PGRES_COMMAND_OK && !error) {
            const char *state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
            error = lastError();
            if (state != nullptr && std::strcmp(state, "57014") == 0)
                error = Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
        }
        PQclear(answer);
    }
    if (error)
        return *error;
    return false;
}

Result<bool> CopyReader::next()
{
    if (m_done)
        return false;
    PQfreemem(m_buffer);
    m_buffer = nullptr;
    const int size = PQgetCopyData(m_database->handle(), &m_buffer, 0);
    if (size < 0)
        return finish();
    return parse(size);
}

Result<bool> CopyReader::parse(int size)
{
    const Error broken{ErrorKind::Corrupt, QStringLiteral("PostgreSQL sent a row that can't be read")};
    const char *at = m_buffer;
    const char *end = m_buffer + size;
    if (!m_started) {
        m_started = true;
        at += kHeader;
    }
    if (end - at < 2)
        return broken;
    const int fields = int16At(at);
    at += 2;
    if (fields < 0)
        return next(); // the trailer; what follows is the end
    m_cells.clear();
    for (int i = 0; i < fields; ++i) {
        if (end - at < 4)
            return broken;
        const auto length = qFromBigEndian<qint32>(at);
        at += 4;
        if (length > end - at)
            return broken;
        m_cells.push_back(length < 0 ? Cell() : Cell{at, length});
        at += std::max(length, 0);
    }
    return true;
}

} // namespace herdbook::reid
