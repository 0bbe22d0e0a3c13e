// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/coat.h"

#include <algorithm>

namespace herdbook::demo {

QColor shaded(int red, int green, int blue, double light)
{
    const auto part = [light](int value) { return std::clamp(static_cast<int>(value * light), 0, 255); };
    return {part(red), part(green), part(blue)};
}

QColor gray(double value)
{
    const int level = std::clamp(static_cast<int>(value), 0, 255);
    return {level, level, level};
}

Coat coatOf(const Look &look, bool night, double light)
{
    if (night) {
        const double base = (138 - 32 * look.tone) * light;
        switch (look.species) {
        case Species::Pig:
        case Species::Raccoon:
            return {gray(base * 0.45), gray(base * 0.55), gray(base * 0.6),
                    gray(base * 0.25), gray(base),        gray(base * 0.3)};
        default:
            return {gray(base * 0.70), gray(base),        gray(base * 1.22),
                    gray(base * 0.50), gray(225 * light), gray(base * 0.36)};
        }
    }
    const double tone = (1 - 0.24 * look.tone) * light;
    const int red = static_cast<int>(14 * look.redness);
    switch (look.species) {
    case Species::Cattle:
        return look.tone > 0
                   ? Coat{shaded(46, 40, 38, light), shaded(58, 50, 46, light),    shaded(64, 56, 52, light),
                          shaded(24, 20, 20, light), shaded(200, 190, 170, light), shaded(40, 34, 34, light)}
                   : Coat{shaded(128, 66, 38, light), shaded(146, 78, 46, light),   shaded(160, 100, 66, light),
                          shaded(74, 40, 26, light),  shaded(200, 190, 170, light), shaded(196, 160, 140, light)};
    case Species::Pig:
        return {shaded(44, 40, 38, tone), shaded(58, 52, 48, tone),     shaded(66, 60, 56, tone),
                shaded(28, 25, 24, tone), shaded(200, 190, 170, light), shaded(84, 66, 62, tone)};
    case Species::Raccoon:
        return {shaded(82, 78, 72, tone), shaded(112, 106, 98, tone),   shaded(134, 126, 114, tone),
                shaded(32, 30, 30, tone), shaded(200, 190, 170, light), shaded(30, 28, 28, tone)};
    default:
        return {shaded(96 + red, 70, 48 - red, tone), shaded(146 + red, 108, 74 - red, tone),
                shaded(196, 172, 142, tone),          shaded(62, 46, 36, tone),
                shaded(178, 152, 112, light),         shaded(44, 36, 34, light)};
    }
}

} // namespace herdbook::demo
