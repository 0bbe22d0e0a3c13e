// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/habits.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace herdbook::demo {

namespace {

constexpr qint64 day = 86'400;
constexpr double pi = std::numbers::pi;
/// The ranch's noon by the sun, in hours UTC; the sun knows no daylight saving time.
constexpr double solarNoon = 18.6;

/// Hours from solar noon to sunset at 30 degrees north.
double halfDay(int dayOfYear)
{
    return 6.05 + 0.98 * std::sin(2 * pi * (dayOfYear - 80) / 365.0);
}

} // namespace

double season(int dayOfYear, bool buck)
{
    const double rut = std::exp(-0.5 * std::pow((dayOfYear - 317) / 16.0, 2));
    const double summer = 0.5 + 0.12 * std::sin(2 * pi * (dayOfYear - 120) / 365.0);
    return buck ? 0.42 * summer + 0.75 * rut : 0.85 * summer + 0.2 * rut;
}

Moment momentAt(qint64 time)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc());
    Moment moment;
    moment.time = time;
    moment.dayOfYear = utc.addSecs(-6LL * 3600).date().dayOfYear();
    double fromNoon = utc.time().msecsSinceStartOfDay() / 3.6e6 - solarNoon;
    fromNoon -= fromNoon < -12 ? -24 : 0;
    moment.sunHours = std::abs(fromNoon) - halfDay(moment.dayOfYear);
    return moment;
}

double activity(const Moment &moment, bool buck)
{
    const double dusk = std::exp(-0.5 * std::pow(moment.sunHours / 0.9, 2));
    const double rest = moment.sunHours > 0 ? 0.20 : 0.07;
    const double rut = buck ? 0.3 * std::exp(-0.5 * std::pow((moment.dayOfYear - 317) / 16.0, 2)) : 0;
    return std::min(1.0, dusk + rest + rut);
}

bool cameraWorks(int location, qint64 time, qint64 start, qint64 end)
{
    if (location == 6)
        return time - start > (end - start) * 2 / 7;
    if (location == 3)
        return time < end - 150 * day || time > end - 132 * day;
    return true;
}

double antlersOn(int dayOfYear)
{
    if (dayOfYear < 45)
        return 1;
    if (dayOfYear < 105)
        return 0; // shed
    return std::clamp((dayOfYear - 105) / 115.0, 0.12, 1.0);
}

} // namespace herdbook::demo
