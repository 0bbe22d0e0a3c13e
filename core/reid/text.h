// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// Numbers for sentences.
namespace herdbook::reid::text {

/// "11,570".
std::string count(std::uint64_t number);
/// "9.5%", "5%"; two decimals under 1%, none from 100% on.
std::string percent(double share);
/// The percentage of an estimate: "none seen" for 0, which is no proof that there are none.
std::string estimate(double share);
/// "about 31, at most 139", "fewer than one, at most 4": an estimated number of wrong ones never stands without its bound.
std::string wrongOnes(double estimate, double upper);
/// "0.55", "0.555", at least two decimals and at most four.
std::string score(double value);
/// "1 profile", "53 profiles".
std::string counted(std::uint64_t number, const std::string &singular, const std::string &plural);

} // namespace herdbook::reid::text
