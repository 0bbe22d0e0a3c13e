// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reid/data/types.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace herdbook::storage {
class Postgres;
}

namespace herdbook::reid {

/// One field of a row in PostgreSQL's binary format; valid until the next row is read.
struct Cell
{
    const char *data = nullptr; ///< null: SQL null
    int size = 0;

    bool isNull() const { return data == nullptr; }
    std::string_view text() const { return {data, static_cast<std::size_t>(size)}; }
    bool boolean(bool fallback) const { return isNull() ? fallback : data[0] != 0; }
    std::int64_t int64(std::int64_t fallback) const;
    double float8(double fallback) const;
    Uuid uuid() const; ///< all zero for null
    /// numeric(5,4) in ticks, exact; nothing for null and NaN.
    std::optional<int> numericTicks() const;
};

/// Rows of `COPY (...) TO STDOUT (FORMAT binary)`, the fastest way to get vectors out of PostgreSQL. The connection is free again
/// when this object is gone.
class CopyReader
{
public:
    /// @param query SQL of our own, without values from outside.
    static Result<CopyReader> start(storage::Postgres &database, const QString &query);
    ~CopyReader();
    CopyReader(CopyReader &&other) noexcept;
    CopyReader &operator=(CopyReader &&) = delete;

    /// Reads the next row; false after the last. Cancelled after a cancel request, Unreachable when the connection is lost.
    Result<bool> next();

    std::span<const Cell> cells() const { return m_cells; }
    const Cell &operator[](std::size_t i) const { return m_cells[i]; }

private:
    explicit CopyReader(storage::Postgres &database) : m_database(&database) {}
    Result<bool> finish();
    Result<bool> parse(int size);
    Error lastError() const;

    storage::Postgres *m_database;
    char *m_buffer = nullptr;
    std::vector<Cell> m_cells;
    bool m_started = false; ///< the header has been read
    bool m_done = false;
};

} // namespace herdbook::reid
