// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/estimate/evidence.h"
#include "core/reid/estimate/searches.h"

namespace herdbook::reid {

/// Step 7: the shift at which real second bests look like decoys' best and second best, mixed as animals with and without a profile.
/// Sets the evidence's medianShift, selfShift and strangers.
void calibrate(const DecoyPlan &plan, const Searches &found, SexEvidence &evidence);

} // namespace herdbook::reid
