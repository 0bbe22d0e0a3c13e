// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace herdbook::demo {

/// A time as deer live by it.
struct Moment
{
    qint64 time = 0; ///< seconds since 1970
    int dayOfYear = 0;
    double sunHours = 0; ///< hours from sunset or sunrise into the night (negative: by day)
};
Moment momentAt(qint64 time);

/// How many deer come at this day of the year, 0..1: many in the rut, few in late winter.
double season(int dayOfYear, bool buck);

/// Deer move around sunrise and sunset, a little at night, hardly at noon; in the rut bucks also by day. 0..1.
double activity(const Moment &moment, bool buck);

/// How far antlers are grown, 0 shed .. 1 full.
double antlersOn(int dayOfYear);

/// Cameras are not always there: one was put up later, one was broken for eighteen days.
bool cameraWorks(int location, qint64 time, qint64 start, qint64 end);

} // namespace herdbook::demo
