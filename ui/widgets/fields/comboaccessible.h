// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook {

/// From now on a combo box is named by what it is for, also on Unix, where Qt tells its value as its name; the value is its value.
void installComboAccessibility();

} // namespace herdbook
