// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook::dashboard {

/// Screen readers get every ChartPane as a chart whose value is the cursor (it can be set) and whose description says what stands
/// there. Installed once; more calls do nothing.
void installChartAccessibility();

} // namespace herdbook::dashboard
