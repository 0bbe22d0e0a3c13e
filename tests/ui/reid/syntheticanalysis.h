// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"

namespace herdbook::test {

/// An analysis with curves of a plausible shape, made without a database: for tests of what the screen does with it.
/// @param status what it recommends; Abstain and NoData leave the threshold empty.
ui::SharedAnalysis syntheticAnalysis(reid::Status status, int detections = 11570);

} // namespace herdbook::test
