// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook::ui {

/// Screen readers get every Figure as a chart with a value. In those with the cursor that can be set; a ChartPane's description says what
/// stands there. Installed once; more calls do nothing.
void installChartAccessibility();

} // namespace herdbook::ui
