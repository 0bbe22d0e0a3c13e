// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/searches.h"

namespace herdbook::reid {

/// Step 10 of decoy competition (decoys.md): per threshold of the grid, how many of the plan's rows would be given a profile whose bursts
/// clearly show two animals, and are of the one that didn't found it. The panels must hold what the plan needs.
std::vector<double> countIntruders(const Herd &herd, Sex sex, const DecoyPlan &plan, const Panels &panels,
                                   const Grid &grid, int threads, const std::stop_token &stop);

} // namespace herdbook::reid
