// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/row.h"
#include "core/storage/wire.h"

namespace herdbook::storage {

/// The rows of a statement, as they come. They are whole once next() has said false; a reading given up before takes the connection with
/// it.
class Rows
{
public:
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Reads the next row; false after the last one, when PostgreSQL has said that there are no more. Unreachable when the connection is
    /// lost or silent, Cancelled after a stop, Corrupt when a column before wasn't what it was read as.
    Result<bool> next();

    /// The row that next() read; valid until the next one.
    const Row &row() const { return m_row; }

private:
    friend class Postgres;
    explicit Rows(Wire &wire) : m_wire(&wire) {}

    Wire *m_wire;
    Wire::Answer m_answer;
    Row m_row;
    bool m_complete = false; ///< PostgreSQL said that it sent all
    bool m_ended = false;
};

} // namespace herdbook::storage
