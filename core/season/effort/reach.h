// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook::season {

/// Interval and two-sided p (of 1) of an estimate whose logarithm follows Student's t.
struct LogInterval
{
    double low = 0;
    double high = 0;
    double pValue = 1;
};

/// value exp(+-t(1 - alpha/2, freedom) sqrt(variance)).
/// @param value > 0; @param variance of its logarithm, > 0; @param freedom > 0, may be a fraction.
LogInterval logInterval(double value, double variance, double freedom, double alpha);

/// Two-sided p of a value of Student's t.
double studentP(double t, double freedom);

} // namespace herdbook::season
