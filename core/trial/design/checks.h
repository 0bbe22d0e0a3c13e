// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/sample.h"

namespace herdbook::trial {

/// Pairs that can't be the same animal, drawn by the seed. First choice: two deer of one sex in one image (overlap < .3), one of
/// them assigned: the other one against that profile, surest assignment first. Where there are too few: a profile's own
/// founding detection against a profile of the opposite sex.
std::vector<Unit> impossiblePairs(const reid::Dataset &data, int count, std::uint64_t seed, const Pictures &pictures);

} // namespace herdbook::trial
