// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace herdbook::reid::text {

std::string count(std::uint64_t number)
{
    const std::string digits = std::to_string(number);
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            result += ',';
        result += digits[i];
    }
    return result;
}

namespace {

int decimalsOf(double percentage)
{
    const bool whole = std::abs(percentage - std::round(percentage)) < 1e-9;
    return whole || std::abs(percentage) >= 100 ? 0 : std::abs(percentage) < 0.995 ? 2 : 1;
}

/// printf() would write the environment's decimal mark.
std::string fixed(double value, int decimals)
{
    std::array<char, 32> buffer{};
    const std::to_chars_result end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

} // namespace

std::string percent(double share)
{
    return text::share(share, decimalsOf(share * 100));
}

double upward(double share, int decimals)
{
    const double scale = 100 * std::pow(10, decimals);
    return std::max(0.0, std::ceil(share * scale - 1e-7)) / scale;
}

int decimalsBeside(double limit, double share, int decimals)
{
    constexpr int kMost = 6;
    const double off = share - limit;
    while (decimals < kMost && std::abs(off) > 1e-12) {
        const double scale = 100 * std::pow(10, decimals);
        const double shown = std::round(share * scale) / scale - limit;
        if (std::abs(shown) > 1e-12 && std::signbit(shown) == std::signbit(off))
            break;
        ++decimals;
    }
    return decimals;
}

std::string percentBeside(double limit, double share)
{
    return text::share(share, decimalsBeside(limit, share, decimalsOf(share * 100)));
}

std::string atMost(double share)
{
    const int decimals = decimalsOf(share * 100);
    const double shown = upward(share, decimals);
    return text::share(shown, shown >= 1 ? 0 : decimals);
}

std::string share(double share, int decimals)
{
    const double step = std::pow(10, -decimals);
    double value = share * 100;
    if (std::abs(value - std::round(value)) < 1e-9)
        value = std::round(value);
    const char *sign = "";
    if (value > 0 && value < step / 2) {
        sign = "<";
        value = step;
    } else if (value < 100 && value >= 100 - step / 2) {
        sign = ">";
        value = 100 - step;
    }
    return sign + fixed(value, decimals) + '%';
}

std::string estimate(double share)
{
    return share <= 0 ? "none seen" : percent(share);
}

std::string wrongOnes(double estimate, double upper)
{
    const auto whole = [](double value) { return count(static_cast<std::uint64_t>(std::llround(value))); };
    return (estimate < .5 ? "fewer than one" : "about " + whole(estimate)) + ", at most " + whole(std::ceil(upper));
}

std::string score(double value)
{
    std::string result = fixed(value, 4);
    while (result.back() == '0' && result.size() > result.find('.') + 3)
        result.pop_back();
    return result;
}

std::string counted(std::uint64_t number, const std::string &singular, const std::string &plural)
{
    return count(number).append(1, ' ').append(number == 1 ? singular : plural);
}

} // namespace herdbook::reid::text
