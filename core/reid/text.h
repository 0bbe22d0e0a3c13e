// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// Numbers for sentences.
namespace herdbook::reid::text {

/// "11,570".
std::string count(std::uint64_t number);
/// "9.5%", "5%"; two decimals under 1%, none from 100% on. Nothing but 0 is "0%", and nothing but 1 "100%".
std::string percent(double share);
/// "9.5%", "5.0%" with one decimal; "<0.1%" and ">99.9%" where it would be rounded to none or all.
std::string share(double share, int decimals = 1);
/// A share rounded up to so many decimals of its percentage. What is a rounding error of the arithmetic above a figure is that figure.
double upward(double share, int decimals = 1);
/// So many decimals of a share's percentage, or as many more as show it on its own side of a limit that it misses.
int decimalsBeside(double limit, double share, int decimals = 1);
/// percent() of a share that stands beside its limit.
std::string percentBeside(double limit, double share);
/// The percentage of an upper bound: never less than it is. "5%" for .05, "5.1%" for .05001.
std::string atMost(double share);
/// The percentage of an estimate: "none seen" for 0, which is no proof that there are none.
std::string estimate(double share);
/// "about 31, at most 139", "fewer than one, at most 4": an estimated number of wrong ones never stands without its bound.
std::string wrongOnes(double estimate, double upper);
/// "0.55", "0.555", at least two decimals and at most four.
std::string score(double value);
/// "1 profile", "53 profiles".
std::string counted(std::uint64_t number, const std::string &singular, const std::string &plural);

} // namespace herdbook::reid::text
