// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/estimate.h"

namespace herdbook::reid::example {

/// The fixed example of decoys.md: 24 animals in eight dimensions, made of sines, in double precision.
struct Example
{
    std::vector<std::vector<double>> vectors;
    std::vector<int> animalOf, animalOfProfile;
    std::vector<std::uint32_t> founders; ///< per profile its detection
    std::vector<int> bestProfile;
    Herd herd;
    int assigned = 0;
    double threshold = .93;
};
Example make();

/// Scores of its double precision vectors.
std::unique_ptr<Panels> panels(const Example &example);

/// How many of the new assignments are truly wrong.
int trulyWrong(const Example &example, int threshold);

} // namespace herdbook::reid::example
