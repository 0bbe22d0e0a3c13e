// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace herdbook::storage {

/// One field of a row in PostgreSQL's binary format, which no setting of the session changes; valid until the next row is read.
struct Cell
{
    const char *data = nullptr; ///< null: SQL null
    int size = 0;

    bool isNull() const { return data == nullptr; }
    std::string_view text() const { return {data, static_cast<std::size_t>(size)}; }
    bool boolean(bool fallback) const { return size < 1 ? fallback : data[0] != 0; }
    std::int64_t int64(std::int64_t fallback) const; ///< int2, int4 or int8
    double float8(double fallback) const;            ///< real or double precision
    std::array<unsigned char, 16> uuid() const;      ///< all zero for null
    std::optional<double> numeric() const;           ///< nothing for null; NaN and infinities as they are
    /// A numeric of four decimals in ticks of 0.0001, exact; the largest int from 10,000 on, nothing for null, NaN and what is under 0.
    std::optional<int> numericTicks() const;
};

} // namespace herdbook::storage
