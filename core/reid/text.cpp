// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace herdbook::reid::text {

std::string count(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

std::string percent(double share)
{
    std::array<char, 32> buffer{};
    const double value = share * 100;
    const int decimals = std::abs(value) >= 99.95 ? 0 : std::abs(value) < 0.995 && value != 0 ? 2 : 1;
    std::snprintf(buffer.data(), buffer.size(), "%.*f%%", decimals, value);
    return buffer.data();
}

std::string score(double value)
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.4f", value);
    std::string result = buffer.data();
    while (result.back() == '0' && result.size() > result.find('.') + 3)
        result.pop_back();
    return result;
}

std::string counted(std::uint64_t number, const std::string &singular, const std::string &plural)
{
    return count(number) + ' ' + (number == 1 ? singular : plural);
}

} // namespace herdbook::reid::text
