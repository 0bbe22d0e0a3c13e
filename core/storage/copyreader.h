// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/cell.h"
#include "core/storage/wire.h"

#include <span>
#include <vector>

namespace herdbook::storage {

/// The fields of one row of `COPY ... (FORMAT binary)`, which point into the block; false for PostgreSQL's mark of the end. Corrupt where the
/// block isn't one row as the format has it.
/// @param first the block begins with the header of the whole COPY.
Result<bool> parseCopyRow(std::span<const char> block, bool first, std::vector<Cell> &cells);

/// Rows of `COPY (...) TO STDOUT (FORMAT binary)`, the fastest way to get vectors out of PostgreSQL. A reading given up before its end takes
/// the connection with it.
class CopyReader
{
public:
    CopyReader(CopyReader &&other) noexcept;
    CopyReader &operator=(CopyReader &&) = delete;
    ~CopyReader();

    /// Reads the next row; false after the last, when PostgreSQL has said that it sent all. Unreachable when the connection is lost or
    /// silent, Cancelled after a stop.
    Result<bool> next();

    const CopyReader &row() const { return *this; }
    std::span<const Cell> cells() const { return m_cells; }
    const Cell &operator[](std::size_t i) const { return m_cells[i]; }

private:
    friend class Postgres;
    explicit CopyReader(Wire &wire) : m_wire(&wire) {}
    Result<bool> finish();

    Wire *m_wire;
    char *m_buffer = nullptr;
    std::vector<Cell> m_cells;
    bool m_started = false; ///< the header has been read
    bool m_trailer = false; ///< PostgreSQL's own mark of the end has been read
    bool m_done = false;
};

} // namespace herdbook::storage
