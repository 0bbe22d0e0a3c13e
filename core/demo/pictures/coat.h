// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pictures/deershape.h"

#include <QColor>

namespace herdbook::demo {

/// The colors of one coat in one light.
struct Coat
{
    QColor back, side, belly, dark, antler, muzzle;
};

/// @param light 1 as it is; darker below.
Coat coatOf(const Look &look, bool night, double light);

/// A color in a light.
QColor shaded(int red, int green, int blue, double light);
QColor gray(double value);

} // namespace herdbook::demo
