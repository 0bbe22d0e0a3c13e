// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/deershape.h"
#include "core/demo/pictures/random.h"

namespace herdbook::demo {

Look lookOf(quint64 seed, Species species)
{
    Random random(seed, 0x100C);
    Look look;
    look.species = species;
    const double sizes[] = {1.0, 1.13, 0.62, 1.42, 0.72, 0.33};
    look.size = sizes[static_cast<int>(species)] * random.uniform(0.93, 1.07);
    look.girth = random.uniform(0.92, 1.12);
    look.neck = random.uniform(0.88, 1.16);
    look.tone = random.uniform(-1, 1);
    look.redness = random.uniform(-1, 1);
    look.throat = random.uniform(0.15, 1);
    look.paleEyeRing = random.chance(0.5);
    look.beam = random.uniform(0.44, 0.68);
    look.spread = random.uniform(-0.05, 0.38);
    look.lean = random.uniform(-1, 1);
    const int points = 2 + random.below(4);
    for (int i = 0; i < points; ++i)
        look.tines.push_back((i == 0 ? 0.12 : 0.29 - 0.03 * i) * random.uniform(0.7, 1.25) * (0.45 + look.beam));
    if (points > 2 && random.chance(0.35))
        look.missingTine = 1 + random.below(points - 1);
    const int scars = random.chance(0.75) ? 1 + random.below(3) : 0;
    for (int i = 0; i < scars && species != Species::Fawn; ++i)
        look.scars.push_back({random.uniform(-0.48, 0.38), random.uniform(-0.88, -0.58), random.uniform(0.07, 0.26),
                              random.uniform(-1.3, 1.3), random.uniform(0.016, 0.030)});
    const int notches = random.chance(0.6) ? 1 + random.below(2) : 0;
    for (int i = 0; i < notches && species != Species::Fawn; ++i)
        look.notches.push_back(random.uniform(0.35, 0.85));
    look.tornFarEar = random.chance(0.2);
    return look;
}

} // namespace herdbook::demo
