// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace herdbook::http {

/// Which bytes of a file a `Range` header asks for (RFC 9110, 14.2).
struct ByteRange
{
    enum class Kind {
        Whole,        ///< no range, one that isn't understood, or several: the whole file is a right answer
        Part,         ///< 206
        Unsatisfiable ///< 416
    };

    Kind kind = Kind::Whole;
    std::uint64_t offset = 0;
    std::uint64_t length = 0; ///< bytes from `offset` on, never beyond the file's end
    bool operator==(const ByteRange &) const = default;
};

/// @param header the value of `Range`, such as `bytes=0-499`, `bytes=500-` or `bytes=-500`; may be empty.
/// @param size of the file in bytes.
ByteRange selectRange(std::string_view header, std::uint64_t size);

} // namespace herdbook::http
