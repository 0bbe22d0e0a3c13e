// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/byterange.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace herdbook::http {

namespace {

/// Digits only; a number too large for 64 bits is the largest there is.
std::optional<std::uint64_t> number(std::string_view text)
{
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc::result_out_of_range ? UINT64_MAX : value;
}

} // namespace

ByteRange selectRange(std::string_view header, std::uint64_t size)
{
    const ByteRange whole{ByteRange::Kind::Whole, 0, size};
    const ByteRange unsatisfiable{ByteRange::Kind::Unsatisfiable, 0, 0};
    constexpr std::string_view unit = "bytes=";
    const auto dash = header.find('-');
    if (!header.starts_with(unit) || dash == std::string_view::npos || dash < unit.size())
        return whole;
    const std::string_view firstText = header.substr(unit.size(), dash - unit.size());
    const std::string_view lastText = header.substr(dash + 1);
    const auto first = number(firstText);
    const auto last = number(lastText);
    if (firstText.empty() && last) {
        if (*last == 0 || size == 0)
            return unsatisfiable;
        const std::uint64_t length = std::min(*last, size);
        return {ByteRange::Kind::Part, size - length, length};
    }
    if (!first || (!last && !lastText.empty()) || (last && *last < *first))
        return whole;
    if (*first >= size)
        return unsatisfiable;
    const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    return {ByteRange::Kind::Part, *first, end - *first + 1};
}

} // namespace herdbook::http
