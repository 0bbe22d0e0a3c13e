// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/effort/reach.h"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace herdbook::season {

namespace {

// An overflow is an infinite interval, not an exception.
using Policy =
    boost::math::policies::policy<boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;
using Student = boost::math::students_t_distribution<double, Policy>;

} // namespace

LogInterval logInterval(double value, double variance, double freedom, double alpha)
{
    const double error = std::sqrt(variance);
    const double t = boost::math::quantile(boost::math::complement(Student(freedom), alpha / 2));
    const double factor = std::exp(t * error);
    return {value / factor, value * factor, studentP(std::log(value) / error, freedom)};
}

double studentP(double t, double freedom)
{
    return 2 * boost::math::cdf(boost::math::complement(Student(freedom), std::abs(t)));
}

} // namespace herdbook::season
