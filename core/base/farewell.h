// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace herdbook {

/// For who goes and has work left: `finish` waits for it, or gives up, in another thread. The application's end waits for all of these.
void finishLater(std::function<void()> finish);

/// Waits for all of them, for whoever takes away what they need.
void finishAll();

} // namespace herdbook
