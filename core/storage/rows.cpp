// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rows.h"

#include <libpq-fe.h>

namespace herdbook::storage {

Rows::Rows(Rows &&other) noexcept
    : m_wire(std::exchange(other.m_wire, nullptr)), m_answer(std::move(other.m_answer)), m_row(std::move(other.m_row)),
      m_complete(other.m_complete), m_ended(std::exchange(other.m_ended, true))
{
}

Rows::~Rows()
{
    if (!m_ended)
        m_wire->giveUp({ErrorKind::Internal, QStringLiteral("The rows of a statement were not read to their end")});
}

Result<bool> Rows::next()
{
    if (m_row.m_fault)
        return *m_row.m_fault;
    if (m_ended)
        return false;
    for (;;) {
        Result<Wire::Answer> answer = m_wire->next();
        if (!answer) {
            m_ended = true;
            return answer.error();
        }
        if (!*answer) {
            m_ended = true;
            m_row.m_result = nullptr;
            if (!m_complete)
                return Error{ErrorKind::Internal, QStringLiteral("PostgreSQL's answer has no end")};
            return false;
        }
        m_answer = *std::move(answer);
        const PGresult *result = m_answer.get();
        if (PQresultStatus(result) != PGRES_SINGLE_TUPLE) {
            m_complete = PQresultStatus(result) == PGRES_TUPLES_OK || PQresultStatus(result) == PGRES_COMMAND_OK;
            continue;
        }
        m_row.m_result = result;
        if (m_row.m_columns.empty()) {
            for (int i = 0; i < PQnfields(result); ++i)
                m_row.m_columns.push_back({PQfname(result, i), PQftype(result, i)});
        }
        return true;
    }
}

} // namespace herdbook::storage
