// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/photos/filmstrip.h"

namespace herdbook::trial {

/// The photos of a pair's burst, the judged one among them; captions say how much later, nothing of date, hour or place.
FrameGroup burstStrip(const TrialRecord &record, const Pair &pair);
/// The other photos of the profile, then those of the next closest one.
std::vector<FrameGroup> profileStrips(const TrialRecord &record, const Pair &pair);

} // namespace herdbook::trial
