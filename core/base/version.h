// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace herdbook {

/// The program's version, as in CMakeLists.txt.
QString version();

} // namespace herdbook
