// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace herdbook::season {

/// How far the moon has gone from new (0) by first quarter (90), full (180) and last quarter (270) towards new again:
/// degrees, [0, 360). Right to about a degree, which is two hours (Meeus, Astronomical Algorithms, 2nd ed., eq. 48.4).
double moonAge(const QDateTime &instant);

/// Lit share of the disk, 0..1, for an age in degrees.
double moonLit(double age);

inline constexpr int MoonPhaseCount = 8;

/// Phases of equal length around the four named points: 0 new, 1 waxing crescent, 2 first quarter ... 7 waning crescent.
int moonPhase(double age);

/// "New moon", "Crescent", "First quarter", "Gibbous", "Full moon", ...: waxing and waning ones share their names.
QString moonPhaseName(int phase);

} // namespace herdbook::season
