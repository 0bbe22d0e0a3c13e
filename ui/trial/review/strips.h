// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/photos/filmstrip.h"

#include <QTimeZone>

namespace herdbook::trial {

/// The burst of a pair's detection, with a title that says what the answer counts for.
FrameGroup burstStrip(const TrialRecord &record, const Pair &pair, const QTimeZone &zone);

/// Other photos of the profile, then those of the runner-up, if there is one.
std::vector<FrameGroup> profileStrips(const TrialRecord &record, const Pair &pair, const QTimeZone &zone);

} // namespace herdbook::trial
