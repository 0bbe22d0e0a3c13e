// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/moon.h"

#include <array>
#include <cmath>
#include <numbers>

namespace herdbook::season {

namespace {

double sine(double degrees)
{
    return std::sin(degrees * std::numbers::pi / 180);
}

} // namespace

double moonAge(const QDateTime &instant)
{
    constexpr double MsPerCentury = 36525.0 * 86'400'000;
    constexpr double J2000 = 946'728'000'000.0; // 1 January 2000, 12:00
    const double t = (static_cast<double>(instant.toMSecsSinceEpoch()) - J2000) / MsPerCentury;
    const double elongation = 297.8501921 + 445267.1114034 * t - 0.0018819 * t * t;
    const double sunAnomaly = 357.5291092 + 35999.0502909 * t - 0.0001536 * t * t;
    const double moonAnomaly = 134.9633964 + 477198.8675055 * t + 0.0087414 * t * t;
    const double age = elongation + 6.289 * sine(moonAnomaly) - 2.100 * sine(sunAnomaly) +
                       1.274 * sine(2 * elongation - moonAnomaly) + 0.658 * sine(2 * elongation) +
                       0.214 * sine(2 * moonAnomaly) + 0.110 * sine(elongation);
    return age - 360 * std::floor(age / 360);
}

double moonLit(double age)
{
    return (1 - sine(90 - age)) / 2;
}

int moonPhase(double age)
{
    constexpr double Width = 360.0 / MoonPhaseCount;
    return static_cast<int>(std::floor(age / Width + 0.5)) % MoonPhaseCount;
}

QString moonPhaseName(int phase)
{
    static const std::array<QString, MoonPhaseCount> names = {
        QStringLiteral("New moon"),     QStringLiteral("Crescent"),  QStringLiteral("First quarter"),
        QStringLiteral("Gibbous"),      QStringLiteral("Full moon"), QStringLiteral("Gibbous"),
        QStringLiteral("Last quarter"), QStringLiteral("Crescent")};
    return names[static_cast<std::size_t>(phase)];
}

} // namespace herdbook::season
